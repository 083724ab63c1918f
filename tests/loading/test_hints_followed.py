"""A hint that names JSON is JSON that works: what it says, put in its place, is accepted."""

from __future__ import annotations

import json
from typing import Any

import pytest
from small_pages import layout_of

from infographic.foundation.datum import Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.assets.fontbook import FontBook
from infographic.loading.decoded_story import decode_story
from infographic.loading.reading.source import read_json
from infographic.loading.settled import settle
from infographic.pipeline import compose


def story_faults(text: str) -> list[Diagnostic]:
    try:
        decode_story(read_json(Source("story.json", text), relaxed=False))
    except SpecError as error:
        return list(error.diagnostics)
    return []


def stat(fields: str) -> str:
    return f'{{"headline": "大", "panels": [{{"stats": [{{"label": "数", {fields}}}]}}]}}'


def top(fields: str) -> str:
    return f'{{"headline": "大", {fields}}}'


STORIES = [
    (stat('"value": "39,218", "grouping": true'), '"39,218"', "39218"),
    (stat('"value": "39，218", "decimals": 1'), '"39，218"', "39218"),
    (stat('"value": "约39218", "grouping": true'), '"约39218"', '39218, "qualifier": "约"'),
    (stat('"value": "1.5万", "decimals": 1'), '"1.5万"', '15000, "as": "万"'),
    (stat('"value": 39,218'), "39,218", "39218"),
    (stat('"value": 1,234,567.5, "unit": "元"'), "1,234,567.5", "1234567.5"),
    (stat('"value": 1_000'), "1_000", "1000"),
    (stat('"value": ３９'), "３９", "39"),
    (stat('"value": 5%'), "5%", '"5%"'),
    (stat('"value": 12个'), "12个", '"12个"'),
    (stat('"value": .5'), ".5", "0.5"),
    (stat('"value": 5.'), "5.", "5"),
    (stat('"value": +5'), "+5", "5"),
    (stat('"value": 0x10'), "0x10", "16"),
    (stat('"value": 五十'), "五十", '"五十"'),
    (stat('"value": 1, "decimals": "2"'), '"2"', "2"),
    (stat('"value": 1, "decimals": "２.0"'), '"２.0"', "2"),
    (stat('"value": 1, "unit": 5'), "5", '"5"'),
    (stat('"value": 1, "sign": True'), "True", "true"),
    (top('"deck": 1.50'), "1.50", '"1.50"'),
    (top('"deck": 两千人'), "两千人", '"两千人"'),
    (top('"deck": 一"座"城'), '一"座"城', '"一\\"座\\"城"'),
    (top('deck: "小"'), "deck", '"deck"'),
    (top('"publication": "日报"'), '"日报"', '{"name": "…", "date": "…"}'),
    (top('"panels": ["大"]'), '"大"]', '{"title": "…", "stats": ["…"]}'),
    ("{}", "{}", '"headline": "…"'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "part", "right"), STORIES)
def test_what_a_hint_says_of_a_story_is_accepted(text: str, part: str, right: str) -> None:
    before = story_faults(text)
    assert before
    said = before[0].hint.replace(", with ", ", ")
    assert right in said, said
    right = f"{{{right}}}" if part == "{}" else right
    right = f"{right}]" if part.endswith("]") else right
    assert [str(fault) for fault in story_faults(text.replace(part, right, 1))
            if fault.code != "image-missing"] == []  # fmt: skip


def test_a_picture_s_path_alone_is_shown_in_its_object() -> None:
    (fault,) = story_faults(top('"figures": ["a.jpg"]'))
    right = fault.hint.removeprefix("write ")
    assert json.loads(right) == {"image": "a.jpg", "caption": "…"}
    found = story_faults(top(f'"figures": [{right}]'))
    assert {one.code for one in found} == {"image-missing"}


def test_what_is_no_list_is_put_in_brackets_as_it_stands() -> None:
    for key, value in (("body", '"段落"'), ("panels", '{"stats": ["甲"]}'), ("credits", '"甲"')):
        (fault,) = story_faults(top(f'"{key}": {value}'))
        assert fault.hint == "put it in square brackets: […]"
        assert story_faults(top(f'"{key}": [{value}]')) == []


def test_null_where_something_must_stand_is_said_to_be_none() -> None:
    for text in ('{"headline": null}', top('"body": ["a", null]')):
        (fault,) = story_faults(text)
        assert (fault.code, "cannot be left out" in fault.hint) == ("value-kind", True)


TEXT: dict[str, Any] = {"type": "text", "text": "大", "style": "s"}


def layout_faults(**more: Any) -> list[Diagnostic]:
    source = layout_of(more.pop("body", TEXT), 90, None, more.pop("styles", None), **more)
    try:
        settle(source.name, source.node, FontBook(()))
        compose({"headline": "大"}, source)
    except SpecError as error:
        return list(error.diagnostics)
    return []


STYLE = {"font": "f", "size": "10pt", "leading": "12pt"}
PAGE_GRID = {
    "type": "grid", "areas": ["a a a a a"], "children": {"a": TEXT}, "columns": "page",
}  # fmt: skip
OF_COLORS = {"cmyk": [0, 95, 85, 5], "srgb": "#b3121d"}


def of_style(**own: Any) -> dict[str, Any]:
    return {"styles": {"s": {**STYLE, **own}}}


@pytest.mark.parametrize("wrong", ["#b3121d", {"srgb": "#b3121d"}, {"cmyk": [0, 0, 0, 0], "k": 5}])
@pytest.mark.parametrize("right", [OF_COLORS, {"k": 60}])
def test_a_wrong_colour_is_one_error_and_its_hint_a_colour(wrong: object, right: object) -> None:
    styles = {f"s{n}": {**STYLE, "color": "own"} for n in range(14)}
    source = layout_of(TEXT, 90, None, styles)
    tree = source.node.plain()
    assert isinstance(tree, dict)
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大"}, {**tree, "colors": {**tree["colors"], "own": wrong}})
    (fault,) = caught.value.diagnostics
    assert fault.origin.pointer == "/colors/own"
    assert json.dumps(right) in fault.hint
    assert compose({"headline": "大"}, {**tree, "colors": {**tree["colors"], "own": right}})


@pytest.mark.parametrize("written", ["red", "#12", "b3121d"])
def test_a_screen_colour_that_is_none_is_one_error(written: str) -> None:
    tree = layout_of(TEXT, 90, None, {"s0": {**STYLE, "color": "own"}}).node.plain()
    assert isinstance(tree, dict)
    own = {"cmyk": [0, 95, 85, 5], "srgb": written}
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大"}, {**tree, "colors": {"own": own}, "page": tree["page"]})
    (fault,) = caught.value.diagnostics
    assert fault.hint.endswith('"srgb": "#b3121d"')


def test_a_colour_that_is_not_there_is_said_once_where_it_is_named() -> None:
    styles = {"own": {**STYLE, "color": "rde"}, **{f"s{n}": {"based_on": "own"} for n in range(9)}}
    (fault,) = layout_faults(styles=styles, fit={"styles": {"own": {"size": ["9pt", "10pt"]}}})
    assert (fault.code, fault.origin.pointer) == ("color-unknown", "/styles/own/color")


def test_a_colour_written_where_a_name_is_wanted_gets_one() -> None:
    (fault,) = layout_faults(page={"background": "#b3121d"})
    made = json.loads("{" + fault.hint.partition(": ")[2].partition("}}")[0] + "}}}")
    tree = layout_of(TEXT, 90, None).node.plain()
    assert isinstance(tree, dict)
    page = {**tree["page"], "background": "mine"}
    assert compose({"headline": "大"}, {**tree, **made, "page": page})


SAID = (
    '"4mm"', '"ink 12%"', '"/headline"', '"floor": 0.85', '"ceiling": 1.15', ": 2",
    '"page": {"columns": 5, "gutter": "5mm"}',
)  # fmt: skip


@pytest.mark.parametrize(
    ("own", "right"),
    [
        ({"page": {"margins": 4}}, {"page": {"margins": "4mm"}}),
        (of_style(color="ink 12"), of_style(color="ink 12%")),
        (of_style(fit={"floor": "12pt"}), of_style(fit={"floor": 0.85})),
        (of_style(fit={"ceiling": "8pt"}), of_style(fit={"ceiling": 1.15})),
        (of_style(max_lines="2"), of_style(max_lines=2)),
        ({"body": PAGE_GRID}, {"body": PAGE_GRID, "page": {"columns": 5, "gutter": "5mm"}}),
        ({"needs": {"headline": True}}, {"needs": {"/headline": True}}),
    ],
)  # fmt: skip
def test_what_a_hint_says_of_a_layout_is_accepted(
    own: dict[str, Any], right: dict[str, Any]
) -> None:
    faults = layout_faults(**own)
    assert faults
    assert any(words in faults[0].hint for words in SAID), faults[0].hint
    wide = layout_of({**TEXT}, 400, None).node.plain()
    assert isinstance(wide, dict)
    page = {**wide["page"], **right.get("page", {})}
    assert compose({"headline": "大"}, {**wide, **right, "styles": {
        **wide["styles"], **right.get("styles", {})}, "page": page})  # fmt: skip
