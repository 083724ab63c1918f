"""Chart lint on the command line and in calls: at the cell, switched off, said once."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_pages import COLORS, SQUARE, STYLES

from infographic.cli import run
from infographic.pipeline import compose

ROWS = "指标,单位,数量\n党员,人,12000\n支部,个,350\n"
LAYOUT: dict[str, Any] = {
    "page": {"width": "300pt", "height": "auto"},
    "colors": COLORS,
    "fonts": {"f": SQUARE},
    "styles": STYLES,
    "body": {"type": "graphic", "chart": {"$data": "/charts/0"}},
}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.csv").write_text(ROWS, encoding="utf-8")
    story = {"headline": "大", "charts": [{"data": "a.csv", "kind": "bars"}]}
    (tmp_path / "story.json").write_text(json.dumps(story), encoding="utf-8")
    (tmp_path / "one.json").write_text(json.dumps(LAYOUT), encoding="utf-8")
    return tmp_path


def codes(
    capsys: pytest.CaptureFixture[str], folder: Path, layout: str, *options: str
) -> list[tuple[str, str]]:
    asked = ["check", str(folder / "story.json"), "-l", layout, "--diagnostics", "json", *options]
    run(asked)
    said = json.loads(capsys.readouterr().out)["diagnostics"]
    return [
        (one["code"], f"{Path(one['file']).name}:{one['line']}:{one['column']}")
        for one in said
        if one["code"].startswith("chart-")
    ]


def test_a_fault_is_said_once_at_its_cell_of_the_file(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    found = codes(capsys, folder, str(folder / "one.json"))
    assert [code for code, _ in found] == ["chart-units", "chart-source"]
    assert found[0][1] == "a.csv:3:4"


def test_the_data_are_looked_into_though_no_layout_can_be_made(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert [code for code, _ in codes(capsys, folder, "broadsheet")] == [
        "chart-units",
        "chart-source",
    ]


def test_a_code_is_switched_off_in_a_call_and_in_a_layout(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    one = str(folder / "one.json")
    assert [code for code, _ in codes(capsys, folder, one, "--allow", "chart-units")] == [
        "chart-source"
    ]
    off = {**LAYOUT, "lint": {"off": ["chart-source"]}}
    made = compose(folder / "story.json", off, allow=["chart-units"])
    assert [d.code for d in made.diagnostics if d.code.startswith("chart-")] == []


def test_a_chart_that_no_layout_shows_is_looked_into(folder: Path) -> None:
    body = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
    made = compose(folder / "story.json", {**LAYOUT, "body": body})
    assert "chart-units" in [one.code for one in made.diagnostics]


def test_shares_that_make_too_much_are_said_though_a_ring_gave_way_for_another_reason(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    data = {"columns": ["性别", "占比（%）"], "rows": [["男", 55.1], ["女", 52.3]]}
    chart = {"kind": "donut", "data": data, "source": "局"}
    story = {"headline": "大", "charts": [chart]}
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    layout = str(folder / "one.json")
    assert [code for code, _ in codes(capsys, folder, layout)] == ["chart-shares"]
    story = {"headline": "大", "charts": [{**chart, "highlight": ["男"]}]}
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    # Then the ring itself says what they make.
    assert codes(capsys, folder, layout) == []
