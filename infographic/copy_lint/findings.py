"""What a rule finds in a text, and the words that it looks into."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

from infographic.foundation.record import record
from infographic.foundation.sayings import Saying


@record
class Words:
    """A text without its inline marks, and where each character stands in it as it was written."""

    text: str
    offsets: Sequence[int]


@record
class Finding:
    """One thing that a rule found, in a text as it was written."""

    form: str
    """Which of the rule's sentences says it."""
    start: int
    end: int
    shown: str | Saying
    """What was found, for the sentence."""
    mend: str | None = None
    """What to write in its place; None where only the author knows."""


def found(
    form: str, words: Words, start: int, end: int, shown: str | Saying, mend: str | None = None
) -> Finding:
    """A finding at `start` to `end` of the words; without a mend where marks stand inside it."""
    first, last = words.offsets[start], words.offsets[end - 1] + 1
    return Finding(form, first, last, shown, mend if last - first == end - start else None)


def name_of(character: str) -> str:
    """A character's name in Unicode, in lower case."""
    return unicodedata.name(character, "control character").lower()


# Asked of characters and not by patterns: a set of Han takes milliseconds to compile.

CLOSERS = frozenset("）》〉】」』")
"""Those of Chinese alone; “ ” ‘ ’ stand in English, too."""
_MARKS = CLOSERS | frozenset("“‘（《〈【「『”’，。、；：！？—…·")


def is_han(character: str) -> bool:
    return "\u4e00" <= character <= "\u9fff" or (
        character > "\u3006"
        and (
            character == "〇"
            or "\u3400" <= character < "\u4e00"
            or "\uf900" <= character <= "\ufaff"
            or character >= "\U00020000"
        )
    )


def is_chinese(character: str) -> bool:
    """Whether it stands in a Chinese sentence: a Han, or a mark."""
    return is_han(character) or character in _MARKS


def is_latin(character: str) -> bool:
    return character.isalpha() and (character.isascii() or "\u00c0" <= character <= "\u024f")
