"""A page as the press meets it: each run of type, rule, area and picture, and what it stands on.

Computed once for all rules.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple, Protocol

from infographic.display.items import GlyphRun, Path, Picture, TextLine
from infographic.display.page import Page
from infographic.display.painted import (
    Painted,
    PlacedOutline,
    bounds_of,
    is_inside,
    painted,
)
from infographic.foundation.color import WHITE, Color, Luminance, on_screen
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Severity
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.sayings import Saying
from infographic.press.profile import PressProfile
from infographic.press.report import Finding, fault

if TYPE_CHECKING:
    from infographic.press.stacks.layers import InkPixels

THIN = 2.0
"""A filled bar no thicker than this, in points, is a rule."""
NEAR = 0.05
HALO = 0.6
"""So far a letter's outline may lie from its ink, for the corners of its line."""


class Printed(Protocol):
    """A picture at its place as the writer leaves it, or before it takes ink from it."""

    def __call__(self, picture: Picture, at: Point, *, limited: bool = True) -> InkPixels | None:
        """None where it is not in inks. Raises `MachineError` where its file cannot be read."""
        ...


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


@dataclass(frozen=True, slots=True)
class Press:
    """A page and the press it is for."""

    page: Page
    profile: PressProfile
    pieces: tuple[InkPiece, ...]
    printed: Printed
    light: Luminance = on_screen
    """How much light a colour gives back on its paper, or on a screen."""

    @property
    def bleed(self) -> float:
        return self.page.bleed if self.profile.bleed is None else self.profile.bleed

    def of(self, *kinds: InkKind) -> Iterator[InkPiece]:
        return (piece for piece in self.pieces if piece.kind in kinds)


@lru_cache(maxsize=1024)
def luminance(color: Color) -> float:
    """Relative luminance on a screen (WCAG 2).

    >>> luminance(WHITE)
    1.0
    """
    return on_screen(color)


def pieces_of(page: Page) -> tuple[InkPiece, ...]:
    """Every piece in the order of painting, each knowing its grounds."""
    grounds: list[InkPiece] = []
    if page.paper is not None:
        whole = Rect(0, 0, *page.trim).grown(page.bleed)
        grounds.append(InkPiece(InkKind.AREA, whole, BUILT_IN, page.paper))
    pieces: list[InkPiece] = []
    haloes: dict[Origin, list[InkPiece]] = {}
    for one in painted(page):
        for piece in _pieces(one):
            below = _halo(piece, haloes) or _grounds(piece, grounds)
            if below:
                piece = piece._replace(grounds=below)
            if piece.opacity < 1:
                piece = piece._replace(color=_seen(piece))
            pieces.append(piece)
            if piece.is_outline:
                haloes.setdefault(piece.origin, []).append(piece)
            if piece.kind in (InkKind.AREA, InkKind.PICTURE):
                if piece.opacity == 1:
                    _cover(pieces, piece)
                grounds.append(piece)
    return tuple(pieces)


def _halo(piece: InkPiece, haloes: Mapping[Origin, Sequence[InkPiece]]) -> tuple[InkPiece, ...]:
    """What parts words from all below them: a broad line along the same letters, if they have
    one."""
    if piece.kind is not InkKind.TEXT or not haloes:
        return ()
    for halo in haloes.get(piece.origin, ()):
        ink = halo.box.grown(-halo.size / 2)
        if ink.holds(piece.box, HALO) and piece.box.holds(ink, HALO):
            return (halo._replace(kind=InkKind.AREA),)
    return ()


def _seen(piece: InkPiece) -> Color:
    """What is seen of a piece that its ground shows through; of a picture below, its paper."""
    areas = (ground.color for ground in piece.grounds if ground.kind is InkKind.AREA)
    return piece.color.over(next(areas, WHITE), piece.opacity)


def _pieces(one: Painted) -> Iterator[InkPiece]:
    origin, at = one.placed.origin, one.placed.at
    match one.placed.item:
        case TextLine() as line:
            is_whole = one.bounds == bounds_of(one.placed)
            largest = _largest(line)
            for start, run in line.runs:
                box = ink_box(run, at, start, is_vertical=line.vertical)
                if box is not None:
                    cut = not is_whole and not one.bounds.holds(box, NEAR)
                    words = "".join(run.texts)
                    yield InkPiece(
                        *(InkKind.TEXT, box, origin, run.color, run.nominal_size),
                        words=words, run=run, cut=cut, with_digits=largest[run.face, run.color],
                    )  # fmt: skip
        case Picture() as picture:
            yield InkPiece(
                *(InkKind.PICTURE, one.bounds, origin),
                picture=picture, at=at, outlines=one.outlines,
            )  # fmt: skip
        case Path() as path:
            if path.fill is not None:
                thinnest = min(one.bounds.width, one.bounds.height)
                is_rule = thinnest <= THIN and len(path.segments) <= 6
                kind = InkKind.LINE if is_rule else InkKind.AREA
                yield InkPiece(
                    *(kind, one.bounds, origin, path.fill, thinnest if is_rule else 0.0),
                    shape=path, at=at, opacity=path.opacity, outlines=one.outlines,
                )  # fmt: skip
            if path.stroke is not None:
                stroke = path.stroke
                yield InkPiece(
                    *(InkKind.LINE, one.bounds, origin, stroke.color, stroke.width),
                    opacity=path.opacity,
                    is_outline=path.fill is None and path.opacity == 1,
                )


def _largest(line: TextLine) -> dict[tuple[Face, Color], float]:
    """The largest size of each face and colour on a line."""
    found: dict[tuple[Face, Color], float] = {}
    for _, run in line.runs:
        key = run.face, run.color
        found[key] = max(found.get(key, 0.0), run.nominal_size)
    return found


def ink_box(run: GlyphRun, at: Point, start: float, *, is_vertical: bool) -> Rect | None:
    """What a run's glyphs cover; None where they are all blank."""
    ink = _ink_of(run, is_vertical)
    if ink is None:
        return None
    dx, dy = (at.x, at.y + start) if is_vertical else (at.x + start, at.y)
    return Rect(dx + ink.x, dy + ink.y, ink.width, ink.height)


# Most lines of a page stood on the one before, and on the one that was checked before it was made.
@lru_cache(maxsize=8192)
def _ink_of(run: GlyphRun, is_vertical: bool) -> Rect | None:
    """The same, from the run's start."""
    size, box_of = run.size, run.face.box_of
    left = top = 1e9
    right = bottom = -1e9
    rises = run.ys or (0.0,) * len(run.glyphs)
    for glyph, x, rise in zip(run.glyphs, run.xs, rises, strict=True):
        box = box_of(glyph)
        if box.left == box.right:
            continue
        across = box.left * run.condensed, box.right * run.condensed
        if not is_vertical:
            sides = (x + across[0], x + across[1], -rise - box.top, -rise - box.bottom)
        elif run.rotated:
            sides = (rise + box.bottom, rise + box.top, x + across[0], x + across[1])
        else:
            sides = (rise + across[0], rise + across[1], x - box.top, x - box.bottom)
        left, right = min(left, sides[0]), max(right, sides[1])
        top, bottom = min(top, sides[2]), max(bottom, sides[3])
    if right < left:
        return None
    return Rect(left * size, top * size, (right - left) * size, (bottom - top) * size)


def _grounds(piece: InkPiece, below: list[InkPiece]) -> tuple[InkPiece, ...]:
    """What a piece stands on, down to the first that lies under all of it."""
    found = []
    box = piece.box
    left, top, right, bottom = box.x, box.y, box.right, box.bottom
    for ground in reversed(below):
        under = ground.box
        if (
            under.x < right - NEAR and left < under.right - NEAR
            and under.y < bottom - NEAR and top < under.bottom - NEAR
        ):  # fmt: skip
            share = _share_under(ground, box)
            if share > 0:
                found.append(ground)
            if share == 1:
                break
    return tuple(found)


def _share_under(ground: InkPiece, box: Rect) -> float:
    """How many of five points of the box the ground reaches, as a share."""
    path = ground.shape
    is_plain = not ground.outlines and (
        path is None or (len(path.segments) <= 5 and all(kind != "C" for kind, _ in path.segments))
    )
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


def _cover(pieces: list[InkPiece], cover: InkPiece) -> None:
    """Note which words an area or a picture hides that is painted over them."""
    box = cover.box
    for i, piece in enumerate(pieces):
        if piece.kind is not InkKind.TEXT or piece.covered:
            continue
        under = piece.box
        if under.meets(box, NEAR) and _share_under(cover, under) >= 0.4:
            pieces[i] = piece._replace(covered=True)


def wrong(saying: Saying, piece: InkPiece, *, is_doubt: bool = False) -> Finding:
    """A rule broken by one piece; `is_doubt`: a warning."""
    severity = Severity.WARNING if is_doubt else Severity.ERROR
    return fault(saying, piece.origin, piece.box, severity=severity)


def inks_of(color: Color) -> str:
    """A colour's inks in words.

    >>> inks_of(Color("accent", (0, 0.95, 0.85, 0), (0.8, 0, 0)))
    '“accent” C0 M95 Y85 K0'
    """
    if color.spot is not None:
        return f"“{color.name}” {color.spot.name} {color.strength * 100:g} %"
    c, m, y, k = (round(100 * ink, 1) for ink in color.cmyk)
    return f"“{color.name}” C{c:g} M{m:g} Y{y:g} K{k:g}"
