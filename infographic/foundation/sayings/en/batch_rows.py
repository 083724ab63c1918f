"""Of tables of editions: files, JSON lines, databases, folders of stories."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "rows-left-out": (
        "{count:a row of totals is|# rows of totals are} no edition, and left out: {rows}",
        "to make editions of them as well, --totals",
    ),
    "rows-code": (
        "“{name}” names a code, and {text} is what a spreadsheet program has cut it to",
        "take the code from where it came from: what is cut off is lost",
    ),
    "rows-note": (
        "the row of “{text}” is taken for a note below the table",
        "if it is an edition, name the cells of the table: --range A1:F61",
    ),
    "rows-line": (
        "a line of editions is an object, found {found}",
        "write one object a line, no brackets or commas round it: {{“id”: 1, “county”: “…”}}",
    ),
    "rows-large": (
        "there are over {most} editions, the most that is read",
        "make them in several batches",
    ),
    "rows-large/cells": (
        "there are over {most} cells, the most that is read of a table of editions",
        "leave out the columns that the template does not use",
    ),
    "rows-large/bytes": (
        "the file has over {most:g} MB, the most that is read of a table of editions",
        "leave out the columns that the template does not use, or make several files of it",
    ),
    "rows-folder": (
        "{folder} is a folder, and a table of editions is a file",
        "without a template, a folder is made as the stories in it",
    ),
    "rows-story": (
        "there is no story in {folder}",
        "stories are files that end in .json and have a headline",
    ),
    "rows-story/none": "{file} is no story, and passed over: it has no headline",
    "rows-story/unread": "the folder {folder} cannot be read: {reason}",
    "rows-query": ("the query is not answered: {reason}", "try it in the database's own program"),
    "rows-query/none": (
        "a database needs a query",
        'write one: --query "SELECT … FROM …"',
    ),
    "mend/query": "its tables are {tables:list and}: --query 'SELECT * FROM \"{table}\"'",
    "rows-query/option": (
        "{option} says how a file is read, and a database needs none of it",
        "leave it out, or say it in the query",
    ),
    "rows-query/several": ("--query is more than one statement", "write one SELECT"),
    "rows-query/no-select": ("the query has no answer of rows", "write one SELECT"),
    "rows-query/not-allowed": (
        "the query does more than read the database's tables, and is not run",
        "write one SELECT; nothing is changed, attached, loaded or set",
    ),
    "rows-query/steps": (
        "the query takes over {most} steps, and was stopped",
        "look for a join without a condition, or a recursion without an end",
    ),
    "rows-query/password": (
        "the password in the database's URL has a sign that ends it: @, /, ? or #",
        "write %40 for @, %2F for /, %3F for ?, %23 for #; or leave it out and set PGPASSWORD",
    ),
    "rows-query/slow": (
        "the query takes over {seconds} seconds, and was stopped",
        "ask for less, or have an index made",
    ),
    "machine/no-postgres": (
        "PostgreSQL's driver is not installed: there is no {package}",
        "pip install 'infographic[postgres]'",
    ),
    "machine/no-database": (
        "the database does not let us in: {reason}",
        "see that it runs, and that the URL, PGPASSWORD or ~/.pgpass are right",
    ),
    "rows-query/columns": (
        "columns of the answer have one name: {names:list and}",
        "name each of them: SELECT a.name AS county, b.name AS city",
    ),
    "rows-query/empty": ("the query gives no rows", "look at its conditions"),
    "rows-query/unread": "{file} cannot be read as a SQLite file: {reason}",
    "rows-cell/bytes": (
        "“{name}” is {count} bytes here, which is no text and no number",
        "select a text: hex(…), or the path of the picture",
    ),
    "rows-cell/number": (
        "“{name}” is {value} here, which is no number that can be set",
        "leave it empty: NULLIF(…, 'NaN')",
    ),
    "rows-cell/type": (
        "“{name}” is of the type {type}, which is not read",
        "select a text or a number: CAST(… AS TEXT)",
    ),
    "rows-query/of-file": (
        "--query is of a database, and {file} is none",
        "leave out --query, or name a SQLite file or postgresql://…",
    ),
}
