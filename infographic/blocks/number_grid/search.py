"""The arrangement that fills a frame best: weighed by arithmetic, in a bounded number of tries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
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

MOST_NEWS, MOST_ALONE = 1.6, 2.4
"""The news's number grows to so many times the size that is liked; so many where it is alone."""
TALL_LABEL = 2
"""Lines of a fact's words; more are a column of text."""
GRAIN = 24
"""Cells that holes are counted in: enough to weigh arrangements against each other."""
MOST_SIZES = 16
HOLE = 0.14
"""Of the frame: a larger one is seen at once."""


@dataclass(slots=True)
class Search:
    """A grid, the height that it is to fill, and how much was weighed."""

    grid: Grid
    height: float | None
    sizes: list[float] = field(default_factory=list)
    most: dict[float, float] = field(default_factory=dict)
    """The news's greatest size, by the width it has."""
    tried: int = 0
    """How many times an arrangement was weighed at a size."""

    def __post_init__(self) -> None:
        self.sizes = self.grid.ladder.sizes()

    def best(self) -> Plan | None:
        """The best that fits; None where none does."""
        found: Plan | None = None
        for arrangement in self._every():
            plan = self._planned(arrangement)
            if plan is not None and (found is None or plan.cost < found.cost):
                found = plan
        return found

    def tightest(self) -> Plan:
        """Of those that do not fit, the one that wants the least more."""
        tight = [self._tight(arrangement) for arrangement in self._every()]
        return min(tight, key=lambda plan: plan.cost)

    def holds(self) -> bool:
        """Whether all facts fit in any way."""
        return any(self._fits(one, *self._least(one)) for one in self._every())

    def _every(self) -> list[Arrangement]:
        wanted = self._wanted()
        found = [one for one in arrangements(wanted) if self._is_one(one)]
        if found:
            return found
        # Too few facts stand beside a news that was to be a cell among them.
        wanted = replace(wanted, places=("top",))
        return [one for one in arrangements(wanted) if self._is_one(one)]

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

    def _is_one(self, arrangement: Arrangement) -> bool:
        """Whether it is a way of its own: what it has devices for has them."""
        foot = None if self.grid.news is None else self.grid.news.foot
        if arrangement.news_foot and foot is not None and foot.width > self._news_room(arrangement):
            return False
        if arrangement.words_beside and self.grid.ladder.at(self.grid.ladder.liked).is_centered:
            return False
        return not arrangement.feet or self.grid.some_foot(arrangement) > 0

    def _news_room(self, arrangement: Arrangement) -> float:
        spaces = self.grid.spaces
        whole, _ = beside_width(arrangement, spaces, self.grid.width)
        return whole - spaces.news_of(arrangement).across

    def _news_most(self, arrangement: Arrangement) -> float:
        """The greatest size of the news's digits."""
        grid = self.grid
        if grid.news is None:
            return inf
        width = self._news_room(arrangement)
        if width not in self.most:
            grown = MOST_NEWS if grid.facts else MOST_ALONE
            most = min(grid.news.most(width), grown * grid.ladder.news_liked)
            self.most[width] = most
        return self.most[width]

    def _least(self, arrangement: Arrangement) -> tuple[float, float]:
        """The smallest sizes of facts and news."""
        ladder = self.grid.ladder
        news = ladder.look.ratio * ladder.smallest
        if not self.grid.facts:
            news = min(ladder.news_liked / 2, news)
        return ladder.smallest, min(news, self._news_most(arrangement))

    def _planned(self, arrangement: Arrangement) -> Plan | None:
        """It in the largest size that fits; None where none does."""
        news_most = self._news_most(arrangement)
        if self.height is None:
            return self._free(arrangement, news_most)
        if not self._fits(arrangement, *self._least(arrangement)):
            return None
        ladder, ratio = self.grid.ladder, self.grid.ladder.look.ratio
        sizes = [size for size in self.sizes if ratio * size <= news_most] or self.sizes[:1]
        liked = min(0.8 * ladder.news_liked, news_most)
        low, high = 0, len(sizes)
        while high - low > 1:
            middle = (low + high) // 2
            news = min(max(ratio * sizes[middle], liked), news_most)
            if self._fits(arrangement, sizes[middle], news):
                low = middle
            else:
                high = middle
        size = sizes[low]
        if self.grid.news is None:
            return self._made(arrangement, size, 0.0)
        for news in self._news_sizes(ratio * size, liked, news_most):
            if self._fits(arrangement, size, news):
                return self._made(arrangement, size, news)
        return self._made(arrangement, *self._least(arrangement))

    def _news_sizes(self, least: float, liked: float, most: float) -> list[float]:
        """Sizes of the news's digits, the largest first, about a step from each other."""
        found, size = [most], most / STEP
        least = min(least, most)
        while size > least and len(found) < MOST_SIZES:
            found.append(size)
            size /= STEP if size < liked else STEP**2
        return [*found, least]

    def _tight(self, arrangement: Arrangement) -> Plan:
        """In the smallest sizes, too high as it is."""
        return self._made(arrangement, *self._least(arrangement))

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
        if self.height is None:
            # Of its own height it takes as little paper as its numbers want.
            cost += 0.8 * log2(1 + whole.height / whole.width)
        if grid.facts:
            cost += self._cost_of_facts(plan, boxes)
        if grid.news is not None and plan.arrangement.place != "none":
            cost += 0.5 * max(log2(grid.ladder.news_liked / plan.news_size), 0.0)
            if grid.news.foot is not None and not plan.arrangement.news_foot:
                cost += 0.45
        return cost

    def _cost_of_facts(self, plan: Plan, boxes: Sequence[Sequence[Box]]) -> float:
        size, liked = plan.size, self.grid.ladder.liked
        cost = 0.7 * max(log2(liked / size), 0.0) + 0.12 * max(log2(size / liked) - 0.3, 0.0)
        lines = [box.lines for row in boxes for box in row]
        cost += 0.12 * sum(max(one - TALL_LABEL, 0) for one in lines) / len(lines)
        cost += 0.08 * plan.arrangement.words_beside + 0.08 * _is_uneven(plan.arrangement)
        cost += 0.8 * _empty_right(plan, boxes)
        if plan.arrangement.feet:
            cost -= 0.15 * self.grid.some_foot(plan.arrangement)
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
            outline = grid.news_outline(plan.arrangement, plan.news_size)
            found += outline.boxes(Point(at.x + pad.left, at.y + pad.top))
        return found


def _empty_right(plan: Plan, boxes: Sequence[Sequence[Box]]) -> float:
    """How far cells are from being half full across, as a share of their width."""
    found = [
        max(0.5 - box.width / cell.width, 0.0)
        for row, sizes in zip(plan.places.cells, boxes, strict=False)
        for cell, box in zip(row, sizes, strict=False)
    ]
    return sum(found) / len(found) if found else 0.0


def _is_uneven(arrangement: Arrangement) -> bool:
    """Whether a row's cells differ in width from those of the others."""
    return len({cell for row in (*arrangement.beside, *arrangement.below) for cell in row}) > 1
