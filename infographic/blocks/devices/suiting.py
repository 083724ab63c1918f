"""Which devices the shape of the data asks for, the best first, and why.

The purposes are those of the FT's Visual Vocabulary: change over time, part of a whole, deviation,
ranking, distribution, correlation, place, flow. What a rule names may still refuse the data or
want more room: `choice` then goes on.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal

from infographic.blocks.devices.part.share import Share, share_of
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Period
from infographic.graphics.subject import Subject

MOST_COLUMNS = 12
"""Periods that are shown as columns; more are a line."""
MOST_LINES = 4
MANY, FEW_FOR_A_TREND = 20, 4
DAILY = 60
RATES = ("%", "‰", "℃", "指数")


class Rule(NamedTuple):
    """A shape of data, and the devices that show it."""

    holds: Callable[[Subject], bool]
    devices: Sequence[str]
    why: Saying


class Suited(NamedTuple):
    """A device, and why the data ask for it."""

    name: str
    why: Saying


def suiting(subject: Subject) -> list[Suited]:
    """The devices that the data ask for, the best first; those of later rules behind them."""
    found: dict[str, Suited] = {}
    for rule in RULES:
        if rule.holds(subject):
            for name in rule.devices:
                found.setdefault(name, Suited(name, rule.why))
    return list(found.values())


# Shapes


def _is_table(subject: Subject) -> bool:
    return subject.chart.origin.pointer.startswith("/tables/")


def _has_unlike_units(subject: Subject) -> bool:
    return len(subject.series) > 1 and len(subject.units) > 1


def _are_unlike_stats(subject: Subject) -> bool:
    return bool(subject.given.stats) and len(subject.units) > 1


def _is_one_stat(subject: Subject) -> bool:
    return len(subject.given.stats) == 1


def _is_change(subject: Subject) -> bool:
    """An earlier and a later value of one thing."""
    stats = subject.given.stats
    if len(stats) == 1 and stats[0].from_ is not None and stats[0].to is not None:
        return True
    if len(subject.series) == 1:
        return subject.count == 2 and subject.is_over_time
    return subject.count == 1 and len(subject.series) == 2 and are_periods(subject)


def are_periods(subject: Subject) -> bool:
    """Whether the columns are times: “2020年”, “2024年”."""
    names = [one.column.name for one in subject.series]
    return len(names) > 1 and all(re.fullmatch(r"(19|20)\d\d年?(末|底|度)?", one) for one in names)


def _is_trend(subject: Subject) -> bool:
    return subject.is_over_time and subject.count >= FEW_FOR_A_TREND


def _is_flow_per_period(subject: Subject) -> bool:
    """Amounts of a few periods, which add up: columns show each as what it is."""
    if not subject.is_over_time or len(subject.series) != 1 or subject.count > MOST_COLUMNS:
        return False
    return not any(rate in subject.unit for rate in RATES)


def _is_daily(subject: Subject) -> bool:
    if len(subject.series) != 1 or subject.count < DAILY:
        return False
    days = [one for one in subject.periods if isinstance(one, Period) and one.start == one.end]
    return len(days) >= DAILY


def _has_many_series(subject: Subject) -> bool:
    return _is_trend(subject) and len(subject.series) > MOST_LINES


def _is_nameless(subject: Subject) -> bool:
    return not any(subject.names)


def _is_sample(subject: Subject) -> bool:
    return _is_nameless(subject) and len(subject.series) == 1 and subject.count >= MANY


def _is_pairs(subject: Subject) -> bool:
    """Two measures of many things, of units that no common axis holds."""
    return (
        len(subject.series) == 2 and subject.count >= MOST_COLUMNS and not subject.is_over_time
        and (_has_unlike_units(subject) or _is_nameless(subject))
    )  # fmt: skip


def _is_population(subject: Subject) -> bool:
    if len(subject.series) != 2 or subject.count < 5:
        return False
    ages = [one for one in subject.names if re.search(r"\d+\s*岁?\s*([—–~-]|及?以[上下]|岁)", one)]
    return len(ages) >= subject.count - 1


def adds_to_hundred(values: Sequence[Decimal | None]) -> bool:
    """Whether percentages are all parts of one whole, within their rounding."""
    present = [value for value in values if value is not None]
    is_whole = abs(sum(present, Decimal()) - 100) <= Decimal("0.5")
    return len(present) > 1 and is_whole and all(value >= 0 for value in present)


def _rows_are_wholes(subject: Subject) -> bool:
    if len(subject.series) < 2 or subject.unit != "%":
        return False
    return all(
        adds_to_hundred([one.values[row] for one in subject.series]) for row in range(subject.count)
    )


def _is_whole(subject: Subject) -> bool:
    return (
        len(subject.series) == 1 and subject.unit == "%" and not subject.is_over_time
        and adds_to_hundred(subject.series[0].values)
    )  # fmt: skip


def _is_part(subject: Subject) -> bool:
    """One value that is a part of a whole: a share, or an amount of a stated whole."""
    return isinstance(share_of(subject), Share)


def _is_signed(subject: Subject) -> bool:
    present = [value for one in subject.series for value in one.present]
    return any(value < 0 for value in present) and not subject.is_over_time


def _has_icon(subject: Subject) -> bool:
    return bool(subject.chart.icon) and len(subject.series) == 1


def _is_two_rows_of_times(subject: Subject) -> bool:
    """Several things, the earlier values in one row and the later in another."""
    return subject.is_over_time and subject.count == 2 and len(subject.series) > 1


def _compares_two_times(subject: Subject) -> bool:
    return len(subject.series) == 2 and subject.count > 1 and are_periods(subject)


_LOWS, _HIGHS = (
    re.compile("最低|下限|最少|low|min", re.I),
    re.compile("最高|上限|最多|high|max", re.I),
)


def _is_ranges(subject: Subject) -> bool:
    """A low and a high column."""
    names = [one.column.name for one in subject.series]
    return len(names) == 2 and bool(_LOWS.search(names[0]) and _HIGHS.search(names[1]))


def _is_running_total(subject: Subject) -> bool:
    """From what there was at first, by gains and losses, to what there is at last."""
    if len(subject.series) != 1 or subject.count < 4:
        return False
    begins, ends = re.search("[期年月]初|上年结转", subject.names[0]), subject.names[-1]
    return bool(begins and re.search("[期年月]末|结余|余额", ends))


_FROM = late("来源|来自|流出|迁出|转出|出发|始发|出口|去年|from|source|origin", re.I)
_TO = late("去向|流向|流入|迁入|转入|到达|目的|今年|to|target|destination", re.I)


def _is_flow(subject: Subject) -> bool:
    """Two columns of names, from and to, and how much."""
    named = [one.name for one in subject.table.columns if one.kind == "text"]
    if len(named) != 2 or len(subject.series) != 1:
        return False
    return bool(_FROM.search(named[0]) and _TO.search(named[1]))


_STEP = late("步骤|环节|流程|工序|step|stage", re.I)
_UNIT = late("(计量)?单位|unit", re.I)


def _kinds(subject: Subject) -> list[str]:
    return [one.kind for one in subject.table.columns]


def _is_chronicle(subject: Subject) -> bool:
    """Times and words, and no number."""
    return not subject.series and {"period", "text"} <= set(_kinds(subject))


def _is_process(subject: Subject) -> bool:
    columns = subject.table.columns
    return bool(columns) and not subject.series and bool(_STEP.search(columns[0].name))


def _is_two_sides(subject: Subject) -> bool:
    """Two columns of words beside one of names; two of numbers whose rows have units of their
    own."""
    columns = subject.table.columns
    units = [one for one in columns if _UNIT.fullmatch(one.name.strip())]
    if units:
        return len(subject.series) == 2 and len(columns) == 4
    return not subject.series and _kinds(subject) == ["text", "text", "text"]


RULES: Sequence[Rule] = (
    Rule(lambda s: bool(s.given.events), ("timeline", "steps"), say("graphic-suits/events")),
    Rule(lambda s: bool(s.given.places), ("locator",), say("graphic-suits/places")),
    Rule(_is_table, ("table",), say("graphic-suits/table")),
    Rule(_is_chronicle, ("timeline",), say("graphic-suits/chronicle")),
    Rule(_is_process, ("steps",), say("graphic-suits/process")),
    Rule(_is_two_sides, ("comparison",), say("graphic-suits/two-sides")),
    Rule(_is_flow, ("flow", "table"), say("graphic-suits/flow")),
    Rule(_has_icon, ("pictogram",), say("graphic-suits/icon")),
    Rule(_is_change, ("change",), say("graphic-suits/change")),
    Rule(_is_pairs, ("scatter",), say("graphic-suits/pairs")),
    Rule(_are_unlike_stats, ("figures",), say("graphic-suits/unlike")),
    Rule(_has_unlike_units, ("table",), say("graphic-suits/units")),
    Rule(_has_many_series, ("small-multiples",), say("graphic-suits/many-series")),
    Rule(_is_flow_per_period, ("columns",), say("graphic-suits/few-periods")),
    Rule(_is_trend, ("line",), say("graphic-suits/trend")),
    Rule(_is_two_rows_of_times, ("slope",), say("graphic-suits/two-times")),
    Rule(_is_daily, ("calendar",), say("graphic-suits/daily")),
    Rule(lambda s: s.is_over_time, ("columns", "line"), say("graphic-suits/trend")),
    Rule(_is_sample, ("histogram", "strip"), say("graphic-suits/sample")),
    Rule(_is_ranges, ("range-bars",), say("graphic-suits/ranges")),
    Rule(_is_running_total, ("waterfall",), say("graphic-suits/running-total")),
    Rule(_is_population, ("pyramid",), say("graphic-suits/population")),
    Rule(_rows_are_wholes, ("stacked-100",), say("graphic-suits/wholes")),
    Rule(_is_whole, ("donut", "bars"), say("graphic-suits/whole")),
    Rule(_is_part, ("unit-grid", "share-bar"), say("graphic-suits/part")),
    Rule(_is_one_stat, ("lead",), say("graphic-suits/one-number")),
    Rule(_is_signed, ("diverging-bars",), say("graphic-suits/signed")),
    Rule(_compares_two_times, ("dumbbells", "slope"), say("graphic-suits/two-times")),
    Rule(lambda s: len(s.series) == 1 and s.count > 1, ("bars",), say("graphic-suits/ranking")),
    Rule(lambda s: 1 < len(s.series) <= 3, ("grouped-bars",), say("graphic-suits/groups")),
    Rule(lambda s: len(s.series) > 1, ("table",), say("graphic-suits/columns")),
)
"""The more special before the more general."""
