"""A set of numbers in rows and columns, all at one size, with hairlines between."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.blocks.cell import aligned
from infographic.blocks.change import SetSize
from infographic.blocks.rule import Rule
from infographic.blocks.stat import StatLook, lay_out_stat, least_share, set_size
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.display.notes import EmptyRoom
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.fields import Gutter, Length, Range
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Region, SmallestType
from infographic.layout.copyfit import NO_LIMIT
from infographic.layout.framed import noted
from infographic.layout.notes import SharedSize, numbers_of
from infographic.layout.scaling import largest, scaled
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import too_tall
from infographic.story.model import AnyStat
from infographic.story.model import Stat as StatData


class SetAs(NamedTuple):
    """What decides the height of a set of one size."""

    width: float
    press: SmallestType = NO_LIMIT
    is_compact: bool = False
    numbers: float = 1.0
    """The largest share of their size that numbers are set in."""


@record(kw_only=True)
class Stats(StatLook):
    """Numbers of the story as a set: one size for all, columns level, rules between."""

    stats: tuple[AnyStat, ...]
    """The stats: {"$data": "/panels/0/stats"}."""
    columns: Annotated[int, Range(ge=1, le=12)] = 1
    row_gap: Length = 12.0
    """Between two rows; a rule stands in its middle. It grows to fill a taller frame."""
    column_gap: Gutter = 18.0
    """Between two columns; “page”: the page's gutter."""
    rule: Rule | None = None
    """Between rows."""
    column_rule: Rule | None = None
    """Between columns."""
    wide: Literal["none", "first", "last"] = "none"
    """Which stat spans a whole row when they do not fill the last one."""
    shrink: Annotated[float, Range(gt=0, le=1)] = 1.0
    """In a frame that is too low: the smallest share of its sizes and gaps it may shrink to."""
    grow: Annotated[float, Range(ge=1, le=3)] = 1.0
    """In a frame that is taller: the largest share of its sizes and gaps it may grow to."""
    spread: bool = True
    """In a taller frame: grow the gaps to fill it; otherwise stay at the top."""
    group: str = ""
    """Sets of numbers that name one group are scaled alike, as far as the fullest must be, and
    their numbers are as large, whatever the `smallest` of each."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        set_as = SetAs(region.width, region.givens.smallest, self._is_tight(region))
        factor = self._factor(region, set_as)
        scaled_set = self._scaled(factor)
        if not self.group:
            return scaled_set._laid_out(region, set_as)
        # A number too wide for its cell is smaller than its set: the group shares that as well.
        shared = region.givens.shared.get(numbers_of(self.group), factor)
        set_as = set_as._replace(numbers=min(shared / factor, 1.0))
        frame = scaled_set._laid_out(region, set_as)
        numbers = factor * scaled_set._set_size(set_as).factor
        return noted(
            frame, SharedSize(self.group, factor), SharedSize(numbers_of(self.group), numbers)
        )

    def _least(self, region: Region) -> float:
        """The smallest share of its sizes and gaps that it may be set at, there."""
        shared = region.givens.shared.get(self.group)
        press = least_share(self.stats, self, region.givens.smallest)
        return max(self.shrink if shared is None else shared, min(press, 1.0))

    def _is_tight(self, region: Region) -> bool:
        """Whether even its smallest sizes leave too little room for stacks of clauses."""
        if region.height is None:
            return False
        roomy = SetAs(region.width, region.givens.smallest)
        return self._scaled(self._least(region))._natural(roomy) > region.height + TOLERANCE

    def _factor(self, region: Region, set_as: SetAs) -> float:
        """What all sizes and gaps are multiplied by."""
        shrink = self._least(region)
        if region.givens.shared.get(self.group) is not None:
            return shrink
        grow = max(self.grow * region.givens.numbers, 1.0)
        if region.height is None or shrink == grow:
            return 1.0
        full, smallest = self._scaled(grow), shrink / grow
        room = region.height + TOLERANCE
        factor = largest(lambda f: full._natural_at(f, set_as) <= room, smallest)
        if factor > smallest and full._scaled(factor)._natural(set_as) > room:
            # Rounding; the sizes themselves decide.
            factor = largest(lambda f: full._scaled(f)._natural(set_as) <= room, smallest)
        return grow * factor

    def _scaled(self, factor: float) -> Stats:
        if factor == 1:
            return self
        styles = (self.style, self.value_style, self.sentence_style, self.note_style)
        style, value, sentence, note = (scaled(s, factor) if s else None for s in styles)
        assert style is not None
        return replaced(
            self,
            style=style,
            value_style=value,
            sentence_style=sentence,
            note_style=note,
            gap=self.gap * factor,
            row_gap=self.row_gap * factor,
            icon_size=None if self.icon_size is None else self.icon_size * factor,
        )

    def _natural_at(self, factor: float, set_as: SetAs) -> float:
        """The height it has when scaled, without setting its words in another size.

        All else is made larger in its stead, which comes to the same, and galleys stay known.
        """
        arrow = replaced(self.arrow, length=self.arrow.length / factor, gap=self.arrow.gap / factor)
        unscaled = replaced(self, column_gap=self.column_gap / factor, arrow=arrow)
        # The press's limits grow with the rest.
        press = _times(set_as.press, 1 / factor)
        as_wide = set_as._replace(width=set_as.width / factor, press=press)
        return factor * unscaled._natural(as_wide)

    def _natural(self, set_as: SetAs) -> float:
        rows = self._set_rows(set_as)
        return sum(_height(row) for row in rows) + self.row_gap * max(len(rows) - 1, 0)

    def _cell(self, width: float) -> float:
        return (width - self.column_gap * (self.columns - 1)) / self.columns

    def _cells(self, whole: float) -> list[list[tuple[StatData, float]]]:
        """The stats in their rows, each with its width."""
        cell = self._cell(whole)
        return [
            [(stat, whole if self._is_wide(row) else cell) for stat in row] for row in self._rows()
        ]

    def _set_size(self, set_as: SetAs) -> SetSize:
        whole, press, compact, most = set_as
        every = [one for row in self._cells(whole) for one in row]
        return set_size(every, self, press, compact=compact, most=most)

    def _set_rows(self, set_as: SetAs) -> list[list[Frame]]:
        size = self._set_size(set_as)
        return [
            aligned([lay_out_stat(stat, self, width, size) for stat, width in row])
            for row in self._cells(set_as.width)
        ]

    def _is_wide(self, row: tuple[StatData, ...]) -> bool:
        return len(row) == 1 and self.columns > 1 and self.wide != "none"

    def _laid_out(self, region: Region, set_as: SetAs) -> Frame:
        set_rows = self._set_rows(set_as)
        cell = self._cell(region.width)
        heights = [_height(row) for row in set_rows]
        gaps = max(len(set_rows) - 1, 0)
        natural = sum(heights) + self.row_gap * gaps
        faults = self._without_icons()
        gap, top = self.row_gap, 0.0
        if region.height is not None:
            if natural > region.height + TOLERANCE:
                told = self.stats[0].origin if self.stats else self.origin
                faults.append(too_tall(say("phrase/numbers"), natural, region.height, told))
            elif self.spread and gaps:
                gap += (region.height - natural) / gaps
            elif self.spread:
                top = (region.height - natural) / 2
        parts, y = list[tuple[Point, Frame]](), top
        rows = zip(set_rows, self._rows(), heights, strict=True)
        for number, (row, stats, height) in enumerate(rows):
            if number and self.rule is not None:
                rule = self.rule.across(Point(0, y - gap / 2), region.width, self.origin)
                parts.append((HERE, bare(rule)))
            for column, (frame, stat) in enumerate(zip(row, stats, strict=True)):
                x = column * (cell + self.column_gap)
                item = frame.grouped(self.origin, Role.LIST_ITEM, "stat")
                parts.append((Point(x, y), item.as_block("stat", stat.origin)))
                if column and self.column_rule is not None:
                    at = Point(x - self.column_gap / 2, y)
                    rule = self.column_rule.down(at, height, self.origin)
                    parts.append((HERE, bare(rule)))
            y += height + gap
        height = natural if region.height is None else region.height
        baseline = set_rows[0][0].baseline if set_rows else 0.0
        made = together(Size(region.width, height), parts, faults, baseline)
        if region.height is not None and natural < region.height:
            made = made.noted(EmptyRoom(region.height, natural), self.origin)
        return made.grouped(self.origin, Role.LIST, "stats")

    def _without_icons(self) -> list[Diagnostic]:
        """A doubt where some have an icon and others, the first of which it names, none."""
        have = sum(bool(stat.icon) for stat in self.stats)
        if self.icon == "none" or have in (0, len(self.stats)):
            return []
        without = next(stat for stat in self.stats if not stat.icon)
        saying = say("icon-some", have=have, all=len(self.stats))
        return [Diagnostic(saying, without.origin, severity=Severity.WARNING)]

    def _rows(self) -> list[tuple[StatData, ...]]:
        stats, n = self.stats, self.columns
        first: list[tuple[StatData, ...]] = []
        if self.wide == "first" and len(stats) % n == 1 and n > 1:
            first, stats = [stats[:1]], stats[1:]
        return first + [stats[i : i + n] for i in range(0, len(stats), n)]


def _times(press: SmallestType, factor: float) -> SmallestType:
    if press == NO_LIMIT:
        return press
    sizes = (press.positive, press.reversed, press.multi_ink, press.tinted)
    return SmallestType(*(size * factor for size in sizes))


def _height(row: list[Frame]) -> float:
    return max(frame.size.height for frame in row)
