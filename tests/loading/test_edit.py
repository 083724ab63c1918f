"""One value of a JSON text is found and changed, and nothing else of the text."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.datum import Source
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import shipped
from infographic.loading.reading.edit import edited, span
from infographic.loading.reading.pointer import escaped, steps_of
from infographic.loading.reading.source import read_json

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
PLAIN = (
    st.none()
    | st.booleans()
    | st.integers(-(10**30), 10**30)
    | st.floats(allow_nan=False, allow_infinity=False)
    | TEXTS
)
VALUES = st.recursive(
    PLAIN,
    lambda parts: st.lists(parts, max_size=4) | st.dictionaries(TEXTS, parts, max_size=4),
    max_leaves=12,
)
AIR = st.sampled_from(["", " ", "\n", "\r\n\t", "  // 注\n", "/* a */ ", "// \u2028😀\n"])


def parsed(text: str) -> Any:
    return read_json(Source("text", text), relaxed=True).plain()


def pointers(value: Any, base: str = "") -> list[str]:
    found = [base]
    parts: Any = value.items() if isinstance(value, dict) else ()
    for key, part in enumerate(value) if isinstance(value, list) else parts:
        found += pointers(part, f"{base}/{escaped(key)}")
    return found


def at(value: Any, pointer: str) -> Any:
    for step in steps_of(pointer):
        value = value[int(step) if isinstance(value, list) else step]
    return value


def with_set(value: Any, steps: list[str], new: Any) -> Any:
    if not steps:
        return new
    if isinstance(value, list):
        place = int(steps[0])
        return [with_set(p, steps[1:], new) if i == place else p for i, p in enumerate(value)]
    return {k: with_set(p, steps[1:], new) if k == steps[0] else p for k, p in value.items()}


@st.composite
def written(draw: st.DrawFn, value: Any) -> str:
    """A value as authors write it: with air and comments anywhere, escapes here and there."""

    def air() -> str:
        return draw(AIR)

    def text(words: str) -> str:
        return json.dumps(words, ensure_ascii=draw(st.booleans()))

    if isinstance(value, dict):
        parts = [f"{air()}{text(key)}{air()}:{air()}{draw(written(part))}{air()}"
                 for key, part in value.items()]  # fmt: skip
        comma = "," + air() if parts and draw(st.booleans()) else ""
        return "{" + (",".join(parts) or air()) + comma + "}"
    if isinstance(value, list):
        parts = [f"{air()}{draw(written(part))}{air()}" for part in value]
        return "[" + (",".join(parts) or air()) + "]"
    return text(value) if isinstance(value, str) else json.dumps(value)


@given(data=st.data(), value=VALUES, new=VALUES)
@settings(deadline=None, max_examples=80)
def test_the_value_is_changed_and_no_other_character(
    data: st.DataObject, value: Any, new: Any
) -> None:
    text = data.draw(AIR) + data.draw(written(value)) + data.draw(AIR)
    pointer = data.draw(st.sampled_from(pointers(value)))
    start, end = span(text, pointer)
    assert parsed(text[start:end]) == at(value, pointer)
    made = edited(text, pointer, new)
    assert parsed(made) == with_set(value, steps_of(pointer), new)
    assert (made[:start], made[len(made) - (len(text) - end) :]) == (text[:start], text[end:])


@pytest.mark.parametrize(
    ("pointer", "said"),
    [
        ("/headline", '"标题\\n二"'),
        ("/stats/1", "{ }"),
        ("/stats/0/a~1b~0c", "-2.50e+1"),
        ("/x-own", "[1,]"),
        ("", '{"headline"'),
    ],
)
def test_a_span_is_the_value_as_it_is_written(pointer: str, said: str) -> None:
    text = """\ufeff // 注
    {"headline" : "标题\\n二" , "stats": [{"a/b~c": -2.50e+1 /* 千 */}, { }], "x-own":[1,],}
    """
    start, end = span(text, pointer)
    assert text[start:end].startswith(said)
    assert text[start:end] == said or pointer == ""


def test_a_shipped_layout_keeps_its_comments_and_its_form() -> None:
    text = (shipped("layouts") / "square.json").read_text(encoding="utf-8")
    made = edited(text, "/title", "我们的“方图”")
    assert (
        made.replace('"我们的“方图”"', json.dumps(parsed(text)["title"], ensure_ascii=False))
        == text
    )


@pytest.mark.parametrize(
    ("pointer", "words"),
    [
        ("/headlin", "the text has no “headlin”"),
        ("/stats/2", "“/stats” has 2 items, counted from 0"),
        ("/stats/-", "“/stats” has 2 items"),
        ("/stats/01", "“/stats” has 2 items"),
        ("/headline/0", "“/headline” is a text and has no parts"),
        ("headline", "“headline” is no pointer"),
        ("/a~2", "“/a~2” is no pointer"),
    ],
)
def test_a_pointer_that_leads_nowhere_says_how_far_it_led(pointer: str, words: str) -> None:
    with pytest.raises(SpecError) as caught:
        edited('{"headline": "标题",\n "stats": [1, 2]}', pointer, 3)
    (fault,) = caught.value.diagnostics
    assert fault.code == "edit-pointer"
    assert words in fault.message


def test_the_place_where_a_pointer_ended_is_said() -> None:
    with pytest.raises(SpecError) as caught:
        span('{"headline": "标题",\n "stats": [1, 2]}', "/stats/2")
    (fault,) = caught.value.diagnostics
    assert (fault.origin.line, fault.origin.column) == (2, 11)
    assert fault.hint == "an item from 0 to 1"


@pytest.mark.parametrize(
    "text", ["", "{", '{"a": 1, "a": 2}', '{"a": 01}', '{"a": 1} x', '{"a": ?}']
)
def test_a_text_that_is_no_json_is_not_edited(text: str) -> None:
    with pytest.raises(SpecError):
        edited(text, "/a", 1)


@pytest.mark.parametrize(
    "value", [float("nan"), "\ud800", {1: 2}, object(), b"\x89PNG", {"x-a": object()}]
)
def test_a_value_that_json_cannot_hold_is_not_written(value: object) -> None:
    with pytest.raises(SpecError, match="python-value"):
        edited('{"a": 1}', "/a", value)


def test_exact_numbers_and_dates_are_written_as_a_story_has_them() -> None:
    text = '{"language": "zh-Hans", "a": 1}'
    assert edited(text, "/a", Decimal("2300.50")).endswith('"a": 2300.50}')
    assert edited(text, "/a", date(2026, 11, 22)).endswith('"a": "2026年11月22日"}')
