"""One house's rules: classes, kinsoku levels, widths and priorities, read from its JSON table.

A table is data (CLREQ, GB/T 15834; docs/typography.md explains each member). A newspaper's own
one stands beside its layout and says only what differs from the table that it `extends`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

LETTERS = {
    "OP": "o",
    "CL": "c",
    "STI": "i",
    "STE": "e",
    "MID": "m",
    "SOL": "s",
    "CON": "n",
    "DASH2": "j",
    "ELL2": "z",
    "POST": "p",
    "PRE": "r",
    "ENUM": "u",
    "ITERATION": "k",
    "LATIN_OPEN": "b",
    "LATIN_CLOSE": "a",
    "LATIN_SIGN": "y",
    "LATIN_PRE": "t",
    "LATIN_POST": "f",
}
"""The classes that a house lists. The others: h Han, u any symbol in a full cell, l Latin letter,
d digit, x extends the one before it, and the spaces: “ ” word space, w U+3000, v no-break,
q break of no width, g no-break of no width."""

SPACES = {
    " ": " ",
    "\t": " ",
    "\u3000": "w",
    "\u00a0": "v",
    "\u2007": "v",
    "\u202f": "v",
    "\u200b": "q",
    "\u2060": "g",
    "\ufeff": "g",
    "\u00ad": "g",
}
LEVELS = ("none", "basic", "gb", "strict")
STYLES = ("quanjiao", "kaiming", "banjiao")


class Classes(dict[int, str]):
    """Code point to class letter; what the house does not list follows Unicode."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _unicode_class(chr(code))
        return letter


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
    if category in _BRACKETS:
        opener, closer = "oc" if wide in "WF" else "ba"
        return opener if category in ("Ps", "Pi") else closer
    if wide in "WF":
        return "h" if category[0] == "L" and wide == "W" else "u"
    if category[0] == "L":
        return "l"
    # ① ★ → are full-width in Chinese type, narrow in Latin; Unicode calls them ambiguous.
    return "u" if wide == "A" or category == "So" else "y"


@dataclass(frozen=True, slots=True, eq=False)
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
    avoid_at_start: frozenset[str]
    """Han a balanced line had better not start with; likewise `avoid_at_end`."""
    avoid_at_end: frozenset[str]
    unbroken: re.Pattern[str] | None
    """Names and terms that no line's end parts."""
    defaults: Mapping[str, Any]
    """What a style of this house is set with where it does not say."""


@dataclass(frozen=True, slots=True)
class HouseFault:
    """One thing wrong with a table, at a JSON pointer inside it."""

    pointer: str
    message: str
    hint: str = ""


class HouseError(Exception):
    """A table that cannot be used, with everything that is wrong in it."""

    def __init__(self, faults: Sequence[HouseFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "; ".join(f"{fault.pointer}: {fault.message}" for fault in self.faults)


FOLDER = Path(__file__).parent / "houses"
_OWN: dict[str, House] = {}
"""Newspapers' own tables, by their key."""


def shipped_houses() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def _shipped_rules(name: str) -> dict[str, Any]:
    rules: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rules


@cache
def _shipped(name: str) -> House:
    return _house(_shipped_rules(name))


def load_house(name: str) -> House:
    """A shipped table by name, or one of `own_house`'s by its key."""
    return _OWN.get(name) or _shipped(name)


def is_known(key: str) -> bool:
    """Whether `own_house` has kept a table by this key."""
    return key in _OWN


def own_house(key: str, table: Mapping[str, Any]) -> str:
    """Keep a newspaper's own table for `load_house`; raises `HouseError`.

    >>> own_house("example", {"extends": "newspaper", "cell": {"MID": 1}})
    'example'
    >>> load_house("example").cell["m"], load_house("newspaper").cell["m"]
    (1, 0.5)
    """
    faults = list(faults_in(table))
    if faults:
        raise HouseError(faults)
    rules = _merged(_shipped_rules(table.get("extends", "newspaper")), table)
    _OWN[key] = _house(rules)
    return key


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
        avoid_at_start=frozenset(rules["headline"]["avoid_at_start"]),
        avoid_at_end=frozenset(rules["headline"]["avoid_at_end"]),
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


# What may be wrong with a table

_SITES = ("word_space", "autospace")
_MARKS = ("OP", "CL", "STI", "STE")
_DEFAULTS: dict[str, type | tuple[Any, ...]] = {
    "kinsoku": LEVELS,
    "punctuation": STYLES,
    "line_end": ("half", "needed", "full"),
    "adjacent_pairs": float,
    "autospace": float,
    "autospace_max": float,
    "hanging": bool,
    "orphan_control": bool,
    "keep_number_unit": bool,
    "keep_dates": bool,
    "trim_line_start": bool,
    "trim_first_line_start": bool,
    "shrink_stops": bool,
    "whole_ems": bool,
}


def faults_in(table: object) -> Iterator[HouseFault]:
    """Everything wrong with a newspaper's own table.

    >>> [fault.pointer for fault in faults_in({"cell": {"OPP": 1, "CL": "1"}, "x": 1})]
    ['/cell/OPP', '/cell/CL', '/x']
    """
    if not isinstance(table, Mapping):
        yield HouseFault("", "a house table is an object", "start it with {")
        return
    known = {"$schema", "title", "extends", *_shipped_rules("newspaper")}
    for name, value in table.items():
        at = f"/{name}"
        if name not in known:
            yield HouseFault(at, f"“{name}” is no member of a house table", _one_of(known))
        elif name == "extends":
            if value not in shipped_houses():
                yield HouseFault(at, f"there is no house “{value}”", _one_of(shipped_houses()))
        elif name in ("half_cell", "one_cell_pairs", "hanging"):
            if not isinstance(value, str):
                yield HouseFault(at, "expected the characters as one string")
        elif name == "unbroken":
            yield from _terms(at, value)
        elif name in ("line_end_cut", "line_start_cut"):
            yield from _class_list(at, value, _MARKS)
        elif name == "no_even_stretch_beside":
            yield from _class_list(at, value)
        elif name in ("shrink", "stretch"):
            yield from _site_list(at, value)
        elif name == "shrink_together":
            for number, group in enumerate(value if isinstance(value, list) else [value]):
                yield from _class_list(f"{at}/{number}", group, (*_SITES, *_MARKS))
        elif name not in ("$schema", "title"):
            if isinstance(value, Mapping):
                yield from _members(name, value)
            else:
                yield HouseFault(at, "expected an object")


def _members(name: str, members: Mapping[str, Any]) -> Iterator[HouseFault]:
    seen: dict[str, str] = {}
    for key, value in members.items():
        at = f"/{name}/{key}"
        known: tuple[str, ...] = {
            "kinsoku": LEVELS,
            "punctuation": STYLES,
            "defaults": tuple(_DEFAULTS),
            "headline": ("avoid_at_start", "avoid_at_end"),
            "blank": _MARKS,
        }.get(name, tuple(LETTERS))
        if key not in known:
            yield HouseFault(at, f"“{key}” is not known here", _one_of(known))
        elif name in ("classes", "headline"):
            if not isinstance(value, str):
                yield HouseFault(at, "expected the characters as one string")
                continue
            for character in value if name == "classes" else "":
                if seen.setdefault(character, key) != key:
                    yield HouseFault(at, f"“{character}” stands in {seen[character]} too")
        elif name == "cell":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 2:
                yield HouseFault(at, "expected a width in em, more than 0 and at most 2")
        elif name == "blank":
            if value not in ("left", "right"):
                yield HouseFault(at, "expected “left” or “right”")
        elif name == "punctuation":
            yield from _class_list(at, value, _MARKS)
        elif name == "kinsoku":
            for side in ("not_at_start", "not_at_end"):
                if not isinstance(value, Mapping) or side not in value:
                    yield HouseFault(at, f"“{side}” is missing")
                else:
                    yield from _class_list(f"{at}/{side}", value[side])
        elif not _is_default(value, _DEFAULTS[key]):
            wanted = _DEFAULTS[key]
            kind = _one_of(wanted) if isinstance(wanted, tuple) else wanted.__name__
            yield HouseFault(at, f"{value!r} cannot be the default of “{key}”", kind)


def _is_default(value: object, wanted: type | tuple[Any, ...]) -> bool:
    if isinstance(wanted, tuple):
        return value in wanted
    if wanted is bool:
        return isinstance(value, bool)
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2


def _class_list(
    at: str, value: object, known: tuple[str, ...] = tuple(LETTERS)
) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, "expected a list of classes")
        return
    for number, name in enumerate(value):
        if name not in known:
            yield HouseFault(f"{at}/{number}", f"there is no class “{name}” here", _one_of(known))


def _terms(at: str, value: object) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, "expected a list of names and terms")
        return
    for number, term in enumerate(value):
        if not isinstance(term, str) or not 2 <= len(term) <= LONGEST_TERM:
            wanted = f"expected a name or term of 2 to {LONGEST_TERM} characters"
            yield HouseFault(f"{at}/{number}", wanted, "mark a longer one in the story: {~…~}")


LONGEST_TERM = 12
"""More than a line of a narrow column could only be broken after all."""


def _site_list(at: str, value: object) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, "expected a list of sites")
        return
    for number, site in enumerate(value):
        here = f"{at}/{number}"
        known = (*_SITES, *_MARKS) if at == "/shrink" else _SITES
        if not isinstance(site, Mapping) or site.get("site") not in known:
            yield HouseFault(here, "expected an object with a “site”", _one_of(known))
            continue
        key = "to" if site["site"] in _SITES else "by"
        if set(site) != {"site", key} or not _is_default(site[key], float):
            yield HouseFault(here, f"expected “site” and “{key}”, a length in em")


def _one_of(names: object) -> str:
    assert isinstance(names, tuple | list | set)
    return "one of " + ", ".join(sorted(map(str, names)))
