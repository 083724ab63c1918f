"""How far a layout's colours on the screen are from what the press makes of their inks."""

from __future__ import annotations

from collections.abc import Iterable

from infographic.backends.pictures import color_management
from infographic.foundation.color import Color, Srgb
from infographic.foundation.record import record
from infographic.press.color_difference import difference, lab_of


@record
class Drift:
    """One colour, chosen for the screen and as it comes off the press."""

    color: Color
    printed: Srgb
    on_coated: Srgb
    """The same inks on coated paper: what a designer's screen usually shows."""

    @property
    def of_print(self) -> float:
        """ΔE₀₀ between the screen's colour and the printed one."""
        return difference(lab_of(self.color.srgb), lab_of(self.printed))

    @property
    def of_coated(self) -> float:
        return difference(lab_of(self.color.srgb), lab_of(self.on_coated))


def drifts(colors: Iterable[Color], icc: bytes) -> list[Drift]:
    """Each colour's drift; the paper counts as white, as the eye takes it."""
    coated = color_management.COATED.read_bytes()
    return [Drift(each, _printed(each, icc), _printed(each, coated)) for each in colors]


def _printed(color: Color, icc: bytes) -> Srgb:
    from PIL import Image

    shares = tuple(round(ink * 255) for ink in color.cmyk)
    condition = color_management.condition(icc, 4.0)
    seen = color_management.as_printed(Image.new("CMYK", (1, 1), shares), condition, paper=False)
    r, g, b = seen.tobytes()
    return r / 255, g / 255, b / 255
