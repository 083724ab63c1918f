"""The sheet that several records of a batch stand on: a JSON file, its lengths in points once it
is read. `infographic.batch.pages` reads it, and puts them there."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, PositiveLength, Range
from infographic.foundation.geometry import Insets
from infographic.foundation.record import record

Count = Annotated[int, Range(ge=1, le=200)]


@record(kw_only=True)
class SheetSpec:
    """How records stand on a sheet."""

    size: tuple[PositiveLength, PositiveLength]
    """The sheet's width and height: ["210mm", "297mm"]. It is cut to this."""
    margins: Insets = Insets()
    """What stays free at its edges, for cut marks and the printer's grippers."""
    columns: Count | None = None
    """Records side by side; without it as many as fit."""
    rows: Count | None = None
    """Records one below the other; without it as many as fit."""
    gap: tuple[Length, Length] = (0.0, 0.0)
    """Between columns, and between rows."""
    order: Literal["rows", "columns"] = "rows"
    """Whether a row is filled first, or a column."""
    align: Literal["center", "start"] = "center"
    """Whether the records stand in the middle between the margins, or from their top left."""
    start: Count = 1
    """The place of the first sheet that the first record takes: a sheet of labels begun before."""
    marks: bool = False
    """Cut marks: outside all records, and between those that stand far enough apart."""
    bleed: Length | None = None
    """How far a record's ground reaches past its edge, in print; between two records at most half
    of the gap. Without it as the press profile or the layout says."""
    origin: Origin = BUILT_IN
