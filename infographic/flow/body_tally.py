"""How many characters a running text is too long or too short for its frames."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.display.notes import Counted, Tally
from infographic.flow.passages import Passage
from infographic.foundation.record import record, replaced
from infographic.layout.tally import (
    characters_in,
    first_of,
    prefix_that_fits,
    room_after,
    with_more,
)
from infographic.text.copy import Copy
from infographic.text.keeping import for_one_page

Passages = tuple[Passage, ...]
FitsCut = Callable[[int], bool] | None
"""Whether a text fits without so many characters at its end, set in any way its style allows; None
where that is one way only."""


@record
class Body:
    """A running text and whether a text like it fits its frames."""

    passages: Passages
    fits: Callable[[Passages], bool]
    lines: int = 0
    """That its frames have room for."""
    fits_cut: FitsCut = None
    smaller: Body | None = None
    """As small as its style lets it be, where that is smaller."""

    def first(self, count: int) -> Passages:
        """Its first so many characters."""
        return with_words(self.passages, lambda copies: first_of(copies, count))

    def with_more(self, count: int) -> Passages:
        """With so many Han at its end."""
        return with_words(self.passages, lambda copies: with_more(copies, count))

    def over(self) -> int:
        """So many characters, from the end, do not fit."""
        total = sum(len(passage.copy.text) for passage in self.passages)
        kept = prefix_that_fits(total, lambda n: self.fits(self.first(n)))
        over = _characters(self.passages) - _characters(self.first(kept))
        while self.fits_cut is not None and over > 1 and self.fits_cut(over - 1):
            over -= 1
        return over

    def spare(self) -> int:
        """So many Han could be added at the end; of a text without a paragraph nobody knows."""
        if not self.passages:
            return 0
        return room_after(8, lambda n: self.fits(self.with_more(n)))

    @for_one_page()
    def tally(self, overset: bool, spare_lines: int) -> Tally:
        total = _characters(self.passages)
        if overset:
            over = self.over()
            return Tally(total, over=over, lines=self.lines, remedy=f"cut {over} characters")
        to_fill = self.spare()
        spare = to_fill if self.smaller is None else max(self.smaller.spare(), to_fill)
        remedy = f"{to_fill} characters could be added" if spare_lines and to_fill else ""
        return Tally(
            total, lines=self.lines, spare_lines=spare_lines, spare=spare, remedy=remedy,
            to_fill=to_fill,
        )  # fmt: skip

    def of_frame(self, overset: bool, spare_lines: int, is_last: bool) -> FrameOfBody:
        """One of several frames: what the text is over or short is said of the last."""
        return FrameOfBody(self, overset, spare_lines, is_last)


@record
class FrameOfBody(Counted):
    """The words of a text that stand in one of its frames."""

    body: Body
    overset: bool
    """The text is too long for all its frames."""
    spare_lines: int
    is_last: bool

    def tally(self) -> Tally:
        if self.is_last:
            return self.body.tally(self.overset, self.spare_lines)
        total = _characters(self.body.passages)
        return Tally(total, lines=self.body.lines, spare_lines=self.spare_lines)


def with_words(passages: Passages, change: Callable[[Sequence[Copy]], Sequence[Copy]]) -> Passages:
    """The passages with their words changed; those that are left none are gone."""
    copies = change([passage.copy for passage in passages])
    return tuple(
        passage if copy is passage.copy else replaced(passage, copy=copy)
        for passage, copy in zip(passages, copies, strict=False)
    )


def _characters(passages: Passages) -> int:
    return characters_in(passage.copy for passage in passages)
