"""A face as a PDF carries it: only the glyphs used, shown by their numbers, embedded.

Each face becomes a Type 0 font with Identity-H (ISO 32000-1, 9.7): its codes are the numbers of
the subset's glyphs, so nothing depends on characters, on a cmap or on the order of a layout's
fallbacks. Outlines from glyf go as CIDFontType2, from CFF as CIDFontType0C.
"""

from __future__ import annotations

import struct
import zlib
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property, lru_cache

import uharfbuzz as hb

from infographic.backends.numbers import number, numbers
from infographic.foundation.files import blake2b
from infographic.foundation.font import Face, FontError
from infographic.foundation.memo import Memo
from infographic.foundation.record import record
from infographic.foundation.sayings import say

ALWAYS = " 0123456789.,:;%+-−()" + "，。、；：？！“”‘’（）《》「」【】—…·％"
"""In every subset of a face that has them: a page whose numbers change keeps its fonts."""
PACKING_LEVEL, PACKING_MEMORY = 1, 9
"""Of a face's program: 62 % of the time that zlib's own 6 takes, for 5 % more bytes."""
FIGURE_FEATURES = ("tnum", "pnum", "lnum")

Pair = tuple[int, str]
"""A glyph and the text it stands for."""

# Everything a PDF font needs is in the other tables (9.9, table 126); layout is done, names and
# metrics stand in the descriptor, and hints serve neither paper nor anti-aliased screens.
UNUSED_TABLES = (
    *("BASE", "GDEF", "GPOS", "GSUB", "JSTF", "MATH", "OS/2", "STAT", "VORG", "cmap", "gasp"),
    *("meta", "name", "post", "vhea", "vmtx", "DSIG", "kern", "hdmx", "VDMX", "LTSH", "PCLT"),
    *("CBDT", "CBLC", "EBDT", "EBLC", "EBSC", "COLR", "CPAL", "SVG ", "sbix", "morx", "feat"),
)


@record(slots=False, eq=False)
class EmbeddedFont:
    """One subset, with all a page needs to show its glyphs. Widths are in 1/1000 em.

    Two are equal only if they are the same object, as faces are.
    """

    name: str
    is_cff: bool
    program: bytes
    pens: Mapping[int, tuple[str, float]]
    """For each glyph of the face: its code as four hex digits, and the width a reader adds."""
    texts: Mapping[int, str]
    """What a reader copies for a glyph of the face."""
    widths: bytes
    default_width: int
    descriptor: Mapping[str, str]
    to_unicode: bytes

    @cached_property
    def deflated(self) -> bytes:
        return _deflated(self.program)

    @cached_property
    def deflated_to_unicode(self) -> bytes:
        return _deflated(self.to_unicode)


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(PACKING_LEVEL, memLevel=PACKING_MEMORY)
    return packer.compress(data) + packer.flush()


DOWN = "V"
"""Ends the name of the font by which a face's glyphs run down."""
GLYPH = 400
"""Bytes that a glyph's pen and text take."""


def _weigh(font: EmbeddedFont) -> int:
    # The program is kept as it is and deflated.
    return 2 * len(font.program) + GLYPH * len(font.pens) + 10_000


# About four broadsheets' faces, or those of many cards.
_kept: Memo[EmbeddedFont] = Memo("subsets", 4_000_000, _weigh)


def embedded_font(face: Face, pairs: Iterable[Pair]) -> EmbeddedFont:
    """The subset of `face` with these glyphs, and those that are always in it."""
    wanted = frozenset(pairs) | always(face)
    return _kept.made((face, wanted), lambda: _embed(face, wanted))


@lru_cache(maxsize=256)
def always(face: Face) -> frozenset[Pair]:
    pairs = {(face.glyph_of(one), one) for one in ALWAYS if face.covers(one)}
    for feature in FIGURE_FEATURES:
        buffer = hb.Buffer()
        buffer.add_str("0123456789")
        # As numbers are set: Noto Sans SC has digits of their own for Latin letters, and what
        # HarfBuzz would guess is the language of the process.
        buffer.direction, buffer.language, buffer.script = "ltr", "en", "Latn"
        face.shape("0123456789", buffer, {feature: True, "kern": False})
        # A glyph for one digit each, and no glyph that is another digit's already.
        if len(buffer.glyph_infos) == 10:
            pairs |= {(info.codepoint, str(info.cluster)) for info in buffer.glyph_infos}
    return frozenset(pair for pair in pairs if pair[0])


def embedded_program(face: Face, glyphs: set[int]) -> tuple[bytes, str]:
    """The program of a subset whose glyphs keep their numbers, and the tag of its name."""
    program, _ = subset(face, glyphs, keeps_numbers=True)
    program = _bare(face, program)
    return program, _tag(program)


def _bare(face: Face, program: bytes) -> bytes:
    """The program as a PDF holds it: of a face with PostScript outlines they alone."""
    if not face.is_cff:
        return program
    outlines = bytes(hb.Face(program).reference_table("CFF ").data or b"")
    if not outlines:
        raise face.broken(FontError(say("font-broken/subset", file=face.path.name, table="CFF")))
    return outlines


def _embed(face: Face, pairs: frozenset[Pair]) -> EmbeddedFont:
    texts = texts_of(face, pairs)
    program, new_of = subset(
        face, {glyph for glyph, _ in pairs}, characters=_characters(face, pairs)
    )
    widths = _widths(program, face.upem)
    program = _bare(face, program)
    default, listed = _width_array(widths)
    tag = _tag(program)
    return EmbeddedFont(
        name=f"{tag}+{face.name}",
        is_cff=face.is_cff,
        program=program,
        pens={old: (f"{new:04X}", widths[new]) for old, new in new_of.items()},
        texts=texts,
        widths=listed,
        default_width=default,
        descriptor=descriptor_of(face),
        to_unicode=to_unicode_of({new_of[old]: text for old, text in texts.items()}, tag),
    )


def _characters(face: Face, pairs: frozenset[Pair]) -> set[int]:
    """A character of each glyph; none where a glyph has none of its own."""
    found = {
        glyph: ord(one) for glyph, one in pairs if len(one) == 1 and face.glyph_of(one) == glyph
    }
    return set(found.values()) if found.keys() == {glyph for glyph, _ in pairs} else set()


def texts_of(face: Face, pairs: frozenset[Pair]) -> dict[int, str]:
    """One text for each glyph: its own character where it has several (the rest is ActualText)."""
    texts: dict[int, str] = {}
    for glyph, text in pairs:
        other = texts.get(glyph)
        if text and (other is None or _rank(face, glyph, text) < _rank(face, glyph, other)):
            texts[glyph] = text
    return texts


def _rank(face: Face, glyph: int, text: str) -> tuple[bool, int, str]:
    is_own = len(text) == 1 and face.glyph_of(text) == glyph
    return not is_own, len(text), text


def subset(
    face: Face,
    glyphs: set[int],
    dropped: tuple[str, ...] = UNUSED_TABLES,
    characters: Collection[int] = (),
    *,
    keeps_numbers: bool = False,
) -> tuple[bytes, dict[int, int]]:
    """The subset's bytes without the `dropped` tables, and the new number of each of the face's
    glyphs.

    `characters`: those that stand for all the glyphs, where there are such and cmap is dropped.
    `keeps_numbers`: glyphs keep the numbers that they have in the face, and those between are
    empty.
    Raises `SpecError` where a user's face cannot be taken apart.
    """
    face.must_draw((0, *glyphs))
    wanted = hb.SubsetInput()
    flag = hb.SubsetFlags
    # With an identity charset a CID is a glyph's number in a CID-keyed CFF too (9.7.4.2).
    wanted.flags = (
        flag.NO_HINTING
        | flag.NOTDEF_OUTLINE
        | flag.NO_LAYOUT_CLOSURE
        | flag.CFF_IDENTITY_CHARSET
        | flag.DOWNGRADE_CFF2
    )
    if keeps_numbers:
        wanted.flags |= flag.RETAIN_GIDS
    # Asked for glyphs, HarfBuzz reads the whole cmap, which takes half a millisecond for 8,000
    # characters. (`subset_preprocess` would read it once, but keep 41 MB for eight faces.)
    if characters:
        wanted.unicode_set.update(characters)
    else:
        wanted.glyph_set.update(glyphs)
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode("ascii"), "big") for tag in dropped)
    source = face.hb_face
    if face.hb_face.has_var_data:
        wanted.pin_all_axes_to_default(source)
        for tag, value in face.axes:
            wanted.pin_axis_location(source, tag, value)
    try:
        data, new_of = _executed(source, wanted)
    except (RuntimeError, MemoryError) as error:
        raise face.broken(_inseparable(face, wanted)) from error
    # What HarfBuzz cannot make sense of it leaves out.
    count = max(new_of.values()) + 1 if keeps_numbers else len(set(new_of.values()))
    if not glyphs <= new_of.keys() or hb.Face(data).glyph_count != count:
        raise face.broken(_inseparable(face, wanted))
    return data, new_of


def _executed(source: hb.Face, wanted: hb.SubsetInput) -> tuple[bytes, dict[int, int]]:
    plan = hb.SubsetPlan(source, wanted)
    data = bytes(plan.execute().blob.data)
    return data, dict(sorted(plan.old_to_new_glyph_mapping.items()))


def _inseparable(face: Face, wanted: hb.SubsetInput) -> FontError:
    """That a subset cannot be made, for the first table without which it can."""
    outlines = "CFF" if face.is_cff else "glyf"
    table = outlines
    for tag in face.hb_face.table_tags:
        number = int.from_bytes(tag.encode("ascii"), "big")
        if tag in (outlines, "loca") or number in wanted.drop_table_tag_set:
            continue
        wanted.drop_table_tag_set.add(number)
        try:
            _executed(face.hb_face, wanted)
        except (RuntimeError, MemoryError):
            wanted.drop_table_tag_set.remove(number)
        else:
            table = tag
            break
    return FontError(say("font-broken/subset", file=face.path.name, table=table))


def _widths(program: bytes, upem: int) -> list[float]:
    """Each glyph's advance as `hmtx` has it, so that /W cannot disagree with the program."""
    face = hb.Face(program)
    count = struct.unpack(">H", bytes(face.reference_table("hhea").data)[34:36])[0]
    metrics = bytes(face.reference_table("hmtx").data)
    advances = [advance for advance, _ in struct.iter_unpack(">Hh", metrics[: 4 * count])]
    advances += [advances[-1]] * (face.glyph_count - count)
    widths = {advance: round(advance * 1000 / upem, 3) for advance in set(advances)}
    return [widths[advance] for advance in advances]


def _width_array(widths: list[float]) -> tuple[int, bytes]:
    """The most frequent whole width, and /W with the others, consecutive glyphs together."""
    counts = Counter(widths)
    whole = [int(width) for width in counts if width == int(width)]
    default = min(whole, key=lambda width: (-counts[width], width), default=1000)
    parts: list[str] = []
    is_open = False
    for glyph, width in enumerate(widths):
        if width == default:
            if is_open:
                parts.append("] ")
                is_open = False
            continue
        parts.append(f" {number(width)}" if is_open else f"{glyph} [{number(width)}")
        is_open = True
    return default, f"[{''.join(parts)}{']' if is_open else ''}]".encode("ascii")


def _tag(program: bytes) -> str:
    """Six capitals from the subset's content (9.6.4): other glyphs, another name."""
    digest = int.from_bytes(blake2b(program, digest_size=8).digest(), "big")
    return "".join(chr(65 + digest // 26**place % 26) for place in range(6))


def descriptor_of(face: Face) -> dict[str, str]:
    """The descriptor's numbers (9.8), from the whole face: they are the same for every subset."""
    head, hhea, post, os2 = (
        bytes(face.hb_face.reference_table(tag).data or b"")
        for tag in ("head", "hhea", "post", "OS/2")
    )
    em = 1000 / face.upem
    box = (value * em for value in struct.unpack_from(">4h", head, 36))
    ascent, descent = (value * em for value in struct.unpack_from(">2h", hhea, 4))
    angle = struct.unpack_from(">i", post, 4)[0] / 65536 if len(post) >= 8 else 0.0
    weight = dict(face.axes).get("wght") or (
        struct.unpack_from(">H", os2, 4)[0] if len(os2) >= 6 else 400
    )
    # A subset's codes are its own, so it is symbolic (4); 64 says italic.
    return {
        "FontBBox": f"[{numbers(*box)}]",
        "Flags": str(4 | (64 if angle else 0)),
        "ItalicAngle": number(angle),
        "Ascent": number(ascent),
        "Descent": number(descent),
        "CapHeight": number(face.metrics.cap_height * 1000),
        # No table holds it; the usual estimate from the weight. Only substitution reads it.
        "StemV": number(50 + (weight / 65) ** 2),
    }


def utf16(text: str) -> str:
    """A text in hex digits, without a byte order mark.

    >>> utf16("万a"), utf16("𠀀"), utf16(chr(0xD800))
    ('4E070061', 'D840DC00', '003F')
    """
    if len(text) == 1 and text < "\ud800":
        return f"{ord(text):04X}"
    return text.encode("utf-16-be", "replace").hex().upper()


def to_unicode_of(texts: Mapping[int, str], tag: str) -> bytes:
    """The CMap from codes to UTF-16 (9.10.3); a block holds 100 entries at most."""
    lines = [f"<{glyph:04X}> <{utf16(text)}>" for glyph, text in sorted(texts.items())]
    blocks = [lines[i : i + 100] for i in range(0, len(lines), 100)]
    body = "\n".join(
        f"{len(block)} beginbfchar\n" + "\n".join(block) + "\nendbfchar" for block in blocks
    )
    return TO_UNICODE.format(tag=tag, body=body).encode("ascii")


TO_UNICODE = """\
/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /{tag}-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{body}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""
