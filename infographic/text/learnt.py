"""The words that type cases have learnt, bounded together.

Pages of other numbers have other words without an end, and each number stands in a case of each
size that it was tried in: 10 kB a page, where each case was bounded by itself.
"""

from __future__ import annotations

from typing import Any

MOST_WORDS = 3_000
"""Of all cases together: where there would be more, each forgets its own when it meets another."""


class _All:
    learnt = 0
    """Words since all were forgotten."""
    forgotten = 0
    """How often that was."""


class Words(dict[tuple[str, bool], tuple[Any, ...]]):
    """One case's, shaped, by the word and whether it is of figures."""

    __slots__ = ("forgot",)

    def __init__(self) -> None:
        self.forgot = _All.forgotten

    def make_room(self) -> None:
        """For one more word."""
        if _All.learnt >= MOST_WORDS:
            _All.learnt, _All.forgotten = 0, _All.forgotten + 1
        if self.forgot != _All.forgotten:
            self.clear()
            self.forgot = _All.forgotten
        _All.learnt += 1
