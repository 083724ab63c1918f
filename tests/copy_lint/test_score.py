"""Copy lint on the corpora that docs/copy-lint.md states its figures of."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from corpus import (
    Seeded,
    clean_texts,
    codes_in,
    mended_body,
    read,
    score,
    seeded_texts,
    stories_of_numbers,
    story_with,
)
from pages import ROOT
from steps import steps

from infographic.copy_lint import CODES
from infographic.copy_lint.characters import kinds_in
from infographic.copy_lint.findings import Finding, Words
from infographic.copy_lint.rules import Rule, doubtful_copy, findings_in

WHOLE_PAGES = {"copy-emoji", "copy-face", "copy-no-label"}
"""What no single text has."""


def test_no_clean_newspaper_text_raises_a_false_alarm() -> None:
    texts = clean_texts()
    assert len(set(texts)) >= 150
    assert [(text, codes) for text in texts if (codes := codes_in(story_with(text)))] == []


def test_no_story_that_was_written_for_other_rules_raises_a_false_alarm() -> None:
    stories = list(stories_of_numbers())
    assert len(stories) > 500
    assert [codes for story in stories if (codes := codes_in(read(story)))] == []


@pytest.mark.parametrize("one", seeded_texts(), ids=lambda one: ascii(one.text))
def test_a_seeded_fault_is_found_alone_and_mended_as_meant(one: Seeded) -> None:
    assert codes_in(story_with(one.text)) == [one.code]
    assert mended_body(one.text) == one.mended
    if one.mended != one.text:
        assert codes_in(story_with(one.mended)) == []


def test_every_kind_is_seeded() -> None:
    assert {one.code for one in seeded_texts()} == set(CODES) - WHOLE_PAGES


def test_the_docs_state_the_score() -> None:
    assert score() in (ROOT / "docs" / "copy-lint.md").read_text(encoding="utf-8").splitlines()


def test_a_clean_text_is_looked_at_once_and_hardly_a_rule_is_asked(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """What a text costs is its distinct characters, not the number of rules."""
    texts = [f"又{text}" for text in clean_texts()]
    asked: list[str] = []
    find = Rule.find

    def counted(rule: Rule, words: Words) -> Iterator[Finding]:
        asked.append(rule.where)
        return find(rule, words)

    monkeypatch.setattr(Rule, "find", counted)
    for text in texts:
        findings_in(text)
    assert len(asked) < len(texts) / 4
    looked = kinds_in.cache_info().misses
    for text in texts:
        assert doubtful_copy(story_with(text)) == []
    # The headline is the one text that was not seen before.
    assert kinds_in.cache_info().misses <= looked + 1


def test_the_cost_of_a_clean_text_is_a_matter_of_its_length() -> None:
    text = "".join(one for one in clean_texts() if one.isprintable() and "'" not in one)
    kinds_in(text)
    short, long = (steps(lambda n=n: kinds_in(text[1 : n + 1])) for n in (1000, 4000))  # type: ignore[misc]
    assert long <= 4 * short
    assert short < 4000
