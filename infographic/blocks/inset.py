"""A block among the columns of an article, which the words run round."""

from __future__ import annotations

from functools import partial
from typing import Annotated, Literal

from infographic.flow.inset_blocks import InsetWanted
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, Range, Share
from infographic.foundation.record import record
from infographic.layout.block import Block, is_picture, lay_out


@record(kw_only=True)
class Inset:
    """A block that stands at a place among the columns; the words run round it.

    It takes whole lines of their grid: a picture is made so high that no sliver is left.
    """

    block: Block
    """What stands there."""
    first: Annotated[int, Range(ge=1, le=12)] = 1
    """The first column it covers, counted from 1."""
    span: Annotated[int, Range(ge=1, le=12)] = 1
    """How many columns it covers."""
    at: Literal["top", "bottom", "middle", "row"] = "top"
    """At the columns' heads or feet, in the middle, or at a grid line."""
    row: Annotated[int, Range(ge=1, le=1000)] = 1
    """At “row”: the grid line it begins on, counted from 1."""
    gap: Length = 9.0
    """Between it and the words above or below; it grows until the words are on the line grid."""
    width: Length | None = None
    """Narrower or wider than the columns it covers: words run beside it."""
    side: Literal["left", "center", "right"] = "left"
    """Where it stands over these columns, if it has a width."""
    stand_off: Length | None = None
    """Between it and words beside it; as `gap` without it."""
    contour: tuple[tuple[Share, Share], ...] = ()
    """A polygon that the words run round, in shares of its width and height: [[0.5, 0], [1, 1],
    [0, 1]]. Without one they run round its box."""
    grow: Annotated[float, Range(ge=1, le=4)] = 1.0
    """In an article of a given height: how much taller it may become to fill the columns."""
    shrink: Annotated[float, Range(gt=0, le=1)] = 1.0
    """There: how much lower it may become so that the words fit."""
    origin: Origin = BUILT_IN

    @property
    def wanted(self) -> InsetWanted:
        return InsetWanted(
            laid_out=partial(lay_out, self.block),
            is_picture=is_picture(self.block),
            first=self.first,
            span=self.span,
            at=self.at,
            row=self.row,
            gap=self.gap,
            width=self.width,
            side=self.side,
            stand_off=self.stand_off,
            contour=self.contour,
            grow=self.grow,
            shrink=self.shrink,
            origin=self.origin,
        )
