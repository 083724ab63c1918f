"""A folder of stories."""

from __future__ import annotations

from pathlib import Path

import pytest

from infographic.batch.rows.stories import stories_in
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits

STORY = '{"headline": "粮仓"}'


def laid(folder: Path, files: dict[str, str]) -> Path:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return folder


def test_stories_come_in_the_order_of_their_names(tmp_path: Path) -> None:
    names = ["b.json", "a/z.json", "a/b/1.JSON", "农安.json"]
    laid(
        tmp_path, {**dict.fromkeys(names, STORY), ".x.json": "{", "c.txt": "x", ".git/a.json": "["}
    )
    found = stories_in(tmp_path)
    assert [one.relative_to(tmp_path).as_posix() for one in found.files] == [
        "a/b/1.JSON", "a/z.json", "b.json", "农安.json",
    ]  # fmt: skip
    assert found.said == ()


def test_what_is_no_story_is_said_and_what_is_broken_is_wrong(tmp_path: Path) -> None:
    laid(tmp_path, {"a.json": STORY, "layout.json": '{"page": {}}'})
    (said,) = stories_in(tmp_path).said
    assert (said.code, Path(said.origin.file).name) == ("rows-story", "layout.json")
    laid(tmp_path, {"cut.json": '{"headline": ', "more.json": "[1,"})
    with pytest.raises(SpecError) as error:
        stories_in(tmp_path)
    assert {Path(one.origin.file).name for one in error.value.diagnostics} == {
        "cut.json", "more.json",
    }  # fmt: skip


def test_a_folder_without_stories_or_with_too_many_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SpecError) as error:
        stories_in(tmp_path)
    assert error.value.diagnostics[0].saying.key == "rows-story"
    with pytest.raises(SpecError) as error:
        stories_in(tmp_path / "none")
    assert error.value.diagnostics[0].saying.key == "rows-story/unread"
    laid(tmp_path, {f"{n}.json": STORY for n in range(4)})
    with using_limits({"batch-rows": 3}), pytest.raises(SpecError) as error:
        stories_in(tmp_path)
    assert error.value.diagnostics[0].limit == "batch-rows"


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    laid(tmp_path, {"in/a.json": STORY})
    (tmp_path / "in" / "again").symlink_to(tmp_path / "in")
    assert len(stories_in(tmp_path / "in").files) == 1
