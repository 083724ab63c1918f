"""What holds together is parted at a price: rather than a hole, never for nothing."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from square_style import FONTS, SQUARE, copy, copy_of, in_face, set_words, square, words
from steps import steps

from infographic.foundation.font import Face, open_face
from infographic.text.demerits import has_hole
from infographic.text.galley import Galley
from infographic.text.glue import AT_A_PART, BEFORE_A_UNIT, glue
from infographic.text.interned import interned_style
from infographic.text.lines import break_lines
from infographic.text.paragraph import Paragraph, galleys_of, set_paragraph
from infographic.text.runaround import set_runaround
from infographic.text.style import Alignment, ColumnRules, Part, TextStyle

RIGID = ["1,234.56", "105.6∶100", "21∶19", "21:19", "3比1", "80%", "5.2％", "-3.5℃", "2026-11-22"]
TEXTS = [
    "活动于2026年11月22日在京举行",
    "据新华社北京2026年11月22日电（记者李华）今天上午全国农业工作会议在京召开",
    "根据国发〔2025〕3号文件精神，推进乡村全面振兴",
    "办发［2025］12号和国办函[2024]105号文件印发各地",
    "增长3～5万元，共4000余户企业，2010—2020年间达12.5亿元",
    "完成投资12.5亿元，同比增长3.2个百分点，惠及176.98万人",
    "售价￥1,299元，折合US$165，降幅5.2%～7.8%，比分21∶19",
    "截至11月份，气温-3.5℃至5℃，男女比例105.6∶100",
]


@cache
def serif() -> Face:
    return open_face(FONTS / "noto-serif-sc-regular.ttf")


def galley_of(text: str, style: TextStyle) -> Galley:
    return galleys_of(copy(text), interned_style(style))[0][0]


def styles(face: Face) -> list[TextStyle]:
    ragged, columns = Alignment.LEFT, ColumnRules()
    return [
        in_face(face),
        in_face(face, alignment=ragged),
        in_face(face, alignment=ragged, balance=True, punctuation="kaiming"),
        in_face(face, column=columns),
        in_face(face, alignment=ragged, balance=True, column=columns),
    ]


def cuts(paragraph: Paragraph) -> list[str]:
    """The characters on either side of each line's end."""
    return [a[-1] + b[0] for a, b in pairwise(words(paragraph))]


@pytest.mark.parametrize("text", TEXTS)
def test_no_dateline_is_refused_that_has_a_legal_break(text: str) -> None:
    """From the width of its longest rigid piece on, in every style and measure."""
    for style in styles(serif()):
        galley = galley_of(text, style)
        edges = [0, *galley.legal_ends()]
        widest = max(galley.rights[b] - galley.lefts[a] for a, b in pairwise(edges))
        for ems in range(4, 31):
            paragraph = set_paragraph(copy(text), style, ems * 10)
            assert paragraph.overset == 0 or widest > ems * 10
            assert "".join(words(paragraph)) == text


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("face", [SQUARE, None], ids=["square", "serif"])
def test_a_justified_line_has_a_hole_only_where_no_legal_ends_leave_none(
    text: str, face: Face | None
) -> None:
    """Against all ways to end lines at legal ends, tried one by one."""
    style = in_face(face or serif())
    galley = galley_of(text, style)
    for ems in range(6, 31):
        measure = ems * 10.0
        ends = break_lines(galley, measure, 0.0, justified=True)
        if has_hole(galley, ends, (measure,), 0.0, True):
            assert not fillable(galley, measure), (ems, ends)


def fillable(galley: Galley, measure: float) -> bool:
    """Whether lines that end at legal ends can all be filled without holes."""
    ends, count = galley.legal_ends(), len(galley.advances)
    reached = {0}
    for end in ends:
        for start in sorted(reached, reverse=True):
            is_orphan = end == count and galley.starts[end] - galley.starts[start] < 2
            if not is_orphan and is_filled(galley, start, end, measure):
                reached.add(end)
                break
    return count in reached


def is_filled(galley: Galley, start: int, end: int, measure: float) -> bool:
    """Whether a line holds so much without a hole, closed up or spread by 0.2 em a gap."""
    natural = galley.rights[end] - galley.lefts[start]
    least = natural - (galley.shrinkable[end - 1] - galley.shrinkable[start])
    ready = galley.stretchable[end - 1] - galley.stretchable[start]
    most = natural + ready + 0.2 * galley.size * (galley.evens[end - 1] - galley.evens[start])
    is_last = end == len(galley.advances)
    return least <= measure + 0.001 and (is_last or most >= measure - 0.001)


@pytest.mark.parametrize("piece", RIGID)
def test_digits_with_separators_sign_and_percent_are_parted_at_no_price(piece: str) -> None:
    text = f"全市共有{piece}的人口"
    for ems in range(4, 20):
        paragraph = set_words(text, ems * 10) if ems > len(piece) else None
        if paragraph is not None:
            assert any(piece in line for line in words(paragraph)), words(paragraph)


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("face", [SQUARE, None], ids=["square", "serif"])
def test_nothing_is_parted_where_whole_things_leave_no_hole(text: str, face: Face | None) -> None:
    style = in_face(face or serif())
    whole = in_face(face or serif(), keep_dates="forbid", keep_number_unit="forbid")
    free = galley_of(text, whole)
    for ems in range(6, 31):
        ends = break_lines(free, ems * 10.0, 0.0, justified=True)
        if not free.prices and not has_hole(free, ends, (ems * 10.0,), 0.0, True):
            assert words(set_paragraph(copy(text), style, ems * 10)) == words(
                set_paragraph(copy(text), whole, ems * 10)
            )


def test_a_dateline_fills_its_narrow_column_instead_of_leaving_it_half_empty() -> None:
    text = "据新华社北京2026年11月22日电（记者李华）今天上午"
    paragraph = set_paragraph(copy(text), in_face(serif()), 130)
    assert words(paragraph)[0] == "据新华社北京2026年11月"
    assert [line.text.width for line in paragraph.lines[:-1]] == [130.0]
    kept = set_paragraph(copy(text), in_face(serif(), keep_dates="forbid"), 130)
    assert words(kept)[0] == "据新华社北京"
    free = set_paragraph(
        copy(text), in_face(serif(), keep_dates=False, keep_number_unit=False), 130
    )
    assert words(free)[0] == "据新华社北京2026年11月"


def test_a_date_is_parted_after_its_year_before_it_is_parted_inside_it() -> None:
    text = "北京2026年11月22日" + "电" * 4
    assert cuts(set_words(text, 80, alignment=Alignment.LEFT))[0] in ("年1", "月2")
    prices = {(one.start, one.end): one.price for one in glue("2026年11月", dates=True)}
    assert prices[0, 8] == AT_A_PART
    assert prices[3, 5] == prices[6, 8] == BEFORE_A_UNIT


def test_forbidding_a_break_refuses_the_page_that_has_no_room() -> None:
    text = "活动于2026年11月22日在京举行"
    assert set_paragraph(copy(text), in_face(serif()), 80).overset == 0
    forbidden = in_face(serif(), keep_dates="forbid")
    assert set_paragraph(copy(text), forbidden, 80).overset > 0


def test_a_ranges_dash_starts_no_line_and_may_end_one() -> None:
    for text in ("人口增长3～5倍", "二〇年2010—2020年", "三年3年-5年期"):
        for ems in range(5, 10):
            for line in words(set_words(text, ems * 10, kinsoku="none"))[1:]:
                assert line[0] not in "～—-"
    assert words(set_words("增长率为63%～68%的", 85))[0] == "增长率为63%～"


def test_a_range_is_parted_at_its_dash_before_its_unit_is_torn_off() -> None:
    """The dash's line lacks an em and the unit's is full: a unit has the higher price."""
    lines = words(set_words("国人，民3～5倍木", 70, alignment=Alignment.JUSTIFY))
    assert lines == ["国人，民3～", "5倍木"]


def test_a_range_joined_by_a_hyphen_is_parted_behind_it_and_a_score_never() -> None:
    assert words(set_words("规划期为2020-2025年内", 100))[0].endswith("2020-")
    assert not any(line.endswith("21-") for line in words(set_words("上场比分为21-19胜", 80)))


@pytest.mark.parametrize("unit", ["㎡", "㎏", "㏄"])
def test_a_unit_of_one_character_has_the_price_of_a_unit(unit: str) -> None:
    assert list(glue(f"约10{unit}的")) == [(2, 4, BEFORE_A_UNIT)]


def test_a_year_in_brackets_is_no_notes_mark() -> None:
    for text in ("根据国发［2025］3号", "根据国发〔2025〕3号", "根据国发[2025]3号"):
        assert any(
            cut[1] in "［〔[" for ems in range(6, 14) for cut in cuts(set_words(text, ems * 10))
        )
    for ems in range(6, 14):
        assert not any(
            cut[1] in "[①" for cut in cuts(set_words("根据这份报告[12]说明①的", ems * 10))
        )


def test_a_word_joined_by_the_author_is_parted_at_no_price() -> None:
    number = ("2300余个", Part.DIGITS, 1)
    spans = copy_of(("全市建立", Part.PLAIN), number, ("联盟", Part.PLAIN))
    assert set_paragraph(spans, square(), 60).overset == 0
    kept = replace(spans, spans=tuple(replace(s, kept=bool(s.group)) for s in spans.spans))
    assert set_paragraph(kept, square(), 60).overset > 0


def test_what_can_be_closed_up_is_not_too_wide() -> None:
    text = "活动于{}在京".format("2026年11月22日")
    style = in_face(serif(), keep_dates="forbid", keep_number_unit="forbid")
    natural = set_paragraph(copy("2026年11月22日"), style, inf).natural_width
    paragraph = set_paragraph(copy(text), style, natural - 5)
    assert paragraph.overset == paragraph.overrun == 0
    assert paragraph.lines[1].text.width <= natural - 5 + 0.01
    ragged = in_face(serif(), keep_dates="forbid", alignment=Alignment.LEFT)
    paragraph = set_paragraph(copy(text), ragged, natural - 5)
    assert paragraph.overset == 0
    assert paragraph.lines[1].text.width <= natural - 5 + 0.01


def test_lines_round_a_picture_are_parted_at_the_same_price() -> None:
    text = TEXTS[1]
    shaped = set_runaround(copy(text), in_face(serif()), (130.0, 130.0, 200.0))
    plain = set_paragraph(copy(text), in_face(serif()), 130)
    assert words(shaped)[:1] == words(plain)[:1]


@given(st.text("国12年月日人万～〔2025〕，。", max_size=40), st.integers(4, 20))
def test_any_row_of_numbers_and_marks_is_set_without_loss(text: str, ems: int) -> None:
    assert "".join(words(set_words(text, ems * 10))) == text


def test_the_work_of_a_paragraph_full_of_prices_grows_as_its_length_does() -> None:
    base = "据新华社北京2026年11月22日电，共4000余户企业增收3～5万元，国发〔2025〕3号。"

    def work_of(repeats: int) -> int:
        text = copy(base * repeats + str(repeats))
        return steps(lambda: set_paragraph(text, in_face(serif(), 9), 117))

    assert work_of(100) < 1.2 * (100 / 20) * work_of(20)


def test_a_justified_line_knows_its_spread_and_what_it_falls_short() -> None:
    short = set_words("人民1234个人民", 60, keep_number_unit="forbid").lines[0]
    assert (short.text.spread, short.text.short) == (0, 40)
    (spread, *_) = set_words("人民日报123个的", 60, keep_number_unit="forbid").lines
    assert spread.text.spread == pytest.approx(2 / 3)
    assert spread.text.short == 0
    ragged = set_words("人民1234个人民", 60, alignment=Alignment.LEFT, keep_number_unit="forbid")
    assert all(line.text.short == line.text.spread == 0 for line in ragged.lines)


def test_a_line_is_saved_where_the_style_has_no_room_for_it() -> None:
    text = "粮食产量达1.37万亿斤再创新高"
    for own in ({"balance": True}, {"alignment": Alignment.LEFT}, {}):
        style = in_face(serif(), **own)
        plain = words(set_paragraph(copy(text), style, 90))
        fewer = words(set_paragraph(copy(text), replace(style, max_lines=2), 90))
        assert len(fewer) == 2 <= len(plain)
        assert "".join(fewer) == text
    ranges, left = "国人3～5倍3～5倍", Alignment.LEFT
    assert words(set_words(ranges, 60, alignment=left)) == ["国人3～", "5倍3～", "5倍"]
    fewer = words(set_words(ranges, 60, alignment=left, max_lines=2))
    assert fewer == ["国人3～5", "倍3～5倍"]
    roomy = replace(in_face(serif(), balance=True), max_lines=3)
    assert words(set_paragraph(copy(text), roomy, 90)) == ["粮食产量", "达1.37万亿斤", "再创新高"]


def test_a_line_that_would_have_holes_beside_a_hanging_stop_takes_a_price() -> None:
    text = "国国国国国，12345的国国国国国国国"
    for ems in range(5, 12):
        style = square(hanging=True, line_end="full")
        galley = galley_of(text, style)
        ends = break_lines(galley, ems * 10.0, 0.0, justified=True)
        paragraph = set_paragraph(copy(text), style, ems * 10.0)
        loose = [line.text.spread > 0.2 or line.text.short > 1 for line in paragraph.lines]
        assert has_hole(galley, ends, (ems * 10.0,), 0.0, True) == any(loose)
