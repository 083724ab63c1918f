"""JSON with places: what is read, and what is said of what cannot be."""

from __future__ import annotations

import json
from io import BytesIO, TextIOWrapper
from pathlib import Path

import pytest
from conftest import Limited
from hypothesis import example, given
from hypothesis import strategies as st

from infographic.foundation import limits
from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.reading.source import read_file, read_json, text_of
from infographic.loading.reading.values import node_of


def read(text: str, relaxed: bool = False) -> Node:
    return read_json(Source("story.json", text), relaxed=relaxed)


def faults_of(text: str, relaxed: bool = False) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        read(text, relaxed)
    return caught.value.diagnostics


def said(text: str, relaxed: bool = False) -> list[str]:
    return [f"{d.code} {d.origin.line}:{d.origin.column}" for d in faults_of(text, relaxed)]


# What is read

NO_NUL = st.text(st.characters(exclude_characters="\0", exclude_categories=["Cs"]), max_size=12)
SCALARS = (
    st.none()
    | st.booleans()
    | st.integers()
    | st.floats(allow_nan=False, allow_infinity=False)
    | NO_NUL
)
VALUES = st.recursive(
    SCALARS,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(NO_NUL, parts, max_size=4),
    max_leaves=12,
)


@given(VALUES, st.booleans(), st.sampled_from([None, 0, 1, 4]), st.booleans())
def test_what_json_writes_is_read_back_equal(
    value: object, ascii_only: bool, indent: int | None, relaxed: bool
) -> None:
    text = json.dumps(value, ensure_ascii=ascii_only, indent=indent)
    assert repr(read(text, relaxed).plain()) == repr(json.loads(text))


@given(VALUES, st.sampled_from([None, 1]))
def test_every_place_is_where_the_value_is_written(value: object, indent: int | None) -> None:
    text = json.dumps(value, ensure_ascii=False, indent=indent)
    lines = text.split("\n")
    decoder = json.JSONDecoder()
    for node in read(text).walk():
        rest = "\n".join(lines[node.origin.line - 1 :])[node.origin.column - 1 :]
        assert repr(decoder.raw_decode(rest)[0]) == repr(node.plain())
        for key, place in node.keys.items():
            rest = lines[place.line - 1][place.column - 1 :]
            assert decoder.raw_decode(rest)[0] == key


@given(VALUES)
def test_a_python_value_makes_the_same_tree_as_its_text(value: object) -> None:
    tree, made = read(json.dumps(value)), node_of(value, "story")
    assert repr(made.plain()) == repr(tree.plain())
    pointers = [node.origin.pointer for node in made.walk()]
    assert pointers == [node.origin.pointer for node in tree.walk()]


@given(
    st.text(alphabet="{}[]\",:：，“”'\\/*#u0d8-+.eE12 \n\tnulltrue中", max_size=40), st.booleans()
)
@example("0\t\n\t0", False)
def test_any_text_is_read_or_refused_with_places_inside_it(text: str, relaxed: bool) -> None:
    try:
        read(text, relaxed)
    except SpecError as error:
        lines = text.split("\n")
        for fault in error.diagnostics:
            if fault.code == "json-not-text":
                # A table, a web page: the whole file is meant.
                continue
            assert 1 <= fault.origin.line <= len(lines)
            assert 1 <= fault.origin.column <= len(lines[fault.origin.line - 1]) + 1
    else:
        if not relaxed:
            json.loads(text)


def test_places_are_pointer_line_and_column_in_code_points() -> None:
    tree = read('{"图": "😀",\n "a/b~": [10, {"x": null}]}')
    places = [(str(node.origin), node.origin.pointer) for node in tree.walk()]
    assert places == [
        ("story.json:1:1", ""),
        ("story.json:1:7", "/图"),
        ("story.json:2:10", "/a~1b~0"),
        ("story.json:2:11", "/a~1b~0/0"),
        ("story.json:2:15", "/a~1b~0/1"),
        ("story.json:2:21", "/a~1b~0/1/x"),
    ]


def test_line_ends_of_windows_count_as_one() -> None:
    assert read('{\r\n"a":\r\n1}').value["a"].origin.line == 3  # type: ignore[index,call-overload]


def test_large_integers_keep_every_digit() -> None:
    assert read("12345678901234567890123").value == 12345678901234567890123


def test_two_escapes_make_one_character() -> None:
    assert read(r'"\ud83d\ude00"').value == "😀"


def test_a_layout_may_hold_comments_and_commas_at_the_end() -> None:
    text = '// one\n{"a": [1, /* two */ 2,], // three\n "b": {}, // "c": 3\n}\n// four'
    assert read(text, relaxed=True).plain() == {"a": [1, 2], "b": {}}


def test_slashes_inside_a_text_are_no_comment() -> None:
    assert read('{"url": "https://x.cn/*"}').plain() == {"url": "https://x.cn/*"}


# What is refused, where

REFUSED = [
    ("", "json-empty 1:1"),
    (" \n ", "json-empty 1:1"),
    ('{"a": 1, "b": 2, "a": 3}', "json-duplicate-key 1:18"),
    ('{"a": NaN}', "json-not-finite 1:7"),
    ("[-Infinity]", "json-not-finite 1:2"),
    ("[1e999]", "json-overflow 1:2"),
    ("[" + "9" * 500 + "]", "json-overflow 1:2"),
    ("[007]", "json-number 1:2"),
    ("[+5]", "json-number 1:2"),
    ("[0x1F]", "json-number 1:2"),
    ("[.5]", "json-number 1:2"),
    ("[5.]", "json-number 1:2"),
    ("[1_000]", "json-number 1:2"),
    ("[12个]", "json-number 1:2"),
    ("[２３]", "json-number 1:2"),
    (r'["ab\ud83d"]', "json-surrogate 1:5"),
    (r'["\ude00"]', "json-surrogate 1:3"),
    (r'["\ud83d\u0041"]', "json-surrogate 1:3"),
    ('["a\tb"]', "json-control 1:4"),
    ('["a\0b"]', "json-control 1:4"),
    (r'["a\u0000b"]', "json-control 1:4"),
    (r'["pics\my"]', "json-escape 1:7"),
    (r'["\u12"]', "json-escape 1:3"),
    ('["one\ntwo"]', "json-line-break 1:6"),
    ('{"a”: 1,\n"b": 2}', "json-line-break 1:9"),
    ("[" * (limits.most("nesting") + 1), f"json-nesting 1:{limits.most('nesting') + 1}"),
    ('{"a": [1, 2', "json-cut-off 1:12"),
    ('{"a": [1, 2\n\n', "json-cut-off 1:12"),
    ('{"a": "on', "json-cut-off 1:10"),
    ('{"a":', "json-cut-off 1:6"),
    ('{"a"', "json-cut-off 1:5"),
    ("{", "json-cut-off 1:2"),
    ('["\\', "json-cut-off 1:4"),
    ("{} {}", "json-after-end 1:4"),
    ("{}}", "json-after-end 1:3"),
    ("{'a': 1}", "json-quotes 1:2"),
    ("['a]", "json-quotes 1:2"),
    ("{a: 1}", "json-key 1:2"),
    ("{1: 1}", "json-key 1:2"),
    ('{"a": 1 "b": 2}', "json-comma 1:8"),
    ('{"a": 1\n "b": 2}', "json-comma 1:8"),
    ("[1 2]", "json-comma 1:3"),
    ("[1; 2]", "json-comma 1:3"),
    ('["a": 1]', "json-comma 1:5"),
    ('{, "a": 1}', "json-comma 1:2"),
    ('{"a" 1}', "json-colon 1:5"),
    ('{"a" = 1}', "json-colon 1:6"),
    ('{"a", "b"}', "json-colon 1:5"),
    ('{"a"：1}', "json-chinese-punctuation 1:5"),
    ('{"a":1，"b":2}', "json-chinese-punctuation 1:7"),
    ("{“a”:1}", "json-chinese-punctuation 1:2"),
    ('{"a": “一”}', "json-chinese-punctuation 1:7"),
    ('{"a": [1】}', "json-chinese-punctuation 1:9"),
    ('｛"a": 1}', "json-chinese-punctuation 1:1"),
    ('["所谓"联盟"建立"]', "json-quote-inside 1:5"),
    ("[1, // no\n2]", "json-comment 1:5"),
    ("[1, # no\n2]", "json-comment 1:5"),
    ("[1 /* no", "json-comment 1:4"),
    ("[1,]", "json-trailing-comma 1:3"),
    ('{"a": 1,\n}', "json-trailing-comma 1:8"),
    ("[1,\u30002]", "json-space 1:4"),
    ("[1,\ufeff2]", "json-space 1:4"),
    ("[,1]", "json-value 1:2"),
    ('{"a": }', "json-value 1:7"),
    ('{"a": ?}', "json-value 1:7"),
    ("[True]", "json-word 1:2"),
    ("[None]", "json-word 1:2"),
    ('{"a": 两千人}', "json-word 1:7"),
    ('{"a": [1}', "json-bracket 1:9"),
    ('{"a": 1]', "json-bracket 1:8"),
]


@pytest.mark.parametrize(("text", "expected"), REFUSED, ids=[code for _, code in REFUSED])
def test_a_mistake_is_told_at_its_place(text: str, expected: str) -> None:
    assert said(text)[0] == expected


def test_an_odd_space_is_told_once_wherever_it_stands() -> None:
    assert said('{\u3000"a"\u3000:\u3000[\u30001\u3000,\u30002\u3000]\u3000}\u3000') == [
        f"json-space 1:{column}" for column in (2, 6, 8, 10, 12, 14, 16, 18, 20)
    ]


@pytest.mark.parametrize("text", [text for text, _ in REFUSED if text.strip()])
def test_a_mistake_moves_with_its_line(text: str) -> None:
    moved = [(d.code, d.origin.line - 2, d.origin.column) for d in faults_of("\n \n" + text)]
    assert moved == [(d.code, d.origin.line, d.origin.column) for d in faults_of(text)]


def test_what_leaves_no_doubt_is_read_past_so_that_all_is_told_at_once() -> None:
    text = '{"a"：1，\n“b”: 007,\n"a": NaN\n"c": "x\ty", \'d\': True,}'
    assert said(text) == [
        "json-chinese-punctuation 1:5",
        "json-chinese-punctuation 1:7",
        "json-chinese-punctuation 2:1",
        "json-number 2:6",
        "json-duplicate-key 3:1",
        "json-not-finite 3:6",
        "json-comma 3:9",
        "json-control 4:8",
        "json-quotes 4:13",
        "json-word 4:18",
        "json-trailing-comma 4:22",
    ]


def test_a_second_key_names_the_place_of_the_first() -> None:
    (fault,) = faults_of('{"a": 1,\n "a": 2}')
    assert "the first is at 1:2" in fault.message


def test_a_cut_off_file_says_what_was_open() -> None:
    (fault,) = faults_of('{"panels": [\n{"title": "联')
    assert fault.message == (
        "the file ends while the text opened at 2:11 in the object opened at 2:1"
        " in the list opened at 1:12 is open"
    )


def test_a_comment_in_a_story_says_where_comments_are_allowed() -> None:
    (fault,) = faults_of('{"a": 1 // why\n}')
    assert "allowed in layouts, and in the templates" in fault.hint


def test_a_text_closed_by_a_chinese_quote_says_so() -> None:
    (fault,) = faults_of('{"headline": "两千人”,\n"deck": ""}')
    assert fault.hint.startswith("“”” does not close it")


def test_errors_in_their_thousands_are_cut_short() -> None:
    *faults, last = faults_of("[" + "NaN," * 5000 + "1]")
    assert (len(faults), last.saying.key, last.limit) == (200, "faults-many", "faults")


@pytest.mark.parametrize(
    ("word", "mend"),
    [("007", "7"), ("-.5", "-0.5"), ("+5.", "5"), ("0x1F", "31"), ("２３", "write 23")],
)
def test_a_number_written_another_way_is_mended(word: str, mend: str) -> None:
    assert mend in faults_of(f"[{word}]")[0].hint


# Files and bytes


def test_a_byte_order_mark_is_no_part_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    file.write_bytes(b'\xef\xbb\xbf{"a": 1}')
    tree = read_file(file, relaxed=False)
    assert (tree.origin.line, tree.origin.column) == (1, 1)
    assert tree.origin.source.folder == tmp_path.as_posix()


@pytest.mark.parametrize(
    ("codec", "name"),
    [
        ("gb18030", "GBK"),
        ("utf-16", "UTF-16"),
        ("utf-16-le", "UTF-16"),
        ("utf-16-be", "UTF-16"),
        ("utf-32", "UTF-32"),
    ],
)
def test_another_encoding_is_named(codec: str, name: str) -> None:
    text = '{"headline": "两千三百名干部下基层，建立城市党建联盟"}'
    with pytest.raises(SpecError, match=f"looks like {name}"):
        text_of(text.encode(codec), "story.json")


def test_latin_1_is_named_with_the_place_of_its_first_byte() -> None:
    with pytest.raises(SpecError, match="Latin-1") as caught:
        text_of('{\n"café": "crème"}'.encode("latin-1"), "story.json")
    (fault,) = caught.value.diagnostics
    assert fault.message.startswith("byte 7 of the file (0xE9)")
    assert (fault.origin.line, fault.origin.column) == (2, 5)


def test_gbk_is_shown_in_its_own_characters() -> None:
    with pytest.raises(SpecError) as caught:
        text_of('{"a": 1,\n "b": "干部下基层"}'.encode("gbk"), "story.json")
    (fault,) = caught.value.diagnostics
    assert (fault.origin.line, fault.origin.column) == (2, 8)
    assert fault.origin.source.line(2) == ' "b": "干部下基层"}'


def test_one_damaged_character_is_not_taken_for_another_encoding() -> None:
    data = '{"headline": "两千三百名干部下基层"}'.encode()
    with pytest.raises(SpecError, match="this place is damaged") as caught:
        text_of(data[:20] + data[21:], "story.json")
    assert caught.value.diagnostics[0].origin.column == 17


def test_a_word_file_is_called_one() -> None:
    with pytest.raises(SpecError, match="this is a Word document, not JSON"):
        text_of(b"PK\x03\x04\xff\xfeword/document.xml", "story.docx")


def test_a_missing_file_names_its_neighbour(tmp_path: Path) -> None:
    (tmp_path / "story.json").write_text("{}")
    with pytest.raises(SpecError, match=r"file-missing.*\n.*did you mean “story.json”"):
        read_file(tmp_path / "sotry.json", relaxed=False)


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(SpecError, match=r"file-unreadable.*is a folder"):
        read_file(tmp_path, relaxed=False)


def test_a_file_too_large_is_not_read(tmp_path: Path, limited: Limited) -> None:
    limited({"file-bytes": 4})
    (tmp_path / "story.json").write_text("[1, 2]")
    with pytest.raises(SpecError, match="json-too-large"):
        read_file(tmp_path / "story.json", relaxed=False)


def test_a_dash_is_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stdin", TextIOWrapper(BytesIO(b"[1,\n2]")))
    tree = read_file("-", relaxed=False)
    assert [str(node.origin) for node in tree.walk()] == ["stdin:1:1", "stdin:1:2", "stdin:2:1"]


# Python values


def test_python_values_that_are_no_json_are_all_told() -> None:
    value = {"a": float("nan"), "b": {1: 2}, "c": [object(), "x\0"], "d": "\ud800"}
    with pytest.raises(SpecError) as caught:
        node_of(value, "story")
    assert [d.origin.pointer for d in caught.value.diagnostics] == [
        "/a",
        "/b",
        "/c/0",
        "/c/1",
        "/d",
    ]
    assert {d.code for d in caught.value.diagnostics} == {"python-value"}


def test_a_python_value_inside_itself_ends() -> None:
    value: list[object] = []
    value.append(value)
    with pytest.raises(SpecError, match="nested"):
        node_of(value, "story")
