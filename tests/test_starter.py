"""`infographic init`: a folder that renders as it stands, and never overwrites anything."""

from __future__ import annotations

import json
from pathlib import Path

import jsonschema
import pytest

from infographic.cli import run
from infographic.commands.shared.exit_codes import WRONG_CALL
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.files import shipped
from infographic.loading.reading.source import read_file
from infographic.loading.sheet.layouts import shipped_layouts
from infographic.pipeline import compose
from infographic.starter import start


@pytest.mark.parametrize("layout", [*shipped_layouts(), "modern/square"])
def test_what_is_started_renders(tmp_path: Path, layout: str) -> None:
    start(tmp_path, layout)
    page = compose(tmp_path / "data.json", tmp_path / "layouts" / "mine.json")
    assert [fault for fault in page.diagnostics if fault.severity != "note"] == []


def test_a_starter_folder_holds_a_story_a_layout_schemas_and_places(tmp_path: Path) -> None:
    made, kept = start(tmp_path / "new", "square")
    assert [path.relative_to(tmp_path / "new").as_posix() for path in made] == [
        "data.json",
        "layouts/mine.json",
        "schema/story.schema.json",
        "schema/layout.schema.json",
        "infographic.toml",
        "pictures/README.txt",
        "fonts/README.txt",
        ".vscode/tasks.json",
        ".vscode/settings.json",
    ]
    assert kept == []
    assert all(path.read_text(encoding="utf-8").endswith("\n") for path in made)


def test_every_file_of_it_keeps_to_the_schema_beside_it(tmp_path: Path) -> None:
    start(tmp_path, "square")
    for name in ("data.json", "layouts/mine.json"):
        path = tmp_path / name
        tree = read_file(path, relaxed=name.startswith("layouts")).plain()
        assert isinstance(tree, dict)
        schema = json.loads((path.parent / tree["$schema"]).read_text(encoding="utf-8"))
        jsonschema.validate(tree, schema, jsonschema.Draft202012Validator)


def test_its_layout_names_no_folder_of_this_machine(tmp_path: Path) -> None:
    start(tmp_path, "square")
    text = (tmp_path / "layouts" / "mine.json").read_text(encoding="utf-8")
    assert str(shipped("layouts")) not in text


def test_its_story_is_strict_json(tmp_path: Path) -> None:
    start(tmp_path, "square")
    story = json.loads((tmp_path / "data.json").read_text(encoding="utf-8"))
    assert [figure["image"] for figure in story["figures"]] == [None, None]
    assert any("from" in stat for stat in story["panels"][0]["stats"] if isinstance(stat, dict))


def test_its_layout_really_changes_a_colour_and_a_style(tmp_path: Path) -> None:
    start(tmp_path, "square")
    story = tmp_path / "data.json"
    own = compose(story, tmp_path / "layouts" / "mine.json")
    base = compose(story, "square")
    assert own.png(scale=0.2) != base.png(scale=0.2)
    assert own.page.trim == base.page.trim


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    (tmp_path / "data.json").write_text("mine")
    made, kept = start(tmp_path, "square")
    assert kept == [tmp_path / "data.json"]
    assert (tmp_path / "data.json").read_text() == "mine"
    assert start(tmp_path, "square") == ([], [*kept, *made])


def test_a_layout_that_is_not_shipped_makes_nothing(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match="did you mean “square”"):
        start(tmp_path, "sqare")
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_made_is_the_machines_fault(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(MachineError):
        start(tmp_path / "file", "square")


def test_init_says_what_was_made_and_what_to_do_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", "desk"]) == 0
    assert capsys.readouterr().err.splitlines()[-1] == (
        "Now: infographic render desk/data.json -l desk/layouts/mine.json"
    )
    assert run(["render", "desk/data.json", "-l", "desk/layouts/mine.json", "--scale", "0.1"]) == 0
    assert (tmp_path / "out" / "mine.png").is_file()


def test_init_speaks_chinese_when_it_is_asked_to(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "data.json").write_text("{}")
    assert run(["init", ".", "--language", "zh"]) == 0
    said = capsys.readouterr().err.splitlines()
    assert "data.json  已有，没有改动" in said
    assert said[-2:] == [
        "边写边看：infographic studio data.json",
        "现在就做：infographic render data.json -l layouts/mine.json",
    ]


def test_a_folder_without_a_name_is_a_wrong_call(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert run(["init", ""]) == WRONG_CALL
    assert list(tmp_path.iterdir()) == []
    assert "the folder's name is empty" in capsys.readouterr().err


def test_its_tasks_open_the_studio_and_show_the_cursors_place_in_it(tmp_path: Path) -> None:
    start(tmp_path, "square")
    file = tmp_path / ".vscode" / "tasks.json"
    tasks = read_file(file, relaxed=True).plain()
    assert isinstance(tasks, dict)
    calls = [[one["command"], *one["args"]] for one in tasks["tasks"]]
    assert calls == [
        ["infographic", "studio", "${workspaceFolder}"],
        ["infographic", "show", "--utf-16", "${file}:${lineNumber}:${columnNumber}"],
    ]
    # The words of the key stand as the editor wants them: the task's name.
    labels = [one["label"] for one in tasks["tasks"]]
    assert f'"args": "{labels[1]}"' in file.read_text(encoding="utf-8")


def test_the_tasks_of_an_editor_that_are_there_are_left(tmp_path: Path) -> None:
    (tmp_path / ".vscode").mkdir()
    (tmp_path / ".vscode" / "tasks.json").write_text("{}", "utf-8")
    _, kept = start(tmp_path, "square")
    assert kept == [tmp_path / ".vscode" / "tasks.json"]
    assert kept[0].read_text("utf-8") == "{}"
