"""What the needs of the full pages promise: that the page holds so many characters."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from stories_of import ROOT, fitted, story_of

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE
from infographic.foundation.diagnostics import errors
from infographic.loading.binding.needs import characters
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import draft, settled_layout

THREADED = str(ROOT / "examples" / "two-pages" / "layout.json")
PAGES = (
    "broadsheet",
    "tabloid",
    "modern/broadsheet",
    "modern/tabloid",
    "flash/broadsheet",
    "desk/broadsheet",
    "desk/tabloid",
    THREADED,
)


def promised(layout: str, bound: str) -> int:
    needs = settled_layout(read_layout(layout)).needs
    assert needs is not None
    plain: Any = needs.plain()
    return int(plain["/body"][bound])


def with_body_of(most: int) -> int:
    """The length of the longest story of `story_of` whose body has at most so many characters."""
    return max(
        length
        for length in range(most - 150, most + 150, 10)
        if characters(node_of(story_of(length)["body"], "story")) <= most
    )


@pytest.mark.parametrize("layout", PAGES)
def test_a_page_holds_what_its_needs_promise_and_little_more(layout: str) -> None:
    most = promised(layout, "max_characters")
    held = draft(story_of(with_body_of(most)), layout, root=ROOT)
    assert not errors(held.diagnostics)
    longer = draft(story_of(with_body_of(int(most * 1.06))), layout, root=ROOT)
    assert {one.code for one in errors(longer.diagnostics)} & {"overset", "overfull"}


@pytest.mark.full
@pytest.mark.parametrize("layout", PAGES)
def test_a_fitted_page_holds_what_its_needs_promise(layout: str) -> None:
    assert fitted(layout, with_body_of(promised(layout, "max_characters_fit"))).fits


def test_a_layout_nobody_named_is_left_out_where_its_page_is_too_full(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(story_of(with_body_of(3000))), encoding="utf-8")
    assert run(["render", str(story), "-o", str(tmp_path / "{layout}.txt")]) == MADE
    assert "tabloid: left out, the body is " in capsys.readouterr().err
    assert (tmp_path / "broadsheet.txt").exists()
    assert not (tmp_path / "tabloid.txt").exists()
    asked = ["render", str(story), "-l", "tabloid", "-o", str(tmp_path / "{layout}.txt")]
    assert run(asked) == BAD_INPUT
