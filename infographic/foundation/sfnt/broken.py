"""That a table ends too soon."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from contextlib import contextmanager

from infographic.foundation.diagnostics import FontError
from infographic.foundation.sayings import say


@contextmanager
def reading(file: str, table: str) -> Iterator[None]:
    """Where a table ends before what it says that it holds, raise `FontError` for it."""
    try:
        yield
    except (struct.error, IndexError) as error:
        raise FontError(say("font-broken/cut", file=file, table=table)) from error
