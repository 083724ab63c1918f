"""What an author wrote, as JSON has it: for hints that are right when they are followed."""

from __future__ import annotations

import json
import unicodedata
from decimal import Decimal, InvalidOperation

from infographic.foundation.datum import Node
from infographic.foundation.late_pattern import late

MOST_DIGITS = 400
LONGEST_NUMBER = 1_000
"""Characters that a number is looked for in; a line may have millions."""
_BETWEEN = late(r"(?<=[0-9])[,_'\u2009\u202f ](?=[0-9]{3}(?![0-9]))")
_PLAIN = late(r"[+-]?[0-9]*+(?:\.[0-9]*+)?([eE][+-]?[0-9]{1,3})?")
_BASED = late(r"[+-]?0[xXbBoO][0-9a-fA-F_]+")
_NUMBER = late(r"-?[0-9]+(\.[0-9]+)?([eE][+-]?[0-9]+)?")


def number_meant(word: str) -> str | None:
    """The number that a word means, as JSON writes it; None where it means none.

    >>> number_meant("39,218"), number_meant("＋３９．５"), number_meant(".5"), number_meant("5.")
    ('39218', '39.5', '0.5', '5')
    >>> number_meant("0x10"), number_meant("007"), number_meant("nan"), number_meant("12个")
    ('16', '7', None, None)
    """
    plain = _BETWEEN.sub("", unicodedata.normalize("NFKC", word).strip())
    try:
        if _BASED.fullmatch(plain):
            return str(int(plain, 0))
        number = Decimal(plain) if _PLAIN.fullmatch(plain) else None
    except (ValueError, InvalidOperation):
        return None
    if number is None or len(plain) > MOST_DIGITS or abs(number.adjusted()) > MOST_DIGITS:
        return None
    return f"{number:f}"


def whole_number_meant(word: str) -> str | None:
    """The same, of a number without a fraction: “2.0” is 2."""
    whole, _, share = (number_meant(word) or "").partition(".")
    # As words: a remainder is not reckoned of numbers of more than 28 digits.
    return str(int(whole)) if whole and not share.strip("0") else None


def as_written(node: Node) -> str:
    """A number as its file has it, 1.50 and not 1.5; from Python as Python writes it."""
    origin = node.origin
    start = max(origin.column - 1, 0)
    found = _NUMBER.match(origin.source.part(origin.line, start, start + LONGEST_NUMBER))
    return found[0] if found else str(node.plain())


def quoted(words: str) -> str:
    """A text in JSON's quotes.

    >>> print(quoted('一"座"城'))
    "一\\"座\\"城"
    """
    return json.dumps(words, ensure_ascii=False)
