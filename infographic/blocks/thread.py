"""A further frame of a text that begins in an article elsewhere."""

from __future__ import annotations

from typing import Annotated

from infographic.blocks.column_fields import Columns
from infographic.display.frame import Frame
from infographic.flow.threads.slots import slot
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, Range
from infographic.foundation.record import record, replaced
from infographic.layout.block import Region


@record(kw_only=True)
class Thread(Columns):
    """A frame that an article's words run on into; its style is the article's."""

    thread: str
    """The name that the article gives its thread."""
    order: Annotated[int, Range(ge=0, le=999)] = 0
    """Its place among the thread's frames on its page; those of one order as they are read."""
    height: Length | None = None
    """Its height, where nothing else says how high it is."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if region.height is None and self.height is not None:
            region = replaced(region, height=self.height)
        return slot(self.thread, self.wanted, region, self.origin, self.order)
