"""Columns in the shipped serif, sans and kai: ink read back from the PDF, and what it says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from reading import copy, ink_of, inks, page_of, set_down, style

from infographic.text.style import ColumnRules

FACES = ["serif", "sans", "kai"]
in_each = pytest.mark.parametrize("name", FACES)


@in_each
@pytest.mark.parametrize("mark", "，。、")
def test_pauses_stand_at_the_upper_right(name: str, mark: str) -> None:
    """CLREQ, vertical: ，。、 in the upper right of the cell (GB/T 15834, 5.2.1: 之下偏右)."""
    ink = ink_of(mark, f"国{mark}家", name)
    assert 0 < ink.left < ink.right < 0.5
    assert 0.98 < ink.top < ink.bottom < 1.5


@in_each
@pytest.mark.parametrize("mark", "：；？！")
def test_fixed_marks_stand_upright(name: str, mark: str) -> None:
    """CLREQ against UAX #50 Tr: upright, so taller than wide; at the right (5.2.1); one em."""
    ink = ink_of(mark, f"国{mark}家", name)
    assert ink.height > 1.5 * ink.width
    assert ink.across > 0
    assert 1 < ink.top < ink.bottom < 2
    solid, after = ink_of("家", "国人家", name), ink_of("家", f"国{mark}家", name)
    assert after.top == pytest.approx(solid.top, abs=0.02)


@in_each
@pytest.mark.parametrize("opener", "（《〈「『【〔")
def test_openers_are_turned_and_end_their_cell(name: str, opener: str) -> None:
    """UAX #50 Tr; GB/T 15834, 5.2.3: brackets lie above and below what they hold."""
    ink = ink_of(opener, f"国{opener}家", name)
    assert ink.width > 1.2 * ink.height
    assert 1.45 < ink.top < ink.bottom < 2.02


@in_each
@pytest.mark.parametrize("closer", "）》〉」』】〕")
def test_closers_are_turned_and_begin_their_cell(name: str, closer: str) -> None:
    ink = ink_of(closer, f"国{closer}家", name)
    assert ink.width > 1.2 * ink.height
    assert 0.98 < ink.top < ink.bottom < 1.55


@in_each
def test_quotes_become_corner_brackets(name: str) -> None:
    """GB/T 15834, 5.2.3: “ ” as 『 』, ‘ ’ as 「 」; the option leaves them lying."""
    drawn = set_down("国“家", name)[1], set_down("国『家", name)[1]
    assert drawn[0].left == pytest.approx(drawn[1].left)
    assert drawn[0].bottom == pytest.approx(drawn[1].bottom)
    single = set_down("国‘家", name)[1], set_down("国「家", name)[1]
    assert single[0].left == pytest.approx(single[1].left)
    lying = set_down("国“家", name, rules=ColumnRules(quotes="rotated"))[1]
    assert abs(lying.left - drawn[0].left) > 0.02


@in_each
def test_the_dash_runs_down_the_middle(name: str) -> None:
    """GB/T 15834, 5.1.4, 5.2.2: —— is one stroke down two cells, turned by us in the kai."""
    strokes = [ink for ink in set_down("国——家", name) if ink.words == "—"]
    top, bottom = min(ink.top for ink in strokes), max(ink.bottom for ink in strokes)
    assert 1.85 < bottom - top < 2.02
    assert (top + bottom) / 2 == pytest.approx(2, abs=0.03)
    assert all(ink.across == pytest.approx(0, abs=0.02) and ink.width < 0.12 for ink in strokes)
    ordered = sorted(strokes, key=lambda ink: ink.top)
    assert all(below.top <= above.bottom for above, below in pairwise(ordered))


@in_each
def test_the_ellipsis_runs_down_the_middle(name: str) -> None:
    """GB/T 15834, 5.1.5, 5.2.2: six dots down two cells."""
    dots = [ink for ink in set_down("国……家", name) if ink.words == "…"]
    assert [ink.across for ink in dots] == pytest.approx([0, 0], abs=0.02)
    assert [ink.down for ink in dots] == pytest.approx([1.5, 2.5], abs=0.05)
    assert all(ink.height > 3 * ink.width for ink in dots)


@in_each
@pytest.mark.parametrize("connector", ["—", "～", "–"])
def test_connectors_run_down_the_middle(name: str, connector: str) -> None:
    """GB/T 15834, 5.2.2: 连接号 居中，上下方向排列."""
    ink = ink_of(connector, f"国{connector}家", name)
    assert ink.height > 1.5 * ink.width
    assert ink.across == pytest.approx(0, abs=0.03)


@in_each
def test_the_middle_dot_stands_in_the_middle_of_half_a_cell(name: str) -> None:
    """GB/T 15834, 5.1.7 and 5.2.2; UAX #50 would turn it about the baseline."""
    ink = ink_of("·", "国·家", name)
    assert (ink.across, ink.down) == pytest.approx((0, 1.25), abs=0.02)
    moved = ink_of("家", "国·家", name).top - ink_of("家", "国家", name).top
    assert moved == pytest.approx(0.5, abs=0.02)


@in_each
@pytest.mark.parametrize("number", ["8", "25", "125"])
def test_short_numbers_stand_in_one_cell(name: str, number: str) -> None:
    """CLREQ: up to three digits across the column, within one em, in its middle."""
    digits = [ink for ink in set_down(f"国{number}家", name) if ink.words.isdigit()]
    left, right = min(ink.left for ink in digits), max(ink.right for ink in digits)
    assert right - left <= 1
    assert (left + right) / 2 == pytest.approx(0, abs=0.04)
    assert all(ink.height > ink.width for ink in digits)
    assert all(1.0 < ink.top < ink.bottom < 2.0 for ink in digits)
    assert digits[0].down == pytest.approx(1.5, abs=0.03)
    after = ink_of("家", f"国{number}家", name).top
    assert after == pytest.approx(ink_of("家", "国人家", name).top, abs=0.02)


@in_each
def test_long_numbers_and_words_lie(name: str) -> None:
    """UAX #50 R: turned clockwise, so that digits are wider than tall; capitals on the middle."""
    digits = [ink for ink in set_down("国2026家", name) if ink.words.isdigit()]
    assert all(ink.width > ink.height for ink in digits)
    assert [ink.words for ink in digits] == list("2026")
    assert all(abs(ink.across) < 0.06 for ink in digits)
    letter = ink_of("L", "国L家", name)
    # An L on its side has its foot at the left: the stem runs down from there.
    assert letter.width > letter.height


@in_each
def test_han_keep_a_quarter_em_from_latin(name: str) -> None:
    """CLREQ, Han–Latin gap 1/4 em: twice, against the same word in marks that take none."""
    wide = ink_of("家", "国HH家", name).top - ink_of("国", "国HH家", name).top
    solid = ink_of("家", "国HH国家", name).top - 1 - ink_of("国", "国", name).top
    assert wide == pytest.approx(solid, abs=0.02)
    none = ink_of("家", "国HH家", name, autospace=0.0).top
    assert ink_of("家", "国HH家", name).top - none == pytest.approx(0.5, abs=0.02)


@in_each
@pytest.mark.parametrize("symbol", "％℃①")
def test_symbols_stand(name: str, symbol: str) -> None:
    """UAX #50 U."""
    ink = ink_of(symbol, f"国{symbol}家", name)
    assert abs(ink.across) < 0.06
    assert ink.width >= ink.height * 0.9


@in_each
def test_arrows_are_turned(name: str) -> None:
    """UAX #50 R."""
    ink = ink_of("→", "国→家", name)
    assert ink.height > 1.5 * ink.width


@in_each
def test_a_pair_takes_an_em_and_a_half(name: str) -> None:
    """CLREQ, adjacent marks, measured between the Han either side; ？ keeps its em."""
    for pair, ems in (
        ("。”", 1.5),
        ("，《", 1.5),
        ("）、", 1.5),
        ("：“", 1.5),
        ("？”", 2),
        ("？！", 1),
    ):
        found = set_down(f"国{pair}国", name)
        assert found[-1].top - found[0].top == pytest.approx(1 + ems, abs=0.02), pair


@in_each
def test_half_width_punctuation_leaves_the_fixed_marks_alone(name: str) -> None:
    """开明: ， takes half an em in a column too; ： keeps one (CLREQ), though half on a line."""
    for mark, ems in (("，", 0.5), ("）", 0.5), ("。", 1), ("：", 1), ("；", 1)):
        found = set_down(f"国{mark}国", name, punctuation="kaiming")
        assert found[-1].top - found[0].top == pytest.approx(1 + ems, abs=0.02), mark


def test_a_mark_without_a_vertical_form_is_moved_by_its_ink() -> None:
    """A face whose `vert` is switched off: ， still goes to the upper right, （ is turned."""
    on_a_line = style("serif").plain.fonts.han[0]
    assert on_a_line.box_of(on_a_line.glyph_of("，")).right < 0.5
    base = style("serif")
    without = replace(base, plain=replace(base.plain, features=("-vert",)))
    moved = {ink.words: ink for ink in inks(page_of(copy("国，（：家"), without, 30))}
    assert moved["，"].left > 0 and moved["，"].bottom < 1.5
    assert moved["（"].width > 1.2 * moved["（"].height
    assert moved["："].across > 0 and moved["："].height > 1.5 * moved["："].width
