"""No writer takes a file that the run reads: not by its name, a link or a second name."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import SQUARE
from story_folder import SMALL, files, write

import infographic
from infographic import SpecError, compose
from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL
from infographic.profiles import ICC_FOLDER

LAYOUT: dict[str, Any] = {
    "extends": "./base.json",
    "press": "house.json",
    "page": {"width": "120px", "height": "300px"},
    "fonts": {"f": {"han": "own", "fallback": "direct.ttf"}},
    "styles": {"s": {"font": "f", "size": "10px", "leading": "12px", "house": "table.json"}},
    "body": {"type": "stack", "children": [
        {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
        {"type": "figure", "figure": {"$data": "/figures/0"}},
        {"type": "figure", "figure": {"image": "logo.png"}},
    ]},
}  # fmt: skip
INPUTS = (
    "story.json", "layout.json", "base.json", "house.json", "house.icc", "table.json",
    "fonts/own.ttf", "fonts/other.ttf", "direct.ttf", "shown.png", "photo.png", "logo.png",
)  # fmt: skip
"""photo.png is in the story alone, logo.png in the layout alone; other.ttf is a font of the
folder that no style asks for."""
REPOSITORY = Path(__file__).resolve().parent.parent
CALL = ["story.json", "-l", "layout.json", "--font-path", "fonts"]


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A story with its pictures, and a layout with all that a layout can read."""
    monkeypatch.chdir(tmp_path)
    for number, name in enumerate(("photo.png", "shown.png", "logo.png")):
        Image.new("RGB", (180, 120), (40 * number, 90, 160)).save(name)
    story = {"headline": "大事", "figures": [{"image": "shown.png"}, {"image": "photo.png"}]}
    write(tmp_path / "story.json", story)
    write(tmp_path / "base.json", {key: SMALL[key] for key in ("page", "styles", "fonts")})
    write(tmp_path / "layout.json", LAYOUT)
    shutil.copy(ICC_FOLDER / "IFRA26S_2004_newsprint.icc", tmp_path / "house.icc")
    write(tmp_path / "house.json", {"extends": "newsprint", "icc": "house.icc"})
    write(tmp_path / "table.json", {"extends": "newspaper"})
    (tmp_path / "fonts").mkdir()
    for name in ("fonts/own.ttf", "fonts/other.ttf", "direct.ttf"):
        shutil.copy(SQUARE, tmp_path / name)
    return tmp_path


def state() -> dict[str, bytes]:
    return {path.as_posix(): path.read_bytes() for path in Path().rglob("*") if path.is_file()}


def by_name(file: str, name: str) -> None:
    """The output has the input's own name: the input takes that of the output."""
    for told in ("story.json", "layout.json"):
        path = Path(told)
        path.write_text(path.read_text(encoding="utf-8").replace(file, name), encoding="utf-8")
    Path(file).rename(name)


def by_symbolic_link(file: str, name: str) -> None:
    Path(name).symlink_to(Path(file).absolute())


def by_hard_link(file: str, name: str) -> None:
    Path(name).hardlink_to(file)


LINKS = (by_symbolic_link, by_hard_link)
each_way = pytest.mark.parametrize("way", [by_name, *LINKS], ids=lambda way: way.__name__)


@pytest.mark.parametrize("way", LINKS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("file", INPUTS)
def test_every_file_that_a_page_is_made_from_is_spared(
    capsys: pytest.CaptureFixture[str], file: str, way: Callable[[str, str], None]
) -> None:
    way(file, "page.png")
    before = state()
    assert run(["render", *CALL, "-o", "page.png"]) == BAD_INPUT
    assert state() == before
    said = capsys.readouterr().err
    assert said.count("error[") == 1
    assert f"page.png: error[output-is-input]: this is the same file as {Path(file).absolute()}, " \
           "which is read to make the page, and would be written over" in said  # fmt: skip


WRITERS = {
    "render -o": (["render", *CALL, "-o", "page.png"], "page.png"),
    "render -o of two": (["render", *CALL, "-o", "new.png", "-o", "page.png"], "page.png"),
    "render -o {layout}": (["render", *CALL, "-o", "{layout}.png"], "layout.png"),
    "render -o folder": (["render", *CALL, "-o", "./"], "layout.png"),
    "render -o .jpg": (["render", *CALL, "-o", "page.jpg"], "page.jpg"),
    "render -o .pdf": (["render", *CALL, "-o", "page.pdf"], "page.pdf"),
    "render --tiles": (["render", *CALL, "-o", "page.png", "--tiles", "100"], "page-2.png"),
    "render --alt-text": (["render", *CALL, "-o", "page.png", "--alt-text"], "page.alt.txt"),
    "render of two pages": (
        ["render", "story.json", "-l", "two.json", "--font-path", "fonts", "-o", "page.png"],
        "page-2.png",
    ),
    "check --overlay": (["check", *CALL, "--overlay", "page.png"], "page.png"),
    "check --proof-png": (["check", *CALL, "--proof-png", "page.png"], "page.png"),
    "check --proof-png of two pages": (
        ["check", "story.json", "-l", "two.json", "--font-path", "fonts",
         "--proof-png", "{layout}.png"],
        "two-2.png",
    ),
    "plates -o": (["plates", *CALL, "-o", "./"], "magenta.png"),
    "plates -o, the map": (["plates", *CALL, "-o", "./"], "coverage.png"),
    "plates --soft-proof": (["plates", *CALL, "--soft-proof", "page.png"], "page.png"),
    "fit -o": (["fit", *CALL, "-o", "page.png"], "page.png"),
    "fit --save": (["fit", *CALL, "--save", "page.json"], "page.json"),
}  # fmt: skip


@each_way
@pytest.mark.parametrize(("call", "written"), WRITERS.values(), ids=WRITERS)
def test_no_writer_takes_a_photo_that_the_page_is_made_from(
    folder: Path,
    capsys: pytest.CaptureFixture[str],
    call: list[str],
    written: str,
    way: Callable[[str, str], None],
) -> None:
    body = LAYOUT["body"]
    two = {**LAYOUT, "pages": [{"number": "1", "body": body}, {"number": "2", "body": body}]}
    write(folder / "two.json", {key: two[key] for key in two if key != "body"})
    way("shown.png", written)
    before = state()
    assert run(call) == BAD_INPUT
    assert "error[output-is-input]" in capsys.readouterr().err
    assert state() == before
    Path(written).unlink()
    if way is not by_name:
        assert run(call) == MADE
        assert Path(written).exists()


@pytest.mark.parametrize("way", LINKS, ids=lambda way: way.__name__)
@pytest.mark.parametrize("file", ["page.pdf", "house.json", "house.icc"])
def test_a_proof_of_a_pdf_is_not_written_over_it_nor_over_its_press_profile(
    capsys: pytest.CaptureFixture[str], file: str, way: Callable[[str, str], None]
) -> None:
    assert run(["render", *CALL, "-o", "page.pdf", "--force"]) == MADE
    way(file, "proof.png")
    before = state()
    call = ["check", "page.pdf", "--press", "house.json", "--proof-png", "proof.png"]
    assert run(call) == BAD_INPUT
    assert "error[output-is-input]" in capsys.readouterr().err
    assert state() == before


def test_what_one_layout_is_written_to_is_no_input_of_another(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "small.json", SMALL)
    before = state()
    both = ["story.json", "-l", "small.json", "-l", "layout.json", "--font-path", "fonts"]
    assert run(["render", *both, "-o", "logo.png", "-o", "b.png"]) == BAD_INPUT
    Path("small.png").symlink_to("logo.png")
    assert run(["check", *both, "--overlay", "{layout}.png"]) == BAD_INPUT
    assert capsys.readouterr().err.count("error[output-is-input]") == 2
    Path("small.png").unlink()
    assert state() == before


def test_a_page_that_does_not_fit_spares_its_inputs_too(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(folder / "low.json", {**LAYOUT, "page": {"width": "120px", "height": "30px"}})
    call = ["story.json", "-l", "low.json", "--font-path", "fonts"]
    before = state()
    assert run(["check", *call, "--overlay", "photo.png"]) == BAD_INPUT
    assert state() == before
    assert "error[output-is-input]" in capsys.readouterr().err
    assert run(["check", *call, "--overlay", "new.png"]) == BAD_INPUT
    assert files(folder) and Path("new.png").exists()


def test_a_story_from_standard_input_is_spared_where_it_is_a_file() -> None:
    Path("story.txt").write_bytes(Path("story.json").read_bytes())
    call = [sys.executable, "-m", "infographic", "render", "-", *CALL[1:], "-o", "story.txt"]
    before = state()
    with Path("story.txt").open("rb") as told:
        done = subprocess.run(
            call, stdin=told, env={**os.environ, "PYTHONPATH": str(REPOSITORY)}, check=False
        )
    assert done.returncode == BAD_INPUT
    assert state() == before


def test_every_command_that_writes_asks_the_guard() -> None:
    commands = Path(infographic.__file__).parent / "commands"
    free = {
        "schema.py",  # It reads no file of the author's.
        "shared/preflight.py",  # `check` asks for it.
    }
    writers = {
        path.relative_to(commands).as_posix(): text
        for path in commands.rglob("*.py")
        if re.search(
            r"write_(whole|all)\(|\.save\(|write_(bytes|text)\(", text := path.read_text("utf-8")
        )
    }
    assert free < writers.keys()
    assert [name for name in writers.keys() - free if "guard(" not in writers[name]] == []


@each_way
def test_a_page_is_not_saved_over_its_own_picture(way: Callable[[str, str], None]) -> None:
    way("shown.png", "page.png")
    before = state()
    page = compose("story.json", "layout.json", font_path=["fonts"])
    with pytest.raises(SpecError) as caught:
        page.save("page.png")
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.file) == ("output-is-input", "page.png")
    assert state() == before
    assert page.save("new.png").exists()


def test_a_page_spares_its_inputs_from_another_folder_too(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = compose("story.json", "layout.json", font_path=["fonts"])
    (folder / "else").mkdir()
    monkeypatch.chdir(folder / "else")
    with pytest.raises(SpecError):
        page.save("../photo.png")


def test_schemas_and_starters_replace_a_link_and_never_what_it_leads_to(folder: Path) -> None:
    before = Path("photo.png").read_bytes()
    Path("story.schema.json").symlink_to("photo.png")
    Path("data.json").symlink_to("photo.png")
    Path("layouts").mkdir()
    Path("layouts/mine.json").symlink_to(folder / "nowhere.json")
    assert run(["schema", "-o", "."]) == MADE
    assert run(["init", "."]) == MADE
    assert Path("photo.png").read_bytes() == before
    assert Path("data.json").is_symlink() and Path("layouts/mine.json").is_symlink()


TWICE = [
    ["render", *CALL, "-o", "a.png", "-o", "./a.png"],
    ["render", *CALL, "-o", "a.png", "-o", "link/a.png"],
    ["render", *CALL, "-o", "a.png", "--alt-text", "-o", "a.alt.txt"],
    ["check", *CALL, "--overlay", "a.png", "--proof-png", "a.png"],
    ["check", *CALL, "-l", "./layout.json", "--overlay", "{layout}.png"],
    ["plates", *CALL, "-o", "a", "--soft-proof", "a/cyan.png"],
    ["fit", *CALL, "-o", "a.png", "-o", "link/a.png"],
]


@pytest.mark.parametrize("call", TWICE, ids=" ".join)
def test_two_things_written_into_one_file_are_a_wrong_call(folder: Path, call: list[str]) -> None:
    Path("link").symlink_to(folder, target_is_directory=True)
    before = state()
    assert run(call) == WRONG_CALL
    assert state() == before
