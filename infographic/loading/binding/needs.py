"""What a layout needs of a story, compared with what the story has."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, did_you_mean, worded
from infographic.loading.reading.pointer import NotFound, count, follow, is_filled, is_pointer
from infographic.text.markup import unmarked

BOUNDS = ("min", "max", "min_characters", "max_characters")


def missing_needs(needs: Node, story: Node) -> list[Diagnostic]:
    """Every need that the story leaves unmet (“layout-needs”), every one that is none.

    A need is `"/pointer": true`, or an object of min and max (items of a list), and
    min_characters and max_characters (of all the texts there, without spaces and marks).
    """
    if not isinstance(needs.value, dict):
        message = f"“needs” wants an object of pointers, found {needs.kind}"
        return [worded("needs-form", message, needs.origin)]
    return [
        fault
        for pointer, need in needs.value.items()
        if not pointer.startswith("//")
        for fault in _unmet(pointer, need, story)
    ]


def _unmet(pointer: str, need: Node, story: Node) -> Iterator[Diagnostic]:
    malformed = _malformed(pointer, need)
    if malformed is not None:
        yield malformed
        return
    if need.value is False:
        return
    found = follow(story, pointer)
    bounds = need.value if isinstance(need.value, dict) else {}
    at_least = [bounds[key].value for key in ("min", "min_characters") if key in bounds]
    if not is_filled(found):
        if not bounds or any(at_least):
            has = found.words() if isinstance(found, NotFound) else f"“{pointer}” is empty"
            message = f"the layout needs “{pointer}”, but {has}"
            hint = found.hint if isinstance(found, NotFound) else ""
            yield worded("layout-needs", message, need.origin, hint)
        return
    assert isinstance(found, Node)
    place = f" ({found.origin})" if found.origin.line else ""
    for low, high, unit, has_number in (
        ("min", "max", "in", count(found)),
        ("min_characters", "max_characters", "characters in", characters(found)),
    ):
        least = bounds[low].plain() if low in bounds else None
        most = bounds[high].plain() if high in bounds else None
        under = isinstance(least, int) and has_number < least
        over = isinstance(most, int) and has_number > most
        if under or over:
            wanted = f"at least {least}" if under else f"at most {most}"
            message = f"the layout needs {wanted} {unit} “{pointer}”; the story has {has_number}"
            yield worded("layout-needs", message + place, need.origin)


def _malformed(pointer: str, need: Node) -> Diagnostic | None:
    if not is_pointer(pointer) or not pointer:
        message = f"“{pointer}” is no pointer into the story"
        return worded("needs-form", message, need.origin, f"write “/{pointer}”")
    if isinstance(need.value, bool):
        return None
    if not isinstance(need.value, dict):
        message = f"a need is true or an object of {', '.join(BOUNDS)}; found {need.kind}"
        return worded("needs-form", message, need.origin)
    for key, bound in need.value.items():
        if key not in BOUNDS:
            place = need.keys.get(key, need.origin)
            return worded("needs-form", f"“{key}” is no need", place, did_you_mean(key, BOUNDS))
        if not isinstance(bound.value, int) or isinstance(bound.value, bool):
            message = f"“{key}” wants a whole number, found {bound.kind}"
            return worded("needs-form", message, bound.origin)
    return None


def characters(node: Node) -> int:
    """The characters of every text in a value, without spaces and inline marks."""
    texts = (part.value for part in node.walk() if isinstance(part.value, str))
    return sum(len("".join(unmarked(text).split())) for text in texts)
