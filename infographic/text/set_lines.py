"""Lines set: a galley's boxes closed up or spread to their measure, their glyphs in runs.

Where a line of a paragraph gets its places: `adjusted` says where each box stands in its line,
`set_lines` where the line starts in the measure.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from functools import partial
from math import inf
from typing import TYPE_CHECKING

from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.adjust import adjusted, spread_of
from infographic.text.demerits import SLACK
from infographic.text.galley import Galley
from infographic.text.hyphenation import is_hole, with_hyphen
from infographic.text.interned import Interned
from infographic.text.lines import measure_of
from infographic.text.shaping import Case
from infographic.text.strays import without_guides
from infographic.text.style import Alignment, Part

if TYPE_CHECKING:
    from infographic.text.interlinear import Drawn


@record
class SetLine:
    """A line of type and its place in the paragraph, in points."""

    text: TextLine
    x: float
    """Where the line starts in the measure."""
    above: float
    """From the line's top to its baseline."""
    below: float
    """From its baseline to its bottom."""
    break_cost: float = 0.0
    """In a balanced paragraph: what the break at the line's end costs the phrase that it parts."""
    drawn: Drawn = ()
    """What is drawn instead of `text` where dots, lines or readings stand beside it."""
    parts: frozenset[Part] = frozenset()
    """The parts of the style that its characters are set in."""


def set_lines(
    galley: Galley,
    ends: Sequence[int],
    costs: Sequence[float],
    interned: Interned,
    measures: Sequence[float],
    indent: float,
    hang: float = 0.0,
) -> list[SetLine]:
    """Close up, spread and place the lines that end there, each in its measure; set solid.

    Measures begin `hang` points from the left; the first line is indented from there.
    """
    style, count = interned.style, len(galley.advances)
    is_english = style.language.startswith("en")
    # A balanced headline is never spread: its lines are to be short of the measure.
    is_justified = style.alignment is Alignment.JUSTIFY and not style.balance
    lines, start = [], 0
    for number, (end, cost) in enumerate(zip(ends, costs, strict=True)):
        measure = measure_of(measures, number)
        own_indent = 0.0 if start else indent
        room = measure - own_indent
        filled = _Filled([], 0.0)
        if count:
            may_stretch = is_justified and end != count
            is_left = is_english and is_hole(galley, start, end, room)
            filled = _filled(galley, start, end, room, may_stretch, is_left=is_left)
        places, width, spread, short = filled
        x = own_indent + hang
        if measure != inf and style.alignment is Alignment.CENTER:
            x += (room - width) / 2
        elif measure != inf and style.alignment is Alignment.RIGHT:
            x += room - width
        if galley.last_room:
            # Late, as below: few texts have a reading.
            from infographic.text.interlinear import to_the_edges

            is_full = room - width <= SLACK or style.alignment is Alignment.RIGHT
            places = to_the_edges(
                galley, start, end, places,
                at_start=style.alignment in (Alignment.LEFT, Alignment.JUSTIFY), at_end=is_full,
            )  # fmt: skip
        text = _text_of(galley, start, end) if count else galley.text
        draw = _column_runs if style.column else _runs
        runs = tuple(draw(galley, start, end, places)) if count else ()
        line = TextLine(runs, text, width, style.column is not None, spread, short)
        marks: Drawn = ()
        if galley.notes:
            from infographic.text.interlinear import drawn

            cut = partial(_cut, galley, start, places, line)
            marks = drawn(galley, start, end, places, line, cut)
        lines.append(SetLine(line, x, 0.0, 0.0, cost, marks, _parts_in(galley, start, end)))
        start = end
    return lines


class _Filled(NamedTuple):
    """Where a line's boxes stand, its width, its spread and what is left of its measure."""

    places: list[float]
    width: float
    spread: float = 0.0
    short: float = 0.0


def _filled(
    galley: Galley, start: int, end: int, room: float, is_justified: bool, *, is_left: bool
) -> _Filled:
    """A line closed up or spread to its room; `is_left` as it is though others are justified."""
    # A line that is too wide is closed up whatever its alignment.
    places, width = adjusted(
        galley, start, end, room, may_shrink=True, may_stretch=is_justified and not is_left
    )
    short = room - width
    if not is_justified or room == inf:
        return _Filled(places, width)
    if short > SLACK:
        return _Filled(places, width, 0.0, short)
    return _Filled(places, width, spread_of(galley, start, end, room))


def _cut(
    galley: Galley, start: int, places: Sequence[float], line: TextLine, first: int, end: int
) -> TextLine:
    """The boxes `first` to `end` of a line that starts with box `start`, as a line; the one at its
    head knows what the whole is spread by and lacks."""
    left = places[first - start]
    own = [place - left for place in places[first - start : end - start]]
    draw = _column_runs if line.vertical else _runs
    text = _text_of(galley, first, end)
    width = own[-1] + galley.advances[end - 1] - galley.tails[end - 1]
    spread, short = (line.spread, line.short) if first == start else (0.0, 0.0)
    return TextLine(tuple(draw(galley, first, end, own)), text, width, line.vertical, spread, short)


def _text_of(galley: Galley, start: int, end: int) -> str:
    """What is copied of the boxes `start` to `end`."""
    return without_guides(galley.text[galley.starts[start] : galley.starts[end]])


def _runs(
    galley: Galley, start: int, end: int, at: Sequence[float]
) -> list[tuple[float, GlyphRun]]:
    """The glyphs of boxes `start` to `end`, in runs of one face, size, colour and rise."""
    boxes, places = galley.boxes, galley.places
    low, high = bisect_right(boxes, start - 1), bisect_right(boxes, end - 1)
    first = max(bisect_right(galley.runs, low, key=_first) - 1, 0)
    runs = []
    for number in range(first, len(galley.runs)):
        begin, face, case = galley.runs[number]
        if begin >= high:
            break
        stop = galley.runs[number + 1][0] if number + 1 < len(galley.runs) else len(boxes)
        begin, stop = max(begin, low), min(stop, high)
        if begin >= stop:
            continue
        size = case.size
        x = at[boxes[begin] - start] + places[begin]
        xs = tuple(
            [
                (at[box - start] + place - x) / size
                for box, place in zip(boxes[begin:stop], places[begin:stop], strict=True)
            ]
        )
        run = GlyphRun(
            face,
            size,
            case.style.color,
            tuple(galley.glyphs[begin:stop]),
            xs,
            tuple(galley.words[begin:stop]),
            _ys(galley, begin, stop, case),
            beside=case.beside,
        )
        runs.append((x, run))
    return with_hyphen(runs, galley, end, at[-1]) if end in galley.hyphens else runs


def _column_runs(
    galley: Galley, start: int, end: int, at: Sequence[float]
) -> list[tuple[float, GlyphRun]]:
    from infographic.text.vertical_compositor import column_runs

    return column_runs(galley, start, end, at)


def _first(run: tuple[int, *tuple[object, ...]]) -> int:
    return run[0]


def _ys(galley: Galley, begin: int, stop: int, case: Case) -> tuple[float, ...]:
    rise = case.style.rise / case.size
    if not rise and not galley.rises:
        return ()
    ys = tuple(rise + galley.rises.get(glyph, 0.0) for glyph in range(begin, stop))
    return ys if any(ys) else ()


def _parts_in(galley: Galley, start: int, end: int) -> frozenset[Part]:
    """The parts of a style that the boxes `start` to `end` are set in."""
    spans, count = galley.parts, len(galley.advances)
    first = max(bisect_right(spans, start, key=_first) - 1, 0)
    if first + 1 == len(spans) and count:
        return _ONE_PART[spans[first][1]]
    present = set()
    for number in range(first, len(spans)):
        begin, part = spans[number]
        if begin >= end:
            break
        after = spans[number + 1][0] if number + 1 < len(spans) else count
        if begin < after:
            present.add(part)
    return frozenset(present)


_ONE_PART = {part: frozenset((part,)) for part in Part}
