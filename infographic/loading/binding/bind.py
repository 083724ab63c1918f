"""A layout and a story become one tree: each directive is replaced by what it names.

Directives are replaced on raw nodes, so a bound value keeps its own file, line and column.
Nothing in a story is ever read as a directive.

    {"$data": P, "default": …}          the story's value at P
    {"$each": P, "do": …}               in a list, one copy of “do” for each item of a list;
                                        with as, skip, take, separator, default, and but:
                                        an item that is left out, “news”
    {"$index": 1}                       inside “do”: the item's number, counted from 1
    {"$if": C, "then": …, "else": …}    one or the other; without “else”, perhaps nothing
    {"$join": [part, …], "with": "，"}  one text of several; missing and empty ones are skipped

P is “/a/0” from the story's top; “news”, the stat that is its news (“news/from”: a part of it),
“news-panel”, the panel that holds it; “facts”, all other stats; “page/number”, of the page that it
stands on, likewise its “place”, the “count” of all, how many are “left”, the number of the “next”;
inside “do” also “.” (the item), “./a” (a part of it) and “name/a” (a part of the item that an outer
“as” named). C is a P that has a value which is not null, empty or false; or {"not": C},
{"any": [C…]}, {"all": [C…]}, {"count": P, "min", "max", "but": P}: so many items without that one;
{"characters": P, "min", "max"}: of all texts there; {"shape": P, "is": name}: of a figure's
picture; {"named": P, "in": P}: the words there (/body without “in”) refer to the figure at P, 图②.
"""

from __future__ import annotations

import operator
from collections.abc import Collection, Iterator, Mapping, Sequence
from decimal import Decimal

from infographic.foundation.datum import ASIDE, Node, Origin
from infographic.foundation.diagnostics import SpecError, nearest
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.alike import alike_list, alike_object, alike_value
from infographic.loading.binding.scope import ALONE, Around, Listed, Scope, ScopeItem, Work
from infographic.loading.binding.slots import (
    Branch,
    Slot,
    SlotsByList,
    Taking,
    chosen,
    states_priorities,
)
from infographic.loading.reading.pointer import is_filled

FIELDS: Mapping[str, frozenset[str]] = {
    "$data": frozenset({"default"}),
    "$each": frozenset({"do", "as", "take", "skip", "separator", "default", "but"}),
    "$index": frozenset(),
    "$if": frozenset({"then", "else"}),
    "$join": frozenset({"with"}),
    "$part": frozenset(),
}
"""The directives, and what may stand beside each."""


MOST_ROUNDS = 4
ALTERNATIVES = "alternatives"
"""The block that offers several trees, its `of`, one of which will stand."""


class Bound(NamedTuple):
    """A layout with its story in it."""

    node: Node
    used: frozenset[str]
    """Pointers of everything in the story that was bound."""
    lists: frozenset[str] = frozenset()
    """Pointers of the story's lists that the layout goes through."""
    offered: Mapping[tuple[Origin, int], Shown] = {}
    """Of each tree that a block offers as one of several, by the block's place and the tree's
    number, what it alone takes of the story: none of that is among the above."""


class Shown(NamedTuple):
    """What a tree of blocks takes of the story."""

    used: frozenset[str]
    lists: frozenset[str]


def bind(layout: Node, story: Node) -> Bound:
    """Replace every directive of a layout, or raise `SpecError` with all that cannot be."""
    (bound,) = bind_all([layout], story)
    return bound


def bind_all(
    pages: Sequence[Node], story: Node, around: Sequence[Around] | None = None
) -> list[Bound]:
    """The same for the pages of a layout, which share the items of each list (`slots`)."""
    around = [ALONE] * len(pages) if around is None else around
    known: SlotsByList = {}
    # A list in an item is met once the item has its place: so often as lists lie in lists.
    for _ in range(MOST_ROUNDS):
        work = Work()
        binders = [
            _Binder(page, story, known, own, work) for page, own in zip(pages, around, strict=True)
        ]
        bounds = [_bound(binder) for binder in binders]
        found: dict[str, set[Taking]] = {}
        for binder in binders:
            for pointer, slots in binder.ranked.items():
                found.setdefault(pointer, set()).update(slots)
        if found == known:
            break
        known = found
    return bounds


def _bound(binder: _Binder) -> Bound:
    node = binder.value(binder.layout, binder.item)
    if node is None and not binder.faults:
        binder.fault(say("bind-form/left-out"), binder.layout.origin)
    if node is None or binder.faults:
        raise SpecError(dict.fromkeys(binder.faults))
    offered = {
        place: Shown(frozenset(used), frozenset(lists))
        for place, (used, lists) in binder.offered.items()
    }
    return Bound(node, frozenset(binder.used), frozenset(binder.lists), offered)


def _are_same(bound: Collection[Node], given: Collection[Node]) -> bool:
    return len(bound) == len(given) and all(map(operator.is_, bound, given))


class _Binder(Scope):
    def __init__(
        self, layout: Node, story: Node, slots: SlotsByList, around: Around, work: Work
    ) -> None:
        super().__init__(story, around.page, work)
        self.layout = layout
        self.item = around.item
        self.slots = slots
        self.ranked: dict[str, set[Taking]] = {}
        """Of lists whose items state how important they are, the slots that go through them."""
        self.lists = set(around.lists)
        """Pointers of the lists that are gone through."""
        self.branch_at: Branch = frozenset()
        self.offered: dict[tuple[Origin, int], tuple[set[str], set[str]]] = {}

    # A node with its directives replaced

    def value(self, node: Node, item: ScopeItem | None) -> Node | None:
        """One node, the same where nothing is bound in it; None where it is left out."""
        if isinstance(node.value, tuple):
            parts = [bound for part in node.value for bound in self.elements(part, item)]
            if _are_same(parts, node.value):
                return node
            return alike_list(node, tuple(parts), node.origin)
        if not isinstance(node.value, dict):
            return node
        return self.replaced(self.directive(node), node, node.value, item)

    def elements(self, node: Node, item: ScopeItem | None) -> Iterator[Node]:
        """What stands in a list for one of its nodes: none, one, or one for each item."""
        fields = node.value
        name = self.directive(node) if isinstance(fields, dict) else ""
        if isinstance(fields, dict) and name == "$each":
            yield from self.each(node, fields, item)
        elif isinstance(fields, dict) and name == "$if":
            branch = self.branch(fields, item)
            if branch is not None:
                yield from self.elements(branch, item)
        elif isinstance(fields, dict):
            bound = self.replaced(name, node, fields, item)
            if bound is not None:
                yield bound
        else:
            bound = self.value(node, item)
            assert bound is not None, "only an object is ever left out"
            yield bound

    def replaced(
        self, name: str, node: Node, fields: dict[str, Node], item: ScopeItem | None
    ) -> Node | None:
        """An object that is the directive `name`, or none; None where it is left out."""
        match name:
            case "":
                return self.object(node, fields, item)
            case "$data":
                return self.data(node, fields, item)
            case "$each":
                return alike_list(node, tuple(self.each(node, fields, item)), node.origin)
            case "$if":
                branch = self.branch(fields, item)
                return None if branch is None else self.value(branch, item)
            case "$join":
                return self.join(node, fields, item)
            case "$index":
                return self.index(node, fields, item)
            case "$part":
                self.fault(say("layout-part/none"), node.origin)
                return node
            case _:
                return node

    def object(self, node: Node, fields: dict[str, Node], item: ScopeItem | None) -> Node:
        kind = fields.get("type")
        offers = kind is not None and kind.value == ALTERNATIVES
        bound = (
            (
                key,
                self.trees(node, part, item) if offers and key == "of" else self.value(part, item),
            )
            for key, part in fields.items()
        )
        kept = {key: part for key, part in bound if part is not None}
        if _are_same(kept.values(), fields.values()):
            return node
        return alike_object(node, kept)

    def trees(self, block: Node, trees: Node, item: ScopeItem | None) -> Node | None:
        """The trees that a block offers: what each takes of the story is its own affair."""
        if not isinstance(trees.value, tuple):
            return self.value(trees, item)
        every: list[Node] = []
        used, lists, around = self.used, self.lists, self.branch_at
        for tree in trees.value:
            place = (block.origin, len(every))
            self.used, self.lists = self.offered.setdefault(place, (set(), set()))
            self.branch_at = around | {place}
            every += self.elements(tree, item)
        self.used, self.lists, self.branch_at = used, lists, around
        return alike_list(trees, tuple(every), trees.origin)

    def directive(self, node: Node) -> str:
        """The directive an object is, "" for none, “$” for one that cannot be carried out."""
        self.count(node)
        fields = node.value if isinstance(node.value, dict) else {}
        marked = [key for key in fields if key.startswith("$")]
        if not marked or (node is self.layout and marked == ["$schema"]):
            return ""
        name = next((key for key in marked if key in FIELDS), "$")
        allowed = {name, *FIELDS.get(name, ())}
        for key in fields:
            if key in allowed or key.startswith(ASIDE):
                continue
            place = node.keys.get(key, node.origin)
            if key.startswith("$") and key not in FIELDS:
                self.fault(say("bind-directive", key=key), place, nearest(key, FIELDS))
            elif name != "$":
                saying = say("bind-directive/beside", key=key, name=name)
                self.fault(saying, place, nearest(key, FIELDS[name]))
        return name

    # The directives

    def data(self, node: Node, fields: dict[str, Node], item: ScopeItem | None) -> Node | None:
        target = self.target(fields["$data"], item)
        if target is None:
            return node
        if isinstance(target.found, Node) and (
            target.found.value is not None or "default" not in fields
        ):
            return self.use(target, target.found)
        if "default" in fields:
            return self.value(fields["default"], item)
        assert not isinstance(target.found, Node)
        self.missing(fields["$data"], target.found)
        return node

    def index(self, node: Node, fields: dict[str, Node], item: ScopeItem | None) -> Node:
        base = fields["$index"].value
        if not isinstance(base, int) or isinstance(base, bool):
            self.fault(say("bind-form/index"), node.origin)
        elif item is None:
            self.fault(say("bind-pointer/index"), node.origin)
        else:
            return alike_value(node, base + item.number, node.origin)
        return node

    def each(self, node: Node, fields: dict[str, Node], item: ScopeItem | None) -> Iterator[Node]:
        if "do" not in fields:
            self.fault(say("bind-form/no-do"), node.origin)
            return
        skip, take = self.whole(fields, "skip", 0), self.whole(fields, "take", 1 << 30)
        name = fields["as"].value if "as" in fields else ""
        if not isinstance(name, str) or "/" in name or name.startswith("."):
            self.fault(say("bind-form/as"), fields["as"].origin)
            return
        listed = self.listed(fields, item)
        self.spend(self.work.listed, len(listed.items) + 1, node.origin)
        if "but" in fields:
            listed = self.without(listed, fields["but"], item)
        first = True
        for number, part in self.taken(listed.items, listed.base, Slot(skip, take)):
            pointer = listed.pointers[number] if listed.pointers else None
            copies = list(self.elements(fields["do"], ScopeItem(part, pointer, number, name, item)))
            if copies and not first and "separator" in fields:
                yield from self.elements(fields["separator"], item)
            first = first and not copies
            yield from copies

    def taken(
        self, items: tuple[Node, ...], base: str | None, slot: Slot
    ) -> list[tuple[int, Node]]:
        """The items of a list that a $each takes, with their numbers."""
        if not states_priorities(items):
            return list(enumerate(items))[slot.skip : slot.skip + slot.take]
        if base is None:
            return chosen(items, [slot], slot)
        own = self.branch_at
        self.ranked.setdefault(base, set()).add(Taking(slot, own))
        slots = self.slots.get(base, ())
        self.spend(self.work.listed, len(items) + len(slots), items[0].origin)
        others = {one.slot for one in slots if one.stands_with(own)}
        return chosen(items, {*others, slot}, slot)

    def listed(self, fields: dict[str, Node], item: ScopeItem | None) -> Listed:
        """The items that a $each goes through, and where in the story they stand."""
        target = self.target(fields["$each"], item)
        if target is None:
            return Listed(())
        found: Node | None
        base, pointers = target.pointer, target.items
        if isinstance(target.found, Node) and (
            target.found.value is not None or "default" not in fields
        ):
            found = target.found
        elif "default" in fields:
            found, base, pointers = self.value(fields["default"], item), None, None
        else:
            assert not isinstance(target.found, Node)
            self.missing(fields["$each"], target.found)
            return Listed(())
        if found is None or not isinstance(found.value, tuple):
            kind = found.kind if found else say("phrase/nothing")
            pointer = str(fields["$each"].plain())
            saying = say("bind-form/no-list", pointer=pointer, kind=kind)
            self.fault(saying, fields["$each"].origin)
            return Listed(())
        if pointers is not None:
            # Put together of lists of the story: what finds no place is missed in its own.
            self.lists.update(pointer.rpartition("/")[0] for pointer in pointers)
            return Listed(found.value, str(fields["$each"].value), pointers)
        if base is None:
            return Listed(found.value)
        self.lists.add(base)
        return Listed(found.value, base, tuple(f"{base}/{n}" for n in range(len(found.value))))

    def branch(self, fields: dict[str, Node], item: ScopeItem | None) -> Node | None:
        if "then" not in fields and "else" not in fields:
            self.fault(say("bind-form/no-branch"), fields["$if"].origin)
        return fields.get("then" if self.holds(fields["$if"], item) else "else")

    def join(self, node: Node, fields: dict[str, Node], item: ScopeItem | None) -> Node:
        parts, separator = fields["$join"].value, ""
        if "with" in fields:
            given = fields["with"].value
            if isinstance(given, str):
                separator = given
            else:
                self.fault(say("bind-form/with"), fields["with"].origin)
        if not isinstance(parts, tuple):
            self.fault(say("bind-form/join"), fields["$join"].origin)
            return node
        texts: list[str] = []
        origins: list[tuple[bool, Origin]] = []
        for part in parts:
            bound = self.joined(part, item)
            if bound is None or not is_filled(bound):
                continue
            value = bound.value
            if isinstance(value, bool) or not isinstance(value, str | int | float | Decimal):
                saying = say("bind-form/joined", kind=bound.kind, place=bound.origin)
                self.fault(saying, part.origin)
                continue
            texts.append(f"{value:f}" if isinstance(value, Decimal) else str(value))
            # A place in the story tells more than one in the layout.
            origins.append((bound.origin.source is self.layout.origin.source, bound.origin))
        _, origin = min(origins, key=lambda pair: pair[0], default=(True, node.origin))
        return alike_value(node, self.one_text(texts, separator, node.origin), origin)

    def joined(self, part: Node, item: ScopeItem | None) -> Node | None:
        """One part of a $join; unlike elsewhere, a pointer may find nothing."""
        if isinstance(part.value, dict) and "$data" in part.value and "default" not in part.value:
            if self.directive(part) != "$data":
                return None
            target = self.target(part.value["$data"], item)
            if target is None or not isinstance(target.found, Node):
                return None
            return self.use(target, target.found)
        return self.value(part, item)
