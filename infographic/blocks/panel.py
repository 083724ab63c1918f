"""A block with a title, a ground, padding and rules at its edges."""

from __future__ import annotations

from infographic.blocks.rule import Rule
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Group, Placed, Role
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, is_running_text, lay_out
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.shapes import CornerKind, framed_box
from infographic.layout.stacking import Vertical, in_height, too_tall
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@record(kw_only=True)
class Boxed:
    """A ground and a border; shared by `panel` and `section`."""

    background: Color | None = None
    """Its ground; a pale tint does not exist on newsprint: there it has a border, or none."""
    padding: Insets = Insets()
    """Space inside its edges."""
    outset: Insets = Insets()
    """How far its ground reaches past its frame, as for a band that bleeds off."""
    border: Rule | None = None
    """A line all round, or a pair of them: of “thick-thin” the thick one is outside."""
    corners: CornerKind = "square"
    """Of its ground and border: “square”, “cut” off aslant, or “stepped” in (委角)."""
    corner: Length = 10.0
    """How far from a corner the cut begins."""

    def box(self, size: Size, origin: Origin) -> list[Placed]:
        """The ground and the border of a box so large."""
        out, items = self.outset, list[Placed]()
        if self.background is not None:
            area = Rect(-out.left, -out.top, size.width + out.across, size.height + out.down)
            items.append(framed_box(area, self.corners, self.corner, origin, self.background))
        if self.border is not None:
            items += self.border.around(Rect(0, 0, *size), self.corners, self.corner, origin)
        return items


@record(kw_only=True)
class Panel(Boxed):
    """A titled area of the page."""

    content: Block
    """What stands in it."""
    title: Copy | None = None
    """Its heading."""
    title_style: TextStyle | None = None
    title_gap: Length = 8.0
    """Below the title, and below the intro."""
    intro: Copy | None = None
    """A line between the title and the content."""
    note: Copy | None = None
    """A line below the content."""
    note_style: TextStyle | None = None
    """For the intro and the note; without it neither is set."""
    note_gap: Length = 8.0
    """Above the note."""
    title_rule: Rule | None = None
    """Below the title, in the middle of its gap."""
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    rule_left: Rule | None = None
    rule_right: Rule | None = None
    vertical: Vertical = "top"
    """Where its content stands when it is lower than the panel."""
    origin: Origin = BUILT_IN

    @property
    def is_running_text(self) -> bool:
        return is_running_text(self.content)

    def lay_out(self, region: Region) -> Frame:
        edges = self._edges()
        inner = region.width - edges.across
        faults = self._without_style()
        parts = list[tuple[Point, Frame]]()
        y = edges.top
        if self.title is not None and self.title_style is not None and self.title.text:
            title = set_copy(self.title, self.title_style, inner, role=Role.HEADING_2, name="title")
            parts.append((Point(edges.left, y), title))
            y += title.size.height + self.title_gap
            if self.title_rule is not None:
                at = Point(edges.left, y - self.title_gap / 2)
                parts.append((HERE, bare(self.title_rule.across(at, inner, self.origin))))
        intro, note = self._small(self.intro, inner), self._small(self.note, inner)
        if intro is not None:
            parts.append((Point(edges.left, y - self.title_gap / 2), intro))
            y += intro.size.height + self.title_gap / 2
        foot = note.size.height + self.note_gap if note is not None else 0.0
        room = None
        if region.height is not None:
            room = max(region.height - y - foot - edges.bottom, 0.0)
        content = lay_out(self.content, region.part(inner, room, y))
        if room is not None and self.vertical != "top":
            # Given the room it fills it; only as high as it likes can it stand in the middle.
            free = lay_out(self.content, region.part(inner, None, y))
            content = free if free.size.height <= room + TOLERANCE else content
        if room is not None:
            content = in_height(content, room, self.vertical)
        parts.append((Point(edges.left, y), content))
        if note is not None:
            parts.append((Point(edges.left, y + content.size.height + self.note_gap), note))
        height = y + content.size.height + foot + edges.bottom
        if region.height is not None and height > region.height + TOLERANCE:
            faults.append(too_tall(say("phrase/panel"), height, region.height, self.origin))
        size = Size(region.width, region.height or height)
        parts.insert(0, (HERE, bare(self._ground(size))))
        frame = together(size, parts, faults, baseline=y + content.baseline)
        return frame.grouped(self.origin, Role.SECTION, "panel")

    def _small(self, copy: Copy | None, width: float) -> Frame | None:
        if copy is None or self.note_style is None or not copy.text:
            return None
        return set_copy(copy, self.note_style, width, name="note")

    def _without_style(self) -> list[Diagnostic]:
        """Words that would not be set for want of a style."""
        wanted = (
            ("title", self.title, self.title_style),
            ("intro", self.intro, self.note_style),
            ("note", self.note, self.note_style),
        )
        return [
            Diagnostic(say("style-incomplete/panel", part=name), self.origin)
            for name, words, style in wanted
            if words is not None and words.text and style is None
        ]

    def _edges(self) -> Insets:
        """Padding and the rules' own thickness."""
        thick = [
            rule.thickness if rule else 0.0
            for rule in (self.rule_above, self.rule_right, self.rule_below, self.rule_left)
        ]
        pad = self.padding
        return Insets(
            pad.top + thick[0], pad.right + thick[1], pad.bottom + thick[2], pad.left + thick[3]
        )

    def _ground(self, size: Size) -> list[Placed]:
        origin = self.origin
        items = self.box(size, origin)
        if self.rule_above is not None:
            half = self.rule_above.thickness / 2
            items += self.rule_above.across(Point(0, half), size.width, origin)
        if self.rule_below is not None:
            half = self.rule_below.thickness / 2
            items += self.rule_below.across(Point(0, size.height - half), size.width, origin)
        if self.rule_left is not None:
            half = self.rule_left.thickness / 2
            items += self.rule_left.down(Point(half, 0), size.height, origin)
        if self.rule_right is not None:
            half = self.rule_right.thickness / 2
            items += self.rule_right.down(Point(size.width - half, 0), size.height, origin)
        ground = Group(tuple(items), role=Role.ARTIFACT, name="ground")
        return [Placed(Point(0, 0), ground, origin)] if items else []
