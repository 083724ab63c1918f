"""The arrangement that fills a frame best: weighed by arithmetic, in a bounded number of tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import inf, log2

from infographic.blocks.number_grid.arrangements import (
    MOST_COLUMNS,
    Arrangement,
    Place,
    Wanted,
    arrangements,
)
from infographic.blocks.number_grid.measured import Box, least_cell
from infographic.blocks.number_grid.plans import Grid, Plan
from infographic.blocks.number_grid.spaces import beside_width, natural_height, placed
from infographic.blocks.number_grid.types import STEP
from infographic.display.emptiness import entered, hole_among, share_of
from infographic.foundation.geometry import Point, Rect, Size
from infographic.layout.setting import TOLERANCE

MOST_NEWS = 1.6
"""The news's number grows to so many times the size that is liked."""
TALL_LABEL = 3
"""Lines of a fact's words; more are a column of text."""
GRAIN = 24
"""Cells that holes are counted in: enough to weigh arrangements against each other."""
HOLE = 0.14
"""Of the frame: a larger one is seen at once."""


@dataclass(slots=True)
class Search:
    """A grid, the height that it is to fill, and how much was weighed."""

    grid: Grid
    height: float | None
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
        grid = self.grid
        look, units = grid.ladder.look, grid.ladder.units
        cell = least_cell(grid.facts, grid.ladder) + grid.spaces.inside.across
        gap = grid.spaces.column_gap
        most = int((grid.width + gap + TOLERANCE) // (cell + gap))
        return Wanted(
            len(grid.facts),
            self._places(),
            0 if look.columns == "auto" else look.columns,
            max(min(most, MOST_COLUMNS), 1),
            any(one.foot is not None for one in grid.facts),
            grid.news is not None and grid.news.foot is not None,
            len(grid.long),
            grid.width >= units.of(330, 1300),
        )

    def _places(self) -> tuple[Place, ...]:
        grid = self.grid
        look, units = grid.ladder.look, grid.ladder.units
        if grid.news is None:
            return ("none",)
        if not grid.facts:
            return ("top",)
        if look.news_at != "auto":
            return (look.news_at,)
        wide = grid.width >= units.of(220, 620)
        return ("top", "left", "cell") if wide else ("top",)

    # One arrangement

    def _planned(self, arrangement: Arrangement) -> Plan | None:
        """It in the largest size that fits; None where it is none at all."""
        grid = self.grid
        news_most = inf
        if grid.news is not None:
            whole, _ = beside_width(arrangement, grid.spaces, grid.width)
            room = whole - grid.spaces.news_of(arrangement).across
            news_most = min(grid.news.most(room), MOST_NEWS * grid.ladder.news_liked)
            foot = grid.news.foot
            if arrangement.news_foot and foot is not None and foot.width > room:
                return None
        if arrangement.feet and not grid.some_foot(arrangement):
            return None
        if arrangement.words_beside and grid.ladder.at(grid.ladder.liked).is_centered:
            return None
        if self.height is None:
            return self._free(arrangement, news_most)
        return self._in_height(arrangement, news_most)

    def _in_height(self, arrangement: Arrangement, news_most: float) -> Plan:
        ladder, ratio = self.grid.ladder, self.grid.ladder.look.ratio
        sizes = ladder.sizes() if self.grid.facts else [ladder.smallest]
        sizes = [size for size in sizes if ratio * size <= news_most] or sizes[:1]
        liked = min(0.8 * ladder.news_liked, news_most)
        low, high = -1, len(sizes)
        while high - low > 1:
            middle = (low + high) // 2
            news = min(max(ratio * sizes[middle], liked), news_most)
            if self._fits(arrangement, sizes[middle], news):
                low = middle
            else:
                high = middle
        if low < 0:
            return self._made(arrangement, sizes[0], min(ratio * sizes[0], news_most))
        size = sizes[low]
        news = min(max(ratio * size, liked), news_most)
        if self.grid.news is None:
            return self._made(arrangement, size, news)
        while news * STEP <= news_most and self._fits(arrangement, size, news * STEP):
            news *= STEP
        return self._made(arrangement, size, news)

    def _free(self, arrangement: Arrangement, news_most: float) -> Plan:
        """In the sizes that are liked, or smaller where the width asks for it."""
        ladder, ratio = self.grid.ladder, self.grid.ladder.look.ratio
        size = ladder.liked
        while size > ladder.smallest and not self.grid.is_wide_enough(arrangement, size):
            size /= STEP
        size = max(min(size, news_most / ratio), ladder.smallest)
        news = min(max(ratio * size, ladder.news_liked), news_most)
        return self._made(arrangement, size, news)

    def _fits(self, arrangement: Arrangement, size: float, news: float) -> bool:
        self.tried += 1
        grid = self.grid
        if not grid.is_wide_enough(arrangement, size):
            return False
        boxes = grid.boxes(arrangement, grid.ladder.at(size))
        needed = natural_height(grid.heights(arrangement, boxes, news), grid.spaces)
        return self.height is None or needed <= self.height + TOLERANCE

    def _made(self, arrangement: Arrangement, size: float, news: float) -> Plan:
        grid = self.grid
        boxes = grid.boxes(arrangement, grid.ladder.at(size))
        heights = grid.heights(arrangement, boxes, news)
        needed = natural_height(heights, grid.spaces)
        over = 0.0 if self.height is None else max(needed - self.height, 0.0)
        is_wide = grid.is_wide_enough(arrangement, size)
        fits = over <= TOLERANCE and is_wide
        places = placed(arrangement, heights, grid.spaces, grid.width, self.height)
        plan = Plan(arrangement, size, news, places, 0.0, fits)
        if not fits:
            # What is too narrow is no way out of what is too low.
            return plan._replace(cost=max(over, 0.01) + (0.0 if is_wide else 1e6))
        return plan._replace(cost=self._cost(plan, boxes, needed))

    # What is good

    def _cost(self, plan: Plan, boxes: Sequence[Sequence[Box]], needed: float) -> float:
        """The less the better: holes, small numbers, tall labels, spare height."""
        grid, whole = self.grid, Size(self.grid.width, plan.places.height)
        hole = share_of(hole_among(entered(self._ink(plan, boxes), whole, GRAIN)), whole)
        cost = 3.0 * hole + 4.0 * max(hole - HOLE, 0.0)
        cost += 0.6 * (1 - min(needed / whole.height, 1.0))
        if grid.facts:
            cost += self._cost_of_facts(plan, boxes)
        if grid.news is not None and plan.arrangement.place != "none":
            cost += 0.35 * max(log2(grid.ladder.news_liked / plan.news_size), 0.0)
            if grid.news.foot is not None and not plan.arrangement.news_foot:
                cost += 0.2
        return cost

    def _cost_of_facts(self, plan: Plan, boxes: Sequence[Sequence[Box]]) -> float:
        size, liked = plan.size, self.grid.ladder.liked
        cost = 0.7 * max(log2(liked / size), 0.0) + 0.12 * max(log2(size / liked) - 0.3, 0.0)
        lines = [box.lines for row in boxes for box in row]
        cost += 0.25 * sum(max(one - TALL_LABEL, 0) for one in lines) / len(lines)
        cost += 0.15 * plan.arrangement.words_beside + 0.04 * _is_uneven(plan.arrangement)
        if plan.arrangement.feet:
            cost -= 0.2 * self.grid.some_foot(plan.arrangement)
        return cost

    def _ink(self, plan: Plan, boxes: Sequence[Sequence[Box]]) -> list[Rect]:
        """Where ink stands, about."""
        grid, found = self.grid, list[Rect]()
        inside, cells = grid.spaces.inside, grid.ladder.look.cells
        for row, sizes in zip(plan.places.cells, boxes, strict=False):
            for cell, box in zip(row, sizes, strict=False):
                at = cell.corner.moved(inside.left, inside.top)
                found.append(Rect(*at, box.width, box.height))
                if cells == "rules":
                    found.append(Rect(*cell.corner, cell.width, 0.5))
        if plan.places.news is not None:
            at, pad = plan.places.news.corner, grid.spaces.news_of(plan.arrangement)
            set_ = grid.set_news(plan.arrangement, plan.news_size)
            found += set_.boxes(Point(at.x + pad.left, at.y + pad.top))
        return found


def _is_uneven(arrangement: Arrangement) -> bool:
    """Whether a row's cells differ in width from those of the others."""
    return len({cell for row in (*arrangement.beside, *arrangement.below) for cell in row}) > 1
