"""A story is decoded once for a page, however many blocks and pages show it."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from PIL import Image
from small_pages import layout_of

from infographic.blocks import CATALOGUE
from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.memo import forget
from infographic.foundation.sayings import say
from infographic.loading.binding.bind import bind
from infographic.loading.decoded_story import decode_story
from infographic.loading.decoding import readers
from infographic.loading.reading.values import node_of
from infographic.loading.settled import decode_body
from infographic.loading.sheet.layouts import LayoutSource
from infographic.pipeline import draft, settled_layout
from infographic.story.model import Figure, Stat
from infographic.text.copy import Copy

FIGURE = {"image": "a.png", "caption": "说明文字", "credit": "某人摄", "alt": "图"}
STORY: dict[str, Any] = {
    "headline": "大事",
    "body": ["第一段。", {"subhead": "小标题"}, {"lead": "导语。"}, "第二段。"],
    "panels": [{"title": "数说", "stats": ["联盟**23**个", {"value": 5, "unit": "个"}]}],
    "figures": [FIGURE],
}
PARTS = {"style": "s", "value_style": "value"}


def bound(pointer: str) -> dict[str, str]:
    return {"$data": pointer}


def twice(*blocks: dict[str, Any]) -> LayoutSource:
    """A page that shows each block twice."""
    children = [block for block in blocks for _ in range(2)]
    return layout_of({"type": "stack", "children": children}, 300, None)


def everything_twice() -> LayoutSource:
    return twice(
        {"type": "text", "text": bound("/headline"), "style": "s"},
        {"type": "text", "text": bound("/figures/0/caption"), "style": "s"},
        {"type": "stats", "stats": bound("/panels/0/stats"), **PARTS, "form": "stacked"},
        {"type": "article", "body": bound("/body"), "style": "s",
         "subhead_style": "s", "lead_style": "s"},
        {"type": "figure", "figure": bound("/figures/0"), "caption_style": "s"},
    )  # fmt: skip


@pytest.fixture
def counted(monkeypatch: pytest.MonkeyPatch) -> Counter[tuple[str, str]]:
    """How often each text and each picture's path was read, by its place."""
    counts: Counter[tuple[str, str]] = Counter()
    read_markup, open_image = readers.read_markup, readers.open_image

    def markup(text: str, origin: Origin) -> Any:
        counts[origin.pointer, text] += 1
        return read_markup(text, origin)

    def image(path: Path, origin: Origin, report: readers.Report) -> Any:
        counts[origin.pointer, path.name] += 1
        return open_image(path, origin, report)

    monkeypatch.setattr(readers, "read_markup", markup)
    monkeypatch.setattr(readers, "open_image", image)
    return counts


def test_each_text_and_each_picture_is_decoded_once(
    tmp_path: Path, counted: Counter[tuple[str, str]]
) -> None:
    Image.new("RGB", (40, 30), "red").save(tmp_path / "a.png")
    story = tmp_path / "story.json"
    story.write_text(json.dumps(STORY), encoding="utf-8")
    draft(story, everything_twice())
    assert set(counted.values()) == {1}
    assert {"/headline", "/figures/0/image", "/figures/0/caption", "/body/3"} <= {
        place for place, _ in counted
    }


@pytest.mark.parametrize(
    ("story", "layout"),
    [
        ("examples/twelve-stats/story.json", "broadsheet"),
        ("data.json", str(ROOT / "examples" / "two-pages" / "layout.json")),
    ],
)
def test_a_shipped_page_decodes_nothing_twice(
    story: str, layout: str, counted: Counter[tuple[str, str]]
) -> None:
    # What another test decoded of the same page would not be decoded at all.
    forget()
    draft(ROOT / story, layout)
    assert set(counted.values()) == {1}


def bodies(layout: LayoutSource, story: Node) -> tuple[Any, Any]:
    settled = settled_layout(layout)
    (page,) = settled.pages
    decoded = decode_story(story)
    node = bind(page.body, story).node
    body, _ = decode_body(node, page, decoded, CATALOGUE)
    return decoded.story, body


def test_a_block_holds_the_storys_own_values() -> None:
    placeholder = {**FIGURE, "image": None}
    node = node_of({**STORY, "figures": [placeholder]}, "<story>")
    story, body = bodies(everything_twice(), node)
    headline, again, caption, _, stats, _, article, _, figure, _ = body.children
    assert headline.text is again.text is story.headline
    assert caption.text is story.figures[0].caption
    assert figure.figure is story.figures[0]
    assert isinstance(figure.figure, Figure) and figure.figure.number == 1
    pairs = zip(article.body, story.body, strict=True)
    assert all(block is told for block, told in pairs)
    assert stats.stats[1] is story.panels[0].stats[1]
    assert isinstance(stats.stats[1], Stat)


def doubting(node: Node, report: readers.Report) -> Copy | None:
    copy, _ = readers.read_markup(str(node.value), node.origin)
    saying = say("color-unknown", name="pale")
    report(Diagnostic(saying, node.origin, severity=Severity.WARNING))
    return copy


def test_a_doubt_is_said_once_for_a_text_in_two_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(readers, "read_copy", doubting)
    layout = twice({"type": "text", "text": bound("/headline"), "style": "s"})
    said = draft({"headline": "大事"}, layout).diagnostics
    assert [one.code for one in said] == ["color-unknown"]


def test_what_a_layout_says_itself_is_said_once_on_every_page_made_of_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(readers, "read_copy", doubting)
    own = {"type": "text", "text": "字", "style": "s"}
    each = {"$each": "/body", "do": own}
    layout = layout_of({"type": "stack", "children": [each]}, 90, None)
    story = {"headline": "大事", "body": ["一", "二", "三"]}
    for _ in range(2):
        said = draft(story, layout).diagnostics
        assert [one.origin.pointer for one in said if "/do/" in one.origin.pointer] == [
            "/body/children/0/do/text"
        ]


def test_a_text_where_a_word_belongs_is_still_refused_in_each_block() -> None:
    """Its value as a text is known; as a word of the block's own it is read, and refused."""
    rule = {"type": "text", "text": "字", "style": bound("/headline")}
    with pytest.raises(SpecError) as caught:
        draft({"headline": "大事"}, twice(rule))
    assert [one.code for one in caught.value.diagnostics] == ["style-unknown"] * 2
