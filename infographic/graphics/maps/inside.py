"""Where a label's box finds room inside its own shape."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infographic.foundation.geometry import Rect, Size
from infographic.graphics.maps.outlines import FittedMap, inner_point_of
from infographic.graphics.maps.rings import Polygon, Ring, holds_box
from infographic.graphics.maps.simplified import simplified

COARSE = 0.7
"""Points: so coarse a border is asked, and so much farther from it the label stands."""
STEPS = 3
"""Places tried on either side of the middle, across and down."""


@lru_cache(maxsize=4096)
def box_inside(fitted: FittedMap, number: int, size: Size) -> Rect | None:
    """A box of a size wholly inside a shape, as near to its inner point as may be; None where there
    is no such place among those tried.
    """
    polygon = fitted.shapes[number].largest
    if polygon is None:
        return None
    (x, y), far = inner_point_of(fitted, number)
    # The largest circle is wide enough, or the shape is long: then beside it, too.
    if far < min(size) / 4:
        return None
    coarse = _coarse_polygon(fitted, number)
    for dx, dy in _offsets(far):
        left, top = x + dx - size.width / 2, y + dy - size.height / 2
        if _holds(coarse, left, top, size):
            return Rect(left, top, *size)
    return None


@lru_cache(maxsize=1024)
def _coarse_polygon(fitted: FittedMap, number: int) -> Polygon:
    polygon = fitted.shapes[number].largest
    assert polygon is not None
    return [_coarse(ring) for ring in polygon]


def _coarse(ring: Ring) -> list[tuple[float, float]]:
    made = simplified([*ring, ring[0]], COARSE)[:-1]
    return made if len(made) >= 3 else list(ring)


def _holds(polygon: Polygon, left: float, top: float, size: Size) -> bool:
    return holds_box(
        polygon, left - COARSE, top - COARSE,
        left + size.width + COARSE, top + size.height + COARSE,
    )  # fmt: skip


def _offsets(far: float) -> Iterator[tuple[float, float]]:
    """From the middle outwards, to one and a half times the largest circle's radius."""
    step = far / 2
    around = range(-STEPS, STEPS + 1)
    yield from sorted(
        ((i * step, j * step) for i in around for j in around),
        key=lambda to: (to[0] ** 2 + to[1] ** 2, to),
    )
