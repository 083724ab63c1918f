"""`infographic icons -o`: the contact sheet, a page that our own blocks set."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from infographic.composed import ComposedPage
from infographic.graphics.icons import Listed
from infographic.pipeline import compose

COLUMNS = 10
STYLES: dict[str, Any] = {
    "name": {"font": "f", "size": "8.5pt", "leading": "11pt", "align": "center", "color": "ink"},
    "word": {"font": "f", "size": "7.5pt", "leading": "9.5pt", "align": "center", "color": "ink"},
}


def sheet(icons: Sequence[Listed]) -> ComposedPage:
    """Icons in rows, each 24 pt high over its first Chinese name and its own."""
    columns = min(COLUMNS, len(icons))
    names = [one.name for one in icons]
    names += ["."] * (-len(names) % columns)
    rows = [" ".join(names[at : at + columns]) for at in range(0, len(names), columns)]
    return compose(
        {"headline": "图标"},
        {
            "page": {
                "width": f"{10 + columns * 28}mm",
                "height": "auto",
                "margins": "5mm",
            },
            "press": "newsprint",
            "colors": {"ink": {"cmyk": [0, 0, 0, 100], "srgb": "#000000"}},
            "fonts": {"f": "sans-regular"},
            "styles": STYLES,
            "body": {
                "type": "grid",
                "areas": rows,
                "row_gap": "12pt",
                "children": {one.name: _cell(one) for one in icons},
            },
        },
    )


def _cell(one: Listed) -> dict[str, Any]:
    return {
        "type": "stack",
        "gap": "3pt",
        "children": [
            {"type": "icon", "name": one.name, "color": "ink", "align": "center"},
            {"type": "text", "text": one.zh[0], "style": "name"},
            {"type": "text", "text": one.name, "style": "word"},
        ],
    }
