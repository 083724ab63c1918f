"""A rule: a hairline, a bar, or the newspaper's thick-and-thin pair."""

from __future__ import annotations

import math
from collections.abc import Iterator
from typing import Literal

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, Role, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
from infographic.layout.block import Region
from infographic.layout.shapes import CornerKind, framed_box, line


@record
class Rule:
    """A line across its frame; other blocks take one as their edge or divider."""

    color: Color
    weight: Length = 0.35
    """How thick it is."""
    kind: Literal["single", "thick-thin", "thin-thick", "double", "dotted", "dashed"] = "single"
    """thick-thin: 文武线, a bar with a hairline below it."""
    length: Length | None = None
    """How long it is, from the left; without one, as wide as its frame. Short and heavy above a
    device or a panel it is a tag: 6 pt by 18 mm."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        height = self.thickness if region.height is None else region.height
        items = self.across(Point(0, height / 2), region.width, self.origin)
        return Frame(Size(region.width, height), tuple(items))

    @property
    def thickness(self) -> float:
        return sum(weight for _, weight in self._strokes()) + self._between()

    def across(self, start: Point, length: float, origin: Origin) -> list[Placed]:
        """The rule from `start` to the right, centred on its y, no longer than it is to be."""
        length = length if self.length is None else min(self.length, length)
        y = start.y - self.thickness / 2
        lines = []
        for offset, stroke in self._lines():
            at = Point(start.x, y + offset)
            lines.append(line(at, at.moved(length, 0), stroke, origin))
        return [Placed(Point(0, 0), Group(tuple(lines), role=Role.ARTIFACT, name="rule"), origin)]

    def down(self, start: Point, length: float, origin: Origin) -> list[Placed]:
        """The rule from `start` downwards, centred on its x."""
        x = start.x - self.thickness / 2
        lines = []
        for offset, stroke in self._lines():
            at = Point(x + offset, start.y)
            lines.append(line(at, at.moved(0, length), stroke, origin))
        return [Placed(Point(0, 0), Group(tuple(lines), role=Role.ARTIFACT, name="rule"), origin)]

    def around(
        self, rect: Rect, kind: CornerKind, corner: float, origin: Origin
    ) -> Iterator[Placed]:
        """The rule as a frame inside a rectangle, its first line outermost."""
        for offset, stroke in self._lines():
            inner = Rect(
                rect.x + offset, rect.y + offset,
                rect.width - 2 * offset, rect.height - 2 * offset,
            )  # fmt: skip
            # An edge aslant moves in as far as the others do, so that its ends come nearer.
            nearer = offset * (2 - math.sqrt(2)) if kind == "cut" else 0.0
            yield framed_box(inner, kind, max(corner - nearer, 0.0), origin, stroke=stroke)

    def _lines(self) -> list[tuple[float, Stroke]]:
        """Each line's centre from the rule's outer edge, with its stroke."""
        dash = {"dotted": (self.weight, self.weight * 2), "dashed": (3.0, 2.0)}.get(self.kind, ())
        lines, y = [], 0.0
        for number, (_, weight) in enumerate(self._strokes()):
            y += self._between() if number else 0.0
            lines.append((y + weight / 2, Stroke(self.color, weight, dash)))
            y += weight
        return lines

    def _strokes(self) -> list[tuple[str, float]]:
        thin = max(self.weight / 5, 0.25)
        match self.kind:
            case "thick-thin":
                return [("thick", self.weight), ("thin", thin)]
            case "thin-thick":
                return [("thin", thin), ("thick", self.weight)]
            case "double":
                return [("one", self.weight), ("two", self.weight)]
            case _:
                return [("one", self.weight)]

    def _between(self) -> float:
        match self.kind:
            case "thick-thin" | "thin-thick":
                return max(self.weight * 0.6, 1.0)
            case "double":
                return max(self.weight * 2, 1.2)
            case _:
                return 0.0
