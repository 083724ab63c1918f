"""What a block asks of the columns that its words stand in."""

from __future__ import annotations

from collections.abc import Callable

from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.flow.frame_columns import ColumnSet
from infographic.flow.inset_blocks import InsetWanted, stand_insets, wrong_insets
from infographic.flow.insets import SetInset
from infographic.flow.leveling import Balance
from infographic.flow.pour import Poured
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.column_grid import FEWEST, solve_columns
from infographic.text.style import TextStyle

Draw = Callable[[Point, float, Origin], list[Placed]]
"""Draws a rule from a point, so many points long."""


@record
class ColumnRule:
    """A line in the middle of each gutter, as what draws it."""

    across: Draw
    down: Draw
    origin: Origin = BUILT_IN


@record
class ColumnsWanted:
    """Columns as a block asks for them; in vertical type, tiers. Lengths are in points."""

    count: int = 1
    gutter: float = 0.0
    is_whole: bool = False
    """Of whole characters; what is left goes to the gutters."""
    balance: Balance = "level"
    narrowest: float = 6.0
    """Beside an inset no line is narrower than so many characters."""
    insets: tuple[InsetWanted, ...] = ()
    rule: ColumnRule | None = None

    def column_set(self, region: Region, style: TextStyle, leading: float) -> ColumnSet:
        """The columns in a region, and what their insets want there."""
        grid = solve_columns(region.width, self.count, self.gutter, style.size, self.is_whole)
        step = grid.measure + grid.gutter
        places = tuple(one.place(region, self.count, step, grid.gutter) for one in self.insets)
        narrowest = self.narrowest * style.size
        return ColumnSet(self.count, grid.measure, grid.gutter, leading, places, narrowest)

    def too_narrow(self, room: float, size: float, origin: Origin) -> Diagnostic | None:
        """What is wrong where columns have no room for a character, whole ones for a few."""
        grid = solve_columns(room, self.count, self.gutter, size, self.is_whole)
        if not grid.is_too_narrow if self.is_whole else grid.characters >= 1:
            return None
        return Diagnostic(
            say(
                "columns-narrow/article",
                count=self.count,
                gutter=self.gutter,
                room=room,
                fewest=FEWEST if self.is_whole else 1,
                size=size,
            ),
            origin,
        )

    def wrong_insets(self) -> list[Diagnostic]:
        """What is wrong with the insets wherever they stand."""
        return wrong_insets(self.insets, self.count)

    def stand_insets(self, region: Region, insets: tuple[SetInset, ...], down: float) -> Frame:
        """The insets in their boxes, `down` points below the region's top."""
        return stand_insets(self.insets, insets, region, self.count, down)

    def rules(
        self, columns: ColumnSet, poured: Poured, rooms: range, height: int,
        extra: tuple[int, ...], down: float,
    ) -> list[Placed]:  # fmt: skip
        """The column rules, wherever nothing stands in a gutter, as far down as words beside it.

        `rooms` are the columns' numbers among those that the words are poured into.
        """
        if self.rule is None:
            return []
        items: list[Placed] = []
        for gutter in range(1, self.count):
            x = gutter * columns.step - columns.gutter / 2
            beside = rooms[gutter - 1 : gutter + 1]
            for first, end in columns.gutter_gaps(gutter, height, extra):
                last = poured.last_row(beside, first, end)
                if last == first:
                    continue
                top, foot = first * columns.leading, last * columns.leading
                items += self.rule.down(Point(x, top + down), foot - top, self.rule.origin)
        return items
