"""New stories, copies, and a place for the user's own editor."""

from __future__ import annotations

import asyncio
import json
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.reach import OutOfReachError
from infographic.pipeline import draft
from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers import files
from infographic.studio.session.studio import Studio


def asked(studio: Studio, function: Any, **message: Any) -> Any:
    return asyncio.run(function(studio, Browser(is_near=True), message))


def test_what_travels_with_the_program_is_offered_the_short_story_first(studio: Studio) -> None:
    found = asked(studio, files.list_starters)["starters"]
    names = [one["name"] for one in found]
    assert names[:2] == ["starter", "page"]
    assert {"marathon", "mountain-trail", "twelve-stats"} <= set(names)
    assert all(one["title"] and one["layout"] for one in found)


@pytest.mark.parametrize("starter", ["starter", "page", "marathon", "mountain-trail"])
def test_a_new_story_is_a_whole_page_with_all_that_it_names(
    studio: Studio, folder: Path, starter: str
) -> None:
    made = asked(studio, files.new, starter=starter)
    page = draft(folder / made["file"], made["layout"], root=folder)
    assert [one for one in page.diagnostics if one.severity == "error"] == []
    assert "$schema" not in json.loads((folder / made["file"]).read_text("utf-8"))


def test_every_starter_fits_the_layout_that_it_is_opened_in(studio: Studio) -> None:
    found = asked(studio, files.list_starters)["starters"]
    assert {one["layout"] for one in found} == {"square"}


def test_a_new_story_replaces_none(studio: Studio, folder: Path) -> None:
    before = (folder / "story.json").read_bytes()
    names = [asked(studio, files.new, starter="starter")["file"] for _ in range(2)]
    assert names == ["story-2.json", "story-3.json"]
    own = [asked(studio, files.new, starter="marathon")["file"] for _ in range(2)]
    assert own == ["marathon/story.json", "marathon-2/story.json"]
    assert (folder / "story.json").read_bytes() == before


def test_a_new_story_is_called_as_its_writer_wants_where_the_disk_takes_it(
    studio: Studio, folder: Path
) -> None:
    (folder / "2026").mkdir()
    wanted = {"秋粮": "秋粮.json", "../../x": "x.json", "a/b\\c": "c.json", "": "story-2.json"}
    for name, file in wanted.items():
        assert asked(studio, files.new, starter="starter", name=name)["file"] == file
    made = asked(studio, files.new, starter="starter", name="秋粮", folder="2026")
    assert made["file"] == "2026/秋粮.json"


def test_the_schema_of_the_folder_is_named_from_where_the_story_stands(
    studio: Studio, folder: Path
) -> None:
    (folder / "schema").mkdir()
    (folder / "schema" / "story.schema.json").write_text("{}", "utf-8")
    plain = asked(studio, files.new, starter="single-panel")["file"]
    deep = asked(studio, files.new, starter="marathon")["file"]
    assert json.loads((folder / plain).read_text("utf-8"))["$schema"] == (
        "./schema/story.schema.json"
    )
    assert json.loads((folder / deep).read_text("utf-8"))["$schema"] == (
        "../schema/story.schema.json"
    )


@pytest.mark.parametrize("given", [{"starter": "nope"}, {"folder": ".."}, {"folder": "nowhere"}])
def test_a_new_story_of_nothing_or_elsewhere_is_refused(
    studio: Studio, folder: Path, given: dict[str, Any]
) -> None:
    with pytest.raises(SpecError):
        asked(studio, files.new, **given)
    assert [one.name for one in folder.iterdir()] == ["story.json"]


def test_a_copy_stands_beside_its_story_byte_for_byte(studio: Studio, folder: Path) -> None:
    made = asked(studio, files.copy, file="story.json")
    assert made == {"file": "story-2.json"}
    assert (folder / "story-2.json").read_bytes() == (ROOT / "data.json").read_bytes()


def test_nothing_outside_is_copied_or_linked(studio: Studio, folder: Path) -> None:
    (folder.parent / "secret.json").write_text("{}", "utf-8")
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    for name in ("../secret.json", "link.json", ".hidden.json"):
        for function in (files.copy, files.editor_link):
            with pytest.raises(OutOfReachError):
                asked(studio, function, file=name)
    with pytest.raises(SpecError):
        asked(studio, files.copy, file="nowhere.json")


def test_an_editor_is_given_line_and_column_as_it_counts_them(studio: Studio, folder: Path) -> None:
    (folder / "稿 1.json").write_text('{\n  "headline": "😀粮"\n}', "utf-8")
    link = asked(studio, files.editor_link, file="稿 1.json", line=2, column=17)
    assert link["place"] == "稿 1.json:2:17"
    assert link["link"].startswith("vscode://file/")
    assert link["link"].endswith("/%E7%A8%BF%201.json:2:18")


def test_a_browser_of_another_machine_is_told_no_path(studio: Studio) -> None:
    message = {"file": "story.json", "line": 2, "column": 3}
    link = asyncio.run(files.editor_link(studio, Browser(), message))
    assert link == {"place": "story.json:2:3", "link": ""}


def test_a_story_that_a_link_brings_from_outside_is_not_listed(
    studio: Studio, folder: Path
) -> None:
    from infographic.studio.session.catalogue import stories_in

    (folder.parent / "secret.json").write_text('{"headline": "secret"}', "utf-8")
    (folder / "link.json").symlink_to(folder.parent / "secret.json")
    (folder / "deep.json").write_text("[" * 100_000, "utf-8")
    assert [one["file"] for one in stories_in(folder.resolve())] == ["story.json"]
