"""Fonts embedded in PDFs of strangers are read within bounds, and what is broken is a finding."""

from __future__ import annotations

import random
import zlib

import pikepdf
import pytest
from conftest import Limited
from font_mutations import put_together, spoilt
from made_fonts import COMPACT, MADE, TRUETYPE, whole
from pdf_with_font import pdf_with_font

from infographic.foundation.limits import OverLimitError
from infographic.press.inspect.font_programs import program_of
from infographic.press.inspect.run import inspect
from infographic.profiles import press_profile

PROGRAMS = {
    "truetype": put_together(whole(TRUETYPE)),
    "simple": put_together(whole(TRUETYPE)),
    "cff": whole(COMPACT)["CFF "],
}
ABOUT_FONTS = ("pdf-font", "pdf-font-widths", "over-limit", "pdf-broken", "pdf-glyph-missing")


def found(program: bytes, kind: str, widths: object = ()) -> list[str]:
    pdf = pdf_with_font(program, kind, widths)
    codes = [one.code for one in inspect(pdf, "page.pdf", press_profile("newsprint"))]
    return [code for code in codes if code in ABOUT_FONTS]


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_font_that_is_whole_is_no_finding(kind: str) -> None:
    assert found(PROGRAMS[kind], kind) == []


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_program_with_bytes_changed_by_chance_ends_in_findings_at_most(kind: str) -> None:
    dice = random.Random(19)
    ends = [found(spoilt(PROGRAMS[kind], dice), kind) for _ in range(40)]
    assert any(ends)


@pytest.mark.parametrize("name", MADE)
def test_a_pdf_is_looked_through_in_which_stands_a_font_with(name: str) -> None:
    tables = MADE[name][0]()
    if "CFF " in tables:
        found(tables["CFF "], "cff")
    else:
        found(put_together(tables), "truetype")
        found(put_together(tables), "simple")


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("a program that calls itself", "pdf-font"),
        ("a program that calls 20 to the 9", "over-limit"),
        ("no CFF at all", "pdf-font"),
    ],
)
def test_what_a_program_in_cff_asks_for_is_bounded(limited: Limited, name: str, code: str) -> None:
    limited({"pdf-glyph-bytes": 50_000})
    assert found(MADE[name][0]()["CFF "], "cff") == [code]


@pytest.mark.parametrize("name", ["a group of 4 G characters", "a glyph for all of Unicode"])
def test_characters_of_a_program_are_counted_before_they_are_listed(name: str) -> None:
    assert found(put_together(MADE[name][0]()), "simple") == ["pdf-font"]


def test_ranges_of_widths_are_counted() -> None:
    assert found(PROGRAMS["truetype"], "truetype", [0, 65535, 1000] * 2) == []
    assert "over-limit" in found(PROGRAMS["truetype"], "truetype", [0, 65535, 1000] * 100)


def test_a_program_is_unpacked_up_to_a_limit(limited: Limited) -> None:
    packed, flate = zlib.compress(bytes(100_000)), pikepdf.Name.FlateDecode
    with pikepdf.new() as pdf:
        once = pdf.make_stream(packed)
        once["/Filter"] = flate
        twice = pdf.make_stream(zlib.compress(packed))
        twice["/Filter"] = pikepdf.Array([flate, flate])
        assert program_of(once) == bytes(100_000)
        with pytest.raises(OverLimitError):
            program_of(twice)
        limited({"font-bytes": 99_999})
        with pytest.raises(OverLimitError):
            program_of(once)
