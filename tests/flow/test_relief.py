"""relief: words that the story marks, or an initial, where a column of text is long and even."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import composed, faults, groups, lines, near, text_lines

from infographic.composed import ComposedPage
from infographic.copy_lint.rules import doubtful_copy
from infographic.display.items import Role
from infographic.flow.relief import CLEAR
from infographic.foundation.datum import BUILT_IN
from infographic.loading.reading.values import node_of
from infographic.subbing.rules import doubtful_figures
from infographic.text.markup import read_markup, unmarked

HAN = "一二三四五六七八九十"
PLAIN = [HAN * 2] * 8
MARKED = [*PLAIN[:5], "{!九八七六!}" + HAN + "一二三四五六", *PLAIN[6:]]
"""Eight paragraphs of two lines of ten; the sixth has four characters that may be repeated."""
RELIEF: dict[str, Any] = {"every": "120pt", "quote_style": "big", "gap": "6pt"}
"""Ten lines; a quotation of one line of 24 pt takes three with its air."""


def article(*body: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": list(body), "style": "body", "gutter": "10pt",
            "relief": RELIEF, **fields}  # fmt: skip


def quotes(made: ComposedPage) -> list[tuple[float, str]]:
    """The baseline and words of each line in the large style."""
    return [
        (near(y), line.text) for _, y, line in text_lines(made) if line.runs[0][1].size == 20
    ]  # fmt: skip


def longest(made: ComposedPage, step: float = 12.0) -> int:
    """The most lines of ten points that follow on each other in one column."""
    best = run = 0
    before = (-1.0, -1.0)
    for x, y, line in text_lines(made):
        is_next = near(x) == before[0] and near(y - before[1]) == step
        is_plain = line.runs[0][1].size == 10
        run = run + 1 if is_next and is_plain else int(is_plain)
        best, before = max(best, run), (near(x), y)
    return best


def test_the_mark_says_which_words_may_be_repeated_and_changes_nothing_else() -> None:
    copy, wrong = read_markup("他说：{!稳了，**2300**个!}。", BUILT_IN)
    plain, _ = read_markup("他说：稳了，**2300**个。", BUILT_IN)
    assert (copy.unpulled, wrong) == (plain, ())
    assert [one.text for one in copy.pulled] == ["稳了，2300个"]
    assert unmarked("他说：{!稳了!}。") == "他说：稳了。"
    two, _ = read_markup("{!一。!}{!二。!}", BUILT_IN)
    assert [one.text for one in two.pulled] == ["一。", "二。"]
    assert two.unpulled == read_markup("一。二。", BUILT_IN)[0]


def test_an_exclamation_mark_may_end_what_is_marked() -> None:
    copy, wrong = read_markup("{!Go!!} now!", BUILT_IN)
    assert ([one.text for one in copy.pulled], copy.text, wrong) == (["Go!"], "Go! now!", ())


def test_marked_words_are_repeated_where_a_column_is_long() -> None:
    made = composed(article(*MARKED), 100)
    assert [words for _, words in quotes(made)] == ["九八七六"]
    # Sixteen lines: it stands between the fourth paragraph and the fifth, three lines high.
    assert longest(made) == 8
    assert made.page.trim.height == (16 + 3) * 12
    body = [line.text for line in lines(made) if line.text != "九八七六"]
    assert "".join(body) == "".join(unmarked(text) for text in MARKED)


def test_no_words_are_repeated_that_are_not_marked_nor_where_the_text_is_short() -> None:
    assert quotes(composed(article(*PLAIN), 100)) == []
    assert quotes(composed(article(*MARKED[3:7]), 100)) == []
    assert quotes(composed(article(*MARKED, relief=None), 100)) == []
    without = composed(article(*MARKED, relief=None), 100)
    plain = composed(article(*map(unmarked, MARKED), relief=None), 100)
    assert without.page.trim == plain.page.trim
    assert lines(without) == lines(plain)


def test_subheads_leads_and_blocks_give_relief_of_their_own() -> None:
    for part in ({"subhead": "国人"}, {"lead": "国人"}):
        body = [*MARKED[:4], part, *MARKED[4:]]
        assert quotes(composed(article(*body, subhead_style="head"), 100)) == []
    block = {"type": "spacer", "height": "60pt"}
    inset = {"block": block, "at": "row", "row": 9, "gap": "0pt"}
    assert quotes(composed(article(*MARKED, insets=[inset]), 100)) == []


def test_the_words_nearest_to_the_place_are_taken_and_each_once() -> None:
    body = ["{!一一!}" + HAN, *PLAIN, *PLAIN, "{!二二!}" + HAN]
    made = composed(article(*body), 100)
    assert sorted(words for _, words in quotes(made)) == ["一一", "二二"]
    assert [words for _, words in sorted(quotes(made))] == ["一一", "二二"]


def test_where_no_words_are_marked_a_paragraph_may_begin_with_an_initial() -> None:
    made = composed(article(*[HAN * 6] * 5, relief={**RELIEF, "initials": 2}), 200)
    large = [near(y) for _, y, line in text_lines(made) if line.runs[0][1].size > 20]
    # Of fifteen lines the third paragraph, which begins on the seventh, is nearest to the middle.
    assert large == [near(9.8 + 6 * 12)]
    assert quotes(made) == []
    short = composed(article(*[HAN * 6] * 3, relief={**RELIEF, "initials": 2}), 200)
    assert all(run.size == 10 for _, _, line in text_lines(short) for _, run in line.runs)


def test_an_initial_gives_way_to_marked_words() -> None:
    made = composed(article(*MARKED, relief={**RELIEF, "initials": 2}), 100)
    assert [words for _, words in quotes(made)] == ["九八七六"]


@pytest.mark.parametrize("columns", [1, 2, 3])
def test_columns_stay_level(columns: int) -> None:
    body = [
        unmarked(text) * (times - 1) + text
        for text, times in zip(MARKED * 3, (1, 2, 1, 3, 1, 1, 2, 4) * 3, strict=True)
    ]
    width = columns * 110 - 10
    made = composed(article(*body, columns=columns), width)
    feet = [max(y for x, y, _ in text_lines(made) if near(x) == column * 110)
            for column in range(columns)]  # fmt: skip
    assert quotes(made)
    assert max(feet) - min(feet) <= 12


def test_what_finds_no_room_in_a_frame_is_not_repeated() -> None:
    roomy = composed(article(*MARKED), 100, 19 * 12)
    assert [words for _, words in quotes(roomy)] == ["九八七六"]
    tight = composed(article(*MARKED), 100, 18 * 12)
    assert quotes(tight) == []
    assert not [one for one in tight.diagnostics if one.severity != "note"]


def test_a_quotation_of_the_body_stands_in_its_place_with_its_speaker() -> None:
    relief = {**RELIEF, "by_style": "s", "rule_above": {"color": "red", "weight": "2pt"}}
    body = [HAN, {"quote": "稳了", "by": "王"}, HAN]
    made = composed(article(*body, relief=relief), 100)
    assert [line.text for line in lines(made)] == [HAN, "稳了", "王", HAN]
    # 2 + 6 + 24 + 6 + 12 of its own and 12 of air take six lines of 12.
    assert made.page.trim.height == (1 + 6 + 1) * 12


def test_without_a_style_it_is_a_paragraph() -> None:
    for relief in (None, {"every": "120pt"}):
        made = composed(article({"quote": "稳了", "by": "王"}, relief=relief), 100)
        assert [line.text for line in lines(made)] == ["“稳了”——王"]
    made = composed(article({"quote": "“稳了”"}, relief=None), 100)
    assert [line.text for line in lines(made)] == ["“稳了”"]


def test_a_speaker_without_a_style_is_told() -> None:
    (told,) = faults(article({"quote": "稳了", "by": "王"}), 100)
    assert told.code == "style-incomplete"


def test_words_that_are_repeated_are_read_once() -> None:
    made = composed(article(*MARKED), 100)
    ((_, _, quote),) = groups(made, "pull_quote")
    assert quote.role is Role.ARTIFACT


def test_a_thread_has_relief_in_all_its_frames() -> None:
    head = article(*MARKED * 2, thread="a")
    body = {"type": "grid", "rows": ["220pt", "300pt"], "areas": ["a", "b"],
            "children": {"a": head, "b": {"type": "thread", "thread": "a"}}}  # fmt: skip
    made = composed(body, 100)
    assert [words for _, words in quotes(made)] == ["九八七六"] * 2
    assert longest(made) <= 10 + CLEAR


def test_a_text_between_pictures_has_relief_in_each_part() -> None:
    block = {"type": "spacer", "height": "30pt"}
    body = {"type": "illustrated", "text": article(*MARKED, *MARKED), "blocks": [block]}
    assert len(quotes(composed(body, 100))) == 2


def test_columns_that_run_down_have_none() -> None:
    style = {"body": {"based_on": "s", "writing": "vertical"}}
    found = faults(article(*MARKED), 100, 200, styles=style)
    assert [one.saying.key for one in found] == ["style-vertical/relief"]


def test_the_figure_check_and_the_copy_lint_read_a_quotation_and_no_words_twice() -> None:
    def doubts(*body: Any) -> list[tuple[str, str]]:
        story = node_of({"headline": "大", "body": list(body)}, "story")
        found = [*doubtful_figures(story), *doubtful_copy(story)]
        return [(one.code, one.origin.pointer) for one in found]

    said = "全省有党员{!**176.98**万名!}。"
    assert doubts(said, {"quote": "全省有党员**176.98**万名。"}) == []
    assert doubts(said, {"quote": "全省有党员**166.98**万名。"}) == [
        ("figure-differs", "/body/1/quote")
    ]
    assert doubts(said, {"quote": "好,好。"}) == [("copy-half-width", "/body/1/quote")]
