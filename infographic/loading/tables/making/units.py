"""Units in headers: 产量（万吨）, 产量/万吨, 增速（%）, “单位：亿元” in a line above."""

from __future__ import annotations

import re
from functools import lru_cache

from infographic.foundation.late_pattern import late
from infographic.text.numerals import MAGNITUDES, WORDS

_MORE = [
    "标准煤",
    "吨标准煤",
    "吨公里",
    "人公里",
    "车公里",
    "标准箱",
    "标箱",
    "标台",
    "千瓦小时",
    "人日",
    "人天",
    "课时",
    "学时",
    "床",
    "张",
    "担",
    "卢布",
    "马克",
    "韩元",
    "卢比",
    "英镑",
    "桶",
    "百分点",
    "人民币元",
    "公斤",
    "摄氏度",
    "毫米汞柱",
    "光年",
    "海里",
    "节",
    "标准立方米",
    "立方",
    "平米",
    "平方",
    "方",
    "词",
    "万元",
    "美金",
    "元人民币",
    "单位",
    "倍",
    "分贝",
    "微克",
    "分",
    "cases",
    "deaths",
    "persons",
    "person",
    "households",
    "hectares",
    "tonnes",
    "bushels",
    "barrels",
    "index",
    "points",
    "usd",
    "cny",
    "rmb",
    "eur",
    "gbp",
    "yuan",
    "dollars",
    "euro",
    "euros",
    "pounds",
    "bn",
    "mn",
    "m",
    "bn.",
    "mn.",
    "t",
    "kg/ha",
    "t/ha",
    "pp",
    "°c",
    "℃",
    "℉",
]
_MAGNITUDE = "|".join(sorted(filter(None, MAGNITUDES), key=len, reverse=True))
_MAGNITUDES = late(
    rf"(?:(?:{_MAGNITUDE}|百|十|thousands?|millions?|billions?|bn|mn|mio\.?|mrd\.?|k)\s?)+(?:of\s)?"
)
RATES = late(
    r"增长(?!量|额|值)|增速|增幅|比重|占比|比例|同比|环比|涨跌|[^频汇功效]率|率$|指数|(?:性别|抚养|依存|负债)比|[=＝]\s*100|[%％‰]|percent|share|growth|rate"
)
"""Names of what is no quantity in the unit of its neighbours."""


@lru_cache(maxsize=1)
def _known() -> frozenset[str]:
    return frozenset(
        word.lower()
        for word in (
            *WORDS["classifiers"], *WORDS["latin_units"], *WORDS["percents"],
            *WORDS["currencies"], *WORDS["currencies"].values(), *_MORE,
        )
    )  # fmt: skip


@lru_cache(maxsize=512)
def is_unit(words: str) -> bool:
    """Whether words are a unit.

    >>> [is_unit(one) for one in ("万吨", "%", "元/人", "公斤/亩", "初步", "million tonnes")]
    [True, True, True, True, False, True]
    """
    words = words.strip()
    if not words or len(words) > 24:
        return False
    parts = re.split(r"[/／每·]", words)
    if words.isascii() and words.count(" ") == 1 and _is_pair(words):
        return True
    return len(parts) < 4 and all(_is_simple(part.strip(), n) for n, part in enumerate(parts))


def _is_simple(part: str, place: int) -> bool:
    low = part.lower()
    if low in _known():
        return True
    if place and re.fullmatch(r"[0-9]+\s?\S{1,4}", low):
        # 元/500克
        return re.sub(r"[0-9\s]", "", low) in _known() or re.sub(r"[0-9\s]", "", low) in MAGNITUDES
    match = _MAGNITUDES.match(low)
    if match is None:
        return False
    rest = low[match.end() :].strip()
    # What stands behind a magnitude is a unit, known or not: 万标台, 亿件次.
    return not rest or rest in _known() or (len(rest) <= 4 and all("一" <= c <= "鿿" for c in rest))


_IN_BRACKETS = late(
    r"(?P<name>.*?)\s*[（(\[【〔]\s*(?:(?:计量)?单位\s*[:：]\s*|unit\s*:\s*|in\s)?(?P<unit>[^（(\[【〔）)\]】〕]+?)\s*"
    r"[）)\]】〕](?P<mark>[①-⑳*＊†⁰¹²³⁴-⁹⁽⁾]*)"
)


HEADER_LONG = 200
"""Longer words are no header with a unit, nor a line of one: to look for it in them takes a time
that grows with their cube."""


def name_and_unit(header: str) -> tuple[str, str]:
    """A header's name, and its unit, "" where it has none.

    >>> name_and_unit("产量（万吨）"), name_and_unit("产量/万吨"), name_and_unit("产量（初步）")
    (('产量', '万吨'), ('产量', '万吨'), ('产量（初步）', ''))
    >>> name_and_unit("人均收入/元/人"), name_and_unit("Exports, USD bn")
    (('人均收入', '元/人'), ('Exports', 'USD bn'))
    """
    if len(header) > HEADER_LONG:
        return header, ""
    if "单位" in header and unit_line(header):
        # 指标, 单位：亿元: the unit is all that heads the values.
        return header, unit_line(header)
    match = _IN_BRACKETS.fullmatch(header)
    if match is not None and match["name"] and is_unit(match["unit"]):
        return (match["name"] + match["mark"]).strip(" ,，、:："), _plain(match["unit"])
    for mark in "/／":
        name, found, unit = header.partition(mark)
        if found and name.strip() and is_unit(unit):
            return name.strip(), _plain(unit)
    for mark in (",", "，", " ", "\u3000"):
        name, found, unit = header.rpartition(mark)
        if found and name.strip() and (is_unit(unit) or _is_pair(unit)):
            return name.strip().removesuffix(" in"), _plain(unit)
        if mark == ",":
            name, found, unit = header.partition(mark)
            if found and name.strip() and (is_unit(unit) or _is_pair(unit)):
                return name.strip(), _plain(unit)
    if header[-1:] in ("%", "％", "‰", "℃") and len(header) > 1:
        return header[:-1].rstrip(), _plain(header[-1])
    return header, ""


def _is_pair(words: str) -> bool:
    """USD bn, EUR million."""
    parts = words.split()
    return len(parts) == 2 and all(map(is_unit, parts))


def two_units(words: str) -> tuple[str, str] | None:
    """A quantity's unit and that of rates, where a line names just these two.

    >>> two_units("亿元、%"), two_units("万亩、万吨"), two_units("%，万吨")
    (('亿元', '%'), None, ('万吨', '%'))
    """
    parts = [_plain(part) for part in re.split(r"[、，,;；]", words)]
    quantities = [part for part in parts if part != "%"]
    is_pair = len(parts) == 2 and len(quantities) == 1 and is_unit(quantities[0])
    return (quantities[0], "%") if is_pair else None


def _plain(unit: str) -> str:
    return unit.strip().replace("％", "%").replace("／", "/")


_UNIT_LINE = late(
    r"[（(\[]?\s*(?:计量)?\s*单\s*位\s*[:：]\s*(?P<unit>[^（(\[）)\]]+?)\s*[）)\]]?|units?\s*:\s*(?P<latin>.+)"
)


def unit_line(words: str) -> str:
    """The unit that a line above a table names; "" for another line.

    >>> unit_line("单位：亿元"), unit_line("（计量单位：万人）"), unit_line("2024年")
    ('亿元', '万人', '')
    """
    words = words.strip()
    match = _UNIT_LINE.fullmatch(words.lower()) if len(words) <= HEADER_LONG else None
    if match is None:
        return ""
    found = match["unit"] or match["latin"]
    at = words.lower().find(found)
    return _plain(words[at : at + len(found)])
