"""Paragraphs with a mark before each."""

from __future__ import annotations

from dataclasses import dataclass

from infographic.blocks.figure import numeral
from infographic.blocks.rule import Rule
from infographic.display.items import Frame, Group, Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point
from infographic.foundation.marks import Length
from infographic.layout.block import Region
from infographic.layout.framed import WordFrame
from infographic.layout.setting import faults_of, set_copy
from infographic.layout.stacking import pile
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class List:
    """Short paragraphs, each with a mark or number hung out to its left."""

    items: tuple[Copy, ...]
    """The paragraphs."""
    style: TextStyle
    marker: str = "•"
    """The mark; “1” counts 1 2 3, “①” counts ① ② ③, "" sets none."""
    marker_style: TextStyle | None = None
    hang: Length = 12.0
    """From the left edge to the words."""
    gap: Length = 4.0
    """Between two items."""
    rule: Rule | None = None
    """In the middle of each gap."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        hang = self.hang if self.marker else 0.0
        room = WordFrame.of(self.style, region.part(region.width - hang, region.height), self.gap)
        done = room.fitted(self.items, self.style, region.givens)
        frames = []
        unset: list[Diagnostic] = []
        for number, copy in enumerate(done.copies):
            words = set_copy(copy, done.style, region.width - hang, name="item")
            placed = list(words.placed(Point(hang, 0)))
            if self.marker:
                marker, faults = self._marker(number, words.baseline, done.style, copy.origin)
                placed.insert(0, marker)
                unset += faults
            if self.rule is not None and number:
                placed += self.rule.across(Point(0, -self.gap / 2), region.width, self.origin)
            group = Group(tuple(placed), role=Role.LIST_ITEM, name="item")
            frames.append(
                Frame(
                    words.size._replace(width=region.width),
                    (Placed(Point(0, 0), group, copy.origin),),
                    words.faults,
                    words.baseline,
                )
            )
        frame = pile(frames, region.width, self.gap, region.height, self.origin, "the list's items")
        group = Group(frame.items, role=Role.LIST, name="list")
        height = frame.size.height if region.height is None else region.height
        whole = Frame(
            frame.size._replace(height=height),
            (Placed(Point(0, 0), group, self.origin),),
            (*frame.faults, *dict.fromkeys(unset)),
            frame.baseline,
        )
        return room.finished(whole, done, self.style)

    def _marker(
        self, number: int, baseline: float, words: TextStyle, origin: Origin
    ) -> tuple[Placed, tuple[Diagnostic, ...]]:
        """An item's mark, and what is wrong with it."""
        circled = numeral(number + 1) if number < 50 else str(number + 1)
        text = {"1": str(number + 1), "①": circled}.get(self.marker, self.marker)
        style = self.marker_style or words
        copy = Copy((Span(text),), self.origin / "marker")
        paragraph = set_paragraph(copy, style, float("inf"))
        mark = Placed(Point(0, baseline), paragraph.lines[0].text, origin)
        return mark, faults_of(paragraph, copy, style)
