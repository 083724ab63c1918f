"""A grid of cells as a table: its header, units and notes found, each column of one kind."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.table import Table
from infographic.loading.tables.grid import Grid
from infographic.loading.tables.options import AS_FOUND, ReadOptions


@dataclass(frozen=True, slots=True)
class TableRead:
    """A table, and what is wrong in its columns: what of them is not used does no harm."""

    table: Table
    wrong: tuple[tuple[str, Diagnostic], ...] = ()
    """Errors, each with the name of its column as `table` has it."""

    def of(self, names: Collection[str] | None = None) -> Table:
        """The table, if nothing is wrong in the columns of these names (None: in any).

        Raises `SpecError` with what is.
        """
        wrong = [fault for name, fault in self.wrong if names is None or name in names]
        if wrong:
            raise SpecError(wrong)
        return self.table


def table_of(grid: Grid, options: ReadOptions = AS_FOUND) -> TableRead:
    """The table of a grid. Raises `SpecError` where it has none: nothing in it, no header."""
    raise NotImplementedError
