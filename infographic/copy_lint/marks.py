"""Marks as a keyboard in English mode types them: straight quotes, half-width stops; doubles."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.copy_lint.findings import (
    CLOSERS,
    Finding,
    Words,
    found,
    is_chinese,
    is_han,
    is_latin,
)
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

FULL = dict(zip(",.;:!?()", "，。；：！？（）", strict=True))
_LEADS = frozenset("“‘《（")
# Not of a function: print(“好”).
_BRACKETS = late(r"(?<![a-z])\([^()\n]*\)")
_ADDRESS = late(r"(?:https?://|www\.)[!-~]+|[\w.+-]{1,64}@[\w.-]{1,255}", re.A)
_DOTS = late(r"\.{3,}")


def half_width(words: Words) -> Iterator[Finding]:
    """Half-width marks among Han, where GB/T 15834 has full-width ones."""
    text = words.text
    places = {at for at, c in enumerate(text) if c in FULL and _stands_among_han(text, at)}
    if "(" in text:
        for match in _BRACKETS.finditer(text):
            start, end = match.span()
            is_beside = _is_chinese_at(text, start - 1) or _is_chinese_at(text, end)
            if is_beside and any(map(is_han, match[0])):
                places.update((start, end - 1))
    if places:
        places -= {at for match in _ADDRESS.finditer(text) for at in range(*match.span())}
    for match in _DOTS.finditer(text):
        start, end = match.span()
        if any(is_han(c) for c in (text[start - 1 : start], text[end : end + 1]) if c):
            places.difference_update(range(start, end))
            shown = say("phrase/in-place-of", found=match[0], meant="……")
            yield found("marks", words, start, end, shown, "……")
    for at in sorted(places):
        full = FULL[text[at]]
        if text[at] == "." and _is_list_number(text[text.rfind("\n", 0, at) + 1 : at]):
            full = "、"
        shown = say("phrase/in-place-of", found=text[at], meant=full)
        yield found("marks", words, *_with_spaces(text, at), shown, full)


def _is_list_number(words: str) -> bool:
    """Whether a line so far is 一 or 十二, of which 、 makes a head."""
    return 0 < len(words) < 4 and all(word in "一二三四五六七八九十" for word in words)


def _with_spaces(text: str, at: int) -> tuple[int, int]:
    """A mark with the space on either side that a full-width mark has in itself."""
    start, end = at, at + 1
    if (
        text[at] != "("
        and text[end : end + 1] == " "
        and is_chinese(text[end + 1 : end + 2] or "x")
    ):
        end += 1
    if text[at] != ")" and at > 1 and text[at - 1] == " " and is_chinese(text[at - 2]):
        start -= 1
    return start, end


def _stands_among_han(text: str, at: int) -> bool:
    """Whether a mark follows a Chinese word, or follows a number and leads to one."""
    mark, start = text[at], at
    after = text[at + 1 : at + 2]
    if mark in "()":
        return at > 0 and is_han(text[at - 1]) and bool(after) and is_han(after)
    # Of several in a row (!?) each stands where the first does.
    while mark not in ".:" and start and text[start - 1] in ",;!?":
        start -= 1
    if start > 1 and text[start - 1] == " " and is_han(text[start - 2]):
        start -= 1
    if not start:
        return False
    before = text[start - 1]
    if is_han(before) or before in CLOSERS or _ends_a_quotation(text, start):
        if mark == ".":
            rest = text[at + 1 :].lstrip(" ")[:1]
            return not rest or rest in "\n\"'(" or is_chinese(rest)
        return mark != ":" or not text.startswith("//", at + 1)
    if not after or not (is_han(after) or after in _LEADS):
        return False
    is_number = before == "%" or "0" <= before <= "9"
    return (
        (mark in ",;" and (is_number or before == ")" or is_latin(before)))
        or (mark in "!?" and is_number)
        or (mark == "." and before == "%")
    )


def _ends_a_quotation(text: str, start: int) -> bool:
    """Whether a quote stands before a place, and Chinese words before it."""
    return start > 1 and text[start - 1] in "”’\"'" and is_chinese(text[start - 2])


def _is_chinese_at(text: str, at: int) -> bool:
    """Whether a Chinese character or the text's edge stands there."""
    return not 0 <= at < len(text) or text[at] in "\n\"'" or is_chinese(text[at])


def straight_quotes(words: Words) -> Iterator[Finding]:
    """Straight quotes round Chinese words, with the curly ones that were meant."""
    text = words.text
    doubles = list(_pairs(text, '"'))
    singles = list(_pairs(text, "'"))
    for start, end in sorted([*doubles, *singles]):
        if end == start:
            if _is_beside_chinese(text, start, start):
                shown = say("phrase/quoted", words=text[start])
                yield found("alone", words, start, start + 1, shown, _other_half(text, start))
        elif any(map(is_han, text[start:end])) or _is_beside_chinese(text, start, end):
            is_inner = _is_inside_curly(text, start) or (
                text[start] == "'" and any(low < start < high for low, high in doubles)
            )
            for at, curly in zip((start, end), "‘’" if is_inner else "“”", strict=True):
                shown = say("phrase/in-place-of", found=text[at], meant=curly)
                yield found("pair", words, at, at + 1, shown, curly)


def _pairs(text: str, mark: str) -> Iterator[tuple[int, int]]:
    """From quote to quote; a place twice where a quote has no other half in its line."""
    start = -1
    for at, character in enumerate(text):
        if character == "\n":
            if start >= 0:
                yield start, start
            start = -1
        elif character != mark or _is_no_quote(text, at, is_open=start >= 0):
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
    if before and is_latin(before):
        # it's, players', Xi'an; a quote that is open may close here.
        return bool(after and is_latin(after)) or not is_open
    return after.isdecimal() and not is_open


def _is_beside_chinese(text: str, start: int, end: int) -> bool:
    return any(is_chinese(c) for c in (text[start - 1 : start], text[end + 1 : end + 2]) if c)


def _other_half(text: str, at: int) -> str | None:
    """The curly quote that a straight one is, where a curly one waits for it."""
    if text[at] == '"' and _is_inside_curly(text, at):
        return "”"
    is_closed = text.count("”", at) > text.count("“", at)
    return "“" if text[at] == '"' and is_closed else None


def _is_inside_curly(text: str, at: int) -> bool:
    return text.count("“", 0, at) > text.count("”", 0, at)


_MEANT = {
    "，，": "，", "、、": "、", "；；": "；", "：：": "：", "。。": "。", "，。": "。",
    "、。": "。", "；。": "。", "、，": "，", "。”。": "。”", ",,": ",", ";;": ";",
}  # fmt: skip
"""What is meant where that is plain."""
_DOUBLED = late(
    r"。{3,}|。”。|[！？]{4,}|([，、；：。])\1|[，、；：。][，、；：。]|““+|””+|,,+|;;+|(?<![./])\.\.(?![./])"
)


def doubled(words: Words) -> Iterator[Finding]:
    """Two marks where one was meant."""
    for match in _DOUBLED.finditer(words.text):
        written = match[0]
        meant = _MEANT.get(written)
        if written.startswith("。。。"):
            meant = "……"
        elif written[0] in "！？":
            # GB/T 15834, 4.3 and 4.2: three at most.
            meant = written[:3]
        shown = say("phrase/quoted", words=written)
        yield found("marks", words, match.start(), match.end(), shown, meant)


_SPACES = late(r"(?<=[^\s\u3000])[ \u00a0]{2,}(?=[^\s\u3000])")


def wide_spaces(words: Words) -> Iterator[Finding]:
    """Several spaces where one does: the setting takes them for one."""
    for match in _SPACES.finditer(words.text):
        shown = say("phrase/times", count=len(match[0]))
        yield found("spaces", words, match.start(), match.end(), shown, " ")
