"""What `batch.py` has called in its pool's processes."""

from __future__ import annotations

import time
from functools import cache
from pathlib import Path

from engines import ENGINES, Paint
from stories import Story

from infographic.foundation.files import write_all


def nothing() -> None:
    """An empty call."""


@cache
def _paint(engine: str, kind: str, workspace: str) -> Paint:
    """Kept warm, one a process."""
    return ENGINES[engine](kind, Path(workspace))


def painted(engine: str, kind: str, workspace: str, story: Story, name: str) -> float:
    """Write a page as another tool makes it, whole or not at all; the seconds that it took."""
    paint = _paint(engine, kind, workspace)
    begun = time.perf_counter()
    write_all([(Path(name), paint(story))])
    return time.perf_counter() - begun
