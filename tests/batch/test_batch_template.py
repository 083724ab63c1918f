"""Templates: what each directive, condition and form makes of a row, and what is said of it."""

from __future__ import annotations

import json
import pickle
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from template_desk import node, row, rows, template, told

from infographic.batch.rows import Rows
from infographic.batch.template.bound import scope_of
from infographic.batch.template.checking import ALIKE, checked, faults_of
from infographic.batch.template.conditions import holds
from infographic.batch.template.reading import read_template
from infographic.batch.template.words import in_words
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say

CELLS: dict[str, Any] = {
    "县": "榆树", "值": Decimal("-2.3"), "数": 1769800, "空": None, "空白": "", "是": True, "零": 0,
    "乡": ["大岭", "土桥"], "集": [{"名": "甲", "值": 3}, {"名": "乙"}],
    "GDP 2023": 5, "GDP 2024": Decimal("6.5"),
}  # fmt: skip


def made(value: Any, **cells: Any) -> Any:
    """What a value of a template comes to."""
    one = template(json.dumps({"x": value}, ensure_ascii=False))
    return told(one.maker(row(CELLS | cells))).get("x", "left out")


@pytest.mark.parametrize(("value", "comes_to"), [
    ({"$row": "县"}, "榆树"),
    ({"$row": "数"}, 1769800),
    ({"$row": "零"}, 0),
    ({"$row": "空"}, "left out"),
    ({"$row": "空白"}, "left out"),
    ({"$row": "空", "default": "—"}, "—"),
    ({"$row": "空", "default": {"$row": "县"}}, "榆树"),
    ({"$row": "值", "form": "abs"}, "2.3"),
    ({"$row": "乡"}, ["大岭", "土桥"]),
    ("{{县}}增长{{值|abs}}%，{{ 数 | 万 1 }}万", "榆树增长2.3%，177.0万"),
    ("无", "无"),
    (r"\{{县}}", r"\{{县}}"),
    ("{~{{县}}~}", "{~榆树~}"),
    ({"$if": "空", "then": "a"}, "left out"),
    ({"$if": "县", "then": "a", "else": "b"}, "a"),
    ({"$if": "空", "then": "a", "else": "b"}, "b"),
    ({"$if": "零", "then": "a", "else": "b"}, "a"),
    ({"$if": "空", "then": "{{空}}", "else": ["b", {"$row": "空"}]}, ["b"]),
    ({"$join": ["{{县}}", {"$row": "空"}, {"$if": "空", "then": "x"}, "b"], "with": "，"},
     "榆树，b"),
    ({"$join": ["a", {"$row": "数"}]}, "a1769800"),
    ({"$join": [{"$row": "空"}]}, "left out"),
    ({"$each": "乡", "do": "{{.}}镇"}, ["大岭镇", "土桥镇"]),
    ({"$each": "空", "do": "{{.}}"}, []),
    ({"$each": "集", "do": {"n": {"$row": "./名"}, "v": {"$row": "./值"}}},
     [{"n": "甲", "v": 3}, {"n": "乙"}]),
    (["a", {"$each": "乡", "do": {"$row": "."}}, {"$if": "空", "then": "x"}, "b"],
     ["a", "大岭", "土桥", "b"]),
    ({"$columns": "GDP *", "as": ["年", "GDP"]},
     {"columns": ["年", "GDP"], "rows": [["2023", 5], ["2024", Decimal("6.5")]]}),
    ({"$columns": ["零", "数"]}, {"columns": ["", ""], "rows": [["零", 0], ["数", 1769800]]}),
])  # fmt: skip
def test_a_directive_comes_to(value: Any, comes_to: Any) -> None:
    assert made(value) == comes_to


@pytest.mark.parametrize(("condition", "is_so"), [
    ("县", True), ("空", False), ("空白", False), ("零", True),
    ({"column": "县"}, True), ({"column": "县", "is": "榆树"}, True),
    ({"column": "县", "is": ["德惠", "榆树"]}, True), ({"column": "县", "is": ["德惠"]}, False),
    ({"column": "零", "is": "0"}, True), ({"column": "空", "is": None}, True),
    ({"column": "值", "below": 0}, True), ({"column": "值", "above": -3, "most": -2.3}, True),
    ({"column": "值", "least": 0}, False), ({"column": "零", "above": 0}, False),
    ({"column": "零", "least": 0}, True), ({"column": "空", "below": 1}, False),
    ({"not": "空"}, True), ({"any": ["空", "县"]}, True), ({"all": ["空", "县"]}, False),
    ({"all": []}, True), ({"any": []}, False), ({"not": {"any": ["空", "县"]}}, False),
])  # fmt: skip
def test_a_condition_holds(condition: Any, is_so: bool) -> None:
    assert made({"$if": condition, "then": True, "else": False}) is is_so


@pytest.mark.parametrize(("value", "form", "words"), [
    ("-2.30", "", "−2.30"), ("-2.3", "abs", "2.3"), ("2.3", "+", "+2.3"), ("-2.3", "+", "−2.3"),
    ("0", "+", "0"), ("1234567", ",", "1,234,567"), ("2.35", "1", "2.4"), ("2", "2", "2.00"),
    ("1769800", "万", "176.98"), ("1769800", "万 1", "177.0"), ("-0.04", "1", "0.0"),
    ("-12345.6", "abs , 0", "12,346"),
])  # fmt: skip
def test_a_number_has_the_form_that_is_asked_for(value: str, form: str, words: str) -> None:
    assert in_words(Decimal(value), form) == words


@pytest.mark.parametrize(("value", "code"), [
    ({"$row": "县城"}, "row-column"), ("{{县城}}", "row-column"),
    ({"$if": "县城", "then": 1}, "row-column"),
    ({"$columns": "GNP *"}, "row-column"),
    ({"$row": 5}, "row-form/name"), ({"$row": "县", "defualt": 1}, "row-form/directive"),
    ({"$rwo": "县"}, "row-form/directive"), ({"$if": "县"}, "row-form/branch"),
    ("{{数|十}}", "row-form/form"), ({"$join": "a"}, "row-form/join"),
    ({"$each": "乡"}, "row-form/each"), ({"$columns": "GDP"}, "row-form/columns"),
    ({"$columns": "GDP *", "as": ["a"]}, "row-form/columns"),
    ("{{空}}年", "row-empty"), ("{{县|abs}}", "row-number"), ("{{是}}", "row-words"),
    ("{{乡}}", "row-words"), ({"$each": "县", "do": 1}, "row-list"), ({"$row": "集"}, "row-object"),
    ("{{.}}", "row-item"), ({"$row": "./名"}, "row-item"),
    ({"$if": 5, "then": 1}, "row-condition"),
    ({"$if": {"colunm": "县"}, "then": 1}, "row-condition"),
    ({"$if": {"column": "值", "over": 1}, "then": 1}, "row-condition/field"),
    ({"$if": {"not": "县", "is": 1}, "then": 1}, "row-condition/field"),
    ({"$if": {"column": "值", "above": "1"}, "then": 1}, "row-condition/number"),
    ({"$if": {"column": "县", "above": 1}, "then": 1}, "row-number"),
])  # fmt: skip
def test_what_cannot_be_is_said(value: Any, code: str) -> None:
    with pytest.raises(SpecError) as error:
        made(value)
    (fault,) = error.value.diagnostics
    assert fault.saying.key == code
    at_cell = {"row-empty", "row-number", "row-words", "row-list", "row-object"}
    assert (fault.origin.source.name == "counties.csv") is (code in at_cell)


def test_a_misspelled_column_has_its_mend() -> None:
    with pytest.raises(SpecError) as error:
        made("{{GDP 2022}}")
    assert "GDP 202" in error.value.diagnostics[0].hint


def test_a_value_has_the_place_of_its_cell_and_its_pointer_in_the_story() -> None:
    made_of = template(
        '{"panels": [{"$if": "空", "then": 1}, {"title": "{{县}}", "n": {"$row": "数"}}]}'
    )
    story: Any = made_of.maker(row({"空": None, "县": "榆树", "数": 5}, 7)).story()
    panel = story.value["panels"].value[0].value
    for name, column in (("title", 2), ("n", 3)):
        at = panel[name].origin
        assert (at.source.name, at.line, at.column) == ("counties.csv", 8, column)
        assert at.pointer == f"/panels/0/{name}"


@pytest.mark.parametrize(("value", "comes_to"), [
    ("{{a|shown}}", r"¥1,234.50\*"), ("{{b|shown}}", "—"), ("{{c|shown}}", "5"),
    ({"$row": "a", "form": "shown"}, r"¥1,234.50\*"), ({"$row": "b", "form": "shown"}, "—"),
    ({"$row": "c", "form": "shown"}, 5), ({"$row": "d", "form": "shown", "default": "x"}, "x"),
])  # fmt: skip
def test_a_cell_may_stand_as_its_file_shows_it(value: Any, comes_to: Any) -> None:
    one = row({"a": Decimal("1234.5"), "b": None, "c": 5, "d": None})
    one = replaced(one, shown={"a": "¥1,234.50*", "b": "—"})
    assert told(template(json.dumps({"x": value})).maker(one))["x"] == comes_to


def test_a_column_that_is_copy_keeps_its_marks() -> None:
    made_of = template('{"a": "{{文}}", "b": {"$row": "文"}, "c": {"$row": "别"}}', copy=["文"])
    story = made_of.maker(row({"文": "**5**个", "别": "**5**个"})).story().plain()
    assert story == {"a": "**5**个", "b": "**5**个", "c": r"\*\*5\*\*个"}


def test_the_template_s_own_settings_are_no_part_of_the_story(tmp_path: Path) -> None:
    path = tmp_path / "county.json"
    path.write_text(
        '// the county\n{"$batch": {"id": "码", "copy": ["文"], "required": ["县"]},'
        ' "$schema": "x", "headline": {"$row": "县"},}',
        encoding="utf-8",
    )
    made_of = read_template(str(path), copy=["注"])
    assert (made_of.id, made_of.copy, made_of.required) == ("码", ("文", "注"), ("县",))
    assert "$batch" not in told(made_of.maker(row({"县": "榆树"})))


@pytest.mark.parametrize(("settings", "key"), [
    ("[]", "row-settings"), ('{"ids": "a"}', "row-settings/key"),
    ('{"id": 5}', "row-settings/names"),
    ('{"copy": "a"}', "row-settings/names"), ('{"copy": [1]}', "row-settings/names"),
])  # fmt: skip
def test_wrong_settings_are_said(tmp_path: Path, settings: str, key: str) -> None:
    path = tmp_path / "t.json"
    path.write_text(f'{{"$batch": {settings}}}', encoding="utf-8")
    with pytest.raises(SpecError) as error:
        read_template(str(path))
    assert error.value.diagnostics[0].saying.key == key


# All rows


def named(tmp_path: Path, text: str) -> Any:
    path = tmp_path / "county.json"
    path.write_text(text, encoding="utf-8")
    return read_template(str(path))


def test_all_rows_are_looked_over_and_each_fault_is_at_its_cell(tmp_path: Path) -> None:
    made_of = named(tmp_path, '{"$batch": {"required": ["b"]}, "headline": "{{a}}"}')
    found = checked(made_of, rows({"a": "x", "b": 1}, {"a": None, "b": 1}, {"a": "y", "b": None}))
    assert [(one.code, one.origin.line, one.origin.column) for one in found.faults] == [
        ("row-empty", 3, 1), ("row-empty", 4, 2),
    ]  # fmt: skip
    assert found.wrong == {2, 3}


def test_faults_alike_are_told_a_few_times_and_counted(tmp_path: Path) -> None:
    table = rows(*({"a": None} for _ in range(ALIKE + 30)))
    found = checked(named(tmp_path, '{"headline": "{{a}}"}'), table)
    assert [one.code for one in found.faults] == ["row-empty"] * ALIKE + ["row-more"]
    assert "30 more" in found.faults[-1].message
    assert len(found.wrong) == ALIKE + 30


def test_a_fault_of_the_template_is_told_once(tmp_path: Path) -> None:
    table = rows(*({"a": "x"} for _ in range(50)))
    faults = faults_of(named(tmp_path, '{"headline": "{{b}}"}'), table)
    assert [one.code for one in faults] == ["row-column"]


@pytest.mark.parametrize("never", [
    '"{{b}}"', '{"$row": "b"}', '{"$columns": ["a", "b"]}', '{"$if": "b", "then": "x"}',
    '{"$if": {"not": {"column": "b", "is": 1}}, "then": "x"}', '["x", {"$each": "b", "do": "."}]',
])  # fmt: skip
def test_a_column_that_is_missing_is_said_though_no_row_comes_to_it(
    tmp_path: Path, never: str
) -> None:
    text = f'{{"headline": "x", "deck": {{"$if": "a", "then": {never}, "else": "{{{{a}}}}"}}}}'
    faults = faults_of(named(tmp_path, text), rows({"a": None}, {"a": None}))
    assert "row-column" in [one.code for one in faults]


def test_a_setting_that_names_no_column_is_said(tmp_path: Path) -> None:
    made_of = named(tmp_path, '{"$batch": {"id": "cod"}, "headline": "x"}')
    (fault,) = faults_of(made_of, rows({"code": "1"}))
    assert fault.code == "row-column" and "code" in fault.hint


def misread(name: str) -> Rows:
    table = rows({"a": None, "b": "x"}, {"a": "y", "b": "x"})
    fault = Diagnostic(say("row-number", name=name, found="words"), table.rows[0].cells["a"].origin)
    return replaced(table, wrong=((name, fault),))


@pytest.mark.parametrize("text", [
    '{"headline": "{{a}}"}', '{"headline": {"$row": "a", "default": "x"}}',
    '{"$batch": {"required": ["a"]}, "headline": "x"}',
])  # fmt: skip
def test_a_cell_that_could_not_be_read_is_told_once_and_its_row_is_wrong(
    tmp_path: Path, text: str
) -> None:
    found = checked(named(tmp_path, text), misread("a"))
    assert [one.code for one in found.faults] == ["row-number"], "not that it is empty"
    assert found.wrong == {1}


def test_a_cell_that_could_not_be_read_and_is_not_used_does_no_harm(tmp_path: Path) -> None:
    found = checked(named(tmp_path, '{"headline": "{{b}}"}'), misread("a"))
    assert (found.faults, found.wrong) == ([], set())


def test_what_a_layout_needs_of_a_row_is_said_at_the_row(tmp_path: Path) -> None:
    made_of = named(tmp_path, '{"headline": {"$row": "a"}}')
    faults = faults_of(made_of, rows({"a": "x"}), ["square"])
    assert faults and all(one.origin.source.name == "counties.csv" for one in faults)
    assert {one.layout for one in faults} <= {"square", ""}


def test_what_every_row_lacks_is_told_once_at_the_template(tmp_path: Path) -> None:
    made_of = named(tmp_path, '{"headline": {"$row": "a"}, "kicker": {"$row": "b"}}')
    table = rows(*({"a": "x", "b": "y"} for _ in range(30)))
    found = checked(made_of, table, ["square", "panel"])
    assert {one.layout for one in found.faults} == {"square", "panel"}
    assert {one.origin.source.name for one in found.faults} == {made_of.text.name}
    assert len({*found.faults}) == len(found.faults)
    assert len(found.wrong) == 30


def test_what_is_missing_for_an_empty_cell_is_said_at_that_cell(tmp_path: Path) -> None:
    text = '{"headline": "h", "panels": [{"stats": [{"label": "l", "value": {"$row": "b"}}]}]}'
    made_of = named(tmp_path, text)
    (fault,) = faults_of(made_of, rows({"a": "x", "b": 5}, {"a": "y", "b": None}))
    assert (fault.origin.source.name, fault.origin.line, fault.origin.column) == (
        "counties.csv", 3, 2,
    )  # fmt: skip
    assert "“b” is empty" in fault.hint
    assert "county.json:1:" in fault.message, "and where the template asks for it"


# As it travels


def test_a_job_s_story_is_small_whatever_the_table_is() -> None:
    one = template('{"headline": "{{a}}"}').maker(row({"a": "x"}))
    data = pickle.dumps(one)
    assert b"the whole table" not in data
    assert len(data) < 1500
    assert pickle.loads(data).story().plain() == {"headline": "x"}


def test_a_row_that_was_moved_is_the_same_and_one_that_was_changed_is_not() -> None:
    made_of = template('{"headline": "{{a}}"}')
    digest = made_of.maker(row({"a": "5"}, 1)).digest()
    moved = row({"a": "5"}, 900)
    elsewhere = Origin(Source("other.csv"), "", 5, 5)
    assert made_of.maker(replaced(moved, origin=elsewhere)).digest() == digest
    others = [
        made_of.maker(row({"a": "6"})),
        made_of.maker(row({"a": 5})),
        made_of.maker(row({"a": Decimal(5)})),
        made_of.maker(row({"b": "5"})),
        made_of.maker(replaced(moved, shown={"a": "5%"})),
        template('{"headline": "{{a}} "}').maker(moved),
        template('{"headline": "{{a}}"}', copy=["a"]).maker(moved),
    ]
    digests = [one.digest() for one in others]
    assert digest not in digests
    assert len({*digests}) == len(digests)


def test_all_parts_of_a_condition_are_looked_at() -> None:
    scope = scope_of(row({"a": "x"}), ())
    assert holds(scope, node({"any": ["a", "b", "c"]}), None)
    assert [one.code for one in scope.faults] == ["row-column"] * 2
