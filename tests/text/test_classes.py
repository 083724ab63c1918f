"""Character classes, legal breaks, and the shipped fonts' marks."""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from math import inf

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from square_style import FONTS, copy, in_face, set_words, words
from steps import steps

from infographic.foundation.font import Face, open_face
from infographic.text.breaks import joints_of
from infographic.text.classes import classify, load_house
from infographic.text.glue import glue
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, CharStyle, FontStack, TextStyle

HOUSE = load_house("newspaper")


def kinds(text: str, language: str = "zh-Hans") -> str:
    return classify(text, HOUSE, "quanjiao", language)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("中国2300个", "hhddddh"),
        ("他说：“AI”好", "hhiollch"),
        ("it’s中", "llllh"),
        ("中——国", "hjjh"),
        ("中—国", "hnh"),
        ("word—word中", "llllyllllh"),
        ("2010—2020年", "ddddnddddh"),
        ("中……国", "hzzh"),
        ("wait…what中", "llllyllllh"),
        ("中/国", "hsh"),
        ("A/B中", "lylh"),
        ("中·国", "hmh"),
        ("中•国", "hmh"),
        ("•中国", "uhh"),
        ("好？！", "hEE"),
        ("80%中", "ddfh"),
        ("①中", "uh"),
    ],
)
def test_neighbours_settle_what_a_character_is(text: str, expected: str) -> None:
    assert kinds(text) == expected


def test_quotes_are_latin_in_a_paragraph_without_han() -> None:
    assert kinds("“AI+”") == "bllya"
    assert kinds("say “中文” now", "en")[4] == "b"


def test_iteration_marks_and_small_kana_start_no_line() -> None:
    assert not joints_of("newspaper", "gb")["hk"].may_break


@pytest.mark.parametrize(
    ("level", "may"),
    [("none", True), ("basic", False), ("gb", False), ("strict", False)],
)
def test_every_level_but_none_keeps_commas_off_the_start(level: str, may: bool) -> None:
    assert joints_of("newspaper", level)["hi"].may_break is may


def test_only_strict_keeps_dashes_off_the_start() -> None:
    assert joints_of("newspaper", "gb")["hj"].may_break
    assert not joints_of("newspaper", "strict")["hj"].may_break


@pytest.mark.parametrize(
    "piece",
    ["4000余户", "176.98万", "C919", "128km", "3,200万元", "80%", "105.6∶100", "￥500",
     "12.5个百分点", "21∶19", "-3.5", "GDP"],
)  # fmt: skip
def test_a_number_and_what_belongs_to_it_are_never_parted_where_that_is_forbidden(
    piece: str,
) -> None:
    style = in_face(shipped("noto-serif-sc-regular"), keep_number_unit="forbid")
    text = "中国人民日报" + piece + "在有个年月日"
    for ems in range(9, 16):
        paragraph = set_paragraph(copy(text), style, ems * 10)
        assert any(piece in line for line in words(paragraph)), words(paragraph)


def test_numbers_may_leave_their_units_where_the_style_says_so() -> None:
    text = "中国人民日报4000户"
    assert words(set_words(text, 112.5, alignment=Alignment.LEFT))[1] == "4000户"
    free = set_words(text, 112.5, alignment=Alignment.LEFT, keep_number_unit=False)
    assert words(free)[0].endswith("4000")


def test_a_hyphen_parts_words_but_not_designations() -> None:
    assert words(set_words("aaa long-term F-35", 90, alignment=Alignment.LEFT)) == [
        "aaa long-",
        "term F-35",
    ]


# The shipped fonts


@cache
def shipped(name: str) -> Face:
    path = FONTS / f"{name}.ttf"
    if not path.exists():
        pytest.skip(f"{path.name} is not built")
    return open_face(path)


HAN_FACES = [
    "noto-serif-sc-regular",
    "noto-serif-sc-black",
    "noto-sans-sc-regular",
    "noto-sans-sc-black",
    "infographic-kai-regular",
]


@pytest.mark.parametrize("name", HAN_FACES)
def test_marks_stand_in_their_half_of_the_cell(name: str) -> None:
    face = shipped(name)
    for text, expected in [
        ("中“国", [0, 10, 20]),
        ("中”国", [0, 10, 20]),
        ("中。”国", [0, 10, 15, 25]),
        ("中：“国", [0, 10, 15, 25]),
    ]:
        line = set_paragraph(copy(text), in_face(face), inf).lines[0]
        cells = [x for x, character in zip(expected, text, strict=True) if character in "中国"]
        found = [x for character, x in inked_of(line) if character in "中国"]
        assert found == pytest.approx(cells)
        for left, right, character in ink_of(line):
            if character in "“":
                assert left >= 14.4
            if character in "。：":
                assert right <= 15.6


def inked_of(line) -> list[tuple[str, float]]:
    return [
        (text, x + at * run.size)
        for x, run in line.text.runs
        for text, at in zip(run.texts, run.xs, strict=True)
    ]


def ink_of(line) -> list[tuple[float, float, str]]:
    found = []
    for x, run in line.text.runs:
        for glyph, at, text in zip(run.glyphs, run.xs, run.texts, strict=True):
            box = run.face.box_of(glyph)
            start = x + at * run.size
            found.append((start + box.left * run.size, start + box.right * run.size, text))
    return found


@pytest.mark.parametrize("name", HAN_FACES)
def test_a_dash_of_two_ems_is_one_stroke(name: str) -> None:
    line = set_paragraph(copy("中——国"), in_face(shipped(name)), inf).lines[0]
    strokes = [(left, right) for left, right, text in ink_of(line)[1:-1]]
    assert strokes[0][0] >= 9.9
    assert strokes[-1][1] <= 30.1
    for (_, right), (left, _) in pairwise(strokes):
        assert left <= right + 0.001
    assert line.text.width == 40


@pytest.mark.parametrize("name", HAN_FACES)
def test_a_middle_dot_is_centred_between_its_neighbours(name: str) -> None:
    line = set_paragraph(copy("中·国"), in_face(shipped(name)), inf).lines[0]
    left, right, _ = ink_of(line)[1]
    assert (left + right) / 2 == pytest.approx(12.5, abs=0.01)
    assert line.text.width == 25


def test_latin_quotes_are_narrow_though_the_face_is_chinese() -> None:
    face = shipped("noto-serif-sc-regular")
    line = set_paragraph(copy("it’s"), in_face(face, language="en"), inf).lines[0]
    assert line.text.width < 20


def test_figures_come_from_the_figure_face_and_missing_ones_go_down_the_chain() -> None:
    serif, barlow = shipped("noto-serif-sc-regular"), shipped("barlow-condensed-semibold")
    stack = FontStack((serif,), (barlow,), (barlow,))
    style = TextStyle("s", CharStyle(stack, 10))
    runs = set_paragraph(copy("中2300个ABC①"), style, inf).lines[0].text.runs
    assert [("".join(run.texts), run.face) for _, run in runs] == [
        ("中", serif),
        ("2300", barlow),
        ("个", serif),
        ("ABC", barlow),
        ("①", serif),
    ]


def test_a_keyboards_hyphen_before_figures_is_drawn_as_a_minus() -> None:
    barlow = shipped("barlow-condensed-semibold")
    stack = FontStack((shipped("noto-serif-sc-regular"),), (barlow,), (barlow,))
    spans = copy("-5")
    style = TextStyle("s", CharStyle(stack, 10))
    ((_, run),) = set_paragraph(spans, style, inf).lines[0].text.runs
    assert run.texts == ("-", "5")


@given(st.text(max_size=60), st.integers(1, 30))
@settings(max_examples=150)
def test_any_text_at_all_is_set_without_loss(text: str, ems: int) -> None:
    paragraph = set_paragraph(copy(text), in_face(shipped("noto-sans-sc-regular")), ems * 10)
    assert "".join(words(paragraph)) == re.sub("[\n\u00ad\u200b\u2060]", "", text)
    for line in paragraph.lines:
        assert all(0 not in run.glyphs for _, run in line.text.runs)


def test_the_work_of_a_paragraph_grows_as_its_length_does() -> None:
    face = shipped("noto-serif-sc-regular")
    base = "全市召开推进会，2300余个联盟覆盖80%的社区；“办事更快了！”居民说。"

    def work_of(repeats: int) -> int:
        words = copy(base * repeats + str(repeats))
        return steps(lambda: set_paragraph(words, in_face(face, 9), 180))

    assert work_of(300) < 1.2 * (300 / 60) * work_of(60)


@pytest.mark.parametrize("text", ["1" * 5000, "a" * 5000, "1.-" * 2000, "“" * 3000, "，" * 3000])
def test_a_hostile_text_costs_no_more_a_character_for_being_long(text: str) -> None:
    style = in_face(shipped("noto-serif-sc-regular"), 9)
    assert "".join(words(set_paragraph(copy(text), style, 180))) == text
    tenth = text[: len(text) // 10 - 1]
    short, long = (steps(lambda t=t: set_paragraph(copy(t), style, 181)) for t in (tenth, text))
    assert long < 12 * short


def test_a_unit_at_the_end_of_a_text_ends_with_it() -> None:
    assert [one[:2] for one in glue("共3万")] == [(1, 3)]
