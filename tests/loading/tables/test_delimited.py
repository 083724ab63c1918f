"""CSV and TSV: encodings, delimiters, quotes, line ends, places."""

from __future__ import annotations

import pytest
from conftest import Limited
from reading_tables import fault, faults, numbers, said, table
from workbooks import packed

from infographic.loading.tables.options import ReadOptions

HARVEST = "县,产量（万吨）,增速（%）\n榆树,367.2,1.5\n农安,301.4,−2.0\n"


def test_a_file_is_read_by_columns_with_their_units() -> None:
    found = table(HARVEST)
    assert [(one.name, one.unit, one.kind) for one in found.columns] == [
        ("县", "", "text"), ("产量", "万吨", "number"), ("增速", "%", "number"),
    ]  # fmt: skip
    assert numbers(found.columns[1]) == ["367.2", "301.4"]
    assert numbers(found.columns[2]) == ["1.5", "-2.0"]
    assert found.said == ()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "gb18030", "gbk"]
)
def test_an_encoding_is_found_and_said(encoding: str) -> None:
    found = table(HARVEST.replace("−", "-"), encoding=encoding)
    assert found.columns[0].values == ("榆树", "农安")
    names = [one.saying.values["encoding"] for one in said(found, "data-encoding")]
    wanted = {"gbk": "GB18030", "gb18030": "GB18030", "utf-16": "UTF-16", "utf-16-le": "UTF-16"}
    assert names == ([wanted[encoding]] if encoding in wanted else [])


def test_characters_that_gbk_lacks_are_read_by_gb18030() -> None:
    found = table("地名,值\n䶮村,1\n㐂镇,2\n", encoding="gb18030")
    assert found.columns[0].values == ("䶮村", "㐂镇")


def test_an_encoding_that_is_none_of_these_is_asked_for_and_then_read() -> None:
    text = "縣名,產量\n臺北,12.5\n高雄,13.5\n嘉義,14.5\n"
    found = table(text, ReadOptions(encoding="big5"), encoding="big5")
    assert found.columns[0].values == ("臺北", "高雄", "嘉義")
    one = fault(text.encode("big5"))
    assert one.saying.values["codec"] == "big5"
    one = fault("Gemeinde;Höhe\nZürich;12,5\nGenève;13,5\n".encode("latin-1"))
    assert (one.code, one.saying.form) == ("data-encoding", "unknown")
    assert "“encoding”" in one.hint


def test_damaged_utf8_is_no_other_encoding_and_its_place_is_told() -> None:
    data = HARVEST.encode().replace("农安".encode(), "农安".encode()[:-1])
    one = fault(data)
    assert (one.saying.key, one.origin.line, one.origin.column) == ("data-encoding/damaged", 3, 2)


def test_an_unknown_encoding_is_an_error() -> None:
    assert fault(HARVEST, ReadOptions(encoding="klingon")).saying.key == "data-option/encoding"
    assert fault(HARVEST, ReadOptions(encoding="base64")).saying.key == "data-option/encoding"


@pytest.mark.parametrize("mark", [";", "\t", "|", ","])
def test_a_delimiter_is_found_and_said_where_it_is_no_comma(mark: str) -> None:
    found = table(HARVEST.replace(",", mark))
    assert numbers(found.columns[1]) == ["367.2", "301.4"]
    assert len(said(found, "data-delimiter")) == (mark != ",")


def test_a_semicolon_goes_before_commas_that_stand_in_numbers() -> None:
    found = table("县;产量;占比\n榆树;367,25;12,5\n农安;301,4;8,75\n")
    assert numbers(found.columns[1]) == ["367.25", "301.4"]
    assert found.columns[1].decimals == 2


def test_excels_first_line_names_the_delimiter() -> None:
    found = table("sep=;\n县;产量\n榆树;1\n")
    assert found.columns[0].values == ("榆树",)
    assert str(found.places.of(0, 1)) == "data.csv:3:4"


@pytest.mark.parametrize("end", ["\n", "\r\n", "\r"])
def test_all_line_ends_are_read_and_places_stay(end: str) -> None:
    found = table(HARVEST.replace("\n", end))
    assert numbers(found.columns[1]) == ["367.2", "301.4"]
    assert str(found.places.of(1, 1)) == "data.csv:3:4"


def test_a_quoted_cell_may_hold_delimiters_quotes_and_line_ends() -> None:
    found = table('名称,值\n"长春,""北国""\n春城",12\n"吉林", "1,234.5"\n')
    assert found.columns[0].values == ('长春,"北国"春城', "吉林")
    assert numbers(found.columns[1]) == ["12", "1234.5"]
    assert [str(found.places.of(row, 1)) for row in (0, 1)] == ["data.csv:3:5", "data.csv:4:7"]


def test_a_quote_that_never_closes_is_told_at_its_place() -> None:
    one = fault('名称,值\n"长春,12\n吉林,13\n')
    assert (one.saying.key, one.origin.line, one.origin.column) == ("data-quote/open", 2, 1)


def test_a_quote_closed_by_that_of_a_later_row_is_told_where_it_opens() -> None:
    one = fault('名称,值\n"长春,12\n"吉林",13\n')
    assert (one.saying.key, one.origin.line) == ("data-quote/open", 2)


def test_words_behind_a_closed_quote_are_an_error() -> None:
    one = fault('名称,值\n"长春"市,12\n')
    assert (one.saying.key, one.saying.values["found"]) == ("data-quote/behind", "市")


def test_a_nul_byte_is_told_at_its_place() -> None:
    one = fault("名称,值\n长\0春,12\n" + "吉林,13\n" * 9)
    assert (one.code, one.origin.line, one.origin.column) == ("data-nul", 2, 2)


@pytest.mark.parametrize("text", ["", " \n\n", ",,,\n,,,\n", "\ufeff"])
def test_an_empty_file_is_an_error(text: str) -> None:
    assert fault(text).saying.key == "data-empty"


def test_a_header_without_rows_is_an_error() -> None:
    assert fault("县,产量\n").saying.key == "data-empty/rows"


def test_a_row_that_is_too_long_is_told_at_its_first_cell_too_many() -> None:
    found = faults("县,产量\n榆树,1,234\n农安,2\n九台,3,456\n")
    assert [(one.code, str(one.origin)) for one in found] == [
        ("data-row-long", "data.csv:2:6"), ("data-row-long", "data.csv:4:6"),
    ]  # fmt: skip
    assert '"1,234"' in found[0].hint
    assert "2 | 榆树,1,234" in str(found[0])


def test_many_long_rows_are_counted() -> None:
    found = faults("县,产量\n" + "榆树,1,234\n" * 30)
    assert len(found) == 9
    assert found[-1].saying.values["count"] == 22


def test_empty_cells_behind_the_header_are_no_fault() -> None:
    assert numbers(table("县,产量,,\n榆树,1,,\n农安,2,,\n").columns[1]) == ["1", "2"]


def test_a_row_that_is_too_short_is_missing_its_last_values_and_said() -> None:
    found = table("县,产量,面积\n榆树,1,5\n农安,2\n")
    assert numbers(found.columns[2]) == ["5", None]
    (one,) = said(found, "data-row-short")
    assert (str(one.severity), one.origin.line) == ("warning", 3)


def test_blank_rows_are_left_out_and_counted() -> None:
    found = table("县,产量\n\n榆树,1\n,\n农安,2\n\n")
    assert found.count == 2
    assert said(found, "data-left-out")[0].saying.values == {"count": 2}


def test_a_range_names_the_cells_that_are_read() -> None:
    text = "x,y,z\n1,县,产量\n2,榆树,5\n3,农安,6\n4,九台,7\n"
    found = table(text, ReadOptions(range="B2:C4"))
    assert [one.name for one in found.columns] == ["县", "产量"]
    assert numbers(found.columns[1]) == ["5", "6"]
    assert str(found.places.of(1, 1)) == "data.csv:4:6"
    (one,) = table(text, ReadOptions(range="C:C", header=2)).columns
    assert (one.name, numbers(one)) == ("z 产量", ["5", "6", "7"])
    assert fault(text, ReadOptions(range="B2")).saying.key == "data-option/range"
    assert fault(text, ReadOptions(range="C4:B2")).saying.key == "data-option/range"


def test_a_file_is_read_by_what_it_holds_and_not_by_its_name() -> None:
    assert table(HARVEST, name="harvest.xlsx").columns[0].values == ("榆树", "农安")
    assert table('[{"县": "榆树", "产量": 5}]', name="harvest.csv").columns[1].values == (5,)


@pytest.mark.parametrize(
    ("data", "key"),
    [
        (b"%PDF-1.7\n", "data-format"),
        (b"\x89PNG\r\n\x1a\n", "data-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "data-old-workbook"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "data-locked",
        ),
        (b"<html><table><tr><td>1</td></tr></table>", "data-old-workbook/html"),
        (
            b'<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">',
            "data-old-workbook/xml",
        ),
        (packed({"xl/workbook.bin": "", "_rels/.rels": ""}), "data-old-workbook/binary"),
        (packed({"word/document.xml": ""}), "data-format"),
        (b"PK\x03\x04broken", "data-damaged"),
    ],
)  # fmt: skip
def test_what_is_no_table_is_named_with_its_mend(data: bytes, key: str) -> None:
    one = fault(data, name="harvest.xls")
    assert one.saying.key == key
    assert one.origin.file == "harvest.xls"
    assert one.hint


def test_a_table_larger_than_any_chart_is_refused(limited: Limited) -> None:
    limited({"data-rows": 50})
    limited({"data-columns": 5})
    limited({"data-cells": 60})
    limited({"data-bytes": 2000})
    assert fault("a,b\n" + "x,1\n" * 60).saying.key == "data-large/rows"
    assert fault("a,b,c,d,e,f\n1,2,3,4,5,6\n").saying.key == "data-large/columns"
    assert fault("a,b\n" + "x,1\n" * 40).saying.key == "data-large/cells"
    assert fault("a,b\n" + "x,1\n" * 900).saying.key == "data-large/bytes"
