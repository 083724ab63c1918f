"""Where a hole cannot be helped, no line stands almost empty that its neighbours could save."""

from __future__ import annotations

from functools import cache

import pytest
from square_style import FONTS, copy, in_face, words

from infographic.foundation.font import Face, open_face
from infographic.text.demerits import RAGGED_HOLE
from infographic.text.galley import Galley
from infographic.text.interned import interned_style
from infographic.text.lines import break_lines
from infographic.text.paragraph import galleys_of, set_paragraph
from infographic.text.style import Alignment

TEXTS = [
    "公司营收US$1.65亿，同比增长+12.3%，净利润约￥2,300万元，每股收益0.35元。",
    "今年男女比例是105.6∶100，师生比稳定在1∶16，上场比分21∶19",
    "试验编号10⁻⁶mol/L，样本n=227，误差±2.5%，面积22m²，体积24m³。",
    "本届展会设9个展区，面积约621.62m²，吸引65个国家和地区的27,609家企业参展，较上届增加49多家。",
    "研究显示，iPhone 17 Pro由3亿2684万公里降至841亿元，降幅达92.97%，好于2018—2028年的预期。",
]


@cache
def serif() -> Face:
    return open_face(FONTS / "noto-serif-sc-regular.ttf")


@pytest.mark.parametrize(
    ("text", "ems", "first"),
    [
        (TEXTS[0], 7, ["公司营收", "US$1.65亿，", "同比增长"]),
        (TEXTS[1], 6, ["今年男女", "比例是", "105.6∶100，师"]),
        (TEXTS[3], 6, ["本届展会", "设9个展"]),
        # Looked for farther back than the first attempts do.
        (
            "今年男女比例是1∶40000，师生比稳定在103.8∶100，上场比分8∶10",
            8,
            ["今年男女比例", "是1∶40000，师"],
        ),
    ],
)
def test_two_lines_a_little_short_are_set_before_one_almost_empty(
    text: str, ems: int, first: list[str]
) -> None:
    paragraph = set_paragraph(copy(text), in_face(serif()), ems * 10)
    assert words(paragraph)[: len(first)] == first


def test_so_are_they_where_lines_are_ragged() -> None:
    style = in_face(serif(), alignment=Alignment.LEFT)
    found = words(set_paragraph(copy(TEXTS[0]), style, 70))
    assert found[:3] == ["公司营收", "US$1.65亿，", "同比增长"]


@pytest.mark.parametrize("text", TEXTS)
@pytest.mark.parametrize("alignment", [Alignment.JUSTIFY, Alignment.LEFT])
def test_no_line_lacks_much_more_than_the_best_lines_need(text: str, alignment: Alignment) -> None:
    """Against the way to end lines whose emptiest line is the fullest, all ways tried."""
    style = in_face(serif(), alignment=alignment)
    galley = galleys_of(copy(text), interned_style(style))[0][0]
    is_justified = alignment is Alignment.JUSTIFY
    for ems in range(6, 17):
        measure = ems * 10.0
        ends = break_lines(galley, measure, 0.0, justified=is_justified)
        lacks = [
            lack_of(galley, start, end, measure, is_justified)
            for start, end in zip([0, *ends], ends, strict=False)
        ]
        least = 0.0 if is_justified else RAGGED_HOLE
        most = max(least_lack(galley, measure, is_justified) + 0.15, least)
        assert max(lacks) <= most, (ems, ends)


def lack_of(galley: Galley, start: int, end: int, measure: float, is_justified: bool) -> float:
    """What of its measure a line leaves empty that cannot be spread to it, in measures."""
    if end == len(galley.advances):
        return 0.0
    short = measure - (galley.rights[end] - galley.lefts[start])
    ready = galley.stretchable[end - 1] - galley.stretchable[start]
    gaps = galley.evens[end - 1] - galley.evens[start]
    if is_justified and short - ready <= galley.size * gaps + 0.001:
        return 0.0
    return max(short, 0.0) / measure


def least_lack(galley: Galley, measure: float, is_justified: bool) -> float:
    best = {0: 0.0}
    for end in galley.legal_ends():
        ways = [
            max(worst, lack_of(galley, start, end, measure, is_justified))
            for start, worst in best.items()
            if galley.rights[end] - galley.lefts[start] <= measure + 0.001
        ]
        if ways:
            best[end] = min(ways)
    return best[len(galley.advances)]
