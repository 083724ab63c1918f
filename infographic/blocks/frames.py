"""Blocks at exact positions."""

from __future__ import annotations

from infographic.display.frame import Frame, together
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import Length, SignedLength
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.setting import TOLERANCE


@record
class FrameAt:
    """A block and where it stands."""

    block: Block
    x: SignedLength
    """From the frames' left edge to its left edge."""
    y: SignedLength
    """From the frames' top to its top."""
    width: Length
    height: Length | None = None
    """Without one it is as tall as its content."""
    origin: Origin = BUILT_IN


@record
class Frames:
    """Blocks at exact positions from the area's top left corner, later ones above earlier ones."""

    children: tuple[FrameAt, ...]
    height: Length | None = None
    """The area's height; without one it reaches to the lowest frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        parts = []
        faults: list[Diagnostic] = []
        lowest = 0.0
        for child in self.children:
            frame = lay_out(child.block, region.part(child.width, child.height, child.y))
            parts.append((Point(child.x, child.y), frame))
            lowest = max(lowest, child.y + frame.size.height)
            # What has no size at all reaches nowhere, and says itself what finds no room.
            left, above = child.x + child.width, child.y + frame.size.height
            if min(child.x, left) < 0 >= left or min(child.y, above) < 0 >= above:
                faults.append(Diagnostic(say("frame-outside/left-or-above"), child.origin))
            if child.x + child.width > region.width + TOLERANCE:
                over = child.x + child.width - region.width
                faults.append(
                    Diagnostic(
                        say("frame-outside/right", over=over, width=region.width), child.origin
                    )
                )
        height = region.height if region.height is not None else (self.height or lowest)
        if lowest > height + TOLERANCE:
            faults.append(
                Diagnostic(
                    say("frame-outside/below", over=lowest - height, height=height), self.origin
                )
            )
        return together(Size(region.width, height), parts, faults)
