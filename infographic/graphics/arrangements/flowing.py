"""Flows between two sides (A → B): how thick each is, and in which order they cross least."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from itertools import combinations
from typing import Literal

from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.values import EXACT, Value, as_decimal

Order = Literal["kept", "least_crossings"]
Span = tuple[float, float]
"""From top to bottom, in points."""
ROUNDS = 8


class Link(NamedTuple):
    """So much goes from a node of the left side to one of the right; None is not known."""

    source: str
    target: str
    value: Value | None


@record
class Node:
    """Where a node stands on its side, and what flows through it in all."""

    name: str
    total: Decimal
    span: Span


@record
class Ribbon:
    """Where a link leaves and where it arrives; both ends are of one thickness."""

    link: int
    """Its index in the links that were given."""
    left: Span
    right: Span


@record
class Flow:
    """A flow laid out: thickness is in proportion to values, one scale for both sides."""

    left: tuple[Node, ...]
    right: tuple[Node, ...]
    ribbons: tuple[Ribbon, ...]
    points_a_unit: float


def flow(
    links: Sequence[Link],
    length: float,
    gap: float,
    *,
    left: Order = "kept",
    right: Order = "least_crossings",
) -> Flow:
    """Two sides of a length, with a gap between nodes; the one with fewer nodes stands centred.

    A side's order is the file's (`kept`) or that of fewest crossings, counted by what crosses.
    Where all gaps take more than half of the length, they are made smaller. Links of 0 or without a
    value have no ribbon. Raises ValueError for a negative value, which flows nowhere, and where
    nothing flows at all.

    >>> made = flow([Link("甲", "乙", 3), Link("甲", "丙", 1)], length=50, gap=10)
    >>> [node.span for node in made.right]
    [(0.0, 30.0), (40.0, 50.0)]
    """
    amounts = [Decimal(0) if link.value is None else as_decimal(link.value) for link in links]
    if any(amount < 0 for amount in amounts):
        raise ValueError("a flow is an amount, not negative")
    lefts = _totals([link.source for link in links], amounts)
    rights = _totals([link.target for link in links], amounts)
    total = sum(amounts, Decimal(0))
    if not total:
        raise ValueError("nothing flows")
    orders = _ordered(links, amounts, list(lefts), list(rights), left, right)
    most_gaps = max(len(lefts), len(rights)) - 1
    gap = min(gap, length / 2 / most_gaps) if most_gaps else 0.0
    unit = (length - most_gaps * gap) / float(total)
    from_side = _stood(orders[0], lefts, unit, gap, length)
    to_side = _stood(orders[1], rights, unit, gap, length)
    return Flow(from_side, to_side, _ribbons(links, amounts, from_side, to_side, unit), unit)


def _totals(names: Sequence[str], amounts: Sequence[Decimal]) -> dict[str, Decimal]:
    """Of each node through which anything flows, in the file's order."""
    found: dict[str, Decimal] = {}
    for name, amount in zip(names, amounts, strict=True):
        if amount:
            found[name] = EXACT.add(found.get(name, Decimal(0)), amount)
    return found


def _stood(
    order: Sequence[str], totals: Mapping[str, Decimal], unit: float, gap: float, length: float
) -> tuple[Node, ...]:
    taken = sum(float(total) for total in totals.values()) * unit + gap * (len(order) - 1)
    top = (length - taken) / 2
    found: list[Node] = []
    for name in order:
        bottom = top + float(totals[name]) * unit
        found.append(Node(name, totals[name], (top, bottom)))
        top = bottom + gap
    return tuple(found)


def _ribbons(
    links: Sequence[Link], amounts: Sequence[Decimal], left: Sequence[Node], right: Sequence[Node],
    unit: float,
) -> tuple[Ribbon, ...]:  # fmt: skip
    """Inside a node they leave in the order in which they arrive, so that none cross there."""
    rows = {node.name: at for at, node in enumerate(left)}
    columns = {node.name: at for at, node in enumerate(right)}
    flowing = [at for at, amount in enumerate(amounts) if amount]
    from_top = {node.name: node.span[0] for node in left}
    to_top = {node.name: node.span[0] for node in right}
    ends: dict[int, list[Span]] = {at: [] for at in flowing}
    for at in sorted(flowing, key=lambda at: (rows[links[at].source], columns[links[at].target])):
        ends[at].append(_taken(from_top, links[at].source, float(amounts[at]) * unit))
    for at in sorted(flowing, key=lambda at: (columns[links[at].target], rows[links[at].source])):
        ends[at].append(_taken(to_top, links[at].target, float(amounts[at]) * unit))
    return tuple(Ribbon(at, *ends[at]) for at in flowing)


def _taken(tops: dict[str, float], name: str, thickness: float) -> Span:
    top = tops[name]
    tops[name] = top + thickness
    return top, tops[name]


def _ordered(
    links: Sequence[Link], amounts: Sequence[Decimal], lefts: list[str], rights: list[str],
    left: Order, right: Order,
) -> tuple[list[str], list[str]]:  # fmt: skip
    """Both sides, ordered in turn by barycentre (Sugiyama and others 1981); the best that came."""
    flows = [
        (link.source, link.target, float(amount))
        for link, amount in zip(links, amounts, strict=True) if amount
    ]  # fmt: skip
    best, least = (lefts, rights), crossings(flows, lefts, rights)
    for _ in range(ROUNDS):
        if right == "least_crossings":
            rights = _by_barycentre(rights, [(b, a, v) for a, b, v in flows], lefts)
        if left == "least_crossings":
            lefts = _by_barycentre(lefts, flows, rights)
        found = crossings(flows, lefts, rights)
        if found >= least:
            break
        best, least = (lefts, rights), found
    return best


def _by_barycentre(
    names: Sequence[str], flows: Sequence[tuple[str, str, float]], others: Sequence[str]
) -> list[str]:
    places = {name: at for at, name in enumerate(others)}
    weight, moment = dict.fromkeys(names, 0.0), dict.fromkeys(names, 0.0)
    for name, other, value in flows:
        weight[name] += value
        moment[name] += value * places[other]
    # Sorting is stable: nodes that are drawn to one place keep the file's order.
    return sorted(names, key=lambda name: moment[name] / weight[name])


def crossings(
    flows: Sequence[tuple[str, str, float]], lefts: Sequence[str], rights: Sequence[str]
) -> float:
    """How much crosses: of each two links that do, the thinner one."""
    rows = {name: at for at, name in enumerate(lefts)}
    columns = {name: at for at, name in enumerate(rights)}
    return sum(
        min(one[2], other[2])
        for one, other in combinations(flows, 2)
        if (rows[one[0]] - rows[other[0]]) * (columns[one[1]] - columns[other[1]]) < 0
    )
