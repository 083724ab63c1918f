"""The ICC profiles that pictures bring with them: which of them are of any use."""

from __future__ import annotations

import io

from infographic.foundation.memo import Memo

SPACES = {
    "RGB": "RGB", "RGBA": "RGB", "RGBa": "RGB", "P": "RGB", "PA": "RGB", "YCbCr": "RGB",
    "CMYK": "CMYK", "L": "GRAY", "LA": "GRAY", "La": "GRAY", "1": "GRAY", "LAB": "LAB",
}  # fmt: skip
"""The colour space that a profile is for, by Pillow's modes."""
_MODES = {"RGB": "RGB", "CMYK": "CMYK", "GRAY": "L", "LAB": "LAB"}
_KNOWN: Memo[str] = Memo("profiles of pictures", 64)
SOUND, DAMAGED, OTHER = "sound", "damaged", "other"


def state_of(profile: bytes, mode: str) -> str:
    """`SOUND`, `DAMAGED`, or `OTHER`: of another colour space than pixels of this mode."""
    space = "GRAY" if mode.startswith("I") else SPACES.get(mode, "")
    return _KNOWN.made((profile, space), lambda: _state_of(profile, space))


def _state_of(profile: bytes, space: str) -> str:
    # Late: littlecms takes 15 ms to import, and few pictures have a profile.
    from PIL import ImageCms

    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(profile))
        own = opened.profile.xcolor_space.strip()
        if own != space and not (own in _MODES and space == "LAB"):
            return OTHER if own in _MODES else DAMAGED
        # Whether its tables are there shows when they are used.
        target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
        ImageCms.buildTransform(opened, target, _MODES[own], "RGB", flags=ImageCms.Flags.NOOPTIMIZE)
    except (OSError, ValueError, TypeError, ImageCms.PyCMSError):
        return DAMAGED
    return SOUND
