"""Several files take their names, all or none."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path


def all_named(
    staged: Sequence[tuple[Path, Path]], spare: Sequence[Path], begin: Callable[[Path], None]
) -> None:
    """Give each staged file its name; where one cannot have it, the others give theirs back.

    What had a name before has a `spare` one meanwhile, which is the caller's to take away. `begin`
    is told each file in turn. Raises `OSError`.
    """
    given: list[tuple[Path, Path, Path | None]] = []
    try:
        for (temporary, path), second in zip(staged, spare, strict=True):
            begin(path)
            had_one = os.path.lexists(path)
            kept = second if had_one and _is_kept(path, second) else None
            os.replace(temporary, path)
            # On a disk without links the old file is gone: its name stays with the new one.
            if kept is not None or not had_one:
                given.append((temporary, path, kept))
    except OSError:
        for temporary, path, kept in reversed(given):
            with suppress(OSError):
                # The new file is unfinished again, and goes with what has no name yet.
                os.replace(path, temporary) if kept is None else os.replace(kept, path)
        raise


def _is_kept(path: Path, second: Path) -> bool:
    """Give a file a second name; whether it has it."""
    try:
        os.link(path, second, follow_symlinks=False)
    except (OSError, NotImplementedError):
        return False
    return True
