"""The names of rows: in a column left of the marks, or each over its own."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.ranking.anatomy.rows import Entry
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import NOTHING, Lettering, lettered, lines_of
from infographic.graphics.look import Look

LONGEST = 10
"""Characters of a name that stands left of its mark; where one is longer, all stand over theirs."""
WIDEST_SHARE = 0.4
"""Of the room: a wider column of names leaves too little for the marks."""


class Names(NamedTuple):
    """Names that are still to be placed, one a row. Lengths in points."""

    beside: tuple[Lettering, ...]
    over: tuple[Frame, ...] = ()
    """Set in lines, where they stand over their marks."""
    gap: float = 0.0
    """Between a name and the post."""
    widths: tuple[float, ...] = ()
    """How far the lines of those over their marks reach."""

    @property
    def room(self) -> float:
        """Left of the post."""
        widest = max((one.width for one in self.beside), default=0.0)
        return widest + self.gap if widest else 0.0

    @property
    def heads(self) -> tuple[float, ...]:
        """How much higher each row is by its name."""
        if self.over:
            return tuple(frame.size.height for frame in self.over)
        return (0.0,) * len(self.beside)

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        found = [one.faults for one in self.beside] + [frame.faults for frame in self.over]
        return tuple(fault for faults in found for fault in faults)

    def boxes(self, tops: Sequence[float]) -> list[Rect]:
        """What names over their marks cover, for lines that part round words."""
        return [
            Rect(0, top, width, frame.size.height)
            for top, width, frame in zip(tops, self.widths, self.over, strict=False)
        ]

    def bands(self, tops: Sequence[float]) -> list[Rect]:
        """The whole lanes of these names: a post parts at all of them alike."""
        return [
            Rect(0, top, frame.size.width, frame.size.height)
            for top, frame in zip(tops, self.over, strict=False)
        ]

    def placed(self, number: int, post: float, top: float, middle: float) -> tuple[Placed, ...]:
        """One of them: ending at the post, or over its row from the left edge."""
        if self.over:
            return self.over[number].moved(0, top).items
        return self.beside[number].middle(post - self.gap, middle, align=1.0)


def names_of(entries: Sequence[Entry], look: Look, width: float, values: float = 0.0) -> Names:
    """Names as they have room: beside their marks where none is longer than ten characters.

    `values` is the room that figures want beside the marks.
    """
    gap = look.em * 0.7
    singles = tuple(
        lettered(one.text, look.strong if one.is_claimed else look.label, one.origin)
        if one.text else NOTHING
        for one in entries
    )  # fmt: skip
    widest = max((one.width for one in singles), default=0.0)
    if (
        widest <= (LONGEST + 0.5) * look.em
        and widest + gap <= WIDEST_SHARE * width
        and (widest + gap + values + look.of(24, 72) <= width)
    ):
        return Names(singles, (), gap)
    over = tuple(
        lines_of(one.text, look.strong if one.is_claimed else look.label, width, 0, one.origin)
        for one in entries
    )
    widths = tuple(min(one.width, width) for one in singles)
    return Names((), over, gap, widths)
