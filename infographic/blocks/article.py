"""The running text of a story through columns, with leads, subheads and blocks among them."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.blocks.column_fields import Columns
from infographic.display.frame import Frame
from infographic.flow.one_frame.asked import Asked
from infographic.flow.one_frame.lay_out import lay_out_text
from infographic.flow.running_text import RunningText
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length, Range
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.story.model import Lead, Subhead
from infographic.text.copy import Copy
from infographic.text.style import Initial, TextStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class Article(Columns):
    """The story's body in columns."""

    body: tuple[Copy | Lead | Subhead, ...]
    """The paragraphs: {"$data": "/body"}."""
    style: TextStyle
    """The paragraphs' style; its leading is the line grid."""
    lead_style: TextStyle | None = None
    """Section leads."""
    subhead_style: TextStyle | None = None
    """Subheads; they take whole lines of the grid."""
    stretch: Annotated[float, Range(ge=1, le=1.5)] = 1.0
    """In a taller frame the leading may grow by this factor to fill it."""
    thread: str = ""
    """A name: its words run on into the `thread` blocks that say the same name."""
    jump_style: TextStyle | None = None
    """In a thread over several pages: sets 下转第N版 and 上接第N版; without it neither is set."""
    jump_to: str = "（下转第{page}版）"
    """Where it leaves a page; {page} stands for the number of the page it goes on on."""
    jump_from: str = "（上接第{page}版）"
    """Where it goes on; {page} stands for the number of the page it comes from."""
    breaks: tuple[Annotated[int, Range(ge=2)], ...] = ()
    """Paragraphs, counted from 1, that each begin a new column."""
    drop_cap: Literal[0, 2, 3, 4] = 0
    """How many lines high the first paragraph's first character is; 0: as any other. A number
    stands whole, an opening quotation mark goes with it."""
    drop_cap_style: TextStyle | None = None
    """Whose faces and colour it has; without one those of words that are marked strong."""
    length: Length | None = None
    """How long the columns of a vertical style are, where the frame has no height; without it as
    short as its width allows. In a vertical style `columns` counts the tiers (栏), one below the
    other, and there are no insets."""
    origin: Origin = BUILT_IN

    @property
    def is_running_text(self) -> bool:
        return self.style.column is None

    def lay_out(self, region: Region) -> Frame:
        text = RunningText(
            self.body, self.style, self.lead_style, self.subhead_style, self.breaks, self.origin,
            self._initial(),
        )  # fmt: skip
        if self.thread and self.style.column is None:
            # Late: few articles run through several frames.
            from infographic.flow.threads.slots import ThreadText, begin_thread

            through = ThreadText(
                self.thread, text, text.passages, self.jump_style, self.jump_to, self.jump_from
            )
            frame = begin_thread(through, self.wanted, region)
        else:
            frame = lay_out_text(Asked(text, self.wanted, region, self.stretch, self.length))
        said = [*text.wrong(), *self._not_down()]
        if self.drop_cap and not self.thread:
            said += self._without_initial(frame)
        return replace(frame, faults=(*said, *frame.faults)) if said else frame

    def _initial(self) -> Initial | None:
        if not self.drop_cap:
            return None
        # Late, as below: few articles begin with a drop cap.
        from infographic.layout.drop_caps import initial_of

        return initial_of(self.drop_cap, self.style, self.drop_cap_style)

    def _without_initial(self, frame: Frame) -> list[Diagnostic]:
        from infographic.layout.drop_caps import doubts

        return doubts(frame, self.style, self.origin)

    def _not_down(self) -> list[Diagnostic]:
        """What columns that run down do not know."""
        if self.style.column is None:
            return []
        known = (
            (self.insets, say("style-vertical/insets")),
            (self.thread, say("style-vertical/thread")),
        )  # fmt: skip
        return [Diagnostic(saying, self.origin) for is_there, saying in known if is_there]
