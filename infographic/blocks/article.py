"""The running text of a story through columns, with leads, subheads and blocks among them."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from infographic.blocks.column_fields import Columns
from infographic.blocks.rule import Rule
from infographic.display.frame import Frame
from infographic.flow.one_frame.asked import Asked
from infographic.flow.one_frame.lay_out import lay_out_text
from infographic.flow.passages import ReliefWanted
from infographic.flow.running_text import RunningText
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length, Range
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region
from infographic.story.model import BodyPart, Quote
from infographic.text.copy import Copy
from infographic.text.style import Initial, TextStyle


@record(kw_only=True)
class Relief:
    """What stands among the paragraphs of a long even column, from the story's own words."""

    every: Length = 0.0
    """No stretch of plain text in a column is longer: 90mm. Where one is, words that the story
    marks {! … !} are repeated there between two paragraphs. 0: none are."""
    quote_style: TextStyle | None = None
    """Of quotations, {"quote": …} in the body too; without one these are set as paragraphs."""
    by_style: TextStyle | None = None
    """Of who said it."""
    mark_style: TextStyle | None = None
    """Sets a large opening mark above the words; without it, none."""
    rule_above: Rule | None = None
    rule_below: Rule | None = None
    gap: Length = 9.0
    """Above and below a quotation; it grows until the words are on the line grid."""
    inner_gap: Length = 6.0
    """Between mark, words, speaker and rules."""
    initials: Literal[0, 2, 3, 4] = 0
    """Where no words are marked: paragraphs begin with a drop cap of so many lines; 0: none do."""
    initial_style: TextStyle | None = None
    """Whose faces and colour it has; without one those of words that are marked strong."""
    origin: Origin = BUILT_IN

    def wanted(self, style: TextStyle) -> ReliefWanted:
        initial = _initial_of(self.initials, style, self.initial_style)
        block_of = None if self.quote_style is None else partial(self._quotation, self.quote_style)
        return ReliefWanted(self.every, self.gap, block_of, initial)

    def _quotation(self, style: TextStyle, quote: Copy, by: Copy | None) -> Block:
        from infographic.blocks.pull_quote import PullQuote

        return PullQuote(
            quote, style, by, self.by_style, self.mark_style, self.rule_above, self.rule_below,
            self.inner_gap, origin=quote.origin,
        )  # fmt: skip


@record(kw_only=True)
class Article(Columns):
    """The story's body in columns."""

    body: tuple[BodyPart, ...]
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
    relief: Relief | None = None
    """Quotations and initials among its paragraphs."""
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
            self._initial(), self._relief(),
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
        return replaced(frame, faults=(*said, *frame.faults)) if said else frame

    def _relief(self) -> ReliefWanted | None:
        """What may stand among the paragraphs; None where the story gives nothing for it."""
        wanted = self.relief
        if wanted is None or not (wanted.initials or any(map(_is_quoted, self.body))):
            return None
        return wanted.wanted(self.style)

    def _initial(self) -> Initial | None:
        return _initial_of(self.drop_cap, self.style, self.drop_cap_style)

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
            (self.relief, say("style-vertical/relief")),
        )  # fmt: skip
        return [Diagnostic(saying, self.origin) for is_there, saying in known if is_there]


def _initial_of(lines: int, style: TextStyle, own: TextStyle | None) -> Initial | None:
    if not lines:
        return None
    # Late: few paragraphs begin with a drop cap.
    from infographic.layout.drop_caps import initial_of

    return initial_of(lines, style, own)


def _is_quoted(part: BodyPart) -> bool:
    """Whether a part of the body is a quotation, or has words that may be repeated as one."""
    return isinstance(part, Quote) or (isinstance(part, Copy) and bool(part.pulled))
