"""The data of a chart as a grid: all that the file has, and what is read of it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from infographic.studio.worker.desk import Desk
from infographic.studio.worker.main import outcome

CROPS = "秋粮生产情况\n市县,产量（万吨）,比上年\n云浦市,55.0,4.6\n临海县,约5O,−1.2\n注：初步数\n"


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    (tmp_path / "crops.csv").write_bytes(CROPS.encode("gb18030"))
    monkeypatch.chdir(tmp_path)
    return Desk(tmp_path.resolve())


def asked(desk: Desk, data: object, **given: Any) -> tuple[str, Any]:
    story = {"headline": "秋粮", "charts": [{"title": "产量", "data": data}]}
    Path("story.json").write_text(json.dumps(story, ensure_ascii=False), encoding="utf-8")
    given = {"story": "story.json", "text": None, "pointer": "/charts/0", **given}
    return outcome(desk, "table", given, print)


def test_a_file_is_shown_whole_with_its_header_and_its_doubtful_cells_named(desk: Desk) -> None:
    kind, told = asked(desk, "crops.csv")
    assert kind == "done" and told["kind"] == "csv" and told["file"] == "crops.csv"
    assert told["rows"][0] == ["秋粮生产情况"] and told["rows"][2] == ["云浦市", "55.0", "4.6"]
    assert (told["head"], told["body"], told["lines"]) == ([1], [2, 3], [1, 2, 3, 4, 5])
    assert [one["unit"] for one in told["columns"]][1] == "万吨"
    (doubt,) = [one for one in told["doubts"] if one["at"] == [3, 1]]
    assert "5O" in doubt["message"]


def test_only_the_range_is_read_and_the_rest_is_shown(desk: Desk) -> None:
    kind, told = asked(desk, {"file": "crops.csv", "range": "A2:B3"})
    assert kind == "done" and len(told["rows"]) == 5
    assert (told["head"], told["body"]) == ([1], [2])
    assert "bars" in told["told"]["devices"]


def test_devices_are_told_of_the_columns_that_the_chart_chooses(desk: Desk) -> None:
    Path("many.csv").write_text("县,甲,乙,丙\na,1,2,3\nb,4,5,6\nc,7,8,9\n", encoding="utf-8")
    _, whole = asked(desk, "many.csv")
    _, chosen = asked(desk, {"file": "many.csv", "columns": ["县", "乙"]})
    assert "bars" not in whole["told"]["devices"] and "bars" in chosen["told"]["devices"]
    assert chosen["rows"] == whole["rows"]
    assert asked(desk, "many.csv", devices=False)[1]["told"] is None


def test_data_in_the_story_have_their_cells_too(desk: Desk) -> None:
    data = {"columns": ["县", "产量"], "rows": [["榆树", 367.2], ["农安", "多"]]}
    kind, told = asked(desk, data)
    assert kind == "done" and told["kind"] == "inline"
    assert told["rows"] == [["县", "产量"], ["榆树", "367.2"], ["农安", "多"]]
    assert (told["head"], told["body"]) == ([0], [1, 2])


def test_what_is_no_table_is_shown_with_why(desk: Desk) -> None:
    Path("words.csv").write_text("只有\n一列\n话\n", encoding="utf-8")
    kind, told = asked(desk, "words.csv")
    assert kind == "done" and told["rows"][1] == ["一列"]
    kind, failed = asked(desk, "nowhere.csv")
    assert kind == "failed" and failed["diagnostics"][0]["code"] == "data-file"


def test_no_file_outside_of_the_folder_is_read(desk: Desk, tmp_path: Path) -> None:
    Path("inner").mkdir()
    kind, failed = outcome(Desk(tmp_path / "inner"), "table",
                           {"story": "inner/story.json", "text": '{"headline": "x"}',
                            "file": "crops.csv"}, print)  # fmt: skip
    assert kind == "failed" and failed["diagnostics"][0]["code"] == "file-outside"
