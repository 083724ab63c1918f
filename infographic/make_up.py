"""Make-up: trees of blocks become pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.display.blocks import blocks_of
from infographic.display.frame import Frame
from infographic.display.notes import notes_of
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.limits import MAX_PAGE_POINTS
from infographic.foundation.places import NOWHERE_ELSE, Places
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Givens, Region, kind_of
from infographic.layout.notes import Reserved
from infographic.layout.setting import TOLERANCE
from infographic.layout.shared_sizes import in_groups, shares_of
from infographic.plan import Laid, Plan

ALTERNATIVES = "alternatives"
"""The block that offers several trees for one place, here for a whole page."""


def make_up(plans: Sequence[Plan], places: Places = NOWHERE_ELSE) -> list[Page]:
    """Lay each page's body out in its type area, and run the threads through all of them.

    Headlines give way where the rest of the pages has no room (`layout/settling`). `places`: where
    what stands on them is now.
    """
    offers = [kind_of(type(plan.body)) == ALTERNATIVES for plan in plans]
    if any(offers):
        # Late: few layouts offer alternatives.
        from infographic.alternative_pages import chosen_pages

        threaded, wrong = chosen_pages(plans, offers, laid_pages)
    else:
        threaded, wrong = laid_pages(plans)
    if places:
        # Late: many stories stand where they stood, or nowhere.
        from infographic.display.relocated import relocated

        threaded = [relocated(frame, places) for frame in threaded]
    pages = [_page(plan, frame) for plan, frame in zip(plans, threaded, strict=True)]
    faults = tuple(dict.fromkeys((*pages[0].faults, *places.diagnostics(wrong))))
    return [replaced(pages[0], faults=faults), *pages[1:]]


def laid_pages(plans: Sequence[Plan]) -> Laid:
    """The pages' frames, settled: all that stands on them has found its room."""

    def in_regions(change: Callable[[Givens], Givens]) -> list[Frame]:
        return in_groups([(plan.body, _region(plan, change(plan.givens))) for plan in plans])

    def laid_out(change: Callable[[Givens], Givens]) -> Laid:
        return _threaded(in_regions(change), [plan.number for plan in plans])

    frames = in_regions(lambda givens: givens)
    if len(plans) > 1 and not _has_threads(frames) and not shares_of(frames):
        # The cards of a set, say: none is smaller for what another holds.
        apart = [
            laid_pages([plan]) if errors(frame.faults) else ([frame], [])
            for plan, frame in zip(plans, frames, strict=True)
        ]
        return (
            [frame for page, _ in apart for frame in page],
            [fault for _, wrong in apart for fault in wrong],
        )
    threaded, wrong = _threaded(frames, [plan.number for plan in plans])
    # A trial asks whether the page fits as its tuning has it.
    is_trial = any(plan.givens.trial for plan in plans)
    if not is_trial and (wrong or any(errors(frame.faults) for frame in threaded)):
        # Late: most pages fit at once.
        from infographic.layout.settling import settled

        threaded, wrong = settled((threaded, wrong), laid_out)
    return threaded, wrong


def _has_threads(frames: Sequence[Frame]) -> bool:
    return any(notes_of(Reserved, frame.notes) for frame in frames)


def _region(plan: Plan, givens: Givens) -> Region:
    height = plan.area.height if plan.height is not None else None
    return Region(plan.area.width, height, givens=givens)


def _threaded(frames: list[Frame], numbers: list[str]) -> Laid:
    """The frames with what runs from one into the next, and what is wrong with that."""
    if not _has_threads(frames):
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
        faults=tuple(replaced(fault, unit=plan.unit) for fault in dict.fromkeys(faults)),
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
