"""Workbooks that are open to be looked at: XLSX and ODS are never written."""

from __future__ import annotations

from pathlib import Path
from typing import NoReturn

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.loading.tables.files import open_workbook
from infographic.loading.tables.grid import EMPTY
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.bounds import must_be_within
from infographic.studio.documents.asked import refused
from infographic.studio.documents.disk import DiskFile
from infographic.studio.documents.tables.csv_edits import Edit
from infographic.studio.documents.text_document import DiskChange


class SheetName(NamedTuple):
    name: str
    is_hidden: bool


class SheetRow(NamedTuple):
    number: int
    """In the sheet, from 1."""
    is_hidden: bool
    cells: tuple[str, ...]
    """Texts as the program shows them, from column A on."""


class SheetView(NamedTuple):
    """One sheet, with what is hidden in it."""

    name: str
    rows: tuple[SheetRow, ...]
    """From the first to the last that holds something."""
    hidden_columns: tuple[int, ...]
    """From 0."""
    faults: tuple[tuple[int, int, str], ...]
    """Row and column, from 0, of each cell without a value, and why."""


class SheetDocument:
    """A workbook. `version` rises when its file has changed."""

    def __init__(self, path: Path, *, name: str = "") -> None:
        """Open a file in reach. Raises `SpecError`, also where it is no workbook."""
        self.path, self.name = path, name or path.as_posix()
        self.disk = DiskFile(path, "data-bytes", self.name)
        self.version = 0
        self.saved = True
        self._data = self.disk.read()
        self._views: dict[str, SheetView] = {}
        self._sheets: tuple[SheetName, ...] = ()
        self.cells()

    @classmethod
    def open(cls, path: Path, *, name: str = "") -> SheetDocument:
        """The same, as other documents are opened."""
        return cls(path, name=name)

    def sheets(self) -> tuple[SheetName, ...]:
        """All of the workbook, in its order."""
        return self._sheets

    def cells(self, sheet: str = "") -> SheetView:
        """A sheet by its name, else the first that is not hidden and holds something.

        Raises `SpecError` for a sheet that is not there, a workbook that is damaged or too large.
        """
        if sheet not in self._views:
            self._views[sheet] = self._view(sheet)
        return self._views[sheet]

    def _view(self, sheet: str) -> SheetView:
        opened = open_workbook(self._data, self.disk.origin, ReadOptions(sheet=sheet), BUILT_IN)
        self._sheets = tuple([SheetName(one.name, one.is_hidden) for one in opened.sheets])
        found = opened.cells
        used = sorted(number for number, row in found.cells.items() if row)
        rows, faults = [], []
        for place, number in enumerate(range(used[0], used[-1] + 1) if used else ()):
            cells = found.cells.get(number, {})
            width = max(cells, default=0)
            texts = tuple([cells.get(one, EMPTY).text for one in range(1, width + 1)])
            rows.append(SheetRow(number, number in found.hidden_rows, texts))
            faults += [
                (place, column - 1, str(cell.fault))
                for column, cell in cells.items()
                if cell.fault is not None
            ]
        must_be_within([row.cells for row in rows], opened.at)
        hidden = sorted(found.hidden_columns)
        width = max((len(row.cells) for row in rows), default=0)
        return SheetView(
            opened.sheet.name,
            tuple(rows),
            tuple([one - 1 for one in hidden if one <= width]),
            tuple(faults),
        )

    def apply(self, edits: Edit | list[Edit]) -> NoReturn:
        """Raises `SpecError`: a workbook is changed in the program that made it."""
        refused(say("workbook-read-only", file=self.path.name), self.disk.origin)

    def faults(self) -> tuple[Diagnostic, ...]:
        return ()

    def disk_changed(self) -> DiskChange:
        """Read it again where it has changed. Raises `SpecError` where it cannot be read any more;
        it is shown as it was then."""
        data = self.disk.there()
        if data is None:
            return DiskChange("gone")
        if data == self._data:
            return DiskChange("same")
        before = self._data, self._views
        self._data, self._views = data, {}
        try:
            self.cells()
        except BaseException:
            self._data, self._views = before
            raise
        self.version += 1
        return DiskChange("reloaded")
