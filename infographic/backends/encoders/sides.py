"""How many pixels a format can say, and its maker hold."""

from __future__ import annotations

from infographic.backends.raster import Raster
from infographic.foundation import limits
from infographic.foundation.calls import CALL
from infographic.foundation.diagnostics import Diagnostic, MachineError, SpecError
from infographic.foundation.sayings import say

JPEG_LONGEST, WEBP_LONGEST = 65_535, 16_383
"""Pixels a side."""


def must_fit(raster: Raster, name: str, longest: int) -> None:
    """Raise `SpecError` where a side has more pixels than the format can say, and `MachineError`
    for more in all than the limit “packed-pixels”."""
    width, height = raster.width, raster.height
    if max(width, height) <= longest:
        most = limits.most("packed-pixels")
        if width * height > most:
            raise MachineError(
                say("machine/picture-pixels",
                    width=width, height=height, most=most, limit="packed-pixels")
            )  # fmt: skip
        return
    side = max(width, height)
    saying = say(
        "picture-too-long", format=name, longest=longest, width=width, height=height,
        scale=longest * 1000 // side / 1000, other=".jpg" if side <= JPEG_LONGEST else ".png",
    )  # fmt: skip
    raise SpecError([Diagnostic(saying, CALL)])
