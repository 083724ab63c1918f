"""The texts of an Arrow stream that has one column, read by its C interface.

ADBC gives answers as Arrow streams, and what reads them (pyarrow, some 45 MB) is more than the
whole of this program. One column of texts is all that is asked for here; the layout of such a
stream is fixed by the Arrow C data and stream interfaces, which change no more.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from typing import Any


class ArrowError(Exception):
    """What the stream's own program says went wrong."""


class _Schema(ctypes.Structure):
    """ArrowSchema."""


class _Array(ctypes.Structure):
    """ArrowArray."""


class _Stream(ctypes.Structure):
    """ArrowArrayStream."""


_Release = ctypes.CFUNCTYPE(None, ctypes.c_void_p)
_Schema._fields_ = [
    ("format", ctypes.c_char_p),
    ("name", ctypes.c_char_p),
    ("metadata", ctypes.c_void_p),
    ("flags", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("children", ctypes.POINTER(ctypes.POINTER(_Schema))),
    ("dictionary", ctypes.c_void_p),
    ("release", _Release),
    ("private", ctypes.c_void_p),
]
_Array._fields_ = [
    ("length", ctypes.c_int64),
    ("null_count", ctypes.c_int64),
    ("offset", ctypes.c_int64),
    ("n_buffers", ctypes.c_int64),
    ("n_children", ctypes.c_int64),
    ("buffers", ctypes.POINTER(ctypes.c_void_p)),
    ("children", ctypes.POINTER(ctypes.POINTER(_Array))),
    ("dictionary", ctypes.c_void_p),
    ("release", _Release),
    ("private", ctypes.c_void_p),
]
_Stream._fields_ = [
    ("get_schema", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(_Schema))),
    ("get_next", ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.POINTER(_Array))),
    ("get_last_error", ctypes.CFUNCTYPE(ctypes.c_char_p, ctypes.c_void_p)),
    ("release", _Release),
    ("private", ctypes.c_void_p),
]


_OFFSETS: dict[bytes, type[Any]] = {b"u": ctypes.c_int32, b"U": ctypes.c_int64}
"""What the offsets of a column of texts are stored as, by its format."""


def columns_of(handle: Any) -> tuple[tuple[str, str], ...]:
    """Names and formats of a schema's columns; `handle` has `__arrow_c_schema__`."""
    capsule = handle.__arrow_c_schema__()
    schema = _Schema.from_address(_address_in(capsule, b"arrow_schema"))
    found = [schema.children[place].contents for place in range(schema.n_children)]
    return tuple((one.name.decode(), one.format.decode()) for one in found)


def texts_in(handle: Any) -> Iterator[str]:
    """The texts of a stream's only column, a batch at a time; `handle` has `__arrow_c_stream__`.

    Raises `ArrowError` where the stream breaks off or has anything but texts.
    """
    capsule = handle.__arrow_c_stream__()
    address = _address_in(capsule, b"arrow_array_stream")
    stream = _Stream.from_address(address)
    offset = _offset_of(stream, address)
    while True:
        array = _Array()
        _must_do(stream, address, stream.get_next(address, ctypes.byref(array)))
        if not array.release:
            return
        try:
            found = _column(array.children[0].contents, offset)
        finally:
            array.release(ctypes.addressof(array))
        yield from found


def _address_in(capsule: object, name: bytes) -> int:
    """Where what a PyCapsule holds lies; it lies there as long as the capsule lives."""
    pointer = ctypes.pythonapi.PyCapsule_GetPointer
    pointer.restype, pointer.argtypes = ctypes.c_void_p, [ctypes.py_object, ctypes.c_char_p]
    address: int = pointer(capsule, name)
    return address


def _offset_of(stream: Any, address: int) -> type[Any]:
    """The type of the offsets of the stream's texts."""
    schema = _Schema()
    _must_do(stream, address, stream.get_schema(address, ctypes.byref(schema)))
    try:
        form = schema.children[0].contents.format if schema.n_children == 1 else b""
    finally:
        schema.release(ctypes.addressof(schema))
    if form not in _OFFSETS:
        raise ArrowError(f"not a column of texts: {form.decode(errors='replace')!r}")
    return _OFFSETS[form]


def _must_do(stream: Any, address: int, code: int) -> None:
    if code:
        said = stream.get_last_error(address)
        raise ArrowError(said.decode(errors="replace") if said else f"error {code}")


def _column(array: Any, offset: type[Any]) -> list[str]:
    """The texts of a batch, copied; none of them is missing."""
    first, count = array.offset, array.length
    if not count:
        return []
    offsets = (offset * (first + count + 1)).from_address(array.buffers[1])
    marks = offsets[first : first + count + 1]
    data = ctypes.string_at(array.buffers[2], marks[-1]) if marks[-1] else b""
    return [data[marks[n] : marks[n + 1]].decode() for n in range(count)]
