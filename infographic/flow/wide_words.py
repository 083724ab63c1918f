"""Words that are wider than the lines that they stand in, beside a block or in a narrow frame."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.flow.line_rooms import ColumnRoom
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured, Standing
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import replaced
from infographic.layout.setting import faults_of
from infographic.text.runaround import set_runaround


def words_too_wide(
    passages: Sequence[Passage], poured: Poured, rooms: Sequence[ColumnRoom]
) -> list[Diagnostic]:
    """What is wrong with the words in the lines where they were poured."""
    widths: dict[int, list[float]] = {}
    for stand in poured.stands:
        widths.setdefault(stand.entry.paragraph, []).append(_width(stand, rooms[stand.room]))
    found: list[Diagnostic] = []
    for passage in passages:
        own = widths.get(passage.number)
        if own and passage.block is None:
            paragraph = set_runaround(passage.copy, passage.style, tuple(own))
            least = min(own)
            if paragraph.measure != least:
                paragraph = replaced(paragraph, measure=least)
            found += faults_of(paragraph, passage.copy, passage.style)
    return found


def _width(stand: Standing, room: ColumnRoom) -> float:
    taken = room[stand.row : stand.row + stand.rows]
    return min(place.width for place in taken if place is not None)
