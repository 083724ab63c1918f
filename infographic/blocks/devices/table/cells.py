"""The cells of a table: words in lines, and figures that know where their decimal point is."""

from __future__ import annotations

from collections.abc import Mapping

from infographic.display.items import TextLine
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.text.copy import Span
from infographic.text.figures import tabular, uneven
from infographic.text.style import Part, TextStyle

DIGITS = frozenset("0123456789,−-+")
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


class Figure(NamedTuple):
    """A figure in its cell. Lengths in points."""

    lettering: Lettering
    point: float
    """From its left edge to its decimal point, or to the end of its whole digits."""

    @property
    def behind(self) -> float:
        """Right of that."""
        return self.lettering.width - self.point


class Styles(NamedTuple):
    """What a table's cells are set in, with digits of even width."""

    plain: TextStyle
    strong: TextStyle


def styles_of(look: Look) -> Styles:
    """The first of the look's faces of words, then of figures, whose digits are even."""
    return Styles(*(_even(own, look) for own in (look.label, look.strong)))


def _even(own: TextStyle, look: Look) -> TextStyle:
    for style in (own, look.label, look.figure):
        digits = style.of(Part.DIGITS)
        if style is not own:
            part = replaced(digits, size=own.size)
            style = replaced(own, parts=((Part.DIGITS, part), *own.parts[1:]))
        even = tabular(style)
        if uneven(even) is None:
            return even
    return tabular(own)


def point_in(line: TextLine) -> float:
    """How far into a line its decimal point stands, or its whole digits end."""
    seen = False
    for x, run in line.runs:
        for place, text in zip(run.xs, run.texts, strict=True):
            if text not in DIGITS and (seen or text == "."):
                return x + place * run.size
            seen = seen or text.isdigit()
    return line.width


class Marks(NamedTuple):
    """The marks of the chart's own notes, by row and series (-1: at the row's name)."""

    at: Mapping[tuple[int, int], str]
    said: tuple[str, ...]
    """Each mark with its note."""
    faults: tuple[Diagnostic, ...]


def marks_of(subject: Subject) -> Marks:
    """Notes at values become marks behind them, numbered after those that the data have."""
    used = {sign for column in subject.table.columns for mark in column.marks.values()
            for sign in mark}  # fmt: skip
    first = max((CIRCLED.index(sign) + 1 for sign in used if sign in CIRCLED), default=0)
    at: dict[tuple[int, int], str] = {}
    said: list[str] = []
    faults: list[Diagnostic] = []
    for note in subject.chart.notes:
        cell = _cell_of(subject, str(note.at), note.series)
        number = first + len(said)
        if cell is None or number >= len(CIRCLED):
            key = "graphic-note/no-value" if cell is None else "graphic-note/too-many-marks"
            saying = (
                say("graphic-note/no-value", words=note.text.text, at=str(note.at))
                if key == "graphic-note/no-value"
                else say("graphic-note/too-many-marks", words=note.text.text, most=len(CIRCLED))
            )
            faults.append(Diagnostic(saying, note.origin, severity=Severity.WARNING))
            continue
        at[cell] = at.get(cell, "") + CIRCLED[number]
        said.append(CIRCLED[number] + note.text.text)
    return Marks(at, tuple(said), tuple(faults))


def _cell_of(subject: Subject, key: str, series: str) -> tuple[int, int] | None:
    column = subject.table.columns[subject.names_place] if subject.names_place >= 0 else None
    texts = column.texts if column is not None else subject.names
    row = next((at for at, text in enumerate(texts) if key in (text, subject.names[at])), None)
    if row is None:
        return None
    if not series:
        return (row, 0 if len(subject.series) == 1 else -1)
    named = (at for at, one in enumerate(subject.series) if series in (one.name, one.column.name))
    number = next(named, None)
    return None if number is None else (row, number)


def figure_at(subject: Subject, row: int, series: int, style: TextStyle, mark: str) -> Figure:
    """A value without its unit, set in one line."""
    copy = subject.said(row, series, unit=False)
    if mark:
        copy = replaced(copy, spans=(*copy.spans, Span(mark, Part.UNIT, 1, script=1)))
    lettering = lettered(copy, style)
    point = 0.0 if lettering.line is None else point_in(lettering.line.text)
    return Figure(lettering, point)
