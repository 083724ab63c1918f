"""A QR code: an address that a phone reads off the page."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated, Literal

from infographic.display.frame import Frame, together
from infographic.display.items import Group, Path, Placed, Role, Segment
from infographic.foundation.color import BLACK, WHITE, Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length, LengthField, Range
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.foundation.units import POINTS_PER
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.shapes import filled_box
from infographic.layout.stacking import Vertical, height_said, in_height
from infographic.text.copy import Copy
from infographic.text.keeping import count_work
from infographic.text.style import TextStyle

QUIET = 4
"""Modules of paper on every side (ISO/IEC 18004, 6.3.8)."""
LEAST_MODULE_MM = 0.4
"""What newsprint keeps apart."""
LEAST_MODULE_PX = 4.0
"""What is read off a phone by another: a canvas of 1080 px is shown at about a third."""


@record
class Qr:
    """A QR code with its quiet zone, and words below it."""

    text: str
    """What it says: “https://…”."""
    size: Annotated[float, LengthField(), Range(gt=0)] = 68.0
    """How wide and high it is, its quiet zone included."""
    color: Color = BLACK
    """Of its modules: one dark ink."""
    ground: Color = WHITE
    """Under it; it must be light."""
    error: Literal["l", "m", "q", "h"] = "m"
    """How much may be damaged: 7, 15, 25 or 30 %."""
    caption: Copy | None = None
    """What it leads to: “扫码看全文”."""
    caption_style: TextStyle | None = None
    """Without one the caption is not set."""
    gap: Length = 2.0
    """Between code and caption."""
    alt: str = ""
    """For who cannot see it; without one, what it says."""
    align: Literal["left", "center", "right"] = "left"
    """Where it stands in a wider frame."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN
    text_origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        modules = _modules(self.text, self.error)
        if modules is None:
            characters, bits = len(self.text), len(self.text.encode())
            saying = say("qr-text", characters=characters, bytes=bits, error=self.error)
            fault = Diagnostic(saying, self.text_origin)
            return Frame(Size(region.width, self.size), faults=(fault,))
        faults = self._faults(len(modules), region)
        count_work("code-modules", len(modules) ** 2, self.origin)
        spare = max(region.width - self.size, 0.0)
        left = {"left": 0.0, "center": spare / 2, "right": spare}[self.align]
        parts = [(Point(left, 0), self._drawn(modules))]
        height = self.size
        if self.caption is not None and self.caption_style is not None and self.caption.text:
            # Under the modules, not under their quiet zone.
            zone = self.size * QUIET / (len(modules) + 2 * QUIET)
            measure = self.size - 2 * zone
            words = set_copy(
                self.caption, self.caption_style, measure, role=Role.CAPTION, name="caption"
            )
            parts.append((Point(left + zone, height + self.gap), words))
            height += self.gap + words.size.height
        if region.height is not None and height > region.height + TOLERANCE:
            given = height_said(height, region.height)
            faults.append(Diagnostic(say("overfull/qr-tall", **given), self.origin))
        frame = together(Size(region.width, height), parts, faults)
        return in_height(frame, region.height, self.vertical)

    def _drawn(self, modules: Modules) -> Frame:
        """The code on its ground, as one figure: modules that touch are one outline."""
        step = self.size / (len(modules) + 2 * QUIET)
        under = filled_box(Rect(0, 0, self.size, self.size), self.ground, self.origin)
        path = Path(outline_of(modules, step), fill=self.color)
        code = Placed(Point(QUIET * step, QUIET * step), path, self.text_origin)
        figure = Group((under, code), role=Role.FIGURE, alt=self.alt or self.text, name="qr")
        return Frame(Size(self.size, self.size), (Placed(Point(0, 0), figure, self.origin),))

    def _faults(self, count: int, region: Region) -> list[Diagnostic]:
        tokens = region.givens.tokens
        on_screen = tokens is not None and tokens.unit == "px"
        unit, least = ("px", LEAST_MODULE_PX) if on_screen else ("mm", LEAST_MODULE_MM)
        wanted = (count + 2 * QUIET) * least * POINTS_PER[unit]
        faults = []
        if self.size < wanted - TOLERANCE:
            key = {"modules": count, "across": count + 2 * QUIET, "size": self.size}
            saying = (
                say("qr-small/screen", **key, wanted=wanted)
                if on_screen
                else say("qr-small/print", **key, wanted=wanted)
            )
            faults.append(Diagnostic(saying, self.origin))
        if self.size > region.width + TOLERANCE:
            given = height_said(self.size, region.width)
            faults.append(Diagnostic(say("overfull/qr-wide", **given), self.origin))
        if sum(self.color.srgb) > sum(self.ground.srgb) - 1:
            faults.append(Diagnostic(say("qr-pale"), self.origin))
        return faults


Modules = tuple[tuple[bool, ...], ...]
"""Rows of modules, True where one is dark."""


@lru_cache(maxsize=32)
def _modules(text: str, error: str) -> Modules | None:
    """The code's modules without its quiet zone; None where the text is empty or too long."""
    # Late: few pages have a code.
    import segno

    if not text.strip():
        return None
    try:
        # A higher level than was asked for would make smaller modules.
        code = segno.make(text, error=error, boost_error=False, micro=False)
    except segno.DataOverflowError:
        return None
    return tuple(tuple(bool(one) for one in row) for row in code.matrix)


def outline_of(modules: Modules, step: float) -> tuple[Segment, ...]:
    """The outlines of all dark modules, holes wound the other way; `step` is a module's side.

    Modules side by side have no edge between them, so that no renderer shows a seam.
    """
    ways = _edges(modules)
    segments: list[Segment] = []
    # A corner may begin two outlines; those that are drawn take no corner from the rest in turn.
    for start in (corner for corner, to in ways.items() for _ in range(len(to))):
        if not ways[start]:
            continue
        corners, at = [start], ways[start].pop()
        came = (at[0] - start[0], at[1] - start[1])
        while at != start:
            corners.append(at)
            following = ways[at]
            # Where two modules touch at a corner only, each keeps to itself: turn right.
            right = (at[0] - came[1], at[1] + came[0])
            after = right if right in following else next(iter(following))
            following.remove(after)
            came = (after[0] - at[0], after[1] - at[1])
            at = after
        for number, (x, y) in enumerate(_turns(corners)):
            segments.append(("L" if number else "M", (x * step, y * step)))
        segments.append(("Z", ()))
    return tuple(segments)


Corner = tuple[int, int]


def _edges(modules: Modules) -> dict[Corner, set[Corner]]:
    """Every edge between dark and light, clockwise round the dark, by the corner it starts at."""
    ways: dict[Corner, set[Corner]] = {}

    def is_dark(x: int, y: int) -> bool:
        return 0 <= y < len(modules) and 0 <= x < len(modules[y]) and modules[y][x]

    for y, row in enumerate(modules):
        for x, dark in enumerate(row):
            if not dark:
                continue
            sides = (
                ((x, y), (x + 1, y), is_dark(x, y - 1)),
                ((x + 1, y), (x + 1, y + 1), is_dark(x + 1, y)),
                ((x + 1, y + 1), (x, y + 1), is_dark(x, y + 1)),
                ((x, y + 1), (x, y), is_dark(x - 1, y)),
            )
            for start, end, inside in sides:
                if not inside:
                    ways.setdefault(start, set()).add(end)
    return ways


def _turns(corners: list[Corner]) -> list[Corner]:
    """Of a closed way's corners those where it turns."""
    count = len(corners)
    return [
        corners[i]
        for i in range(count)
        if (corners[i][0] - corners[i - 1][0], corners[i][1] - corners[i - 1][1])
        != (
            corners[(i + 1) % count][0] - corners[i][0],
            corners[(i + 1) % count][1] - corners[i][1],
        )
    ]
