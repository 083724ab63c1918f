"""Of a face: its em, how many glyphs it has, how wide they are."""

from __future__ import annotations

import struct

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.broken import reading
from infographic.foundation.sfnt.tables import FontTables

LEAST_EM, MOST_EM = 16, 16_384
"""Units of an em (OpenType spec, head)."""
HEAD_MAGIC = 0x5F0F3CF5
MOST_CAP_HEIGHT = 2.0
"""In em; none that was ever drawn comes near."""


def must_have_an_em(font: FontTables) -> bool:
    """Look at `head`; gives whether `loca` has places of four bytes.

    HarfBuzz takes 1000 units for the em where the table is not to its liking.
    """
    with reading(font.file, "head"):
        head = font.get("head")
        major, magic, upem = struct.unpack_from(">H10xI2xH", head)
        loca_format, glyph_format = struct.unpack_from(">hh", head, 50)
    if (major, magic, glyph_format) != (1, HEAD_MAGIC, 0) or loca_format not in (0, 1):
        raise FontError(say("font-broken/unknown", file=font.file, table="head"))
    if not LEAST_EM <= upem <= MOST_EM:
        saying = say(
            "font-broken/em", file=font.file, table="head",
            upem=upem, least=LEAST_EM, most=MOST_EM,
        )  # fmt: skip
        raise FontError(saying)
    return bool(loca_format)


def glyph_count(font: FontTables) -> int:
    """Of `maxp`."""
    with reading(font.file, "maxp"):
        version, count = struct.unpack_from(">IH", font.get("maxp"))
    if version not in (0x00005000, 0x00010000) or not count:
        raise FontError(say("font-broken/unknown", file=font.file, table="maxp"))
    return int(count)


def must_have_widths(font: FontTables, glyphs: int) -> None:
    """Look at `hhea` and `hmtx`: HarfBuzz would give a width of its own to glyphs without one."""
    with reading(font.file, "hhea"):
        major, count = struct.unpack_from(">H32xH", font.get("hhea"))
    if major != 1 or not count:
        raise FontError(say("font-broken/unknown", file=font.file, table="hhea"))
    if len(font.get("hmtx")) < 4 * count + 2 * max(glyphs - count, 0):
        raise FontError(say("font-broken/cut", file=font.file, table="hmtx"))


def must_be_sane(font: FontTables) -> None:
    """Look at what `OS/2` and `post` have, of which a face may do without either."""
    os2, post = font.get("OS/2"), font.get("post")
    if "OS/2" in font.tables and len(os2) < 68:
        raise FontError(say("font-broken/cut", file=font.file, table="OS/2"))
    if "post" in font.tables:
        with reading(font.file, "post"):
            _look_at_glyph_names(post)
    if len(os2) >= 90 and struct.unpack_from(">H", os2)[0] >= 2:
        upem = struct.unpack_from(">H", font.get("head"), 18)[0]
        cap_height = struct.unpack_from(">h", os2, 88)[0]
        if not 0 <= cap_height <= MOST_CAP_HEIGHT * upem:
            raise FontError(say("font-broken/unknown", file=font.file, table="OS/2"))


def must_have_few_names(font: FontTables) -> None:
    """Look at `name`: a hundred kilobytes can hold thousands of names of sixty each."""
    if "name" not in font.tables:
        return
    with reading(font.file, "name"):
        name = font.get("name")
        count = struct.unpack_from(">2xH", name)[0]
        lengths = [struct.unpack_from(">H", name, 6 + 12 * one + 8)[0] for one in range(count)]
    found, bound = sum(lengths), most("font-names")
    if found > bound:
        saying = say(
            "font-large/names", file=font.file, found=found, most=bound, limit="font-names"
        )
        raise FontError(saying)


def _look_at_glyph_names(post: memoryview) -> None:
    """Version 2 has a number for each glyph, and names behind them."""
    if len(post) < 32:
        raise IndexError
    if struct.unpack_from(">I", post)[0] != 0x00020000:
        return
    count = struct.unpack_from(">H", post, 32)[0]
    if 34 + 2 * count > len(post):
        raise IndexError
