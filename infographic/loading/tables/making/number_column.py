"""The values of a column of numbers that are not all plain digits: marks, units, gaps, faults."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from decimal import Context, Decimal

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.limits import MAX_DATA_PLACES
from infographic.foundation.sayings import Saying, say
from infographic.loading.tables.making.drafts import Draft
from infographic.loading.tables.making.numbers import (
    BELOW,
    ERRORS,
    MISSING,
    MISSING_WORDS,
    Written,
    digits_of,
    mark_shown,
)
from infographic.text.numerals import MAGNITUDES

_EXACT = Context(prec=60)
UNCHANGED = ("持平", "持 平", "不变", "unchanged")
"""Words for a change that is none."""
_COUNTS = ("万亿", "百万", "千万", "百亿", "千亿", "万", "亿")
"""What a column counts in: 亿元. A smaller one (千克) is a part of the unit."""
SHOWN = 8
"""Faults of one column that are told; the rest is counted."""


class NumberColumn:
    """Reads it as it is made: `values`, `unit`, what is `said` and what is `wrong`."""

    def __init__(
        self, draft: Draft, mark: str, place_of: Callable[[int], Origin], table_unit: str = ""
    ) -> None:
        self.draft, self.place_of = draft, place_of
        self.counted_in = draft.heading.unit or table_unit
        self.said: list[Diagnostic] = []
        self.wrong: list[Diagnostic] = []
        self.unit = draft.heading.unit
        self.mark = self._settled_mark(mark)
        self.factor_unit = self._common_suffix()
        self.missing: Counter[str] = Counter()
        self.unlike = 0
        values = [self._value(row) for row in range(len(draft.cells))]
        self.values = tuple(values)
        if self.unlike > SHOWN:
            saying = say("data-number/more", count=self.unlike - SHOWN, name=draft.heading.name)
            self.wrong.append(Diagnostic(saying, draft.heading.at))
        self._say_missing()

    # The decimal mark

    def _settled_mark(self, mark: str) -> str:
        shown, name = self.draft.shown, self.draft.heading.name
        cores = self.draft.cores
        if shown.comma is not None and shown.point is not None:
            first, second = sorted((shown.comma, shown.point))
            saying = say("data-decimal/both", name=name, one=cores[first], other=cores[second],
                         first=str(self.place_of(first)))  # fmt: skip
            self._fault(second, saying)
            return "."
        own = "," if shown.comma is not None else "." if shown.point is not None else ""
        if own and mark and own != mark:
            row = shown.comma if own == "," else shown.point
            assert row is not None
            saying = say("data-decimal/other", text=cores[row], mark=mark, name=name)
            self._fault(row, saying)
        if own or mark:
            return own or mark
        if shown.doubtful_comma is not None:
            row = shown.doubtful_comma
            text = self._body(row)
            as_whole, as_part = text.replace(",", ""), text.replace(",", ".")
            saying = say("data-decimal", text=text, name=name, whole=as_whole, part=as_part)
            self._fault(row, saying)
        return "."

    def _body(self, row: int) -> str:
        number = self.draft.numbers[row]
        return number.body if number is not None else self.draft.cores[row]

    def _fault(self, row: int, saying: Saying, mend: Saying | None = None) -> None:
        self.wrong.append(Diagnostic(saying, self.place_of(row), mend))

    # Units in cells

    def _common_suffix(self) -> str:
        """The unit of every cell, where all have one; "" where their magnitudes are counted in."""
        suffixes = Counter(one.suffix for one in self.draft.numbers if one is not None)
        if len(suffixes) == 1:
            suffix = next(iter(suffixes))
            if suffix and (not self.unit or self.unit == suffix):
                self.unit = suffix
                return suffix
        elif self.unit in suffixes and set(suffixes) == {"", self.unit}:
            return self.unit
        units = Counter(one.unit for one in self.draft.numbers if one is not None)
        own = [unit for unit in units if unit]
        if self.unit and (not own or own == [self.unit]):
            return ""
        if len(units) > 1 or (self.unit and own):
            self._mixed_units(units)
        elif own:
            self.unit = own[0]
        return ""

    def _mixed_units(self, units: Counter[str]) -> None:
        usual = self.unit or units.most_common(1)[0][0]
        row = next(
            row
            for row, one in enumerate(self.draft.numbers)
            if one is not None and one.unit != usual and (one.unit or not self.unit)
        )
        number = self.draft.numbers[row]
        assert number is not None
        saying = say(
            "data-units",
            name=self.draft.heading.name,
            text=self.draft.cores[row],
            unit=number.unit or say("phrase/no-unit"),
            usual=usual or say("phrase/no-unit"),
        )
        self._fault(row, saying)

    # Values

    def _value(self, row: int) -> Decimal | None:
        cell = self.draft.cells[row]
        if cell.fault is not None:
            return None
        core, number = self.draft.cores[row], self.draft.numbers[row]
        if number is None:
            return self._no_number(row, core)
        if isinstance(cell.value, Decimal):
            return _signed(Decimal(number.body), number)
        shown = mark_shown(number.body)
        if shown == "!":
            self._unlike(row, core)
            return None
        value = _signed(Decimal(digits_of(number.body, self.mark)), number)
        if number.power:
            value = _plain(value.scaleb(number.power))
        if number.magnitude and number.suffix != self.factor_unit:
            if self._is_counted_in(number, value, row):
                return value
            value = _plain(_EXACT.multiply(value, Decimal(10) ** MAGNITUDES[number.magnitude]))
        return value

    def _is_counted_in(self, number: Written, value: Decimal, row: int) -> bool:
        """Whether a cell says again what its column counts in: 12亿 under 亿元 is 12. Under 万元 it
        has two readings, and is a fault."""
        own = next((one for one in _COUNTS if self.counted_in.startswith(one)), "")
        if not own:
            return False
        text, name = self.draft.cores[row], self.draft.heading.name
        if number.magnitude == own:
            saying = say("data-units/again", text=text, name=name, value=str(value),
                         unit=self.counted_in)  # fmt: skip
            self.said.append(Diagnostic(saying, self.place_of(row), severity=Severity.NOTE))
        else:
            saying = say("data-units/counts", text=text, name=name, unit=self.counted_in)
            self._fault(row, saying)
        return True

    def _no_number(self, row: int, core: str) -> Decimal | None:
        low = core.lower()
        if core in MISSING or core in BELOW or low in MISSING_WORDS:
            self.missing[core] += 1
            return None
        if core in UNCHANGED:
            return Decimal(0)
        if low in ERRORS:
            self._fault(row, say("data-cell/error", error=core))
            return None
        # Words for numbers, as a sentence has them: 一百二十, 三分之一.
        from infographic.text.amounts import amount_of

        amount = amount_of(core)
        if amount is not None and amount.value is not None and amount.unit in ("", self.unit):
            return amount.value
        self._unlike(row, core)
        return None

    def _unlike(self, row: int, text: str) -> None:
        self.unlike += 1
        if self.unlike <= SHOWN:
            self._fault(row, say("data-number", text=text, name=self.draft.heading.name))

    def _say_missing(self) -> None:
        if not self.missing:
            return
        below = sum(count for text, count in self.missing.items() if text in BELOW)
        total = sum(self.missing.values()) - below
        name, at = self.draft.heading.name, self.draft.heading.at
        if total:
            words = [
                say("phrase/quoted", words=text) if text else say("phrase/empty-cell")
                for text in self.missing
                if text not in BELOW
            ]
            saying = say("data-gap", count=total, name=name, words=words)
            self.said.append(Diagnostic(saying, at, severity=Severity.NOTE))
        if below:
            saying = say("data-gap/below", count=below, name=name)
            self.said.append(Diagnostic(saying, at, severity=Severity.NOTE))


def _signed(value: Decimal, number: Written) -> Decimal:
    return -value if number.is_negative else value


def _plain(value: Decimal) -> Decimal:
    """Without a power of ten, where it is whole and not too large to be set at all."""
    if value.adjusted() > MAX_DATA_PLACES or value != value.to_integral_value():
        return value
    return value.quantize(Decimal(1), context=_EXACT)
