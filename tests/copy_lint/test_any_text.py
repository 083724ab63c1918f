"""Copy lint on texts that nobody wrote: what holds of each."""

from __future__ import annotations

import json
from itertools import pairwise

from corpus import mended_body, read, read_text
from hypothesis import example, given, settings
from hypothesis import strategies as st

from infographic.copy_lint.findings import Finding, Words
from infographic.copy_lint.mends import mended
from infographic.copy_lint.rules import RULES, doubtful_copy, findings_in
from infographic.copy_lint.texts import unmarked_with_places
from infographic.text.markup import read_markup
from infographic.text.strays import as_set, is_plain

ODD = (
    "甲乙会学會A1b%，。、；：！？“”‘’（）《》—…,.;:!?()\"'<>&/#*{}~^_|\\ \u3000\u00a0\n\r\u2028"
    "\u00ad\u200b\u2060\ufeff\u200d\ufe0f\u20e3⽂⺠Ａｚ５👍🏽🇨🇳❤"
)
SCRAPS = [
    "<p>",
    "</b>",
    "<b>",
    "&amp;",
    "&#34;",
    "&nbsp",
    "...",
    "他说",
    "(好)",
    "3.0000000000001",
    "“好”",
    "http://a.cn/,",
    "。。",
    "[1]",
    "{汉|hàn}",
    "**2**",
    "{^2}",
]
TEXTS = st.one_of(
    st.text(ODD, max_size=24),
    st.lists(
        st.sampled_from(SCRAPS),
        max_size=8,
    ).map("".join),
)


def found_by_all(text: str) -> list[tuple[str, Finding]]:
    """What every rule finds, asked or not."""
    words, taken, found = Words(*unmarked_with_places(text)), set[int](), []
    for rule in RULES:
        for one in list(rule.find(words)):
            place = set(range(one.start, one.end))
            if taken.isdisjoint(place):
                found.append((rule.code, one))
        taken.update(at for _, one in found for at in range(one.start, one.end))
    return found


def as_sorted(found: list[tuple[str, Finding]]) -> list[tuple[str, int, int, str | None]]:
    return sorted((code, one.start, one.end, one.mend) for code, one in found)  # type: ignore[type-var]


@given(TEXTS)
@example("“.}“\\")
@example("“{.“好.}")
@settings(max_examples=300)
def test_a_rule_that_is_not_asked_has_nothing_to_say(text: str) -> None:
    asked = [(code, one) for code, own in findings_in(text) for one in own]
    assert sorted(map(str, as_sorted(asked))) == sorted(map(str, as_sorted(found_by_all(text))))


@given(TEXTS)
@settings(max_examples=150)
def test_findings_stand_in_the_text_and_apart(text: str) -> None:
    places = sorted((one.start, one.end) for _, own in findings_in(text) for one in own)
    assert all(0 <= start < end <= len(text) for start, end in places)
    assert all(end <= start for (_, end), (start, _) in pairwise(places))
    assert all(one.origin.line for one in doubtful_copy(read({"headline": "发展", "body": [text]})))


@given(TEXTS, st.booleans())
@example("<b>(好)(好)(好)<p>", False)
@settings(max_examples=150)
def test_a_mended_story_is_json_and_mending_it_again_changes_nothing(
    text: str, ascii_only: bool
) -> None:
    before = json.dumps({"headline": "发展", "body": ["好", text]}, ensure_ascii=ascii_only)
    once = mended(read_text(before), read_text)
    assert json.loads(once.text)["body"][0] == "好"
    assert mended(read_text(once.text), read_text).text == once.text
    if not once.counts:
        assert once.text == before


@given(TEXTS)
@example("{^\xad}")
@settings(max_examples=150)
def test_words_as_set_are_set_as_they_stand(text: str) -> None:
    words = as_set(text)
    assert as_set(words) == words
    assert is_plain(text) <= (words == text)
    copy, faults = read_markup(text, read_text('"x"').origin)
    if not faults:
        assert as_set(copy.text) == copy.text


def test_a_long_text_full_of_faults_is_read_in_good_time() -> None:
    text = '他说,"好".(完)<p>&amp;⽂👍' * 2000
    assert len(dict(findings_in(text))) == 4
    assert len(mended_body(text)) < len(text)
