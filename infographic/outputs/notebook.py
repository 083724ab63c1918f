"""What a page and its blocks show of themselves in a notebook (Jupyter's `_repr_…_` protocol)."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterable, Sequence
from html import escape

from infographic.display.blocks import PlacedBlock
from infographic.display.page import Page
from infographic.foundation.diagnostics import Diagnostic

WIDE = 900
"""Pixels of a page across, in a cell of a notebook."""
FINEST = 192.0
"""Pixels an inch at the most: a business card is no poster."""
INDENT = "\N{EN SPACE}" * 2
MOST_ROWS = 300
"""Of the table of blocks."""


def ppi_for(page: Page, wide: float = WIDE) -> float:
    """The pixels an inch at which a page is so many pixels wide."""
    return min(wide * 72 / page.trim.width, FINEST)


class PageBlocks(tuple[PlacedBlock, ...]):
    """The blocks that stand on a page, outer ones, each with those in it.

    In a notebook it displays itself: the page with its blocks outlined and named, and a table of
    all of them.
    """

    page: Page

    def __new__(cls, page: Page) -> PageBlocks:
        made = super().__new__(cls, page.blocks)
        made.page = page
        return made

    def __reduce__(self) -> tuple[object, ...]:
        return PageBlocks, (self.page,)

    def _repr_png_(self) -> bytes:
        """For notebooks: the page with its blocks outlined and named."""
        # Late, as in all that draws: most programs only write files.
        from infographic.backends.encoders.png import png_bytes
        from infographic.backends.overlay.draw import overlaid

        ppi = ppi_for(self.page)
        return overlaid(png_bytes(self.page, ppi=ppi), self.page, ppi)

    def _repr_html_(self) -> str:
        """For notebooks: the same picture, and each block's kind, box and place in the files."""
        heads = ("kind", "x", "y", "width", "height", "origin", "pointer")
        rows = [
            [
                f"{INDENT * depth}{block.kind}",
                *(f"{length:.1f}" for length in block.box),
                str(block.origin),
                block.origin.pointer,
            ]
            for block, depth in _with_depth(self, 0)
        ][:MOST_ROWS]
        head = "".join(f"<th>{escape(name)}</th>" for name in heads)
        body = "".join(f"<tr>{''.join(map(_cell, row))}</tr>" for row in rows)
        table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
        return f"{picture(self._repr_png_())}{table}"


def _with_depth(blocks: Iterable[PlacedBlock], depth: int) -> Iterable[tuple[PlacedBlock, int]]:
    for block in blocks:
        yield block, depth
        yield from _with_depth(block.children, depth + 1)


def _cell(text: str) -> str:
    return f'<td style="text-align: left">{escape(text)}</td>'


def picture(png: bytes, name: str = "") -> str:
    """A picture as HTML that needs no other file."""
    data = b64encode(png).decode("ascii")
    return f'<img alt="{escape(name)}" src="data:image/png;base64,{data}">'


def pages_as_html(pictures: Sequence[tuple[str, bytes]], said: Sequence[Diagnostic]) -> str:
    """Several pages, each with its name, below what is wrong with them."""
    messages = "".join(f"<pre>{escape(str(one))}</pre>" for one in said)
    figures = "".join(
        f"<figure>{picture(png, name)}<figcaption>{escape(name)}</figcaption></figure>"
        for name, png in pictures
    )
    return f"{messages}{figures}"
