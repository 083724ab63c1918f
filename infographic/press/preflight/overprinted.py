"""Whether anything that overprints may bring more ink together than can dry.

On most pages nothing may, which the pieces' boxes and colours show, and on most of the others so
little of it stands together that no square has too much: only where neither is plain are layers
made of the page and measured.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence

from infographic.display.painted import box_in
from infographic.foundation.color import Color
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.press.preflight.grounds import NEAR
from infographic.press.preflight.rules import InkKind, InkPiece

FROM_BELOW = 3.0
"""Of a picture that is not looked into, cyan, magenta and yellow."""

ROUNDING = 1e-3
"""Points; so much sooner than layers, boxes meet here."""
TOUCHED = 1 / 8
"""Of a square's side: two of the cells that it is measured in (`stacks.measure.CELLS`), which black
may touch on both sides of its box."""
DOUBT = 0.05
"""What the roundings of a measurement may add to its mean, and slivers where boxes meet."""
MOST_PLACES = 16
"""With more pieces that pile up than this it is quicker to measure."""
LARGEST = 15_000
"""Squares: in a larger place the cells may be coarser (`stacks.measure.MOST_CELLS`)."""


class _Ground(NamedTuple):
    """What black may overprint."""

    left: float
    top: float
    right: float
    bottom: float
    shares: tuple[tuple[str, float], ...]
    """Of each ink but black."""
    hides: bool
    """Nothing below it is left where it lies."""


def may_stay_wet(pieces: Sequence[InkPiece], page: Size, limit: float, side: float) -> bool:
    """Whether a square of `side` points may have more ink than `limit` as a mean; 2.4 is 240 %.

    `pieces` are all of a page in the order of painting, its ground among them. Where this is
    false, `stacks.measure.wet_squares` finds nothing.
    """
    heaps = heaps_in(pieces, limit)
    if not heaps:
        return False
    is_odd = min(page) < side or page.width * page.height > LARGEST * side**2
    if is_odd or len(heaps) > MOST_PLACES:
        return True
    return any(_mean_about(heap, pieces, limit, side) > limit for heap in heaps)


def heaps_in(pieces: Sequence[InkPiece], limit: float) -> list[InkPiece]:
    """Black over what lies below it, where that may come to more than `limit`.

    Where there is none, `stacks.layers.stacks_of` finds nothing: black counts as overprinting
    whether the writer lets it or not, and a ground as a whole box.
    """
    heaps: list[InkPiece] = []
    grounds: list[_Ground] = []
    heavy: list[_Ground] = []
    # By identity: a page has few colours, and to hash one takes longer than all the rest.
    colors = {id(piece.color): piece.color for piece in pieces}
    black = {key for key, color in colors.items() if color.is_black_alone}
    light = _light(colors, limit - 1.0)
    for piece in pieces:
        key = id(piece.color)
        if piece.picture is not None or key not in black:
            ground = _ground_of(piece)
            if piece.picture is not None or key not in light:
                heavy.append(ground)
            if ground.shares or ground.hides:
                grounds.append(ground)
        elif heavy and _stands_on(piece, heavy) and 1.0 + _most_below(piece, grounds) > limit:
            heaps.append(piece)
    return heaps


def _light(colors: Mapping[int, Color], room: float) -> set[int]:
    """Those of the colours that come to no more than `room` beside black, all over one another."""
    light: set[int] = set()
    most: dict[str, float] = {}
    shares = {key: _shares(color) for key, color in colors.items()}
    for key in sorted(shares, key=lambda key: sum(share for _, share in shares[key])):
        for ink, share in shares[key]:
            most[ink] = max(most.get(ink, 0.0), share)
        if sum(most.values()) > room - ROUNDING:
            break
        light.add(key)
    return light


def _stands_on(piece: InkPiece, grounds: Sequence[_Ground]) -> bool:
    (x, y, width, height), near = piece.box, NEAR - ROUNDING
    left, top, right, bottom = x + near, y + near, x + width - near, y + height - near
    # No generator: every black piece of a page comes here.
    for x0, y0, x1, y1, _, _ in grounds:
        if x0 < right and left < x1 and y0 < bottom and top < y1:
            return True
    return False


def _mean_about(heap: InkPiece, pieces: Sequence[InkPiece], limit: float, side: float) -> float:
    """No square that a heap reaches into has more ink as a mean; infinite where that is not plain.

    A square has at most the most that lies at any place without its heaps, and of theirs the black
    that they add there.
    """
    reach = heap.box.grown(side * (1 + TOUCHED))
    most = added = 0.0
    grounds: list[_Ground] = []
    for piece in pieces:
        if not piece.box.meets(reach):
            continue
        if piece.picture is not None or piece.opacity < 1:
            return math.inf
        if not piece.color.is_black_alone:
            most = max(most, piece.color.coverage)
            grounds.append(_ground_of(piece))
        elif (total := 1.0 + _most_below(piece, grounds)) > limit:
            added += _share_of(piece.box, side)
        else:
            most = max(most, total)
    return most + added + DOUBT


def _share_of(box: Rect, side: float) -> float:
    """The most of a square that the cells touched by a box are."""
    across, down = (min(length + side * TOUCHED, side) for length in box.size)
    return across * down / side**2


def _most_below(piece: InkPiece, grounds: Sequence[_Ground]) -> float:
    (x, y, width, height), near = piece.box, NEAR - ROUNDING
    left, top, right, bottom = x + near, y + near, x + width - near, y + height - near
    most: dict[str, float] = {}
    for ground in reversed(grounds):
        x0, y0, x1, y1, shares, hides = ground
        if x0 < right and left < x1 and y0 < bottom and top < y1:
            for ink, share in shares:
                most[ink] = max(most.get(ink, 0.0), share)
            if hides and x0 <= x and y0 <= y and x + width <= x1 and y + height <= y1:
                break
    return sum(most.values())


def _ground_of(piece: InkPiece) -> _Ground:
    left, top, right, bottom = piece.box.x, piece.box.y, piece.box.right, piece.box.bottom
    if piece.picture is not None:
        return _Ground(left, top, right, bottom, (("", FROM_BELOW),), hides=True)
    hides = (
        piece.kind is InkKind.AREA
        and not piece.outlines
        and piece.opacity == 1
        and (piece.shape is None or box_in(piece.shape.segments) is not None)
    )
    return _Ground(left, top, right, bottom, _shares(piece.color), hides)


def _shares(color: Color) -> tuple[tuple[str, float], ...]:
    if color.spot is not None:
        return ((color.spot.name, color.strength),) if color.strength else ()
    c, m, y, _ = color.cmyk
    return tuple([pair for pair in (("c", c), ("m", m), ("y", y)) if pair[1]])
