"""A place's words on a map: one or two lines, with a halo of paper, placed as one box."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.maps.ground import Ground
from infographic.display.items import Join, Path, Placed, Stroke, TextLine
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.maps.rings import holds
from infographic.graphics.placing.labels import Side, Wish, placed_labels
from infographic.layout.shapes import circle, drawn, line
from infographic.text.copy import Copy, Span
from infographic.text.style import Part, TextStyle


class Tag(NamedTuple):
    """Lines of words that stand together."""

    lines: tuple[Lettering, ...]
    gap: float
    """Between the ink of two lines, in points."""

    @property
    def size(self) -> Size:
        height = sum(line.height for line in self.lines) + self.gap * (len(self.lines) - 1)
        return Size(max(line.width for line in self.lines), height)

    @property
    def faults(self) -> tuple[Diagnostic, ...]:
        return tuple(fault for line in self.lines for fault in line.faults)

    def drawn(self, box: Rect, look: Look, align: float = 0.5) -> tuple[list[Placed], list[Placed]]:
        """The halo, and the words; `align` as `Lettering.at` has it."""
        words: list[Placed] = []
        y = box.y
        for one in self.lines:
            words += one.at(box.x + align * box.width, y + one.rise, align)
            y += one.height + self.gap
        return haloes(words, look), words


def numeral(number: int, style: TextStyle, origin: Origin) -> Lettering:
    """A place's number in a list, set as a number."""
    return lettered(Copy((Span(str(number), Part.DIGITS, 1),), origin), style)


def tag_of(look: Look, *lines: Lettering) -> Tag:
    return Tag(tuple(line for line in lines if line.line is not None), look.em * 0.22)


def haloes(words: list[Placed], look: Look) -> list[Placed]:
    """The letters' outlines in paper, as wide as a hair space: they part words from borders."""
    stroke = Stroke(look.paper, look.of(1.8, 7), join=Join.BEVEL)
    found = []
    for at, item, origin in words:
        if isinstance(item, TextLine):
            for place, path, _ in drawn(item, at, origin):
                if isinstance(path, Path):
                    found.append(Placed(place, replaced(path, fill=None, stroke=stroke), origin))
    return found


class Standing(NamedTuple):
    """A tag with its place."""

    tag: Tag
    box: Rect
    align: float = 0.5
    leader: tuple[Point, Point] | None = None
    """From its shape to it, with a dot where it begins."""
    has_dot: bool = False
    """The leader begins with a dot: inside a shape, which is no mark of its own."""
    is_on_pale: bool = False
    """On paper or a pale tint alone, where a halo would only blur it."""


class Wanting(NamedTuple):
    """A tag that found no room in its shape."""

    tag: Tag
    at: Point
    """A point inside its shape."""
    clear: float
    """How far from that a label may begin."""
    row: int
    is_claimed: bool = False


MOST_ON_OTHERS = 0.3
"""Share of the labels that may stand on other shapes than their own."""
MOST_BESIDE = 8
"""Labels on leaders; of more nobody would find his own."""


def beside_their_shapes(
    wanting: Sequence[Wanting], inside: Sequence[Standing], ground: Ground, look: Look
) -> tuple[list[Standing], list[int]]:
    """Places for tags beside their shapes, each tied to it by a line; and the rows without one.

    A few may stand on other shapes, as an enclave's must; of many nobody could tell whose they are.
    """
    is_crowded = len(wanting) > max(2.0, MOST_ON_OTHERS * (len(wanting) + len(inside)))
    wishes = [Wish(want.at, want.tag.size, want.clear + look.em * 0.3) for want in wanting]
    frame = Rect(0, 0, *ground.room)
    reaches = [look.unit * reach for reach in (10, 22, 46)]
    made = placed_labels(
        wishes, frame, boxes=[one.box for one in inside], gap=look.unit * 1.5, reaches=reaches
    )
    found, none = [], []
    for want, place in zip(wanting, made.placements, strict=True):
        if place is None or (is_crowded and not want.is_claimed and _is_on_land(ground, place.box)):
            none.append(want.row)
            continue
        leader = (want.at, _nearest(want.at, place.box))
        found.append(Standing(want.tag, place.box, align_of(place.side), leader, has_dot=True))
    return found, none


def _is_on_land(ground: Ground, box: Rect) -> bool:
    points = [
        (box.x - ground.at.x + i * box.width / 2, box.y - ground.at.y + j * box.height / 2)
        for i in range(3)
        for j in range(3)
    ]
    return any(
        holds(polygon, point)
        for shape in ground.map.shapes
        for polygon in shape.polygons
        for point in points
    )


def _nearest(point: Point, box: Rect) -> Point:
    return Point(min(max(point.x, box.x), box.right), min(max(point.y, box.y), box.bottom))


def align_of(side: Side) -> float:
    """Words right of a mark begin at it, words left of it end there."""
    return 0.0 if "right" in side else 1.0 if "left" in side else 0.5


def drawn_tags(standing: Sequence[Standing], look: Look) -> list[Placed]:
    """Leaders below all halos, and those below all words."""
    lines: list[Placed] = []
    halos: list[Placed] = []
    words: list[Placed] = []
    for one in standing:
        if one.leader is not None:
            start, end = one.leader
            stroke = replaced(look.leader, color=look.ink)
            lines.append(line(start, end, stroke, BUILT_IN))
            if one.has_dot:
                lines.append(circle(start, look.of(1.2, 4), BUILT_IN, look.ink))
        halo, text = one.tag.drawn(one.box, look, one.align)
        halos += () if one.is_on_pale else halo
        words += text
    return [*lines, *halos, *words]
