"""The characters of a text as its author wrote it that can stand on a page, each with its place.

Marks are left out (`text/markup`), and so is what has no ink: both sides of a comparison are
without it. What the house sets otherwise than it is typed (figures and signs in half width,
radicals, a hyphen as a minus) is compared as one and the same character.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.markup import MARKS, has_marks, kept_of
from infographic.text.strays import hans, unseen

_MARKS = late(MARKS)
_LIKE = {
    **dict.fromkeys("-–−‐‑﹣－⁻₋", "-"),
    **dict.fromkeys("∶︓", ":"),
    **dict.fromkeys("“”„‟＂〝〞", '"'),
    **dict.fromkeys("‘’‚‛＇", "'"),
}
_FORMS = ("<wide>", "<narrow>", "<super>", "<sub>", "<vertical>")


class Letters(NamedTuple):
    """Characters with ink, folded, and where each stands in the text value, in code points."""

    folded: str
    places: tuple[int, ...]


class Written(NamedTuple):
    """A text value, read."""

    whole: Letters
    shorter: tuple[Letters, ...]
    """Without the words that may be dropped, one more each time, in the order that they are."""
    readings: Letters
    """What stands over its words."""


@lru_cache(maxsize=4_000)
def folded(character: str) -> str:
    """A character as it is compared; "" for what has no ink.

    >>> [folded(c) for c in "５：⽂²−\\u3000人①"]
    ['5', ':', '文', '2', '-', '', '人', '①']
    """
    if character.isspace() or _is_unseen(character):
        return ""
    like = _LIKE.get(character) or hans().get(character)
    if like is None and unicodedata.decomposition(character).startswith(_FORMS):
        like = unicodedata.normalize("NFKC", character)
    if like is None or len(like) != 1:
        return character
    return _LIKE.get(like, like)


def _is_unseen(character: str) -> bool:
    found = unseen().fullmatch(character)
    return found is not None and not found.lastgroup


@lru_cache(maxsize=512)
def written(text: str) -> Written:
    """What of a text value can stand on a page."""
    kept, readings = _read(text)
    numbers = {optional for _, _, optional in kept} - {0}
    gone: set[int] = set()
    shorter = []
    # As `Copy.optional` has it.
    for number in sorted(numbers, key=lambda number: (number > 0, -abs(number))):
        gone.add(number)
        shorter.append(_letters((sign, at) for sign, at, own in kept if own not in gone))
    whole = _letters((sign, at) for sign, at, _ in kept)
    return Written(whole, tuple(shorter), _letters(iter(readings)))


def _letters(characters: Iterator[tuple[str, int]]) -> Letters:
    found = [(like, at) for sign, at in characters if (like := folded(sign))]
    return Letters("".join(like for like, _ in found), tuple(at for _, at in found))


_Kept = list[tuple[str, int, int]]
"""A character, its place, and which words that may be dropped it is of: 0 for none."""


def _read(text: str) -> tuple[_Kept, list[tuple[str, int]]]:
    """The characters of a text without its marks, and those of its readings."""
    if not has_marks(text):
        return [(sign, at, 0) for at, sign in enumerate(text)], []
    kept: _Kept = []
    readings: list[tuple[str, int]] = []
    open_: list[int] = []
    opened = end = 0

    def keep(start: int, stop: int) -> None:
        own = open_[0] if open_ else 0
        kept.extend((text[at], at, own) for at in range(start, stop))

    for mark in _MARKS.finditer(text):
        keep(end, mark.start())
        end = mark.end()
        inside = kept_of(mark)
        keep(inside.start, inside.stop)
        if mark.lastgroup == "base":
            reading = range(inside.stop + 1, end - 1)
            readings += [(text[at], at) for at in reading]
        elif mark[0] in ("{?", "{??"):
            opened += 1
            open_.append(-opened if mark[0] == "{??" else opened)
        elif mark[0] in ("?}", "??}") and open_:
            open_.pop()
    keep(end, len(text))
    return kept, readings
