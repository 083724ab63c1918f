"""A headline: balanced lines, as large as its room allows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated

from infographic.foundation.marks import Range

from infographic.display.items import Frame, Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.layout.block import Region
from infographic.layout.fitting import largest, scaled
from infographic.layout.setting import TOLERANCE, height_of, set_copy
from infographic.layout.stacking import Vertical, in_height
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, set as large as its style or smaller until it fits."""

    text: Copy
    """The words."""
    style: TextStyle
    """A paragraph style's name; its size is the largest the headline may have."""
    max_lines: Annotated[int, Range(ge=1, le=12)] = 2
    """The most lines it may take."""
    smallest: Annotated[float, Range(gt=0, le=1)] = 1.0
    """The smallest share of the style's size it may shrink to."""
    level: Annotated[int, Range(ge=1, le=3)] = 1
    """Heading level, for a reader who cannot see it."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        factor = largest(lambda f: self._fits(f, region), self.smallest)
        style = scaled(self.style, factor)
        role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)[self.level - 1]
        frame = set_copy(
            self.text, style, region.width, region.height, role=role, name="headline",
            max_lines=self.max_lines,
        )  # fmt: skip
        return in_height(frame, region.height, self.vertical)

    def _fits(self, factor: float, region: Region) -> bool:
        paragraph = set_paragraph(self.text, scaled(self.style, factor), region.width)
        if len(paragraph.lines) > self.max_lines or paragraph.overrun > TOLERANCE:
            return False
        return region.height is None or height_of(paragraph.lines) <= region.height + TOLERANCE
