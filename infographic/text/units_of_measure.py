"""Units of measure: which are of one kind, how many of one make another, and what may be added."""

from __future__ import annotations

from collections.abc import Mapping
from fractions import Fraction

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.numerals import MAGNITUDES

_SIZES: Mapping[str, Mapping[str, str]] = {
    "mass": {"毫克": "1/1000", "克": "1", "两": "50", "斤": "500", "公斤": "1000", "吨": "1000000"},
    "length": {"毫米": "1/1000", "厘米": "1/100", "米": "1", "里": "500", "公里": "1000"},
    "area": {
        "平方厘米": "1/10000", "平方米": "1", "亩": "2000/3", "公顷": "10000",
        "平方公里": "1000000",
    },
    "volume": {"毫升": "1/1000", "升": "1", "立方米": "1000"},
    "energy": {"千瓦时": "1", "兆瓦时": "1000"},
    "power": {"瓦": "1/1000", "千瓦": "1", "兆瓦": "1000", "吉瓦": "1000000"},
    "time": {"秒": "1", "分钟": "60", "小时": "3600"},
    "data": {"kB": "1/1000000", "MB": "1/1000", "GB": "1", "TB": "1000", "PB": "1000000"},
}  # fmt: skip
"""Units by what they measure, with their size; 度 is left out: it may be of heat."""
_SAME = {
    "mg": "毫克", "g": "克", "kg": "公斤", "千克": "公斤", "t": "吨",
    "mm": "毫米", "cm": "厘米", "m": "米", "km": "公里", "千米": "公里",
    "m²": "平方米", "㎡": "平方米", "km²": "平方公里", "㎢": "平方公里", "平方千米": "平方公里",
    "ha": "公顷", "L": "升", "mL": "毫升", "ml": "毫升", "m³": "立方米", "㎥": "立方米",
    "方": "立方米",
    "kWh": "千瓦时", "kW·h": "千瓦时", "MWh": "兆瓦时", "kW": "千瓦", "MW": "兆瓦", "GW": "吉瓦",
    "h": "小时", "min": "分钟", "s": "秒", "人民币": "元", "yuan": "元",
}  # fmt: skip
_KINDS = {unit: kind for kind, sizes in _SIZES.items() for unit in sizes}
PERCENT = ("%", "‰", "‱")
_RATES = frozenset(
    [
        *PERCENT, "个百分点", "百分点", "个千分点", "pp", "percentage points",
        "倍", "℃", "°C", "度", "分贝",
    ]
)  # fmt: skip
_RATIO = late(
    r"率|比重|占比|比例|比值|指数|均|增速|增幅|增长(?!量|额|值)|涨幅|降幅|同比|环比|密度|强度|温|价|系数|排名|位次|得分"
    r"|\b(rate|ratio|share|index|mean|average|median|growth|price|rank|density|per)\b"
)


class MeasureUnit(NamedTuple):
    """A unit told into its parts: 万元/人 is 10⁴, 元, 人."""

    power: int
    """Of ten: 4 for 万."""
    core: str
    per: str = ""


def unit_in_parts(unit: str) -> MeasureUnit:
    """
    >>> unit_in_parts("万吨"), unit_in_parts("亿元/人").per, unit_in_parts("万")
    (MeasureUnit(power=4, core='吨', per=''), '人', MeasureUnit(power=4, core='', per=''))
    """
    whole, _, per = unit.strip().partition("/")
    power = 0
    # 千克, 千瓦 and 千瓦时 are units of their own.
    while whole not in _KINDS and whole not in _SAME:
        longest = max((m for m in MAGNITUDES if m and whole.startswith(m)), key=len, default="")
        if not longest:
            break
        power += MAGNITUDES[longest]
        whole = whole[len(longest) :]
    return MeasureUnit(power, _SAME.get(whole.strip(), whole.strip()), _SAME.get(per, per))


def times(unit: str, other: str) -> Fraction | None:
    """How many of `other` one of `unit` is; None between kinds (元 and 美元, 户 and 人).

    >>> times("万元", "亿元"), times("公顷", "亩"), times("万元", "万美元")
    (Fraction(1, 10000), Fraction(15, 1), None)
    """
    one, two = unit_in_parts(unit), unit_in_parts(other)
    if one.per != two.per:
        return None
    scale = Fraction(10) ** (one.power - two.power)
    if one.core == two.core:
        return None if unit in _RATES and unit != other else scale
    if unit in PERCENT and other in PERCENT:
        return Fraction(10) ** (PERCENT.index(other) - PERCENT.index(unit))
    kind = _KINDS.get(one.core)
    if kind is None or kind != _KINDS.get(two.core):
        return None
    return scale * Fraction(_SIZES[kind][one.core]) / Fraction(_SIZES[kind][two.core])


def is_percent(unit: str) -> bool:
    """Whether values of this unit are shares, whose difference is told in points."""
    return unit in PERCENT


def points_of(unit: str) -> str:
    """The unit in which two percentages differ."""
    return {"%": "个百分点", "‰": "个千分点", "‱": "个万分点"}[unit]


def may_be_added(name: str, unit: str) -> bool:
    """Whether amounts of a column add up: 产量 in 万吨 do, a rate, a mean and a price do not.

    >>> may_be_added("产量", "万吨"), may_be_added("城镇化率", "%"), may_be_added("单产", "公斤/亩")
    (True, False, False)
    """
    if unit in _RATES or "/" in unit:
        return False
    return _RATIO.search(name.lower()) is None
