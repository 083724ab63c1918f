"""Of a variable face: its axes, and where the movements of its glyphs stand (OpenType spec, fvar,
avar, HVAR and gvar).

HarfBuzz draws the face at its default where it cannot read them: regular for bold.
"""

from __future__ import annotations

import struct
import sys
from array import array
from operator import le

from infographic.foundation.diagnostics import FontError
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.broken import reading
from infographic.foundation.sfnt.tables import FontTables

MOST_AXES = 64


def must_vary(font: FontTables, glyphs: int) -> None:
    """Look at the tables of a variable face, where it is one."""
    if "fvar" not in font.tables:
        return
    with reading(font.file, "fvar"):
        axes = _look_at_axes(font)
    if "avar" in font.tables:
        with reading(font.file, "avar"):
            _look_at_maps(font, axes)
    if "HVAR" in font.tables:
        with reading(font.file, "HVAR"):
            _look_at_widths(font, axes)
    if "gvar" in font.tables:
        with reading(font.file, "gvar"):
            _look_at_movements(font, axes, glyphs)


def _unknown(font: FontTables, table: str) -> FontError:
    return FontError(say("font-broken/unknown", file=font.file, table=table))


def _look_at_axes(font: FontTables) -> int:
    fvar = font.get("fvar")
    major, place, count, size = struct.unpack_from(">H2xH2xHH", fvar)
    if major != 1 or not 0 < count <= MOST_AXES or size != 20:
        raise _unknown(font, "fvar")
    for number in range(count):
        tag, low, usual, high = struct.unpack_from(">4s3i", fvar, place + 20 * number)
        # HarfBuzz's tags are text to us.
        if not (tag.isascii() and tag.decode().isprintable() and low <= usual <= high):
            raise _unknown(font, "fvar")
    return int(count)


def _look_at_maps(font: FontTables, axes: int) -> None:
    avar = font.get("avar")
    major, count = struct.unpack_from(">H4xH", avar)
    if major not in (1, 2) or count != axes:
        raise _unknown(font, "avar")
    at = 8
    for _ in range(count):
        pairs = struct.unpack_from(">H", avar, at)[0]
        values = struct.unpack_from(f">{2 * pairs}h", avar, at + 2)
        for row in (values[0::2], values[1::2]):
            if not all(map(le, row, row[1:])):
                raise FontError(say("font-broken/order", file=font.file, table="avar"))
        at += 2 + 4 * pairs


def _look_at_widths(font: FontTables, axes: int) -> None:
    """Of HVAR: its store of movements, and which of them is a glyph's."""
    hvar = font.get("HVAR")
    major, store, *maps = struct.unpack_from(">H2x4I", hvar)
    if major != 1 or not store:
        raise _unknown(font, "HVAR")
    _look_at_store(font, hvar[store:], axes)
    for place in filter(None, maps):
        kind, entry = struct.unpack_from(">BB", hvar, place)
        how, head = (">2xH", 4) if kind == 0 else (">2xI", 6)
        count = struct.unpack_from(how, hvar, place)[0]
        if kind > 1 or place + head + count * ((entry >> 4 & 3) + 1) > len(hvar):
            raise IndexError


def _look_at_store(font: FontTables, store: memoryview, axes: int) -> None:
    kind, regions, count = struct.unpack_from(">HIH", store)
    own, listed = struct.unpack_from(">HH", store, regions)
    if kind != 1 or own != axes:
        raise _unknown(font, "HVAR")
    if regions + 4 + 6 * own * listed > len(store):
        raise IndexError
    for place in struct.unpack_from(f">{count}I", store, 8):
        rows, words, used = struct.unpack_from(">HHH", store, place)
        # The upper bit says that its numbers are twice as wide.
        size = (words & 0x7FFF) + used << (1 if words & 0x8000 else 0)
        if place + 6 + 2 * used + rows * size > len(store):
            raise IndexError


def _look_at_movements(font: FontTables, axes: int, glyphs: int) -> None:
    gvar = font.get("gvar")
    major, own, shared, shared_at, count, flags, data_at = struct.unpack_from(">H2xHHIHHI", gvar)
    if major != 1 or own != axes or count != glyphs:
        raise _unknown(font, "gvar")
    if shared_at + 2 * axes * shared > len(gvar):
        raise IndexError
    size = 4 if flags & 1 else 2
    raw = gvar[20 : 20 + size * (count + 1)]
    if len(raw) < size * (count + 1):
        raise IndexError
    places = array("I" if size == 4 else "H", raw.tobytes())
    if sys.byteorder == "little":
        places.byteswap()
    if not all(map(le, places, places[1:])):
        raise FontError(say("font-broken/order", file=font.file, table="gvar"))
    if data_at + places[-1] * (1 if size == 4 else 2) > len(gvar):
        raise IndexError
