"""One baseline grid over all columns of the page."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

import pytest
from pages import without_repeats

from infographic import compose
from infographic.display.items import TextLine

ROOT = Path(__file__).parents[2]
LEADING = 14.4


def layout(folder: Path, baseline: str, leading: str = "14.4pt") -> Path:
    """Two articles beside and below one another, at odd places."""
    article = {"type": "article", "style": "body", "columns": 2, "gutter": "12pt"}
    page = {
        "extends": "families/daily",
        "page": {"width": "180mm", "height": "297mm", "margins": "10mm", "baseline": baseline},
        "styles": {"body": {"leading": leading}},
        "body": {
            "type": "stack",
            "gap": "7.3pt",
            "children": [
                {"type": "headline", "text": {"$data": "/headline"}, "style": "deck"},
                {
                    "type": "grid",
                    "areas": ["left right"],
                    "gutter": "6mm",
                    "children": {
                        "left": {**article, "body": [{"$data": "/body/0"}, {"$data": "/body/3"}]},
                        "right": {
                            "type": "panel",
                            "padding": "3.7pt",
                            "content": {**article, "body": [{"$data": "/body/4"}]},
                        },
                    },
                },
                {**article, "body": [{"$data": "/body/5"}, {"$data": "/body/6"}]},
            ],
        },
    }
    path = folder / "grid.json"
    path.write_text(json.dumps(page), encoding="utf-8")
    return path


def off_grid(path: Path) -> list[float]:
    """How far each body line's baseline lies from the grid, in points."""
    page = compose(ROOT / "data.json", path).page
    top = 10 * 72 / 25.4
    lines = [p for p in page.walk() if isinstance(p.item, TextLine) and p.item.runs]
    body = [p.at.y for p in lines if abs(p.item.runs[0][1].size - 9) < 0.01]
    assert len(body) > 20
    steps = [(y - top) / LEADING for y in body]
    return [abs(step - round(step)) * LEADING for step in steps]


def test_every_body_line_of_every_column_stands_on_the_grid(tmp_path: Path) -> None:
    assert max(off_grid(layout(tmp_path, "14.4pt"))) < 0.01


def test_without_a_grid_articles_stand_where_they_come(tmp_path: Path) -> None:
    assert max(off_grid(layout(tmp_path, "0pt"))) > 0.5


def test_a_text_of_another_leading_keeps_its_place(tmp_path: Path) -> None:
    assert max(off_grid(layout(tmp_path, "14.4pt", "15pt"))) > 0.5


@pytest.mark.parametrize("name", ["broadsheet", "tabloid"])
def test_the_columns_of_one_article_share_their_lines(name: str) -> None:
    # A quotation takes whole lines of the grid, and has its own lines in them.
    page = compose(without_repeats(), name, root=ROOT).page
    lines = [p for p in page.walk() if isinstance(p.item, TextLine)]
    body = sorted({p.at.y for p in lines if p.origin.pointer.startswith("/body")})
    step = min(b - a for a, b in pairwise(body) if b - a > 1)
    assert all(abs((y - body[0]) / step - round((y - body[0]) / step)) < 0.01 for y in body)
