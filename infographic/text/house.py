"""One house's rules: classes, kinsoku levels, widths and priorities, read from its JSON table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from typing import Any

from infographic.foundation.memo import Memo
from infographic.foundation.record import record
from infographic.text.house_table import LETTERS, HouseError, faults_in, shipped_rules
from infographic.text.numerals import WORDS

HOUSE = "newspaper"
"""The house of a style that names none."""
SPACES = {
    " ": " ",
    "\t": " ",
    "\u3000": "w",
    "\u00a0": "v",
    "\u2007": "v",
    "\u202f": "v",
    "\u200b": "q",
    "\u2060": "g",
}


class Classes(dict[int, str]):
    """Code point to class letter; what the house does not list follows Unicode."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _unicode_class(chr(code))
        return letter


_PARTS = frozenset(WORDS["parts"])
"""⅓ and its like: numbers, though Unicode calls some of them full-width in Chinese type."""
_BRACKETS = frozenset(("Ps", "Pe", "Pi", "Pf"))


def _unicode_class(character: str) -> str:
    category = unicodedata.category(character)
    if category[0] == "M" or category == "Cf":
        return "x"
    if category[0] == "Z" or category == "Cc":
        return " "
    wide = unicodedata.east_asian_width(character)
    if category == "Nd" and wide != "F":
        return "d" if character.isascii() else "l"
    if character in _PARTS:
        return "d"
    if category in _BRACKETS:
        opener, closer = "oc" if wide in "WF" else "ba"
        return opener if category in ("Ps", "Pi") else closer
    if wide in "WF":
        return "h" if category[0] == "L" and wide == "W" else "u"
    if category[0] == "L":
        return "l"
    # ① ★ → are full-width in Chinese type, narrow in Latin; Unicode calls them ambiguous.
    return "u" if wide == "A" or category == "So" else "y"


@record(eq=False)
class House:
    """One house's rules, with classes as letters. In em."""

    classes: Mapping[int, str]
    not_at_start: Mapping[str, frozenset[str]]
    """By kinsoku level; so is `not_at_end`."""
    not_at_end: Mapping[str, frozenset[str]]
    cell: Mapping[str, float]
    """Width before any trimming; a class not named is as wide as its glyph."""
    half_cell: str
    """Characters set in half a cell whatever their class says."""
    blank: Mapping[str, str]
    """The side of the cell that has no ink and may be trimmed."""
    half: Mapping[str, Mapping[int, str]]
    """By punctuation style: the classes that lose their blank, as a translation."""
    one_cell_pairs: str
    """？！: two of these in a row share one cell (GB/T 15834, 5.1.2)."""
    hanging: str
    """Marks that may hang past the line's end, where a style lets them."""
    line_end_cut: frozenset[str]
    line_start_cut: frozenset[str]
    shrink: Mapping[str, tuple[int, float]]
    """Site to (step, amount): a mark loses `amount`, a space is shrunk to it."""
    stretch: Mapping[str, tuple[int, float]]
    """Site to (step, width it is stretched to); last come all gaps alike."""
    no_even_stretch: frozenset[str]
    headline: Mapping[str, Any]
    """What it says of phrases in balanced lines, for `phrases.load_phrases`."""
    unbroken: re.Pattern[str] | None
    """Names and terms that no line's end parts."""
    defaults: Mapping[str, Any]
    """What a style of this house is set with where it does not say."""


class OwnHouse(str):
    """The key of a newspaper's own table, which it holds: whoever has the key has the table."""

    house: House


MOST_OWN = 64
_OWN: Memo[OwnHouse] = Memo("house tables", MOST_OWN)
"""The keys of the tables read last, so that a layout's styles read theirs once."""


@cache
def _shipped(name: str) -> House:
    return _house(shipped_rules(name))


def load_house(name: str) -> House:
    """A shipped table by name, or one of `own_house`'s by its key."""
    own = name if isinstance(name, OwnHouse) else _OWN.get(name)
    return own.house if own is not None else _shipped(name)


def known_house(key: str) -> OwnHouse | None:
    """The key of a table that `own_house` has made of late, with its table."""
    return _OWN.get(key)


def own_house(key: str, table: Mapping[str, Any]) -> OwnHouse:
    """A newspaper's own table, for `load_house` to know by its key; raises `HouseError`.

    >>> own_house("example", {"extends": "newspaper", "cell": {"MID": 1}})
    'example'
    >>> load_house("example").cell["m"], load_house("newspaper").cell["m"]
    (1, 0.5)
    """
    faults = list(faults_in(table))
    if faults:
        raise HouseError(faults)
    rules = _merged(shipped_rules(table.get("extends", "newspaper")), table)
    own = OwnHouse(key)
    own.house = _house(rules)
    return _OWN.put(key, own)


def _merged(base: Mapping[str, Any], table: Mapping[str, Any]) -> dict[str, Any]:
    rules = dict(base)
    for name, value in table.items():
        # A character that the table gives to a class is taken from the one it was in.
        old = rules.get(name)
        rules[name] = {**old, **value} if isinstance(old, dict) else value
        if name == "classes":
            moved = set("".join(value.values()))
            rules[name] = {
                cls: chars if cls in value else "".join(c for c in chars if c not in moved)
                for cls, chars in rules[name].items()
            }
    return rules


def _house(rules: Mapping[str, Any]) -> House:
    classes = Classes({ord(character): letter for character, letter in SPACES.items()})
    for name, characters in rules["classes"].items():
        classes.update({ord(character): LETTERS[name] for character in characters})
    levels = rules["kinsoku"]
    return House(
        classes=classes,
        not_at_start={k: _letters(v["not_at_start"]) for k, v in levels.items()},
        not_at_end={k: _letters(v["not_at_end"]) for k, v in levels.items()},
        cell={LETTERS[name]: width for name, width in rules["cell"].items()},
        half_cell=rules["half_cell"],
        blank={LETTERS[name]: side for name, side in rules["blank"].items()},
        half={
            style: {ord(LETTERS[name]): LETTERS[name].upper() for name in names}
            for style, names in rules["punctuation"].items()
        },
        one_cell_pairs=rules["one_cell_pairs"],
        hanging=rules["hanging"],
        line_end_cut=frozenset(LETTERS[name] for name in rules["line_end_cut"]),
        line_start_cut=frozenset(LETTERS[name] for name in rules["line_start_cut"]),
        shrink=_steps(rules["shrink"], rules["shrink_together"]),
        stretch=_steps(rules["stretch"], []),
        no_even_stretch=_letters(rules["no_even_stretch_beside"]),
        headline=rules["headline"],
        # The longest first: of two terms that begin alike the longer one is meant.
        unbroken=re.compile("|".join(map(re.escape, sorted(rules["unbroken"], key=len)[::-1])))
        if rules["unbroken"]
        else None,
        defaults=rules["defaults"],
    )


def _letters(names: list[str]) -> frozenset[str]:
    """The classes' letters, the half-cell capitals with them."""
    letters = {LETTERS[name] for name in names}
    return frozenset(letters | {letter.upper() for letter in letters & set("ocie")})


def _steps(sites: list[dict[str, Any]], together: list[list[str]]) -> dict[str, tuple[int, float]]:
    """The order of the sites; those that stand together share a step."""
    first = {name: names[0] for names in together for name in names}
    order = list(dict.fromkeys(first.get(s["site"], s["site"]) for s in sites))
    return {
        LETTERS.get(s["site"], s["site"]): (
            order.index(first.get(s["site"], s["site"])),
            float(s["to"] if "to" in s else s["by"]),
        )
        for s in sites
    }
