"""Layouts and press profiles are found, and take over others, by one reader."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.reading.extending import Unchanged, stamps_of
from infographic.loading.sheet.layouts import read_layout
from infographic.profiles import press_profile

Read = Callable[[Path], object]
READERS = pytest.mark.parametrize(
    ("read", "noun", "form", "circle"),
    [
        (read_layout, "layout", "layout-form", "layout-circle"),
        (press_profile, "profile", "press-profile", "press-profile"),
    ],
)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def fault(read: Read, text: str, **others: str) -> Diagnostic:
    """What is said of a file “own.json”, with others beside it."""
    for name, other in {"own": text, **others}.items():
        Path(f"{name}.json").write_text(other, encoding="utf-8")
    with pytest.raises(SpecError) as caught:
        read(Path("own.json"))
    (one,) = caught.value.diagnostics
    return one


@READERS
def test_what_is_no_object_is_said(
    folder: Path, read: Read, noun: str, form: str, circle: str
) -> None:
    one = fault(read, "[]")
    assert (one.code, one.message.endswith(f"{noun} is an object, not a list")) == (form, True)


@READERS
def test_extends_wants_a_name(folder: Path, read: Read, noun: str, form: str, circle: str) -> None:
    one = fault(read, '{"extends": 3}')
    assert (one.code, one.message) == (form, f"“extends” wants a {noun}'s name, found a number")
    assert (one.origin.pointer, one.origin.column) == ("/extends", 13)


@READERS
def test_a_circle_is_said_where_it_closes(
    folder: Path, read: Read, noun: str, form: str, circle: str
) -> None:
    one = fault(read, '{"extends": "b.json"}', b='{"extends": "own.json"}')
    assert (one.code, one.origin.file) == (circle, "b.json")
    assert one.message == f"{noun}s extend each other in a circle: own.json"


@READERS
def test_a_missing_parent_is_said_at_its_name(
    folder: Path, read: Read, noun: str, form: str, circle: str
) -> None:
    one = fault(read, '{"extends": "gone.json"}')
    assert (one.origin.file, one.origin.pointer) == ("own.json", "/extends")
    assert "gone.json" in one.message and one.hint.startswith("a path starts from")


def test_a_profile_extends_one_and_a_layout_several(folder: Path) -> None:
    assert fault(press_profile, '{"extends": ["newsprint"]}').code == "press-profile"
    for name in "ab":
        Path(f"{name}.json").write_text(f'{{"{name}": 1, "last": "{name}"}}', encoding="utf-8")
    Path("own.json").write_text('{"extends": ["a.json", "b.json"]}', encoding="utf-8")
    tree = read_layout("own.json").node.plain()
    assert isinstance(tree, dict)
    assert (tree["a"], tree["b"], tree["last"]) == (1, 1, "b")


def test_a_profile_is_read_again_when_what_it_extends_changes(folder: Path) -> None:
    Path("own.json").write_text('{"extends": "base.json"}', encoding="utf-8")
    limits = []
    for design in (200, 210):
        base = Path("base.json")
        text = f'{{"extends": "newsprint", "ink": {{"design": {design}, "hard": 240}}}}'
        base.write_text(text, encoding="utf-8")
        os.utime(base, ns=(design, design))
        limits.append(press_profile("own.json").ink.design)
    assert limits == [200, 210]
    assert press_profile("own.json") is press_profile("own.json")


def test_what_is_kept_of_files_is_bounded_and_the_last_asked_for_stays(folder: Path) -> None:
    kept: Unchanged[str] = Unchanged(2)
    Path("a").write_text("one", encoding="utf-8")
    stamps = stamps_of([Path("a"), Path("gone")])
    kept.put("first", stamps, "1")
    kept.put("second", stamps, "2")
    assert kept.get("first") == "1"
    kept.put("third", stamps, "3")
    assert [kept.get(key) for key in ("first", "second", "third")] == ["1", None, "3"]
    Path("a").write_text("changed", encoding="utf-8")
    assert kept.get("first") is None


@READERS
def test_a_name_that_is_no_other_s_is_a_file_beside_it(
    folder: Path, read: Read, noun: str, form: str, circle: str
) -> None:
    Path("house.json").write_text('{"extends": 3}', encoding="utf-8")
    one = fault(read, '{"extends": "house"}')
    assert (one.origin.file, one.message) == (
        "house.json", f"“extends” wants a {noun}'s name, found a number",
    )  # fmt: skip
    one = fault(read, '{"extends": "huose"}')
    assert one.hint == "did you mean “house”?"


def test_a_shipped_name_is_the_shipped_layout_though_a_file_beside_it_has_the_name(
    folder: Path,
) -> None:
    Path("square.json").write_text('{"extends": "square", "title": "ours"}', encoding="utf-8")
    node = read_layout(Path("square.json").as_posix()).node
    assert isinstance(node.value, dict)
    assert node.value["title"].value == "ours"
    assert "body" in node.value


def test_what_is_taken_over_is_bounded(folder: Path) -> None:
    Path("a.json").write_text("{}", encoding="utf-8")
    one = fault(read_layout, json.dumps({"extends": ["a"] * 2000}))
    assert (one.code, one.origin.pointer) == ("extends-many", "/extends")
    for n in range(70):
        Path(f"n{n}.json").write_text(json.dumps({"extends": f"n{n + 1}"}), encoding="utf-8")
    one = fault(read_layout, '{"extends": "n0"}')
    assert (one.code, one.message) == ("extends-many", "“extends” leads to more than 64 files")


@READERS
def test_who_takes_over_a_file_that_is_not_there_is_told_which_folder_its_path_starts_from(
    folder: Path, read: Read, noun: str, form: str, circle: str
) -> None:
    assert "a path starts from the" in (hint := str(fault(read, '{"extends": "./none.json"}').hint))
    assert "layout's folder" in hint or "folder of the layout that names it" in hint
