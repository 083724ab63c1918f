"""A block among the columns of an article, which the words run round."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Literal

from infographic.flow.insets import InsetPlace
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.marks import Length, Range, Share
from infographic.layout.block import Block, Region, is_picture, lay_out


@dataclass(frozen=True, slots=True, kw_only=True)
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

    def place(self, region: Region, count: int, step: float, gutter: float) -> InsetPlace:
        """What it wants in columns `step` points apart from edge to edge."""
        first = min(self.first, count) - 1
        covered = range(first, min(first + self.span, count))
        whole = len(covered) * step - gutter
        width = whole if self.width is None else self.width
        share = {"left": 0.0, "center": 0.5, "right": 1.0}[self.side]
        left = covered.start * step + (whole - width) * share
        beside = self.gap if self.stand_off is None else self.stand_off
        if self.width is None and not self.contour:
            # It fills its columns; its neighbours keep theirs.
            beside = min(beside, gutter)
        height = lay_out(self.block, region.part(width)).size.height
        return InsetPlace(
            covered, left, width, height, self.gap, self.at, self.row - 1, beside, self.contour,
            height * self.shrink, height * self.grow, is_picture(self.block),
        )  # fmt: skip

    def shapeless(self) -> Diagnostic | None:
        """What is wrong with a contour that encloses nothing: words would run over the block."""
        if not self.contour:
            return None
        turned = (*self.contour[1:], self.contour[0])
        # Each corner against the first: 0 where all are on one line.
        (x0, y0), *_ = self.contour
        spans = [(x - x0) * (v - y0) - (u - x0) * (y - y0)
                 for (x, y), (u, v) in zip(self.contour, turned, strict=True)]  # fmt: skip
        if any(abs(span) > 1e-6 for span in spans):
            return None
        return Diagnostic(
            "value-range",
            f"the contour's {len(self.contour)} corners enclose nothing",
            self.origin / "contour",
            "three corners or more, not on one line: [[0.5, 0], [1, 1], [0, 1]]",
        )

    def outside(self, width: float, beyond: float) -> Diagnostic:
        return Diagnostic(
            "frame-outside",
            f"the inset of {width:.1f} pt reaches {beyond:.1f} pt beside the article",
            self.origin,
            "make its “width” less, or correct its “first”, “span” or “side”",
        )

    def on_another(self, other: Inset, lines: int) -> Diagnostic:
        place = f" ({other.origin})" if other.origin.line else ""
        return Diagnostic(
            "frame-outside",
            f"the inset at “{self.at}” stands on the one at “{other.at}”{place}, {lines} "
            f"{'line' if lines == 1 else 'lines'} deep",
            self.origin,
            "correct its “at”, “row” or “first”, or give the article more height",
        )
