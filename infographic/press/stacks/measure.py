"""Ink of stacks, measured as a press lays it: squares that have more than can dry."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import TYPE_CHECKING, Any

from infographic.display.painted import common
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import Budget
from infographic.foundation.record import record
from infographic.foundation.sayings import Value, say
from infographic.press.coverage import square_with_most, summed
from infographic.press.stacks.area import AreaGrid, covered
from infographic.press.stacks.layers import InkStack, Layer, stacks_of

if TYPE_CHECKING:
    from PIL import Image

CELLS = 16
"""Across a square: its mean is right to a fifth of a per cent."""
MOST_CELLS = 4_000_000
"""In one place that is looked at; a larger one is looked at more coarsely."""
ROUNDING = 0.005
"""Eight bits an ink, of some inks: half a per cent."""
MM2 = (25.4 / 72) ** 2


@record
class WetSquare:
    """A square with more ink than it may have, and the stack that brings it there."""

    stack: InkStack
    ground: Layer
    """Of what lies below, the one with most ink there."""
    mean: float
    """Of the square; 2.4 is 240 %."""
    square: Rect
    below: float
    """The ground's inks there that the layer leaves."""
    area: float
    """How much of its place has more than the limit, in mm²."""
    place: Rect
    """What was looked at about it."""

    def arithmetic(self) -> dict[str, Value]:
        """The sum for a saying: “total” of “below” and the inks “above”, and the “mean”, in %;
        “area” in mm²."""
        inks = self.stack.layer.inks
        above = [
            say("phrase/share-of-ink", share=share * 100, ink="K" if ink == "Black" else ink)
            for ink, share in inks.items()
        ]
        total = self.below + sum(inks.values())
        return {
            "total": total * 100, "below": self.below * 100, "above": above,
            "area": self.area, "mean": self.mean * 100,
        }  # fmt: skip


def wet_squares(
    layers: Sequence[Layer], page: Rect, limit: float, side: float
) -> Iterator[WetSquare]:
    """Squares of `side` points with more ink than `limit` as a mean, where something overprints.

    The worst of each place: what stands nearer to one another than a square is one place. Raises
    `OverLimitError` where there is too much to be measured.
    """
    work = Budget("ink-edges")
    stacks = list(stacks_of(layers, page, limit))
    for place, here in _places(stacks, page, side):
        wet = _worst(layers, here, place, limit, side, work)
        if wet is not None:
            yield wet


def _places(
    stacks: list[InkStack], page: Rect, side: float
) -> list[tuple[Rect, list[InkStack]]]:  # fmt: skip
    """Where the stacks are, with a square's room about; those that meet are one."""
    places: list[tuple[Rect, list[InkStack]]] = []
    for stack in stacks:
        box = common(stack.layer.box, page)
        if box is None:
            continue
        place, here = common(box.grown(side), page) or box, [stack]
        while True:
            met = [one for one in places if one[0].meets(place)]
            if not met:
                break
            places = [one for one in places if one not in met]
            place = reduce(_around, (box for box, _ in met), place)
            here = [*(stack for _, more in met for stack in more), *here]
        places.append((place, here))
    return places


def _worst(
    layers: Sequence[Layer], stacks: list[InkStack], place: Rect, limit: float, side: float,
    work: Budget,
) -> WetSquare | None:  # fmt: skip
    grain = side / CELLS
    # No square of a page that is smaller than one lies wholly on it.
    grain = max(grain, math.sqrt(place.width * place.height / MOST_CELLS))
    size = max(1, round(place.width / grain)), max(1, round(place.height / grain))
    grid = AreaGrid(place.x, place.y, grain, *size)
    plates = drawn(layers, grid, work)
    total = summed(list(plates.values()))
    mean, (x, y, width, height) = square_with_most(list(plates.values()), total, side / grain)
    if mean / 255 <= limit + ROUNDING:
        return None
    square = Rect(place.x + x * grain, place.y + y * grain, width * grain, height * grain)
    near = [one for one in stacks if one.layer.box.meets(square)] or stacks
    stack = max(near, key=lambda one: _shared(one.layer.box, square))
    below = {ground: _left_of(ground, stack.layer, square, grain) for ground in stack.grounds}
    ground = max(below, key=lambda one: below[one])
    inked = _inked(total, below[ground], sum(stack.layer.inks.values()))
    area = inked * grain * grain * MM2
    return WetSquare(stack, ground, mean / 255, square, below[ground], area, place)


def drawn(
    layers: Sequence[Layer], grid: AreaGrid, work: Budget | None = None
) -> dict[str, Image.Image]:
    """The plates of a part of the page, 255 for a solid, a pixel a cell."""
    from PIL import Image

    work = work or Budget("ink-edges")
    here = [layer for layer in layers if layer.box.meets(grid.area)]
    inks = dict.fromkeys((*PROCESS_INKS, *(ink for one in here for ink in one.most)))
    plates = {ink: Image.new("L", (grid.width, grid.height)) for ink in inks}
    for layer in here:
        cut = grid.cut(layer.box)
        if cut is not None:
            _lay(layer, *cut, plates, work)
    return plates


def _lay(
    layer: Layer, grid: AreaGrid, corner: tuple[int, int], plates: dict[str, Image.Image],
    work: Budget,
) -> None:  # fmt: skip
    from PIL import ImageChops

    mask = covered(layer.shape(), grid, work)
    for clip in layer.clips:
        mask = ImageChops.multiply(mask, covered(clip, grid, work))
    if layer.alpha < 1:
        mask = mask.point(lambda value: round(value * layer.alpha))
    shares: dict[str, Any] = {ink: round(share * 255) for ink, share in layer.inks.items()}
    if layer.pixels is not None:
        made = layer.pixels()
        if made is not None:
            small, seen = _resampled(made.image, made.place, grid), None
            if made.mask is not None:
                seen = _resampled(made.mask, made.place, grid)
                mask = ImageChops.multiply(mask, seen)
            shares = dict(zip(made.names, small.split(), strict=True))
    for ink, plate in plates.items():
        if layer.paints is None or ink in layer.paints:
            share = shares.get(ink, 0)
            if isinstance(share, int):
                plate.paste(share, (*corner, *_far(corner, grid)), mask)
            else:
                plate.paste(share, corner, mask)


def _far(corner: tuple[int, int], grid: AreaGrid) -> tuple[int, int]:
    return corner[0] + grid.width, corner[1] + grid.height


def _resampled(image: Image.Image, place: Rect, grid: AreaGrid) -> Image.Image:
    """The means of a picture's pixels in the grid's cells."""
    from PIL import Image as Images

    across, down = image.width / place.width, image.height / place.height
    area = grid.area
    # What of the picture lies under the grid; beyond its edges nothing of it is seen.
    left, top = (area.x - place.x) * across, (area.y - place.y) * down
    right, bottom = (area.right - place.x) * across, (area.bottom - place.y) * down
    inside = (max(left, 0.0), max(top, 0.0), min(right, image.width), min(bottom, image.height))
    if inside[2] <= inside[0] or inside[3] <= inside[1]:
        return Images.new(image.mode, (grid.width, grid.height))
    cells = [
        round((inside[0] - left) / across / grid.grain),
        round((inside[1] - top) / down / grid.grain),
        max(1, round((inside[2] - inside[0]) / across / grid.grain)),
        max(1, round((inside[3] - inside[1]) / down / grid.grain)),
    ]
    small = image.resize((cells[2], cells[3]), Images.Resampling.BOX, inside)
    if (cells[2], cells[3]) == (grid.width, grid.height):
        return small
    # An edge cell of the grid that the picture does not fill whole takes its neighbour's mean.
    return _spread(small, cells, (grid.width, grid.height))


def _spread(image: Image.Image, cells: list[int], size: tuple[int, int]) -> Image.Image:
    from PIL import Image as Images

    whole = image.resize(size, Images.Resampling.NEAREST)
    whole.paste(image, (cells[0], cells[1]))
    return whole


def _left_of(ground: Layer, layer: Layer, square: Rect, grain: float) -> float:
    """The mean of a ground's inks in a square that a layer leaves there."""
    assert layer.paints is not None
    if ground.pixels is None:
        return sum(share for ink, share in ground.inks.items() if ink not in layer.paints)
    made = ground.pixels()
    area = common(ground.box, square)
    if made is None or area is None:
        return 0.0
    size = max(1, round(area.width / grain)), max(1, round(area.height / grain))
    small = _resampled(made.image, made.place, AreaGrid(area.x, area.y, grain, *size))
    left = [
        plate for ink, plate in zip(made.names, small.split(), strict=True)
        if ink not in layer.paints
    ]  # fmt: skip
    values = summed(left)
    data = memoryview(values.tobytes()).cast("i")
    return sum(data) / len(data) / 255


def _inked(total: Image.Image, below: float, above: float) -> float:
    """So many cells have what lies above over what lies below; at an edge, their share."""
    from PIL import ImageMath

    def share(of: dict[str, Any]) -> Any:
        part = (of["s"] - below * 255) / above
        # Less than a twentieth is the ground's own rounding.
        return of["convert"](of["min"](of["max"](part, 0), 255) * (part > 255 / 20), "L")

    shares = ImageMath.lambda_eval(share, s=total)
    histogram: list[int] = shares.histogram()
    return sum(value * count for value, count in enumerate(histogram)) / 255


def _shared(one: Rect, other: Rect) -> float:
    shared = common(one, other)
    return shared.width * shared.height if shared else 0.0


def _around(one: Rect, other: Rect) -> Rect:
    x, y = min(one.x, other.x), min(one.y, other.y)
    right, bottom = max(one.right, other.right), max(one.bottom, other.bottom)
    return Rect(x, y, right - x, bottom - y)
