"""Captions: a credit that never stands alone in a line, measures that are read, two columns."""

from __future__ import annotations

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed, Role
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.copyfit import Copyfitted, changed
from infographic.layout.setting import faults_of, height_of, not_across, set_within, stack_lines
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

CLOSER = (0.01, 0.02, 0.03)
"""By how much of an em a caption's letters may close up, so that its credit finds room."""
BROUGHT = 4
"""Characters of the caption that come down with its credit where it finds none."""
GUTTER = 2.0
"""Between two columns of a caption, in em."""
LEAST_COLUMN = 0.7
"""Of the caption's measure: narrower columns than this are not made."""


LEAST_LINES = 4
"""Of a caption in two columns: one line in two pieces is read as two captions."""


class Measured(NamedTuple):
    """Where a caption's lines stand in a wider frame."""

    width: float
    """Of a line, in points."""
    columns: int = 1
    gutter: float = 0.0


def measured(copy: Copy, style: TextStyle, width: float, characters: int) -> Measured:
    """The measure of a caption of at most so many characters a line, in a frame `width` wide.

    Where there is room for two columns, and each then has two lines or more, it stands in two.
    """
    most = characters * style.size
    if not characters or width <= most:
        return Measured(width)
    gutter = GUTTER * style.size
    column = min((width - gutter) / 2, most)
    is_wide = column >= LEAST_COLUMN * most
    if is_wide and len(set_paragraph(copy, style, column).lines) >= LEAST_LINES:
        return Measured(column, 2, gutter)
    return Measured(most)


def accompanied(done: Copyfitted, width: float) -> Copyfitted:
    """A caption whose credit stands alone in its last line, so that it does not: its letters closer
    by no more than 3 % of an em, else the caption's last characters beside it."""
    copy, style = done.copies[0], done.style
    count = len(set_paragraph(copy, style, width).lines)
    for closer in CLOSER:
        tried = changed(style, -closer, 1.0, 1.0)
        if len(set_paragraph(copy, tried, width).lines) < count:
            tracking = done.rung.tracking - closer
            return replaced(done, style=tried, rung=replaced(done.rung, tracking=tracking))
    return replaced(done, copies=(with_its_end(copy),))


def with_its_end(copy: Copy) -> Copy:
    """A caption (its last two spans are a space and its credit) whose end is kept with the credit.

    >>> from infographic.text.copy import Span
    >>> copy = Copy((Span("晨雾从林间升起。"), Span("　"), Span("石取景 摄", group=9)))
    >>> [(span.text, span.group, span.kept) for span in with_its_end(copy).spans]
    [('晨雾从林', 0, False), ('间升起。', 9, True), ('　', 9, True), ('石取景 摄', 9, True)]
    """
    *before, end, space, credit = copy.spans
    if end.group or end.ruby or len(end.text) <= BROUGHT:
        parts = [end]
    else:
        parts = [replaced(end, text=end.text[:-BROUGHT]), replaced(end, text=end.text[-BROUGHT:])]
    group = credit.group
    kept = [replaced(span, group=group, kept=True) for span in (parts[-1], space, credit)]
    return replaced(copy, spans=(*before, *parts[:-1], *kept))


def in_columns(copy: Copy, style: TextStyle, measure: Measured, max_lines: int) -> Frame:
    """A caption in its measure; of two columns the first is no shorter than the other."""
    paragraph = set_within(copy, style, measure.width, max_lines)
    lines = paragraph.lines
    half = -(-len(lines) // measure.columns)
    first = stack_lines(lines[:half], copy.origin)
    beside = Point(measure.width + measure.gutter, 0)
    second = stack_lines(lines[half:], copy.origin, beside)
    group = Group((*first.items, *second.items), role=Role.CAPTION, name="caption")
    return Frame(
        Size(measure.width * measure.columns + measure.gutter, height_of(lines[:half])),
        (Placed(Point(0, 0), group, copy.origin),),
        (*faults_of(paragraph, copy, style, max_lines), *not_across(copy, style)),
        first.baseline,
    )
