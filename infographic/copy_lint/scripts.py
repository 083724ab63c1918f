"""Traditional Han in a simplified story, and simplified ones in a traditional."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.copy_lint.findings import Finding, Words, found
from infographic.copy_lint.traditional import SIMPLIFIED, traditional
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

_QUOTED = late("“[^“”]*”|《[^《》]*》|「[^「」]*」|『[^『』]*』|‘[^‘’]*’|〈[^〈〉]*〉")
_NAMES = late("後(?=[藤白醍鳥鸟光深])")
"""後藤 and others of Japan, which some houses leave as they are."""


def traditional_characters(words: Words) -> Iterator[Finding]:
    """Traditional Han, but those of a quotation that is traditional throughout."""
    text = words.text
    left = {match.start() for match in _NAMES.finditer(text)}
    for match in _QUOTED.finditer(text):
        if traditional().keys().isdisjoint(match[0]):
            left.update(range(*match.span()))
    for at, character in enumerate(text):
        if character in SIMPLIFIED and at not in left:
            meant = SIMPLIFIED[character]
            shown = say("phrase/in-place-of", found=character, meant=meant)
            yield found("traditional", words, at, at + 1, shown, meant)


def simplified_characters(words: Words) -> Iterator[Finding]:
    """Simplified Han, but those of a quotation that is simplified throughout."""
    text = words.text
    left: set[int] = set()
    for match in _QUOTED.finditer(text):
        if SIMPLIFIED.keys().isdisjoint(match[0]):
            left.update(range(*match.span()))
    for at, character in enumerate(text):
        if character in traditional() and at not in left:
            meant = traditional()[character]
            shown = say("phrase/in-place-of", found=character, meant="/".join(meant))
            yield found("simplified", words, at, at + 1, shown, meant if len(meant) == 1 else None)


def is_traditional(texts: list[str]) -> bool:
    """Whether there are more traditional Han in texts than simplified ones."""
    text = "".join(texts)
    return sum(c in SIMPLIFIED for c in text) > sum(c in traditional() for c in text)
