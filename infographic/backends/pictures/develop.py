"""Pictures as a page shows them: cut, upright, no finer than is seen, in the page's colours.

Every writer begins here: the PDF packs what comes of it (`pack`), SVG embeds it. A JPEG that needs
nothing done is handed on byte for byte. Everything else is decoded once
(`foundation/pictures/door`).
"""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from infographic.display.items import Picture
from infographic.foundation.color import WHITE, Cmyk, Spot
from infographic.foundation.geometry import Rect
from infographic.foundation.pictures.door import Opened, must_be_sound, opened
from infographic.foundation.pictures.plain import cut, plain, shrunk
from infographic.foundation.record import field, record, replaced

if TYPE_CHECKING:
    from PIL import Image

    from infographic.backends.pictures.color_management import PrintingCondition

FEW_COLORS = 256
FEW_GREYS = 32
# A tenth more than is wanted is not worth a loss of sharpness.
OVERSIZE = 1.1
# Two levels of black are seen as edges, which take a finer grid than tones.
LINE_ART_FINENESS = 4


Field = tuple[Rect, Cmyk]
"""A flat tint under a part of a picture, in shares of its size."""


@record
class Inks:
    """What a print picture is made for."""

    press: PrintingCondition
    ground: Cmyk = WHITE.cmyk
    """What shows through where the picture is transparent."""
    fields: tuple[Field, ...] = ()
    """And what does on parts of that, the lowest first."""

    @property
    def key(self) -> str:
        return f"{self.press.digest} {self.ground} {self.fields or ''}"


@record
class Developed:
    """A picture's pixels, not yet packed for any file."""

    made: str
    """What was cut and how fine: with the image's digest and the inks, a key for these pixels."""
    place: Rect
    """Where the pixels lie, from the picture's corner; what lies outside its size is clipped."""
    is_photograph: bool
    """Of tones rather than drawn."""
    image: Image.Image | None = field(default=None, repr=False, compare=False)
    """In one of the modes 1, L, LA, RGB, RGBA, CMYK; None where the file itself will do."""
    jpeg: bytes = field(default=b"", repr=False)
    """The picture's file, where nothing needed to be done."""
    jpeg_mode: str = ""
    """Its mode: L, RGB or CMYK."""
    size: tuple[int, int] = (0, 0)
    """Pixels across and down."""
    inverted: bool = False
    """0 is full ink in it, as Adobe's CMYK JPEGs have it."""
    planes: tuple[Image.Image, ...] = field(default=(), repr=False, compare=False)
    """In place of the image where a spot ink prints it: each ink's shares, 255 for a solid."""
    colorants: tuple[Spot, ...] = ()
    """The planes' inks; a process ink as a spot of its name."""


def developed(picture: Picture, *, inks: Inks | None, ppi: float) -> Developed:
    """The picture in inks, or without them in sRGB, with at most `ppi` pixels an inch.

    Raises `PictureError` for a file that cannot be read as a picture.
    """
    with opened(picture.image) as one:
        return _made(picture, one, inks, ppi)


def _made(picture: Picture, one: Opened, inks: Inks | None, ppi: float) -> Developed:
    across, down = one.size
    window = picture.window
    box = Rect(window.x * across, window.y * down, window.width * across, window.height * down)
    fineness = ppi * (LINE_ART_FINENESS if one.image.mode == "1" else 1)
    wanted = picture.size.width / 72 * fineness, picture.size.height / 72 * fineness
    shrink = max(wanted[0] / box.width, wanted[1] / box.height)
    is_oversized = shrink * OVERSIZE < 1
    is_whole = window == Rect(0, 0, 1, 1)
    made = f"{tuple(box)} {shrink if is_oversized else 1}"

    is_as_it_is = is_whole and not is_oversized and one.header.orientation == 1
    if is_as_it_is and not picture.inks and _passes(one, inks):
        must_be_sound(picture.image)
        return Developed(
            *(made, Rect(0, 0, *picture.size), True),
            jpeg=one.source.at(0, one.source.size),
            jpeg_mode=one.image.mode,
            size=(across, down),
            inverted=one.image.mode == "CMYK" and not one.is_bare_cmyk,
        )

    need = math.ceil(across * shrink), math.ceil(down * shrink)
    # The decoder itself halves a large photograph, in a fraction of the time.
    upright = one.pixels(need if is_oversized else None)
    profile = one.profile
    zoom = upright.width / across
    if zoom != 1:
        box = Rect(*(value * zoom for value in box))
    bare = plain(upright)
    is_photograph = one.is_photograph or not _has_few_colors(bare)
    parts, place = _cut(bare, box, picture, wanted if is_oversized else None)
    if parts is not bare:
        # What was decoded may take hundreds of MB, and is not wanted any more.
        del upright, bare
        one.forget()
    if picture.inks:
        return _toned(parts, profile, picture, inks, Developed(made, place, is_photograph))
    if inks:
        colored = _in_inks(parts, profile, inks, _fields_in(inks, place, picture))
    else:
        colored = _in_srgb(parts, profile)
    return Developed(made, place, is_photograph, colored, size=colored.size)


def _toned(
    image: Image.Image,
    profile: bytes | None,
    picture: Picture,
    inks: Inks | None,
    made: Developed,
) -> Developed:
    """The picture in the one or two colours that it is printed in."""
    from infographic.backends.pictures import toned

    shown = _in_srgb(image, profile)
    mask = shown.getchannel("A") if shown.mode in ("LA", "RGBA") else None
    # By way of RGB, which drops the alpha and keeps what lies under it.
    grey = (shown.convert("RGB") if mask is not None else shown).convert("L")
    if inks is None:
        colored = toned.for_screen(grey, picture.inks)
        if mask is not None:
            colored.putalpha(mask)
    elif mask is None and toned.needs_planes(picture.inks):
        planes = toned.planes_for_press(grey, picture.inks, inks.press)
        colorants = toned.colorants_of(picture.inks)
        return replaced(made, planes=planes, colorants=colorants, size=grey.size)
    else:
        colored = toned.for_press(grey, picture.inks, inks.press)
        if mask is not None:
            colored = _on_ground(colored, mask, inks, _fields_in(inks, made.place, picture))
    return replaced(made, image=colored, size=colored.size)


def _passes(one: Opened, inks: Inks | None) -> bool:
    """Whether a JPEG is already in the page's colours."""
    if one.header.kind != "JPEG":
        return False
    if inks is None:
        return one.image.mode in ("L", "RGB") and _is_srgb(one.profile)
    if one.image.mode != "CMYK":
        return False
    from infographic.backends.pictures import color_management

    if not color_management.is_press_space(one.profile, inks.press):
        return False
    return inks.press.keeps_inks or color_management.is_within(one.pixels(), inks.press.limit)


def _has_few_colors(image: Image.Image) -> bool:
    """Drawn rather than photographed: kept without loss."""
    if image.mode in ("1", "LA", "RGBA"):
        return True
    return image.getcolors(FEW_GREYS if image.mode == "L" else FEW_COLORS) is not None


def _cut(
    image: Image.Image, box: Rect, picture: Picture, wanted: tuple[float, float] | None
) -> tuple[Image.Image, Rect]:
    """The window's pixels, at most `wanted` of them, and where they lie on the page."""
    from PIL import Image

    whole = Rect(0, 0, *picture.size)
    if wanted is not None:
        size = max(1, round(wanted[0])), max(1, round(wanted[1]))
        sides = (
            max(box.x, 0.0),
            max(box.y, 0.0),
            min(box.right, image.width),
            min(box.bottom, image.height),
        )
        if image.mode == "1":
            image = image.convert("L")
        # Pillow weighs colours by their alpha here: what lies under a clear pixel stays out.
        return shrunk(image, size, sides, Image.Resampling.LANCZOS, image.mode), whole
    left, top = math.floor(box.x + 1e-6), math.floor(box.y + 1e-6)
    right = min(math.ceil(box.right - 1e-6), image.width)
    bottom = min(math.ceil(box.bottom - 1e-6), image.height)
    # Whole pixels round the window; what stands over is clipped.
    x_scale, y_scale = picture.size.width / box.width, picture.size.height / box.height
    place = Rect(
        (left - box.x) * x_scale,
        (top - box.y) * y_scale,
        (right - left) * x_scale,
        (bottom - top) * y_scale,
    )
    is_exact = max(map(abs, (a - b for a, b in zip(place, whole, strict=True)))) < 1e-3
    return cut(image, (left, top, right, bottom)), whole if is_exact else place


def _fields_in(inks: Inks, place: Rect, picture: Picture) -> tuple[Field, ...]:
    """The ground's fields in shares of the pixels, which lie at `place` in the picture."""
    width, height = picture.size
    return tuple(
        (
            Rect(
                (box.x * width - place.x) / place.width, (box.y * height - place.y) / place.height,
                box.width * width / place.width, box.height * height / place.height,
            ),
            tint,
        )
        for box, tint in inks.fields
    )  # fmt: skip


def _in_inks(
    image: Image.Image, profile: bytes | None, inks: Inks, fields: tuple[Field, ...]
) -> Image.Image:
    """In the press's inks, greys as greys; the ground shows through."""
    from infographic.backends.pictures import color_management

    if image.mode == "1":
        return image
    if image.mode not in ("LA", "RGBA"):
        return color_management.to_press(image, profile, inks.press)
    mask = image.getchannel("A")
    bare = image.convert("L" if image.mode == "LA" else "RGB")
    return _on_ground(color_management.to_press(bare, profile, inks.press), mask, inks, fields)


def _on_ground(
    image: Image.Image, mask: Image.Image, inks: Inks, fields: tuple[Field, ...]
) -> Image.Image:
    """Mixed in inks, so that a clear pixel has the ground's very numbers."""
    from PIL import Image, ImageChops

    whole = Rect(0, 0, 1, 1), inks.ground
    tints = [(box, tuple(round(255 * ink) for ink in tint)) for box, tint in (whole, *fields)]
    on_black = image.mode == "L" and not any(any(tint[:3]) for _, tint in tints)
    ground = Image.new("L" if on_black else "CMYK", image.size)
    for box, tint in tints:
        sides = (
            *(round(box.x * image.width), round(box.y * image.height)),
            *(round(box.right * image.width), round(box.bottom * image.height)),
        )
        ground.paste(255 - tint[3] if on_black else tint, sides)
    if image.mode == "L" and not on_black:
        none = Image.new("L", image.size)
        image = Image.merge("CMYK", (none, none, none, ImageChops.invert(image)))
    return Image.composite(image, ground, mask)


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    from infographic.backends.pictures import color_management

    if image.mode == "CMYK":
        return color_management.press_to_srgb(image, profile)
    if image.mode != "1" and not _is_srgb(profile):
        return color_management.to_srgb(image, profile)
    return image


def _is_srgb(profile: bytes | None) -> bool:
    from infographic.backends.pictures import color_management

    return profile is None or color_management.is_srgb(profile)
