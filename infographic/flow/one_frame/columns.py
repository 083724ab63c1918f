"""A running text in columns across the page: level, stretched or spread as they are asked to be."""

from __future__ import annotations

import math
from collections.abc import Sequence

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Role
from infographic.display.notes import Counted, EmptyFeet, Note, Tally, TextFrame
from infographic.flow.body_tally import Body, FitsCut
from infographic.flow.column_ends import Fragment
from infographic.flow.frame_columns import ColumnSet, Setting
from infographic.flow.leveling import (
    Leveled,
    empty_at_feet,
    filled_in_turn,
    filled_with_air,
    leveled,
    leveled_with_air,
    lines_held,
    lines_in,
    lines_left,
    raggedness,
)
from infographic.flow.line_rooms import ColumnRoom
from infographic.flow.one_frame.asked import Asked
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured
from infographic.flow.running_text import RunningText
from infographic.flow.wide_words import words_too_wide
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.framed import noted
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import too_tall

Passages = tuple[Passage, ...]
Extra = tuple[int, ...]
"""By how many lines each block among the columns is taller than it likes."""


class _Stood(NamedTuple):
    """Words in their columns, and the grid lines of the frame that they and the blocks take."""

    columns: ColumnSet
    extra: Extra
    poured: Poured
    rows: int

    @classmethod
    def of(cls, found: Leveled, columns: ColumnSet, extra: Extra) -> _Stood:
        rows = max(found.height, columns.lines_down(found.height, extra))
        return cls(columns, extra, found.poured, rows)


def set_in_columns(asked: Asked, counted: Counted, fits_cut: FitsCut) -> Frame:
    """The text in its columns; `counted` says how full they are."""
    text, region = asked.text, asked.region
    leading = text.style.leading
    columns, most = asked.column_set(leading), asked.lines_down(leading)
    found, extra = _leveled_with_blocks(asked, text.passages, columns, most)
    stood = _Stood.of(found, columns, extra)
    faults = [*text.wrong_words(columns.measure), *asked.columns.wrong_insets()]
    rooms = columns.rooms(found.height, extra)
    faults += words_too_wide(text.passages, stood.poured, rooms)
    if stood.poured.left:
        bounded = most is not None and region.givens.counts
        exact = body_in_columns(asked, fits_cut).over() if bounded else None
        faults.append(_overset(asked, stood.poured.left, exact))
    if most is not None and region.height is not None:
        needed = columns.lines_down(most, extra)
        if needed > most:
            fault = too_tall(say("phrase/insets"), needed * leading, region.height, text.origin)
            faults.append(fault)
        elif stood.rows <= most:
            stood = _stretched(asked, stood)
    foot = max(asked.lines_down(stood.columns.leading) or 0, stood.rows)
    return _placed(asked, _to_the_foot(asked, stood, foot), foot, counted, faults)


def _stretched(asked: Asked, stood: _Stood) -> _Stood:
    """The words on a wider leading, where they and the layout leave room for it."""
    height, leading, rows = asked.region.height or 0.0, stood.columns.leading, stood.rows
    _, slack = asked.onto_grid
    if not rows or slack or stood.poured.left or asked.stretch <= 1:
        return stood
    # Text is never stretched past what the layout allows; the rest stays white.
    wider = leading * min(height / (rows * leading), asked.stretch)
    columns, most = asked.column_set(wider), int(height / wider + TOLERANCE)
    passages = tuple(one.on_leading(wider) for one in asked.text.passages)
    taller = _leveled(asked, passages, columns, stood.extra, most)
    return stood if taller.poured.left else _Stood.of(taller, columns, stood.extra)


def _to_the_foot(asked: Asked, stood: _Stood, foot: int) -> _Stood:
    """The words with empty lines among them, as their balance asks, in a frame of `foot` lines."""
    balance, givens, poured = asked.columns.balance, asked.region.givens, stood.poured
    if (balance == "fill" or givens.spread) and not poured.left:
        full = filled_with_air(poured, stood.columns.rooms(foot, stood.extra))
        if full is not None:
            return stood._replace(poured=full, rows=foot)
    if balance == "none" or givens.trial:
        # Not in a trial: `fit` looks for a page that needs no empty lines.
        return stood
    rooms = stood.columns.rooms(stood.rows, stood.extra)
    return stood._replace(poured=leveled_with_air(poured, rooms))


def _placed(
    asked: Asked, stood: _Stood, foot: int, counted: Counted, faults: Sequence[Diagnostic]
) -> Frame:
    text, region, wanted = asked.text, asked.region, asked.columns
    columns, extra, poured, rows = stood.columns, stood.extra, stood.poured, stood.rows
    shift, slack = asked.onto_grid
    setting, every = Setting(text.style, text.passages, columns.leading), range(wanted.count)
    parts = [
        wanted.stand_insets(region, columns.insets(rows, extra), shift),
        setting.paragraphs(poured, every, shift),
        bare(wanted.rules(columns, poured, every, rows, extra, shift)),
    ]
    is_free = region.height is None
    height = rows * columns.leading + slack if region.height is None else region.height
    size, notes = Size(region.width, height), list[Note]()
    if not is_free:
        notes.append(TextFrame(size, counted))
    rooms, below = columns.rooms(rows, extra), 0 if is_free else foot - rows
    empty = empty_at_feet(rooms, poured, below)
    if empty:
        notes.append(EmptyFeet(empty, lines_held(rooms, below)))
    made = together(size, [(HERE, part) for part in parts], faults)
    return noted(made.grouped(text.origin, Role.ARTICLE, "article"), *notes)


def stood_in_columns(asked: Asked, text: RunningText) -> tuple[Poured, int]:
    """A text in the columns that are asked for, and by how many lines these end apart."""
    asked = asked.with_text(text)
    leading = asked.text.style.leading
    columns, most = asked.column_set(leading), asked.lines_down(leading)
    found, _ = _leveled_with_blocks(asked, asked.text.passages, columns, most)
    return found.poured, raggedness(found)[0]


def tally_in_columns(asked: Asked, fits_cut: FitsCut, smaller: Body | None = None) -> Tally:
    """How full the frame is; `smaller` are the words in the smallest type of their style."""
    body = body_in_columns(asked, fits_cut)
    columns = asked.column_set(asked.text.style.leading)
    most = asked.lines_down(columns.leading) or 0
    found, extra = _leveled_with_blocks(asked, body.passages, columns, most)
    rooms = columns.rooms(most, extra)
    body = replaced(body, lines=sum(map(lines_in, rooms)), smaller=smaller)
    return body.tally(bool(found.poured.left), sum(lines_left(rooms, found.poured)))


def body_in_columns(asked: Asked, fits_cut: FitsCut = None) -> Body:
    """The words, and whether such words fit the frame."""
    columns = asked.column_set(asked.text.style.leading)
    most = asked.lines_down(columns.leading)

    def fits(passages: Passages) -> bool:
        if most is not None and columns.surely_overset(passages, most):
            return False
        return not _fitted(asked, passages, columns, most)[0].poured.left

    return Body(asked.text.passages, fits, fits_cut=fits_cut)


def _leveled_with_blocks(
    asked: Asked, passages: Passages, columns: ColumnSet, most: int | None
) -> tuple[Leveled, Extra]:
    """The words as they stand: where their columns would not end level, blocks among them are a
    line or two taller, or lower, if that makes them."""
    found, extra = _fitted(asked, passages, columns, most)
    balance, givens = asked.columns.balance, asked.region.givens
    if balance == "none" or found.poured.left or raggedness(found)[0] <= 1:
        return found, extra
    if givens.trial or givens.spread:
        # `fit` makes the pictures as high as the page wants them.
        return found, extra
    for moved in columns.moved(extra):
        if most is None or columns.lines_down(most, moved) <= most:
            tried = _leveled(asked, passages, columns, moved, most)
            if not tried.poured.left and raggedness(tried)[0] <= 1:
                return tried, moved
    return found, extra


def _fitted(
    asked: Asked, passages: Passages, columns: ColumnSet, most: int | None
) -> tuple[Leveled, Extra]:
    """The words level in their frame, and by how many lines its insets grew to fill it."""
    if most is None:
        extra: Extra = (0,) * len(asked.columns.insets)
    else:
        extra = columns.free_lines(
            most,
            lambda lines: (
                not columns.surely_overset(passages, most)
                and not _leveled(asked, passages, columns, lines, most).poured.left
            ),
        )
    return _leveled(asked, passages, columns, extra, most), extra


def _leveled(
    asked: Asked, passages: Passages, columns: ColumnSet, extra: Extra, most: int | None
) -> Leveled:
    def rooms(height: int) -> tuple[ColumnRoom, ...]:
        return columns.rooms(height, extra)

    leading = asked.text.style.leading
    if asked.columns.balance == "none" and most is not None:
        return Leveled(most, rooms(most), filled_in_turn(passages, rooms(most), leading))
    return leveled(passages, rooms, leading, most)


def _overset(asked: Asked, left: Sequence[Fragment], exact: int | None) -> Diagnostic:
    text, count, height = asked.text, asked.columns.count, asked.region.height
    over = exact or sum(len(line.text.text) for entry in left for line in entry.lines)
    rows = sum(entry.rows for entry in left)
    origin = text.passages[left[0].paragraph].origin
    if height is None:
        # A frame of no height is as tall as its words, but for those that must head a column.
        return Diagnostic(say("overset/columns-begun", over=over, rows=rows, count=count), origin)
    more = math.ceil(rows / count) * text.style.leading
    saying = say("overset/columns", over=over, rows=rows, count=count, height=height, more=more)
    return Diagnostic(saying, origin)
