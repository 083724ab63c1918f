"""Stats as a table: sentences are data too."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.files import blake2b
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column, NodePlaces, Table
from infographic.story.model import Stat
from infographic.story.stat import clauses_of, sentence_of, taken_apart, value_of
from infographic.text.amounts import Amount, amount_of, amounts_in
from infographic.text.copy import Copy
from infographic.text.numerals import MAGNITUDES, format_number
from infographic.text.periods import period_of


class _Row(NamedTuple):
    """A stat as a row, or one clause of it."""

    name: str
    amounts: tuple[Amount, ...]
    """One, or of a change the earlier and the later."""
    origin: Origin
    value_origin: Origin
    when: tuple[str, ...] = ()


def table_of_stats(stats: Sequence[Stat]) -> Table | Saying:
    """Stats as a table, a row each; or why they are none.

    A row is named by the stat's label, or by the words of its sentence without the number. Numbers
    keep the magnitude that all of them are written in (158.89万名 is 158.89 of 万名). Of changes
    alone there are two columns, the earlier first. Where stats count different things each unit
    has a column of its own, so that none is measured on another's scale. Times of all of them
    (`when`) are a column too.
    """
    rows: list[_Row] = []
    for stat in stats:
        found = list(_rows_of(stat))
        wrong = next((row for row in found if not row.amounts or _valueless(row)), None)
        if wrong is not None or not found:
            words = sentence_of(stat).text if wrong is None else wrong.name
            return say("data-stats", words=" ".join(words.split()))
        most = 2 if stat.from_ is not None else 1
        several = next((row for row in found if len(row.amounts) > most), None)
        if several is not None:
            return say("data-stats/several", words=several.name, count=len(several.amounts))
        rows += found
    if not rows:
        return say("data-stats/none")
    columns = _value_columns(rows)
    names = tuple(row.name for row in rows)
    heads = [Column("", names, "text", texts=names, origin=rows[0].origin)]
    periods = tuple(period_of(row.when[-1]) if row.when else None for row in rows)
    is_one_change = len(rows) == 1 and len(rows[0].amounts) == 2
    if len({*periods}) == len(rows) and None not in periods and not is_one_change:
        texts = tuple(row.when[-1] for row in rows)
        times = Column("", periods, "period", texts=texts, origin=rows[0].origin)
        # One thing at several times is a row of times; several things keep their names first.
        heads = [times] if len(set(names)) == 1 else [*heads, times]
    places = NodePlaces(
        tuple((*(row.origin for _ in heads), *(row.value_origin for _ in columns)) for row in rows)
    )
    digest = blake2b(repr((names, periods, [_plain(one) for one in columns])).encode()).hexdigest()
    return Table((*heads, *columns), digest, places, rows[0].origin)


def _plain(column: Column) -> object:
    return column.name, column.unit, column.values, column.texts


def _valueless(row: _Row) -> bool:
    return any(amount.value is None for amount in row.amounts)


def _rows_of(stat: Stat) -> Iterator[_Row]:
    """A stat's rows: one, or one for each clause of its sentence that has a number of its own."""
    when = (stat.when,) if isinstance(stat.when, str) else stat.when or ()
    value_at = stat.origin if stat.value_origin is BUILT_IN else stat.value_origin
    label = "" if stat.label is None else _line(stat.label.text)
    if stat.value is not None:
        # All its digits, whatever it is rounded to.
        amount = amount_of(value_of(stat).text)
        yield _Row(label, () if amount is None else (amount,), stat.origin, value_at, when)
        return
    if stat.from_ is not None and stat.to is not None:
        ends = (_amounts(stat.from_), _amounts(stat.to))
        amounts = tuple(one[0] for one in ends if len(one) == 1)
        name = label or _words_round(stat.to)
        yield _Row(name, amounts if len(amounts) == 2 else (), stat.origin, stat.origin, when)
        return
    text = stat.text if stat.text is not None else sentence_of(stat)
    for clause in clauses_of(text) or (text,):
        yield _Row(_words_round(clause), _amounts(clause), stat.origin, stat.origin, when)


def _amounts(copy: Copy) -> tuple[Amount, ...]:
    """The numbers that are marked, 从十年前的**158.89**万名; where none is, those of the words."""
    pieces = taken_apart(copy)
    marked = None if pieces is None else amount_of(pieces.value.text.strip(_EDGES))
    return amounts_in(copy.text) if marked is None else (marked,)


_EDGES = "，、。；：！？,.;:!? \u3000\n"


def _words_round(copy: Copy) -> str:
    """A sentence without its number: what it says of it."""
    pieces = taken_apart(copy)
    if pieces is None:
        return _line(copy.text)
    parts = (part.text for part in (pieces.before, pieces.after) if part is not None)
    return "".join(_line(part) for part in parts)


def _line(text: str) -> str:
    return " ".join(text.split()).strip(_EDGES)


# The columns of values


def _value_columns(rows: Sequence[_Row]) -> list[Column]:
    """The columns of numbers: one for each unit, of changes two."""
    are_changes = all(len(row.amounts) == 2 for row in rows)
    ends = range(2) if are_changes else range(-1, 0)
    units = list(dict.fromkeys(row.amounts[-1].unit for row in rows))
    return [
        _column(
            [row.amounts[end] if row.amounts[-1].unit == unit else None for row in rows],
            unit,
            _name(rows, end) if are_changes else "",
            rows[0].origin,
        )
        for unit in units
        for end in ends
    ]


def _name(rows: Sequence[_Row], end: int) -> str:
    """The time of all first or last values, where they say the same."""
    names = {row.when[end] for row in rows if len(row.when) == 2}
    return names.pop() if len(names) == 1 else ""


def _column(amounts: Sequence[Amount | None], unit: str, name: str, origin: Origin) -> Column:
    present = [one for one in amounts if one is not None]
    magnitude = min((one.magnitude for one in present), key=lambda m: MAGNITUDES[m], default="")
    values = tuple(None if one is None else _scaled(one, magnitude) for one in amounts)
    texts = tuple(
        "—" if one is None or value is None else _text(one, value)
        for one, value in zip(amounts, values, strict=True)
    )
    most = max((_places(value) for value in values), default=0)
    return Column(name, values, "number", magnitude + unit, most, texts, origin=origin)


def _scaled(amount: Amount, magnitude: str) -> Decimal:
    assert amount.value is not None
    return Decimal(format_number(amount.value, magnitude))


def _text(amount: Amount, value: Decimal) -> str:
    """With 约 and 余 as they were written."""
    digits = f"{value:,f}" if "," in amount.words else f"{value:f}"
    behind = _BEHIND.search(amount.qualifier)
    before = amount.qualifier[: behind.start()] if behind else amount.qualifier
    return f"{before}{digits}{behind[0] if behind else ''}"


_BEHIND = late("(?:余|多|以上|以下|左右|上下)$")


def _places(value: Decimal | None) -> int:
    exponent = 0 if value is None else value.as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0
