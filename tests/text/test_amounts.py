"""What the numbers in a text come to: one grammar, exact."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import get_args, get_type_hints

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from infographic.foundation.datum import BUILT_IN
from infographic.story.model import Stat
from infographic.story.stat import amounts_of, fault_of, value_of
from infographic.text import amounts
from infographic.text.amounts import amount_of, amounts_in, numbers_in
from infographic.text.markup import read_markup
from infographic.text.numerals import MAGNITUDES, SENSES, WORDS, format_number, in_order

# A text, and of each of its amounts: value, unit, qualifier.
TABLE: dict[str, list[tuple[str, str, str]]] = {
    # Digits
    "建立城市党建联盟2300余个": [("2300", "个", "余")],
    "党员158.89万名": [("1588900", "名", "")],
    "1,769,800": [("1769800", "", "")],
    "3.4亿": [("340000000", "", "")],
    "投资1.5万亿元": [("1500000000000", "元", "")],
    "1769800名党员": [("1769800", "名", "")],
    "300多名": [("300", "名", "多")],
    "300余万人次": [("3000000", "人次", "余")],
    "80%以上": [("80", "%", "以上")],
    "百分之1.2.3": [],
    "不足5%": [("5", "%", "不足")],
    "近1.2万人次": [("12000", "人次", "近")],
    "5千克，3千米，300万千瓦时": [("5", "千克", ""), ("3", "千米", ""), ("3000000", "千瓦时", "")],
    "5千人": [("5000", "人", "")],
    "１２３个，１２．５％": [("123", "个", ""), ("12.5", "%", "")],
    "1亿2000万元": [("120000000", "元", "")],
    "3万5千人": [("35000", "人", "")],
    "2.3 million people": [("2300000", "people", "")],
    "2,300 km of road": [("2300", "km", "")],
    "12.5 percentage points": [("12.5", "percentage points", "")],
    "0.30": [("0.30", "", "")],
    ".5%": [("0.5", "%", "")],
    # As desks paste them
    "１７６．９８万吨": [("1769800", "吨", "")],
    "2，300余户，39 218户": [("2300", "户", "余"), ("39218", "户", "")],
    "39\u2009218户": [("39218", "户", "")],
    "≥8万吨，≤5%": [("80000", "吨", ""), ("5", "%", "")],
    "100+个": [("100", "个", "+")],
    "1.2×10⁶个，1e6个，10^10": [
        ("1200000", "个", ""),
        ("1000000", "个", ""),
        ("10000000000", "", ""),
    ],
    "⅓，1½倍": [("None", "", ""), ("1.5", "倍", "")],
    "165€，RMB 500，165 USD": [("165", "欧元", ""), ("500", "元", ""), ("165", "美元", "")],
    "5000元/平方米": [("5000", "元/平方米", "")],
    "105.6∶100，3比1，9:30，9时30分，12′30″，3×4，3分20秒": [],
    "总分406分，9时30分": [("406", "分", "")],
    "16千瓦，500千伏，3千册": [("16", "千瓦", ""), ("500", "千伏", ""), ("3000", "册", "")],
    "95平方毫米，3万平方厘米": [("95", "平方毫米", ""), ("30000", "平方厘米", "")],
    "一成五，两成半，三成一个": [("1.5", "成", ""), ("2.5", "成", ""), ("3", "成", "")],
    "2025-11-22，2025/11/22，No.1，第3，1.0版，Ⅲ级": [],
    "住101，102，103室": [("101", "", ""), ("102", "", ""), ("103", "", "")],
    # Shares
    "80.5%": [("80.5", "%", "")],
    "2.1‰": [("2.1", "‰", "")],
    "百分之三十五": [("35", "%", "")],
    "百分之八十点五": [("80.5", "%", "")],
    "百分之百": [("100", "%", "")],
    "百分之35": [("35", "%", "")],
    "千分之二点一": [("2.1", "‰", "")],
    "+12.3个百分点": [("12.3", "个百分点", "")],
    "四分之三的村": [("0.75", "", "")],
    "二十分之一": [("0.05", "", "")],
    "三分之一": [("None", "", "")],
    "约3/10": [("0.3", "", "约")],
    # Below nothing
    "−3.5℃": [("-3.5", "℃", "")],
    "–2℃": [("-2", "℃", "")],
    "下降到-1.5%": [("-1.5", "%", "")],
    "零下20℃": [("-20", "℃", "")],
    "增速为负3.5%": [("-3.5", "%", "")],
    "－8个": [("-8", "个", "")],
    "误差±0.5℃": [("None", "℃", "")],
    # In Han
    "两千三百个": [("2300", "个", "")],
    "一百七十七万名": [("1770000", "名", "")],
    "全长三百八十公里": [("380", "公里", "")],
    "三亿二千万元": [("320000000", "元", "")],
    "三十余万人": [("300000", "人", "余")],
    "三点五万人": [("35000", "人", "")],
    "八十点五元": [("80.5", "元", "")],
    "增长两倍": [("2", "倍", "")],
    "五条措施": [("5", "条", "")],
    "超百亿元": [("10000000000", "元", "超")],
    # No exact number
    "十余万人": [("None", "人", "余")],
    "上百人": [("None", "人", "")],
    "数千名": [("None", "名", "")],
    "几十万元": [("None", "元", "")],
    "成千上万户": [("None", "户", "")],
    "十几个": [("None", "个", "几")],
    "三四百人": [("None", "人", "")],
    "七八十年": [("None", "年", "")],
    # Ranges
    "3—5万": [("30000", "", ""), ("50000", "", "")],
    "3-5万人": [("30000", "人", ""), ("50000", "人", "")],
    "3万-5万户": [("30000", "户", ""), ("50000", "户", "")],
    "63%～68%": [("63", "%", ""), ("68", "%", "")],
    "每月3至5次": [("3", "次", ""), ("5", "次", "")],
    "between 3 and 5 million": [("3000000", "", ""), ("5000000", "", "")],
    # Money
    "￥5000": [("5000", "元", "")],
    "US$3.5 million": [("3500000", "美元", "")],
    "近HK$20亿": [("2000000000", "港元", "近")],
    # Time that is counted
    "3个月": [("3", "个月", "")],
    "三年半": [("3.5", "年", "")],
    "2个半小时": [("2.5", "小时", "")],
    "近5000年": [("5000", "年", "近")],
    # None at all
    "二〇二五年": [],
    "2025年11月22日": [],
    "2020—2025年": [],
    "20世纪90年代": [("20", "", "")],
    "第三次、第3条、第十五届、15版": [],
    "热线010-12345678，帐号1234567": [],
    "C919、F-35、1.2.3版、v2": [],
    "12:30，3∶2，3比2，11秒35": [],
    "十五五、一二〇、三点半、十点五分": [],
    "一个人的一种生活，一半以上": [],
    "老百姓，千家万户": [],
    "一万五元": [],
    "": [],
}


@pytest.mark.parametrize("text", TABLE)
def test_each_number_comes_to_what_it_says(text: str) -> None:
    found = [(str(one.value), one.unit, one.qualifier) for one in amounts_in(text)]
    assert found == TABLE[text]


@pytest.mark.parametrize("text", TABLE)
def test_a_number_stands_at_its_own_characters(text: str) -> None:
    end = 0
    for one in numbers_in(text):
        assert end <= one.start < one.end <= len(text)
        if one.kind == "amount" and "." not in one.words and not one.is_in_range:
            assert one.words[:1] == amounts.half_width(text)[one.start]
        end = one.end


def test_a_share_is_exact_though_no_decimal_is() -> None:
    assert [one.share for one in amounts_in("三分之一，2/3，四分之三")] == [
        Fraction(1, 3), Fraction(2, 3), Fraction(3, 4),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "sense"),
    [
        ("300个", "exact"), ("300余个", "at least"), ("约300个", "about"), ("不足300个", "at most"),
        ("300个以下", "at most"), ("超过300个", "at least"), ("不超过300个", "at most"),
        ("上百个", "at least"), ("数百个", "about"),
    ],
)  # fmt: skip
def test_a_qualifier_says_what_a_value_is(text: str, sense: str) -> None:
    assert [one.sense for one in amounts_in(text)] == [sense]


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("第1、2、3条和第5条", ["ordinal"] * 4),
        ("第三届", ["ordinal"]), ("第3名", ["ordinal"]), ("二〇二五年", ["date"]),
        ("1998年5月12日", ["date"] * 3), ("2020—2025年", ["date"] * 2), ("10-12月", ["date"] * 2),
        ("电话12345678", ["code"]), ("007", ["code"]), ("三分之一", ["share"]), ("5年", ["amount"]),
    ],
)  # fmt: skip
def test_a_number_that_counts_nothing_is_known_for_what_it_is(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in numbers_in(text)] == kinds


def test_a_typed_number_is_an_amount_though_it_looks_like_a_year_or_an_account() -> None:
    values = [amount_of(text) for text in ("2025", "1769800", "约￥3.5万", "负3%")]
    assert [str(one.value) for one in values if one] == ["2025", "1769800", "35000", "-3"]


@pytest.mark.parametrize("text", ["", "党建", "增长5%", "3至5万", "第3", "2300个党组织", "上年3"])
def test_what_is_more_than_a_number_or_none_is_no_amount(text: str) -> None:
    assert amount_of(text) is None


def test_no_digit_is_lost_however_many_there_are() -> None:
    long = "1234567890" * 5
    assert [str(one.value) for one in amounts_in(f"{long}.25万个")] == [f"{long}2500.0"[:-2]]
    assert str(amounts_in(f"{long}.123个")[0].value) == f"{long}.123"


def test_the_marks_of_a_sentence_do_not_change_its_amounts() -> None:
    marked, _ = read_markup("由**158.89**万名增至**1,769,800**名", BUILT_IN)
    assert [str(one.value) for one in amounts_in(marked.text)] == ["1588900", "1769800"]


# There and back

NUMBERS = st.decimals(-(10**14), 10**14, places=3).map(lambda n: n.normalize())
HAN_MAGNITUDES = [word for word in MAGNITUDES if not word.isascii() or not word]
BEHIND = ["", "余", "多", "以上", "左右"]


@settings(deadline=None)
@given(
    value=NUMBERS,
    magnitude=st.sampled_from(HAN_MAGNITUDES),
    unit=st.sampled_from(["", "个", "名", "公里", "%", "个百分点", "元", "人次"]),
    qualifier=st.sampled_from([*BEHIND, "约", "超过", "不足"]),
    grouping=st.booleans(),
)
def test_what_is_written_out_is_read_back_exactly(
    value: Decimal, magnitude: str, unit: str, qualifier: str, grouping: bool
) -> None:
    # Nobody writes 3万% or 80余%, and 多 stands before what is counted.
    assume(unit != "%" or not (magnitude or qualifier in WORDS["few"]))
    assume(unit or qualifier != "多")
    digits = format_number(f"{value:f}", magnitude, grouping=grouping)
    text = "".join(words for _, words in in_order(digits, magnitude, unit, qualifier))
    read = amount_of(text)
    assert read is not None, text
    assert (read.value, read.unit, read.qualifier) == (value, unit, qualifier), text
    assert read.sense == SENSES.get(qualifier, "exact")


@settings(deadline=None)
@given(
    value=st.one_of(st.integers(-(10**12), 10**12), st.floats(-1e9, 1e9)),
    magnitude=st.sampled_from(["", "千", "万", "百万", "亿"]),
)
def test_a_stat_comes_to_its_value_however_it_is_rounded(value: float, magnitude: str) -> None:
    stat = Stat(value=value, as_=magnitude, decimals=1, unit="名")  # type: ignore[arg-type]
    (amount,) = amounts_of(stat)
    assert amount.value == Decimal(str(value))


def test_a_sentence_and_a_change_state_all_their_numbers() -> None:
    change = Stat(
        from_=read_markup("由**3**个", BUILT_IN)[0], to=read_markup("**5**个", BUILT_IN)[0]
    )
    assert [str(one.value) for one in amounts_of(change)] == ["3", "5"]
    assert amounts_of(Stat(value="甲等")) == ()


@settings(deadline=None, max_examples=200)
@given(
    st.text(
        st.sampled_from(
            "0123456789,.-−+±%一二三十百千万亿零〇点分之半年月第几"
            "上余多约至—～/:个元￥ aC^e×⁶⁻⅓⁄Ⅲ，′≥第"
        ),
        max_size=24,
    )
)
def test_no_text_makes_it_fall_and_no_number_is_read_twice(text: str) -> None:
    end = 0
    for one in numbers_in(text):
        assert end <= one.start < one.end
        assert one.value is None or one.value.is_finite()
        end = one.end


@pytest.mark.parametrize(
    ("value", "hint"),
    [
        ("2300", "write the number without quotes: 2300"),
        ("176.98万名", 'write the number without quotes: 1769800, with "as": "万", "unit": "名"'),
        ("三分之一", "write a number without quotes, or take “decimals” out"),
    ],
)
def test_a_text_that_cannot_be_reckoned_with_is_said_to_be_written_as_its_number(
    value: str, hint: str
) -> None:
    fault = fault_of(Stat(value=value, decimals=1))
    assert fault is not None
    assert (fault.code, fault.hint) == ("stat-form", hint)


# One grammar


def test_every_word_of_the_grammar_stands_in_one_list() -> None:
    before, after, few = (set(WORDS[name]) for name in ("before", "after", "few"))
    assert not (before & after or before & few or after & few)
    assert set(SENSES.values()) == {"about", "at least", "at most"}


@pytest.mark.parametrize("word", sorted(WORDS["few"]))
def test_the_order_of_the_words_for_a_few_is_the_same_set_and_read(word: str) -> None:
    set_as = value_of(Stat(value=2300, unit="个", qualifier=word)).text
    assert set_as == f"2300{word}个"
    assert [one.qualifier for one in amounts_in(set_as)] == [word]


def test_the_magnitudes_a_stat_may_ask_for_are_magnitudes() -> None:
    assert set(get_args(get_type_hints(Stat)["as_"])) <= set(MAGNITUDES)
