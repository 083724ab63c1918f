"""A grid of cells as a table: its header, units and notes found, each column of one kind."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from hashlib import sha256

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError, nearest
from infographic.foundation.memo import Memo
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.foundation.table import Column, Period, Places, Table
from infographic.loading.tables.grid import Grid, GridCell
from infographic.loading.tables.making.around import Parts, parts_of
from infographic.loading.tables.making.cells import cells_of
from infographic.loading.tables.making.columns import finished
from infographic.loading.tables.making.decimal_marks import file_mark
from infographic.loading.tables.making.drafts import Draft, drafted
from infographic.loading.tables.making.header import (
    Heading,
    header_rows,
    headings,
    is_count_row,
    named,
    squeezed,
)
from infographic.loading.tables.making.labels import is_part, is_total
from infographic.loading.tables.making.units import RATES, is_unit, name_and_unit, two_units
from infographic.loading.tables.options import AS_FOUND, ReadOptions

SHOWN = 8
"""Rows of one fault that are told."""


AreWords = Callable[[int, Heading, Sequence[GridCell]], bool]


@record
class TableRead:
    """A table, and what is wrong in its columns: what of them is not used does no harm."""

    table: Table
    wrong: tuple[tuple[str, Diagnostic], ...] = ()
    """Errors, each with the name of its column as `table` has it."""
    told: tuple[tuple[str, Diagnostic], ...] = ()
    """Of what the table says of its reading, what is of one column."""

    def of(self, names: Collection[str] | None = None) -> Table:
        """The table, if nothing is wrong in the columns of these names (None: in any); it says
        nothing of the others.

        Raises `SpecError` with what is wrong.
        """
        wrong = [fault for name, fault in self.wrong if names is None or name in names]
        if wrong:
            raise SpecError(wrong)
        if names is None or not self.told:
            return self.table
        others = [one for name, one in self.told if name not in names]
        # One table from page to page: what is worked out of it is kept by its identity.
        key = (id(self.table), frozenset(names))
        known = _OF.get(key)
        if known is None or known[0] is not self.table:
            said = tuple(one for one in self.table.said if one not in others)
            known = _OF.put(key, (self.table, replaced(self.table, said=said)))
        return known[1]


_OF: Memo[tuple[Table, Table]] = Memo("charts' tables", 64)


class GridPlaces(NamedTuple):
    """Of a table that has some rows and columns of a grid."""

    grid: Places
    rows: tuple[int, ...]
    columns: tuple[int, ...]

    def of(self, row: int, column: int) -> Origin:
        return self.grid.of(self.rows[row], self.columns[column])


def table_of(
    grid: Grid, options: ReadOptions = AS_FOUND, are_words: AreWords | None = None
) -> TableRead:
    """The table of a grid; a column is of words where `are_words` says so of its place in the
    table, its heading and its cells.

    Raises `SpecError` where it has none: nothing in it, no header, rows longer than the header.
    """
    parts = parts_of(grid)
    if not parts.rows:
        raise SpecError([Diagnostic(say("data-empty"), grid.origin)])
    if options.turned:
        grid = grid.turned(parts.rows)
        parts = parts._replace(rows=tuple(range(len(grid.rows))), blank=0)
    count = header_rows(grid, parts.rows, options.header)
    head, body = parts.rows[:count], parts.rows[count:]
    found = headings(grid, head) if head else _lettered(grid, body)
    body, said = _without_repeats(grid, head, body)
    if not body:
        raise SpecError([_without_rows(grid, count)])
    _must_be_no_longer(grid, head, body, found)
    body, merged_said = _without_lead_ins(grid, body)
    columns = cells_of(grid, body, found)
    has_values = [any(cell.text or cell.fault for cell in cells) for cells in columns]
    kept, renamed = named(found, has_values)
    if parts.further is not None:
        row, place = parts.further
        said.append(_said(say("data-further"), grid.place(row, place), Severity.WARNING))
    said += [*grid.said, *renamed, *merged_said, *_said_of_rows(grid, parts, head, body, found)]
    texts = _text_columns(options, [heading.name for _, heading in kept], grid.origin)
    drafts = [
        drafted(
            place,
            heading,
            columns[place],
            is_text=heading.name in texts
            or (are_words is not None and are_words(number, heading, columns[place])),
        )
        for number, (place, heading) in enumerate(kept)
    ]
    mark = file_mark([draft.shown for draft in drafts], options.decimal)
    places = GridPlaces(grid.places, tuple(body), tuple(place for place, _ in kept))
    made, wrong, told = [], [], []
    for number, draft in enumerate(drafts):
        column, words, faults = _finished(draft, mark, places, number, parts.unit)
        if grid.points_may_part and not mark:
            faults += _asked_of_points(draft, places, number)
        column, doubt = _with_table_unit(column, parts.unit)
        made.append(column)
        told += [(column.name, one) for one in (*words, *doubt)]
        wrong += [(column.name, fault) for fault in faults]
    labels = [cell.text for cell in columns[kept[0][0]]] if kept else []
    said += [one for _, one in told]
    made, doubts = _with_units_of_rows(made, labels)
    said += [*doubts, *_several_units(made, parts.unit)]
    table = _table(grid, parts, tuple(made), places, labels, said)
    return TableRead(replaced(table, digest=f"{table.digest}{mark}"), tuple(wrong), tuple(told))


def _without_rows(grid: Grid, count: int) -> Diagnostic:
    """That there is a header alone; of a cover sheet, which others the workbook has."""
    first = next((one for one in grid.said if one.saying.key == "data-sheet/first"), None)
    others = first and first.saying.values["others"]
    mend = say("mend/other-sheet", others=others) if others else None
    return Diagnostic(say("data-empty/rows", rows=count), grid.origin, mend)


def _finished(
    draft: Draft, mark: str, places: GridPlaces, number: int, unit: str
) -> tuple[Column, list[Diagnostic], list[Diagnostic]]:
    return finished(draft, mark, lambda row: places.of(row, number), unit)


def _asked_of_points(draft: Draft, places: GridPlaces, number: int) -> list[Diagnostic]:
    """That 1.234 may be 1234 where cells are parted by “;”, and nothing says which."""
    shown = draft.shown
    row = shown.doubtful_point
    if row is None or shown.point is not None or shown.comma is not None:
        return []
    text = draft.cores[row]
    saying = say("data-decimal/point", text=text, name=draft.heading.name,
                 whole=text.replace(".", ""))  # fmt: skip
    return [Diagnostic(saying, places.of(row, number))]


def _lettered(grid: Grid, body: Sequence[int]) -> tuple[Heading, ...]:
    """Names for the columns of a file without a header: A, B, C."""
    from infographic.foundation.datum import letters_of

    return tuple(
        Heading(letters_of(column + 1), "", grid.place(body[0], column))
        for column in range(grid.width)
    )


def _said(saying: Saying, at: Origin, severity: Severity = Severity.NOTE) -> Diagnostic:
    return Diagnostic(saying, at, severity=severity)


# Rows


def _without_repeats(
    grid: Grid, head: Sequence[int], body: Sequence[int]
) -> tuple[tuple[int, ...], list[Diagnostic]]:
    """The body without rows that number columns, or repeat the header on a further page."""
    names = _texts(grid, head[-1]) if head else []
    kept, said = [], []
    # 甲 1 2 with 乙 2 3 below it are two things that are named so.
    is_named_so = len(body) > 1 and grid.cell(body[1], 0).text in ("乙", "B")
    for row in body:
        if row == body[0] and not is_named_so and is_count_row(grid, row):
            said.append(_said(say("data-left-out/numbered"), grid.place(row, 0)))
        elif names and grid.cell(row, 0).text == names[0] and _texts(grid, row) == names:
            said.append(_said(say("data-left-out/header"), grid.place(row, 0)))
        else:
            kept.append(row)
    return tuple(kept), said


def _texts(grid: Grid, row: int) -> list[str]:
    return [cell.text for cell in grid.rows[row]]


def _without_lead_ins(
    grid: Grid, body: tuple[int, ...]
) -> tuple[tuple[int, ...], list[Diagnostic]]:
    """The body without rows that say 其中： and nothing else."""
    kept, said = [], []
    for row in body:
        first = grid.rows[row][0].text if grid.rows[row] else ""
        first = first or next((cell.text for cell in grid.rows[row] if cell.text), "")
        is_lead_in = first.startswith("其中") and first.strip("：: \u3000") == "其中"
        if is_lead_in and sum(map(bool, _texts(grid, row))) == 1:
            said.append(_said(say("data-left-out/lead-in"), grid.place(row, 0)))
        else:
            kept.append(row)
    return tuple(kept), said


def _must_be_no_longer(
    grid: Grid, head: Sequence[int], body: Sequence[int], found: Sequence[Heading]
) -> None:
    """Raise `SpecError` for rows of a text that have cells behind the header's last.

    A sheet's rows are all of one length: there a column without a header is one.
    """
    if not head:
        return
    width = max(len(grid.rows[row]) for row in head)
    wrong = []
    for row in body:
        if len(grid.rows[row]) <= width:
            continue
        extra = next((c for c in range(width, len(grid.rows[row])) if grid.cell(row, c).text), None)
        if extra is not None:
            cells = len([1 for cell in grid.rows[row][extra:] if cell.text]) + extra
            saying = say("data-row-long", cells=cells, columns=width)
            wrong.append(Diagnostic(saying, grid.place(row, extra)))
    if len(wrong) > SHOWN:
        more = say("data-row-long/more", count=len(wrong) - SHOWN)
        wrong[SHOWN:] = [Diagnostic(more, wrong[SHOWN].origin)]
    if wrong:
        raise SpecError(wrong)


def _said_of_rows(
    grid: Grid, parts: Parts, head: Sequence[int], body: Sequence[int], found: Sequence[Heading]
) -> list[Diagnostic]:
    said = []
    if parts.blank:
        said.append(_said(say("data-left-out/blank", count=parts.blank), grid.origin))
    width = max((len(grid.rows[row]) for row in head), default=0)
    short = [row for row in body if len(grid.rows[row]) < width]
    if short:
        saying = say(
            "data-row-short",
            count=len(short),
            columns=width,
            cells=len(grid.rows[short[0]]),
        )
        said.append(_said(saying, grid.place(short[0], 0), Severity.WARNING))
    return said


# Columns


def _text_columns(options: ReadOptions, names: Sequence[str], at: Origin) -> frozenset[str]:
    unknown = [name for name in options.text if name not in names]
    if unknown:
        raise SpecError(
            [
                Diagnostic(say("data-option/text", name=name), at, nearest(name, names))
                for name in unknown
            ]
        )
    return frozenset(options.text)


def _with_table_unit(column: Column, unit: str) -> tuple[Column, list[Diagnostic]]:
    """A column of numbers without a unit, with that of the whole table."""
    if column.kind != "number" or column.unit or not unit:
        return column, []
    both = two_units(unit)
    if both is not None:
        # 单位：亿元、%: the second is that of growth and shares.
        return replaced(column, unit=both[RATES.search(column.name.lower()) is not None]), []
    if not is_unit(unit):
        return column, []
    if RATES.search(column.name.lower()) and unit != "%":
        saying = say("data-table-unit/rate", unit=unit, name=column.name)
        return column, [_said(saying, column.origin, Severity.WARNING)]
    return replaced(column, unit=unit), []


def _with_units_of_rows(
    columns: list[Column], labels: Sequence[str]
) -> tuple[list[Column], list[Diagnostic]]:
    """The columns with the unit that every row names: 小麦（万吨）, 玉米（万吨）. Rows of several
    units cannot be compared in one column, which is said."""
    if sum(label.endswith(("）", ")", "]", "】")) for label in labels) * 2 < len(labels):
        return columns, []
    units = dict.fromkeys(name_and_unit(label)[1] for label in labels if not is_total(label))
    named = [unit for unit in units if unit]
    bare = [one for one in columns[1:] if one.kind == "number" and not one.unit]
    if not named or not bare:
        return columns, []
    if len(units) == 1:
        own = {id(one) for one in bare}
        return [replaced(one, unit=named[0]) if id(one) in own else one for one in columns], []
    if len(named) == 1:
        return columns, []
    saying = say("data-table-unit/rows", units=[f"“{unit}”" for unit in named])
    return columns, [_said(saying, columns[0].origin, Severity.WARNING)]


def _several_units(columns: Sequence[Column], unit: str) -> list[Diagnostic]:
    """That the line above the table names several units, and which columns lack one."""
    without = [column for column in columns if column.kind == "number" and not column.unit]
    if not unit or is_unit(unit) or not without:
        return []
    names = [say("phrase/quoted", words=column.name) for column in without]
    saying = say("data-table-unit/several", unit=unit, names=names, name=without[0].name)
    return [_said(saying, without[0].origin, Severity.WARNING)]


# The table


def _table(
    grid: Grid,
    parts: Parts,
    columns: tuple[Column, ...],
    places: Places,
    labels: Sequence[str],
    said: list[Diagnostic],
) -> Table:
    totals = frozenset(row for row, label in enumerate(labels) if is_total(label))
    subs = frozenset(row for row, label in enumerate(labels) if is_part(label))
    if totals and len(totals) < len(labels):
        names = [say("phrase/quoted", words=squeezed(labels[row])) for row in sorted(totals)]
        said.append(_said(say("data-left-out/totals", rows=names[:SHOWN]), grid.origin))
    if subs:
        names = [say("phrase/quoted", words=squeezed(labels[row])) for row in sorted(subs)]
        said.append(_said(say("data-left-out/parts", rows=names[:SHOWN]), grid.origin))
        columns = (_without_signs(columns[0], subs), *columns[1:])
    return Table(
        columns,
        _digest(columns, parts, totals, subs),
        places,
        grid.origin,
        parts.title,
        parts.notes,
        parts.source,
        tuple(said),
        totals if len(totals) < len(labels) else frozenset(),
        subs,
        () if grid.origin.source.path is None else (grid.origin.source.path,),
    )


def _without_signs(column: Column, rows: Collection[int]) -> Column:
    """The labels of parts without what says that they are parts."""
    if column.kind != "text":
        return column
    values = list(column.values)
    for row in rows:
        words = values[row]
        if isinstance(words, str):
            values[row] = words.lstrip("#＃").removeprefix("其中").strip("：:,， ") or words
    return replaced(column, values=tuple(values))


def _digest(
    columns: Sequence[Column], parts: Parts, totals: Collection[int], subs: Collection[int]
) -> str:
    found = sha256()
    for column in columns:
        head = f"{column.name}\0{column.kind}\0{column.unit}\0{sorted(column.marks.items())}\0"
        found.update(head.encode())
        found.update("\1".join(column.texts).encode())
        if column.kind == "period":
            # A workbook shows 3月1日 of any year alike.
            days = (f"{one.start}{one.end}" for one in column.values if isinstance(one, Period))
            found.update("\1".join(days).encode())
    words = (parts.title, parts.unit, parts.source, *parts.notes)
    found.update("\2".join((*words, f"{sorted(totals)}{sorted(subs)}")).encode())
    return found.hexdigest()
