"""Closing up and spreading a line to its measure, in CLREQ's order (#line_adjustment)."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import accumulate

from infographic.text.classes import HAN
from infographic.text.demerits import SLACK, WIDEST_SPREAD
from infographic.text.galley import Galley, Site


def adjusted(
    galley: Galley, start: int, end: int, wanted: float, *, may_shrink: bool, may_stretch: bool
) -> tuple[list[float], float]:
    """Where each box of a line stands from the line's left edge, and the line's width.

    `wanted` is the width it should have; the line comes as near to it as its joints allow.
    """
    left, hung = galley.lefts[start], end - 1
    blank = galley.end_blanks.get(hung, 0.0)
    if hung in galley.hangs and galley.rights[end] - left - blank > wanted + SLACK and hung > start:
        # A stop that does not fit hangs: the line is set without it, and it stands at its end.
        places, width = adjusted(
            galley, start, hung, wanted, may_shrink=may_shrink, may_stretch=may_stretch
        )
        return [*places, width], width
    places = [at - left for at in galley.starts_at[start:end]]
    natural = galley.rights[end] - left
    spare = wanted - natural
    if spare < -SLACK:
        # First of all, what a mark at the line's end may give where the style says “needed”.
        natural = max(natural - blank, wanted)
        spare = wanted - natural
    if spare < -SLACK and may_shrink:
        taken, still = _by_steps(galley.shrink, start, end, -spare)
        return _moved(places, taken, start, -1.0), wanted + still
    if spare > SLACK and may_stretch:
        given, still = _by_steps(galley.stretch, start, end, spare)
        evens = _gaps(galley, start, end)
        gaps = evens[-1] - evens[0]
        if still > 0.0 and (gaps <= 0 or still > WIDEST_SPREAD * galley.size * gaps):
            return places, natural
        places = _moved(places, given, start, 1.0)
        if still > 0.0:
            share, first = still / gaps, evens[0]
            places = [at + (even - first) * share for at, even in zip(places, evens, strict=True)]
        return places, wanted
    return places, natural


def _gaps(galley: Galley, start: int, end: int) -> list[int]:
    """How many joints up to each box of a line take what is left; where none does, those beside
    a mark."""
    evens = galley.evens[start:end]
    if evens[-1] > evens[0] or not galley.close:
        return evens
    return [*accumulate(int(box in galley.close and box > start) for box in range(start, end))]


def spread_of(galley: Galley, start: int, end: int, wanted: float) -> float:
    """What each gap of a line of that width has beyond what its spaces may take, in em.

    Of Han; between Latin words alone there is no telling how wide a space should be.
    """
    natural = galley.rights[end] - galley.lefts[start]
    still = wanted - natural - (galley.stretchable[end - 1] - galley.stretchable[start])
    evens = _gaps(galley, start, end)
    gaps = evens[-1] - evens[0]
    if still <= SLACK or gaps <= 0 or HAN.isdisjoint(galley.letters[start:end]):
        return 0.0
    return still / gaps / galley.size


def _by_steps(
    sites: list[Site], start: int, end: int, wanted: float
) -> tuple[dict[int, float], float]:
    """Take `wanted` from the joints inside a line, one step after the other.

    Inside a step all give the same amount; one that has not so much gives all it has. Returns
    what each joint gives, and what is still wanted.
    """
    low = bisect_right(sites, start, key=_joint_of)
    high = bisect_left(sites, end, key=_joint_of)
    inside = sites[low:high]
    taken: dict[int, float] = {}
    for step in sorted({site.step for site in inside}):
        if wanted <= 0.0:
            break
        group = sorted(site.amount for site in inside if site.step == step)
        share, left = 0.0, wanted
        for number, amount in enumerate(group):
            share = left / (len(group) - number)
            if share <= amount:
                break
            left, share = left - amount, amount
        for site in inside:
            if site.step == step:
                taken[site.joint] = taken.get(site.joint, 0.0) + min(site.amount, share)
        wanted = max(wanted - sum(min(amount, share) for amount in group), 0.0)
    return taken, wanted


def _joint_of(site: Site) -> int:
    return site.joint


def _moved(places: list[float], amounts: dict[int, float], start: int, sign: float) -> list[float]:
    """The places with each joint's amount added before its box and all after it."""
    if not amounts:
        return places
    moved, shift = [], 0.0
    for box, place in enumerate(places, start):
        if box in amounts:
            shift += sign * amounts[box]
        moved.append(place + shift)
    return moved
