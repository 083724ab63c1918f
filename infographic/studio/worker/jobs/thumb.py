"""A story in a layout, small; or why it does not fit."""

from __future__ import annotations

from typing import Any

from infographic.backends.raster import PixelBox
from infographic.display.ledger import ledger
from infographic.filling.too_full import too_full
from infographic.foundation.diagnostics import Diagnostic, SpecError, errors
from infographic.foundation.reach import within
from infographic.loading.binding.needs import missing_needs
from infographic.loading.settled import SettledLayout
from infographic.loading.sheet.layouts import read_layout
from infographic.options import reach_for, read_story
from infographic.pipeline import settled_layout
from infographic.studio.worker.desk import Desk, Given, Shown, Tell
from infographic.studio.worker.jobs.draw import files_of
from infographic.studio.worker.rasters import page_part
from infographic.studio.worker.tiles import photographs, tiles_of

HIGHEST = 1.6
"""Of a thumbnail's width; of a longer page its head is shown."""
WIDEST = 800
"""In pixels."""


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: story, text, layout, width in pixels.

    Answers what `messages.Thumb` has, but for `story` and `version`, with "pictures", and "inputs":
    the files that it was made from. Raises `SpecError` where the story cannot be read.
    """
    options = desk.options(given)
    with within(reach_for(given["story"], [given["layout"]], options)):
        story = read_story(desk.story(given))
        try:
            settled = settled_layout(read_layout(given["layout"]))
        except SpecError as error:
            return _without(given, [*error.diagnostics])
        missing = missing_needs(settled.needs, story) if settled.needs is not None else []
    if errors(missing):
        return _without(given, errors(missing), settled)
    try:
        _, made = desk.drafted(given)
    except SpecError as error:
        return _without(given, errors(error.diagnostics) or error.diagnostics, settled)
    full, wrong = too_full(made), errors(made.diagnostics)
    over = sum(entry.tally.over for one in made.pages for entry in ledger(one.page)) if full else 0
    page = made.pages[0].page
    width = max(min(int(given["width"]), WIDEST), 1)
    scale = width / page.trim.width
    height = max(round(min(page.trim.height * scale, width * HIGHEST)), 1)
    drawn = page_part(Shown(0, made, story), 0, scale, PixelBox(0, 0, width, height))
    tiles = tiles_of(drawn, [PixelBox(0, 0, width, height)], photographs(page, scale))
    return {
        **_said(given, wrong, settled),
        "over": over, "pages": len(made.pages), "width": width, "height": height,
        "tiles": [one.head for one in tiles], "pictures": [one.data for one in tiles],
        "inputs": files_of(made),
    }  # fmt: skip


def _without(
    given: Given, wrong: list[Diagnostic] | tuple[Diagnostic, ...],
    settled: SettledLayout | None = None,
) -> dict[str, Any]:  # fmt: skip
    """No picture."""
    return {
        **_said(given, wrong, settled),
        "over": 0, "pages": 0, "width": 0, "height": 0, "tiles": [], "pictures": [],
        "inputs": None,
    }  # fmt: skip


def _said(
    given: Given, wrong: list[Diagnostic] | tuple[Diagnostic, ...], settled: SettledLayout | None
) -> dict[str, Any]:
    return {
        "layout": given["layout"], "fits": not wrong, "why": wrong[0].message if wrong else "",
        "code": wrong[0].code if wrong else "",
        "may_be_fitted": settled is not None and settled.fit is not None,
    }  # fmt: skip
