"""Tables in CSV files: the cells that are touched, and no other byte."""

from __future__ import annotations

import csv
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.diagnostics import SpecError
from infographic.studio.documents import CsvDocument, History

Edit = dict[str, Any]
TEXT = "县,产量\r\n榆树,367\r\n农安,301"


def opened(text: str = TEXT, codec: str = "utf-8", **options: str) -> CsvDocument:
    return CsvDocument(Path("a.csv"), data=text.encode(codec), **options)


def cell(row: int, column: int, text: str, **more: str) -> Edit:
    return {"op": "cells", "cells": [{"row": row, "column": column, "text": text, **more}]}


def after(text: str, *edits: Edit) -> str:
    document = opened(text)
    assert document.faults() == ()
    document.apply(list(edits))
    return document.text


@pytest.mark.parametrize(
    ("encoding", "mark", "called"),
    [("utf-8", "", "UTF-8"), ("utf-8", "\ufeff", "UTF-8"), ("gb18030", "", "GB18030"),
     ("utf-16-le", "\ufeff", "UTF-16"), ("utf-16-be", "\ufeff", "UTF-16"),
     ("utf-16-le", "", "UTF-16")],
)  # fmt: skip
def test_a_file_keeps_its_encoding_and_its_mark(
    tmp_path: Path, encoding: str, mark: str, called: str
) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes((mark + TEXT).encode(encoding))
    document = CsvDocument.open(file)
    assert (document.encoding, document.cells()[1]) == (called, ["榆树", "367"])
    document.apply(cell(1, 1, "368", was="367"))
    document.save()
    assert file.read_bytes() == (mark + TEXT.replace("367", "368")).encode(encoding)
    assert document.saved


@pytest.mark.parametrize(
    ("text", "edit", "want"),
    [
        (TEXT, cell(1, 1, "3,67"), TEXT.replace("367", '"3,67"')),
        (TEXT, cell(1, 1, 'a"b'), TEXT.replace("367", '"a""b"')),
        (TEXT, cell(1, 1, " 7"), TEXT.replace("367", '" 7"')),
        (TEXT, cell(2, 3, "x"), TEXT + ",,x"),
        (TEXT, cell(3, 1, "x"), TEXT + "\r\n,x"),
        (TEXT + "\r\n", cell(3, 1, "x"), TEXT + "\r\n,x\r\n"),
        ('a,"b"\n1,"2"\n3,"4"\n', cell(1, 1, "9"), 'a,"b"\n1,"9"\n3,"4"\n'),
        ('a,b\n1,"2,5"\n3,4\n', cell(1, 1, "9"), "a,b\n1,9\n3,4\n"),
        ("a\n1\n2\n", cell(1, 0, ""), 'a\n""\n2\n'),
        ("a;b\n1;2\n", cell(1, 1, "2,5"), "a;b\n1;2,5\n"),
        ("a,b\n1,2\n", cell(1, 1, "2;5"), 'a,b\n1,"2;5"\n'),
        ("sep=;\na;b\n1;2\n", cell(1, 1, "7"), "sep=;\na;b\n1;7\n"),
        ("a\tb\n1\t2\n", cell(1, 1, "a,b"), "a\tb\n1\ta,b\n"),
        ("a,b\n\n1,2\n", cell(1, 1, "x"), "a,b\n,x\n1,2\n"),
        ("", {"op": "paste", "row": 0, "column": 0, "rows": [["1", "2"], ["3"]]}, "1,2\n3,\n"),
        (TEXT, {"op": "insert_rows", "at": 1}, "县,产量\r\n,\r\n榆树,367\r\n农安,301"),
        (TEXT, {"op": "insert_rows", "at": 3, "rows": [["甲", "1"]]}, TEXT + "\r\n甲,1"),
        (TEXT, {"op": "delete_rows", "at": 2}, "县,产量\r\n榆树,367"),
        (TEXT, {"op": "delete_rows", "at": 0, "count": 3}, ""),
        (TEXT, {"op": "delete_rows", "at": 1, "was": [["榆树", "367"]]}, "县,产量\r\n农安,301"),
        (TEXT, {"op": "insert_columns", "at": 1}, "县,,产量\r\n榆树,,367\r\n农安,,301"),
        (TEXT, {"op": "insert_columns", "at": 2}, "县,产量,\r\n榆树,367,\r\n农安,301,"),
        ("t\n" + TEXT, {"op": "insert_columns", "at": 2},
         "t\n县,产量,\r\n榆树,367,\r\n农安,301,"),
        (TEXT, {"op": "delete_columns", "at": 0}, "产量\r\n367\r\n301"),
        (TEXT, {"op": "delete_columns", "at": 1}, "县\r\n榆树\r\n农安"),
    ],
)  # fmt: skip
def test_an_edit_touches_what_it_is_of(text: str, edit: Edit, want: str) -> None:
    assert after(text, edit) == want


def test_what_is_pasted_says_which_cells_are_others() -> None:
    document, history = opened(), History()
    block = [["367", "1"], ["9", ""], ["x", "y"]]
    change = document.apply({"op": "paste", "row": 1, "column": 1, "rows": block})
    history.did(document, change)
    assert document.cells() == [
        ["县", "产量"], ["榆树", "367", "1"], ["农安", "9"], ["", "x", "y"]]  # fmt: skip
    assert change.cells == ((1, 2), (2, 1), (3, 1), (3, 2))
    step = history.undo()
    assert document.text == TEXT
    assert step is not None
    assert step.named("zh") == "粘贴 a.csv B2"


@pytest.mark.parametrize(
    ("edit", "key"),
    [
        (cell(1, 1, "1", was="366"), "edit-overtaken/value"),
        (cell(1, 1, "\0"), "data-nul"),
        (cell(1, 1, "x" * 40_000), "data-cell-long"),
        (cell(30_000, 1, "1"), "over-limit"),
        (cell(1, 300, "1"), "over-limit"),
        (cell(-1, 1, "1"), "edit-form/field"),
        ({"op": "cells", "cells": [7]}, "edit-form/field"),
        ({"op": "paste", "row": 0, "column": 0, "rows": [[1]]}, "edit-form/field"),
        ({"op": "insert_rows", "at": 9}, "edit-place/index"),
        ({"op": "insert_rows", "at": 0, "count": 10**9}, "over-limit"),
        ({"op": "delete_rows", "at": 2, "count": 2}, "edit-place/index"),
        ({"op": "delete_rows", "at": 1, "was": [["榆树", "1"]]}, "edit-overtaken/value"),
        ({"op": "delete_columns", "at": 0, "count": 2}, "edit-place/columns"),
        ({"op": "insert_columns", "at": 3}, "edit-place/index"),
        ({"op": "set", "pointer": "/a", "value": 1}, "edit-form/kind"),
    ],
)
def test_what_cannot_be_done_to_a_table_is_said_and_changes_nothing(edit: Edit, key: str) -> None:
    document = opened()
    with pytest.raises(SpecError) as caught:
        document.apply([cell(2, 1, "5"), edit])
    assert caught.value.diagnostics[0].saying.key == key
    assert (document.text, document.version) == (TEXT, 0)


def test_a_character_that_the_encoding_lacks_is_refused_by_name() -> None:
    document = opened("縣,產量\r\n臺北,1\r\n", "big5", encoding="big5")
    with pytest.raises(SpecError, match="csv-character") as caught:
        document.apply(cell(1, 1, "ķ"))
    assert "“ķ” (U+0137) cannot be written in big5" in str(caught.value)
    with pytest.raises(SpecError, match="encoding"):
        document.to_utf8()
    found = opened(TEXT, "gb18030")
    found.to_utf8()
    assert not found.saved
    assert found.text == "\ufeff" + TEXT


def test_a_file_that_would_not_stay_as_it_is_is_not_edited() -> None:
    # UTF-7 has several ways to write a character.
    document = CsvDocument(Path("a.csv"), data=b"a,b\n+AGE-,1\n", encoding="utf-7")
    assert document.cells() == [["a", "b"], ["a", "1"]]
    with pytest.raises(SpecError, match="csv-inexact"):
        document.apply(cell(1, 1, "2"))


def test_a_table_whose_quotes_do_not_match_is_open_and_not_edited() -> None:
    document = opened('a,b\n1,"2\n')
    assert (document.cells(), document.faults()[0].code) == ([], "data-quote")
    with pytest.raises(SpecError, match="data-quote"):
        document.apply(cell(0, 0, "x"))
    with pytest.raises(SpecError, match="data-format"):
        CsvDocument(Path("a.csv"), data=b"PK\x03\x04xl/workbook")


def test_rows_that_others_put_in_and_cells_that_are_set_here_come_together(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_bytes(TEXT.encode("gb18030"))
    document, history = CsvDocument.open(file), History()
    history.follow(document)
    history.did(document, document.apply(cell(2, 1, "302")))
    history.did(document, document.apply(cell(1, 0, "榆树市")))
    theirs = "县,产量\r\n德惠,290\r\n榆树,370\r\n农安,301\r\n"
    file.write_bytes(theirs.encode("gb18030"))
    assert document.save().kind == "merged"
    want = theirs.replace("301", "302").replace("榆树", "榆树市")
    assert file.read_bytes().decode("gb18030") == want
    history.undo()
    assert document.text == theirs.replace("301", "302")


def test_a_cell_that_both_changed_is_chosen_by_name(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    file.write_text(TEXT, encoding="utf-8", newline="")
    document = CsvDocument.open(file)
    document.apply(cell(1, 1, "368"))
    document.apply({"op": "delete_rows", "at": 2})
    file.write_text(TEXT.replace("367", "369").replace("301", "5"), encoding="utf-8", newline="")
    change = document.disk_changed()
    told = [(one.pointer, one.ours, one.theirs, one.deleted) for one in change.conflicts]
    assert told == [("/1/1", "368", "369", ""), ("/2", None, ["农安", "5"], "ours")]
    with pytest.raises(SpecError, match="disk-conflict"):
        document.save()
    document.take_theirs("/1/1")
    document.keep_ours("/2")
    document.save()
    assert file.read_text(encoding="utf-8") == "县,产量\n榆树,369"


CELLS = st.text(st.sampled_from('ab1 ,;\t"\n中'), max_size=4)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=4), min_size=1, max_size=5)


@st.composite
def tables(draw: st.DrawFn) -> tuple[str, str]:
    """A text and its delimiter: quotes where they must be, and where somebody put some."""
    mark = draw(st.sampled_from(",;\t|"))
    end = draw(st.sampled_from(["\n", "\r\n", "\r"]))
    lines = []
    for row in draw(ROWS):
        words = []
        for text in row:
            must = any(one in text for one in f'{mark}"\n\r') or text[:1] == " "
            quoted = '"' + text.replace('"', '""') + '"'
            words.append(quoted if must or draw(st.booleans()) else text)
        lines.append(mark.join(words))
    return end.join(lines) + (end if draw(st.booleans()) else ""), mark


@st.composite
def table_edits(draw: st.DrawFn, height: int, width: int) -> Edit:
    kinds = ["cells", "paste", "insert_rows", "insert_columns", *["delete_rows"] * bool(height)]
    kind = draw(st.sampled_from(kinds))
    if kind == "cells":
        row, column = draw(st.integers(0, height)), draw(st.integers(0, width))
        return cell(row, column, draw(CELLS))
    if kind == "paste":
        row, column = draw(st.integers(0, height)), draw(st.integers(0, width))
        return {"op": kind, "row": row, "column": column, "rows": draw(ROWS)}
    if kind == "insert_rows":
        return {"op": kind, "at": draw(st.integers(0, height)), "rows": draw(ROWS)}
    if kind == "insert_columns":
        return {"op": kind, "at": draw(st.integers(0, width))}
    return {"op": kind, "at": draw(st.integers(0, height - 1))}


def put(rows: list[list[str]], row: int, column: int, text: str) -> None:
    if text or (row < len(rows) and column < len(rows[row])):
        rows += [[] for _ in range(row + 1 - len(rows))]
        rows[row] += [""] * (column + 1 - len(rows[row]))
        rows[row][column] = text


def want(rows: list[list[str]], edit: Edit) -> list[list[str]]:
    rows = [[*row] for row in rows]
    match edit["op"]:
        case "cells":
            (one,) = edit["cells"]
            put(rows, one["row"], one["column"], one["text"])
        case "paste":
            for row, texts in enumerate(edit["rows"]):
                for column, text in enumerate(texts):
                    put(rows, edit["row"] + row, edit["column"] + column, text)
        case "insert_rows":
            rows[edit["at"] : edit["at"]] = edit["rows"]
        case "insert_columns":
            for row in rows:
                if row and len(row) >= edit["at"]:
                    row.insert(edit["at"], "")
        case "delete_rows":
            del rows[edit["at"]]
    return rows


def bare(rows: list[list[str]]) -> list[list[str]]:
    """Without empty cells at the end of a row, and empty rows at the end."""
    found = [list(row) for row in rows]
    for row in found:
        while row and row[-1] == "":
            row.pop()
    while found and not found[-1]:
        found.pop()
    return found


@given(data=st.data(), table=tables())
@settings(deadline=None, max_examples=50)
def test_any_table_is_read_and_edited_as_the_csv_module_reads_it(
    data: st.DataObject, table: tuple[str, str]
) -> None:
    text, mark = table
    document = CsvDocument(Path("a.csv"), data=text.encode(), delimiter=mark)
    cells = document.cells()
    plain = text.replace("\r\n", "\n").replace("\r", "\n")
    read = list(csv.reader(StringIO(plain), delimiter=mark, skipinitialspace=True))
    if document.faults():
        return
    shown = [[one.replace("\r\n", "\n").replace("\r", "\n") for one in row] for row in cells]
    assert shown == read
    edit = data.draw(table_edits(len(cells), max(map(len, cells), default=0)))
    change = document.apply(edit)
    assert bare(document.cells()) == bare(want(cells, edit)), (text, edit)
    history = History()
    history.did(document, change)
    history.undo()
    assert document.text == text
