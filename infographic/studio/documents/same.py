"""Whether two plain values are the same, and a value in few words."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from decimal import Decimal

SHOWN = 80
"""Characters of a value that a message shows."""


def is_same(one: object, other: object, *, exactly: bool = False) -> bool:
    """Whether two values are equal as JSON: the order of fields says nothing, true is not 1.

    Numbers are compared as a browser holds them, unless `exactly`: 9007199254740993 is
    9007199254740992 there.
    """
    if isinstance(one, bool) or isinstance(other, bool) or one is None or other is None:
        return one is other
    if isinstance(one, int | float | Decimal) and isinstance(other, int | float | Decimal):
        return one == other or (not exactly and _as_float(one) == _as_float(other))
    if isinstance(one, str) or isinstance(other, str):
        return type(one) is type(other) and one == other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return one.keys() == other.keys() and all(
            is_same(part, other[key], exactly=exactly) for key, part in one.items()
        )
    if isinstance(one, Sequence) and isinstance(other, Sequence):
        return len(one) == len(other) and all(
            is_same(a, b, exactly=exactly) for a, b in zip(one, other, strict=True)
        )
    return False


def _as_float(number: float | Decimal) -> float:
    try:
        return float(number)
    except OverflowError:
        return float("inf")


def as_json(value: object) -> object:
    """A value with floats in place of exact numbers."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, Mapping):
        return {key: as_json(part) for key, part in value.items()}
    if isinstance(value, list | tuple):
        return [as_json(part) for part in value]
    return value


def shown(value: object) -> str:
    """A value as JSON on one line, cut where it is long.

    >>> shown({"value": 2300})
    '{"value": 2300}'
    """
    words = json.dumps(as_json(value), ensure_ascii=False, default=str)
    return words if len(words) <= SHOWN else f"{words[: SHOWN - 1]}…"
