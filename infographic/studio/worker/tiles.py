"""Parts of a drawn page as pictures that are made fast: PNG, and JPEG where a photograph is."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import Any

from infographic.backends.encoders.png import png
from infographic.backends.raster import PixelBox, Raster
from infographic.display.items import Path, Picture, TextLine
from infographic.display.page import Page
from infographic.display.painted import Painted, painted
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.studio.worker.differing import cropped

QUALITY = 85
COLORS = 4096
"""A picture of fewer is a drawing: as a PNG it is small, and as a JPEG it has fringes."""
FEWEST = 10_000
"""Pixels of a photograph that are worth a picture of their own."""
INSET = 2
"""Pixels of a photograph's edge that go with the page, as a rule round it does."""


class Tile(NamedTuple):
    box: PixelBox
    kind: str
    data: bytes

    @property
    def head(self) -> dict[str, Any]:
        """As `messages.Tiles` has it."""
        return {**self.box._asdict(), "kind": self.kind}


def photographs(page: Page, scale: float) -> tuple[PixelBox, ...]:
    """Where pictures stand with nothing over them, in pixels of the page at that scale."""
    shown = list(painted(page))
    return tuple(
        box
        for number, each in enumerate(shown)
        if isinstance(each.placed.item, Picture)
        and not any(_covers(one, each.bounds) for one in shown[number + 1 :])
        and (box := _within(each.bounds, scale)).width * box.height >= FEWEST
    )


def _covers(one: Painted, bounds: Rect) -> bool:
    """Whether something sharp stands over a picture; what reaches past all its edges is the rule
    round it."""
    if not isinstance(one.placed.item, TextLine | Path | Picture):
        return False
    box = one.bounds
    if (
        box.x >= bounds.right or box.right <= bounds.x
        or box.y >= bounds.bottom or box.bottom <= bounds.y
    ):  # fmt: skip
        return False
    is_round = (
        box.x <= bounds.x and box.y <= bounds.y
        and box.right >= bounds.right and box.bottom >= bounds.bottom
    )  # fmt: skip
    return not (is_round and isinstance(one.placed.item, Path))


def _within(bounds: Rect, scale: float) -> PixelBox:
    left, top = (round(side * scale) + INSET for side in (bounds.x, bounds.y))
    right, bottom = (round(side * scale) - INSET for side in (bounds.right, bounds.bottom))
    return PixelBox(left, top, max(right - left, 0), max(bottom - top, 0))


def tiles_of(
    drawn: Raster, boxes: Iterable[PixelBox], photos: Sequence[PixelBox] = (),
    at: tuple[int, int] = (0, 0),
) -> list[Tile]:  # fmt: skip
    """Pictures of these parts of a raster; one that lies over another comes after it.

    `photos` are of the page, and `at` is where the raster's top left corner lies on it.
    """
    found: list[Tile] = []
    for box in boxes:
        part = cropped(drawn, box)
        inside = [
            common
            for each in photos
            if (common := _common(each, box, at)) is not None
            and cropped(part, common).image().getcolors(COLORS) is None
        ]
        pictures = [_jpeg(cropped(part, each), each) for each in inside]
        if inside != [PixelBox(0, 0, box.width, box.height)]:
            bare = _without(part, inside) if inside else part
            pictures.insert(0, Tile(PixelBox(0, 0, box.width, box.height), "image/png", png(bare)))
        found += (
            one._replace(box=one.box._replace(x=one.box.x + box.x, y=one.box.y + box.y))
            for one in pictures
        )
    return found


def _common(photo: PixelBox, box: PixelBox, at: tuple[int, int]) -> PixelBox | None:
    """The part of a photograph that lies in a box of the raster, from the box's corner."""
    left, top = photo.x - at[0] - box.x, photo.y - at[1] - box.y
    right, bottom = min(left + photo.width, box.width), min(top + photo.height, box.height)
    left, top = max(left, 0), max(top, 0)
    if right <= left or bottom <= top or (right - left) * (bottom - top) < FEWEST:
        return None
    return PixelBox(left, top, right - left, bottom - top)


def _without(drawn: Raster, boxes: Sequence[PixelBox]) -> Raster:
    """The same with nothing where these are: they are drawn over it."""
    channels = len(drawn.mode)
    stride, rows = channels * drawn.width + 1, bytearray(drawn.rows)
    for box in boxes:
        left, wide = 1 + channels * box.x, channels * box.width
        for at in range(box.y * stride + left, (box.y + box.height) * stride, stride):
            rows[at : at + wide] = bytes(wide)
    return Raster(drawn.width, drawn.height, drawn.mode, drawn.ppi, rows)


def _jpeg(drawn: Raster, box: PixelBox) -> Tile:
    file = io.BytesIO()
    drawn.image().save(file, "JPEG", quality=QUALITY, subsampling=0)
    return Tile(box, "image/jpeg", file.getvalue())
