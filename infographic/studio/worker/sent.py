"""What the browsers have of the pages, so that they are sent what is new alone."""

from __future__ import annotations

from infographic.backends.raster import Raster
from infographic.foundation.record import field, record

MOST = 150_000_000
"""Bytes of pixels that are kept."""


@record
class Sent:
    """What a browser has of a page."""

    how: tuple[object, ...]
    """Its layout, scale and mode: of another the whole is sent."""
    source: object
    """What it was drawn from: of the same nothing is drawn."""
    drawn: Raster


@record(frozen=False)
class SentPages:
    """By view and page; of old ones as many as there is room for, since who has none of a page is
    sent it whole."""

    known: dict[tuple[str, int], Sent] = field(default_factory=dict)
    """The last that was sent comes last."""

    def of(self, view: str, page: int) -> Sent | None:
        return self.known.get((view, page))

    def keep(self, view: str, page: int, sent: Sent) -> None:
        self.known.pop((view, page), None)
        self.known[view, page] = sent
        while len(self.known) > 1 and self._size() > MOST:
            del self.known[next(iter(self.known))]

    def forget(self, view: str) -> None:
        for key in [key for key in self.known if key[0] == view]:
            del self.known[key]

    def _size(self) -> int:
        return sum(len(one.drawn.rows) for one in self.known.values())
