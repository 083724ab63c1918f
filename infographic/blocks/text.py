"""A paragraph, or several, in one style."""

from __future__ import annotations

from typing import Literal

from infographic.display.frame import Frame
from infographic.display.items import Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length
from infographic.foundation.geometry import Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.framed import WordFrame
from infographic.layout.setting import set_copy
from infographic.layout.snap import stood_in
from infographic.layout.stacking import Vertical, pile
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@record
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
    drop_cap: Literal[0, 2, 3, 4] = 0
    """How many lines high the first character is; 0: as any other."""
    drop_cap_style: TextStyle | None = None
    """Whose faces and colour it has; without one those of words that are marked strong."""
    length: Length | None = None
    """How long the columns of a vertical style are; without it as long as the frame is high, or
    as short as its width allows."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        copies = (self.text,) if isinstance(self.text, Copy) else self.text
        gap = self.style.space_before + self.style.space_after
        room = WordFrame.of(self.style, region, gap, length=self.length)
        style = self._opened(self.style) if len(copies) == 1 else self.style
        done = room.fitted(copies, style, region.givens)
        frame = self._set(done.copies, done.style, region, gap)
        if self.drop_cap:
            frame = self._with_doubts(frame)
        return room.finished(
            frame, done, self.style,
            stood=lambda made: stood_in(made, self.style, region, self.vertical),
        )  # fmt: skip

    def _opened(self, style: TextStyle) -> TextStyle:
        """The style of its first paragraph."""
        if not self.drop_cap or style.column is not None:
            return style
        # Late, as below: few texts begin with a drop cap.
        from infographic.layout.drop_caps import opened

        return opened(style, self.drop_cap, self.drop_cap_style)

    def _with_doubts(self, frame: Frame) -> Frame:
        from infographic.layout.drop_caps import doubts

        said = doubts(frame, self.style, self.origin)
        return replaced(frame, faults=(*frame.faults, *said))

    def _set(self, copies: tuple[Copy, ...], style: TextStyle, region: Region, gap: float) -> Frame:
        role = _ROLES[self.role]
        if style.column:
            # Late: few texts run down.
            from infographic.layout.vertical import set_columns

            return set_columns(copies, style, region, length=self.length, role=role)
        if not copies:
            return Frame(Size(region.width, region.height or 0.0))
        if len(copies) == 1:
            return set_copy(copies[0], style, region.width, region.height, role=role)
        styles = [self._opened(style), *(style for _ in copies[1:])]
        frames = [
            set_copy(copy, own, region.width, role=role)
            for copy, own in zip(copies, styles, strict=True)
        ]
        return pile(frames, region.width, gap, region.height, self.origin, say("phrase/paragraphs"))


_ROLES = {"paragraph": Role.PARAGRAPH, "heading": Role.HEADING_2, "caption": Role.CAPTION}
