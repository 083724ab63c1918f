"""Change over time: lines, areas, columns, changes, slopes, calendars, small multiples."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from itertools import pairwise

from device_pages import ACCENT, BLACK, CONTEXT, REST, Case
from hypothesis import strategies as st
from proof import (
    AREA,
    THIN,
    TRUE,
    Proof,
    Straight,
    across,
    assert_straight,
    down,
    level,
    number_said,
    upright,
)
from random_data import MEASURE, claimed, claims, names, rows_of, values
from written_glyphs import Xy
from written_marks import Mark, Sheet

FIRST = 1985


@st.composite
def years(
    draw: st.DrawFn, *, fewest: int = 4, most: int = 40, series: int = 1, signed: bool = True,
    missing: bool = True, claim: bool = True,
) -> Case:  # fmt: skip
    count = draw(st.one_of(st.integers(fewest, min(12, most)), st.integers(fewest, most)))
    skipped = draw(st.integers(0, 3)) if count > 5 else 3
    # A year without a row is a gap at its true place.
    labels = [f"{FIRST + n + (skipped == 0 and n > 2)}年" for n in range(count)]
    heads = [f"第{one}类" for one in "一二三四五六"[:series]] if series > 1 else ["产量"]
    column = draw(values(count * series, signed=signed, missing=missing and series == 1))
    columns = [column[n * count : (n + 1) * count] for n in range(series)]
    present = [value for value in column if value is not None]
    if len(present) < fewest:
        columns = [[abs(present[0]) + n for n in range(count)] for _ in heads]
    chart = {**MEASURE, **({"highlight": [heads[0]]} if series > 1 and claim else {})}
    return Case(("年份", *heads), rows_of(labels, *columns), chart)


def when(row: Sequence[object]) -> int:
    return int(str(row[0])[:4])


def courses(sheet: Sheet, *inks: tuple[float, ...]) -> list[Mark]:
    """Data lines, in the order they are painted."""
    return [m for m in sheet.stroked(*inks) if m.width > 1.1 and not m.is_curved]


def dots(sheet: Sheet, *inks: tuple[float, ...]) -> list[Mark]:
    found = [m for m in sheet.filled(*inks) if m.is_curved and m.stroke is None]
    return found + [m for m in sheet.marks if m.is_curved and m.stroke in inks]


def height_at(lines: Sequence[Mark], points: Sequence[Xy], x: float) -> float | None:
    """How high the line stands at a place: at its own point there, or between two."""
    own = [p for mark in lines for ring in mark.rings for p in ring if abs(p[0] - x) <= TRUE]
    own += [p for p in points if abs(p[0] - x) <= TRUE]
    if own:
        assert max(y for _, y in own) - min(y for _, y in own) <= TRUE
        return own[0][1]
    for mark in lines:
        for ring in mark.rings:
            for (x1, y1), (x2, y2) in pairwise(ring):
                if x1 < x < x2:
                    return y1 + (y2 - y1) * (x - x1) / (x2 - x1)
    return None


def places_of(sheet: Sheet, case: Case) -> Straight:
    """The scale of time, by the first and the last point of all that is drawn."""
    marks = [*courses(sheet, ACCENT, CONTEXT), *dots(sheet, ACCENT, CONTEXT)]
    xs = [m.box.middle[0] if m.is_curved else x for m in marks for ring in m.rings for x, _ in ring]
    known = [when(row) for row in case.rows if any(v is not None for v in row[1:])]
    first, last = min(known), max(known)
    share = (max(xs) - min(xs)) / (last - first)
    return Straight(min(xs) - first * share, share)


def line_holds(sheet: Sheet, case: Case) -> None:
    across_ = places_of(sheet, case)
    others = iter(courses(sheet, CONTEXT))
    heights, said = [], []
    for series in range(1, len(case.columns)):
        is_first = series == 1
        lines = courses(sheet, ACCENT) if is_first else [next(others)]
        points = [m.box.middle for m in dots(sheet, ACCENT)] if is_first else []
        for row in case.rows:
            if row[series] is not None:
                y = height_at(lines, points, across_.at(when(row)))
                assert y is not None, f"{row} has no point"
                heights.append(y)
                said.append(row[series])
    assert next(others, None) is None
    scale = assert_straight(heights, said, slack=2 * TRUE)
    assert_levels(sheet, scale)
    assert_years(sheet, across_)


def assert_levels(sheet: Sheet, scale: Straight) -> None:
    """The heavy line at 0 or the words that say where the axis begins; grid lines at their
    numbers."""
    if not scale.share:
        return
    bases = [m.box.top for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01]
    if bases:
        slack = 2 * TRUE + scale.slack_at(0)
        assert all(abs(y - scale.zero) <= slack for y in bases), (bases, scale)
    else:
        assert re.search("轴从.+起|轴到.+止|对数", sheet.text), sheet.text
    grid = [m for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 0.25) < 0.01]
    for line in grid:
        on_it = [
            w for w in sheet.words
            if 0 < line.box.top - w.foot < 3 and w.size < 9 and number_said(w.text) is not None
        ]  # fmt: skip
        edge = re.search("轴[从到](−?[0-9.,]+)", sheet.text)
        assert on_it or edge, f"a grid line at {line.box.top} says no value"
        # The edge of an axis that is cut is said in the foot.
        text = on_it[0].text if on_it else edge[1] if edge else ""
        value = number_said(text) or 0.0
        slack = 2 * TRUE + scale.slack_at(value)
        assert abs(scale.at(value) - line.box.top) <= slack, (value, line.box.top, scale)


def assert_years(sheet: Sheet, scale: Straight) -> None:
    """Ticks at their years: one over the middle of each name, but where it had to be moved in."""
    ticks = [m.box.left for m in sheet.stroked(BLACK) if upright(m) and 2 < m.box.height < 4]
    for tick in ticks:
        year = (tick - scale.zero) / scale.share
        assert abs(year - round(year)) * scale.share <= 2 * TRUE, (tick, year)


def area_holds(sheet: Sheet, case: Case) -> None:
    line_holds(sheet, case)
    across_ = places_of(sheet, case)
    (base,) = [m.box.top for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01]
    areas = [m for m in sheet.marks if m.fill is not None and not m.is_curved]
    for one in areas:
        assert abs(one.box.bottom - base) <= TRUE, "an area does not begin at 0"
    heights = []
    lines, points = courses(sheet, ACCENT), [m.box.middle for m in dots(sheet, ACCENT)]
    for row in case.rows:
        y = None if row[1] is None else height_at(lines, points, across_.at(when(row)))
        heights.append((when(row), None if y is None else base - y))
    expected = sum(
        (one + other) / 2 * (later - earlier) * across_.share
        for (earlier, one), (later, other) in pairwise(heights)
        if one is not None and other is not None and later - earlier == 1
    )
    drawn = sum(m.area for m in areas)
    assert abs(drawn - expected) <= AREA * expected + TRUE * sheet.width, (drawn, expected)


def columns_hold(sheet: Sheet, case: Case) -> None:
    bars = across([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    (base,) = {m.box.top for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01}
    ends = []
    for bar in bars:
        is_up = bar.box.middle[1] < base
        assert abs((bar.box.bottom if is_up else bar.box.top) - base) <= TRUE, "not from 0"
        ends.append(bar.box.height if is_up else -bar.box.height)
    known = [row for row in case.rows if row[1] is not None]
    share = max(map(abs, ends)) / max(abs(row[1]) for row in known)
    stand = [row for row in known if abs(row[1]) * share >= THIN]
    assert len(stand) == len(bars), (ends, known)
    for end, row in zip(ends, stand, strict=True):
        assert abs(end - row[1] * share) <= TRUE, (end, row, share)
    assert_straight([bar.box.left for bar in bars], [when(row) for row in stand])


@st.composite
def changes(draw: st.DrawFn) -> Case:
    column = draw(values(2, signed=True, missing=False))
    return Case(("年份", "产量"), [["2015年", column[0]], ["2024年", column[1]]], MEASURE)


def change_holds(sheet: Sheet, case: Case) -> None:
    """Two bars from one line, or two dots and a line from 0."""
    bars = down([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    earlier, later = case.column(1)
    assert earlier is not None and later is not None
    if not bars:
        early = [m for m in sheet.marks if m.is_curved and m.stroke == ACCENT]
        late = [m for m in sheet.filled(ACCENT) if m.is_curved]
        ys = [early[0].box.middle[1], late[0].box.middle[1]]
        assert_levels(sheet, assert_straight(ys, [earlier, later]))
        return
    (post,) = {m.box.left for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01}
    ends = []
    for bar in bars:
        assert min(abs(bar.box.left - post), abs(bar.box.right - post)) <= TRUE, "not from 0"
        ends.append(bar.box.right - post if bar.box.right - post > TRUE else bar.box.left - post)
    share = max(map(abs, ends)) / max(abs(earlier), abs(later))
    stand = [value for value in (earlier, later) if abs(value) * share >= THIN]
    assert len(stand) == len(ends), (ends, stand)
    for end, value in zip(ends, stand, strict=True):
        assert abs(end - value * share) <= TRUE, (end, value * share)


@st.composite
def slopes(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 8))
    labels = draw(names(count, 8))
    columns = [draw(values(count, signed=True)) for _ in range(2)]
    return Case(
        ("县", "2015年", "2024年"), rows_of(labels, *columns),
        {**MEASURE, **claimed(labels, draw(claims))},
    )  # fmt: skip


def slope_holds(sheet: Sheet, case: Case) -> None:
    whole = [row for row in case.rows if None not in row]
    lines = [m for m in sheet.stroked(ACCENT, CONTEXT, REST) if m.width > 1.1 and not m.is_curved]
    ends = [ring for m in lines for ring in m.rings]
    left, right = min(e[0][0] for e in ends), max(e[-1][0] for e in ends)
    assert all(abs(e[0][0] - left) <= TRUE and abs(e[-1][0] - right) <= TRUE for e in ends)
    assert len(ends) == len(whole), (len(ends), whole)
    # Equal scales on both posts: what stands higher is more, by as much.
    tops = sorted([e[0][1] for e in ends] + [e[-1][1] for e in ends])
    scale = assert_straight(tops, sorted([v for row in whole for v in row[1:]], reverse=True))
    rises = sorted((row[1], row[2]) for row in whole)
    drawn = [(e[0][1], e[-1][1]) for e in ends]
    for one, other in rises:
        wanted = scale.at(one), scale.at(other)
        assert any(
            abs(y1 - wanted[0]) <= TRUE and abs(y2 - wanted[1]) <= TRUE for y1, y2 in drawn
        ) or not scale.share, (one, other, drawn)  # fmt: skip


@st.composite
def days(draw: st.DrawFn) -> Case:
    count = draw(st.integers(28, 150))
    start = date(2024, 1, 1) + timedelta(draw(st.integers(0, 200)))
    some = draw(values(12, signed=draw(st.booleans()), missing=False))
    column = [some[(n * n * 7 + n) % 12] for n in range(count)]
    if draw(st.booleans()):
        column[count // 2] = None
    labels = [(start + timedelta(n)).isoformat() for n in range(count)]
    return Case(("日期", "气温"), rows_of(labels, column), MEASURE)


WEEKS_DOWN = 62
"""So few days are weeks one under the other."""


def calendar_holds(sheet: Sheet, case: Case) -> None:
    """A cell a day in its week and weekday, no lower value darker; the key counts the days."""
    boxes = [m for m in sheet.marks if m.is_box and m.fill is not None]
    sizes = Counter(round(m.box.width, 2) for m in boxes if abs(m.box.width - m.box.height) < 0.02)
    size = sizes.most_common(1)[0][0]
    cells = [m for m in boxes if abs(m.box.width - size) < 0.02 and abs(m.box.height - size) < 0.02]
    known = [row for row in case.rows if row[1] is not None]
    cells = [m for m in cells if m.fill and sum(m.fill)]
    if len(case.rows) <= WEEKS_DOWN:
        cells.sort(key=lambda m: (round(m.box.top, 1), m.box.left))
    else:
        # Each row of weeks begins at its own Monday; months may be as narrow as a week is long.
        rows = [w.box.middle[1] - size for w in sheet.words if w.text == "一"]
        cells.sort(
            key=lambda m: (sum(m.box.middle[1] > y for y in rows), round(m.box.left, 1), m.box.top)
        )
    assert len(cells) == len(known), (len(cells), len(known))
    first = date.fromisoformat(str(case.rows[0][0])).weekday()
    shaded = sorted(zip(known, cells, strict=True), key=lambda pair: pair[0][1])
    inks = [round(sum(m.fill or ()), 3) for _, m in shaded]
    assert inks == sorted(inks), "a higher value is lighter"
    for (one, a), (other, b) in pairwise(shaded):
        assert one[1] != other[1] or a.fill == b.fill, "equal values differ"
    counts = sorted(Counter(inks).values())
    said = sorted(int(n) for n in re.findall(r"(\d+) ?天", " ".join(w.text for w in sheet.words)))
    assert all(count in said for count in counts), (counts, said, first)


def fields_hold(sheet: Sheet, case: Case) -> None:
    """Bars of every field on one scale, from 0."""
    bars = [m for m in sheet.filled(ACCENT, REST) if m.is_box]
    posts = sorted(
        (m for m in sheet.stroked(BLACK) if upright(m) and abs(m.width - 1) < 0.01),
        key=lambda m: (round(m.box.top, 0), m.box.left),
    )
    assert bars and posts
    reach = max(m.box.width for m in bars)
    share = reach / max(v for row in case.rows for v in row[1:] if v is not None)
    for bar in bars:
        assert any(abs(bar.box.left - post.box.left) <= TRUE for post in posts), "not from 0"
    drawn = sorted(m.box.width for m in bars)
    wanted = sorted(v * share for row in case.rows for v in row[1:] if v and v * share >= THIN)
    assert len(drawn) == len(wanted), (drawn, wanted)
    assert all(abs(a - b) <= TRUE for a, b in zip(drawn, wanted, strict=True))


def course_fields_hold(sheet: Sheet, case: Case) -> None:
    """A line a field, all on one scale of values and one of time, each over its own zero line."""
    lines, first = courses(sheet, ACCENT), when(case.rows[0])
    assert len(lines) == len(case.columns) - 1, len(lines)
    columns = [[row[at] for row in case.rows] for at in range(1, len(case.columns))]
    bases = [m.box.top for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01]
    found = []
    for line in lines:
        xs = [x for ring in line.rings for x, _ in ring]
        step = (max(xs) - min(xs)) / (when(case.rows[-1]) - first)
        found.append(
            [height_at([line], [], min(xs) + (when(row) - first) * step) for row in case.rows]
        )
    wide = max(range(len(columns)), key=lambda at: max(columns[at]) - min(columns[at]))
    common = assert_straight(found[wide], columns[wide], slack=2 * TRUE)
    for at, (heights, column) in enumerate(zip(found, columns, strict=True)):
        places = [y - common.share * value for y, value in zip(heights, column, strict=True)]
        assert max(places) - min(places) <= 4 * TRUE, "a field has a scale of its own"
        if common.share and len(bases) == len(lines):
            assert abs(places[0] - bases[at]) <= 2 * TRUE, "0 is not on the zero line"


def column_fields_hold(sheet: Sheet, case: Case) -> None:
    bars = [m for m in sheet.filled(ACCENT, REST) if m.is_box]
    bases = {
        round(m.box.top, 2) for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01
    }
    for bar in bars:
        assert any(min(abs(bar.box.bottom - y), abs(bar.box.top - y)) <= TRUE for y in bases)
    flat = [abs(v) for row in case.rows for v in row[1:] if v]
    share = max(m.box.height for m in bars) / max(flat)
    drawn = sorted(m.box.height for m in bars)
    wanted = sorted(v * share for v in flat if v * share >= THIN)
    assert len(drawn) == len(wanted), (drawn, wanted)
    assert all(abs(a - b) <= TRUE for a, b in zip(drawn, wanted, strict=True))


@st.composite
def fields(draw: st.DrawFn) -> Case:
    wide, count = draw(st.integers(3, 6)), draw(st.integers(2, 8))
    labels = draw(names(count, 8))
    columns = [draw(values(count)) for _ in range(wide)]
    heads = [f"第{one}类" for one in "一二三四五六"[:wide]]
    return Case(("县", *heads), rows_of(labels, *columns), {**MEASURE, "order": "file"})


def courses_of(most: int, signed: bool = True) -> st.SearchStrategy[Case]:
    return st.integers(3, most).flatmap(
        lambda n: years(series=n, signed=signed, missing=False, claim=False)
    )


PROOFS: Mapping[str, Proof] = {
    "line": Proof(
        st.one_of(years(), st.integers(2, 4).flatmap(lambda n: years(series=n))), line_holds
    ),
    "area": Proof(years(signed=False), area_holds),
    "columns": Proof(years(fewest=1, most=40), columns_hold),
    "change": Proof(changes(), change_holds),
    "slope": Proof(slopes(), slope_holds),
    "calendar": Proof(days(), calendar_holds),
    "small-multiples": Proof(courses_of(6), course_fields_hold),
    "small-multiples-line": Proof(courses_of(6), course_fields_hold),
    "small-multiples-area": Proof(courses_of(6, signed=False), course_fields_hold),
    "small-multiples-columns": Proof(courses_of(6), column_fields_hold),
    "small-multiples-bars": Proof(fields(), fields_hold),
}
