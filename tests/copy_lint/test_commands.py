"""Copy lint at the desk: check, --mend, --allow, a layout's "lint", --strict."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from infographic import check, compose
from infographic.cli import run
from infographic.copy_lint.mends import mended
from infographic.foundation.calls import CallError
from infographic.foundation.datum import Source
from infographic.loading.reading.source import read_json

LAYOUT = {
    "page": {"width": "200pt", "height": "auto"},
    "fonts": {"body": "serif-regular"},
    "styles": {"body": {"font": "body", "size": "20pt", "leading": "30pt"}},
    "body": {"type": "text", "text": {"$data": "/headline"}, "style": "body"},
}
STORY = """{
  "headline" : "他说,\\u597d\\/\\"\\u4e24山\\"",   "x-own": "a,b",
  "deck": "<p>⽂化</p>\\n",
\t"panels": [{"stats": [{"value": 5941.380000000001, "label": "产值"}]}]
}
"""
MENDED = """{
  "headline" : "他说，\\u597d\\/“\\u4e24山”",   "x-own": "a,b",
  "deck": "文化",
\t"panels": [{"stats": [{"value": 5941.38, "label": "产值"}]}]
}
"""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "l.json").write_text(json.dumps(LAYOUT), encoding="utf-8")
    (tmp_path / "story.json").write_bytes(STORY.encode())
    return tmp_path


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> list[tuple[str, str]]:
    """Code and severity of each diagnostic of a command."""
    run([*arguments, "--diagnostics", "json"])
    found = json.loads(capsys.readouterr().out)["diagnostics"]
    return [(one["code"], one["severity"]) for one in found if one["code"].startswith("copy-")]


ALL = [
    ("copy-half-width", "warning"),
    ("copy-quote", "warning"),
    ("copy-html", "warning"),
    ("copy-radical", "note"),
    ("copy-line-end", "note"),
    ("copy-float", "warning"),
]


def test_check_says_all_of_it_once_however_many_layouts(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "m.json").write_text(json.dumps(LAYOUT), encoding="utf-8")
    found = said(capsys, "check", "story.json", "-l", "l.json", "-l", "m.json")
    assert sorted(found) == sorted(ALL)


def test_render_says_it_before_it_writes_and_strict_writes_nothing(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    render = ["render", "story.json", "-l", "l.json", "-o", "o.png"]
    assert sorted(said(capsys, *render)) == sorted(one for one in ALL if one[1] != "note")
    (folder / "o.png").unlink()
    assert run([*render, "--strict"]) == 3
    assert not (folder / "o.png").exists()


def test_codes_are_switched_off_by_the_call_and_by_the_layout(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    command = ["check", "story.json", "-l", "l.json"]
    codes = sorted({code for code, _ in ALL})
    allow = [part for code in codes for part in ("--allow", code)]
    assert said(capsys, *command, *allow) == []
    off = {**LAYOUT, "lint": {"off": codes[1:]}}
    (folder / "l.json").write_text(json.dumps(off), encoding="utf-8")
    assert [code for code, _ in said(capsys, *command)] == codes[:1]
    assert said(capsys, "render", "story.json", "-l", "l.json", "-o", "o.png", *allow[:2]) == []


def test_a_code_that_there_is_not_is_refused(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    assert run(["check", "story.json", "--allow", "copy-qote"]) == 2
    (folder / "l.json").write_text(json.dumps({**LAYOUT, "lint": {"off": ["copy-qote"]}}))
    assert run(["check", "story.json", "-l", "l.json"]) == 3
    assert "copy-quote" in capsys.readouterr().err
    with pytest.raises(CallError, match="copy-quote"):
        compose("story.json", LAYOUT, allow=["copy-qote"])


def test_a_program_is_told_the_same() -> None:
    found = check("story.json", LAYOUT).diagnostics
    assert sorted({one.code for one in found if one.code.startswith("copy-")}) == sorted(
        code for code, _ in ALL
    )
    assert [one.code for one in check("story.json", LAYOUT, allow=["copy-float"]).diagnostics
            if one.code == "copy-float"] == []  # fmt: skip


def test_mend_writes_the_story_and_keeps_every_other_character(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["check", "story.json", "--mend", "-l", "l.json"]) == 0
    err = capsys.readouterr().err
    assert "mended 1 copy-float, 1 copy-half-width, 2 copy-html, 1 copy-line-end" in err
    assert "copy-quote]" not in err
    assert (folder / "story.json").read_bytes() == MENDED.encode()
    command = ["check", "story.json", "--mend", "-l", "l.json", "--diagnostics", "json"]
    (folder / "story.json").write_text('{"headline": "甲,乙"}', encoding="utf-8")
    assert run(command) == 0
    assert json.loads(capsys.readouterr().out)["mended"] == {"copy-half-width": 1}
    assert run(["check", "story.json", "--mend", "-l", "l.json"]) == 0
    assert "nothing to mend" in capsys.readouterr().err


def test_mend_writes_elsewhere_and_leaves_what_is_allowed(folder: Path) -> None:
    (folder / "story.json").write_bytes(b"\xef\xbb\xbf" + STORY.replace("\n", "\r\n").encode())
    command = ["check", "story.json", "--mend", "-o", "new.json", "-l", "l.json"]
    assert run([*command, "--allow", "copy-quote"]) == 0
    wanted = MENDED.replace("“\\u4e24山”", '\\"\\u4e24山\\"').replace("\n", "\r\n")
    assert (folder / "new.json").read_bytes() == b"\xef\xbb\xbf" + wanted.encode()
    assert STORY.replace("\n", "\r\n").encode() in (folder / "story.json").read_bytes()


def test_mend_writes_nothing_over_what_an_editor_saved_meanwhile(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    story, saved = folder / "story.json", '{"headline": "改过的标题"}'

    def slow(*given: Any) -> Any:
        story.write_text(saved, encoding="utf-8")
        return mended(*given)

    monkeypatch.setattr("infographic.copy_lint.mends.mended", slow)
    assert run(["check", str(story), "--mend"]) == 3
    assert "error[file-changed]" in capsys.readouterr().err
    assert story.read_text(encoding="utf-8") == saved


def test_mend_leaves_what_the_call_lays_over_the_story(folder: Path) -> None:
    command = ["check", "story.json", "--mend", "-l", "l.json", "--set", "/headline=甲,乙"]
    assert run(command) == 0
    assert "他说" in (folder / "story.json").read_text(encoding="utf-8")
    assert "甲" not in (folder / "story.json").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["story.json", "-o", "new.json"],
        ["-", "--mend"],
        ["page.pdf", "--mend"],
        ["story.json", "--mend", "-o", "new.txt"],
    ],
)
def test_a_mend_that_cannot_be_is_a_wrong_call(arguments: list[str]) -> None:
    assert run(["check", *arguments]) == 2


def test_mend_writes_over_no_layout(folder: Path) -> None:
    assert run(["check", "story.json", "--mend", "-o", "l.json", "-l", "l.json"]) == 3
    assert json.loads((folder / "l.json").read_text(encoding="utf-8")) == LAYOUT


def test_what_a_mend_brings_to_light_is_mended_too() -> None:
    def read(text: str) -> Any:
        return read_json(Source("s", text), relaxed=False)

    made = mended(read('{"headline": "说&#34;好&#34;<br>"}'), read)
    assert made.text == '{"headline": "说“好”"}'
