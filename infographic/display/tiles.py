"""A long page as tiles that platforms take."""

from __future__ import annotations

from infographic.display.items import Placed
from infographic.display.page import Page
from infographic.display.tile_cuts import cuts
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced


def tiles(page: Page, most: float) -> list[Page]:
    """The page as pages of at most `most` points each, from the top down (`tile_cuts.cuts`)."""
    pages = []
    top = 0.0
    for bottom in cuts(page, most):
        items = tuple(Placed(Point(p.at.x, p.at.y - top), p.item, p.origin) for p in page.items)
        # The grid of a later tile begins above it.
        area = page.type_area
        pages.append(
            replaced(
                page,
                trim=Size(page.trim.width, bottom - top),
                items=items,
                blocks=tuple(block.moved(0, -top) for block in page.blocks),
                type_area=area and area._replace(y=area.y - top),
            )
        )
        top = bottom
    return pages
