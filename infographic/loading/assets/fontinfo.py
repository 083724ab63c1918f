"""What stands in a font file, for `infographic fonts FILE`.

The only place at run time that asks fontTools, which takes 100 ms to import.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import uharfbuzz as hb

from infographic.foundation.diagnostics import FontError
from infographic.foundation.files import shipped
from infographic.foundation.limits import Budget, OverLimitError
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.check import looked_at
from infographic.foundation.sfnt.guard import guard_of
from infographic.foundation.sfnt.tables import faces_in, read_tables

WEIGHTS = {
    100: "Thin",
    200: "ExtraLight",
    300: "Light",
    400: "Regular",
    500: "Medium",
    600: "SemiBold",
    700: "Bold",
    800: "ExtraBold",
    900: "Black",
}
MOST_OF_LICENCE = 1_000
"""Characters."""
LICENCE, LICENCE_ADDRESS = 13, 14
"""Numbers of name records (OpenType spec, name)."""


def describe(path: Path) -> str:
    """Every face of a font file in words. Raises `FontError` for one that cannot be used.

    A face that may not be embedded is described all the same: its words say so.
    """
    count, work = faces_in(path), Budget("collection-bytes")
    return "\n\n".join(_described(path, number, count, work) for number in range(count))


def _described(path: Path, number: int, count: int, work: Budget) -> str:
    """One face, read as a page reads it."""
    from fontTools.ttLib import TTFont

    # What it thinks of a table it would write to the terminal.
    logging.getLogger("fontTools").addHandler(logging.NullHandler())
    tables = read_tables(path, number)
    try:
        work.spend(len(tables.data))
    except OverLimitError as error:
        raise FontError(error.saying) from error
    guard_of(tables, looked_at(tables), hb.Font(hb.Face(tables.data)))
    font = TTFont(io.BytesIO(tables.data), lazy=True)
    try:
        return "\n".join(_face_lines(path, font, number, count))
    # A damaged table makes fontTools fail in whatever way it leads it to.
    except Exception as error:
        saying = say("font-broken/table", file=path.name, reason=plainly(str(error)))
        raise FontError(saying) from error


def plainly(text: str, most: int = 160) -> str:
    """A text of a file's as a terminal may show it: on one line, not long, without what would
    command it.

    >>> plainly("Song\\x1b[2J  Ti" + "!" * 300)[:12], len(plainly("a" * 300))
    ('Song [2J Ti!', 160)
    """
    shown = "".join(one if one.isprintable() else " " for one in text[: 8 * most])
    whole = " ".join(shown.split())
    return whole if len(whole) <= most else whole[: most - 1] + "…"


def _face_lines(path: Path, font: Any, number: int, count: int) -> Iterator[str]:
    face = f", face {number} of {count} (counted from 0)" if count > 1 else ""
    yield f"{path.name}{face}"
    for label, words in _facts(font):
        yield f"  {label:<14}{words}"


def _facts(font: Any) -> Iterator[tuple[str, str]]:
    from fontTools.ttLib import newTable

    # A face may do without either.
    names, os2 = font.get("name") or newTable("name"), font.get("OS/2")
    names.names = getattr(names, "names", [])
    characters = frozenset(font.getBestCmap() or {})
    yield "family", plainly(names.getBestFamilyName() or "(none)")
    yield "style", plainly(names.getBestSubFamilyName() or "(none)")
    yield "PostScript", plainly(names.getDebugName(6) or "(none)")
    weight = os2.usWeightClass if os2 else 400
    yield "weight", f"{weight} {WEIGHTS.get(weight, '')}".strip()
    yield "outlines", _outlines(font)
    yield "glyphs", f"{len(font.getGlyphOrder())} for {len(characters)} characters"
    yield "Han", _han(characters)
    if "fvar" in font:
        for axis in font["fvar"].axes:
            low, usual, high = axis.minValue, axis.defaultValue, axis.maxValue
            yield "axis", f"{plainly(axis.axisTag)} from {low:g} to {high:g}, {usual:g} unless set"
    yield "figures", _figures(font)
    yield "embedding", embedding(os2.fsType if os2 else 0)
    licence = names.getDebugName(LICENCE) or names.getDebugName(LICENCE_ADDRESS)
    yield "licence", plainly(licence, MOST_OF_LICENCE) if licence else "not stated in the file"


def _outlines(font: Any) -> str:
    for table, words in (("CFF2", "CFF2"), ("CFF ", "CFF"), ("glyf", "TrueType (glyf)")):
        if table in font:
            return words
    return "none"


def _han(characters: frozenset[int]) -> str:
    parts = []
    for name, wanted in (("GB2312", gb2312()), ("通用规范汉字", table_of_2013())):
        if wanted:
            parts.append(f"{len(wanted & characters)} of the {len(wanted)} of {name}")
    return ", ".join(parts)


@cache
def gb2312() -> frozenset[int]:
    """The 6763 Han of GB/T 2312-1980: rows 16 to 87."""
    pairs = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return frozenset(map(ord, filter(None, (p.decode("gb2312", "ignore") for p in pairs))))


@cache
def table_of_2013() -> frozenset[int]:
    """The 8105 of 通用规范汉字表, where the list is there."""
    path = shipped("fonts") / "characters" / "8105.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(ord(c) for line in lines if not line.startswith("#") for c in line.strip())


def _figures(font: Any) -> str:
    cmap, advances = font.getBestCmap() or {}, font["hmtx"]
    widths = {advances[cmap[ord(digit)]][0] for digit in "0123456789" if ord(digit) in cmap}
    features = {
        record.FeatureTag
        for table in ("GSUB", "GPOS")
        if table in font and font[table].table.FeatureList
        for record in font[table].table.FeatureList.FeatureRecord
    }
    own = "none" if not widths else "all of one width" if len(widths) == 1 else "of several widths"
    tabular = "tabular ones by “tnum”" if "tnum" in features else "no feature “tnum”"
    return f"{own}, {tabular}"


def embedding(fs_type: int) -> str:
    """OS/2 fsType in words (OpenType spec, OS/2).

    >>> embedding(0)
    'allowed, without limits (fsType 0)'
    """
    if fs_type & 0x000F == 0x0002:
        words = "forbidden: it cannot be used here"
    elif fs_type & 0x0200:
        words = "bitmaps only: it cannot be used here"
    elif fs_type & 0x0008:
        words = "allowed, in documents that may be edited"
    elif fs_type & 0x0004:
        words = "allowed, in documents to be viewed and printed"
    else:
        words = "allowed, without limits"
    if fs_type & 0x0100:
        words += "; the maker forbids subsets, which is how it would be embedded"
    return f"{words} (fsType {fs_type})"
