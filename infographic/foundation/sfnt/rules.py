"""Of a face: its rules for shaping, as far as they stand inside their table (OpenType spec, GSUB,
GPOS and GDEF).

HarfBuzz bounds what rules may do to a text; what is no rule it leaves out without a word. Here each
place of a table is looked at once, whoever leads to it, and all that is looked at is counted
(“font-rules”), so that places which overlap cost no more than the limit.
"""

from __future__ import annotations

import struct
from collections.abc import Callable
from operator import le

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.broken import reading
from infographic.foundation.sfnt.tables import FontTables

Look = Callable[["Rules", int], None]
"""At what stands at a place."""
EXTENSION = {"GSUB": 7, "GPOS": 9}
NONE = 0xFFFF


def must_be_rules(font: FontTables) -> None:
    """Look at `GSUB`, `GPOS` and `GDEF`, where there are such."""
    for tag in ("GSUB", "GPOS"):
        if tag in font.tables:
            with reading(font.file, tag):
                Rules(font, tag).look()
    if "GDEF" in font.tables:
        with reading(font.file, "GDEF"):
            Rules(font, "GDEF").look_at_classes()


class Rules:
    """One table as it is gone through."""

    def __init__(self, font: FontTables, tag: str) -> None:
        self.font, self.tag, self.data = font, tag, font.get(tag)
        self.left, self.growth = most("font-rules"), most("glyphs-per-character")
        self.seen: set[tuple[Look, int]] = set()
        self.lookups = 0

    # How a table is read

    def numbers(self, at: int, count: int) -> tuple[int, ...]:
        """Numbers of two bytes from a place on."""
        self.left -= count + 1
        if self.left < 0:
            saying = say(
                "font-large/rules", file=self.font.file, table=self.tag, most=most("font-rules"),
                limit="font-rules",
            )  # fmt: skip
            raise FontError(saying)
        return struct.unpack_from(f">{count}H", self.data, at)

    def number(self, at: int) -> int:
        return self.numbers(at, 1)[0]

    def listed(self, at: int, per: int = 1) -> tuple[int, ...]:
        """What follows its own count; `per` numbers each."""
        return self.numbers(at + 2, per * self.number(at))

    def must_reach(self, at: int) -> None:
        """Raises `IndexError` where what goes up to a place reaches beyond the table."""
        if at > len(self.data):
            raise IndexError

    def once(self, look: Look, at: int) -> None:
        if (look, at) not in self.seen:
            self.seen.add((look, at))
            look(self, at)

    def all(self, look: Look, base: int, places: tuple[int, ...]) -> None:
        """Look at each of some places, counted from `base`; 0 stands for none."""
        for place in places:
            if place:
                self.once(look, base + place)

    def covered(self, at: int, place: int) -> None:
        """Look at the glyphs that a subtable is of; it must say which."""
        if not place:
            raise self.unknown()
        self.once(_coverage, at + place)

    def unknown(self) -> FontError:
        return FontError(say("font-broken/unknown", file=self.font.file, table=self.tag))

    # What stands in it

    def look(self) -> None:
        major, _, scripts, features, lookups = self.numbers(0, 5)
        if major != 1:
            raise self.unknown()
        if scripts:
            self.all(_script, scripts, self.listed(scripts, 3)[2::3])
        if features:
            self.all(_feature, features, self.listed(features, 3)[2::3])
        if lookups:
            places = self.listed(lookups)
            self.lookups = len(places)
            self.all(_lookup, lookups, places)

    def look_at_classes(self) -> None:
        """Of GDEF: which glyphs are letters, ligatures and marks, and which marks are alike."""
        major, _, kinds, _, _, marks = self.numbers(0, 6)
        if major != 1:
            raise self.unknown()
        self.all(_classes, 0, (kinds, marks))

    def look_at_subtable(self, kind: int, at: int) -> None:
        looks = SUBTABLES[self.tag].get(kind)
        if looks is None:
            raise self.unknown()
        self.once(looks, at)

    def must_be_lookups(self, records: tuple[int, ...]) -> None:
        """Of the lookups that a rule applies: a place in the text, and the lookup's number."""
        if any(number >= self.lookups for number in records[1::2]) and self.lookups:
            raise self.unknown()


def _script(rules: Rules, at: int) -> None:
    usual = rules.number(at)
    languages = rules.listed(at + 2, 3)[2::3]
    rules.all(_language, at, (usual, *languages))


def _language(rules: Rules, at: int) -> None:
    rules.listed(at + 4)


def _feature(rules: Rules, at: int) -> None:
    rules.listed(at + 2)


def _lookup(rules: Rules, at: int) -> None:
    kind = rules.number(at)
    for place in rules.listed(at + 4):
        subtable, of = at + place, kind
        if kind == EXTENSION[rules.tag]:
            _, of, high, low = rules.numbers(subtable, 4)
            subtable += high << 16 | low
            if of == kind:
                raise rules.unknown()
        rules.look_at_subtable(of, subtable)


def _coverage(rules: Rules, at: int) -> None:
    kind = rules.number(at)
    if kind not in (1, 2):
        raise rules.unknown()
    glyphs = rules.listed(at + 2, 1 if kind == 1 else 3)
    # They are searched by halves, so what is out of order is not found.
    bounds = glyphs if kind == 1 else [one for i, one in enumerate(glyphs) if i % 3 != 2]
    if not all(map(le, bounds, bounds[1:])):
        raise FontError(say("font-broken/order", file=rules.font.file, table=rules.tag))


def _classes(rules: Rules, at: int) -> None:
    kind = rules.number(at)
    if kind == 1:
        rules.listed(at + 4)
    elif kind == 2:
        rules.listed(at + 2, 3)
    else:
        raise rules.unknown()


# Substitutions


def _single(rules: Rules, at: int) -> None:
    kind, coverage, _ = rules.numbers(at, 3)
    rules.covered(at, coverage)
    if kind == 2:
        rules.listed(at + 4)
    elif kind != 1:
        raise rules.unknown()


def _multiple(rules: Rules, at: int) -> None:
    rules.covered(at, rules.number(at + 2))
    rules.all(_sequence, at, rules.listed(at + 4))


def _sequence(rules: Rules, at: int) -> None:
    count = len(rules.listed(at))
    if count > rules.growth:
        saying = say(
            "font-large/sequence", file=rules.font.file, table=rules.tag, found=count,
            most=rules.growth, limit="glyphs-per-character",
        )  # fmt: skip
        raise FontError(saying)


def _alternate(rules: Rules, at: int) -> None:
    rules.covered(at, rules.number(at + 2))
    rules.all(_alternates, at, rules.listed(at + 4))


def _alternates(rules: Rules, at: int) -> None:
    rules.listed(at)


def _ligatures(rules: Rules, at: int) -> None:
    rules.covered(at, rules.number(at + 2))
    rules.all(_ligature_set, at, rules.listed(at + 4))


def _ligature_set(rules: Rules, at: int) -> None:
    rules.all(_ligature, at, rules.listed(at))


def _ligature(rules: Rules, at: int) -> None:
    rules.numbers(at + 4, max(rules.number(at + 2) - 1, 0))


def _reversed(rules: Rules, at: int) -> None:
    rules.covered(at, rules.number(at + 2))
    before = rules.listed(at + 4)
    at_next = at + 6 + 2 * len(before)
    after = rules.listed(at_next)
    rules.all(_coverage, at, before + after)
    rules.listed(at_next + 2 + 2 * len(after))


# Rules for what stands among other glyphs


def _context(rules: Rules, at: int) -> None:
    kind, place = rules.numbers(at, 2)
    if kind == 3:
        glyphs, count = rules.numbers(at + 2, 2)
        rules.all(_coverage, at, rules.numbers(at + 6, glyphs))
        rules.must_be_lookups(rules.numbers(at + 6 + 2 * glyphs, 2 * count))
        return
    if kind not in (1, 2):
        raise rules.unknown()
    rules.covered(at, place)
    if kind == 2:
        rules.all(_classes, at, (rules.number(at + 4),))
    rules.all(_rule_set, at, rules.listed(at + (4 if kind == 1 else 6)))


def _rule_set(rules: Rules, at: int) -> None:
    rules.all(_rule, at, rules.listed(at))


def _rule(rules: Rules, at: int) -> None:
    glyphs, count = rules.numbers(at, 2)
    after = at + 4 + 2 * max(glyphs - 1, 0)
    rules.must_reach(after)
    rules.must_be_lookups(rules.numbers(after, 2 * count))


def _chained(rules: Rules, at: int) -> None:
    kind, place = rules.numbers(at, 2)
    if kind == 3:
        at_next = at + 2
        coverages: tuple[int, ...] = ()
        for _ in range(3):
            listed = rules.listed(at_next)
            coverages += listed
            at_next += 2 + 2 * len(listed)
        rules.all(_coverage, at, coverages)
        rules.must_be_lookups(rules.listed(at_next, 2))
        return
    if kind not in (1, 2):
        raise rules.unknown()
    rules.covered(at, place)
    if kind == 2:
        rules.all(_classes, at, rules.numbers(at + 4, 3))
    rules.all(_chained_set, at, rules.listed(at + (4 if kind == 1 else 10)))


def _chained_set(rules: Rules, at: int) -> None:
    rules.all(_chained_rule, at, rules.listed(at))


def _chained_rule(rules: Rules, at: int) -> None:
    at += 2 + 2 * len(rules.listed(at))
    at += 2 + 2 * max(rules.number(at) - 1, 0)
    at += 2 + 2 * len(rules.listed(at))
    rules.must_be_lookups(rules.listed(at, 2))


# Positions


def _size(value_format: int) -> int:
    """Bytes of a value record."""
    return 2 * (value_format & 0xFF).bit_count()


def _single_position(rules: Rules, at: int) -> None:
    kind, coverage, values = rules.numbers(at, 3)
    rules.covered(at, coverage)
    if kind not in (1, 2):
        raise rules.unknown()
    count = 1 if kind == 1 else rules.number(at + 6)
    rules.must_reach(at + (6 if kind == 1 else 8) + count * _size(values))


def _pairs(rules: Rules, at: int) -> None:
    kind, coverage, first, second = rules.numbers(at, 4)
    rules.covered(at, coverage)
    size = _size(first) + _size(second)
    if kind == 1:
        for place in rules.listed(at + 8):
            if place:
                count = rules.number(at + place)
                rules.must_reach(at + place + 2 + count * (2 + size))
    elif kind == 2:
        one, other, rows, columns = rules.numbers(at + 8, 4)
        rules.all(_classes, at, (one, other))
        rules.must_reach(at + 16 + rows * columns * size)
    else:
        raise rules.unknown()


def _cursive(rules: Rules, at: int) -> None:
    rules.covered(at, rules.number(at + 2))
    rules.all(_anchor, at, rules.listed(at + 4, 2))


def _anchor(rules: Rules, at: int) -> None:
    kind = rules.number(at)
    if kind not in (1, 2, 3):
        raise rules.unknown()
    rules.must_reach(at + 4 + 2 * kind)


def _marks(rules: Rules, at: int) -> None:
    """Marks on letters and on marks; on ligatures where `per` says how many parts."""
    _, marks, bases, classes, mark_array, base_array = rules.numbers(at, 6)
    rules.covered(at, marks)
    rules.covered(at, bases)
    rules.all(_anchor, at + mark_array, rules.listed(at + mark_array, 2)[1::2])
    _matrix(rules, at + base_array, classes)


def _marks_on_ligatures(rules: Rules, at: int) -> None:
    _, marks, bases, classes, mark_array, base_array = rules.numbers(at, 6)
    rules.covered(at, marks)
    rules.covered(at, bases)
    rules.all(_anchor, at + mark_array, rules.listed(at + mark_array, 2)[1::2])
    for place in rules.listed(at + base_array):
        if place:
            _matrix(rules, at + base_array + place, classes)


def _matrix(rules: Rules, at: int, classes: int) -> None:
    rules.all(_anchor, at, rules.listed(at, classes))


SUBTABLES: dict[str, dict[int, Look]] = {
    "GSUB": {
        1: _single, 2: _multiple, 3: _alternate, 4: _ligatures, 5: _context, 6: _chained,
        8: _reversed,
    },
    "GPOS": {
        1: _single_position, 2: _pairs, 3: _cursive, 4: _marks, 5: _marks_on_ligatures, 6: _marks,
        7: _context, 8: _chained,
    },
}  # fmt: skip
