"""How numbers are written: the one grammar that setting, breaking, emphasis and 核数 read by.

    2300  1,769,800  2，300  39 218  .5  ½  1½      with sign: −3.5 ±0.5 ≥8 <5 ≈20 ～30
    105.6∶100  21:19  9:30  3比1  1/3  210×297      rigid: no line ends inside
    2025-11-22  2025/11/22  12′30″  30°15′
    1.2×10⁶  10^-6  1e6  Ⅲ
    US$165  165€  No.1  第3  100多  3～5万  1亿2000万  9时30分

Its words are in numerals.json. What is written in Han, and what a number comes to, says
`amounts`, which is read by the same patterns.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from infographic.text.numerals import (
    COMPARES,
    CURRENCY,
    JOINS,
    PLAIN,
    SIGNS,
    WORDS,
    NumberPiece,
    any_of,
    before_end,
    half_width,
    head_of,
    merged,
    percent_end,
    tail_of,
)
from infographic.text.style import Part

_SIGNS = "".join(SIGNS.values()) + "".join(COMPARES)
_RAISED = any_of("".join(WORDS["raised"]))
_PARTS = any_of("".join(WORDS["parts"]))
_GAP = any_of(WORDS["between_thousands"])
_COUNTED = any_of(
    "".join(
        {word[0] for name in ("magnitudes", "few", "classifiers") for word in WORDS[name]} - {"号"}
    )
    + "%％‰"
)
FIGURES = (
    rf"(?P<sign>{any_of(_SIGNS)}\s?)?(?:"
    r"(?P<date>\d{4}(?P<dash>[-/.])\d{1,2}(?P=dash)\d{1,2}(?!\d))"
    rf"|(?P<power>(?:(?P<times>{PLAIN})\s?[×xX*]\s?)?10(?:\^[-−+]?\d+|{_RAISED}+)"
    rf"|(?:{PLAIN})[eE][+\-−]?\d+(?![0-9A-Za-z]))"
    r"|(?P<arc>\d+(?:\.\d+)?(?:°\d+(?:\.\d+)?[′″]?(?:\d+(?:\.\d+)?″)?|′(?:\d+(?:\.\d+)?″)?|″)"
    r"|\d+['’]\d+[\"”])"
    rf"|(?P<part>\d*{_PARTS}|\d+⁄\d+)"
    rf"|(?P<ratio>(?:{PLAIN})(?:(?:[:：]|\s?∶\s?)(?:{PLAIN}))+"
    r"|\d{1,3}(?:\.\d+)?(?:比\d{1,3}(?:\.\d+)?)+(?![\d.]))"
    rf"|(?P<slash>(?:{PLAIN})(?:/(?:{PLAIN}))+)"
    rf"|(?P<product>(?:{PLAIN})(?:\s?[×±]\s?(?:{PLAIN}))+)"
    rf"|(?P<grouped>\d{{1,2}}(?:，\d{{3}})+(?!\d)(?:\.\d+)?(?=约?{_COUNTED}|\Z)"
    rf"|(?<![\d.,])(?<!\d{_GAP})[1-9]\d{{0,2}}(?P<gap>{_GAP})\d{{3}}(?:(?P=gap)\d{{3}})*(?!\d)"
    r"(?!(?P=gap)\d)(?:\.\d+)?)"
    r"|(?P<roman>[Ⅰ-Ⅿⅰ-ⅿ]+)"
    rf"|(?P<plain>{PLAIN}))"
)
"""A number's sign and figures, in a text of half-width digits. The name of what is matched last
is its form."""
_FIGURES = re.compile(FIGURES, re.ASCII)
_SIGNED_CURRENCY = re.compile(rf"({any_of(''.join(SIGNS.values()))})?((?:{CURRENCY})\s?)")
_NUMBERED = re.compile("|".join(re.escape(word) + r"\s?" for word in WORDS["numbered"]))
_JOIN = re.compile(
    rf"\s?(?:{any_of(JOINS['words'] + '、和及与或')}|{any_of(JOINS['marks'])}{{1,2}}|{any_of(JOINS['hyphens'])})\s?"
    rf"(?={any_of(_SIGNS)}?(?:{CURRENCY})?[\d.])"
)
_NARROW = ("", "-", "–", "−", "~")
_WIDE_SIGNS = frozenset("~～〜")
"""They would stand huge before large digits: set as 约 is."""
AHEAD = 24
"""So many characters behind a mark may belong to its number."""


class Written(NamedTuple):
    """A number in a text: where its sign or first figure stands, and where its figures end."""

    start: int
    end: int
    form: str
    """“plain”, “grouped”, “ratio”, “date” …: a name of `FIGURES`."""


def written_in(text: str) -> Iterator[Written]:
    """Every number of a text that is written in digits, without what is counted.

    >>> text = "男女比105.6∶100，上涨3～5倍，共39 218户"
    >>> [text[one.start : one.end] for one in written_in(text)]
    ['105.6∶100', '3', '5', '39 218']
    """
    text = half_width(text)
    tail_end = 0
    for match in _FIGURES.finditer(text):
        start = match.start()
        if match["sign"] and is_joint(text, start, tail_end):
            start = match.end("sign")
        assert match.lastgroup is not None
        yield Written(start, match.end(), match.lastgroup)
        tail_end = match.end()
        if text[tail_end : tail_end + 1] not in _NO_TAIL:
            tail_end += sum(len(words) for _, words in tail_of(text, tail_end))


_NO_TAIL = frozenset(("", "，", "。", "、", "；", "的", " "))
_WORD_BEFORE = re.compile("[0-9A-Za-z%℃)）]")


def is_joint(text: str, at: int, floor: int) -> bool:
    """Whether a sign stands between two things: 3～5, F-35. `floor`: where a number ended."""
    return at == floor > 0 or _WORD_BEFORE.match(text[max(at - 1, 0) : at]) is not None


# Emphasis


_HAS_FIGURES = re.compile(rf"[0-9０-９Ⅰ-ⅿ]|{_PARTS}")


def has_figures(text: str) -> bool:
    """Whether a text has digits, in any width, ⅓ or Ⅲ."""
    return _HAS_FIGURES.search(text) is not None


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
        currency = _SIGNED_CURRENCY.match(text, at, stop)
        match = _FIGURES.match(text, currency.end() if currency else at, stop)
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
        if at >= stop:
            return merged(pieces)
        join = _JOIN.match(text, at, stop)
        if join is None and not (tail and not tail[-1][1].isascii() and text[at].isdigit()):
            return None
        joined, at = (join[0], join.end()) if join else ("", at)


def _opened(text: str) -> tuple[int, list[NumberPiece]]:
    """Where a number's figures or currency begin, with 约 and 第 and No. before them."""
    at = before_end(text, 0)
    at += next((len(word) for word in WORDS["minus_words"] if text.startswith(word, at)), 0)
    pieces = [(Part.QUALIFIER, text[:at])]
    if match := _NUMBERED.match(text, at):
        pieces.append((Part.UNIT, match[0]))
        at = match.end()
    return at, pieces


_IN_HAN = re.compile("[" + "".join((*WORDS["han"]["digits"], *WORDS["han"]["tens"])) + "几数成上]")


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
        if not found or found[0].kind not in ("amount", "share"):
            continue
        if own == text and found[0].value is None and found[0].sense == "about":
            continue  # 十四五 is a name
        start, figures = found[0].start, found[0].start + len(found[0].words)
        few = WORDS["few"] if whole[figures : figures + 1] == "几" else ()
        figures += whole[figures : figures + 1] in few
        is_whole = start <= len(head) + 1 and text[len(head) : start] in ("", "几", "数", "上")
        tail = tail_of(own, figures)
        if is_whole and figures - len(head) > 1 and len(text) <= found[0].end:
            return merged(
                ((Part.QUALIFIER, head), (Part.DIGITS, whole[len(head) : figures]), *tail)
            )
    return None


_ODD = re.compile(
    r"(?P<head>[\u3400-\u9fff]{0,2}?)"
    r"(?P<figures>[^\w\s\u2e80-\uffef]?[A-Za-z]*\d[!-~ⁿ²³¹⁰-₎′-‴←-⋿·–—…°±×÷µμΑ-ω]*?)"
    r"(?P<rest>[\u3400-\u9fff].*)?",
    re.DOTALL,
)
MOST_ODD = 2
"""So many Han before a marked number, or behind it in place of a unit, leave it a number."""


def read_odd_number(text: str, behind: str = "") -> tuple[NumberPiece, ...] | None:
    """A marked text that is meant as a number and not understood as one: an unknown unit, letters
    or signs among its figures. None for words, though they hold a number.

    >>> [f"{part}={words}" for part, words in read_odd_number("增长5马赫") or ()]
    ['qualifier=增长', 'digits=5', 'unit=马赫']
    >>> read_odd_number("3大工程"), read_odd_number("4000余户企业"), read_odd_number("C919")
    (None, None, ((<Part.DIGITS: 'digits'>, 'C919'),))
    """
    text = set_narrow(text)
    odd = _ODD.fullmatch(text)
    if odd is None:
        return None
    head = odd["head"]
    number = read_number(text[len(head) :], behind)
    if number is not None:
        return merged(((Part.QUALIFIER, head), *number))
    rest = odd["rest"] or ""
    tail = tail_of(rest)
    left = rest[sum(len(words) for _, words in tail) :]
    if len(left) > MOST_ODD or (left and any(part is Part.UNIT for part, _ in tail)):
        return None
    pieces = ((Part.QUALIFIER, head), (Part.DIGITS, odd["figures"]), *tail, (Part.UNIT, left))
    return merged(pieces)


_EDGES = "“”‘’（）()《》〈〉〔〕［］[]【】「」，。、；：！？,;:!? \u3000"


def without_edges(text: str) -> tuple[str, str, str]:
    """A marked text without the marks and spaces round it, which were marked by chance.

    >>> without_edges("“2300”。")
    ('“', '2300', '”。')
    """
    left = text.lstrip(_EDGES)
    inner = left.rstrip(_EDGES + ".")
    return text[: len(text) - len(left)], inner, left[len(inner) :]


_BETWEEN_GROUPS = re.compile(r"(?<=\d)，(?=\d{3}(?!\d))")


def set_narrow(text: str) -> str:
    """A marked number in half-width figures: ３：１ is 3:1, 2，300 is 2,300."""
    return _BETWEEN_GROUPS.sub(",", half_width(text)).translate(_NARROW_SIGNS)


_NARROW_SIGNS = str.maketrans("：／＜＞＝", ":/<>=")


_LEAD = re.compile(
    rf"(?<![0-9A-Za-z%])(?P<sign>{any_of(''.join(COMPARES) + '±')})\Z"
    rf"|(?P<unit>(?:{CURRENCY}|{_NUMBERED.pattern})\s?)\Z"
)


def lead_of(text: str) -> NumberPiece | None:
    """What ends a text and belongs to the number behind it: 约, ≥, US$, 第; None for nothing.

    >>> lead_of("出口US$"), lead_of("节约")
    ((<Part.UNIT: 'unit'>, 'US$'), None)
    """
    if head := head_of(text):
        return Part.QUALIFIER, head
    match = _LEAD.search(text)
    if match is None:
        return None
    return (Part.DIGITS if match["sign"] else Part.UNIT), match[0]


# Figures in running text


_FULL_WIDTH = re.compile(
    r"[＋－]?[0-9０-９]*[０-９][0-9０-９]*(?:[．.：／－·][0-9０-９]+)*[％]?"
    rf"|(?<![0-9０-９])(?<![0-9０-９]，)[0-9０-９]{{1,2}}(?:，[0-9０-９]{{3}})+(?![0-9０-９])(?=约?{_COUNTED})"
)


def house_figures(text: str) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """A text with its full-width figures in half width (GB/T 15835-2011, 5.1: figures are set
    so), every place what it was, and what was changed: the place, as typed, as set.

    >>> house_figures("总产１７６．９８万吨，共2，300户，分１，２两批")
    ('总产176.98万吨，共2,300户，分1，2两批', ((2, '１７６．９８', '176.98'), (12, '2，300', '2,300'), \
(20, '１', '1'), (22, '２', '2')))
    """
    found: list[tuple[int, str, str]] = []
    for match in _FULL_WIDTH.finditer(text):
        found.append((match.start(), match[0], set_narrow(match[0])))
    for at, typed, narrow in found:
        text = text[:at] + narrow + text[at + len(typed) :]
    return text, tuple(found)


# Breaking


_CURRENCY_BEFORE = re.compile(rf"(?:{CURRENCY}|\b(?:No|NO|no)\.\s)\Z")
_RATIO_SIGN = re.compile(r"\S?\s?∶\s?\S?")


def rigid_in(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which no line may end: digits with what stands between them, sign, currency
    and percent; ratios, scores and dates in digits whole; ∶ with what stands on its sides.

    >>> text = "由3比1改为≥92.5％，约US$1 650，男∶女"
    >>> [text[start:end] for start, end in rigid_in(text)]
    ['3比1', '≥92.5％', 'US$1 650', '男∶女']
    """
    for one in written_in(text):
        before = _CURRENCY_BEFORE.search(text, max(one.start - 4, 0), one.start)
        start = before.start() if before else one.start
        end = percent_end(text, one.end)
        if not (text[start:end].isascii() and text[start:end].isdigit()):
            yield start, end
    for match in _RATIO_SIGN.finditer(text) if "∶" in text else ():
        yield match.span()


_SPACED = re.compile(rf"(?<=\d){_GAP}(?=\d{{3}}(?!\d))")


def gaps_in(text: str) -> tuple[int, ...]:
    """Where a space parts the thousands of a number: 39 218.

    >>> gaps_in("39 218户，共5 300 400吨，2025 300，400 820 8820")
    (2, 10, 14)
    """
    if _SPACED.search(text) is None:
        return ()
    numbers = [one for one in written_in(text) if one.form == "grouped"]
    return tuple(
        match.start() for one in numbers for match in _SPACED.finditer(text, one.start, one.end)
    )


_RUN = re.compile(r"[%‰°]?")


@lru_cache(maxsize=20_000)
def figures_in(word: str) -> tuple[tuple[int, int], ...]:
    """What of a Latin word is set from the face of figures: not 919 of C919.

    >>> figures_in("US$165"), figures_in("C919"), figures_in("-3.5%"), figures_in("F-35")
    (((3, 6),), (), ((0, 5),), ((2, 4),))
    """
    found = []
    for one in written_in(word):
        before = word[one.start - 1 : one.start] if one.start else ""
        if before.isascii() and before.isalpha():
            continue
        end = _RUN.match(word, one.end)
        found.append((one.start, end.end() if end else one.end))
    return tuple(found)
