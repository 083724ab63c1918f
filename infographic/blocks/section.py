"""A section of a page: a tab or a numeral, a rule, its title, what it holds, and a foot.

What stands from the rule on is in a box, if it has a ground or a border.
"""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.blocks.panel import Boxed
from infographic.blocks.rule import Rule
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed, Role
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.shapes import filled_box
from infographic.layout.stacking import in_height, too_tall
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

FORMAL = "零壹贰叁肆伍陆柒捌玖"
HAN = "零一二三四五六七八九"
BESIDE_MARK = 0.3
"""Between a mark on the axis and the rule at its sides, in shares of the mark's height."""
Numeral = Literal["01", "1", "一", "壹", "none"]


class Head(NamedTuple):
    """Where the parts of a section's head stand. In points."""

    mark: Point
    top: float
    """Of the rule; the ground begins there."""
    foot: float
    """Where the head ends."""
    rules: tuple[tuple[float, float], ...]
    """Where each piece of the rule begins, and how long it is."""


@record(kw_only=True)
class Section(Boxed):
    """A tab (a reversed label) or a numeral, a rule, a title, blocks, and a foot.

    A ground or border is of what stands from the rule on."""

    content: Block
    color: Color | None = None
    """Of the tab and the rule."""
    colors: tuple[Color, ...] = ()
    """In place of one colour: those of sections 1, 2, 3 … by `number`, in turn:
    ["section-1", "section-2", "section-3", "section-4"]."""
    tab: Copy | None = None
    """A label on a tab of the colour, standing on the rule: “数说”."""
    tab_style: TextStyle | None = None
    """Its style, in a colour that is read on the tab; in print 10 pt bold or more."""
    number: Annotated[int, Range(ge=0, le=99)] = 0
    """Its number, which is set where it has no tab; 0 sets none. {"$index": 1} counts."""
    numeral: Numeral = "01"
    """How the number is written: 01, 1, 一 or 壹."""
    number_style: TextStyle | None = None
    """Its style; without one, it stands on a tab in `tab_style`."""
    title: Copy | None = None
    """A title sentence below the rule."""
    title_style: TextStyle | None = None
    """Its style."""
    rule: Length = 6.0
    """How thick the rule is."""
    line: Rule | None = None
    """In place of that rule: one of its own colour and kind, a pair of gold lines, say."""
    align: Literal["left", "center"] = "left"
    """“center”: tab or numeral on the section's axis, the rule running up to it from both sides."""
    gap: Length = 6.0
    """Between rule, title, content and foot."""
    foot: Copy | None = None
    """A line at its foot: where it is from."""
    foot_style: TextStyle | None = None
    """Its style."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        color = self.color
        if self.colors:
            color = self.colors[max(self.number - 1, 0) % len(self.colors)]
        if color is None:
            fault = Diagnostic(say("section-color"), self.origin)
            return Frame(Size(region.width, 0), faults=(fault,))
        parts, faults = list[tuple[Point, Frame]](), self._without_style()
        mark = self._mark(color)
        head = self._head(mark, region.width)
        if mark is not None:
            parts.append((head.mark, mark))
        pad, y = self.padding, head.foot + self.gap + self.padding.top
        inner = region.width - pad.across
        if self.title is not None and self.title_style is not None and self.title.text:
            title = set_copy(self.title, self.title_style, inner, role=Role.HEADING_2, name="title")
            parts.append((Point(pad.left, y), title))
            y += title.size.height + self.gap
        foot = None
        if self.foot is not None and self.foot_style is not None and self.foot.text:
            foot = set_copy(self.foot, self.foot_style, inner, name="foot")
        below = pad.bottom + (0.0 if foot is None else foot.size.height + self.gap)
        room = None if region.height is None else max(region.height - y - below, 0.0)
        content = in_height(lay_out(self.content, region.part(inner, room, y)), room)
        parts.append((Point(pad.left, y), content))
        y += content.size.height
        if foot is not None:
            parts.append((Point(pad.left, y + self.gap), foot))
        height = y + below
        if region.height is not None and height > region.height + TOLERANCE:
            faults.append(too_tall(say("phrase/section"), height, region.height, self.origin))
        size = Size(region.width, region.height or height)
        ground = self.box(Size(size.width, size.height - head.top), self.origin)
        # A border's upper side lies below the rule.
        edges = bare((*ground, *self._rules(head, color)))
        parts.insert(
            0 if mark is None else 1,
            (Point(0, head.top), edges.grouped(self.origin, Role.ARTIFACT, "rule")),
        )
        frame = together(size, parts, faults)
        return frame.grouped(self.origin, Role.SECTION, "section")

    def _head(self, mark: Frame | None, width: float) -> Head:
        """The rule below the mark, or its two halves at the sides of one on the axis."""
        thick = self.rule if self.line is None else self.line.thickness
        if mark is None or self.align == "left":
            top = 0.0 if mark is None else mark.size.height
            return Head(Point(0, 0), top, top + thick, ((0.0, width),))
        half = max((width - mark.size.width) / 2 - mark.size.height * BESIDE_MARK, 0.0)
        height = max(mark.size.height, thick)
        at = Point((width - mark.size.width) / 2, (height - mark.size.height) / 2)
        return Head(at, (height - thick) / 2, height, ((0.0, half), (width - half, half)))

    def _rules(self, head: Head, color: Color) -> list[Placed]:
        """The rule from the top of the ground on."""
        if self.line is None:
            boxes = (Rect(start, 0, length, self.rule) for start, length in head.rules)
            return [filled_box(box, color, self.origin) for box in boxes]
        middle, line = self.line.thickness / 2, self.line
        return [
            one
            for start, length in head.rules
            for one in line.across(Point(start, middle), length, self.origin)
        ]

    def _mark(self, color: Color) -> Frame | None:
        """What stands on the rule: the tab, or the numeral."""
        if self.tab is not None and self.tab_style is not None and self.tab.text:
            return tab(self.tab, self.tab_style, color, self.origin)
        if not self.number:
            return None
        words = Copy((Span(written(self.number, self.numeral)),), self.origin / "number")
        if self.number_style is not None:
            width = set_paragraph(words, self.number_style, float("inf")).lines[0].text.width
            return set_copy(words, self.number_style, width + TOLERANCE, name="number")
        if self.tab_style is not None:
            return tab(words, self.tab_style, color, self.origin)
        return None

    def _without_style(self) -> list[Diagnostic]:
        """Words that would not be set for want of a style."""
        wanted = (
            ("tab", self.tab, self.tab_style),
            ("title", self.title, self.title_style),
            ("foot", self.foot, self.foot_style),
        )
        return [
            Diagnostic(say("style-incomplete/section", part=name), self.origin)
            for name, words, style in wanted
            if words is not None and words.text and style is None
        ]


def tab(words: Copy, style: TextStyle, color: Color, origin: Origin) -> Frame:
    """Words reversed out of a box of a colour, as wide as they are."""
    width = set_paragraph(words, style, float("inf")).lines[0].text.width
    aside, above = style.size * 0.6, style.size * 0.2
    label = set_copy(words, style, width + TOLERANCE, role=Role.HEADING_3, name="tab")
    size = Size(width + 2 * aside, label.size.height + 2 * above)
    ground = filled_box(Rect(0, 0, *size), color, origin)
    return together(
        size,
        [
            (Point(0, 0), bare((ground,)).grouped(origin, Role.ARTIFACT, "ground")),
            (Point(aside, above), label),
        ],
    )


def written(number: int, numeral: Numeral) -> str:
    """A section's number.

    >>> [written(number, "壹") for number in (3, 10, 12, 20, 21)]
    ['叁', '拾', '拾贰', '贰拾', '贰拾壹']
    >>> written(3, "01"), written(12, "一"), written(7, "1"), written(7, "none")
    ('03', '十二', '7', '')
    """
    if numeral == "01":
        return f"{number:02d}"
    if numeral in ("1", "none"):
        return str(number) if numeral == "1" else ""
    digits, ten = (HAN, "十") if numeral == "一" else (FORMAL, "拾")
    tens, ones = divmod(number, 10)
    head = "" if tens == 0 else ten if tens == 1 else digits[tens] + ten
    return head + (digits[ones] if ones or not tens else "")
