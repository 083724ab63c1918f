"""A PNG's chunks (W3C PNG, 5): each with its checksum; only those that Pillow needs are given it.

Compressed texts, which may swell a thousandfold, are never unpacked.
"""

from __future__ import annotations

import struct
import zlib

from infographic.foundation.limits import most
from infographic.foundation.pictures.header import (
    Header,
    Parts,
    damaged,
    early,
    frames_noted,
    must_be_short,
)
from infographic.foundation.pictures.source import CHUNK, Piece, Source
from infographic.foundation.pictures.tiff_fields import orientation_in
from infographic.foundation.sayings import Saying, say

NEEDED = frozenset((b"IHDR", b"PLTE", b"tRNS", b"IDAT", b"IEND"))
SAYING = frozenset((b"iCCP", b"sRGB", b"gAMA", b"cHRM", b"cICP", b"eXIf", b"acTL"))
SRGB_GAMMA = 45_455
SRGB_PRIMARIES = (31_270, 32_900, 64_000, 33_000, 30_000, 60_000, 15_000, 6_000)
"""White, red, green and blue in hundred thousandths (11.3.2.1)."""
NEARLY = 100
HDR_TRANSFERS = (16, 18)
"""Of cICP: PQ and HLG (ITU-T H.273)."""


def png_header(source: Source, name: str) -> Header:
    """Raises `PictureError` for a file that ends early, or whose pixels are damaged."""
    pieces: list[Piece] = [(0, 8)]
    said: dict[bytes, bytes] = {}
    at, parts, spoken = 8, Parts(name), 0
    while True:
        head = source.at(at, 8)
        if len(head) < 8:
            raise early(name)
        length, kind = struct.unpack(">I4s", head)
        whole = length + 12
        if at + whole > source.size:
            raise early(name)
        parts.spend()
        if kind in NEEDED:
            if not _is_sound(source, at, length):
                raise damaged(name, f"the checksum of a part {kind.decode()} is wrong")
            pieces.append((at, whole))
        else:
            spoken += length
            must_be_short(name, 0 if kind == b"fdAT" else spoken)
            if kind in SAYING and kind not in said:
                said[kind] = source.at(at + 8, length)
        at += whole
        if kind == b"IEND":
            break
    return Header(
        "PNG",
        tuple(_joined(pieces)),
        orientation_in(said.get(b"eXIf", b"")),
        _profile(said.get(b"iCCP")),
        notes=_notes(said, name),
    )


def _is_sound(source: Source, at: int, length: int) -> bool:
    check = 0
    for start in range(at + 4, at + 8 + length, CHUNK):
        check = zlib.crc32(source.at(start, min(CHUNK, at + 8 + length - start)), check)
    return check.to_bytes(4, "big") == source.at(at + 8 + length, 4)


def _joined(pieces: list[Piece]) -> list[Piece]:
    """Pieces that follow one another in the file as one."""
    joined: list[tuple[int, int]] = []
    for piece in pieces:
        assert isinstance(piece, tuple)
        if joined and sum(joined[-1]) == piece[0]:
            joined[-1] = joined[-1][0], joined[-1][1] + piece[1]
        else:
            joined.append(piece)
    return [*joined]


def _profile(data: bytes | None) -> bytes | None:
    if data is None:
        return None
    _, _, packed = data.partition(b"\0")
    unpacking = zlib.decompressobj()
    try:
        # The first byte is the method, of which there is one.
        profile = unpacking.decompress(packed[1:], most("image-metadata"))
    except zlib.error:
        return b""
    return profile if unpacking.eof else b""


def _notes(said: dict[bytes, bytes], name: str) -> tuple[Saying, ...]:
    notes: list[Saying] = []
    if len(frames := said.get(b"acTL", b"")) >= 4:
        notes += frames_noted(name, int.from_bytes(frames[:4], "big"))
    transfer = said.get(b"cICP", b"")
    if len(transfer) == 4 and transfer[1] in HDR_TRANSFERS:
        notes.append(say("image-note/hdr", name=name))
    elif not {b"sRGB", b"iCCP", b"cICP"} & said.keys() and not _is_srgb(said):
        notes.append(say("image-note/gamma", name=name))
    return tuple(notes)


def _is_srgb(said: dict[bytes, bytes]) -> bool:
    """Whether gamma and primaries, where they are given, are those of sRGB."""
    gamma, primaries = said.get(b"gAMA"), said.get(b"cHRM")
    if gamma is not None and abs(int.from_bytes(gamma[:4], "big") - SRGB_GAMMA) > NEARLY:
        return False
    if primaries is None or len(primaries) != 32:
        return True
    values = struct.unpack(">8I", primaries)
    return all(abs(a - b) <= NEARLY for a, b in zip(values, SRGB_PRIMARIES, strict=True))
