"""What of a story a layout does not show, and how that is said."""

from __future__ import annotations

from collections.abc import Container, Iterator, Sequence

from infographic.foundation.datum import OWN, Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.loading.binding.slots import PRIORITIES, rank
from infographic.loading.reading.pointer import escaped
from infographic.text.markup import unmarked

NOT_SET = (
    "/$schema",
    "/language",
    "/publication",
    "/kicker",
    "/lead",
    "/source",
    "/credits",
    "/url",
)
"""What says something about the story, or what few layouts show: not a word where it is unused."""
NAMES = ("title", "label", "text", "caption", "subhead", "heading")
"""Fields by which an editor knows an item, the first that it has."""
MOST_WORDS = 16
DRAWN = ("/charts", "/tables")
"""Lists of what is made to be seen: that a layout has no place for one is a warning."""


def left_out(gone: Sequence[Node], lists: frozenset[str], layout: str) -> list[Diagnostic]:
    """A note for each part that the layout has no place for; a warning for each list that it
    shows some items of and has no room for the others, and for charts or tables without a place.
    `gone` are the parts, as `unused` gives them, `lists` the lists that it goes through."""
    notes: list[Diagnostic] = []
    crowded: dict[str, list[Node]] = {}
    for node in _items(gone):
        pointer = node.origin.pointer
        list_pointer = pointer.rpartition("/")[0]
        if list_pointer in {*lists, *DRAWN} and rank(node) != PRIORITIES.index("may"):
            crowded.setdefault(list_pointer, []).append(node)
        elif not pointer.startswith(NOT_SET) and pointer.count("/") <= 4:
            part = pointer or say("phrase/whole-story")
            saying = say("story-unused", part=part, layout=layout)
            notes.append(Diagnostic(saying, node.origin, severity=Severity.NOTE, layout=layout))
    return notes + [
        _crowded(pointer, nodes, layout, pointer in lists) for pointer, nodes in crowded.items()
    ]


def _items(gone: Sequence[Node]) -> Iterator[Node]:
    """What is gone, lists of what is drawn item by item."""
    for node in gone:
        if node.origin.pointer in DRAWN and isinstance(node.value, tuple):
            yield from node.value
        else:
            yield node


def _crowded(pointer: str, nodes: list[Node], layout: str, some_shown: bool) -> Diagnostic:
    items = [say("phrase/quoted", words=_name_of(node)) for node in nodes]
    count = len(nodes)
    saying = (
        say("items-left-out", count=count, layout=layout, list=pointer, items=items)
        if some_shown
        else say("charts-left-out", count=count, layout=layout, list=pointer, items=items)
    )
    return Diagnostic(saying, nodes[0].origin, severity=Severity.WARNING, layout=layout)


def _name_of(item: Node) -> str:
    """An item as an editor knows it; its pointer where it has no words."""
    fields = item.value if isinstance(item.value, dict) else {"text": item}
    texts = [fields[name].value for name in NAMES if name in fields]
    said = next((text for text in texts if isinstance(text, str) and text), item.origin.pointer)
    words = " ".join(unmarked(said).split("\n"))
    return words if len(words) <= MOST_WORDS else words[: MOST_WORDS - 1] + "…"


def left_out_musts(gone: Sequence[Node]) -> tuple[Node, ...]:
    """Of what nothing was bound of, as `unused` gives it, the parts that say “must”."""
    return tuple(
        part
        for node in gone
        for part in node.walk()
        if isinstance(part.value, dict) and "priority" in part.value and rank(part) == 0
    )


def unused(story: Node, used: frozenset[str]) -> tuple[Node, ...]:
    """The largest parts of a story of which nothing was bound."""
    # A part is touched where it, something in it, or something round it was bound.
    touched: set[str] = set()
    for pointer in used:
        while pointer not in touched:
            touched.add(pointer)
            pointer = pointer.rpartition("/")[0]
    return tuple(_untouched(story, "", touched, used))


def _untouched(
    node: Node, pointer: str, touched: Container[str], used: Container[str]
) -> Iterator[Node]:
    if pointer not in touched:
        yield node
    elif pointer in used:
        return
    elif isinstance(node.value, dict):
        for key, part in node.value.items():
            if not key.startswith(OWN):
                yield from _untouched(part, f"{pointer}/{escaped(key)}", touched, used)
    elif isinstance(node.value, tuple):
        for i, part in enumerate(node.value):
            yield from _untouched(part, f"{pointer}/{i}", touched, used)
