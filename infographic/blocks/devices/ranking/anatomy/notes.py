"""Words at some of the rows: behind the value where they have room, else under the mark."""

from __future__ import annotations

from collections.abc import Mapping

from infographic.blocks.devices.ranking.anatomy.rows import Said, beside
from infographic.display.frame import Frame
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.text.copy import Copy


class RowNote(NamedTuple):
    """A note at its row, still to be placed: one line behind the value, or lines below."""

    behind: Said | None
    below: Frame | None
    x: float = 0.0
    width: float = 0.0
    """How far the lines below reach from there."""

    @property
    def tail(self) -> float:
        """How much higher the row is by it."""
        return 0.0 if self.below is None else self.below.size.height

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        one = self.behind.lettering if self.behind else self.below
        return one.faults if one else ()

    def placed(self, middle: float, bottom: float) -> tuple[Placed, ...]:
        """Of a bar with this middle, in a row that ends at `bottom`."""
        if self.behind is not None:
            one = self.behind.lettering
            return one.at(self.behind.x, one.baseline_at(middle))
        return () if self.below is None else self.below.moved(self.x, bottom - self.tail).items

    def boxes(self, middle: float, bottom: float) -> tuple[Rect, ...]:
        """What its words cover there."""
        if self.behind is not None:
            one = self.behind.lettering
            return (self.behind._replace(baseline=one.baseline_at(middle)).box,)
        if self.below is None:
            return ()
        return (Rect(self.x, bottom - self.tail, self.width, self.tail),)


NO_NOTE = RowNote(None, None)


def notes_by_row(subject: Subject) -> Mapping[int, Copy]:
    """The chart's notes by the rows that they are at, the first of several."""
    if not subject.chart.notes:
        return {}
    column = subject.table.columns[subject.names_place] if subject.names_place >= 0 else None
    texts = column.texts if column is not None else ()
    found: dict[int, Copy] = {}
    for note in subject.chart.notes:
        key = str(note.at)
        for row, name in enumerate(subject.names):
            if key == name or (row < len(texts) and key == texts[row]):
                found.setdefault(row, note.text)
                break
    return found


def note_at(text: Copy | None, look: Look, behind: float, below: float, width: float) -> RowNote:
    """Behind x = `behind` where it has room, else under the mark from x = `below` on."""
    if text is None:
        return NO_NOTE
    one = lettered(text, look.label)
    gap = look.em * 0.8
    if behind + gap + one.width <= width:
        return RowNote(beside(one, behind + gap, 0), None)
    if width - below < 8 * look.em:
        below = 0.0
    measure = width - below
    return RowNote(None, lines_of(text, look.label, measure), below, min(one.width, measure))
