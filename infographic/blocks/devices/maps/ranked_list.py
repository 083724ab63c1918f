"""A map's values as a list, ranked, where their names have no room on the map."""

from __future__ import annotations

from infographic.blocks.devices.maps.class_key import Painted, hatch_swatch, step_swatch
from infographic.blocks.devices.maps.tags import numeral
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered


class RankedList(NamedTuple):
    """The list, from its own top left corner."""

    items: tuple[Placed, ...]
    size: Size
    faults: tuple[Diagnostic, ...]
    ranks: dict[int, int]
    """The number that each row has in it, for the map."""


class _Entry(NamedTuple):
    row: int
    number: Lettering
    name: Lettering
    value: Lettering


def ranked_list(painted: Painted, width: float, height: float | None) -> RankedList | None:
    """Every row with its step's colour, its name and value, the greatest first, in columns.

    None where the width takes no column, or the height not all of them.
    """
    subject, look = painted.subject, painted.look
    values = painted.values
    rows = [row for row in painted.shapes if values[row] is not None]
    rows.sort(key=lambda row: -(values[row] or 0))
    rows += [row for row in painted.shapes if values[row] is None]
    entries = [_entry(painted, row, rank) for rank, row in enumerate(rows, 1)]
    sign = Size(look.of(8, 26), look.of(8, 26))
    names = max(entry.name.width for entry in entries)
    numbers = max(entry.number.width for entry in entries) + look.em * 0.5
    column = (
        numbers + sign.width + names + max(entry.value.width for entry in entries) + look.em * 1.3
    )
    gap, pitch = look.em * 1.6, look.label.leading
    most = int((width + gap + 0.01) // (column + gap))
    if most < 1:
        return None
    down = len(entries) if height is None else int(height // pitch)
    across = min(most, len(entries)) if height is None else -(-len(entries) // max(down, 1))
    if across > most:
        return None
    down = -(-len(entries) // across)
    items: list[Placed] = []
    for place, (row, number, name, value) in enumerate(entries):
        left = place // down * (column + gap)
        middle = (place % down + 0.5) * pitch
        items += number.middle(left, middle)
        value_end = left + column
        left += numbers
        at = Point(left, middle - sign.height / 2)
        drawing = step_swatch(painted, painted.step_of(row), sign) if (
            values[row] is not None
        ) else hatch_swatch(sign, look, subject.at(row))  # fmt: skip
        items += drawing(at)
        items += name.middle(left + sign.width + look.em * 0.5, middle)
        items += value.middle(value_end, middle, 1.0)
    size = Size(across * (column + gap) - gap, down * pitch)
    faults = tuple(fault for entry in entries for fault in (*entry.name.faults,
                                                            *entry.value.faults))  # fmt: skip
    return RankedList(tuple(items), size, faults, {row: n for n, row in enumerate(rows, 1)})


def _entry(painted: Painted, row: int, rank: int) -> _Entry:
    subject, look = painted.subject, painted.look
    style = look.strong if row in subject.highlighted else look.label
    name = lettered(subject.names[row], style, subject.name_at(row))
    number = numeral(rank, look.tick, subject.at(row))
    return _Entry(row, number, name, lettered(subject.said(row, unit=False), look.strong))
