"""Sets a text as a tester would, in a layout of one `text` block, and reads the glyphs back from
the PDF that was written: their places, and the ink of the font program embedded in it.

Nothing here knows a frame, a galley or a class: only the PDF's operators, its /W and its glyphs.
"""

from __future__ import annotations

import json
import re
import struct
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import pikepdf
import uharfbuzz as hb

from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import LayoutSource
from infographic.pipeline import compose

SQUARE = Path(__file__).resolve().parents[1] / "fonts" / "square.ttf"
FONTS = {"serif": "serif-regular", "sans": "sans-regular", "square": str(SQUARE)}
SIZE, MARGIN = 20.0, 20.0


@dataclass(frozen=True, slots=True)
class Glyph:
    """In em from the left edge of the measure."""

    text: str
    x: float
    """Where its own origin stands."""
    left: float
    """Its ink."""
    right: float
    advance: float

    @property
    def middle(self) -> float:
        return (self.left + self.right) / 2


@dataclass(frozen=True, slots=True)
class Line:
    glyphs: tuple[Glyph, ...]
    baseline: float
    """In points from the page's foot."""

    @property
    def text(self) -> str:
        return "".join(glyph.text for glyph in self.glyphs)

    def at(self, text: str) -> Glyph:
        """The glyph that starts a stretch of the line."""
        index, seen = self.text.index(text), 0
        for glyph in self.glyphs:
            if seen >= index:
                return glyph
            seen += len(glyph.text)
        raise ValueError(text)


def layout(ems: float, font: str, **style: Any) -> dict[str, Any]:
    """The layout of docs/typography.md: one `text` block, n em wide at 20 pt."""
    return {
        "page": {
            "width": f"{ems * SIZE + 2 * MARGIN:.4f}pt",
            "height": "auto",
            "margins": f"{MARGIN}pt",
        },
        "fonts": {"body": FONTS.get(font, font)},
        "styles": {"body": {"font": "body", "size": f"{SIZE}pt", "leading": "30pt", **style}},
        "body": {"type": "text", "text": {"$data": "/body/0"}, "style": "body"},
    }


@lru_cache(maxsize=4096)
def _pdf(text: str, ems: float, font: str, style: str) -> bytes:
    tree = layout(ems, font, **json.loads(style))
    stamp = (Path(json.dumps(tree)), 0, 0)
    source = LayoutSource("proof", node_of(tree, "proof.json"), (stamp,))
    # House tables of the tests lie where they please.
    return compose({"headline": "校", "body": [text]}, source, root=Path("/")).pdf()


def set_text(text: str, ems: float, font: str = "serif", **style: Any) -> list[Line]:
    """The lines of a text, as the written PDF shows them."""
    return read(_pdf(text, ems, font, json.dumps(style, sort_keys=True)))


def read(pdf: bytes) -> list[Line]:
    rows: dict[float, list[Glyph]] = {}
    with pikepdf.open(BytesIO(pdf)) as file:
        for page in file.pages:
            for baseline, glyph in shown(page):
                rows.setdefault(baseline, []).append(glyph)
    return [
        Line(tuple(sorted(glyphs, key=lambda glyph: glyph.x)), baseline)
        for baseline, glyphs in sorted(rows.items(), reverse=True)
    ]


PLACES = "q Q cm BT Td Tm Tf Tc Tj TJ"
"""Operators on which a glyph's place hangs. A rise does not count: a line has one baseline."""
NOT_WRITTEN = "T* TD TL Tw Tz ' \""
"""Others on which it would: the files have none."""
Matrix = tuple[float, float, float, float, float, float]
WHOLE: Matrix = (1, 0, 0, 1, 0, 0)


def shown(page: pikepdf.Page) -> Iterator[tuple[float, Glyph]]:
    """Every glyph that a page shows, with its baseline."""
    fonts = {name: _Font(font) for name, font in page.resources.get("/Font", {}).items()}
    outer, saved = WHOLE, list[Matrix]()
    inner, x, spacing, font, size = WHOLE, 0.0, 0.0, next(iter(fonts.values()), None), 0.0
    for given, operator in pikepdf.parse_content_stream(page, f"{PLACES} {NOT_WRITTEN}"):
        match str(operator):
            case "q":
                saved.append(outer)
            case "Q":
                outer = saved.pop()
            case "cm":
                outer = matrix_of(map(float, given), outer)
            case "BT":
                inner, x = WHOLE, 0.0
            case "Td":
                inner, x = matrix_of((1, 0, 0, 1, *map(float, given)), inner), 0.0
            case "Tm":
                inner, x = matrix_of(map(float, given), WHOLE), 0.0
            case "Tf":
                font, size = fonts[str(given[0])], float(given[1])
            case "Tc":
                spacing = float(given[0])
            case "Tj" | "TJ" as name:
                assert font is not None
                a, _, _, _, e, f = matrix_of(inner, outer)
                for item in given[0] if name == "TJ" else given:
                    if not isinstance(item, pikepdf.String):
                        x -= float(item) / 1000 * size
                        continue
                    for (cid,) in struct.iter_unpack(">H", bytes(item)):
                        width = font.widths.get(cid, font.width)
                        if glyph := font.glyph(cid, size * a, e + x * a, width):
                            yield round(f, 1), glyph
                        x += width * size + spacing
            case other:
                raise AssertionError(f"{other} is not read here")


class _Font:
    """A font of the file: its widths, its characters, and the program that is embedded."""

    def __init__(self, font: pikepdf.Object) -> None:
        (own,) = font.DescendantFonts
        self.width = float(own.get("/DW", 1000)) / 1000
        self.widths = dict(_widths([*own.W]))
        self.characters = dict(_characters(font.ToUnicode.read_bytes().decode()))
        self.program = hb.Font(hb.Face(own.FontDescriptor.FontFile2.read_bytes()))

    def glyph(self, cid: int, size: float, x: float, width: float) -> Glyph | None:
        # A keyboard's hyphen before figures is drawn as a minus, and read as one.
        text = self.characters[cid].replace("\u2212", "-")
        if not text.strip():
            return None
        extents = self.program.get_glyph_extents(cid)
        upem = self.program.face.upem
        start = (x - MARGIN) / SIZE
        left = start + extents.x_bearing / upem * size / SIZE
        right = left + extents.width / upem * size / SIZE
        return Glyph(text, start, left, right, width * size / SIZE)


def _widths(given: list[Any]) -> Iterator[tuple[int, float]]:
    """Of /W: “first [widths]”, or “first last width”."""
    while given:
        first = int(given.pop(0))
        if isinstance(given[0], pikepdf.Array):
            yield from ((first + n, float(one) / 1000) for n, one in enumerate(given.pop(0)))
        else:
            last, width = int(given.pop(0)), float(given.pop(0))
            yield from ((cid, width / 1000) for cid in range(first, last + 1))


def _characters(cmap: str) -> Iterator[tuple[int, str]]:
    assert "beginbfrange" not in cmap
    for cid, text in re.findall(
        r"<([0-9A-F]{4})> <([0-9A-F]+)>\n", cmap.split("beginbfchar", 1)[1]
    ):
        yield int(cid, 16), bytes.fromhex(text).decode("utf-16-be")


def matrix_of(inner: Iterable[float], outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


def characters(lines: list[Line]) -> Iterator[Glyph]:
    for line in lines:
        yield from line.glyphs
