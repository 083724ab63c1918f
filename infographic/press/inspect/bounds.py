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
LEAST_RUN = 300
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
"""How many times as long data may become by a filter of which nobody counts the steps."""
PACKED = frozenset({*GROWTH, "/FlateDecode", "/Fl"})
LEAST_STEP = 25
"""Bytes that a step of such a filter is counted for at the least: to follow it takes its time."""
A_WHILE = 1 << 16


def must_unpack_within(streams: Iterable[Any]) -> None:
    """Raise `OverLimitError` where streams may grow past all bounds: by filters that are not tried
    before, or by several after one another."""
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
        if not growth:
            continue
        data = stream.read_raw_bytes()
        if len(names) > 1 or _has_late_widths(stream):
            work.spend(growth * len(data))
        else:
            # What an old program wrote is refused for what it comes to, not for what it might.
            steps = _steps_of_lzw if "LZW" in packed[0] else _steps_of_runs
            _follow(steps(data), work)


def _has_late_widths(stream: Any) -> bool:
    """Whether codes of LZW grow wider a step later than usual, or none can say."""
    settings = stream.get("/DecodeParms", {})
    return not hasattr(settings, "keys") or settings.get("/EarlyChange", 1) != 1


def _follow(lengths: Iterable[int], work: Budget) -> None:
    """Spend what each step gives, told from time to time."""
    total = 0
    for length in lengths:
        total += length if length > LEAST_STEP else LEAST_STEP
        if total > A_WHILE:
            work.spend(total)
            total = 0
    work.spend(total)


def _steps_of_lzw(data: bytes) -> Iterator[int]:
    """Bytes that each code stands for (ISO 32000-1, 7.4.4.2), until one that cannot be."""
    known = [1] * 256 + [0, 0]
    bits = have = before = 0
    width = 9
    for byte in data:
        bits, have = (bits << 8 | byte) & 0xFFFFF, have + 8
        if have < width:
            continue
        have -= width
        code = bits >> have & (1 << width) - 1
        if code == 257:
            return
        if code == 256:
            del known[258:]
            width, before = 9, 0
            continue
        if before and len(known) < 4096:
            known.append(before + 1)
            width += len(known) in (511, 1023, 2047)
        if code >= len(known):
            return
        before = known[code]
        yield before


def _steps_of_runs(data: bytes) -> Iterator[int]:
    """Bytes that each run comes to (ISO 32000-1, 7.4.5)."""
    at = 0
    while at < len(data) and data[at] != 128:
        step = data[at]
        yield step + 1 if step < 128 else 257 - step
        at += step + 2 if step < 128 else 2


class ContentLengths:
    """What the content streams of all pages come to, each counted as often as it is drawn."""

    def __init__(self) -> None:
        self.left = Budget("pdf-content")
        self.operators, self.paints = Budget("pdf-operators"), Budget("pdf-paints")
        self._known: dict[tuple[int, int], int] = {}

    def take(self, stream: Any) -> int:
        """Count a page's or a form's content, and say its bytes. Raises `OverLimitError`."""
        key = stream.objgen
        if not key[0] or key not in self._known:
            parts = stream if isinstance(stream, pikepdf.Stream) else stream.get("/Contents", ())
            each = [parts] if isinstance(parts, pikepdf.Stream) else list(parts)
            self._known[key] = sum(len(one.read_bytes()) for one in each)
        self.left.spend(max(self._known[key], LEAST_RUN))
        return self._known[key]
