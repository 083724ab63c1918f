"""How many characters a running text is too long or too short for its frames."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from infographic.display.items import Tally
from infographic.layout.passages import Passage, characters_in
from infographic.text.copy import Copy, Span

Passages = tuple[Passage, ...]
NEAR = 40
"""Characters round a boundary in which fitting need not be monotone: a shorter text may break
worse than a longer one."""


@dataclass(frozen=True, slots=True)
class Body:
    """A running text and whether a text like it fits its frames."""

    passages: Passages
    fits: Callable[[Passages], bool]
    lines: int
    """That its frames have room for."""

    def over(self) -> int:
        """So many characters, from the end, do not fit."""
        total = characters_in(self.passages)
        kept = prefix_that_fits(total, lambda n: self.fits(first_of(self.passages, n)))
        return total - kept

    def spare(self) -> int:
        """So many Han could be added at the end."""
        most = 8
        while self.fits(with_more(self.passages, most)) and most < 100_000:
            most *= 2
        return prefix_that_fits(most, lambda n: self.fits(with_more(self.passages, n)))

    def tally(self, overset: bool, spare_lines: int) -> Tally:
        total = characters_in(self.passages)
        if overset:
            over = self.over()
            return Tally(total, over=over, lines=self.lines, remedy=f"cut {over} characters")
        spare = self.spare()
        remedy = f"{spare} characters could be added" if spare_lines else ""
        return Tally(total, lines=self.lines, spare_lines=spare_lines, spare=spare, remedy=remedy)

    def tally_of_frame(self, overset: bool, spare_lines: int, is_last: bool) -> Callable[[], Tally]:
        """Of one of several frames: what the text is over or short is said of the last."""

        def tally() -> Tally:
            if is_last:
                return self.tally(overset, spare_lines)
            return Tally(characters_in(self.passages), lines=self.lines, spare_lines=spare_lines)

        return tally


def prefix_that_fits(total: int, fits: Callable[[int], bool]) -> int:
    """The most characters that fit, such that the few counts below fit as well.

    What a boundary of two lines does is not monotone, so the last steps are walked one by one, from
    a place well below: the answer does not depend on `total`.
    """
    low, high = 0, 1
    while high < total and fits(high):
        low, high = high, high * 2
    high = min(high, total)
    while high - low > 1:
        middle = (low + high) // 2
        if fits(middle):
            low = middle
        else:
            high = middle
    at = max(low - NEAR, 0)
    while at < total and fits(at + 1):
        at += 1
    return at


def first_of(passages: Passages, count: int) -> Passages:
    """The passages' first characters; what is left of none is gone."""
    kept = []
    for passage in passages:
        if count <= 0:
            break
        length = len(passage.copy.text.replace("\n", ""))
        if length <= count:
            kept.append(passage)
        else:
            kept.append(replace(passage, copy=_first(passage.copy, count)))
        count -= length
    return tuple(kept)


def _first(copy: Copy, count: int) -> Copy:
    spans = []
    for span in copy.spans:
        end = at = 0
        for at, character in enumerate(span.text, 1):
            count -= character != "\n"
            if count >= 0:
                end = at
            if count <= 0:
                break
        if end:
            spans.append(replace(span, text=span.text[:end]))
        if count <= 0:
            break
    return Copy(tuple(spans), copy.origin)


def with_more(passages: Passages, count: int) -> Passages:
    """The passages with so many Han at the end of the last."""
    if not passages or not count:
        return passages
    last = passages[-1]
    spans = (*last.copy.spans, Span("国" * count))
    return (*passages[:-1], replace(last, copy=Copy(spans, last.copy.origin)))
