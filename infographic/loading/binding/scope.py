"""Where a layout's pointers lead: into the story, or into the items of the $each round them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, did_you_mean, worded
from infographic.foundation.limits import MAX_BLOCKS
from infographic.loading.reading.pointer import NotFound, count, follow, is_filled, is_pointer

CONDITIONS = frozenset({"not", "any", "all", "count"})


class ScopeItem(NamedTuple):
    """The item that a $each is at, and the ones round it."""

    node: Node
    pointer: str | None
    """In the story; None for an item that the layout wrote itself."""
    number: int
    name: str
    outer: ScopeItem | None


class Target(NamedTuple):
    """What a pointer text leads to: a part of the story, or nothing."""

    found: Node | NotFound
    pointer: str | None


class Scope:
    """A story, what of it was used, and what is wrong with the layout that asks for it."""

    def __init__(self, story: Node) -> None:
        self.story = story
        self.faults: list[Diagnostic] = []
        self.used: set[str] = set()

    def fault(self, code: str, message: str, origin: Origin, hint: str = "") -> None:
        self.faults.append(worded(code, message, origin, hint))

    def target(self, node: Node, item: ScopeItem | None) -> Target | None:
        """What a pointer in the layout leads to; None (and said) where it is no pointer."""
        text = node.value
        if not isinstance(text, str):
            message = f"expected a pointer such as “/headline”, found {node.kind}"
            self.fault("bind-form", message, node.origin)
            return None
        if is_pointer(text):
            return self.reach(self.story, "", text)
        name, slash, rest = text.partition("/")
        named = item
        while named is not None and name not in (".", named.name):
            named = named.outer
        if named is not None and is_pointer(slash + rest):
            return self.reach(named.node, named.pointer, slash + rest)
        if name == ".":
            message = f"“{text}” is part of an item, but no $each stands round it"
            self.fault(
                "bind-pointer", message, node.origin, "a pointer into the story begins with /"
            )
            return None
        near = (
            did_you_mean(f"/{name}", (f"/{key}" for key in self.story.value or ()))
            if isinstance(self.story.value, dict)
            else ""
        )
        message = f"“{text}” is no pointer"
        self.fault("bind-pointer", message, node.origin, near or "a pointer begins with / or ./")
        return None

    def reach(self, node: Node, base: str | None, pointer: str) -> Target:
        found = follow(node, pointer, base or "")
        return Target(found, None if base is None else base + pointer)

    def use(self, target: Target, node: Node) -> Node:
        if target.pointer is not None:
            self.used.add(target.pointer)
        return node

    def missing(self, pointer: Node, found: NotFound) -> None:
        message = f"“{pointer.plain()}” finds nothing: {found.words()}"
        if found.node.origin.line:
            message += f" ({found.node.origin})"
        hint = found.hint or "give a “default”, or put it inside a $if"
        self.fault("bind-missing", message, pointer.origin, hint)

    def whole(self, fields: Mapping[str, Node], key: str, default: int) -> int:
        if key not in fields:
            return default
        value = fields[key].value
        if isinstance(value, int) and not isinstance(value, bool) and value >= 0:
            return value
        message = f"“{key}” wants a whole number from 0, found {fields[key].kind}"
        self.fault("bind-form", message, fields[key].origin)
        return default

    def holds(self, condition: Node, item: ScopeItem | None) -> bool:
        fields = condition.value
        if isinstance(fields, str):
            target = self.target(condition, item)
            return target is not None and is_filled(target.found)
        names = CONDITIONS.intersection(fields) if isinstance(fields, dict) else frozenset()
        if not isinstance(fields, dict) or len(names) != 1:
            hint = "a pointer, or one of not, any, all, count"
            self.fault("bind-form", "this is no condition", condition.origin, hint)
            return False
        (name,) = names
        for key in fields:
            if key != name and not (name == "count" and key in ("min", "max")):
                message = f"“{key}” cannot stand beside “{name}”"
                self.fault("bind-form", message, condition.keys.get(key, condition.origin))
        if name == "not":
            return not self.holds(fields["not"], item)
        if name == "count":
            target = self.target(fields["count"], item)
            number = 0 if target is None else count(target.found)
            low, high = self.whole(fields, "min", 0), self.whole(fields, "max", MAX_BLOCKS)
            return low <= number <= high
        parts = fields[name].value
        if not isinstance(parts, tuple):
            self.fault("bind-form", f"“{name}” wants a list of conditions", fields[name].origin)
            return False
        # Every condition is read, so that every mistake is said.
        results = [self.holds(part, item) for part in parts]
        return any(results) if name == "any" else all(results)
