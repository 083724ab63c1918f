"""A worker's process: calls functions, one after the other, and says what came of each.

Over its line come pickled `(function, arguments)`, and go `(kind, resident, value)`, of which kind
is “done” or “raised”, and `resident` so many bytes of memory as the process has after it.
"""

from __future__ import annotations

import faulthandler
import gc
import os
import pickle
import signal
import sys
import threading
import traceback
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any, BinaryIO

from infographic.batch.engine.pool.setup import Setup, prepare
from infographic.foundation.running import frames
from infographic.foundation.running.bounds import bound, resident

LOOK = 32
"""Calls between two looks for rubbish in cycles. A page leaves 30 kB of it (`foundation/running`).
"""


def main() -> None:
    """`python -m infographic.batch.engine.pool.worker`: one that is begun by itself, where none can
    be forked. What is printed goes to stderr."""
    ignore_interrupts()
    line = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    setup: Setup = frames.read(sys.stdin.buffer)
    prepare(setup)
    calls = SimpleQueue[bytes]()

    def listen() -> None:
        try:
            while True:
                calls.put(frames.read_bytes(sys.stdin.buffer))
        except (EOFError, OSError):
            # Whoever wanted something is gone.
            os._exit(0)

    threading.Thread(target=listen, daemon=True).start()
    work(calls.get, line, setup.megabytes, lambda: True)


def forked(line: int, words: int, setup: Setup, server: int) -> None:
    """One that has been forked by the process `server`, without which it does not live: `line` is a
    socket, `words` a pipe that takes what is printed."""
    for standard in (1, 2):
        os.dup2(words, standard)
    os.close(words)
    sys.stdout = sys.stderr
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    reading, writing = os.fdopen(line, "rb"), os.fdopen(os.dup(line), "wb")
    work(
        lambda: frames.read_bytes(reading), writing, setup.megabytes, lambda: os.getppid() == server
    )


def ignore_interrupts() -> None:
    """Ctrl-C is for the program, which ends its workers."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def work(
    read: Callable[[], bytes], line: BinaryIO, megabytes: int, is_wanted: Callable[[], bool]
) -> None:
    """Call what comes, until nothing more does. Raises `OSError` where nobody listens."""
    faulthandler.enable(all_threads=False)
    bound(megabytes, is_wanted)
    # What was made before the fork is not looked through, nor written to: its memory stays shared.
    # Of the rest we look when a call has been answered.
    gc.disable()
    _send(line, frames.packed(os.getpid()))
    count = 0
    while True:
        try:
            call = read()
        except EOFError:
            return
        _send(line, frames.framed(answer(call)))
        count += 1
        if not count % LOOK:
            gc.collect()


def _send(line: BinaryIO, message: bytes) -> None:
    line.write(message)
    line.flush()


def answer(call: bytes) -> bytes:
    """What came of a call, pickled."""
    try:
        function, arguments = _unpacked(call)
        value = function(*arguments)
        return _pickled("done", value)
    except MemoryError:
        # Whatever is left is not enough for the next.
        os.write(2, b"MemoryError\n")
        os._exit(1)
    except BaseException as error:
        error.add_note("in a worker:\n" + "".join(traceback.format_exception(error)))
        return _raised(error)


def _unpacked(call: bytes) -> Any:
    """Raises `TypeError` for what there is none of here."""
    try:
        return frames.unpacked(call)
    except (AttributeError, ImportError) as error:
        raise TypeError(
            f"{error}: a class or function that travels to another process must be in a module "
            "that can be imported, not in the program itself"
        ) from error


def _raised(error: BaseException) -> bytes:
    """An exception that arrives: one that cannot travel, by its name and words."""
    # A call that ends a process ends nobody's but its own.
    if isinstance(error, Exception):
        try:
            data = _pickled("raised", error)
            frames.unpacked(data)
        except Exception:
            pass
        else:
            return data
    said = RuntimeError(f"{type(error).__name__}: {error}")
    for note in getattr(error, "__notes__", ()):
        said.add_note(str(note))
    return _pickled("raised", said)


def _pickled(kind: str, value: Any) -> bytes:
    return pickle.dumps((kind, resident(), value), protocol=5)


if __name__ == "__main__":
    main()
