"""How full pages are: the lines that its columns leave empty, and its free pictures' heights."""

from __future__ import annotations

from dataclasses import dataclass

from infographic.display.items import Group, Page


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
    groups = [p.item for page in pages for p in page.walk() if isinstance(p.item, Group)]
    return Fill(
        tuple(group.empty for group in groups if group.empty),
        tuple(group.clip.height / group.wanted for group in groups if group.wanted and group.clip),
    )
