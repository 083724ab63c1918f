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

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.numerals import (
    COMPARES,
    CURRENCY,
    ENDS_CURRENCY,
    PLAIN,
    SIGNS,
    WORDS,
    any_of,
    half_width,
    percent_end,
    tail_of,
)

ALL_SIGNS = "".join(SIGNS.values()) + "".join(COMPARES)
_RAISED = any_of("⁺⁻" + "".join(c for c, digit in WORDS["raised"].items() if digit.isdigit()))
_PARTS = any_of("".join(WORDS["parts"]))
_GAP = any_of(WORDS["between_thousands"])
_COUNTED = any_of(
    "".join(
        sorted(
            {word[0] for name in ("magnitudes", "few", "classifiers") for word in WORDS[name]}
            - {"号"}
        )
    )
    + "%％‰"
)
_FIRST = any_of(ALL_SIGNS + "." + "".join(WORDS["parts"]))[:-1] + "0-9Ⅰ-Ⅿⅰ-ⅿ]"
FIGURES = (
    # Looked at first: few characters of a text begin a number.
    rf"(?={_FIRST})(?P<sign>{any_of(ALL_SIGNS)}\s?)?(?:"
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
FIGURES_AT = late(FIGURES, re.ASCII)


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
    end = 0
    for match in FIGURES_AT.finditer(text):
        start = match.start()
        # Where the number before it ends with its unit is only asked for a sign's sake.
        if match["sign"] and is_joint(text, start, _tail_end(text, end)):
            start = match.end("sign")
        assert match.lastgroup is not None
        end = match.end()
        yield Written(start, end, match.lastgroup)


def _tail_end(text: str, at: int) -> int:
    return at + sum(len(words) for _, words in tail_of(text, at)) if at else 0


_WORD_BEFORE = late("[0-9A-Za-z%℃)）]")


def is_joint(text: str, at: int, floor: int) -> bool:
    """Whether a sign stands between two things: 3～5, F-35. `floor`: where a number ended."""
    return at == floor > 0 or _WORD_BEFORE.match(text[max(at - 1, 0) : at]) is not None


_HASFIGURES_AT = late(rf"[0-9０-９Ⅰ-ⅿ]|{_PARTS}")


def has_figures(text: str) -> bool:
    """Whether a text has digits, in any width, ⅓ or Ⅲ."""
    return _HASFIGURES_AT.search(text) is not None


# Figures in running text


_BETWEEN_GROUPS = late(r"(?<=\d)，(?=\d{3}(?!\d))")


def set_narrow(text: str) -> str:
    """A marked number in half-width figures: ３：１ is 3:1, 2，300 is 2,300; a dash before
    it is its minus.

    >>> set_narrow("２，３００"), set_narrow("–3.5"), set_narrow("3–5")
    ('2,300', '−3.5', '3–5')
    """
    narrow = _BETWEEN_GROUPS.sub(",", half_width(text)).translate(_NARROW_SIGNS)
    return "−" + narrow[1:] if narrow[:1] == "–" and narrow[1:2].isdigit() else narrow


_NARROW_SIGNS = str.maketrans("：／＜＞＝", ":/<>=")


_FULL_WIDTH = late(
    rf"(?<![0-9０-９])(?<![0-9０-９]，)[0-9０-９]{{1,2}}(?:，[0-9０-９]{{3}})+(?![0-9０-９])"
    rf"(?=约?{_COUNTED}|\*\*)"
    # Those of ＣＯ２ go with their letters.
    r"|(?<![0-9０-９Ａ-Ｚａ-ｚ])[＋－]?[0-9０-９]*[０-９][0-9０-９]*(?![0-9０-９Ａ-Ｚａ-ｚ])"
    r"(?:[．.：／－·][0-9０-９]+)*[％]?"
)


_HAS_WIDE = late("[０-９]|(?<=[0-9])，(?=[0-9])")


def house_figures(text: str) -> tuple[str, tuple[tuple[int, str, str], ...]]:
    """A text with its full-width figures in half width (GB/T 15835-2011, 5.1: figures are set
    so), every place what it was, and what was changed: the place, as typed, as set.

    >>> house_figures("产１７６．９８万吨，共2，300户")
    ('产176.98万吨，共2,300户', ((1, '１７６．９８', '176.98'), (11, '2，300', '2,300')))
    """
    if _HAS_WIDE.search(text) is None:
        return text, ()
    found: list[tuple[int, str, str]] = []
    for match in _FULL_WIDTH.finditer(text):
        found.append((match.start(), match[0], set_narrow(match[0])))
    for at, typed, narrow in found:
        text = text[:at] + narrow + text[at + len(typed) :]
    return text, tuple(found)


# Breaking


_CURRENCY_BEFORE = late(rf"(?:(?:{CURRENCY})\s?|(?<![A-Za-z])(?:No|NO|no)\.\s)\Z")
_RATIO_SIGN = late(r"\S?\s?∶\s?\S?")


def rigid_in(text: str) -> Iterator[tuple[int, int]]:
    """The stretches in which no line may end: digits with what stands between them, sign, currency
    and percent; ratios, scores and dates in digits whole; ∶ with what stands on its sides.

    >>> text = "由3比1改为≥92.5％，约US$1 650，男∶女"
    >>> [text[start:end] for start, end in rigid_in(text)]
    ['3比1', '≥92.5％', 'US$1 650', '男∶女']
    """
    for one in written_in(text):
        before = None
        if text[one.start - 1 : one.start] in ENDS_CURRENCY:
            before = _CURRENCY_BEFORE.search(text, max(one.start - 4, 0), one.start)
        start = before.start() if before else one.start
        end = percent_end(text, one.end)
        if not (text[start:end].isascii() and text[start:end].isdigit()):
            yield start, end
    for match in _RATIO_SIGN.finditer(text) if "∶" in text else ():
        yield match.span()


_SPACED = late(rf"(?<=\d){_GAP}(?=\d{{3}}(?!\d))")


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


_RUN = late(r"[%‰°]?")


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


def told_apart(word: str, *, has_face: bool, is_number: bool) -> Iterator[tuple[str, bool]]:
    """A Latin word's parts, and whether each is set from the figures: numbers in it are, and all of
    it where it is a number. `has_face`: they have a face of their own."""
    if not has_face:
        yield word, word[0] == "-" and word[1:2].isdigit()
        return
    if is_number or word[0] in "%‰°":
        yield word, True
        return
    at = 0
    for start, end in figures_in(word):
        if start > at:
            yield word[at:start], False
        yield word[start:end], True
        at = end
    if at < len(word):
        yield word[at:], False
