"""Subsets of faces inside an SVG, in which characters lead straight to the glyphs that were set.

A browser shapes text again, and would find other glyphs: it knows nothing of our features, of
upright forms in a column or of halved marks. So a subset has no layout tables, and a cmap of our
own: each character leads to the glyph that stands on the page for it. Where one character has
several glyphs on a page (figures of two widths), the face is embedded in several variants. A
ligature's first character leads to its glyph, the others to an empty one: of a dash of two, “—”
leads to the whole dash in one variant and to nothing in another.
"""

from __future__ import annotations

import base64
import hashlib
import io
import struct
import unicodedata
from collections.abc import Iterable, Mapping

from infographic.backends.pdf.font import Pair, subset
from infographic.foundation.font import Face
from infographic.foundation.memo import Memo
from infographic.foundation.record import field, record

# Browsers want the names and the metrics that a PDF has elsewhere; layout is done.
DROPPED = (
    *("BASE", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "STAT", "VORG", "cmap", "gasp", "meta"),
    *("vhea", "vmtx", "DSIG", "kern", "hdmx", "VDMX", "LTSH", "PCLT", "morx", "feat"),
    *("CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "COLR", "CPAL", "SVG ", "sbix"),
)
# Format and control characters, marks that join the character before them: a browser would not
# look for their glyphs in this face. Nor are right-to-left letters left in their order.
UNSHOWN = ("Cc", "Cf", "Cn", "Co", "Cs", "Me", "Mn", "Zl", "Zp")
TURNED = ("R", "AL", "AN")


@record(frozen=False, slots=False, eq=False)
class Variant:
    """One subset of a face as it grows: no character has two glyphs in it."""

    face: Face
    glyphs: dict[str, int] = field(default_factory=dict)
    """By the character that leads to it."""


class Shelf:
    """The variants of a page's faces."""

    def __init__(self) -> None:
        self._variants: dict[Face, list[Variant]] = {}
        self._places: dict[tuple[Face, Pair], Variant] = {}

    def parts_of(self, face: Face, pair: Pair) -> list[tuple[str, Variant]]:
        """The characters of a glyph's text, each with the variant that shows its share; [] where
        no character can lead to the glyph.
        """
        glyph, text = pair
        empty = face.glyph_of(" ")
        if not all(map(is_shown, text)) or (len(text) > 1 and not empty):
            return []
        return [
            (one, self._variant_for(face, (empty if i else glyph, one)))
            for i, one in enumerate(text)
        ]

    def _variant_for(self, face: Face, pair: Pair) -> Variant:
        """The first variant in which the character leads to the glyph, or to none yet."""
        found = self._places.get((face, pair))
        if found is None:
            glyph, character = pair
            variants = self._variants.setdefault(face, [])
            free = (one for one in variants if one.glyphs.get(character, glyph) == glyph)
            found = next(free, None)
            if found is None:
                found = Variant(face)
                variants.append(found)
            found.glyphs[character] = glyph
            self._places[face, pair] = found
        return found

    def families(self) -> list[tuple[Variant, str, str]]:
        """Each variant with its family's name and its data URI, in the order of first use."""
        return [
            (one, *embedded(one.face, one.glyphs))
            for variants in self._variants.values()
            for one in variants
        ]


def is_shown(character: str) -> bool:
    """Whether a browser looks for a character's glyph by itself, and in its place.

    >>> is_shown("党"), is_shown("\\u200d"), is_shown("א")
    (True, False, False)
    """
    return (
        unicodedata.category(character) not in UNSHOWN
        and unicodedata.bidirectional(character) not in TURNED
    )


_kept: Memo[tuple[str, str]] = Memo("fonts in SVG", 24_000_000, lambda made: len(made[1]))


def embedded(face: Face, glyphs: Mapping[str, int]) -> tuple[str, str]:
    """A family's name, from its content, and the subset as a data URI (WOFF)."""
    wanted = tuple(sorted(glyphs.items()))
    return _kept.made((face, wanted), lambda: _embed(face, wanted))


def _embed(face: Face, wanted: Iterable[tuple[str, int]]) -> tuple[str, str]:
    from fontTools.ttLib import TTFont
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    pairs = dict(wanted)
    empty = face.glyph_of(" ")
    if empty:
        pairs.setdefault(" ", empty)
    program, new_of = subset(face, set(pairs.values()), DROPPED)
    # Nothing is decoded: tables go from one file to the other as they are.
    font = TTFont(io.BytesIO(program), lazy=True, recalcTimestamp=False, recalcBBoxes=False)
    table = DefaultTable("cmap")
    table.data = cmap({ord(one): new_of[glyph] for one, glyph in pairs.items()})
    font["cmap"] = table
    font.flavor = "woff"
    file = io.BytesIO()
    font.save(file, reorderTables=None)
    data = file.getvalue()
    name = "f" + hashlib.blake2b(data, digest_size=6).hexdigest()
    return name, "data:font/woff;base64," + base64.b64encode(data).decode()


def cmap(glyphs: Mapping[int, int]) -> bytes:
    """A character map of segments (OpenType, cmap format 12)."""
    groups: list[tuple[int, int, int]] = []
    for code, glyph in sorted(glyphs.items()):
        start, end, first = groups[-1] if groups else (0, -2, 0)
        if code == end + 1 and glyph == first + code - start:
            groups[-1] = (start, code, first)
        else:
            groups.append((code, code, glyph))
    body = b"".join(struct.pack(">III", *group) for group in groups)
    head = struct.pack(">HHIII", 12, 0, 16 + len(body), 0, len(groups))
    return struct.pack(">HHHHI", 0, 1, 3, 10, 12) + head + body
