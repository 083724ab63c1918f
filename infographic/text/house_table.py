"""A house's JSON table: the names in it, the shipped ones, and what may be wrong with one.

A table is data (CLREQ, GB/T 15834; docs/typography.md explains each member). A newspaper's own
one stands beside its layout and says only what differs from the table that it `extends`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, say

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

LEVELS = ("none", "basic", "gb", "strict")
STYLES = ("quanjiao", "kaiming", "banjiao")


@record
class HouseFault:
    """One thing wrong with a table, at a JSON pointer inside it."""

    pointer: str
    saying: Saying
    mend: Saying | None = None


class HouseError(Exception):
    """A table that cannot be used, with everything that is wrong in it."""

    def __init__(self, faults: Sequence[HouseFault]) -> None:
        self.faults = tuple(faults)
        super().__init__(self.faults)

    def __str__(self) -> str:
        return "; ".join(f"{fault.pointer}: {fault.saying}" for fault in self.faults)


FOLDER = Path(__file__).parent / "houses"


def shipped_houses() -> list[str]:
    return sorted(path.stem for path in FOLDER.glob("*.json"))


@cache
def shipped_rules(name: str) -> dict[str, Any]:
    rules: dict[str, Any] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return rules


@cache
def shipped_phrases() -> dict[str, Any]:
    """The rules for phrases in balanced lines that a house may change: data/phrases.json."""
    file = Path(__file__).parent / "data" / "phrases.json"
    rules: dict[str, Any] = json.loads(file.read_text(encoding="utf-8"))
    return rules


_SITES = ("word_space", "autospace")
_MARKS = ("OP", "CL", "STI", "STE")
_DEFAULTS: dict[str, type | tuple[Any, ...]] = {
    "kinsoku": LEVELS,
    "punctuation": STYLES,
    "line_end": ("half", "needed", "full"),
    "adjacent_pairs": float,
    "autospace": float,
    "autospace_max": float,
    "marks_keep_close": bool,
    "hanging": bool,
    "orphan_control": bool,
    "keep_number_unit": (True, False, "forbid"),
    "keep_dates": (True, False, "forbid"),
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
        yield HouseFault("", say("house-table/form"))
        return
    known = {"$schema", "title", "extends", *shipped_rules("newspaper")}
    for name, value in table.items():
        at = f"/{name}"
        if name not in known:
            yield HouseFault(at, say("house-table/member", name=name), _one_of(known))
        elif name == "extends":
            if value not in shipped_houses():
                saying = say("house-table/extends", name=str(value))
                yield HouseFault(at, saying, _one_of(shipped_houses()))
        elif name in ("half_cell", "one_cell_pairs", "hanging"):
            if not isinstance(value, str):
                yield HouseFault(at, say("house-table/characters"))
        elif name == "unbroken":
            yield from _terms(at, value)
        elif name == "headline" and isinstance(value, Mapping):
            yield from _phrase_faults(value)
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
                yield HouseFault(at, say("house-table/object"))


def _members(name: str, members: Mapping[str, Any]) -> Iterator[HouseFault]:
    seen: dict[str, str] = {}
    for key, value in members.items():
        at = f"/{name}/{key}"
        known: tuple[str, ...] = {
            "kinsoku": LEVELS,
            "punctuation": STYLES,
            "defaults": tuple(_DEFAULTS),
            "blank": _MARKS,
        }.get(name, tuple(LETTERS))
        if key not in known:
            yield HouseFault(at, say("house-table/key", key=key), _one_of(known))
        elif name == "classes":
            if not isinstance(value, str):
                yield HouseFault(at, say("house-table/characters"))
                continue
            for character in value:
                if seen.setdefault(character, key) != key:
                    saying = say("house-table/twice", character=character, other=seen[character])
                    yield HouseFault(at, saying)
        elif name == "cell":
            if isinstance(value, bool) or not isinstance(value, int | float) or not 0 < value <= 2:
                yield HouseFault(at, say("house-table/cell"))
        elif name == "blank":
            if value not in ("left", "right"):
                yield HouseFault(at, say("house-table/blank"))
        elif name == "punctuation":
            yield from _class_list(at, value, _MARKS)
        elif name == "kinsoku":
            for side in ("not_at_start", "not_at_end"):
                if not isinstance(value, Mapping) or side not in value:
                    yield HouseFault(at, say("house-table/missing", side=side))
                else:
                    yield from _class_list(f"{at}/{side}", value[side])
        elif not _is_default(value, _DEFAULTS[key]):
            saying = say("house-table/default", value=repr(value), key=key)
            yield HouseFault(at, saying, _wanted(_DEFAULTS[key]))


def _is_default(value: object, wanted: type | tuple[Any, ...]) -> bool:
    if isinstance(wanted, tuple):
        return value in wanted
    if wanted is bool:
        return isinstance(value, bool)
    return isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 2


def _wanted(kind: type | tuple[Any, ...]) -> Saying:
    if isinstance(kind, tuple):
        return _one_of(kind)
    if kind is bool:
        return say("phrase/true-or-false")
    return say("phrase/from-to", kind=say("phrase/number"), low=0, high=2)


def _class_list(
    at: str, value: object, known: tuple[str, ...] = tuple(LETTERS)
) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, say("house-table/classes"))
        return
    for number, name in enumerate(value):
        if name not in known:
            saying = say("house-table/class", name=str(name))
            yield HouseFault(f"{at}/{number}", saying, _one_of(known))


KINDS = "nstvgadpcumqfrbihlx"
"""Of words, as in `segment.Word`."""
MOST_COST = 200


def _phrase_faults(members: Mapping[str, Any]) -> Iterator[HouseFault]:
    """What is wrong with a table's rules for phrases in balanced lines."""
    rules = shipped_phrases()
    for name, value in members.items():
        at = f"/headline/{name}"
        shipped = rules.get(name)
        if shipped is None:
            yield HouseFault(at, say("house-table/key", key=name), _one_of(set(rules)))
        elif isinstance(shipped, str):
            if not isinstance(value, str):
                yield HouseFault(at, say("house-table/characters"))
        elif not isinstance(shipped, Mapping):
            if not _is_cost(value):
                yield HouseFault(at, say("house-table/cost", least=-MOST_COST, most=MOST_COST))
        elif not isinstance(value, Mapping):
            yield HouseFault(at, say("house-table/object"))
        elif name == "joints":
            yield from _joint_faults(at, value)
        else:
            for kind, words in value.items():
                if kind not in shipped:
                    saying = say("house-table/key", key=kind)
                    yield HouseFault(f"{at}/{kind}", saying, _one_of(set(shipped)))
                elif not isinstance(words, str):
                    yield HouseFault(f"{at}/{kind}", say("house-table/words"))


def _joint_faults(at: str, joints: Mapping[str, Any]) -> Iterator[HouseFault]:
    for pair, cost in joints.items():
        if len(pair) != 2 or pair == "**" or not set(pair) <= {*KINDS, "*"}:
            yield HouseFault(f"{at}/{pair}", say("house-table/joint", pair=pair, kinds=KINDS))
        elif not _is_cost(cost):
            yield HouseFault(
                f"{at}/{pair}", say("house-table/cost", least=-MOST_COST, most=MOST_COST)
            )


def _is_cost(value: object) -> bool:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    return -MOST_COST <= value <= MOST_COST


def _terms(at: str, value: object) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, say("house-table/terms"))
        return
    for number, term in enumerate(value):
        if not isinstance(term, str) or not 2 <= len(term) <= LONGEST_TERM:
            yield HouseFault(f"{at}/{number}", say("house-table/term", most=LONGEST_TERM))


LONGEST_TERM = 12
"""More than a line of a narrow column could only be broken after all."""


def _site_list(at: str, value: object) -> Iterator[HouseFault]:
    if not isinstance(value, list):
        yield HouseFault(at, say("house-table/sites"))
        return
    for number, site in enumerate(value):
        here = f"{at}/{number}"
        known = (*_SITES, *_MARKS) if at == "/shrink" else _SITES
        if not isinstance(site, Mapping) or site.get("site") not in known:
            yield HouseFault(here, say("house-table/site"), _one_of(known))
            continue
        key = "to" if site["site"] in _SITES else "by"
        if set(site) != {"site", key} or not _is_default(site[key], float):
            yield HouseFault(here, say("house-table/site-length", key=key))


def _one_of(names: object) -> Saying:
    assert isinstance(names, tuple | list | set)
    return say("mend/one-of", choices=sorted(map(str, names)))
