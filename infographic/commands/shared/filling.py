"""`--fit`: a page changed as its layout allows until its story fills it; the hint that says so."""

from __future__ import annotations

from typing import TYPE_CHECKING

from infographic.filling.too_full import TOO_FULL
from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from collections.abc import Sequence

    from infographic.commands.shared.options import StoryOptions
    from infographic.foundation.datum import Node
    from infographic.page_fill import FilledPage


def may_be_filled(layout: str, given: StoryOptions) -> bool:
    """Whether a layout says what of it may be changed for a story."""
    from infographic.loading.sheet.layouts import read_layout
    from infographic.pipeline import settled_layout

    return settled_layout(read_layout(layout), given.font_path).fit is not None


def filled(story: Node, layout: str, given: StoryOptions) -> FilledPage:
    """The page with the least change that its layout allows and that makes the story fill it."""
    from infographic.page_fill import fit

    return fit(story, layout, **given.composing())


def with_hint(found: Sequence[Diagnostic], layout: str, given: StoryOptions) -> list[Diagnostic]:
    """What is wrong; where it is a page too full that `--fit` might mend, the first says so."""
    # A headline of too many lines is no shorter on a page with more room.
    full = next(
        (one for one in errors(found)
         if one.code in TOO_FULL and one.saying.key != "overset/lines"),
        None,
    )  # fmt: skip
    if full is None or not may_be_filled(layout, given):
        return list(found)
    mend = say("mend/or-fit", mend=full.hint, layout=full.layout or layout)
    return [replaced(one, mend=mend) if one is full else one for one in found]
