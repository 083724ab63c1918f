"""Make-up: the tree of blocks becomes one page."""

from __future__ import annotations

from dataclasses import replace

from infographic.display.items import Frame, Page
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.layout.block import Block, Givens, Region
from infographic.layout.column_grid import ColumnGrid
from infographic.layout.setting import TOLERANCE
from infographic.layout.threads import run_threads


def make_up(
    body: Block,
    *,
    width: float,
    height: float | None,
    max_height: float,
    margins: Insets,
    bleed: float,
    background: Color | None,
    ppi: float,
    title: str,
    language: str,
    safe_area: Insets = Insets(),
    baseline: float = 0.0,
    columns: ColumnGrid | None = None,
    figures: float = 1.0,
    spacing: float = 1.0,
    spread: bool = False,
    trial: bool = False,
) -> Page:
    """Lay the body out in the type area; without a height the page is as tall as it needs.

    `figures` and `spacing` multiply the heights of pictures and the gaps between blocks; `spread`:
    the feet of all columns are reached; `trial`: what does not fit need not be counted to the
    character.
    """
    area = Rect(0, 0, width, height or margins.down).inset(margins)
    room = area.height if height is not None else None
    givens = Givens(baseline, figures=figures, spacing=spacing, spread=spread, trial=trial)
    frame = body.lay_out(Region(area.width, room, givens=givens))
    (items,), wrong = run_threads([frame.items], [""])
    frame = replace(frame, items=items)
    faults = [*frame.faults, *wrong]
    if height is None:
        # Whole pixels: a PNG of a page that ends inside one would show a blurred edge.
        pixel = 72 / ppi
        height = -(-(frame.size.height + margins.down - TOLERANCE) // pixel) * pixel
        if height > max_height + TOLERANCE:
            faults.append(_too_long(frame, height, max_height))
            height = max_height
    return Page(
        trim=Size(width, height),
        items=frame.placed(Point(area.x, area.y)),
        title=title,
        language=language,
        bleed=bleed,
        paper=background,
        ppi=ppi,
        faults=tuple(dict.fromkeys(faults)),
        safe_area=safe_area,
        type_area=Rect(0, 0, width, height).inset(margins),
        grid=baseline,
        columns=columns.across(area.x) if columns is not None else (),
    )


def _too_long(frame: Frame, height: float, most: float) -> Diagnostic:
    origin = frame.items[0].origin if frame.items else BUILT_IN
    return Diagnostic(
        "overfull",
        f"the page would be {height:.0f} pt tall; “max_height” allows {most:.0f} pt",
        origin,
        "take something out, or raise “max_height”",
    )
