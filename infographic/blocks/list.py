"""Paragraphs with a mark before each."""

from __future__ import annotations

from infographic.blocks.figure import numeral
from infographic.blocks.rule import Rule
from infographic.display.frame import Frame
from infographic.display.items import Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.framed import WordFrame
from infographic.layout.setting import faults_of, set_copy
from infographic.layout.stacking import pile
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@record
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
            item = words.moved(hang, 0)
            if self.marker:
                marker, faults = self._marker(number, words.baseline, done.style, copy.origin)
                item = item.adorned(under=(marker,))
                unset += faults
            if self.rule is not None and number:
                at = Point(0, -self.gap / 2)
                item = item.adorned(over=self.rule.across(at, region.width, self.origin))
            item = replaced(item, size=Size(region.width, words.size.height))
            frames.append(item.grouped(copy.origin, Role.LIST_ITEM, "item"))
        frame = pile(
            frames, region.width, self.gap, region.height, self.origin, say("phrase/items")
        )
        height = frame.size.height if region.height is None else region.height
        whole = replaced(
            frame.grouped(self.origin, Role.LIST, "list"),
            size=Size(region.width, height),
            faults=(*frame.faults, *dict.fromkeys(unset)),
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
