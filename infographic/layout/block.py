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

    @property
    def free(self) -> Region:
        """The same width, as tall as need be."""
        return Region(self.width) if self.height is not None else self


@runtime_checkable
class Block(Protocol):
    """What is wanted at one place of the page, whole and frozen."""

    def lay_out(self, region: Region) -> Frame: ...
