"""One rule for every file that a file names: inside the project, links followed, or allowed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from infographic import SpecError, check, compose, draft, layouts
from infographic.cli import run
from infographic.foundation.files import shipped
from infographic.foundation.font import FontError
from infographic.foundation.reach import (
    MARKER,
    OutOfReachError,
    Reach,
    holds,
    is_broad,
    project_of,
    reach_of,
    real_path,
    real_places,
    within,
)
from infographic.loading.assets.fontbook import FontBook

FONT = Path(__file__).resolve().parents[1] / "fonts" / "square.ttf"
SECRET = '{"bogus-secret-key": "TOP-SECRET-VALUE"}'


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A project and, beside it, files that are none of its business."""
    for name in ("project/stories", "project/layouts", "elsewhere"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "elsewhere" / "secret.json").write_text(SECRET)
    return tmp_path


def folders(*named: Path, **more: Any) -> list[str]:
    """The folders in reach, by their last names."""
    return [one.name for one in reach_of(named, **more).folders]


# The project


def test_the_project_is_the_common_folder_of_story_and_layout(disk: Path) -> None:
    story, layout = disk / "project/stories/a.json", disk / "project/layouts/b.json"
    assert folders(story, layout) == ["project"]
    assert folders(story) == ["stories"]


def test_the_nearest_marker_above_is_the_project(disk: Path) -> None:
    (disk / "project" / MARKER).touch()
    story = disk / "project/stories/a.json"
    assert folders(story) == ["project"]
    # A layout from elsewhere has its own folder, and not all that lies between.
    assert folders(story, disk / "elsewhere/b.json") == ["project", "elsewhere"]
    (disk / "project/stories" / MARKER).touch()
    assert folders(story) == ["stories"]


def test_a_marker_in_a_folder_of_everybody_marks_nothing(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (disk / MARKER).touch()
    assert project_of(disk / "project") == disk
    monkeypatch.setenv("HOME", str(disk / "project"))
    assert project_of(disk / "project/stories") is None
    assert is_broad(disk) and is_broad(Path("/")) and is_broad(Path("/tmp"))
    assert not is_broad(disk / "elsewhere")


def test_the_common_folder_is_no_home_and_no_disk(
    disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(disk))
    named = disk / "project/stories/a.json", disk / "elsewhere/b.json"
    assert folders(*named) == ["stories", "elsewhere"]


def test_a_root_is_all_that_is_read_but_for_what_is_allowed(disk: Path) -> None:
    named = disk / "project/stories/a.json", disk / "project/layouts/b.json"
    assert folders(*named, root=disk / "elsewhere") == ["elsewhere"]
    more = {"font_path": [disk / "fonts"], "allow": [disk / "archive"]}
    assert folders(*named, root=disk / "project", **more) == ["project", "fonts", "archive"]


def test_what_is_named_by_the_user_and_what_is_shipped_is_in_reach(disk: Path) -> None:
    story, layout = disk / "project/stories/a.json", disk / "elsewhere/b.json"
    reach = reach_of([story, layout], root=disk / "project/layouts")
    assert reach.has(story.resolve()) and reach.has(layout.resolve())
    assert not reach.has((disk / "elsewhere/secret.json").resolve())
    with within(reach):
        assert real_path(FONT) == FONT.resolve()


def test_links_are_followed_before_it_is_asked(disk: Path) -> None:
    link = disk / "project/link.json"
    link.symlink_to(disk / "elsewhere/secret.json")
    (disk / "project/folder").symlink_to(disk / "elsewhere")
    (disk / "project/loop.json").symlink_to(disk / "project/loop.json")
    with within(Reach(((disk / "project").resolve(),))):
        for name in ("link.json", "folder/secret.json", "folder/none.json", "../elsewhere/x"):
            with pytest.raises(OutOfReachError) as caught:
                real_path(disk / "project" / name, name)
            assert caught.value.saying.values["name"] == name
        with pytest.raises((OSError, OutOfReachError)):
            real_path(disk / "project/loop.json").stat()
        assert not holds(real_places([link])) and holds(real_places([disk / "project/stories"]))
    assert holds(real_places([link]))


def test_who_stands_in_no_folder_has_not_the_whole_disk_in_reach(disk: Path) -> None:
    reach = reach_of([Path("/story.json")])
    assert reach.project == Path("/") and reach.has(Path("/picture.jpg"))
    assert not reach.has(Path("/etc/passwd")) and not reach.has(disk / "elsewhere/secret.json")
    assert reach_of([Path("/story.json")], root=Path("/")).has(disk / "elsewhere/secret.json")


def test_a_folder_in_which_everybody_may_leave_files_is_no_project(disk: Path) -> None:
    named = disk / "project/stories/a.json", disk / "elsewhere/b.json"
    (disk / MARKER).touch()
    assert folders(*named) == [disk.name]
    disk.chmod(0o1777)
    assert is_broad(disk) and folders(*named) == ["stories", "elsewhere"]


# Every field that names a file


LAYOUT = {
    "page": {"width": "100pt", "height": "100pt", "ppi": 72},
    "colors": {"ink": {"k": 100}},
    "fonts": {"f": str(FONT)},
    "styles": {"s": {"font": "f", "size": "10pt", "leading": "12pt", "color": "ink"}},
    "body": {"type": "text", "style": "s", "text": {"$data": "/headline"}},
}
STORY = {"headline": "大事"}
CHART: dict[str, Any] = {"title": "粮", "source": "署"}


def of_style(**fields: object) -> dict[str, Any]:
    return {"styles": {"s": {**LAYOUT["styles"]["s"], **fields}}}  # type: ignore[index]


FIELDS: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {
    "picture": ({"figures": [{"image": "SECRET.jpg", "caption": "图", "alt": "图"}]}, {}),
    "drawing": ({"figures": [{"image": "SECRET.svg", "caption": "图", "alt": "图"}]}, {}),
    "data": ({"charts": [{**CHART, "data": "SECRET.csv"}]}, {}),
    "data of a workbook": ({"charts": [{**CHART, "data": {"file": "SECRET.xlsx"}}]}, {}),
    "table": ({"tables": [{**CHART, "data": "SECRET.json"}]}, {}),
    "map": ({"base": {"file": "SECRET.geojson", "approval": "虚S(2026)001号"}}, {}),
    "map in SVG": ({"base": {"file": {"path": "SECRET.svg"}, "approval": "虚S(2026)001号"}}, {}),
    "extends": ({}, {"extends": "SECRET.json"}),
    "extends of several": ({}, {"extends": ["square", "SECRET.json"]}),
    "extends without an ending": ({}, {"extends": "SECRET"}),
    "font": ({}, {"fonts": {"f": "SECRET.ttf"}}),
    "font of a role": ({}, {"fonts": {"f": {"han": [{"face": "SECRET.ttc", "index": 1}]}}}),
    "house table": ({}, of_style(house="SECRET.json")),
    "press profile": ({}, {"press": "SECRET.json"}),
    "press profile without an ending": ({}, {"press": "SECRET"}),
    "ICC profile": ({}, {"press": "press.json"}),
    "what a press profile extends": ({}, {"press": "based.json"}),
    "artwork": ({}, {"body": {"type": "artwork", "file": "SECRET.svg"}}),
}
WAYS = {
    "absolute": "{disk}/elsewhere/secret",
    "up": "../elsewhere/secret",
    "through a link": "link",
    "through a linked folder": "folder/secret",
    "up and down": "layouts/../../elsewhere/secret",
}


def spelt(value: Any, way: str) -> Any:
    return json.loads(json.dumps(value).replace("SECRET", way))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("field", FIELDS)
def test_no_field_reads_what_is_out_of_reach(field: str, way: str, disk: Path) -> None:
    story, layout = FIELDS[field]
    project, path = disk / "project", WAYS[way].format(disk=disk)
    for ending in ("jpg", "svg", "csv", "xlsx", "geojson", "json", "ttf", "ttc", "icc"):
        (disk / f"elsewhere/secret.{ending}").write_text(SECRET)
        (project / f"link.{ending}").symlink_to(disk / f"elsewhere/secret.{ending}")
    (project / "folder").symlink_to(disk / "elsewhere")
    profile = {"extends": "newsprint", "icc": f"{path}.icc"}
    (project / "press.json").write_text(json.dumps(profile), encoding="utf-8")
    (project / "based.json").write_text(json.dumps({"extends": f"{path}.json"}), encoding="utf-8")
    (project / "story.json").write_text(json.dumps({**STORY, **spelt(story, path)}))
    (project / "layout.json").write_text(json.dumps({**LAYOUT, **spelt(layout, path)}))
    for present in (True, False):
        found = check(project / "story.json", project / "layout.json").diagnostics
        said = "\n".join(map(str, found)) + json.dumps([one.as_dict() for one in found])
        assert "file-outside" in [one.code for one in found], said
        assert "TOP-SECRET" not in said and "bogus" not in said
        if present:
            before = [one.code for one in found]
            for file in (disk / "elsewhere").iterdir():
                file.unlink()
        else:
            # Whether it is there is not told either.
            assert [one.code for one in found] == before


def test_what_was_read_under_a_wider_rule_is_not_kept_for_a_narrower_one(disk: Path) -> None:
    (disk / "elsewhere/house.json").write_text(json.dumps(LAYOUT))
    story = disk / "project/story.json"
    layout = disk / "project/layout.json"
    story.write_text(json.dumps(STORY))
    layout.write_text(json.dumps({"extends": "../elsewhere/house.json"}))
    assert compose(story, layout, root=disk).page
    assert compose(story, layout, allow=[disk / "elsewhere"]).page
    with pytest.raises(SpecError) as caught:
        compose(story, layout)
    assert [one.code for one in caught.value.diagnostics] == ["file-outside"]
    assert compose(story, layout, root=disk).page


def test_a_layout_out_of_reach_may_name_what_is_shipped(disk: Path) -> None:
    layout = disk / "elsewhere/layout.json"
    layout.write_text(json.dumps({"extends": "square", "press": "newsprint"}))
    (disk / "project/story.json").write_text(json.dumps(STORY))
    found = check(disk / "project/story.json", layout, root=disk / "project").diagnostics
    assert "file-outside" not in [one.code for one in found]
    up = Path(os.path.relpath(disk / "elsewhere/secret", shipped("layouts"))).as_posix()
    layout.write_text(json.dumps({"extends": up}))
    found = check(disk / "project/story.json", layout, root=disk / "project").diagnostics
    assert [one.code for one in found] == ["file-outside"]


@pytest.mark.parametrize("field", ["house table", "ICC profile", "press profile", "extends"])
def test_a_pipe_is_not_waited_for(field: str, disk: Path) -> None:
    story, layout = FIELDS[field]
    project = disk / "project"
    for ending in ("json", "icc"):
        os.mkfifo(project / f"pipe.{ending}")
    profile = {"extends": "newsprint", "icc": "pipe.icc"}
    (project / "press.json").write_text(json.dumps(profile), encoding="utf-8")
    (project / "story.json").write_text(json.dumps({**STORY, **story}))
    (project / "layout.json").write_text(json.dumps({**LAYOUT, **spelt(layout, "pipe")}))
    found = check(project / "story.json", project / "layout.json")
    assert found.errors and found.page is None


@pytest.mark.parametrize("given", [("--root", "none"), ("--allow", "none/"), ("--allow", "nnoe")])
def test_a_folder_that_is_not_there_is_a_wrong_call(
    given: tuple[str, str], disk: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(disk)
    (disk / "story.json").write_text(json.dumps(STORY))
    assert run(["check", "story.json", "-l", "square", *given]) == 2


def test_the_list_of_shipped_layouts_reads_no_others(
    disk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    # In a folder that a stranger made, a layout may be called as a shipped one is.
    (disk / "project/layouts/square.json").write_text('{"extends": "../../elsewhere/secret.json"}')
    monkeypatch.chdir(disk / "project")
    assert run(["layouts"]) == 0
    assert "secret" not in "".join(capfd.readouterr()).lower()
    assert [one.name for one in layouts() if one.name == "square"] == ["square"]


def test_a_layout_of_a_linked_folder_is_shown_by_its_name(
    disk: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    (disk / "elsewhere/mine.json").write_text('{"extends": "square", "title": "我的"}')
    (disk / "project/stories/layouts").symlink_to(disk / "elsewhere")
    monkeypatch.chdir(disk / "project/stories")
    assert run(["layouts", "mine"]) == 0
    assert "我的" in capfd.readouterr().out
    assert run(["press", "--colors", "-l", "mine"]) == 0


def test_a_circle_of_links_elsewhere_is_not_told_from_a_file(disk: Path) -> None:
    (disk / "elsewhere/loop.json").symlink_to("loop.json")
    with within(Reach(((disk / "project").resolve(),))), pytest.raises(OutOfReachError):
        real_path(disk / "elsewhere/loop.json")


@pytest.mark.parametrize("name", ["folder/secret.ttf", "folder/none.ttf", "folder/secret"])
def test_a_linked_folder_among_fonts_does_not_tell_what_is_in_it(disk: Path, name: str) -> None:
    (disk / "fonts").mkdir()
    (disk / "fonts/folder").symlink_to(disk / "elsewhere")
    (disk / "elsewhere/secret.ttf").touch()
    fonts = FontBook((disk / "fonts",))
    beside = (disk / "project").resolve()
    reach = Reach((beside, (disk / "fonts").resolve()))
    with within(reach), pytest.raises(FontError) as caught:
        fonts.face(name, beside=str(beside))
    assert caught.value.saying.key == "file-outside"


def test_what_was_read_through_a_link_under_a_wide_rule_is_not_given_under_a_narrow_one(
    disk: Path,
) -> None:
    project, link = disk / "project", disk / "project/link.json"
    own, secret = project / "own.json", disk / "elsewhere/base.json"
    own.write_text(json.dumps(LAYOUT))
    secret.write_text(json.dumps({**LAYOUT, "title": "TOP-SECRET-VALUE"}))
    (project / "mine.json").write_text('{"extends": "link.json"}')
    named = {"root": project, "font_path": [FONT.parent]}
    link.symlink_to(own)
    for _ in range(2):
        draft(STORY, project / "mine.json", **named)
    link.unlink()
    link.symlink_to(secret)
    draft(STORY, project / "mine.json", **named, allow=[secret])
    with pytest.raises(SpecError, match="file-outside"):
        draft(STORY, project / "mine.json", **named)


def round_about(name: str) -> list[str]:
    """A file of the project, by ways through a folder that is there, and one that is not."""
    return [f"../../elsewhere/{folder}/../../project/stories/{name}" for folder in ("real", "none")]


@pytest.mark.parametrize("name", ["here.json", "missing.json", "here", "missing"])
@pytest.mark.parametrize("field", ["data", "image", "base", "extends", "fonts", "press", "icc"])
def test_a_way_through_a_folder_elsewhere_does_not_tell_whether_that_is_there(
    disk: Path, field: str, name: str
) -> None:
    stories = disk / "project/stories"
    (disk / "elsewhere/real").mkdir()
    (stories / "here.json").write_text('{"extends": "newsprint"}' if field == "press" else "{}")
    (disk / "project" / MARKER).touch()
    said = []
    for way in round_about(name):
        layout = dict(LAYOUT)
        story: dict[str, Any] = {**STORY, "charts": [{**CHART, "data": {"甲": [1]}}]}
        match field:
            case "data":
                story["charts"][0]["data"] = way
            case "image":
                story["figures"] = [{"image": way, "caption": "图", "alt": "图"}]
            case "base":
                story["base"] = {"file": way, "approval": "虚S(2026)001号"}
            case "fonts":
                layout["fonts"] = {"f": way}
            case "icc":
                layout["press"] = "press.json"
                (stories / "press.json").write_text(json.dumps({"extends": "x1a", "icc": way}))
            case _:
                layout[field] = way
        (stories / "story.json").write_text(json.dumps(story))
        (stories / "layout.json").write_text(json.dumps(layout))
        found = check(stories / "story.json", stories / "layout.json", font_path=[FONT.parent])
        said.append("\n".join(map(str, found.diagnostics)).replace("/none/", "/real/"))
    assert said[0] == said[1]


def test_hidden_files_are_in_no_project(disk: Path) -> None:
    for name in (".git/config", ".env", "sub/.ssh/id_rsa"):
        path = disk / "project" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(SECRET)
        with within(reach_of([disk / "project/story.json"])), pytest.raises(OutOfReachError):
            real_path(path)
        with within(reach_of([disk / "project/story.json"], allow=[path])):
            assert real_path(path) == path.resolve()
    # A project that itself lies in a hidden folder is one.
    hidden = disk / ".desk/today"
    hidden.mkdir(parents=True)
    with within(reach_of([hidden / "story.json"])):
        assert real_path(hidden / "a.png") == (hidden / "a.png").resolve()
