"""What a careless or hostile desk hands in: said at its place, and never a crash or a guess."""

from __future__ import annotations

from time import process_time

import pytest
from reading_tables import fault, faults, numbers, said, table

from infographic.foundation.diagnostics import SpecError
from infographic.loading.reading.values import node_of
from infographic.loading.tables.data import table_at
from infographic.loading.tables.inline import inline_table
from infographic.loading.tables.options import ReadOptions
from infographic.loading.tables.reading.delimited import found_delimiter
from infographic.table_told import TableTold


@pytest.mark.parametrize("text", ["1e400", "-1E-400", "9" * 500, "0." + "3" * 400, "1e300"])
def test_a_number_that_no_axis_holds_is_an_error_at_its_cell(text: str) -> None:
    one = fault(f"县,产量\n榆树,{text}\n农安,1\n德惠,2\n")
    assert (one.saying.key, one.origin.line) == ("data-number/places", 2)


def test_numbers_of_physics_are_read() -> None:
    found = table("量,值\n甲,6.02214076e23\n乙,1.602176634e-19\n丙,1E+05\n")
    assert numbers(found.columns[1])[::2] == ["602214076000000000000000", "100000"]


def test_a_cell_longer_than_csv_itself_reads_is_told_at_its_place() -> None:
    for cell in ("长" * 40_000, "x" * 200_000, '"' * 100_000):
        one = fault(f"县,产量\n榆树,1\n农安,{cell}\n")
        assert (one.saying.key, one.origin.line, one.origin.column) == ("data-cell-long", 3, 4)
        assert found_delimiter(f"县;产量\n{cell};1\n") in ",;"


def test_errors_of_a_workbook_in_a_column_that_they_fill_are_told() -> None:
    found = faults("县,产量\n榆树,#REF!\n农安,#DIV/0!\n")
    assert [(one.saying.key, one.origin.line) for one in found] == [
        ("data-cell/error", 2), ("data-cell/error", 3),
    ]  # fmt: skip


@pytest.mark.parametrize("name", ["ab", '"', "\n"])
def test_a_delimiter_that_is_none_is_an_error(name: str) -> None:
    assert fault("a,b\nx,1\n", ReadOptions(delimiter=name)).saying.key == "data-option/delimiter"


def test_a_tab_may_be_named() -> None:
    for name in ("tab", "\\t"):
        assert len(table("a\tb\nx\t1\n", ReadOptions(delimiter=name)).columns) == 2


def test_an_option_that_the_file_has_no_use_for_is_said() -> None:
    (one,) = said(table("a,b\nx,1\n", ReadOptions(sheet="表2")), "data-option")
    assert one.saying.key == "data-option/unused"
    data = {"columns": ["a", "b"], "rows": [["x", 1]], "range": "A1:B2"}
    assert [one.saying.key for one in table_at(node_of(data, "test")).said] == [
        "data-option/unused"
    ]


def test_rows_without_columns_are_an_error() -> None:
    with pytest.raises(SpecError, match="no columns for them"):
        inline_table(node_of({"columns": [], "rows": [["a", 1], ["b", 2]]}, "test"))


def test_a_cell_of_many_characters_costs_its_table_nothing() -> None:
    found = table(f"县,值\n{'长' * 30_000},1\n")
    begin = process_time()
    list(TableTold("x.csv", found, 8, (), ()).lines())
    assert process_time() - begin < 1


def test_a_file_that_is_no_text_is_none_in_another_encoding() -> None:
    one = fault(bytes(range(1, 256)) * 9)
    assert one.saying.key == "data-format"


def test_a_chinese_file_that_was_cut_off_is_said_to_be_that() -> None:
    data = "县,产量（万吨）\n榆树,367.2\n农安县,301.4\n".encode("gb18030")
    one = fault(data[:28])
    assert (one.saying.key, one.saying.values["encoding"]) == ("data-encoding/damaged", "GB18030")


@pytest.mark.parametrize("mark", ["，", "^", " ", "   "])
def test_a_mark_that_seems_to_part_cells_is_named(mark: str) -> None:
    text = f"县{mark}产量\n榆树{mark}367.2\n农安{mark}301.4\n"
    (one,) = said(table(text), "data-delimiter")
    assert one.saying.key == "data-delimiter/other"
    again = table(text, ReadOptions(delimiter=str(one.saying.values["character"])))
    assert numbers(again.columns[1]) == ["367.2", "301.4"]


def test_a_cell_of_two_lines_is_no_number_though_each_line_is_one() -> None:
    assert table('name,b\nx,"2\n0"\ny,3\n').columns[1].kind == "text"
    assert table("name,b\nx,2\ny,3\n").columns[1].kind == "number"
