"""How exactly a number is stated, and whether two statements can be of one value."""

from __future__ import annotations

from decimal import Decimal

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.subbing.quantities import FRACTION, Quantity
from infographic.text.numerals import MAGNITUDES

_HAN_NUMBER = late("[一二三四五六七八九十百千万亿零两]{2,}")
_SHORTENED = ("/headline", "/deck", "/kicker", "/title", "/subhead")
"""Where 4986 may stand as 5000."""
_ALIKE = {
    **dict.fromkeys(("名", "位"), "人"),
    **dict.fromkeys(("家", "座", "所", "处", "项"), "个"),
    "千米": "公里",
    "千克": "公斤",
    "percent": "%",
    "per cent": "%",
    "百分点": "个百分点",
    "percentage points": "个百分点",
    "人民币": "元",
}
_MEASURES = {
    "亩": ("area", "1"), "公顷": ("area", "15"), "平方公里": ("area", "1500"),
    "斤": ("mass", "0.5"), "公斤": ("mass", "1"), "吨": ("mass", "1000"), "克": ("mass", "0.001"),
    "米": ("length", "1"), "公里": ("length", "1000"),
    "厘米": ("length", "0.01"), "毫米": ("length", "0.001"),
    "元": ("money", "1"), "美元": ("money", "7"), "欧元": ("money", "8"), "港元": ("money", "0.9"),
    "千瓦时": ("energy", "1"), "度": ("energy", "1"), "兆瓦时": ("energy", "1000"),
    "毫克": ("mass", "0.000001"), "升": ("volume", "1"), "毫升": ("volume", "0.001"),
    "立方米": ("volume", "1000"), "km": ("length", "1000"), "cm": ("length", "0.01"),
    "m": ("length", "1"), "mm": ("length", "0.001"), "g": ("mass", "0.001"), "t": ("mass", "1000"),
    "平方厘米": ("area", "0.00000015"), "平方毫米": ("area", "0.0000000015"),
    "kg": ("mass", "1"), "MW": ("power", "1000"), "GW": ("power", "1000000"), "kW": ("power", "1"),
    "GB": ("data", "1"), "TB": ("data", "1000"), "MB": ("data", "0.001"),
    "千瓦": ("power", "1"), "兆瓦": ("power", "1000"), "平方米": ("area", "0.0015"),
    "分钟": ("time", "1"), "小时": ("time", "60"), "秒": ("time", "0.0167"),
}  # fmt: skip
"""Units of one dimension, with their size; a currency's only tells it from the others."""


class Bounds(NamedTuple):
    """What a stated number may be."""

    low: Decimal
    high: Decimal


def unit_of(quantity: Quantity) -> str:
    """The unit by which quantities are compared: 名 and 位 are 人."""
    return _ALIKE.get(quantity.unit, quantity.unit)


def measure_of(quantity: Quantity) -> tuple[str, Decimal]:
    """The dimension of a unit, and the value in it; a unit of its own where it has no other."""
    unit = unit_of(quantity)
    dimension, size = _MEASURES.get(unit, (unit, "1"))
    return dimension, quantity.value * Decimal(size)


def written(value: Decimal, like: Quantity) -> str:
    """A reckoned value in the magnitude and unit of a printed one, to its places and one more."""
    unit = "%" if like.unit == FRACTION else like.unit
    scaled = value.scaleb(-MAGNITUDES[like.magnitude])
    return f"{short(scaled, places_of(like))}{like.magnitude}{unit}"


def short(value: Decimal, places: int) -> str:
    """A value to so many places and one more, without idle zeros."""
    text = f"{value:.{min(places, 6) + 1}f}"
    return text.rstrip("0").rstrip(".")


def places_of(quantity: Quantity) -> int:
    return len(quantity.digits.partition(".")[2])


def last_place(quantity: Quantity) -> Decimal:
    """The worth of the last printed digit: 0.01万 of 176.98万."""
    return Decimal(1).scaleb(MAGNITUDES[quantity.magnitude] - places_of(quantity))


def last_figure(quantity: Quantity) -> Decimal:
    """The worth of the last digit that is no idle zero: 100 of 2300余."""
    whole = quantity.digits.lstrip("+-")
    if "." in whole:
        return last_place(quantity)
    idle = len(whole) - len(whole.rstrip("0")) if whole.strip("0") else 0
    return Decimal(1).scaleb(MAGNITUDES[quantity.magnitude] + idle)


def span_of(quantity: Quantity) -> Bounds:
    """The values that a printed number may stand for: 176.98万 is rounded, 2300 is counted."""
    value = quantity.value
    if quantity.few:
        slack = last_figure(quantity)
    elif quantity.magnitude or "." in quantity.digits:
        slack = last_place(quantity) / 2
    else:
        slack = Decimal(0)
    return Bounds(value - slack, value + slack)


def spans_beside(*stated: Quantity) -> list[Bounds]:
    """The values that numbers may stand for that are said beside each other.

    6万 beside 4.8万 is 6.0万; 12万 and 18万, both without a fraction, are hardly 11.5万 and 18.5万.
    """
    spans = [span_of(one) for one in stated]
    for at, one in enumerate(stated):
        if one.few or "." in one.digits or not one.magnitude:
            continue
        finer = [
            last_place(other) for other in stated
            if "." in other.digits and other.magnitude == one.magnitude
        ]  # fmt: skip
        slack = min(finer) / 2 if finer else last_place(one) / 5
        spans[at] = Bounds(one.value - slack, one.value + slack)
    return spans


def can_be_one(one: Quantity, other: Quantity) -> bool:
    """Whether both numbers can be one value, rounded or hedged: 近5万 and 4.96万."""
    spans = []
    for quantity in (one, other):
        span = span_of(quantity)
        pointer = quantity.passage.pointer
        is_short = pointer.startswith(_SHORTENED) or pointer.endswith(_SHORTENED)
        if is_short and not quantity.few:
            slack = last_figure(quantity) if "." not in quantity.digits else Decimal(0)
            span = Bounds(span.low - slack, span.high + slack)
        size = measure_of(quantity)[1] / quantity.value if quantity.value else Decimal(1)
        spans.append(Bounds(span.low * size, span.high * size))
    return spans[0].low <= spans[1].high and spans[1].low <= spans[0].high


def is_slip(one: Quantity, other: Quantity) -> bool:
    """Whether one number is the other with a slip of the hand.

    Digits exchanged, one digit wrong, missing or doubled; a point or a magnitude moved.
    """
    in_han = [_HAN_NUMBER.match(q.said) for q in (one, other)]
    if in_han[0] and in_han[1] and sorted(in_han[0][0]) == sorted(in_han[1][0]):
        return True  # 十三 and 三十
    a, b = (q.digits.lstrip("+-").replace(".", "") for q in (one, other))
    if a.strip("0") == b.strip("0"):
        return len(a.strip("0")) >= 2 or a == b
    if len(a) == len(b):
        wrong = [at for at, pair in enumerate(zip(a, b, strict=True)) if pair[0] != pair[1]]
        if len(wrong) == 1:
            return len(a) >= 3
        return len(wrong) == 2 and sorted(a) == sorted(b)
    longer, shorter = (a, b) if len(a) > len(b) else (b, a)
    return (
        len(longer) - len(shorter) == 1
        and len(shorter) >= 3
        and any(longer[:at] + longer[at + 1 :] == shorter for at in range(len(longer)))
    )
