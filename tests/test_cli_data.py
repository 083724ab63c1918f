"""`infographic data`: what is read of a file, or of all data of a story."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infographic import compose
from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL
from infographic.foundation.diagnostics import cells

RETAIL = """2024年1—5月社会消费品零售总额,,
单位：亿元,,
时间,零售总额,增速（%）
2024年1—2月,81307,5.5
2024年3月,39020①,3.1
2024年5月,39211,—
注：①为修订数。,,
数据来源：国家统计局,,
"""
STORY = {
    "headline": "五月零售",
    "charts": [
        {"data": {"file": "retail.csv", "unit": "万亿元", "columns": ["时间", "零售总额"]}},
        {"data": {"file": "retail.csv", "sort": "零售额"}},
    ],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "retail.csv").write_bytes(RETAIL.encode("gb18030"))
    (tmp_path / "other.csv").write_text("时间,零售总额（亿元）\n2025年5月,41326\n", "utf-8")
    (tmp_path / "story.json").write_text(json.dumps(STORY, ensure_ascii=False), "utf-8")
    return tmp_path


def test_a_file_is_told_as_an_editor_asks_for_it(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["data", "retail.csv"]) == MADE
    out = capsys.readouterr().out
    for part in (
        "retail.csv: 3 rows, 3 columns", "国家统计局", "GB18030", "注：①为修订数。",
        "零售总额（亿元）  numbers, 39020 to 81307, marks ① at 1 value",
        "times, 2024年1—2月 to 2024年5月, merged months and months, without 2024年4月",
        "numbers, 3.1 to 5.5, 1 decimal, 1 missing", "39020①", "devices", "alone     ",
    ):  # fmt: skip
        assert part in out, out
    at = out.splitlines()
    head = next(line for line in at if line.startswith("  时间  ") and "（亿元）" in line)
    row = next(line for line in at if line.startswith("  2024年3月"))
    # Han take two cells of a terminal: the numbers stand to the right all the same.
    assert cells(head) == cells(row)


def test_a_file_is_told_as_json_and_as_what_a_story_says(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["data", "retail.csv", "--diagnostics", "json"]) == MADE
    told = json.loads(capsys.readouterr().out)
    (table,) = told["tables"]
    assert [one["kind"] for one in table["columns"]] == ["period", "number", "number"]
    assert table["columns"][1] | {"unit": "亿元", "marks": {"2": "①"}} == table["columns"][1]
    assert table["first_rows"][2] == ["2024年5月", "39211", None]
    assert "data-encoding" in {one["code"] for one in told["diagnostics"]}
    assert run(["data", "other.csv", "--json", "--header", "1"]) == MADE
    assert json.loads(capsys.readouterr().out) == {
        "measure": {"what": "零售总额", "unit": "亿元"},
        "data": {"file": "other.csv", "header": 1, "columns": ["时间", "零售总额"]},
    }


def test_several_notes_of_a_file_are_one_line_of_the_snippet(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = "县,产量\n榆树,3\n农安,2\n注：1.初步数。\n2.不含大豆\n3.含薯类。\n"
    (folder / "notes.csv").write_text(lines, "utf-8")
    assert run(["data", "notes.csv", "--json"]) == MADE
    chart = json.loads(capsys.readouterr().out)
    assert chart["note"] == "1.初步数。2.不含大豆；3.含薯类。"
    # A table says its file's notes itself: not twice.
    story = {"headline": "秋粮", "charts": [{**chart, "kind": "table", "source": "局"}]}
    (folder / "own.json").write_text(json.dumps(story), "utf-8")
    assert compose(folder / "own.json", "square").dump().count("初步数") == 1


def test_the_snippet_of_a_file_is_a_chart_that_can_be_read(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["data", "retail.csv", "--json"]) == MADE
    chart = json.loads(capsys.readouterr().out)
    assert (chart["source"], chart["note"]) == ("国家统计局", "①为修订数。")
    story = {"headline": "零售", "charts": [chart]}
    (folder / "own.json").write_text(json.dumps(story), "utf-8")
    assert run(["data", "own.json"]) == MADE
    assert "/charts/0/data: 3 rows, 3 columns" in capsys.readouterr().out


def test_a_storys_data_are_told_as_they_are_drawn_and_what_is_wrong_ends_with_3(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["data", "story.json"]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert "/charts/0/data: 3 rows, 2 columns" in out and "3.9211 to" not in out
    assert "零售总额（万亿元）  numbers, 3.902 to 8.1307" in out
    assert "error[data-column]: there is no column “零售额”" in err and "零售总额" in err
    given = ["--data", "/charts/0=other.csv", "--data", "/charts/1=other.csv"]
    assert run(["data", "story.json", *given]) == BAD_INPUT
    assert "1 row, 2 columns" in capsys.readouterr().out


def test_options_of_a_file_are_none_of_a_story() -> None:
    assert run(["data", "story.json", "--range", "A1:B2"]) == WRONG_CALL
    assert run(["data", "retail.csv", "--data", "/charts/0=other.csv"]) == WRONG_CALL
    assert run(["data", "nowhere.csv"]) == BAD_INPUT


def test_a_table_is_turned_and_a_column_kept_as_words(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    text = "指标,2023年,2024年\n总值（亿元）,1.5,2\n人口（万人）,3,4\n"
    (folder / "turned.csv").write_text(text, "utf-8")
    call = ["data", "turned.csv", "--turned", "--text", "人口", "--json"]
    assert run(call) == MADE
    data = json.loads(capsys.readouterr().out)["data"]
    assert data == {
        "file": "turned.csv", "text": ["人口"], "turned": True, "columns": ["指标", "总值", "人口"],
    }  # fmt: skip


def test_what_moves_a_terminals_pen_is_not_sent_to_it(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (folder / "odd.csv").write_text("县,值\na\x1b[31mred\x07,1\nb\u202e,x\u202e\nc,3\n", "utf-8")
    assert run(["data", "odd.csv"]) == BAD_INPUT
    out, err = capsys.readouterr()
    assert r"a\x1b[31mred\x07" in out and r"“x\u202e” is no number" in err
    assert not {"\x1b", "\x07", "\u202e"} & {*out, *err}
