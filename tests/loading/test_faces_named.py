"""Faces that a layout names by their files: where they are looked for, and what is said of one
that is not there."""

from __future__ import annotations

import json
import shlex
import shutil
from pathlib import Path

import pytest

from infographic import SpecError, compose
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.files import shipped

STORY = {
    "headline": "校样",
    "panels": [{"title": "数说", "stats": [f"开设网点**{n}**个" for n in range(21, 25)]}],
}
FACE = "dm-serif-display-regular.ttf"


def layout(path: Path, fonts: object, **more: object) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"fonts": fonts, **more}, indent=1), encoding="utf-8")
    return path


def fault(path: Path, root: Path) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        compose(STORY, path, root=root)
    return caught.value.diagnostics[0]


@pytest.mark.parametrize(
    "face", ["our.ttf", {"han": ["our.ttf"]}, {"latin": "our.ttf", "han": "sans-bold"}]
)
def test_a_face_is_looked_for_beside_the_layout_that_names_it_though_another_takes_it_over(
    tmp_path: Path, face: object
) -> None:
    base = layout(tmp_path / "house/base.json", {"headline": face}, extends="square")
    shutil.copy(shipped("fonts") / FACE, base.parent / "our.ttf")
    edition = layout(tmp_path / "editions/a.json", {}, extends="../house/base.json")
    assert compose(STORY, edition, root=tmp_path).pages


def test_a_part_of_a_role_that_is_laid_over_another_has_its_own_folder(tmp_path: Path) -> None:
    base = layout(
        tmp_path / "house/base.json", {"headline": {"latin": "our.ttf"}}, extends="square"
    )
    shutil.copy(shipped("fonts") / FACE, base.parent / "our.ttf")
    over = {"headline": {"han": "sans-bold"}}
    edition = layout(tmp_path / "editions/a.json", over, extends="../house/base.json")
    assert compose(STORY, edition, root=tmp_path).pages


def test_a_face_that_is_not_there_is_said_at_its_own_line(tmp_path: Path) -> None:
    path = layout(tmp_path / "a.json", {"headline": "../a/our.ttf"}, extends="square")
    found = fault(path, tmp_path.parent)
    assert found.code == "font-missing"
    assert (found.origin.line, found.origin.pointer) == (3, "/fonts/headline")


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("fonts/oursong.ttf", "did you mean “OurSong.ttf”?"),
        ("fonts/other.ttf", "the path starts from the folder of the file that names it"),
        ("oursong.ttf", "--font-path FOLDER"),
        ("sans-bolt", "did you mean “sans-bold”?"),
    ],
)
def test_who_names_a_face_wrong_is_told_what_lies_there_or_where_faces_are_looked_for(
    tmp_path: Path, name: str, hint: str
) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts/OurSong.ttf").write_bytes(b"")
    path = layout(tmp_path / "a.json", {"headline": name}, extends="square")
    assert hint in str(fault(path, tmp_path).hint)


def test_what_is_to_be_run_holds_no_command_of_the_one_who_named_the_file(tmp_path: Path) -> None:
    (tmp_path / "our $(id).woff").write_bytes(b"wOFF\0\1\0\0" + bytes(40))
    path = layout(tmp_path / "a.json", {"headline": "our $(id).woff"}, extends="square")
    found = fault(path, tmp_path)
    assert found.code == "font-web"
    assert shlex.split(str(found.hint))[-2:] == ["our $(id).ttf", "our $(id).woff"]


def test_a_web_font_that_is_called_ttf_is_not_unpacked_onto_itself(tmp_path: Path) -> None:
    (tmp_path / "our.ttf").write_bytes(b"wOFF\0\1\0\0" + bytes(40))
    path = layout(tmp_path / "a.json", {"headline": "our.ttf"}, extends="square")
    assert str(fault(path, tmp_path).hint).endswith("-o our-unpacked.ttf our.ttf")
