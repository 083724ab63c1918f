"""Press profiles as files: found, read, taken over from one another, and refused with reasons."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import jsonschema
import pytest

from infographic.cli import run
from infographic.foundation.diagnostics import SpecError
from infographic.loading.reading.source import read_file
from infographic.pipeline import compose
from infographic.press.profile import PressProfile
from infographic.profiles import ICC_FOLDER, SHIPPED, press_profile, shipped_profiles
from infographic.schemas import schema_text

ROOT = Path(__file__).resolve().parents[2]
NEWSPRINT_ICC = ICC_FOLDER / "IFRA26S_2004_newsprint.icc"


def written(folder: Path, **fields: object) -> Path:
    path = folder / "house.json"
    path.write_text(json.dumps(fields))
    return path


def faults(path: Path) -> str:
    with pytest.raises(SpecError) as caught:
        press_profile(str(path))
    return str(caught.value)


def test_the_shipped_profiles_are_the_five_of_the_manual() -> None:
    assert shipped_profiles() == ("insert", "newsprint", "newsprint-x1a", "proof", "screen")
    standards = [press_profile(name).standard for name in shipped_profiles()]
    assert standards == ["x4", "x4", "x1a", "none", "none"]


def test_newsprint_is_as_newspapers_ask() -> None:
    newsprint = press_profile("newsprint")
    assert (newsprint.ink.design, newsprint.ink.hard) == (220, 240)
    assert round(newsprint.ink.window_side * 25.4 / 72, 2) == 3.87
    assert (newsprint.bleed, newsprint.marks, newsprint.spots) == (0, False, 0)
    assert newsprint.intent is not None and newsprint.intent.identifier == "IFRA26"


def test_a_profile_takes_over_what_it_does_not_say() -> None:
    newsprint, x1a = press_profile("newsprint"), press_profile("newsprint-x1a")
    assert (x1a.standard_name, x1a.name) == ("PDF/X-1a:2003", "newsprint-x1a")
    assert (x1a.ink, x1a.icc, x1a.type) == (newsprint.ink, newsprint.icc, newsprint.type)


def test_a_house_profile_lies_beside_its_icc_file(tmp_path: Path) -> None:
    shutil.copy(NEWSPRINT_ICC, tmp_path / "house.icc")
    intent = {"identifier": "Plant", "registry": "", "info": "Our plant, 2026"}
    path = written(tmp_path, extends="newsprint", icc="house.icc", intent=intent, bleed="2mm")
    house = press_profile(str(path))
    assert house.icc_path == tmp_path / "house.icc"
    assert house.bleed == pytest.approx(5.669, abs=0.001)
    data = compose(ROOT / "data.json", "panel", press=path).pdf()
    assert b"(Plant)" in data and b"RegistryName" not in data


def test_a_changed_profile_is_read_again(tmp_path: Path) -> None:
    path = written(tmp_path, extends="newsprint", spots=1)
    assert press_profile(str(path)).spots == 1
    written(tmp_path, extends="newsprint", spots=12)
    assert press_profile(str(path)).spots == 12


def test_a_layout_names_a_profile_beside_it(tmp_path: Path) -> None:
    written(tmp_path, extends="insert", spots=7)
    (tmp_path / "mine.json").write_text('{"extends": "panel", "press": "house.json"}')
    assert compose(ROOT / "data.json", tmp_path / "mine.json").press.spots == 7


def test_a_layout_that_names_no_such_profile_is_told_where(tmp_path: Path) -> None:
    (tmp_path / "mine.json").write_text('{"extends": "panel",\n "press": "newsprnt"}')
    with pytest.raises(SpecError) as caught:
        compose(ROOT / "data.json", tmp_path / "mine.json")
    (one,) = caught.value.diagnostics
    assert (one.code, one.origin.line) == ("press-unknown", 2)
    assert one.hint == "did you mean “newsprint”?"


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        ({"standard": "x4", "icc": NEWSPRINT_ICC.name}, "PDF/X-4 wants “intent”"),
        ({"extends": "newsprint", "icc": ""}, "PDF/X-4 wants “icc”"),
        ({"extends": "newsprint", "intent": {"registry": "", "info": " "}}, "“info”"),
        ({"extends": "newsprint", "intent": {"identifier": " "}}, "“identifier”"),
        ({"extends": "newsprint", "icc": "none.icc"}, "cannot be read"),
        ({"extends": "newsprint", "icc": "house.json"}, "this is no ICC profile"),
        ({"extends": "newsprint", "ink": {"design": 250}}, "above “hard”"),
        ({"extends": "newsprint", "ink": {"design": 999}}, "from 0 to 400"),
        ({"extends": "newsprint", "bleed": 3}, "has no unit"),
        ({"standard": "none", "bleeds": "3mm"}, "did you mean “bleed”"),
        ({"extends": "house.json"}, "in a circle"),
        ({"extends": 3}, "wants a profile's name"),
        ({"standard": "x3"}, "expected “x4”, “x1a” or “none”"),
    ],
)
def test_what_a_profile_lacks_is_said(fields: dict[str, object], said: str, tmp_path: Path) -> None:
    assert said in faults(written(tmp_path, **fields))


@pytest.mark.parametrize(
    ("at", "new", "said"),
    [
        (16, b"RGB ", "is for RGB, not for CMYK"),
        (12, b"mntr", "class is “mntr”"),
        (8, b"\x04", "version 4 of ICC profiles is too new for x1a"),
        (0, b"\0\0\1\0", "not as long as its header says"),
    ],
)
def test_only_a_printers_profile_is_taken(at: int, new: bytes, said: str, tmp_path: Path) -> None:
    data = bytearray(NEWSPRINT_ICC.read_bytes())
    data[at : at + len(new)] = new
    (tmp_path / "house.icc").write_bytes(data)
    assert said in faults(written(tmp_path, extends="newsprint-x1a", icc="house.icc"))


def test_a_profile_is_a_value() -> None:
    assert isinstance(press_profile("insert"), PressProfile)
    assert hash(press_profile("insert")) == hash(press_profile("insert"))


def test_the_schema_in_the_docs_is_the_codes_and_the_shipped_files_keep_to_it() -> None:
    text = (ROOT / "docs" / "schema" / "press.schema.json").read_text(encoding="utf-8")
    assert text == schema_text("press"), "write them anew: infographic schema -o docs/schema"
    check = jsonschema.Draft202012Validator(json.loads(text))
    for path in SHIPPED.glob("*.json"):
        tree = read_file(path, relaxed=True).plain()
        assert not list(check.iter_errors(tree))
        assert (path.parent / tree["$schema"]).resolve() == ROOT / "docs/schema/press.schema.json"  # type: ignore[index]
    assert not check.is_valid({"bleeds": "3mm"})


# The command


def test_the_command_lists_the_profiles_and_explains_one(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert run(["press"]) == 0
    listed = capsys.readouterr().out
    assert all(name in listed for name in shipped_profiles())
    assert run(["press", "newsprint"]) == 0
    told = capsys.readouterr().out
    assert "220 % aimed at, 240 % at most, over 15 mm²" in told and "IFRA26" in told
    assert run(["press", "screen"]) == 0
    assert "up to 5 MB" in capsys.readouterr().out
    assert run(["press", "newsprnt"]) == 3
    assert run(["press", "insert", "--diagnostics", "json"]) == 0
    assert json.loads(capsys.readouterr().out)["bleed"] == "3 mm"


def test_render_writes_for_the_press_that_is_asked_for(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    story = str(ROOT / "data.json")
    assert run(["render", story, "-l", "panel", "-o", str(file), "--press", "insert", "-q"]) == 0
    assert b"FOGRA39" in file.read_bytes()
    assert run(["render", story, "-l", "panel", "-o", str(file), "--press", "none", "-q"]) == 3
