"""What a process opens, starts and connects to, by Python's audit events.

What a library in C opens by itself raises none: `launch` with --strace sees that, too.
"""

from __future__ import annotations

import os
import sys
import sysconfig
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

REPOSITORY = Path(__file__).resolve().parents[2]
OURS = tuple(
    str(REPOSITORY / name) for name in ("infographic", "fonts", "layouts", "examples", "data.json")
)
PYTHON = tuple({
    sys.prefix, sys.base_prefix, sys.exec_prefix, *sysconfig.get_paths().values(),
    *(os.path.realpath(path) for path in (sys.prefix, sys.base_prefix, sys.executable)),
    str(Path(os.path.realpath(sys.executable)).parents[1]),
})  # fmt: skip
HARMLESS = (
    "/dev/null", "/dev/urandom", "/etc/localtime", "/usr/share/zoneinfo",
    # By which a writer's temporary files are told from those of another machine.
    "/proc/sys/kernel/random/boot_id",
)  # fmt: skip
PLACES = {"open": (0,), "os.listdir": (0,), "os.scandir": (0,)}
CHANGES = {
    "os.mkdir": (0,), "os.remove": (0,), "os.rmdir": (0,), "os.chmod": (0,), "os.truncate": (0,),
    "os.rename": (0, 1), "os.link": (0, 1), "os.symlink": (1,), "os.utime": (0,), "os.chown": (0,),
    "shutil.rmtree": (0,), "shutil.move": (0, 1),
}  # fmt: skip
STARTS = (
    "subprocess.", "os.system", "os.exec", "os.posix_spawn", "os.spawn", "os.fork", "os.forkpty",
    "pty.", "socket.", "urllib.", "http.", "smtplib.", "ftplib.", "webbrowser.", "os.startfile",
)  # fmt: skip
WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_TRUNC | os.O_APPEND


def watch(readable: Sequence[str], writable: Sequence[str], tell: Callable[[str], None]) -> None:
    """Tell of all that this process does outside of these folders, from now on for good."""
    may_read = tuple(map(os.path.realpath, (*readable, *writable))) + OURS + PYTHON + HARMLESS
    may_write = (*map(os.path.realpath, writable), "/dev/null")

    def hook(event: str, values: tuple[Any, ...]) -> None:
        if event in PLACES:
            flags = values[2] if event == "open" and isinstance(values[2], int) else 0
            places = may_write if flags & WRITING else may_read
            _look(event, values[:1], places, tell)
        elif event in CHANGES:
            _look(event, [values[n] for n in CHANGES[event]], may_write, tell)
        elif event.startswith(STARTS):
            tell(f"{event} {values!r}"[:200])
        elif event == "ctypes.dlopen" and values[0] is not None:
            name = os.fspath(values[0])
            # A bare name is the loader's own search.
            if "/" in str(name):
                _look(event, [name], may_read, tell)

    sys.addaudithook(hook)


def _look(
    event: str, values: Sequence[Any], places: tuple[str, ...], tell: Callable[[str], None]
) -> None:
    for value in values:
        if isinstance(value, int) or value is None:
            continue
        # By where it leads, at the moment: through links.
        path = os.path.realpath(os.fsdecode(value))
        if not any(path == place or path.startswith(f"{place}/") for place in places):
            tell(f"{event} {path}")
