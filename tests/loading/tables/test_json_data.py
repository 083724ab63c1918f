"""JSON and Python data: four forms, one set of rules, the places of the JSON itself."""

from __future__ import annotations

import json
from datetime import date, datetime
from decimal import Decimal

import pytest
from reading_tables import fault, faults, numbers, table

from infographic.foundation.datum import Node, Source
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.table import Period, Table
from infographic.loading.reading.source import read_json
from infographic.loading.reading.values import node_of
from infographic.loading.tables.inline import inline_table

COLUMNS = '{"columns": ["县", "产量（万吨）"], "rows": [["榆树", 367.2], ["农安", "301.40"]]}'
OBJECTS = '[{"县": "榆树", "产量（万吨）": 367.2}, {"县": "农安", "产量（万吨）": "301.40"}]'
LISTS = '{"县": ["榆树", "农安"], "产量（万吨）": [367.2, "301.40"]}'
ROWS = '[["县", "产量（万吨）"], ["榆树", 367.2], ["农安", "301.40"]]'
WRAPPED = f'{{"data": {OBJECTS}}}'


def node(text: str) -> Node:
    return read_json(Source("story.json", text), relaxed=False)


@pytest.mark.parametrize("text", [COLUMNS, OBJECTS, LISTS, ROWS, WRAPPED])
def test_four_forms_are_one_table(text: str) -> None:
    for found in (table(text, name="data.json"), inline_table(node(text))):
        assert [(one.name, one.unit) for one in found.columns] == [("县", ""), ("产量", "万吨")]
        assert numbers(found.columns[1]) == ["367.2", "301.40"]


def test_a_file_says_its_own_places_and_a_story_its_own() -> None:
    found = table('{"县": ["榆树"],\n "值": [367.2]}', name="data.json")
    assert str(found.places.of(0, 1)) == "data.json:2:8"
    found = inline_table(node('{"县": ["榆树"],\n "值": [367.2]}'))
    assert str(found.places.of(0, 1)) == "story.json:2:8"
    assert found.places.of(0, 1).pointer == "/值/0"


def test_a_key_that_an_object_lacks_is_missing_there() -> None:
    found = table('[{"县": "榆树", "值": 1.5}, {"县": "农安"}, {"县": "九台", "另": 3}]')
    assert numbers(found.columns[1]) == ["1.5", None, None]
    assert numbers(found.columns[2]) == [None, None, "3"]


def test_lists_of_different_lengths_are_an_error() -> None:
    one = fault('{"县": ["榆树", "农安"], "值": [1]}')
    assert (one.code, one.saying.values["count"]) == ("data-lists", 1)


def test_numbers_in_quotes_go_by_the_rules_of_files() -> None:
    found = inline_table(node('{"名": ["a", "b", "c"], "值": ["12.5%", "−3%", null]}'))
    assert (found.columns[1].unit, numbers(found.columns[1])) == ("%", ["12.5", "-3", None])
    with pytest.raises(SpecError) as caught:
        inline_table(node('{"名": ["a", "b"], "值": ["59,435", "113,368"]}'))
    (one,) = caught.value.diagnostics
    assert (one.code, str(one.origin)) == ("data-decimal", "story.json:1:25")


def test_numbers_keep_all_their_digits_and_no_power() -> None:
    found = inline_table(node('{"名": ["a", "b"], "值": [1e-7, 12345678901234567890]}'))
    assert numbers(found.columns[1]) == ["0.0000001", "12345678901234567890"]
    assert numbers(inline_table(node('{"名": ["a"], "值": [8.125]}')).columns[1]) == ["8.125"]


@pytest.mark.parametrize(
    "text", ['"x"', "5", "null", '{"rows": 5}', '{"a": 1, "b": [2]}', "[1, 2]"]
)
def test_what_has_no_rows_is_an_error(text: str) -> None:
    with pytest.raises(SpecError) as caught:
        inline_table(node(text))
    assert [one.code for one in caught.value.diagnostics] == ["data-form"]


def test_a_cell_that_is_a_list_and_a_truth_among_numbers_are_errors() -> None:
    found = faults('{"名": ["a", "b", "c", "d"], "值": [1, [2], true, 4]}', name="data.json")
    assert [one.saying.key for one in found] == ["data-cell/nested", "data-number"]


def test_a_name_that_is_no_text_is_an_error() -> None:
    assert fault('[["县", null], ["a", 1]]').code == "data-name"
    assert table('[["县", 2023], ["a", 1]]').columns[1].name == "2023"


def test_a_row_with_too_many_cells_is_an_error_at_its_place() -> None:
    one = fault('[["县", "值"], ["a", 1, 2]]', name="data.json")
    assert (one.code, str(one.origin)) == ("data-row-long", "data.json:1:23")


def test_a_broken_json_file_says_so() -> None:
    assert fault('[{"县": "榆树",]', name="data.json").code.startswith("json-")


# What a Python program hands over


def handed(value: object) -> Table:
    return inline_table(node_of(value, "<story>"))


class Frame:
    """As pandas has it, as far as is asked for."""

    def __init__(self, columns: list[object], rows: list[list[object]], name: str | None = None):
        self.columns, self._rows = columns, rows
        self.index = type("Index", (), {"name": name})()

    def itertuples(self, index: bool = True, name: str | None = "Pandas"):
        assert name is None
        for number, row in enumerate(self._rows):
            yield (number, *row) if index else tuple(row)


class Scalar(float):
    """As numpy has it."""

    def item(self) -> float:
        return float(self)


def test_rows_of_a_program_are_a_table() -> None:
    found = handed([["年份", "值"], [2022, Decimal("1.50")], [2023, 2]])
    assert (found.columns[0].kind, numbers(found.columns[1])) == ("period", ["1.50", "2"])


def test_days_of_a_program_are_periods() -> None:
    found = handed([["日期", "值"], [date(2024, 6, 1), 1], [date(2024, 6, 2), 2]])
    assert found.columns[0].values[0] == Period(date(2024, 6, 1), date(2024, 6, 1))


def test_a_frame_of_pandas_is_a_table() -> None:
    nan = float("nan")
    rows = [["榆树", Scalar(1.5), datetime(2024, 6, 1)], ["农安", nan, datetime(2024, 6, 2)]]
    frame = Frame(["县", ("产量", "2023"), "日期"], rows)
    found = handed(frame)
    assert [one.name for one in found.columns] == ["县", "产量 2023", "日期"]
    assert numbers(found.columns[1]) == ["1.5", None]
    assert found.columns[2].kind == "period"
    named = handed(Frame(["值"], [[1.5], [2.5]], name="年"))
    assert [one.name for one in named.columns] == ["年", "值"]


def test_a_frame_of_polars_is_a_table() -> None:
    class Polars:
        columns = ("县", "值")

        def rows(self) -> list[tuple[object, ...]]:
            return [("榆树", 1.5), ("农安", None)]

    assert numbers(handed(Polars()).columns[1]) == ["1.5", None]


def test_what_only_has_columns_is_no_frame() -> None:
    with pytest.raises(SpecError) as caught:
        handed(type("Sheet", (), {"columns": 3})())
    assert caught.value.diagnostics[0].saying.key == "python-value/type"


def test_json_of_a_table_reads_as_the_table() -> None:
    found = table(COLUMNS)
    again = inline_table(node(json.dumps(found.opened().plain(), default=str)))
    assert [one.values[0] for one in again.columns] == ["榆树", Decimal("367.2")]


def test_floats_of_a_program_are_without_noise() -> None:
    rows = {"名": ["a", "b", "c", "d"], "值": [5.0, 0.1 + 0.2, 1e12, 1234567890123456.7]}
    found = inline_table(node_of(rows, "test"))
    assert found.columns[1].texts == ("5", "0.3", "1000000000000", "1234567890123457")
    assert inline_table(node_of([["名", "值"], ["a", 5.0]], "test")).columns[1].decimals == 0
