"""Sets a text as a tester would, in a layout of one `text` block, and reads the glyphs back from
the PDF that was written: their places, and the ink of the font program embedded in it.

Nothing here knows a frame, a galley or a class: only the PDF's operators, its /W and its glyphs.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from typing import Any

import uharfbuzz as hb
from pdfminer.pdfdevice import PDFTextDevice
from pdfminer.pdffont import PDFCIDFont
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage

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
    return compose({"headline": "校", "body": [text]}, source).pdf()


def set_text(text: str, ems: float, font: str = "serif", **style: Any) -> list[Line]:
    """The lines of a text, as the written PDF shows them."""
    return read(_pdf(text, ems, font, json.dumps(style, sort_keys=True)))


def read(pdf: bytes) -> list[Line]:
    manager = PDFResourceManager(caching=False)
    device = _Device(manager)
    interpreter = PDFPageInterpreter(manager, device)
    for page in PDFPage.get_pages(BytesIO(pdf)):
        interpreter.process_page(page)
    rows: dict[float, list[Glyph]] = {}
    for baseline, glyph in device.found:
        rows.setdefault(baseline, []).append(glyph)
    return [
        Line(tuple(sorted(glyphs, key=lambda glyph: glyph.x)), baseline)
        for baseline, glyphs in sorted(rows.items(), reverse=True)
    ]


class _Device(PDFTextDevice):
    """Notes every glyph that is shown."""

    def __init__(self, manager: PDFResourceManager) -> None:
        super().__init__(manager)
        self.found: list[tuple[float, Glyph]] = []
        self.programs: dict[int, hb.Font] = {}

    def begin_page(self, page: Any, ctm: Any) -> None:
        pass

    def end_page(self, page: Any) -> None:
        pass

    def render_string(self, textstate: Any, seq: Any, ncs: Any, graphicstate: Any) -> None:
        font, size = textstate.font, textstate.fontsize
        a, _, _, _, e, f = matrix_of(textstate.matrix, self.ctm)
        x, y = textstate.linematrix
        for item in seq:
            if isinstance(item, int | float):
                x -= item / 1000 * size
                continue
            for cid in font.decode(item):
                width = font.char_width(cid)
                self._note(font, cid, size * a, e + x * a, f + y * a, width)
                x += width * size + textstate.charspace
        textstate.linematrix = (x, y)

    def _note(
        self, font: PDFCIDFont, cid: int, size: float, x: float, y: float, width: float
    ) -> None:
        # A keyboard's hyphen before figures is drawn as a minus, and read as one.
        text = font.to_unichr(cid).replace("\u2212", "-")
        if not text.strip():
            return
        program = self._program(font)
        extents = program.get_glyph_extents(cid)
        upem = program.face.upem
        start = (x - MARGIN) / SIZE
        left = start + extents.x_bearing / upem * size / SIZE
        right = left + extents.width / upem * size / SIZE
        glyph = Glyph(text, start, left, right, width * size / SIZE)
        self.found.append((round(y, 1), glyph))

    def _program(self, font: PDFCIDFont) -> hb.Font:
        if id(font) not in self.programs:
            data = font.descriptor["FontFile2"].resolve().get_data()
            self.programs[id(font)] = hb.Font(hb.Face(data))
        return self.programs[id(font)]


def matrix_of(inner: Any, outer: Any) -> tuple[float, ...]:
    a, b, c, d, e, f = inner
    g, h, i, j, k, m = outer
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
            e * g + f * i + k, e * h + f * j + m)  # fmt: skip


def characters(lines: list[Line]) -> Iterator[Glyph]:
    for line in lines:
        yield from line.glyphs
