"""What is wrong in a story is said in the story, once, and stops only the layouts that show it."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from story_folder import files, make, write

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, SOME_FAILED

TEXT = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}
FIGURES = {
    "type": "stack",
    "children": [
        TEXT,
        {
            "$each": "/figures",
            "default": [],
            "do": {"type": "figure", "figure": {"$data": "."}, "ratio": "3:2"},
        },
    ],
}


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """“small” shows the headline; “one” and “two” show the pictures too."""
    monkeypatch.chdir(tmp_path)
    make(tmp_path)
    small = json.loads((tmp_path / "small.json").read_text(encoding="utf-8"))
    for name in ("one", "two"):
        write(tmp_path / f"{name}.json", {**small, "body": FIGURES})
    return tmp_path


ALL = ["-l", "small.json", "-l", "one.json", "-l", "two.json"]


def told(
    capsys: pytest.CaptureFixture[str], command: str, story: object, *arguments: str
) -> tuple[int, list[dict[str, Any]]]:
    write(Path("story.json"), story)
    code = run([command, "story.json", "--diagnostics", "json", *arguments])
    return code, json.loads(capsys.readouterr().out)["diagnostics"]


def test_a_misspelt_field_is_said_in_the_story_and_not_what_it_leaves_out(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    needs = {**json.loads(Path("small.json").read_text()), "needs": {"/headline": True}}
    write(folder / "small.json", needs)
    for key, mend in (("heading", "headline"), ("titel", None), ("title", "headline")):
        code, (found,) = (
            told(capsys, "check", {key: "大事"}, "-l", "small.json")[0],
            told(capsys, "check", {key: "大事"}, "-l", "small.json")[1][:1],
        )
        assert code == BAD_INPUT
        assert (found["file"], found["pointer"]) == ("story.json", f"/{key}")
        assert found["code"] == "field-unknown"
        if mend:
            assert found["hint"] == f"did you mean “{mend}”?"


def test_a_story_of_another_system_gets_one_message_that_names_each_field(
    capsys: pytest.CaptureFixture[str],
) -> None:
    story = {
        "title": "粮仓满囤", "content": "秋收过半。", "author": "甲乙", "pubDate": "2026-11-30",
        "images": [{"url": "a.jpg", "desc": "收割"}], "slug": "rice",
    }  # fmt: skip
    for arguments in (["-l", "square"], []):
        code, found = told(capsys, "check", story, *arguments)
        assert code == BAD_INPUT
        first = found[0]
        assert (first["code"], first["pointer"]) == ("field-unknown", "/title")
        assert "“title”, “content”, “author”, “pubDate”, “images” and “slug”" in first["message"]
        for renamed in (
            "“title” → “headline”", "“content” → “body”", "“author” → “byline”",
            "“images” → “figures”", "“pubDate” → “date” in “publication”", "“slug” → “x-slug”",
        ):  # fmt: skip
            assert renamed in first["hint"]
        assert [one["code"] for one in found].count("field-unknown") == 1
        # What is meant by a field of the story is not missing.
        assert not any("/headline" in one["message"] for one in found)


def test_a_field_that_the_story_has_is_not_meant_by_another(
    capsys: pytest.CaptureFixture[str],
) -> None:
    story = {"headline": "大", "title": "大", "content": "秋收", "images": []}
    _, (found,) = told(capsys, "check", story, "-l", "small.json")
    assert found["pointer"] == "/title"
    assert "“title” → “x-title”" in found["hint"]
    assert "“content” → “body”" in found["hint"]


def test_capital_letters_make_no_other_field(capsys: pytest.CaptureFixture[str]) -> None:
    _, (found,) = told(capsys, "check", {"Headline": "大", "BODY": ["秋收"]}, "-l", "small.json")
    assert "“Headline” → “headline”; “BODY” → “body”" in found["hint"]


@pytest.mark.parametrize(
    ("story", "form"),
    [
        ({"code": 0, "data": {"title": "大", "content": "秋收"}}, "wrapped"),
        ({"page": {}, "styles": {}, "body": []}, "layout"),
    ],
)
def test_another_file_or_what_holds_the_story_is_one_message(
    story: Any, form: str, capsys: pytest.CaptureFixture[str]
) -> None:
    _, (found,) = told(capsys, "check", story, "-l", "square")
    assert (found["code"], found["form"]) == ("field-unknown", form)


def test_a_story_given_for_a_layout_and_a_list_of_stories_are_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    _, (found,) = told(capsys, "check", {"headline": "大"}, "-l", "./story.json")
    assert found["form"] == "story"
    _, (found,) = told(capsys, "check", [{"headline": "大"}], "-l", "square")
    assert (found["code"], "one story" in found["hint"]) == ("value-kind", True)


def test_what_a_panel_calls_otherwise_is_not_missing(capsys: pytest.CaptureFixture[str]) -> None:
    story = {"headline": "大", "panels": [{"heading": "数", "items": ["国**2**个"]}]}
    _, found = told(capsys, "check", story, "-l", "square")
    assert [one["pointer"] for one in found] == ["/panels/0/heading"]


def test_fields_of_a_picture_have_other_names_too(capsys: pytest.CaptureFixture[str]) -> None:
    story = {"headline": "大", "figures": [{"url": "a.jpg", "desc": "收割"}]}
    _, (found,) = told(capsys, "check", story, "-l", "one.json")
    assert found["pointer"] == "/figures/0/url"
    assert found["hint"] == "here: “url” → “image”; “desc” → “caption”"


@pytest.mark.parametrize("command", ["check", "render"])
def test_three_missing_pictures_are_three_errors_and_stop_what_shows_them(
    folder: Path, command: str, capsys: pytest.CaptureFixture[str]
) -> None:
    story = {"headline": "大", "figures": [{"image": f"{n}.jpg"} for n in range(3)]}
    out = [] if command == "check" else ["-o", "{layout}.png"]
    code, found = told(capsys, command, story, *ALL, *out)
    wrong = [one for one in found if one["severity"] == "error"]
    assert [one["pointer"] for one in wrong] == [f"/figures/{n}/image" for n in range(3)]
    assert [one["code"] for one in found].count("image-missing") == 3
    assert code == (BAD_INPUT if command == "check" else SOME_FAILED)
    assert [file for file in files(folder) if file.endswith(".png")] == (
        [] if command == "check" else ["small.png"]
    )


def test_a_priority_misspelt_stops_a_layout_that_leaves_its_part_out(
    capsys: pytest.CaptureFixture[str],
) -> None:
    story = {"headline": "大", "figures": [{"image": None, "priority": "musst"}]}
    code, (found,) = told(capsys, "render", story, "-l", "small.json", "-o", "a.png")
    assert (code, found["pointer"]) == (BAD_INPUT, "/figures/0/priority")
    assert found["hint"] == "did you mean “must”?"


def test_a_layout_that_is_not_made_for_what_was_said_before_it_is_named(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path("story.json"), {"headline": "大", "figures": [{"image": "a.jpg"}]})
    run(["render", "story.json", *ALL, "-o", "{layout}.png"])
    said = [line for line in capsys.readouterr().err.splitlines() if "not made" in line]
    assert said == [
        f"{name}.json: not made, for what is wrong in the story" for name in ("one", "two")
    ]


def test_check_of_all_layouts_ends_with_1_where_the_story_is_wrong_for_some(
    capsys: pytest.CaptureFixture[str],
) -> None:
    stats = ["建成**3**座", "建成**4**座"]
    story = {"headline": "大事", "body": ["一段。"], "panels": [{"title": "甲", "stats": stats}]}
    assert told(capsys, "check", story)[0] == MADE
    story["figures"] = [{"image": "a.jpg"}]
    assert told(capsys, "check", story)[0] == SOME_FAILED


def test_a_story_that_is_no_object_is_one_error(capsys: pytest.CaptureFixture[str]) -> None:
    code, (found,) = told(capsys, "check", ["大"])
    assert (code, found["message"]) == (BAD_INPUT, "a story is an object, and this is a list")


def test_a_warning_of_a_page_names_its_layout(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = told(
        capsys, "render", {"headline": "1234567890123"}, "-l", "small.json", "-o", "a.png"
    )
    assert [(one["code"], one["layout"]) for one in found] == [("overset-width", "small")]


def test_what_no_layout_shows_is_a_warning(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = {"headline": "大", "figures": [{"image": "a.jpg"}]}
    code, found = told(capsys, "render", story, "-l", "small.json", "-o", "a.png")
    assert (code, [(one["code"], one["severity"]) for one in found]) == (
        MADE, [("image-missing", "warning")],
    )  # fmt: skip
    # A field that is not known might have been one that is shown.
    story["dekc"] = "小"  # type: ignore[assignment]
    code, found = told(capsys, "render", story, "-l", "small.json", "-o", "a.png")
    assert code == BAD_INPUT


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.csv", "指标,数值\n粮仓,42\n".encode(), "a table (CSV)"),
        ("a.csv", "指标,数值\n粮仓,42\n".encode("gb18030"), "a table (CSV)"),
        ("a.json", "指标,数值,单位\n粮仓,42,座\n农户,3600,户\n".encode(), "a table (CSV)"),
        ("a.txt", "指标\t数值\n粮仓\t42\n".encode(), "a table (TSV)"),
        ("a.tsv", "指标\t数值\n粮仓\t42\n".encode("utf-16"), "a table (TSV)"),
        ("a.txt", "指标;数值\n粮仓;42\n".encode(), "a table (CSV)"),
        ("a.yaml", "headline: 大事\nbody:\n  - 秋收\n".encode(), "a YAML file"),
        ("a.json", b"{\\rtf1\\ansi a}", "an RTF document"),
        ("a.json", b"%PDF-1.4 a", "a PDF"),
        ("a.json", b"<!DOCTYPE html>\n<p>a</p>", "a web page (HTML)"),
        ("a.xls", b"\xd0\xcf\x11\xe0\xa1\xb1", "an old Word or Excel file"),
    ],
)
def test_a_table_or_document_handed_in_is_named(
    name: str, data: bytes, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    Path(name).write_bytes(data)
    assert run(["check", name, "-l", "small.json"]) == BAD_INPUT
    said = capsys.readouterr().err
    assert f"error[json-not-text]: this is {kind}, not JSON" in said
    assert said.count("error[") == 1


@pytest.mark.parametrize(
    ("part", "kind"),
    [("xl/workbook.xml", "an Excel workbook"), ("word/document.xml", "a Word document"),
     ("a.txt", "a zip file")],
)  # fmt: skip
def test_what_a_zip_file_holds_names_it(
    part: str, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with zipfile.ZipFile("story.json", "w") as file:
        file.writestr(part, "<a/>" * 40)
    run(["check", "story.json", "-l", "small.json"])
    assert f"this is {kind}, not JSON" in capsys.readouterr().err


def test_json_without_its_braces_is_no_table(capsys: pytest.CaptureFixture[str]) -> None:
    Path("story.json").write_text('"headline": "大",\n"deck": "小",\n', encoding="utf-8")
    assert run(["check", "story.json", "-l", "small.json"]) == BAD_INPUT
    assert "error[json-after-end]" in capsys.readouterr().err


def test_json_is_read_whatever_its_file_is_called() -> None:
    write(Path("a.csv"), {"headline": "大"})
    assert run(["check", "a.csv", "-l", "small.json"]) == MADE


def test_the_report_of_check_is_on_stdout_and_what_is_wrong_on_stderr(
    capsys: pytest.CaptureFixture[str],
) -> None:
    write(Path("story.json"), {"headline": "大", "figures": [{"image": "a.jpg"}]})
    run(["check", "story.json", *ALL])
    out, err = capsys.readouterr()
    assert out.splitlines() == [
        "small: text /headline 欠3行  add 39 characters",
        "small.json: fits",
        "one.json: cannot be made",
        "two.json: cannot be made",
    ]
    assert (err.count("error["), "fits" in err) == (1, False)
    assert run(["check", "story.json", "-l", "small.json", "-q"]) == MADE
    assert capsys.readouterr().out == ""


def test_a_press_that_is_none_is_said_once(capsys: pytest.CaptureFixture[str]) -> None:
    _, found = told(capsys, "check", {"headline": "大"}, *ALL, "--press", "nope")
    assert [one["code"] for one in found] == ["press-unknown"]


def test_what_layouts_need_of_one_missing_part_is_said_once(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    small = json.loads(Path("small.json").read_text())
    write(folder / "small.json", {**small, "needs": {"/panels": True, "/panels/0/stats": True}})
    _, (found,) = told(capsys, "check", {"headline": "大"}, "-l", "small.json")
    assert (found["code"], found["file"], found["layout"]) == (
        "layout-needs", "story.json", "small",
    )  # fmt: skip
    assert found["hint"].startswith("add it, or choose another layout")
