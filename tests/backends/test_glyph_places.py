"""Every glyph begins where it was set, read by an extractor that honours ActualText."""

from __future__ import annotations

import ctypes
from collections import defaultdict
from pathlib import Path

import pypdfium2
import pypdfium2.raw as pdfium
import pytest

from infographic import compose
from infographic.display.items import TextLine

ROOT = Path(__file__).parents[2]


def places_in_pdfium(pdf: bytes) -> dict[str, list[tuple[float, float]]]:
    document = pypdfium2.PdfDocument(pdf)
    page = document[0]
    text, height = page.get_textpage(), page.get_height()
    found: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for i in range(text.count_chars()):
        x, y = ctypes.c_double(), ctypes.c_double()
        if pdfium.FPDFText_IsGenerated(text, i) != 1:
            pdfium.FPDFText_GetCharOrigin(text, i, x, y)
            found[chr(pdfium.FPDFText_GetUnicode(text, i))].append((x.value, height - y.value))
    return found


@pytest.mark.parametrize(
    ("story", "layout"),
    [("data.json", "tabloid"), ("examples/bilingual/story.json", "panel")],
)
@pytest.mark.parametrize("intent", ["print", "screen"])
def test_pdfium_finds_each_character_where_it_was_set(story: str, layout: str, intent: str) -> None:
    page = compose(ROOT / story, layout)
    found = places_in_pdfium(page.pdf(intent, force=True))
    for placed in page.page.walk():
        if not isinstance(placed.item, TextLine):
            continue
        for start, run in placed.item.runs:
            rises = run.ys or (0.0,) * len(run.xs)
            for text, x, rise in zip(run.texts, run.xs, rises, strict=True):
                if text.strip():
                    at = placed.at.x + start + x * run.size
                    foot = placed.at.y - rise * run.size
                    nearest = min(abs(a - at) + abs(b - foot) for a, b in found[text[0]])
                    assert nearest < 0.05, (text, placed.item.text)
