"""White space, kept."""

from __future__ import annotations

from typing import Annotated

from infographic.display.frame import Frame
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Size
from infographic.foundation.record import record
from infographic.layout.block import Region


@record
class Spacer:
    """Nothing, of a certain height."""

    height: Length = 0.0
    grow: Annotated[float, Range(ge=0, le=1000)] = 0.0
    """In a stack: its share of the height that is left over."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        return Frame(Size(region.width, self.height if region.height is None else region.height))
