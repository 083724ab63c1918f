"""What a file is that was handed in for a story or layout and is no JSON: a table, a document.

Looked at only where reading failed, so that a file of any name that holds JSON is read.
"""

from __future__ import annotations

import re

from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say

_STARTS = (
    (b"\xd0\xcf\x11\xe0", say("phrase/old-office-file")),
    (b"%PDF", say("phrase/pdf")),
    (b"\x89PNG", say("phrase/png-picture")),
    (b"\xff\xd8\xff", say("phrase/jpeg-picture")),
    (b"{\\rtf", say("phrase/rtf-document")),
)
_IN_ZIP = (
    (b"xl/workbook", say("phrase/excel-file")),
    (b"word/document", say("phrase/word-file")),
    (b"ppt/presentation", say("phrase/slides")),
    (b"opendocument.spreadsheet", say("phrase/open-sheet")),
    (b"opendocument.text", say("phrase/open-document")),
)
TABLES = ("phrase/csv", "phrase/tsv", "phrase/excel-file", "phrase/open-sheet")
"""Those whose rows could be stats."""
_ROW = late(r"""(?![^\n{}\[\]]*+[\n{}\[\]])[^\n{}\[\]]*?[^\s{}\[\]"',\t][^\n{}\[\]]*""")
_MEMBER = late(r"""["”]\s*[:：]""")
"""A key: JSON without its braces."""
_YAML = late(r"[\w-]+:(\s|$)")
_SEPARATORS = (
    ("\t", say("phrase/tsv")),
    (",", say("phrase/csv")),
    (";", say("phrase/csv")),
)
LINES_SEEN = 12


def kind_of_bytes(data: bytes) -> Saying | None:
    """What the file is by its first bytes, and by the names in it where it is a zip file."""
    if data.startswith(b"PK\x03\x04"):
        return next((what for name, what in _IN_ZIP if name in data), say("phrase/office-file"))
    return next((what for start, what in _STARTS if data.startswith(start)), None)


def kind_of_text(text: str, name: str) -> Saying | None:
    """What a text is that is no JSON: a table or a web page.

    >>> str(kind_of_text("指标,数值\\n粮仓,42\\n", "data.txt"))
    'a table (CSV)'
    >>> str(kind_of_text("headline: 标题\\nbody: 好\\n", "story.json"))
    'a YAML file'
    >>> kind_of_text('{"headline": "a", }', "story.json")
    """
    head = text.lstrip("\ufeff \t\r\n")
    ending = name.rpartition(".")[2].lower()
    if ending in ("csv", "tsv"):
        return say("phrase/tsv") if ending == "tsv" else say("phrase/csv")
    if re.match(r"<(!doctype html|html|head|body|p|div|article)\b", head, re.IGNORECASE):
        return say("phrase/html")
    if head.startswith("<?xml"):
        return say("phrase/xml")
    lines = [line for line in head.splitlines()[:LINES_SEEN] if line.strip()]
    if any(_MEMBER.search(line) for line in lines):
        return None
    if len([line for line in lines if _YAML.match(line)]) > 1:
        return say("phrase/yaml")
    for mark, what in _SEPARATORS:
        cells = {line.count(mark) for line in lines}
        if (
            len(lines) > 1
            and len(cells) == 1
            and 0 not in cells
            and all(map(_ROW.fullmatch, lines))
        ):
            return what
    return None
