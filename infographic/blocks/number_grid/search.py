"""The arrangement that fills a frame best: weighed by arithmetic, in a bounded number of tries."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import heapify, heappop, heappush, heapreplace
from math import inf, log2

from infographic.blocks.number_grid.arrangements import (
    Arrangement,
    Place,
    Wanted,
    plain_arrangements,
    with_devices,
)
from infographic.blocks.number_grid.measured import Row, tall_of
from infographic.blocks.number_grid.plans import Arranged, Grid, Option, Plan, Side
from infographic.blocks.number_grid.spaces import Heights, natural_height, placed
from infographic.blocks.number_grid.types import STEP
from infographic.display.emptiness import entered, hole_among, share_of
from infographic.foundation import memo
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import field, record, replaced
from infographic.layout.setting import TOLERANCE
from infographic.text.style import Alignment

MOST_NEWS, MOST_ALONE = 1.6, 2.4
"""The news's number grows to so many times the size that is liked; so many where it is alone."""
GRAIN = 24
"""Cells that holes are counted in: enough to weigh arrangements against each other."""
MOST_SIZES = 16
TOO_NARROW = 1e6
DEVICES = 4
"""So many ways an arrangement has with devices and without, at the most."""
SLIGHT = 1e-9
"""More than sums in another order differ by."""
HOLE = 0.14
"""Of the frame: a larger one is seen at once."""


@record(frozen=False, eq=False)
class Search:
    """A grid, the height that it is to fill, and how much was weighed."""

    grid: Grid
    height: float | None
    tried: int = 0
    """How many times an arrangement was weighed at a size."""
    most: dict[float, float] = field(default_factory=dict)
    """The news's greatest size, by the width it has."""
    wanted: Wanted = field(init=False)
    """What bounds the ways."""
    arranged: Arranged = field(init=False)
    sides: dict[tuple[Place, float], Side] = field(default_factory=dict)
    """By the place of the news, and its share of the width."""
    floors: dict[tuple[Place, float, bool], float] = field(default_factory=dict)
    """What arrangements do not cost less than; by these, and whether words are beside numbers."""

    def __post_init__(self) -> None:
        self.wanted = self.grid.wanted()
        known = self.grid.arranged.get(self.height)
        if known is None:
            known = self.grid.arranged[self.height] = Arranged(self._plain())
        self.arranged = known

    def best(self) -> Plan | None:
        """The plan of the least cost, the first of several; None where nothing fits.

        Each arrangement has a bound that its cost is not below; the one with the least is looked
        at more closely, until the least is a cost. Most are never weighed to the end, and where
        the news has too small a place they have no rows.
        """
        if memo.counting is not None:
            memo.counting.searches += 1
        queue: list[tuple[float, int, Iterator[float | Plan] | None]] = [
            (self._floor(plain) - SLIGHT, DEVICES * number, None)
            for number, plain in enumerate(self.arranged.plain)
        ]
        heapify(queue)
        found: dict[int, Plan] = {}
        while queue:
            _, number, closer = queue[0]
            if number in found:
                return found[number]
            if closer is None:
                heappop(queue)
                for own, option in enumerate(self._options(number // DEVICES), number):
                    if self._may_fit(option):
                        heappush(queue, (-inf, own, self._closer(option)))
                continue
            bound = next(closer, None)
            if bound is None:
                heappop(queue)
            elif isinstance(bound, Plan):
                found[number] = bound
                heapreplace(queue, (bound.cost, number, closer))
            else:
                heapreplace(queue, (bound - SLIGHT, number, closer))
        return None

    def tightest(self) -> Plan:
        """Of those that do not fit, the one that wants the least more."""
        every = [*self._ways(inf)]
        lacks = [self._lack(option) for option in every]
        option = every[lacks.index(min(lacks))]
        size, news = self._least(option.filled.news_room)
        heights = self.grid.heights(option, self.grid.rows(option, size), news)
        return self._plan(option, size, news, heights)._replace(cost=min(lacks), fits=False)

    def holds(self) -> bool:
        """Whether all facts fit in any way."""
        return any(
            self._may_fit(one) and self._fits(one, *self._least(one.filled.news_room))
            for one in self._every()
        )

    @property
    def _most(self) -> float:
        return inf if self.height is None else self.height + TOLERANCE + SLIGHT

    def _every(self) -> Iterator[Option]:
        """All that may fit."""
        for number in range(len(self.arranged.plain)):
            yield from self._options(number)

    def _options(self, number: int) -> Sequence[Option]:
        """One with devices and without; none where it does not fit."""
        arranged = self.arranged
        if number not in arranged.options:
            options = self._those_of(arranged.plain[number], self._most)
            arranged.options[number] = [*options]
        return arranged.options[number]

    def _ways(self, most: float) -> Iterator[Option]:
        """All that may be no higher than `most`."""
        for plain in self.arranged.plain:
            yield from self._those_of(plain, most)

    def _plain(self) -> list[Arrangement]:
        """All without devices."""
        # Too few facts may stand beside a news that was to be a cell among them.
        return self._in_places(self.wanted) or self._in_places(
            replaced(self.wanted, places=("top",))
        )

    def _in_places(self, wanted: Wanted) -> list[Arrangement]:
        is_centered = self.grid.ladder.look.value_style.alignment is Alignment.CENTER
        return [one for one in plain_arrangements(wanted) if not (one.words_beside and is_centered)]

    def _those_of(self, plain: Arrangement, most: float) -> Iterator[Option]:
        """It with devices and without, where it has what they are of."""
        grid, place = self.grid, (plain.place, plain.share)
        self.tried += 1
        side = self.sides.get(place)
        if side is None:
            _, least = self._least(grid.news_room(plain))
            side = self.sides[place] = grid.side(plain, least)
        filled = grid.filled(plain, most, side)
        if filled is None:
            return
        foot = None if grid.news is None else grid.news.foot
        for arrangement in with_devices(plain, self.wanted):
            if arrangement.news_foot and foot is not None and foot.width > side.room:
                continue
            if not arrangement.feet or filled.feet > 0:
                yield Option(arrangement, filled)

    # One arrangement

    def _news_most(self, room: float) -> float:
        """The greatest size of the news's digits in a width."""
        grid = self.grid
        if grid.news is None:
            return inf
        if room not in self.most:
            grown = MOST_NEWS if grid.facts else MOST_ALONE
            most = min(grid.news.most(room), grown * grid.ladder.news_liked)
            self.most[room] = most
        return self.most[room]

    def _least(self, room: float) -> tuple[float, float]:
        """The smallest sizes of facts, and of news in a width."""
        ladder = self.grid.ladder
        news = ladder.look.ratio * ladder.smallest
        if not self.grid.facts:
            news = min(ladder.news_liked / 2, news)
        return ladder.smallest, min(news, self._news_most(room))

    def _closer(self, option: Option) -> Iterator[float | Plan]:
        """What its cost is not below, closer each time, and at last its plan, in the largest size
        that fits; no plan where none does."""
        ladder, room = self.grid.ladder, option.filled.news_room
        news_most = self._news_most(room)
        if self.height is None:
            yield from self._weighed(option, *self._free(option, news_most))
            return
        ratio = ladder.look.ratio
        arrangement, shape = option.arrangement, self._of_shape(option)
        sizes = self._sizes(news_most)
        yield self._bound(arrangement, shape, sizes[-1], news_most)
        if not self._fits(option, *self._least(room)):
            return
        liked = min(0.8 * ladder.news_liked, news_most)
        low, high = 0, len(sizes)
        while high - low > 1:
            middle = (low + high) // 2
            news = min(max(ratio * sizes[middle], liked), news_most)
            if self._fits(option, sizes[middle], news):
                low = middle
            else:
                high = middle
                yield self._bound(arrangement, shape, sizes[high - 1], news_most)
        size = sizes[low]
        if self.grid.news is None:
            yield from self._weighed(option, size, 0.0)
            return
        for news in self._news_sizes(ratio * size, liked, news_most):
            yield self._bound(arrangement, shape, size, news)
            if self._fits(option, size, news):
                yield from self._weighed(option, size, news)
                return
        yield from self._weighed(option, *self._least(room))

    def _sizes(self, news_most: float) -> list[float]:
        """Of the facts' digits, beside a news of at the most a size."""
        ladder = self.grid.ladder
        ratio, sizes = ladder.look.ratio, ladder.sizes
        return [size for size in sizes if ratio * size <= news_most] or sizes[:1]

    def _news_sizes(self, least: float, liked: float, most: float) -> list[float]:
        """Sizes of the news's digits, the largest first, about a step from each other."""
        found, size = [most], most / STEP
        least = min(least, most)
        while size > least and len(found) < MOST_SIZES:
            found.append(size)
            size /= STEP if size < liked else STEP**2
        return [*found, least]

    def _free(self, option: Option, news_most: float) -> tuple[float, float]:
        """The sizes that are liked, or smaller where the width asks for it."""
        ladder, ratio = self.grid.ladder, self.grid.ladder.look.ratio
        size = ladder.liked
        while size > ladder.smallest and not self.grid.is_wide_enough(option, size):
            size /= STEP
        size = max(min(size, news_most / ratio), ladder.smallest)
        return size, min(max(ratio * size, ladder.news_liked), news_most)

    def _may_fit(self, option: Option) -> bool:
        return option.filled.lowest(self.grid.spaces) <= self._most

    def _fits(self, option: Option, size: float, news: float) -> bool:
        self.tried += 1
        if memo.counting is not None:
            memo.counting.weighed += 1
        rows = self.grid.rows_in_width(option, size)
        if rows is None or self.height is None:
            return rows is not None
        return self.grid.natural(option, rows, news) <= self.height + TOLERANCE

    def _lack(self, option: Option) -> float:
        """How much height it lacks in its smallest sizes, where it does not fit."""
        grid, (size, news) = self.grid, self._least(option.filled.news_room)
        heights = grid.heights(option, grid.rows(option, size), news)
        over = natural_height(heights, grid.spaces) - (inf if self.height is None else self.height)
        # What is too narrow is no way out of what is too low.
        return max(over, 0.01) + (0.0 if grid.is_wide_enough(option, size) else TOO_NARROW)

    def _plan(self, option: Option, size: float, news: float, heights: Heights) -> Plan:
        grid = self.grid
        places = placed(option.arrangement, heights, grid.spaces, grid.width, self.height)
        return Plan(option, size, news, places, 0.0, fits=True)

    # What is good: the less the better

    def _floor(self, plain: Arrangement) -> float:
        """What an arrangement does not cost less than with any devices, by its place alone."""
        if self.height is None:
            return -inf
        key = plain.place, plain.share, plain.words_beside
        if key not in self.floors:
            news_most = self._news_most(self.grid.news_room(plain))
            shape = 0.08 if plain.words_beside else -0.15
            richest = Arrangement(*plain[:6], news_foot=True)
            self.floors[key] = self._bound(richest, shape, self._sizes(news_most)[-1], news_most)
        return self.floors[key]

    def _bound(self, arrangement: Arrangement, shape: float, size: float, news: float) -> float:
        """What a plan in sizes of at the most so much does not cost less than; `shape`: what its
        facts cost in any size."""
        grid, cost = self.grid, shape
        if grid.facts:
            cost += 0.7 * max(log2(grid.ladder.liked / size), 0.0)
        if grid.news is not None and arrangement.place != "none":
            cost += 0.5 * log2(max(grid.ladder.news_liked / news, 1.0)) if news > 0 else 0.0
            if grid.news.foot is not None and not arrangement.news_foot:
                cost += 0.45
        return cost

    def _of_shape(self, option: Option) -> float:
        """What facts in rows do not cost less than in any size: words have the fewest lines in the
        smallest."""
        if not self.grid.facts:
            return 0.0
        arrangement, filled = option
        cost = 0.12 * filled.tall + 0.08 * arrangement.words_beside + 0.08 * _is_uneven(arrangement)
        return cost - 0.15 * filled.feet if arrangement.feet else cost

    def _weighed(self, option: Option, size: float, news: float) -> Iterator[float | Plan]:
        """What it costs without its hole, and then its plan."""
        grid = self.grid
        rows = grid.rows(option, size)
        heights = grid.heights(option, rows, news)
        plan = self._plan(option, size, news, heights)
        if self.height is None and not grid.is_wide_enough(option, size):
            yield plan._replace(cost=0.01 + TOO_NARROW, fits=False)
            return
        every = self._costs(plan, rows, natural_height(heights, grid.spaces))
        yield sum(every)
        whole = Size(grid.width, plan.places.height)
        hole = share_of(hole_among(entered(self._ink(plan, rows), whole, GRAIN)), whole)
        cost = 3.0 * hole + 4.0 * max(hole - HOLE, 0.0)
        for one in every:
            cost += one
        yield plan._replace(cost=cost)

    def _costs(self, plan: Plan, rows: Sequence[Row], needed: float) -> list[float]:
        """Of spare height, small numbers, tall labels, devices that are left out."""
        grid, height = self.grid, plan.places.height
        costs = [0.6 * (1 - min(needed / height, 1.0))]
        if self.height is None:
            # Of its own height it takes as little paper as its numbers want.
            costs.append(0.8 * log2(1 + height / grid.width))
        if grid.facts:
            costs.append(self._cost_of_facts(plan, rows))
        if grid.news is not None and plan.arrangement.place != "none":
            costs.append(0.5 * max(log2(grid.ladder.news_liked / plan.news_size), 0.0))
            if grid.news.foot is not None and not plan.arrangement.news_foot:
                costs.append(0.45)
        return costs

    def _cost_of_facts(self, plan: Plan, rows: Sequence[Row]) -> float:
        size, liked = plan.size, self.grid.ladder.liked
        cost = 0.7 * max(log2(liked / size), 0.0) + 0.12 * max(log2(size / liked) - 0.3, 0.0)
        lines = [box.lines for row in rows for box in row.boxes]
        cost += 0.12 * tall_of(lines) / len(lines)
        cost += 0.08 * plan.arrangement.words_beside + 0.08 * _is_uneven(plan.arrangement)
        cost += 0.8 * _empty_right(plan, rows)
        if plan.arrangement.feet:
            cost -= 0.15 * plan.option.filled.feet
        return cost

    def _ink(self, plan: Plan, rows: Sequence[Row]) -> list[tuple[float, float, float, float]]:
        """Where ink stands, about: x, y, width, height."""
        grid, found = self.grid, list[tuple[float, float, float, float]]()
        (top, _, _, left), has_rules = grid.spaces.inside, grid.ladder.look.cells == "rules"
        for places, row in zip(plan.places.cells, rows, strict=False):
            for (x, y, width, _), box in zip(places, row.boxes, strict=False):
                found.append((x + left, y + top, box.width, box.above + box.below))
                if has_rules:
                    found.append((x, y, width, 0.5))
        if plan.places.news is not None:
            at, pad = plan.places.news.corner, grid.spaces.news_of(plan.arrangement)
            outline = grid.news_outline(plan.option, plan.news_size)
            found += outline.boxes(Point(at.x + pad.left, at.y + pad.top))
        return found


def _empty_right(plan: Plan, rows: Sequence[Row]) -> float:
    """How far cells are from being half full across, as a share of their width."""
    found = [
        max(0.5 - box.width / cell.width, 0.0)
        for places, row in zip(plan.places.cells, rows, strict=False)
        for cell, box in zip(places, row.boxes, strict=False)
    ]
    return sum(found) / len(found) if found else 0.0


def _is_uneven(arrangement: Arrangement) -> bool:
    """Whether a row's cells differ in width from those of the others."""
    return len({cell for row in (*arrangement.beside, *arrangement.below) for cell in row}) > 1
