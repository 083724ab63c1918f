"""How much a PDF may ask for: what its streams unpack to, and what its pages paint."""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

import pikepdf

from infographic.foundation.limits import Budget, OverLimitError

CHUNK = 1 << 20
_STREAM = re.compile(rb"stream\r?\n")
_FLATE = (0x78, 0x58, 0x48, 0x68, 0x38, 0x28, 0x18, 0x08)
"""How data packed by zlib may begin (RFC 1950)."""
LEAST_RUN = 100
"""Bytes that a form or a pattern is counted for at the least, each time it is drawn."""


def must_be_bounded(data: bytes) -> None:
    """Raise `OverLimitError` for a file that is too large, or would be when it is unpacked.

    Before qpdf opens it, which unpacks what it needs whole; so the streams are found by their
    word alone, and one that is named twice is counted once.
    """
    Budget("pdf-bytes").spend(len(data))
    # In half of them, at the most, lies no other that is looked at.
    Budget("pdf-objects").spend(max(data.count(b" obj"), data.count(b"<<")) // 2)
    work = Budget("pdf-unpacked")
    for found in _STREAM.finditer(data):
        at = found.end()
        if data[at : at + 1] and data[at] in _FLATE:
            _unpack(data, at, work)


def _unpack(data: bytes, at: int, work: Budget) -> None:
    try:
        for length in _lengths(data, at):
            work.spend(length)
    except zlib.error:
        return


def ends_well(packed: bytes) -> bool:
    """Whether data packed by zlib are whole. Raises `zlib.error`."""
    return -1 in _lengths(packed, 0)


def _lengths(data: bytes, at: int) -> Iterator[int]:
    """Bytes that packed data come to, piece by piece, none of which is kept; -1 at their end."""
    unpacking, view = zlib.decompressobj(), memoryview(data)
    while at < len(data) and not unpacking.eof:
        part, at = bytes(view[at : at + CHUNK]), at + CHUNK
        while part and not unpacking.eof:
            yield len(unpacking.decompress(part, CHUNK))
            part = unpacking.unconsumed_tail
    if unpacking.eof:
        yield -1


GROWTH = {"/LZWDecode": 1000, "/LZW": 1000, "/RunLengthDecode": 64, "/RL": 64}
"""How many times as long data may become by a filter that is not tried beforehand."""
PACKED = frozenset({*GROWTH, "/FlateDecode", "/Fl"})


def must_unpack_within(streams: Iterable[Any]) -> None:
    """Raise `OverLimitError` where streams may grow past all bounds: by a filter whose length
    nobody counted, or by several after one another."""
    work = Budget("pdf-unpacked")
    for stream in streams:
        filters = stream.get("/Filter", ())
        names = (
            [str(one) for one in filters] if not str(filters).startswith("/") else [str(filters)]
        )
        packed = [name for name in names if name in PACKED]
        if len(packed) > 1:
            raise OverLimitError("pdf-unpacked")
        growth = max((GROWTH.get(name, 0) for name in packed), default=0)
        if growth:
            work.spend(growth * len(stream.read_raw_bytes()))


class ContentLengths:
    """What a page's content streams come to, each counted as often as it is drawn."""

    def __init__(self) -> None:
        self.left = Budget("pdf-content")
        self._known: dict[tuple[int, int], int] = {}

    def take(self, stream: Any) -> None:
        """Count a page's or a form's content. Raises `OverLimitError`."""
        key = stream.objgen
        if not key[0] or key not in self._known:
            parts = stream if isinstance(stream, pikepdf.Stream) else stream.get("/Contents", ())
            each = [parts] if isinstance(parts, pikepdf.Stream) else list(parts)
            self._known[key] = sum(len(one.read_bytes()) for one in each)
        self.left.spend(max(self._known[key], LEAST_RUN))
