"""What is new in a JSON file is written as its neighbours are; what goes takes its line with it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from pages import ROOT

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import shipped
from infographic.studio.documents.json_document import JsonDocument

Edit = dict[str, Any]


def opened(text: str, kind: Any = "layout") -> JsonDocument:
    return JsonDocument(Path("text.json"), kind, data=text.encode())


def after(text: str, *edits: Edit, kind: Any = "layout") -> str:
    document = opened(text, kind)
    assert document.value() is not None, document.faults()
    document.apply(list(edits))
    return document.text


def put(pointer: str, value: Any) -> Edit:
    return {"op": "set", "pointer": pointer, "value": value}


def insert(pointer: str, value: Any, index: int | None = None) -> Edit:
    return {"op": "insert", "pointer": pointer, "value": value} | (
        {} if index is None else {"index": index})  # fmt: skip


def create(pointer: str, value: Any) -> Edit:
    return {"op": "create", "pointer": pointer, "value": value}


def delete(pointer: str) -> Edit:
    return {"op": "delete", "pointer": pointer}


def move(pointer: str, index: int, to: str | None = None) -> Edit:
    return {"op": "move", "pointer": pointer, "index": index} | ({} if to is None else {"to": to})


LINES = "[\n  1, // one\n  2, // two\n  3 // three\n]"
OBJECTS = '{"p": [\r\n\t{\r\n\t\t"v" : 1\r\n\t}\r\n]}'


@pytest.mark.parametrize(
    ("text", "edit", "want"),
    [
        # Into lists
        ("[1, 2]", insert("", 3), "[1, 2, 3]"),
        ("[1,2]", insert("", 3, 0), "[3,1,2]"),
        ("[ 1 ]", insert("", 3, 0), "[ 3, 1 ]"),
        ("[]", insert("", 3), "[3]"),
        ("[ ]", insert("", 3), "[ 3 ]"),
        ("[  ]", insert("", 3), "[ 3 ]"),
        ("[\n]", insert("", 3), "[\n  3\n]"),
        ("[1, 2,]", insert("", 3), "[1, 2, 3,]"),
        (LINES, insert("", 0, 1), LINES.replace("one\n", "one\n  0,\n")),
        (LINES, insert("", 0, 0), LINES.replace("[\n", "[\n  0,\n")),
        (LINES, insert("", 4), LINES.replace("3 // three", "3, // three\n  4")),
        ("[\n  1,\n  // of two\n  2\n]", insert("", 0, 1), "[\n  1,\n  0,\n  // of two\n  2\n]"),
        (OBJECTS, insert("/p", {"v": 2, "w": []}), OBJECTS.replace(
            "\t}\r\n]", '\t},\r\n\t{\r\n\t\t"v" : 2,\r\n\t\t"w" : []\r\n\t}\r\n]')),
        ('[\n  {"v": 1},\n  {"v": 2}\n]', insert("", {"v": 3}, 1),
         '[\n  {"v": 1},\n  {"v": 3},\n  {"v": 2}\n]'),
        # Fields
        ('{"title": "a", "pages": []}', create("/styles", "b"),
         '{"title": "a", "styles": "b", "pages": []}'),
        ('{\r"pages": []\r}', create("/title", "b"), '{\r"title": "b",\r"pages": []\r}'),
        ('{\n "x-own": 1\n}', create("/notes/x-a/0", 5),
         '{\n "x-own": 1,\n "notes": {"x-a": [5]}\n}'),
        ("{ }", create("/deck", 1), '{ "deck": 1 }'),
        ('{\n    "a": [\n    ]\n}', insert("/a", {"v": 1}),
         '{\n    "a": [\n        {"v": 1}\n    ]\n}'),
        # Out again
        ("[1, 2, 3]", delete("/1"), "[1, 3]"),
        ("[1, 2, 3]", delete("/2"), "[1, 2]"),
        ("[1, 2, 3,]", delete("/2"), "[1, 2,]"),
        ("[1]", delete("/0"), "[]"),
        ("[\n  1\n]", delete("/0"), "[]"),
        (LINES, delete("/0"), "[\n  2, // two\n  3 // three\n]"),
        (LINES, delete("/2"), "[\n  1, // one\n  2 // two\n]"),
        ("[\n  1, 2,\n  3, 4\n]", delete("/1"), "[\n  1,\n  3, 4\n]"),
        ("[\n  1, 2,\n  3, 4\n]", delete("/2"), "[\n  1, 2,\n  4\n]"),
        ('{"a": 1, /* of b */ "b": 2}', delete("/a"), '{/* of b */ "b": 2}'),
        ("[\n  // of one\n  1,\n  2\n]", delete("/0"), "[\n  // of one\n  2\n]"),
        ("[\n// a\n1,\r2\n]", delete("/0"), "[\n// a\n2\n]"),
        # Elsewhere
        (LINES, move("/0", 2), "[\n  2, // two\n  3, // three\n  1 // one\n]"),
        (LINES, move("/2", 0), "[\n  3, // three\n  1, // one\n  2 // two\n]"),
        ('{"a": [1, 2], "b": []}', move("/a/0", 0, "/b"), '{"a": [2], "b": [1]}'),
        ("[[1], [2, 3]]", move("/0", 1, "/1"), "[[2, [1], 3]]"),
        ('{"a": [\n  {\n    "v": 1\n  }\n], "b": [\n        0\n]}', move("/a/0", 1, "/b"),
         '{"a": [], "b": [\n        0,\n        {\n          "v": 1\n        }\n]}'),
        (LINES, {"op": "duplicate", "pointer": "/0"}, LINES.replace("one\n", "one\n  1,\n")),
        # In place
        ('{"a" : "b" }', put("/a", [1, {"c": "d"}]), '{"a" : [1, {"c" : "d"}] }'),
        ('{"a":"b","c":[]}', put("/a", [1, {"c": 2}]), '{"a":[1,{"c":2}],"c":[]}'),
        (r'{"a": "\u4e2d\/"}', put("/a", "国/"), r'{"a": "\u56fd\/"}'),
        (r'{"a": "\u4E2D"}', put("/a", "中\u2014"), r'{"a": "\u4E2D\u2014"}'),
        (r'{"a": "中\u3000一\ud83d\ude00b"}', put("/a", "中\u3000二😀b"),
         r'{"a": "中\u3000二\ud83d\ude00b"}'),
        ('{"a": 2300.50}', put("/a", 2300.5), '{"a": 2300.50}'),
        ('{"a": 1}', {"op": "set", "pointer": "/a", "number": "2300.50"}, '{"a": 2300.50}'),
        ('{"a": 1}', put("/a", True), '{"a": true}'),
    ],
)  # fmt: skip
def test_an_edit_is_written_as_its_neighbours_are(text: str, edit: Edit, want: str) -> None:
    assert after(text, edit) == want


def test_an_edit_of_what_an_edit_before_it_made_is_made_of_that() -> None:
    assert after("[[1], 2]", put("/0/0", 5), put("/0", [6]), put("/0/0", 7)) == "[[7], 2]"
    assert after("[1, 2, 3]", delete("/0"), delete("/0"), insert("", 4, 0)) == "[4, 3]"


def test_a_long_value_is_spread_over_lines_in_a_file_of_lines() -> None:
    stat = {"label": "建立城市党建联盟" * 8, "value": 2300}
    made = after('{\n  "headline": "a"\n}\n', create("/panels", [{"stats": [stat]}]))
    assert made.startswith(
        '{\n  "headline": "a",\n  "panels": [\n    {\n      "stats": [\n        {'
    )
    assert len(after('{"headline": "a"}', create("/panels", [{"stats": [stat]}])).splitlines()) == 1


def test_a_field_stands_where_the_schema_has_it() -> None:
    story = '{"headline": "a", "panels": [{"title": "t", "stats": [{"value": 1}]}]}'
    made = after(
        story, create("/panels/0/stats/0/label", "l"), create("/kicker", "k"), kind="story"
    )
    assert made.startswith('{"headline": "a", "kicker": "k", "panels"')
    assert made.endswith('[{"value": 1, "label": "l"}]}]}')
    layout = (shipped("layouts") / "square.json").read_text(encoding="utf-8")
    document = opened(layout)
    order = document.order
    assert tuple(order(document.value(), "/page"))[:1] == ("size",)
    assert {"size", "leading"} <= {*order(document.value(), "/styles/headline")}
    tree = {"body": {"type": "stack", "children": [{"type": "qr"}]}}
    assert tuple(order(tree, "/body"))[:2] == ("type", "children")
    assert "rows" in order(tree, "/body")
    assert "rows" not in order(tree, "/body/children/0")
    assert order({"x-own": {}}, "/x-own") == ()


def test_the_shipped_layouts_keep_all_their_other_characters() -> None:
    text = (shipped("layouts") / "square.json").read_text(encoding="utf-8")
    document = opened(text)
    change = document.apply(create("/x-own/deep", {"a": 1}))
    (splice,) = change.splices
    assert document.text == text[: splice.at] + splice.new + text[splice.at :]


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        ({**put("/a", 3), "was": 2}, "edit-overtaken/value"),
        ({**put("/b/5", 3), "was": 2}, "edit-overtaken/gone"),
        (create("/a", 3), "edit-overtaken/created"),
        ({**insert("/b", 3), "count": 2}, "edit-overtaken/count"),
        ({**delete("/b/0"), "was": 2}, "edit-overtaken/value"),
        ({**put("/a", 3), "was": True}, "edit-overtaken/value"),
        (put("/c", 3), "edit-pointer/nothing"),
        (put("c", 3), "edit-pointer/form"),
        (create("/a/b", 3), "edit-pointer/nothing"),
        (create("/b/4", 3), "edit-pointer/nothing"),
        (insert("/a", 3), "edit-place/list"),
        (insert("/b", 3, 9), "edit-place/index"),
        (insert("/b", 3, -1), "edit-form/field"),
        (move("/b", 0), "edit-place/list"),
        (move("/b/2", 0, "/b/2"), "edit-place/itself"),
        (delete(""), "edit-place/whole"),
        ({"op": "set", "pointer": "/a", "number": "2,300"}, "edit-number"),
        ({"op": "set", "pointer": "/a", "number": "1e9999"}, "json-overflow"),
        ({"op": "set", "pointer": "/a"}, "edit-form/value"),
        ({"op": "set", "value": 1}, "edit-form/field"),
        ({"op": "eval", "pointer": "/a"}, "edit-form/kind"),
        (put("/a", float("nan")), "python-value/not-finite"),
        (put("/a", "\ud800"), "python-value/surrogate"),
    ],
)
def test_what_cannot_be_done_is_said_and_changes_nothing(edit: Edit, key: str) -> None:
    text = '{"a": 1, "b": [1, 2, []]}'
    document = opened(text)
    with pytest.raises(SpecError) as caught:
        document.apply([put("/b/1", 7), edit])
    assert caught.value.diagnostics[0].saying.key == key
    assert (document.text, document.version) == (text, 0)


def test_a_file_that_cannot_be_read_is_open_and_not_edited() -> None:
    document = opened('{"a": 1,, }', "story")
    assert (document.value(), document.faults()[0].code) == (None, "json-comma")
    with pytest.raises(SpecError, match="json-comma"):
        document.apply(put("/a", 2))


def test_a_number_that_a_browser_holds_otherwise_is_still_the_same() -> None:
    document = opened('{"a": 9007199254740993, "b": 2300.50}')
    assert document.numbers() == {"/a": "9007199254740993", "/b": "2300.50"}
    document.apply({**put("/a", 1), "was": 9007199254740992})
    document.apply({**put("/b", 2), "was": 2300.5})
    assert document.text == '{"a": 1, "b": 2}'


def test_a_thousand_edits_read_the_text_once_each(monkeypatch: pytest.MonkeyPatch) -> None:
    document = opened('{"headline": "a", "body": ["b"]}')
    reads = []
    read = JsonDocument._read
    monkeypatch.setattr(
        JsonDocument, "_read", lambda self, body: reads.append(1) or read(self, body)
    )
    for number in range(100):
        document.apply(put("/headline", f"a{number}"))
    assert (len(reads), document.version) == (100, 100)


def test_what_a_file_is_is_found_by_its_fields() -> None:
    for name, kind in {
        "layouts/square.json": "layout",
        "examples/two-pages/layout.json": "layout",
        "data.json": "story",
    }.items():
        document = JsonDocument.open(ROOT / name)
        assert (document.kind, document.faults()) == (kind, ())
    assert JsonDocument(Path("a.json"), data=b'{"icc": "a.icc"}').kind == "press"
    assert JsonDocument(Path("a.json"), data=b"{").kind == "story"
    assert JsonDocument(Path("a.json"), data=b'{"headline": "a", }').faults()
