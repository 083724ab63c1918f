"""Typed numbers: sign, digits, magnitude, unit, qualifier, taken apart so that each can be set.

“近**1.2**万人次” is a QUALIFIER 近, DIGITS 1.2, UNIT 万人次. What a number is made of stands once,
in numerals.json: setting and breaking take it from here, what it comes to says `amounts`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from decimal import Decimal, InvalidOperation
from pathlib import Path
from typing import Any

from infographic.foundation.late_pattern import late
from infographic.text.style import Part

NumberPiece = tuple[Part, str]

WORDS: Mapping[str, Any] = json.loads(
    Path(__file__).with_name("numerals.json").read_text(encoding="utf-8")
)
"""numerals.json: every word and sign that numbers are written with, each once."""


def any_of(characters: str) -> str:
    """A pattern of one of these characters."""
    return "[" + re.escape(characters) + "]"


SIGNS: Mapping[str, str] = WORDS["signs"]
JOINS: Mapping[str, str] = WORDS["joins"]
"""What stands between the ends of a range: marks, hyphens, words of one character."""
SENSES: Mapping[str, Any] = {
    **WORDS["before"], **WORDS["after"], **WORDS["few"], **WORDS["compares"],
}  # fmt: skip
"""What a qualifier makes of its number: “about”, “at least”, “at most”."""
CALENDAR = frozenset(WORDS["calendar"])
"""What dates are counted in, and spans of time."""
CURRENCIES: Mapping[str, str] = WORDS["currencies"]
"""By their signs, the words for them."""
PERCENT_SIGNS = "".join(sign for sign in WORDS["percents"] if len(sign) == 1)
BEHIND_THEM_A_JOIN: str = WORDS["behind_them_a_join"]
"""The last characters of words that a range's first end ends with: 3年—5年."""
CURRENCY = "(?<![A-Za-z])(?:{})|{}".format(
    *(
        "|".join(
            re.escape(sign)
            for sign in sorted(CURRENCIES, key=len, reverse=True)
            if sign[0].isalpha() is is_in_letters
        )
        for is_in_letters in (True, False)
    )
)
"""As a pattern; of a longer sign its last letter is none by itself."""
ENDS_CURRENCY = frozenset(sign[-1] for sign in CURRENCIES) | {" "}
"""What a currency before a number can end with."""
PLAIN = r"\d+(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)*|\.\d+"
"""Digits as a pattern, a comma after every third allowed; what has several points is no amount."""
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．＋－", "0123456789%.+-")
_WIDE = late("[０-９％．＋－]")
COMPARES: Mapping[str, str] = WORDS["compares"]
"""≥ ≤ ≈ …: signs before a number, and what they make of it."""


def half_width(text: str) -> str:
    """A text with its full-width digits and signs as narrow ones; every place stays what it is."""
    return text.translate(_HALF_WIDTH) if _WIDE.search(text) else text


class _Lexicon:
    """Words to be found at a place in a text, the longest first.

    A set looked up for each length: one regular expression of them all takes 25 ms to compile.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self.words = frozenset(words)
        self.lengths = sorted({len(word) for word in self.words}, reverse=True)
        self.firsts = frozenset([word[:1] for word in self.words])

    def end(self, text: str, at: int) -> int:
        """Where the longest word that starts at `at` ends; `at` where none does."""
        # Of a thousand places that are asked about no word begins at nine hundred.
        if text[at : at + 1] not in self.firsts:
            return at
        for length in self.lengths:
            end = at + length
            if end <= len(text) and text[at:end] in self.words:
                return end
        return at


_PERCENTS = _Lexicon(WORDS["percents"])
_MAGNITUDES = _Lexicon(WORDS["magnitudes"])
_NOT_MAGNITUDES: Mapping[str, str] = WORDS["not_magnitudes"]
_CLASSIFIERS = _Lexicon(WORDS["classifiers"])
_NOT_BEFORE = _Lexicon(WORDS["not_before"])
_BEFORE = _Lexicon(WORDS["before"])
_AFTER = _Lexicon(WORDS["after"])
_FEW = _Lexicon(WORDS["few"])
_LATIN_MAGNITUDES = _Lexicon(WORDS["latin_magnitudes"])
_LATIN_UNITS = _Lexicon(WORDS["latin_units"])


def before_end(text: str, at: int) -> int:
    """Where 约, 近, 超 … end that stand at a place."""
    return _BEFORE.end(text, at)


def percent_end(text: str, at: int) -> int:
    """Where %, ‰, ℃ end that stand at a place, or behind a space there: 37.5 ℃."""
    start = at + (text[at : at + 1] in _SPACES)
    end = _PERCENTS.end(text, start)
    return end if end > start else at


_SPACES = frozenset(" \u00a0\u2009\u202f")


def _magnitude_end(text: str, at: int) -> int:
    """Where 万, 亿 end; the 千 of 千瓦 is none."""
    end = _MAGNITUDES.end(text, at)
    return at if text[end : end + 1] in tuple(_NOT_MAGNITUDES.get(text[at:end], "")) else end


def _classifier_end(text: str, at: int) -> int:
    # 人 of 人民, 户 of 户籍: a longer word that starts alike is not counted by the number.
    return at if _NOT_BEFORE.end(text, at) > at else _CLASSIFIERS.end(text, at)


def _few_end(text: str, at: int) -> int:
    end = _FEW.end(text, at)
    # 余 is a qualifier whatever follows; 多 and 几 only before something counted.
    if text[at:end] == "+":  # 100+, but 5+3 are two
        return at if text[end : end + 1].isascii() and text[end : end + 1].isalnum() else end
    if text[at:end] == "余" or end == len(text) or _MAGNITUDES.end(text, end) > end:
        return end
    return end if _classifier_end(text, end) > end else at


def _latin_end(text: str, at: int) -> int:
    end = at
    for lexicon in (_LATIN_MAGNITUDES, _LATIN_UNITS):
        start = end + (text[end : end + 1] == " ")
        found = lexicon.end(text, start)
        is_longer_word = text[found : found + 1].isascii() and text[found : found + 1].isalpha()
        if found > start and not is_longer_word:
            end = found
    return end


def _over_end(text: str, at: int) -> int:
    """3倍多, 2个多月: 多 behind a word that is counted."""
    if text[at : at + 1] != "多":
        return at
    after = text[at + 1 : at + 2]
    is_end = not after.isalnum() or after == "的"
    return at + 1 if is_end or _classifier_end(text, at + 1) > at + 1 else at


def _end_over(text: str, at: int) -> int:
    """The 月 of 2个多月."""
    return _classifier_end(text, at) if text[at - 1 : at] == "多" else at


def _per_end(text: str, at: int) -> int:
    """元/平方米: what a unit is counted by."""
    if text[at : at + 1] != "/":
        return at
    end = max(_classifier_end(text, at + 1), _LATIN_UNITS.end(text, at + 1))
    return end if end > at + 1 else at


def tail_of(text: str, at: int = 0) -> tuple[NumberPiece, ...]:
    """The unit and qualifier that follow a number at `at`.

    >>> [f"{part}={words}" for part, words in tail_of("余个党组织")]
    ['qualifier=余', 'unit=个']
    >>> tail_of("年级")
    ()
    """
    pieces: list[NumberPiece] = []
    for part, end_of in _TAIL:
        end = end_of(text, at)
        if end > at:
            pieces.append((part, text[at:end]))
        at = end
    return merged(pieces)


_TAIL: tuple[tuple[Part, Callable[[str, int], int]], ...] = (
    (Part.UNIT, percent_end),
    (Part.QUALIFIER, _few_end),
    (Part.UNIT, _magnitude_end),
    (Part.QUALIFIER, _few_end),
    (Part.UNIT, _classifier_end),
    (Part.UNIT, _latin_end),
    (Part.UNIT, _per_end),
    (Part.QUALIFIER, _over_end),
    (Part.UNIT, _end_over),
    (Part.QUALIFIER, _AFTER.end),
)


def noun_in(unit: str) -> str:
    """The noun behind the measure word of a unit; "" where it has none, or only one character.

    >>> noun_in("名党员"), noun_in("吨标准煤"), noun_in("个百分点"), noun_in("个月")
    ('党员', '标准煤', '', '')
    """
    end = sum(len(words) for _, words in tail_of(unit))
    noun = unit[end:]
    is_noun = end and len(noun) > 1 and noun[0] != "每" and min(noun) >= "\u3400"
    return noun if is_noun else ""


def unit_end(text: str, at: int) -> int:
    """Where the unit ends that must stay with a number ending at `at`.

    Of several Latin words only the first must: “12.5 percentage points” would be too long a piece.

    >>> unit_end("4000余户企业", 4), unit_end("12.5 percentage points", 4), unit_end("5年级", 1)
    (6, 15, 1)
    """
    for _, end_of in _TAIL[:5]:
        at = end_of(text, at)
    latin = text[at : _latin_end(text, at)]
    return at + len(latin) - len(latin.lstrip()) + len(latin.split()[0]) if latin else at


def head_of(text: str) -> str:
    """The qualifier that ends a text, before a number: 约 近 超 逾 …; "" where there is none.

    >>> head_of("服务约"), head_of("节约"), head_of("附近")
    ('约', '', '')
    """
    word = max((w for w in _BEFORE.words if text.endswith(w)), key=len, default="")
    before = text[: len(text) - len(word)]
    is_other_word = before[-1:] and before[-1:] in WORDS["not_after"].get(word, "")
    return "" if is_other_word else word


def merged(pieces: Iterable[NumberPiece]) -> tuple[NumberPiece, ...]:
    """Neighbours of one part as one; none empty."""
    together: list[NumberPiece] = []
    for part, words in pieces:
        if together and words and together[-1][0] is part:
            together[-1] = (part, together[-1][1] + words)
        elif words:
            together.append((part, words))
    return tuple(together)


def in_order(digits: str, magnitude: str, unit: str, qualifier: str) -> tuple[NumberPiece, ...]:
    """A number's parts in the order that they are written in; parts that are "" are left out.

    >>> "".join(words for _, words in in_order("2300", "", "个", "余"))
    '2300余个'
    >>> "".join(words for _, words in in_order("80", "", "%", "以上"))
    '80%以上'
    """
    before = qualifier if qualifier in COMPARES else head_of(qualifier)
    after = "" if before else qualifier
    # 余 and 多 stand before the classifier (2300余个), 以上 and 左右 behind it (80%以上).
    inner, outer = (after, "") if after in _FEW.words else ("", after)
    pieces = (
        (Part.QUALIFIER, before), (Part.DIGITS, digits), (Part.UNIT, magnitude),
        (Part.QUALIFIER, inner), (Part.UNIT, unit), (Part.QUALIFIER, outer),
    )  # fmt: skip
    return tuple((part, words) for part, words in pieces if words)


MAGNITUDES: Mapping[str, int] = {"": 0, **WORDS["magnitudes"], **WORDS["latin_magnitudes"]}
"""Powers of ten."""
_NUMERIC = late(r"[+\-−]?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|[+\-−]?\.\d+")


def format_number(
    value: int | float | Decimal | str,
    magnitude: str = "",
    decimals: int | None = None,
    grouping: bool = False,
) -> str:
    """A number's digits at a magnitude, exact unless `decimals` asks for rounding (half up).

    Of a text and of a Decimal the zeros behind the point stay, but at a magnitude. Raises
    `ValueError` where `value` is no number or the magnitude is unknown.

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
    elif magnitude or not isinstance(value, str | Decimal):
        scaled = _without_idle_zeros(scaled)
    return f"{scaled:,f}" if grouping else f"{scaled:f}"


def _decimal(value: int | float | Decimal | str) -> Decimal:
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
