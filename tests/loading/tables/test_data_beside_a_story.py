"""Files that a story names as its data: found, allowed, known again, listed by the page."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest
from small_pages import layout_of
from workbooks import Sheet, xlsx

from infographic import compose
from infographic.checked import check
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.reach import Reach, within
from infographic.foundation.table import Table
from infographic.loading.tables import beside, files
from infographic.options import read_story

CSV = "县,产量（万吨）\n榆树,367.2\n农安,301.4\n"
HEADLINE = {"type": "text", "style": "s", "text": {"$data": "/headline"}}
TITLE = {"type": "text", "style": "s", "text": {"$data": "/charts/0/title"}}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "paper").mkdir()
    (tmp_path / "paper" / "harvest.csv").write_text(CSV, encoding="utf-8")
    (tmp_path / "outside.csv").write_text(CSV, encoding="utf-8")
    return tmp_path / "paper"


def story(folder: Path, data: object) -> Path:
    import json

    file = folder / "story.json"
    text = {"headline": "秋粮", "charts": [{"title": "产量", "data": data}]}
    file.write_text(json.dumps(text, ensure_ascii=False), encoding="utf-8")
    return file


def data_of(node: Node) -> object:
    assert isinstance(node.value, dict)
    charts = node.value["charts"].value
    assert isinstance(charts, tuple)
    assert isinstance(charts[0].value, dict)
    return charts[0].value["data"].value


def read(folder: Path, data: object, root: Path | None = None) -> Table:
    with within(Reach(((root or folder).resolve(),))):
        found = data_of(read_story(story(folder, data)))
    if not isinstance(found, Table):
        raise SpecError(found.faults)  # type: ignore[attr-defined]
    return found


def refused(folder: Path, data: object) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        read(folder, data)
    (one,) = caught.value.diagnostics
    return one


def test_a_file_is_named_by_its_path_from_the_story(folder: Path) -> None:
    for data in ("harvest.csv", {"file": "harvest.csv"}, {"file": "./harvest.csv", "decimal": "."}):
        assert read(folder, data).columns[0].values == ("榆树", "农安")


def test_a_cells_place_is_told_by_file_line_and_chart(folder: Path) -> None:
    place = read(folder, "harvest.csv").places.of(1, 1)
    assert str(place) == f"{(folder / 'harvest.csv').as_posix()}:3:4"
    assert place.pointer == "/charts/0/data"


def test_a_missing_file_is_told_with_the_nearest_name(folder: Path) -> None:
    one = refused(folder, "harvset.csv")
    assert (one.saying.key, one.hint) == ("data-file", "did you mean “harvest.csv”?")
    assert one.origin.pointer == "/charts/0/data"


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("../outside.csv", "file-outside"),
        ("sub/../../outside.csv", "file-outside"),
        ("https://example.org/a.csv", "data-file/address"),
        ("data:text/csv,a", "data-file/address"),
        (".", "data-file/folder"),
        ("a" * 5000, "data-file/unreadable"),
        ("none/harvest.csv", "data-file"),
        ("\\paper\\harvest.csv", "data-file"),
    ],
)
def test_what_may_not_be_read_is_told(folder: Path, name: str, key: str) -> None:
    one = refused(folder, name)
    assert one.saying.key == key


def test_a_link_out_of_the_folder_is_not_followed(folder: Path) -> None:
    (folder / "link.csv").symlink_to(folder.parent / "outside.csv")
    assert refused(folder, "link.csv").saying.key == "file-outside"
    assert read(folder, "link.csv", root=folder.parent).count == 2


def test_a_wider_root_allows_more(folder: Path) -> None:
    assert read(folder, "../outside.csv", root=folder.parent).count == 2


def test_an_absolute_path_inside_the_root_is_allowed(folder: Path) -> None:
    assert read(folder, (folder / "harvest.csv").as_posix()).count == 2
    assert refused(folder, (folder.parent / "outside.csv").as_posix()).code == "file-outside"


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    """The files that were read."""
    found: list[object] = []
    own: Callable[..., object] = files.read_grid

    def counted(file: object, *given: object, **named: object) -> object:
        found.append(file)
        return own(file, *given, **named)

    monkeypatch.setattr(beside, "read_grid", counted)
    return found


def test_a_file_that_did_not_change_is_read_once(folder: Path, opened: list[object]) -> None:
    first = read(folder, "harvest.csv")
    again = read(folder, "harvest.csv")
    assert (first, len(opened)) == (again, 1)
    text = CSV.replace("301.4", "301.5")
    (folder / "harvest.csv").write_text(text, encoding="utf-8")
    os.utime(folder / "harvest.csv", ns=(1, 1))
    assert read(folder, "harvest.csv") != first
    assert len(opened) == 2


def test_other_options_are_another_reading(folder: Path, opened: list[object]) -> None:
    assert read(folder, "harvest.csv").columns[1].kind == "number"
    assert read(folder, {"file": "harvest.csv", "text": ["产量"]}).columns[1].kind == "text"
    assert len(opened) == 2


def test_a_page_lists_the_file_among_what_it_is_made_from(folder: Path) -> None:
    page = compose(story(folder, "harvest.csv"), layout_of(TITLE, 100, 100))
    assert (folder / "harvest.csv").absolute() in page.inputs


def test_how_a_file_was_read_is_said_by_check(folder: Path) -> None:
    (folder / "gb.csv").write_text(CSV + "合计,668.6\n", encoding="gb18030")
    cell = {**TITLE, "text": {"$data": "/charts/0/data/rows/0/0"}}
    told = check(story(folder, "gb.csv"), layout_of(cell, 100, 100)).diagnostics
    told = [one.code for one in told]
    assert "data-encoding" in told
    assert "data-left-out" in told


def test_faults_of_a_chart_that_no_page_shows_stop_nothing(folder: Path) -> None:
    rows = [["县", "产量"], ["a", 1], ["b", "未报"], ["c", 3]]
    (folder / "harvest.xlsx").write_bytes(xlsx(Sheet("表1", rows)))
    file = story(folder, "harvest.xlsx")
    page = compose(file, layout_of(HEADLINE, 100, 100))
    (one,) = (told for told in page.diagnostics if told.code == "data-number")
    assert str(one.severity) == "warning"
    assert f"{(folder / 'harvest.xlsx').as_posix()} 表1!B3: warning[data-number]" in str(one)


def test_faults_of_columns_that_are_not_taken_stop_nothing(folder: Path) -> None:
    rows = [["县", "产量", "备注"], ["a", 1, 5], ["b", 2, "未报"], ["c", 3, 6]]
    (folder / "harvest.xlsx").write_bytes(xlsx(Sheet("表1", rows)))
    assert refused(folder, "harvest.xlsx").code == "data-number"
    found = read(folder, {"file": "harvest.xlsx", "columns": ["县", "产量"]})
    assert [one.name for one in found.columns] == ["县", "产量"]


def test_nothing_is_said_of_columns_that_are_not_taken(folder: Path) -> None:
    text = "县,产量,面积\na,1.5,—\nb,—,2\n"
    (folder / "gaps.csv").write_text(text, encoding="utf-8")
    assert len(read(folder, "gaps.csv").said) == 2
    (one,) = read(folder, {"file": "gaps.csv", "columns": ["县", "产量"]}).said[:1]
    assert one.saying.values["name"] == "产量"
    found = read(folder, {"file": "gaps.csv", "columns": ["县", "产量"]})
    assert [told.code for told in found.said].count("data-gap") == 1


def test_data_of_a_program_are_set_as_those_of_a_file(folder: Path) -> None:
    rows = [["县", "产量（万吨）"], ["榆树", 367.2], ["农安", 301.4]]
    given = {"headline": "秋粮", "charts": [{"title": "产量", "data": rows}]}
    found = data_of(read_story(given))
    assert isinstance(found, Table)
    assert found.columns[1].unit == "万吨"


def test_units_above_a_table_are_doubted_until_the_story_says_whose_they_are(folder: Path) -> None:
    lines = "单位：万亩、万吨\n县,面积,产量\n榆树,502,210.8\n农安,385,161.7\n"
    (folder / "crops.csv").write_text(lines, encoding="utf-8")

    def doubts(units: dict[str, str]) -> list[str]:
        found = read(folder, {"file": "crops.csv", "unit_of": units})
        return [one.code for one in found.said if one.code == "data-table-unit"]

    assert doubts({"面积": "万亩"}) == ["data-table-unit"]
    assert doubts({"面积": "万亩", "产量": "万吨"}) == []
