"""Functions that the tests of the pool have called in a worker, and what they see of processes."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
import time
from pathlib import Path

from infographic.foundation.calls import CALL
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.sayings import say


def doubled(number: int) -> int:
    return 2 * number


def slept(seconds: float) -> int:
    time.sleep(seconds)
    return os.getpid()


def marked(path: str, seconds: float = 0.0) -> int:
    """A line more in a file each time that it is called."""
    with Path(path).open("a", encoding="utf-8") as file:
        file.write("called\n")
    time.sleep(seconds)
    return os.getpid()


def dead_the_first_time(path: str) -> int:
    marked(path)
    if len(Path(path).read_text(encoding="utf-8").splitlines()) == 1:
        os.kill(os.getpid(), signal.SIGKILL)
    return os.getpid()


def left_with(code: int, words: str = "") -> None:
    print(words, flush=True)
    os._exit(code)


def crashed() -> None:
    ctypes.string_at(0)


def refused() -> None:
    raise SpecError([Diagnostic(say("limit-unknown", name="pagse"), CALL)])


class TwoArgumentsError(Exception):
    """It pickles, and cannot be unpickled."""

    def __init__(self, one: int, two: int) -> None:
        super().__init__(f"{one} and {two}")


def raised_two() -> None:
    raise TwoArgumentsError(1, 2)


def left() -> None:
    sys.exit("bye")


def unpicklable() -> object:
    return lambda: None


def eaten(megabytes: int, step: int = 20) -> int:
    held = [bytearray(b"x") * (1_000_000 * step) for _ in range(megabytes // step)]
    return sum(map(len, held))


_kept: list[bytearray] = []


def kept(megabytes: int) -> int:
    """Memory that is not given back."""
    _kept.append(bytearray(b"x") * (1_000_000 * megabytes))
    return os.getpid()


def process_and_parent() -> tuple[int, int]:
    time.sleep(0.2)
    return os.getpid(), os.getppid()


def threads() -> int:
    """Of this worker's parent, as the system counts them."""
    return len(list(Path(f"/proc/{os.getppid()}/task").iterdir()))


def limit_of_pages() -> int:
    from infographic.foundation.limits import most

    return most("pages")


def is_alive(number: int) -> bool:
    """Whether a process does anything yet; one that nobody has buried does not."""
    try:
        stat = Path(f"/proc/{number}/stat").read_text(encoding="ascii")
    except OSError:
        return False
    return stat.rpartition(")")[2].split()[0] != "Z"


def become_gone(numbers: list[int]) -> list[int]:
    """Those of some processes that are still there when all should be gone."""
    for _ in range(400):
        if not any(map(is_alive, numbers)):
            break
        time.sleep(0.025)
    return [number for number in numbers if is_alive(number)]


def children(number: int) -> list[int]:
    """A process's children, those that nobody has buried too."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = path.read_text(encoding="ascii", errors="replace").rpartition(")")[2].split()
        except OSError:
            continue
        if int(fields[1]) == number:
            found.append(int(path.parent.name))
    return found
