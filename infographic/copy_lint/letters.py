"""Characters in the form of another: radicals, full-width letters, and what has no ink."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from infographic.copy_lint.findings import Finding, Words, found, name_of
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.text.emoji import name_of as emoji_name
from infographic.text.emoji import sequences
from infographic.text.strays import BREAKS, hans, unseen


def radicals(words: Words) -> Iterator[Finding]:
    """Radicals and compatibility ideographs; each is set as the Han that it stands for."""
    stand_for = hans()
    for at, character in enumerate(words.text):
        if character in stand_for:
            shown = say("phrase/in-place-of", found=character, meant=stand_for[character])
            yield found("han", words, at, at + 1, shown, stand_for[character])


def unseen_characters(words: Words) -> Iterator[Finding]:
    """What has no ink: left out, or at work where it may divide a word or an address."""
    for match in unseen().finditer(words.text):
        character = match[0]
        if match.lastgroup and (len(character) > 1 or character not in "\u00ad\u200b"):
            # The form of a Han, an emoji, a joiner between two letters: all meant.
            continue
        form = "kept" if match.lastgroup else "removed"
        shown = say("phrase/character", code=ord(character), name=name_of(character))
        mend = None if match.lastgroup else ""
        yield found(form, words, match.start(), match.end(), shown, mend)


_WIDE = late("(?<![Ａ-Ｚａ-ｚ０-９])[０-９]*+[Ａ-Ｚａ-ｚ][Ａ-Ｚａ-ｚ０-９]*+")
_HALF = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}


def full_width(words: Words) -> Iterator[Finding]:
    """Latin letters as wide as Han; digits alone are set as the house sets digits."""
    for match in _WIDE.finditer(words.text):
        half = match[0].translate(_HALF)
        shown = say("phrase/in-place-of", found=match[0], meant=half)
        yield found("letters", words, match.start(), match.end(), shown, half)


def emoji(words: Words) -> Iterator[Finding]:
    """Emoji, each as a whole."""
    for match in sequences().finditer(words.text):
        shown = say("phrase/emoji", emoji=match[0], name=emoji_name(match[0]))
        yield found("print", words, match.start(), match.end(), shown)


@cache
def _ends() -> re.Pattern[str]:
    return re.compile(f"\\r\\n|\\n|[{BREAKS}]")


def line_ends(words: Words) -> Iterator[Finding]:
    """Breaks at a text's end, which are none, and line ends of other programs, which are breaks."""
    text = words.text
    body = len(text.rstrip("".join((" \t\n\u00a0\u3000\ufeff", BREAKS))))
    first = next((match.start() for match in _ends().finditer(text, body)), None)
    if first is not None:
        shown = say("phrase/times", count=len(_ends().findall(text, body)))
        yield found("trimmed", words, body, len(text), shown, "")
    for match in _ends().finditer(text, 0, body):
        if match[0] in BREAKS:
            shown = say("phrase/character", code=ord(match[0]), name=name_of(match[0]))
            yield found("odd", words, match.start(), match.end(), shown, "\n")
