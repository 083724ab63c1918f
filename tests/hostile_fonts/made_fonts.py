"""Font files that ask for something no font asks for, made of the square fonts.

What is expected of each is the code that refuses it and the table that is named; None where it
draws as it is, since nothing in it harms.
"""

from __future__ import annotations

import io
import struct
from collections.abc import Callable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from font_mutations import Tables, cut, patched, replaced, taken_apart, without
from fontTools.cffLib import SubrsIndex
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from fontTools.misc.psCharStrings import T2CharString
from fontTools.ttLib import TTFont, newTable
from fontTools.ttLib.tables import otTables
from fontTools.varLib.builder import buildVarData, buildVarRegionList, buildVarStore

FONTS = Path(__file__).resolve().parents[1] / "fonts"
LETTER = 0x42
"""The number of the glyph for “a” in the square fonts."""


@cache
def whole(name: str) -> Tables:
    return taken_apart((FONTS / name).read_bytes())


# Characters


def characters(*groups: tuple[int, int, int], count: int = -1, kind: int = 12) -> bytes:
    """A `cmap` of groups: first and last character, first glyph. `count`: how many it says."""
    body = b"".join(struct.pack(">III", *group) for group in groups)
    length = len(groups) if count < 0 else count
    head = struct.pack(">HHIII", kind, 0, 16 + len(body), 0, length)
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + body


def many_variations(selectors: int, rows: int) -> bytes:
    """A `cmap` in which all selectors share one table of ranges of 256 characters."""
    plain = characters((0x61, 0x7A, LETTER))[12:]
    at = 10 + 11 * selectors
    records = b"".join(
        struct.pack(">I", one)[1:] + struct.pack(">II", at, 0) for one in range(selectors)
    )
    ranges = b"".join(struct.pack(">I", one * 256)[1:] + b"\xff" for one in range(rows))
    variations = struct.pack(">HII", 14, at + 4 + len(ranges), selectors) + records
    variations += struct.pack(">I", rows) + ranges
    head = struct.pack(">HHHHIHHI", 0, 2, 0, 5, 20, 3, 10, 20 + len(variations))
    return head + variations + plain


# TrueType outlines


def with_glyph(glyph: int, data: bytes, tables: Tables) -> Tables:
    """Another outline for one glyph, in a file that is in order but for that."""
    count = struct.unpack_from(">4xH", tables["maxp"])[0]
    is_long = tables["head"][51]
    places = struct.unpack(f">{count + 1}{'I' if is_long else 'H'}", tables["loca"])
    places = tuple(place * (1 if is_long else 2) for place in places)
    data += bytes(-len(data) % 4)
    start, end = places[glyph : glyph + 2]
    longer = len(data) - (end - start)
    moved = [place if one <= glyph else place + longer for one, place in enumerate(places)]
    head = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    glyf = tables["glyf"][:start] + data + tables["glyf"][end:]
    return {**tables, "glyf": glyf, "loca": struct.pack(f">{count + 1}I", *moved), "head": head}


def made_of(*parts: int) -> bytes:
    """A glyph of others."""
    head = struct.pack(">5h", -1, 0, -120, 1000, 880)
    more = [0x20] * (len(parts) - 1) + [0]
    return head + b"".join(
        struct.pack(">HHbb", 2 | flag, part, 0, 0) for part, flag in zip(parts, more, strict=True)
    )


def tower(levels: int, times: int) -> Tables:
    """“a” is so many times the next letter, that one the next but one, and so on."""
    tables = whole("square.ttf")
    for glyph in range(LETTER, LETTER + levels):
        tables = with_glyph(glyph, made_of(*[glyph + 1] * times), tables)
    return tables


def swapped_places() -> Tables:
    tables = with_glyph(LETTER, made_of(LETTER + 1), whole("square.ttf"))
    loca = tables["loca"]
    at = 4 * LETTER
    return {
        **tables,
        "loca": loca[:at] + loca[at + 4 : at + 8] + loca[at : at + 4] + loca[at + 8 :],
    }


# Rules for shaping


def ruled(text: str) -> Tables:
    """The square font with other features, in the language of Adobe's feature files."""
    font, file = TTFont(FONTS / "square.ttf"), io.BytesIO()
    for tag in ("GSUB", "GPOS"):
        del font[tag]
    addOpenTypeFeaturesFromString(font, text)
    font.save(file)
    return taken_apart(file.getvalue())


def doubling(times: int) -> str:
    names = [f"d{number}" for number in range(times)]
    lookups = "".join(f"lookup {name} {{ sub a by a a; }} {name};" for name in names)
    return f"{lookups} feature liga {{ {''.join(f'lookup {name};' for name in names)} }} liga;"


def nested(levels: int) -> str:
    """Rules that apply rules that apply rules: three each."""
    text = "lookup x { sub a by b; } x; lookup y0 { sub a' lookup x a; } y0;"
    for level in range(1, levels):
        calls = f"a' lookup y{level - 1} " * 3
        text += f"lookup y{level} {{ sub {calls} a; }} y{level};"
    return f"{text} feature liga {{ lookup y{levels - 1}; }} liga;"


# Variable widths


def widening() -> Tables:
    """The variable font, its glyphs 100 units wider at the heaviest."""
    font, file = TTFont(FONTS / "variable.ttf"), io.BytesIO()
    count = font["maxp"].numGlyphs
    regions = buildVarRegionList([{"wght": (0, 1, 1)}], ["wght"])
    store = buildVarStore(regions, [buildVarData([0], [[100]] * count, optimize=False)])
    table = font["HVAR"] = newTable("HVAR")
    table.table = otTables.HVAR()
    table.table.Version, table.table.VarStore = 0x00010000, store
    table.table.AdvWidthMap = table.table.LsbMap = table.table.RsbMap = None
    font.save(file)
    return taken_apart(file.getvalue())


# CFF outlines


def programmed(program: Sequence[object], *subroutines: Sequence[object]) -> Tables:
    """The square CFF font with another program for “a”, and subroutines."""
    # fontTools would follow the programs to measure them.
    font, file = TTFont(FONTS / "square.otf", recalcBBoxes=False), io.BytesIO()
    top = font["CFF "].cff.topDictIndex[0]
    private = top.Private
    private.Subrs = SubrsIndex()
    for one in subroutines:
        private.Subrs.append(_charstring(one, private, top.GlobalSubrs))
    letter: Any = top.CharStrings["uni0061"]
    letter.decompile()
    letter.program = list(program)
    font.save(file)
    return taken_apart(file.getvalue())


def _charstring(program: Sequence[object], private: Any, global_subroutines: Any) -> Any:
    return T2CharString(program=list(program), private=private, globalSubrs=global_subroutines)


FIRST = -107
"""The number by which the first of few subroutines is called (Adobe TN 5176, 16)."""
LINES = [0, 0, "rmoveto", *[1, 1, "rlineto"] * 30_000, "endchar"]


def calls(levels: int, times: int) -> Tables:
    subroutines: list[list[object]] = [
        [*[FIRST + level + 1, "callsubr"] * times, "return"] for level in range(levels)
    ]
    program = [0, 0, "rmoveto", FIRST, "callsubr", "endchar"]
    return programmed(program, *subroutines, [1, 1, "rlineto", "return"])


# Names


def names(count: int, length: int) -> bytes:
    """A `name` in which many names share their letters."""
    records = b"".join(
        struct.pack(">6H", 3, 1, 0x409, number, length, 0) for number in range(count)
    )
    return struct.pack(">HHH", 0, count, 6 + len(records)) + records + b"\0A" * (length // 2)


def of(name: str, change: Callable[[Tables], Tables]) -> Callable[[], Tables]:
    return lambda: change(whole(name))


TRUETYPE, COMPACT, VARIABLE = "square.ttf", "square.otf", "variable.ttf"
HOLDS_ITSELF = [FIRST, "callsubr", "endchar"]
MADE: dict[str, tuple[Callable[[], Tables], str | None, str]] = {
    "an em of no units": (of(TRUETYPE, patched("head", 18, ">H", 0)), "font-broken/em", "head"),
    "an em of a unit": (of(TRUETYPE, patched("head", 18, ">H", 1)), "font-broken/em", "head"),
    "an em of 65535": (of(TRUETYPE, patched("head", 18, ">H", 65535)), "font-broken/em", "head"),
    "another magic": (of(TRUETYPE, patched("head", 12, ">I", 1)), "font-broken/unknown", "head"),
    "no format of places": (
        of(TRUETYPE, patched("head", 50, ">h", 7)), "font-broken/unknown", "head",
    ),
    "the other format of places": (
        of(TRUETYPE, patched("head", 50, ">h", 1)), "font-broken/cut", "loca",
    ),
    "places that run backwards": (swapped_places, "font-broken/order", "loca"),
    "half of the places": (of(TRUETYPE, cut("loca", 0.5)), "font-broken/cut", "loca"),
    "half of the outlines": (of(TRUETYPE, cut("glyf", 0.5)), "font-broken/cut", "glyf"),
    "a glyph of itself": (
        lambda: with_glyph(LETTER, made_of(LETTER), whole(TRUETYPE)), "font-broken/itself", "glyf",
    ),
    "a glyph of one of itself": (
        lambda: with_glyph(LETTER + 1, made_of(LETTER), tower(1, 1)), "font-broken/itself", "glyf",
    ),
    "a glyph of 4096": (lambda: tower(12, 2), "font-large/points", "glyf"),
    "a glyph of a million": (lambda: tower(16, 4), "font-large/points", "glyf"),
    "parts of parts": (lambda: tower(20, 1), "font-large/depth", "glyf"),
    "a glyph of none": (
        lambda: with_glyph(LETTER, made_of(60_000), whole(TRUETYPE)), "font-broken/glyph", "glyf",
    ),
    "a glyph cut short": (
        lambda: with_glyph(LETTER, made_of(LETTER + 1)[:12], whole(TRUETYPE)),
        "font-broken/glyph", "glyf",
    ),
    "too many contours": (
        lambda: with_glyph(LETTER, struct.pack(">5h", 32767, 0, 0, 1, 1), whole(TRUETYPE)),
        "font-broken/glyph", "glyf",
    ),
    "half of the widths": (of(TRUETYPE, cut("hmtx", 0.5)), "font-broken/cut", "hmtx"),
    "no widths": (of(TRUETYPE, patched("hhea", 34, ">H", 0)), "font-broken/unknown", "hhea"),
    "too many widths": (of(TRUETYPE, patched("hhea", 34, ">H", 65535)), "font-broken/cut", "hmtx"),
    "widths of 65 em": (
        of(TRUETYPE, patched("hmtx", 0, ">100H", *[65535] * 100)), "font-broken/far", "hmtx",
    ),
    "too many glyphs": (of(TRUETYPE, patched("maxp", 4, ">H", 65535)), "font-broken/cut", "hmtx"),
    "no glyphs": (of(TRUETYPE, patched("maxp", 4, ">H", 0)), "font-broken/unknown", "maxp"),
    "fewer glyphs than it maps": (
        of(TRUETYPE, patched("maxp", 4, ">H", 5)), "font-broken/glyph", "glyf",
    ),
    "a group of 4 G characters": (
        of(TRUETYPE, replaced("cmap", characters((0, 0xFFFFFFFF, 0)))), "font-broken/order", "cmap",
    ),
    "groups over one another": (
        of(TRUETYPE, replaced("cmap", characters(*[(0, 0x10FFFF, 0)] * 1000))),
        "font-broken/order", "cmap",
    ),
    "more groups than there are": (
        of(TRUETYPE, replaced("cmap", characters((65, 65, 1), count=0xFFFFFFFF))),
        "font-broken/cut", "cmap",
    ),
    "a glyph for all of Unicode": (
        of(TRUETYPE, replaced("cmap", characters((0, 0x10FFFF, LETTER), kind=13))),
        "font-large/characters", "cmap",
    ),
    "variations that are shared": (
        of(TRUETYPE, replaced("cmap", many_variations(3000, 300))), "font-large/characters", "cmap",
    ),
    "no characters": (of(TRUETYPE, without("cmap")), "font-broken/missing", "cmap"),
    "no header": (of(TRUETYPE, without("hhea")), "font-broken/missing", "hhea"),
    "a part of OS/2": (of(TRUETYPE, cut("OS/2", 20)), "font-broken/cut", "OS/2"),
    "no OS/2": (of(TRUETYPE, without("OS/2")), None, ""),
    "no names": (of(TRUETYPE, without("name")), None, ""),
    "nothing for columns": (of(TRUETYPE, without("vhea", "vmtx")), None, ""),
    "a broken vhea": (of(TRUETYPE, replaced("vhea", b"\xff" * 9)), None, ""),
    "names without their table": (
        of(TRUETYPE, patched("post", 0, ">I", 0x20000)), "font-broken/cut", "post",
    ),
    "thousands of long names": (
        of(TRUETYPE, replaced("name", names(5_000, 60_000))), "font-large/names", "name",
    ),
    "a name of 30,000 letters": (of(TRUETYPE, replaced("name", names(7, 60_000))), None, ""),
    "a rule that doubles": (lambda: ruled(doubling(30)), "font-large/glyphs", "GSUB"),
    "a rule that makes 3000": (
        lambda: ruled(f"feature liga {{ sub a by {'b ' * 3000}; }} liga;"),
        "font-large/sequence", "GSUB",
    ),
    "rules of rules of rules": (lambda: ruled(nested(40)), None, ""),
    "a letter 32 em wide": (
        lambda: ruled("feature kern { pos a <0 0 32000 0>; } kern;"), "font-broken/far", "GPOS",
    ),
    "a letter 5 em backwards": (
        lambda: ruled("feature kern { pos a <0 0 -6000 0>; } kern;"), "font-broken/far", "GPOS",
    ),
    "a rule outside its table": (
        of(TRUETYPE, patched("GSUB", 8, ">H", 0xFFFF)), "font-broken/cut", "GSUB",
    ),
    "classes outside their table": (
        of(TRUETYPE, replaced("GDEF", struct.pack(">6H", 1, 0, 60, 0, 0, 0))),
        "font-broken/cut", "GDEF",
    ),
    "axes from high to low": (
        of(VARIABLE, patched("fvar", 20, ">3i", 1 << 30, 0, -(1 << 30))),
        "font-broken/unknown", "fvar",
    ),
    "65535 axes": (
        of(VARIABLE, patched("fvar", 8, ">H", 65535)), "font-broken/unknown", "fvar",
    ),
    "an axis that is no text": (
        of(VARIABLE, patched("fvar", 16, ">4s", b"\x80\xff\0!")), "font-broken/unknown", "fvar",
    ),
    "half of the movements": (of(VARIABLE, cut("gvar", 0.5)), "font-broken/cut", "gvar"),
    "movements of one glyph": (
        of(VARIABLE, patched("gvar", 12, ">H", 1)), "font-broken/unknown", "gvar",
    ),
    "widths that vary": (widening, None, ""),
    "half of the widths that vary": (
        lambda: cut("HVAR", 0.5)(widening()), "font-broken/cut", "HVAR",
    ),
    "widths that vary by other axes": (
        lambda: patched("HVAR", 32, ">H", 9)(widening()), "font-broken/unknown", "HVAR",
    ),
    "half of CFF": (of(COMPACT, cut("CFF ", 0.5)), "font-broken/glyph", "CFF"),
    "no CFF at all": (of(COMPACT, replaced("CFF ", b"\xff" * 99)), "font-broken/glyph", "CFF"),
    "a program that calls itself": (
        lambda: programmed(HOLDS_ITSELF, [FIRST, "callsubr", "return"]), "font-broken/glyph", "CFF",
    ),
    "a program that calls 20 to the 9": (lambda: calls(9, 20), "font-broken/glyph", "CFF"),
    "a program of 30,000 lines": (lambda: programmed(LINES), "font-large/points", "CFF"),
    "a program that calls none": (
        lambda: programmed([500, "callsubr", "endchar"]), "font-broken/glyph", "CFF",
    ),
}  # fmt: skip
"""By their names: how each is made, how it is refused, and which table is named."""
