"""The stories that a studio offers."""

from __future__ import annotations

import json
import os
from pathlib import Path

from infographic.studio.session.catalogue import stories_in


def test_stories_are_listed_by_their_headlines_those_of_the_folder_itself_first(
    tmp_path: Path,
) -> None:
    for file, value in {
        "z.json": {"headline": "甲"},
        "a/story.json": {"headline": "乙"},
        "a/layout.json": {"page": {}},
        "broken.json": "{",
        ".hidden/story.json": {"headline": "丙"},
        "list.json": [],
        "a/b/c/story.json": {"headline": "丁"},
    }.items():
        path = tmp_path / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(value if isinstance(value, str) else json.dumps(value), "utf-8")
    (tmp_path / "dir.json").mkdir()
    (tmp_path / "link.json").symlink_to("a/story.json")
    (tmp_path / "out.json").symlink_to(os.devnull)
    assert stories_in(tmp_path) == [
        {"file": "a/story.json", "title": "乙"},  # by its link in the folder itself
        {"file": "z.json", "title": "甲"},
    ]
    (tmp_path / "z.json").write_text('{"headline": "新的"}', "utf-8")
    assert stories_in(tmp_path)[1]["title"] == "新的"
