"""Pages that a layout offers several trees of blocks for: each is made up, and the best stands."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.blocks.alternatives import Alternatives, Tried, first_full, hole_of
from infographic.display.frame import Frame
from infographic.display.notes import Taken
from infographic.foundation.diagnostics import errors
from infographic.foundation.record import replaced
from infographic.layout.block import Block
from infographic.plan import Laid, Plan


def chosen_pages(
    plans: Sequence[Plan], offers: Sequence[bool], laid_pages: Callable[[Sequence[Plan]], Laid]
) -> Laid:
    """The pages' frames, of those that offer several trees with the one that stands.

    A page's trees are made up as if it stood alone, headlines and all, so that a tree is not given
    up for what a smaller headline mends.
    """
    numbers = [
        _number(plan, laid_pages) if several else None
        for plan, several in zip(plans, offers, strict=True)
    ]
    taken = [
        plan if number is None else replaced(plan, body=_trees(plan)[number])
        for plan, number in zip(plans, numbers, strict=True)
    ]
    frames, wrong = laid_pages(taken)
    return [
        frame if number is None else _noted(frame, number, plan)
        for frame, number, plan in zip(frames, numbers, plans, strict=True)
    ], wrong


def _trees(plan: Plan) -> tuple[Block, ...]:
    assert isinstance(plan.body, Alternatives)
    return plan.body.of


def _number(plan: Plan, laid_pages: Callable[[Sequence[Plan]], Laid]) -> int | None:
    assert isinstance(plan.body, Alternatives)
    if not plan.body.of:
        return None

    def tried(block: Block) -> Tried:
        (frame,), wrong = laid_pages([replaced(plan, body=block)])
        fits = not errors((*frame.faults, *wrong))
        return Tried(frame, fits, 0.0 if plan.height is None else hole_of(frame))

    number, _ = first_full(plan.body.of, tried, plan.body.emptiest)
    return number


def _noted(frame: Frame, number: int, plan: Plan) -> Frame:
    assert isinstance(plan.body, Alternatives)
    origin = plan.body.origin
    return frame.noted(Taken(number), origin).as_block("alternatives", origin)
