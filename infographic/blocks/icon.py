"""A shipped icon: a sign in one colour, by its Chinese or English name."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.display.frame import HERE, Frame
from infographic.display.items import Group, Placed, Role
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import IconName, LengthField, Range
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import say
from infographic.graphics.icons import icon
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import Vertical, height_said, in_height


@record
class Icon:
    """A sign of the shipped set; docs/icons.md lists them."""

    name: IconName
    """Its name, in Chinese or English: “小麦”, “wheat”."""
    color: Color
    size: Annotated[float, LengthField(), Range(gt=0)] = 24.0
    """How high and wide its box is."""
    alt: str = ""
    """What it says to a reader who cannot see it; without one it is decoration."""
    align: Literal["left", "center", "right"] = "left"
    """Where it stands in a wider frame."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        size, faults = self.size, list[Diagnostic]()
        if size > region.width + TOLERANCE:
            given = height_said(size, region.width)
            faults.append(Diagnostic(say("overfull/icon-wide", **given), self.origin))
        if region.height is not None and size > region.height + TOLERANCE:
            given = height_said(size, region.height)
            faults.append(Diagnostic(say("overfull/icon-tall", **given), self.origin))
        spare = max(region.width - size, 0.0)
        left = {"left": 0.0, "center": spare / 2, "right": spare}[self.align]
        drawn = Placed(HERE, icon(self.name).path(size, self.color), self.origin)
        role = Role.FIGURE if self.alt else Role.ARTIFACT
        group = Group((drawn,), role=role, alt=self.alt, name="icon")
        placed = Placed(Point(left, 0), group, self.origin)
        frame = Frame(Size(region.width, size), (placed,), tuple(faults))
        return in_height(frame, region.height, self.vertical)
