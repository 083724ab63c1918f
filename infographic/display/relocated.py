"""A frame of an earlier story, its places those of the story that it stands for now."""

from __future__ import annotations

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed
from infographic.display.notes import BlockNote, PlacedNote
from infographic.foundation.places import Places
from infographic.foundation.record import replaced


def relocated(frame: Frame, places: Places) -> Frame:
    """The frame with every origin put right; lines, paths and pictures stay the same objects."""
    return Frame(
        frame.size,
        _items(frame.items, places),
        places.diagnostics(frame.faults),
        frame.baseline,
        _notes(frame.notes, places),
    )


def _items(items: tuple[Placed, ...], places: Places) -> tuple[Placed, ...]:
    return tuple([
        Placed(
            at,
            replaced(item, items=_items(item.items, places)) if isinstance(item, Group) else item,
            places.of(origin),
        )
        for at, item, origin in items
    ])  # fmt: skip


def _notes(notes: tuple[PlacedNote, ...], places: Places) -> tuple[PlacedNote, ...]:
    return tuple([
        placed._replace(
            note=BlockNote(note.kind, note.size, _notes(note.notes, places))
            if isinstance(note := placed.note, BlockNote) else note,
            origin=places.of(placed.origin),
        )
        for placed in notes
    ])  # fmt: skip
