"""Words to be set: the author's text with its marks read, no geometry yet."""

from __future__ import annotations

from dataclasses import dataclass, field

from infographic.foundation.datum import BUILT_IN, Origin
from infographic.text.style import Part


@dataclass(frozen=True, slots=True)
class Span:
    """Characters that are set alike.

    Spans with the same `group` (not 0) stand in a row and are never broken, inside or between.
    A hard break is "\\n" inside the text.
    """

    text: str
    part: Part = Part.PLAIN
    group: int = 0
    dots: bool = False
    """Emphasis dots."""
    ruby: str = ""
    """The reading; with as many syllables as the text has Han, each has its own."""
    name: int = 0
    """Which proper name it is part of, 0 for none: a line runs along each; likewise `title`."""
    title: int = 0
    """Which book's title; a wavy line."""


@dataclass(frozen=True, slots=True)
class Copy:
    """A paragraph's words. Equal copies are set alike, wherever they came from."""

    spans: tuple[Span, ...]
    origin: Origin = field(default=BUILT_IN, compare=False)

    @property
    def text(self) -> str:
        """The words without their marks."""
        return "".join(span.text for span in self.spans)
