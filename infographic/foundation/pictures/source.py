"""The bytes of a picture's file, read once: what was looked into is what is drawn.

A file of usual size is kept by its digest, so that nobody opens it by its path a second time. One
too large to be kept is read again, its digest compared before and its times after.
"""

from __future__ import annotations

import io
import os
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from itertools import accumulate
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import PictureError, SpecError
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from io import BufferedReader

    from _typeshed import WriteableBuffer

KEPT_WHOLE = 32_000_000
"""Bytes of a file up to which it is read into memory as it is."""
_KEPT: Memo[bytes] = Memo("bytes of pictures", 48_000_000, len)
CHUNK = 1 << 20

Piece = tuple[int, int] | bytes
"""Bytes of a source, from where and how many; or bytes in place of them."""


@contextmanager
def placed_at(origin: Origin) -> Iterator[None]:
    """What is wrong with a picture's file is said of the place that names it: a `SpecError`."""
    try:
        yield
    except PictureError as error:
        raise SpecError([error.at(origin)]) from error


@record
class Source:
    """A picture's file, to be read at any place."""

    size: int
    """In bytes."""
    data: bytes = field(default=b"", repr=False)
    """All of it, where there is no `file`."""
    file: BinaryIO | None = None

    def at(self, start: int, count: int) -> bytes:
        """Bytes from `start`; fewer where the file ends."""
        if self.file is None:
            return self.data[start : start + count]
        self.file.seek(start)
        return self.file.read(count)

    def find(self, wanted: bytes, start: int) -> int:
        """Where these bytes stand first, from `start`; -1 where they do not."""
        if self.file is None:
            return self.data.find(wanted, start)
        while start < self.size:
            found = self.at(start, CHUNK).find(wanted)
            if found >= 0:
                return start + found
            start += CHUNK - len(wanted) + 1
        return -1

    def count(self, wanted: bytes, start: int, end: int) -> int:
        """How often two bytes stand between two places."""
        if self.file is None:
            return self.data.count(wanted, start, end)
        places = range(start, end, CHUNK)
        return sum(self.at(at, min(CHUNK + 1, end - at)).count(wanted) for at in places)

    def stream(self, pieces: Sequence[Piece] = ()) -> BinaryIO:
        """The file, or these pieces of it, to be read from the start."""
        if pieces:
            return io.BufferedReader(Pieces(self, pieces), 1 << 16)
        if self.file is None:
            return io.BytesIO(self.data)
        self.file.seek(0)
        return self.file


class Pieces(io.RawIOBase):
    """Parts of a source as a file of its own."""

    def __init__(self, source: Source, pieces: Sequence[Piece]) -> None:
        self._source, self._pieces, self._at = source, pieces, 0
        sizes = [len(one) if isinstance(one, bytes) else one[1] for one in pieces]
        self._starts = [0, *accumulate(sizes)]
        self.last: Callable[[], None] | None = None
        """Called once when all before the last piece has been read, and the last is asked for."""

    def readable(self) -> bool:
        return True

    def seekable(self) -> bool:
        return True

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        base = {io.SEEK_SET: 0, io.SEEK_CUR: self._at, io.SEEK_END: self._starts[-1]}[whence]
        self._at = max(base + offset, 0)
        return self._at

    def readinto(self, buffer: WriteableBuffer) -> int:
        into, filled = memoryview(buffer).cast("B"), 0
        if self.last is not None:
            if self._at < self._starts[-2]:
                into = into[: self._starts[-2] - self._at]
            else:
                last, self.last = self.last, None
                last()
        while filled < len(into) and self._at < self._starts[-1]:
            number = bisect_right(self._starts, self._at) - 1
            piece, within = self._pieces[number], self._at - self._starts[number]
            count = min(self._starts[number + 1] - self._at, len(into) - filled)
            if isinstance(piece, bytes):
                data = piece[within : within + count]
            else:
                data = self._source.at(piece[0] + within, count)
            if not data:
                break
            into[filled : filled + len(data)] = data
            filled += len(data)
            self._at += len(data)
        return filled


@contextmanager
def first_read(path: Path) -> Iterator[tuple[Source, str]]:
    """A file and its SHA-256, to be looked into. Raises `OSError`."""
    from hashlib import sha256  # Late: it loads OpenSSL.

    with path.open("rb") as file:
        data = file.read(KEPT_WHOLE + 1)
        if len(data) <= KEPT_WHOLE:
            digest = sha256(data).hexdigest()
            yield Source(len(data), _KEPT.put(digest, data)), digest
            return
        del data
        before = os.fstat(file.fileno())
        yield Source(before.st_size, file=file), _digest_of(file)
        after = os.fstat(file.fileno())
        # The system notes when bytes were last written, whatever a program says of it.
        if (before.st_ctime_ns, before.st_size) != (after.st_ctime_ns, after.st_size):
            raise _changed(path)


@contextmanager
def read_again(path: Path, digest: str, data: bytes | None = None) -> Iterator[Source]:
    """The same file, as it was read first. Raises `OSError`, and `PictureError` where it changed.

    `data`: the whole file, where it never was one. A `digest` of "" is not compared.
    """
    known = _KEPT.get(digest) if data is None else data
    if known is not None:
        yield Source(len(known), known)
        return
    with first_read(path) as (source, found):
        if digest and found != digest:
            raise _changed(path)
        yield source


def _digest_of(file: BufferedReader) -> str:
    from hashlib import file_digest

    file.seek(0)
    return file_digest(file, "sha256").hexdigest()


def _changed(path: Path) -> PictureError:
    return PictureError(say("image-changed", name=path.name))
