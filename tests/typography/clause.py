"""A clause of a standard, its cases, and the texts they set.

A case is a text, a style and a claim; it is set in every one of its measures and in three faces
(the shipped serif and sans, and the font of squares), and read back from the PDF.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from . import claims as c
from .claims import Claim

EMS = (9, 10, 11, 12, 13, 14.5, 16, 18, 20, 25)
"""The measures that a case is swept over unless it needs others."""
ONE = (30,)
FACES = ("serif", "sans", "square")


@dataclass(frozen=True, slots=True)
class Case:
    text: str
    claim: Claim
    style: dict[str, Any] = field(default_factory=dict)
    ems: Sequence[float] = EMS
    faces: Sequence[str] = FACES


@dataclass(frozen=True, slots=True)
class Clause:
    """One rule of a standard."""

    standard: str
    section: str
    rule: str
    cases: tuple[Case, ...] = ()
    control: dict[str, Any] = field(default_factory=dict)
    """A style under which the cases must fail. `house` in it is a mutated table, `code` names a
    rule that is taken out of the program (conftest.MUTATIONS)."""
    option: str = ""
    """The style option that decides it."""
    not_kept: str = ""
    """Why not."""
    must: bool = True


CLREQ, GB, UAX = "CLREQ", "GB/T 15834", "UAX #14"
HOUSE = "house"
NATURAL = {"align": "left"}
NOT_AT_START = "，、；：。．！？”’）》〉」』】〕〗］｝·／～"
HAN = "中国人民日报社会主义现代化建设改革开放发展经济文化教育科技农业"


def mixed(marks: str, step: int = 3, times: int = 3) -> str:
    """Han with the marks among them at uneven distances, so that every measure meets some."""
    words, at = [], 0
    for repeat in range(times):
        for number, mark in enumerate(marks):
            length = 1 + (number * 2 + repeat * step) % 5
            words.append("".join(HAN[(at + i) % len(HAN)] for i in range(length)) + mark)
            at += length
    return "".join(words) + "人民日报社"


START = mixed(NOT_AT_START.replace("’", "").replace("〉", "").replace("｝", ""))
OPEN = mixed("“（《〈「『【〔〖［｛", 2)
NEWS = (
    "全市召开（推进会），建立城市党建联盟2300余个；“办事更快了！”居民说。《意见》提出：到2027年，"
    "覆盖80%的社区、园区，服务GDP增长。C919大型客机飞抵上海——这是第5次；他问：“好不好？”大家说好。"
    "面向2038个村选派驻村干部5395人，实现“十四五”目标……"
)
NUMBERS = (
    ("1,234.56", "105.6∶100", "68%"), ("10:30", "21∶19", "-3.5℃"), ("±0.5%", "80%", "5.2％"),
    ("36℃", "30°", "￥1,234"), ("$500", "128km", "C919"), ("5G", "F-35", "歼-20"),
    ("GDP", "2026/11/22", "2026-11-22"), ("m²", "3·15", "it’s"),
)  # fmt: skip
"""Separators, ratios, scores, times, signs, per cent, degrees, prices, models, dates, words."""
WITH_UNITS = (("4000余户", "176.98万", "12.5亿元"), ("12.5个百分点", "5395人", "3,200万元"),
              ("3万元", "5版", "30岁"))  # fmt: skip
DATES = ["2026年11月22日", "11月22日", "11月份"]
AT_A_PRICE = {
    "新华社北京2026年11月22日电（记者李华）今天上午召开会议": (8, *EMS),
    "活动于2026年11月22日在京举行全市群众踊跃参加": (6, 7, 8, *EMS),
    "根据国发〔2025〕3号文件精神推进乡村全面振兴工作": (8, *EMS),
    "全年增长3万～5万元共4000余户企业受益2010—2020年": (7, 8, *EMS),
    "全市完成投资12.5亿元同比增长3.2个百分点惠及176.98万人": (7, *EMS),
}
"""Datelines, numbers with units, ranges, documents, which narrow measures cannot hold whole, and
measures that can be filled where they are parted."""
NOTES = {
    "业①": "报道的企业①和工厂，",
    "告[1]": "据这份报告[1]所说",
    "议〔6〕": "发会议〔6〕以后文",
}
URL = "http://www.news.cn/a-b?c=1"


def among(piece: str) -> str:
    """The piece among Han, twice, so that it meets the lines' ends at many measures."""
    return f"中国人民日报社{piece}现代化建设改革开放的{piece}经济文化教育科技农业工业国防"


SHIPPED = ("serif", "sans")
"""Where a mark's ink matters that the squares fill the whole cell with."""


def natural(text: str, claim: Claim, faces: Sequence[str] = FACES, **style: Any) -> Case:
    return Case(text, claim, {**NATURAL, **style}, ONE, faces)


def cells(marks: str, width: float, faces: Sequence[str] = FACES, **style: Any) -> tuple[Case, ...]:
    """Each row of marks between two Han, five rows to a line."""
    rows = marks.split()
    return tuple(
        natural(
            "".join(f"中国{row}人民" for row in rows[at : at + 5]),
            c.all_of(*(c.takes(width, row) for row in rows[at : at + 5])),
            faces,
            **style,
        )
        for at in range(0, len(rows), 5)
    )


def swept(pieces: Sequence[str], ems: Sequence[float] = (*EMS, 17, 19, 22)) -> Case:
    """Each piece among Han, at distances that bring it to the lines' ends at many measures."""
    gaps = ("中国人民日报社", "现代化建设改革开放的", "经济文化教育", "科技农业工业国防")
    text = "".join(f"{gap}{piece}" for gap, piece in zip(gaps * 2, pieces * 2, strict=False))
    fitting = [em for em in ems if em >= 12 or len(max(pieces, key=len)) < 8]
    return Case(text + gaps[0], c.whole(*pieces), {}, fitting)
