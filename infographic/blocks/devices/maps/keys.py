"""The foot of a map: what its colours and circles mean, in rows, and its scale bar."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.blocks.devices.maps.ground import Scale
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering
from infographic.graphics.look import Look

Draw = Callable[[Point], Sequence[Placed]]


class Entry(NamedTuple):
    """A sign and what it means."""

    sign: Size
    draw: Draw
    """The sign from its top left corner."""
    label: Lettering

    def width(self, look: Look) -> float:
        return self.sign.width + look.em * 0.4 + self.label.width


def least_map(look: Look, entries: Sequence[Entry] = ()) -> Size:
    """The least room for a map whose key has these entries."""
    widest = max((entry.width(look) for entry in entries), default=0.0)
    return Size(max(look.of(110, 420), widest), look.of(100, 380))


class Foot(NamedTuple):
    """Rows of entries, before they are placed."""

    rows: tuple[tuple[Entry, ...], ...]
    scale: Scale | None
    scale_row: int
    """The row at whose right end the scale bar stands; one more than there are: its own."""
    row_height: float
    before: float

    @property
    def height(self) -> float:
        count = max(len(self.rows), self.scale_row + 1 if self.scale is not None else 0)
        return self.before + count * self.row_height if count else 0.0

    def drawn(self, width: float, top: float, look: Look, origin: Origin) -> list[Placed]:
        items: list[Placed] = []
        for number, row in enumerate(self.rows):
            x = 0.0
            middle = top + self.before + (number + 0.5) * self.row_height
            for entry in row:
                items += entry.draw(Point(x, middle - entry.sign.height / 2))
                items += entry.label.middle(x + entry.sign.width + look.em * 0.4, middle)
                x += entry.width(look) + look.em * 1.2
        if self.scale is not None:
            left = width - self.scale.size(look).width if self.scale_row < len(self.rows) else 0.0
            middle = top + self.before + (self.scale_row + 0.5) * self.row_height
            items += self.scale.drawn(left, middle, look, origin)
        return items


def foot_of(entries: Sequence[Entry], scale: Scale | None, width: float, look: Look) -> Foot:
    """Entries in as few rows as they need; the scale bar at the end of the last where it fits."""
    rows: list[list[Entry]] = []
    x = 0.0
    for entry in entries:
        wide = entry.width(look)
        if not rows or x + wide > width:
            rows.append([])
            x = 0.0
        rows[-1].append(entry)
        x += wide + look.em * 1.2
    tallest = max((entry.sign.height for entry in entries), default=0.0)
    height = max(tallest + look.em * 0.3, look.tick.leading)
    own = scale is not None and (not rows or x + scale.size(look).width > width)
    scale_row = len(rows) if own else len(rows) - 1
    return Foot(tuple(map(tuple, rows)), scale, scale_row, height, look.em * 0.6)
