"""What stands round a number in a text: its unit and qualifiers, a currency, a minus, a word."""

from __future__ import annotations

import re
from collections.abc import Mapping

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.text.numerals import (
    CURRENCY,
    ENDS_CURRENCY,
    MAGNITUDES,
    PLAIN,
    WORDS,
    NumberPiece,
    tail_of,
)
from infographic.text.style import Part

_NOT_MAGNITUDES: Mapping[str, str] = WORDS["not_magnitudes"]
_LONG_MAGNITUDES = sorted(filter(None, MAGNITUDES), key=len, reverse=True)


@record
class Tail:
    """What stands behind a number, and what of it is meant by the number in Han."""

    magnitude: str
    unit: str
    qualifier: str
    end: int

    @classmethod
    def at(cls, text: str, start: int) -> Tail:
        pieces = tail_of(text, start)
        unit = _words_of(pieces, Part.UNIT).strip()
        magnitude = next((word for word in _LONG_MAGNITUDES if unit.startswith(word)), "")
        if unit[len(magnitude) : len(magnitude) + 1] in tuple(_NOT_MAGNITUDES.get(magnitude, "")):
            magnitude = ""
        end = start + sum(len(words) for _, words in pieces)
        unit = unit.removeprefix(magnitude).strip()
        if unit == "个" and text[end : end + 1] == "月":
            unit, end = "个月", end + 1
        return cls(magnitude, unit, _words_of(pieces, Part.QUALIFIER), end)


def _words_of(pieces: tuple[NumberPiece, ...], wanted: Part) -> str:
    return "".join(words for part, words in pieces if part is wanted)


_CURRENCY_BEFORE = late(rf"(?:{CURRENCY})\s?\Z")


def currency_before(text: str) -> str:
    match = _CURRENCY_BEFORE.search(text) if text[-1:] in ENDS_CURRENCY else None
    return match[0] if match else ""


def minus_before(text: str) -> str:
    """负 and 零下 before a number; 胜3负2 is a score."""
    word = next((word for word in WORDS["minus_words"] if text.endswith(word)), "")
    return "" if text[: len(text) - len(word)][-1:].isdigit() else word


def is_part_of_a_word(text: str, start: int, end: int, tail_end: int) -> bool:
    """C919, 1.2.3, 12:30, 3比2, 11秒35, 010-1234: digits that state no amount."""
    before, after = text[max(start - 2, 0) : start], text[tail_end : tail_end + 2]
    if re.search(r"[0-9A-Za-z./:_]\Z|[A-Za-z]-\Z", before):
        return True
    if re.match(r"[分秒][0-9]", text[tail_end - 1 : tail_end + 1]):
        return True  # a time of a race
    if tail_end > end:
        return False
    if re.match(r"-[0-9]", after):
        return not _is_hyphen_of_a_range(text, end)
    return bool(
        re.search(r"[0-9][-比∶：分秒]\Z", before) or re.match(r"[A-Za-z_]|[:∶：/比×][0-9]", after)
    )


def _is_hyphen_of_a_range(text: str, at: int) -> bool:
    """3-5万, 3-5人, but not 3-5 or 010-12345678."""
    other = re.compile(PLAIN, re.ASCII).match(text, at + 1)
    return other is not None and bool(tail_of(text, other.end()))
