"""Glyphs as path data, in their face's own units, so that each outline stands in a file once."""

from __future__ import annotations

import hashlib
from functools import lru_cache

from infographic.foundation.font import Face


# A broadsheet has about 1,500 glyphs; an outline has 600 bytes.
@lru_cache(maxsize=8192)
def outline(face: Face, glyph: int) -> str:
    """A glyph's path data, y downwards from its origin; "" for a space."""
    pen = _PathPen()
    face.hb_font.draw_glyph_with_pen(glyph, pen)
    return "".join(pen.parts)


@lru_cache(maxsize=8192)
def name_of(data: str) -> str:
    """An id from the path itself: files put into one HTML page then share it, or never meet."""
    return "g" + hashlib.blake2b(data.encode(), digest_size=6).hexdigest()


class _PathPen:
    """Writes relative to the place before, as short as it goes, to a tenth of a unit."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.at = self.start = (0.0, 0.0)

    def moveTo(self, point: tuple[float, float]) -> None:  # noqa: N802 (fontTools' pen protocol)
        self._add("m", point)

    def lineTo(self, point: tuple[float, float]) -> None:  # noqa: N802
        self._add("l", point)

    def curveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("c", *points)

    def qCurveTo(self, *points: tuple[float, float]) -> None:  # noqa: N802
        self._add("q", *points)

    def closePath(self) -> None:  # noqa: N802
        self.parts.append("z")
        # What follows is a moveTo; a relative one counts from where the contour began.
        self.at = self.start

    def _add(self, kind: str, *points: tuple[float, float]) -> None:
        x, y = self.at
        numbers: list[float] = []
        for point in points:
            # Rounded where it stands, not as a step: steps would add up.
            to = (round(point[0], 1), round(-point[1], 1))
            numbers += (round(to[0] - x, 1), round(to[1] - y, 1))
        self.at = to
        if kind == "m":
            self.start = to
        if kind == "l" and not numbers[1]:
            kind, numbers = "h", numbers[:1]
        elif kind == "l" and not numbers[0]:
            kind, numbers = "v", numbers[1:]
        self.parts.append(kind + " ".join(map(_short, numbers)).replace(" -", "-"))


def _short(value: float) -> str:
    whole = int(value)
    return str(whole) if whole == value else repr(value)
