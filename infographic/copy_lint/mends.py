"""The story's file with what was found set right, and every other character as it was."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence

from infographic.copy_lint.rules import findings
from infographic.copy_lint.texts import parts_of
from infographic.foundation.datum import Node
from infographic.foundation.late_pattern import late
from infographic.foundation.places import ESCAPE
from infographic.foundation.record.tuples import NamedTuple

MOST_PASSES = 32
"""What one mend brings to light (&#34; is a straight quote) the next pass mends."""
_NUMBER = late(r"[-+.\deE]+")


class Mended(NamedTuple):
    """A story's text after mending."""

    text: str
    counts: dict[str, int]
    """How many places were mended, by code."""


def mended(story: Node, read: Callable[[str], Node], off: Collection[str] = ()) -> Mended:
    """A story's own JSON text, mended where only one mend is possible.

    `read` reads a text as the story was read. What stands in no file (--set) is left alone.
    """
    text = story.origin.source.text
    counts: Counter[str] = Counter()
    for _ in range(MOST_PASSES):
        kept: list[_Change] = []
        for change in sorted(_changes(story, off)):
            if not kept or change.start >= kept[-1].end:
                kept.append(change)
        if not kept:
            break
        parts: list[str] = []
        at = 0
        for change in kept:
            parts += text[at : change.start], change.written
            at = change.end
        text = "".join((*parts, text[at:]))
        counts.update(change.code for change in kept)
        story = read(text)
    return Mended(text, dict(sorted(counts.items())))


class _Change(NamedTuple):
    """What is to be written from `start` to `end` of the file's text."""

    start: int
    end: int
    written: str
    code: str


def _changes(story: Node, off: Collection[str]) -> Iterator[_Change]:
    source = story.origin.source
    starts = [0, *(match.end() for match in re.finditer("\n", source.text))]
    places: dict[str, Sequence[int]] = {}
    for node, code, found in findings(story, parts_of(story), off):
        origin = node.origin
        if origin.source is not source or not origin.line:
            continue
        start = starts[origin.line - 1] + origin.column - 1
        if not isinstance(node.value, str):
            number = _NUMBER.match(source.text, start)
            end = number.end() if number else start
            yield from (_Change(start, end, one.mend, code) for one in found if one.mend)
            continue
        own = places.get(origin.pointer)
        if own is None:
            own = places[origin.pointer] = _offsets(source.text, start + 1, len(node.value))
        for one in found:
            if one.mend is not None:
                written = json.dumps(one.mend, ensure_ascii=False)[1:-1]
                yield _Change(own[one.start], own[one.end], written, code)


def _offsets(text: str, at: int, count: int) -> Sequence[int]:
    """Where each character of a JSON string stands in a file's text, and where the string ends.

    `at` is the first one's place; an escape is longer than its character.
    """
    offsets = []
    for _ in range(count):
        offsets.append(at)
        escape = ESCAPE.match(text, at) if text[at] == "\\" else None
        at += len(escape[0]) if escape else 1
    return (*offsets, at)
