"""A grid of numbers in frames: its cells have grounds, and the news a frame of its own."""

from __future__ import annotations

from number_grids import LARGE, NEWS, fact, grid
from small_pages import composed

from infographic.display.items import Path


def test_cells_in_frames_have_grounds_and_the_news_has_a_frame_of_its_own() -> None:
    rule = {"color": "red", "weight": "6pt"}
    body = grid(
        fact(0), fact(1), news=NEWS, news_at="top", cells="frames", rule=rule, ground="grey",
        news_ground="red", columns=2,
    )  # fmt: skip
    page = composed(body, 620, 500, styles=LARGE)
    paths = (one.item for one in page.page.walk() if isinstance(one.item, Path))
    drawn = [(one.fill and one.fill.name, one.stroke and one.stroke.width) for one in paths]
    assert drawn == [("red", None), (None, 6), ("grey", None), (None, 6), ("grey", None), (None, 6)]
