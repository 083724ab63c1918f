"""Files written whole or not at all, and the files that travel inside the wheel."""

from __future__ import annotations

import os
from functools import cache
from pathlib import Path

from infographic.foundation.diagnostics import MachineError

PACKAGE = Path(__file__).resolve().parent.parent


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    A temporary file beside it, fsync, rename. Raises `MachineError`.
    """
    # Not by tempfile, which takes 4 ms to import and makes files for their owner alone.
    temporary = path.with_name(f".{path.name}.{os.urandom(6).hex()}")
    is_made = False
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with temporary.open("xb") as file:
            is_made = True
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(temporary, path)
    except OSError as error:
        if is_made:
            temporary.unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise MachineError(f"{path}: cannot be written ({reason})") from error


@cache
def shipped(folder: str) -> Path:
    """A folder that travels with the program: “fonts”, “layouts”, “examples”.

    In a wheel they lie inside the package; in a checkout beside it.
    """
    inside = PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder
