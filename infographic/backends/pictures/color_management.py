"""Pictures from one colour space into another, by ICC profiles (littlecms through Pillow).

Only pictures come here. Type and paths carry inks and sRGB side by side and are never converted.
"""

from __future__ import annotations

import hashlib
import io
from bisect import bisect_left
from functools import lru_cache
from itertools import chain
from typing import TYPE_CHECKING, cast

from PIL import ImageCms

from infographic.foundation.files import PACKAGE
from infographic.foundation.pictures.plain import bands_of, cut
from infographic.foundation.record import field, record

if TYPE_CHECKING:
    from PIL import Image

PROFILES = PACKAGE / "press"
NEWSPRINT = PROFILES / "IFRA26S_2004_newsprint.icc"
COATED = PROFILES / "FOGRA39L_coated.icc"

# Relative colorimetric with black point compensation keeps within newsprint's 220 % of ink with
# this profile; its perceptual tables do not (press.md, section 2).
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


@record
class PrintingCondition:
    """What pictures are converted for: the press as its ICC profile, and the ink that dries."""

    icc: bytes = field(repr=False)
    limit: float
    """The most ink on one spot; 2.2 is 220 %."""
    digest: str
    """Of all the others: a key for what is kept."""
    keeps_inks: bool = False
    """Pictures that are in its inks already are left as they are, however much ink they have."""


def condition(icc: bytes, limit: float, *, keeps_inks: bool = False) -> PrintingCondition:
    stamp = icc + repr(limit).encode() + (b" keeps inks" if keeps_inks else b"")
    digest = hashlib.blake2b(stamp, digest_size=12).hexdigest()
    return PrintingCondition(icc, limit, digest, keeps_inks)


@lru_cache(maxsize=1)
def newsprint() -> PrintingCondition:
    return condition(NEWSPRINT.read_bytes(), 2.2)


# For the press


def to_press(
    image: Image.Image, profile: bytes | None, press: PrintingCondition | None = None
) -> Image.Image:
    """RGB, greys or CMYK into the press's inks, within its limit.

    Greys, also those stored as RGB, stay in one channel (L, 255 is paper): they are printed with
    black alone. CMYK that names no other profile keeps its numbers: converting it once more would
    make four inks of a black of one.
    """
    press = press or newsprint()
    match image.mode:
        case "L":
            return image.point(_black_curve(_usable(profile, "GRAY"), press.icc))
        case "CMYK":
            source = _usable(profile, "CMYK")
            if source is not None and not _is_same(source, press.icc):
                image = _applied(_transform(source, "CMYK", press.icc), image)
            elif press.keeps_inks:
                return image
            return within_limit(image, press.limit)
    source = _usable(profile, "RGB")
    grey = _as_grey(image)
    if grey is not None:
        return grey.point(_black_curve(source, press.icc))
    return within_limit(_applied(_transform(source, "RGB", press.icc), image), press.limit)


def within_limit(image: Image.Image, limit: float) -> Image.Image:
    """CMYK with no spot over `limit`: where there is too much, C, M and Y give way, not K.

    The three are scaled alike, which keeps the hue; on a spot so dark it hardly shows.
    """
    most = round(limit * 255)
    if most >= 4 * 255:
        return image
    limited = None
    for box in bands_of(image):
        band = cut(image, box)
        within = _band_within(band, most)
        if within is not band:
            limited = image.copy() if limited is None else limited
            limited.paste(within, box[:2])
    return image if limited is None else limited


def _band_within(image: Image.Image, most: int) -> Image.Image:
    """The same of a band, of which ImageMath makes several copies of four times its size."""
    from PIL import Image, ImageMath

    inks = image.split()
    coverage = ImageMath.lambda_eval(
        lambda of: of["c"] + of["m"] + of["y"] + of["k"],
        **dict(zip("cmyk", inks, strict=True)),
    )
    if cast("tuple[int, int]", coverage.getextrema())[1] <= most:
        return image
    over = ImageMath.lambda_eval(lambda of: of["convert"]((of["s"] > most) * 255, "L"), s=coverage)
    box = over.getbbox()
    assert box is not None, "something is over the limit"
    mask = over.crop(box)
    c, m, y, k = (ink.crop(box) for ink in inks)
    share = ImageMath.lambda_eval(
        lambda of: (
            of["max"](most - of["float"](of["k"]), 0) / of["max"](of["float"](of["s"]) - of["k"], 1)
        ),
        k=k,
        s=coverage.crop(box),
    )
    scaled = [
        # Rounded down: three inks rounded up would be over the limit again.
        ImageMath.lambda_eval(
            lambda of: of["convert"](of["int"](of["a"] * of["f"] + 0.001), "L"), a=ink, f=share
        )
        for ink in (c, m, y)
    ]
    limited = image.copy()
    limited.paste(Image.merge("CMYK", (*scaled, k)), box[:2], mask)
    return limited


def is_within(image: Image.Image, limit: float) -> bool:
    return within_limit(image, limit) is image


def is_press_space(profile: bytes | None, press: PrintingCondition) -> bool:
    """Whether CMYK with this embedded profile keeps its numbers on this press."""
    source = _usable(profile, "CMYK")
    return source is None or _is_same(source, press.icc)


# For screens


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB of another space, or greys, into sRGB's; alpha stays."""
    space = "GRAY" if image.mode in ("L", "LA") else "RGB"
    source = _usable(profile, space)
    if source is None:
        return image
    if space == "GRAY":
        curve = _grey_curve(source)
        light = image.getchannel(0).point(curve)
    else:
        light = _applied(_to_srgb(source, "RGB"), image.convert("RGB"))
    if image.mode in ("LA", "RGBA"):
        light.putalpha(image.getchannel("A"))
    return light


def press_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """CMYK into sRGB; without a profile of its own, as on coated paper.

    By newsprint's profile, colours on a screen would look washed out and blacks brown.
    """
    source = _usable(profile, "CMYK") or COATED.read_bytes()
    return _applied(_to_srgb(source, "CMYK"), image)


def as_printed(image: Image.Image, press: PrintingCondition, *, paper: bool) -> Image.Image:
    """CMYK as sRGB, as the press prints it: on its `paper`, or as if that were white."""
    if not paper:
        return _applied(_to_srgb(press.icc, "CMYK"), image)
    absolute = ImageCms.buildTransform(
        ImageCms.ImageCmsProfile(io.BytesIO(press.icc)),
        *(_srgb(), "CMYK", "RGB", ImageCms.Intent.ABSOLUTE_COLORIMETRIC),
    )
    return _applied(absolute, image)


@lru_cache(maxsize=64)
def is_srgb(profile: bytes) -> bool:
    opened = _opened(profile)
    return opened is None or "sRGB" in ImageCms.getProfileDescription(opened)


# Greys on black ink alone


def _as_grey(image: Image.Image) -> Image.Image | None:
    """The one channel of an RGB picture that has no colour."""
    from PIL import ImageChops

    small = image.reduce(max(1, image.width // 64)) if image.width > 128 else image
    bands = (cut(image, box) for box in bands_of(image))
    for picture in bands if small is image else chain((small,), bands):
        red, green, blue = picture.split()
        for other in (red, blue):
            _, high = ImageChops.difference(green, other).getextrema()
            # A JPEG's own rounding makes one level of difference.
            if cast("int", high) > 1:
                return None
    return image.getchannel("G")


def shares_of_ink(press: PrintingCondition) -> tuple[float, ...]:
    """For each of 256 tones, from none to a solid, the share of an ink that prints it.

    By black: its gain is that of the others within a few per cent.
    """
    return tuple(1 - value / 255 for value in reversed(_black_curve(None, press.icc)))


@lru_cache(maxsize=64)
def _black_curve(source: bytes | None, press: bytes) -> tuple[int, ...]:
    """For each grey value, 255 less the share of black ink that prints it.

    Paper is white and the solid is black, as with black point compensation: in between the same
    share of light comes back as from the original.
    """
    from PIL import Image

    shares = Image.merge("CMYK", (*(Image.new("L", (256, 1)) for _ in range(3)), _ramp()))
    absolute = ImageCms.buildTransform(
        *(ImageCms.ImageCmsProfile(io.BytesIO(press)), _srgb(), "CMYK", "RGB", INTENT),
    )
    printed = _applied(absolute, shares)
    light = [_luminance(*_pixel(printed, ink)) for ink in range(256)]
    solid, paper = light[255], light[0]
    # From the solid to paper, rising: what bisect wants, whatever the profile's noise.
    rising = [0.0]
    for value in reversed(light[:-1]):
        rising.append(max(rising[-1], (value - solid) / max(paper - solid, 1e-6)))
    curve = []
    for grey in _grey_curve(source) if source else range(256):
        wanted = _luminance(grey, grey, grey)
        right = min(bisect_left(rising, wanted), 255)
        left = max(right - 1, 0)
        nearer = left if wanted - rising[left] < rising[right] - wanted else right
        curve.append(nearer)
    return tuple(curve)


@lru_cache(maxsize=64)
def _grey_curve(source: bytes) -> tuple[int, ...]:
    """What sRGB value each of a profile's greys is; of RGB, its neutral ones."""
    from PIL import Image

    ramp = _ramp()
    opened = ImageCms.ImageCmsProfile(io.BytesIO(source))
    if opened.profile.xcolor_space.strip() == "GRAY":
        image, mode = ramp, "L"
    else:
        image, mode = Image.merge("RGB", (ramp, ramp, ramp)), "RGB"
    converted = _applied(
        ImageCms.buildTransform(opened, _srgb(), mode, "RGB", renderingIntent=INTENT, flags=FLAGS),
        image,
    )
    return tuple(_pixel(converted, x)[1] for x in range(256))


def _ramp() -> Image.Image:
    from PIL import Image

    return Image.frombytes("L", (256, 1), bytes(range(256)))


def _pixel(image: Image.Image, x: int) -> tuple[int, int, int]:
    return cast("tuple[int, int, int]", image.getpixel((x, 0)))


def _luminance(red: float, green: float, blue: float) -> float:
    """Of sRGB in 0…255, as a share of white's (IEC 61966-2-1)."""

    def light(value: float) -> float:
        share = value / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    return 0.2126 * light(red) + 0.7152 * light(green) + 0.0722 * light(blue)


# Profiles


def _usable(profile: bytes | None, space: str) -> bytes | None:
    """The profile, if it is whole and of this colour space; a wrong one is as good as none."""
    if profile is None:
        return None
    opened = _opened(profile)
    return profile if opened is not None and opened.profile.xcolor_space.strip() == space else None


def _is_same(one: bytes, other: bytes) -> bool:
    # A profile's header holds dates and flags that programs rewrite; its tags are the press.
    return one[128:] == other[128:]


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=16)
def _transform(source: bytes | None, mode: str, press: bytes) -> ImageCms.ImageCmsTransform:
    """Into the press's inks; without a source, from sRGB."""
    opened = _srgb() if source is None else ImageCms.ImageCmsProfile(io.BytesIO(source))
    target = ImageCms.ImageCmsProfile(io.BytesIO(press))
    return ImageCms.buildTransform(
        opened, target, mode, "CMYK", renderingIntent=INTENT, flags=FLAGS
    )


@lru_cache(maxsize=16)
def _to_srgb(profile: bytes, mode: str) -> ImageCms.ImageCmsTransform:
    source = ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return ImageCms.buildTransform(
        source, _srgb(), mode, "RGB", renderingIntent=INTENT, flags=FLAGS
    )


def _applied(transform: ImageCms.ImageCmsTransform, image: Image.Image) -> Image.Image:
    converted = ImageCms.applyTransform(image, transform)
    assert converted is not None, "only a transform in place returns nothing"
    return converted
