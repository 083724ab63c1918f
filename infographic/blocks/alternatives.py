"""Several trees of blocks for one place, of which the one stands that the story fills."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Annotated

from infographic.display.frame import Frame
from infographic.display.notes import Taken
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.foundation.fields import Range
from infographic.foundation.geometry import Size
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out


@record
class Alternatives:
    """Trees for one place, the best first: the first that fits and leaves no hole stands, else of
    those that fit the one with the smallest. As a page's whole body, each is made up as a page."""

    of: tuple[Block, ...]
    """The trees. In a place of no given height the first that fits stands."""
    emptiest: Annotated[float, Range(ge=0, le=1)] = 0.2
    """The largest share of the place that may stand empty in one rectangle."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if not self.of:
            return Frame(Size(region.width, region.height or 0.0), faults=(self.none_left(),))

        def tried(block: Block) -> Tried:
            frame = lay_out(block, region)
            fits = not errors(frame.faults)
            return Tried(frame, fits, hole_of(frame) if region.height is not None else 0.0)

        number, made = first_full(self.of, tried, self.emptiest)
        return made.noted(Taken(number), self.origin)

    def none_left(self) -> Diagnostic:
        return Diagnostic(say("alternatives-none"), self.origin)


class Tried(NamedTuple):
    """What came of one of several trees."""

    made: Frame
    fits: bool
    hole: float
    """The share of its place that its emptiest rectangle takes."""


def first_full(
    blocks: Iterable[Block], tried: Callable[[Block], Tried], emptiest: float
) -> tuple[int, Frame]:
    """The number of the tree that stands, and what came of it. No tree after it is tried.

    Of those that fit none is full enough: the one with the smallest hole, the earlier of two
    alike. None fits: the first, whose faults are then the page's.
    """
    best: tuple[int, Tried] | None = None
    first: Frame | None = None
    for number, block in enumerate(blocks):
        one = tried(block)
        first = one.made if first is None else first
        if one.fits and one.hole <= emptiest:
            return number, one.made
        if one.fits and (best is None or one.hole < best[1].hole):
            best = number, one
    if best is not None:
        return best[0], best[1].made
    assert first is not None, "there is one tree at the least"
    return 0, first


def hole_of(frame: Frame) -> float:
    """The share of a frame that its emptiest rectangle takes."""
    # Late: most pages offer no alternatives.
    from infographic.display.emptiness import hole_in, share_of

    return share_of(hole_in(frame), frame.size)
