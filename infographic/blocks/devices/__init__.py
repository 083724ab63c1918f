"""The devices: every way that data are drawn. A new one is a file and a line here.

Each module has a `DEVICE`; it is imported when a layout or the data first ask for it.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import import_module

from infographic.blocks.devices.device import Device

KINDS: Mapping[str, str] = {
    "area": "time.area",
    "bars": "ranking.bars",
    "lollipop": "ranking.lollipop",
    "dot-plot": "ranking.dots",
    "grouped-bars": "ranking.grouped",
    "stacked-bars": "ranking.stacked",
    "stacked-100": "ranking.stacked_100",
    "dumbbells": "ranking.dumbbells",
    "range-bars": "ranking.range_bars",
    "pyramid": "ranking.pyramid",
    "waterfall": "ranking.waterfall",
    "diverging-bars": "ranking.diverging",
    "circle-map": "maps.circle_map",
    "locator": "maps.locator",
    "place-list": "maps.place_list",
    "unit-grid": "part.unit_grid",
    "donut": "part.donut",
    "pictogram": "part.pictogram",
    "share-bar": "part.share_bar",
    "value-map": "maps.value_map",
    "calendar": "time.calendar",
    "change": "time.change",
    "columns": "time.columns",
    "flow": "story.flow",
    "comparison": "story.comparison",
    "steps": "story.steps",
    "timeline": "story.timeline",
    "figures": "words.figures",
    "histogram": "spread.histogram",
    "lead": "words.lead",
    "line": "time.line",
    "scatter": "spread.scatter",
    "strip": "spread.strip",
    "slope": "time.slope",
    "small-multiples": "time.multiples.auto",
    "small-multiples-area": "time.multiples.area",
    "small-multiples-bars": "time.multiples.bars",
    "small-multiples-columns": "time.multiples.columns",
    "small-multiples-line": "time.multiples.line",
    "table": "table.table",
}
"""A device's name, and its module here."""


@cache
def device(name: str) -> Device:
    """The device of a name. Raises `KeyError` where there is none."""
    found = import_module(f"infographic.blocks.devices.{KINDS[name]}").DEVICE
    assert isinstance(found, Device), name
    return found


__all__ = ["KINDS", "device"]
