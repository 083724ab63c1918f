"""A page as the press meets it: each run of type, rule, area and picture, and what it stands on.

Found once for all rules, in one walk of the page.
"""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.collisions import Ink, inks_of_lines
from infographic.display.items import Path, Picture, Placed, TextLine
from infographic.display.page import Page
from infographic.display.painted import (
    Painted,
    Shown,
    StandingLine,
    is_inside,
    shown_in,
)
from infographic.foundation.color import WHITE, Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple
from infographic.press.preflight.grounds import NEAR, Ground, Grounds, Words
from infographic.press.preflight.rules import InkKind, InkPiece, Seen

THIN = 2.0
"""A filled bar no thicker than this, in points, is a rule."""
HALO = 0.6
"""So far a letter's outline may lie from its ink, for the corners of its line."""


def pieces_of(page: Page) -> tuple[InkPiece, ...]:
    """Every piece in the order of painting, each knowing its grounds."""
    return seen_on(page).pieces


def seen_on(page: Page) -> Seen:
    """All of a page that rules ask for. Raises `SpecError` where that is too much."""
    heap = Heap()
    if page.paper is not None:
        whole = Rect(0, 0, *page.trim).grown(page.bleed)
        heap.stand_on(InkPiece(InkKind.AREA, whole, BUILT_IN, page.paper))
    lines: list[StandingLine] = []
    figures: list[Placed] = []
    inks: list[Ink] = []
    for number, placed in enumerate(page.items):
        part = _part_of(placed, number)
        lines += part.shown.lines
        figures += part.shown.figures
        inks += part.inks
        try:
            heap.take(part)
        except OverLimitError as error:
            raise SpecError([error.at(placed.origin)]) from error
    alike: dict[tuple[object, ...], list[int]] = {}
    for number, look in enumerate(heap.looks):
        alike.setdefault(look, []).append(number)
    looks: dict[InkKind, list[list[int]]] = {}
    for numbers in alike.values():
        looks.setdefault(heap.pieces[numbers[0]].kind, []).append(numbers)
    return Seen(tuple(heap.pieces), looks, lines, inks, figures)


_PARTS: Memo[_Part] = Memo("parts of pages", 64)
"""What the items of the last few pages show: most stood at the same place on the page before."""


def _part_of(placed: Placed, number: int) -> _Part:
    """What an item of the page shows, which has that number there."""
    at, item, origin = placed
    return _PARTS.made(
        (id(item), at, id(origin), number),
        lambda: _Part(shown_in((placed,), number)),
        of=(item, origin),
    )


class _Part:
    """One of a page's items by itself."""

    __slots__ = ("_inked", "box", "inks", "shown")

    def __init__(self, shown: Shown) -> None:
        self.shown, self.inks = shown, inks_of_lines(shown.lines)
        boxes = [one.bounds for one in shown.painted]
        self.box = _around(boxes) if boxes else None
        self._inked: _Inked | None = None

    @property
    def inked(self) -> _Inked:
        """Reckoned when it is asked for: what stands on others is laid on them at once."""
        if self._inked is None:
            heap = Heap()
            for one in self.shown.painted:
                heap.lay(one)
            boxes = [piece.box for piece in heap.pieces]
            box = _around(boxes) if boxes else Rect(0, 0, 0, 0)
            self._inked = _Inked(heap, box, {piece.origin.pointer for piece in heap.pieces})
        return self._inked


class _Inked(NamedTuple):
    heap: Heap
    """Its pieces, which know the grounds in it alone."""
    box: Rect
    """What they cover."""
    pointers: set[str]
    """Of the data that caused them."""


def _around(boxes: Sequence[Rect]) -> Rect:
    left, top = min(box[0] for box in boxes), min(box[1] for box in boxes)
    right, bottom = max(box[0] + box[2] for box in boxes), max(box[1] + box[3] for box in boxes)
    return Rect(left, top, right - left, bottom - top)


def _look_of(piece: InkPiece) -> tuple[object, ...]:
    # By identity: a colour or a ground is one value of the page, and long to be compared.
    face = None if piece.run is None else id(piece.run.face)
    return (
        *(id(piece.kind), piece.size, id(piece.color), face, piece.with_digits, piece.covered),
        *(piece.cut, piece.opacity, *map(id, piece.grounds)),
    )


class Heap:
    """Pieces of ink, laid one over the other."""

    def __init__(self) -> None:
        self.pieces: list[InkPiece] = []
        self.looks: list[tuple[object, ...]] = []
        """Of each piece what it has in common with those that look alike."""
        self._grounds = Grounds()
        self._work = Budget("page-overlaps")
        self._haloes: dict[Origin, list[InkPiece]] = {}
        self._words = Words()

    def take(self, part: _Part) -> None:
        """Lay what a part shows: as it is by itself, where nothing here lies under it."""
        if part.box is None:
            return
        # Its box is asked again when its ink is known: letters may reach out of their lines.
        if (
            self._grounds.reach(part.box, self._work)
            or self._grounds.reach(part.inked.box, self._work)
            or self._parts(part.inked)
        ):
            for one in part.shown.painted:
                self.lay(one)
            return
        heap, before = part.inked.heap, len(self.pieces)
        for ground in heap._grounds.all:
            if ground.piece.opacity == 1:
                self._cover(ground.piece)
        self.pieces += heap.pieces
        self.looks += heap.looks
        self._grounds.all += heap._grounds.all
        for origin, haloes in heap._haloes.items():
            self._haloes[origin] = [*self._haloes.get(origin, ()), *haloes]
        seen = heap._words.seen()
        self._words.all += [(a, b, c, d, number + before) for a, b, c, d, number in seen]

    def _parts(self, inked: _Inked) -> bool:
        """Whether a halo here may be that of words in it."""
        return any(origin.pointer in inked.pointers for origin in self._haloes)

    def lay(self, one: Painted) -> None:
        """Raises `OverLimitError` where too many pieces lie on one another."""
        item = one.placed.item
        if isinstance(item, TextLine):
            self.set_line(one, item)
        elif isinstance(item, Path):
            self.draw_path(one, item)
        elif isinstance(item, Picture):
            self.lay_picture(one, item)

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
            self._words.all.append((box[0], box[1], right, bottom, len(self.pieces)))
            piece = InkPiece(
                *(InkKind.TEXT, box, origin, run.color, run.nominal_size),
                below or self._below(box), words, run, with_digits=largest, cut=cut,
            )  # fmt: skip
            self.pieces.append(piece)
            self.looks.append(_look_of(piece))

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
        self.looks.append(_look_of(piece))
        if piece.kind is not InkKind.LINE:
            if piece.opacity == 1:
                self._cover(piece)
            self.stand_on(piece)

    def stand_on(self, piece: InkPiece) -> None:
        """A ground for what comes after it."""
        x, y, width, height = piece.box
        ground = Ground(x, y, x + width, y + height, piece, _is_plain(piece))
        self._grounds.all.append(ground)

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
        found: list[InkPiece] = []
        for ground in self._grounds.under(box, self._work):
            if not ground.is_plain:
                shape, outlines = ground.piece.shape, ground.piece.outlines
                sides = 0 if shape is None else len(shape.segments)
                self._work.spend(8 + sides + 4 * len(outlines))
            share = _share_under(ground.piece, ground.is_plain, box)
            if share > 0:
                found.append(ground.piece)
            if share == 1:
                break
        return tuple(found)

    def _cover(self, cover: InkPiece) -> None:
        """Note which words an area or a picture hides that is painted over them."""
        is_plain = _is_plain(cover)
        for place, (*_, number) in self._words.over(cover.box, self._work):
            piece = self.pieces[number]
            if _share_under(cover, is_plain, piece.box) >= 0.4:
                self._words.hidden.add(place)
                self.pieces[number] = piece._replace(covered=True)
                self.looks[number] = _look_of(self.pieces[number])


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
