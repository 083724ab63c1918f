"""The process of one command: it makes a few pages, says what came of them, and ends."""

from __future__ import annotations

import gc
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn


def begin() -> None:
    """Collect garbage seldom: what a page is made of is in use until the end.

    A terminal that cannot show a character gets its number.
    """
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")


def counted(work: Callable[[], int]) -> int:
    """A command's exit code; what it did is said in counts where INFOGRAPHIC_COUNT asks for it."""
    if os.environ.get("INFOGRAPHIC_COUNT", "0") in ("", "0"):
        return work()
    # Late: for who works on the program alone.
    from infographic.foundation.counts import counting

    with counting() as counts:
        code = work()
    print(counts, file=sys.stderr)
    return code


def end(code: int) -> NoReturn:
    """End at once; to free all that was made, object by object, would take 40 ms."""
    for stream in (sys.stdout, sys.stderr):
        # Nobody reads any more (a closed pipe), or there never was such a stream.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
