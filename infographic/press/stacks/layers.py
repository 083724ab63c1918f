"""Ink in the order it is laid: each piece's shape, its inks, and whether it leaves those below.

A page and a written PDF are both read into layers, so that one measure serves both. Places are in
points from the trim's top left, y down; a share of an ink is 1.0 for a solid.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from infographic.display.items import PLAIN_LINE, LineStyle
from infographic.display.painted import common
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.record import field, record

if TYPE_CHECKING:
    from PIL import Image

Segments = tuple[tuple[str, tuple[float, ...]], ...]
"""“M”, “L”, “C” and “Z”, as in `display.items.Path`."""
BUCKET = 96.0
"""Points; layers are looked for by the squares that they lie in."""
NEAR = 0.05


@record
class Shape:
    """Outlines, each filled by itself, or drawn with a line of `stroke` points."""

    outlines: tuple[Segments, ...]
    even_odd: bool = False
    stroke: float = 0.0
    style: LineStyle = PLAIN_LINE
    """Of the line."""


@record
class InkPixels:
    """A picture's inks and where its upright rectangle lies."""

    image: Image.Image
    """Four channels, 255 for a solid."""
    place: Rect
    mask: Image.Image | None = None
    """255 where the picture is seen; as large as the image."""
    names: tuple[str, ...] = PROCESS_INKS
    """The inks of the image's channels."""


@record(eq=False)
class Layer:
    """One piece of ink."""

    box: Rect
    """What holds all of it."""
    inks: Mapping[str, float]
    """{} for a picture, whose pixels say them."""
    shape: Callable[[], Shape]
    subject: Any
    """What it is on the page or in the file."""
    paints: frozenset[str] | None = None
    """The inks that it sets; it leaves the others as they are. None: it wipes them out."""
    pixels: Callable[[], InkPixels | None] | None = None
    clips: tuple[Shape, ...] = ()
    alpha: float = 1.0
    hides: bool = False
    """It fills its box whole, and nothing below it is left."""
    _most: list[Mapping[str, float]] = field(default_factory=list)

    @property
    def most(self) -> Mapping[str, float]:
        """The most it may lay of each ink; of a picture, anywhere in it."""
        if self.pixels is None:
            return self.inks
        if not self._most:
            made = self.pixels()
            self._most.append({} if made is None else most_in(made))
        return self._most[0]


def most_in(pixels: InkPixels) -> Mapping[str, float]:
    extremes: Any = pixels.image.getextrema()
    return {ink: high / 255 for ink, (_, high) in zip(pixels.names, extremes, strict=True)}


@record
class InkStack:
    """A layer that overprints, and what lies below it, the topmost first."""

    layer: Layer
    grounds: tuple[Layer, ...]

    @property
    def bound(self) -> float:
        """No place of it has more ink than this; 2.4 is 240 %."""
        most = dict(self.layer.most)
        assert self.layer.paints is not None
        for ground in self.grounds:
            for ink, share in ground.most.items():
                if ink not in self.layer.paints:
                    most[ink] = max(most.get(ink, 0.0), share)
        return sum(most.values())


def stacks_of(layers: Sequence[Layer], page: Rect, limit: float) -> Iterator[InkStack]:
    """Where something overprints and there may be more ink than `limit`, in the order of painting.

    Nothing else adds up: what does not overprint has its own inks, which are looked at alone.
    """
    shelf: dict[tuple[int, int], list[int]] = {}
    if max(page.size) > MAX_PAGE_POINTS:
        return
    for number, layer in enumerate(layers):
        seen = common(layer.box, page)
        if seen is None:
            continue
        if layer.paints is not None:
            stack = InkStack(layer, tuple(_below(layer, seen, layers, shelf)))
            if stack.grounds and stack.bound > limit:
                yield stack
        # Black alone on black adds nothing, and most of a page is black type.
        if layer.hides or layer.pixels is not None or set(layer.inks) - {"Black"}:
            for bucket in _buckets(seen):
                shelf.setdefault(bucket, []).append(number)


def _below(
    layer: Layer, seen: Rect, layers: Sequence[Layer],
    shelf: Mapping[tuple[int, int], list[int]],
) -> Iterator[Layer]:  # fmt: skip
    """What a layer stands on where it is seen, down to what hides all the rest."""
    near = {number for bucket in _buckets(seen) for number in shelf.get(bucket, ())}
    for number in sorted(near, reverse=True):
        ground = layers[number]
        if ground.box.meets(seen, NEAR):
            yield ground
            if ground.hides and ground.box.holds(seen, NEAR):
                return


def _buckets(box: Rect) -> Iterator[tuple[int, int]]:
    left, right = math.floor(box.x / BUCKET), math.floor(box.right / BUCKET)
    for y in range(math.floor(box.y / BUCKET), math.floor(box.bottom / BUCKET) + 1):
        for x in range(left, right + 1):
            yield x, y


def rectangle(box: Rect) -> Segments:
    """A box as an outline."""
    corners = ((box.x, box.y), (box.right, box.y), (box.right, box.bottom), (box.x, box.bottom))
    sides = tuple(("L" if i else "M", corner) for i, corner in enumerate(corners))
    return (*sides, ("Z", ()))
