"""A table measured: its columns that stand in a width, with all cells set."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infographic.blocks.devices.table.cells import (
    Figure,
    Marks,
    Styles,
    figure_at,
    styles_of,
)
from infographic.blocks.devices.table.fields import (
    Field,
    most_columns,
    ranked,
)
from infographic.blocks.devices.table.lanes import Lane, Need, lanes_of, least_width, need_of
from infographic.display.frame import Frame
from infographic.foundation.datum import Origin
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look
from infographic.graphics.subject import MISSING, Subject
from infographic.graphics.words import word
from infographic.text.copy import Copy, Span
from infographic.text.keeping import count_work
from infographic.text.style import Part, TextStyle


class Cells(NamedTuple):
    """All cells of some rows, set in one line each."""

    figures: Mapping[tuple[int, int], Figure]
    """By row and series."""
    words: Mapping[tuple[int, int], Lettering]
    """By row and column of the data."""
    copies: Mapping[tuple[int, int], Copy]
    styles: Styles


class Sheet(NamedTuple):
    """What stands of a table in a width."""

    lanes: tuple[Lane, ...]
    rows: tuple[int, ...]
    cells: Cells
    frames: Mapping[tuple[int, int], Frame]
    """Words that are set in lines, by row and column of the data."""
    left_out: tuple[Field, ...]

    def lines(self, row: int) -> int:
        """How many lines a row's words take."""
        style = self.cells.styles.plain
        heights = (
            frame.size.height
            for lane in self.lanes
            if (frame := self.frames.get((row, lane.field.place))) is not None
        )
        return max((round(height / style.leading) for height in heights), default=1)


def is_heavy(subject: Subject, row: int) -> bool:
    """Whether a row is set in the strong style: what the title is about, and totals."""
    return row in subject.highlighted or row in subject.table.totals


def cells_of(
    subject: Subject, look: Look, fields: Sequence[Field], rows: Sequence[int], marks: Marks
) -> Cells:
    """All cells of these rows and columns."""
    styles = styles_of(look)
    count_work("table-cells", len(fields) * len(rows), subject.origin)
    figures: dict[tuple[int, int], Figure] = {}
    words: dict[tuple[int, int], Lettering] = {}
    copies: dict[tuple[int, int], Copy] = {}
    ahead = _forecast(subject)
    for field in fields:
        for row in rows:
            style = styles.strong if is_heavy(subject, row) or field.is_claimed else styles.plain
            if field.series >= 0:
                mark = marks.at.get((row, field.series), "")
                figures[row, field.series] = figure_at(subject, row, field.series, style, mark)
            elif field.is_words:
                copy = _words(subject, field, row, marks, row in ahead)
                copies[row, field.place] = copy
                words[row, field.place] = lettered(copy, style)
    return Cells(figures, words, copies, styles)


def _forecast(subject: Subject) -> range:
    """The rows from the chart's `forecast` on, in the file's order."""
    key = str(subject.chart.forecast)
    if subject.chart.forecast is None or subject.names_place < 0:
        return range(0)
    texts = subject.table.columns[subject.names_place].texts
    first = (at for at, text in enumerate(texts) if key in (text, subject.names[at]))
    return range(next(first, subject.count), subject.count)


def _words(subject: Subject, field: Field, row: int, marks: Marks, is_ahead: bool) -> Copy:
    column = subject.table.columns[field.place]
    text = column.texts[row] if row < len(column.texts) else ""
    mark = column.marks.get(row, "")
    if field.place == subject.names_place:
        text = subject.names[row]
        mark += marks.at.get((row, -1), "")
        if is_ahead:
            text = word("table-forecast", subject.language, name=text)
    elif column.values[row] is None:
        text = text or MISSING
    origin = subject.table.places.of(row, field.place)
    spans = [Span(text)] if text else []
    if mark and text:
        spans.append(Span(mark, Part.PLAIN, script=1))
    return Copy(tuple(spans), origin)


def indent_of(subject: Subject, look: Look, field: Field, row: int) -> float:
    """Of a part's name (其中), below what it is a part of."""
    return look.em if field.place == subject.names_place and row in subject.table.parts else 0.0


def needs_of(
    subject: Subject, look: Look, fields: Sequence[Field], rows: Sequence[int], cells: Cells
) -> dict[Field, Need]:
    """What each column wants."""
    found = {}
    for field in fields:
        figures = [cells.figures[row, field.series] for row in rows] if field.series >= 0 else []
        words = [cells.words[row, field.place] for row in rows] if field.is_words else []
        need = need_of(field, look, figures, words)
        if any(indent_of(subject, look, field, row) for row in rows):
            need = need._replace(least=need.least + look.em, wish=need.wish + look.em)
        found[field] = need
    return found


def standing(
    subject: Subject, look: Look, fields: Sequence[Field], needs: Mapping[Field, Need],
    width: float,
) -> tuple[Field, ...]:  # fmt: skip
    """The columns that have room, in their order: as many as the ranking's first have it."""
    most = most_columns(look)
    keep: list[Field] = []
    for field in ranked(fields, subject):
        if len(keep) >= most:
            break
        if least_width([needs[one] for one in (*keep, field)], look) > width + 0.01 and keep:
            continue
        keep.append(field)
    return tuple(field for field in fields if field in keep)


def sheet_of(
    subject: Subject, look: Look, fields: Sequence[Field], rows: Sequence[int], cells: Cells,
    left: float, width: float,
) -> Sheet:  # fmt: skip
    """The table in a width from `left` on."""
    needs = needs_of(subject, look, fields, rows, cells)
    stand = standing(subject, look, fields, needs, width)
    lanes = lanes_of([needs[field] for field in stand], look, left, width)
    frames: dict[tuple[int, int], Frame] = {}
    for lane in lanes:
        if not lane.field.is_words:
            continue
        for row in rows:
            single = cells.words[row, lane.field.place]
            measure = lane.width - indent_of(subject, look, lane.field, row)
            if single.width > measure + 0.01:
                style = _style(subject, lane.field, row, cells.styles)
                copy = cells.copies[row, lane.field.place]
                frames[row, lane.field.place] = lines_of(copy, style, measure)
    out = tuple(field for field in fields if field not in stand)
    return Sheet(lanes, tuple(rows), cells, frames, out)


def _style(subject: Subject, field: Field, row: int, styles: Styles) -> TextStyle:
    return styles.strong if is_heavy(subject, row) or field.is_claimed else styles.plain


def origin_of(field: Field, subject: Subject) -> Origin:
    return field.origin or subject.origin
