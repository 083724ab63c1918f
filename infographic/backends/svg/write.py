"""A page as one SVG file, with all that it needs inside it."""

from __future__ import annotations

from infographic.backends.numbers import number, numbers
from infographic.backends.svg.markup import escaped, hex_of, rectangle
from infographic.backends.svg.paint import Canvas, Lines, OutlinedLines, titled
from infographic.backends.svg.roles import Reading
from infographic.display.page import Page
from infographic.foundation.color import WHITE
from infographic.foundation.geometry import Point, Rect

SPACE = "http://www.w3.org/2000/svg"
LINKS = "http://www.w3.org/1999/xlink"
SCREEN_PPI = 96.0
"""Of a page measured in px."""


def svg_bytes(
    page: Page, *, text: bool = False, transparent: bool = False, description: str = ""
) -> bytes:
    """The trim of the page; the same page gives the same bytes.

    `text`: words stay text, in subsets of their faces; otherwise glyphs are outlines. `description`
    is the page in words, for who cannot see it. A page measured in px has its size in px, any other
    in mm. Raises `MachineError` for a picture that cannot be read.
    """
    on_screen = page.ppi == SCREEN_PPI
    canvas = Canvas(page.ppi / 72 if on_screen else 1.0, _lines(page, text, on_screen))
    canvas.draw(page.items, Point(0, 0), Reading(text))
    width, height = (side * canvas.unit for side in page.trim)
    unit, share = ("px", 1.0) if on_screen else ("mm", 25.4 / 72)
    ground = []
    if not transparent:
        # Without one, a page on bare paper would stand on whatever is behind it.
        data = rectangle(Rect(0, 0, width, height))
        ground.append(f'<path d="{data}" fill="{hex_of(page.paper or WHITE)}"/>')
    definitions = canvas.definitions.values()
    parts = [
        f'<svg xmlns="{SPACE}" xmlns:xlink="{LINKS}" version="1.1"'
        f' width="{number(width * share)}{unit}" height="{number(height * share)}{unit}"'
        f' viewBox="0 0 {numbers(width, height)}" xml:lang="{escaped(page.language)}"'
        ' role="graphics-document document">',
        titled("title", page.title),
        titled("desc", description.strip()),
        canvas.lines.faces(),
        f"<defs>{''.join(definitions)}</defs>" if definitions else "",
        *ground,
        # As PDF joins lines; SVG's own limit of 4 would cut sharp corners off.
        f'<g stroke-miterlimit="10"{canvas.lines.manner}>',
        *canvas.elements,
        "</g></svg>",
    ]
    return ("\n".join(part for part in parts if part) + "\n").encode()


def _lines(page: Page, text: bool, on_screen: bool) -> Lines:
    if not text:
        return OutlinedLines(72 / page.ppi if on_screen else 0.0)
    # Late: fontTools takes 100 ms to import.
    from infographic.backends.svg.words import KeptLines

    return KeptLines(page)
