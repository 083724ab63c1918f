"""Notes that only layout reads; what readers of a page need is in `display/notes`."""

from __future__ import annotations

from dataclasses import dataclass

from infographic.display.notes import Note


@dataclass(frozen=True, slots=True)
class SharedSize(Note):
    """A member of a group of blocks that share one size, and the factor that it is set at."""

    group: str
    factor: float
