"""The least room that devices of rows want, reckoned without setting all of their words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import ceil

from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


def widest_figure(
    subject: Subject, style: TextStyle, told: Callable[[Copy], Copy] = lambda copy: copy
) -> float:
    """The width of the longest figure of each series, by the number of its signs."""
    widest = 0.0
    for at in range(len(subject.series)):
        said = [subject.said(row, at, unit=False) for row in range(subject.count)]
        longest = max(said, key=lambda copy: len(copy.text), default=None)
        if longest is not None:
            widest = max(widest, lettered(told(longest), style).width)
    return widest


def least_height(
    subject: Subject, look: Look, rows: Sequence[int], pitch: float, width: float, more: int = 0
) -> float:
    """Of these rows in a width: each with its name over it, in lines; the aids of the axis; notes.

    `more` rows have short names of our own.
    """
    chart = subject.chart
    named = sum(_lines(subject.names[row], look, width) for row in rows)
    if any(subject.names):
        named += more
    aids = len(chart.references) + sum(one.label is not None for one in chart.spans)
    over = aids * look.tick.leading + look.of(2, 6) if aids else 0.0
    # The axis of negative values that are cut names its 0.
    is_below = any(value < 0 for one in subject.series for value in one.present)
    under = look.tick.leading if chart.ticks or is_below else 0.0
    notes = sum(_lines(note.text.text, look, width) for note in chart.notes)
    lines = (named + notes) * look.label.leading
    return (len(rows) + more) * pitch + lines + over + under


def _lines(text: str, look: Look, width: float) -> int:
    """How many lines a text takes at the most: its Han are an em wide, all else no wider; a word
    that is kept whole leaves a line one short."""
    a_line = max(int(width / (look.em * 1.05)), 1)
    if len(text) <= a_line:
        return 1 if text else 0
    return ceil(len(text) / max(a_line - 1, 1))
