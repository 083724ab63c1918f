"""The values that an axis names, and which of its labels stand where not all have room."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from itertools import count, pairwise

from infographic.graphics.values import EXACT, Value, as_decimal

NICE = (Decimal(1), Decimal(2), Decimal("2.5"), Decimal(5))

Span = tuple[float, float]
"""Where a label begins and ends along its axis, in points."""


def ticks(low: Value, high: Value, most: int = 3, *, whole: bool = False) -> tuple[Decimal, ...]:
    """Round values from `low` to `high`, both included, no more than said and never none.

    Their step is the least of 1, 2, 2.5, 5 × 10ⁿ that gives no more; so there are two at least
    wherever `most` is 3 or more and the range has an extent. With `whole` the step has no decimals:
    there are no 2.5 people. Where no such value lies between the ends, or they are equal, the lower
    end stands alone.

    >>> [str(tick) for tick in ticks(0, Decimal("176.98"))]
    ['0', '100']
    >>> [str(tick) for tick in ticks(Decimal("-0.3"), Decimal("0.4"))]
    ['-0.25', '0.00', '0.25']
    """
    low, high = sorted((as_decimal(low), as_decimal(high)))
    if low == high or most < 1:
        return (low,)
    step = step_of(low, high, most, whole=whole)
    first, last = _multiples(low, high, step)
    return tuple(multiple_of(step, n) for n in range(first, last + 1)) or (low,)


def step_of(low: Decimal, high: Decimal, most: int, *, whole: bool = False) -> Decimal:
    """The least round step with no more than `most` multiples from `low` to `high`; low < high."""
    extent = EXACT.subtract(high, low)
    for step in steps_from(extent / (most + 1)):
        if whole and step != step.to_integral_value():
            continue
        first, last = _multiples(low, high, step)
        if last - first < most:
            return step
    raise AssertionError("steps grow for ever")


def steps_from(least: Decimal) -> Iterator[Decimal]:
    """The round steps from a value on, growing for ever."""
    power = least.adjusted()
    while True:
        yield from (nice.scaleb(power) for nice in NICE if nice.scaleb(power) >= least)
        power += 1


def _multiples(low: Decimal, high: Decimal, step: Decimal) -> tuple[int, int]:
    first = EXACT.divide(low, step).to_integral_value(ROUND_CEILING)
    last = EXACT.divide(high, step).to_integral_value(ROUND_FLOOR)
    return int(first), int(last)


def multiple_of(step: Decimal, times: int) -> Decimal:
    """With the step's decimals and no exponent: 2500, not 2.5E+3; and 0, never -0."""
    value = EXACT.multiply(step, times)
    plain = value.quantize(Decimal(1).scaleb(-decimals_of(step)), context=EXACT)
    return plain if plain else abs(plain)


def decimals_of(step: Decimal) -> int:
    """With how many decimals the multiples of a step are written.

    >>> decimals_of(Decimal("2.5")), decimals_of(Decimal("0.20")), decimals_of(Decimal("5E+3"))
    (1, 1, 0)
    """
    exponent = step.normalize(EXACT).as_tuple().exponent
    return max(-exponent, 0) if isinstance(exponent, int) else 0


def kept_labels(
    spans: Sequence[Span],
    gap: float,
    numbers: Sequence[int] | None = None,
    wanted: Collection[int] = (),
) -> tuple[int, ...]:
    """Which labels of an axis stand, by index and in order: never one within `gap` of another.

    `spans` are where each would begin and end, in points, in the order of their places. The last
    and the first stand, then those `wanted` (at notes, the most wanted first), then as many of the
    rest as have room evenly: of `numbers`, such as years, the multiples of 2, 5, 10, 20, 25, 50 …;
    of other labels every second, third and so on.

    >>> years = range(2011, 2025)
    >>> spans = [(20.0 * at, 20.0 * at + 28) for at in range(14)]
    >>> [years[at] for at in kept_labels(spans, 6, numbers=years)]
    [2011, 2014, 2016, 2018, 2020, 2022, 2024]
    """
    if not spans:
        return ()
    must: list[int] = []
    for index in (len(spans) - 1, 0, *wanted):
        if index not in must and _is_free(index, must, spans, gap):
            must.append(index)
    choices = _every(len(spans)) if numbers is None else _multiples_among(numbers)
    for chosen in choices:
        rest = [at for at in chosen if at not in must and _is_free(at, must, spans, gap)]
        kept = sorted({*must, *rest})
        if all(_are_apart(spans[one], spans[next_], gap) for one, next_ in pairwise(kept)):
            return tuple(kept)
    return tuple(sorted(must))


def _every(labels: int) -> Iterator[range]:
    """Every label, every second, third …; a step that meets the last before one that does not."""
    steps = range(1, labels)
    # A step up to half as long again is worth it: the labels are then even to the end.
    yield from (
        range(0, labels, step)
        for step in sorted(steps, key=lambda step: step * (1 if (labels - 1) % step == 0 else 1.5))
    )


def _multiples_among(numbers: Sequence[int]) -> Iterator[list[int]]:
    extent = max(numbers) - min(numbers)
    for power in count():
        for nice in (10, 20, 25, 50) if power else (1, 2, 5):
            step = nice * 10 ** max(power - 1, 0)
            if step > extent:
                return
            yield [at for at, number in enumerate(numbers) if number % step == 0]


def _is_free(index: int, others: Collection[int], spans: Sequence[Span], gap: float) -> bool:
    return all(_are_apart(spans[index], spans[other], gap) for other in others)


def _are_apart(one: Span, other: Span, gap: float) -> bool:
    return one[1] + gap <= other[0] or other[1] + gap <= one[0]
