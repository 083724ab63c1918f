"""One thread: its words poured through its frames, in their order."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from infographic.display.frame import Frame
from infographic.display.notes import EmptyFeet, ItemPath, TextFrame
from infographic.flow.body_tally import Body
from infographic.flow.column_ends import Fragment
from infographic.flow.frame_columns import surely_too_long
from infographic.flow.leveling import lines_held
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured, pour
from infographic.flow.running_text import RunningText
from infographic.flow.threads.filling import filled_frame
from infographic.flow.threads.frames import (
    FrameStood,
    Jump,
    ThreadFrame,
    all_rooms,
    ends_in,
    leveled_by_cutting,
    leveled_last,
    most_ragged,
    settled,
    stood_in,
    with_free_heights,
)
from infographic.flow.threads.slots import Found, ThreadText
from infographic.flow.wide_words import words_too_wide
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.copyfit import copyfitted, ladder
from infographic.layout.framed import noted
from infographic.text.copy import Copy
from infographic.text.style import TextStyle

Place = tuple[int, ItemPath]
"""A page's number and the way to a slot in its items."""


def run_thread(
    found: Sequence[Found], labels: Sequence[str]
) -> tuple[dict[Place, Frame], list[Diagnostic]]:
    """What stands in each slot of a thread, the head's first, and what is wrong with it."""
    thread, given = _Thread(tuple(found), tuple(labels)), found[0].slot.text
    assert given is not None
    text, notes = thread.made_to_fit(given)
    if text.text.relief is not None:
        # Late: few layouts put anything among the paragraphs.
        from infographic.flow.relief import relieved

        text = text.of(relieved(text.text, partial(thread.stood, text)))
    frames, poured, heights, jumps = thread.stood_in_frames(text)
    body = thread.body_of(given, text, frames)
    faults = [*(fault for frame in frames for fault in frame.faults),
              *_overset(frames, poured, body, text)]  # fmt: skip
    poured, stood = stood_in(frames, poured, heights, jumps)
    made = dict[Place, Frame]()
    for order, one in enumerate(stood):
        filled = filled_frame(one, poured, order, text, jumps)
        faults += filled.faults
        at = one.frame.found
        made[at.page, at.path] = _noted(filled, one, body, bool(poured.left), one is stood[-1])
    inside = [room for one in stood for room in one.rooms]
    return made, [*faults, *words_too_wide(text.passages, poured, inside), *notes]


def _noted(filled: Frame, stood: FrameStood, body: Body, overset: bool, is_last: bool) -> Frame:
    region = stood.frame.region
    words = body.of_frame(overset and is_last, stood.spare, is_last)
    frame = TextFrame(Size(region.width, region.height or 0.0), words)
    held = lines_held(stood.rooms, stood.frame.most - stood.height)
    return noted(filled, frame, *([EmptyFeet(stood.empty, held)] if stood.empty else []))


@record
class _Thread:
    found: tuple[Found, ...]
    labels: tuple[str, ...]

    def reached(self, text: ThreadText) -> tuple[list[ThreadFrame], Poured, int]:
        """The frames, the words in them, and the last page that they need.

        As few pages as hold the words: each page that they leave gives up a line for the jump.
        """
        frames = [settled(one, text.style) for one in self.found]
        last = max(frame.found.page for frame in frames)
        if text.jump_style is None:
            # No page gives up a line: those that the words do not come to are those not needed.
            rooms, _ = all_rooms(frames, text, self.labels, last)
            poured = pour(text.passages, rooms, text.style.leading)
            if poured.left:
                return frames, poured, last
            number, _ = ends_in(frames, poured)
            return frames, poured, max(frames[0].found.page, frames[number].found.page)
        for reached in range(frames[0].found.page, last + 1):
            rooms, _ = all_rooms(frames, text, self.labels, reached)
            poured = pour(text.passages, rooms, text.style.leading)
            if not poured.left:
                break
        return frames, poured, reached

    def with_words(self, text: ThreadText) -> tuple[list[ThreadFrame], int]:
        """The frames with their blocks as high as the words leave them, and the last page
        needed."""
        frames, poured, reached = self.reached(text)
        return with_free_heights(frames, poured, text, self.labels, reached), reached

    def stood_in_frames(
        self, text: ThreadText
    ) -> tuple[list[ThreadFrame], Poured, list[int], list[Jump]]:
        """The frames, the words in them with the last one level, their grid lines, the jumps."""
        frames, reached = self.with_words(text)
        rooms, jumps = all_rooms(frames, text, self.labels, reached)
        even = leveled_by_cutting(frames, rooms, text)
        poured = pour(text.passages, even, text.style.leading)
        poured, heights = leveled_last(frames, even, poured, text, jumps)
        return frames, poured, heights, jumps

    def stood(self, given: ThreadText, text: RunningText) -> tuple[Poured, int]:
        """Another text where the given one stands, and by how many lines columns end apart."""
        frames, poured, heights, jumps = self.stood_in_frames(given.of(text))
        return poured, most_ragged(frames, poured, heights, jumps)

    def made_to_fit(self, text: ThreadText) -> tuple[ThreadText, tuple[Diagnostic, ...]]:
        """The text in the style that all its frames together leave it, and what was done."""
        style, copies = text.style, text.text.copies
        if style.fit is None or not copies:
            return text, ()

        def fits(words: Sequence[Copy], tried: TextStyle) -> bool:
            return not self.reached(text.of(text.text.in_style(words, tried)))[1].left

        smallest = self.found[0].slot.region.givens.smallest
        done = copyfitted(copies, style, fits, smallest)
        return text.of(text.text.in_style(done.copies, done.style)), done.notes(style)

    def body_of(self, given: ThreadText, text: ThreadText, frames: Sequence[ThreadFrame]) -> Body:
        """The words, and whether such words fit the frames; `given` is the text before it was made
        to fit."""
        body = self._body_of(given, text, frames)
        style, copies = given.style, given.text.copies
        if style.fit is None or not style.fit.shrinks or not copies:
            return body
        *_, last = ladder(copies, style, self.found[0].slot.region.givens.smallest)
        small = given.of(given.text.in_style(last.copies, last.style))
        return replaced(body, smaller=self._body_of(given, small, frames))

    def _body_of(self, given: ThreadText, text: ThreadText, frames: Sequence[ThreadFrame]) -> Body:
        def fits(passages: tuple[Passage, ...]) -> bool:
            tried = replaced(text, passages=passages)
            if surely_too_long(passages, ((frame.columns, frame.most) for frame in frames)):
                return False
            if not self.reached(tried)[1].left:
                return True
            shaped, page = self.with_words(tried)
            rooms, _ = all_rooms(shaped, tried, self.labels, page)
            return not pour(passages, rooms, text.style.leading).left

        def fits_cut(count: int) -> bool:
            made, _ = self.made_to_fit(given.cut(count))
            return not self.reached(made)[1].left

        last = max(frame.found.page for frame in frames)
        every, _ = all_rooms(frames, text, self.labels, last)
        lines = sum(row is not None for room in every for row in room)
        return Body(text.passages, fits, lines, fits_cut if given.style.fit else None)


def _overset(
    frames: Sequence[ThreadFrame], poured: Poured, body: Body, text: ThreadText
) -> list[Diagnostic]:
    if not poured.left:
        return []
    # To the character only where somebody reads it.
    counts = frames[0].region.givens.counts
    over = body.over() if counts else _letters_in(poured.left)
    rows = sum(entry.rows for entry in poured.left)
    return [
        Diagnostic(
            say("overset/thread", over=over, rows=rows, frames=len(frames)),
            text.passages[poured.left[0].paragraph].origin,
        )
    ]


def _letters_in(left: Sequence[Fragment]) -> int:
    return sum(len(line.text.text) for entry in left for line in entry.lines)
