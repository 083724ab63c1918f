"""Make-up: trees of blocks become pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from infographic.display.blocks import blocks_of
from infographic.display.frame import Frame
from infographic.display.notes import notes_of
from infographic.display.page import Page
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.foundation.geometry import Insets, Rect, Size
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Givens, Region
from infographic.layout.column_grid import ColumnGrid
from infographic.layout.notes import Reserved
from infographic.layout.setting import TOLERANCE
from infographic.layout.shared_sizes import in_groups


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """A page to be made up. Lengths in points."""

    body: Block
    width: float
    height: float | None
    """None: as tall as its content needs."""
    max_height: float
    margins: Insets
    bleed: float
    background: Color | None
    ppi: float
    title: str
    language: str
    slug: str = ""
    """The line that stands outside the trim."""
    safe_area: Insets = Insets()
    columns: ColumnGrid | None = None
    givens: Givens
    number: str = ""
    """As it is printed: where a thread goes on."""
    unit: str = "pt"
    """The unit in which lengths on it are said: “pt”, “px”."""

    @property
    def area(self) -> Rect:
        """The type area."""
        return Rect(0, 0, self.width, self.height or self.margins.down).inset(self.margins)


Laid = tuple[Sequence[Frame], Sequence[Diagnostic]]
"""The pages' frames, and what is wrong beside their own faults."""


def make_up(plans: Sequence[Plan]) -> list[Page]:
    """Lay each page's body out in its type area, and run the threads through all of them.

    Headlines give way where the rest of the pages has no room (`layout/settling`).
    """

    def laid_out(change: Callable[[Givens], Givens]) -> Laid:
        frames = in_groups([(plan.body, _region(plan, change(plan.givens))) for plan in plans])
        return _threaded(frames, [plan.number for plan in plans])

    threaded, wrong = laid_out(lambda givens: givens)
    # A trial asks whether the page fits as its tuning has it.
    is_trial = any(plan.givens.trial for plan in plans)
    if not is_trial and (wrong or any(errors(frame.faults) for frame in threaded)):
        # Late: most pages fit at once.
        from infographic.layout.settling import settled

        threaded, wrong = settled((threaded, wrong), laid_out)
    pages = [_page(plan, frame) for plan, frame in zip(plans, threaded, strict=True)]
    faults = tuple(dict.fromkeys((*pages[0].faults, *wrong)))
    return [replace(pages[0], faults=faults), *pages[1:]]


def _region(plan: Plan, givens: Givens) -> Region:
    height = plan.area.height if plan.height is not None else None
    return Region(plan.area.width, height, givens=givens)


def _threaded(frames: list[Frame], numbers: list[str]) -> Laid:
    """The frames with what runs from one into the next, and what is wrong with that."""
    if not any(notes_of(Reserved, frame.notes) for frame in frames):
        return frames, []
    # Late: few pages have threads, and all of `flow` comes with them.
    from infographic.flow.threads.run import run_threads

    return run_threads(frames, numbers)


def _page(plan: Plan, frame: Frame) -> Page:
    faults = list(frame.faults)
    height = plan.height
    if height is None:
        # Whole pixels: a PNG of a page that ends inside one would show a blurred edge.
        pixel = 72 / plan.ppi
        height = -(-(frame.size.height + plan.margins.down - TOLERANCE) // pixel) * pixel
        if height > plan.max_height + TOLERANCE:
            faults.append(_too_long(frame, height, plan.max_height))
            height = plan.max_height
    x, columns = plan.area.x, plan.columns
    placed = frame.moved(x, plan.area.y)
    return Page(
        trim=Size(plan.width, height),
        items=placed.items,
        title=plan.title,
        language=plan.language,
        slug=plan.slug,
        bleed=plan.bleed,
        paper=plan.background,
        ppi=plan.ppi,
        unit=plan.unit,
        faults=tuple(replace(fault, unit=plan.unit) for fault in dict.fromkeys(faults)),
        safe_area=plan.safe_area,
        type_area=Rect(0, 0, plan.width, height).inset(plan.margins),
        grid=plan.givens.grid,
        columns=columns.across(x) if columns is not None else (),
        blocks=blocks_of(placed.items, placed.notes),
    )


def _too_long(frame: Frame, height: float, most: float) -> Diagnostic:
    origin = frame.items[0].origin if frame.items else BUILT_IN
    saying = say(
        "overfull/page" if height <= MAX_PAGE_POINTS else "overfull/page-of-tiles",
        height=height, most=most,
    )  # fmt: skip
    return Diagnostic(saying, origin)
