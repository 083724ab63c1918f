"""How a grid of numbers is to look: its styles, colours and bounds, as a layout says them."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.blocks.rule import Rule
from infographic.foundation.color import Color
from infographic.foundation.fields import Gutter, Length, PositiveLength, Range
from infographic.foundation.geometry import Insets
from infographic.foundation.record import record
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.units import POINTS_PER
from infographic.layout.block import PageTokens
from infographic.text.style import TextStyle

CANVAS = 1080 * POINTS_PER["px"]
"""The canvas that the grammar's social sizes are of, in points."""
NewsAt = Literal["auto", "top", "left", "right", "cell", "none"]
Columns = Annotated[int, Range(ge=1, le=6)] | Literal["auto"]


class Units(NamedTuple):
    """What the grammar's lengths, “print / social”, are on a page."""

    is_print: bool
    px: float
    """A pixel of a canvas 1080 wide, in points."""

    @classmethod
    def of_page(cls, tokens: PageTokens | None) -> Units:
        if tokens is None or tokens.unit != "px":
            return cls(True, 1.0)
        return cls(False, POINTS_PER["px"] * tokens.width / CANVAS)

    def of(self, print_points: float, social_px: float) -> float:
        return print_points if self.is_print else social_px * self.px


@record(kw_only=True)
class GridLook:
    """How numbers are set in a grid."""

    style: TextStyle
    """The words of a fact. They grow and shrink with its number, but less."""
    value_style: TextStyle
    """Its number, of the size that is liked best; the parts of a number each in their own. In a
    centred style numbers stand on the axis of their cells, and nothing beside the news."""
    news_style: TextStyle | None = None
    """The news's number, of the size that is liked best; without one, `value_style` at 2.6 times
    its size."""
    news_label_style: TextStyle | None = None
    """The words of the news; without one, `style` a third larger."""
    sentence_style: TextStyle | None = None
    """A fact that stands as a sentence; without one, `style` with the numbers of `value_style`."""
    note_style: TextStyle | None = None
    """A fact's second, smaller line; without one, `style`."""
    label: Literal["auto", "above", "below"] = "auto"
    """Where the words of all facts stand; “auto”: below, or above where the words of one of them
    lead up to its number."""
    news_at: NewsAt = "auto"
    """Where the news stands: above all facts, beside them, as a large cell among them; “none”: it
    is not set."""
    columns: Columns = "auto"
    """How many cells a full row has; “auto”: as many as fill the frame best."""
    cells: Literal["rules", "grounds", "frames", "open"] = "rules"
    """How a cell begins: with a rule above it, on a ground, in a frame as the news is then, too, or
    not at all."""
    rule: Rule | None = None
    """Above a cell, or round it; without one, a line in the words' colour."""
    ground: Color | None = None
    """Of the cells that have a ground or a frame."""
    ink: Color | None = None
    """The facts' numbers; without one, the words' own colour."""
    accent: Color | None = None
    """The news's number and its marks, and nothing else; without one, that of its own style. In
    print what is smaller than 24 pt stays in the words' colour."""
    news_ground: Color | None = None
    """A band under the news."""
    news_outset: Insets = Insets()
    """How far that band reaches past the frame on the edges that it touches, to bleed off the page;
    the news's words then begin at the frame's own edge."""
    news_ink: Color | None = None
    """The words of the news on its band."""
    gap: Length | None = None
    """Between a number and its words; without one, 0.3 of the words' size."""
    column_gap: Gutter | None = None
    """Between two columns of cells; “page”: the page's gutter."""
    row_gap: Length | None = None
    """Between two rows of cells."""
    padding: Length | None = None
    """Inside a cell; cells without ground and frame have none at their sides."""
    ratio: Annotated[float, Range(ge=1, le=6)] = 2.2
    """The news's number is at least so many times as large as a fact's."""
    smallest: PositiveLength | None = None
    """The least size of the facts' digits; without one, 20 pt, or 44 px of a canvas 1080 wide. What
    does not fit in it is left out, the least important first, and said."""
    largest: PositiveLength | None = None
    """The greatest size of the facts' digits; without one, twice that of `value_style`."""
    devices: bool = True
    """A change has its bars below it, and a share its bar, where there is room."""
    group: str = ""
    """Grids that name one group have facts of one size."""
