"""Tables: words left, figures on the decimal, bars and small lines in their cells."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.left_out import fields_left_out
from infographic.blocks.devices.table.cells import Marks, marks_of
from infographic.blocks.devices.table.fields import Field, fields_of, most_columns, ranked
from infographic.blocks.devices.table.head import head_of
from infographic.blocks.devices.table.lanes import least_width
from infographic.blocks.devices.table.rows import kept, parted, rows_of
from infographic.blocks.devices.table.sheet import Cells, Sheet, cells_of, needs_of, sheet_of
from infographic.blocks.devices.table.stack import Stack, pitch_of, stack_items
from infographic.display.frame import Frame
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Size
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

MOST_ROWS = 16
"""More stand in two stacks where there is width for them."""
LEAST_ROWS = 3
UNSHOWN = ("references", "spans", "ticks")
"""Fields of a chart that a table has no place for."""


def refuses(subject: Subject) -> Saying | None:
    if not subject.table.columns or not subject.count:
        return say("graphic-refuses/no-values")
    return None


class _Prepared(NamedTuple):
    """What is the same in any room."""

    fields: tuple[Field, ...]
    rows: tuple[int, ...]
    marks: Marks
    cells: Cells


_PREPARED: Memo[tuple[Subject, Look, _Prepared]] = Memo("prepared tables", 4)
"""The least size and each try at a height want the same cells. Subject and look are held, so that
no others take their identity."""


def _prepared(subject: Subject, look: Look) -> _Prepared:
    key = (id(subject), id(look))
    known = _PREPARED.get(key)
    if known is None or known[0] is not subject or known[1] is not look:
        fields, rows, marks = fields_of(subject), rows_of(subject), marks_of(subject)
        made = _Prepared(fields, rows, marks, cells_of(subject, look, fields, rows, marks))
        known = _PREPARED.put(key, (subject, look, made))
    return known[2]


def least(subject: Subject, look: Look) -> Size:
    """Of the two columns that stay longest; of a header and three rows."""
    made = _prepared(subject, look)
    fields = ranked(made.fields, subject)[:2]
    needs = needs_of(subject, look, fields, made.rows, made.cells)
    width = least_width([needs[field] for field in fields], look) + _gutter(subject, look)
    count = min(subject.count, LEAST_ROWS)
    # A header of a name in two lines and a unit; names in two lines.
    height = 3 * look.tick.leading + count * (pitch_of(look).least + look.label.leading)
    return Size(width, height)


def _gutter(subject: Subject, look: Look) -> float:
    """Left of the names, for the mark of a row that the title is about."""
    return look.of(7, 22) if subject.highlighted else 0.0


class _Made(NamedTuple):
    """Stacks side by side, and their rows' pitch."""

    stacks: tuple[Stack, ...]
    pitch: float
    left_out: int = 0

    def height(self, look: Look) -> float:
        return max(stack.height(look, self.pitch) for stack in self.stacks)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    fields, rows, marks, cells = _prepared(subject, look)
    made = _made(subject, look, room, fields, rows, cells)
    items = [
        item for stack in made.stacks for item in stack_items(subject, look, stack, made.pitch)
    ]
    sheet = made.stacks[0].sheet
    faults = (*_faults(made, cells), *marks.faults, *_doubts(subject, look, sheet, made.left_out))
    said = tuple(_said(subject, sheet, marks, made.left_out))
    return Drawn(Frame(Size(room.width, made.height(look)), tuple(items), faults), said)


def _made(
    subject: Subject, look: Look, room: Room, fields: Sequence[Field], rows: Sequence[int],
    cells: Cells,
) -> _Made:  # fmt: skip
    """One stack, or two where there are many rows and the width holds all their columns twice."""
    pitch = pitch_of(look)
    single = _stacked(subject, look, room.width, fields, rows, cells, 1)
    # A long picture goes on down.
    may_go_on = room.height is None and not look.is_print
    too_high = room.height is not None and single[0].height(look, pitch.natural) > room.height
    stacks = single
    if not may_go_on and len(rows) > 3 and (len(rows) > MOST_ROWS or too_high):
        double = _stacked(subject, look, room.width, fields, rows, cells, 2)
        # One column is never left out, not where it has no room either.
        is_wide = double[0].width + 0.01 >= least(subject, look).width
        if (
            is_wide
            and len(double[0].sheet.lanes) == len(single[0].sheet.lanes)
            and not (double[0].sheet.frames.keys() - single[0].sheet.frames.keys())
        ):
            stacks = double
    if room.height is None:
        return _Made(stacks, pitch.natural)
    return _in_height(subject, look, room.width, room.height, fields, rows, cells, stacks)


def _in_height(
    subject: Subject, look: Look, width: float, height: float, fields: Sequence[Field],
    rows: Sequence[int], cells: Cells, stacks: tuple[Stack, ...],
) -> _Made:  # fmt: skip
    """Rows closer, then fewer of them."""
    pitch, many, shown = pitch_of(look), len(stacks), len(rows)
    while shown > 1 and _Made(stacks, pitch.least).height(look) > height + 0.01:
        over = max(stack.height(look, pitch.least) for stack in stacks) - height
        shown -= max(int(over / (pitch.least + look.label.leading)) * many, 1)
        stacks = _stacked(subject, look, width, fields, kept(subject, rows, max(shown, 1)), cells,
                          many)  # fmt: skip
    fitting = min((height - stack.height(look, 0.0)) / max(len(stack.rows), 1) for stack in stacks)
    own = min(max(fitting, pitch.least), pitch.most)
    return _Made(stacks, own, len(rows) - sum(len(stack.rows) for stack in stacks))


def _stacked(
    subject: Subject, look: Look, width: float, fields: Sequence[Field], rows: Sequence[int],
    cells: Cells, many: int,
) -> tuple[Stack, ...]:  # fmt: skip
    gutter, between = _gutter(subject, look), look.of(24, 64)
    own = (width - between * (many - 1)) / many
    parts = (tuple(rows),) if many == 1 else parted(subject, rows)
    found = []
    for number, part in enumerate(parts):
        left = number * (own + between)
        # All rows are measured for each: the stacks' columns are alike.
        sheet = sheet_of(subject, look, fields, rows, cells, left + gutter, own - gutter)
        found.append(Stack(left, own, part, sheet, head_of(subject, look, sheet)))
    return tuple(found)


def _faults(made: _Made, cells: Cells) -> Iterator[Diagnostic]:
    sheet = made.stacks[0].sheet
    yield from made.stacks[0].head.faults
    for stack in made.stacks:
        for row in stack.rows:
            for lane in sheet.lanes:
                frame = sheet.frames.get((row, lane.field.place))
                if frame is not None:
                    yield from frame.faults
                elif lane.field.is_words:
                    yield from cells.words[row, lane.field.place].faults
                elif lane.field.series >= 0:
                    yield from cells.figures[row, lane.field.series].lettering.faults


def _doubts(subject: Subject, look: Look, sheet: Sheet, left_out: int) -> Iterator[Diagnostic]:
    if left_out:
        saying = say("graphic-left-out/table-rows", count=left_out, rows=subject.count)
        yield Diagnostic(saying, subject.origin, severity=Severity.WARNING)
    if sheet.left_out:
        names = [_full(field) for field in sheet.left_out]
        most = most_columns(look)
        is_full = len(sheet.lanes) == most
        saying = (
            say("graphic-left-out/many-columns", count=len(names), names=names, most=most)
            if is_full
            else say("graphic-left-out/columns", count=len(names), names=names)
        )
        yield Diagnostic(saying, subject.origin, severity=Severity.WARNING)
    yield from fields_left_out(subject, "table", *UNSHOWN)


def _full(field: Field) -> str:
    return f"{field.group} {field.name}".strip()


def _said(subject: Subject, sheet: Sheet, marks: Marks, left_out: int) -> Iterator[str]:
    language = subject.language
    yield from marks.said
    own = subject.chart.note.text if subject.chart.note is not None else ""
    for note in subject.table.notes:
        # The story's note may be the file's own, without its 注：.
        said = note.rstrip("。；;. ")
        if said.removeprefix("注").lstrip("：: ") not in own:
            yield said
    if any(lane.field.course for lane in sheet.lanes):
        yield word("table-lines", language)
    if left_out:
        yield word("table-rows-left-out", language, count=left_out)
    columns = [field for field in sheet.left_out if not field.course]
    if columns:
        names = word("join", language).join(_full(field) for field in columns)
        yield word("table-columns-left-out", language, names=names)


DEVICE = Device("table", refuses, least, draw, ("figures",))
