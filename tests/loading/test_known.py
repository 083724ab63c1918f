"""What is kept from one page to the next changes how long a page takes, and nothing else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import layout_of

from infographic.blocks import CATALOGUE
from infographic.blocks.stats import SetAs, Stats
from infographic.foundation.diagnostics import SpecError
from infographic.loading.binding.bind import bind
from infographic.loading.decoded_story import decode_story
from infographic.loading.reading.values import node_of
from infographic.loading.settled import decode_body
from infographic.pipeline import compose, settled_layout

STACKED = {"style": "s", "value_style": "value", "form": "stacked"}


def decoded(layout: Any, story: dict[str, Any]) -> Any:
    settled = settled_layout(layout)
    (page,) = settled.pages
    node = node_of({"headline": "大事"}, "story.json")
    bound = bind(page.body, node_of(story, "story.json"))
    return decode_body(bound.node, page, decode_story(node), CATALOGUE)[0]


def text(words: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": "s"}


def test_what_no_story_touches_is_decoded_once() -> None:
    layout = layout_of(
        {"type": "stack", "children": [text("同"), text({"$data": "/word"})]}, 90, None
    )
    one, other = (decoded(layout, {"word": word}) for word in ("前", "后"))
    assert one.children[0] is other.children[0]
    assert [page.children[1].text.text for page in (one, other)] == ["前", "后"]


def test_nothing_bound_leaves_the_layouts_own_tree() -> None:
    settled = settled_layout(layout_of(text("同"), 90, None))
    (page,) = settled.pages
    assert bind(page.body, node_of({}, "story.json")).node is page.body


def test_what_is_wrong_is_said_every_time() -> None:
    layout = layout_of(text("同**"), 90, None)
    for _ in range(2):
        with pytest.raises(SpecError, match="markup-unclosed"):
            decoded(layout, {})


def test_a_picture_named_in_the_layout_is_looked_at_every_time(tmp_path: Path) -> None:
    path = tmp_path / "logo.png"
    figure = {"image": str(path), "alt": "标"}
    layout = layout_of({"type": "figure", "figure": figure}, 90, None)
    widths = []
    for width in (10, 20):
        Image.new("RGB", (width, 10), "red").save(path)
        page = compose({"headline": "大事"}, layout, root=Path("/"))
        widths += [one.item.image.width for one in page.page.walk() if hasattr(one.item, "image")]
    assert widths == [10, 20]


@pytest.mark.parametrize("factor", [1.0, 0.9, 0.75, 0.6])
@pytest.mark.parametrize("width", [70.0, 130.0, 240.0])
@pytest.mark.parametrize("is_compact", [False, True])
def test_a_set_of_stats_is_as_high_as_it_would_be_when_scaled(
    factor: float, width: float, is_compact: bool
) -> None:
    stats = [
        "国人**23**个月日月日月日", "国**4567**个",
        {"from": "上年**123**个", "to": "今年**4567**个", "label": "人口"},
        "国人**12**个，国人月**34**户",
    ]  # fmt: skip
    for columns in (1, 2):
        body = {"type": "stats", "stats": stats, **STACKED, "columns": columns, "gap": "3pt"}
        block = decoded(layout_of(body, 300, None), {})
        assert isinstance(block, Stats)
        set_as = SetAs(width, is_compact=is_compact)
        scaled = block._scaled(factor)._natural(set_as)
        assert block._natural_at(factor, set_as) == pytest.approx(scaled, abs=1e-6)


@pytest.mark.parametrize(("arguments", "code"), [(["explain"], 0), (["bogus"], 2)])
def test_the_command_says_all_before_it_ends_at_once(arguments: list[str], code: int) -> None:
    ended = subprocess.run(
        [sys.executable, "-m", "infographic", *arguments],
        capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONIOENCODING": "utf-8"},
    )  # fmt: skip
    assert ended.returncode == code
    assert "must-left-out" in ended.stdout or "No such command" in ended.stderr


@pytest.mark.skipif(os.name != "posix", reason="a closed pipe is a thing of POSIX shells")
def test_a_reader_that_has_gone_is_no_fault_of_ours() -> None:
    command = f"'{sys.executable}' -m infographic schema layout | head -c 10"
    ended = subprocess.run(command, shell=True, capture_output=True, check=False)
    assert b"Traceback" not in ended.stderr
    assert b"Exception ignored" not in ended.stderr
