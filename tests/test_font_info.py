"""`infographic fonts FILE`: what stands in a font file, in words."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable

from infographic.cli import run
from infographic.foundation.files import shipped
from infographic.foundation.font import FontError
from infographic.loading.assets.fontinfo import describe, embedding, gb2312, table_of_2013

FONTS = Path(__file__).resolve().parent / "fonts"


def facts(path: Path) -> dict[str, str]:
    """The first face's facts by their names."""
    lines = describe(path).split("\n\n")[0].splitlines()[1:]
    return {line[2:16].strip(): line[16:] for line in lines}


def test_the_two_tables_have_as_many_characters_as_their_standards() -> None:
    assert (len(gb2312()), len(table_of_2013())) == (6763, 8105)


def test_a_face_is_described_in_full() -> None:
    assert facts(FONTS / "square.ttf") == {
        "family": "Square",
        "style": "Regular",
        "PostScript": "Square-Regular",
        "weight": "400 Regular",
        "outlines": "TrueType (glyf)",
        "glyphs": "815 for 782 characters",
        "Han": "527 of the 6763 of GB2312, 527 of the 8105 of 通用规范汉字",
        "figures": "all of one width, no feature “tnum”",
        "embedding": "allowed, without limits (fsType 0)",
        "licence": "not stated in the file",
    }


def test_a_face_without_names_is_described_by_the_rest(tmp_path: Path) -> None:
    font = TTFont(FONTS / "square.ttf")
    del font["name"], font["OS/2"]
    font.save(tmp_path / "bare.ttf")
    told = facts(tmp_path / "bare.ttf")
    assert (told["family"], told["weight"]) == ("(none)", "400 Regular")


def test_outlines_of_postscript_are_named() -> None:
    assert facts(FONTS / "square.otf")["outlines"] == "CFF"


def test_a_collection_tells_each_of_its_faces() -> None:
    first, second = describe(FONTS / "squares.ttc").split("\n\n")
    assert first.startswith("squares.ttc, face 0 of 2")
    assert "weight        700 Bold" in second


def test_a_variable_font_tells_its_axes() -> None:
    assert facts(FONTS / "variable.ttf")["axis"] == "wght from 400 to 900, 400 unless set"


def test_tabular_figures_are_found() -> None:
    barlow = facts(shipped("fonts") / "barlow-condensed-bold.ttf")
    assert barlow["figures"] == "of several widths, tabular ones by “tnum”"
    assert "SIL Open Font License" in barlow["licence"]


def test_a_font_that_may_not_be_embedded_is_described_and_says_so() -> None:
    said = facts(FONTS / "restricted.ttf")["embedding"]
    assert said == "forbidden: it cannot be used here (fsType 2)"


@pytest.mark.parametrize(
    ("fs_type", "words"),
    [
        (0x0000, "without limits"),
        (0x0002, "forbidden"),
        (0x0004, "viewed and printed"),
        (0x0008, "may be edited"),
        (0x0104, "forbids subsets"),
        (0x0200, "bitmaps only"),
    ],
)
def test_what_the_maker_allows_is_said_in_words(fs_type: int, words: str) -> None:
    assert words in embedding(fs_type)


def test_a_shipped_face_covers_both_tables() -> None:
    han = facts(shipped("fonts") / "noto-serif-sc-bold.ttf")["Han"]
    assert han == "6763 of the 6763 of GB2312, 8105 of the 8105 of 通用规范汉字"


@pytest.mark.parametrize("cut", [0, 3, 40, 200, 1000, 3000])
def test_a_file_cut_short_anywhere_is_said_to_be_broken(tmp_path: Path, cut: int) -> None:
    path = tmp_path / "cut.ttf"
    path.write_bytes((FONTS / "narrow.ttf").read_bytes()[:cut])
    with pytest.raises(FontError):
        describe(path)


@pytest.mark.parametrize("table", [b"name", b"cmap", b"OS/2", b"head"])
def test_a_damaged_table_is_the_files_fault_and_not_a_bug(tmp_path: Path, table: bytes) -> None:
    data = bytearray((FONTS / "narrow.ttf").read_bytes())
    entry = data.index(table)
    start = int.from_bytes(data[entry + 8 : entry + 12])
    length = int.from_bytes(data[entry + 12 : entry + 16])
    # Behind its head: a count of 65535 records would be read one by one.
    data[start + 6 : start + length] = b"\xff" * (length - 6)
    path = tmp_path / "damaged.ttf"
    path.write_bytes(data)
    try:
        describe(path)
    except FontError as error:
        assert "damaged.ttf" in error.message


def test_broken_and_missing_files_are_bad_input_and_the_others_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copy(FONTS / "narrow.ttf", tmp_path / "good.ttf")
    files = [FONTS / "broken.ttf", tmp_path / "none.ttf", tmp_path / "good.ttf"]
    assert run(["fonts", *map(str, files)]) == 3
    out, err = capsys.readouterr()
    assert out.startswith("good.ttf\n")
    assert "error[font-broken]: broken.ttf is not a whole" in err
    assert "error[font-missing]" in err


def _font(path: Path, flavor: str | None = None) -> Path:
    """The test font, as a web font or, without a flavour, with pictures in place of outlines."""
    font = TTFont(FONTS / "square.ttf")
    if flavor is None:
        del font["glyf"], font["loca"]
        for tag in ("CBDT", "CBLC"):
            font[tag] = DefaultTable(tag)
            font[tag].data = b"\0\3\0\0"
    font.flavor = flavor
    font.save(path)
    return path


@pytest.mark.parametrize("name", ["color.ttf", "paper.woff", "paper.woff2"])
def test_a_font_of_pictures_and_a_web_font_are_named_as_such_wherever_they_are_met(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    code, said = {
        "color.ttf": ("font-pictures", "holds its characters as pictures (CBDT)"),
        "paper.woff": ("font-web", "python -m fontTools.ttLib -o paper.ttf paper.woff"),
        "paper.woff2": ("font-web", "decompress -o paper.ttf paper.woff2"),
    }[name]
    if name == "paper.woff2":
        # Its Brotli is not looked into.
        (tmp_path / name).write_bytes(b"wOF2\0\1\0\0" + bytes(40))
    else:
        _font(tmp_path / name, "woff" if name.endswith("woff") else None)
    layout = {
        "page": {"width": "100pt", "height": "auto"},
        "fonts": {"body": {"han": "serif-regular", "fallback": name}},
        "styles": {"body": {"font": "body", "size": "20pt", "leading": "30pt"}},
        "body": {"type": "text", "text": {"$data": "/body"}, "style": "body"},
    }
    (tmp_path / "layout.json").write_text(json.dumps(layout), encoding="utf-8")
    (tmp_path / "story.json").write_text('{"headline": "校样", "body": ["测试"]}', encoding="utf-8")
    file = str(tmp_path / name)
    render = ["render", str(tmp_path / "story.json"), "-l", str(tmp_path / "layout.json")]
    for command in (["fonts", file], [*render, "-o", str(tmp_path / "o.pdf")]):
        assert run(command) == 3
        err = capsys.readouterr().err
        assert f"error[{code}]" in err
        assert said in err
    (tmp_path / "fonts").mkdir()
    shutil.move(file, tmp_path / "fonts" / name)
    assert (
        run([*render, "-o", str(tmp_path / "o.pdf"), "--font-path", str(tmp_path / "fonts")]) == 3
    )
    assert f"error[{code}]" in capsys.readouterr().err
