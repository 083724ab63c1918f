"""A drawing of the layout's own: a masthead, a logo, an icon, from an SVG."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from infographic.display.frame import Frame
from infographic.display.items import DrawingFile, Role
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.fields import PositiveLength
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.layout.block import Region
from infographic.layout.drawings import named_colors, set_drawing
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import Vertical, height_said, in_height


@record
class Artwork:
    """An SVG drawn as it is, in the layout's colours."""

    file: DrawingFile
    """The SVG, from the layout's folder."""
    width: PositiveLength | None = None
    """How wide it is; with a height too, it is as large as both allow."""
    height: PositiveLength | None = None
    """How high it is; without either, it is as wide as its frame."""
    align: Literal["left", "center", "right"] = "left"
    """Where it stands in a wider frame."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    color: Color | None = None
    """What the drawing calls “currentColor”; without it, black."""
    colors: Mapping[str, Color] = field(default_factory=dict, hash=False)
    """Which of the drawing's colours becomes which of the layout's: {"#b5121b": "accent",
    "*": "ink"}; "*" is every colour that is not named. Greys not named are printed in black."""
    alt: str = ""
    """What it shows, for a reader who cannot see it; without it, it is decoration."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        size, faults = self._size(region)
        colors, wrong = named_colors(self.file, self.colors, {}, self.color, self.origin / "colors")
        spare = max(region.width - size.width, 0.0)
        x = {"left": 0.0, "center": spare / 2, "right": spare}[self.align]
        drawn = set_drawing(self.file, Point(x, 0), size, colors, self.origin)
        made = Frame(Size(region.width, size.height), (drawn,), (*faults, *wrong))
        role = Role.FIGURE if self.alt else Role.ARTIFACT
        made = made.grouped(self.origin, role, "artwork", alt=self.alt)
        return in_height(made, region.height, self.vertical)

    def _size(self, region: Region) -> tuple[Size, list[Diagnostic]]:
        """Its size in the region, and what is wrong where that has no room for it."""
        ratio = self.file.width / self.file.height
        width, height = self.width, self.height
        if width is None and height is None:
            width = region.width
            if region.height is not None:
                width = min(width, region.height * ratio)
        if width is None:
            assert height is not None
            width = height * ratio
        elif height is not None:
            width = min(width, height * ratio)
        size = Size(width, width / ratio)
        faults = []
        if size.width > region.width + TOLERANCE:
            given = height_said(size.width, region.width)
            saying = say("overfull/artwork-wide", name=self.file.path.name, **given)
            faults.append(Diagnostic(saying, self.origin))
        if region.height is not None and size.height > region.height + TOLERANCE:
            given = height_said(size.height, region.height)
            saying = say("overfull/artwork-tall", name=self.file.path.name, **given)
            faults.append(Diagnostic(saying, self.origin))
        return size, faults
