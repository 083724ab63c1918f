"""Pictures from one colour space into another, by ICC profiles (littlecms through Pillow).

Only pictures come here. Type and paths carry inks and sRGB side by side and are never converted.
"""

from __future__ import annotations

import io
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from PIL import ImageCms

if TYPE_CHECKING:
    from PIL import Image

PROFILES = Path(__file__).resolve().parent.parent / "press"
NEWSPRINT = PROFILES / "IFRA26S_2004_newsprint.icc"
COATED = PROFILES / "FOGRA39L_coated.icc"

# Relative colorimetric with black point compensation keeps within newsprint's 220 % of ink with
# this profile; its perceptual tables do not (press.md, section 2).
INTENT = ImageCms.Intent.RELATIVE_COLORIMETRIC
FLAGS = ImageCms.Flags.BLACKPOINTCOMPENSATION


def to_press(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB into the newsprint's CMYK."""
    return _applied(_to_press(_usable(profile, "RGB")), image)


def to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """RGB of another space into sRGB; alpha stays."""
    source = _usable(profile, "RGB")
    if source is None:
        return image
    if image.mode == "RGBA":
        converted = _applied(_to_srgb(source, "RGB"), image.convert("RGB"))
        converted.putalpha(image.getchannel("A"))
        return converted
    return _applied(_to_srgb(source, "RGB"), image)


def press_to_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """CMYK into sRGB; without a profile of its own, as on coated paper.

    By newsprint's profile, colours on a screen would look washed out and blacks brown.
    """
    source = _usable(profile, "CMYK") or COATED.read_bytes()
    return _applied(_to_srgb(source, "CMYK"), image)


@lru_cache(maxsize=64)
def is_srgb(profile: bytes) -> bool:
    opened = _opened(profile)
    return opened is None or "sRGB" in ImageCms.getProfileDescription(opened)


def _usable(profile: bytes | None, space: str) -> bytes | None:
    """The profile, if it is whole and of this colour space; a wrong one is as good as none."""
    if profile is None:
        return None
    opened = _opened(profile)
    return profile if opened is not None and opened.profile.xcolor_space.strip() == space else None


def _opened(profile: bytes) -> ImageCms.ImageCmsProfile | None:
    try:
        return ImageCms.ImageCmsProfile(io.BytesIO(profile))
    except (OSError, ImageCms.PyCMSError):
        return None


def _srgb() -> ImageCms.ImageCmsProfile:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))


@lru_cache(maxsize=16)
def _to_press(profile: bytes | None) -> ImageCms.ImageCmsTransform:
    source = _srgb() if profile is None else ImageCms.ImageCmsProfile(io.BytesIO(profile))
    return ImageCms.buildTransform(
        source, str(NEWSPRINT), "RGB", "CMYK", renderingIntent=INTENT, flags=FLAGS
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
