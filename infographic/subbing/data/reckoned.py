"""What of a table's cells can be reckoned from others: totals, growths, shares."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.foundation.table import Column, Period
from infographic.subbing.data.stated import StatedTable, is_rough, rounding, written
from infographic.text.period_steps import year_before
from infographic.text.periods import period_of
from infographic.text.units_of_measure import may_be_added

MEAN = late("均|平|average|mean", re.I)
TOTAL_COLUMN = late(r"^(?:合\s*计|总\s*计|共\s*计|小\s*计|total)$", re.I)
GROWTH = late("同比|比上年|较上年|增速|增幅|增长(?!量|额|值)|growth", re.I)
SHARE = late(r"^占(?!地|用|道)|占比|比重|份额|share", re.I)
REAL = late("生产总值|GDP|增加值|总产值|收入|消费|零售|支出|可比|不变价|实际|指数|同口径|剔除|价格")
"""What grows at constant prices, or by another account than the amounts beside it."""
EARLIER = late("^(?:上年|上年同期|去年|去年同期|同期|基期)")
LATER = late("^(?:本年|今年|本期|当期|本月|累计|报告期)")
CLOSE = Decimal("0.1")
"""A sum farther from its total than this share of it is of rows that are not all parts of it."""
REST = late("其[他它余]|others?$", re.I)
"""With this row the others are all there are."""
PER_CENT = ("%", "％")


def totals_add_up(stated: StatedTable) -> Iterator[Diagnostic]:
    """A row 合计 is the sum of its column, where the others are plainly its parts."""
    totals = [row for row in sorted(stated.table.totals) if not MEAN.search(stated.name(row))]
    rows = stated.rows()
    if len(totals) == 1 and len(rows) > 1:
        for at, column in stated.numbers:
            values = [column.numbers[row] for row in rows]
            total = column.numbers[totals[0]]
            if total is None or None in values or not _is_added(stated, column):
                continue
            present = [value for value in values if value is not None]
            if is_rough(stated, at, [*rows, totals[0]]):
                continue
            has_rest = any(REST.match(stated.name(row)) for row in rows)
            wrong = _off(present, total, rounding(column), is_whole=has_rest)
            if wrong is not None:
                yield warned(say(
                    "figure-total/rows", said=stated.said(totals[0], at), count=len(present),
                    column=column.name, sum=written(wrong, column.decimals),
                ), stated.at(totals[0], at))  # fmt: skip
    yield from _across(stated)


def _across(stated: StatedTable) -> Iterator[Diagnostic]:
    """A column 合计 is the sum of the others."""
    numbers = stated.numbers
    totals = [(at, one) for at, one in numbers if TOTAL_COLUMN.match(one.name.strip())]
    others = [(at, one) for at, one in numbers if (at, one) not in totals]
    if len(totals) != 1 or len(others) < 2:
        return
    place, column = totals[0]
    if any(one.unit != column.unit or not _is_added(stated, one) for _, one in others):
        return
    for row in range(stated.table.count):
        values = [one.numbers[row] for _, one in others]
        total = column.numbers[row]
        if total is None or None in values or is_rough(stated, place, [row]):
            continue
        present = [value for value in values if value is not None]
        slack = max(rounding(one) for _, one in (*others, (place, column)))
        wrong = _off(present, total, slack)
        if wrong is not None:
            names = [one.name for _, one in others]
            yield warned(say(
                "figure-total/columns", said=stated.said(row, place), row=stated.name(row),
                columns=names, sum=written(wrong, column.decimals),
            ), stated.at(row, place))  # fmt: skip


def _is_added(stated: StatedTable, column: Column) -> bool:
    return may_be_added(f"{stated.what} {column.name}", stated.unit_of(column))


def _off(
    values: Sequence[Decimal], total: Decimal, each: Decimal, *, is_whole: bool = False
) -> Decimal | None:
    """The sum, where it is near the total and rounding does not explain that it is not it.

    `is_whole`: the values are plainly all there are.
    """
    made = sum(values, Decimal())
    off = abs(made - total)
    # Counts have no rounding; amounts may have lost half of the last place each.
    slack = each * (len(values) + 1) if each < Decimal("0.5") else Decimal(len(values)) / 2
    whole = all(value == value.to_integral_value() for value in (*values, total))
    if whole and each >= Decimal("0.5"):
        slack = Decimal(0) if total < len(values) * 1000 else Decimal(len(values)) / 2
    if not slack < off <= abs(total) * CLOSE:
        return None
    # Less than the total: some may not be listed, unless digits are plainly exchanged.
    return made if made > total or is_whole or _is_exchanged(values, total) else None


def _is_exchanged(values: Sequence[Decimal], total: Decimal) -> bool:
    """Whether two digits beside each other, exchanged in one number, make the sum right."""
    wanted = total - sum(values, Decimal())
    return -wanted in set(_exchanges(total)) or any(wanted in _exchanges(one) for one in values)


def _exchanges(value: Decimal) -> Iterator[Decimal]:
    """By how much a number changes where two neighbours of its digits change places."""
    text = f"{value:f}"
    for at in range(len(text) - 1):
        one, other = text[at], text[at + 1]
        if one.isdigit() and other.isdigit():
            yield Decimal(f"{text[:at]}{other}{one}{text[at + 2 :]}") - value


def parts_are_less(stated: StatedTable) -> Iterator[Diagnostic]:
    """其中 rows are no more than the row above them.

    A part may be of a row farther up (全国人口, 城镇, 乡村, 其中：男性): none may have less.
    """
    wholes: list[int] = []
    for row in range(stated.table.count):
        if row not in stated.table.parts:
            wholes.append(row)
            continue
        for at, column in stated.numbers:
            part = column.numbers[row]
            above = [column.numbers[whole] for whole in wholes]
            known = [value for value in above if value is not None]
            if part is None or not known or min(known) < 0 or not _is_added(stated, column):
                continue
            if part > max(known) and above[-1] is not None:
                yield warned(say(
                    "figure-total/of-which", part=stated.said(row, at), name=stated.name(row),
                    whole=stated.said(wholes[-1], at), of=stated.name(wholes[-1]),
                ), stated.at(row, at))  # fmt: skip


class _Pair(NamedTuple):
    """What a growth is reckoned from."""

    earlier: Decimal
    later: Decimal
    slack: tuple[Decimal, Decimal]


def growths_follow_from_columns(stated: StatedTable) -> Iterator[Diagnostic]:
    """A column 同比 is what the two years beside it make, or each year and the one before."""
    numbers = stated.numbers
    growths = [(at, one) for at, one in numbers
               if stated.unit_of(one) in PER_CENT and GROWTH.search(one.name)]  # fmt: skip
    amounts = [(at, one) for at, one in numbers if stated.unit_of(one) not in PER_CENT]
    if len(growths) != 1 or REAL.search(stated.told):
        return
    place, growth = growths[0]
    wrong = []
    rows = [row for row in range(stated.table.count) if growth.numbers[row] is not None]
    for row in rows:
        said, pair = growth.numbers[row], _pair(stated, amounts, row)
        if said is None or pair is None or REAL.search(stated.name(row)):
            continue
        low, high = _grown(pair)
        slack = rounding(growth) + Decimal("0.000001")
        if not low - slack <= said <= high + slack:
            right = (pair.later / pair.earlier - 1) * 100
            wrong.append((row, right, pair))
    if len(wrong) * 2 > len(rows) and len(rows) > 2:
        # Where most do not follow, they are reckoned from other numbers.
        return
    for row, right, pair in wrong:
        yield warned(say(
            "figure-percentage/column", said=stated.said(row, place),
            earlier=written(pair.earlier, 6), later=written(pair.later, 6),
            right=f"{written(right, growth.decimals + 1)}%",
        ), stated.at(row, place))  # fmt: skip


def _pair(stated: StatedTable, amounts: Sequence[tuple[int, Column]], row: int) -> _Pair | None:
    if len(amounts) == 2 and len({stated.unit_of(one) for _, one in amounts}) == 1:
        order = _in_time([one for _, one in amounts])
        if order is None:
            return None
        earlier, later = order
        return _of(earlier, row, later, row)
    if len(amounts) == 1 and stated.heads is not None and stated.heads.kind == "period":
        column, periods = amounts[0][1], stated.heads.values
        period = periods[row]
        before = year_before(period) if isinstance(period, Period) else None
        same = [at for at, one in enumerate(periods) if before is not None and one == before]
        return _of(column, same[0], column, row) if len(same) == 1 else None
    return None


def _of(one: Column, at: int, other: Column, row: int) -> _Pair | None:
    earlier, later = one.numbers[at], other.numbers[row]
    if earlier is None or later is None or earlier <= 0 or later < 0:
        return None
    return _Pair(earlier, later, (rounding(one), rounding(other)))


def _in_time(columns: Sequence[Column]) -> tuple[Column, Column] | None:
    """Two columns a year apart, the earlier first; None where they do not say so."""
    times = [period_of(one.name) for one in columns]
    first, second = times
    if first is not None and second is not None:
        if year_before(second) == first:
            return columns[0], columns[1]
        return (columns[1], columns[0]) if year_before(first) == second else None
    for at in (0, 1):
        if EARLIER.match(columns[at].name) and (LATER.match(columns[1 - at].name)):
            return columns[at], columns[1 - at]
    return None


def _grown(pair: _Pair) -> tuple[Decimal, Decimal]:
    """The least and the greatest growth that the rounding of both allows, in per cent."""
    down, up = pair.slack
    low = max(pair.later - up, Decimal(0)) / (pair.earlier + down)
    high = (pair.later + up) / max(pair.earlier - down, Decimal("1e-9"))
    return (low - 1) * 100, (high - 1) * 100


def shares_follow_from_amounts(stated: StatedTable) -> Iterator[Diagnostic]:
    """A column 占比 beside one of amounts, held against their total where a row has it."""
    numbers = stated.numbers
    shares = [(at, one) for at, one in numbers
              if stated.unit_of(one) in PER_CENT and SHARE.search(one.name)]  # fmt: skip
    amounts = [(at, one) for at, one in numbers if stated.unit_of(one) not in PER_CENT]
    totals = [row for row in stated.table.totals if not MEAN.search(stated.name(row))]
    if len(shares) != 1 or len(amounts) != 1:
        return
    (place, share), (at, amount) = shares[0], amounts[0]
    rows, whole = [row for row in range(stated.table.count) if row not in totals], None
    if len(totals) == 1 and share.numbers[totals[0]] == 100:
        whole = amount.numbers[totals[0]]
    elif not totals and _is_all(share, stated.rows()):
        present = [amount.numbers[row] for row in stated.rows()]
        whole = None if None in present else sum((one for one in present if one), Decimal())
    if not whole or whole <= 0 or not _is_added(stated, amount) or is_rough(stated, at, rows):
        return
    wrong = []
    for row in rows:
        said, value = share.numbers[row], amount.numbers[row]
        if said is None or value is None:
            continue
        right = value / whole * 100
        slack = rounding(share) + rounding(amount) / whole * 100 * (1 + len(rows) // 2)
        if abs(said - right) > slack + Decimal("0.000001"):
            wrong.append((row, right, value))
    if len(wrong) * 2 > len(rows) and len(rows) > 2:
        return
    for row, right, value in wrong:
        yield warned(say(
            "figure-share/column", said=stated.said(row, place), part=written(value, 6),
            whole=written(whole, 6), right=f"{written(right, share.decimals + 1)}%",
        ), stated.at(row, place))  # fmt: skip


def _is_all(share: Column, rows: Sequence[int]) -> bool:
    """Whether the shares of all rows make 100, but for one that may be wrong."""
    present = [share.numbers[row] for row in rows]
    if len(present) < 2 or None in present:
        return False
    return abs(sum((one for one in present if one), Decimal()) - 100) <= 10
