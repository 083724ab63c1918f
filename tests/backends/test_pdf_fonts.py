"""Faces in a PDF: embedded, subset, shown by glyph, read as text."""

import io
import re
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.cffLib import CFFFontSet, FDArrayIndex, FDSelect, FontDict
from fontTools.ttLib import TTFont
from hand_set import (
    FIGURES,
    SANS,
    SERIF,
    SQUARES,
    at,
    fonts_of,
    held,
    line,
    lines_page,
    opened,
    page,
    read_by_pdfium,
    run,
    square,
)

from infographic.backends.pdf import font as pdf_font
from infographic.backends.pdf.font import ALWAYS, embedded_font
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.color import BLACK
from infographic.foundation.font import Face, open_face

FACES = [
    SERIF,
    FIGURES,
    square("square.ttf"),
    square("square.otf"),
    square("squares.ttc", 1),
    square("variable.ttf", wght=650.0),
]
faces = pytest.mark.parametrize("face", FACES, ids=lambda face: face.key)


def font_of(face: Face, text: str = "AB12") -> Any:
    (font,) = fonts_of(held(pdf_bytes(page(at(20, 40, line(run(face, text)))), Intent.PRINT)))
    return font


def widths_said(font: Any) -> dict[int, float]:
    """/W spread out: a width for each glyph that has its own."""
    widths: dict[int, float] = {}
    entries = list(font.DescendantFonts[0].W)
    for first, row in zip(entries[::2], entries[1::2], strict=True):
        widths |= {int(first) + i: float(width) for i, width in enumerate(row)}
    return widths


def disagreements(font: Any) -> list[int]:
    """Glyphs whose said width is not the embedded program's."""
    descriptor = font.DescendantFonts[0].FontDescriptor
    program = TTFont(io.BytesIO(descriptor.FontFile2.read_bytes()))
    said, default = widths_said(font), float(font.DescendantFonts[0].DW)
    upem = program["head"].unitsPerEm
    return [
        glyph
        for glyph, name in enumerate(program.getGlyphOrder())
        if abs(program["hmtx"][name][0] * 1000 / upem - said.get(glyph, default)) > 0.001
    ]


@faces
def test_a_face_is_embedded_as_a_subset_with_a_tag(face: Face) -> None:
    font = font_of(face)
    inner = font.DescendantFonts[0]
    assert re.fullmatch(r"/[A-Z]{6}\+.+", str(inner.BaseFont))
    assert font.Encoding == pikepdf.Name("/Identity-H")
    kind = "/CIDFontType0" if face.is_cff else "/CIDFontType2"
    assert inner.Subtype == pikepdf.Name(kind)
    assert ("/FontFile3" if face.is_cff else "/FontFile2") in inner.FontDescriptor


@pytest.mark.parametrize(
    "face", [face for face in FACES if not face.is_cff], ids=lambda face: face.key
)
def test_said_widths_are_the_programs_own(face: Face) -> None:
    assert disagreements(font_of(face, "0123ABfil")) == []


def test_a_wrong_width_is_found() -> None:
    font = font_of(FIGURES, "wrong")
    font.DescendantFonts[0].W[1][2] = 1
    assert len(disagreements(font)) == 1


def test_cff_is_embedded_bare_with_glyphs_in_the_order_of_its_codes() -> None:
    face = square("square.otf")
    font = font_of(face, "BA")
    program = font.DescendantFonts[0].FontDescriptor.FontFile3
    assert program.Subtype == pikepdf.Name("/CIDFontType0C")
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program.read_bytes()), None)
    made = embedded_font(face, [(face.glyph_of("A"), "A"), (face.glyph_of("B"), "B")])
    order = fonts[0].charset
    assert order[int(made.pens[face.glyph_of("A")][0], 16)] == "uni0041"


def cid_keyed(path: Path, to: Path) -> Face:
    """The same CFF face with CIDs that are not its glyphs' numbers, as in a Founder or Noto OTF."""
    font = TTFont(path)
    names = list(font.getGlyphOrder())
    top = font["CFF "].cff.topDictIndex[0]
    strings = top.CharStrings
    for table in ("cmap", "hmtx", "vmtx", "post"):
        _ = font[table]
    for name in names:
        strings[name].decompile()
    renamed = [".notdef", *(f"cid{1000 + 3 * i:05d}" for i in range(1, len(names)))]
    only = FontDict()
    only.FontName, only.Private = "Square", top.Private
    top.FDArray, top.FDSelect = FDArrayIndex(), FDSelect()
    top.FDArray.append(only)
    top.FDArray.strings, top.FDSelect.format = font["CFF "].cff.strings, 3
    top.FDSelect.gidArray = [0] * len(names)
    top.ROS, top.CIDCount, top.charset = ("Adobe", "Identity", 0), 65535, renamed
    del top.Private
    strings.fdArray, strings.fdSelect = top.FDArray, top.FDSelect
    strings.charStrings = dict(zip(renamed, range(len(names)), strict=True))
    font.setGlyphOrder(renamed)
    for table in ("GSUB", "GPOS", "VORG"):
        del font[table]
    new = dict(zip(names, renamed, strict=True))
    for each in font["cmap"].tables:
        each.cmap = {code: new[name] for code, name in each.cmap.items()}
    for table in ("hmtx", "vmtx"):
        font[table].metrics = {new[name]: pair for name, pair in font[table].metrics.items()}
    font.save(to)
    return open_face(to)


def test_cids_of_an_embedded_cff_are_its_glyphs_numbers(tmp_path: Path) -> None:
    face = cid_keyed(SQUARES / "square.otf", tmp_path / "cid.otf")
    made = embedded_font(face, [(face.glyph_of("A"), "A"), (face.glyph_of("B"), "B")])
    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(made.program), None)
    assert fonts[0].ROS
    order = fonts[0].charset
    assert order[1:] == [f"cid{number:05d}" for number in range(1, len(order))]


def test_a_variable_face_is_pinned_where_it_stands() -> None:
    def edge(weight: float) -> int:
        face = square("variable.ttf", wght=weight)
        made = embedded_font(face, [(face.glyph_of("A"), "A")])
        program = TTFont(io.BytesIO(made.program))
        assert "fvar" not in program
        code = int(made.pens[face.glyph_of("A")][0], 16)
        return int(program["glyf"][program.getGlyphName(code)].xMin)

    assert [edge(weight) for weight in (400.0, 650.0, 900.0)] == [250, 125, 0]


def test_every_subset_has_the_figures_and_the_common_marks() -> None:
    made = embedded_font(SERIF, [])
    assert set(ALWAYS) - set(made.texts.values()) == set()


def test_another_number_takes_the_same_font() -> None:
    pairs = [(FIGURES.glyph_of(one), one) for one in "12"]
    others = [(FIGURES.glyph_of(one), one) for one in "3456"]
    assert embedded_font(FIGURES, pairs) is embedded_font(FIGURES, others)


def test_another_number_in_table_figures_takes_the_same_font() -> None:
    one, other = (run(FIGURES, text, features={"tnum": True}) for text in ("1200", "98765"))
    assert one.glyphs[0] != FIGURES.glyph_of("1")
    made = [
        embedded_font(FIGURES, zip(each.glyphs, each.texts, strict=True)) for each in (one, other)
    ]
    assert made[0] is made[1]


def test_a_subset_asked_for_by_characters_is_the_one_of_their_glyphs() -> None:
    text = "党建联盟，1"
    glyphs = {SANS.glyph_of(one) for one in text}
    by_characters = pdf_font.subset(SANS, glyphs, characters=[ord(one) for one in text])
    assert by_characters == pdf_font.subset(SANS, glyphs)
    pairs = frozenset((SANS.glyph_of(one), one) for one in text)
    assert pdf_font._characters(SANS, pairs) == set(map(ord, text))


def test_a_glyph_without_a_character_of_its_own_is_asked_for_itself() -> None:
    tabular = run(FIGURES, "1", features={"tnum": True}).glyphs[0]
    assert pdf_font._characters(FIGURES, frozenset({(tabular, "1")})) == set()
    assert tabular in pdf_font.subset(FIGURES, {tabular})[1]


def test_to_unicode_has_no_more_than_a_hundred_entries_a_block() -> None:
    text = "".join(map(chr, range(0x4E00, 0x4F80)))
    text = "".join(one for one in text if SERIF.covers(one))
    cmap = font_of(SERIF, text).ToUnicode.read_bytes().decode("ascii")
    blocks = re.findall(r"(\d+) beginbfchar\n(.*?)\nendbfchar", cmap, re.DOTALL)
    assert sum(int(count) for count, _ in blocks) > 150
    for count, block in blocks:
        assert int(count) == len(block.split("\n")) <= 100


def test_a_character_beyond_the_first_plane_is_read_as_one() -> None:
    glyph = square().glyph_of("A")
    rare = GlyphRun(square(), 10, BLACK, (glyph,), (0.0,), ("𠮷",))
    data = pdf_bytes(lines_page(TextLine(((0.0, rare),), "𠮷", 10.0)), Intent.SCREEN)
    with opened(data) as pdf:
        assert b"<D842DFB7>" in fonts_of(pdf)[0].ToUnicode.read_bytes()
    assert read_by_pdfium(data) == ["𠮷"]


def test_a_ligature_is_read_as_its_letters() -> None:
    office = run(FIGURES, "office")
    assert "ffi" in office.texts or "ff" in office.texts or "fi" in office.texts
    assert read_by_pdfium(pdf_bytes(lines_page(line(office)), Intent.SCREEN)) == ["office"]


def test_one_glyph_that_stands_for_two_characters_is_read_as_each() -> None:
    glyph = square().glyph_of("A")
    runs = [GlyphRun(square(), 10, BLACK, (glyph,) * 2, (0.0, 1.0), (one, "A")) for one in "一⼀"]
    data = pdf_bytes(lines_page(*(line(one) for one in runs)), Intent.SCREEN)
    assert read_by_pdfium(data) == ["一A", "⼀A"]
