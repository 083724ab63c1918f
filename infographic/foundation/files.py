"""Files written whole or not at all, and the files that travel inside the wheel."""

from __future__ import annotations

import os
import tempfile
from functools import cache
from pathlib import Path

from infographic.foundation.diagnostics import MachineError

PACKAGE = Path(__file__).resolve().parent.parent


def write_whole(path: Path, data: bytes) -> None:
    """Write `data` to `path` so that a reader sees the old file or the new one, never a part.

    A temporary file beside it, fsync, rename. Raises `MachineError`.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.")
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        # mkstemp makes a file for its owner alone; give it what the user's umask allows.
        umask = os.umask(0)
        os.umask(umask)
        os.chmod(temporary, 0o666 & ~umask)
        os.replace(temporary, path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        reason = error.strerror or str(error)
        raise MachineError(f"{path}: cannot be written ({reason})") from error


@cache
def shipped(folder: str) -> Path:
    """A folder that travels with the program: “fonts”, “layouts”, “examples”.

    In a wheel they lie inside the package; in a checkout beside it.
    """
    inside = PACKAGE / "shipped" / folder
    return inside if inside.is_dir() else PACKAGE.parent / folder
