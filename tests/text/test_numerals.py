"""Typed numbers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infographic.text.marked_numbers import read_number
from infographic.text.numerals import MAGNITUDES, format_number, head_of, tail_of


@pytest.mark.parametrize(
    "text",
    [
        "2300", "1,769,800", "−3.5℃", "±0.5", "1/3", "12:30", "超过100万元", "近1.2万人次",
        "1.2 million", "2.5 percentage points", "35 km", "10 Gb/s", "63%～68%", "3-5万",
        "100万～200万元", "￥5000", "80%以上", "不足5%", "300多名", "1.5万亿元", "20余座",
        "第3条", "2025年11月22日",
    ],
)  # fmt: skip
def test_a_typed_number_is_read_whole(text: str) -> None:
    pieces = read_number(text)
    assert pieces is not None
    assert "".join(words for _, words in pieces) == text


@pytest.mark.parametrize("text", ["党建", "", "万", "3大工程", "2300个党组织", "C919", "%"])
def test_words_are_no_number(text: str) -> None:
    assert read_number(text) is None


@pytest.mark.parametrize(
    ("text", "tail"),
    [
        ("个百分点", "个百分点"), ("个人", ""), ("人次参与", "人次"), ("人民", ""),
        ("户企业", "户"),
        ("家庭", ""), ("万平方米的", "万平方米"), ("余亩", "余亩"), ("多人", "多人"),
        ("年以上", "年以上"), ("大工程", ""),
        (" km long", " km"), (" kmart", ""), ("km的", "km"), ("月15日", "月"), ("万", "万"),
    ],
)  # fmt: skip
def test_what_follows_a_number_is_its_unit_or_not(text: str, tail: str) -> None:
    assert "".join(words for _, words in tail_of(text)) == tail


def test_a_qualifier_before_a_number_is_not_the_end_of_another_word() -> None:
    assert [head_of(text) for text in ("投入近", "附近", "最近", "超", "英超", "不足")] == [
        "近", "", "", "超", "", "不足",
    ]  # fmt: skip


def test_a_number_is_given_exactly_at_its_magnitude() -> None:
    assert format_number(1769800, "万") == "176.98"
    assert format_number(482_000_000, "亿") == "4.82"
    assert format_number("12345678901234567890123456789012345", "万").endswith("901.2345")


def test_rounding_happens_only_when_asked_and_goes_half_up() -> None:
    assert format_number(2.675) == "2.675"
    assert format_number(2.675, decimals=2) == "2.68"
    assert format_number("-0.004", decimals=2) == "0.00"
    assert format_number(5, decimals=1) == "5.0"


def test_digits_are_grouped_by_three() -> None:
    assert format_number(1234567.5, grouping=True) == "1,234,567.5"


@pytest.mark.parametrize(
    "value", ["", "abc", "12a", "1,23", float("nan"), float("inf"), True, "1e5"]
)
def test_what_is_no_number_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="not a number"):
        format_number(value)  # type: ignore[arg-type]


def test_an_unknown_magnitude_is_refused() -> None:
    with pytest.raises(ValueError, match="magnitude"):
        format_number(5, "兆")


@given(st.integers(-(10**15), 10**15), st.sampled_from(sorted(MAGNITUDES)))
def test_no_digit_is_lost(value: int, magnitude: str) -> None:
    shown = Decimal(format_number(value, magnitude))
    assert shown.scaleb(MAGNITUDES[magnitude]) == value
