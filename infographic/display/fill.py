"""How full pages are: the lines that columns leave empty, the heights of free pictures, and what
panels leave empty."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.blocks import PlacedBlock
from infographic.display.emptiness import GROUNDS
from infographic.display.notes import EmptyFeet, EmptyRoom, FreePicture
from infographic.display.page import Page, whole
from infographic.display.painted import painted_in
from infographic.foundation.record import record

PANELS = frozenset({"panel", "section", "fact_box"})
"""Blocks that have edges, so that what they leave empty is seen."""


@record
class Fill:
    """What of its pages stands empty."""

    columns: tuple[tuple[int, ...], ...] = ()
    """For each text in columns, the lines left empty at the foot of each column."""
    pictures: tuple[float, ...] = ()
    """For each picture that takes what height is left, its height as a share of what it likes."""
    panels: tuple[float, ...] = ()
    """For each panel, and each set of numbers outside of any, the share of its height that is
    empty: below its last ink, or between rows of numbers wider apart than they like."""

    @property
    def empty(self) -> int:
        """Lines that stand empty in all columns."""
        return sum(map(sum, self.columns))

    @property
    def ragged(self) -> int:
        """How many lines the ends of one text's columns lie apart, at most."""
        return max((max(lines) - min(lines) for lines in self.columns if lines), default=0)

    @property
    def short(self) -> int:
        """Whole rows of lines that stand empty: every column of a text ends so far above its
        foot."""
        return sum(min(lines) for lines in self.columns if lines)


def fill_of(*pages: Page) -> Fill:
    """Of one page, or of all pages of a layout together."""
    notes = [one.note for page in pages for block in whole(page).walk() for one in block.notes]
    return Fill(
        tuple(note.lines for note in notes if isinstance(note, EmptyFeet)),
        tuple(note.height / note.wanted for note in notes if isinstance(note, FreePicture)),
        tuple(share for page in pages for share in _empty_shares(whole(page))),
    )


def _empty_shares(block: PlacedBlock) -> Iterator[float]:
    """Of the outermost panels in a block, and of numbers in none."""
    if block.kind in PANELS:
        yield max([_empty_foot(block), *_between_rows(block)])
        return
    for placed in block.notes:
        if isinstance(placed.note, EmptyRoom):
            yield placed.note.share
    for child in block.children:
        yield from _empty_shares(child)


def _between_rows(block: PlacedBlock) -> list[float]:
    notes = [one.note for each in block.walk() for one in each.notes]
    return [note.share for note in notes if isinstance(note, EmptyRoom)]


def _empty_foot(panel: PlacedBlock) -> float:
    """The share of a panel's height that lies below all that stands in it."""
    ends = [one.bounds.bottom for one in painted_in(panel.items) if one.block not in GROUNDS]
    if not ends or panel.box.height <= 0:
        return 0.0
    return max(panel.box.bottom - max(ends), 0.0) / panel.box.height
