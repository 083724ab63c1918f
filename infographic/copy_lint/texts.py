"""A story's texts, its numbers that are written with a point, and its stats."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.text.markup import MARKS, has_marks, kept_of, unmarked

_NO_WORDS = frozenset(
    ("$schema", "language", "image", "aspect", "priority", "as", "focus", "number", "decimals")
)
_PANEL = late(r"/panels/\d+")
_LETTER = late(r"[^\W\d_]")


class StoryParts(NamedTuple):
    """What is looked into, in the order of the file."""

    texts: list[Node]
    """Every text that a reader reads, or hears read."""
    floats: list[Node]
    """Every number with a point, but those that their stat rounds to its “decimals”."""
    stats: list[Node]
    """Those that need words of their own."""


def parts_of(story: Node) -> StoryParts:
    parts = StoryParts([], [], [])
    rounded: set[str] = set()
    for node in story.walk():
        value, pointer = node.value, node.origin.pointer
        if isinstance(value, dict) and "decimals" in value and "value" in value:
            rounded.add(value["value"].origin.pointer)
        if isinstance(value, str):
            key = pointer.rsplit("/", 1)[-1]
            # A key that begins with // is a comment.
            is_color = "/colors/" in pointer
            if key not in _NO_WORDS and not key.startswith("~1~1") and not is_color:
                parts.texts.append(node)
        elif isinstance(value, float) and pointer not in rounded:
            parts.floats.append(node)
        if isinstance(value, dict) and _PANEL.fullmatch(pointer):
            parts.stats.extend(_stats_of(value))
    return parts


def _stats_of(panel: Mapping[str, Node]) -> tuple[Node, ...]:
    """A panel's stats, but for one alone that the panel's title says."""
    stats, title = panel.get("stats"), panel.get("title")
    own = stats.value if stats is not None and isinstance(stats.value, tuple) else ()
    return () if len(own) == 1 and title is not None and title.value else own


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


@lru_cache(maxsize=512)
def _has_words(text: str) -> bool:
    """Whether a text is more than a number with its unit."""
    from infographic.text.marked_numbers import read_number

    plain = unmarked(text).strip()
    return read_number(plain) is None and _LETTER.search(plain) is not None


_MARKS = late(MARKS)


def unmarked_with_places(text: str) -> tuple[str, Sequence[int]]:
    """A text as it is read, without its inline marks, and where each character stands in it.

    >>> unmarked_with_places("约**2300**m{^2}")
    ('约2300m2', [0, 3, 4, 5, 6, 9, 12])
    """
    if not has_marks(text):
        return text, range(len(text))
    places: list[int] = []
    at = 0
    for mark in _MARKS.finditer(text):
        places += range(at, mark.start())
        places += kept_of(mark)
        at = mark.end()
    places += range(at, len(text))
    return "".join([text[place] for place in places]), places
