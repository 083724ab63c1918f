"""Labels in one direction, pushed apart: the names at the ends of lines, figures along an axis."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from infographic.foundation.record.tuples import NamedTuple

SLACK = 1e-9


def pushed_apart(
    wanted: Sequence[float], sizes: Sequence[float], low: float, high: float, gap: float = 0.0
) -> tuple[float, ...] | None:
    """Where the middles of labels stand, so that none is within `gap` of the next.

    `wanted` are the middles they would like, in any order; the order of their places (of the file,
    where two are equal) is kept. The sum of all displacements is the least there is, and labels
    that push each other share it. None where they cannot fit between `low` and `high`.

    >>> pushed_apart([10, 10, 50], [12, 12, 12], low=0, high=100)
    (6.0, 18.0, 50.0)
    """
    order = sorted(range(len(wanted)), key=lambda index: (wanted[index], index))
    if not order:
        return ()
    steps = [(sizes[one] + sizes[other]) / 2 + gap for one, other in pairwise(order)]
    offsets = list(accumulate(steps, initial=0.0))
    # Without their own sizes they need only be in order: an isotonic regression, whose bounds may
    # be put on afterwards, one for all (Barlow and others 1972).
    least = low + sizes[order[0]] / 2
    most = high - sizes[order[-1]] / 2 - offsets[-1]
    if most < least - SLACK:
        return None
    free = _in_order([wanted[index] - offset for index, offset in zip(order, offsets, strict=True)])
    found = [0.0] * len(order)
    for index, place, offset in zip(order, free, offsets, strict=True):
        found[index] = max(min(place, most), least) + offset
    return tuple(found)


class _Block(NamedTuple):
    """Labels that stand touching, and the median of what they want."""

    wishes: list[float]
    place: float


def _in_order(wishes: Sequence[float]) -> list[float]:
    """The rising row with the least sum of distances to these: medians of adjacent blocks."""
    blocks: list[_Block] = []
    for wish in wishes:
        block = _Block([wish], wish)
        while blocks and blocks[-1].place > block.place:
            merged = sorted(blocks.pop().wishes + block.wishes)
            block = _Block(merged, _median(merged))
        blocks.append(block)
    return [block.place for block in blocks for _ in block.wishes]


def _median(ranked: Sequence[float]) -> float:
    half = len(ranked) // 2
    return ranked[half] if len(ranked) % 2 else (ranked[half - 1] + ranked[half]) / 2
