"""Of the data of charts and tables: files, their cells, and what they come to."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "phrase/binary-file": "no text",
    "phrase/empty-cell": "an empty cell",
    "phrase/no-unit": "none",
    "data-form": (
        "a chart's data are a file's name or an object of columns and rows, found {found}",
        "write the name of a file beside the story, or {{“columns”: […], “rows”: [[…]]}}",
    ),
    # The file
    "data-file": ("there is no file {name}", "a path starts from the story's folder"),
    "data-file/address": (
        "{name} is an address, and nothing is fetched from a network",
        "save the file beside the story",
    ),
    "data-file/folder": ("{name} is a folder", "write the name of a file in it"),
    "data-file/unreadable": "{name} cannot be read: {reason}",
    "data-format": (
        "data are read from CSV, TSV, XLSX, ODS or JSON, and this is {kind}",
        "save the table as .xlsx or .csv",
    ),
    "data-old-workbook": (
        "this is a workbook or document of an old kind (.xls, .et, .wps), which is not read",
        "open it and save it as .xlsx (“Excel 工作簿”)",
    ),
    "data-old-workbook/binary": (
        "this is a binary workbook (.xlsb), which is not read",
        "open it and save it as .xlsx (“Excel 工作簿”)",
    ),
    "data-old-workbook/html": (
        "this is a web page, though a spreadsheet program opens it as a table",
        "open it there and save it as .xlsx (“Excel 工作簿”)",
    ),
    "data-old-workbook/xml": (
        "this is an XML spreadsheet of 2003, which is not read",
        "open it and save it as .xlsx (“Excel 工作簿”)",
    ),
    "data-locked": (
        "the workbook is locked by a password",
        "save a copy without a password",
    ),
    "data-damaged": (
        "the workbook is damaged: {reason}",
        "open it in a spreadsheet program and save it again as .xlsx",
    ),
    "data-damaged/entities": (
        "the workbook's XML declares entities, which no spreadsheet program writes",
        "open it in a spreadsheet program and save it again as .xlsx",
    ),
    "data-empty": ("there are no data in it", "write a header and a row below it"),
    "data-empty/rows": (
        "there {rows:is # row|are # rows} of a header and none of data",
        "write the data below the header, or say how many rows the header has: “header”: 0 where it"
        " has none",
    ),
    "mend/other-sheet": (
        "the workbook has further sheets, {others:list and}: name one, with “sheet” or --sheet"
    ),
    "data-empty/columns": (
        "there are rows, and no columns for them",
        "write a name for each column of the rows",
    ),
    "data-empty/sheets": ("the workbook has no sheet of cells", "save it again as .xlsx"),
    "data-large/bytes": (
        "the file has over {most:g} MB, the most that is read",
        "save the rows that the chart shows as a file of their own",
    ),
    "data-large/unpacked": (
        "the workbook unpacks to over {most:g} MB at {part}, the most that is read",
        "save the sheet that the chart shows as a workbook of its own",
    ),
    "data-large/rows": (
        "there are over {most} rows, the most that is read",
        "save the rows that the chart shows as a file of their own, or name them:"
        " “range”: “A1:F200”",
    ),
    "data-large/columns": (
        "there are {found} columns, and at most {most} are read",
        "save the columns that the chart shows as a file of their own, or name them:"
        " “range”: “A:F”",
    ),
    "data-large/cells": (
        "there are over {most} cells, the most that is read",
        "save what the chart shows as a file of its own",
    ),
    # Text
    "data-encoding": "the file's encoding is {encoding}",
    "data-encoding/damaged": (
        "the byte 0x{byte:02X} is no {encoding}",
        "save the file again as UTF-8, or name its encoding: “encoding”: “gb18030”",
    ),
    "data-encoding/unknown": (
        "the file's encoding is not UTF-8, most likely it is {likely}",
        "name it, “encoding”: “{codec}”, or save the file again as UTF-8",
    ),
    "data-delimiter": "its cells are parted by {mark}",
    "data-delimiter/other": (
        "it has one column, and in each of its lines as often {mark} as in the others",
        "if that parts its cells say so: “delimiter”: “{character}”",
    ),
    "data-nul": (
        "there is a NUL byte in the text",
        "save the table again as .csv or .xlsx from the program that it comes from",
    ),
    "data-quote/open": (
        "a quoted cell begins here and never ends",
        'close it with a quote, or write "" for a quote inside of it',
    ),
    "data-quote/behind": (
        "behind the quote that ends this cell stands “{found}”, and no delimiter",
        'write "" for a quote inside of a quoted cell',
    ),
    "data-cell-long": (
        "a cell has over {most} characters",
        "look for a quote that opens a cell and never closes it",
    ),
    # Sheets
    "data-sheet": "there is no sheet “{name}” in {file}",
    "data-sheet/number": (
        "there is no sheet {number} in {file}, it has {count:# sheet|# sheets}",
        "count from 1, or write the sheet's name",
    ),
    "data-sheet/hidden": (
        "{count:the only sheet is|all # sheets are} hidden",
        "show one, or ask for it by name: “sheet”: “…”",
    ),
    "data-sheet/first": "the sheet “{name}” is read, and not {others:list or}",
    "data-hidden/sheets": "{count:a hidden sheet is|# hidden sheets are} not read: {names}",
    "data-hidden/rows": (
        "{count:a hidden row is|# hidden rows are} left out: {rows}",
        "show them in the workbook if they belong to the chart",
    ),
    "data-hidden/columns": (
        "{count:a hidden column is|# hidden columns are} left out: {columns}",
        "show them in the workbook if they belong to the chart",
    ),
    # Options
    "data-option/encoding": (
        "“{name}” is no encoding that is known",
        "write “utf-8”, “gb18030”, “utf-16” or “big5”",
    ),
    "data-option/range": (
        "“{range}” is no range of cells",
        "write its first cell and its last, as “A3:F20”, or its columns, as “B:D”",
    ),
    "data-option/delimiter": (
        "“{name}” is no one character that could stand between cells",
        "write “,”, “;”, “|” or “tab”",
    ),
    "data-option/unused": (
        "`{field}` is not of data of this kind, and changes nothing",
        "take it out; or name the file that it is of",
    ),
    "data-option/text": "there is no column “{name}” to keep as text",
    # Header and rows
    "data-header": (
        "the first row holds values and no header (“{number}”)",
        "write the names of the columns above them, name the cells that are the table, as"
        " “range”: “A3:F20”, or say that there is no header: “header”: 0",
    ),
    "data-header/more": (
        "the header is said to have {asked:# row|# rows}, and there are {rows:# row|# rows} in all",
        "say how many rows it has: “header”: 1",
    ),
    "data-name": ("a column's name is a text, found {found}", "write it in quotes"),
    "data-name-twice": (
        "two columns are called “{name}”, the first at {first}; this one is read as “{new}”",
        "give them names of their own",
    ),
    "data-unnamed": (
        "a column with values has no name in the header, and is left out",
        "write its name above it",
    ),
    "data-lists": (
        "“{name}” has {count} values and “{first}” {first_count}",
        "write a value for each row, null where there is none",
    ),
    "data-row-long": (
        "the row has {cells} cells, and the header {columns}",
        'put a number with commas into quotes: "1,234"',
    ),
    "data-row-long/more": "there are {count} more rows with more cells than the header",
    "data-row-short": (
        "{count:a row has|# rows have} fewer cells than the header ({cells} of {columns}); what is"
        " not there is missing",
        "end each row with all its commas",
    ),
    "data-left-out/blank": "{count:a blank row is|# blank rows are} left out",
    "data-left-out/numbered": "the row that numbers the columns is left out",
    "data-left-out/header": "the header stands here once more, and is left out",
    "data-left-out/lead-in": "the row that says 其中 and nothing else is left out",
    "data-left-out/totals": "rows that others add up to are left out of comparisons: {rows}",
    "data-left-out/parts": "rows that are part of the row above them: {rows}",
    "data-further": (
        "a further table begins here, and is not read",
        "name the cells of the table that the chart shows, as “range”: “A3:F20”",
    ),
    # Cells
    "data-number": (
        "“{text}” is no number, and “{name}” is a column of numbers",
        "write a number, or — where there is none; or say that the column is text:"
        " “text”: [“{name}”]",
    ),
    "data-number/row": (
        "“{text}” is no number, and “{name}” is a column of numbers",
        "write a number, or — where there is none; or say that the column is words:"
        " --text-column {name}",
    ),
    "data-number/places": (
        "a number of “{name}” has {places} places, and at most {most} are read on either side of"
        " its decimal point",
        "count it in a larger or a smaller unit, or round it",
    ),
    "data-number/more": "“{name}” has {count} more cells that are no numbers",
    "data-decimal": (
        "“{text}” in “{name}” could be {whole} or {part}, and nothing in the file says which",
        "write “decimal”: “.” if the comma parts thousands, “decimal”: “,” if it stands before"
        " decimals",
    ),
    "data-decimal/point": (
        "“{text}” in “{name}” could be {text} or {whole} where cells are parted by “;”, and nothing"
        " in the file says which",
        "write “decimal”: “.” if the point stands before decimals, “decimal”: “,” if it parts"
        " thousands",
    ),
    "data-decimal/both": (
        "“{name}” has “{one}” at {first} and “{other}” here, so that a comma stands before decimals"
        " in one and a point in the other",
        "write all numbers of the column alike",
    ),
    "data-decimal/other": (
        "“{text}” in “{name}” has another decimal mark than “{mark}”, that of the file",
        "write it like the others, or say which mark is right: “decimal”: “.”",
    ),
    "data-units": (
        "the unit of “{text}” is {unit}, and that of the other cells of “{name}” {usual}",
        "write one unit for the whole column, best in its header",
    ),
    "data-units/again": (
        "“{text}” in “{name}” is read as {value} {unit}, which is what the column is counted in"
    ),
    "data-units/counts": (
        "“{text}” stands in “{name}”, which is counted in {unit}, and so has two readings",
        "write it in {unit} as the other cells, with digits alone",
    ),
    "data-table-unit/several": (
        "the table's units, “{unit}”, are several, and which is whose is not guessed:"
        " {names:list and} have none",
        "write each into its header, {name}（…）, or into the story: “unit_of”: {{“{name}”: “…”}}",
    ),
    "data-table-unit/rows": (
        "the rows have units of their own, {units:list and}, so that a column holds values that"
        " cannot be compared",
        "turn the table, “turned”: true, so that each becomes a column, or take rows of one unit",
    ),
    "data-table-unit/rate": (
        "“{name}” is read without a unit: a rate is hardly in {unit}, that of the table",
        "write its unit into the header: {name}（%）",
    ),
    "data-gap": "“{name}” has {count:a missing value|# missing values}: {words}",
    "data-gap/below": (
        "“{name}” has {count:a value|# values} below the least unit (…): not missing, and drawn as"
        " none"
    ),
    "data-cell/formula": (
        "the formula has no stored value",
        "open the workbook in a spreadsheet program, let it calculate, and save it",
    ),
    "data-cell/error": ("the cell holds the error {error}", "mend its formula, or write —"),
    "data-cell/date": ("{number} is formatted as a date, and is none", "write the date again"),
    "data-cell/string": (
        "the cell's text is missing in the workbook (number {number})",
        "open it in a spreadsheet program and save it again",
    ),
    "data-cell/nested": ("a cell holds {found}", "write a number or a text"),
}
