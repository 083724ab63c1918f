"""Rules on parts of a whole, and on what does not add up to one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.chart_lint.words import (
    GROWTH,
    MEAN,
    OVERLAP,
    POINTS,
    REST,
    SHARES,
    compared,
    names_of,
    told_of,
)
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.graphics.maps.rates import is_rate
from infographic.graphics.subject import Subject
from infographic.text.units_of_measure import may_be_added

WHOLES = ("donut", "share-bar", "stacked-100", "unit-grid")
"""Devices that show parts of one whole."""
ADDED = ("stacked-bars", "donut", "share-bar", "waterfall", "pictogram")
"""Devices in which marks stand end to end: what is read is their sum."""
HUNDRED = Decimal(100)
SLIGHTLY = Decimal(110)
"""Shares that make more than this are of answers that overlap, or of several wholes."""
TIMES_OR_PLACES = late(r"年|月|季|半年|周|19\d\d|20\d\d|\bQ[1-4]\b")
ABOUT = late("[约近余多超逾左右<>＜＞≥≤]|以[上下]")


def shares_make_hundred(subject: Subject) -> Iterator[Diagnostic]:
    """Shares of one whole make 100, within what their rounding allows."""
    if OVERLAP.search(told_of(subject)):
        return
    yield from _of_a_stated_whole(subject)
    is_drawn_whole = subject.chart.kind in WHOLES
    if len(subject.series) > 1 and not _are_times(subject):
        if is_drawn_whole or any(REST.search(one.column.name) for one in subject.series):
            yield from _across(subject)
        elif not is_drawn_whole:
            yield from _down_all(subject)
        return
    yield from _down_all(subject)


def _are_times(subject: Subject) -> bool:
    return all(TIMES_OR_PLACES.search(one.column.name) for one in subject.series)


def _of_a_stated_whole(subject: Subject) -> Iterator[Diagnostic]:
    """Parts of a stated whole are no more than it."""
    whole = subject.chart.of
    if whole is None or len(subject.series) != 1:
        return
    rows = [(row, value) for row in compared(subject)
            if (value := subject.series[0].values[row]) is not None]  # fmt: skip
    more = next(((row, value) for row, value in rows if value > whole), None)
    if more is not None:
        saying = say("chart-shares/more", part=_written(more[1]), whole=_written(whole))
        yield warned(saying, subject.at(more[0]))
        return
    total = sum((value for _, value in rows), Decimal())
    if total > whole and subject.chart.kind in (*WHOLES, *ADDED):
        saying = say("chart-shares/of", sum=_written(total), whole=_written(whole))
        yield warned(saying, subject.at(rows[-1][0]))


def _down_all(subject: Subject) -> Iterator[Diagnostic]:
    if not subject.is_over_time:
        for number in range(len(subject.series)):
            yield from _down(subject, number)


def _down(subject: Subject, number: int) -> Iterator[Diagnostic]:
    """The shares of a column, where they are told as parts of one whole."""
    series, names = subject.series[number], names_of(subject)
    if series.unit not in ("%", "％"):
        return
    rows = [row for row in compared(subject) if series.values[row] is not None]
    if len(rows) < 2 or _is_rough(subject, number, rows):
        return
    values = [value for row in rows if (value := series.values[row]) is not None]
    if min(values) < 0 or GROWTH.search(series.column.name):
        return
    made, slack = sum(values, Decimal()), _slack(series.column.decimals, len(rows))
    is_drawn = subject.chart.kind in WHOLES
    has_rest = any(REST.search(names[row].strip()) for row in rows)
    totals = [series.values[row] for row in sorted(subject.table.totals)]
    is_told = bool(SHARES.search(told_of(subject, number)))
    is_whole = is_drawn or (is_told and (has_rest or HUNDRED in totals))
    if abs(made - HUNDRED) <= slack or made > SLIGHTLY * (2 if is_drawn else 1):
        return
    if is_whole or (is_told and made > HUNDRED):
        saying = say(
            "chart-shares/sum", column=series.column.name or series.name, count=len(rows),
            sum=_written(made), off=_written(abs(made - HUNDRED)), slack=_written(slack),
        )  # fmt: skip
        yield warned(saying, series.column.origin)


def _across(subject: Subject) -> Iterator[Diagnostic]:
    """The shares of each row, a column a part."""
    if any(one.unit not in ("%", "％") for one in subject.series):
        return
    for row in range(subject.count):
        values = [one.values[row] for one in subject.series]
        present = [value for value in values if value is not None]
        if len(present) < len(values) or min(present) < 0:
            continue
        made = sum(present, Decimal())
        slack = _slack(max(one.column.decimals for one in subject.series), len(present))
        if abs(made - HUNDRED) <= slack or not HUNDRED / 2 < made <= SLIGHTLY:
            continue
        saying = say(
            "chart-shares/row", row=subject.names[row], sum=_written(made),
            off=_written(abs(made - HUNDRED)), slack=_written(slack),
        )  # fmt: skip
        yield warned(saying, subject.at(row))


def _slack(decimals: int, count: int) -> Decimal:
    """What the rounding of so many shares may come to: half of the last place of each."""
    return Decimal(1).scaleb(-decimals) / 2 * count


def _is_rough(subject: Subject, number: int, rows: Sequence[int]) -> bool:
    texts = subject.series[number].column.texts
    return any(row < len(texts) and ABOUT.search(texts[row]) for row in rows)


def rates_are_no_totals(subject: Subject) -> Iterator[Diagnostic]:
    """Rates are not added, nor drawn as areas; totals are not drawn as colours."""
    if not subject.series:
        return
    chart = subject.chart
    if chart.kind in ("value-map", "circle-map") or chart.values:
        yield from _on_a_map(subject)
    for number, series in enumerate(subject.series):
        what = told_of(subject, number)
        if may_be_added(f"{_measured(subject)} {series.column.name}", series.unit):
            continue
        if POINTS.search(what):
            continue
        if chart.kind in ADDED and not _is_one_share(subject):
            saying = say(
                "chart-rates/added", kind=chart.kind, column=series.name or _measured(subject)
            )
            yield warned(saying, series.column.origin)
            return
        yield from _summed(subject, number)


def _is_one_share(subject: Subject) -> bool:
    """A donut of parts of one whole: in per cent, and no growth."""
    series = subject.series[0]
    if any(one.unit not in ("%", "％") for one in subject.series) or subject.chart.of is not None:
        return subject.chart.of is not None
    present = [value for row in compared(subject) if (value := series.values[row]) is not None]
    is_growth = GROWTH.search(told_of(subject))
    return len(present) == 1 or (not is_growth and sum(present, Decimal()) <= SLIGHTLY)


def _measured(subject: Subject) -> str:
    measure = subject.chart.measure
    return measure.what.text if measure is not None and measure.what is not None else ""


def _on_a_map(subject: Subject) -> Iterator[Diagnostic]:
    chart = subject.chart
    plain = replaced(subject, chart=replaced(chart, values=""))
    rate, known = is_rate(plain), bool(subject.series[0].unit)
    name = subject.series[0].name or _measured(subject)
    is_coloured = chart.values == "rate" or (chart.kind == "value-map" and not chart.values)
    is_circled = chart.values == "total" or (chart.kind == "circle-map" and not chart.values)
    if is_coloured and not rate and known:
        yield warned(say("chart-rates/colours", column=name, unit=subject.series[0].unit),
                      subject.series[0].column.origin)  # fmt: skip
    elif is_circled and rate:
        saying = say("chart-rates/circles", column=name)
        yield warned(saying, subject.series[0].column.origin)


def _summed(subject: Subject, number: int) -> Iterator[Diagnostic]:
    """A total of rates that is their sum."""
    series, names = subject.series[number], names_of(subject)
    totals = [row for row in subject.table.totals if not MEAN.search(names[row])]
    if len(totals) != 1 or (total := series.values[totals[0]]) is None:
        return
    present = [value for row in compared(subject) if (value := series.values[row]) is not None]
    if len(present) < 2 or total <= max(present):
        return
    made = sum(present, Decimal())
    if abs(made - total) <= _slack(series.column.decimals, len(present)) and total != HUNDRED:
        saying = say(
            "chart-rates/sum", total=_written(total), count=len(present),
            column=series.name or _measured(subject),
        )  # fmt: skip
        yield warned(saying, subject.at(totals[0], number))


def _written(value: Decimal) -> str:
    """
    >>> _written(Decimal("103.20")), _written(Decimal("1E+2"))
    ('103.2', '100')
    """
    text = f"{value:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
