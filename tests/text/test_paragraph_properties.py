"""What holds of every paragraph, whatever its words and measure."""

from __future__ import annotations

import re
from math import inf

from hypothesis import assume, given, settings
from hypothesis import strategies as st
from square_style import PLAIN, STACK, copy, copy_of, square, words

from infographic.text.classes import load_house
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, CharStyle, Part

HOUSE = load_house("newspaper")
HAN = "中国地区党建联合人民日报在有个万亿元十年月日的了"
WORDS = st.lists(
    st.one_of(
        st.text(HAN, min_size=1, max_size=8),
        st.sampled_from(
            ["，", "。", "、", "：", "“", "”", "《", "》", "（", "）", "！", "？！", "。”"]
        ),
        st.sampled_from(["——", "……", "—", "·", "/", "～", "％", "①", "\u3000", " ", "  ", "\n"]),
        st.from_regex(r"[0-9]{1,5}(\.[0-9]{1,2})?%?", fullmatch=True),
        st.sampled_from(["GDP", "C919", "iPad", "long-term", "www.news.cn/a-b", "it’s", "(AI)"]),
    ),
    min_size=1,
    max_size=30,
).map("".join)
MEASURES = st.integers(6, 40).map(lambda ems: ems * 10.0)
ALIGNMENTS = st.sampled_from(list(Alignment))
STYLES = st.builds(
    square,
    alignment=ALIGNMENTS,
    indent=st.sampled_from([0.0, 2.0]),
    punctuation=st.sampled_from(["quanjiao", "kaiming", "banjiao"]),
    kinsoku=st.sampled_from(["gb", "strict"]),
    balance=st.booleans(),
)


def as_written(text: str, indent: float) -> str:
    """What a reader should be able to copy: a typed indent gives way to the style's."""
    return (text.lstrip("\u3000") if indent else text).replace("\n", "")


@given(text=WORDS, style=STYLES, measure=MEASURES)
def test_every_word_is_set_once_and_in_order(text, style, measure) -> None:
    paragraph = set_paragraph(copy(text), style, measure)
    assert "".join(words(paragraph)) == as_written(text, style.indent)


@given(text=WORDS, style=STYLES, measure=MEASURES)
def test_glyphs_stand_for_the_words_of_their_line(text, style, measure) -> None:
    for line in set_paragraph(copy(text), style, measure).lines:
        drawn = "".join(text for _, run in line.text.runs for text in run.texts)
        assert re.sub(r"\s", "", drawn) == re.sub(r"\s", "", line.text.text)


@given(text=WORDS, style=STYLES, measure=MEASURES)
def test_no_line_is_wider_than_the_measure_unless_said(text, style, measure) -> None:
    paragraph = set_paragraph(copy(text), style, measure)
    if not paragraph.overrun:
        for line in paragraph.lines:
            assert line.x + line.text.width <= measure + 0.01


@given(text=WORDS, style=STYLES, measure=MEASURES)
def test_no_line_starts_or_ends_with_a_prohibited_mark(text, style, measure) -> None:
    paragraph = set_paragraph(copy(text), style, measure)
    lines = [line for hard in words_by_hard_line(text, paragraph) for line in hard]
    if paragraph.overrun:
        return
    for before, after in lines:
        assert HOUSE.classes[ord(after)] not in HOUSE.not_at_start["gb"] - {"y", "s", "n", "m", "a"}
        assert HOUSE.classes[ord(before)] not in HOUSE.not_at_end["gb"] - {"s", "b"}


def words_by_hard_line(text, paragraph):
    """For each hard line the characters on either side of its line ends."""
    at, breaks = 0, []
    set_ = "".join(words(paragraph))
    hard = set()
    for part in as_hard_lines(text, set_):
        at += len(part)
        hard.add(at)
    at = 0
    for line in words(paragraph)[:-1]:
        at += len(line)
        if at in hard or not line.strip() or not set_[at:].strip():
            continue
        breaks.append((line.rstrip()[-1], set_[at:].lstrip()[0]))
    yield breaks


def as_hard_lines(text, set_):
    swallowed = len(text.replace("\n", "")) - len(set_)
    return text[swallowed:].split("\n")


@given(text=WORDS, style=STYLES, measure=MEASURES)
def test_numbers_are_never_broken(text, style, measure) -> None:
    paragraph = set_paragraph(copy(text), style, measure)
    if paragraph.overrun:
        return
    numbers = re.findall(r"[0-9][0-9.,]*%?", text)
    found = [n for line in words(paragraph) for n in re.findall(r"[0-9][0-9.,]*%?", line)]
    assert found == numbers


@given(text=WORDS, measure=MEASURES)
def test_the_places_of_a_line_rise(text, measure) -> None:
    for line in set_paragraph(copy(text), square(), measure).lines:
        for _, run in line.text.runs:
            xs = [x for x, text in zip(run.xs, run.texts, strict=True) if text.strip()]
            assert xs == sorted(xs)


@given(text=WORDS, measure=MEASURES)
def test_justified_lines_fill_the_measure_or_are_left_natural(text, measure) -> None:
    assume("…………" not in text)  # these stand on a line of their own
    natural = set_paragraph(copy(text), square(alignment=Alignment.LEFT), inf)
    assert natural.natural_width >= max(line.text.width for line in natural.lines) - 0.01
    assert len(natural.lines) == text.count("\n") + 1


@given(before=st.text(HAN, max_size=30), after=st.text(HAN, max_size=30), measure=MEASURES)
@settings(max_examples=50)
def test_an_emphasised_number_is_kept_with_its_unit_where_the_style_says_so(
    before, after, measure
) -> None:
    big = CharStyle(STACK, size=20)
    parts = ((Part.DIGITS, big), (Part.UNIT, PLAIN))
    style = square(parts=parts, number_gap=0.2, keep_number_unit="forbid")
    spans = copy_of(
        *([(before, Part.PLAIN)] if before else []),
        ("23", Part.DIGITS, 1),
        ("余", Part.QUALIFIER, 1),
        ("个", Part.UNIT, 1),
        *([(after, Part.PLAIN)] if after else []),
    )
    assert any("23余个" in line for line in words(set_paragraph(spans, style, measure)))
