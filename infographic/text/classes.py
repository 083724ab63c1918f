"""What each character is to a compositor, and the house's rules about it.

Every character becomes one letter, so that a whole paragraph is classified by `str.translate`
and searched by regular expressions. A capital O C I E is a mark set in half a cell, with no
blank left to trim. The rules are data: houses/NAME.json (CLREQ, GB/T 15834; see
docs on each key in `House`).
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

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
    "ITERATION": "k",
    "LATIN_OPEN": "b",
    "LATIN_CLOSE": "a",
    "LATIN_SIGN": "y",
}
"""The classes that a house lists. The others: h Han, u symbol in a full cell, l Latin letter,
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
LATIN = frozenset("ldaby")
"""Letters of the classes that stand in Latin words."""
SPACED = frozenset("ld")
"""Of these, the ones that a Han keeps its distance from."""
HAN = frozenset("hk")
MARKS = frozenset("ociemsnOCIE")
"""Chinese punctuation with a cell of its own."""


class _Classes(dict[int, str]):
    """Code point to class letter; what the house does not list follows Unicode."""

    def __missing__(self, code: int) -> str:
        letter = self[code] = _unicode_class(chr(code))
        return letter


def _unicode_class(character: str) -> str:
    category = unicodedata.category(character)
    if character in "%‰°′″":
        return "d"  # half-width and after a number: set as its last digit (clreq#630)
    if category[0] == "M" or category == "Cf":
        return "x"
    if category[0] == "Z" or category == "Cc":
        return " "
    wide = unicodedata.east_asian_width(character)
    if category == "Nd" and wide != "F":
        return "d" if character.isascii() else "l"
    if wide in "WF":
        return "h" if category[0] == "L" and wide == "W" else "u"
    if category[0] == "L":
        return "l"
    # ① ★ → are full-width in Chinese type, narrow in Latin; Unicode calls them ambiguous.
    return "u" if wide == "A" or category == "So" else "y"


@dataclass(frozen=True, slots=True, eq=False)
class House:
    """One house's rules, as in houses/NAME.json, with classes as letters. In em."""

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
    pair_cut: float
    """What a pair of marks loses where a blank lies between them (1.5 em a pair)."""
    one_cell_pairs: str
    """？！: two of these in a row share one cell (GB/T 15834, 5.1.2)."""
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


@cache
def load_house(name: str) -> House:
    """Read houses/NAME.json."""
    path = Path(__file__).parent / "houses" / f"{name}.json"
    rules = json.loads(path.read_text(encoding="utf-8"))
    classes = _Classes({ord(character): letter for character, letter in SPACES.items()})
    for name_, characters in rules["classes"].items():
        classes.update({ord(character): LETTERS[name_] for character in characters})
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
        pair_cut=rules["pair_cut"],
        one_cell_pairs=rules["one_cell_pairs"],
        line_end_cut=frozenset(LETTERS[name] for name in rules["line_end_cut"]),
        line_start_cut=frozenset(LETTERS[name] for name in rules["line_start_cut"]),
        shrink=_steps(rules["shrink"], rules["shrink_together"]),
        stretch=_steps(rules["stretch"], []),
        no_even_stretch=_letters(rules["no_even_stretch_beside"]),
        avoid_at_start=frozenset(rules["headline"]["avoid_at_start"]),
        avoid_at_end=frozenset(rules["headline"]["avoid_at_end"]),
    )


def _letters(names: list[str]) -> frozenset[str]:
    """The classes' letters, the half-cell capitals with them."""
    letters = {LETTERS[name] for name in names}
    return frozenset(letters | {letter.upper() for letter in letters & set("ocie")})


def _steps(
    sites: list[dict[str, object]], together: list[list[str]]
) -> dict[str, tuple[int, float]]:
    """The order of the sites; those that stand together share a step."""
    first = {name: names[0] for names in together for name in names}
    order = list(dict.fromkeys(first.get(str(s["site"]), str(s["site"])) for s in sites))
    steps = {}
    for site in sites:
        name = str(site["site"])
        amount = float(str(site.get("to", site.get("by"))))
        steps[LETTERS.get(name, name)] = (order.index(first.get(name, name)), amount)
    return steps


_AMBIGUOUS = re.compile("[“”‘’—…⋯–·・‧•/？！]")
_LETTER = "A-Za-z\u00c0-\u024f\u0370-\u03ff\u0400-\u04ff"
_APOSTROPHE = re.compile(f"(?<=[{_LETTER}])’(?=[{_LETTER}])")
_QUOTES = {"“": "b", "‘": "b", "”": "a", "’": "a"}


def classify(text: str, house: House, punctuation: str, language: str = "zh-Hans") -> str:
    """One class letter for each character, ambiguous ones settled by their neighbours.

    >>> classify("共“2300”个，it’s A/B。", load_house("newspaper"), "quanjiao")
    'hoddddchillll lyle'
    """
    letters = text.translate(house.classes)
    if _AMBIGUOUS.search(text):
        settled = list(letters)
        _settle_quotes(text, letters, settled, language)
        _settle_dashes(text, letters, settled)
        _settle_pairs(text, settled, house.one_cell_pairs)
        letters = "".join(settled)
    half = house.half[punctuation]
    return letters.translate(half) if half else letters


def _settle_quotes(text: str, letters: str, settled: list[str], language: str) -> None:
    # Among Han, curly quotes are Chinese and fill a cell, even round a Latin word (clreq#534).
    is_chinese = language.startswith(("zh", "ja")) and ("h" in letters or "l" not in letters)
    if not is_chinese:
        for at, character in enumerate(text):
            if character in _QUOTES:
                settled[at] = _QUOTES[character]
    if "’" in text:
        for match in _APOSTROPHE.finditer(text):
            settled[match.start()] = "l"


_SINGLE = re.compile("[—…⋯–·・‧•/]+")
_IN_LATIN = frozenset("ld")


def _settle_dashes(text: str, letters: str, settled: list[str]) -> None:
    """Single — … – · / belong to Latin between Latin neighbours, to Chinese elsewhere."""
    last = len(text) - 1
    for match in _SINGLE.finditer(text):
        at, end = match.span()
        before = letters[at - 1] if at else ""
        after = letters[end] if end <= last else ""
        character = text[at]
        if end - at > 1:
            continue
        between_letters = before == after == "l"
        between_latin = before in LATIN and after in LATIN and bool(before and after)
        if character == "/":
            is_spaced = before in ("", " ") or after in ("", " ")
            settled[at] = "y" if between_latin or is_spaced else "s"
        elif character == "—":
            # 2010—2020 is a Chinese connector (GB/T 15834, 4.13); word—word is English.
            settled[at] = "y" if between_letters else "n"
        elif character in "–":
            settled[at] = "y" if between_letters else "n"
        elif character in "…⋯":
            settled[at] = "y" if between_latin else "z"
        elif before in HAN and after in HAN:
            settled[at] = "m"
        else:
            settled[at] = "y" if between_letters else "m" if character == "·" else "u"


def _settle_pairs(text: str, settled: list[str], shared: str) -> None:
    """Marks that share a cell two by two become half marks; a third keeps its own cell."""
    at = 0
    while at < len(text) - 1:
        if text[at] in shared and text[at + 1] in shared:
            settled[at] = settled[at + 1] = "E"
            at += 1
        at += 1
