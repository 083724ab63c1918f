"""The quantities in a story's texts: value, unit, and the words they stand among."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from infographic.foundation.datum import Node, Origin
from infographic.text.markup import unmarked
from infographic.text.numerals import MAGNITUDES, tail_of
from infographic.text.style import Part

_DIGITS = re.compile(r"[+\-−]?\d[\d,]*(?:\.\d+)?")
_MAGNITUDE = re.compile("|".join(sorted(filter(None, MAGNITUDES), key=len, reverse=True)))
_CLAUSE_ENDS = "，。；：！？、——\n（）()“”《》 \u3000"
CALENDAR = ("年", "月", "日", "号", "月份")


@dataclass(frozen=True, slots=True)
class Passage:
    """One text of the story and where it stands."""

    pointer: str
    text: str
    origin: Origin


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number with its unit, as it stands in a passage."""

    value: Decimal
    """With its magnitude: 176.98万 is 1769800."""
    digits: str
    magnitude: str
    few: str
    """余, 多, 以上: what qualifies it."""
    unit: str
    start: int
    end: int
    clause: str
    """The words of its clause, without the number and its unit."""
    passage: Passage

    @property
    def said(self) -> str:
        return self.passage.text[self.start : self.end]


def passages(story: Node) -> Iterator[Passage]:
    """Every text that a reader reads, marks taken off, in the order of the file."""
    for node in story.walk():
        if not isinstance(node.value, str):
            continue
        pointer = node.origin.pointer
        key = pointer.rsplit("/", 1)[-1]
        if key in ("$schema", "language", "image", "alt", "aspect", "priority", "as", "unit"):
            continue
        if pointer.startswith("/publication"):
            continue
        yield Passage(pointer, unmarked(node.value), node.origin)


def quantities(passage: Passage) -> list[Quantity]:
    """The quantities of a passage; dates, versions and letters with digits are none.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> found = quantities(Passage("/a", "党员由158.89万名增至176.98万名", BUILT_IN))
    >>> [(int(q.value), q.unit) for q in found]
    [(1588900, '名'), (1769800, '名')]
    """
    text, found = passage.text, []
    for match in _DIGITS.finditer(text):
        tail = tail_of(text, match.end())
        end = match.end() + sum(len(words) for _, words in tail)
        if _is_part_of_a_word(text[match.start() - 1 : match.start()], ".-/") or (
            _is_part_of_a_word(text[end : end + 1], "/-")
        ):
            continue
        unit = "".join(words for part, words in tail if part is Part.UNIT)
        few = "".join(words for part, words in tail if part is Part.QUALIFIER)
        if unit in CALENDAR:
            continue
        leading = _MAGNITUDE.match(unit)
        magnitude = leading[0] if leading else ""
        digits = match[0].replace(",", "").replace("−", "-")
        low, high = _clause(text, match.start(), end)
        found.append(
            Quantity(
                value=Decimal(digits).scaleb(MAGNITUDES[magnitude]),
                digits=match[0],
                magnitude=magnitude,
                few=few,
                unit=unit.removeprefix(magnitude),
                start=match.start(),
                end=end,
                clause=text[low : match.start()] + " " + text[end:high],
                passage=passage,
            )
        )
    return found


def _is_part_of_a_word(neighbour: str, joins: str) -> bool:
    return neighbour.isascii() and (neighbour.isalnum() or (neighbour != "" and neighbour in joins))


def _clause(text: str, start: int, end: int) -> tuple[int, int]:
    while start > 0 and text[start - 1] not in _CLAUSE_ENDS:
        start -= 1
    while end < len(text) and text[end] not in _CLAUSE_ENDS:
        end += 1
    return start, end
