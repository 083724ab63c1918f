"""A measure of a page's look: what was found, what the grammar asks for, and the note on it."""

from __future__ import annotations

from typing import Literal

from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Severity
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying
from infographic.press.report import Finding, FindingPlace

MeasureName = Literal[
    "news", "rank", "headline", "masses", "hole", "band", "sentences", "accents", "type",
    "imprint", "crop", "captions", "relief", "order", "stamps",
]  # fmt: skip
PHONE = 375.0
"""Points: the width that a canvas is seen at."""
TALLEST_SCREEN = 16 / 9
"""Of a phone's width: a longer image is looked at so much at a time."""
TOLERANCE = 1e-6


@record
class Measure:
    """One measure of one page; its unit is that of its rule in docs/design.md."""

    name: MeasureName
    found: float
    bound: float
    at_least: bool
    """Whether `found` is to be no less than the bound; else no more."""
    note: Finding
    """What is said where it is not; it holds the places."""

    @property
    def passes(self) -> bool:
        if self.at_least:
            return self.found >= self.bound - TOLERANCE
        return self.found <= self.bound + TOLERANCE

    @property
    def off(self) -> float:
        """How far from the bound: 1.0 on it, 2.0 at half or twice of it, under 1.0 within."""
        if self.at_least:
            return self.bound / self.found if self.found > 0 else float("inf")
        return (self.found + 1) / (self.bound + 1) if self.bound == 0 else self.found / self.bound

    def as_dict(self) -> dict[str, object]:
        """For `--diagnostics json`: flat, stable keys."""
        return {
            "measure": self.name,
            "found": round(self.found, 4),
            "bound": round(self.bound, 4),
            "at": "least" if self.at_least else "most",
            "passes": self.passes,
        }


def at_least(
    name: MeasureName, found: float, bound: float, saying: Saying, origin: Origin, *boxes: Rect
) -> Measure:
    return Measure(name, found, bound, True, _note(saying, origin, boxes))


def at_most(
    name: MeasureName, found: float, bound: float, saying: Saying, origin: Origin, *boxes: Rect
) -> Measure:
    return Measure(name, found, bound, False, _note(saying, origin, boxes))


def _note(saying: Saying, origin: Origin, boxes: tuple[Rect, ...]) -> Finding:
    places = tuple(FindingPlace(box) for box in boxes)
    return Finding(saying, origin, severity=Severity.NOTE, places=places)


def is_canvas(page: Page) -> bool:
    """Whether it is looked at on a screen: its layout measures it in px."""
    return page.unit == "px"


def view_of(page: Page) -> Size:
    """What is seen at a time: the page but for what a platform covers; of a long image a screen."""
    width, height = Rect(0, 0, *page.trim).inset(page.safe_area).size
    return Size(width, min(height, width * TALLEST_SCREEN) if is_canvas(page) else height)


def origin_at(page: Page, box: Rect) -> Origin:
    """Where the layout asks for the innermost block that a place's middle lies in."""
    middle = Rect(box.x + box.width / 2, box.y + box.height / 2, 0, 0)
    blocks = [block for top in page.blocks for block in top.walk() if block.box.holds(middle)]
    if blocks:
        # Of a stat it is a place in the story; what stands empty is the layout's.
        return blocks[-1].origin
    return page.blocks[0].origin if page.blocks else BUILT_IN
