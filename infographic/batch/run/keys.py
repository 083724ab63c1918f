"""The digest of all that is asked of a job."""

from __future__ import annotations

import pickle
from collections.abc import Iterator, Mapping
from decimal import Decimal
from os import PathLike
from pathlib import Path
from typing import Any

from infographic.batch.job import Job
from infographic.foundation.datum import Origin, Source
from infographic.foundation.files import blake2b
from infographic.foundation.record import is_record, names_of

_PLAIN = (str, int, float, bool, Decimal, type(None))


def key_of(job: Job, store: str, mark: str) -> str:
    """32 hexadecimal digits: of the story or what makes it, the layout's name, the options, the
    names, the store, and the `mark` of what bytes depend on besides.

    Files that these name are not in it: they are inputs, with digests of their own. Nor are places
    in files, so that a row which moves down is the same row.
    """
    whole = blake2b(digest_size=16)
    # A template with a row knows best what its story is made from.
    digest = getattr(job.story, "digest", None)
    story = digest() if callable(digest) else _placed(job.story)
    options = {name: _placed(value) for name, value in job.options.items()}
    asked = (story, _placed(job.layout), job.files, job.id, options, job.formats, job.fits,
             job.strict, store, mark)  # fmt: skip
    for part in _parts(asked):
        whole.update(part)
    return whole.hexdigest()


def _placed(value: Any) -> Any:
    """A file's whole path: one of the same name in another folder is another file."""
    if isinstance(value, str) and value.endswith(".json") and "://" not in value:
        return str(Path(value).absolute())
    return value


def _parts(value: Any) -> Iterator[bytes]:
    """A value as bytes that are the same in every process; each with its kind and length, so that
    no two values have the same."""
    if isinstance(value, Origin | Source):
        return
    if isinstance(value, _PLAIN):
        yield _told(type(value).__name__, repr(value).encode())
    elif isinstance(value, bytes):
        yield _told("bytes", value)
    elif isinstance(value, PathLike):
        yield _told("path", str(Path(value).absolute()).encode())
    elif isinstance(value, Mapping):
        yield _told("mapping", str(len(value)).encode())
        # A story's fields mean the same in any order; those of options too.
        for name in sorted(value, key=repr):
            yield from _parts(name)
            yield from _parts(value[name])
    elif isinstance(value, set | frozenset):
        yield _told("set", str(len(value)).encode())
        for one in sorted(value, key=repr):
            yield from _parts(one)
    elif isinstance(value, list | tuple):
        yield _told("list", str(len(value)).encode())
        for one in value:
            yield from _parts(one)
    elif is_record(type(value)):
        yield _told("record", type(value).__qualname__.encode())
        for name in names_of(type(value)):
            yield from _parts(getattr(value, name))
    else:
        yield _told("pickle", pickle.dumps(value, protocol=5))


def _told(kind: str, data: bytes) -> bytes:
    return f"{kind} {len(data)} ".encode() + data
