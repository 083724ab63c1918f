"""The example: sixty counties of a province that never was, from one workbook to cards alike."""

from __future__ import annotations

import re
import shlex
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

from infographic import compose
from infographic.batch.rows import Row, Rows
from infographic.batch.rows.options import AS_FOUND
from infographic.batch.rows.read import read_rows
from infographic.batch.template.checking import faults_of
from infographic.batch.template.reading import Template, read_template
from infographic.cli import run
from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import Severity

HOME = ROOT / "examples" / "counties"
CARD, PAGE = str(HOME / "card.json"), str(HOME / "catalogue.json")
LAYOUTS = (CARD, PAGE, "square")
TOLD = {"墨川县": "下降", "鲸湾县": "居全省第1位", "南堤县": "与全省持平", "砚北县": "慢于全省平均"}
"""Counties whose numbers ask for other words, and one that says nothing of its livelihood."""
ALIKE = ("年地区生产总值", "地区生产总值·亿元", "示例数据（砚江省为虚构）",
         "人均地区生产总值", "砚江日报")  # fmt: skip
SILENT = "墨泉县"


@pytest.fixture(scope="module")
def rows() -> Rows:
    return read_rows(str(HOME / "counties.xlsx"), AS_FOUND)


@pytest.fixture(scope="module")
def template() -> Template:
    return read_template(str(HOME / "county.json"))


def named(rows: Rows, name: str) -> Row:
    (found,) = (row for row in rows.rows if row.cells["县市"].value == name)
    return found


def story(template: Template, row: Row) -> dict[str, Any]:
    told = template.maker(row).story().plain()
    assert isinstance(told, dict)
    return told


def test_the_workbook_s_habits_are_read_and_its_total_is_no_county(rows: Rows) -> None:
    assert len(rows.rows) == 60
    first, last = rows.rows[0], rows.rows[59]
    assert first.cells["代码"].value == "090101", "a code keeps its zero"
    assert str(first.cells["地区生产总值 2025年"].value) == "597.4"
    assert last.cells["市州"].value == "碧屿市", "merged down, said once"
    assert named(rows, SILENT).cells["数量"].value is None
    assert [one.code for one in rows.said if one.severity is Severity.WARNING] == ["rows-left-out"]


def test_nothing_is_wrong_with_any_county_in_any_layout(rows: Rows, template: Template) -> None:
    assert faults_of(template, rows, LAYOUTS) == []


@pytest.mark.parametrize("name", TOLD)
def test_a_county_s_words_are_those_that_its_numbers_ask_for(
    rows: Rows, template: Template, name: str
) -> None:
    told = story(template, named(rows, name))
    assert TOLD[name] in told["headline"]
    assert told["headline"].startswith(name)
    assert "-" not in told["headline"] + told["deck"] + told["lead"], "no sign of a number"
    assert len(told["panels"][0]["stats"]) == 4


def test_what_a_county_does_not_say_is_left_out(rows: Rows, template: Template) -> None:
    assert len(story(template, named(rows, SILENT))["panels"][0]["stats"]) == 3


def test_all_words_say_what_the_numbers_say(rows: Rows, template: Template) -> None:
    for row in rows.rows:
        told = story(template, row)
        growth = float(str(row.cells["比上年增长"].value))
        gap = float(str(row.cells["与全省之差"].value))
        assert ("下降" in told["headline"]) is (growth < 0)
        assert ("高于" in told["deck"], "低于" in told["deck"]) == (gap > 0, gap < 0)
        assert f"{abs(growth):.1f}%" in told["lead"]


def test_counties_that_are_as_fast_share_their_place(rows: Rows, template: Template) -> None:
    places = [str(row.cells["增速位次"].value) for row in rows.rows]
    shared = [row for row in rows.rows if places.count(str(row.cells["增速位次"].value)) > 1]
    assert shared
    for row in rows.rows:
        told = story(template, row)
        said = told["headline"] + told["deck"]
        assert "并列第" in said if row in shared else "并列" not in said, told["headline"]


def made(rows: Rows, template: Template, layout: str) -> Iterator[ComposedPage]:
    for row in rows.rows:
        yield compose(template.maker(row).story(), layout)


def looked_at(page: ComposedPage) -> list[tuple[str, float]]:
    """The lines of a card that stand alone in their place, by their heights on the page."""
    lines = [one for one in page.page.walk() if isinstance(one.item, TextLine)]
    return [("".join(re.findall(r"\D", one.item.text)), round(one.at.y)) for one in lines]


def doubts(page: ComposedPage) -> list[str]:
    return [one.code for one in page.diagnostics if one.severity is not Severity.NOTE]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_county_is_drawn_without_a_doubt(rows: Rows, template: Template, layout: str) -> None:
    few = Rows(rows.name, rows.columns, [named(rows, name) for name in ("铜鼓岭县", SILENT)])
    for page in made(few, template, layout):
        assert doubts(page) == []


@pytest.mark.full
@pytest.mark.parametrize("layout", LAYOUTS)
def test_all_sixty_are_drawn_without_a_doubt(rows: Rows, template: Template, layout: str) -> None:
    pages = list(made(rows, template, layout))
    assert len(pages) == 60
    assert [found for page in pages for found in doubts(page)] == []


@pytest.mark.full
@pytest.mark.parametrize("layout", [CARD, PAGE])
def test_cards_of_a_series_have_their_parts_at_the_same_places(
    rows: Rows, template: Template, layout: str
) -> None:
    places: dict[str, set[float]] = {}
    for page in made(rows, template, layout):
        for words, y in looked_at(page):
            if words in (
                "年地区生产总值",
                "示例数据（砚江省为虚构）",
                "人均地区生产总值",
                "砚江日报",
            ):
                places.setdefault(words, set()).add(y)
    assert len(places) >= 4
    assert {words: at for words, at in places.items() if max(at) - min(at) > 1} == {}


def commands() -> list[list[str]]:
    """Those of the manual, as a shell would part them."""
    manual = (ROOT / "docs" / "batch.md").read_text(encoding="utf-8")
    blocks = "\n".join(re.findall(r"```sh\n(.*?)```", manual, re.S))
    lines = [line for line in blocks.splitlines() if line.startswith("infographic ")]
    return [shlex.split(line, comments=True)[1:] for line in lines]


def follow(folder: Path, given: list[list[str]], *more: str) -> list[str]:
    """Run commands where the example's files are; the names of the files that they make."""
    for path in HOME.iterdir():
        if path.is_file():
            shutil.copy(path, folder)
    for command in given:
        makes = command[0] == "batch" and command[1] != "report"
        assert run([*command, *(more if makes else ())]) == 0, command
    return sorted(path.relative_to("out").as_posix() for path in Path("out").rglob("*.*"))


def test_a_row_of_the_manual_s_commands_makes_its_cards_and_none_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    few = [one for one in commands() if "-o" in one and "report" not in one]
    files = follow(tmp_path, few, "--limit=1", "--workers=0")
    assert [name for name in files if name.endswith(".png")] == [
        "砚南县/card.png",
        "砚南县/square.png",
    ]
    assert "0 made, 2 up to date" in capsys.readouterr().err, "--resume makes nothing"


@pytest.mark.full
def test_the_manual_s_commands_make_what_it_says_of_all_sixty(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    files = follow(tmp_path, commands(), "--workers=2")
    assert len([name for name in files if name.endswith(".png")]) == 120
    assert {"report.html", "catalogue.screen.pdf"} <= set(files)
    assert "0 made, 120 up to date" in capsys.readouterr().err, "--resume makes nothing"
