"""A user's face, looked at before anything else reads it."""

from __future__ import annotations

from infographic.foundation.diagnostics import FontError
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.characters import must_lead_to_glyphs
from infographic.foundation.sfnt.glyphs import Outlines, places_of_glyphs
from infographic.foundation.sfnt.metrics import (
    glyph_count,
    must_be_sane,
    must_have_an_em,
    must_have_few_names,
    must_have_widths,
)
from infographic.foundation.sfnt.rules import must_be_rules
from infographic.foundation.sfnt.tables import FontTables
from infographic.foundation.sfnt.variations import must_vary

PICTURE_TABLES = {"CBDT", "EBDT", "sbix", "SVG "}
"""Tables that hold characters as pictures (OpenType spec)."""
NEEDED = ("cmap", "head", "hhea", "hmtx", "maxp")


def looked_at(font: FontTables) -> Outlines | None:
    """The TrueType outlines of a face, if it has such.

    Raises `FontError` for what is wrong in its tables: all that does not hang on a single glyph.
    """
    has_outlines = "CFF2" in font.tables or "CFF " in font.tables or _has_glyf(font)
    if not has_outlines and (pictures := sorted(font.tables.keys() & PICTURE_TABLES)):
        raise FontError(say("font-pictures", file=font.file, tables=pictures))
    for tag in (*NEEDED, *(() if has_outlines else ("glyf",))):
        if tag not in font.tables:
            raise FontError(say("font-broken/missing", file=font.file, table=tag))
    are_long = must_have_an_em(font)
    count = glyph_count(font)
    must_have_widths(font, count)
    must_be_sane(font)
    must_have_few_names(font)
    must_lead_to_glyphs(font)
    outlines = None
    if "glyf" in font.tables:
        places = places_of_glyphs(font, count, are_long=are_long)
        outlines = Outlines(font.file, font.get("glyf"), places)
    must_vary(font, count)
    must_be_rules(font)
    return outlines


def _has_glyf(font: FontTables) -> bool:
    """Whether a font has TrueType outlines; a font of pictures may have the table with none in
    it."""
    if not {"glyf", "loca"} <= font.tables.keys():
        return False
    return not font.tables.keys() & PICTURE_TABLES or len(font.get("glyf")) > 1000
