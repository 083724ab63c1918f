"""Lines whose characters stand so far apart that a reader sees holes."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from infographic.display.items import Group, Placed, Role, TextLine, walk
from infographic.display.page import Page

LOOSE = 0.2
"""In em: between two characters, beyond what stands there in the paragraph's closest line."""
FEWEST = 4
"""Gaps; of fewer nobody can say how wide they should be."""


class LooseLine(NamedTuple):
    """A line that was spread to its measure, and how far apart its characters stand, in em."""

    line: Placed
    gap: float


def loose_lines(page: Page) -> Iterator[LooseLine]:
    """The loose lines of a page's paragraphs.

    Letterspaced type is not loose: it is as far apart in every line of its paragraph.
    """
    for placed in page.walk():
        item = placed.item
        if not isinstance(item, Group) or item.role is not Role.PARAGRAPH or len(item.items) < 2:
            continue
        gaps = [
            (one, gap)
            for one in walk(item.items, placed.at)
            if isinstance(one.item, TextLine) and (gap := gap_of(one.item)) is not None
        ]
        closest = min((gap for _, gap in gaps), default=0.0)
        yield from (LooseLine(one, gap - closest) for one, gap in gaps if gap > closest + LOOSE)


def gap_of(line: TextLine) -> float | None:
    """The white between two Han of a line, in em, the median of all; None where there are few."""
    gaps = [
        xs - before - 1
        for _, run in line.runs
        for before, xs, first, second in zip(
            run.xs, run.xs[1:], run.texts, run.texts[1:], strict=False
        )
        if is_han(first) and is_han(second)
    ]
    return sorted(gaps)[len(gaps) // 2] if len(gaps) >= FEWEST else None


def is_han(text: str) -> bool:
    return len(text) == 1 and "\u4e00" <= text <= "\u9fff"
