"""Values as the data have them, kept exact until they become places."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Context, Decimal, InvalidOperation

from infographic.foundation.limits import MAX_DATA_PLACES

Value = Decimal | float
"""A `Decimal`, an int or a float. None, where it is allowed, is a missing value, never 0."""

EXACT = Context(prec=60)
"""No difference between two values of 1e-20…1e25 is rounded in it, whatever the caller's context.
"""


def as_decimal(value: Value) -> Decimal:
    """The value exactly; a float as the shortest number that reads back as it.

    Raises ValueError for what is no finite number.

    >>> as_decimal(0.1)
    Decimal('0.1')
    """
    number = value if isinstance(value, Decimal) else Decimal(repr(value))
    if not number.is_finite():
        raise ValueError(f"a finite number is wanted, not {value}")
    return number


def present(values: Iterable[Value | None]) -> list[Decimal]:
    """The values that are there, exactly."""
    return [
        value if type(value) is Decimal and value.is_finite() else as_decimal(value)
        for value in values
        if value is not None
    ]


def quotient(part: Value, whole: Value) -> float:
    """How many times the whole goes into the part, rounded once. Raises ZeroDivisionError."""
    return float(EXACT.divide(as_decimal(part), as_decimal(whole)))


def number_of(key: object) -> Decimal | None:
    """A span's end as a value of the axis; None where it names a row."""
    try:
        value = Decimal(str(key))
    except InvalidOperation:
        return None
    # A row may be called “Infinity”, and no axis goes on to 1e300.
    return value if value.is_finite() and value.adjusted() < MAX_DATA_PLACES else None
