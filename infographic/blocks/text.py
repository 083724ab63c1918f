"""A paragraph, or several, in one style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from infographic.display.items import Frame, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.marks import Length
from infographic.layout.block import Region
from infographic.layout.setting import set_copy
from infographic.layout.stacking import Vertical, in_height, pile
from infographic.layout.vertical import set_columns
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class Text:
    """A paragraph, or several one under the other."""

    text: Copy | tuple[Copy, ...]
    """The words; a list is set as paragraphs."""
    style: TextStyle
    """A paragraph style's name."""
    role: Literal["paragraph", "heading", "caption"] = "paragraph"
    """What it is to a reader who cannot see it."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    length: Length | None = None
    """How long the columns of a vertical style are; without it as long as the frame is high, or
    as short as its width allows."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        copies = (self.text,) if isinstance(self.text, Copy) else self.text
        role = {"paragraph": Role.PARAGRAPH, "heading": Role.HEADING_2, "caption": Role.CAPTION}
        if self.style.column:
            frame = set_columns(
                copies, self.style, region, length=self.length, role=role[self.role]
            )
        elif len(copies) == 1:
            frame = set_copy(
                copies[0], self.style, region.width, region.height, role=role[self.role]
            )
        else:
            gap = self.style.space_before + self.style.space_after
            frames = [set_copy(c, self.style, region.width, role=role[self.role]) for c in copies]
            frame = pile(frames, region.width, gap, region.height, self.origin, "the paragraphs")
        return in_height(frame, region.height, self.vertical)
