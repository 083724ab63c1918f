"""Files of data that ask for more than they hold are refused before it is laid out."""

from __future__ import annotations

import json

import pytest
from conftest import Limited
from reading_tables import fault, table
from workbooks import Sheet, number, xlsx

from infographic.loading.tables.files import read_grid
from infographic.loading.tables.options import AS_FOUND
from infographic.loading.tables.reading import delimited, json_grid
from infographic.loading.tables.reading.number_formats import number_format


def test_the_cells_of_a_wide_row_are_found_in_one_walk(monkeypatch: pytest.MonkeyPatch) -> None:
    walked: list[int] = []
    starts = delimited._starts
    monkeypatch.setattr(delimited, "_starts", lambda *of: walked.append(1) or starts(*of))
    text = ",".join(f"列{n}" for n in range(200)) + "\n" + ",".join(["1"] * 200) + "\n甲\n"
    grid = read_grid(text.encode(), AS_FOUND, name="a.csv")
    walked.clear()
    assert [grid.places.of(1, column).column for column in range(200)] == [*range(1, 400, 2)]
    assert len(walked) == 1
    assert grid.places.of(2, 150).column == 2


def test_records_with_keys_of_their_own_are_not_laid_out(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited({"data-cells": 1000})
    monkeypatch.setattr(json_grid, "_picked", None)
    records = [{f"k{n}": 1} for n in range(100)]
    assert fault(json.dumps(records), name="a.json").limit == "data-cells"


def test_more_values_than_cells_are_not_read_at_all(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited({"data-cells": 1000, "data-rows": 50})
    words = [["县", "产量"], *([f"县{n}，" + "," * 100, n] for n in range(40))]
    assert table(json.dumps(words), name="a.json").count == 40
    monkeypatch.setattr("infographic.loading.reading.source.read_json", None)
    assert fault(json.dumps([[1] * 2000]), name="a.json").limit == "data-cells"


def test_a_format_that_no_program_writes_is_none() -> None:
    assert number_format("0." + "0" * 5000).kind == "general"
    assert number_format("[" * 5000).kind == "general"


def test_parts_of_a_second_are_thousandths_at_most() -> None:
    rows = [["县", "用时"], ["甲", number("0.0875", "mm:ss." + "0" * 900)]]
    assert table(xlsx(Sheet("表1", rows))).columns[1].texts == ("126:00.000",)
