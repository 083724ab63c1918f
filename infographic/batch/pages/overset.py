"""Which cell of a row is too long for its layout: told by the rows that fit.

A page that is too full says which block lacks how much room; the desk knows rows and cells. A cell
with more characters than the same column has in any row that fits is where to cut, and by how much.
"""

from __future__ import annotations

from infographic.batch.rows import Row
from infographic.filling.too_full import TOO_FULL
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say


class Longest:
    """The most characters that each column has in a row that fits."""

    def __init__(self) -> None:
        self._most: dict[str, int] = {}
        self._has_fitting = False

    def fits(self, row: Row | None) -> None:
        """Take a row that fits into account."""
        if row is None:
            return
        self._has_fitting = True
        for name, cell in row.cells.items():
            if isinstance(cell.value, str):
                self._most[name] = max(self._most.get(name, 0), len(cell.value))

    def told(self, row: Row | None, found: tuple[Diagnostic, ...]) -> tuple[Diagnostic, ...]:
        """What is to be said of a row that does not fit, its cells first; of all else, as it is."""
        is_full = any(one.code in TOO_FULL for one in found)
        if row is None or not is_full or not self._has_fitting:
            return found
        cells = [
            Diagnostic(
                say(
                    "pages-overset", column=name, count=len(cell.value),
                    over=len(cell.value) - self._most.get(name, 0),
                ),
                cell.origin,
            )
            for name, cell in row.cells.items()
            if isinstance(cell.value, str) and len(cell.value) > self._most.get(name, 0)
        ]  # fmt: skip
        return (*cells, *found)
