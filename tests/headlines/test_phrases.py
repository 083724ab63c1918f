"""Headlines break where a reader would pause."""

from __future__ import annotations

import pytest
import scoring
from hypothesis import given
from hypothesis import strategies as st

from infographic.foundation.record import names_of
from infographic.text import segment, words
from infographic.text.copy import Copy, Span, StoryWords
from infographic.text.house import load_house, own_house
from infographic.text.paragraph import set_paragraph
from infographic.text.phrases import Phrases, load_phrases

RULES = load_phrases(load_house("newspaper"))


def lines(text: str, ems: float, *spans: Span) -> list[str]:
    copy = Copy(spans or (Span(text),))
    return [line.text.text for line in set_paragraph(copy, scoring.STYLE, ems * 10).lines]


def test_a_verb_and_its_object_keep_together_where_the_lines_allow() -> None:
    assert lines("云帆湾：把一座港搬上CR450", 9) == ["云帆湾：把一座港", "搬上CR450"]


def test_a_numeral_stays_with_its_classifier_and_noun() -> None:
    headline = "从雪岭源头到澜湾港口，一条江串起十一座城的山海新账本"
    assert lines(headline, 11.5) == ["从雪岭源头到澜湾港口，", "一条江串起十一座城的", "山海新账本"]


@pytest.mark.parametrize("ems", [11, 12, 13, 14])
def test_a_clause_of_one_adjective_keeps_its_subject(ems: float) -> None:
    assert "任务重的村" in "|".join(lines("面向乡村振兴任务重的村选派驻村干部", ems))


@pytest.mark.parametrize("ems", [9, 11, 13, 15])
def test_a_title_in_marks_is_kept_whole_where_it_can_be(ems: float) -> None:
    made = lines("新版《药品目录》明年正式实施", ems)
    assert any("《药品目录》" in line for line in made)


def test_a_number_is_broken_only_when_it_is_longer_than_a_line() -> None:
    assert (
        "一千二百万人次" in "|".join(lines("全国铁路预计发送旅客一千二百万人次", 11)).split("|")[1]
    )


def test_a_no_break_span_wins_over_a_better_place() -> None:
    spans = (Span("两千名"), Span("干部下基层", group=1), Span("办成实事"))
    assert any("干部下基层" in line for line in lines("", 8, *spans))


def test_an_explicit_break_wins_over_balance() -> None:
    assert lines("大桥\n合龙天堑变通途今日通车", 20) == ["大桥", "合龙天堑变通途今日通车"]


def test_no_line_is_shorter_than_half_the_longest_without_need() -> None:
    for headline in scoring.CORPUS["tuned_on"]:
        for made in scoring.set_headlines(headline):
            sizes = [scoring.width_of(line.rstrip("\u3000，")) for line in made.lines]
            if "\u3000" not in headline and "：" not in headline:
                assert min(sizes) >= min(max(sizes) / 2, 20), made.lines


@pytest.mark.parametrize(
    ("part", "most"),
    [("tuned_on", 0.05), ("held_out", 0.09), ("other_tuned_on", 0.1), ("other_held_out", 0.14)],
)
def test_few_breaks_of_the_corpus_are_bad(part: str, most: float) -> None:
    found = scoring.score(scoring.CORPUS[part])
    assert found["bad"] / sum(found.values()) <= most


def test_breaking_a_headline_reads_the_words_of_its_own_characters_only() -> None:
    known = words.WordList(words.FILE.read_bytes())
    read = []
    begin = known.beginning_with
    known.beginning_with = lambda character: read.append(character) or begin(character)  # type: ignore[method-assign,func-returns-value]
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(words, "word_list", lambda: known)
        segment.listed("科学家绘出小鼠大脑", RULES)
    assert sorted(read) == sorted("科学家绘出小鼠大脑")
    assert words.FILE.stat().st_size < 2_500_000


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("郑钦文闯入决赛", "郑钦文 闯入 决赛"),
        ("高分十二号五颗卫星", "高分十二号 五颗 卫星"),
        ("首次观测到引力波", "首次 观测到 引力波"),
        ("稳定在九成", "稳定在 九成"),
        ("三破世界纪录", "三破 世界纪录"),
        ("社会消费品零售总额增长", "社会消费品零售总额 增长"),
    ],
)
def test_what_is_one_word_is_read_as_one(text: str, cut: str) -> None:
    found = segment.words_of(text, RULES)
    assert " ".join(text[word.start : word.end] for word in found) == cut


def test_a_long_term_is_parted_between_its_words_if_it_must_be() -> None:
    costs = segment.break_costs("国家自然科学基金", RULES)
    assert costs == {2: RULES.inside_term, 6: RULES.inside_term}


def broken(text: str, ems: float, story: str) -> list[str]:
    copy = Copy((Span(text),), story=StoryWords(story))
    return [line.text.text for line in set_paragraph(copy, scoring.STYLE, ems * 10).lines]


def test_a_name_that_the_story_quotes_is_not_torn() -> None:
    text = "大梁坡引水渠今日正式通水"
    assert lines(text, 8) == ["大梁坡引水渠", "今日正式通水"]
    assert broken(text, 8, "人们叫它“引水渠今日”，") == ["大梁坡引水渠今日", "正式通水"]


def test_words_that_the_story_repeats_together_are_one() -> None:
    text = "青山县龙泉村民宿迎来旺季"
    at = text.index("民宿")
    alone, repeated = (
        segment.break_costs(text, RULES, segment.terms_in(text, StoryWords(story), RULES))
        for story in (text, f"{text}。龙泉村民宿多，龙泉村民宿好。")
    )
    assert alone[at] < RULES.inside_word
    assert repeated[at] == RULES.inside_word
    assert repeated[text.index("迎来")] == alone[text.index("迎来")]


def test_a_word_may_begin_a_line_whose_first_character_may_not() -> None:
    assert segment.break_costs("收购过半", RULES)[2] < RULES.avoided
    assert segment.break_costs("收购过的粮", RULES)[3] >= RULES.avoided


def test_a_house_says_what_its_phrases_cost() -> None:
    # The last 64 houses' are known.
    shipped = load_phrases(load_house("newspaper"))
    own = own_house("phrases@1", {"headline": {
        "avoid_at_start": "来", "avoided": 130, "joints": {"nv": 90}, "words": {"n": "龙泉村民宿"},
    }})  # fmt: skip
    costs = segment.break_costs("龙泉村民宿打造标杆迎客来", load_phrases(load_house(own)))
    assert costs[5] == 90
    assert costs[11] == 130
    assert costs[3] == RULES.inside_term
    assert load_phrases(load_house("newspaper")) is shipped
    # Each a value of its own, as every house's are: what they say is the same.
    assert [getattr(shipped, one) for one in names_of(Phrases)] == [
        getattr(RULES, one) for one in names_of(Phrases)
    ]


@given(
    st.text("全省三十六万亿元把《港》“搬上”，CR450 \u3000了的李", max_size=40), st.integers(3, 20)
)
def test_no_word_is_lost_and_none_is_wider_than_the_measure(text: str, ems: int) -> None:
    made = lines(text, ems)
    assert "".join(made) == text
    costs = segment.break_costs(text, RULES)
    assert all(0 < place < len(text) for place in costs)


def test_a_new_number_elsewhere_in_the_story_sets_no_balanced_words_anew() -> None:
    """Words are kept by the terms that their story has of them, not by the whole story."""
    stories = [StoryWords(f"“村超”火了，门票{number}张。") for number in (2300, 2301)]
    copies = [Copy((Span("黔东南“村超”火了"),), story=story) for story in stories]
    one, other = (set_paragraph(copy, scoring.STYLE, 50) for copy in copies)
    assert one is other
    apart = StoryWords("门票2300张")
    assert set_paragraph(Copy(copies[0].spans, story=apart), scoring.STYLE, 50) is not one
