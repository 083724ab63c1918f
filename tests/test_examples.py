"""The examples' data are what their scripts write, and the examples' own layouts take them."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from pages import ROOT

from infographic import compose
from infographic.display.items import TextLine
from infographic.display.page import Page
from infographic.foundation.diagnostics import errors

EXAMPLES = ROOT / "examples"
MAKERS = sorted(path.parent.name for path in EXAMPLES.glob("*/make_data.py"))
DRAWN = ["communique", "marathon", "province-map", "summer"]


def parts_of(path: Path) -> dict[str, bytes]:
    """What a file holds; of a workbook its parts, since how they are packed is the machine's."""
    if path.suffix != ".xlsx":
        return {"": path.read_bytes()}
    with zipfile.ZipFile(path) as book:
        return {name: book.read(name) for name in book.namelist()}


@pytest.mark.parametrize("story", MAKERS)
def test_the_data_of_a_story_are_what_its_script_writes(story: str, tmp_path: Path) -> None:
    shutil.copy(EXAMPLES / "workbook.py", tmp_path)
    (tmp_path / story).mkdir()
    script = shutil.copy(EXAMPLES / story / "make_data.py", tmp_path / story)
    subprocess.run([sys.executable, script], check=True)
    made = [path for path in (tmp_path / story).iterdir() if path.suffix in (".csv", ".xlsx")]
    assert made
    for path in made:
        assert parts_of(path) == parts_of(EXAMPLES / story / path.name), path.name


@pytest.mark.parametrize("layout", ["vertical", "data-page"])
@pytest.mark.parametrize("story", DRAWN)
def test_the_layouts_of_the_examples_take_stories_with_charts(layout: str, story: str) -> None:
    page = compose(EXAMPLES / story / "story.json", EXAMPLES / layout / "layout.json")
    assert errors(page.preflight()) == ()


def test_two_pages_take_charts_in_place_of_pictures() -> None:
    story = json.loads((ROOT / "data.json").read_text(encoding="utf-8"))
    del story["figures"]
    rows = [["2021年", 12], ["2022年", 14], ["2023年", 15], ["2024年", 19]]
    data = {"columns": ["年份", "人数"], "rows": rows}
    story["charts"] = [{"title": f"图{number}", "data": data} for number in range(4)]
    first, second = compose(story, EXAMPLES / "two-pages" / "layout.json").pages
    assert [one for one in titles(first.page) if one.startswith("图")] == ["图0"]
    assert [one for one in titles(second.page) if one.startswith("图")] == ["图1", "图2", "图3"]


def titles(page: Page) -> list[str]:
    return [one.item.text for one in page.walk() if isinstance(one.item, TextLine)]
