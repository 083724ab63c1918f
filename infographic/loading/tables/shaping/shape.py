"""All that a story asks to be done with a table, in the order that is documented."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.table import Table
from infographic.loading.tables.shaping.forms import (
    in_long_form,
    in_wide_form,
    taken_columns,
    with_periods,
    without_totals,
)
from infographic.loading.tables.shaping.growth import with_growth, with_index
from infographic.loading.tables.shaping.rows import in_order, top, where
from infographic.loading.tables.shaping.shares import with_share
from infographic.loading.tables.shaping.units import in_units, with_decimals, with_units
from infographic.loading.tables.spec import DataSpec, ShapeSpec


def shaped(table: Table, spec: ShapeSpec) -> Table:
    """A table with everything done to it that a story asks for.

    The order is that of `ShapeSpec`'s fields: times and form, units, columns that are worked out
    from all rows, then the rows and columns that are taken. Raises `SpecError` where a step cannot
    be done.
    """
    if spec.unit_of:
        table = with_units(table, spec.unit_of, spec.unit_of_origin)
    if spec.periods is not None:
        table = with_periods(table, spec.periods)
    if spec.long is not None:
        table = in_long_form(table, spec.long)
    if spec.wide is not None:
        table = in_wide_form(table, spec.wide)
    if spec.undo_totals:
        table = without_totals(table, spec.undo_totals, spec.undo_totals_origin)
    if spec.unit:
        table = in_units(table, spec.unit, spec.decimals, spec.unit_origin)
    for growth in spec.growth:
        table = with_growth(table, growth)
    for share in spec.share:
        table = with_share(table, share)
    for index in spec.index:
        table = with_index(table, index)
    if spec.where:
        table = where(table, spec.where, spec.where_origin)
    if spec.sort is not None:
        table = in_order(table, spec.sort)
    if spec.top is not None:
        table = top(table, spec.top, spec.sort)
    if spec.columns and getattr(spec, "rows", None) is None:
        table = taken_columns(table, spec.columns)
    if spec.decimals is not None:
        table = with_decimals(table, spec.decimals, spec.decimals_origin)
    for step in spec.then if isinstance(spec, DataSpec) else ():
        table = shaped(table, step)
    return table


def columns_asked(spec: ShapeSpec) -> frozenset[str] | None:
    """The columns that a story takes of a file; None where it takes all.

    What is wrong in the others does no harm.
    """
    if not spec.columns or spec.wide is not None or spec.long is not None:
        return None
    return frozenset(_named(spec))


def _named(spec: ShapeSpec) -> Iterator[str]:
    yield from (one.from_ for one in spec.columns)
    yield from spec.undo_totals
    yield from spec.where or ()
    yield from spec.unit_of or ()
    yield from spec.unit if not isinstance(spec.unit, str) else ()
    for growth in spec.growth:
        yield growth.of
        yield from growth.within or ()
        yield from (growth.against,) if isinstance(growth.against, str) else ()
    yield from (share.of for share in spec.share)
    for index in spec.index:
        yield index.of
        yield from index.within or ()
    yield from filter(None, (spec.sort and spec.sort.by, spec.top and spec.top.by))
    if spec.periods is not None:
        year = spec.periods.year
        yield from filter(None, (spec.periods.column, year if isinstance(year, str) else ""))
