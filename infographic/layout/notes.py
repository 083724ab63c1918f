"""Notes that only layout reads; what readers of a page need is in `display/notes`."""

from __future__ import annotations

from infographic.display.notes import Note
from infographic.foundation.record import record
from infographic.text.copy import Copy


@record
class SharedSize(Note):
    """A member of a group of blocks that share one size, and the factor that it is set at."""

    group: str
    factor: float


@record
class Yielding(Note):
    """A headline, whose words are set smaller where the rest of the page has no room."""

    copy: Copy
    size: float
    """They are set in, in points."""
    level: int = 1
    """Their heading level: 1 is the page's headline."""
    smallest: float = 0.0
    """They may be set in, in points; one that is no smaller gives no way."""


def numbers_of(group: str) -> str:
    """The name by which the numbers of a group's sets share a size of their own."""
    return f"{group} (numbers)"


class Reserved(Note):
    """A place kept for what is laid out last, when all pages are."""

    __slots__ = ()
