"""Styles known by identity, so that a lookup does not hash every field of every face."""

from __future__ import annotations

from functools import lru_cache

from infographic.foundation.record import replaced
from infographic.text.classes import load_house
from infographic.text.shaping import Case
from infographic.text.style import CharStyle, ColumnRules, Part, TextStyle


class Interned:
    """A style known by identity, with the type cases it is set from."""

    __slots__ = ("_reaches", "_solid", "cases", "house", "readings", "sign", "style")

    def __init__(self, style: TextStyle) -> None:
        self.style = style
        self._reaches: dict[frozenset[Part], tuple[float, float]] = {}
        self._solid: Interned | None = None
        self.house = load_house(style.house)
        self.readings: dict[Part, TextStyle] = {}
        self.cases: dict[Part, Case] = {}
        for part in Part:
            self.cases[part] = _case(style.of(part), style.language, style.house, style.column)
        has_signs = any(part is Part.SIGN for part, _ in style.parts)
        self.sign = self.cases[Part.SIGN] if has_signs else None
        """What sets % ‰ ℃ ° of a number; None: what sets the rest of its unit."""

    @property
    def solid(self) -> Interned:
        """The style without its leading, which moves no character along its line."""
        if self._solid is None:
            self._solid = _intern_equal(_without_leading(self.style))
        return self._solid

    def reach(self, parts: frozenset[Part]) -> tuple[float, float]:
        """How far a line of these parts reaches above and below its baseline, in points: as far
        as the farthest of them."""
        known = self._reaches.get(parts)
        if known is None:
            known = self._reaches[parts] = self._reach(parts)
        return known

    def _reach(self, parts: frozenset[Part]) -> tuple[float, float]:
        plain, digits = self.cases[Part.PLAIN], self.cases[Part.DIGITS]
        present = {self.cases[part] for part in parts}
        # A part that makes no demand of its own stands in a line of the plain leading.
        if not present or not all(case.style.leading for case in present):
            present.add(plain)
        reaches = [case.reach(is_figures=case is digits and case is not plain) for case in present]
        return max(above for above, _ in reaches), max(below for _, below in reaches)


def _without_leading(style: TextStyle) -> TextStyle:
    """The style with each leading replaced by its number among the style's leadings.

    Parts that differ in their leading alone stay apart, and so do their runs of glyphs.
    """
    numbers: dict[float, int] = {}

    def solid(own: CharStyle) -> CharStyle:
        return replaced(own, leading=float(numbers.setdefault(own.leading, len(numbers))))

    plain = solid(style.plain)
    parts = tuple((part, solid(own)) for part, own in style.parts)
    return replaced(style, plain=plain, parts=parts, fit=None)


@lru_cache(maxsize=256)
def _case(style: CharStyle, language: str, house: str, column: ColumnRules | None) -> Case:
    if column is not None:
        # Late: few pages have columns that run down, and these take 5 ms to import.
        from infographic.text.vertical import ColumnCase

        return ColumnCase(style, language, load_house(house), rules=column)
    return Case(style, language, load_house(house))


@lru_cache(maxsize=256)
def _intern_equal(style: TextStyle) -> Interned:
    return Interned(style)


_by_identity: dict[int, tuple[TextStyle, Interned]] = {}


def interned_style(style: TextStyle) -> Interned:
    known = _by_identity.get(id(style))
    if known is None or known[0] is not style:
        if len(_by_identity) > 640:
            _by_identity.clear()
        # The style is held, so that its id is not given to another while it is a key.
        known = _by_identity[id(style)] = (style, _intern_equal(style))
    return known[1]
