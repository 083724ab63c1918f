"""What a layout needs of a story, compared with what the story has."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, near_word, nearest
from infographic.foundation.memo import Memo
from infographic.foundation.sayings import say
from infographic.loading.reading.pointer import NotFound, count, follow, is_filled, is_pointer
from infographic.text.markup import unmarked

BOUNDS = ("min", "max", "min_characters", "max_characters", "max_characters_fit")
WITH = "with"
UNLESS = "unless"
POINTERS = (WITH, UNLESS)


def missing_needs(needs: Node, story: Node) -> list[Diagnostic]:
    """Every need that the story leaves unmet (“layout-needs”), every one that is none.

    An unmet one stands in the story, where the value is or the object that lacks it.

    A need is `"/pointer": true`, or an object of min and max (items of a list), and
    min_characters and max_characters (of all the texts there, without spaces and marks). The items
    of another list, `"with": "/charts"`, count towards a min: a page of pictures or charts. A story
    that has `"unless": "/charts"` needs none of them: there a chart stands in their place. Where
    there is a max_characters_fit, so many as the page holds once it is fitted, only more than that
    are too many: up to there the page itself says by how many its words are too long.
    """
    if not isinstance(needs.value, dict):
        return [Diagnostic(say("needs-form/object", kind=needs.kind), needs.origin)]
    faults: list[Diagnostic] = []
    for pointer, need in needs.value.items():
        if not pointer.startswith("//"):
            faults += _unmet(pointer, need, story)
    # Of a list with too few items those that are missing need not be named too.
    short = {one.origin for one in faults if one.saying.key == "layout-needs/few-items"}
    missing = {(why, one.origin) for one in faults if (why := _why(one)) and one.origin in short}
    once: list[Diagnostic] = []
    for fault in faults:
        # What is missing is missing once, however much of it is needed.
        why = _why(fault)
        if not why or (why, fault.origin) not in missing:
            once.append(fault)
        missing.add((why, fault.origin))
    return once


def _why(fault: Diagnostic) -> str:
    """What is not there, of a need of something that is not there."""
    return str(fault.saying.values.get("why", ""))


def _unmet(pointer: str, need: Node, story: Node) -> Iterator[Diagnostic]:
    malformed = _malformed(pointer, need)
    if malformed is not None:
        yield malformed
        return
    if need.value is False:
        return
    found = follow(story, pointer)
    bounds = need.value if isinstance(need.value, dict) else {}
    if UNLESS in bounds and is_filled(follow(story, str(bounds[UNLESS].value))):
        bounds = {key: bound for key, bound in bounds.items() if not key.startswith("min")}
        bounds["min"] = Node(0, need.origin)
    others = count(follow(story, str(bounds[WITH].value))) if WITH in bounds else 0
    if others:
        # They do for as many: the rest is needed still.
        bounds = {**bounds, "min": _less(bounds.get("min"), others, need)}
    at_least = [bounds[key].value for key in ("min", "min_characters") if key in bounds]
    if not is_filled(found):
        if not bounds or any(at_least):
            if isinstance(found, NotFound):
                saying = say("layout-needs/nothing", pointer=pointer, why=found.why())
                keys = found.node.value if isinstance(found.node.value, dict) else ()
                yield Diagnostic(saying, found.node.origin, near_word(found.step, keys))
            else:
                yield Diagnostic(say("layout-needs/empty", pointer=pointer), found.origin)
        return
    assert isinstance(found, Node)
    for low, high, has in (
        ("min", "max", count(found)),
        ("min_characters", "max_characters", characters(found)),
    ):
        least = bounds[low].plain() if low in bounds else None
        most = next((bounds[key].plain() for key in (f"{high}_fit", high) if key in bounds), None)
        if isinstance(least, int) and has < least:
            few = (
                say("layout-needs/few-items", pointer=pointer, least=least, has=has)
                if low == "min"
                else say("layout-needs/few-characters", pointer=pointer, least=least, has=has)
            )
            yield Diagnostic(few, found.origin)
        elif isinstance(most, int) and has > most:
            many = (
                say("layout-needs/many-items", pointer=pointer, most=most, has=has)
                if high == "max"
                else say("layout-needs/many-characters", pointer=pointer, most=most, has=has)
            )
            yield Diagnostic(many, found.origin)


def _less(least: Node | None, others: int, need: Node) -> Node:
    bound = least.value if least is not None and isinstance(least.value, int) else 0
    return Node(max(bound - others, 0), need.origin if least is None else least.origin)


def _malformed(pointer: str, need: Node) -> Diagnostic | None:
    if not is_pointer(pointer) or not pointer:
        return Diagnostic(say("needs-form/pointer", pointer=pointer), need.origin)
    if isinstance(need.value, bool):
        return None
    if not isinstance(need.value, dict):
        return Diagnostic(say("needs-form/need", fields=BOUNDS, kind=need.kind), need.origin)
    for key, bound in need.value.items():
        if key in POINTERS:
            if not isinstance(bound.value, str) or not is_pointer(bound.value):
                saying = say("needs-form/pointer", pointer=str(bound.plain()))
                return Diagnostic(saying, bound.origin)
            continue
        if key not in BOUNDS:
            place = need.keys.get(key, need.origin)
            mend = nearest(key, (*BOUNDS, *POINTERS))
            return Diagnostic(say("needs-form/unknown", key=key), place, mend)
        if not isinstance(bound.value, int) or isinstance(bound.value, bool):
            return Diagnostic(say("needs-form/number", key=key, kind=bound.kind), bound.origin)
    return None


def characters(node: Node) -> int:
    """The characters of every text in a value, without spaces and inline marks."""
    return _CHARACTERS.made(id(node), lambda: _characters(node), node)


_CHARACTERS: Memo[int] = Memo("characters of nodes", 256)


def _characters(node: Node) -> int:
    texts = (part.value for part in node.walk() if isinstance(part.value, str))
    return sum(len("".join(unmarked(text).split())) for text in texts)
