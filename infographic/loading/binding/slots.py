"""Which items of a list stand in which of the places that a layout has for them.

A *slot* is what one $each takes of a list: `take` places after the first `skip`. The slots of a
layout that go through the same list share one ranking, over all its pages: together they hold so
many items, the most important are kept, and these fill the places in the order of the file. So an
item stands in one place, and a “must” is left out only where there are more of them than places.
A place that no slot has is none of theirs: what stands there the layout names itself.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import TypeAlias

from infographic.foundation.datum import Node, Origin
from infographic.foundation.record.tuples import NamedTuple

PRIORITIES = ("must", "should", "may")


class Slot(NamedTuple):
    """Places of a list, counted from 0."""

    skip: int
    take: int


Branch: TypeAlias = frozenset[tuple[Origin, int]]
"""Which of the trees that a layout offers as alternatives a slot stands in: of each of them, by
the place of the block that offers them, its number. Empty where a slot stands on every page."""


class Taking(NamedTuple):
    """A slot, and the branch that it stands in."""

    slot: Slot
    branch: Branch

    def stands_with(self, branch: Branch) -> bool:
        """Whether it may stand on one page with what is in another branch."""
        others = dict(branch)
        return all(others.get(place, number) == number for place, number in self.branch)


SlotsByList: TypeAlias = Mapping[str, Collection[Taking]]
"""The slots of each list of a story, by the pointer to it."""


def rank(node: Node) -> int:
    """How soon an item gives way: 0 for “must”, the highest for “may”."""
    stated = node.value.get("priority") if isinstance(node.value, dict) else None
    if stated is not None and stated.value in PRIORITIES:
        return PRIORITIES.index(str(stated.value))
    return PRIORITIES.index("should")


def states_priorities(items: Sequence[Node]) -> bool:
    """Whether an item of a list says how important it is."""
    return any(isinstance(item.value, dict) and "priority" in item.value for item in items)


def chosen(items: Sequence[Node], slots: Collection[Slot], own: Slot) -> list[tuple[int, Node]]:
    """The items that stand in the slot `own`, one of `slots`, each with its number in the list.

    Of five where the last is a “must”, two slots of one place hold the first and the last.
    """
    count = len(items)
    places = sorted({place for slot in slots for place in _places(slot, count)})
    if not places:
        return []
    own_places = frozenset(places)
    named = {place for place in range(places[-1]) if place not in own_places}
    free = [number for number in range(count) if number not in named]
    kept = sorted(sorted(free, key=lambda number: rank(items[number]))[: len(places)])
    standing = dict(zip(places, kept, strict=True))
    return [(standing[place], items[standing[place]]) for place in _places(own, count)]


def _places(slot: Slot, count: int) -> range:
    return range(min(slot.skip, count), min(slot.skip + slot.take, count))
