"""The line at the head of a page: paper, section and page, date."""

from __future__ import annotations

from infographic.blocks.rule import Rule
from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.copyfit import finished, ladder
from infographic.layout.setting import faults_of, placed_line, set_copy
from infographic.layout.stacking import in_height, pile
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import Alignment, TextStyle

Side = tuple[Copy, TextStyle, Alignment]


@record
class Folio:
    """Up to three short texts on one baseline, left, centre and right, between rules.

    Where they are too long to stand side by side, even as small as the “fit” of their styles lets
    them be, they stand one below the other.
    """

    style: TextStyle
    left: Copy | None = None
    center: Copy | None = None
    right: Copy | None = None
    left_style: TextStyle | None = None
    """The paper's name, where it is set as a logotype."""
    center_style: TextStyle | None = None
    right_style: TextStyle | None = None
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    gap: Length = 4.0
    """Between the words and the rules, and between texts that stand one below the other."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        sides = self._sides()
        words = _made_to_fit(sides, region) or self._one_below_another(sides, region.width)
        frames = [words]
        for rule, at in ((self.rule_above, 0), (self.rule_below, len(frames) + 1)):
            if rule is not None:
                line = rule.across(Point(0, rule.thickness / 2), region.width, self.origin)
                frames.insert(at, Frame(Size(region.width, rule.thickness), tuple(line)))
        frame = pile(
            frames,
            region.width,
            self.gap,
            region.height,
            self.origin,
            say("phrase/words-and-rules"),
        )
        return in_height(frame, region.height)

    def _sides(self) -> list[Side]:
        every = (
            (self.left, self.left_style, Alignment.LEFT),
            (self.center, self.center_style, Alignment.CENTER),
            (self.right, self.right_style, Alignment.RIGHT),
        )
        return [
            (
                copy,
                replaced(own or self.style, alignment=alignment, indent=0.0, hanging_indent=0.0),
                alignment,
            )
            for copy, own, alignment in every
            if copy is not None and copy.text
        ]

    def _one_below_another(self, sides: list[Side], width: float) -> Frame:
        frames = [
            set_copy(copy, replaced(style, alignment=Alignment.LEFT), width, name="folio")
            for copy, style, _ in sides
        ]
        return pile(frames, width, self.gap, None, self.origin, say("phrase/words"))


def _made_to_fit(sides: list[Side], region: Region) -> Frame | None:
    """The texts on one baseline, those whose styles fit made smaller together until they do."""
    as_they_are = [(copy, finished(style), side) for copy, style, side in sides]
    frame = _in_a_row(as_they_are, region.width)
    if frame is not None:
        return frame
    smallest = region.givens.smallest
    ladders = [ladder((copy,), _in_width(style), smallest) for copy, style, _ in sides]
    for step in range(max(map(len, ladders), default=1)):
        done = [rungs[min(step, len(rungs) - 1)] for rungs in ladders]
        tried = [(d.copies[0], d.style, side[2]) for d, side in zip(done, sides, strict=True)]
        frame = _in_a_row(tried, region.width)
        if frame is not None:
            notes = [n for d, side in zip(done, sides, strict=True) for n in d.notes(side[1])]
            return replaced(frame, faults=(*frame.faults, *notes))
    return None


def _in_width(style: TextStyle) -> TextStyle:
    """The style without the remedy that does nothing for one line."""
    if style.fit is None:
        return style
    remedies = tuple(remedy for remedy in style.fit.remedies if remedy != "leading")
    return replaced(style, fit=replaced(style.fit, remedies=remedies))


def _in_a_row(sides: list[Side], width: float) -> Frame | None:
    """The texts on one baseline; None where two would touch or one needs two lines."""
    lines: list[tuple[Copy, SetLine]] = []
    faults: list[Diagnostic] = []
    reached = 0.0
    for copy, style, _ in sides:
        paragraph = set_paragraph(copy, style, width)
        line = paragraph.lines[0]
        if len(paragraph.lines) > 1 or (lines and line.x < reached + style.size):
            return None
        reached = line.x + line.text.width
        faults += faults_of(paragraph, copy, style)
        lines.append((copy, line))
    above = max((line.above for _, line in lines), default=0.0)
    below = max((line.below for _, line in lines), default=0.0)
    items = []
    for copy, line in lines:
        placed = placed_line(line, Point(line.x, above), copy.origin)
        group = Group(placed, role=Role.PARAGRAPH, name="folio")
        items.append(Placed(Point(0, 0), group, copy.origin))
    return Frame(Size(width, above + below), tuple(items), tuple(faults), above)
