"""Messages between the server and its worker: their length in eight bytes, then the pickle."""

from __future__ import annotations

import pickle
from typing import Any, BinaryIO

HEAD = 8


def packed(message: object) -> bytes:
    data = pickle.dumps(message, protocol=5)
    return len(data).to_bytes(HEAD, "big") + data


def read(stream: BinaryIO) -> Any:
    """The next message. Raises `EOFError` at the stream's end, in the middle of one too."""
    head = stream.read(HEAD)
    if len(head) < HEAD:
        raise EOFError
    length = int.from_bytes(head, "big")
    data = stream.read(length)
    if len(data) < length:
        raise EOFError
    return unpacked(data)


def unpacked(data: bytes) -> Any:
    # Nobody but our own process writes here.
    return pickle.loads(data)
