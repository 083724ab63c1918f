"""Run calls of the command line, each in a process of its own, within bounds that kill.

`Launcher` starts this file as a program. It imports `infographic` once and forks for each call,
so that one costs little more than its own work; with `alone` the fork starts
`python -m infographic` anew, as a user does. A call is a JSON line on stdin, its result one on
stdout.
"""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

CPU_SECONDS = 10
ADDRESSES = 3_000_000_000
"""Bytes of address space: what is asked for beyond them is refused by the machine."""
WALL_SECONDS = 240
"""Of a call that waits for ever: it takes no CPU."""
HERE = Path(__file__).resolve()
ANEW = (
    "import json,os,sys;sys.path[:0]=[{tests!r},{repository!r}];"
    "from hostile.launch import begin;begin(json.loads({call!r}));"
    "from infographic.cli import main;main({arguments!r})"
)


class Result(NamedTuple):
    """What came of a call."""

    code: int
    """The exit code; of a killed process, the signal's number, negative."""
    out: str
    err: str
    touched: tuple[str, ...]
    """What it did outside of its folders."""
    peak: int
    """The most memory it held, in bytes."""
    cpu: float
    """In seconds; for the eye, never for a test."""


class Launcher:
    """A process that runs calls. Use it in `with`."""

    def __enter__(self) -> Launcher:
        tests, repository = HERE.parents[1], HERE.parents[2]
        paths = os.pathsep.join(map(str, (tests, repository)))
        self._process = subprocess.Popen(
            [sys.executable, str(HERE)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, "PYTHONPATH": paths}, cwd=repository,
        )  # fmt: skip
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()

    def run(
        self,
        folder: Path,
        arguments: Sequence[str],
        *,
        stdin: str = "",
        reads: Sequence[str] = (),
        alone: bool = False,
    ) -> Result:
        """Run `infographic` with `arguments` in `folder`/project (`case.set_up` makes it)."""
        call = {
            "folder": str(folder), "arguments": list(arguments), "stdin": stdin,
            "reads": list(reads), "alone": alone,
        }  # fmt: skip
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(f"{json.dumps(call)}\n")
        self._process.stdin.flush()
        told = json.loads(self._process.stdout.readline())
        return Result(**{**told, "touched": tuple(told["touched"])})


def begin(call: dict[str, Any]) -> None:
    """Bound this process, and watch what it does from here on."""
    from hostile.watch import watch

    folder = call["folder"]
    tempfile.tempdir = None
    written = [f"{folder}/{name}" for name in ("project", "tmp", "home/.cache")]
    told = call["told"]

    def tell(what: str) -> None:
        os.write(told, f"{what}\n".encode("utf-8", "backslashreplace"))

    watch(call["reads"], written, tell)
    signal.alarm(WALL_SECONDS)
    resource.setrlimit(resource.RLIMIT_CPU, (CPU_SECONDS, CPU_SECONDS + 2))
    resource.setrlimit(resource.RLIMIT_AS, (ADDRESSES, ADDRESSES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def _child(call: dict[str, Any], streams: Sequence[int]) -> None:
    """Become the call. It never returns."""
    folder = call["folder"]
    os.environ.update(
        HOME=f"{folder}/home", TMPDIR=f"{folder}/tmp", XDG_CACHE_HOME=f"{folder}/home/.cache"
    )
    os.chdir(f"{folder}/project")
    for number, stream in enumerate(streams):
        os.dup2(stream, number)
    if call["alone"]:
        os.set_inheritable(call["told"], True)
        tests, repository = str(HERE.parents[1]), str(HERE.parents[2])
        code = ANEW.format(
            tests=tests, repository=repository, call=json.dumps(call), arguments=call["arguments"]
        )
        os.execv(sys.executable, [sys.executable, "-c", code])
    begin(call)
    # The forked streams of Python stand on the new files: they hold nothing yet.
    from infographic.cli import main

    main(call["arguments"])


def _text(stream: int) -> str:
    os.lseek(stream, 0, os.SEEK_SET)
    with open(stream, "rb", closefd=False) as file:
        return file.read().decode("utf-8", "backslashreplace")


def _run(call: dict[str, Any]) -> dict[str, Any]:
    files = [tempfile.TemporaryFile() for _ in range(4)]  # noqa: SIM115
    try:
        stdin, out, err, told = (file.fileno() for file in files)
        os.write(stdin, call["stdin"].encode("utf-8", "surrogatepass"))
        os.lseek(stdin, 0, os.SEEK_SET)
        child = os.fork()
        if child == 0:
            try:
                _child({**call, "told": told}, (stdin, out, err))
            finally:
                os._exit(99)
        _, status, used = os.wait4(child, 0)
        return {
            "code": os.waitstatus_to_exitcode(status), "out": _text(out), "err": _text(err),
            "touched": sorted(set(_text(told).splitlines())), "peak": used.ru_maxrss * 1024,
            "cpu": used.ru_utime + used.ru_stime,
        }  # fmt: skip
    finally:
        for file in files:
            file.close()


def _warm() -> None:
    """Import what the calls need, so that the forks have it."""
    import pkgutil
    from importlib import import_module

    import infographic

    for module in pkgutil.walk_packages(infographic.__path__, "infographic."):
        if "__main__" not in module.name and ".shipped" not in module.name:
            import_module(module.name)
    from PIL import Image

    Image.init()


def serve() -> None:
    answers = os.fdopen(os.dup(1), "w")
    # What a child says before its own streams stand goes to nobody's answer.
    os.dup2(2, 1)
    _warm()
    for line in sys.stdin:
        answers.write(f"{json.dumps(_run(json.loads(line)))}\n")
        answers.flush()


if __name__ == "__main__":
    serve()
