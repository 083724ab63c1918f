"""Rows on one scale: ranked, grouped, stacked, in pairs, diverging, running."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import accumulate, pairwise
from typing import Any

from device_pages import ACCENT, BLACK, LAND, REST, Case
from hypothesis import strategies as st
from proof import (
    TRUE,
    Proof,
    across,
    assert_proportional,
    assert_said,
    assert_straight,
    down,
    level,
    upright,
)
from random_data import MEASURE, claimed, claims, counts, names, rows_of, values
from written_marks import Box, Mark, Sheet


@st.composite
def ranked(draw: st.DrawFn, *, signed: bool = False) -> Case:
    count = draw(counts)
    labels = draw(names(count))
    column = draw(values(count, signed=signed))
    chart = {**MEASURE, **claimed(labels, draw(claims))}
    return Case(("县", "产量"), rows_of(labels, column), chart)


def post_of(sheet: Sheet) -> float:
    """Where the zero line stands."""
    found = [m for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01]
    assert found, "no zero line"
    assert max(m.box.left for m in found) - min(m.box.left for m in found) < TRUE
    return found[0].box.left


def bars_on(sheet: Sheet) -> list[Mark]:
    return [m for m in down(sheet.filled(ACCENT, REST, LAND)) if m.is_box]


def falling(case: Case) -> list[float]:
    """The values in the order of their bars, ties in the file's."""
    return sorted((v for v in case.column(1) if v is not None), reverse=True)


MOST, SHOWN = 12, 10


def shown(case: Case) -> tuple[list[float], float | None]:
    """The values that have a bar, and what the rest is together."""
    rows = [row for row in case.rows if row[1] is not None]
    rows.sort(key=lambda row: -row[1])
    everything = [row[1] for row in rows]
    if len(case.rows) <= MOST:
        return everything, None
    kept = rows[:SHOWN]
    claims = [row for row in rows[SHOWN:] if row[0] in case.chart.get("highlight", ())]
    kept = rows[: SHOWN - len(claims)] + claims
    rest = sum(row[1] for row in rows if row not in kept)
    return [row[1] for row in kept], rest


def bars_hold(sheet: Sheet, case: Case) -> None:
    bars, post = bars_on(sheet), post_of(sheet)
    expected, rest = shown(case)
    if rest is not None and len([b for b in bars if b.fill is not None]) > len(expected):
        expected = [*expected, rest]
    if rest is not None and sheet.filled(LAND) and rest <= max(expected):
        expected = expected if expected[-1] == rest else [*expected, rest]
    for bar in bars:
        assert abs(bar.box.left - post) <= TRUE, "a bar does not begin at 0"
    share = assert_proportional([bar.box.width for bar in bars], expected or [0.0])
    for bar, value in zip(bars, [v for v in expected if v * share >= TRUE], strict=False):
        band = Box(bar.box.right, bar.box.top, sheet.width, bar.box.bottom)
        assert_said(sheet, band, value)


def lollipops_hold(sheet: Sheet, case: Case) -> None:
    stems = down([m for m in sheet.stroked(ACCENT, REST, LAND) if level(m)])
    dots = down([m for m in sheet.filled(ACCENT, REST, LAND) if m.is_curved])
    expected, rest = shown(case)
    post = post_of(sheet)
    assert all(abs(m.box.left - post) <= TRUE for m in stems)
    ends = [dot.box.middle[0] - post for dot in dots]
    if len(ends) > len(expected):
        assert rest is not None
        expected = [*expected, rest]
    assert_straight(ends, expected)
    assert_proportional([end for end in ends if end > TRUE], expected)
    if len(stems) == len(dots):
        for stem, dot in zip(stems, dots, strict=True):
            assert abs(stem.box.right - dot.box.middle[0]) <= TRUE


PROOFS: Mapping[str, Proof] = {
    "bars": Proof(ranked(), bars_hold),
    "lollipop": Proof(ranked(), lollipops_hold),
}
