"""The line at the head of a page: paper, section and page, date."""

from __future__ import annotations

from dataclasses import dataclass, replace

from infographic.blocks.rule import Rule
from infographic.display.items import Frame, Group, Placed, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.marks import Length
from infographic.layout.block import Region
from infographic.layout.setting import faults_of
from infographic.layout.stacking import in_height
from infographic.text.copy import Copy
from infographic.text.paragraph import SetLine, set_paragraph
from infographic.text.style import Alignment, TextStyle


@dataclass(frozen=True, slots=True)
class Folio:
    """Up to three short texts on one baseline, left, centre and right, between rules."""

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
    """Between the words and the rules."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        sides = (
            (self.left, self.left_style, Alignment.LEFT),
            (self.center, self.center_style, Alignment.CENTER),
            (self.right, self.right_style, Alignment.RIGHT),
        )
        lines: list[tuple[Copy, SetLine]] = []
        faults: list[Diagnostic] = []
        for copy, own, alignment in sides:
            if copy is None or not copy.text:
                continue
            style = replace(own or self.style, alignment=alignment, max_lines=1, indent=0.0)
            paragraph = set_paragraph(copy, style, region.width)
            faults += faults_of(paragraph, copy, style)
            lines.append((copy, paragraph.lines[0]))
        items: list[Placed] = []
        y = 0.0
        if self.rule_above is not None:
            half = self.rule_above.thickness / 2
            items += self.rule_above.across(Point(0, half), region.width, self.origin)
            y = 2 * half + self.gap
        above = max((line.above for _, line in lines), default=0.0)
        below = max((line.below for _, line in lines), default=0.0)
        baseline = y + above
        for copy, line in lines:
            placed = Placed(Point(line.x, baseline), line.text, copy.origin)
            group = Group((placed,), role=Role.PARAGRAPH, name="folio")
            items.append(Placed(Point(0, 0), group, copy.origin))
        y = baseline + below
        if self.rule_below is not None:
            half = self.rule_below.thickness / 2
            items += self.rule_below.across(
                Point(0, y + self.gap + half), region.width, self.origin
            )
            y += self.gap + 2 * half
        frame = Frame(Size(region.width, y), tuple(items), tuple(faults), baseline)
        return in_height(frame, region.height)
