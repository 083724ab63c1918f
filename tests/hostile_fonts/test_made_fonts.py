"""Fonts that ask for too much, or for what makes no sense, are refused by their table's name."""

from __future__ import annotations

from pathlib import Path

import pytest
from conftest import Limited
from font_mutations import put_together, taken_apart
from font_use import said_of, used
from made_fonts import FONTS, MADE, characters, of

from infographic.foundation.font import FontError, open_face
from infographic.foundation.limits import most
from infographic.loading.assets.fontinfo import describe

WEIGHT = (("wght", 900.0),)


def made(folder: Path, name: str) -> tuple[Path, tuple[tuple[str, float], ...]]:
    tables = MADE[name][0]()
    path = folder / "made.ttf"
    path.write_bytes(put_together(tables))
    return path, WEIGHT if "fvar" in tables else ()


@pytest.mark.parametrize("name", MADE)
def test_a_font_with(name: str, tmp_path: Path) -> None:
    _, refused, table = MADE[name]
    path, axes = made(tmp_path, name)
    found = used(path, axes)
    if refused is None:
        assert isinstance(found, tuple)
        return
    assert found == refused
    said = said_of(path, axes)
    assert f"“{table}”" in said.message
    if refused.startswith("font-large"):
        assert said.limit


@pytest.mark.parametrize("name", MADE)
def test_what_stands_in_a_font_is_told_or_why_not_of_one_with(name: str, tmp_path: Path) -> None:
    path, _ = made(tmp_path, name)
    try:
        lines = describe(path).splitlines()
    except FontError as error:
        assert "made.ttf" in error.message
    else:
        assert lines[0] == "made.ttf"
        assert max(map(len, lines)) < 1_100


def collection(faces: int, place: int) -> bytes:
    head = b"ttcf\0\1\0\0" + faces.to_bytes(4, "big") + place.to_bytes(4, "big") * min(faces, 9)
    return head + (FONTS / "narrow.ttf").read_bytes()


@pytest.mark.parametrize(
    ("faces", "place", "refused"),
    [
        (1_000_000, 16, "font-large/faces"), (1, 0xFFFFFFF0, "font-broken/not-whole"),
        (0, 16, "font-broken/not-whole"), (2, 3, "font-broken/not-whole"),
    ],
)  # fmt: skip
def test_a_collection_that_is_none_is_refused(
    tmp_path: Path, faces: int, place: int, refused: str
) -> None:
    path = tmp_path / "made.ttc"
    path.write_bytes(collection(faces, place))
    assert used(path) == refused
    with pytest.raises(FontError):
        describe(path)


def test_tables_over_one_another_are_no_more_than_a_face_may_have(tmp_path: Path) -> None:
    whole = bytearray((FONTS / "square.ttf").read_bytes() + bytes(2_000_000))
    lines = b"".join(
        b"%04d" % number + bytes(4) + (0).to_bytes(4, "big") + len(whole).to_bytes(4, "big")
        for number in range(600)
    )
    path = tmp_path / "made.ttf"
    path.write_bytes(b"\0\1\0\0" + (600).to_bytes(2, "big") + bytes(6) + lines + whole)
    assert used(path) == "font-large/bytes"


def test_a_table_that_stands_there_twice_is_refused(tmp_path: Path) -> None:
    tables = taken_apart((FONTS / "square.ttf").read_bytes())
    data = put_together({**tables, "hmty": tables["hmtx"]}).replace(b"hmty", b"hmtx")
    path = tmp_path / "made.ttf"
    path.write_bytes(data)
    assert used(path) == "font-broken/not-whole"


def test_a_collection_is_told_up_to_a_limit_of_bytes(tmp_path: Path, limited: Limited) -> None:
    limited({"collection-bytes": 5_000})
    with pytest.raises(FontError) as raised:
        describe(FONTS / "squares.ttc")
    assert raised.value.code == "over-limit"


def test_characters_are_counted_and_not_groups(tmp_path: Path, limited: Limited) -> None:
    path = tmp_path / "made.ttf"
    change = of("square.ttf", lambda tables: {**tables, "cmap": characters((0x61, 0x64, 0x42))})
    path.write_bytes(put_together(change()))
    assert isinstance(used(path), tuple)
    limited({"font-characters": 3})
    assert used(path) == "font-large/characters"


def test_rules_are_looked_at_up_to_a_limit(limited: Limited) -> None:
    assert most("font-rules") > 100
    limited({"font-rules": 100})
    with pytest.raises(FontError) as raised:
        open_face(FONTS / "square.otf")
    assert raised.value.saying.key == "font-large/rules"
