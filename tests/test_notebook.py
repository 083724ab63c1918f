"""Pages and blocks display themselves in a notebook, which asks `_repr_html_` and `_repr_png_`."""

from __future__ import annotations

import io
import pickle
from html.parser import HTMLParser
from typing import Any

from PIL import Image

from infographic.composed import ComposedPage
from infographic.pipeline import draft
from tests.pages import ROOT, STORIES, page_or_faults
from tests.small_pages import composed

BODY = {"type": "panel", "background": "grey", "content": {
    "type": "text", "text": {"$data": "/headline"}, "style": "s"}}  # fmt: skip


class Seen(HTMLParser):
    def __init__(self, html: str | None) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.texts: list[str] = []
        assert html is not None
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        if tag == "img":
            assert (dict(attrs)["src"] or "").startswith("data:image/png;base64,")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)


def size_of(png: bytes) -> tuple[int, int]:
    with Image.open(io.BytesIO(png)) as opened:
        return opened.size


def test_a_page_is_its_picture_about_900_pixels_wide() -> None:
    made = page_or_faults("broadsheet", "data")
    assert isinstance(made, ComposedPage)
    assert made._repr_html_() is None
    assert abs(size_of(made._repr_png_())[0] - 900) <= 2


def test_several_pages_are_all_shown() -> None:
    made = draft(STORIES["data"], ROOT / "examples" / "two-pages" / "layout.json")
    seen = Seen(made._repr_html_())
    assert seen.tags.count("img") == len(made.pages) == 2


def test_what_is_wrong_stands_over_the_page() -> None:
    story: dict[str, Any] = {"headline": "大事" * 60 + "<b>"}
    made = drafted(story)
    seen = Seen(made._repr_html_())
    assert seen.tags[0] == "pre" and seen.tags.count("img") == 1
    assert "error[" in "".join(seen.texts) and "b" not in seen.tags


def drafted(story: dict[str, Any]) -> ComposedPage:
    from tests.small_pages import layout_of

    return draft(story, layout_of(BODY, 100, 30))


def test_blocks_are_a_tuple_and_show_a_table_of_all_of_them_and_the_page() -> None:
    made = composed(BODY)
    assert made.blocks == made.page.blocks and isinstance(made.blocks, tuple)
    seen = Seen(made.blocks._repr_html_())
    count = sum(1 for top in made.blocks for _ in top.walk())
    assert seen.tags.count("tr") == count + 1 and "img" in seen.tags
    assert [text.strip() for text in seen.texts if text.strip() in ("panel", "text")] == [
        "panel", "text"]  # fmt: skip
    assert size_of(made.blocks._repr_png_()) == size_of(made._repr_png_())
    assert made.blocks._repr_png_() != made._repr_png_()


def test_blocks_travel_to_other_processes_with_their_page() -> None:
    made = composed(BODY)
    again = pickle.loads(pickle.dumps(made.blocks))
    assert again._repr_html_() == made.blocks._repr_html_()
