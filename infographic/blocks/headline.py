"""A headline: balanced lines, as large as its room allows.

Every headline has a largest size, in which it still fits, and which is never larger for more words.
It is set in this size or, within a tenth, in a smaller one that breaks better: that tears no
phrase, and ends its lines at commas. So no headline is set more than a tenth larger than a shorter
one in the same place.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from math import inf
from typing import Annotated

from infographic.display.frame import Frame
from infographic.display.items import Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Range
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.block import Givens, Region
from infographic.layout.copyfit import Copyfitted, copyfitted, finished, press_factor
from infographic.layout.framed import WordFrame, noted
from infographic.layout.notes import Yielding
from infographic.layout.scaling import largest, scaled
from infographic.layout.setting import TOLERANCE, height_of, set_copy
from infographic.layout.stacking import Vertical, in_height
from infographic.layout.tally import with_more
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

ROUGH = 18.0
"""A break that costs more tears a phrase (text/data/phrases.json)."""
TENTH, NEAR = 1.099, 1.085
"""The largest size by the size it is set in, at most; less where the largest is found by a search
over the whole page, which leaves a hundredth open."""
GROWN = 1.1
"""Several lines grow no further, so that one line as large as its style is as large beside them."""
PAUSES = "，；：。！？"
"""Marks at which a line ends better than in a clause."""
STEPS = 8
"""Sizes that are tried for a better break."""
ALIKE = 1.02
"""Of a headline that fills a given height: sizes that differ by less are one to the eye, and
fewer lines are better."""


@record
class Headline:
    """A headline, set as large as its style or smaller until it fits."""

    text: Copy
    """The words."""
    style: TextStyle
    """A paragraph style's name."""
    max_lines: Annotated[int, Range(ge=1, le=12)] = 2
    """The most lines it may take; each half of a headline of two (U+3000) half of them, rounded up,
    where it is no smaller for a line more."""
    smallest: Annotated[float, Range(gt=0, le=1)] = 1.0
    """The smallest share of the style's size it may shrink to, by itself and where the rest of the
    page has no room."""
    largest: Annotated[float, Range(ge=1, le=4)] = 1.0
    """The largest share of the style's size it may grow to, to fill its lines: one line; several
    grow by a tenth at most, or as high as they may be."""
    level: Annotated[int, Range(ge=1, le=3)] = 1
    """Heading level, for a reader who cannot see it."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    group: str = ""
    """Headlines that name one group share one size: the factor of the smallest, whatever the
    `smallest` of the others."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if not self.style.balance:
            return replaced(self, style=_balanced(self.style)).lay_out(region)
        if region.givens.yielding > 1 or region.givens.cut is self.text:
            givens = replaced(region.givens, yielding=1.0, cut=None)
            short = replaced(self, text=self.text.first(1))
            return short.lay_out(replaced(region, givens=givens))
        if region.grid and region.height is not None:
            # Blocks are laid out again where they stand on the grid: in the height that it asked
            # for it is as it was, and takes no second tenth off.
            asked = self.lay_out(region.free)
            if abs(asked.size.height - region.height) < TOLERANCE:
                return asked
        measure, _ = region.along(self.style)
        done, least, max_lines = self._made_to_fit(region)
        copy, style = done.copies[0], done.style
        role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)[self.level - 1]
        if style.column:
            # Late: few headlines run down.
            from infographic.layout.vertical import set_columns

            frame = set_columns(
                (copy,), style, region, length=measure, role=role, name="headline",
                max_lines=max_lines,
            )  # fmt: skip
        else:
            frame = set_copy(
                copy, style, region.width, region.height, role=role, name="headline",
                max_lines=max_lines,
            )  # fmt: skip
        frame = noted(frame, Yielding(self.text, style.size, self.level, least))
        return replaced(self, max_lines=max_lines)._room(region).finished(
            frame, done, self.style, self.group,
            smallest=scaled(finished(self.style), least / self.style.size),
            stood=lambda made: in_height(made, region.height, self.vertical),
        )  # fmt: skip

    def _room(self, region: Region) -> WordFrame:
        return WordFrame.of(self.style, region, max_lines=self.max_lines)

    def _made_to_fit(self, region: Region) -> tuple[Copyfitted, float, int]:
        """Words dropped and moved together as the style says, then the size that fits; the
        smallest that it might be set in, in points; and the most lines it may take."""
        fit, style, bounds = self.style.fit, self.style, (self.smallest, self.largest)
        done = Copyfitted((self.text,), style)
        if fit is not None:
            # Closer lines are of no use where the headline is as tall as it likes.
            out = ("size",) if region.height is not None else ("size", "leading")
            others = tuple(remedy for remedy in fit.remedies if remedy not in out)
            done = copyfitted(
                done.copies,
                replaced(style, fit=replaced(fit, remedies=others)),
                self._room(region).fits,
                may_grow=False,
            )
            if "size" in fit.remedies:
                least = fit.floor / style.size if fit.shrinks else 1.0
                most = fit.ceiling / style.size if fit.grows else 1.0
                bounds = (min(self.smallest, least), max(self.largest, most))
        press = press_factor(done.copies, style, region.givens.smallest)
        smallest = max(bounds[0], press)
        search = _Search(
            done.copies[0], done.style, self.max_lines, smallest,
            _most(smallest, bounds[1], region.givens), region,
        )  # fmt: skip
        shared = region.givens.shared.get(self.group or (fit.group if fit else ""))
        found = search.fitted() if shared is None else search.at(max(shared, press))
        style = replaced(scaled(done.style, found.factor), line_more=found.line_more)
        rung = replaced(done.rung, size=round(found.factor, 9))
        done = replaced(done, copies=(found.copy,), style=style, rung=rung)
        return done, smallest * self.style.size, found.max_lines


def _most(smallest: float, most: float, givens: Givens) -> float:
    """The largest share of its style's size for a headline that yields to the rest of the page."""
    if not givens.yielding:
        return most
    return float(most * (min(smallest, most) / most) ** givens.yielding)


class _Found(NamedTuple):
    copy: Copy
    factor: float
    """Of the style's size."""
    max_lines: int
    line_more: bool = False


@record
class _Search:
    """The size in which words fit a region. Sizes are shares of the style's."""

    copy: Copy
    style: TextStyle
    max_lines: int
    smallest: float
    most: float
    region: Region
    parted: bool = False
    """Dates and numbers that are too wide may be parted, or that would make a line too many: in no
    size do they fit whole."""
    line_more: bool = False
    """A line more where so few tear a word."""

    def at(self, factor: float) -> _Found:
        """In a given size: with one half to a line where it takes several."""
        halves = self._halves(factor)
        if self._lines(factor) != 1 and halves._lines(factor):
            return halves._found(factor)
        return self._found(factor)

    def fitted(self) -> _Found:
        if not self.parted and self._lines(self.smallest) is self._lines(self.most) is None:
            parted = replaced(self, parted=True)
            if parted._lines(self.smallest) is not None:
                return parted.fitted()
        top, least = self._bounds()
        if self._lines(top) == 1:
            return self._found(top)
        halves = self._halves(top)
        as_many = replaced(halves, max_lines=self.max_lines, most=self.most)
        for way in (as_many, halves):
            if halves.copy != self.copy and self._has_room(way, least):
                highest, near = way._bounds()
                return way._best(highest, max(near, least), self)
        return self._best(top, least, self)

    def _has_room(self, halves: _Search, least: float) -> bool:
        """Whether its halves stand on lines of their own in that size at least."""
        highest, _ = halves._bounds()
        lines = halves._lines(highest)
        # Where the page has no room, no line is made for a half alone.
        most = self._lines(highest) if self.region.givens.yielding else halves.max_lines
        return bool(highest >= least and lines and lines <= (most or 0))

    def _found(self, factor: float) -> _Found:
        return _Found(self.copy, factor, self.max_lines, self.line_more)

    def _halves(self, most: float) -> _Search:
        """With its halves on lines of their own, as large as that at most."""
        even = self.max_lines + (self.max_lines > 1 and self.max_lines % 2)
        copy = broken_at_wide_spaces(self.copy)
        return self if copy == self.copy else replaced(self, copy=copy, max_lines=even, most=most)

    @property
    def _fills_height(self) -> bool:
        region = self.region
        return region.along(self.style)[1] is not None and region.height is not None

    def _bounds(self) -> tuple[float, float]:
        """The largest size in which it fits, and the smallest that is as large within a tenth."""
        smallest, most = self.smallest, self.most
        near = NEAR if self.region.givens.yielding else TENTH
        natural = most if self._fills_height else min(most, 1.0)
        own = self._lines(natural)
        if own is None or self._fills_height:
            top = _largest(lambda f: self._lines(f) is not None, smallest, natural)
            return top, min(max(top / near, smallest), top)
        # Growing fills the lines it has; it never makes one more.
        grown = most if own == 1 else min(most, max(GROWN, natural))
        top = _largest(lambda f: (self._lines(f) or own + 1) <= own, natural, grown)
        return top, min(max(grown / near, smallest), top)

    def _best(self, top: float, least: float, whole: _Search) -> _Found:
        """Of the sizes from `top` to `least` the one that breaks best; `whole` has its halves in
        one row.

        As large as can be, the lines are all full, and break wherever they are.
        """
        best = self._in_fewer_lines(top, least)
        if not self._roughness(best) and self._is_paused(best):
            return self._found(best)
        # What counts is how large a longer headline may be.
        longer = replaced(whole, copy=with_more((whole.copy,), 1)[0])
        if longer._lines(longer.smallest):
            least = min(least, longer._bounds()[1])
        sizes = (best, *(top - (top - least) * step / STEPS for step in range(STEPS + 1)))
        ways = [(self, size) for size in sizes]
        # Where the least size is asked for, the page is refused for no word's sake.
        if self.region.givens.yielding < 1:
            more = replaced(self, line_more=True)
            ways += [(more, size) for size in sizes]
        way, size = min(ways, key=lambda one: one[0]._badness(one[1]))
        return way._found(size)

    def _in_fewer_lines(self, top: float, least: float) -> float:
        """A size that makes fewer lines, where that is wanted and one is as large; else `top`."""
        if self._fills_height:
            least = max(top / ALIKE, least)
        elif not self.region.givens.yielding:
            return top
        fewest = self._lines(least)
        if fewest is None or fewest >= (self._lines(top) or 0):
            return top
        return _largest(lambda f: (self._lines(f) or fewest + 1) <= fewest, least, top)

    def _badness(self, factor: float) -> tuple[float, float, float, float]:
        lines = self._lines(factor)
        if lines is None:
            return inf, 0.0, 0.0, -factor
        return self._roughness(factor), -self._pauses(factor), lines, -factor

    def _is_paused(self, factor: float) -> bool:
        """Whether it breaks wherever it pauses, or at as many pauses as it has line ends."""
        inside = sum(self.copy.text.rstrip(PAUSES).count(mark) for mark in PAUSES)
        most = min(inside, (self._lines(factor) or 1) - 1)
        return self._pauses(factor) >= most

    def _pauses(self, factor: float) -> int:
        """How many lines end where a reader pauses."""
        style = self._style(factor)
        lines = set_paragraph(self.copy, style, self.region.along(style)[0]).lines
        return sum(line.break_cost < 0 for line in lines)

    def _lines(self, factor: float) -> int | None:
        """How many lines it makes; None where they do not fit."""
        measure, room = self.region.along(self.style)
        paragraph = set_paragraph(self.copy, self._style(factor), measure)
        over = paragraph.overset if self.parted else paragraph.overrun
        count = len(paragraph.lines)
        too_tall = room is not None and height_of(paragraph.lines) > room + TOLERANCE
        if count > self.max_lines or over > TOLERANCE or too_tall:
            return None
        return count

    def _style(self, factor: float) -> TextStyle:
        style = scaled(self.style, factor)
        if self.line_more:
            style = replaced(style, line_more=True)
        return replaced(style, max_lines=self.max_lines) if self.parted else style

    def _roughness(self, factor: float) -> float:
        """What its line ends cost that tear phrases."""
        style = self._style(factor)
        lines = set_paragraph(self.copy, style, self.region.along(style)[0]).lines
        return sum(max(line.break_cost - ROUGH, 0.0) for line in lines)


def _largest(fits: Callable[[float], bool], least: float, most: float) -> float:
    """The largest share from `most` down to `least` that fits, else `least`."""
    if most <= least:
        return most
    return most * largest(lambda factor: fits(most * factor), least / most)


@lru_cache(maxsize=256)
def _balanced(style: TextStyle) -> TextStyle:
    return replaced(style, balance=True)


def broken_at_wide_spaces(copy: Copy) -> Copy:
    """A two-part headline that takes several lines has one part to a line."""
    spans = tuple(replaced(s, text=s.text.replace("\u3000", "\n")) for s in copy.spans)
    return replaced(copy, spans=spans)
