"""--data: another file for a chart, shaped as the first one was."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from test_data_in_pages import ROWS, STORY, faults, page_of, words

from infographic import compose
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import SpecError
from infographic.pipeline import draft


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "new.csv").write_text("县,产量（万吨）\n榆树,380.5\n双阳,95\n", encoding="utf-8")
    (tmp_path / "old.csv").write_text("县,产量（万吨）\n榆树,367.2\n农安,301.4\n", encoding="utf-8")
    (tmp_path / "other.csv").write_text("县市,总产（万吨）\n榆树,1\n", encoding="utf-8")
    return tmp_path


OLD = {"file": "old.csv", "sort": {"by": "产量", "order": "rising"}, "columns": ["县", "产量"]}
OF_FILE = {**STORY, "charts": [{"data": OLD}]}


def test_another_file_is_shaped_as_the_first_one_was(folder: Path) -> None:
    assert words(OF_FILE, page_of(ROWS)) == ["农安：301.4", "榆树：367.2"]
    given = {"data": [("/charts/0", folder / "new.csv")]}
    assert words(OF_FILE, page_of(ROWS), **given) == ["双阳：95", "榆树：380.5"]
    assert words(STORY, page_of(ROWS), **given) == ["榆树：380.5", "双阳：95"]
    # Values in the story have their header there, and the file has its own.
    assert words(STORY, page_of(ROWS), data=[("/charts/0/data", "other.csv")]) == ["榆树：1"]
    (folder / "deep").mkdir()
    outside = {**OF_FILE, "charts": [{"data": "../old.csv"}]}
    assert faults(outside, page_of(ROWS), root=folder / "deep")[0][1] == "/charts/0/data"
    assert words(outside, page_of(ROWS), root=folder / "deep", **given)[0] == "榆树：380.5"


def test_a_file_whose_columns_are_other_ones_says_which_is_meant(folder: Path) -> None:
    with pytest.raises(SpecError) as caught:
        compose(OF_FILE, page_of(ROWS), data=[("/charts/0", "other.csv")])
    one = caught.value.diagnostics[0]
    assert one.code == "data-column" and one.hint


def test_a_pointer_that_is_of_no_chart_names_those_that_are(folder: Path) -> None:
    for pointer in ("/chart/0", "/charts/3", "/panels/0", "charts"):
        with pytest.raises(SpecError) as caught:
            compose(OF_FILE, page_of(ROWS), data=[(pointer, "new.csv")])
        one = caught.value.diagnostics[0]
        assert one.code == "data-swap" and "/charts/0" in one.hint
    with pytest.raises(CallError):
        compose(OF_FILE, page_of(ROWS), data=[("/charts/0",)])  # type: ignore[list-item]


def test_the_files_of_data_are_inputs_of_the_page(folder: Path) -> None:
    (folder / "story.json").write_text(json.dumps(OF_FILE), encoding="utf-8")
    made = draft("story.json", page_of(ROWS))
    assert folder / "old.csv" in made.inputs
