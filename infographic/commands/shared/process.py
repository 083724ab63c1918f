"""The process of one command: it makes a few pages, says what came of them, and ends."""

from __future__ import annotations

# `signal` itself makes an enumeration of them, for a millisecond.
import _signal  # type: ignore[import-not-found]  # `signal` takes a millisecond
import gc
import io
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import NoReturn

from infographic.foundation.files import clean_up, stop

STOPPING = ("SIGINT", "SIGTERM", "SIGHUP", "SIGBREAK")
"""What asks a process to end and lets it clean up before; not every system has each."""


def begin() -> None:
    """Collect garbage seldom: what a page is made of is in use until the end.

    A terminal that cannot show a character gets its number. Who asks the process to end finds
    nothing of it left behind.
    """
    gc.set_threshold(200_000, 20, 20)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    for name in STOPPING:
        number = getattr(_signal, name, None)
        # Who started us may have asked that one be ignored: nohup, a shell's “&”.
        if number is not None and _signal.getsignal(number) != _signal.SIG_IGN:
            # In another thread than the first none can be set.
            with suppress(ValueError):
                _signal.signal(number, interrupted)


def interrupted(number: int, _: object) -> None:
    """End at once, with nothing half written left.

    By no exception: raised in the midst of anything, it is lost in a callback of C, or something
    else comes of it.
    """
    stop(lambda: _leave(number))


def _leave(number: int) -> NoReturn:
    with suppress(OSError):
        os.write(2, b"interrupted\n")
    os._exit(128 + number)


def counted(work: Callable[[], int]) -> int:
    """A command's exit code; what it did is said in counts where INFOGRAPHIC_COUNT asks for it."""
    if os.environ.get("INFOGRAPHIC_COUNT", "0") in ("", "0"):
        return work()
    # Late: for who works on the program alone.
    from infographic.foundation.running.counts import counting

    with counting() as counts:
        code = work()
    print(counts, file=sys.stderr)
    return code


def end(code: int) -> NoReturn:
    """End at once; to free all that was made, object by object, would take 40 ms."""
    clean_up()
    for stream in (sys.stdout, sys.stderr):
        # Nobody reads any more (a closed pipe), or there never was such a stream.
        with suppress(OSError, ValueError, AttributeError):
            stream.flush()
    os._exit(code)
