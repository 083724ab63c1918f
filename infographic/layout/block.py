"""The one promise a block makes: given room, it answers with a frame."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from infographic.display.items import Frame


@dataclass(frozen=True, slots=True)
class Region:
    """The room a block is given, in points.

    Without a height the block answers as tall as its content is. With one it fills exactly that:
    what can stretch does, and what does not fit is a fault of the frame, never clipped.
    """

    width: float
    height: float | None = None
    y: float = 0.0
    """How far its top lies below the type area's, as far as is known yet."""
    grid: float = 0.0
    """The page's baseline grid: a baseline every so many points below the type area's top; 0 for
    none."""

    def part(self, width: float, height: float | None = None, down: float = 0.0) -> Region:
        """Room inside this one, its top `down` points below this one's."""
        return Region(width, height, self.y + down, self.grid)

    @property
    def free(self) -> Region:
        """The same width, as tall as need be."""
        return self.part(self.width) if self.height is not None else self


@runtime_checkable
class Block(Protocol):
    """What is wanted at one place of the page, whole and frozen."""

    def lay_out(self, region: Region) -> Frame: ...
