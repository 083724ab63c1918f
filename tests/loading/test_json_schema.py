"""The JSON Schemas: they say what the decoder says, and describe every field."""

from __future__ import annotations

from typing import Any

import jsonschema
import pytest
from sample_layout import CATALOGUE, INKS, READERS, Block, Ink, Page
from test_decoder import WRONG

from infographic.foundation.datum import Source
from infographic.foundation.diagnostics import SpecError
from infographic.loading.binding.bind import FIELDS
from infographic.loading.decoding.decode import decode
from infographic.loading.decoding.schema import schema_of
from infographic.loading.reading.source import read_json

CUSTOM = {Ink: {"enum": list(INKS)}}
STORY_SCHEMA = schema_of(Page, custom=CUSTOM, catalogue=CATALOGUE, block=Block)
LAYOUT_SCHEMA = schema_of(Page, custom=CUSTOM, catalogue=CATALOGUE, block=Block, directives=True)


def errors(schema: dict[str, Any], value: object) -> list[str]:
    validator = jsonschema.Draft202012Validator(schema)
    return [error.message for error in validator.iter_errors(value)]


@pytest.mark.parametrize("schema", [STORY_SCHEMA, LAYOUT_SCHEMA])
def test_the_schema_is_one(schema: dict[str, Any]) -> None:
    jsonschema.Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"


RIGHT = [
    "",
    '"$schema": "x", "//": "a comment"',
    '"share": 1, "count": 3.0, "above": 8, "visible": false, "from": "a"',
    '"shift": "-3mm", "margins": ["1pt", 0], "height": "auto"',
    '"margins": ["1pt", "1pt", "1pt", "小五"], "height": "初号"',
    '"notes": ["a", {"lead": "b"}, {"subhead": "c"}], "inks": {"a": "red"}',
    '"gutter": "page", "columns": "page"',
    '"gutter": "3mm", "columns": 2',
    '"focus": [0, 1.5], "edge": "top", "value": null, "raw": {"any": 1}',
    '"body": {"type": "stack", "children": [{"type": "text", "text": "a", "//": 1}]}',
]


@pytest.mark.parametrize("fields", [*RIGHT, *(wrong[0] for wrong in WRONG)])
def test_schema_and_decoder_accept_the_same_files(fields: str) -> None:
    text = f'{{{fields}{", " if fields else ""}"width": "3mm"}}'
    node = read_json(Source("page.json", text), relaxed=False)
    try:
        decode(node, Page, READERS, CATALOGUE, Block)
        is_right = True
    except SpecError:
        is_right = False
    assert (not errors(STORY_SCHEMA, node.plain())) == is_right
    assert (not errors(LAYOUT_SCHEMA, node.plain())) == is_right
    assert is_right == (fields in RIGHT)


def test_a_wrong_field_is_named_and_not_the_block_round_it() -> None:
    body = {"type": "stack", "children": [{"type": "text", "text": 3}]}
    value = {"width": "3mm", "body": body}
    assert errors(STORY_SCHEMA, value) == ["3 is not of type 'string'"]
    assert errors(LAYOUT_SCHEMA, value) == ["3 is not of type 'string'"]


DIRECTIVES: list[dict[str, Any]] = [
    {"$data": "/a", "default": 1},
    {"$each": "/a", "do": {"type": "text", "text": "x"}, "take": 1, "skip": 0, "as": "n"},
    {"$if": {"any": ["/a", {"not": "/b"}, {"count": "/c", "max": 2}]}, "then": {"$data": "/a"}},
    {"$join": ["a", {"$data": "/b"}], "with": ""},
    {"$index": 1},
]


@pytest.mark.parametrize("directive", DIRECTIVES)
def test_every_value_inside_a_block_may_be_a_directive(directive: dict[str, Any]) -> None:
    for body in (
        directive,
        {"type": "text", "text": directive, "ink": directive},
        {"type": "stack", "gutter": directive, "children": [directive]},
        {"type": "stack", "children": directive},
    ):
        assert errors(LAYOUT_SCHEMA, {"width": "3mm", "body": body}) == []
        assert errors(STORY_SCHEMA, {"width": "3mm", "body": body})
    assert errors(LAYOUT_SCHEMA, {"width": directive})


@pytest.mark.parametrize(
    "directive",
    [
        {"$data": "/a", "deflt": 1},
        {"$data": 3},
        {"$each": "/a"},
        {"$each": "/a", "do": {"type": "txt"}},
        {"$if": {"nor": []}, "then": "a"},
        {"$if": {"not": "/a", "min": 1}, "then": "a"},
        {"$join": "a"},
        {"$dta": "/a"},
    ],
)
def test_a_directive_used_wrongly_is_underlined(directive: dict[str, Any]) -> None:
    assert errors(LAYOUT_SCHEMA, {"width": "3mm", "body": directive})


def test_fields_say_what_they_are_and_what_they_are_without_one() -> None:
    fields = STORY_SCHEMA["properties"]
    assert fields["width"]["description"] == "From edge to edge."
    assert fields["from"]["description"] == "Where it comes from."
    assert fields["share"]["default"] == 0.5
    text = LAYOUT_SCHEMA["$defs"]["block-text"]
    assert text["description"] == "Words set as paragraphs."
    assert text["properties"]["text"]["description"] == "The words to set."
    assert LAYOUT_SCHEMA["$defs"]["block-stack"]["properties"]["gutter"]["default"] == "6pt"
    assert "origin" not in text["properties"]
    assert text["required"] == ["type", "text"]


def test_a_partial_file_may_leave_out_what_another_gives() -> None:
    assert errors(schema_of(Page, custom=CUSTOM, block=Block, partial=True), {"name": "a"}) == []
    assert errors(STORY_SCHEMA, {"name": "a"}) == ["'width' is a required property"]


def test_every_directive_is_described() -> None:
    branches = LAYOUT_SCHEMA["$defs"]["directive"]["allOf"]
    described = {key for branch in branches for key in branch["then"]["properties"]}
    assert described == set(FIELDS) | {key for beside in FIELDS.values() for key in beside}
