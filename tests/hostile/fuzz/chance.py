"""Bytes changed by chance, but always the same: without coverage, for a look that takes seconds."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

NUMBERS = (
    b"0",
    b"-1",
    b"1e308",
    b"1e-308",
    b"NaN",
    b"65536",
    b"4294967295",
    b"99999999999999999999",
)
ODD = (
    "\0",
    "\x1b",
    "\u202e",
    "\ud800",
    "\ufeff",
    "\u3000",
    "\u0301",
    "👩‍👩",
    "大",
    "**",
    "{~",
    "~}",
    "\\",
)


def changed(data: bytes, dice: Random, words: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    """`data` with one to four changes: bytes, words of the format, and parts of other seeds."""
    for _ in range(dice.choice((1, 1, 2, 4))):
        data = _once(data, dice, words, others)
    return data[:100_000]


def _once(data: bytes, dice: Random, words: Sequence[bytes], others: Sequence[bytes]) -> bytes:
    at = dice.randrange(len(data) + 1)
    end = min(len(data), at + dice.choice((1, 1, 2, 4, 16, 64, 512)))
    kind = dice.randrange(8)
    if kind == 0:
        return data[:at] + data[end:]
    if kind == 1:
        return data[:at] + data[at:end] * dice.choice((2, 3, 30)) + data[end:]
    if kind == 2:
        return data[:at] + bytes(dice.randrange(256) for _ in range(end - at)) + data[end:]
    if kind == 3:
        return data[:at] + dice.choice((b"\0", b"\xff", b"\x80", b"\x7f")) * (end - at) + data[end:]
    if kind == 4:
        return data[:at] + dice.choice(NUMBERS) + data[end:]
    if kind == 5:
        return data[:at] + dice.choice(ODD).encode("utf-8", "surrogatepass") + data[at:]
    if kind == 6:
        other = dice.choice(others)
        start = dice.randrange(len(other) + 1)
        return data[:at] + other[start : start + dice.choice((4, 32, 256))] + data[end:]
    return data[:at] + dice.choice(words) * dice.choice((1, 1, 1, 2, 40)) + data[end:]
