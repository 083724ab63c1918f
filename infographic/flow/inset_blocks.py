"""Blocks among columns of words: what each wants there, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from infographic.display.frame import Frame, together
from infographic.flow.insets import At, InsetPlace, SetInset, overlaps
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE

Side = Literal["left", "center", "right"]


@record(kw_only=True)
class InsetWanted:
    """A block among the columns, and where it is to stand. In points; columns and grid lines
    counted from 1."""

    laid_out: Callable[[Region], Frame]
    """What comes of the block in a region."""
    is_picture: bool = False
    first: int = 1
    span: int = 1
    at: At = "top"
    row: int = 1
    gap: float = 0.0
    width: float | None = None
    side: Side = "left"
    stand_off: float | None = None
    contour: tuple[tuple[float, float], ...] = ()
    """A polygon in shares of its width and height."""
    grow: float = 1.0
    shrink: float = 1.0
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
        height = self.laid_out(region.part(width)).size.height
        return InsetPlace(
            covered, left, width, height, self.gap, self.at, self.row - 1, beside, self.contour,
            height * self.shrink, height * self.grow, self.is_picture,
        )  # fmt: skip


def stand_insets(
    wanted: Sequence[InsetWanted], insets: Sequence[SetInset], region: Region, count: int,
    down: float,
) -> Frame:  # fmt: skip
    """The blocks in their boxes, each as high as its lines of the grid; `count` columns."""
    parts, faults = [], list[Diagnostic]()
    for one, found in zip(wanted, insets, strict=True):
        box = found.box
        room = region.part(box.width, max(box.height, 0.0), box.y + down)
        corners = tuple(Point(x * box.width, y * box.height) for x, y in one.contour)
        parts.append((Point(box.x, box.y + down), one.laid_out(replaced(room, contour=corners))))
        beyond = max(-box.x, box.right - region.width)
        if beyond > TOLERANCE and one.first <= count:
            faults.append(_outside(one, box.width, beyond))
    for sooner, later, lines in overlaps(insets):
        faults.append(_on_another(wanted[later], wanted[sooner], lines))
    return together(Size(region.width, 0), parts, faults)


def wrong_insets(wanted: Sequence[InsetWanted], count: int) -> list[Diagnostic]:
    """What is wrong with them wherever they stand."""
    shapeless = [fault for one in wanted if (fault := _shapeless(one)) is not None]
    return shapeless + [
        Diagnostic(
            say(
                "frame-outside/inset-columns",
                first=one.first,
                last=one.first + one.span - 1,
                count=count,
            ),
            one.origin,
        )
        for one in wanted
        if one.first + one.span - 1 > count
    ]


def _shapeless(one: InsetWanted) -> Diagnostic | None:
    """What is wrong with a contour that encloses nothing: words would run over the block."""
    if not one.contour:
        return None
    turned = (*one.contour[1:], one.contour[0])
    # Each corner against the first: 0 where all are on one line.
    (x0, y0), *_ = one.contour
    spans = [(x - x0) * (v - y0) - (u - x0) * (y - y0)
             for (x, y), (u, v) in zip(one.contour, turned, strict=True)]  # fmt: skip
    if any(abs(span) > 1e-6 for span in spans):
        return None
    return Diagnostic(say("value-range/contour", corners=len(one.contour)), one.origin / "contour")


def _outside(one: InsetWanted, width: float, beyond: float) -> Diagnostic:
    return Diagnostic(say("frame-outside/inset-beside", width=width, beyond=beyond), one.origin)


def _on_another(one: InsetWanted, other: InsetWanted, lines: int) -> Diagnostic:
    told: dict[str, str | int] = {"at": one.at, "other": other.at, "lines": lines}
    if other.origin.line:
        saying = say("frame-outside/inset-on-another", **told, place=other.origin)
    else:
        saying = say("frame-outside/inset-on-another-unplaced", **told)
    return Diagnostic(saying, one.origin)
