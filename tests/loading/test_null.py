"""null in a layout takes away what it inherits; it stands for “not given” wherever it is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_pages import COLORS, SQUARE, STYLES

from infographic.foundation.diagnostics import SpecError
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.settled import SettledLayout, settle
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import compose

STORY: dict[str, Any] = {"headline": "大事"}
BASE: dict[str, Any] = {
    "page": {"width": "100pt", "height": "auto", "background": "red", "bleed": "3pt"},
    "colors": COLORS,
    "fonts": {"f": SQUARE},
    "styles": {
        **STYLES,
        "own": {
            "based_on": "s", "color": "red", "max_lines": 2, "fit": "shrink", "digits": {"size": 2},
        },
        "on-own": {"based_on": "own"},
    },
    "press": "screen",
    "needs": {"/deck": True},
    "underset": 3,
    "body": {"type": "text", "text": {"$data": "/headline"}, "style": "own"},
}  # fmt: skip


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "base.json").write_text(json.dumps(BASE), encoding="utf-8")
    return tmp_path


def settled(**own: Any) -> SettledLayout:
    Path("own.json").write_text(json.dumps({"extends": "base", **own}), encoding="utf-8")
    source = read_layout("own.json")
    return settle(source.name, source.node, FontBook(()))


def test_a_page_loses_its_ground_and_bleed() -> None:
    assert settled().sheet.background is not None
    sheet = settled(page={"background": None, "bleed": None}).sheet
    assert (sheet.background, sheet.bleed, sheet.width) == (None, 0.0, 100.0)


def test_a_style_loses_what_it_inherits_from_either_side() -> None:
    taken = {"color": None, "max_lines": None, "fit": None, "digits": None}
    for name in ("own", "on-own"):
        kept = settled().sheet.styles[name]
        assert (kept.max_lines, kept.plain.color.name, bool(kept.fit), len(kept.parts)) == (
            2, "red", True, 1,
        )  # fmt: skip
        style = settled(styles={name: taken}).sheet.styles[name]
        assert (style.max_lines, style.fit, style.parts) == (0, None, ())
        assert style.plain.color.cmyk == (0, 0, 0, 1), "ink"


def test_a_layout_loses_its_needs_and_press() -> None:
    layout = settled(needs=None, press=None, underset=None)
    assert (layout.needs, layout.sheet.press, layout.underset) == (None, "", None)


def test_a_token_is_taken_away_and_what_names_it_says_so() -> None:
    assert (
        "red"
        not in settled(
            colors={"red": None}, page={"background": None}, styles={"own": {"color": None}}
        ).sheet.colors
    )
    with pytest.raises(SpecError, match="there is no style “own”"):
        settled(styles={"own": None})


def test_a_story_s_null_is_not_given() -> None:
    layout = {**BASE, "needs": {}, "body": {
        "type": "stack", "children": [
            {"type": "text", "text": {"$data": "/kicker", "default": "缺"}, "style": "s"},
            {"$each": "/figures", "default": [], "do": {"type": "spacer"}},
        ]}}  # fmt: skip
    empty = {"kicker": None, "figures": None, "body": None, "language": None}
    page = compose({**STORY, **empty}, layout).page
    assert page.title == "大事"
    assert "缺" in compose({**STORY, **empty}, layout).dump()


def test_null_in_a_block_leaves_its_field_as_it_is_without() -> None:
    body = {**BASE["body"], "vertical": None, "role": None}
    layout = {**BASE, "needs": {}, "body": body}
    assert compose(STORY, layout).dump() == compose(STORY, {**BASE, "needs": {}}).dump()
