"""Where the parts of stacked, shared, diverging and running bars begin and end, as exact values.

A part is a span of values (from, to), to be put on a scale; None for a missing one.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from decimal import Decimal

from infographic.graphics.values import EXACT, Value, as_decimal, present

Part = tuple[Decimal, Decimal]
"""From and to; to - from is the value itself, with its sign."""
ZERO = Decimal(0)
HUNDRED = Decimal(100)


def stacked(values: Iterable[Value | None]) -> tuple[Part | None, ...]:
    """Each part on top of those before it; negative ones pile up on the other side of 0.

    >>> [str(to) for _, to in stacked([3, -1, 2, -4])]
    ['3', '-1', '5', '-5']
    """
    above = below = ZERO
    found: list[Part | None] = []
    for given in values:
        if given is None:
            found.append(None)
            continue
        value = as_decimal(given)
        if value < 0:
            start, below = below, EXACT.add(below, value)
            found.append((start, below))
        else:
            start, above = above, EXACT.add(above, value)
            found.append((start, above))
    return tuple(found)


def to_hundred(values: Sequence[Value | None]) -> tuple[Part | None, ...]:
    """Each part as its share of all, one on top of the other; the last ends at 100 exactly.

    Nothing has a share where all is 0 or missing: all parts are None. Raises ValueError for a
    negative value, which is no part of a whole.

    >>> [str(to) for _, to in to_hundred([1, 1, 2])]
    ['25', '50', '100']
    """
    whole = sum(present(values), ZERO)
    if any(value < 0 for value in present(values)):
        raise ValueError("a negative value is no part of a whole")
    if not whole:
        return (None,) * len(values)
    return tuple(
        part and (_percent(part[0], whole), _percent(part[1], whole)) for part in stacked(values)
    )


def _percent(value: Decimal, whole: Decimal) -> Decimal:
    return EXACT.divide(EXACT.multiply(value, HUNDRED), whole)


def diverging(
    values: Sequence[Value | None], before: int, *, has_neutral: bool = False
) -> tuple[Part | None, ...]:
    """The parts of an answer scale on both sides of 0, in their order from left to right.

    The first `before` parts lie left of 0; with `has_neutral` the next one lies across it, half on
    each side. All values count as amounts. Raises ValueError for a negative one.

    >>> [(str(a), str(b)) for a, b in diverging([10, 20, 30], before=2)]
    [('-30', '-20'), ('-20', '0'), ('0', '30')]
    """
    amounts = [ZERO if value is None else as_decimal(value) for value in values]
    if any(amount < 0 for amount in amounts):
        raise ValueError("the parts of a diverging bar are amounts, not negative")
    at = -sum(amounts[:before], ZERO)
    if has_neutral and before < len(amounts):
        at -= amounts[before] / 2
    found: list[Part | None] = []
    for value, amount in zip(values, amounts, strict=True):
        found.append(None if value is None else (at + ZERO, EXACT.add(at, amount)))
        at = EXACT.add(at, amount)
    return tuple(found)


def running(
    values: Sequence[Value | None], totals: Collection[int] = ()
) -> tuple[Part | None, ...]:
    """The steps of a waterfall: each change goes on from where the one before it ended.

    Those at the indices `totals` are not changes but bars from 0: to the value that is given (a
    first or a stated total), or to the sum so far where it is None.

    >>> parts = running([100, 30, -50, None], totals=[0, 3])
    >>> [(str(a), str(b)) for a, b in parts]
    [('0', '100'), ('100', '130'), ('130', '80'), ('0', '80')]
    """
    at = ZERO
    found: list[Part | None] = []
    for number, given in enumerate(values):
        if number in totals:
            at = at if given is None else as_decimal(given)
            found.append((ZERO, at))
        elif given is None:
            found.append(None)
        else:
            after = EXACT.add(at, as_decimal(given))
            found.append((at, after))
            at = after
    return tuple(found)


def ends(parts: Iterable[Part | None]) -> list[Decimal]:
    """All ends of all parts: what a scale must hold."""
    return [end for part in parts if part is not None for end in part]
