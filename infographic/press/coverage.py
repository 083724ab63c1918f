"""How much ink lies on the page, where most of it lies, and what brought it there.

Newsprint dries so much ink and no more. A single spot may have more of it (black type over a dark
tint), so it is the mean of a square of 15 mm² that counts (GWG 2015, newspaper).
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from itertools import product
from operator import mul
from typing import TYPE_CHECKING, Any, cast

from infographic.display.items import Path, Picture, TextLine
from infographic.display.page import Page
from infographic.display.painted import Painted, edges_of, is_inside, painted
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import record

if TYPE_CHECKING:
    from PIL import Image

PROBES = 9
"""So many points across and down a square are asked what lies there."""


@record
class CoverageElement:
    """A piece of the page that lays ink at a place."""

    kind: str
    """“text”, “tint”, “line” or “picture”."""
    what: str
    """The text's words, the picture's file, the colour's name."""
    origin: Origin

    def __str__(self) -> str:
        return f"{self.kind} “{self.what}” ({self.origin})"


@record
class Peak:
    """Where most ink lies."""

    coverage: float
    """The sum of the inks; 2.4 is 240 %."""
    area: Rect
    """In points from the trim's corner: a pixel or a square."""
    elements: tuple[CoverageElement, ...] = ()
    """What lays it, the one with the most ink first."""

    @property
    def middle(self) -> Point:
        return Point(self.area.x + self.area.width / 2, self.area.y + self.area.height / 2)


@record
class Coverage:
    """What a page's plates add up to."""

    total: Image.Image
    """The sum of the inks at every pixel, whole numbers, 255 for one solid."""
    spot: Peak
    """The pixel with most ink."""
    square: Peak
    """The square with most ink on average."""


def measured(page: Page, plates: Sequence[Image.Image], ppi: float, side: float) -> Coverage:
    """The ink on a page; `plates` are its trim at `ppi`, 255 for a solid; `side` in points."""
    total = summed(plates)
    grain = 72 / ppi
    value, (x, y) = _highest(total)
    spot = Peak(value / 255, Rect(x * grain, y * grain, grain, grain))
    mean, box = square_with_most(plates, total, side / grain)
    square = Peak(mean / 255, Rect(*(value * grain for value in box)))
    items = tuple(painted(page))
    spot = Peak(spot.coverage, spot.area, _elements(items, page, spot.area, total, ppi))
    square = Peak(square.coverage, square.area, _elements(items, page, square.area, total, ppi))
    return Coverage(total, spot, square)


def summed(plates: Sequence[Image.Image]) -> Image.Image:
    """The sum of the inks at every pixel."""
    from PIL import ImageMath

    names = {f"ink{i}": plate for i, plate in enumerate(plates)}

    def add(inks: dict[str, Any]) -> Any:
        first, *others = (inks[name] for name in names)
        return sum(others, inks["int"](first))

    total: Image.Image = ImageMath.lambda_eval(add, **names)
    return total


def _highest(image: Image.Image) -> tuple[float, tuple[int, int]]:
    """The highest value and the first pixel, by rows, that has it."""
    from PIL import ImageMath

    most = cast("tuple[float, float]", image.getextrema())[1]
    rows = ImageMath.lambda_eval(lambda of: of["convert"]((of["s"] >= most) * 255, "L"), s=image)
    box = rows.getbbox()
    assert box is not None, "some pixel has the highest value"
    first = rows.crop((0, box[1], image.width, box[1] + 1)).getbbox()
    return most, (first[0], box[1])


def square_with_most(
    plates: Sequence[Image.Image], total: Image.Image, side: float
) -> tuple[float, tuple[float, float, float, float]]:
    """The highest mean of a square of `side` pixels, and the square.

    The squares round every pixel are compared in eight bits an ink, which may be wrong by 1 %;
    the best is then moved by half pixels and measured as it is.
    """
    from PIL import ImageFilter

    side = max(1.0, min(side, total.width, total.height))
    blur = ImageFilter.BoxBlur((side - 1) / 2)
    margin = math.ceil((side - 1) / 2)
    # Only squares that lie wholly on the page; there is one at least.
    right, bottom = max(total.width - margin, margin + 1), max(total.height - margin, margin + 1)
    inside = (min(margin, total.width - 1), min(margin, total.height - 1), right, bottom)
    means = summed([plate.filter(blur).crop(inside) for plate in plates])
    x, y = _highest(means)[1]
    corner = inside[0] + x + 0.5 - side / 2, inside[1] + y + 0.5 - side / 2
    most = -1.0, (0.0, 0.0, 0.0, 0.0)
    for dx, dy in product((0.0, -0.5, 0.5, -1.0, 1.0), repeat=2):
        left = min(max(corner[0] + dx, 0.0), total.width - side)
        top = min(max(corner[1] + dy, 0.0), total.height - side)
        mean = _mean(total, (left, top, left + side, top + side))
        if mean > most[0]:
            most = mean, (left, top, side, side)
    return most


def _mean(image: Image.Image, box: tuple[float, float, float, float]) -> float:
    """The mean of whole numbers in a rectangle that may begin and end between pixels."""
    # Pillow's own box filter takes a pixel at the edge whole or not at all.
    left, top = math.floor(box[0]), math.floor(box[1])
    right, bottom = min(math.ceil(box[2]), image.width), min(math.ceil(box[3]), image.height)
    values = memoryview(image.crop((left, top, right, bottom)).tobytes()).cast("i")
    across = [min(x + 1, box[2]) - max(x, box[0]) for x in range(left, right)]
    down = [min(y + 1, box[3]) - max(y, box[1]) for y in range(top, bottom)]
    width = len(across)
    total = sum(
        share * sum(map(mul, across, values[i * width : (i + 1) * width]))
        for i, share in enumerate(down)
    )
    return float(total / (sum(across) * sum(down)))


# What lies there


def _elements(
    items: Sequence[Painted], page: Page, area: Rect, total: Image.Image, ppi: float
) -> tuple[CoverageElement, ...]:
    """What lays ink in an area, the one with most of it first."""
    near = [one for one in items if _meets(one.bounds, area)]
    weights: dict[CoverageElement, float] = {}
    for i, j in product(range(PROBES), repeat=2):
        x = area.x + area.width * (i + 0.5) / PROBES
        y = area.y + area.height * (j + 0.5) / PROBES
        pixel = min(int(x * ppi / 72), total.width - 1), min(int(y * ppi / 72), total.height - 1)
        ink = float(cast("int", total.getpixel(pixel)))
        for element, share in _seen_at(near, Point(x, y), ink / 255):
            weights[element] = weights.get(element, 0.0) + share
    if not any(weights.values()) and page.paper is not None:
        return (CoverageElement("tint", page.paper.name, BUILT_IN),)
    return tuple(sorted((e for e in weights if weights[e] > 0), key=lambda e: -weights[e]))


def _seen_at(
    items: Sequence[Painted], point: Point, ink: float
) -> Iterator[tuple[CoverageElement, float]]:
    """From the top down to what hides the rest, each with its share of the ink there.

    Of type only its line is known, not whether a glyph stands at the very point: it is given what
    is more than the ground's ink.
    """
    lines: list[tuple[CoverageElement, float]] = []
    below: tuple[CoverageElement, float] | None = None
    for one in reversed(items):
        if _meets(one.bounds, Rect(*point, 0, 0)):
            found = _at(one, point)
            if found is not None and isinstance(one.placed.item, TextLine):
                lines.append(found)
            elif found is not None:
                below = found
                break
    on_type = ink if below is None else max(ink - below[1], 0.0)
    for element, most in lines:
        yield element, min(on_type, most + 0.01)
        on_type = max(on_type - most, 0.0)
    if below is not None:
        yield below[0], min(ink, below[1])


def _at(one: Painted, point: Point) -> tuple[CoverageElement, float] | None:
    """What an item is called, and the most ink it lays; None where it lays none at the point."""
    item, at, origin = one.placed.item, one.placed.at, one.placed.origin
    if not all(is_inside(*cut, point) for cut in one.outlines):
        return None
    match item:
        case TextLine():
            most = max((run.color.coverage for _, run in item.runs), default=0.0)
            return CoverageElement("text", item.text.strip()[:24], origin), most
        case Path() if item.fill is not None and is_inside(item, at, point):
            return CoverageElement("tint", item.fill.name, origin), item.fill.coverage
        case Path() if item.stroke is not None and _on_edge(item, at, point):
            color = item.stroke.color
            return CoverageElement("line", color.name, origin), color.coverage
        case Picture():
            # Black type may stand on it, with a solid's ink.
            return CoverageElement("picture", item.image.path.name, origin), 3.0
    return None


def _on_edge(path: Path, at: Point, point: Point) -> bool:
    assert path.stroke is not None
    half = path.stroke.width / 2
    for edge in edges_of(path, at):
        (x1, y1), (x2, y2) = edge[0], edge[-1]
        length = math.dist((x1, y1), (x2, y2)) or 1e-9
        along = ((point.x - x1) * (x2 - x1) + (point.y - y1) * (y2 - y1)) / length**2
        along = min(max(along, 0.0), 1.0)
        foot = x1 + along * (x2 - x1), y1 + along * (y2 - y1)
        if math.dist(foot, point) <= half + 0.25:
            return True
    return False


def _meets(one: Rect, other: Rect) -> bool:
    return (
        one.x <= other.right
        and other.x <= one.right
        and one.y <= other.bottom
        and other.y <= one.bottom
    )
