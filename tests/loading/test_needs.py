"""What a layout needs of a story, and what is said where it is not there."""

from __future__ import annotations

from dataclasses import dataclass

import pytest

from infographic.foundation.datum import Node, Source
from infographic.loading.binding.needs import missing_needs
from infographic.loading.reading.source import read_json

STORY = read_json(
    Source(
        "story.json",
        """{
 "headline": "两千人",
 "deck": "",
 "panels": [{"stats": [{"value": 1}, {"value": 2}, {"value": 3}]}, {"stats": [{"value": 4}]}],
 "body": ["一 二", "**三**"]
}""",
    ),
    relaxed=False,
)


def layout(text: str) -> Node:
    return read_json(Source("layout.json", text), relaxed=True)


@dataclass(frozen=True)
class Need:
    text: str
    message: str = ""


@pytest.mark.parametrize(
    "need",
    [
        Need('{"/headline": true, "/byline": false, "/panels": {"min": 1, "max": 2}}'),
        Need('{"/body": {"min_characters": 3, "max_characters": 3}, "//": "why"}'),
        Need('{"/figures": {"max": 2}}'),
        Need(
            '{"/body": {"max_characters": 2}}', "at most 2 characters in “/body”; the story has 3"
        ),
        Need('{"/body": {"max_characters": 2, "max_characters_fit": 3}}'),
        Need('{"/figures": {"min": 0}}'),
        Need('{"/byline": true}', "needs “/byline”, but the story has no “byline”"),
        Need('{"/deck": true}', "needs “/deck”, but it is empty"),
        Need('{"/figures": {"min": 1}}', "needs “/figures”, but the story has no"),
        Need('{"/panels": {"min": 3}}', "needs at least 3 in “/panels”; the story has 2"),
        Need('{"/panels/0/stats": {"max": 2}}', "needs at most 2 in “/panels/0/stats”; the story"),
        Need(
            '{"/body": {"min_characters": 4}}', "at least 4 characters in “/body”; the story has 3"
        ),
        Need(
            '{"/figures": {"min": 3, "with": "/panels"}}', "needs “/figures”, but the story has no"
        ),
        Need('{"/figures": {"min": 2, "with": "/panels"}}'),
        Need('{"/body": {"min": 5, "with": "/panels"}}', "at least 3 in “/body”; the story has 2"),
        Need('{"/body": {"min": 4, "with": "/panels"}}'),
        Need('{"/body": {"min": 4, "with": "panels"}}', "“panels” is no pointer"),
        Need('{"/figures": {"min": 2, "unless": "/panels"}}'),
        Need('{"/panels": {"min": 5, "unless": "/body"}}'),
        Need('{"/panels": {"min": 5, "unless": "/deck"}}', "at least 5 in “/panels”"),
        Need('{"/panels": {"max": 1, "unless": "/body"}}', "at most 1 in “/panels”"),
        Need('{"/body": {"min": 4, "unless": "panels"}}', "“panels” is no pointer"),
        Need('{"/headline": 1}', "a need is true or an object"),
        Need('{"headline": true}', "“headline” is no pointer into the story"),
        Need('{"/headline": {"mim": 1}}', "“mim” is no need"),
        Need('{"/headline": {"min": "1"}}', "“min” wants a whole number"),
        Need('["/headline"]', "“needs” wants an object of pointers"),
    ],
    ids=lambda need: need.text,
)
def test_needs_that_are_unmet_are_said(need: Need) -> None:
    found = missing_needs(layout(need.text), STORY)
    assert bool(found) == bool(need.message)
    assert all(need.message in fault.message for fault in found)


def test_an_unmet_need_stands_in_the_story_and_what_is_missing_is_said_once() -> None:
    text = '{"/panels/0/stats": {"max": 2}, "/deck": true, "/figures": true, "/figures/0": true}'
    found = missing_needs(layout(text), STORY)
    assert [(one.origin.file, one.origin.pointer, one.origin.line) for one in found] == [
        ("story.json", "/panels/0/stats", 4),
        ("story.json", "/deck", 3),
        ("story.json", "", 1),
    ]


def test_an_item_of_a_list_that_is_too_short_is_not_missing_besides() -> None:
    text = '{"/panels/2/stats": true, "/panels": {"min": 3}}'
    (fault,) = missing_needs(layout(text), STORY)
    assert fault.saying.form == "few-items"


def test_a_missing_part_is_mended_by_one_with_nearly_its_name_or_by_another_layout() -> None:
    (near,) = missing_needs(layout('{"/panel": true}'), STORY)
    assert near.hint == "did you mean “panels”?"
    (far,) = missing_needs(layout('{"/figures": true}'), STORY)
    assert far.hint.startswith("add it, or choose another layout")
