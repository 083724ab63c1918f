"""What a spreadsheet puts on the clipboard, as rows of texts."""

from __future__ import annotations

from infographic.foundation import limits
from infographic.foundation.late_pattern import late
from infographic.foundation.limits import OverLimitError
from infographic.studio.documents.asked import refused

_CELL = late(r'"(?:[^"]|"")*+"(?=[\t\r\n]|\Z)|[^\t\r\n]*+')
_END = late(r"\r\n|\n|\r")


def pasted(text: str) -> list[list[str]]:
    """Rows of texts of what was copied in a spreadsheet.

    Cells are parted by tabs; those that hold tabs, quotes or line ends stand in quotes. Nothing in
    a cell is changed: full-width digits, commas and blanks stay. Raises `SpecError` for more than a
    table may have.

    >>> pasted('县\\t产量\\r\\n榆树\\t"３６７,\\n2"\\r\\n')
    [['县', '产量'], ['榆树', '３６７,\\n2']]
    >>> pasted('5" pipe\\t"a ""b"" c"'), pasted("")
    ([['5" pipe', 'a "b" c']], [])
    """
    rows: list[list[str]] = []
    most = {name: limits.most(name) for name in ("data-rows", "data-columns", "data-cells")}
    cells, at = 0, 0
    while at < len(text):
        row: list[str] = []
        while True:
            match = _CELL.match(text, at)
            assert match is not None
            row.append(_bare(match[0]))
            at = match.end()
            if text[at : at + 1] != "\t":
                break
            at += 1
        end = _END.match(text, at)
        at = end.end() if end else at
        rows.append(row)
        cells += len(row)
        counts = {"data-rows": len(rows), "data-columns": len(row), "data-cells": cells}
        for name, count in counts.items():
            if count > most[name]:
                refused(OverLimitError(name).saying)
    # Some programs end with an empty line, and some with two.
    while rows and rows[-1] == [""]:
        rows.pop()
    return rows


def _bare(words: str) -> str:
    quoted = len(words) > 1 and words[0] == words[-1] == '"'
    # A cell that begins with a quote and needs none is copied as it is: “5" pipe”.
    return words[1:-1].replace('""', '"') if quoted else words
