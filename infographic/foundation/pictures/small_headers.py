"""The headers of GIF (GIF89a), WebP (RFC 9649) and BMP."""

from __future__ import annotations

import struct

from infographic.foundation.pictures.header import (
    MOST_FRAMES,
    Header,
    Parts,
    damaged,
    early,
    frames_noted,
    must_be_short,
)
from infographic.foundation.pictures.source import Piece, Source
from infographic.foundation.pictures.tiff_fields import orientation_in

GIF_IMAGE, GIF_EXTENSION, GIF_END, GIF_CONTROL = 0x2C, 0x21, 0x3B, 0xF9
RLE = (1, 2)
"""Of a BMP's compression."""
RLE_BYTES = 16
"""Of its file that count as a part: Pillow unpacks it in Python, pair by pair."""
RLE_HELD = 8
"""Bytes a pixel while that is done, beside the picture."""


def gif_header(source: Source, name: str) -> Header:
    """Pillow is given the first frame alone. Raises `PictureError` for a file that ends early."""
    head = source.at(0, 13)
    if len(head) < 13:
        raise early(name)
    at = 13 + _colors(head[10])
    pieces: list[Piece] = [(0, at)]
    control: Piece = b""
    frames, parts = 0, Parts(name)
    while frames <= MOST_FRAMES:
        kind = source.at(at, 2)
        if kind[:1] == bytes((GIF_END,)):
            break
        if len(kind) < 2:
            raise early(name)
        if kind[0] == GIF_EXTENSION:
            end = _blocks_end(source, at + 2, name, parts)
            if kind[1] == GIF_CONTROL:
                control = at, end - at
        elif kind[0] == GIF_IMAGE:
            described = source.at(at, 10)
            if len(described) < 10:
                raise early(name)
            end = _blocks_end(source, at + 11 + _colors(described[9]), name, parts)
            if not frames:
                pieces += (control, (at, end - at)) if control else ((at, end - at),)
            frames += 1
        else:
            raise damaged(name, "something stands between its parts")
        at = end
    if not frames:
        raise damaged(name, "it has no frame")
    return Header("GIF", (*pieces, b";"), notes=frames_noted(name, frames))


def _colors(flags: int) -> int:
    """Bytes of a colour table."""
    return 3 << (flags & 7) + 1 if flags & 0x80 else 0


def _blocks_end(source: Source, at: int, name: str, parts: Parts) -> int:
    """Where a row of blocks ends, each with its length before it."""
    while True:
        length = source.at(at, 1)
        if not length:
            raise early(name)
        parts.spend()
        at += 1 + length[0]
        if not length[0]:
            return at


def webp_header(source: Source, name: str) -> Header:
    """Raises `PictureError` for a file that ends early, or has more pixels than may be."""
    head = source.at(0, 12)
    if len(head) < 12 or 8 + int(struct.unpack_from("<I", head, 4)[0]) > source.size:
        raise early(name)
    end = 8 + int(struct.unpack_from("<I", head, 4)[0])
    said: dict[bytes, bytes] = {}
    at, frames, parts, spoken = 12, 0, Parts(name), 0
    while at + 8 <= end:
        kind, length = struct.unpack("<4sI", source.at(at, 8))
        parts.spend()
        frames += kind == b"ANMF"
        if kind in (b"ICCP", b"EXIF", b"XMP "):
            spoken += length
            must_be_short(name, spoken)
            said[kind] = source.at(at + 8, length)
        at += 8 + length + length % 2
    return Header(
        "WEBP",
        orientation=orientation_in(said.get(b"EXIF", b"")),
        profile=said.get(b"ICCP"),
        notes=frames_noted(name, frames),
    )


def bmp_header(source: Source, name: str) -> Header:
    """Raises `PictureError` for a file that ends early, or takes too long to unpack."""
    head = source.at(0, 38)
    if len(head) < 18:
        raise early(name)
    (size,) = struct.unpack_from("<I", head, 14)
    if size < 40 or len(head) < 34:
        return Header("BMP")
    (start,) = struct.unpack_from("<I", head, 10)
    width, height, _, bits, packing = struct.unpack_from("<iiHHI", head, 18)
    if packing in RLE:
        Parts(name).spend(source.size // RLE_BYTES)
        return Header("BMP", held=RLE_HELD * abs(width * height))
    row = (abs(width) * bits + 31) // 32 * 4
    if start + row * abs(height) > source.size:
        raise early(name)
    return Header("BMP")
