"""A shim between a run and the disk: it counts what is done with files, and fails one step of it.

The run is a child of the test, forked, so that a kill is a kill and nothing patched stays behind.
"""

from __future__ import annotations

import builtins
import io
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

from infographic.foundation.files import _SWEPT

CALLS = ("mkdir", "rmdir", "unlink", "replace", "link", "fsync", "open", "scandir")
"""Of `os`; of opened files `open`, `read`, `write` and `close` beside."""
KILL = -1
"""In place of an error's number: the process is gone, as by kill -9."""


class End(NamedTuple):
    """What became of a run."""

    code: int
    said: str
    steps: tuple[str, ...]
    """What was done with the files of the folder, in turn: “write .infographic-…”."""


class Shim:
    """Counts the steps on files in a folder; the one of number `at` fails."""

    def __init__(self, folder: Path, at: int | None, number: int, log: int) -> None:
        self.folder, self.at, self.number, self.log = str(folder), at, number, log
        self.count = 0
        self._names: dict[int, str] = {}

    def step(self, what: str, name: object) -> None:
        path = self._names.get(name, "") if isinstance(name, int) else os.fsdecode(os.fspath(name))  # type: ignore[call-overload]
        if not os.path.abspath(path).startswith(self.folder) or not path:  # noqa: PTH100
            return
        os.write(self.log, f"{what} {os.path.basename(path)}\n".encode())  # noqa: PTH119
        self.count += 1
        if self.count - 1 == self.at:
            if self.number == KILL:
                os._exit(137)
            raise OSError(self.number, os.strerror(self.number))

    def install(self) -> None:
        for name in CALLS:
            setattr(os, name, self._counted(name, getattr(os, name)))
        own = io.open

        def opened(file: Any, mode: str = "r", *more: Any, **how: Any) -> Any:
            if isinstance(file, int):
                return own(file, mode, *more, **how)
            self.step("create" if set(mode) & {"w", "x"} else "open to read", file)
            made = own(file, mode, *more, **how)
            self._names[made.fileno()] = os.fsdecode(os.fspath(file))
            return Watched(made, os.fsdecode(os.fspath(file)), self)

        io.open = builtins.open = opened  # type: ignore[assignment]

    def _counted(self, name: str, own: Callable[..., Any]) -> Callable[..., Any]:
        def counted(file: Any, *more: Any, **how: Any) -> Any:
            self.step(name, file)
            found = own(file, *more, **how)
            if name == "open":
                self._names[found] = os.fsdecode(os.fspath(file))
            return found

        return counted


class Watched:
    """An opened file of which each step is counted."""

    def __init__(self, file: Any, name: str, shim: Shim) -> None:
        self._file, self._name, self._shim = file, name, shim

    def __enter__(self) -> Watched:
        return self

    def __exit__(self, *_: object) -> None:
        self._file.close()

    def read(self, *much: int) -> Any:
        self._shim.step("read", self._name)
        return self._file.read(*much)

    def write(self, data: Any) -> Any:
        # The half of it stands there when the disk says that it is full.
        self._file.write(data[: len(data) // 2])
        self._file.flush()
        self._shim.step("write", self._name)
        return self._file.write(data[len(data) // 2 :])

    def __getattr__(self, name: str) -> Any:
        return getattr(self._file, name)

    def __iter__(self) -> Any:
        return iter(self._file)


def end_of(call: Callable[[], int], folder: Path, at: int | None = None, number: int = KILL) -> End:
    """Run `call` in a child whose step `at` on a file of the folder fails."""
    scratch = folder.with_name(f"{folder.name}-said")
    scratch.mkdir(exist_ok=True)
    said, steps = scratch / "said", scratch / "steps"
    child = os.fork()
    if child == 0:
        # Nothing of the test goes on in the child, whatever happens.
        code = 99
        try:
            os.dup2(os.open(said, os.O_CREAT | os.O_TRUNC | os.O_WRONLY), 2)
            os.dup2(2, 1)
            sys.stdout = os.fdopen(1, "w", encoding="utf-8", closefd=False)
            sys.stderr = os.fdopen(2, "w", encoding="utf-8", closefd=False)
            log = os.open(steps, os.O_CREAT | os.O_TRUNC | os.O_WRONLY)
            # As in a process that has just begun.
            _SWEPT.clear()
            Shim(folder, at, number, log).install()
            code = call()
            sys.stdout.flush()
            sys.stderr.flush()
        finally:
            os._exit(code)
    _, status = os.waitpid(child, 0)
    done = steps.read_text("utf-8").splitlines() if steps.exists() else []
    return End(os.waitstatus_to_exitcode(status), said.read_text("utf-8"), tuple(done))
