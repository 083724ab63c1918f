"""JSON Pointers (RFC 6901) followed through a tree, and what to say when they lead nowhere."""

from __future__ import annotations

import re
from functools import lru_cache

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import nearest
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

_INDEX = late(r"0|[1-9][0-9]{0,8}")


class NotFound(NamedTuple):
    """How far a pointer led: `node` at `pointer` has no part `step`."""

    node: Node
    pointer: str
    step: str

    def why(self, whole: Saying | None = None) -> Saying:
        """Why there is nothing, naming what is there; `whole` in place of “the story”.

        >>> from infographic.foundation.datum import BUILT_IN
        >>> found = follow(Node("2300", BUILT_IN), "/value")
        >>> str(found.why(say("phrase/the-file"))) if isinstance(found, NotFound) else ""
        'the file is a text and has no parts'
        """
        at_top = whole or say("phrase/the-story")
        here = say("phrase/quoted", words=self.pointer) if self.pointer else at_top
        match self.node.value:
            case dict():
                return say("phrase/has-no", here=here, step=self.step)
            case ():
                return say("phrase/is-empty-list", here=here)
            case tuple() as items:
                return say("phrase/has-items", here=here, count=len(items))
            case _:
                return say("phrase/has-no-parts", here=here, kind=self.node.kind)

    @property
    def mend(self) -> Saying | None:
        if isinstance(self.node.value, dict):
            return nearest(self.step, self.node.value)
        if isinstance(self.node.value, tuple) and self.node.value:
            return say("mend/item", last=len(self.node.value) - 1)
        return None


# A page asks its layout's few pointers hundreds of times.
@lru_cache(maxsize=1024)
def is_pointer(text: str) -> bool:
    """Whether a text is a pointer: empty, or steps that begin with “/”; ~ only in ~0 and ~1."""
    return (not text or text.startswith("/")) and not re.search(r"~(?![01])", text)


@lru_cache(maxsize=1024)
def steps_of(pointer: str) -> tuple[str, ...]:
    """
    >>> steps_of("/stats/0/a~1b")
    ('stats', '0', 'a/b')
    """
    steps = pointer.split("/")[1:]
    return tuple([step.replace("~1", "/").replace("~0", "~") for step in steps])


def escaped(step: str | int) -> str:
    return str(step).replace("~", "~0").replace("/", "~1")


def part_of(node: Node, step: str) -> Node | None:
    """The part of an object or list that one step names."""
    value = node.value
    if not isinstance(value, dict | tuple):
        value = node.opened.value
    if isinstance(value, dict):
        return value.get(step)
    if isinstance(value, tuple) and _INDEX.fullmatch(step) and int(step) < len(value):
        return value[int(step)]
    return None


def follow(node: Node, pointer: str, base: str = "") -> Node | NotFound:
    """What a pointer names under `node`, which itself stands at `base`."""
    steps = steps_of(pointer)
    for number, step in enumerate(steps):
        part = part_of(node, step)
        if part is None:
            return NotFound(node, "/".join([base, *map(escaped, steps[:number])]), step)
        node = part
    return node


def is_filled(found: Node | NotFound) -> bool:
    """Whether a value is there and is not null, false, empty or blank."""
    if isinstance(found, NotFound) or found.value is None or found.value is False:
        return False
    if isinstance(found.value, str):
        return bool(found.value.strip())
    return bool(found.value) if isinstance(found.value, dict | tuple) else True


def count(found: Node | NotFound) -> int:
    """How many items a list has; 1 for another value that is filled."""
    if isinstance(found, Node) and isinstance(found.value, tuple):
        return len(found.value)
    return int(is_filled(found))
