"""Blocks at exact positions."""

from __future__ import annotations

from dataclasses import dataclass

from infographic.display.frame import Frame, together
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, worded
from infographic.foundation.fields import Length, SignedLength
from infographic.foundation.geometry import Point, Size
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.setting import TOLERANCE


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
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
                faults.append(
                    worded(
                        "frame-outside",
                        "the frame lies wholly to the left of its area or above it",
                        child.origin,
                        "correct its “x” or “y”",
                    )
                )
            if child.x + child.width > region.width + TOLERANCE:
                over = child.x + child.width - region.width
                faults.append(
                    worded(
                        "frame-outside",
                        f"the frame reaches {over:.1f} pt past the right edge of its area "
                        f"({region.width:.1f} pt wide)",
                        child.origin,
                        "move it left or make it narrower",
                    )
                )
        height = region.height if region.height is not None else (self.height or lowest)
        if lowest > height + TOLERANCE:
            faults.append(
                worded(
                    "frame-outside",
                    f"a frame reaches {lowest - height:.1f} pt below its area ({height:.1f} pt)",
                    self.origin,
                    "move it up, make it lower, or give the area more height",
                )
            )
        return together(Size(region.width, height), parts, faults)
