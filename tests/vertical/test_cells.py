"""Where glyphs stand in a column, read back from the PDF: the square font, whose ink fills cells.

Each row names the clause it measures. All figures are em: across from the column's centre line,
down from its head.
"""

from __future__ import annotations

import io
from dataclasses import replace

import pytest
from pdfminer.high_level import extract_pages
from pdfminer.layout import LTChar, LTPage
from reading import (
    HEAD,
    LEADING,
    SIZE,
    columns_of,
    copy,
    flat_page_of,
    ink_of,
    inks,
    page_of,
    set_down,
    style,
)

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.text.style import Alignment, ColumnRules, Part

CORNERS = ColumnRules()
LYING = ColumnRules(quotes="rotated")
TWO = ColumnRules(upright_digits=2)
ONE_BY_ONE = ColumnRules(long_numbers="upright")
LETTERS = ColumnRules(upright_acronyms=True)
NEAR = 0.02
"""em; pdfium rounds a glyph's box outwards."""

# clause, words, glyph, (left, right), (top, bottom), rules
CELLS = [
    # CLREQ, vertical writing mode: cells of one em, one below the other, on one centre line.
    ("CLREQ cells", "国家", "国", (-0.5, 0.5), (0, 1), CORNERS),
    ("CLREQ cells", "国家", "家", (-0.5, 0.5), (1, 2), CORNERS),
    # UAX #50, Tu with the face's `vert`: the ink moves to the upper half of its cell.
    ("UAX #50 Tu ，", "国，家", "，", (-0.5, 0.5), (1, 1.5), CORNERS),
    ("UAX #50 Tu 。", "国。家", "。", (-0.5, 0.5), (1, 1.5), CORNERS),
    ("UAX #50 Tu 、", "国、家", "、", (-0.5, 0.5), (1, 1.5), CORNERS),
    ("CLREQ width of 。 is 1", "国。家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    # UAX #50, Tr: openers in the lower half, closers in the upper.
    ("UAX #50 Tr （", "国（家", "（", (-0.5, 0.5), (1.5, 2), CORNERS),
    ("UAX #50 Tr ）", "国）家", "）", (-0.5, 0.5), (1, 1.5), CORNERS),
    ("UAX #50 Tr 《", "国《家", "《", (-0.5, 0.5), (1.5, 2), CORNERS),
    ("UAX #50 Tr 】", "国】家", "】", (-0.5, 0.5), (1, 1.5), CORNERS),
    ("GB/T 15834 5.2.3 “ as 『", "国“家", "“", (-0.5, 0.5), (1.5, 2), CORNERS),
    # CLREQ: ：；？！ upright, one em, at the right (GB/T 15834, 5.2.1), never less.
    ("CLREQ ： fixed", "国：家", "：", (0, 0.5), (1, 2), CORNERS),
    ("CLREQ ： fixed, next", "国：家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ ； fixed, next", "国；家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ ？ fixed, next", "国？家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ ！ fixed, next", "国！家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ ：“ takes 1.5", "国：“家", "家", (-0.5, 0.5), (2.5, 3.5), CORNERS),
    ("CLREQ ？” takes 2: ？ gives nothing", "国？”家", "”", (-0.5, 0.5), (2, 2.5), CORNERS),
    # CLREQ, adjacent marks: 1.5 em a pair, down the column as along a line.
    ("CLREQ pair ，“", "国，“家", "家", (-0.5, 0.5), (2.5, 3.5), CORNERS),
    ("CLREQ pair 。”", "国。”家", "”", (-0.5, 0.5), (1.5, 2), CORNERS),
    ("CLREQ pair 。”, next", "国。”家", "家", (-0.5, 0.5), (2.5, 3.5), CORNERS),
    ("CLREQ pair （《", "国（《家", "《", (-0.5, 0.5), (2, 2.5), CORNERS),
    ("CLREQ pair ）。", "国）。家", "家", (-0.5, 0.5), (2.5, 3.5), CORNERS),
    ("CLREQ pair 》《", "国》《家", "《", (-0.5, 0.5), (2, 2.5), CORNERS),
    ("CLREQ three ）。”: 2 em", "国）。”家", "家", (-0.5, 0.5), (3, 4), CORNERS),
    # CLREQ, head of a column: an opener's blank goes.
    ("CLREQ opener at the head", "《国家", "《", (-0.5, 0.5), (0, 0.5), CORNERS),
    ("CLREQ opener at the head, next", "《国家", "国", (-0.5, 0.5), (0.5, 1.5), CORNERS),
    # GB/T 15834, 5.1.2: ？！ in one cell, here side by side; a third has its own.
    ("GB/T 15834 5.1.2 ？！", "国？！家", "？", (-0.49, -0.01), (1, 2), CORNERS),
    ("GB/T 15834 5.1.2 ？！", "国？！家", "！", (0.01, 0.49), (1, 2), CORNERS),
    ("GB/T 15834 5.1.2 next", "国？！家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    # GB/T 15834, 5.1.7: · in half a cell, on the centre line (5.2.2).
    ("GB/T 15834 5.1.7 ·", "国·家", "家", (-0.5, 0.5), (1.5, 2.5), CORNERS),
    ("GB/T 15834 5.2.2 · centred", "国·家", "·", (-0.25, 0.25), (0.75, 1.75), CORNERS),
    # Numbers: 1 upright, 2 and 3 side by side in one em, 4 and more lying.
    ("CLREQ one digit upright", "国5家", "5", (-0.5, 0.5), (1, 2), CORNERS),
    ("CLREQ one digit set solid", "国5家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ two digits within 1 em", "国25家", "2", (-0.48, 0), (1, 2), CORNERS),
    ("CLREQ two digits within 1 em", "国25家", "5", (0, 0.48), (1, 2), CORNERS),
    ("CLREQ two digits, next", "国25家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("CLREQ three digits within 1 em", "国125家", "1", (-0.48, -0.16), (1, 2), CORNERS),
    ("CLREQ three digits within 1 em", "国125家", "5", (0.16, 0.48), (1, 2), CORNERS),
    ("option upright_digits 2: 3 lie", "国125家", "1", (-0.5, 0.5), (1.25, 2.25), TWO),
    ("UAX #50 R digits lie", "国2016家", "2", (-0.5, 0.5), (1.25, 2.25), CORNERS),
    ("UAX #50 R digits lie", "国2016家", "6", (-0.5, 0.5), (4.25, 5.25), CORNERS),
    ("CLREQ Han–Latin 1/4 em", "国2016家", "家", (-0.5, 0.5), (5.5, 6.5), CORNERS),
    ("option long_numbers upright", "国2016家", "6", (-0.5, 0.5), (4, 5), ONE_BY_ONE),
    ("option long_numbers upright: solid", "国2016家", "家", (-0.5, 0.5), (5, 6), ONE_BY_ONE),
    ("UAX #50 U ％ for %", "国25%家", "％", (-0.5, 0.5), (2, 3), CORNERS),
    ("a typed space beside 5 is none", "国 5 家", "家", (-0.5, 0.5), (2, 3), CORNERS),
    ("UAX #50 R decimals lie", "国3.5家", "5", (-0.5, 0.5), (3.25, 4.25), CORNERS),
    # Latin words lie, a quarter em from Han; acronyms may stand.
    ("UAX #50 R letters lie", "国GDP家", "G", (-0.5, 0.5), (1.25, 2.25), CORNERS),
    ("CLREQ Han–Latin 1/4 em", "国GDP家", "家", (-0.5, 0.5), (4.5, 5.5), CORNERS),
    ("option upright_acronyms", "国GDP家", "P", (-0.5, 0.5), (3, 4), LETTERS),
    ("option upright_acronyms: solid", "国GDP家", "家", (-0.5, 0.5), (4, 5), LETTERS),
    ("option upright_acronyms: not words", "国Gdp家", "家", (-0.5, 0.5), (4.5, 5.5), LETTERS),
    # Symbols.
    ("UAX #50 U ％", "国％家", "％", (-0.5, 0.5), (1, 2), CORNERS),
    ("UAX #50 U ①", "国①家", "①", (-0.5, 0.5), (1, 2), CORNERS),
    ("UAX #50 U ℃", "国℃家", "家", (-0.5, 0.5), (2, 3), CORNERS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("words", "glyph", "across", "down", "rules"),
    [case[1:] for case in CELLS],
    ids=[f"{case[0]}: {case[1]}" for case in CELLS],
)
def test_a_glyph_stands_in_its_cell(
    words: str,
    glyph: str,
    across: tuple[float, float],
    down: tuple[float, float],
    rules: ColumnRules,
) -> None:
    ink = ink_of(glyph, words, rules=rules)
    assert (ink.left, ink.right) == pytest.approx(across, abs=NEAR)
    assert (ink.top, ink.bottom) == pytest.approx(down, abs=NEAR)


def test_dashes_and_dots_run_down_two_cells_on_the_centre_line() -> None:
    """GB/T 15834, 5.1.4, 5.1.5, 5.2.2: —— and …… take two cells, whole."""
    for pair in ("——", "……"):
        first, second = [ink for ink in set_down(f"国{pair}家") if ink.words == pair[0]]
        assert (first.top, second.bottom) == pytest.approx((1, 3), abs=0.03)
        assert (first.across, second.across) == pytest.approx((0, 0), abs=NEAR)
        assert ink_of("家", f"国{pair}家").top == pytest.approx(3, abs=NEAR)


def test_columns_run_from_right_to_left() -> None:
    """CLREQ, vertical writing mode."""
    found = set_down("国家天地", ems=2)
    assert [(ink.words, ink.column) for ink in found] == [
        ("国", 0),
        ("家", 0),
        ("天", 1),
        ("地", 1),
    ]
    assert found[2].top == pytest.approx(0, abs=NEAR)


def test_pdfminer_finds_the_pen_on_the_centre_line() -> None:
    """A reader other than pdfium: a vertical font, its pen at the cell's head, moving down."""
    page = page_of(copy("国家天"), style(), 10)
    (sheet,) = extract_pages(io.BytesIO(pdf_bytes(page, Intent.SCREEN)))
    pens = [char for char in _chars(sheet) if char.get_text() in "家天"]
    centre, head = HEAD.x - LEADING / 2, page.trim.height - HEAD.y
    assert [char.matrix[4] for char in pens] == pytest.approx([centre, centre], abs=0.01)
    assert [char.matrix[5] for char in pens] == pytest.approx(
        [head - SIZE, head - 2 * SIZE], abs=0.01
    )


def _chars(item: object) -> list[LTChar]:
    if isinstance(item, LTChar):
        return [item]
    inner = list(item) if isinstance(item, LTPage) or hasattr(item, "__iter__") else []
    return [char for one in inner for char in _chars(one)]


# Columns and their ends


def test_a_mark_at_the_foot_gives_its_blank() -> None:
    """GB/T 15834, 5.1.10: 9 Han and a stop fill 9.5 em."""
    words = "国家天地人和生年月，的来去"
    assert columns_of(copy(words), style(), 9.5) == [words[:10], words[10:]]
    found = set_down(words, ems=9.5, alignment=Alignment.JUSTIFY)
    assert found[9].bottom == pytest.approx(9.5, abs=NEAR)


def test_a_fixed_mark_at_the_foot_keeps_its_cell() -> None:
    """CLREQ: ？ is one em in a column; on a line it gives half (control)."""
    words = "国家天地人和生年月？的来去"
    assert columns_of(copy(words), style(), 9.5) == [words[:8], words[8:]]
    flat = replace(style(), column=None)
    assert columns_of(copy(words), flat, 9.5) == [words[:10], words[10:]]


@pytest.mark.parametrize(
    "words", ["国家天地，人和", "国家天地（人和", "国家天》地人和", "一二三四五。六七"]
)
@pytest.mark.parametrize("ems", [2, 3, 4, 5])
def test_kinsoku_holds_at_heads_and_feet(words: str, ems: float) -> None:
    """CLREQ, prohibition rules; GB/T 15834, 5.2.6: they hold for columns too."""
    columns = columns_of(copy(words), style(), ems)
    assert not any(column[0] in "，。》" for column in columns)
    assert not any(column[-1] in "（" for column in columns)


@pytest.mark.parametrize(
    "number", ["25%", "3.5%", "2016年", "12.5万元", "128km", "C919"], ids=str
)  # fmt: skip
def test_a_number_and_its_unit_stay_in_one_column_where_that_is_asked(number: str) -> None:
    """UAX #14, LB25; clreq#262: as on a line."""
    own = style(keep_number_unit="forbid")
    for before in range(1, 6):
        columns = columns_of(copy("国" * before + number + "家天地"), own, 7)
        assert any(number in column for column in columns)


def test_digits_one_by_one_are_not_parted() -> None:
    for before in range(1, 6):
        columns = columns_of(copy("国" * before + "2016家天"), style(column=ONE_BY_ONE), 5)
        assert any("2016" in column for column in columns)


def test_columns_are_justified_by_even_gaps() -> None:
    """CLREQ, line adjustment: what is left over is shared by all gaps."""
    found = set_down("国家天地人和生年月日的来", ems=5.4, alignment=Alignment.JUSTIFY)
    column = [ink for ink in found if ink.column == 0]
    assert [ink.top for ink in column] == pytest.approx([0, 1.1, 2.2, 3.3, 4.4], abs=NEAR)
    ragged = set_down("国家天地人和生年月日的来", ems=5.4)
    assert [ink.top for ink in ragged[:5]] == pytest.approx([0, 1, 2, 3, 4], abs=NEAR)


def test_marks_are_closed_up_before_anything_else() -> None:
    """CLREQ, line adjustment, shrink: ， to half an em pulls one more character in."""
    found = set_down("国家，天地人和年生", ems=5.5, alignment=Alignment.JUSTIFY)
    column = [ink for ink in found if ink.column == 0]
    assert "".join(ink.words for ink in column) == "国家，天地人"
    assert column[-1].bottom == pytest.approx(5.5, abs=NEAR)
    fixed = set_down("国家：天地人和年生", ems=5.5, alignment=Alignment.JUSTIFY)
    assert "".join(ink.words for ink in fixed if ink.column == 0) == "国家：天地"


def test_runs_of_other_sizes_share_the_centre_line() -> None:
    """Rich text: digits of twice the size stand on the same centre line."""
    plain = style()
    twice = replace(plain.plain, size=20.0)
    mixed = replace(plain, parts=((Part.DIGITS, twice),))
    page = page_of(copy((("国", Part.PLAIN), ("5", Part.DIGITS), ("家", Part.PLAIN))), mixed, 30)
    (line,) = page.items
    middles = [
        run.size * (run.ys[0] + run.face.advance_of(run.glyphs[0]) / 2)
        for _, run in line.item.runs  # type: ignore[union-attr]
    ]
    assert middles == pytest.approx([0, 0, 0])


# Controls: what would be found if nothing were turned or moved


def test_on_a_line_the_same_marks_stand_elsewhere() -> None:
    flat = {ink.words: ink for ink in inks(flat_page_of(copy("国，（家"), style(), 30))}
    down = {ink.words: ink for ink in set_down("国，（家")}
    assert flat["，"].width == pytest.approx(0.5, abs=0.02)
    assert down["，"].width == pytest.approx(1.0, abs=0.02)
    assert flat["（"].height == pytest.approx(1.0, abs=0.02)
    assert down["（"].height == pytest.approx(0.5, abs=0.02)


def test_rotated_quotes_are_not_corners() -> None:
    corner, lying = ink_of("“", "国“家"), ink_of("“", "国“家", rules=LYING)
    assert (corner.top, corner.bottom) == pytest.approx((1.5, 2), abs=NEAR)
    # The glyph of the line, its ink in the right half, turned: now in the lower half.
    assert (lying.top, lying.bottom) == pytest.approx((1.5, 2), abs=NEAR)
    shown = {
        rules: page_of(copy("“国"), style(column=rules), 9).items[0].item.runs[0][1].rotated  # type: ignore[union-attr]
        for rules in (CORNERS, LYING)
    }
    assert shown == {CORNERS: False, LYING: True}


def test_an_opener_in_half_a_cell_stands_in_that_half() -> None:
    """开明: （ takes half an em, and its ink with it."""
    half = ink_of("（", "国（家", punctuation="kaiming")
    assert (half.top, half.bottom) == pytest.approx((1, 1.5), abs=NEAR)
    assert ink_of("家", "国（家", punctuation="kaiming").top == pytest.approx(1.5, abs=NEAR)
