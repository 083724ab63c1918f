"""Rows on one scale: ranked, grouped, stacked, in pairs, diverging, running."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import accumulate, pairwise
from typing import Any

from device_pages import ACCENT, AGAINST, BLACK, LAND, REST, Case
from hypothesis import strategies as st
from proof import (
    THIN,
    TRUE,
    Proof,
    Straight,
    across,
    assert_proportional,
    assert_said,
    assert_straight,
    down,
    level,
    number_said,
    upright,
)
from random_data import MEASURE, claimed, claims, counts, names, number, rows_of, values
from written_glyphs import Box
from written_marks import Mark, Sheet


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
    return [m for m in down(sheet.filled(ACCENT, REST, LAND, AGAINST)) if m.is_box]


OTHERS = re.compile(r"其余(\d+)项(未列出)?")


def shown(sheet: Sheet, case: Case) -> tuple[list[float], float | None]:
    """The values that stand by the page's own words, and what all others come to."""
    rows = sorted((row for row in case.rows if row[1] is not None), key=lambda row: -row[1])
    rows += [row for row in case.rows if row[1] is None]
    said = OTHERS.search(sheet.text)
    left = int(said[1]) if said else 0
    assert left < len(rows)
    keep = len(rows) - left
    claims = [row for row in rows[keep:] if row[0] in case.chart.get("highlight", ())]
    kept = rows[: keep - len(claims)] + claims
    rest = [row[1] for row in rows if row not in kept]
    whole = None if None in rest or not rest else float(sum(Decimal(str(one)) for one in rest))
    return [row[1] for row in kept if row[1] is not None], whole


def with_rest(sheet: Sheet, case: Case) -> list[float]:
    """The values of its marks, the rest's last where it has one."""
    expected, rest = shown(sheet, case)
    if rest is not None and "合计" not in sheet.text and "未列出" not in sheet.text:
        assert rest <= max(expected), "the rest is longer than the longest"
        return [*expected, rest]
    return expected


def bars_hold(sheet: Sheet, case: Case) -> None:
    bars, post = bars_on(sheet), post_of(sheet)
    expected = with_rest(sheet, case)
    for bar in bars:
        assert abs(bar.box.left - post) <= TRUE, "a bar does not begin at 0"
    share = assert_proportional([bar.box.width for bar in bars], expected)
    stand = [value for value in expected if value * share >= THIN]
    for bar, value in zip(bars, stand, strict=True):
        assert_said(sheet, Box(bar.box.right, bar.box.top, sheet.width, bar.box.bottom), value)


def lollipops_hold(sheet: Sheet, case: Case) -> None:
    stems = down([m for m in sheet.stroked(ACCENT, REST, LAND) if level(m)])
    dots = down([m for m in sheet.filled(ACCENT, REST, LAND) if m.is_curved])
    expected = with_rest(sheet, case)
    post = post_of(sheet)
    assert all(abs(m.box.left - post) <= TRUE for m in stems)
    ends = [dot.box.middle[0] - post for dot in dots]
    scale = assert_straight(ends, expected)
    assert abs(scale.zero) <= TRUE + scale.slack_at(0) or not scale.share, "0 is not at the post"
    # What is too short for a press has its dot alone.
    far = [end for end in ends if end >= THIN]
    assert len(far) <= len(stems) <= len(dots), "a stem is missing"
    for stem in stems:
        own = min(dots, key=lambda dot: abs(dot.box.middle[1] - stem.box.middle[1]))
        assert abs(stem.box.right - own.box.middle[0]) <= TRUE


def dots_hold(sheet: Sheet, case: Case) -> None:
    """Places on one axis, which begins at 0 or says where it does."""
    dots = down([m for m in sheet.filled(ACCENT, REST) if m.is_curved])
    expected, _ = shown(sheet, case)
    scale = assert_straight([dot.box.middle[0] for dot in dots], expected)
    posts = [m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01]
    assert_axis(sheet, posts, scale)


def assert_axis(sheet: Sheet, posts: Sequence[float], scale: Straight) -> None:
    """A heavy line is at 0; without one the page says where its axis begins."""
    if posts and scale.share:
        slack = TRUE + scale.slack_at(0)
        assert all(abs(post - scale.zero) <= slack for post in posts), (posts, scale)
    elif not posts:
        assert re.search("轴从.+起|轴到.+止", sheet.text), sheet.text


def diverging_hold(sheet: Sheet, case: Case) -> None:
    """Bars from 0, each on the side and of the length of the signed figure in its lane."""
    bars, post = bars_on(sheet), post_of(sheet)
    figures = [w for w in sheet.words if w.size > 13 and number_said(w.text) is not None]
    said = sorted(number_said(w.text) or 0.0 for w in figures)
    known = sorted(row[1] for row in case.rows if row[1] is not None)
    unsaid = list(known)
    for value in said:
        near = min(unsaid, key=lambda one: abs(one - value))
        assert abs(near - value) <= abs(value) * 1e-9, (value, known)
        unsaid.remove(near)
    assert len(unsaid) <= left_out(sheet), (said, known, left_out(sheet))
    ends, values = [], []
    for bar in bars:
        near_0 = min(abs(bar.box.left - post), abs(bar.box.right - post))
        assert near_0 <= TRUE, "a bar does not begin at 0"
        ends.append(bar.box.right - post if bar.box.right - post > TRUE else bar.box.left - post)
        lane = [w for w in figures if bar.box.top < (w.box.top + w.box.bottom) / 2 < bar.box.bottom]
        assert len(lane) == 1, [w.text for w in lane]
        values.append(number_said(lane[0].text) or 0.0)
    assert_signed(ends, values)
    share = max(map(abs, ends)) / max(map(abs, values))
    assert len([one for one in said if abs(one) * share >= THIN]) == len(bars), "a bar is missing"


def assert_signed(lengths: Sequence[float], values: Sequence[float]) -> None:
    """Lengths from 0 on both sides of it, each with its value's sign."""
    share = max(abs(one) for one in lengths) / max(abs(one) for one in values)
    stand = [value for value in values if abs(value) * share >= THIN]
    assert len(stand) == len(lengths), (list(lengths), list(values))
    for length, value in zip(lengths, stand, strict=True):
        assert abs(length - value * share) <= TRUE, (length, value * share, value)


@st.composite
def several(
    draw: st.DrawFn, most: int = 4, *, rows: int = 12, signed: bool = False,
    names_of: Sequence[str] = (),
) -> Case:  # fmt: skip
    """2 to so many series of one unit, in the file's order."""
    count, wide = draw(st.integers(1, rows)), draw(st.integers(2, most))
    labels = draw(names(count))
    heads = list(names_of) or draw(names(wide, 8))
    powers = draw(values(count * len(heads), signed=signed))
    columns = [powers[n * count : (n + 1) * count] for n in range(len(heads))]
    chart = {**MEASURE, "order": "file"}
    return Case(("县", *heads), rows_of(labels, *columns), chart)


def boxes_on(sheet: Sheet) -> list[Mark]:
    """Bars of any tone: a hatched one has a ground of paper, as long as it is."""
    return [m for m in sheet.marks if m.is_box and m.fill is not None and m.box.height > 8.5]


def grouped_hold(sheet: Sheet, case: Case) -> None:
    post = post_of(sheet)
    bars = down(boxes_on(sheet))
    flat = [value for row in case.rows for value in row[1:]]
    flat = flat[: len(flat) - left_out(sheet) * (len(case.columns) - 1)]
    ends = [
        bar.box.right - post if abs(bar.box.left - post) <= TRUE else bar.box.left - post
        for bar in bars
    ]
    assert_signed(ends, [value for value in flat if value is not None])


def left_out(sheet: Sheet) -> int:
    """The rows that the page says it has not."""
    said = OTHERS.search(sheet.text)
    return int(said[1]) if said else 0


@st.composite
def stacks(draw: st.DrawFn, *, whole: bool = False) -> Case:
    case = draw(several(5, rows=10))
    rows = [[row[0], *(draw(st.integers(0, 900)) for _ in row[1:])] for row in case.rows]
    rows = [row if any(row[1:]) else [row[0], 1, *row[2:]] for row in rows]
    # A column without any number is none of numbers.
    if not whole and len(rows) > 1 and draw(st.booleans()):
        rows[0][1] = None
    power = draw(st.sampled_from([-3, 0, 0, 5]))
    scaled = [
        [row[0], *(None if v is None else number(v, power, False) for v in row[1:])] for row in rows
    ]
    return Case(case.columns, scaled, case.chart)


def stacked_hold(sheet: Sheet, case: Case) -> None:
    """End to end from 0, one scale for all rows."""
    post, bars, rows = post_of(sheet), boxes_on(sheet), whole_rows(sheet, case)
    longest = max(rows, key=lambda row: sum(row[1:]))
    share = share_of(longest[1:], max(m.box.right for m in bars) - post)
    stand = [row for row in rows if any(value * share >= THIN for value in row[1:])]
    for row, lane in zip(stand, lanes_of(bars), strict=True):
        assert_stack(lane, post, [value * share for value in row[1:]])


def wholes_hold(sheet: Sheet, case: Case) -> None:
    """End to end over the same width in every row."""
    post, bars = post_of(sheet), boxes_on(sheet)
    stand = [row for row in whole_rows(sheet, case) if any(row[1:])]
    lanes = lanes_of(bars)
    assert len(lanes) == len(stand)
    full = max(
        share_of(row[1:], lane[-1].box.right - post) * sum(row[1:])
        for row, lane in zip(stand, lanes, strict=True)
    )
    for row, lane in zip(stand, lanes, strict=True):
        assert_stack(lane, post, [value * full / sum(row[1:]) for value in row[1:]])


def share_of(values: Sequence[float], reach: float) -> float:
    """How long one is in a stack that reaches so far: what has no bar at its end has no reach."""
    drawn = list(values)
    while drawn[-1] * reach / sum(values) < THIN:
        drawn.pop()
    return reach / sum(drawn)


def whole_rows(sheet: Sheet, case: Case) -> list[Sequence[Any]]:
    return [row for row in case.rows[: len(case.rows) - left_out(sheet)] if None not in row]


def lanes_of(bars: Sequence[Mark]) -> list[list[Mark]]:
    """The bars of every row that has any, from the top down."""
    tops = sorted({round(m.box.top, 1) for m in bars})
    return [across([m for m in bars if round(m.box.top, 1) == top]) for top in tops]


def assert_stack(bars: Sequence[Mark], post: float, lengths: Sequence[float]) -> None:
    ends = list(accumulate(lengths, initial=post))
    spans = [(a, b) for a, b in pairwise(ends) if b - a >= THIN]
    assert len(spans) == len(bars), (spans, [bar.box for bar in bars])
    for (start, end), bar in zip(spans, bars, strict=True):
        assert abs(bar.box.left - start) <= TRUE and abs(bar.box.right - end) <= TRUE, (
            start, end, bar.box,
        )  # fmt: skip


@st.composite
def pairs(draw: st.DrawFn, *, ordered: bool = False, signed: bool = True) -> Case:
    heads = ("最低", "最高") if ordered else ("2020年", "2024年")
    case = draw(several(2, signed=signed, names_of=heads))
    rows = case.rows
    if ordered:
        rows = [
            [row[0], *(sorted(row[1:]) if None not in row[1:] else row[1:])] for row in case.rows
        ]
    return Case(case.columns, rows, case.chart)


def dumbbells_hold(sheet: Sheet, case: Case) -> None:
    """A hollow dot at the earlier, a solid one at the later value, on one axis."""
    rows = case.rows[: len(case.rows) - left_out(sheet)]
    solid = down([m for m in sheet.filled(ACCENT, REST) if m.is_curved and m.stroke is None])
    hollow = down([m for m in sheet.marks if m.is_curved and m.stroke in (ACCENT, REST)])
    later = [row[2] for row in rows if row[2] is not None]
    earlier = [row[1] for row in rows if row[1] is not None]
    solid = solid[len(solid) - len(later) :]
    hollow = hollow[len(hollow) - len(earlier) :]
    between = [m for m in sheet.stroked(ACCENT, REST) if level(m) and m.width > 2]
    apart = [row for row in rows if None not in row and row[1] != row[2]]
    seen = sum(m.box.width > 5 for m in between)
    places = [m.box.middle[0] for m in (*hollow, *solid)]
    assert seen <= len(apart) and len(between) >= sum(
        abs(one.box.middle[0] - other.box.middle[0]) > 8
        for one in hollow for other in solid
        if abs(one.box.middle[1] - other.box.middle[1]) <= TRUE
    ), "a line between is missing"  # fmt: skip
    scale = assert_straight(places, [*earlier, *later])
    posts = [m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01]
    assert_axis(sheet, posts, scale)


def ranges_hold(sheet: Sheet, case: Case) -> None:
    """From the low to the high value on one axis."""
    rows = case.rows[: len(case.rows) - left_out(sheet)]
    whole = [row for row in rows if None not in row]
    bars = down([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    lines = [m for m in sheet.stroked(ACCENT, REST) if upright(m)]
    wide = [row for row in whole if row[1] != row[2]]
    assert len(bars) <= len(wide) and len(bars) + len(lines) >= len(whole), "a row has no mark"
    if len(bars) == len(wide) and wide:
        places = [edge for bar in bars for edge in (bar.box.left, bar.box.right)]
        scale = assert_straight(places, [value for row in wide for value in row[1:]])
        posts = [m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01]
        assert_axis(sheet, posts, scale)


@st.composite
def ages(draw: st.DrawFn) -> Case:
    count = draw(st.integers(3, 21))
    labels = [f"{5 * n}—{5 * n + 4}岁" for n in range(count)]
    columns = [draw(values(count, missing=False)) for _ in range(2)]
    return Case(("年龄", "男", "女"), rows_of(labels, *columns), {"measure": {"unit": "人"}})


def pyramid_holds(sheet: Sheet, case: Case) -> None:
    """Two sides on one scale, the youngest at the foot."""
    left, right = sorted(
        {m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01}
    )
    bars = sheet.filled(ACCENT, REST)
    men = down([m for m in bars if m.is_box and abs(m.box.right - left) <= TRUE])
    women = down([m for m in bars if m.is_box and abs(m.box.left - right) <= TRUE])
    assert len(men) + len(women) == len([m for m in bars if m.is_box]), "a bar begins not at 0"
    rows = list(reversed(case.rows))
    lengths = [m.box.width for m in (*men, *women)]
    assert_proportional(lengths, [row[1] for row in rows] + [row[2] for row in rows])


@st.composite
def steps(draw: st.DrawFn) -> Case:
    count = draw(st.integers(3, 12))
    labels = draw(names(count, 10))
    power = draw(st.sampled_from([-2, 0, 3]))
    column = [
        number(draw(st.integers(1, 900)), power, n > 0 and draw(st.booleans()))
        for n in range(count)
    ]
    total = float(sum(Decimal(str(value)) for value in column))
    total = int(total) if total == int(total) else total
    return Case(
        ("项", "金额"), [*rows_of(labels, column), ["期末余额", total]], {"measure": {"unit": "元"}}
    )


def waterfall_holds(sheet: Sheet, case: Case) -> None:
    """Each step begins where the last ended, sums at 0; one scale."""
    bars = down([m for m in sheet.marks if m.is_box and m.fill is not None])
    column = [float(row[1]) for row in case.rows]
    running = list(accumulate(column[:-1], initial=0.0))
    spans = [*pairwise(running), (0.0, column[-1])]
    wide = [span for span in spans if span[0] != span[1]]
    post = post_of(sheet)
    far = max(abs(edge) for span in wide for edge in span)
    reach = max(max(abs(b.box.left - post), abs(b.box.right - post)) for b in bars)
    share = reach / far
    wide = [(a, b) for a, b in wide if abs(a - b) * share >= THIN]
    assert len(bars) == len(wide), (len(bars), wide)
    for bar, (start, end) in zip(bars, wide, strict=True):
        low, high = sorted((post + start * share, post + end * share))
        assert abs(bar.box.left - low) <= TRUE and abs(bar.box.right - high) <= TRUE


PROOFS: Mapping[str, Proof] = {
    "bars": Proof(ranked(), bars_hold),
    "lollipop": Proof(ranked(), lollipops_hold),
    "dot-plot": Proof(ranked(), dots_hold),
    "diverging-bars": Proof(ranked(signed=True), diverging_hold),
    "grouped-bars": Proof(several(), grouped_hold),
    "stacked-bars": Proof(stacks(), stacked_hold),
    "stacked-100": Proof(stacks(whole=True), wholes_hold),
    "dumbbells": Proof(pairs(), dumbbells_hold),
    "range-bars": Proof(pairs(ordered=True), ranges_hold),
    "pyramid": Proof(ages(), pyramid_holds),
    "waterfall": Proof(steps(), waterfall_holds),
}
