"""What a page is made up from, and what comes of it before it is a page."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.display.frame import Frame
from infographic.foundation.color import Color
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Insets, Rect
from infographic.foundation.record import record
from infographic.layout.block import Block, Givens
from infographic.layout.column_grid import ColumnGrid


@record(kw_only=True)
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
