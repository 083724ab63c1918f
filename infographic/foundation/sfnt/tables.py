"""The tables of one face, read from its file once.

The file's directory is not believed: tables that reach beyond the file, stand there twice or come
to more than a limit are refused. A face is made of what was read, in one piece, so that what was
looked at is what is drawn, whatever becomes of the file.
"""

from __future__ import annotations

import io
import os
import struct
from collections.abc import Mapping
from pathlib import Path
from typing import BinaryIO

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say

SFNT_TAGS = (b"\0\1\0\0", b"OTTO", b"true", b"ttcf")
HEADER, ENTRY = 12, 16
"""Bytes of a directory's head, and of each of its lines (OpenType spec, Organization)."""


@record(eq=False)
class FontTables:
    """A face as it was read."""

    file: str
    """The file's name."""
    data: bytes
    """A font file with this face alone."""
    tables: Mapping[str, memoryview]
    """Parts of `data`, by their tags."""
    checksums: Mapping[str, int]
    """Of the tables, as the file says."""

    def get(self, tag: str) -> memoryview:
        """A table; an empty one where the face has none."""
        return self.tables.get(tag, memoryview(b""))


class Entry(NamedTuple):
    """A line of a font's directory."""

    tag: str
    checksum: int
    offset: int
    length: int


def faces_in(path: Path) -> int:
    """How many faces a font file says that it holds. Raises `FontError`."""
    with _opened(path) as file:
        return _count(file, path)


def read_tables(path: Path, index: int) -> FontTables:
    """Read a face of a TrueType or OpenType file or collection.

    Raises `FontError` for a file that is missing or of another kind, for an index outside the
    collection, a directory that does not agree with the file, and more bytes than “font-bytes”.
    """
    try:
        with _opened(path) as file:
            return _face(file, path, index)
    except OSError as error:
        raise FontError(say("font-missing/file", path=path)) from error


def tables_of(data: bytes, name: str) -> FontTables:
    """The first face of a font that is no file. Raises `FontError`, as `read_tables` does."""
    return _face(io.BytesIO(data), Path(name), 0)


def _face(file: BinaryIO, path: Path, index: int) -> FontTables:
    start = _start(file, path, index)
    return _read(file, path, _directory(file, path, start))


def _opened(path: Path) -> BinaryIO:
    try:
        if not path.is_file():  # a pipe would be waited for
            raise FontError(say("font-missing/file", path=path))
        return path.open("rb")
    except (OSError, ValueError) as error:
        raise FontError(say("font-missing/file", path=path)) from error


def _not_whole(path: Path) -> FontError:
    return FontError(say("font-broken/not-whole", file=path.name))


def _count(file: BinaryIO, path: Path) -> int:
    tag = file.read(4)
    if tag not in SFNT_TAGS:
        raise FontError(_of_another_kind(tag, path))
    if tag != b"ttcf":
        return 1
    head = file.read(8)
    count = struct.unpack(">4xI", head)[0] if len(head) == 8 else 0
    if not count:
        raise _not_whole(path)
    if count > (bound := most("font-faces")):
        saying = say(
            "font-large/faces", file=path.name, found=count, most=bound, limit="font-faces"
        )
        raise FontError(saying)
    return int(count)


def _start(file: BinaryIO, path: Path, index: int) -> int:
    """Where the directory of a face stands in its file."""
    count = _count(file, path)
    if not 0 <= index < count:
        raise FontError(say("font-index", file=path.name, count=count, index=index, last=count - 1))
    if file.tell() == 4:
        return 0
    file.seek(4 * index, os.SEEK_CUR)
    place = file.read(4)
    if len(place) < 4:
        raise _not_whole(path)
    return int.from_bytes(place, "big")


def _directory(file: BinaryIO, path: Path, start: int) -> list[Entry]:
    """The tables of a face, by their tags; all of them lie inside the file."""
    size = file.seek(0, os.SEEK_END)
    file.seek(start)
    head = file.read(HEADER)
    count = struct.unpack_from(">4xH", head)[0] if len(head) == HEADER else 0
    lines = file.read(ENTRY * count)
    if not count or len(lines) < ENTRY * count:
        raise _not_whole(path)
    entries = sorted(
        Entry(tag.decode("latin-1"), *numbers)
        for tag, *numbers in struct.iter_unpack(">4sIII", lines)
    )
    tags = {entry.tag for entry in entries}
    if len(tags) < count or not all(tag.isascii() and tag.isprintable() for tag in tags):
        raise _not_whole(path)
    if any(entry.offset + entry.length > size for entry in entries):
        raise _not_whole(path)
    found, bound = sum(entry.length for entry in entries), most("font-bytes")
    if found > bound:
        saying = say(
            "font-large/bytes", file=path.name, found=found, most=bound, limit="font-bytes"
        )
        raise FontError(saying)
    return entries


def _read(file: BinaryIO, path: Path, entries: list[Entry]) -> FontTables:
    """The tables as a font file of their own, each at the next multiple of four (the spec)."""
    place, places = HEADER + ENTRY * len(entries), []
    for entry in entries:
        places.append(place)
        place += (entry.length + 3) & ~3
    whole = bytearray(place)
    tag = b"OTTO" if any(entry.tag.startswith("CFF") for entry in entries) else b"\0\1\0\0"
    struct.pack_into(">4sH6x", whole, 0, tag, len(entries))
    view = memoryview(whole)
    for number, (entry, at) in enumerate(zip(entries, places, strict=True)):
        line = entry.tag.encode("ascii"), entry.checksum, at, entry.length
        struct.pack_into(">4sIII", whole, HEADER + ENTRY * number, *line)
        file.seek(entry.offset)
        if file.readinto(view[at : at + entry.length]) != entry.length:  # type: ignore[attr-defined]
            raise _not_whole(path)
    view.release()
    data = bytes(whole)
    del whole
    view = memoryview(data)
    tables = {
        entry.tag: view[at : at + entry.length] for entry, at in zip(entries, places, strict=True)
    }
    return FontTables(path.name, data, tables, {one.tag: one.checksum for one in entries})


def _unpacking(path: Path) -> dict[str, str]:
    """The names of a packed font and of what is to be made of it, as a shell takes them.

    Whoever named the file may have named it like a command.
    """
    # Late: few fonts are packed.
    from shlex import quote

    made = path.with_suffix(".ttf")
    made = made if made != path else path.with_name(f"{path.stem}-unpacked.ttf")
    return {"packed": quote(path.name), "made": quote(made.name)}


def _of_another_kind(tag: bytes, path: Path) -> Saying:
    """What a file is that is no font of ours."""
    if tag == b"wOF2":
        return say("font-web/woff2", file=path.name, **_unpacking(path))
    if tag == b"wOFF":
        return say("font-web/woff", file=path.name, **_unpacking(path))
    if tag == b"%!PS" or tag[:2] == b"\x80\x01":
        return say("font-broken/type-1", file=path.name)
    return say("font-broken/not-whole", file=path.name)
