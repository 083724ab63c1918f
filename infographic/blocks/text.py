"""A paragraph, or several, in one style."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from infographic.display.frame import Frame
from infographic.display.items import Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.framed import WordFrame
from infographic.layout.setting import set_copy
from infographic.layout.snap import stood_in
from infographic.layout.stacking import Vertical, pile
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
        gap = self.style.space_before + self.style.space_after
        room = WordFrame.of(self.style, region, gap, length=self.length)
        done = room.fitted(copies, self.style, region.givens)
        frame = self._set(done.copies, done.style, region, gap)
        return room.finished(
            frame, done, self.style,
            stood=lambda made: stood_in(made, self.style, region, self.vertical),
        )  # fmt: skip

    def _set(self, copies: tuple[Copy, ...], style: TextStyle, region: Region, gap: float) -> Frame:
        role = _ROLES[self.role]
        if style.column:
            # Late: few texts run down.
            from infographic.layout.vertical import set_columns

            return set_columns(copies, style, region, length=self.length, role=role)
        if len(copies) == 1:
            return set_copy(copies[0], style, region.width, region.height, role=role)
        frames = [set_copy(copy, style, region.width, role=role) for copy in copies]
        return pile(frames, region.width, gap, region.height, self.origin, say("phrase/paragraphs"))


_ROLES = {"paragraph": Role.PARAGRAPH, "heading": Role.HEADING_2, "caption": Role.CAPTION}
