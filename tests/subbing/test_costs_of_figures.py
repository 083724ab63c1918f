"""核数 costs as the story grows, and reads so much of it and no more."""

from __future__ import annotations

from collections.abc import Callable, Mapping

import pytest
from steps import steps

from infographic.foundation import memo
from infographic.foundation.diagnostics import Severity
from infographic.loading.reading.values import node_of
from infographic.subbing.quantities import StoryText, measures, passages
from infographic.subbing.rules import doubtful_figures
from infographic.subbing.statements import _TAIL, _cut, statements

Limited = Callable[[Mapping[str, int]], None]
SENTENCES = [
    "从{0}吨增长到{1}吨，增长{0}%。",
    "全市{0}个村，其中甲{0}个、乙{1}个，占{0}%，",
    "甲{0}个，",
    "2025年甲增长{0}.5%到{1}个；",
    "由{0}增至{1}，",
    "63%～{0}%，",
    "共{0}人，其中男性{1}人、女性{0}人；",
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_passage_of_many_numbers_is_checked_in_linear_time(sentence: str) -> None:
    def work(count: int) -> int:
        memo.forget()
        body = "".join(sentence.format(n, n + 3) for n in range(1, count + 1))
        return steps(lambda: doubtful_figures(node_of({"body": [body]}, "story")))

    work(20)
    assert work(240) < 2.4 * work(120)


def test_stats_by_the_hundred_are_checked_in_linear_time() -> None:
    def work(count: int) -> int:
        stats = [{"value": n + 1, "unit": "个", "label": f"标签{n}"} for n in range(count)]
        return steps(lambda: doubtful_figures(node_of({"panels": [{"stats": stats}]}, "story")))

    work(20)
    assert work(400) < 2.4 * work(200)


def test_numbers_are_checked_so_far_and_it_is_said(limited: Limited) -> None:
    limited({"figures": 10})
    story = node_of(
        {"body": ["全市共有3个村，5个镇。"] * 4 + ["甲7个，", "乙8个，", "丙9个。"]}, "story"
    )
    (fault,) = [one for one in doubtful_figures(story) if one.code == "figures-unread"]
    assert (fault.limit, fault.severity, fault.origin.pointer) == (
        "figures", Severity.WARNING, "/body/6",
    )  # fmt: skip
    assert "more than 10 numbers" in fault.message


def test_words_are_checked_so_far_and_it_is_said(limited: Limited) -> None:
    limited({"checked-characters": 100})
    story = node_of({"body": ["全市共有三个村" * 5] * 4}, "story")
    (fault,) = doubtful_figures(story)
    assert (fault.limit, fault.origin.pointer) == ("checked-characters", "/body/2")


def test_a_text_too_long_to_be_set_is_not_read(limited: Limited) -> None:
    limited({"text-characters": 100})
    story = node_of({"lead": "字" * 101, "body": ["字" * 100]}, "story")
    assert [one.pointer for one in passages(story)] == ["/body/0"]


@pytest.mark.parametrize("clause", ["约" * 150 + "村", "的" * 195, "村" + "了" * 20])
def test_hedges_are_looked_for_at_a_clauses_end(clause: str) -> None:
    """Backtracking is seen by no counter: what a pattern is given is, and is short."""
    left = _cut(_TAIL, clause)
    assert left == clause[: max(len(clause) - 32, len(clause.rstrip("的了")))]


def test_what_is_compared_ends_before_so_many_adverbs_and_no_more() -> None:
    passage = StoryText("/a", "相比甲乙" + "净" * 60 + "增长5个，", node_of("", "story").origin)
    (one,) = statements(passage, measures(passage))
    assert one.base == "甲乙" + "净" * 53


def test_no_more_of_a_clause_is_read_than_a_clause_is_long() -> None:
    """约约约…: what may stand before a number, tried from each place in a clause of 50,000."""
    passage = StoryText("/a", "约" * 30_000 + "5个，" + "甲" * 30_000, node_of("", "story").origin)
    (one,) = statements(passage, measures(passage))
    assert (len(one.before), len(one.gap)) == (200, 2000)
