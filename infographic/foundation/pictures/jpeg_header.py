"""A JPEG's segments (ITU-T T.81, B.1): what Pillow needs of them, and what its decoder will do."""

from __future__ import annotations

import struct

from infographic.foundation.pictures.header import (
    Header,
    Parts,
    damaged,
    early,
    must_be_short,
)
from infographic.foundation.pictures.source import Piece, Source
from infographic.foundation.pictures.tiff_fields import (
    first_directory,
    orientation_in,
    whole_numbers,
)
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

SCAN, END, JFIF, EXIF, ICC, ADOBE, COMMENT = 0xDA, 0xD9, 0xE0, 0xE1, 0xE2, 0xEE, 0xFE
FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
ALONE = frozenset((0x01, *range(0xD0, 0xD9)))
"""Markers without a length."""
HUFFMAN = (0xC0, 0xC1, 0xC2)
PROGRESSIVE = frozenset((0xC2, 0xC6, 0xCA, 0xCE))
GAIN_MAP = b"hdrgm:Version"


class _Frame(NamedTuple):
    marker: int
    width: int
    height: int
    blocks: tuple[int, ...]
    """Of 8 by 8 samples, of each component."""


class _Said(NamedTuple):
    """What the segments before the first scan say."""

    pieces: list[Piece]
    icc: list[bytes]
    exif: list[bytes]
    xmp: list[bytes]
    frames: list[_Frame]
    further: list[bytes]
    """Where further pictures stand (CIPA DC-007)."""


def jpeg_header(source: Source, name: str) -> Header:
    """Raises `PictureError` for a file that ends early, or is over a limit."""
    said = _Said([(0, 2)], [], [], [], [], [])
    scan = _segments(source, name, said)
    end = source.find(b"\xff\xd9", scan)
    # The scan's own head says its length and the number of its components.
    if end < scan + 5:
        raise early(name)
    said.pieces.extend(((scan, end - scan), (end, source.size - end)))
    if not said.frames:
        raise damaged(name, "it has no frame")
    frame = said.frames[-1]
    in_scan = source.at(scan + 4, 1)[0]
    has_several = frame.marker in PROGRESSIVE or in_scan < len(frame.blocks)
    scans = source.count(b"\xff\xda", scan, end) if has_several else 1
    blocks = sum(frame.blocks)
    # Each block takes a bit at least, for its DC, and in a sequential scan another for its end.
    least = blocks if has_several else 2 * blocks
    if frame.marker in HUFFMAN and (end - scan) * 8 < least:
        raise early(name)
    return Header(
        "MPO" if said.further and _count_of(said.further[0]) > 1 else "JPEG",
        tuple(said.pieces),
        orientation_in(said.exif[0]) if said.exif else 1,
        _profile(said.icc),
        # All coefficients, where they come in several scans: two bytes each.
        held=128 * blocks if has_several else 0,
        passes=scans,
        is_checked=not has_several,
        notes=_notes(said, name),
    )


def _segments(source: Source, name: str, said: _Said) -> int:
    """Read all segments before the first scan; the place of that."""
    at, parts, spoken = 2, Parts(name), 0
    while True:
        head = source.at(at, 4)
        if len(head) < 4:
            raise early(name)
        marker = head[1]
        if head[0] != 0xFF:
            at += 1  # What stands between segments is passed over by every decoder.
            parts.spend()
            continue
        if marker in (0x00, 0xFF) or marker in ALONE:
            at += 1 if marker == 0xFF else 2
            parts.spend()
            continue
        if marker == END:
            raise early(name)
        length = struct.unpack_from(">H", head, 2)[0] + 2
        if marker == SCAN:
            return at
        parts.spend()
        if 0xE0 <= marker <= 0xEF or marker == COMMENT:
            spoken += length
            must_be_short(name, spoken)
            _hear(marker, source.at(at + 4, length - 4), said)
        if marker in FRAMES:
            said.frames.append(_frame(marker, source.at(at + 4, length - 4), name))
        if (not 0xE1 <= marker <= 0xEF and marker != COMMENT) or marker == ADOBE:
            said.pieces.append((at, length))
        at += length


def _hear(marker: int, data: bytes, said: _Said) -> None:
    if marker == EXIF and data.startswith(b"Exif\0\0"):
        said.exif.append(data[6:])
    elif marker == EXIF and data.startswith(b"http://ns.adobe.com/xap/1.0/\0"):
        said.xmp.append(data)
    elif marker == ICC and data.startswith(b"ICC_PROFILE\0"):
        said.icc.append(data[12:])
    elif marker == ICC and data.startswith(b"MPF\0"):
        said.further.append(data[4:])


def _frame(marker: int, data: bytes, name: str) -> _Frame:
    if len(data) < 6 or len(data) < 6 + 3 * data[5]:
        raise damaged(name, "its frame is cut off")
    height, width = struct.unpack_from(">HH", data, 1)
    sampling = [divmod(data[i + 1], 16) for i in range(6, 6 + 3 * data[5], 3)]
    across = max((h for h, _ in sampling), default=1) or 1
    down = max((v for _, v in sampling), default=1) or 1
    blocks = tuple(
        _ceil(_ceil(width * h, across), 8) * _ceil(_ceil(height * v, down), 8) for h, v in sampling
    )
    return _Frame(marker, width, height, blocks)


def _ceil(value: int, by: int) -> int:
    return -(value // -by)


def _profile(parts: list[bytes]) -> bytes | None:
    """The profile put together from its segments (ICC.1:2010, B.4)."""
    if not parts:
        return None
    parts = sorted(parts, key=lambda part: part[:1])
    if any(len(part) < 2 or part[1] != len(parts) for part in parts):
        return b""
    return b"".join(part[2:] for part in parts)


def _count_of(further: bytes) -> int:
    """How many pictures a file says to hold: its index has 16 bytes for each."""

    def at(where: int, count: int) -> bytes:
        return further[where : where + count]

    found = first_directory(at)
    if found is None:
        return 0
    counts = whole_numbers(at, found.fields.get(0xB001), found.order, 1)
    return counts[0] if counts else 0


def _notes(said: _Said, name: str) -> tuple[Saying, ...]:
    if any(GAIN_MAP in data for data in said.xmp):
        return (say("image-note/gain-map", name=name),)
    count = _count_of(said.further[0]) if said.further else 0
    if count > 1:
        return (say("image-note/further", name=name, count=count),)
    return ()
