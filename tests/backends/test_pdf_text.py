"""Type in a PDF: each glyph at its place, each line read exactly as set."""

import io
import shutil
import subprocess
from pathlib import Path

import pytest
from hand_set import (
    FIGURES,
    SANS,
    SERIF,
    at,
    characters,
    line,
    lines_page,
    opened,
    operators,
    page,
    read_by_pdfium,
    run,
)
from pdfminer.high_level import extract_pages, extract_text
from pdfminer.layout import LTChar, LTTextBox, LTTextLine

from infographic.backends.pdf import text as pdf_text
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import GlyphRun, TextLine
from infographic.foundation.color import BLACK

LINES = (
    line(run(SERIF, "建立城市党建联盟")),
    line(run(SERIF, "面向"), run(FIGURES, "2038"), run(SERIF, "个村（社区）"), gap=2.5),
    line(run(SERIF, "建立2300余个AI联盟", gaps={2: 0.25, 6: 0.25, 8: 0.25, 10: 0.25})),
    line(run(SERIF, "两端对齐的一行字", gaps=dict.fromkeys(range(1, 8), 0.15))),
    line(run(SERIF, "齐行AI与字", gaps=dict.fromkeys(range(1, 6), 0.3))),
    line(run(SERIF, "“中国”，（人民）", gaps={4: -0.5, 5: -0.5})),
    line(run(FIGURES, "The office of 2,300")),
    line(run(FIGURES, "a gap for a space", spaces=False), text="a gap for a space"),
    line(run(SERIF, "中文"), run(SANS, "Latin"), gap=2.5, text="中文 Latin"),
    line(run(SANS, "broken at a space"), text="broken at a space "),
    line(run(FIGURES, "12"), run(FIGURES, "万", 10), run(SERIF, "余个", 9), gap=3),
)
WANTED = [one.text.rstrip() for one in LINES]


def test_pdfium_reads_every_line_as_set() -> None:
    for intent in Intent:
        assert read_by_pdfium(pdf_bytes(lines_page(*LINES), intent)) == WANTED


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_poppler_reads_every_line_as_set(tmp_path: Path) -> None:
    file = tmp_path / "lines.pdf"
    file.write_bytes(pdf_bytes(lines_page(*LINES), Intent.SCREEN))
    command = ["pdftotext", "-enc", "UTF-8", file, "-"]
    read = subprocess.run(command, check=True, capture_output=True).stdout.decode()
    assert [one for one in read.strip("\f\n").split("\n") if one] == WANTED


def test_pdfminer_reads_every_line_but_for_spaces() -> None:
    # It knows no ActualText, and takes every gap for a space.
    read = extract_text(io.BytesIO(pdf_bytes(lines_page(*LINES), Intent.SCREEN)))
    assert "".join(read.split()) == "".join("".join(WANTED).split())


def test_without_replacement_text_gaps_would_be_read_as_spaces(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    pdf_text.shown_line.cache_clear()
    monkeypatch.setattr(pdf_text, "_reads_as_set", lambda *_: True)
    read = read_by_pdfium(pdf_bytes(lines_page(*LINES), Intent.SCREEN))
    pdf_text.shown_line.cache_clear()
    assert read[1] == "面向 2038 个村（社区）"


def test_a_line_that_reads_as_set_is_left_alone() -> None:
    data = pdf_bytes(lines_page(LINES[0], LINES[6]), Intent.PRINT)
    assert not [1 for _, operator in operators(data) if operator == "BDC"]


def test_pdfium_finds_a_word_where_it_stands() -> None:
    import pypdfium2

    document = pypdfium2.PdfDocument(pdf_bytes(page(at(20, 60, LINES[1])), Intent.SCREEN))
    text = document[0].get_textpage()
    first, count = text.search("2038").get_next()
    left = text.get_charbox(first)[0]
    right = text.get_charbox(first + count - 1)[2]
    start, figures = LINES[1].runs[1]
    assert left == pytest.approx(20 + start, abs=1)
    assert right == pytest.approx(20 + start + figures.xs[-1] * 10 + 4.5, abs=1)


@pytest.mark.parametrize("size", [4.0, 9.0, 10.0, 33.3, 72.0, 300.0])
def test_every_glyph_stands_within_a_hundredth_of_a_point(size: float) -> None:
    gaps = {i: 0.0137 * i for i in range(1, 12)}
    one = run(SERIF, "2300余个AVAT，联盟", size, gaps=gaps)
    data = pdf_bytes(page(at(11.1111, 99.9999, line(one)), width=9000), Intent.PRINT)
    found = [(text, x, y) for text, x, y in characters(data) if text != " "]
    assert len(found) == len(one.glyphs)
    for (text, x, y), wanted, place in zip(found, one.texts, one.xs, strict=True):
        assert text == wanted
        assert x == pytest.approx(11.1111 + place * size, abs=0.01)
        assert y == pytest.approx(200 - 99.9999, abs=0.01)


def test_the_places_asked_of_pdfium_agree() -> None:
    import ctypes

    import pypdfium2
    import pypdfium2.raw as raw

    one = run(SERIF, "联盟2300", 12)
    document = pypdfium2.PdfDocument(pdf_bytes(page(at(20, 60, line(one))), Intent.PRINT))
    text = document[0].get_textpage()
    for i, place in enumerate(one.xs):
        x, y = ctypes.c_double(), ctypes.c_double()
        raw.FPDFText_GetCharOrigin(text.raw, i, x, y)
        assert (x.value, y.value) == pytest.approx((20 + place * 12, 140), abs=0.01)


def feet_of(data: bytes) -> list[tuple[float, str]]:
    """How high each glyph's box stands; pdfminer's matrices leave out the rise."""
    (leaf,) = extract_pages(io.BytesIO(data))
    boxes = [
        inner for outer in leaf if isinstance(outer, LTTextLine | LTTextBox) for inner in outer
    ]
    lines = [one for box in boxes for one in (box if isinstance(box, LTTextLine) else [box])]
    found = [(one.x0, one.y0, one.get_text()) for one in lines if isinstance(one, LTChar)]
    return [(foot, text) for _, foot, text in sorted(found)]


def test_a_risen_glyph_stands_above_the_baseline() -> None:
    plain = run(SERIF, "平方米", 10)
    risen = GlyphRun(SERIF, 10, BLACK, plain.glyphs, plain.xs, plain.texts, (0.0, 0.4, 0.0))
    data = pdf_bytes(page(at(20, 60, line(risen))), Intent.SCREEN)
    # The space under it leads pdfium on to what follows.
    assert [x for text, x, _ in characters(data) if text != " "] == pytest.approx([20, 30, 40])
    feet = [foot for foot, text in feet_of(data) if text != " "]
    assert [foot - feet[0] for foot in feet] == pytest.approx([0, 4, 0])
    assert read_by_pdfium(data) == ["平方米"]


def test_lines_are_read_in_the_order_of_the_items() -> None:
    items = (at(20, 150, LINES[0]), at(20, 40, LINES[6]))
    data = pdf_bytes(page(*items), Intent.SCREEN)
    assert read_by_pdfium(data) == [LINES[0].text, LINES[6].text]


def test_an_empty_line_and_an_empty_run_draw_nothing() -> None:
    empty = GlyphRun(SERIF, 10, BLACK, (), (), ())
    one = run(SERIF, "字")
    lines = (
        TextLine((), "", 0.0),
        TextLine(((0.0, empty),), "", 0.0),
        TextLine(((0.0, empty), (0.0, one)), "字", 10.0),
    )
    data = pdf_bytes(lines_page(*lines), Intent.SCREEN)
    assert [one for one in read_by_pdfium(data) if one] == ["字"]


def test_a_font_is_chosen_once_for_lines_that_share_it() -> None:
    data = pdf_bytes(lines_page(LINES[0], LINES[0], LINES[0]), Intent.PRINT)
    found = [operator for _, operator in operators(data)]
    assert (found.count("Tf"), found.count("BT")) == (1, 3)
    with opened(data) as pdf:
        assert len(pdf.pages[0].Resources.Font) == 1
