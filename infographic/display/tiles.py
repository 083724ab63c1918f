"""A long page cut into tiles that platforms take, never through a line of type."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from infographic.display.items import Picture, Placed, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Point, Size

Span = tuple[float, float]


def tiles(page: Page, most: float) -> list[Page]:
    """The page as pages of at most `most` points each, from the top down.

    A cut goes through no line of type; through a picture only where the picture is taller than a
    tile, or nothing else is left.
    """
    pages = []
    top = 0.0
    for bottom in cuts(page, most):
        items = tuple(Placed(Point(p.at.x, p.at.y - top), p.item, p.origin) for p in page.items)
        # The grid of a later tile begins above it.
        area = page.type_area
        pages.append(
            replace(
                page,
                trim=Size(page.trim.width, bottom - top),
                items=items,
                blocks=tuple(block.moved(0, -top) for block in page.blocks),
                type_area=area and area._replace(y=area.y - top),
            )
        )
        top = bottom
    return pages


def cuts(page: Page, most: float) -> list[float]:
    """Where the tiles end, the page's foot last, on whole pixels of the page."""
    lines = _spans(page, TextLine)
    pictures = _spans(page, Picture)
    pixel = 72 / page.ppi
    whole = page.trim.height
    ends, top = [], 0.0
    while whole - top > most + 0.01:
        foot = top + most
        cut = _free(foot, top, [*lines, *pictures]) or _free(foot, top, lines) or foot
        # Down to a whole pixel, so that no tile begins inside one.
        cut = max((cut + 0.001) // pixel * pixel, top + pixel)
        ends.append(cut)
        top = cut
    return [*ends, whole]


def _free(foot: float, top: float, spans: Sequence[Span]) -> float | None:
    """The lowest place at or above `foot` that is inside no span; None where there is none.

    >>> _free(100, 0, [(40, 60), (90, 120), (85, 91)])
    85
    """
    at = foot
    for start, end in sorted(spans, key=lambda span: -span[1]):
        if start < at < end:
            at = start
    # A tile of less than a third of its height is worse than a cut picture.
    return at if at > top + (foot - top) / 3 else None


def _spans(page: Page, kind: type) -> list[Span]:
    """From where to where the items of a kind reach down the page."""
    spans = []
    for placed in page.walk():
        item, y = placed.item, placed.at.y
        if not isinstance(item, kind):
            continue
        if isinstance(item, Picture):
            spans.append((y, y + item.size.height))
        elif isinstance(item, TextLine) and item.runs:
            size = max(run.size for _, run in item.runs)
            if item.vertical:
                spans.append((y, y + item.width))
            else:
                spans.append((y - size, y + size * 0.25))
    return spans
