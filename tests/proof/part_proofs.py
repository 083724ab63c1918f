"""Parts of a whole, counts, figures, tables, two sides."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import pairwise

from device_pages import ACCENT, BLACK, CONTEXT, LAND, REST, SHADE, Case
from hypothesis import strategies as st
from proof import (
    AREA,
    THIN,
    TRUE,
    Proof,
    assert_proportional,
    down,
    number_said,
    upright,
)
from random_data import MEASURE, claimed, claims, names, rows_of, values
from written_marks import Mark, Sheet

PER_CENT = {"measure": {"what": "占比", "unit": "%"}}


def tenths(low: int, high: int) -> st.SearchStrategy[float]:
    return st.integers(low, high).map(lambda n: n / 10)


@st.composite
def shares(draw: st.DrawFn, most: int = 2000) -> Case:
    label = draw(names(1, 12))[0]
    share = draw(st.one_of(tenths(1, 1000), tenths(10, most), st.sampled_from([50.0, 100.0, 1.0])))
    return Case(("县", "占比"), [[label, share]], PER_CENT)


def grid_holds(sheet: Sheet, case: Case) -> None:
    """As much of a grid is filled as its share says."""
    share = float(case.rows[0][1]) / 100
    part = sum(m.area for m in sheet.filled(ACCENT))
    boxes = [m.box for m in sheet.filled(ACCENT, LAND)]
    if share < 0.01:
        whole = max(boxes, key=lambda box: box.width)
        assert abs(sheet.filled(ACCENT)[0].box.width - whole.width * share) <= TRUE
        return
    cell = min(m.box.height for m in cells_of(sheet))
    cells = len({(round(m.box.left, 1), round(m.box.top, 1)) for m in cells_of(sheet)})
    grids = 1 if share <= 1 else 2
    assert cells in (20 * grids, 100 * grids), cells
    wanted = share * cells / grids * cell * cell
    # A part of a cell that is thinner than a press prints is none.
    assert abs(part - wanted) <= AREA * wanted + THIN * cell, (part, wanted, cells)


def cells_of(sheet: Sheet) -> list[Mark]:
    """Each cell as a mark of its own, though many are one path."""
    found = []
    for mark in sheet.filled(ACCENT, LAND):
        for ring in mark.rings:
            one = Mark((ring,), False, mark.fill, None, 0.0, (), mark.clip)
            found.append(one)
    square = max(one.box.height for one in found)
    return [one for one in found if abs(one.box.height - square) < 0.02]


def share_bar_holds(sheet: Sheet, case: Case) -> None:
    share = float(case.rows[0][1]) / 100
    whole = max((m.box for m in sheet.filled(SHADE)), key=lambda box: box.width)
    parts = [m for m in sheet.filled(ACCENT) if m.is_box]
    drawn = parts[0].box.width if parts else 0.0
    assert not parts or abs(parts[0].box.left - whole.left) <= TRUE
    if share * whole.width >= THIN:
        assert abs(drawn - share * whole.width) <= TRUE, (drawn, share * whole.width)
    assert str(case.rows[0][1]).removesuffix(".0") in sheet.text


@st.composite
def wholes(draw: st.DrawFn) -> Case:
    count = draw(st.integers(2, 3))
    cuts = sorted(draw(st.lists(st.integers(20, 980), min_size=count - 1, max_size=count - 1)))
    edges = [0, *cuts, 1000]
    parts = [(b - a) / 10 for a, b in pairwise(edges)]
    parts = [part or 0.1 for part in parts]
    labels = draw(names(count, 8))
    return Case(
        ("类", "占比"), rows_of(labels, parts), {**PER_CENT, "highlight": [labels[0]]}
    )  # fmt: skip


def donut_holds(sheet: Sheet, case: Case) -> None:
    """Areas as the shares, to a thousandth."""
    parts = [m for m in sheet.filled(ACCENT, LAND, REST) if m.is_curved]
    column = [float(row[1]) for row in case.rows]
    sum_of = sum(column)
    across = max(m.box.bottom for m in parts) - min(m.box.top for m in parts)
    # A part as narrow as the seams that it has at both sides is covered by them.
    stand = [value for value in column if math.pi * across * value / sum_of >= SEAM]
    assert len(parts) == len(stand), (len(parts), column)
    whole = sum(m.area for m in parts) * sum_of / sum(stand)
    drawn = sorted(m.area / whole for m in parts)
    for one, value in zip(drawn, sorted(stand), strict=True):
        assert abs(one - value / sum_of) <= AREA * max(value / sum_of, 0.05), (drawn, column)
    (claim,) = [m for m in parts if m.fill == ACCENT]
    assert abs(claim.area / whole - column[0] / sum_of) <= AREA


SEAM = 1.0


@st.composite
def counts_of_things(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 5))
    power = 10 ** draw(st.integers(0, 6))
    column = [draw(st.integers(1, 120)) * power for _ in range(count)]
    labels = draw(names(count, 8))
    chart = {"measure": {"what": "人数", "unit": "人"}, **claimed(labels, draw(claims))}
    return Case(("县", "人数"), rows_of(labels, column), chart)


def pictogram_holds(sheet: Sheet, case: Case) -> None:
    """Whole signs of one size, so many as the value has of what one stands for."""
    said = re.search(r"每个(?:图标|圆点|方块|点)＝([\d,.]+)(万|亿|)", sheet.text)
    assert said, sheet.text
    each = Decimal(said[1].replace(",", "")) * {"": 1, "万": 10**4, "亿": 10**8}[said[2]]
    signs = [m for m in sheet.filled(ACCENT, REST) if m.is_curved]
    tops, lefts = (Counter(round(m.box[at], 1) for m in signs) for at in (1, 0))
    alone = [m for m in signs if tops[round(m.box.top, 1)] == lefts[round(m.box.left, 1)] == 1]
    assert not alone or len(signs) == 1, "a sign stands out of its row"
    assert max(m.box.width for m in signs) - min(m.box.width for m in signs) <= TRUE
    wanted = [int(Decimal(row[1]) / each + Decimal("0.5")) for row in case.rows]
    heads = sorted(w.foot for w in sheet.words if w.size > 13)
    if len(heads) == len(case.rows):
        drawn = [
            len([m for m in signs if top < m.box.middle[1] < bottom])
            for top, bottom in zip(heads, [*heads[1:], sheet.height], strict=True)
        ]
        assert all(abs(a - b) <= (b * each != row[1]) for a, b, row in
                   zip(drawn, wanted, case.rows, strict=True)), (drawn, wanted)  # fmt: skip
    assert abs(len(signs) - sum(wanted)) <= len(wanted), (len(signs), wanted)


@st.composite
def plain(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 12))
    labels = draw(names(count, 20))
    return Case(("县", "产量"), rows_of(labels, draw(values(count, signed=True))), MEASURE)


def figures_hold(sheet: Sheet, case: Case) -> None:
    """Every value and its name, all of one size; nothing is drawn as long as a value."""
    assert not sheet.filled(ACCENT, REST)
    assert_all_said(sheet, [row[1] for row in case.rows])
    sizes = {round(w.size, 2) for w in sheet.words if number_said(w.text) is not None}
    assert len(sizes) == 1, sizes


def assert_all_said(sheet: Sheet, column: Sequence[float | None]) -> None:
    said = [number_said(w.text) for w in sheet.words]
    for value in column:
        if value is None:
            assert any("—" in w.text for w in sheet.words)
            continue
        assert any(
            one is not None and abs(one - value) <= abs(value) * 1e-9 for one in said
        ), (value, [w.text for w in sheet.words])  # fmt: skip


@st.composite
def leads(draw: st.DrawFn) -> Case:
    column = [draw(st.integers(1, 999)), draw(st.integers(1, 999))]
    return Case(("年份", "产量"), [["2015年", column[0]], ["2024年", column[1]]], MEASURE)


def lead_holds(sheet: Sheet, case: Case) -> None:
    """The news is the largest by far; beneath it two bars from one line."""
    figures = sorted((w for w in sheet.words if number_said(w.text) is not None),
                     key=lambda w: -w.size)  # fmt: skip
    assert number_said(figures[0].text) == float(case.rows[1][1])
    assert figures[0].size >= 2.2 * figures[1].size
    bars = down([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    if bars:
        assert all(abs(bar.box.left - bars[0].box.left) <= TRUE for bar in bars)
        assert_proportional([bar.box.width for bar in bars], [float(r[1]) for r in case.rows])


@st.composite
def tables(draw: st.DrawFn) -> Case:
    count, wide = draw(st.integers(1, 24)), draw(st.integers(1, 5))
    labels = draw(names(count, 12))
    columns = [draw(values(count, signed=draw(st.booleans()))) for _ in range(wide)]
    heads = [f"第{one}项" for one in "一二三四五"[:wide]]
    return Case(("县", *heads), rows_of(labels, *columns), {**MEASURE, "bars": [heads[0]]})


def table_holds(sheet: Sheet, case: Case) -> None:
    """Decimal points under one another; bars from one line, as long as their figures say."""
    points = [g for g in sheet.glyphs if g.text == "."]
    columns: list[list[float]] = []
    for x in sorted(g.box.left for g in points):
        if columns and x - columns[-1][-1] < 2.5:
            columns[-1].append(x)
        else:
            columns.append([x])
    for column in columns:
        assert max(column) - min(column) <= TRUE, column
    bars = down([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    if not bars:
        return
    posts = [m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01]
    lengths, said = [], []
    for bar in bars:
        near = min(posts, key=lambda x: min(abs(bar.box.left - x), abs(bar.box.right - x)))
        assert min(abs(bar.box.left - near), abs(bar.box.right - near)) <= TRUE, "not from 0"
        is_right = bar.box.right - near > TRUE
        lengths.append(bar.box.right - near if is_right else bar.box.left - near)
        lane = [
            w for w in sheet.words
            if w.box.top < bar.box.middle[1] < w.box.bottom and number_said(w.text) is not None
        ]  # fmt: skip
        assert lane, "a bar without a figure"
        left = [w for w in lane if w.box.right < bar.box.left + 40]
        said.append([number_said(w.text) or 0.0 for w in left or lane])
    known = [row[1] for row in case.rows if row[1] is not None]
    if all(str(row[0]) in sheet.text for row in case.rows):
        share = max(map(abs, lengths)) / max(map(abs, known))
        seen = [value for value in known if abs(value) * share >= THIN]
        assert len(bars) == len(seen), "a bar is missing"
    for one in (max(lengths, key=abs),):
        share = abs(one) / max(abs(v) for v in said[lengths.index(one)] if v in known)
    for length, options in zip(lengths, said, strict=True):
        assert any(abs(length - value * share) <= TRUE for value in options), (length, options)


@st.composite
def sides(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 8))
    labels = draw(names(count, 8))
    columns = [draw(values(count)) for _ in range(2)]
    return Case(("项", "甲方", "乙方"), rows_of(labels, *columns), {**MEASURE, "order": "file"})


def sides_hold(sheet: Sheet, case: Case) -> None:
    """Two posts, bars away from both on one scale."""
    bars = [m for m in sheet.filled(ACCENT, REST, CONTEXT) if m.is_box]
    posts = sorted({m.box.left for m in sheet.stroked(BLACK)
                    if upright(m) and abs(m.width - 1) < 0.01})  # fmt: skip
    if not bars:
        assert_all_said(sheet, [value for row in case.rows for value in row[1:]])
        return
    left, right = posts[0], posts[-1]
    ours = down([m for m in bars if abs(m.box.right - left) <= TRUE])
    theirs = down([m for m in bars if abs(m.box.left - right) <= TRUE])
    assert len(ours) + len(theirs) == len(bars), "a bar begins not at 0"
    rows = case.rows
    lengths = [m.box.width for m in (*ours, *theirs)]
    flat = [row[1] for row in rows] + [row[2] for row in rows]
    assert_proportional(lengths, [value for value in flat if value is not None])


PROOFS: Mapping[str, Proof] = {
    "unit-grid": Proof(shares(), grid_holds),
    "share-bar": Proof(shares(1000), share_bar_holds),
    "donut": Proof(wholes(), donut_holds),
    "pictogram": Proof(counts_of_things(), pictogram_holds),
    "figures": Proof(plain(), figures_hold),
    "lead": Proof(leads(), lead_holds, (120, 200, 300)),
    "table": Proof(tables(), table_holds),
    "comparison": Proof(sides(), sides_hold),
}
