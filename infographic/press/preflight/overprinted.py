"""Whether anything that overprints may bring more ink together than can dry.

On most pages nothing may, which the pieces' boxes and colours show: only where they do not are
layers made of the page and measured.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from infographic.display.painted import box_in
from infographic.foundation.color import Color
from infographic.press.preflight.painted import NEAR, InkKind, InkPiece

FROM_BELOW = 3.0
"""Of a picture that is not looked into, cyan, magenta and yellow."""

ROUNDING = 1e-3
"""Points; so much sooner than layers, boxes meet here."""


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


def may_pile_up(pieces: Sequence[InkPiece], limit: float) -> bool:
    """Whether black over what lies below it may come to more than `limit`; 2.4 is 240 %.

    `pieces` are all of a page in the order of painting, its ground among them. Where this is
    false, `stacks.layers.stacks_of` finds nothing: black counts as overprinting whether the
    writer lets it or not, and a ground as a whole box.
    """
    grounds: list[_Ground] = []
    anywhere: dict[str, float] = {}
    total = 1.0
    for piece in pieces:
        if piece.picture is None and piece.color.is_black_alone:
            if total > limit and 1.0 + _most_below(piece, grounds) > limit:
                return True
        else:
            ground = _ground_of(piece)
            for ink, share in ground.shares:
                if share > anywhere.get(ink, 0.0):
                    anywhere[ink] = share
                    total = 1.0 + sum(anywhere.values())
            if ground.shares or ground.hides:
                grounds.append(ground)
    return False


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
