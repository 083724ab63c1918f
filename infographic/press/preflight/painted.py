"""A page as the press meets it: each run of type, rule, area and picture, and what it stands on.

Found once for all rules, in one walk of the page.
"""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum
from functools import lru_cache

from infographic.display.items import GlyphRun, Path, Picture, Placed, TextLine
from infographic.display.page import Page
from infographic.display.painted import (
    Painted,
    PlacedOutline,
    StandingLine,
    is_inside,
    shown_on,
)
from infographic.foundation.color import WHITE, Color, on_screen
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple

THIN = 2.0
"""A filled bar no thicker than this, in points, is a rule."""
NEAR = 0.05
HALO = 0.6
"""So far a letter's outline may lie from its ink, for the corners of its line."""


class InkKind(StrEnum):
    TEXT = "text"
    LINE = "line"
    AREA = "area"
    PICTURE = "picture"


class InkPiece(NamedTuple):
    """One piece of ink."""

    kind: InkKind
    box: Rect
    """What its ink covers, from the trim's top left."""
    origin: Origin
    color: Color = WHITE
    """Of a picture nothing."""
    size: float = 0.0
    """Of type its size, of a line its weight."""
    grounds: tuple[InkPiece, ...] = ()
    """What lies directly under it, the topmost first: areas and pictures; () for bare paper."""
    words: str = ""
    run: GlyphRun | None = None
    picture: Picture | None = None
    covered: bool = False
    """Something painted later hides it."""
    with_digits: float = 0.0
    """Of type, the largest size in its face and colour on its line: a % goes with its digits."""
    cut: bool = False
    """A clip takes a part of it away."""
    shape: Path | None = None
    at: Point = Point(0, 0)
    opacity: float = 1.0
    """Under 1.0 its colour is what is seen of it on its ground."""
    outlines: tuple[PlacedOutline, ...] = ()
    """What else cuts it off."""
    is_outline: bool = False
    """A line along a shape that is not filled, as letters have that stand on a map."""

    @property
    def inks(self) -> int:
        """How many inks print it."""
        if self.color.spot is not None:
            return 1
        return sum(ink > 0.004 for ink in self.color.cmyk)

    @property
    def is_on_picture(self) -> bool:
        return any(ground.kind is InkKind.PICTURE for ground in self.grounds)

    @property
    def is_reversed(self) -> bool:
        """Lighter than what it stands on."""
        grounds = [ground for ground in self.grounds if ground.kind is InkKind.AREA]
        if self.is_on_picture:
            return luminance(self.color) > 0.5
        return bool(grounds) and luminance(self.color) > luminance(grounds[0].color) + 0.02

    @property
    def is_overprinting(self) -> bool:
        """As the writer does it: type in solid black alone."""
        return self.kind is InkKind.TEXT and self.color.is_black_alone


class Seen(NamedTuple):
    """A page, looked at once."""

    pieces: tuple[InkPiece, ...]
    """In the order of painting, each knowing its grounds."""
    looks: dict[InkKind, list[list[int]]]
    """The numbers of the pieces that look alike: of one colour and size on the same grounds, and
    of type in one face."""
    lines: Sequence[StandingLine]
    """All lines of type."""
    figures: Sequence[Placed]
    """The groups that are figures."""


@lru_cache(maxsize=1024)
def luminance(color: Color) -> float:
    """Relative luminance on a screen (WCAG 2).

    >>> luminance(WHITE)
    1.0
    """
    return on_screen(color)


def pieces_of(page: Page) -> tuple[InkPiece, ...]:
    """Every piece in the order of painting, each knowing its grounds."""
    return seen_on(page).pieces


def seen_on(page: Page) -> Seen:
    """All of a page that rules ask for."""
    shown, heap = shown_on(page), _Heap()
    if page.paper is not None:
        whole = Rect(0, 0, *page.trim).grown(page.bleed)
        heap.stand_on(InkPiece(InkKind.AREA, whole, BUILT_IN, page.paper))
    for one in shown.painted:
        item = one.placed.item
        if isinstance(item, TextLine):
            heap.set_line(one, item)
        elif isinstance(item, Path):
            heap.draw_path(one, item)
        elif isinstance(item, Picture):
            heap.lay_picture(one, item)
    looks: dict[InkKind, dict[tuple[object, ...], list[int]]] = {}
    for number, piece in enumerate(heap.pieces):
        # By identity: a colour or a ground is one value of the page, and long to be compared.
        face = None if piece.run is None else id(piece.run.face)
        look = (
            *(piece.size, id(piece.color), face, piece.with_digits, piece.covered, piece.cut),
            *(piece.opacity, *map(id, piece.grounds)),
        )
        looks.setdefault(piece.kind, {}).setdefault(look, []).append(number)
    alike = {kind: [*known.values()] for kind, known in looks.items()}
    return Seen(tuple(heap.pieces), alike, shown.lines, shown.figures)


class _Ground(NamedTuple):
    """What may lie under pieces, with its sides."""

    left: float
    top: float
    right: float
    bottom: float
    piece: InkPiece
    is_plain: bool
    """It fills its box."""


class _Heap:
    """Pieces of ink, laid one over the other."""

    def __init__(self) -> None:
        self.pieces: list[InkPiece] = []
        self._grounds: list[_Ground] = []
        self._haloes: dict[Origin, list[InkPiece]] = {}
        self._seen_type: list[tuple[float, float, float, float, int]] = []
        """The sides and the numbers of pieces of type that nothing covers."""

    def set_line(self, one: Painted, line: TextLine) -> None:
        (x, y), _, origin = one.placed
        for start, run, words, ink, largest, _, _ in line.ink:
            if ink is None:
                continue
            dx, dy = (x, y + start) if line.vertical else (x + start, y)
            box = Rect(dx + ink[0], dy + ink[1], ink[2], ink[3])
            cut = not one.is_whole and not one.bounds.holds(box, NEAR)
            below = self._halo(box, origin) if self._haloes else ()
            right, bottom = box[0] + ink[2], box[1] + ink[3]
            self._seen_type.append((box[0], box[1], right, bottom, len(self.pieces)))
            self.pieces.append(
                InkPiece(
                    *(InkKind.TEXT, box, origin, run.color, run.nominal_size),
                    below or self._below(box), words, run, with_digits=largest, cut=cut,
                )
            )  # fmt: skip

    def draw_path(self, one: Painted, path: Path) -> None:
        at, _, origin = one.placed
        bounds, opacity = one.bounds, path.opacity
        if path.fill is not None:
            thinnest = min(bounds.width, bounds.height)
            is_rule = thinnest <= THIN and len(path.segments) <= 6
            kind = InkKind.LINE if is_rule else InkKind.AREA
            piece = InkPiece(
                *(kind, bounds, origin, path.fill, thinnest if is_rule else 0.0),
                self._below(bounds), shape=path, at=at, opacity=opacity, outlines=one.outlines,
            )  # fmt: skip
            self._lay(piece)
        if path.stroke is not None:
            color, width = path.stroke.color, path.stroke.width
            piece = InkPiece(
                *(InkKind.LINE, bounds, origin, color, width), self._below(bounds),
                opacity=opacity, is_outline=path.fill is None and opacity == 1,
            )  # fmt: skip
            self._lay(piece)
            if piece.is_outline:
                self._haloes.setdefault(origin, []).append(piece)

    def lay_picture(self, one: Painted, picture: Picture) -> None:
        at, _, origin = one.placed
        below = self._below(one.bounds)
        self._lay(
            InkPiece(
                *(InkKind.PICTURE, one.bounds, origin),
                grounds=below, picture=picture, at=at, outlines=one.outlines,
            )
        )  # fmt: skip

    def _lay(self, piece: InkPiece) -> None:
        if piece.opacity < 1:
            piece = piece._replace(color=_seen(piece))
        self.pieces.append(piece)
        if piece.kind is not InkKind.LINE:
            if piece.opacity == 1:
                self._cover(piece)
            self.stand_on(piece)

    def stand_on(self, piece: InkPiece) -> None:
        """A ground for what comes after it."""
        x, y, width, height = piece.box
        self._grounds.append(_Ground(x, y, x + width, y + height, piece, _is_plain(piece)))

    def _halo(self, box: Rect, origin: Origin) -> tuple[InkPiece, ...]:
        """What parts words from all below them: a broad line along the same letters, if they have
        one."""
        for halo in self._haloes.get(origin, ()):
            ink = halo.box.grown(-halo.size / 2)
            if ink.holds(box, HALO) and box.holds(ink, HALO):
                return (halo._replace(kind=InkKind.AREA),)
        return ()

    def _below(self, box: Rect) -> tuple[InkPiece, ...]:
        """What a piece stands on, down to the first that lies under all of it."""
        left, top, width, height = box
        right, bottom = left + width - NEAR, top + height - NEAR
        near = [
            ground for ground in self._grounds
            if ground[0] < right and left < ground[2] - NEAR
            and ground[1] < bottom and top < ground[3] - NEAR
        ]  # fmt: skip
        if not near:
            return ()
        found = []
        for ground in reversed(near):
            share = _share_under(ground.piece, ground.is_plain, box)
            if share > 0:
                found.append(ground.piece)
            if share == 1:
                break
        return tuple(found)

    def _cover(self, cover: InkPiece) -> None:
        """Note which words an area or a picture hides that is painted over them."""
        x, y, width, height = cover.box
        right, bottom, is_plain = x + width, y + height, _is_plain(cover)
        hidden = [
            one for one in self._seen_type
            if one[0] < right - NEAR and x < one[2] - NEAR
            and one[1] < bottom - NEAR and y < one[3] - NEAR
            and _share_under(cover, is_plain, self.pieces[one[4]].box) >= 0.4
        ]  # fmt: skip
        for one in hidden:
            self._seen_type.remove(one)
            self.pieces[one[4]] = self.pieces[one[4]]._replace(covered=True)


def _seen(piece: InkPiece) -> Color:
    """What is seen of a piece that its ground shows through; of a picture below, its paper."""
    areas = (ground.color for ground in piece.grounds if ground.kind is InkKind.AREA)
    return piece.color.over(next(areas, WHITE), piece.opacity)


def _is_plain(ground: InkPiece) -> bool:
    """Whether a ground fills its box."""
    path = ground.shape
    return not ground.outlines and (
        path is None or (len(path.segments) <= 5 and all(kind != "C" for kind, _ in path.segments))
    )


def _share_under(ground: InkPiece, is_plain: bool, box: Rect) -> float:
    """How many of five points of the box the ground reaches, as a share."""
    path = ground.shape
    if is_plain and ground.box.holds(box, NEAR):
        return 1.0
    inner = box.grown(-min(0.5, box.width / 4, box.height / 4))
    points = (
        Point(inner.x + inner.width / 2, inner.y + inner.height / 2),
        Point(inner.x, inner.y), Point(inner.right, inner.y),
        Point(inner.x, inner.bottom), Point(inner.right, inner.bottom),
    )  # fmt: skip
    hits = 0
    for point in points:
        within = (
            ground.box.x - NEAR <= point.x <= ground.box.right + NEAR
            and ground.box.y - NEAR <= point.y <= ground.box.bottom + NEAR
        )
        if within and path is not None and not is_plain:
            within = is_inside(path, ground.at, point)
            within = within and all(is_inside(*cut, point) for cut in ground.outlines)
        hits += within
    return hits / len(points)


def inks_of(color: Color) -> str:
    """A colour's inks in words.

    >>> inks_of(Color("accent", (0, 0.95, 0.85, 0), (0.8, 0, 0)))
    '“accent” C0 M95 Y85 K0'
    """
    if color.spot is not None:
        return f"“{color.name}” {color.spot.name} {color.strength * 100:g} %"
    c, m, y, k = (round(100 * ink, 1) for ink in color.cmyk)
    return f"“{color.name}” C{c:g} M{m:g} Y{y:g} K{k:g}"
