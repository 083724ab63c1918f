"""Typed numbers: sign, digits, magnitude, unit, qualifier, told apart so each can be set.

“近**1.2**万人次” is a QUALIFIER 近, DIGITS 1.2, UNIT 万人次. The words are data: numerals.json.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from infographic.text.style import Part

Piece = tuple[Part, str]

_WORDS: dict[str, Any] = json.loads(
    Path(__file__).with_name("numerals.json").read_text(encoding="utf-8")
)


def _any_of(words: Iterable[str]) -> str:
    """A pattern for any of the words, the longest first."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return "(?:" + "|".join(map(re.escape, ordered)) + ")"


_SIGN = r"[+\-−±＋－]"
_PLAIN = r"\d+(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)*|\.\d+"
_DIGITS = rf"{_SIGN}?(?:{_PLAIN})(?:[/:](?:{_PLAIN}))*"
_RANGE = r"\s?(?:[~～〜–—\-至到])\s?"
_PERCENT = _any_of(_WORDS["percents"])
_AFTER = _any_of(_WORDS["after"])
_BEFORE = _any_of(_WORDS["before"])
_NOT_A_UNIT = f"(?!{_any_of(_WORDS['not_before'])})"
_CLASSIFIER = _NOT_A_UNIT + _any_of(_WORDS["classifiers"])
_MAGNITUDE = _any_of(_WORDS["magnitudes"])
# 余 is a qualifier whatever follows; 多 and 几 only before something counted (5多元化).
_FEW = f"(?:余|{_any_of(_WORDS['few'])}(?={_MAGNITUDE}|{_CLASSIFIER}))"
_LATIN_UNIT = (
    rf"\s?{_any_of(_WORDS['latin_magnitudes'])}(?:\s{_any_of(_WORDS['latin_units'])})?(?![A-Za-z])"
    rf"|\s?{_any_of(_WORDS['latin_units'])}(?![A-Za-z])"
)
_TAIL = (
    rf"(?P<percent>{_PERCENT})?(?P<few>{_FEW})?"
    rf"(?P<magnitude>{_MAGNITUDE})?(?P<more>{_FEW})?"
    rf"(?P<classifier>{_CLASSIFIER})?(?P<latin>{_LATIN_UNIT})?(?P<after>{_AFTER})?"
)
_QUALIFIERS = frozenset(("few", "more", "after", "before"))

_HEAD_PATTERN = re.compile(rf"(?P<before>{_BEFORE})$")
_TAIL_PATTERN = re.compile(_TAIL)
_ONE = re.compile(rf"(?P<currency>[$¥£€￥])?(?P<digits>{_DIGITS})")
_JOIN = re.compile(rf"{_RANGE}(?=[$¥£€￥]?{_DIGITS})")
_NARROW = ("", "-", "–", "−", "~")
_BEFORE_PATTERN = re.compile(_BEFORE)

_FIRST_WORDS = {unit.split()[0] for unit in (*_WORDS["latin_magnitudes"], *_WORDS["latin_units"])}
UNIT_AFTER_DIGITS = re.compile(
    rf"\d(?:{_PERCENT})?(?:{_FEW}?{_MAGNITUDE}{_FEW}?(?:{_CLASSIFIER})?"
    rf"|{_FEW}?{_CLASSIFIER}|{_FEW}|\s?{_any_of(_FIRST_WORDS)}(?![A-Za-z]))"
)
"""A number's last digit and what must stay with it."""


def read_number(text: str) -> tuple[Piece, ...] | None:
    """The pieces of a typed number; None where the text is not one, whole.

    >>> [f"{part}={words}" for part, words in read_number("近1.2万人次") or ()]
    ['qualifier=近', 'digits=1.2', 'unit=万人次']
    >>> [f"{part}={words}" for part, words in read_number("63%～68%") or ()]
    ['digits=63', 'unit=%～', 'digits=68', 'unit=%']
    >>> read_number("城市党建联盟") is None
    True
    """
    pieces: list[Piece] = []
    at = 0
    if match := _BEFORE_PATTERN.match(text):
        pieces.append((Part.QUALIFIER, match[0]))
        at = match.end()
    joined = ""
    while match := _ONE.match(text, at):
        # A hyphen is as narrow as a digit; ～ and 至 would stand huge between large digits.
        before, inside = ("", joined) if joined in _NARROW else (joined, "")
        if before or match["currency"]:
            pieces.append((Part.UNIT, before + (match["currency"] or "")))
        pieces.append((Part.DIGITS, inside + match["digits"]))
        tail = tail_of(text, match.end())
        pieces += tail
        at = match.end() + sum(len(words) for _, words in tail)
        join = _JOIN.match(text, at)
        if join is None:
            break
        joined, at = join[0], join.end()
    is_number = at == len(text) and any(part is Part.DIGITS for part, _ in pieces)
    return _merged(pieces) if is_number else None


def tail_of(text: str, at: int = 0) -> tuple[Piece, ...]:
    """The unit and qualifier that follow a number at `at`.

    >>> [f"{part}={words}" for part, words in tail_of("余个党组织")]
    ['qualifier=余', 'unit=个']
    >>> tail_of("年级")
    ()
    """
    match = _TAIL_PATTERN.match(text, at)
    if match is None or match.end() == at:
        return ()
    found = ((name, words) for name, words in match.groupdict().items() if words)
    return _merged(
        (Part.QUALIFIER if name in _QUALIFIERS else Part.UNIT, words) for name, words in found
    )


def head_of(text: str) -> str:
    """The qualifier that ends a text, before a number: 约 近 超 逾 …; "" where there is none.

    >>> head_of("服务约"), head_of("节约"), head_of("附近")
    ('约', '', '')
    """
    match = _HEAD_PATTERN.search(text)
    if match is None:
        return ""
    word, before = match[0], text[: match.start()]
    is_other_word = before[-1:] and before[-1:] in _WORDS["not_after"].get(word, "")
    return "" if is_other_word else word


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    merged: list[Piece] = []
    for part, words in pieces:
        if merged and merged[-1][0] is part:
            merged[-1] = (part, merged[-1][1] + words)
        else:
            merged.append((part, words))
    return tuple(merged)


MAGNITUDES = {
    "": 0,
    "千": 3,
    "万": 4,
    "十万": 5,
    "百万": 6,
    "千万": 7,
    "亿": 8,
    "十亿": 9,
    "百亿": 10,
    "千亿": 11,
    "万亿": 12,
    "thousand": 3,
    "million": 6,
    "billion": 9,
    "trillion": 12,
}
"""Powers of ten."""
_NUMERIC = re.compile(r"[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+\-−]?\.\d+")


def format_number(
    value: int | float | str,
    magnitude: str = "",
    decimals: int | None = None,
    grouping: bool = False,
) -> str:
    """A number's digits at a magnitude, exact unless `decimals` asks for rounding (half up).

    Raises `ValueError` where `value` is no number or the magnitude is unknown.

    >>> format_number(1769800, "万"), format_number(0.1 + 0.2), format_number("2.50")
    ('176.98', '0.30000000000000004', '2.50')
    >>> format_number(12345.675, decimals=2, grouping=True)
    '12,345.68'
    """
    number = _decimal(value)
    if magnitude not in MAGNITUDES:
        raise ValueError(f"“{magnitude}” is not a magnitude")
    # By exponent: Decimal's own arithmetic would round to 28 digits.
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    scaled = Decimal((sign, digits, exponent - MAGNITUDES[magnitude]))
    if decimals is not None:
        scaled = _rounded(scaled, decimals)
    elif magnitude or not isinstance(value, str):
        scaled = _without_idle_zeros(scaled)
    return f"{scaled:,f}" if grouping else f"{scaled:f}"


def _decimal(value: int | float | str) -> Decimal:
    if isinstance(value, bool):
        raise ValueError(f"{value!r} is not a number")
    if isinstance(value, str):
        if not _NUMERIC.fullmatch(value.strip()):
            raise ValueError(f"“{value}” is not a number")
        value = value.strip().replace(",", "").replace("−", "-")
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise ValueError(f"{value!r} is not a number") from error
    if not number.is_finite():
        raise ValueError(f"{value!r} is not a number")
    return number


def _rounded(number: Decimal, decimals: int) -> Decimal:
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    drop = -exponent - decimals
    whole = int("".join(map(str, digits)) or "0")
    if drop > 0:
        whole, rest = divmod(whole, 10**drop)
        whole += rest * 2 >= 10**drop
    else:
        whole *= 10 ** (-drop)
    return Decimal((sign if whole else 0, tuple(map(int, str(whole))), -decimals))


def _without_idle_zeros(number: Decimal) -> Decimal:
    sign, digits, exponent = number.as_tuple()
    assert isinstance(exponent, int)
    while exponent < 0 and digits and digits[-1] == 0:
        digits, exponent = digits[:-1], exponent + 1
    return Decimal((sign if any(digits) else 0, digits or (0,), exponent))
