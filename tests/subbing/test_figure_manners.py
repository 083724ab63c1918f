"""核数 on sentences of many manners, written while its rules were made: manners.txt.

A line is the codes of which one is expected, or - for what is right, and the story's paragraphs,
parted by |; behind @ the second is a stat, its label and its value.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from infographic.loading.reading.values import node_of
from infographic.subbing import stated_twice
from infographic.subbing.rules import doubtful_figures

LINES = [
    line.partition(" ")[::2]
    for line in Path(__file__).with_name("manners.txt").read_text(encoding="utf-8").splitlines()
    if line and not line.startswith("#")
]


def said(words: str) -> set[str]:
    body, _, stat = words.removeprefix("@").partition("|") if words[0] == "@" else (words, "", "")
    story: dict[str, object] = {"headline": "核数", "body": body.split("|")}
    if stat:
        label, _, value = stat.partition(":")
        story["panels"] = [{"title": "数说", "stats": [f"{label}**{value}**"]}]
    if "图" in words or "Fig" in words:
        story["figures"] = [{"caption": "甲"}]
    return {d.code for d in doubtful_figures(node_of(story, "story"))} - {"figure-unmentioned"}


def test_an_error_of_any_manner_is_found_by_one_of_its_codes() -> None:
    planted = [(set(codes.split("/")), words) for codes, words in LINES if codes != "-"]
    assert len(planted) > 250
    assert [words for codes, words in planted if not said(words) & codes] == []


def test_nothing_else_is_doubted_in_any_manner() -> None:
    wrong = [words for codes, words in LINES if said(words) - set(codes.split("/"))]
    assert wrong == []


ALIKE = ("全县公园绿地面积{}公顷。", "{}号村建成公园{}个。", "{}年全县建成公园{}个。")


@pytest.mark.parametrize("words", ALIKE)
def test_a_story_of_alike_sentences_takes_a_time_that_grows_with_it(
    words: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def comparisons(count: int) -> int:
        asked = 0
        whole = stated_twice._differ

        def counted(*two: object) -> bool:
            nonlocal asked
            asked += 1
            return whole(*two)  # type: ignore[arg-type]

        monkeypatch.setattr(stated_twice, "_differ", counted)
        body = [words.format(1000 + at, 1000 + at) for at in range(count)]
        doubtful_figures(node_of({"headline": "核数", "body": body}, "story"))
        monkeypatch.setattr(stated_twice, "_differ", whole)
        return asked

    few, many = comparisons(200), comparisons(800)
    assert 0 < many < 5 * few


def test_each_number_of_a_long_table_is_doubted_once() -> None:
    body = [f"全县公园绿地面积{1000 + at}公顷。" for at in range(40)]
    doubts = doubtful_figures(node_of({"headline": "核数", "body": body}, "story"))
    assert len(doubts) == len({d.origin.pointer for d in doubts}) == 39


def test_of_a_long_passage_no_more_than_a_sentence_is_read_between_two_numbers(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    spans: list[int] = []

    class Counted:
        def search(self, text: str, start: int, end: int) -> None:
            spans.append(end - start)

    monkeypatch.setattr(stated_twice, "_OF_THEM", Counted())
    text = "".join(f"全县公园绿地面积{1000 + at}公顷。" for at in range(200))
    doubtful_figures(node_of({"headline": "核数", "body": [text]}, "story"))
    assert spans
    assert max(spans) <= 200
