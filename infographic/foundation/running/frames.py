"""Messages between a process and its workers: their length in eight bytes, then the pickle."""

from __future__ import annotations

import pickle
from typing import Any, BinaryIO

HEAD = 8


def packed(message: object) -> bytes:
    return framed(pickle.dumps(message, protocol=5))


def framed(data: bytes) -> bytes:
    return len(data).to_bytes(HEAD, "big") + data


def read(stream: BinaryIO) -> Any:
    """The next message. Raises `EOFError` at the stream's end, in the middle of one too."""
    return unpacked(read_bytes(stream))


def read_bytes(stream: BinaryIO) -> bytes:
    """The next message as it travels, not unpacked. Raises `EOFError`."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        raise EOFError
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return data


def unpacked(data: bytes) -> Any:
    # Nobody but our own process writes here.
    return pickle.loads(data)
