"""The arrangement that fills a frame best: weighed by arithmetic, in a bounded number of tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from math import inf, log2
from typing import NamedTuple

from infographic.blocks.number_grid.arrangements import (
    MOST_COLUMNS,
    Arrangement,
    Place,
    Wanted,
    arrangements,
)
from infographic.blocks.number_grid.emptiest import emptiest_share
from infographic.blocks.number_grid.measured import (
    LEAST_MEASURE,
    Box,
    Measured,
    beside_gap,
    least_cell,
    widest,
)
from infographic.blocks.number_grid.news import News, Set
from infographic.blocks.number_grid.spaces import (
    Heights,
    Places,
    Spaces,
    beside_width,
    natural_height,
    placed,
    widths,
)
from infographic.blocks.number_grid.types import STEP, Ladder, Types
from infographic.foundation.geometry import Point, Rect
from infographic.layout.setting import TOLERANCE

MOST_NEWS = 1.6
"""The news's number grows to so many times the size that is liked."""
TALL_LABEL = 3
"""Lines of a fact's words; more are a column of text."""


class Plan(NamedTuple):
    """An arrangement with its sizes and places, and what is wrong with it."""

    arrangement: Arrangement
    size: float
    """Of the facts' digits."""
    news_size: float
    places: Places
    column: float
    """Of the numbers, where words stand beside them."""
    above: bool
    cost: float
    fits: bool


@dataclass(slots=True)
class Search:
    """What is asked for, and what was worked out on the way."""

    facts: Sequence[Measured]
    news: News | None
    ladder: Ladder
    spaces: Spaces
    width: float
    height: float | None
    above: bool
    set: dict[tuple[float, float, bool], Set] = field(default_factory=dict)
    tried: int = 0
    """How many times an arrangement was weighed at a size."""

    def best(self) -> Plan:
        """The best that fits; of those that do not, the one that wants the least more."""
        found: Plan | None = None
        for arrangement in arrangements(self._wanted()):
            plan = self._planned(arrangement)
            if plan is None:
                continue
            if found is None or (not plan.fits, plan.cost) < (not found.fits, found.cost):
                found = plan
        assert found is not None
        return found

    def _wanted(self) -> Wanted:
        look, units = self.ladder.look, self.ladder.units
        inside = self.spaces.inside.across
        cell = least_cell(self.facts, self.ladder) + inside
        gap = self.spaces.column_gap
        most = int((self.width + gap + TOLERANCE) // (cell + gap))
        places: tuple[Place, ...]
        if self.news is None:
            places = ("none",)
        elif look.news_at != "auto":
            places = (look.news_at,) if look.news_at != "none" else ("none",)
        else:
            wide = self.width >= units.of(220, 620)
            places = ("top", "left", "cell") if wide else ("top",)
        if not self.facts and self.news is not None:
            places = ("top",)
        columns = 0 if look.columns == "auto" else look.columns
        return Wanted(
            len(self.facts), places, columns, max(min(most, MOST_COLUMNS), 1),
            any(one.foot is not None for one in self.facts),
            self.news is not None and self.news.foot is not None,
        )  # fmt: skip

    # One arrangement

    def _planned(self, arrangement: Arrangement) -> Plan | None:
        """It in the largest size that fits; None where it is none at all."""
        news_width, _ = beside_width(arrangement, self.spaces, self.width)
        news_most = inf
        if self.news is not None:
            room = news_width - self.spaces.news.across
            news_most = min(self.news.most(room), MOST_NEWS * self.ladder.news_liked)
            foot = self.news.foot
            if arrangement.news_foot and foot is not None and foot.width > room:
                return None
        if arrangement.feet and not self._some_foot(arrangement):
            return None
        ratio = self.ladder.look.ratio
        if self.height is None:
            return self._free(arrangement, news_most)
        sizes = self.ladder.sizes() if self.facts else [self.ladder.smallest]
        sizes = [size for size in sizes if ratio * size <= news_most] or sizes[:1]
        liked = min(0.8 * self.ladder.news_liked, news_most)
        low, high = -1, len(sizes)
        while high - low > 1:
            middle = (low + high) // 2
            size = sizes[middle]
            if self._fits(arrangement, size, min(max(ratio * size, liked), news_most)):
                low = middle
            else:
                high = middle
        if low < 0:
            news = min(ratio * sizes[0], news_most)
            return self._made(arrangement, sizes[0], news)
        size = sizes[low]
        news = min(max(ratio * size, liked), news_most)
        while news * STEP <= news_most and self._fits(arrangement, size, news * STEP):
            news *= STEP
        return self._made(arrangement, size, news)

    def _free(self, arrangement: Arrangement, news_most: float) -> Plan | None:
        """In the sizes that are liked, or smaller where the width asks for it."""
        size = self.ladder.liked
        for _ in range(24):
            if size <= self.ladder.smallest or self._is_wide_enough(arrangement, size):
                break
            size /= STEP
        ratio = self.ladder.look.ratio
        size = max(min(size, news_most / ratio), self.ladder.smallest)
        news = min(max(ratio * size, self.ladder.news_liked), news_most)
        return self._made(arrangement, size, news)

    def _some_foot(self, arrangement: Arrangement) -> bool:
        return any(one.has_foot(width) for one, width in self._cells(arrangement))

    def _cells(self, arrangement: Arrangement) -> list[tuple[Measured, float]]:
        """Every fact and the width inside its cell."""
        return [pair for row in self._rows(arrangement) for pair in row]

    def _rows(self, arrangement: Arrangement) -> list[list[tuple[Measured, float]]]:
        _, side = beside_width(arrangement, self.spaces, self.width)
        gap, inside = self.spaces.column_gap, self.spaces.inside.across
        rows, facts = [], iter(self.facts)
        for whole, part in ((side, arrangement.beside), (self.width, arrangement.below)):
            for row in part:
                cells = zip(widths(row, whole, gap), facts, strict=False)
                rows.append([(fact, width - inside) for width, fact in cells])
        return rows

    def _is_wide_enough(self, arrangement: Arrangement, size: float) -> bool:
        types = self.ladder.at(size)
        least = LEAST_MEASURE * types.words.size
        if arrangement.words_beside:
            column = widest(self.facts, size) + beside_gap(types)
            return all(width - column >= 1.3 * least for _, width in self._cells(arrangement))
        return all(
            one.number(size) <= width and (one.words == 0 or width >= min(least, one.words))
            for one, width in self._cells(arrangement)
        )

    def _boxes(self, arrangement: Arrangement, types: Types) -> list[list[Box]]:
        column = widest(self.facts, types.size)
        return [
            [
                one.beside(types, column, width) if arrangement.words_beside
                else one.box(types, width, above=self.above, with_foot=arrangement.feet)
                for one, width in row
            ]
            for row in self._rows(arrangement)
        ]  # fmt: skip

    def _heights(
        self, arrangement: Arrangement, boxes: Sequence[Sequence[Box]], news: float
    ) -> Heights:
        pad = self.spaces.inside.down
        rows = [
            max(box.above for box in row) + max(box.below for box in row) + pad
            for row in boxes if row
        ]  # fmt: skip
        beside = len(arrangement.beside)
        top = 0.0
        if self.news is not None and arrangement.place != "none":
            top = self._news(arrangement, news).height + self.spaces.news.down
        return Heights(top, tuple(rows[:beside]), tuple(rows[beside:]))

    def _news(self, arrangement: Arrangement, size: float) -> Set:
        assert self.news is not None
        width, _ = beside_width(arrangement, self.spaces, self.width)
        key = (size, width - self.spaces.news.across, arrangement.news_foot)
        if key not in self.set:
            self.set[key] = self.news.set(size, key[1], with_foot=key[2])
        return self.set[key]

    def _fits(self, arrangement: Arrangement, size: float, news: float) -> bool:
        self.tried += 1
        if not self._is_wide_enough(arrangement, size):
            return False
        boxes = self._boxes(arrangement, self.ladder.at(size))
        needed = natural_height(self._heights(arrangement, boxes, news), self.spaces)
        return self.height is None or needed <= self.height + TOLERANCE

    def _made(self, arrangement: Arrangement, size: float, news: float) -> Plan:
        types = self.ladder.at(size)
        boxes = self._boxes(arrangement, types)
        heights = self._heights(arrangement, boxes, news)
        needed = natural_height(heights, self.spaces)
        over = 0.0 if self.height is None else max(needed - self.height, 0.0)
        fits = over <= TOLERANCE and self._is_wide_enough(arrangement, size)
        places = placed(arrangement, heights, self.spaces, self.width, self.height)
        column = widest(self.facts, size) if arrangement.words_beside else 0.0
        plan = Plan(arrangement, size, news, places, column, self.above, 0.0, fits)
        cost = over if not fits else self._cost(plan, boxes, needed)
        return plan._replace(cost=cost)

    # What is good

    def _cost(self, plan: Plan, boxes: Sequence[Sequence[Box]], needed: float) -> float:
        """The less the better: holes, small numbers, tall labels, spare height."""
        whole = plan.places.height
        ink = self._ink(plan, boxes)
        hole = emptiest_share(ink, self.width, whole)
        cost = 3.0 * hole + 4.0 * max(hole - 0.14, 0.0)
        cost += 0.6 * (1 - min(needed / whole, 1.0))
        if self.facts:
            size, liked = plan.size, self.ladder.liked
            cost += 0.7 * max(log2(liked / size), 0.0) + 0.12 * max(log2(size / liked) - 0.3, 0.0)
            lines = [box.lines for row in boxes for box in row]
            cost += 0.25 * sum(max(one - TALL_LABEL, 0) for one in lines) / len(lines)
            if plan.arrangement.words_beside:
                cost += 0.15
            cost += 0.04 * _is_uneven(plan.arrangement)
        if self.news is not None and plan.arrangement.place != "none":
            cost += 0.35 * max(log2(self.ladder.news_liked / plan.news_size), 0.0)
            if self.news.foot is not None and not plan.arrangement.news_foot:
                cost += 0.2
        if plan.arrangement.feet:
            cells = self._cells(plan.arrangement)
            cost -= 0.2 * sum(one.has_foot(width) for one, width in cells) / len(cells)
        return cost

    def _ink(self, plan: Plan, boxes: Sequence[Sequence[Box]]) -> list[Rect]:
        """Where ink stands, about."""
        found = []
        inside = self.spaces.inside
        for row, sizes in zip(plan.places.cells, boxes, strict=False):
            for cell, box in zip(row, sizes, strict=False):
                found.append(Rect(cell.x + inside.left, cell.y + inside.top, box.width, box.height))
        if plan.places.news is not None:
            at, pad = plan.places.news, self.spaces.news
            found += self._news(plan.arrangement, plan.news_size).boxes(
                Point(at.x + pad.left, at.y + pad.top)
            )
        return found


def _is_uneven(arrangement: Arrangement) -> bool:
    """Whether a row's cells differ in width from those of the others."""
    return len({cell for row in (*arrangement.beside, *arrangement.below) for cell in row}) > 1
