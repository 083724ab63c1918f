"""What a page of a PDF paints: each piece of ink, and what else its content brings to light."""

from __future__ import annotations

from typing import Any

from infographic.display.items import PLAIN_LINE, LineStyle
from infographic.foundation.geometry import Rect
from infographic.foundation.record import field, record
from infographic.press.inspect.colors import Ink
from infographic.press.inspect.fonts import FontInUse
from infographic.press.inspect.text import ShownGlyph

Segments = tuple[tuple[str, tuple[float, ...]], ...]
"""“M”, “L”, “C” and “Z”, as in `display.items.Path`."""


@record
class Clip:
    """Nothing is painted outside an outline, nor outside those round it."""

    segments: Segments
    even_odd: bool
    outer: Clip | None = None


@record
class Paint:
    """One painting operator's ink. Places and sizes are in points from the trim's top left."""

    kind: str
    """fill, stroke, text, image or shading."""
    ink: Ink
    box: Rect
    size: float = 0.0
    """A text's size, a stroke's width."""
    overprints: bool = False
    mode: int = 0
    """The overprint mode."""
    image: Any = None
    pixels: tuple[int, int] = (0, 0)
    ppi: float = 0.0
    segments: Segments = ()
    """A fill's or a stroke's outline; an image's four sides, the first pixel's corner first."""
    even_odd: bool = False
    style: LineStyle = PLAIN_LINE
    """Of a stroke."""
    glyphs: tuple[ShownGlyph, ...] = ()
    font: FontInUse | None = None
    clip: Clip | None = None
    alpha: float = 1.0


@record(frozen=False)
class Seen:
    """What interpreting a page brought to light besides its paint."""

    paints: list[Paint] = field(default_factory=list)
    fonts: dict[Any, FontInUse] = field(default_factory=dict)
    states: list[Any] = field(default_factory=list)
    """Extended graphics states that were selected."""
    forms: list[Any] = field(default_factory=list)
    intents: set[str] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)
    """Operators that no standard defines."""
    missing: set[str] = field(default_factory=set)
    """Names that the resources do not have."""
    layers: bool = False
    balanced: bool = True
    """Every q has its Q."""
    broken: str = ""
