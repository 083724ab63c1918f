"""The contact sheet: one story in its layouts, as thumbnails that can be compared."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

sys.path.insert(0, str(Path(__file__).resolve().parent / "backends"))
from hand_set import at, box, page
from pages import ROOT, STORIES

from infographic.backends.contact_sheet import (
    GAP,
    MARGIN,
    TALLEST,
    Group,
    Thumb,
    contact_sheet,
    in_rows,
    thumb_size,
)
from infographic.cli import run
from infographic.commands.layout_sheet import asked_layouts
from infographic.foundation.geometry import Size
from infographic.loading.sheet.layouts import families, shipped_layouts

MADE, WRONG_CALL, BAD_INPUT = 0, 2, 3
SHORT = str(STORIES["single-panel"])


def test_thumbnails_have_one_area_and_a_long_image_keeps_its_shape() -> None:
    for trim in (Size(810, 810), Size(900, 383), Size(1106, 1531)):
        thumb = thumb_size(trim, 300)
        assert thumb.width * thumb.height == pytest.approx(90_000, rel=0.01)
        assert thumb.width / thumb.height == pytest.approx(trim.width / trim.height, rel=0.01)
    assert thumb_size(Size(810, 8100), 300) == Size(72, 300 * TALLEST)


def test_rows_stay_inside_the_sheet_and_never_overlap() -> None:
    boxes, foot = in_rows([Size(200 + 60 * n, 100 + 30 * n) for n in range(9)], 1000, top=50)
    for number, one in enumerate(boxes):
        assert one.x >= MARGIN and one.right <= 1000 - MARGIN and one.bottom < foot
        assert not any(one.grown(GAP / 2 - 1).meets(other) for other in boxes[:number])


def test_what_is_wider_than_the_sheet_stands_alone_in_its_row() -> None:
    boxes, _ = in_rows([Size(5000, 10), Size(100, 10)], 1000)
    assert (boxes[0].x, boxes[1].x) == (MARGIN, MARGIN)
    assert boxes[1].y > boxes[0].bottom


def test_a_page_stands_on_the_sheet_as_it_looks() -> None:
    red = page(at(0, 0, box(100, 100)), width=100, height=100)
    data = contact_sheet("t", [Group("daily", (Thumb("square", red),))], ["panel: not drawn"], 100)
    sheet = Image.open(io.BytesIO(data)).convert("L")
    dark = sheet.point(lambda light: 255 if light < 60 else 0)
    solid = dark.crop((MARGIN, 0, MARGIN + 100, sheet.height))
    rows = [solid.crop((2, y, 98, y + 1)).getextrema()[0] == 255 for y in range(sheet.height)]
    assert sum(rows) == 100


@pytest.fixture
def told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    file, choosy = tmp_path / "sheet.png", tmp_path / "choosy.json"
    choosy.write_text('{"extends": "square", "needs": {"/figures": {"min": 40}}}', "utf-8")
    given = ["--layout", "*square*", "--layout", str(choosy), "--thumb", "100"]
    command = ["layouts", "--sheet", str(file), "--story", SHORT, *given]
    assert run([*command, "--diagnostics", "json"]) == MADE
    found: dict[str, Any] = json.loads(capsys.readouterr().out)
    with Image.open(file) as sheet:
        found["size"] = sheet.size
    assert run(command) == MADE
    found["said"] = capsys.readouterr().out.splitlines()
    return found


def test_the_sheet_draws_what_fits_in_each_family_and_names_what_does_not(
    told: dict[str, Any],
) -> None:
    editions = [one for one in families() if not one.endswith("/social")]
    assert "square" in told["drawn"]
    assert len(told["drawn"]) + len(told["left_out"]) > len(editions)
    missing = next(one for one in told["left_out"] if one["layout"].endswith("/choosy"))
    assert missing["code"] == "layout-needs"
    assert missing["reason"].startswith("the layout needs “/figures”")
    assert told["size"][0] >= 900
    assert "square: drawn" in told["said"]
    assert f"{missing['layout']}: not drawn: {missing['reason']}" in told["said"]


def test_every_family_has_every_canvas_its_own_tree_or_the_first_familys() -> None:
    every = asked_layouts(())
    for edition in {one.family for one in every}:
        names = {one.name for one in every if one.family == edition}
        for canvas in shipped_layouts():
            wanted = {canvas, f"{edition}/{canvas}", f"{canvas} + {edition}"}
            assert len(names & wanted) == 1, (edition, canvas)


def test_patterns_and_files_say_which_layouts() -> None:
    own = str(ROOT / "examples" / "two-pages" / "layout.json")
    assert [one.name for one in asked_layouts(["square"])] == ["square"]
    assert [one.name for one in asked_layouts([own])] == ["two-pages/layout"]
    assert {one.family for one in asked_layouts(["modern/*"])} == {"modern"}


@pytest.mark.parametrize(
    ("given", "code"),
    [
        (["--story", SHORT], WRONG_CALL),
        (["--sheet", "x.png"], WRONG_CALL),
        (["--sheet", "x.jpg", "--story", SHORT], WRONG_CALL),
        (["square", "--sheet", "x.png", "--story", SHORT], WRONG_CALL),
        (["--sheet", "x.png", "--story", SHORT, "-l", "quadrat"], WRONG_CALL),
        (["--sheet", "x.png", "--story", "missing.json"], BAD_INPUT),
    ],
)
def test_a_wrong_call_draws_nothing(
    given: list[str], code: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["layouts", *given]) == code
    assert list(tmp_path.iterdir()) == []
