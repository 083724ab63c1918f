"""A pattern of names: `out/{id}/{layout}.{ext}`."""

from __future__ import annotations

import re

from infographic.foundation.calls import CallError, no_file
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record
from infographic.foundation.sayings import say

_PART = late(r"\{\{|\}\}|\{([^{}]*)\}|[{}]")
ID, LAYOUT, ENDING, ROW = "id", "layout", "ext", "row"
OWN = (ID, LAYOUT, ENDING, ROW)
IN_FOLDER = "{id}/{layout}.{ext}"
"""What a folder stands for."""


@record
class Pattern:
    text: str
    parts: tuple[str, ...]
    """Words and names of placeholders in turn, words first."""

    @property
    def names(self) -> frozenset[str]:
        """The placeholders in it."""
        return frozenset(self.parts[1::2])

    @property
    def folder(self) -> str:
        """What stands before the folder of the first placeholder, with its “/”: the caller's own
        place, “../” and all."""
        return self.parts[0][: self.parts[0].rfind("/") + 1]

    def filled(self, values: dict[str, str]) -> str:
        return "".join(
            part if number % 2 == 0 else values[part] for number, part in enumerate(self.parts)
        )


def pattern_of(text: str) -> Pattern:
    """Read a pattern; “{{” and “}}” stand for a brace, a folder's for what `IN_FOLDER` has in it.

    Raises `CallError` for a brace alone.

    >>> pattern_of("out/").parts
    ('out/', 'id', '/', 'layout', '.', 'ext', '')
    """
    whole = text.replace("\\", "/") if "://" not in text else text
    if not whole:
        raise no_file(say("batch-pattern/empty"))
    if whole.endswith("/") or "." not in whole.rpartition("/")[2]:
        whole = f"{whole.rstrip('/')}/{IN_FOLDER}"
    parts, words, end = [], "", 0
    for found in _PART.finditer(whole):
        words += whole[end : found.start()]
        end = found.end()
        if found[0] in ("{{", "}}"):
            words += found[0][0]
        elif found[1] is None or not found[1].strip():
            raise _alone(found)
        else:
            parts += [words, found[1].strip()]
            words = ""
    return Pattern(text, (*parts, words + whole[end:]))


def _alone(found: re.Match[str]) -> CallError:
    return no_file(say("batch-pattern/brace", brace=found[0]))
