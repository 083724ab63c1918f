"""Of a face: which glyph stands for which character (OpenType spec, cmap)."""

from __future__ import annotations

import struct
from itertools import pairwise

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.broken import reading
from infographic.foundation.sfnt.tables import FontTables

UNICODE = ((0, 0), (0, 1), (0, 2), (0, 3), (0, 4), (0, 6), (3, 0), (3, 1), (3, 10), (1, 0))
"""The platforms and encodings that are read; of others there may be anything."""
VARIATIONS = (0, 5)
"""Of characters with a variation selector."""
LAST_CHARACTER = 0x10FFFF


def must_lead_to_glyphs(font: FontTables) -> None:
    """Look at `cmap`: its groups go up and hold characters, none twice and not too many.

    A group of twelve bytes may stand for all of Unicode.
    """
    with reading(font.file, "cmap"):
        cmap = font.get("cmap")
        count = struct.unpack_from(">2xH", cmap)[0]
        maps = struct.iter_unpack(">HHI", cmap[4 : 4 + 8 * count])
        if len(cmap) < 4 + 8 * count:
            raise IndexError
        places = {place: (platform, kind) for platform, kind, place in maps}
        found = False
        for place, of in sorted(places.items()):
            if of == VARIATIONS:
                _look_at_variations(font, cmap[place:])
            elif of in UNICODE:
                _look_at_map(font, cmap[place:])
                found = True
    if not found:
        raise FontError(say("font-broken/unknown", file=font.file, table="cmap"))


def _wrong(font: FontTables) -> FontError:
    return FontError(say("font-broken/order", file=font.file, table="cmap"))


def _look_at_map(font: FontTables, data: memoryview) -> None:
    kind = struct.unpack_from(">H", data)[0]
    if kind == 4:
        _look_at_segments(font, data)
    elif kind in (12, 13):
        count = struct.unpack_from(">12xI", data)[0]
        if 16 + 12 * count > len(data):
            raise IndexError
        before, found = -1, 0
        for start, end, _ in struct.iter_unpack(">III", data[16 : 16 + 12 * count]):
            if not before < start <= end <= LAST_CHARACTER:
                raise _wrong(font)
            before, found = end, found + end - start + 1
        _must_be_few(font, found)
    elif kind == 10:
        start, count = struct.unpack_from(">12xII", data)
        if start + count > LAST_CHARACTER + 1:
            raise _wrong(font)
        if 20 + 2 * count > len(data):
            raise IndexError
        _must_be_few(font, count)
    elif kind == 6:
        count = struct.unpack_from(">8xH", data)[0]
        if 10 + 2 * count > len(data):
            raise IndexError
    elif kind == 0:
        if len(data) < 262:
            raise IndexError
    elif kind != 2:  # of the Macintosh's Chinese, which nobody asks for
        raise FontError(say("font-broken/unknown", file=font.file, table="cmap"))


def _look_at_segments(font: FontTables, data: memoryview) -> None:
    """Format 4. Its length may be too small: a large map's does not fit into two bytes."""
    double = struct.unpack_from(">6xH", data)[0]
    count = double // 2
    if not count:
        raise _wrong(font)
    ends = struct.unpack_from(f">{count}H", data, 14)
    starts = struct.unpack_from(f">{count}H", data, 16 + double)
    places = struct.unpack_from(f">{count}H", data, 16 + 3 * double)
    if any(start > end for start, end in zip(starts, ends, strict=True)):
        raise _wrong(font)
    if any(end >= start and end != 0xFFFF for end, start in zip(ends, starts[1:], strict=False)):
        raise _wrong(font)  # the last of all stands twice in some faces
    for number, place in enumerate(places):
        # 0xFFFF in the last segment of some faces stands for none.
        if place and place != 0xFFFF and starts[number] != 0xFFFF:
            at = 16 + 3 * double + 2 * number + place
            if at + 2 * (ends[number] - starts[number] + 1) > len(data):
                raise IndexError


def _look_at_variations(font: FontTables, data: memoryview) -> None:
    """Format 14: nothing is counted twice, though tables may be shared."""
    kind, count = struct.unpack_from(">H4xI", data)
    if kind != 14:
        raise FontError(say("font-broken/unknown", file=font.file, table="cmap"))
    if 10 + 11 * count > len(data):
        raise IndexError
    found = 0
    records = list(struct.iter_unpack(">3sII", data[10 : 10 + 11 * count]))
    if any(one[0] >= other[0] for one, other in pairwise(records)):
        raise _wrong(font)
    for _, usual, own in records:
        if usual:
            found += _usual(font, data, usual)
        if own:
            found += _own(font, data, own)
        _must_be_few(font, found)


def _must_be_few(font: FontTables, found: int) -> None:
    if found > (bound := most("font-characters")):
        saying = say("font-large/characters", file=font.file, most=bound, limit="font-characters")
        raise FontError(saying)


def _usual(font: FontTables, data: memoryview, place: int) -> int:
    """How many characters of a selector have their usual glyph."""
    count = struct.unpack_from(">I", data, place)[0]
    rows = data[place + 4 : place + 4 + 4 * count]
    if len(rows) < 4 * count:
        raise IndexError
    before, found = -1, 0
    for first, more in struct.iter_unpack(">3sB", rows):
        start = int.from_bytes(first, "big")
        if not before < start <= start + more <= LAST_CHARACTER:
            raise _wrong(font)
        before, found = start + more, found + more + 1
    return found


def _own(font: FontTables, data: memoryview, place: int) -> int:
    """How many have a glyph of their own."""
    count = struct.unpack_from(">I", data, place)[0]
    rows = data[place + 4 : place + 4 + 5 * count]
    if len(rows) < 5 * count:
        raise IndexError
    before = b""
    for character, _ in struct.iter_unpack(">3sH", rows):
        if character <= before:
            raise _wrong(font)
        before = character
    return int(count)
