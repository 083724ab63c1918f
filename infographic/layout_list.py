"""The layouts that travel with the program, and what each is for."""

from __future__ import annotations

from typing import Literal

from infographic.foundation.record import record
from infographic.loading.sheet.layouts import all_layouts, read_shipped
from infographic.loading.sheet.sheet import SCREEN_PPI, Sheet
from infographic.pipeline import settled_layout


@record
class ShippedLayout:
    """One of them."""

    name: str
    """As `compose` takes it: “square”, “modern/square”."""
    title: str
    description: str
    kind: Literal["print", "screen"]
    """Whether it is measured in mm, for a press, or in px, for a screen."""
    width: float
    """Of its first page, in points; a pixel of a screen is 0.75."""
    height: float | None
    """In points; None where it grows with its content."""
    pages: int
    """How many it has; of a set whose pages hang on the story, the most."""

    @property
    def size(self) -> str:
        """In its own unit: “390 × 540 mm”, “1080 × auto px”."""
        return size_in_words(self.width, self.height, self.kind == "screen")


def layouts() -> tuple[ShippedLayout, ...]:
    """The shipped layouts, in the order of their names."""
    every = (settled_layout(read_shipped(name)) for name in all_layouts())
    return tuple(
        ShippedLayout(
            layout.name,
            layout.title,
            layout.description,
            "screen" if is_of_screen(layout.sheet) else "print",
            layout.sheet.width,
            layout.sheet.height,
            max(layout.page_counts, default=len(layout.pages)),
        )
        for layout in every
    )


def is_of_screen(sheet: Sheet) -> bool:
    """Whether a page is measured in px."""
    return sheet.ppi == SCREEN_PPI


def size_in_words(width: float, height: float | None, in_pixels: bool) -> str:
    """
    >>> size_in_words(810, None, True), size_in_words(1105.5118, 1530.7087, False)
    ('1080 × auto px', '390 × 540 mm')
    """
    each = 0.75 if in_pixels else 72 / 25.4
    tall = "auto" if height is None else f"{height / each:.0f}"
    return f"{width / each:.0f} × {tall} {'px' if in_pixels else 'mm'}"
