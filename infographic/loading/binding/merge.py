"""Values laid over a file: “extends” between layouts, and --set on the command line."""

from __future__ import annotations

from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import NotFound, escaped, is_pointer, part_of, steps_of
from infographic.loading.reading.reader import Reader


def extend(base: Node, child: Node) -> Node:
    """A child laid over its base: objects are merged key by key, all else is the child's."""
    if not _merges(base) or not _merges(child):
        return child
    assert isinstance(base.value, dict) and isinstance(child.value, dict)
    fields, keys = dict(base.value), dict(base.keys)
    for key, node in child.value.items():
        fields[key] = extend(fields[key], node) if key in fields else node
        keys[key] = child.keys.get(key, node.origin)
    return Node(fields, child.origin, keys)


def _merges(node: Node) -> bool:
    """Whether a node is an object that is no directive."""
    return isinstance(node.value, dict) and not any(
        key.startswith("$") and key != "$schema" for key in node.value
    )


NO_NUMBERS = {"json-not-finite", "json-overflow"}
"""Numbers that are none in a file, and so none here; in quotes they are texts."""


def set_value(node: Node, pointer: str, text: str) -> Node:
    """The tree with the value at `pointer` replaced, or added to its object.

    `text` is read as JSON where it is JSON (“2300”, “true”, “[1, 2]”), else taken as a text.
    “-” as the last step adds to a list. Raises `SpecError` where there is no such place.
    """
    source = Source("--set", f"{pointer}={text}")
    if not is_pointer(pointer):
        raise SpecError([Diagnostic(say("set-pointer/form", pointer=pointer), Origin(source))])
    start = len(pointer) + 1
    reader = Reader(source, source.text, False, pointer)
    value = reader.read(start)
    if value is not None and {fault.code for fault in reader.faults} & NO_NUMBERS:
        raise SpecError(reader.faults)
    if value is None or reader.faults:
        value = Node(text, Origin(source, pointer, 1, start + 1))
    return _replaced(node, [*steps_of(pointer)], "", value)


def _replaced(node: Node, steps: list[str], base: str, value: Node) -> Node:
    if not steps:
        return value
    step, *rest = steps
    part = part_of(node, step)
    new = value if not rest else None
    if part is not None:
        new = _replaced(part, rest, f"{base}/{escaped(step)}", value)
    if isinstance(node.value, dict) and new is not None:
        keys = {**node.keys, step: node.keys.get(step, value.origin)}
        return Node({**node.value, step: new}, node.origin, keys)
    if isinstance(node.value, tuple) and new is not None:
        if step == "-":
            return Node((*node.value, new), node.origin)
        if part is not None:
            at = int(step)
            return Node((*node.value[:at], new, *node.value[at + 1 :]), node.origin)
    found = NotFound(node, base, step)
    why = found.why(say("phrase/the-file"))
    saying = say("set-pointer/nothing", pointer=value.origin.pointer, why=why)
    raise SpecError([Diagnostic(saying, value.origin, found.mend)])
