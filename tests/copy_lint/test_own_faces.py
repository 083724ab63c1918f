"""A paper's own face that lacks a character says which face stands in; one whose file a disk has
spoilt says that it is doubtful."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from test_words_as_set import layout

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.pipeline import draft

FONTS = Path(__file__).resolve().parents[1] / "fonts"


def said(fonts: object, *body: str, code: str = "copy-face", **given: Any) -> list[Diagnostic]:
    made = {**layout(), "fonts": {"body": fonts}}
    story = {"headline": "一", "body": list(body)}
    page = draft(story, made, font_path=[FONTS], **given)
    return [one for one in page.diagnostics if one.code == code]


def test_a_face_that_has_all_characters_says_nothing() -> None:
    assert said("square", "中国 2024 abc，。") == []


def test_a_face_that_lacks_characters_names_the_shipped_one_that_stands_in() -> None:
    (one,) = said("square", "中国", "囍的囍", "龘")
    assert one.severity is Severity.WARNING
    assert one.message == (
        "2 characters are not in Square-Regular, and NotoSansSC-Regular stands in: 囍, 龘"
    )
    assert one.origin.pointer == "/body/1"
    assert "fallback" in one.hint


def test_a_fallback_of_the_layout_s_own_is_a_note() -> None:
    (one,) = said({"han": "narrow", "fallback": "square"}, "中国")
    assert one.severity is Severity.NOTE
    assert one.message.endswith("and Square-Regular stands in: 中, 国")


def test_letters_are_to_be_in_the_face_of_letters() -> None:
    # The kai has Han and letters; the letters' own face has neither ü nor Han.
    (one,) = said({"han": "kai-regular", "latin": "narrow"}, "中国 Zürich")
    assert "1 character is not in Square-Regular" in one.message


def test_what_is_allowed_is_not_said() -> None:
    assert said("square", "囍", allow=("copy-face",)) == []


def test_shipped_faces_stand_in_for_each_other_as_they_are_meant_to() -> None:
    assert said("serif-regular", "㵘") == []


def test_a_face_whose_outlines_a_disk_has_changed_is_doubtful(tmp_path: Path) -> None:
    data = bytearray((FONTS / "square.ttf").read_bytes())
    entry = data.index(b"glyf")
    start, length = (int.from_bytes(data[entry + at : entry + at + 4], "big") for at in (8, 12))
    data[start + length - 1] ^= 1
    spoilt = tmp_path / "spoilt.ttf"
    spoilt.write_bytes(data)
    made = {**layout(), "fonts": {"body": "spoilt"}}
    page = draft({"headline": "一", "body": ["中国"]}, made, font_path=[tmp_path])
    (one,) = (one for one in page.diagnostics if one.code == "font-doubtful")
    assert one.severity is Severity.WARNING
    assert one.message == (
        "spoilt.ttf may be damaged: glyf are not what it says that they are (checksums)"
    )
    assert one.origin.file == spoilt.as_posix()
    assert said("square", "中国", code="font-doubtful") == []
