"""Of the names of a batch's files."""

from __future__ import annotations

SAYINGS: dict[str, str | tuple[str, str]] = {
    "batch-pattern/empty": (
        "a name of files is empty",
        "write one: -o 'out/{{id}}/{{layout}}.{{ext}}'",
    ),
    "batch-pattern/brace": (
        "a “{brace}” stands alone in a name",
        "write it twice for the character itself",
    ),
    "batch-pattern/name": (
        "“{{{name}}}” in {pattern} is neither a column nor id, layout, ext or row",
        "name a column of the table",
    ),
    "batch-pattern/layouts": (
        "{pattern} does not tell the layouts apart: one file would hold two pages",
        "write {{layout}} into it",
    ),
    "batch-pattern/rows": (
        "{pattern} does not tell the rows apart: one file would hold them all",
        "write {{id}}, {{row}} or a column into it",
    ),
    "batch-name": (
        "a file cannot be called {name}: {why}",
        "change the cell, or the name’s pattern",
    ),
    "batch-name/cell": (
        "“{column}” is part of a file’s name, and this cell cannot be: {why}",
        "change the cell, or name the files by another column",
    ),
    "batch-name/taken": (
        "{name} is the same file as {other} (of {place}) on some disks",
        "give each row a name of its own: case and accents do not tell files apart everywhere",
    ),
    "batch-name/twice": (
        "{name} is the file of another row as well (of {place})",
        "give each row an id of its own, or write {{row}} into the name",
    ),
    "batch-name/folder": (
        "{name} is a file here and a folder for {other} (of {place})",
        "give one of them another name",
    ),
    "batch-name/more": ("{count:one more name|# more names} like these", ""),
    "phrase/name-empty": "it is empty",
    "phrase/name-character": "“{character}” stands in no file’s name",
    "phrase/name-unseen": "it holds a character that is not seen ({code})",
    "phrase/name-part": "“{part}” is no name",
    "phrase/name-end": "“{part}” begins with a blank, or ends with a point or a blank",
    "phrase/name-device": "“{part}” is a device on Windows",
    "phrase/name-long": "“{part}…” has over {most} bytes",
}
