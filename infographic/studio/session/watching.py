"""Which files of a folder were changed, as soon as they are."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

from watchfiles import awatch

DEBOUNCE, STEP = 50, 10
"""Milliseconds: a save by several writes is told once; it is looked for every ten."""


async def watched(folder: Path, *, polling: bool = False) -> AsyncIterator[frozenset[Path]]:
    """The real paths of the files that were changed, at each change."""
    async for changes in awatch(
        folder, debounce=DEBOUNCE, step=STEP, force_polling=polling or None, recursive=True
    ):
        yield frozenset(Path(path) for _, path in changes)
