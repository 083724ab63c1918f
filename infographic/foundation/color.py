"""A colour as both of its numbers: the inks for the press and sRGB for the screen.

The two stand side by side and are never converted into each other: a designer chose both.
"""

from __future__ import annotations

from dataclasses import dataclass

Cmyk = tuple[float, float, float, float]
Srgb = tuple[float, float, float]


@dataclass(frozen=True, slots=True)
class Color:
    """A named colour; every component lies in 0…1 (1.0 is a solid ink, or full light)."""

    name: str
    cmyk: Cmyk
    srgb: Srgb

    def tinted(self, share: float) -> Color:
        """This colour at a share of its strength on white paper.

        >>> Color("black", (0, 0, 0, 1), (0, 0, 0)).tinted(0.25).cmyk
        (0.0, 0.0, 0.0, 0.25)
        """
        c, m, y, k = (round(ink * share, 4) for ink in self.cmyk)
        r, g, b = (round(1 - (1 - light) * share, 4) for light in self.srgb)
        return Color(f"{self.name} {share * 100:g}%", (c, m, y, k), (r, g, b))

    @property
    def coverage(self) -> float:
        """The sum of the inks; 3.0 is 300 %."""
        return sum(self.cmyk)


def grey(k: float) -> Color:
    """A share of black ink alone, with the grey a reader expects of it on a screen.

    >>> grey(1.0).srgb
    (0.102, 0.102, 0.102)
    """
    # K 100 on a screen is a soft black: pure #000 is harsher than any ink.
    light = round(1 - k * 0.898, 4)
    return Color(f"K{k * 100:g}", (0.0, 0.0, 0.0, k), (light, light, light))


BLACK = grey(1.0)
WHITE = Color("paper", (0.0, 0.0, 0.0, 0.0), (1.0, 1.0, 1.0))


def read_hex(text: str) -> Srgb | None:
    """Read “#d7332c” or “#fff”; None where it is neither.

    >>> read_hex("#ff0000")
    (1.0, 0.0, 0.0)
    """
    digits = text.removeprefix("#")
    if len(digits) == 3:
        digits = "".join(2 * digit for digit in digits)
    if not text.startswith("#") or len(digits) != 6:
        return None
    try:
        r, g, b = (round(int(digits[i : i + 2], 16) / 255, 6) for i in (0, 2, 4))
    except ValueError:
        return None
    return r, g, b
