"""A file of data as a grid of cells, by what it holds and not by its name."""

from __future__ import annotations

from pathlib import Path

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.loading.tables.grid import Grid
from infographic.loading.tables.options import AS_FOUND, ReadOptions


def read_grid(
    file: Path | bytes, options: ReadOptions = AS_FOUND, *, name: str = "", at: Origin = BUILT_IN
) -> Grid:
    """Read a file, or the bytes of one, as CSV, TSV, XLSX, ODS or JSON.

    `name` is what messages call it, `at` where the story asks for it. Raises `SpecError` with what
    makes it unreadable.
    """
    raise NotImplementedError
