"""An earlier and a later value of one thing, from a stat, a row of two columns or two rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal

from infographic.blocks.devices.time.course import course_of
from infographic.foundation.datum import Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.subject import Subject
from infographic.graphics.values import EXACT
from infographic.graphics.words import word
from infographic.story.model import Stat
from infographic.text.copy import Copy, Span
from infographic.text.numerals import MAGNITUDES, format_number
from infographic.text.style import Part

PER_CENT = ("%", "％")
NUMBER = (Part.QUALIFIER, Part.DIGITS, Part.UNIT)
TIME = late(r"年|月|日|季|周|时|前|后|原|现|今|去|同期|\b(?:in|by|last|this|now|then)\b|\d{4}")
LEADS = late(
    r"^[由从自在到至]+|(?<![由从增升降减达到至为的，,：:])[由从增升降减达到至为的，,：:]++$"
)
LAST_TIME = late(
    r"(?:到|至|为|达)((?:[去今前]年|如今|现在|目前|当前|同期|\d{4}年)(?:[初中底末]|\d{1,2}月[底末]?)?)$"
)


class End(NamedTuple):
    """One of the two."""

    name: str
    """When it was."""
    value: Decimal
    words: Copy
    """Its digits, as written, with its unit."""
    origin: Origin


class Pair(NamedTuple):
    """Both, the earlier first."""

    earlier: End
    later: End
    unit: str
    magnitude: str
    """万, 亿: what its digits are of."""
    decimals: int
    """The most that either is written with."""
    is_rough: bool
    """Either of them is no exact number."""
    what: Copy | None = None
    """What it is of, where only the stat says it."""

    @property
    def change(self) -> Decimal:
        return EXACT.subtract(self.later.value, self.earlier.value)


def pair_of(subject: Subject) -> Pair | None:
    """The two values; None where there are not just two, of one unit, both known."""
    stat = subject.given.stats[0] if len(subject.given.stats) == 1 else None
    if stat is not None and stat.from_ is not None and stat.to is not None:
        return _of_stat(stat, subject.language)
    cells: Sequence[tuple[int, int]]
    if subject.count == 1 and len(subject.series) == 2:
        cells = ((0, 0), (0, 1))
    elif subject.count == 2 and len(subject.series) == 1:
        rows = course_of(subject).rows
        cells = tuple((row, 0) for row in rows) if len(rows) == 2 else ()
    else:
        return None
    ends = [_end(subject, row, series) for row, series in cells]
    units = {subject.series[series].unit for _, series in cells}
    if len(ends) != 2 or ends[0] is None or ends[1] is None or len(units) != 1:
        return None
    columns = [subject.series[series].column for _, series in cells]
    is_rough = any(
        re.search(r"[约近余多超逾]|以上", column.texts[row] if row < len(column.texts) else "")
        for (row, _), column in zip(cells, columns, strict=True)
    )
    unit = units.pop()
    return Pair(ends[0], ends[1], unit, "", max(one.decimals for one in columns), is_rough,
                _row_name(subject))  # fmt: skip


def _row_name(subject: Subject) -> Copy | None:
    """What a row of two columns is called, where the line of measure does not say it."""
    name = subject.unsaid(subject.names[0]) if subject.count == 1 else ""
    return Copy((Span(name),), subject.name_at(0)) if name else None


def _end(subject: Subject, row: int, series: int) -> End | None:
    value = subject.series[series].values[row]
    if value is None:
        return None
    is_row = subject.count == 2
    name = subject.names[row] if is_row else subject.series[series].name
    return End(name, value, subject.said(row, series, unit=True), subject.at(row, series))


def _of_stat(stat: Stat, language: str) -> Pair | None:
    from infographic.text.amounts import amount_of, amounts_in

    assert stat.from_ is not None and stat.to is not None
    when = stat.when if isinstance(stat.when, tuple) else ("", "")
    ends = []
    amounts = []
    for copy, time, key in zip((stat.from_, stat.to), when, ("earlier", "later"), strict=True):
        words = tuple(span for span in copy.spans if span.part in NUMBER)
        # What is marked is the number: 从十年前的**158.89**万名.
        marked = amount_of("".join(span.text for span in words))
        amount = marked or next(iter(amounts_in(copy.text)), None)
        if amount is None or amount.value is None or not words:
            return None
        value = amount.value
        name = time or _time_before(copy) or word(key, language)
        origin = stat.origin if copy.origin is None else copy.origin
        ends.append(End(name, value, replaced(copy, spans=words), origin))
        amounts.append(amount)
    one, other = amounts
    if one.unit != other.unit:
        return None
    magnitude = other.magnitude if other.magnitude in MAGNITUDES else ""
    decimals = max(len(each.digits.partition(".")[2]) for each in amounts)
    is_rough = any(each.sense != "exact" for each in amounts)
    return Pair(ends[0], ends[1], one.unit, magnitude, decimals, is_rough, stat.label)


def _power(magnitude: str) -> int:
    return MAGNITUDES.get(magnitude, 0)


def _time_before(copy: Copy) -> str:
    """The words before the number, where they say a time: “去年”, “2015年”."""
    words = ""
    for span in copy.spans:
        if span.part in NUMBER:
            break
        words += span.text
    words = LEADS.sub("", LEADS.sub("", words.strip()))
    # 发展壮大到如今: what comes before the time says what happened.
    if found := LAST_TIME.search(words):
        return found[1]
    return words if len(words) <= 8 and TIME.search(words) else ""


def difference(pair: Pair, language: str) -> str:
    """By how much it rose or fell: “+18.09万名 · +11.4%”; of percentages in points; “持平”."""
    change = pair.change
    if not change:
        return word("level", language)
    rough = word("about", language) if pair.is_rough else ""
    if pair.unit in PER_CENT:
        points = _signed(change, "", pair.decimals)
        return rough + word("points", language, value=points)
    parts = [f"{rough}{_signed(change, pair.magnitude, pair.decimals)}{pair.magnitude}{pair.unit}"]
    if pair.earlier.value > 0 and pair.later.value >= 0:
        parts.append(rough + _share(pair, language))
    return " · ".join(parts)


MANY_TIMES = 5
"""From so many times on per cent are no words for it."""


def _share(pair: Pair, language: str) -> str:
    """The change by what was there before."""
    times = EXACT.divide(pair.later.value, pair.earlier.value)
    if times >= MANY_TIMES:
        value = format_number(times, decimals=1 if times < 100 else 0).removesuffix(".0")
        return word("times", language, value=value)
    return _signed(EXACT.multiply(EXACT.subtract(times, Decimal(1)), Decimal(100)), "", 1) + "%"


def _signed(value: Decimal, magnitude: str, decimals: int) -> str:
    digits = format_number(abs(value), magnitude, decimals=decimals)
    if not any(digit in "123456789" for digit in digits):
        # Rounded to nothing it would say that nothing changed.
        digits = f"{abs(value).scaleb(-_power(magnitude)).normalize(EXACT):f}"
        if len(digits) > 9:
            small = abs(value).scaleb(-_power(magnitude))
            places = 1 - small.adjusted()
            digits = f"{small.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP, EXACT):f}"
    return ("+" if value > 0 else "−") + digits
