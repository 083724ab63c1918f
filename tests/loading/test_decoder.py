"""From nodes to frozen types: what fits, and what is said of what does not."""

from __future__ import annotations

import pytest
from sample_layout import (
    CATALOGUE,
    READERS,
    Block,
    Edge,
    Ink,
    Lead,
    Page,
    Stack,
    Subhead,
    Text,
)

from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.geometry import Insets
from infographic.foundation.sayings import say
from infographic.loading.decoding.decode import Decoder, decode
from infographic.loading.decoding.values import Failed
from infographic.loading.reading.source import read_json


def node(text: str) -> Node:
    return read_json(Source("layout.json", text), relaxed=True)


def page(fields: str) -> Page:
    text = f'{{"width": "10pt", {fields}}}'
    return decode(node(text), Page, READERS, CATALOGUE, Block)


def faults(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(SpecError) as caught:
        decode(node(text), Page, READERS, CATALOGUE, Block)
    return caught.value.diagnostics


def fault(fields: str) -> Diagnostic:
    (only,) = faults(f'{{"width": "10pt",\n{fields}}}')
    return only


# What fits


def test_a_record_takes_its_fields_and_its_place() -> None:
    made = page('"name": "甲", "count": 3.0, "share": 1, "from": "乙"')
    assert (made.name, made.count, made.share, made.from_) == ("甲", 3, 1.0, "乙")
    assert isinstance(made.count, int)
    assert isinstance(made.share, float)
    assert str(made.origin) == "layout.json:1:1"


def test_null_is_a_value_that_is_not_given() -> None:
    given, without = page('"share": null, "margins": null, "count": null'), page('"name": ""')
    assert (given.share, given.margins, given.count) == (
        without.share, without.margins, without.count,
    )  # fmt: skip
    (wanted,) = faults('{"width": null}')
    assert wanted.code == "value-kind", "what an object cannot do without"


def test_lengths_are_points() -> None:
    made = page('"shift": "-25.4mm", "height": "小五", "margins": ["1pt", "2pt"]')
    assert (made.width, made.shift, made.height) == (10.0, -72.0, 9.0)
    assert made.margins == Insets(1, 2, 1, 2)
    assert page('"margins": "3pt"').margins == Insets(3, 3, 3, 3)
    assert page('"margins": ["1pt", "2pt", "3pt", 0]').margins == Insets(1, 2, 3, 0)


def test_one_of_several_kinds_is_told_by_how_it_is_written() -> None:
    assert page('"height": "auto"').height == "auto"
    text, lead, subhead = page('"notes": ["a", {"lead": "b"}, {"subhead": "c"}]').notes
    assert (text, lead) == ("a", Lead("b"))
    assert isinstance(subhead, Subhead)


@pytest.mark.parametrize("written", ["3", "3.0", '"1/3"', "null"])
def test_a_number_stays_as_it_was_written(written: str) -> None:
    assert repr(page(f'"value": {written}').value) == repr(node(written).value)


def test_a_reader_makes_its_own_type() -> None:
    assert page('"inks": {"a": "red", "//": "comment"}').inks == {"a": Ink("red")}


def test_page_in_a_fields_place_is_what_its_reader_says() -> None:
    made = page('"gutter": "page", "columns": "page"')
    assert (made.gutter, made.columns) == (7.0, 5)
    own = page('"gutter": "3pt", "columns": 2')
    assert (own.gutter, own.columns) == (3.0, 2)


def test_blocks_are_told_apart_by_their_type() -> None:
    made = page('"body": {"type": "stack", "children": [{"type": "text", "text": "a"}]}')
    assert isinstance(made.body, Stack)
    (text,) = made.body.children
    assert isinstance(text, Text)
    assert (text.text, text.origin.column) == ("a", 58)


def test_words_and_raw_nodes() -> None:
    made = page('"edge": "bottom", "raw": {"$any": 1}, "focus": [0.5, 2]')
    assert made.edge is Edge.BOTTOM
    assert made.raw is not None
    assert made.raw.plain() == {"$any": 1}
    assert made.focus == (0.5, 2.0)


def test_a_schema_at_the_top_and_comments_anywhere_are_ignored() -> None:
    made = page('"$schema": "x", "//": "y", "body": {"type": "text", "text": "a", "//b": 1}')
    assert isinstance(made.body, Text)


# What does not

WRONG = [
    ('"name": 2300', "value-kind 2:9", "expected a text, found 2300"),
    ('"count": "2300"', "value-kind 2:10", "expected a whole number, found “2300”"),
    ('"count": 2.5', "value-kind 2:10", "expected a whole number, found 2.5"),
    ('"count": true', "value-kind 2:10", "expected a whole number, found true"),
    ('"visible": 1', "value-kind 2:12", "expected true or false, found 1"),
    ('"share": 1.5', "value-range 2:10", "expected a value from 0 to 1, found 1.5"),
    ('"above": 2', "value-range 2:10", "expected a value above 2 below 9, found 2"),
    ('"share": 1' + "0" * 350, "value-range 2:10", "is too large"),
    ('"shift": 3', "length-unit 2:10", "the length 3 has no unit"),
    ('"shift": "3 miles"', "length-form 2:10", "expected a length such as"),
    ('"shift": ["3mm"]', "value-kind 2:10", "found a list"),
    ('"margins": ["1pt", "2pt", "3pt"]', "value-kind 2:12", "list of two or four, found 3"),
    ('"margins": ["1pt", "-2pt"]', "value-range 2:20", "expected a value from 0"),
    ('"margins": ["1pt", 2]', "length-unit 2:20", "has no unit"),
    ('"edge": "botom"', "value-choice 2:9", "expected “top” or “bottom”, found “botom”"),
    ('"edge": ["top"]', "value-kind 2:9", "found a list"),
    ('"focus": [0.5]', "value-kind 2:10", "expected a list of 2, found a list of 1"),
    ('"focus": [0.5, "x"]', "value-kind 2:16", "expected a number, found “x”"),
    ('"focus": [1.5, 1]', "value-range 2:11", "from 0 to 1"),
    ('"notes": "a"', "value-kind 2:10", "expected a list, found “a”"),
    ('"notes": [1]', "value-kind 2:11", "expected a text or an object, found 1"),
    ('"notes": [{"led": "a"}]', "value-kind 2:11", "an object with “lead” or “subhead”"),
    ('"notes": [{"lead": 1}]', "value-kind 2:20", "expected a text, found 1"),
    ('"inks": {"a": "blue"}', "color-unknown 2:15", "there is no colour “blue”"),
    ('"inks": []', "value-kind 2:9", "expected an object, found a list"),
    ('"height": "tall"', "value-kind 2:11", "or “auto”, found “tall”"),
    ('"height": 3', "length-unit 2:11", "the length 3 has no unit"),
    ('"gutter": "pgae"', "value-kind 2:11", "“小五” from 0 or “page”, found “pgae”"),
    ('"gutter": "wide"', "length-form 2:11", "expected a length such as"),
    ('"gutter": 3', "length-unit 2:11", "the length 3 has no unit"),
    ('"columns": 13', "value-range 2:12", "expected a value from 1 to 12, found 13"),
    ('"columns": "two"', "value-kind 2:12", "expected a whole number from 1 to 12, found “two”"),
    ('"value": []', "value-kind 2:10", "expected a whole number, a number or a text, found"),
    ('"nmae": ""', "field-unknown 2:1", "“nmae” is not a field of Page"),
    ('"body": "a"', "value-kind 2:9", "expected a block, found “a”"),
    ('"body": {}', "block-type 2:9", "a block without “type”"),
    ('"body": {"type": "txt"}', "block-type 2:18", "“txt” is no block"),
    ('"body": {"type": 3}', "block-type 2:18", "3 is no block"),
    ('"body": {"type": "text"}', "field-missing 2:9", "Text wants a “text”"),
    ('"body": {"type": "stack", "children": []}', "value-range 2:39", "at least 1, found 0"),
    ('"body": {"$schema": "", "type": "text", "text": ""}', "field-unknown 2:10", "“$schema”"),
]


@pytest.mark.parametrize(("fields", "place", "message"), WRONG, ids=[w[0][:40] for w in WRONG])
def test_a_mistake_is_told_at_its_place(fields: str, place: str, message: str) -> None:
    told = fault(fields)
    assert f"{told.code} {told.origin.line}:{told.origin.column}" == place
    assert message in told.message


@pytest.mark.parametrize(
    ("fields", "hint"),
    [
        ('"nmae": ""', "did you mean “name”?"),
        ('"gutter": "pgae"', "did you mean “page”?"),
        ('"edge": "botom"', "did you mean “bottom”?"),
        ('"count": "2300"', "write it without quotes: 2300"),
        ('"columns": "12"', "write it without quotes: 12"),
        # Without quotes it would be too large: what is wanted is said, and no more.
        ('"columns": "1,200"', ""),
        ('"focus": [0.5]', "write 2 values in square brackets: […, …]"),
        ('"name": 2300', 'put it in quotes: "2300"'),
        ('"shift": 3', 'add its unit: "3mm", "3pt" or "3px"'),
        ('"body": {"type": "txt"}', "did you mean “text”?"),
        ('"body": {}', "one of: stack, text"),
        ('"notes": [{"led": "a"}]', "did you mean “lead”?"),
        ('"body": {"type": "text"}', 'add "text": "…"'),
    ],
)
def test_the_hint_says_how_to_mend_it(fields: str, hint: str) -> None:
    assert fault(fields).hint == hint


def test_a_mistake_keeps_what_was_found_as_it_was_written() -> None:
    said = fault('"share": 1.5').as_dict()
    assert said["values"] == {"wanted": "a value from 0 to 1", "found": 1.5}
    said = fault('"body": {"type": "stack", "children": []}').as_dict()
    assert (said["form"], said["values"]) == ("list-from", {"low": 1, "found": 0})


def test_a_number_that_was_found_is_said_without_an_empty_fraction() -> None:
    assert fault('"edge": 3.0').message == "expected “top” or “bottom”, found 3"
    assert fault('"share": 1.10').message == "expected a value from 0 to 1, found 1.1"


def test_every_mistake_is_found_at_once() -> None:
    text = """{"name": 1, "count": "x",
"body": {"type": "stack", "gutter": 1, "children": [{"type": "tex"}, {"type": "text", "ink": "b"}]},
"notes": [2, "fine", {"lead": 3}]}"""
    assert [d.origin.pointer for d in faults(text)] == [
        "/name",
        "/count",
        "/body/gutter",
        "/body/children/0/type",
        "/body/children/1/ink",
        "/body/children/1",
        "/notes/0",
        "/notes/2/lead",
        "",
    ]


def test_a_misspelt_field_is_not_also_missing() -> None:
    assert [d.code for d in faults('{"widht": "3mm"}')] == ["field-unknown"]


def test_a_warning_of_a_reader_keeps_its_value() -> None:
    def read(node: Node, report: object) -> Ink:
        saying = say("color-unknown", name="pale")
        decoder.report(Diagnostic(saying, node.origin, severity=Severity.WARNING))
        return Ink("grey")

    decoder = Decoder({Ink: read})
    made = decoder.decode(node('{"width": "1pt", "inks": {"a": "x"}}'), Page)
    assert not isinstance(made, Failed)
    assert made.inks == {"a": Ink("grey")}
    assert [d.saying.values for d in decoder.diagnostics] == [{"name": "pale"}]


def test_a_type_without_a_reader_is_our_own_mistake() -> None:
    with pytest.raises(TypeError, match="no reader"):
        decode(node('{"type": "text", "text": "a"}'), Block)  # type: ignore[type-abstract]
