"""The parts of a row that is a whole: whether they may lie end to end, and where they then do."""

from __future__ import annotations

from decimal import Decimal
from itertools import accumulate

from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.subject import Subject
from infographic.graphics.values import EXACT
from infographic.text.copy import Copy
from infographic.text.style import Part

MOST_SERIES = 5
WHOLE = Decimal(100)


class Parts(NamedTuple):
    """A row's values and where they lie end to end."""

    values: tuple[Decimal | None, ...]
    edges: tuple[Decimal, ...]
    """One more than the values; () where one is missing, since the next then has no place."""

    @property
    def total(self) -> Decimal | None:
        return self.edges[-1] if self.edges else None


def refuses(subject: Subject) -> Saying | None:
    count = len(subject.series)
    if not 2 <= count <= MOST_SERIES:
        return say("graphic-refuses/series", least=2, most=MOST_SERIES, count=count)
    if len(subject.units) > 1:
        return say("graphic-refuses/units", units=tuple(unit or "—" for unit in subject.units))
    if any(value < 0 for one in subject.series for value in one.present):
        return say("graphic-refuses/negative-parts")
    if not any(parts_of(subject, row).total for row in range(subject.count)):
        return say("graphic-refuses/no-values")
    return None


def parts_of(subject: Subject, row: int) -> Parts:
    values = tuple(one.values[row] for one in subject.series)
    if any(value is None for value in values):
        return Parts(values, ())
    known = [value for value in values if value is not None]
    return Parts(values, tuple(accumulate(known, EXACT.add, initial=Decimal(0))))


def is_percent(subject: Subject) -> bool:
    return subject.unit in ("%", "％")


def rounding_of(subject: Subject) -> Decimal:
    """By how much shares that are rounded as these are may miss 100 in all."""
    return sum((Decimal("0.5").scaleb(-one.column.decimals) for one in subject.series), Decimal(0))


def shares_of(subject: Subject, parts: Parts) -> Parts:
    """The same with its whole as 100."""
    total = parts.total
    if not total:
        return Parts(parts.values, ())
    return Parts(
        tuple(None if one is None else EXACT.divide(EXACT.multiply(one, WHOLE), total)
              for one in parts.values),
        tuple(EXACT.divide(EXACT.multiply(edge, WHOLE), total) for edge in parts.edges),
    )  # fmt: skip


def share_said(share: Decimal, value: Copy) -> Copy:
    """A share that we reckoned, to one place below ten, else whole."""
    places = 1 if share < 10 else 0
    digits = f"{share:.{places}f}"
    first = replaced(value.spans[0], text=f"{digits}%", part=Part.DIGITS)
    return replaced(value, spans=(first,))
