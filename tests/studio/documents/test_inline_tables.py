"""Tables that stand in a story, edited by their cells."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from infographic.foundation.diagnostics import SpecError
from infographic.studio.documents import History, JsonDocument

Edit = dict[str, Any]
ROWS = """{
  "charts": [{"data": {
    "columns": ["年份", "产量"],
    "rows": [
      [2023, 851.50],
      [2024, 852]
    ]
  }}]
}"""
AT = "/charts/0/data"


def opened(text: str) -> JsonDocument:
    return JsonDocument(Path("story.json"), "story", data=text.encode())


def cell(row: int, column: int, text: str, **more: str) -> Edit:
    cells = [{"row": row, "column": column, "text": text, **more}]
    return {"op": "cells", "pointer": AT, "cells": cells}


def paste(row: int, column: int, *rows: list[str]) -> Edit:
    return {"op": "paste", "pointer": AT, "row": row, "column": column, "rows": [*rows]}


@pytest.mark.parametrize(
    ("edit", "old", "new"),
    [
        (cell(1, 1, "851.60", was="851.50"), "851.50", "851.60"),
        (cell(2, 1, "约852"), "852\n", '"约852"\n'),
        (cell(0, 1, "总产量"), '"产量"', '"总产量"'),
        (cell(2, 1, ""), "852\n", "null\n"),
        (paste(2, 0, ["2025", "860"], ["2026", "870.0"]), "[2024, 852]",
         "[2025, 860],\n      [2026, 870.0]"),
        ({"op": "insert_rows", "pointer": AT, "at": 1}, "[2023", "[null, null],\n      [2023"),
        ({"op": "delete_rows", "pointer": AT, "at": 1}, "\n      [2023, 851.50],", ""),
    ],
)  # fmt: skip
def test_rows_stay_on_their_lines(edit: Edit, old: str, new: str) -> None:
    document = opened(ROWS)
    assert document.cells(AT) == [["年份", "产量"], ["2023", "851.50"], ["2024", "852"]]
    document.apply(edit)
    assert document.text == ROWS.replace(old, new) or "852\n" in old
    if "852\n" in old:
        assert document.text == ROWS.replace("852]", new.strip() + "]")


OTHERS = [
    '{"charts": [{"data": [["年份", "产量"], [2023, 851.50], [2024, 852]]}]}',
    '{"charts": [{"data": [{"年份": 2023, "产量": 851.50}, {"年份": 2024, "产量": 852}]}]}',
    '{"charts": [{"data": {"年份": [2023, 2024], "产量": [851.50, 852]}}]}',
    ROWS,
]


@pytest.mark.parametrize("text", OTHERS)
def test_whatever_its_form_a_table_is_edited_alike(text: str) -> None:
    document, history = opened(text), History()
    cells = [["年份", "产量"], ["2023", "851.50"], ["2024", "852"]]

    def made(edit: Edit) -> list[list[str]]:
        history.did(document, document.apply(edit))
        return document.cells(AT)

    assert document.cells(AT) == cells
    assert made(cell(2, 1, "900.0")) == [*cells[:2], ["2024", "900.0"]]
    assert made(paste(2, 1, ["1", "a"], ["2", "b"])) == [
        ["年份", "产量", "#3"], ["2023", "851.50", ""],
        ["2024", "1", "a"], ["", "2", "b"]]  # fmt: skip
    assert made({"op": "delete_columns", "pointer": AT, "at": 0, "count": 1}) == [
        ["产量", "#3"], ["851.50", ""], ["1", "a"], ["2", "b"]]  # fmt: skip
    rows = {"op": "insert_rows", "pointer": AT, "at": 2, "rows": [["5", "x"], ["6", "y"]]}
    assert made(rows)[1:4] == [["851.50", ""], ["5", "x"], ["6", "y"]]
    assert made({"op": "delete_rows", "pointer": AT, "at": 2, "count": 3}) == [
        ["产量", "#3"], ["851.50", ""], ["2", "b"]]  # fmt: skip
    assert made({"op": "insert_columns", "pointer": AT, "at": 2})[0][:2] == ["产量", "#3"]
    while history.undo():
        pass
    assert document.text == text


@pytest.mark.parametrize(
    ("text", "edit", "key"),
    [
        (ROWS, cell(1, 1, "1", was="2"), "edit-overtaken/value"),
        (ROWS, {"op": "delete_rows", "pointer": AT, "at": 0}, "edit-place/index"),
        (
            ROWS,
            {"op": "delete_rows", "pointer": AT, "at": 1, "was": [["1"]]},
            "edit-overtaken/rows",
        ),
        (ROWS, {"op": "insert_rows", "pointer": AT, "at": 0}, "edit-place/index"),
        (ROWS, {"op": "insert_rows", "pointer": AT, "count": 10**9}, "over-limit"),
        (ROWS, {"op": "insert_columns", "pointer": AT, "count": 10**9}, "over-limit"),
        (ROWS, {"op": "delete_columns", "pointer": AT, "at": 0, "count": 2}, "edit-place/columns"),
        (ROWS, {**cell(0, 0, "x"), "pointer": f"{AT}/rows/0/0"}, "table-form"),
        (ROWS, {**cell(0, 0, "x"), "pointer": "/none"}, "edit-pointer/nothing"),
        (OTHERS[1], cell(0, 0, "x"), "table-form/keys"),
    ],
)
def test_what_cannot_be_done_to_a_table_in_a_story_is_said(text: str, edit: Edit, key: str) -> None:
    document = opened(text)
    with pytest.raises(SpecError) as caught:
        document.apply(edit)
    assert caught.value.diagnostics[0].saying.key == key
    with pytest.raises(SpecError, match="edit-form"):
        document.apply([edit, edit])
    assert document.text == text


def test_a_block_of_thousands_of_cells_reads_the_story_few_times(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ",\n".join(f"[{number}, 1]" for number in range(200))
    document = opened(f'{{"charts": [{{"data": {{"columns": ["a", "b"], "rows": [{lines}]}}}}]}}')
    reads = []
    read = JsonDocument._read

    def counted(document: JsonDocument, body: str) -> Any:
        reads.append(1)
        return read(document, body)

    monkeypatch.setattr(JsonDocument, "_read", counted)
    document.apply(paste(1, 0, *[[str(row), "2", "3"] for row in range(400)]))
    assert len(document.cells(AT)) == 401
    assert {row[2] for row in document.cells(AT)[1:]} == {"3"}
    assert len(reads) < 6
