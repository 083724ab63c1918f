"""The commands that list and explain."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pikepdf
import pytest
from click import Context

from infographic.cli import cli, run
from infographic.commands import COMMANDS
from infographic.foundation.codes import CODES
from infographic.foundation.limits import TABLE
from infographic.loading.sheet.layouts import all_layouts

ROOT = Path(__file__).parents[1]
MADE, WRONG_CALL, BAD_INPUT = 0, 2, 3


def test_layouts_lists_them_all_with_their_sizes(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layouts", "--diagnostics", "json"]) == MADE
    rows = json.loads(capsys.readouterr().out)
    assert [row["name"] for row in rows] == list(all_layouts())
    assert {row["name"]: row["size"] for row in rows}["square"] == "1080 × 1080 px"
    assert all(row["title"] and row["description"] for row in rows)


def test_layouts_tells_the_columns_of_the_pages_that_have_some(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["layouts"]) == MADE
    rows = capsys.readouterr().out.splitlines()
    at = next(number for number, row in enumerate(rows) if row.startswith("broadsheet "))
    assert rows[at + 1].strip() == "5 × 20 字 of 9 pt, gutter 23.03 pt, 100 lines of 13.8 pt"
    assert not rows[at + 2].startswith(" ")


def test_layouts_gives_the_columns_as_numbers(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layouts", "--diagnostics", "json"]) == MADE
    rows = {row["name"]: row for row in json.loads(capsys.readouterr().out)}
    names = ("columns", "characters", "character_pt", "measure_pt", "gutter_pt", "leading_pt")
    assert [rows["broadsheet"][name] for name in names] == [5, 20, 9, 180, 23.031496, 13.8]
    assert rows["broadsheet"]["lines"] == 100
    assert "columns" not in rows["square"]


def test_layouts_shows_each_page_of_a_layout_of_several(
    capsys: pytest.CaptureFixture[str],
) -> None:
    path = str(ROOT / "examples" / "two-pages" / "layout.json")
    assert run(["layouts", path]) == 0
    shown = capsys.readouterr().out
    assert shown.count("page            270 × 390 mm") == 2
    assert "\n  page 1\n" in shown
    assert "\n  page 4\n" in shown
    assert run(["layouts", path, "--diagnostics", "json"]) == 0
    pages = json.loads(capsys.readouterr().out)["pages"]
    assert [page["number"] for page in pages] == ["1", "4"]


def test_layouts_shows_one_layout_in_full(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["layouts", "tabloid"]) == MADE
    shown = [" ".join(line.split()) for line in capsys.readouterr().out.splitlines()]
    for line in (
        "tabloid: 四开小报",
        "page 270 × 390 mm",
        "margins 11 / 12 / 11 / 12 mm (top / right / bottom / left)",
        "type area 246 × 368 mm",
        "columns 4 × 18 字 of 9 pt, gutter 16.44 pt, 80 lines of 13 pt",
        "press newsprint",
        "body 9 pt on 13 pt",
        "fact 15 pt on 15 pt, digits 32 pt",
        "/headline must be there",
        "/body 800 to 2750 characters, 3300 with --fit",
    ):
        assert line in shown


def test_a_layout_of_ones_own_is_shown_by_its_path(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mine.json"
    page = {"width": "100mm", "height": "auto", "margins": "10mm", "columns": 2, "gutter": "4mm"}
    mine = {"extends": "square", "title": "自家", "page": page, "needs": {"//": "none"}}
    path.write_text(json.dumps(mine, ensure_ascii=False), encoding="utf-8")
    assert run(["layouts", str(path), "--diagnostics", "json"]) == MADE
    shown = json.loads(capsys.readouterr().out)
    # An even measure of half of 76 mm, in 32 px type, on a page as tall as its content.
    assert (shown["name"], shown["title"]) == ("mine", "自家")
    assert shown["measure_pt"] == pytest.approx(38 * 72 / 25.4, abs=1e-5)
    assert shown["characters"] == pytest.approx(38 * 72 / 25.4 / 24, abs=1e-5)
    assert shown["lines"] is None
    assert shown["styles"]["body"] == {"size_pt": 24, "leading_pt": 42}
    assert run(["layouts", str(path)]) == MADE
    assert "2 × 4.5 字 of 24 pt, gutter 11.34 pt, lines of 42 pt" in capsys.readouterr().out


def test_a_layout_misspelt_is_bad_input_with_the_nearest_name(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["layouts", "brodsheet"]) == BAD_INPUT
    assert "did you mean “broadsheet”?" in capsys.readouterr().err


def test_the_command_that_lists_what_fits_is_the_one_the_explanation_names() -> None:
    (named,) = re.findall(r"`infographic (\w+) STORY`", CODES["layout-needs"])
    assert named == "check"


def test_fonts_lists_the_shipped_faces(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fonts"]) == MADE
    assert "serif-regular" in capsys.readouterr().out


def test_explain_tells_every_code(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain"]) == MADE
    lines = capsys.readouterr().out.splitlines()
    assert [re.split("  +", line)[0] for line in lines] == sorted(CODES)
    assert [line for line in lines if not line.endswith(".")] == []
    assert run(["explain", "overset"]) == MADE
    assert capsys.readouterr().out.startswith("overset\n")


def test_explain_tells_a_limit_that_a_message_names(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", "image-pixels"]) == MADE
    said = capsys.readouterr().out
    assert "At most 300,000,000 pixels of a picture." in said
    assert "--limits image-pixels=600000000" in said
    assert run(["explain", "image-pixls"]) == WRONG_CALL
    assert "did you mean “image-pixels”?" in capsys.readouterr().err
    for both in set(CODES) & set(TABLE):
        assert run(["explain", both]) == MADE
        said = capsys.readouterr().out
        assert f"At most {TABLE[both].most:,} " in said
        assert CODES[both].split("\n")[0] in said


def test_a_code_misspelt_is_a_wrong_call_with_the_nearest_code(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["explain", "json-coma"]) == WRONG_CALL
    assert "did you mean “json-comma”?" in capsys.readouterr().err


def test_version_and_help_are_made(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == MADE
    assert run(["--help"]) == MADE
    assert "..." not in capsys.readouterr().out.partition("Commands:")[2]


def test_the_groups_help_has_the_first_line_of_each_commands_help() -> None:
    for name, line in COMMANDS.items():
        command = cli.get_command(Context(cli), name)
        assert command is not None
        assert " ".join((command.help or "").split("\n\n")[0].split()) == line


def test_the_groups_help_and_version_import_no_command() -> None:
    for asked in ("--help", "--version"):
        done = subprocess.run(
            [sys.executable, "-X", "importtime", "-m", "infographic", asked],
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            capture_output=True,
            text=True,
            check=True,
        )
        imported = {line.split("|")[-1].strip() for line in done.stderr.splitlines()}
        assert "infographic.commands" in imported
        assert not imported & {f"infographic.commands.{name}" for name in COMMANDS}


def test_doubtful_numbers_are_said_and_under_strict_an_error(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.json"
    stats = ["城市党建联盟**2300**余个", "城市党建联盟**2030**余个"]
    told = {"headline": "核数", "panels": [{"stats": stats}]}
    story.write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    assert run(["check", str(story), "-l", "link-preview"]) == MADE
    assert "figure-differs" in capsys.readouterr().err
    assert run(["check", str(story), "-l", "link-preview", "--strict"]) == BAD_INPUT


def test_icons_are_listed_with_their_chinese_and_english_names(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["icons", "小麦"]) == MADE
    assert capsys.readouterr().out.splitlines() == [
        "grain             粮食、小麦、麦、谷物、稻、水稻  wheat, cereal, crop"
    ]
    assert run(["icons", "WHEAT", "--diagnostics", "json"]) == MADE
    (row,) = json.loads(capsys.readouterr().out)
    assert row["name"] == "grain"
    assert row["zh"][:2] == ["粮食", "小麦"]
    assert row["source"].startswith("@phosphor-icons/core@2.1.1 ")
    assert run(["icons"]) == MADE
    assert len(capsys.readouterr().out.splitlines()) >= 120


def test_a_word_that_no_icon_is_named_by_is_a_wrong_call_with_the_nearest(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["icons", "tracter"]) == WRONG_CALL
    assert "no icon has “tracter” in a name; did you mean “tractor”?" in capsys.readouterr().err
    assert run(["icons", "龙凤"]) == WRONG_CALL
    assert "`infographic icons` lists them all" in capsys.readouterr().err


def test_icons_are_shown_on_a_sheet_that_is_set_in_black_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sheet = tmp_path / "sheet.pdf"
    assert run(["icons", "车", "-o", str(sheet)]) == MADE
    shown = capsys.readouterr()
    assert (shown.out, shown.err.strip()) == ("", str(sheet))
    with pikepdf.open(sheet) as pdf:
        content = pdf.pages[0].Contents.read_bytes()
        fills = {tuple(map(float, row.split()[:4])) for row in content.splitlines()
                 if row.endswith(b" k")}  # fmt: skip
    assert fills == {(0, 0, 0, 1)}
    assert run(["icons", "-o", str(tmp_path / "sheet.txt")]) == WRONG_CALL
