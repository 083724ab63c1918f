"""Small pages with a grid of numbers in the square font."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from small_pages import codes, composed

from infographic.composed import ComposedPage
from infographic.display.blocks import PlacedBlock

LARGE = {
    "value": {
        "based_on": "s",
        "digits": {"size": "40pt"},
        "unit": {"size": 0.5},
        "qualifier": {"size": 0.5},
    },
    "news": {"based_on": "value", "digits": {"size": "100pt"}},
}
NEWS = {"value": 99, "unit": "个", "label": "国月"}


def grid(*facts: Any, news: Any = NEWS, **fields: Any) -> dict[str, Any]:
    own = {} if news is None else {"news": news}
    return {
        "type": "numbers", "facts": list(facts), **own, "style": "s", "value_style": "value",
        "news_style": "news", **fields,
    }  # fmt: skip


def fact(number: int) -> dict[str, Any]:
    return {"value": 10 + number, "unit": "个", "label": "国人月日"}


def page_of(body: dict[str, Any], *room: float, **more: Any) -> ComposedPage:
    return composed(body, *(room or (600, 500)), styles={**LARGE, **more.pop("styles", {})}, **more)


def said(body: dict[str, Any], *room: float) -> list[str]:
    return codes(body, *(room or (600, 500)), styles=LARGE)


def stats_on(page: ComposedPage) -> list[PlacedBlock]:
    def every(blocks: tuple[PlacedBlock, ...]) -> Iterator[PlacedBlock]:
        for block in blocks:
            yield block
            yield from every(block.children)

    return [block for block in every(page.page.blocks) if block.kind == "stat"]
