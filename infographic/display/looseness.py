"""Lines whose characters stand so far apart that a reader sees holes, or that stand short."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.display.items import Placed, TextLine
from infographic.foundation.record.tuples import NamedTuple

LOOSE = 0.2
"""In em: what may be added between two characters."""
SHORT = 0.2
"""In em: what of its measure a justified line may leave empty."""


class LooseLine(NamedTuple):
    """A justified line that does not fill its measure as it should."""

    line: Placed
    gap: float
    """By how much its gaps are wider than they would like, in em."""
    short: float
    """What of its measure stands empty, in points."""


def loose_lines(items: Iterable[Placed]) -> Iterator[LooseLine]:
    """The loose lines among items, and the short ones, but for the last of each paragraph.

    Letterspaced type is not loose, nor a ragged line short: each is as it was asked to be.
    """
    for placed in items:
        line = placed.item
        if isinstance(line, TextLine) and (line.spread > LOOSE or line.short):
            size = line.runs[0][1].size if line.runs else 1.0
            if line.spread > LOOSE + NEAR or line.short > SHORT * size:
                yield LooseLine(placed, line.spread, line.short)


NEAR = 0.001
"""What the last digits of a sum may add to a gap."""
