"""Where a line may end, and what stands between two neighbours.

A `Joint` says for a pair of classes all that does not depend on sizes; it is worked out once for
each house and style and looked up by the two letters. What may never be broken whatever its
classes (a number and its unit) is found by `kept_together`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from infographic.text.classes import HAN, LATIN, MARKS, SPACED, House, load_house
from infographic.text.numerals import unit_end


class Joint(NamedTuple):
    """What lies between two boxes. Lengths in em of the box they are taken from."""

    cut_before: float
    """Taken from the blank of the mark before the joint."""
    cut_after: float
    is_autospace: bool
    """Han beside Latin."""
    shrink_before: tuple[int, float] | None
    """(step, amount) still to be had from the mark before."""
    shrink_after: tuple[int, float] | None
    is_even: bool
    """Takes its share when a line is spread."""
    may_break: bool
    may_break_at_space: bool
    """Where a space was typed here."""
    swallows_space: bool
    """A typed space beside a Chinese mark is a slip: its blank is there already."""


class Joints(dict[str, Joint]):
    """Joints by the class letters of the two boxes."""

    def __init__(self, house: House, kinsoku: str) -> None:
        super().__init__()
        self.house = house
        self.not_at_start = house.not_at_start[kinsoku]
        self.not_at_end = house.not_at_end[kinsoku]

    def __missing__(self, pair: str) -> Joint:
        joint = self[pair] = self._make(pair[0], pair[1])
        return joint

    def _make(self, a: str, b: str) -> Joint:
        house = self.house
        if a == "g":  # what was typed to indent a line stays with its first word
            return Joint(0.0, 0.0, False, None, None, False, False, False, False)
        blank_a = house.blank.get(a) == "right"
        blank_b = house.blank.get(b) == "left"
        marks = house.blank.keys()
        # A pair of marks: one blank of half an em goes, the first's where it has one.
        is_pair = a.lower() in marks and b.lower() in marks
        cut_a = house.pair_cut if is_pair and blank_a else 0.0
        cut_b = house.pair_cut if is_pair and blank_b and not cut_a else 0.0
        is_latin = a in LATIN and b in LATIN
        kinsoku = b not in self.not_at_start and a not in self.not_at_end
        return Joint(
            cut_before=cut_a,
            cut_after=cut_b,
            is_autospace=(a in HAN and b in SPACED) or (a in SPACED and b in HAN),
            shrink_before=house.shrink.get(a) if blank_a and not cut_a else None,
            shrink_after=house.shrink.get(b) if blank_b and not cut_b else None,
            is_even=not is_latin and not ({a, b} & house.no_even_stretch),
            may_break=kinsoku and not is_latin,
            may_break_at_space=kinsoku or is_latin,
            swallows_space=a in MARKS - {"n", "s", "m"} or b in MARKS - {"n", "s", "m"},
        )


@lru_cache(maxsize=64)
def joints_of(house: str, kinsoku: str) -> Joints:
    return Joints(load_house(house), kinsoku)


_NUMBER = r"\d+(?:[.,:/\-]\d+)*"
_ALWAYS = re.compile(
    # A range of numbers; a number in full-width digits; sign and number; No. and number.
    # It starts where a number does, or a long row of digits would be read from each of them.
    rf"(?<![\d.,:/\-]){_NUMBER}[%％‰℃°]?(?:[~～〜–—]{_NUMBER}[%％‰℃°]?)+"
    r"|[０-９]+(?:[．，][０-９]+)*[％]?"
    r"|\d[％℃℉]"
)


def kept_together(text: str, *, with_units: bool) -> Iterator[tuple[int, int]]:
    """Stretches of a text that are never broken, as (start, end).

    Digits hold together by themselves, so a unit is kept to the last of them.

    >>> text = "增长3～5倍，共4000余户企业"
    >>> [text[start:end] for start, end in kept_together(text, with_units=True)]
    ['3～5', '5倍', '0余户']
    """
    if _DIGIT.search(text) is None:
        return
    for match in _ALWAYS.finditer(text):
        yield match.span()
    if with_units:
        for match in _LAST_DIGIT.finditer(text):
            end = unit_end(text, match.end())
            if end > match.end():
                yield match.start(), end


_DIGIT = re.compile(r"[0-9０-９]")
_LAST_DIGIT = re.compile(r"\d(?!\d)")

_SENSIBLE = re.compile(r"(?<=[^\W\d_][^\W\d_]-)(?=[^\W\d_]{2})|(?<=[^\W\d_]—)(?=[^\W\d_])")
_ADDRESS = re.compile(r"://|www\.|@")
_LAST_RESORT = re.compile(r"(?<=[/?&=._\-#])(?=[^/?&=._\-#])")


def inner_breaks(word: str) -> list[int]:
    """Where a Latin word may be broken: after a hyphen between two parts of two letters.

    >>> inner_breaks("long-term"), inner_breaks("F-35"), inner_breaks("http://a-b.cn")
    ([5], [], [])
    """
    if ("-" not in word and "—" not in word) or _ADDRESS.search(word):
        return []
    return [match.start() for match in _SENSIBLE.finditer(word)]


def last_resort_breaks(word: str) -> list[int]:
    """Where an address too long for the line is best broken.

    >>> last_resort_breaks("www.news.cn/2026")
    [4, 9, 12]
    """
    return [match.start() for match in _LAST_RESORT.finditer(word)]
