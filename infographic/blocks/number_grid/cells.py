"""A fact in its cell: its words above or below its number, or beside it."""

from __future__ import annotations

from dataclasses import replace
from math import inf

from infographic.blocks.cell import StatCell
from infographic.blocks.number_grid.measured import Measured, beside_gap, foot_gap
from infographic.blocks.number_grid.told import Fact
from infographic.blocks.number_grid.types import Types
from infographic.display.frame import Frame, together
from infographic.foundation.geometry import Point, Size
from infographic.layout.setting import flush, set_copy, set_trimmed
from infographic.text.style import Alignment


def stacked(
    one: Measured, types: Types, width: float, *, above: bool, foot: float = 0.0
) -> StatCell:
    """A fact with its words above or below its number, as tall as it is.

    `foot`: its device is so many times as thick as it likes to be; 0: it has none.
    """
    fact = one.fact
    if fact.figure is None:
        frame = _words_alone(fact, types, width)
        return _with_note(StatCell(frame, frame.baseline), fact, types, width)
    number = set_trimmed(fact.figure, types.value, width if types.is_centered else inf, "value")
    number = replace(number, size=Size(width, number.size.height))
    cell = StatCell.of_number(flush(number, types.value, types.words.size))
    if fact.words is not None and fact.words.text:
        label = set_copy(fact.words, types.words, width, name="label")
        cell = cell.with_above(label, types.gap) if above else cell.with_below(label, types.gap)
    device = None
    if foot and one.has_foot(width) and one.draw_foot is not None:
        device = one.draw_foot(width, foot)
    if device is None or not fact.is_change:
        # The bars of a change say all that its note says.
        cell = _with_note(cell, fact, types, width)
    return cell if device is None else cell.with_below(device, foot_gap(types))


def _with_note(cell: StatCell, fact: Fact, types: Types, width: float) -> StatCell:
    if fact.note is None or not fact.note.text:
        return cell
    note = set_copy(fact.note, types.note, width, name="note")
    return cell.with_below(note, types.gap)


def beside(fact: Fact, types: Types, column: float, width: float) -> Frame:
    """A fact with its words right of a column of numbers, each in the middle of the other."""
    if fact.figure is None:
        return _words_alone(fact, types, width)
    number = set_trimmed(fact.figure, types.value, inf, "value")
    number = flush(number, types.value, types.words.size)
    left = column + beside_gap(types)
    parts, y = list[tuple[Point, Frame]](), 0.0
    for copy, style, name in (
        (fact.words, types.beside, "label"), (fact.note, types.note, "note"),
    ):  # fmt: skip
        if copy is not None and copy.text:
            style = replace(style, alignment=Alignment.LEFT)
            frame = set_copy(copy, style, width - left, name=name)
            parts.append((Point(0, y), frame))
            y += frame.size.height
    told = together(Size(width - left, y), parts)
    height = max(y, number.size.height)
    top = (height - number.size.height) / 2
    return together(
        Size(width, height),
        [(Point(0, top), number), (Point(left, (height - y) / 2), told)],
        baseline=top + number.baseline,
    )


def _words_alone(fact: Fact, types: Types, width: float) -> Frame:
    """A text without a number of its own."""
    words = fact.words or fact.stat.text
    assert words is not None, "a fact says something"
    style = types.sentence
    return flush(set_copy(words, style, width, name="stat"), style, style.size)
