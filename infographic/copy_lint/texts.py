"""A story's texts, its numbers that are written with a point, and its stats."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.text.markup import unmarked

_NO_WORDS = frozenset(
    ("$schema", "language", "image", "aspect", "priority", "as", "focus", "number", "decimals")
)
_STATS = re.compile(r"/panels/\d+/stats/\d+")
_LETTER = re.compile(r"[^\W\d_]")


class StoryParts(NamedTuple):
    """What is looked into, in the order of the file."""

    texts: list[Node]
    """Every text that a reader reads, or hears read."""
    floats: list[Node]
    stats: list[Node]


def parts_of(story: Node) -> StoryParts:
    parts = StoryParts([], [], [])
    for node in story.walk():
        value, pointer = node.value, node.origin.pointer
        if isinstance(value, str):
            key = pointer.rsplit("/", 1)[-1]
            # A key that begins with // is a comment.
            if key not in _NO_WORDS and not key.startswith("~1~1"):
                parts.texts.append(node)
        elif isinstance(value, float):
            parts.floats.append(node)
        if pointer.startswith("/panels/") and _STATS.fullmatch(pointer):
            parts.stats.append(node)
    return parts


def numbers_without_label(stats: Iterable[Node]) -> Iterator[Diagnostic]:
    """A stat of a number and nothing that it says."""
    for node in stats:
        if not _says_what(node):
            yield Diagnostic(say("copy-no-label"), node.origin, severity=Severity.WARNING)


def _says_what(stat: Node) -> bool:
    """Whether there are words beside the number; of what is none of its forms, others speak."""
    value = stat.value
    if isinstance(value, str):
        return _has_words(value)
    if not isinstance(value, dict):
        return True
    fields = {key: str(node.value) for key, node in value.items()}
    if fields.get("label", "").strip() or fields.get("note", "").strip():
        return True
    if "value" in fields:
        return False
    said = "".join(fields.get(key, "") for key in ("text", "from", "to"))
    return not said or _has_words(said)


def _has_words(text: str) -> bool:
    """Whether a text is more than a number with its unit."""
    from infographic.text.marked_numbers import read_number

    plain = unmarked(text).strip()
    return read_number(plain) is None and _LETTER.search(plain) is not None
