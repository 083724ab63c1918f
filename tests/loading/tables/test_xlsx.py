"""XLSX: what is stored and how it is shown, what is hidden, what was never worked out."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from reading_tables import fault, faults, numbers, said, table
from workbooks import Cell, Sheet, number, packed, xlsx

from infographic.foundation.table import Period, Table
from infographic.loading.tables.files import read_grid
from infographic.loading.tables.options import ReadOptions

ROWS = [["县", "产量（万吨）"], ["榆树", 367.2], ["农安", 301.4]]


def column(*cells: Cell | str | float | None, header: str = "值", **how: bool):
    rows = [["名", header], *([f"n{n}", cell] for n, cell in enumerate(cells))]
    return table(xlsx(Sheet("表1", rows), **how), name="harvest.xlsx").columns[1]


def test_a_sheet_is_read_with_places_of_its_cells() -> None:
    found = table(xlsx(Sheet("表1", ROWS)), name="harvest.xlsx")
    assert numbers(found.columns[1]) == ["367.2", "301.4"]
    assert str(found.places.of(1, 1)) == "harvest.xlsx 表1!B3"
    assert str(found.columns[1].origin) == "harvest.xlsx 表1!B1"


def test_rows_and_columns_before_the_first_cell_do_not_move_places() -> None:
    data = xlsx(Sheet("表1", ROWS, start=4, left=3))
    found = table(data, name="harvest.xlsx")
    assert str(found.places.of(1, 1)) == "harvest.xlsx 表1!D6"
    assert read_grid(data).place(0, 0).cell == "C4"


@pytest.mark.parametrize(
    ("stored", "code", "text", "value"),
    [
        ("79.40000000000001", "General", "79.4", "79.4"),
        ("79.40000000000001", "0.0", "79.4", "79.4"),
        ("0.30000000000000004", "General", "0.3", "0.3"),
        ("1234.5", "#,##0.00", "1234.50", "1234.50"),
        ("12.345", "0.0", "12.3", "12.3"),
        ("12.35", "0.0", "12.4", "12.4"),
        ("0.33333333333333331", "General", "0.333333333", "0.333333333"),
        ("1E+20", "General", "100000000000000000000", "100000000000000000000"),
        ("-5", "0_);(0)", "-5", "-5"),
        ("1234567", "0.0,,", "1234567", "1234567"),
        ("1234567", '0!.0,"万"', "1234567", "1234567"),
        ("12.5", '0.0"万吨"', "12.5万吨", "12.5"),
        ("12.5", "G/通用格式", "12.5", "12.5"),
        ("12.5", "[Red]0.0;[Blue]-0.0", "12.5", "12.5"),
        ("12.5", "[$￥-804]#,##0.0", "12.5", "12.5"),
    ],
)
def test_a_number_is_what_its_cell_shows(stored: str, code: str, text: str, value: str) -> None:
    found = column(number(stored, code), number(stored, code))
    assert (found.texts[0], numbers(found)[0]) == (text, value)


@pytest.mark.parametrize("decimals", [27, 30])
def test_a_format_of_many_decimals_is_no_crash(decimals: int) -> None:
    code = "0." + "0" * decimals
    found = table(xlsx(Sheet("表", [["县", "值"], ["甲", Cell("12.5", format=code)], ["乙", 1.0]])))
    assert numbers(found.columns[1])[0] == "12.5" + "0" * (decimals - 1)
    large = Cell("1e100", format=code)
    one = fault(xlsx(Sheet("表", [["县", "值"], ["甲", large], ["乙", 1.0]])))
    assert one.saying.key == "data-number/places"


def test_a_percentage_is_in_per_cent() -> None:
    found = column(number("0.805", "0.0%"), number("0.0525", "0.00%"))
    assert (found.unit, numbers(found), found.decimals) == ("%", ["80.5", "5.25"], 2)
    assert found.texts == ("80.5%", "5.25%")
    assert read_grid(xlsx(Sheet("a", [[number("0.805", "0.0%")]]))).rows[0][0].value == (
        Decimal("0.805")
    )


@pytest.mark.parametrize(
    ("code", "text", "start", "end"),
    [
        ("yyyy/m/d", "2024/6/1", date(2024, 6, 1), date(2024, 6, 1)),
        ('yyyy"年"m"月"', "2024年6月", date(2024, 6, 1), date(2024, 6, 30)),
        ('yyyy"年"', "2024年", date(2024, 1, 1), date(2024, 12, 31)),
        ("aaaa", "星期六", date(2024, 6, 1), date(2024, 6, 1)),
        ('m"月"d"日" aaa', "6月1日 六", date(2024, 6, 1), date(2024, 6, 1)),
        ("[$-804]yyyy年m月d日;@", "2024年6月1日", date(2024, 6, 1), date(2024, 6, 1)),
        ("dddd, mmm d", "Saturday, Jun 1", date(2024, 6, 1), date(2024, 6, 1)),
        ("yyyy-mm-dd hh:mm", "2024-06-01 12:00", date(2024, 6, 1), date(2024, 6, 1)),
        ("mmm-yy", "Jun-24", date(2024, 6, 1), date(2024, 6, 30)),
    ],
)  # fmt: skip
@pytest.mark.parametrize("date1904", [False, True])
def test_a_day_is_told_by_its_format(
    code: str, text: str, start: date, end: date, date1904: bool
) -> None:
    serial = number("43982.5" if date1904 else "45444.5", code)
    found = column(serial, serial, date1904=date1904)
    assert (found.kind, found.texts[0]) == ("period", text)
    assert found.values[0] == Period(start, end)


def test_days_that_are_shown_alike_are_not_the_same_in_two_years() -> None:
    def march(first: int) -> Table:
        rows = [["日期", "值"], *([number(f"{first + n}", "m月d日"), 5.0] for n in range(3))]
        return table(xlsx(Sheet("表1", rows)))

    one, other = march(44986), march(45352)
    assert one.columns[0].texts == other.columns[0].texts == ("3月1日", "3月2日", "3月3日")
    assert one.digest != other.digest and one.digest == march(44986).digest


def test_a_date_that_is_none_is_an_error() -> None:
    rows = [["名", "日期"], ["a", number("-5", "yyyy/m/d")]]
    one = fault(xlsx(Sheet("表1", rows)), name="harvest.xlsx")
    assert (one.saying.key, str(one.origin)) == ("data-cell/date", "harvest.xlsx 表1!B2")


def test_dates_before_march_1900_count_a_day_that_never_was() -> None:
    assert column(number("59", "yyyy/m/d")).texts == ("1900/2/28",)
    assert column(number("61", "yyyy/m/d")).texts == ("1900/3/1",)


def test_times_are_words() -> None:
    texts = column(number("0.5", "h:mm"), number("1.25", "[h]:mm:ss")).texts
    assert texts == ("12:00", "30:00:00")
    # 2:07:00 of a marathon is not seven minutes past two; a sprint has its hundredths.
    run = number("0.088194444444444", "[h]:mm:ss"), number("0.000110879629629", "mm:ss.00")
    assert column(*run).texts == ("2:07:00", "0:09.58")


def test_a_formula_without_a_stored_value_is_an_error_with_its_cell() -> None:
    rows = [["名", "值"], ["a", 1.5], ["b", Cell(None, formula="B2*2")], ["c", 3]]
    one = fault(xlsx(Sheet("表1", rows)), name="harvest.xlsx")
    assert (one.saying.key, str(one.origin)) == ("data-cell/formula", "harvest.xlsx 表1!B3")
    assert one.as_dict()["cell"] == "B3"
    assert one.as_dict()["sheet"] == "表1"


def test_a_nought_that_a_program_wrote_for_a_formula_is_none() -> None:
    rows = [["名", "值"], ["a", 1.5], ["b", Cell("0", formula="B2*2")], ["c", 3]]
    assert fault(xlsx(Sheet("表1", rows), stale=True)).saying.key == "data-cell/formula"
    assert numbers(table(xlsx(Sheet("表1", rows))).columns[1]) == ["1.5", "0", "3"]


def test_a_formula_with_its_value_is_a_number() -> None:
    found = column(Cell("3.5", formula="A1"), Cell("文", "str", formula="A2"))
    assert (found.kind, found.texts) == ("text", ("3.5", "文"))


def test_an_error_cell_is_an_error_with_its_cell_and_name() -> None:
    rows = [["名", "值"], ["a", 1.5], ["b", Cell("#DIV/0!", "e", formula="1/0")]]
    one = fault(xlsx(Sheet("表1", rows)), name="harvest.xlsx")
    assert (one.saying.key, str(one.origin)) == ("data-cell/error", "harvest.xlsx 表1!B3")
    assert "#DIV/0!" in one.message


def test_hidden_rows_and_columns_are_left_out_and_said() -> None:
    rows = [["县", "甲", "乙"], ["a", 1, 2], ["b", 3, 4], ["c", 5, 6]]
    sheet = Sheet("表1", rows, hidden_rows=[3], hidden_columns=[2])
    found = table(xlsx(sheet), name="harvest.xlsx")
    assert [one.name for one in found.columns] == ["县", "乙"]
    assert numbers(found.columns[1]) == ["2", "6"]
    assert str(found.places.of(1, 1)) == "harvest.xlsx 表1!C4"
    told = said(found, "data-hidden")
    assert [str(one.severity) for one in told] == ["warning", "warning"]
    assert [one.saying.values for one in told] == [
        {"count": 1, "rows": ["3"]}, {"count": 1, "columns": ["B"]},
    ]  # fmt: skip


def test_what_is_hidden_and_empty_is_not_spoken_of() -> None:
    sheet = Sheet("表1", ROWS, hidden_rows=[9], hidden_columns=[9])
    assert table(xlsx(sheet)).said == ()


def test_the_first_sheet_that_is_not_hidden_is_read_and_the_others_named() -> None:
    data = xlsx(Sheet("旧", ROWS, state="veryHidden"), Sheet("新", ROWS), Sheet("附", [["x"]]))
    found = table(data, name="harvest.xlsx")
    assert found.origin.source.sheet == "新"
    assert {one.saying.key for one in found.said} == {"data-sheet/first", "data-hidden/sheets"}


def test_a_sheet_is_asked_for_by_name_or_number_hidden_or_not() -> None:
    other = [["县", "值"], ["z", 9]]
    data = xlsx(Sheet("旧", other, state="hidden"), Sheet("新", ROWS))
    for sheet in ("旧", 1):
        found = table(data, ReadOptions(sheet=sheet))
        assert (numbers(found.columns[1]), found.said) == (["9"], ())
    one = fault(data, ReadOptions(sheet="新表"))
    assert (one.code, "新" in one.hint) == ("data-sheet", True)
    assert fault(data, ReadOptions(sheet=3)).saying.key == "data-sheet/number"
    hidden = xlsx(Sheet("旧", other, state="hidden"))
    assert fault(hidden).saying.key == "data-sheet/hidden"


def test_an_empty_sheet_is_an_error() -> None:
    one = fault(xlsx(Sheet("表1", [])), name="harvest.xlsx")
    assert (one.code, str(one.origin)) == ("data-empty", "harvest.xlsx 表1")


def test_a_cover_sheet_is_an_error_that_names_the_others() -> None:
    one = fault(xlsx(Sheet("封面", [["统计年鉴"]]), Sheet("农业", ROWS)))
    assert (one.saying.key, "“农业”" in one.hint) == ("data-empty/rows", True)


def test_a_range_names_the_cells_that_are_read() -> None:
    rows = [["废", "x"], [None, "县", "产量"], [None, "榆树", 5], [None, "农安", 6], ["注", 7]]
    found = table(xlsx(Sheet("表1", rows)), ReadOptions(range="b2:C4"))
    assert numbers(found.columns[1]) == ["5", "6"]
    assert found.places.of(1, 1).cell == "C4"


def test_merged_labels_stand_in_all_their_rows_and_merged_numbers_in_one() -> None:
    rows = [["省", "市", "值"], ["吉林", "长春", 5], [None, "吉林", None], ["辽宁", "沈阳", 7]]
    found = table(xlsx(Sheet("表1", rows, merged=["A2:A3", "C2:C3"])))
    assert found.columns[0].values == ("吉林", "吉林", "辽宁")
    assert numbers(found.columns[2]) == ["5", None, "7"]


def test_texts_of_all_kinds_are_read() -> None:
    rich = (
        '<r><rPr><b/></rPr><t>榆树</t></r><r><rPr><vertAlign val="superscript"/></rPr><t>1)</t></r>'
    )
    rich += '<rPh sb="0" eb="1"><t>よみ</t></rPh>'
    rows = [["县", "值"], [rich, 1], [Cell("农安", "inlineStr"), 2], [Cell("1", "b"), 3]]
    found = table(xlsx(Sheet("表1", rows))).columns[0]
    assert found.texts == ("榆树¹⁾", "农安", "TRUE")
    assert (found.values[0], found.marks) == ("榆树", {0: "¹⁾"})


def test_a_number_stored_as_text_goes_by_the_rules_of_texts() -> None:
    assert numbers(column("1,234.5", "12.5", "—")) == ["1234.5", "12.5", None]
    rows = [["名", "值"], ["a", "59,435"], ["b", "113,368"]]
    assert fault(xlsx(Sheet("表1", rows))).code == "data-decimal"


def test_leading_noughts_of_identifiers_are_kept() -> None:
    assert column("000001", "002594").values == ("000001", "002594")


def test_words_in_a_footer_are_no_cells() -> None:
    data = xlsx(Sheet("表1", ROWS))
    sheet = (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        '<row r="1"><c r="A1" t="str"><v>县</v></c><c r="B1" t="str"><v>值</v></c></row>\n'
        '<row r="2"><c r="A2" t="str">\n<v>榆树</v>\n</c>\n<c r="B2"><v>5</v></c></row></sheetData>'
        "<headerFooter><oddFooter>第 1 页</oddFooter></headerFooter></worksheet>"
    )
    found = table(repacked(data, {"xl/worksheets/sheet1.xml": sheet}))
    assert (found.columns[0].values, numbers(found.columns[1])) == (("榆树",), ["5"])


def test_prefixes_and_absolute_targets_are_no_hindrance() -> None:
    sheet = (
        '<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main">'
        '<x:sheetData><x:row><x:c t="inlineStr"><x:is><x:t>县</x:t></x:is></x:c><x:c t="inlineStr">'
        '<x:is><x:t>值</x:t></x:is></x:c></x:row><x:row><x:c t="inlineStr"><x:is><x:t>a</x:t>'
        "</x:is></x:c><x:c><x:v>5</x:v></x:c></x:row></x:sheetData></x:worksheet>"
    )
    found = table(repacked(xlsx(Sheet("表1", ROWS)), {"xl/worksheets/sheet1.xml": sheet}))
    assert numbers(found.columns[1]) == ["5"]


def repacked(data: bytes, parts: dict[str, str]) -> bytes:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(data)) as old:
        own = {name: old.read(name).decode() for name in old.namelist()}
    return packed({**own, **parts})


def test_all_that_is_wrong_in_a_sheet_is_told_at_once() -> None:
    rows = [["名", "值"], ["a", Cell("#N/A", "e")], ["b", Cell(None, formula="x")], ["c", "未报"],
            ["d", 1], ["e", 2]]  # fmt: skip
    found = faults(xlsx(Sheet("表1", rows)), name="harvest.xlsx")
    assert [(one.code, one.origin.cell) for one in found] == [
        ("data-cell", "B2"), ("data-cell", "B3"), ("data-number", "B4"),
    ]  # fmt: skip


def test_parts_are_found_by_what_they_are_and_not_by_their_names() -> None:
    import zipfile
    from io import BytesIO

    with zipfile.ZipFile(BytesIO(xlsx(Sheet("表1", ROWS)))) as old:
        own = {name: old.read(name).decode() for name in old.namelist()}
    relations = own["xl/_rels/workbook.xml.rels"].replace("sharedStrings.xml", "/xl/words.xml")
    own |= {"xl/_rels/workbook.xml.rels": relations, "xl/words.xml": own["xl/sharedStrings.xml"]}
    del own["xl/sharedStrings.xml"]
    assert table(packed(own)).columns[0].values == ("榆树", "农安")
