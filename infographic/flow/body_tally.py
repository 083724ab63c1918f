"""How many characters a running text is too long or too short for its frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from infographic.display.notes import Counted, Tally
from infographic.flow.passages import Passage, characters_in
from infographic.layout.tally import prefix_that_fits, room_after
from infographic.text.keeping import for_one_page

Passages = tuple[Passage, ...]
FitsCut = Callable[[int], bool] | None
"""Whether a text fits without so many characters at its end, set in any way its style allows; None
where that is one way only."""


@dataclass(frozen=True, slots=True)
class Body:
    """A running text and whether a text like it fits its frames."""

    passages: Passages
    fits: Callable[[Passages], bool]
    lines: int = 0
    """That its frames have room for."""
    fits_cut: FitsCut = None

    def over(self) -> int:
        """So many characters, from the end, do not fit."""
        total = sum(len(passage.copy.text) for passage in self.passages)
        kept = prefix_that_fits(total, lambda n: self.fits(first_of(self.passages, n)))
        over = characters_in(self.passages) - characters_in(first_of(self.passages, kept))
        while self.fits_cut is not None and over > 1 and self.fits_cut(over - 1):
            over -= 1
        return over

    def spare(self) -> int:
        """So many Han could be added at the end; of a text without a paragraph nobody knows."""
        if not self.passages:
            return 0
        return room_after(8, lambda n: self.fits(with_more(self.passages, n)))

    @for_one_page()
    def tally(self, overset: bool, spare_lines: int) -> Tally:
        total = characters_in(self.passages)
        if overset:
            over = self.over()
            return Tally(total, over=over, lines=self.lines, remedy=f"cut {over} characters")
        spare = self.spare()
        remedy = f"{spare} characters could be added" if spare_lines and spare else ""
        return Tally(total, lines=self.lines, spare_lines=spare_lines, spare=spare, remedy=remedy)

    def of_frame(self, overset: bool, spare_lines: int, is_last: bool) -> FrameOfBody:
        """One of several frames: what the text is over or short is said of the last."""
        return FrameOfBody(self, overset, spare_lines, is_last)


@dataclass(frozen=True, slots=True)
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
        total = characters_in(self.body.passages)
        return Tally(total, lines=self.body.lines, spare_lines=self.spare_lines)


def first_of(passages: Passages, count: int) -> Passages:
    """The passages' first characters; what is left of none is gone."""
    kept = []
    for passage in passages:
        if count <= 0:
            break
        length = len(passage.copy.text)
        cut = passage if length <= count else replace(passage, copy=passage.copy.first(count))
        kept.append(cut)
        count -= length
    return tuple(kept)


def with_more(passages: Passages, count: int) -> Passages:
    """The passages with so many Han at the end of the last."""
    if not passages:
        return passages
    last = passages[-1]
    return (*passages[:-1], replace(last, copy=last.copy.followed_by("国" * count)))
