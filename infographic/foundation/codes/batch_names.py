"""Of the names of a batch's files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "batch-pattern": """\
A pattern of names cannot be used.
In `-o 'out/{id}/{layout}.{ext}'` stand {id}, {row} (its number), {layout}, {ext} (the layout's own
endings, or those of --format) and any column of the table; “{{” and “}}” are braces. It must tell
rows apart, and layouts where there are several.""",
    "batch-name": """\
Files of a batch cannot be called as its rows have it.
Nothing is made before all names are right. No name is changed in silence: an empty cell, a blank at
an end, a character that Windows or a store refuses, and two names that differ only in case or in
how an accent is written (é, straße and STRASSE) are refused, each at its cell.""",
}
