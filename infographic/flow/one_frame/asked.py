"""What a block asks for whose running text stands in one frame."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.flow.columns_wanted import ColumnsWanted
from infographic.flow.frame_columns import ColumnSet, first_above
from infographic.flow.running_text import RunningText
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.record import record, replaced
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE
from infographic.text.copy import Copy
from infographic.text.style import TextStyle


@record
class Asked:
    """A running text, the columns it is to stand in, and the room for them. In points."""

    text: RunningText
    columns: ColumnsWanted
    region: Region
    stretch: float = 1.0
    """In a taller frame the leading may grow by this factor to fill it."""
    length: float | None = None
    """Of the columns of a vertical style, where the region has no height."""

    @property
    def is_vertical(self) -> bool:
        return self.text.style.column is not None

    @property
    def is_bounded(self) -> bool:
        """Whether its words may be too many: a frame that is as tall as they need holds any."""
        return self.region.height is not None or (self.is_vertical and self.length is not None)

    @property
    def too_narrow(self) -> Diagnostic | None:
        room = self.region.height if self.is_vertical else self.region.width
        if room is None:
            return None
        return self.columns.too_narrow(room, self.text.style.size, self.text.origin)

    def with_text(self, text: RunningText) -> Asked:
        return replaced(self, text=text)

    def in_style(self, copies: Sequence[Copy], style: TextStyle) -> Asked:
        """The same of other words in another style."""
        return self.with_text(self.text.in_style(copies, style))

    def column_set(self, leading: float) -> ColumnSet:
        return self.columns.column_set(self.region, self.text.style, leading)

    def lines_down(self, leading: float) -> int | None:
        """The grid lines that its frame has room for; None: as many as it needs."""
        if self.region.height is None:
            return None
        shift, _ = self.onto_grid
        return max(int((self.region.height - shift + TOLERANCE) / leading), 0)

    @property
    def onto_grid(self) -> tuple[float, float]:
        """How far down the text goes to stand on the page's grid, and the room kept for that.

        A text of another leading than the grid's keeps its own place.
        """
        style, region = self.text.style, self.region
        if not region.grid or abs(style.leading - region.grid) > TOLERANCE:
            return 0.0, 0.0
        return -(region.y + first_above(style)) % region.grid, region.grid
