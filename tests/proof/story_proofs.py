"""How values lie, what flows where, what happened when."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from decimal import ROUND_FLOOR, Decimal

from device_pages import ACCENT, BLACK, REST, Case
from hypothesis import strategies as st
from proof import (
    TRUE,
    Proof,
    Straight,
    across,
    assert_proportional,
    assert_straight,
    level,
    number_said,
    upright,
)
from random_data import HAN, MEASURE, names, rows_of, values
from written_marks import Mark, Sheet


@st.composite
def samples(draw: st.DrawFn, *, fewest: int) -> Case:
    count = draw(st.integers(fewest, 60))
    some = draw(values(min(count, 25), signed=True, missing=False))
    column = [some[n * n % len(some)] for n in range(count)]
    return Case(("得分",), [[value] for value in column], MEASURE)


def axis_of(sheet: Sheet, low: float, high: float, step: float = 0.0) -> Straight:
    """The scale across, by the numbers under two of its ticks; the others stand at theirs."""
    (base,) = {m.box.top for m in sheet.stroked(BLACK) if level(m) and abs(m.width - 1) < 0.01}
    ticks = sorted(m.box.left for m in sheet.stroked(BLACK)
                   if upright(m) and abs(m.box.top - base) < TRUE and m.box.height < 5)  # fmt: skip
    numbers = [(w.box.middle[0], number_said(w.text)) for w in sheet.words
               if base < w.foot < base + 16 and number_said(w.text) is not None]  # fmt: skip
    found = []
    for tick in ticks:
        near = min(numbers, key=lambda one: abs(one[0] - tick), default=None)
        if near is not None and abs(near[0] - tick) < 3:
            found.append((tick, near[1] or 0.0))
    if len(found) < 2 and step:
        # In so little room one tick is named; all stand at edges of bars.
        bar = next(m for m in sheet.filled(ACCENT, REST) if m.is_box)
        share = (bar.box.width + 0.8) / step
        return Straight(found[0][0] - found[0][1] * share, share)
    if len(found) < 2:
        # In so little room one tick is named: what the data make of it.
        dots = [(ring, m) for m in sheet.filled(ACCENT, REST) if m.is_curved for ring in m.rings]
        xs = [sum(x for x, _ in ring) / len(ring) for ring, _ in dots]
        share = (max(xs) - min(xs)) / ((high - low) or 1.0)
        scale = Straight(min(xs) - low * share, share)
        assert all(abs(scale.at(value) - x) <= 2 * TRUE for x, value in found), (found, scale)
        return scale
    return assert_straight([x for x, _ in found], [value for _, value in found])


def histogram_holds(sheet: Sheet, case: Case) -> None:
    """As high as the values between its edges are many, from 0; none lost."""
    column = [float(row[0]) for row in case.rows]
    bars = across([m for m in sheet.filled(ACCENT, REST) if m.is_box])
    width = re.search(r"每组宽([\d.,]+)", sheet.text)
    assert width, sheet.text
    step = Decimal(width[1].replace(",", ""))
    scale = axis_of(sheet, min(column), max(column), float(step))
    counts: dict[int, int] = {}
    for value in column:
        number = int((Decimal(str(value)) / step).to_integral_value(ROUND_FLOOR))
        counts[number] = counts.get(number, 0) + 1
    places = [round((bar.box.middle[0] - scale.zero) / scale.share / float(step) - 0.5)
              for bar in bars]  # fmt: skip
    # The last bar has its right end, too.
    counts[places[-1]] = counts.get(places[-1], 0) + counts.pop(places[-1] + 1, 0)
    assert sorted(number for number, count in counts.items() if count) == places
    heights = [bar.box.height for bar in bars]
    assert_proportional(heights, [float(counts[number]) for number in places])
    assert max(m.box.bottom for m in bars) - min(m.box.bottom for m in bars) <= TRUE


def strip_holds(sheet: Sheet, case: Case) -> None:
    """A dot a value, each at its value."""
    column = sorted(float(row[0]) for row in case.rows)
    scale = axis_of(sheet, column[0], column[-1])
    middles = sorted(
        (x1 + x2) / 2
        for mark in sheet.filled(ACCENT, REST)
        if mark.is_curved
        for ring in mark.rings
        for x1, x2 in [(min(x for x, _ in ring), max(x for x, _ in ring))]
    )
    assert len(middles) == len(column), (len(middles), len(column))
    for x, value in zip(middles, column, strict=True):
        assert abs(x - scale.at(value)) <= 2 * TRUE, (x, value, scale)


@st.composite
def clouds(draw: st.DrawFn) -> Case:
    count = draw(st.integers(12, 40))
    some = [draw(values(count, signed=True, missing=False)) for _ in range(2)]
    chart = {"measure": {"what": "人口与收入"}}
    labels = [f"第{n}县" for n in range(count)]
    return Case(("县", "人口", "收入"), rows_of(labels, *some), chart)


def scatter_holds(sheet: Sheet, case: Case) -> None:
    """A dot a row at both of its values."""
    centres = [
        ((min(x for x, _ in ring) + max(x for x, _ in ring)) / 2,
         (min(y for _, y in ring) + max(y for _, y in ring)) / 2)
        for mark in sheet.marks
        if mark.is_curved
        for ring in mark.rings
    ]  # fmt: skip
    xs, ys = ([float(row[at]) for row in case.rows] for at in (1, 2))
    right = _scale([x for x, _ in centres], xs)
    up = _scale([-y for _, y in centres], ys)
    for x, y in zip(xs, ys, strict=True):
        assert any(
            abs(cx - right.at(x)) <= 2 * TRUE and abs(-cy - up.at(y)) <= 2 * TRUE
            for cx, cy in centres
        ), (x, y, right, up)  # fmt: skip


def _scale(places: Sequence[float], column: Sequence[float]) -> Straight:
    low, high = min(column), max(column)
    if low == high:
        return Straight(places[0], 0.0)
    share = (max(places) - min(places)) / (high - low)
    return Straight(min(places) - low * share, share)


@st.composite
def flows(draw: st.DrawFn) -> Case:
    wide, tall = draw(st.integers(1, 3)), draw(st.integers(1, 4))
    starts, ends = draw(names(wide, 6)), draw(names(tall, 6))
    ends = [f"往{one}" for one in ends]
    rows = [[a, b, draw(st.integers(1, 900))] for a in starts for b in ends]
    return Case(("自", "至", "人数"), rows, {"measure": {"what": "人数", "unit": "人"}})


def flow_holds(sheet: Sheet, case: Case) -> None:
    """Ribbons as thick at both ends as their values, posts as tall as their sums."""
    bands = [m for m in sheet.filled(ACCENT, REST) if m.is_curved]
    column = [float(row[2]) for row in case.rows]
    for side in (0, 1):
        drawn = sorted((_end_of(band, side) for band in bands), reverse=True)
        assert_proportional(drawn, sorted(column, reverse=True))
    posts = [m for m in sheet.filled(ACCENT, BLACK) if m.is_box and m.box.width < 6]
    left = min(m.box.left for m in posts)
    sums: dict[str, float] = {}
    for row in case.rows:
        sums[row[0]] = sums.get(row[0], 0.0) + row[2]
    tall = sorted((m.box.height for m in posts if m.box.left < left + 1), reverse=True)
    assert_proportional(tall, sorted(sums.values(), reverse=True))


def _end_of(band: Mark, side: int) -> float:
    edge = band.box.left if side == 0 else band.box.right
    ys = [y for ring in band.rings for x, y in ring if abs(x - edge) < 0.01]
    return max(ys) - min(ys)


texts = st.text(HAN, min_size=1, max_size=30)


@st.composite
def histories(draw: st.DrawFn) -> Case:
    count = draw(st.integers(2, 12))
    first = draw(st.integers(1950, 1990))
    years = sorted(draw(st.sets(st.integers(first, 2024), min_size=count, max_size=count)))
    events = [{"when": f"{year}年", "what": draw(texts)} for year in years]
    return Case(story={"events": events}, block={"events": {"$data": "/events"}})


def timeline_holds(sheet: Sheet, case: Case) -> None:
    """In true time, or said not to be; in order always."""
    years = [int(str(one["when"])[:4]) for one in case.story["events"]]
    rings = [m for m in sheet.filled(ACCENT) if m.is_curved]
    # What has no room is left out, in the order of time.
    years = [year for year in years if str(year) in sheet.text]
    assert len(rings) == len(years) >= 2
    xs, ys = ([m.box.middle[at] for m in rings] for at in (0, 1))
    bands = [m for m in sheet.filled(REST, ACCENT) if m.is_box]
    assert any(
        m.box.width + m.box.height >= max(max(xs) - min(xs), max(ys) - min(ys)) for m in bands
    ), "no band"  # fmt: skip
    along = xs if max(xs) - min(xs) > max(ys) - min(ys) else ys
    along.sort()
    if "非等比" not in sheet.text:
        assert_straight(along, [float(year) for year in years])


@st.composite
def processes(draw: st.DrawFn) -> Case:
    events = [{"what": draw(texts)} for _ in range(draw(st.integers(2, 9)))]
    return Case(story={"events": events}, block={"events": {"$data": "/events"}})


def steps_hold(sheet: Sheet, case: Case) -> None:
    """Each step with its number, in reading order, whole."""
    count = len(case.story["events"])
    numbers = [w for w in sheet.words if re.fullmatch(r"0?\d+", w.text) and w.size > 12]
    inks = sorted(numbers, key=lambda w: (round(w.foot, 0), w.box.left))
    assert [int(w.text) for w in inks] == list(range(1, count + 1)), [w.text for w in numbers]
    words = letters_of(sheet.text)
    for event in case.story["events"]:
        for letter, times in letters_of(event["what"]).items():
            assert words.get(letter, 0) >= times


def letters_of(text: str) -> dict[str, int]:
    return {letter: text.count(letter) for letter in set(text)}


PROOFS: Mapping[str, Proof] = {
    "histogram": Proof(samples(fewest=20), histogram_holds),
    "strip": Proof(samples(fewest=3), strip_holds),
    "scatter": Proof(clouds(), scatter_holds),
    "flow": Proof(flows(), flow_holds),
    "timeline": Proof(histories(), timeline_holds, (0, 60, 200, 500)),
    "steps": Proof(processes(), steps_hold),
}
