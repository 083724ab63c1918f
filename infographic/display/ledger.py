"""The ledger: how full each frame of words on a page is."""

from __future__ import annotations

from infographic.display.notes import Tally, TextFrame
from infographic.display.page import Page, whole
from infographic.display.sources import source_of_words
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.foundation.record import record


@record
class LedgerEntry:
    """One frame of words: what it is, where it stands on the page, how full it is."""

    name: str
    """The block's kind."""
    box: Rect
    tally: Tally
    origin: Origin
    """The words' place in the story."""

    def as_dict(self) -> dict[str, object]:
        """For `--diagnostics json`: flat, stable keys."""
        tally, box = self.tally, self.box
        return {
            "block": self.name,
            "said": tally.said,
            "characters": tally.characters,
            "over": tally.over,
            "over_lines": tally.over_lines,
            "lines": tally.lines,
            "spare_lines": tally.spare_lines,
            "spare": tally.spare,
            "to_fill": tally.to_fill,
            "remedy": tally.remedy,
            "x": round(box.x, 3),
            "y": round(box.y, 3),
            "width": round(box.width, 3),
            "height": round(box.height, 3),
            "file": self.origin.file,
            "pointer": self.origin.pointer,
            "line": self.origin.line,
            "column": self.origin.column,
        }


def ledger(page: Page) -> tuple[LedgerEntry, ...]:
    """Every frame of words on a page, in reading order."""
    return tuple(
        LedgerEntry(
            block.kind,
            Rect(*one.at, *one.note.size),
            one.note.words.tally(),
            source_of_words(block) or one.origin,
        )
        for block in whole(page).walk()
        for one in block.notes
        if isinstance(one.note, TextFrame)
    )
