"""Which items of a list became which, where all have changed and some are new or gone."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.studio.documents.same import is_same

MOST = 10_000
"""Pairs of items that are compared; of more, the first becomes the first, and so on."""


def paired(old: Sequence[object], new: Sequence[object]) -> list[tuple[int, int]]:
    """Pairs of places, rising in both lists: as many as there can be, and of those the most alike.

    >>> paired([["榆树", "367"]], [["德惠", "290"], ["榆树", "370"]])
    [(0, 1)]
    >>> paired(["a"], ["b", "c"])
    [(0, 0)]
    """
    if not old or not new:
        return []
    if len(old) * len(new) > MOST or (len(old) == len(new) == 1):
        return [(place, place) for place in range(min(len(old), len(new)))]
    # Whatever two items have in common, together they are less than one pair more.
    pair = float(min(len(old), len(new)) + 1)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for one in range(len(old) - 1, -1, -1):
        for other in range(len(new) - 1, -1, -1):
            together = best[one + 1][other + 1] + pair + likeness(old[one], new[other])
            best[one][other] = max(together, best[one + 1][other], best[one][other + 1])
    found = []
    one = other = 0
    while one < len(old) and other < len(new):
        together = best[one + 1][other + 1] + pair + likeness(old[one], new[other])
        if best[one][other] <= together:
            found.append((one, other))
            one, other = one + 1, other + 1
        elif best[one][other] == best[one][other + 1]:
            other += 1
        else:
            one += 1
    return found


def likeness(one: object, other: object) -> float:
    """From 0 to 1, how much of two values is the same: of fields, of items, of a text's ends.

    >>> likeness({"a": 1, "b": 2}, {"a": 1, "b": 3}), likeness("中国人民", "中国"), likeness(1, 2)
    (0.5, 0.5, 0.0)
    """
    if isinstance(one, dict) and isinstance(other, dict):
        known = one.keys() | other.keys()
        same = sum(key in one and key in other and is_same(one[key], other[key]) for key in known)
        return same / max(len(known), 1)
    if isinstance(one, list) and isinstance(other, list):
        pairs = zip(one, other, strict=False)
        return sum(is_same(a, b) for a, b in pairs) / max(len(one), len(other), 1)
    if isinstance(one, str) and isinstance(other, str):
        shorter, longer = min(len(one), len(other)), max(len(one), len(other), 1)
        head = next((at for at in range(shorter) if one[at] != other[at]), shorter)
        tail = next((at for at in range(shorter - head) if one[-1 - at] != other[-1 - at]), None)
        return (head + (shorter - head if tail is None else tail)) / longer
    return float(is_same(one, other))
