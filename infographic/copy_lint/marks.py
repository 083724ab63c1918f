"""Marks as a keyboard in English mode types them: straight quotes, half-width stops; doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.copy_lint.findings import CHINESE, CLOSERS, STOPS, Finding, Words, found
from infographic.foundation.sayings import say
from infographic.text.strays import HAN, LATIN

FULL = dict(zip(",.;:!?()", "，。；：！？（）", strict=True))
_CLOSERS = CLOSERS.replace("”’", "")
"""Those of Chinese alone."""
_BEFORE = f"(?:(?<=[{HAN}{_CLOSERS}])|(?<=[{HAN}{_CLOSERS}{STOPS}][”’\"']))"
_HALF = re.compile(
    f"{_BEFORE}[,;!?]+"
    f"|{_BEFORE}:(?!//)"
    rf"|{_BEFORE}\.(?=\s*(?:[{CHINESE}\"'(]|$))"
    f"|(?<=[0-9%{LATIN})])[,;]+(?=[{HAN}“‘《（])"
    f"|(?<=[0-9%])[!?]+(?=[{HAN}“‘《（])"
    rf"|(?<=%)\.(?=[{HAN}“‘《（])"
    f"|(?<=[{HAN}])[()](?=[{HAN}])"
)
# Not of a function: print(“好”).
_BRACKETS = re.compile(rf"(?<![a-z])\([^()\n]*[{HAN}][^()\n]*\)")
_ADDRESS = re.compile(r"(?:https?://|www\.)[!-~]+|[\w.+-]+@[\w.-]+", re.A)
_LISTED = re.compile(r"(?:^|\n)[一二三四五六七八九十]+\Z")


def half_width(words: Words) -> Iterator[Finding]:
    """Half-width marks among Han, where GB/T 15834 has full-width ones."""
    text = words.text
    places = {at for match in _HALF.finditer(text) for at in range(*match.span())}
    for match in _BRACKETS.finditer(text):
        start, end = match.span()
        if _is_chinese_at(text, start - 1) or _is_chinese_at(text, end):
            places.update((start, end - 1))
    if places:
        places -= {at for match in _ADDRESS.finditer(text) for at in range(*match.span())}
    for at in sorted(places):
        full = FULL[text[at]]
        if text[at] == "." and _LISTED.search(text, 0, at):
            full = "、"
        shown = say("phrase/in-place-of", found=text[at], meant=full)
        yield found("marks", words, at, at + 1, shown, full)


_IS_CHINESE = re.compile(f"[{CHINESE}\"']")


def _is_chinese_at(text: str, at: int) -> bool:
    """Whether a Chinese character or the text's edge stands there."""
    return not 0 <= at < len(text) or text[at] == "\n" or _IS_CHINESE.match(text, at) is not None


_HAN = re.compile(f"[{HAN}]")
_LETTER = re.compile(f"[{LATIN}]")
_CHINESE_SIDE = re.compile(f"[{CHINESE}]")


def straight_quotes(words: Words) -> Iterator[Finding]:
    """Straight quotes round Chinese words, with the curly ones that were meant."""
    text = words.text
    doubles = list(_pairs(text, '"'))
    singles = list(_pairs(text, "'"))
    for start, end in sorted([*doubles, *singles]):
        if end == start:
            if _is_beside_chinese(text, start, start):
                shown = say("phrase/quoted", words=text[start])
                yield found("alone", words, start, start + 1, shown)
        elif _HAN.search(text, start, end) or _is_beside_chinese(text, start, end):
            is_inner = _is_inside_curly(text, start) or (
                text[start] == "'" and any(low < start < high for low, high in doubles)
            )
            for at, curly in zip((start, end), "‘’" if is_inner else "“”", strict=True):
                shown = say("phrase/in-place-of", found=text[at], meant=curly)
                yield found("pair", words, at, at + 1, shown, curly)


def _pairs(text: str, mark: str) -> Iterator[tuple[int, int]]:
    """From quote to quote; a place twice where a quote has no other half."""
    start = -1
    for match in re.finditer(f"[{mark}\n]", text):
        at = match.start()
        if match[0] == "\n":
            if start >= 0:
                yield start, start
            start = -1
        elif _is_no_quote(text, at, is_open=start >= 0):
            continue
        elif start < 0:
            start = at
        else:
            yield start, at
            start = -1
    if start >= 0:
        yield start, start


def _is_no_quote(text: str, at: int, *, is_open: bool) -> bool:
    """An apostrophe, or the sign of inches, feet, minutes or seconds."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    if not is_open and before.isdecimal():
        return True
    if text[at] == '"':
        return False
    if _LETTER.match(before):
        # it's, players', Xi'an; a quote that is open may close here.
        return bool(_LETTER.match(after)) or not is_open
    return after.isdecimal() and not is_open


def _is_beside_chinese(text: str, start: int, end: int) -> bool:
    before, after = start - 1, end + 1
    return (before >= 0 and _CHINESE_SIDE.match(text, before) is not None) or (
        _CHINESE_SIDE.match(text, after) is not None
    )


def _is_inside_curly(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


_MEANT = {
    "，，": "，", "、、": "、", "；；": "；", "：：": "：", "。。": "。", "，。": "。",
    "、。": "。", "；。": "。", "、，": "，", "。”。": "。”", ",,": ",", ";;": ";",
}  # fmt: skip
"""What is meant where that is plain."""
_DOUBLED = re.compile(
    "。{3,}|。”。|([，、；：。])\\1|[，、；：。][，、；：。]|““+|””+|,,+|;;+|(?<![./])\\.\\.(?![./])"
)


def doubled(words: Words) -> Iterator[Finding]:
    """Two marks where one was meant."""
    for match in _DOUBLED.finditer(words.text):
        written = match[0]
        meant = "……" if written.startswith("。。。") else _MEANT.get(written)
        shown = say("phrase/quoted", words=written)
        yield found("marks", words, match.start(), match.end(), shown, meant)


_SPACES = re.compile(r"(?<=[^\s\u3000])[ \u00a0]{2,}(?=[^\s\u3000])")


def wide_spaces(words: Words) -> Iterator[Finding]:
    """Several spaces where one does: the setting takes them for one."""
    for match in _SPACES.finditer(words.text):
        shown = say("phrase/times", count=len(match[0]))
        yield found("spaces", words, match.start(), match.end(), shown, " ")
