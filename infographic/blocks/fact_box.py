"""A fact box: facts in a frame, under a tab that says what they are of."""

from __future__ import annotations

from infographic.blocks.list import List
from infographic.blocks.panel import Panel
from infographic.blocks.rule import Rule
from infographic.blocks.section import tab
from infographic.display.frame import Frame, together
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Insets, Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@record
class FactBox:
    """Short facts in a frame that prints, with a tab at its top left: “名词解释”, “相关链接”."""

    color: Color
    """Of the tab and the frame."""
    title: Copy | None = None
    """On the tab."""
    title_style: TextStyle | None = None
    """Its style, in a colour that is read on the tab; in print 10 pt bold or more."""
    facts: tuple[Copy, ...] = ()
    """Its facts, one a paragraph."""
    style: TextStyle | None = None
    """The facts' style."""
    marker: str = ""
    """Before each fact: “•”, “1”, “①”."""
    hang: Length = 12.0
    """From the left edge to the words, where there is a marker."""
    gap: Length = 4.0
    """Between two facts."""
    content: Block | None = None
    """In place of facts: any block."""
    weight: Length = 0.75
    """Of the frame; 0 for none."""
    background: Color | None = None
    """A ground; a pale tint does not exist on newsprint, so there keep the frame."""
    padding: Insets = Insets(8, 8, 8, 8)
    """Space inside the frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if self.title is not None and self.title.text and self.title_style is None:
            fault = Diagnostic(say("style-incomplete/fact-box", part="title"), self.origin)
            return Frame(Size(region.width, 0), faults=(fault,))
        content = self._content()
        if content is None:
            fault = Diagnostic(say("fact-box-empty"), self.origin)
            return Frame(Size(region.width, 0), faults=(fault,))
        label = None
        if self.title is not None and self.title_style is not None and self.title.text:
            label = tab(self.title, self.title_style, self.color, self.origin)
        # The tab stands on the frame's top edge, half of it above.
        above = label.size.height / 2 if label is not None else 0.0
        padding = self.padding._replace(top=self.padding.top + above)
        panel = Panel(
            content=content,
            border=Rule(self.color, self.weight) if self.weight else None,
            background=self.background,
            padding=padding,
            origin=self.origin,
        )
        height = None if region.height is None else region.height - above
        frame = panel.lay_out(region.part(region.width, height, above))
        parts = [(Point(0, above), frame)]
        if label is not None:
            parts.append((Point(self.padding.left, 0), label))
        made = together(Size(region.width, above + frame.size.height), parts)
        return replaced(made, baseline=above + frame.baseline)

    def _content(self) -> Block | None:
        if self.content is not None:
            return self.content
        if not self.facts or self.style is None:
            return None
        return List(
            self.facts, self.style, self.marker, hang=self.hang, gap=self.gap, origin=self.origin
        )
