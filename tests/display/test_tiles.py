"""Long pages cut into tiles."""

from __future__ import annotations

from pathlib import Path

from infographic import compose
from infographic.display.items import TextLine
from infographic.display.tiles import cuts, tiles

ROOT = Path(__file__).parents[2]


def test_tiles_fill_the_page_and_cut_no_line_of_type() -> None:
    page = compose(ROOT / "data.json", "long-image").page
    most = 1440 * 0.75
    ends = cuts(page, most)
    assert ends[-1] == page.trim.height
    assert all(b - a <= most + 0.01 for a, b in zip([0.0, *ends], ends, strict=False))
    lines = [p for p in page.walk() if isinstance(p.item, TextLine)]
    for end in ends[:-1]:
        for line in lines:
            size = max(run.size for _, run in line.item.runs)
            assert not line.at.y - 0.88 * size < end < line.at.y + 0.12 * size


def test_every_line_of_the_page_is_whole_in_one_tile() -> None:
    page = compose(ROOT / "data.json", "long-image").page
    words = "".join(p.item.text for p in page.walk() if isinstance(p.item, TextLine))
    inside = ""
    for tile in tiles(page, 1500 * 0.75):
        for placed in tile.walk():
            if isinstance(placed.item, TextLine) and 0 < placed.at.y < tile.trim.height:
                inside += placed.item.text
    assert inside == words


def test_a_page_that_is_short_enough_is_one_tile() -> None:
    page = compose(ROOT / "data.json", "square").page
    assert cuts(page, 2000) == [page.trim.height]
