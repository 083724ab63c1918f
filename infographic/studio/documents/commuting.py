"""Two changes of one text in the other order: what lies elsewhere is moved, what is the same place
is told."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.foundation.late_pattern import late
from infographic.studio.documents.splices import Splice, Splices

_JOINS = late(r"[\w.+\-\"]")
"""What put beside a value makes another of it: 6 and 7 are 67."""
MOST = 1_000_000
"""Pairs of splices that are compared; more are taken for the same place."""


class SamePlaceError(Exception):
    """Both changed the same place."""


def exchanged(first: Splices, then: Splices) -> tuple[Splices, Splices]:
    """What `then` and `first` are when they are made in that order, with the same end.

    Raises `SamePlaceError`.

    >>> exchanged((Splice(0, "a", "bcd"),), (Splice(5, "x", "y"),))
    ((Splice(at=3, old='x', new='y'),), (Splice(at=0, old='a', new='bcd'),))
    """
    _must_be_few(first, then)
    later = list(first)
    earlier = []
    for one in then:
        for place in range(len(later) - 1, -1, -1):
            other = later[place]
            end = other.at + len(other.new)
            if one.end <= other.at and not (other.new and _joins_before(one, other.at)):
                later[place] = other._replace(at=other.at + one.grown)
            elif one.at >= end and not (other.new and _joins_behind(one, end)):
                one = one._replace(at=one.at - other.grown)
            else:
                raise SamePlaceError
        earlier.append(one)
    return tuple(earlier), tuple(later)


def after(these: Splices, others: Splices) -> tuple[Splices, Splices]:
    """`these` as they are made behind `others`, and the other way round: both count in the same
    text as they are given. Raises `SamePlaceError`.

    >>> after((Splice(9, "a", "b"),), (Splice(0, "", "xx"),))[0]
    (Splice(at=11, old='a', new='b'),)
    """
    _must_be_few(these, others)
    rest = list(others)
    found = []
    for one in these:
        for place, other in enumerate(rest):
            if one.end <= other.at and not (one.old and _joins_behind(other, one.end)):
                rest[place] = other._replace(at=other.at + one.grown)
            elif one.at >= other.end and not (one.old and _joins_before(other, one.at)):
                one = one._replace(at=one.at + other.grown)
            else:
                raise SamePlaceError
        found.append(one)
    return tuple(found), tuple(rest)


def _must_be_few(one: Sequence[Splice], other: Sequence[Splice]) -> None:
    if len(one) * len(other) > MOST:
        raise SamePlaceError


def _joins_before(one: Splice, place: int) -> bool:
    """Whether a splice goes on into the value that begins at a place."""
    return one.end == place and any(_JOINS.match(part[-1:]) for part in (one.old, one.new))


def _joins_behind(one: Splice, place: int) -> bool:
    """Whether it goes on with the value that ends there."""
    return one.at == place and any(_JOINS.match(part[:1]) for part in (one.old, one.new))
