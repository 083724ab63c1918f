"""Marked numbers: what stands between ** and **, or is a stat's value, told into its parts.

“近**1.2**万人次” is a QUALIFIER 近, DIGITS 1.2, UNIT 万人次. What is marked as a number is set as
one even where it is not understood.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.numerals import (
    COMPARES,
    CURRENCIES,
    CURRENCY,
    JOINS,
    SIGNS,
    WORDS,
    NumberPiece,
    any_of,
    before_end,
    half_width,
    head_of,
    merged,
    tail_of,
)
from infographic.text.style import Part
from infographic.text.written import ALL_SIGNS, FIGURES_AT, has_figures, set_narrow

if TYPE_CHECKING:
    from infographic.text.amounts import Amount

_SIGNED_CURRENCY = late(rf"({any_of(''.join(SIGNS.values()))})?((?:{CURRENCY})\s?)")
_NUMBERED_AS = "|".join(re.escape(word) + r"\s?" for word in WORDS["numbered"])
_NUMBERED = late(_NUMBERED_AS)
# What is asked first, as few numbers have a currency and the like.
_BEGIN_NUMBERED = frozenset(word[0] for word in WORDS["numbered"])
_BEGIN_CURRENCY = frozenset("".join(SIGNS.values())) | {sign[0] for sign in CURRENCIES}
_ONE_JOIN = JOINS["words"] + "、和及与或" + JOINS["hyphens"]
_JOIN = late(
    rf"\s?(?:{any_of(_ONE_JOIN)}|{any_of(JOINS['marks'])}{{1,2}})\s?"
    rf"(?={any_of(ALL_SIGNS)}?(?:{CURRENCY})?[\d.Ⅰ-ⅿ¼-¾⅐-⅞])"
)
_BEGIN_JOIN = frozenset(_ONE_JOIN + JOINS["marks"])
_NARROW = ("", "-", "–", "−", "~")
_WIDE_SIGNS = frozenset("~～〜")
"""They would stand huge before large digits: set as 约 is."""
AHEAD = 24
"""So many characters behind a mark may belong to its number."""


def read_number(text: str, behind: str = "") -> tuple[NumberPiece, ...] | None:
    """The pieces of a marked number, in half-width figures; None where the text is not one, whole.

    `behind` is what follows the mark: the unit and qualifier there are the last pieces.

    >>> [f"{part}={words}" for part, words in read_number("近1.2万人次") or ()]
    ['qualifier=近', 'digits=1.2', 'unit=万人次']
    >>> [f"{part}={words}" for part, words in read_number("63%～68%") or ()]
    ['digits=63', 'unit=%～', 'digits=68', 'unit=%']
    >>> [f"{part}={words}" for part, words in read_number("100多", "万人次参加") or ()]
    ['digits=100', 'qualifier=多', 'unit=万人次']
    >>> read_number("城市党建联盟") is None
    True
    """
    text, behind = set_narrow(text), behind[:AHEAD]
    joined = _read(text + half_width(behind), len(text))
    if joined is not None:
        return joined
    alone = _read(text, len(text))
    return None if alone is None else merged((*alone, *tail_of(half_width(behind))))


def _read(text: str, stop: int) -> tuple[NumberPiece, ...] | None:
    """The pieces of a number that begins the text and ends at `stop`, or after it with its tail."""
    at, pieces = _opened(text)
    joined = ""
    while True:
        begins = text[at : at + 1] in _BEGIN_CURRENCY
        currency = _SIGNED_CURRENCY.match(text, at, stop) if begins else None
        match = FIGURES_AT.match(text, currency.end() if currency else at, stop)
        if match is None:
            return None
        # A hyphen is as narrow as a digit; ～ and 至 would stand huge between large digits.
        before, inside = ("", joined) if joined.strip() in _NARROW else (joined, "")
        sign = (currency[1] or "") if currency else ""
        about = match["sign"] if match["sign"] and match["sign"] in _WIDE_SIGNS else ""
        pieces += [
            (Part.UNIT, before), (Part.DIGITS, inside + sign), (Part.QUALIFIER, about),
            (Part.UNIT, currency[2] if currency else ""),
            (Part.DIGITS, match[0].removeprefix(about)),
        ]  # fmt: skip
        tail = tail_of(text, match.end())
        pieces += tail
        at = match.end() + sum(len(words) for _, words in tail)
        if tail and text.startswith("半", at):  # 2个半小时
            pieces += (half := ((Part.UNIT, "半"), *tail_of(text, at + 1)))
            at += sum(len(words) for _, words in half)
        if at < stop and text[at - 1] == "个":  # 2个月
            pieces += (more := tail_of(text, at))
            at += sum(len(words) for _, words in more)
        if at >= stop:
            return merged(pieces)
        joins = text[at] in _BEGIN_JOIN or text[at].isspace()
        join = _JOIN.match(text, at, stop) if joins else None
        if join is None and not (tail and not tail[-1][1].isascii() and text[at].isdigit()):
            return None
        joined, at = (join[0], join.end()) if join else ("", at)


def _opened(text: str) -> tuple[int, list[NumberPiece]]:
    """Where a number's figures or currency begin, with 约 and 第 and No. before them."""
    at = before_end(text, 0)
    at += next((len(word) for word in WORDS["minus_words"] if text.startswith(word, at)), 0)
    pieces = [(Part.QUALIFIER, text[:at])]
    if text[at : at + 1] in _BEGIN_NUMBERED and (match := _NUMBERED.match(text, at)):
        pieces.append((Part.UNIT, match[0]))
        at = match.end()
    return at, pieces


_IN_HAN = late("[" + "".join((*WORDS["han"]["digits"], *WORDS["han"]["tens"])) + "几数成上]")


def read_in_han(text: str, behind: str = "") -> tuple[NumberPiece, ...] | None:
    """As `read_number`, of a number in Han: 三百二十, 十几, 上百, 三分之一, but not 三 or 三条.

    >>> [f"{part}={words}" for part, words in read_in_han("十几", "个村") or ()]
    ['digits=十几', 'unit=个']
    >>> read_in_han("三条"), read_in_han("三农")
    (None, None)
    """
    if len(text) < 2 or not _IN_HAN.match(text, before_end(text, 0)):
        return None
    # Late: few marks hold Han that begin as a number does.
    from infographic.text.amounts import numbers_in

    head = text[: before_end(text, 0)]
    for whole, own in ((text + behind[:AHEAD], text + behind), (text + "个", text)):
        found = numbers_in(whole)
        if not found or found[0].kind not in ("amount", "share") or found[0].end < len(text):
            continue
        start, figures = found[0].start, found[0].start + len(found[0].words)
        figures += whole.startswith("几", figures)
        is_whole = text[len(head) : start] in ("", "几", "数", "上")
        tail = tail_of(own, figures)
        # 近八成, but 三条.
        is_long = figures - len(head) > 1 or head or tail[:1] == ((Part.UNIT, "成"),)
        if is_whole and is_long and not (own == text and _is_name(found[0], text[len(head) :])):
            digits = (Part.DIGITS, whole[len(head) : figures])
            return merged(((Part.QUALIFIER, head), digits, *tail))
    return None


def _is_name(number: Amount, words: str) -> bool:
    """十四五 and 三四, where no unit counts them; not 几十, 上百."""
    is_open = words[0] in "几数上成" or "几" in words
    return number.kind == "amount" and number.value is None and not is_open


_ODD = late(
    r"(?P<head>[\u3400-\u9fff]{0,2}?)"
    r"(?P<figures>[^\w\s\u2e80-\uffef]?(?:[A-Za-z]++[-+.·/]?)*+\d[!-~ⁿ²³¹⁰-₎′-‴←-⋿·–—…°±×÷µμΑ-ω]*?)"
    r"(?P<rest>[\u3400-\u9fff].*)?",
    re.DOTALL,
)
_BEFORE_ALL = late(r"[\u3400-\u9fff]{1,2}|[←-⇿■-◿☀-➿]\s?")
"""What a number may have before it that it is understood without: 增长, 达, ↑, ▲."""
MOST_ODD = 2
"""So many Han behind a marked number, in place of a unit, leave it a number."""


def read_odd_number(text: str) -> tuple[NumberPiece, ...] | None:
    """A marked text that is meant as a number and not understood as one: an unknown unit, letters
    or signs among its figures. None for words, though they hold a number.

    >>> [f"{part}={words}" for part, words in read_odd_number("增长5马赫") or ()]
    ['qualifier=增长', 'digits=5', 'unit=马赫']
    >>> read_odd_number("3大工程"), read_odd_number("4000余户企业"), read_odd_number("C919")
    (None, None, ((<Part.DIGITS: 'digits'>, 'C919'),))
    """
    odd = _ODD.fullmatch(set_narrow(text))
    if odd is None:
        return None
    rest = odd["rest"] or ""
    tail = tail_of(rest)
    left = rest[sum(len(words) for _, words in tail) :]
    if len(left) > MOST_ODD or (left and any(part is Part.UNIT for part, _ in tail)):
        return None
    head = (Part.QUALIFIER, odd["head"])
    return merged((head, (Part.DIGITS, odd["figures"]), *tail, (Part.UNIT, left)))


class MarkedNumber(NamedTuple):
    """What is to be set as a number."""

    pieces: tuple[NumberPiece, ...]
    is_understood: bool


def read_marked(text: str, behind: str = "") -> MarkedNumber | None:
    """A text that was marked as a number, or given as one; None for words.

    >>> [read.is_understood for read in map(read_marked, ("2300余", "达300万", "C919")) if read]
    [True, True, False]
    """
    if not has_figures(text):
        number = read_in_han(text, behind) or _read_roman(text, behind)
        return MarkedNumber(number, True) if number else None
    if number := read_number(text, behind):
        return MarkedNumber(number, True)
    if before := _BEFORE_ALL.match(text):
        for end in range(1, before.end() + 1):
            if number := read_number(text[end:], behind):
                head = (Part.QUALIFIER, text[:end])
                return MarkedNumber(merged((head, *number)), True)
    odd = read_odd_number(text)
    return (
        MarkedNumber(merged((*odd, *tail_of(half_width(behind[:AHEAD])))), False) if odd else None
    )


_ROMAN = late(r"(?=[IVX])X{0,3}(?:IX|IV|V?I{0,3})(?![A-Za-z0-9])")


def _read_roman(text: str, behind: str) -> tuple[NumberPiece, ...] | None:
    """IV级, VIII; a single letter only with a unit behind it."""
    match = _ROMAN.match(text)
    if match is None:
        return None
    tail = tail_of(text + half_width(behind[:AHEAD]), match.end())
    end = match.end() + sum(len(words) for _, words in tail)
    is_number = end >= len(text) and (len(match[0]) > 1 or tail)
    return merged(((Part.DIGITS, match[0]), *tail)) if is_number else None


_EDGES = "“”‘’（）()《》〈〉〔〕［］[]【】「」，。、；：！？,;:!? \u3000"


def without_edges(text: str) -> tuple[str, str, str]:
    """A marked text without the marks and spaces round it, which were marked by chance.

    >>> without_edges("“2300”。")
    ('“', '2300', '”。')
    """
    left = text.lstrip(_EDGES)
    inner = left.rstrip(_EDGES + ".")
    return text[: len(text) - len(left)], inner, left[len(inner) :]


_LEAD = late(
    rf"(?<![0-9A-Za-z%])(?P<sign>{any_of(''.join(COMPARES) + '±')})\Z"
    rf"|(?P<unit>(?:{CURRENCY}|{_NUMBERED_AS})\s?)\Z"
)


_END_LEAD = frozenset("".join(COMPARES) + "±").union(
    *(one[-1] for one in (*CURRENCIES, *WORDS["numbered"]))
)


def lead_of(text: str) -> NumberPiece | None:
    """What ends a text and belongs to the number behind it: 约, ≥, US$, 第; None for nothing.

    >>> lead_of("出口US$"), lead_of("节约")
    ((<Part.UNIT: 'unit'>, 'US$'), None)
    """
    if head := head_of(text):
        return Part.QUALIFIER, head
    is_none = text[-1:] not in _END_LEAD and not text[-1:].isspace()
    match = None if is_none else _LEAD.search(text)
    if match is None:
        return None
    return (Part.DIGITS if match["sign"] else Part.UNIT), match[0]
