"""A colour as both of its numbers: the inks for the press and sRGB for the screen.

The two stand side by side and are never converted into each other: a designer chose both. Of either
it can be said how much light it gives back, and how two stand out from each other.

Contrast is WCAG 2's, 1 to 21: (lighter + 0.05) / (darker + 0.05) of relative luminances. On paper
the luminances are what the paper and its inks reflect.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.record import record
from infographic.foundation.sayings import say

Cmyk = tuple[float, float, float, float]
Srgb = tuple[float, float, float]


@record
class Spot:
    """An ink of its own, on a plate of its own: “PANTONE 186 C”."""

    name: str
    cmyk: Cmyk
    """How its solid looks in process inks, for proofs and for presses without it."""


PROCESS_INKS = ("Cyan", "Magenta", "Yellow", "Black")
RESERVED_INKS = (*PROCESS_INKS, "All", "None")
"""Names of separations that mean something else (ISO 32000-1, 8.6.6.4)."""


@record
class Color:
    """A named colour; every component lies in 0…1 (1.0 is a solid ink, or full light)."""

    name: str
    cmyk: Cmyk
    """The process inks; of a spot colour those that stand for it."""
    srgb: Srgb
    spot: Spot | None = None
    """Printed with this ink, and none of the process inks."""
    strength: float = 1.0
    """The share of the spot's ink."""
    for_screens: bool = False
    """It was given in sRGB alone: it has no inks, and no press may print it."""

    def tinted(self, share: float) -> Color:
        """This colour at a share of its strength on white paper.

        >>> Color("black", (0, 0, 0, 1), (0, 0, 0)).tinted(0.25).cmyk
        (0.0, 0.0, 0.0, 0.25)
        """
        c, m, y, k = (round(ink * share, 4) for ink in self.cmyk)
        r, g, b = (round(1 - (1 - light) * share, 4) for light in self.srgb)
        strength = round(self.strength * share, 4) if self.spot else 1.0
        name = f"{self.name} {share * 100:g}%"
        return Color(name, (c, m, y, k), (r, g, b), self.spot, strength, self.for_screens)

    def over(self, ground: Color, opacity: float) -> Color:
        """What is seen of this colour where the ground shows through it.

        >>> grey(1.0).over(WHITE, 0.25).cmyk
        (0.0, 0.0, 0.0, 0.25)
        """
        if self.spot is not None or ground.spot is not None:
            # Inks of their own do not mix into others: each keeps its share.
            return self.tinted(opacity)

        def mixed(mine: float, below: float) -> float:
            return round(mine * opacity + below * (1 - opacity), 4)

        c, m, y, k = map(mixed, self.cmyk, ground.cmyk)
        r, g, b = map(mixed, self.srgb, ground.srgb)
        return Color(self.name, (c, m, y, k), (r, g, b), for_screens=self.for_screens)

    @property
    def coverage(self) -> float:
        """The sum of the inks; 3.0 is 300 %."""
        return self.strength if self.spot else sum(self.cmyk)

    @property
    def is_black_alone(self) -> bool:
        """Solid process black and no other ink."""
        return self.cmyk == (0.0, 0.0, 0.0, 1.0) and self.spot is None


def color_of(colors: Mapping[str, Color], text: str, origin: Origin) -> Color | Diagnostic:
    """A token's colour, or a tint of it: “accent”, “accent 12%”; or why it is none."""
    name, _, share = text.partition(" ")
    color = colors.get(name)
    if color is None:
        if read_hex(name) is not None:
            return Diagnostic(say("color-unknown/hex", name=name), origin)
        return Diagnostic(say("color-unknown", name=name), origin, nearest(name, colors))
    if not share:
        return color
    try:
        strength = float(share.strip().removesuffix("%"))
    except ValueError:
        strength = -1.0
    if not share.strip().endswith("%") or not 0 <= strength <= 100:
        return Diagnostic(say("color-value/tint", text=text, name=name), origin)
    return color.tinted(strength / 100)


def grey(k: float) -> Color:
    """A share of black ink alone, with the grey a reader expects of it on a screen.

    >>> grey(1.0).srgb
    (0.102, 0.102, 0.102)
    """
    # K 100 on a screen is a soft black: pure #000 is harsher than any ink.
    light = round(1 - k * 0.898, 4)
    return Color(f"K{k * 100:g}", (0.0, 0.0, 0.0, k), (light, light, light))


BLACK = grey(1.0)
REGISTRATION = Color("registration", (1.0, 1.0, 1.0, 1.0), BLACK.srgb, Spot("All", (1, 1, 1, 1)))
"""On every plate there is: for marks outside the bleed only."""
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


FLARE = 0.05
Luminance = Callable[[Color], float]
"""How much light a colour gives back, 0…1."""


def contrast(one: float, other: float) -> float:
    """The contrast of two luminances, whichever is lighter.

    >>> contrast(1.0, 0.0)
    21.0
    """
    low, high = sorted((one, other))
    return (high + FLARE) / (low + FLARE)


def on_screen(color: Color) -> float:
    """Relative luminance of its sRGB (IEC 61966-2-1).

    >>> round(on_screen(Color("red", (0, 1, 1, 0), (1.0, 0.0, 0.0))), 4)
    0.2126
    """
    red, green, blue = (
        value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4
        for value in color.srgb
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@record
class PaperLight:
    """What a paper and its solid inks reflect: luminance Y of each, 0…1, under one light."""

    paper: float
    cyan: float
    magenta: float
    yellow: float
    black: float
    darkest: float = 0.0
    """What all inks together still reflect; the black's where it is 0."""
    gain: float = 0.0
    """By how much a tint of 50 % prints darker, as a share of the area: 0.26 on newsprint
    (ISO 12647-3)."""

    def of(self, color: Color) -> float:
        """How much light a colour gives back in print.

        Each ink covers its share of the paper and of the inks under it at random (Demichel 1924),
        and lets through what its solid does; a spot ink counts as its process inks.

        Within 0.2 of what the shipped profiles say of the contrasts of newsprint, 0.5 of coated.

        >>> black = Color("black", (0, 0, 0, 1), (0, 0, 0))
        >>> round(contrast(NEWSPRINT.of(black), NEWSPRINT.paper), 2)
        4.91
        """
        solids = (self.cyan, self.magenta, self.yellow, self.black)
        inks, strength = (color.spot.cmyk, color.strength) if color.spot else (color.cmyk, 1.0)
        light = self.paper
        for share, solid in zip(inks, solids, strict=True):
            covered = self._printed(share * strength)
            light *= 1 - covered + covered * solid / self.paper
        return max(light, self.darkest or min(solids))

    def _printed(self, share: float) -> float:
        """A tint with its dot gain, greatest at 50 %."""
        return min(share + 4 * self.gain * share * (1 - share), 1.0)


NEWSPRINT = PaperLight(0.662, 0.273, 0.232, 0.574, 0.095, darkest=0.083, gain=0.26)
"""As the shipped profile IFRA26S_2004 has them, absolute colorimetric."""
COATED = PaperLight(0.874, 0.228, 0.170, 0.742, 0.021, darkest=0.013, gain=0.15)
"""As FOGRA39L_coated has them."""
