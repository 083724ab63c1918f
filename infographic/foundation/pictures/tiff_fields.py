"""The fields of a TIFF's directories, and of EXIF, which is written as a TIFF (TIFF 6.0, 2).

Read by ourselves, for Pillow copies what every field points to: 60 kB of EXIF whose fields all
point to the same 60 kB come to hundreds of MB.
"""

from __future__ import annotations

import struct
from collections.abc import Callable

from infographic.foundation.record.tuples import NamedTuple

At = Callable[[int, int], bytes]
"""Bytes of a file from a place: how many."""

SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8,
         13: 4, 16: 8, 17: 8, 18: 8}  # fmt: skip
"""Bytes of one value of each type."""
WHOLE = {1: "B", 3: "H", 4: "I", 13: "I", 16: "Q", 18: "Q"}
"""The types that are whole numbers, as `struct` has them."""
ORIENTATION = 0x0112
MOST_FIELDS = 4_096
"""Of a directory; camera files have some dozens."""


class Field(NamedTuple):
    kind: int
    many: int
    where: int
    """Of its first value in the file."""

    @property
    def size(self) -> int:
        return SIZES.get(self.kind, 1) * self.many


class Directory(NamedTuple):
    """One picture of a TIFF."""

    fields: dict[int, Field]
    where: int
    next: int
    """Where the next one stands; 0 after the last."""
    order: str
    """Of the bytes: “<” or “>”."""


def first_directory(at: At) -> Directory | None:
    """The first picture's fields; None where this is no TIFF."""
    head = at(0, 16)
    order = {b"II": "<", b"MM": ">"}.get(head[:2])
    if order is None or len(head) < 8:
        return None
    (magic,) = struct.unpack_from(f"{order}H", head, 2)
    if magic == 43 and len(head) == 16:
        return directory(at, struct.unpack_from(f"{order}Q", head, 8)[0], order, is_big=True)
    return directory(at, struct.unpack_from(f"{order}I", head, 4)[0], order)


def directory(at: At, where: int, order: str, *, is_big: bool = False) -> Directory | None:
    """The fields that stand there; None where the file ends before them, or has too many."""
    head, step, room = (8, 20, 8) if is_big else (2, 12, 4)
    counted = at(where, head)
    if len(counted) < head:
        return None
    (count,) = struct.unpack(f"{order}{'Q' if is_big else 'H'}", counted)
    if count > MOST_FIELDS:
        return None
    data = at(where + head, count * step + room)
    if len(data) < count * step:
        return None
    fields = {}
    one = struct.Struct(f"{order}HH{'Q' if is_big else 'I'}")
    to = f"{order}{'Q' if is_big else 'I'}"
    for start in range(0, count * step, step):
        tag, kind, many = one.unpack_from(data, start)
        inside = where + head + start + one.size
        is_inside = SIZES.get(kind, 1) * many <= room
        place = inside if is_inside else struct.unpack_from(to, data, start + one.size)[0]
        fields[tag] = Field(kind, many, place)
    rest = data[count * step :]
    (following,) = struct.unpack(to, rest) if len(rest) == room else (0,)
    return Directory(fields, where, following, order)


def whole_numbers(at: At, one: Field | None, order: str, most: int) -> tuple[int, ...]:
    """A field's values; () where there is none, where they are no whole numbers, or cut off.

    At most `most` of them are read.
    """
    if one is None or one.kind not in WHOLE:
        return ()
    count = min(one.many, most)
    data = at(one.where, count * SIZES[one.kind])
    if len(data) < count * SIZES[one.kind]:
        return ()
    return struct.unpack(f"{order}{count}{WHOLE[one.kind]}", data)


def orientation_in(exif: bytes) -> int:
    """1 to 8 (TIFF 6.0, “Orientation”); 1 where EXIF says nothing, or nothing that can be."""
    start = 6 if exif.startswith(b"Exif\0\0") else 0

    def at(where: int, count: int) -> bytes:
        return exif[start + where : start + where + count]

    found = first_directory(at)
    if found is None:
        return 1
    one = found.fields.get(ORIENTATION)
    values = whole_numbers(at, one, found.order, 1)
    return values[0] if one is not None and one.many == 1 and values and 1 <= values[0] <= 8 else 1
