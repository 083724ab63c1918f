"""What a rule finds in a text, and the words that it looks into."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from infographic.foundation.sayings import Saying
from infographic.text.strays import HAN

CLOSERS = "”’）》〉】」』"
OPENERS = "“‘（《〈【「『"
STOPS = "，。、；：！？"
CHINESE = f"{HAN}{OPENERS}{CLOSERS}{STOPS}—…·"
"""For a set in a pattern: what stands in a Chinese sentence and in no English one."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text without its inline marks, and where each character stands in it as it was written."""

    text: str
    offsets: Sequence[int]


@dataclass(frozen=True, slots=True)
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
