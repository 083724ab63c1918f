"""A face is what was read and looked at once, whatever becomes of its file; and what it may hold
has bounds."""

from __future__ import annotations

import os
import random
import shutil
import sys
from pathlib import Path
from typing import Any

import pytest
from conftest import Limited
from font_mutations import patched, put_together, spoilt
from font_use import said_of, used
from made_fonts import FONTS, LETTER, MADE, TRUETYPE, ruled, tower, whole

from infographic.backends.pdf.font import subset
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.font import FontError, open_face
from infographic.pipeline import draft
from infographic.text.shaping import shape

LAYOUT: dict[str, Any] = {
    "page": {"width": "300pt", "height": "auto", "margins": "20pt"},
    "styles": {"body": {"font": "body", "size": "20pt", "leading": "30pt"}},
    "body": {"type": "text", "text": {"$data": "/body"}, "style": "body"},
}


def refused(folder: Path, fonts: object) -> list[Diagnostic]:
    with pytest.raises(SpecError) as raised:
        draft({"headline": "一", "body": ["aa"]}, {**LAYOUT, "fonts": fonts}, font_path=[folder])
    return list(raised.value.diagnostics)


def test_a_face_is_drawn_as_it_was_read_though_its_file_is_another_by_now(tmp_path: Path) -> None:
    path = tmp_path / "face.ttf"
    shutil.copy(FONTS / "square.ttf", path)
    face, same = open_face(path), open_face(FONTS / "square.ttf")
    path.write_bytes(b"\0" * 31_408)
    assert face.outline_of(LETTER) == same.outline_of(LETTER)
    assert subset(face, {LETTER}) == subset(same, {LETTER})
    with pytest.raises(FontError):
        open_face(path)


def test_a_file_that_grows_shorter_harms_nobody(tmp_path: Path) -> None:
    # A file that is mapped would end the process (SIGBUS).
    path = tmp_path / "face.ttf"
    shutil.copy(FONTS / "square.ttf", path)
    face = open_face(path)
    os.truncate(path, 0)
    assert face.outline_of(LETTER + 1)


@pytest.mark.skipif(sys.platform == "win32", reason="a pipe with a name is POSIX's")
def test_a_pipe_is_no_font_and_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "face.ttf")
    with pytest.raises(FontError) as raised:
        open_face(tmp_path / "face.ttf")
    assert raised.value.code == "font-missing"


def test_a_face_larger_than_the_limit_is_refused(limited: Limited) -> None:
    limited({"font-bytes": 20_000})
    with pytest.raises(FontError) as raised:
        open_face(FONTS / "square.ttf")
    assert raised.value.saying.key == "font-large/bytes"
    # Of a collection the face is counted, not the file.
    assert open_face(FONTS / "squares.ttc", 1).name == "Square-Bold"


def test_the_faces_of_a_layout_are_counted_together(limited: Limited) -> None:
    roles = {"body": "square", "other": {"han": "narrow", "fallback": "square"}}
    limited({"fonts-bytes": 36_000})
    draft({"headline": "一", "body": ["a"]}, {**LAYOUT, "fonts": roles}, font_path=[FONTS])
    limited({"fonts-bytes": 32_000})
    (said,) = refused(FONTS, roles)
    assert (said.code, said.limit, said.origin.pointer) == (
        "font-large", "fonts-bytes", "/fonts/other/han",
    )  # fmt: skip


def test_what_is_broken_in_a_face_is_said_where_the_layout_names_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.ttf"
    path.write_bytes(put_together(MADE["an em of no units"][0]()))
    (said,) = refused(tmp_path, {"body": "paper"})
    assert (said.code, said.origin.pointer) == ("font-broken", "/fonts/body")
    assert "by its table “head” an em is 0 units" in said.message


def test_what_is_broken_in_a_glyph_is_said_of_the_file_once_a_page_has_it(tmp_path: Path) -> None:
    path = tmp_path / "paper.ttf"
    path.write_bytes(put_together(MADE["a glyph of itself"][0]()))
    (said,) = refused(tmp_path, {"body": "paper"})
    assert said.origin.file == path.as_posix()
    assert (
        said.message
        == f"paper.ttf is broken: glyph {LETTER} of its table “glyf” is a part of itself"
    )
    draft({"headline": "一", "body": ["bb"]}, {**LAYOUT, "fonts": {"body": "paper"}},
          font_path=[tmp_path])  # fmt: skip


def test_a_character_may_become_so_many_glyphs_and_no_more(
    tmp_path: Path, limited: Limited
) -> None:
    path = tmp_path / "made.ttf"
    path.write_bytes(put_together(ruled("feature liga { sub a by b c d; } liga;")))
    limited({"glyphs-per-character": 3})
    assert len(shape(open_face(path), "aa", (), "en", "Latn").glyphs) == 6
    limited({"glyphs-per-character": 2})
    assert used(path) == "font-large/sequence"


def test_an_em_box_is_round_the_baseline_or_is_the_usual_one(tmp_path: Path) -> None:
    path = tmp_path / "made.ttf"
    path.write_bytes(put_together(patched("OS/2", 68, ">hh", 700, -300)(whole(TRUETYPE))))
    assert open_face(path).metrics[:2] == (0.7, 0.3)
    path.write_bytes(put_together(patched("OS/2", 68, ">hh", 20_000, 19_000)(whole(TRUETYPE))))
    assert open_face(path).metrics[:2] == (0.88, 0.12)


def test_parts_are_counted_through_glyphs_that_are_known_already(
    tmp_path: Path, limited: Limited
) -> None:
    path = tmp_path / "made.ttf"
    path.write_bytes(put_together(tower(6, 1)))
    limited({"glyph-depth": 4})
    face = open_face(path)
    for glyph in (LETTER + 4, LETTER + 2):
        assert face.outline_of(glyph)
    with pytest.raises(SpecError) as raised:
        face.outline_of(LETTER)
    (said,) = raised.value.diagnostics
    assert said.limit == "glyph-depth"


def test_a_table_without_which_no_subset_is_made_is_named(tmp_path: Path) -> None:
    path = tmp_path / "made.ttf"
    # Of a version that there is not; only browsers are given this table.
    path.write_bytes(put_together(patched("post", 0, ">I", 0x50000)(whole(TRUETYPE))))
    said = said_of(path)
    assert said.saying.key == "font-broken/subset"
    assert "(table “post”)" in said.message


@pytest.mark.full
@pytest.mark.parametrize("name", ["square.ttf", "square.otf", "variable.ttf", "squares.ttc"])
def test_thousands_of_spoilt_files_end_without_a_fault_of_ours(tmp_path: Path, name: str) -> None:
    data, dice = (FONTS / name).read_bytes(), random.Random(20)
    for _ in range(3_000):
        (tmp_path / name).write_bytes(spoilt(data, dice))
        used(tmp_path / name, (("wght", 650.0),) if name == "variable.ttf" else ())
