"""Of a face with TrueType outlines: each glyph, as far as HarfBuzz would draw it.

It leaves out, without a word, a glyph whose place makes no sense, one that is cut short, and parts
of glyphs that hold themselves (OpenType spec, loca and glyf).
"""

from __future__ import annotations

import struct
import sys
from array import array
from operator import le

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.record import field, record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.tables import FontTables

REPEATS, X_IS_BYTE, Y_IS_BYTE, X_IS_SAME, Y_IS_SAME = 8, 2, 4, 16, 32
"""Flags of a point."""
ARE_WORDS, HAS_SCALE, HAS_MORE, HAS_TWO_SCALES, HAS_MATRIX = 1, 8, 32, 64, 128
"""Flags of a part of a composite glyph."""


def places_of_glyphs(font: FontTables, count: int, *, are_long: bool) -> array[int]:
    """Where glyphs begin in `glyf`, and the last one's end, in bytes: they never run backwards."""
    loca, size = font.get("loca"), 4 if are_long else 2
    if len(loca) < size * (count + 1):
        raise FontError(say("font-broken/cut", file=font.file, table="loca"))
    places = array("I" if are_long else "H", loca[: size * (count + 1)].tobytes())
    if sys.byteorder == "little":
        places.byteswap()
    if not all(map(le, places, places[1:])):
        raise FontError(say("font-broken/order", file=font.file, table="loca"))
    if places[-1] * (1 if are_long else 2) > len(font.get("glyf")):
        raise FontError(say("font-broken/cut", file=font.file, table="glyf"))
    return places if are_long else array("I", [2 * place for place in places])


class Known(NamedTuple):
    """Of a glyph that is in order, those of its parts counted."""

    points: int
    depth: int
    """How often its parts have parts; 0 of one without."""


@record(eq=False)
class Outlines:
    """The glyphs of `glyf`, looked at when they are asked for."""

    file: str
    data: memoryview
    places: array[int]
    known: dict[int, Known] = field(default_factory=dict)

    def must_be_whole(self, glyph: int) -> None:
        """Raises `FontError` for a glyph that would not be drawn as it is in the file."""
        try:
            self._look_at(glyph, ())
        except (struct.error, IndexError) as error:
            saying = say("font-broken/glyph", file=self.file, table="glyf", glyph=glyph)
            raise FontError(saying) from error

    def _look_at(self, glyph: int, within: tuple[int, ...]) -> Known:
        known = self.known.get(glyph)
        if known is not None:
            return known
        if glyph in within:
            saying = say("font-broken/itself", file=self.file, table="glyf", glyph=glyph)
            raise FontError(saying)
        start, end = self.places[glyph], self.places[glyph + 1]
        data, points, depth = self.data[start:end], 0, 0
        if data:
            contours = struct.unpack_from(">h", data)[0]
            if contours >= 0:
                points = _points_of_contours(data, contours)
            else:
                inside = (*within, glyph)
                self._must_be_shallow(inside[0], len(inside))
                for number in _parts(data):
                    part = self._look_at(number, inside)
                    points += 1 + part.points
                    depth = max(depth, 1 + part.depth)
                    self._must_be_shallow(glyph, depth)
                    self._must_be_few(glyph, points)
            self._must_be_few(glyph, points)
        self.known[glyph] = Known(points, depth)
        return self.known[glyph]

    def _must_be_shallow(self, glyph: int, depth: int) -> None:
        if depth > (bound := most("glyph-depth")):
            saying = say(
                "font-large/depth", file=self.file, glyph=glyph, most=bound, limit="glyph-depth"
            )
            raise FontError(saying)

    def _must_be_few(self, glyph: int, total: int) -> None:
        if total > (bound := most("glyph-points")):
            saying = say(
                "font-large/points", file=self.file, table="glyf", glyph=glyph, most=bound,
                limit="glyph-points",
            )  # fmt: skip
            raise FontError(saying)


def _points_of_contours(data: memoryview, contours: int) -> int:
    """How many points a simple glyph has. Raises `IndexError`, `struct.error` where it is cut."""
    if not contours:
        return 0
    ends = struct.unpack_from(f">{contours}H", data, 10)
    if not all(map(le, ends, ends[1:])):
        raise IndexError
    count = int(ends[-1]) + 1
    at = 10 + 2 * contours
    at += 2 + struct.unpack_from(">H", data, at)[0]
    read = coordinates = 0
    while read < count:
        flag = data[at]
        times = 1
        at += 1
        if flag & REPEATS:
            times += data[at]
            at += 1
        read += times
        if read > count:
            raise IndexError
        size = 1 if flag & X_IS_BYTE else 0 if flag & X_IS_SAME else 2
        size += 1 if flag & Y_IS_BYTE else 0 if flag & Y_IS_SAME else 2
        coordinates += times * size
    if at + coordinates > len(data):
        raise IndexError
    return count


def _parts(data: memoryview) -> list[int]:
    """The glyphs that a composite one is made of."""
    parts, at, flags = [], 10, HAS_MORE
    while flags & HAS_MORE:
        flags, glyph = struct.unpack_from(">HH", data, at)
        parts.append(glyph)
        at += 8 if flags & ARE_WORDS else 6
        if flags & HAS_SCALE:
            at += 2
        elif flags & HAS_TWO_SCALES:
            at += 4
        elif flags & HAS_MATRIX:
            at += 8
    if at > len(data):
        raise IndexError
    return parts
