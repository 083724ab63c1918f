"""The story's file with what was found set right, and every other character as it was."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable, Collection, Iterator
from typing import NamedTuple

from infographic.copy_lint.findings import Finding
from infographic.copy_lint.rules import findings
from infographic.copy_lint.texts import parts_of
from infographic.foundation.datum import Node, Origin
from infographic.text.markup import place_in

MOST_PASSES = 4
"""What one mend brings to light (&#34; is a straight quote) the next pass mends."""
_NUMBER = re.compile(r"[-+.\deE]+")


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
        changes = sorted(_changes(story, off))
        kept: list[_Change] = []
        for change in changes:
            if not kept or change.start >= kept[-1].end:
                kept.append(change)
        if not kept:
            break
        for change in reversed(kept):
            text = text[: change.start] + change.written + text[change.end :]
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

    def at(origin: Origin) -> int:
        return starts[origin.line - 1] + origin.column - 1

    for node, code, found in findings(story, parts_of(story), off):
        if node.origin.source is not source or not node.origin.line:
            continue
        for one in found:
            if one.mend is not None:
                yield _Change(*_span(node, one, at, source.text), _written(node, one.mend), code)


def _span(node: Node, finding: Finding, at: Callable[[Origin], int], text: str) -> tuple[int, int]:
    """From where to where in the file a finding stands."""
    start = at(node.origin)
    if isinstance(node.value, str):
        first, last = (at(place_in(node.origin, end)) for end in (finding.start, finding.end))
        return first, last
    number = _NUMBER.match(text, start)
    return start, number.end() if number else start


def _written(node: Node, mend: str) -> str:
    return json.dumps(mend, ensure_ascii=False)[1:-1] if isinstance(node.value, str) else mend
