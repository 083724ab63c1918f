"""Of the data of charts and tables."""

from __future__ import annotations

CODES: dict[str, str] = {
    "data-form": """\
The data of a chart or table are neither a file nor columns with rows.
Name a file beside the story, or write the data in the story:

    "data": "harvest.xlsx"
    "data": {"columns": ["县", "产量/万吨"], "rows": [["榆树", 367.2], ["农安", 301.4]]}""",
    "data-file": """\
The data's file is not there, or may not be read.
A path starts from the story's folder, one of --data where the command is called. Only files
inside of the story's folder are opened, links that lead out of it not followed; --root names a
wider one. Nothing is fetched from a network.""",
    "data-format": """\
The file is of a kind that no data are read from.
CSV, TSV, XLSX, ODS and JSON are read. The content decides, not the name's ending.""",
    "data-old-workbook": """\
The file is a workbook of an old or odd kind: .xls, .et, .wps, .xlsb, a web page named .xls.
Open it in Excel, WPS or LibreOffice and save it as .xlsx. Nothing is guessed from old formats:
they keep percentages and dates in ways that other programs read differently.""",
    "data-locked": """\
The workbook can only be opened with a password.
Save a copy without one.""",
    "data-damaged": """\
The workbook's parts cannot be read.
It was probably cut off on its way. A spreadsheet program often mends it: open it and save it
again.""",
    "data-empty": """\
There is nothing to draw in the file, the sheet or the range.
Look for the right sheet (`"sheet": "表1"`) and range (`"range": "A3:F20"`).""",
    "data-large": """\
The file is larger than the data of a chart can be.
At most 20 MB, 20,000 rows, 256 columns and 400,000 cells are read, and a workbook may unpack to
60 MB: no chart shows more, and a hostile file could ask for all the memory there is.""",
    "data-encoding": """\
The encoding of a text file, where it is not UTF-8.
UTF-8, UTF-16 and, where the file is no UTF-8, GB18030 are found by the bytes (GBK and GB2312 are
parts of GB18030). For others name it: `"encoding": "big5"`.""",
    "data-delimiter": """\
What stands between the cells of a line.
Comma, semicolon, tab and | are found by looking at the lines; `"delimiter": ";"` says it.""",
    "data-nul": """\
The text has a byte that no text has.
It is a piece of another file, or was damaged on its way.""",
    "data-quote": """\
The quotes of a CSV file do not match.
A cell that begins with a quote ends with one; a quote inside of it is written twice (RFC 4180):

    "他说""好""。",12.5""",
    "data-cell-long": """\
A cell is longer than any cell can be.
Most likely a quote opens it and is never closed.""",
    "data-sheet": """\
Which sheet of a workbook is read.
The first that is not hidden and not empty, or that which is asked for, by name or by number from
1: `"data": {"file": "harvest.xlsx", "sheet": "表1"}`. A hidden one is read if it is asked for.""",
    "data-hidden": """\
Rows, columns or sheets that are hidden in the workbook are left out.
A filter hides rows, too. Show them and save the workbook if they belong to the chart.""",
    "data-option": """\
What the story says of reading a file is not understood.
“sheet” (name or number), “range” (“A3:F20”), “header” (how many rows), “decimal” (“.” or “,”),
“delimiter”, “encoding”, “text” (names of columns that are words). docs/data.md has them all.""",
    "data-header": """\
The names of the columns are looked for in the first row below the title, and not found.
Name the cells that are the table (`"range": "A3:F20"`), or say how many rows its header has
(`"header": 2`, 0 for none: the columns are then A, B, C).""",
    "data-name": """\
The name of a column is no text.
Numbers may be names, too: 2023, 2024.""",
    "data-name-twice": """\
Two columns have the same name.
The second is read under its name and a number, “增长 2”. Give them names of their own in the file,
so that it is clear which one is drawn.""",
    "data-unnamed": """\
A column holds values, and its header is empty.
It is left out, since nothing could ask for it. Write its name above it.""",
    "data-lists": """\
Columns that are written as lists have different lengths.
Each has a value for every row; null is a missing one.""",
    "data-row-long": """\
A row has more cells than the header.
Most often a number with a comma stands there without quotes, and is taken for two: "1,234".""",
    "data-row-short": """\
A row has fewer cells than the header.
Those at its end are read as missing.""",
    "data-left-out": """\
Rows that are no values of their own.
Blank rows, a header that is repeated and a row that numbers the columns (甲 1 2 3) are left out.
Rows of totals (合计, 总计, 全省, 全国) are kept, but no comparison shows them; rows that begin
with # or 其中 are parts of the row above them.""",
    "data-further": """\
A sheet or file holds more than one table, and the first is read.
A title or a header below a blank row begins another one. Name the cells of the one that the chart
shows: `"range": "A12:F20"`.""",
    "data-number": """\
A column of numbers has a cell that is none.
Most of its cells are numbers. “—”, “-”, “NA”, 无 and an empty cell are missing values; “…” is one
below the least unit. Mend the cell, or keep the column as words: `"text": ["备注"]`.""",
    "data-decimal": """\
A comma can part thousands or stand before decimals, and here it may be either.
59,435 is 59435 in Beijing and 59.435 in Berlin. Where a column, or another of the file, shows which
(1,234.5; 12,34) it is read so. Where nothing does you are asked, since one of the two would be
wrong by a factor of a thousand:

    "data": {"file": "census.csv", "decimal": "."}""",
    "data-units": """\
The cells of one column have different units.
They cannot stand on one axis. Write one unit in the header: 产量（万吨）.""",
    "data-table-unit": """\
It is not known which unit a column has.
“单位：亿元” above a table holds for its columns, but not for growth rates and shares; several units
in that line hold for none. Write them into the headers: 增长（%）. Where each row is an indicator
with its own unit, turn the table: `"turned": true` makes columns of its rows.""",
    "data-gap": """\
Values that are missing, and how the file writes that.
They are drawn as a gap, never as 0. “…” stands for a value smaller than the least unit that is
shown, which is neither missing nor 0.""",
    "data-cell": """\
A cell has no value that could be drawn.
A formula that was never worked out (programs write such workbooks), an error such as #DIV/0!, a
date that is none. Open the workbook in Excel, WPS or LibreOffice, mend the cell, and save it.""",
}
