"""Words in a room: made to fit it as their style says, and counted for the editor.

A block asks for its `WordFrame`, sets what `fitted` gives it, and hands its frame to `finished`,
which says what was done and notes how full the frame is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import inf

from infographic.display.frame import HERE, Frame
from infographic.display.items import Group
from infographic.display.notes import Counted, Note, Tally, TextFrame
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.layout.block import Givens, Region, SmallestType
from infographic.layout.copyfit import NO_LIMIT, Copyfitted, copyfitted, finished, in_frame, ladder
from infographic.layout.notes import SharedSize
from infographic.layout.setting import TOLERANCE
from infographic.layout.tally import characters_in, over_in, room_after, with_more
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@record
class WordFrame:
    """Room for paragraphs one after the other; in a vertical style, from right to left."""

    measure: float
    height: float | None
    """Across the lines; None: as much as need be."""
    size: Size | None = None
    """The frame on the page; None where it is as tall as its words."""
    gap: float = 0.0
    max_lines: int = 0
    press: SmallestType = NO_LIMIT

    @classmethod
    def of(
        cls,
        style: TextStyle,
        region: Region,
        gap: float = 0.0,
        max_lines: int = 0,
        length: float | None = None,
    ) -> WordFrame:
        """The room a style's lines have in a region."""
        measure, height = region.along(style)
        if style.column is not None and length is not None:
            measure = length
        size = None if region.height is None else Size(region.width, region.height)
        return cls(measure, height, size, gap, max_lines, region.givens.smallest)

    def fits(self, copies: Sequence[Copy], style: TextStyle, *, whole: bool = False) -> bool:
        """`whole`: without a date or a number parted because it is too wide."""
        fits = in_frame(self.measure, self.height, self.gap, self.max_lines, whole=whole)
        return fits(copies, style)

    def fits_whole(self, copies: Sequence[Copy], style: TextStyle) -> bool:
        return self.fits(copies, style, whole=True)

    def fitted(self, copies: Sequence[Copy], style: TextStyle, givens: Givens) -> Copyfitted:
        """The words as they are set: the style's remedies applied as far as they are needed."""
        if style.fit is None or not any(copy.text for copy in copies):
            return Copyfitted(tuple(copies), style)
        bounded = self.height is not None or bool(self.max_lines or style.max_lines)
        # What no size makes fit whole is parted, in the size that it has without that.
        for fits in (self.fits_whole, self.fits):
            done = copyfitted(
                copies,
                style,
                fits,
                givens.smallest,
                may_grow=bounded and self.measure != inf,
                shared=givens.shared.get(style.fit.group) if style.fit.group else None,
            )
            if fits(done.copies, done.style):
                break
        return done

    def finished(
        self,
        frame: Frame,
        done: Copyfitted,
        style: TextStyle,
        group: str = "",
        smallest: TextStyle | None = None,
        stood: Callable[[Frame], Frame] = lambda frame: frame,
    ) -> Frame:
        """Their frame, with what was done to them, their share in a group and their count.

        `smallest` is the smallest style that they may be set in, where their own does not say so.
        `stood` puts the frame where it stands in a taller one: the count is of all of that.
        """
        if style.fit is not None:
            frame = replaced(frame, faults=(*frame.faults, *done.notes(style)))
            group = group or style.fit.group
        if group:
            frame = noted(frame, SharedSize(group, done.rung.size))
        frame = stood(frame)
        if self.size is None or self.height is None or self.measure == inf:
            return frame
        return noted(frame, TextFrame(self.size, WordsSet(self, done, style, smallest)), at=HERE)

    def tally(self, done: Copyfitted, style: TextStyle, smallest: TextStyle | None = None) -> Tally:
        """How full the room is of words: in the size they are set in, and what more it would hold
        in the smallest that they may be set in."""
        copies, height = done.copies, self.height or 0.0
        total = characters_in(copies)
        # Type that was made larger to fill the room comes down again for words that are added.
        own = finished(style) if done.rung.size > 1 or done.rung.leading > 1 else done.style
        most = self.max_lines or own.max_lines or inf
        lines = int(min((height + TOLERANCE) // own.leading, most)) if own.leading else 0
        least = smallest or ladder(copies, style, self.press)[-1].style
        if not self.fits(copies, own):
            over = over_in(copies, lambda words: self.fits(words, least))
            made = self._lines(copies, own)
            return Tally(total, over, max(made - lines, 0), lines, remedy=f"cut {over} characters")
        taken, made = self._height(copies, own), self._lines(copies, own)
        spare_lines = int(min((height - taken + TOLERANCE) // own.leading, most - made))
        guess = int(max(spare_lines, 1) * self.measure / own.size)
        to_fill = self._room_for(copies, own, guess)
        spare = to_fill if least == own else max(self._room_for(copies, least, guess), to_fill)
        remedy = f"add {to_fill} characters" if spare_lines > 0 else ""
        return Tally(total, 0, 0, lines, max(spare_lines, 0), spare, remedy, to_fill)

    def _room_for(self, copies: Sequence[Copy], style: TextStyle, guess: int) -> int:
        """So many Han could be added in a style."""
        if not copies:
            return 0
        return room_after(guess, lambda n: self.fits(with_more(copies, n), style))

    def _lines(self, copies: Sequence[Copy], style: TextStyle) -> int:
        return sum(len(set_paragraph(c, style, self.measure).lines) for c in copies if c.text)

    def _height(self, copies: Sequence[Copy], style: TextStyle) -> float:
        heights = (set_paragraph(c, style, self.measure).height for c in copies if c.text)
        return sum(heights) + self.gap * (len(copies) - 1)


@record
class WordsSet(Counted):
    """Words as they are set in a room, which says how full of them it is."""

    room: WordFrame
    done: Copyfitted
    style: TextStyle
    """Before it was made to fit."""
    smallest: TextStyle | None = None

    def tally(self) -> Tally:
        return self.room.tally(self.done, self.style, self.smallest)


def noted(frame: Frame, *notes: Note, at: Point | None = None) -> Frame:
    """The frame with these noted of its group; where it has several items, of one round them.

    They stand at `at`, else where the group does.
    """
    if not notes or not frame.items:
        return frame
    if len(frame.items) > 1 or not isinstance(frame.items[0].item, Group):
        frame = frame.grouped(frame.items[0].origin, name="text")
    place, _, origin = frame.items[0]
    for note in reversed(notes):
        frame = frame.noted(note, origin, place if at is None else at)
    return frame
