"""A page's ink as layers: what its writer lets overprint, and the pictures as it leaves them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from infographic.display.items import GlyphRun, Path, Picture, TextLine
from infographic.display.page import Page
from infographic.display.painted import (
    Painted,
    box_in,
    common,
    is_black_hairline,
    painted,
)
from infographic.foundation.color import PROCESS_INKS, Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point, Rect
from infographic.press.preflight.rules import InkKind, InkPiece, Printed
from infographic.press.stacks.layers import (
    Layer,
    Segments,
    Shape,
    rectangle,
)

BLACK_ALONE = frozenset(("Black",))


def layers_of(page: Page, printed: Printed) -> tuple[Layer, ...]:
    """Everything that is painted, first what is painted first."""
    made = []
    if page.paper is not None:
        box = Rect(0, 0, *page.trim).grown(page.bleed)
        mark = InkPiece(InkKind.AREA, box, BUILT_IN, page.paper)
        shape = Shape((rectangle(box),))
        made.append(Layer(box, inks_in(page.paper), lambda: shape, mark, hides=True))
    for one in painted(page):
        made += _layers(one, printed)
    return tuple(made)


def inks_in(color: Color) -> dict[str, float]:
    """The share of each ink of which there is any."""
    if color.spot is not None:
        return {color.spot.name: color.strength}
    return {ink: share for ink, share in zip(PROCESS_INKS, color.cmyk, strict=True) if share}


def _layers(one: Painted, printed: Printed) -> Iterator[Layer]:
    item, at, origin = one.placed.item, one.placed.at, one.placed.origin
    # What is bounded by more than its own ink is cut by a frame.
    clips = (
        *(() if one.is_whole else (Shape((rectangle(one.bounds),)),)),
        *(Shape((_moved(cut, place),), cut.even_odd) for cut, place in one.outlines),
    )
    match item:
        case TextLine():
            for start, run, words, ink, *_ in item.ink:
                if ink is None:
                    continue
                dx, dy = (at.x, at.y + start) if item.vertical else (at.x + start, at.y)
                box = common(Rect(dx + ink.x, dy + ink.y, *ink.size), one.bounds if clips else None)
                if box is not None:
                    yield Layer(
                        *(box, inks_in(run.color)),
                        partial(_glyphs, run, at, start, is_vertical=item.vertical),
                        InkPiece(
                            *(InkKind.TEXT, box, origin, run.color, run.nominal_size),
                            words=words, run=run,
                        ),
                        paints=BLACK_ALONE if run.color.is_black_alone else None, clips=clips,
                    )  # fmt: skip
        case Path():
            yield from _of_path(one, item, clips)
        case Picture():
            mark = InkPiece(InkKind.PICTURE, one.bounds, origin, picture=item, at=at)
            shape = Shape((rectangle(one.bounds),))
            yield Layer(
                *(one.bounds, {}, lambda: shape, mark),
                pixels=partial(printed, item, at), hides=not one.outlines,
                clips=clips if one.outlines else (),
            )  # fmt: skip


def _of_path(one: Painted, path: Path, clips: tuple[Shape, ...]) -> Iterator[Layer]:
    outline = _moved(path, one.placed.at)
    paints = BLACK_ALONE if is_black_hairline(path) else None
    origin = one.placed.origin
    if path.fill is not None:
        mark = InkPiece(InkKind.AREA, one.bounds, origin, path.fill, shape=path, at=one.placed.at)
        shape = partial(Shape, (outline,), path.even_odd)
        yield Layer(
            *(one.bounds, inks_in(path.fill), shape, mark, paints),
            clips=clips, alpha=path.opacity,
            hides=(
                paints is None and path.opacity == 1 and not one.outlines
                and box_in(outline) is not None
            ),
        )  # fmt: skip
    if path.stroke is not None:
        color, width = path.stroke.color, path.stroke.width
        mark = InkPiece(InkKind.LINE, one.bounds, origin, color, width)
        shape = partial(Shape, (outline,), stroke=width, style=path.stroke.style)
        yield Layer(
            *(one.bounds, inks_in(color), shape, mark, paints),
            clips=clips, alpha=path.opacity,
        )  # fmt: skip


def _moved(path: Path, at: Point) -> Segments:
    return tuple(
        (kind, tuple(value + at[i % 2] for i, value in enumerate(values)))
        for kind, values in path.segments
    )


def _glyphs(run: GlyphRun, at: Point, start: float, *, is_vertical: bool) -> Shape:
    """A run's outlines where they stand on the page."""
    x0, y0 = (at.x, at.y + start) if is_vertical else (at.x + start, at.y)
    size, outlines = run.size, []
    rises = run.ys or (0.0,) * len(run.glyphs)
    for glyph, x, rise in zip(run.glyphs, run.xs, rises, strict=True):
        placed = []
        for kind, values in run.face.outline_of(glyph):
            points: list[float] = []
            for i in range(0, len(values), 2):
                across, up = values[i] * run.condensed, values[i + 1]
                if not is_vertical:
                    dx, dy = x + across, -rise - up
                elif run.rotated:
                    dx, dy = rise + up, x + across
                else:
                    dx, dy = rise + across, x - up
                points += (x0 + dx * size, y0 + dy * size)
            placed.append((kind, tuple(points)))
        if placed:
            outlines.append(tuple(placed))
    return Shape(tuple(outlines))
