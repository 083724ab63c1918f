"""Rows and columns of a grid: fixed, as tall as their content, or shares of what is left."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.late_pattern import late
from infographic.foundation.record import field, record
from infographic.foundation.units import FARTHEST, to_points

MOST_SHARES = 1000.0
_SHARE = late(r"(\d++\.?\d*+|\.\d++)(fr|%)")


@record
class Track:
    """One row or column. `amount` is points, shares or per cent, by `unit`."""

    amount: float
    unit: str
    """“pt”, “fr”, “%”, “auto”, or “rest”: a share that counts its content for nothing."""
    least: float = field(default=0.0, repr=False)
    """Of a “rest”: it is never smaller, in points."""


AUTO = Track(0.0, "auto")


def read_track(text: str) -> Track | None:
    """Read a track as authors write it; None where it is not one.

    >>> read_track("2fr"), read_track("10mm")
    (Track(amount=2.0, unit='fr'), Track(amount=28.346457, unit='pt'))
    """
    if text == "auto":
        return AUTO
    if text == "rest":
        return Track(1.0, "rest")
    if text.startswith("rest "):
        least = to_points(text.removeprefix("rest ").strip())
        return None if least is None or not 0 <= least <= FARTHEST else Track(1.0, "rest", least)
    match = _SHARE.fullmatch(text)
    if match:
        amount = float(match[1])
        # A share of nothing could not be divided; 0% is a length.
        fits = amount <= MOST_SHARES and (amount > 0 or match[2] == "%")
        return Track(amount, match[2]) if fits else None
    points = to_points(text)
    return None if points is None or not 0 <= points <= FARTHEST else Track(points, "pt")


def resolve(
    tracks: Sequence[Track], natural: Sequence[float], whole: float | None, gap: float
) -> tuple[float, ...]:
    """Resolve tracks to points.

    A share is never smaller than its content, as in CSS Grid's minmax(auto, 1fr); “rest” is, for
    content that makes itself fit. Without a `whole` to share, shares are as their content is.

    >>> resolve([Track(1, "fr"), Track(2, "fr")], [0, 0], whole=100, gap=10)
    (30.0, 60.0)
    """
    sizes = [0.0] * len(tracks)
    for i, track in enumerate(tracks):
        match track.unit:
            case "pt":
                sizes[i] = track.amount
            case "%":
                sizes[i] = natural[i] if whole is None else whole * track.amount / 100
            case _:
                sizes[i] = natural[i]
    shared = [i for i, track in enumerate(tracks) if track.unit in ("fr", "rest")]
    if whole is None or not shared:
        return tuple(sizes)
    left = whole - gap * (len(tracks) - 1)
    of_share = set(shared)
    left -= sum(size for i, size in enumerate(sizes) if i not in of_share)
    # A share too small for its content takes what it needs; the others divide the rest.
    least = [
        track.least if track.unit == "rest" else size
        for track, size in zip(tracks, natural, strict=True)
    ]
    growing = list(shared)
    while growing:
        total = sum(tracks[i].amount for i in growing)
        small = [i for i in growing if left * tracks[i].amount / total < least[i] - 1e-9]
        if not small:
            for i in growing:
                sizes[i] = max(left * tracks[i].amount / total, 0.0)
            break
        for i in small:
            sizes[i] = least[i]
            left -= least[i]
        taken = set(small)
        growing = [i for i in growing if i not in taken]
    return tuple(sizes)
