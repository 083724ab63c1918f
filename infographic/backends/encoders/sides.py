"""How long a side a format can say."""

from __future__ import annotations

from infographic.backends.raster import Raster
from infographic.foundation.calls import CALL
from infographic.foundation.diagnostics import SpecError, worded

JPEG_LONGEST, WEBP_LONGEST = 65_535, 16_383
"""Pixels a side."""


def must_fit(raster: Raster, name: str, longest: int) -> None:
    """Raise `SpecError` where a side has more pixels than the format can say."""
    width, height = raster.width, raster.height
    if max(width, height) <= longest:
        return
    mend = _mend(max(width, height), longest)
    message = f"a {name} has at most {longest:,} pixels a side, not {width:,} × {height:,}"
    raise SpecError([worded("picture-too-long", message, CALL, mend)])


def _mend(side: int, longest: int) -> str:
    """What makes it fit, with the scale that does.

    >>> _mend(20_000, 16_383)
    'cut it into tiles (--tiles), make it at most 0.819 times as large (--scale), or write a .jpg'
    """
    share = longest * 1000 // side / 1000
    other = ".jpg" if side <= JPEG_LONGEST else ".png"
    smaller = f"make it at most {share:g} times as large (--scale)"
    return f"cut it into tiles (--tiles), {smaller}, or write a {other}"
