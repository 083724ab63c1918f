"""One finished page: its items, its blocks, and what its backends must know of it."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Placed, walk
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.foundation.record import record


@record
class Page:
    """One finished page."""

    trim: Size
    items: tuple[Placed, ...]
    title: str
    language: str
    """BCP 47: “zh-Hans”, “en”."""
    bleed: float = 0.0
    """Ink is drawn this far past the trim."""
    paper: Color | None = None
    """The page's ground, to the bleed's edge; None for bare paper."""
    ppi: float = 96.0
    """Pixels per inch at scale 1: 96 for a page measured in px, so its PNG is exact."""
    unit: str = "pt"
    """The unit in which lengths on it are said: “px” where its layout measures it in px."""
    faults: tuple[Diagnostic, ...] = ()
    slug: str = ""
    """What the page is, for the line beside its marks: the paper, its date, section and page."""
    safe_area: Insets = Insets()
    """What a platform covers at each edge."""
    type_area: Rect | None = None
    """The page inside its margins."""
    grid: float = 0.0
    """The baseline grid's step below the type area's top; 0 for none."""
    columns: tuple[tuple[float, float], ...] = ()
    """The page's columns across its type area: where each begins on the page, and its width."""
    blocks: tuple[PlacedBlock, ...] = ()
    """The blocks that stand on it, each with those in it: what an item tree does not know."""

    def walk(self) -> Iterator[Placed]:
        """Every item with its place on the page, groups before what they hold."""
        return walk(self.items, Point(0, 0))


def whole(page: Page) -> PlacedBlock:
    """A page as a block of no kind, so that what stands in none is found too."""
    return PlacedBlock("", Rect(0, 0, *page.trim), BUILT_IN, page.items, page.blocks)
