"""Each row's files in each layout, and those names that cannot be, or are one file."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.batch.naming.patterns import ENDING, ID, LAYOUT, OWN, ROW, Pattern, pattern_of
from infographic.batch.naming.safe import folded, why_not_a_path, why_not_in_name
from infographic.batch.rows import Row, Rows
from infographic.composed import PathLike, file_name_of
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.late_pattern import late
from infographic.foundation.limits import SHOWN_DIAGNOSTICS
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say
from infographic.loading.sheet.layouts import read_layout
from infographic.outputs import default_endings, format_of
from infographic.outputs.format import IntentName
from infographic.pipeline import settled_layout

SCREEN_PPI = 96
_NUMBERED = late(r"-[0-9]+(?=\.)")


@record
class Naming:
    patterns: tuple[Pattern, ...]
    endings: tuple[tuple[str, tuple[str, ...]], ...]
    """Of each layout those that {ext} stands for, without their points."""
    id_column: str = ""
    """Which tells an edition from the others; "" for the row's number."""
    digits: int = 1
    """Of a row's number."""
    sets: frozenset[str] = frozenset()
    """Layouts of several pages, whose files are called NAME-1, NAME-2 …"""

    @staticmethod
    def of(
        patterns: Sequence[str],
        layouts: Sequence[str],
        rows: Rows,
        *,
        formats: Sequence[str] = (),
        id_column: str = "",
        font_path: Sequence[PathLike] = (),
        has_tiles: bool = False,
    ) -> Naming:
        """The names that these patterns give. `formats`: endings in place of a layout's own.

        `id_column`: "" for the column “id” where the table has one, else the row's number. Raises
        `CallError` for a pattern that cannot be, `SpecError` for a layout.
        """
        columns = [one.name for one in rows.columns]
        if not id_column and ID in columns:
            id_column = ID
        read = tuple(pattern_of(one) for one in patterns)
        faults = [fault for one in read for fault in _faults_of(one, layouts, columns, id_column)]
        if faults:
            raise CallError(faults)
        endings, sets = [], set(layouts if has_tiles else ())
        for layout in layouts:
            settled = settled_layout(read_layout(layout), font_path)
            medium: IntentName = "screen" if settled.sheet.ppi == SCREEN_PPI else "print"
            known = formats or default_endings(medium)
            endings.append((layout, tuple(one.lstrip(".") for one in known)))
            if len(settled.pages) > 1 or settled.depends_on_story:
                sets.add(layout)
        digits = len(str(len(rows.rows)))
        naming = Naming(read, tuple(endings), id_column, digits, frozenset(sets))
        for one in naming.patterns:
            for ending in _endings_of(one, naming):
                format_of(one.filled({**dict.fromkeys(one.names, "x"), ENDING: ending}))
        return naming

    def id_of(self, row: Row) -> str:
        """What tells the row's edition from the others, in results and reports."""
        cell = row.cells.get(self.id_column) if self.id_column else None
        words = "" if cell is None else _words(cell)
        return words or self._number(row)

    def names(self, row: Row, layout: str) -> tuple[str, ...]:
        """The files of a row in a layout. For rows of which `faults` has found nothing."""
        return tuple(self._patterns_of_names(row, layout))

    def _patterns_of_names(self, row: Row, layout: str) -> dict[str, Pattern]:
        """The files of a row in a layout, each with the first pattern that names it."""
        values = {name: _words(cell) for name, cell in row.cells.items()}
        values |= {ID: self.id_of(row), LAYOUT: file_name_of(layout), ROW: self._number(row)}
        made: dict[str, Pattern] = {}
        for pattern in self.patterns:
            for ending in dict(self.endings)[layout] if ENDING in pattern.names else ("",):
                made.setdefault(pattern.filled({**values, ENDING: ending}), pattern)
        return made

    def faults(self, rows: Rows, layouts: Sequence[str]) -> list[Diagnostic]:
        """Why files of these rows cannot be called so; as many as are told, the rest counted."""
        found: list[Diagnostic] = []
        taken: dict[str, tuple[str, Origin]] = {}
        folders: dict[str, tuple[str, Origin]] = {}
        more = 0
        for row in rows.rows:
            for fault in self._of_row(row, layouts, taken, folders):
                if len(found) < SHOWN_DIAGNOSTICS:
                    found.append(fault)
                else:
                    more += 1
        found += self._files_as_folders(taken, folders)
        if more:
            found.append(Diagnostic(say("batch-name/more", count=more), rows.rows[0].origin))
        return found

    def _of_row(
        self, row: Row, layouts: Sequence[str], taken: dict[str, tuple[str, Origin]],
        folders: dict[str, tuple[str, Origin]],
    ) -> Iterator[Diagnostic]:  # fmt: skip
        wrong = [*self._wrong_cells(row)]
        yield from wrong
        if wrong:
            return
        at = self._place(row)
        for layout in layouts:
            for name, pattern in self._patterns_of_names(row, layout).items():
                why = why_not_a_path(name.removeprefix(pattern.folder))
                if why is not None:
                    yield Diagnostic(say("batch-name", name=name, why=why), at)
                    return
                same = folded(name)
                before = taken.setdefault(same, (name, at))
                if before[1] is not at or before[0] != name:
                    yield Diagnostic(_taken(name, *before), at)
                    return
                if layout in self.sets:
                    taken.setdefault(f"{_before_ending(same)}-", (name, at))
                for number in range(1, same.count("/") + 1):
                    folders.setdefault(same.rsplit("/", number)[0], (name, at))

    def _wrong_cells(self, row: Row) -> Iterator[Diagnostic]:
        """The cells that no file can be called by."""
        for name in sorted({name for one in self.patterns for name in one.names}):
            column = self.id_column if name == ID else name
            if column in (LAYOUT, ENDING, ROW) and name in OWN:
                continue
            cell = row.cells.get(column)
            if cell is None:
                continue
            why = why_not_in_name(_words(cell))
            if why is not None:
                yield Diagnostic(say("batch-name/cell", column=column, why=why), cell.origin)

    def _files_as_folders(
        self, taken: dict[str, tuple[str, Origin]], folders: dict[str, tuple[str, Origin]]
    ) -> Iterator[Diagnostic]:
        """Names that are a file's and a folder's, or a page's of a set."""
        for same in taken.keys() & folders.keys():
            name, at = taken[same]
            other, place = folders[same]
            yield Diagnostic(say("batch-name/folder", name=name, other=other, place=place), at)
        for same, (name, at) in taken.items():
            whole = _NUMBERED.sub("-", same, count=1)
            if whole != same:
                stem = f"{_before_ending(whole)}"
                found = taken.get(stem)
                if found is not None and found[0] != name:
                    yield Diagnostic(
                        say("batch-name/taken", name=name, other=found[0], place=found[1]), at
                    )

    def _place(self, row: Row) -> Origin:
        cell = row.cells.get(self.id_column) if self.id_column else None
        return row.origin if cell is None else cell.origin

    def _number(self, row: Row) -> str:
        return f"{row.number:0{self.digits}}"


def _taken(name: str, other: str, place: Origin) -> Saying:
    if name == other:
        return say("batch-name/twice", name=name, place=place)
    return say("batch-name/taken", name=name, other=other, place=place)


def _before_ending(name: str) -> str:
    """A name without the endings of its last part."""
    folder, slash, last = name.rpartition("/")
    return folder + slash + last.partition(".")[0]


def _words(cell: Node) -> str:
    value = cell.value
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return ""
    return str(value).strip()


def _endings_of(pattern: Pattern, naming: Naming) -> Iterator[str]:
    if ENDING not in pattern.names:
        yield ""
        return
    for _, endings in naming.endings:
        yield from endings


def _faults_of(
    pattern: Pattern, layouts: Sequence[str], columns: Sequence[str], id_column: str
) -> Iterator[Diagnostic]:
    """What is wrong in a pattern whatever the rows are."""
    known = (*OWN, *columns)
    for name in sorted(pattern.names - {*known}):
        saying = say("batch-pattern/name", name=name, pattern=pattern.text)
        yield Diagnostic(saying, CALL, nearest(name, known))
    if LAYOUT not in pattern.names and len({*map(file_name_of, layouts)}) > 1:
        yield Diagnostic(say("batch-pattern/layouts", pattern=pattern.text), CALL)
    if not pattern.names & {ID, ROW, *columns}:
        yield Diagnostic(say("batch-pattern/rows", pattern=pattern.text), CALL)
