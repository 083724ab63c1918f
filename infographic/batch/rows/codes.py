"""Which columns of digits are names and no numbers: codes, postal codes, telephones.

A column is words, as they are written and with all their noughts, where

- the user says so (`--text`), or
- all its cells are digits, and its heading names a code (代码, 编号, 邮编, 电话, id, zip …), or
- all are digits, and one begins with a nought (00123) or has more than 15 (no workbook holds such
  a number), or
- it is the first, all its cells are whole numbers that are no two alike, and its heading names
  neither a unit nor times: what stands there names the rows, and is never 110,101.

A cell of a workbook whose format fills up with noughts (“000000”) is words of its own, so that it
counts as one that begins with a nought.
"""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.foundation.late_pattern import late
from infographic.loading.tables.grid import GridCell
from infographic.loading.tables.making.header import Heading
from infographic.loading.tables.making.numbers import MISSING
from infographic.loading.tables.periods import names_time

NAMES_CODES = late(
    r"代码|编码|编号|序号|序列号|证号|学号|工号|账号|帐号|区号|货号|邮编|邮政|电话|手机|传真|身份证|区划"
    r"|(?<![a-z])(?:id|uid|code|codes|zip|zipcode|postcode|postal|phone|telephone|tel|mobile|fax|isbn|issn|sku|ean|fips"
    r"|adcode|no\.|nr\.?)(?![a-z])",
)
"""Headings of columns whose digits name things; looked for in small letters."""
_DIGITS = late(r"[0-9０-９]+(?:[-–— ][0-9０-９]+)*")
_WHOLE = late(r"[0-9０-９]+")
SURE = 15
"""Digits that a number of a workbook holds."""
_WIDE = str.maketrans("０１２３４５６７８９", "0123456789")


def are_words(place: int, heading: Heading, cells: Sequence[GridCell]) -> bool:
    """Whether a column of digits is one of words; `place` is the column's, from 0."""
    texts = [cell.text for cell in cells if cell.text not in MISSING]
    if not texts or not all(map(_DIGITS.fullmatch, texts)):
        return False
    if NAMES_CODES.search(heading.name.lower()):
        return True
    if any(len(text) > SURE or (text[0] in "0０" and len(text) > 1) for text in texts):
        return True
    if place or heading.unit or names_time(heading.name):
        return False
    return len(set(texts)) == len(texts) and all(map(_WHOLE.fullmatch, texts))


_CUT = late(r"[0-9](?:\.[0-9]+)?[Ee]\+[0-9]+")


def cut_code(heading: str, texts: Sequence[str], values: Sequence[object] = ()) -> int | None:
    """The row of a code that a spreadsheet program has made a number of, and cut: 1.10101E+17, or
    in a workbook, whose cells' `values` are given, a number of more digits than it can hold.

    >>> cut_code("身份证号", ["", "1.10101E+17"]), cut_code("产量", ["1.1E+17"])
    (1, None)
    >>> cut_code("身份证号", ["110101199003074000"], [Decimal("110101199003074000")])
    0
    """
    if not NAMES_CODES.search(heading.lower()):
        return None
    for row, text in enumerate(texts):
        is_number = row < len(values) and isinstance(values[row], Decimal)
        if _CUT.fullmatch(text) or (is_number and len(text) > SURE and _WHOLE.fullmatch(text)):
            return row
    return None


def narrow(text: str) -> str:
    """Digits as a program writes them, of a text that is digits alone.

    >>> narrow("１１０１０１"), narrow("２号")
    ('110101', '２号')
    """
    return text.translate(_WIDE) if not text.isascii() and _DIGITS.fullmatch(text) else text
