"""The mend of a file that lies outside: followed to the letter, it mends."""

from __future__ import annotations

import json
import shlex
from pathlib import Path

import pytest
from PIL import Image

from infographic import SpecError, compose

LAYOUT = {
    "page": {"width": "200px", "height": "200px"},
    "body": {"type": "figure", "figure": {"$data": "/figures/0"}, "caption_style": "a"},
    "styles": {"a": {"font": "a", "size": "9px", "leading": "12px"}},
    "fonts": {"a": "sans-bold"},
}


def set_with(folder: Path, image: str, allow: list[str]) -> None:
    folder.mkdir(exist_ok=True)
    (folder / "layout.json").write_text(json.dumps(LAYOUT), encoding="utf-8")
    story = {"headline": "校样", "figures": [{"image": image, "caption": "图", "alt": "图"}]}
    (folder / "story.json").write_text(json.dumps(story), encoding="utf-8")
    compose(folder / "story.json", folder / "layout.json", allow=allow)


@pytest.mark.parametrize("image", ["../from the desk 😀/$(id) 1.png", "desk/$(id) 1.png"])
def test_what_is_to_be_allowed_is_a_path_that_is_taken_as_it_stands(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, image: str
) -> None:
    desk, project = tmp_path / "from the desk 😀", tmp_path / "market"
    desk.mkdir()
    project.mkdir()
    Image.new("RGB", (40, 40)).save(desk / "$(id) 1.png")
    (project / "desk").symlink_to(desk)
    monkeypatch.chdir("/")
    with pytest.raises(SpecError) as caught:
        set_with(project, image, [])
    (fault,) = caught.value.diagnostics
    assert fault.code == "file-outside"
    assert ("a link in the project" in fault.hint) == (not image.startswith(".."))
    words = shlex.split(fault.hint)
    set_with(project, image, [words[words.index("--allow") + 1]])


def test_the_path_to_be_allowed_does_not_tell_a_link_elsewhere_from_a_folder(
    tmp_path: Path,
) -> None:
    (tmp_path / "desk/deep/folder").mkdir(parents=True)
    (tmp_path / "desk/plain").mkdir()
    (tmp_path / "desk/links").symlink_to(tmp_path / "desk/deep/folder")
    hints = []
    for name in ("plain", "links"):
        with pytest.raises(SpecError) as caught:
            set_with(tmp_path / "market", f"../desk/{name}/../1.png", [])
        (fault,) = caught.value.diagnostics
        assert fault.code == "file-outside"
        hints.append(fault.hint.replace(name, "plain"))
    assert hints[0] == hints[1]
