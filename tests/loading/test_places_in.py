"""A cursor's place in a story or layout leads to a value, and the value back to its place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.datum import Node, Source
from infographic.foundation.files import shipped
from infographic.loading.reading.places_in import (
    code_points,
    place_of,
    texts_in,
    utf16_units,
    value_at,
)
from infographic.loading.reading.source import read_json
from infographic.loading.tables.reading.cell_at import cell_at, place_of_cell
from tests.loading.test_edit import AIR, TEXTS, at, pointers

STORIES = [shipped("data.json"), *shipped("examples").rglob("*.json")]
LAYOUTS = sorted(shipped("layouts").rglob("*.json"))


def nodes_of(text: str) -> list[Node]:
    return [*read_json(Source("text", text), relaxed=True).walk()]


@pytest.mark.parametrize("files", [
    [*STORIES, *LAYOUTS[::6]],
    pytest.param(LAYOUTS, marks=pytest.mark.full),
], ids=["stories", "layouts"])  # fmt: skip
def test_every_value_of_a_shipped_file_is_found_at_its_place_and_its_place_by_its_pointer(
    files: list[Path],
) -> None:
    count = 0
    for file in files:
        text = file.read_text("utf-8")
        for node in nodes_of(text):
            place, pointer = (node.origin.line, node.origin.column), node.origin.pointer
            assert place_of(text, pointer) == place
            # The place before a text's quote is that of its first character.
            offset = 0 if isinstance(node.value, str) else None
            assert value_at(text, *place) == (pointer, offset)
            count += 1
    assert count > 3_000


def test_every_character_of_the_shipped_stories_is_found_at_its_place_and_back() -> None:
    for file in [shipped("data.json"), *shipped("examples").rglob("story.json")]:
        text = file.read_text("utf-8")
        for pointer, (value, _, _) in texts_in(Source("text", text)).items():
            for offset in {0, 1, len(value) // 2, len(value)} & {*range(len(value) + 1)}:
                place = place_of(text, pointer, offset)
                assert place is not None
                assert value_at(text, *place) == (pointer, offset)


ESCAPED = st.text(
    st.sampled_from('a县😀"\\/\b\n\t\u2028é') | st.characters(exclude_categories=["Cs"]),
    max_size=12,
).filter(lambda text: "\0" not in text)


@given(key=TEXTS, value=ESCAPED, air=AIR, is_ascii=st.booleans(), has_mark=st.booleans())
@settings(max_examples=150, deadline=None)
def test_characters_are_found_through_escapes_pairs_line_ends_and_a_byte_order_mark(
    key: str, value: str, air: str, is_ascii: bool, has_mark: bool
) -> None:
    whole = {key: [value, 1], "z": {"b": None}}
    text = json.dumps(whole, ensure_ascii=is_ascii, separators=(f",{air}", f":{air}"))
    parsed: Any = json.loads(json.dumps(whole))
    text = ("\ufeff" if has_mark else "") + text
    lines = text.removeprefix("\ufeff").split("\n")
    for pointer in pointers(parsed):
        found = at(parsed, pointer)
        for offset in range(len(found) + 1) if isinstance(found, str) else [None]:
            place = place_of(text, pointer, offset)
            assert place is not None
            line, column = place
            assert 1 <= column <= len(lines[line - 1]) + 1
            assert value_at(text, line, column) == (pointer, offset)


def test_inside_an_escape_the_cursor_is_at_its_character() -> None:
    text = '{"a": "x\\ud83d\\ude00y"}'
    assert [value_at(text, 1, column)[1] for column in range(8, 24)] == [0, *[1] * 12, 2, 3, 3]


@pytest.mark.parametrize(
    ("column", "pointer"),
    [(1, ""), (2, "/a"), (5, "/a"), (8, "/a"), (12, "/b"), (17, "/b/0"), (20, "/b/1"), (40, "")],
)
def test_keys_and_marks_belong_to_their_value(column: int, pointer: str) -> None:
    assert value_at('{"a":   1, "b":[1, 22]}', 1, column)[0] == pointer


def test_white_space_of_a_line_is_what_begins_or_ends_in_it() -> None:
    text = '{\r\n  "a": 1,  \r\n\r\n  "b": [\r\n    2\r\n  ]\r\n}'
    places = [(2, 1), (2, 12), (3, 1), (4, 1), (5, 1), (5, 9), (6, 1), (9, 9), (0, 0)]
    found = [value_at(text, *place)[0] for place in places]
    assert found == ["/a", "/a", "", "/b", "/b/0", "/b/0", "/b", "", ""]


@pytest.mark.parametrize(
    ("text", "place", "found"),
    [
        ('{"a": {"b": "春风', (1, 15), ("/a/b", 1)),
        ('{"a": {"b": "春风', (1, 99), ("/a/b", 2)),
        ('{"a": {"b": "春风\n}, "c": 1}', (2, 5), ("/a", None)),
        ('{"a": {"b": }, "c": 1}', (1, 9), ("/a/b", None)),
        ('{"a": 1, "b":', (1, 11), ("/b", None)),
        ('[1, {"b": 2} {', (1, 6), ("/1/b", None)),
        ("", (1, 1), ("", None)),
        ("春", (1, 1), ("", None)),
    ],
)
def test_of_a_broken_text_what_can_be_told_is_told(
    text: str, place: tuple[int, int], found: tuple[str, int | None]
) -> None:
    assert value_at(text, *place) == found


@given(cut=st.integers(0, 20_000), line=st.integers(0, 400), column=st.integers(0, 90))
@settings(max_examples=60, deadline=None)
def test_a_text_cut_off_anywhere_is_read_without_an_error(cut: int, line: int, column: int) -> None:
    whole = (shipped("data.json")).read_text("utf-8")
    text = whole[: cut % len(whole)]
    pointer, _ = value_at(text, line, column)
    assert not pointer or place_of(text, pointer) is not None


def test_a_byte_order_mark_is_no_column() -> None:
    text = '\ufeff{"a": "县"}'
    assert place_of(text, "/a") == (1, 7)
    assert value_at(text, 1, 9) == ("/a", 1)


def test_columns_that_an_editor_counts_in_utf16_are_told_in_code_points_and_back() -> None:
    text = '\ufeff{"a": "😀县😀"}'
    units = [utf16_units(text, 1, column) for column in range(1, 13)]
    assert units == [1, 2, 3, 4, 5, 6, 7, 8, 10, 11, 13, 14]
    assert [code_points(text, 1, column) for column in units] == [*range(1, 13)]
    assert code_points(text, 9, 4) == 1


def test_what_a_text_does_not_have_has_no_place() -> None:
    assert place_of('{"a": 1}', "/b") is None
    assert place_of('{"a": "x"}', "/a", 99) == (1, 9)


def test_a_cell_is_found_at_every_place_of_it_though_it_has_several_lines(tmp_path: Path) -> None:
    text = '县,注\n榆树,"一\n二, 三"\n农安,四\n'
    found = [cell_at(text, *place) for place in [(1, 1), (1, 3), (2, 4), (3, 4), (4, 2), (9, 9)]]
    assert found == [(1, 1), (1, 2), (2, 2), (2, 2), (3, 1), (3, 2)]
    assert place_of_cell(text, 3, 2) == (4, 4)
    assert place_of_cell(text, 9, 1) is None
    assert cell_at('a,"b', 1, 1) is None
