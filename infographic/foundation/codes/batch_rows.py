"""Of tables of editions: what `infographic batch` makes a page of each row of."""

from __future__ import annotations

CODES: dict[str, str] = {
    "rows-left-out": """\
Rows of a table that no edition is made of.
A row whose first words are 合计, 总计, 全省, Total and the like stands for the others: it is left
out, and said. `--totals` makes an edition of it as well.""",
    "rows-code": """\
A code was made a number of by a spreadsheet program, and cut.
Excel holds 15 digits and writes the rest as noughts: 110101199001011234 becomes 1.10101E+17 in a
CSV file. Save the column as text in the workbook, and take its values anew from where they are
whole.""",
    "rows-note": """\
A row below the table with several cells begins with a word for a note (注, 说明, 来源, 以上 …).
It is taken for one, and no edition is made of it. Name the cells that are the table, its header
among them, by `--range`.""",
    "rows-line": """\
A line of a file of JSON lines is not an object.
Each line is an edition, an object of columns and values. Blank lines are passed over.

    {"id": "110101", "county": "榆树", "gdp": 367.2}
    {"id": "110102", "county": "农安", "gdp": 301.4}""",
    "rows-large": """\
A table of editions is larger than is read at once.
At most 100,000 editions, 2,000,000 cells and 200 MB are read (docs/limits.md): all rows are looked
over before the first page is made. `--limits batch-rows=200000` raises a limit.""",
    "rows-folder": """\
A table of editions was asked for, and a folder was named.
With a template, rows come from a file, from “-” or from a database. Without one, each story of a
folder is an edition.""",
    "rows-story": """\
A folder of stories, and what in it is none.
All files in the folder and below it that end in .json are looked at, in the order of their names;
hidden ones (their names begin with a point) are not, nor what lies behind a link to a folder. A
story has a headline; other JSON files are passed over, and said.""",
    "rows-query": """\
A query for a table of editions is not one that can be asked.
`--query` is one SELECT (or WITH … SELECT) against SQLite or PostgreSQL; every row of the answer is
an edition. It is read-only: nothing is changed, attached or loaded, whatever the query says.

    infographic batch sqlite:///counties.db --query "SELECT id, county, gdp FROM counties" …
    infographic batch postgresql://desk@db/press --query "SELECT * FROM counties" …

Passwords belong into PGPASSWORD, ~/.pgpass or a service file, and are never shown.""",
    "rows-cell": """\
A cell of a database's answer is nothing that a page can have.
Text, numbers, dates, true and false, JSON and empty values (NULL) are read as they are. A blob is
not, nor is a number that is none (NaN). Only columns that the template uses must be right.""",
}
