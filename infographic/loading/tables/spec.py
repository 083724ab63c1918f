"""What a chart's or table's `data` may say: where its values are, and what is done with them."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Annotated, Literal

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Range, ShortField
from infographic.foundation.record import record

Growth = Literal["同比", "year-on-year", "环比", "previous", "定基", "base"]
Places = Annotated[int, Range(ge=0, le=9)]
Value = int | float | Decimal | str
"""A cell as the story names it: “长春”, 2024, “2024年6月”."""
DataOrder = Literal["falling", "rising"]


@record
class ColumnSpec:
    """A column that is taken, under another name."""

    from_: str
    """Its name in the data."""
    as_: str = ""
    """Its name from here on."""
    origin: Origin = BUILT_IN


@record
class PeriodsSpec:
    """How times are read that do not say all: months without a year, fiscal years."""

    column: str = ""
    """The column of times; without it, the first that is one."""
    year: str | int | None = None
    """The year of those that name none, or the column that has it."""
    fiscal: Annotated[int, Range(ge=1, le=12)] | None = None
    """The first month of a 财年: 4."""
    named_by: Literal["end", "start"] = "end"
    """Whether FY2024 is the year that it ends in, or begins in."""
    origin: Origin = BUILT_IN


@record
class LongSpec:
    """Columns that become rows: 2022年, 2023年, 2024年 become one column of times."""

    columns: tuple[str, ...] = ()
    """The columns; without them, all of numbers."""
    names: str = "名称"
    """What the column of their names is called."""
    values: str = "数值"
    """What the column of their values is called."""
    origin: Origin = BUILT_IN


@record
class WideSpec:
    """Rows that become columns: one for each value of a column."""

    names: str
    """The column whose values become the names of columns."""
    values: str
    """The column whose values stand in them."""
    origin: Origin = BUILT_IN


@record
class GrowthSpec:
    """A column of how much another has grown, in per cent; of percentages, in points."""

    of: str
    """The column."""
    kind: Growth = "同比"
    """同比: against the same period of the year before. 环比: against the one before. 定基: against
    one period."""
    against: Value | None = None
    """Of 定基, the period; else a column of the same row that it is compared with."""
    within: tuple[str, ...] | None = None
    """The columns that rows must share to be compared; without them, all columns of words."""
    as_: str = ""
    """Its name; without it, 产量同比."""
    decimals: Places | None = None
    """Its places, rounded half up; without it, 1, and of points all that there are."""
    origin: Origin = BUILT_IN


@record
class ShareSpec:
    """A column of what share another has in a whole, in per cent."""

    of: str
    """The column."""
    whole: Value | None = None
    """The whole: a number, or the row that is it; without it, the row of totals, else the sum of
    all rows (of each time)."""
    as_: str = ""
    """Its name; without it, 产量占比."""
    decimals: Places = 1
    """Its places, rounded half up."""
    origin: Origin = BUILT_IN


@record
class IndexSpec:
    """A column of how another stands to one period of it, which is 100."""

    of: str
    """The column."""
    base: Value
    """The period, or the row, that is 100."""
    within: tuple[str, ...] | None = None
    """The columns that rows must share to be compared; without them, all columns of words."""
    as_: str = ""
    """Its name; without it, 产量指数."""
    decimals: Places = 1
    """Its places, rounded half up."""
    origin: Origin = BUILT_IN


@record
class WhereSpec:
    """What a row must have in a column. All that is said must hold; a missing value has nothing."""

    is_: Value | None = None
    """This."""
    in_: tuple[Value, ...] | None = None
    """One of these."""
    not_: tuple[Value, ...] | Value | None = None
    """None of these; a missing value is none of them."""
    above: Value | None = None
    """More than this, or later."""
    below: Value | None = None
    """Less than this, or earlier."""
    from_: Value | None = None
    """At least this; times that begin with it or later."""
    to: Value | None = None
    """At most this; times that end with it or earlier."""
    contains: str = ""
    """These words in it."""
    missing: bool | None = None
    """true: no value; false: a value."""
    origin: Origin = BUILT_IN


Where = WhereSpec | Value | tuple[Value, ...]


@record
class SortSpec:
    """The order of the rows."""

    by: str
    """The column."""
    order: DataOrder | tuple[Value, ...] = "falling"
    """“falling”, “rising”, or the values themselves in their order."""
    origin: Origin = BUILT_IN


@record
class TopSpec:
    """The rows that have most."""

    count: Annotated[int, Range(ge=1)]
    """How many."""
    by: str = ""
    """The column; without it, that of `sort`, else the first of numbers."""
    rest: bool = False
    """Whether the others are summed in a last row, 其余 n 项."""
    origin: Origin = BUILT_IN


@record
class ShapeSpec:
    """What is done with a table, in this order whatever their order in the file."""

    unit_of: Mapping[str, str] | None = None
    """Units that the data do not say, by column: {"播种面积": "万亩", "单产": "公斤/亩"}."""
    periods: PeriodsSpec | None = None
    """How its times are read."""
    long: LongSpec | None = None
    """Columns that become rows."""
    wide: WideSpec | None = None
    """Rows that become columns."""
    undo_totals: tuple[str, ...] = ()
    """Columns of totals from the year's beginning (1—6月), that become those of each month."""
    unit: str | Mapping[str, str] = ""
    """Another unit: “亿元” for all columns of money, or one for each column by its name."""
    growth: tuple[Annotated[GrowthSpec, ShortField("of")], ...] = ()
    """Columns of growth that are added: 同比, 环比, 定基."""
    share: tuple[Annotated[ShareSpec, ShortField("of")], ...] = ()
    """Columns of shares that are added: 占比."""
    index: tuple[IndexSpec, ...] = ()
    """Columns of indices that are added: 2015年＝100."""
    where: Mapping[str, Where] | None = None
    """The rows that are taken, by their columns: {"地区": ["长春"], "年份": {"from": 2020}}."""
    sort: Annotated[SortSpec, ShortField("by")] | None = None
    """The order of the rows."""
    top: Annotated[TopSpec, ShortField("count")] | None = None
    """Only the rows that have most: 10, or {"count": 10, "rest": true}."""
    columns: tuple[Annotated[ColumnSpec, ShortField("from_")], ...] = ()
    """The columns that are taken, in this order; with “rows”, their names."""
    decimals: Places | Mapping[str, Places] | None = None
    """Places that numbers are rounded to, half up; for all, or by column. It is said."""
    where_origin: Origin = BUILT_IN
    unit_of_origin: Origin = BUILT_IN
    unit_origin: Origin = BUILT_IN
    undo_totals_origin: Origin = BUILT_IN
    decimals_origin: Origin = BUILT_IN
    origin: Origin = BUILT_IN


@record
class DataSpec(ShapeSpec):
    """Data that a chart or table shows: a file or rows, and what is done with them."""

    file: str = ""
    """A file beside the story: CSV, TSV, XLSX, ODS or JSON."""
    sheet: str | int = ""
    """Of a workbook, its name or its number from 1; else the first that is not hidden."""
    range: str = ""
    """The cells that are read: “A3:F20”, “A3:F”, “B:D”."""
    encoding: str = ""
    """“gb18030”, “big5”, where it is not found."""
    decimal: Literal["", ".", ","] = ""
    """What stands before the decimals of every number, where it is not found."""
    delimiter: str = ""
    """What stands between the cells of a line of CSV, where it is not found."""
    header: Annotated[int, Range(ge=0, le=20)] | None = None
    """How many rows the header has; 0 where there is none."""
    text: tuple[str, ...] = ()
    """Columns whose cells are words, though they may look like numbers."""
    turned: bool = False
    """Whether rows and columns of the file change places: years in the header, indicators below."""
    rows: tuple[tuple[Value | bool | None, ...], ...] | None = None
    """In place of a file, the values themselves, a list a row."""
    then: tuple[ShapeSpec, ...] = ()
    """What is done after that, in objects with the fields from `unit_of` to `decimals`: for another
    order than theirs."""
    file_origin: Origin = BUILT_IN
