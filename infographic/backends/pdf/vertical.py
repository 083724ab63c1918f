"""Vertical lines as PDF operators.

Upright type is shown by a second font of each face, the same program with the encoding Identity-V
(ISO 32000-1, 9.7.4.3, 9.7.5.2): its pen runs down a column's centre line, and readers know the
line for a vertical one. Type that lies is the horizontal font turned by the text matrix, and a
number across the column the same font unturned.

A column always carries its words as one ActualText, for gaps, turned words and marks drawn by
another's glyph would all be read otherwise. What a column's text objects must be was measured in
pdfium. It sorts objects of one height from left to right, so a column is never one object alone.
It takes an object's direction from its first and last glyph, and breaks the line where an object
that runs down stands beside the line so far, or one that runs across stands above or below it:
so a column begins with two glyphs that run down, not at the height where the last one ended, and
the first column of several, whose line so far may be a heading as wide as the page, begins with a
glyph and a space that run across.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import groupby
from typing import TYPE_CHECKING

from infographic.backends.numbers import number, numbers
from infographic.backends.pdf.font import DOWN, EmbeddedFont
from infographic.backends.pdf.text import span
from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.geometry import Point
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Protocol

    from infographic.backends.pdf.objects import GraphicsState
    from infographic.foundation.color import Color
    from infographic.foundation.font import Face

    class Painter(Protocol):
        """As `paint.Painter`, which imports this module."""

        inks: bool
        copyable: bool
        names: Mapping[Face, str]
        state: GraphicsState

        def set_fill(self, color: Color) -> None: ...
        def x(self, x: float) -> float: ...
        def y(self, y: float) -> float: ...


ORIGIN = 0.88
"""From the pen at a cell's head down to the baseline, in em: DW2's default (9.7.4.3)."""
STANDING, LYING = "1 0 0 1", "0 -1 1 0"
APART = 0.6
"""Objects nearer than this are of one height, in em."""
TALL = 5.0
"""Points; pdfium takes no line's height from lower type."""
TAIL = 2
"""So many glyphs at the foot of a stretch are an object of their own."""


def draw_column(
    painter: Painter, line: TextLine, at: Point, fonts: tuple[EmbeddedFont, ...], *,
    starts_block: bool, last: float | None,
) -> tuple[ShownColumn, ...]:  # fmt: skip
    """Draw a column, and say what was drawn; the arguments are those of `shown_column`."""
    shown = shown_column(line, fonts, starts_block=starts_block, last=last)
    if not shown:
        return ()
    is_read = painter.copyable and bool(line.text)
    if is_read:
        painter.state.write(span(line.text))
    painter.state.write("BT")
    width = 1.0
    for each in shown:
        run = each.run
        painter.set_fill(run.color)
        painter.state.set("overprint", painter.inks and run.color.is_black_alone)
        painter.state.set("opacity", 1.0)
        name = painter.names[run.face] + (DOWN if each.is_upright else "")
        painter.state.set("font", (name, run.size))
        if run.condensed != width:
            width = run.condensed
            painter.state.write(number(width * 100), "Tz")
        place = numbers(painter.x(at.x + each.x), painter.y(at.y + each.y))
        painter.state.write(each.matrix, place, "Tm", each.operators)
    if width != 1.0:
        painter.state.write("100 Tz")
    painter.state.write("ET")
    if is_read:
        painter.state.write("EMC")
    return shown


class ShownColumn(NamedTuple):
    """One text object."""

    run: GlyphRun
    is_upright: bool
    """Shown by the font whose pen runs down."""
    matrix: str
    """Of the text, but for its place."""
    x: float
    """From the line's place, in points, y downwards."""
    y: float
    operators: str
    starts_column: bool = False
    """Runs down, with a first and a last glyph to tell it from."""
    starts_block: bool = False
    """Runs across, with a glyph tall enough to count."""

    @property
    def runs_down(self) -> bool:
        return self.is_upright or self.matrix == LYING


def shown_column(
    line: TextLine, fonts: tuple[EmbeddedFont, ...], *, starts_block: bool, last: float | None
) -> tuple[ShownColumn, ...]:
    """A vertical line's text objects, in the order they are drawn.

    `starts_block`: what was drawn before it was no column beside it; `last`: how far below the
    line's head that stood.
    """
    shown = _objects(line, fonts, starts_block)
    first = 0
    for i, each in enumerate(shown):
        is_first = each.starts_block if starts_block else each.runs_down
        if is_first and (last is None or abs(each.y - last) > APART * each.run.size):
            first = i
            break
    if not shown:
        return ()
    leader, rest = shown[first], [*shown[:first], *shown[first + 1 :]]
    if not leader.starts_column and not leader.starts_block:
        font = fonts[[run.face for _, run in line.runs].index(leader.run.face)]
        leader = _with_space(leader, font)
    # Nor may the second be of the first one's height: a number across the column, say.
    second = (i for i, each in enumerate(rest) if abs(each.y - leader.y) > APART * leader.run.size)
    if rest:
        rest.insert(0, rest.pop(next(second, 0)))
    return (leader, *rest)


@lru_cache(maxsize=4096)
def _objects(
    line: TextLine, fonts: tuple[EmbeddedFont, ...], starts_block: bool
) -> tuple[ShownColumn, ...]:
    """The text objects, from the head down."""
    shown: list[ShownColumn] = []
    for (start, run), font in zip(line.runs, fonts, strict=True):
        if not run.glyphs:
            continue
        if run.rotated:
            shown += _lying(run, start, font)
        elif len(run.glyphs) > 1 and len(set(run.xs)) == 1:
            shown.append(_across(run, start, font))
        elif starts_block and _is_tall(run):
            shown += _upright_after_first(run, start, font)
            starts_block = False
        else:
            shown += _upright(run, start, font)
    return tuple(shown)


def _upright(run: GlyphRun, start: float, font: EmbeddedFont) -> list[ShownColumn]:
    """Glyphs one under the other, in stretches as far from the centre line as each other."""
    # The pen stands over the middle of a glyph's width: v is (w0/2, 0.88 em).
    middles = [
        round(y + font.pens[glyph][1] / 2000, 4)
        for y, glyph in zip(run.ys, run.glyphs, strict=True)
    ]
    shown = []
    for middle, group in groupby(range(len(run.glyphs)), key=middles.__getitem__):
        for part in _parts(list(group)):
            top = run.xs[part[0]] - ORIGIN
            operators = _moved(
                [font.pens[run.glyphs[i]][0] for i in part],
                [run.xs[i] - ORIGIN - top for i in part],
                [1000.0] * len(part),
                run.size,
                forward=1,
            )
            at = (middle * run.size, start + top * run.size)
            shown.append(ShownColumn(run, True, STANDING, *at, operators, len(part) > 1))
    return shown


def _parts(members: list[int]) -> Iterator[list[int]]:
    """A stretch in two, so that no column is one object alone."""
    cut = max(len(members) - TAIL, 1)
    yield members[:cut]
    if members[cut:]:
        yield members[cut:]


def _is_tall(run: GlyphRun) -> bool:
    box = run.face.box_of(run.glyphs[0])
    return len(run.glyphs) > 1 and (box.top - box.bottom) * run.size > TALL


def _upright_after_first(run: GlyphRun, start: float, font: EmbeddedFont) -> list[ShownColumn]:
    """The first glyph by the font that runs across, with a space; the others below it."""
    codes = font.pens[run.glyphs[0]][0] + _space(run, font)
    at = (run.ys[0] * run.size, start + run.xs[0] * run.size)
    first = ShownColumn(run, False, STANDING, *at, f"<{codes}> Tj", starts_block=True)
    rest = replaced(run, glyphs=run.glyphs[1:], xs=run.xs[1:], texts=run.texts[1:], ys=run.ys[1:])
    return [first, *_upright(rest, start, font)]


def _lying(run: GlyphRun, start: float, font: EmbeddedFont) -> list[ShownColumn]:
    shown = []
    for y, group in groupby(range(len(run.glyphs)), key=run.ys.__getitem__):
        for part in _parts(list(group)):
            first = run.xs[part[0]]
            operators = _moved(
                [font.pens[run.glyphs[i]][0] for i in part],
                [run.xs[i] - first for i in part],
                [font.pens[run.glyphs[i]][1] for i in part],
                run.size,
                forward=-1,
            )
            at = (y * run.size, start + first * run.size)
            shown.append(ShownColumn(run, False, LYING, *at, operators, len(part) > 1))
    return shown


def _across(run: GlyphRun, start: float, font: EmbeddedFont) -> ShownColumn:
    """Glyphs side by side; Tz makes them narrow, and the moves between them with them."""
    operators = _moved(
        [font.pens[glyph][0] for glyph in run.glyphs],
        [(y - run.ys[0]) / run.condensed for y in run.ys],
        [font.pens[glyph][1] for glyph in run.glyphs],
        run.size,
        forward=-1,
    )
    at = (run.ys[0] * run.size, start + run.xs[0] * run.size)
    return ShownColumn(run, False, STANDING, *at, operators)


def _moved(
    codes: list[str], places: list[float], widths: list[float], size: float, *, forward: int
) -> str:
    """A TJ that puts each glyph at its place, in em from the first one's; rounding never adds up.

    `forward` is the sign of a number that moves the pen on: minus along a line, plus down a
    column (9.4.4).
    """
    decimals = 0 if size <= 10 else 1 if size <= 100 else 2
    parts, pen = ["[<"], 0.0
    for code, place, width in zip(codes, places, widths, strict=True):
        shift = round(place * 1000 - pen, decimals)
        if shift:
            parts.append(f">{number(forward * shift)}<")
            pen += shift
        parts.append(code)
        pen += width
    parts.append(">]TJ")
    return "".join(parts).replace("[<>", "[")


def _space(run: GlyphRun, font: EmbeddedFont) -> str:
    pen = font.pens.get(run.face.glyph_of(" "))
    return pen[0] if pen else ""


def _with_space(shown: ShownColumn, font: EmbeddedFont) -> ShownColumn:
    """With a space behind its last glyph, so that the object has a direction."""
    space = _space(shown.run, font)
    return shown._replace(operators=shown.operators.replace(">]TJ", f"{space}>]TJ"))
