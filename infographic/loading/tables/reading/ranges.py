"""The part of a sheet that a story asks for: “A3:F20”, “A3:F”, “B:D”."""

from __future__ import annotations

from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

_RANGE = late(r"\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?:\$?([A-Za-z]{1,3})\$?([0-9]{1,7})?")
LAST = 1_048_576


class CellRange(NamedTuple):
    """Rows and columns from 1, both ends among them."""

    top: int = 1
    left: int = 1
    bottom: int = LAST
    right: int = LAST


WHOLE = CellRange()


def range_of(words: str, at: Origin) -> CellRange:
    """The range of a story's words; `WHOLE` for "". Raises `SpecError`.

    >>> range_of("A3:F20", Origin(None))
    CellRange(top=3, left=1, bottom=20, right=6)
    """
    if not words:
        return WHOLE
    match = _RANGE.fullmatch(words.strip())
    if match is None:
        raise SpecError([Diagnostic(say("data-option/range", range=words), at)])
    left, top, right, bottom = match.groups()
    found = CellRange(int(top or 1), column_number(left), int(bottom or LAST), column_number(right))
    if found.top > found.bottom or found.left > found.right or not found.top:
        raise SpecError([Diagnostic(say("data-option/range", range=words), at)])
    return found


def column_number(letters: str) -> int:
    """A sheet's column, counted from 1.

    >>> column_number("B"), column_number("ab")
    (2, 28)
    """
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number
