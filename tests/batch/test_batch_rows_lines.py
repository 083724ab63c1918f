"""Editions of JSON and JSON lines, of files and of standard input."""

from __future__ import annotations

import io
import sys
from pathlib import Path
from typing import Any

import pytest

from infographic.batch.rows.options import RowOptions
from infographic.batch.rows.read import read_rows
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.limits import using_limits

LINES = '{"id": "000123", "gdp": 12.5}\n\n{"id": "x", "tags": ["a", {"b": 1}], "new": null}\r\n'


def written(folder: Path, text: str | bytes, name: str = "rows.jsonl") -> str:
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(path)


def piped(text: bytes, monkeypatch: pytest.MonkeyPatch) -> None:
    class Input:
        buffer = io.BytesIO(text)

    monkeypatch.setattr(sys, "stdin", Input())


def plain(path: str, options: RowOptions = RowOptions()) -> list[dict[str, Any]]:  # noqa: B008
    rows = read_rows(path, options)
    return [{name: node.plain() for name, node in row.cells.items()} for row in rows.rows]


WANTED = [
    {"id": "000123", "gdp": 12.5, "tags": None, "new": None},
    {"id": "x", "gdp": None, "tags": ["a", {"b": 1}], "new": None},
]


@pytest.mark.parametrize("name", ["rows.jsonl", "rows.ndjson", "rows.txt", "rows.json"])
def test_each_line_is_an_edition_whatever_the_file_is_called(name: str, tmp_path: Path) -> None:
    assert plain(written(tmp_path, LINES, name)) == WANTED


def test_lines_come_by_standard_input(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(b"\xef\xbb\xbf" + LINES.encode(), monkeypatch)
    assert plain("-") == WANTED


def test_a_single_line_of_standard_input_is_one_edition(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(b'{"rows": [{"a": 1}]}', monkeypatch)
    assert plain("-") == [{"rows": [{"a": 1}]}]


@pytest.mark.parametrize("text", [b'{"a":1}\n{"a":2,"b', b'{"a":1}\n{"a":2,', b'{"a":1}\n{'])
def test_lines_of_standard_input_that_break_off_are_said_to_be_cut_off(
    text: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    piped(text, monkeypatch)
    with pytest.raises(SpecError) as error:
        read_rows("-")
    [fault] = error.value.diagnostics
    assert (fault.code, fault.origin.line) == ("json-cut-off", 2)


def test_a_heading_of_standard_input_may_begin_with_a_brace(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    piped(b"{id},name\n1,x\n", monkeypatch)
    assert [*plain("-")[0].values()] == ["1", "x"]


def test_a_table_comes_by_standard_input_too(monkeypatch: pytest.MonkeyPatch) -> None:
    piped("县,码\n榆树,01\n".encode("gb18030"), monkeypatch)
    assert plain("-") == [{"县": "榆树", "码": "01"}]


def test_nothing_on_standard_input_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    piped(b"", monkeypatch)
    with pytest.raises(SpecError) as error:
        read_rows("-")
    assert error.value.diagnostics[0].code == "data-empty"


def test_each_cell_of_a_line_knows_its_line_and_column(tmp_path: Path) -> None:
    rows = read_rows(written(tmp_path, LINES))
    cell = rows.rows[1].cells["tags"]
    assert (cell.origin.line, cell.origin.column, cell.origin.pointer) == (3, 21, "/tags")
    assert isinstance(cell.value, tuple)
    assert cell.value[1].origin.column == 27
    assert [(one.name, one.kind) for one in rows.columns] == [
        ("id", "text"), ("gdp", "number"), ("tags", "mixed"), ("new", "text"),
    ]  # fmt: skip


BROKEN = {
    "cut off": ('{"a": 1}\n{"a": \n{"a": 3}\n', "json-cut-off", 2),
    "no object": ('{"a": 1}\n[1]\n', "rows-line", 2),
    "a key twice": ('{"a": 1}\n{"a": 1, "a": 2}\n', "json-duplicate-key", 2),
    "two on a line": ('{"a": 1}\n{"a": 1} {"a": 2}\n', "json-after-end", 2),
    "no JSON": ('{"a": 1}\nabc\n', "json-word", 2),
}


@pytest.mark.parametrize("case", BROKEN)
def test_a_broken_line_names_its_place(case: str, tmp_path: Path) -> None:
    text, code, line = BROKEN[case]
    with pytest.raises(SpecError) as error:
        read_rows(written(tmp_path, text))
    assert [(one.code, one.origin.line) for one in error.value.diagnostics] == [(code, line)]


def test_all_broken_lines_are_told_as_many_as_are_looked_for(tmp_path: Path) -> None:
    path = written(tmp_path, "[1]\n" * 30)
    with pytest.raises(SpecError) as error:
        read_rows(path)
    assert [one.origin.line for one in error.value.diagnostics] == [*range(1, 31)]
    with using_limits({"faults": 5}), pytest.raises(SpecError) as error:
        read_rows(path)
    assert [one.code for one in error.value.diagnostics] == ["rows-line"] * 5 + ["faults-many"]


def test_numbers_keep_their_type_and_become_words_where_that_is_asked(tmp_path: Path) -> None:
    path = written(tmp_path, '{"id": 7, "x": 1.50}\n{"id": "7a", "x": true}\n')
    assert plain(path) == [{"id": 7, "x": 1.5}, {"id": "7a", "x": True}]
    assert plain(path, RowOptions(texts=("id",)))[0] == {"id": "7", "x": 1.5}
    with pytest.raises(SpecError, match="“ident”"):
        read_rows(path, RowOptions(texts=("ident",)))


FORMS = {
    "a list": '[{"id": "01", "n": 1}, {"id": "02"}]',
    "a list in an object": '{"//": "note", "counties": [{"id": "01", "n": 1}, {"id": "02"}]}',
    "columns and rows": '{"columns": ["id", "n"], "rows": [["01", 1], ["02", null]]}',
}


@pytest.mark.parametrize("form", FORMS)
def test_json_of_several_forms_is_a_table(form: str, tmp_path: Path) -> None:
    path = written(tmp_path, FORMS[form], "rows.json")
    assert plain(path) == [{"id": "01", "n": 1}, {"id": "02", "n": None}]


def test_more_lines_than_are_allowed_are_refused(tmp_path: Path) -> None:
    path = written(tmp_path, '{"a": 1}\n' * 30)
    with using_limits({"batch-rows": 20}), pytest.raises(SpecError) as error:
        read_rows(path)
    assert error.value.diagnostics[0].limit == "batch-rows"
    assert len(read_rows(path, RowOptions(limit=4)).rows) == 4


def test_lines_in_another_encoding_are_read(tmp_path: Path) -> None:
    text = '{"县": "榆树的产量是最高的，其次是农安"}\n{"县": "农安"}\n'
    assert plain(written(tmp_path, text.encode("gb18030")))[1] == {"县": "农安"}
