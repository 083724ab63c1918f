"""How full pages are: the lines that its columns leave empty, and its free pictures' heights."""

from __future__ import annotations

from dataclasses import dataclass

from infographic.display.notes import EmptyFeet, FreePicture
from infographic.display.page import Page, whole


@dataclass(frozen=True, slots=True)
class Fill:
    """What of its pages stands empty."""

    columns: tuple[tuple[int, ...], ...] = ()
    """For each text in columns, the lines left empty at the foot of each column."""
    pictures: tuple[float, ...] = ()
    """For each picture that takes what height is left, its height as a share of what it likes."""

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
    )
