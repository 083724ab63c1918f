"""Font files that are broken on purpose, each from a whole one, the same on every machine.

A file is taken apart into its tables and put together again with right checksums, so that nothing
but its content gives it away; or its bytes are changed as they are, as a bad disk does.
"""

from __future__ import annotations

import random
import struct
from collections.abc import Callable, Iterator, Mapping

Tables = dict[str, bytes]
Mutation = Callable[[Tables], Tables]


def taken_apart(data: bytes) -> Tables:
    count = struct.unpack_from(">4xH", data)[0]
    entries = (struct.unpack_from(">4s4xII", data, 12 + 16 * n) for n in range(count))
    return {tag.decode("latin-1"): data[at : at + size] for tag, at, size in entries}


def put_together(tables: Mapping[str, bytes]) -> bytes:
    tag = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    directory, body = struct.pack(">4sH6x", tag, len(tables)), b""
    start = 12 + 16 * len(tables)
    for name, data in sorted(tables.items()):
        line = name.encode("latin-1"), checksum(data), start + len(body), len(data)
        directory += struct.pack(">4sIII", *line)
        body += data + bytes(-len(data) % 4)
    return directory + body


def checksum(data: bytes) -> int:
    whole = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(whole) // 4}I", whole)) & 0xFFFFFFFF


def patched(table: str, at: int, how: str, *values: int | bytes) -> Mutation:
    """The numbers at a place of a table become others; a place below 0 counts from its end."""

    def mutate(tables: Tables) -> Tables:
        data = bytearray(tables[table])
        struct.pack_into(how, data, at if at >= 0 else len(data) + at, *values)
        return {**tables, table: bytes(data)}

    return mutate


def replaced(table: str, data: bytes) -> Mutation:
    return lambda tables: {**tables, table: data}


def cut(table: str, left: float) -> Mutation:
    """A share of a table is left, or so many bytes."""

    def mutate(tables: Tables) -> Tables:
        whole = tables[table]
        return {**tables, table: whole[: int(left if left >= 1 else left * len(whole))]}

    return mutate


def without(*names: str) -> Mutation:
    return lambda tables: {name: data for name, data in tables.items() if name not in names}


def chance(data: bytes, count: int, seed: int) -> Iterator[bytes]:
    """`count` files with a few bytes changed, by chance but always the same.

    Half are changed in their tables with right checksums, half as they lie on the disk.
    """
    dice = random.Random(seed)
    tables = taken_apart(data)
    names = sorted(tables)
    for number in range(count):
        if number % 2:
            yield spoilt(data, dice)
        else:
            name = dice.choice([one for one in names if tables[one]])
            yield put_together({**tables, name: spoilt(tables[name], dice)})


def spoilt(data: bytes, dice: random.Random) -> bytes:
    kind = dice.randrange(4)
    spoilt = bytearray(data)
    if kind == 0:
        return data[: dice.randrange(len(data))]
    if kind == 1:  # a run of one value
        at = dice.randrange(len(data))
        run = min(dice.randrange(1, 64), len(data) - at)
        spoilt[at : at + run] = bytes((dice.choice((0, 0xFF, 0x80, 0x7F)),)) * run
        return bytes(spoilt)
    for _ in range(dice.choice((1, 2, 8))):
        spoilt[dice.randrange(len(data))] = dice.randrange(256)
    return bytes(spoilt)
