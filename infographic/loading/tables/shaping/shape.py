"""All that a story asks to be done with a table, in the order that is documented."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.table import Table
from infographic.loading.tables.reading.bounds import must_be_small
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

Step = Callable[[Table], Table]


def shaped(table: Table, spec: ShapeSpec) -> Table:
    """A table with everything done to it that a story asks for.

    The order is that of `ShapeSpec`'s fields: times and form, units, columns that are worked out
    from all rows, then the rows and columns that are taken. Raises `SpecError` where a step cannot
    be done, or there are too many of them.
    """
    steps, work = Budget("data-steps"), Budget("data-shaped")
    for step, origin in _steps(spec):
        try:
            steps.spend()
            work.spend(table.cells)
        except OverLimitError as error:
            raise SpecError([error.at(origin)]) from error
        table = step(table)
        must_be_small(table.count, len(table.columns), origin)
    return table


def _steps(spec: ShapeSpec) -> Iterator[tuple[Step, Origin]]:
    """What is asked for, in its order, each with where it is."""
    for step in _of_all_rows(spec):
        yield step, spec.origin
    for step in _of_some(spec):
        yield step, spec.origin
    for more in spec.then if isinstance(spec, DataSpec) else ():
        yield from _steps(more)


def _of_all_rows(spec: ShapeSpec) -> Iterator[Step]:
    if spec.unit_of:
        yield partial(with_units, units=spec.unit_of, origin=spec.unit_of_origin)
    if spec.periods is not None:
        yield partial(with_periods, spec=spec.periods)
    if spec.long is not None:
        yield partial(in_long_form, spec=spec.long)
    if spec.wide is not None:
        yield partial(in_wide_form, spec=spec.wide)
    if spec.undo_totals:
        yield partial(without_totals, names=spec.undo_totals, origin=spec.undo_totals_origin)
    if spec.unit:
        yield partial(in_units, units=spec.unit, decimals=spec.decimals, origin=spec.unit_origin)
    yield from (partial(with_growth, spec=one) for one in spec.growth)
    yield from (partial(with_share, spec=one) for one in spec.share)
    yield from (partial(with_index, spec=one) for one in spec.index)


def _of_some(spec: ShapeSpec) -> Iterator[Step]:
    if spec.where:
        yield partial(where, conditions=spec.where, origin=spec.where_origin)
    if spec.sort is not None:
        yield partial(in_order, spec=spec.sort)
    if spec.top is not None:
        yield partial(top, spec=spec.top, sort=spec.sort)
    if spec.columns and getattr(spec, "rows", None) is None:
        yield partial(taken_columns, columns=spec.columns)
    if spec.decimals is not None:
        yield partial(with_decimals, decimals=spec.decimals, origin=spec.decimals_origin)


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
