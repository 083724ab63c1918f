"""What the steps share: columns by name, cells that come from others, the digest of the made."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from decimal import ROUND_HALF_UP, Context, Decimal, localcontext
from fractions import Fraction
from hashlib import sha256

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, nearest
from infographic.foundation.late_pattern import late
from infographic.foundation.record import is_record, names_of, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column, Period, Places, Table
from infographic.text.periods import period_of


class ColumnPlaces(NamedTuple):
    """Of a table whose columns are those of another: each new one stands where its source does."""

    whole: Places
    columns: tuple[int, ...]

    def of(self, row: int, column: int) -> Origin:
        return self.whole.of(row, self.columns[column])


class CellPlaces(NamedTuple):
    """Of a table each of whose cells comes from a cell of another."""

    whole: Places
    cells: tuple[tuple[tuple[int, int], ...], ...]

    def of(self, row: int, column: int) -> Origin:
        return self.whole.of(*self.cells[row][column])


def refused(saying: Saying, origin: Origin, mend: Saying | None = None) -> SpecError:
    """An error at what asks for a step."""
    return SpecError([Diagnostic(saying, origin, mend)])


def note(saying: Saying, origin: Origin, severity: Severity = Severity.NOTE) -> Diagnostic:
    return Diagnostic(saying, origin, severity=severity)


def place_of(table: Table, name: str, origin: Origin) -> int:
    """Which column has a name. Raises `SpecError` where none has."""
    for number, column in enumerate(table.columns):
        if column.name == name:
            return number
    names = [column.name for column in table.columns]
    saying = say("data-column", name=name, file=table.columns[0].origin.file if names else "")
    raise refused(saying, origin, nearest(name, names))


def numbers_of(table: Table, name: str, origin: Origin) -> int:
    """The same of a column of numbers. Raises `SpecError` where it has none."""
    place = place_of(table, name, origin)
    if table.columns[place].kind != "number":
        known = [column.name for column in table.columns if column.kind == "number"]
        raise refused(say("data-column/no-numbers", name=name), origin, nearest(name, known))
    return place


def time_place(table: Table) -> int | None:
    """The column of times, the first where there are several."""
    kinds = (number for number, one in enumerate(table.columns) if one.kind == "period")
    return next(kinds, None)


def name_place(table: Table) -> int | None:
    """The column that names the rows: the first of words."""
    return next((number for number, one in enumerate(table.columns) if one.kind == "text"), None)


def row_name(table: Table, row: int) -> str:
    """A row as an editor knows it: “长春 2024年”."""
    said = [one.texts[row] for one in table.columns if one.kind != "number" and one.texts]
    return " ".join(text for text in said if text) or str(row + 1)


def groups_of(
    table: Table, within: Sequence[str] | None, origin: Origin, apart: Iterable[int] = ()
) -> tuple[tuple[str, ...], ...]:
    """What of each row it shares with those it is compared with: its words in some columns."""
    if within is None:
        left_out = set(apart)
        places = [
            number
            for number, one in enumerate(table.columns)
            if one.kind == "text" and number not in left_out
        ]
    else:
        places = [place_of(table, name, origin) for name in within]
    return tuple(
        tuple(table.columns[place].texts[row] for place in places) for row in range(table.count)
    )


def is_value(column: Column, row: int, wanted: object) -> bool:
    """Whether a cell is what the story names: 2024 is 2024年, 12 is 12.0."""
    value = column.values[row]
    if value is None:
        return False
    if isinstance(value, Period):
        if column.texts[row].strip() == str(wanted).strip():
            return True
        named = period_of(str(wanted))
        return named is not None and named[:2] == value[:2]
    if isinstance(value, Decimal):
        return decimal_of(wanted) == value
    return value == str(wanted).strip()


class Values:
    """The rows of a column by their values, as a story names them: 2024 is 2024年, 12 is 12.0."""

    def __init__(self, column: Column) -> None:
        self._numbers: dict[Decimal, list[int]] = {}
        self._words: dict[str, list[int]] = {}
        self._times: dict[tuple[object, ...], list[int]] = {}
        self._written: dict[str, list[int]] = {}
        for row, value in enumerate(column.values):
            if isinstance(value, Period):
                self._times.setdefault(value[:2], []).append(row)
                self._written.setdefault(column.texts[row].strip(), []).append(row)
            elif isinstance(value, Decimal):
                self._numbers.setdefault(value, []).append(row)
            elif value is not None:
                self._words.setdefault(value, []).append(row)

    def rows(self, wanted: object) -> list[int]:
        """Those of a value, rising; [] where it is in none."""
        text = str(wanted).strip()
        found = {*self._words.get(text, ())}
        if self._times:
            named = period_of(str(wanted))
            found |= {*self._written.get(text, ())}
            found |= set() if named is None else {*self._times.get(named[:2], ())}
        number = decimal_of(wanted) if self._numbers else None
        if number is not None and number.is_finite():
            found |= {*self._numbers.get(number, ())}
        return sorted(found)


def decimal_of(value: object) -> Decimal | None:
    """A value of the story as a number; None where it is none."""
    if isinstance(value, Decimal):
        return value
    if isinstance(value, int | float):
        return Decimal(repr(value))
    try:
        return Decimal(str(value).replace(",", ""))
    except ArithmeticError:
        return None


# What is made


def remade(
    table: Table,
    step: str,
    of: object = "",
    *,
    columns: Sequence[Column] | None = None,
    places: Places | None = None,
    said: Iterable[Diagnostic] = (),
    rows: Sequence[int] | None = None,
) -> Table:
    """The table after a step; `of` is what the step was asked. `rows`: the source of each row."""
    made = table if rows is None else replaced(
        table,
        totals=frozenset(new for new, old in enumerate(rows) if old in table.totals),
        parts=frozenset(new for new, old in enumerate(rows) if old in table.parts),
    )  # fmt: skip
    return replaced(
        made,
        columns=table.columns if columns is None else tuple(columns),
        places=table.places if places is None else places,
        digest=sha256(f"{table.digest} {step} {_plain(of)}".encode()).hexdigest(),
        said=(*table.said, *said),
    )


def with_column(
    table: Table, column: Column, source: int, step: str, of: object, said: Iterable[Diagnostic]
) -> Table:
    """The table with one column more, each cell of which stands where that of `source` does."""
    if any(one.name == column.name for one in table.columns):
        raise refused(say("data-column/taken", name=column.name), column.origin)
    places = ColumnPlaces(table.places, (*range(len(table.columns)), source))
    return remade(table, step, of, columns=(*table.columns, column), places=places, said=said)


def _plain(value: object) -> str:
    """What a step was asked, without places: the same of the same, on any day."""
    if is_record(type(value)):
        kept = (
            (name, getattr(value, name))
            for name in names_of(type(value))
            if not name.endswith("origin")
        )
        return f"({', '.join(f'{name}={_plain(part)}' for name, part in kept)})"
    if isinstance(value, Mapping):
        return f"{{{', '.join(f'{key}: {_plain(part)}' for key, part in value.items())}}}"
    if isinstance(value, tuple):
        return f"({', '.join(map(_plain, value))})"
    return repr(value)


def joined_marks(*columns_and_rows: tuple[Column, int]) -> str:
    """The marks of the cells that a cell is from, each once."""
    return "".join(dict.fromkeys(column.marks.get(row, "") for column, row in columns_and_rows))


_BEFORE = late(r"^(?:大?约|近|超过?|逾|不足|不到|将近|≥|≤|>|<|~)\s*")
_BEHIND = late(r"(?:余|多|以上|左右)\s*$")


def text_like(text: str, value: Decimal) -> str:
    """A new value in the words of an old one: 约 and 余 stay, and commas between thousands."""
    before, behind = _BEFORE.match(text.strip()), _BEHIND.search(text)
    digits = f"{value:,f}" if "," in text or "，" in text else f"{value:f}"
    return f"{before[0] if before else ''}{digits}{behind[0] if behind else ''}"


def places_in(value: Decimal | None) -> int:
    """How many decimals a number has, idle zeros among them."""
    exponent = 0 if value is None else value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def rounded(value: Fraction, places: int) -> Decimal:
    """Half up, away from 0, as newspapers do.

    >>> rounded(Fraction(5, 2), 0), rounded(Fraction(-1, 8), 2), rounded(Fraction(-1, 100), 1)
    (Decimal('3'), Decimal('-0.13'), Decimal('0.0'))
    """
    scaled = abs(value) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    sign = int(value < 0 and whole > 0)
    return Decimal((sign, tuple(map(int, str(whole))), -places))


def cut(value: Decimal, places: int) -> Decimal:
    """A number with no more places than these, rounded half up."""
    if places_in(value) <= places:
        return value
    with localcontext(Context(prec=80)):
        made = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    return abs(made) if made == 0 else made


EXACT = Context(prec=80)
"""In which sums and differences of what papers print lose no digit."""
