"""A headline's own story says which names and terms it does not tear."""

from __future__ import annotations

from small_pages import composed, text_lines

from infographic.loading.decoded_story import decode_story
from infographic.loading.reading.values import node_of

HEADLINE = "大梁坡引水渠今日正式通水"
BLOCK = {"type": "headline", "text": {"$data": "/headline"}, "style": "s", "max_lines": 3}


def set_headline(*body: str) -> list[str]:
    page = composed(BLOCK, 85, story={"headline": HEADLINE, "body": list(body)})
    return [line.text for _, _, line in text_lines(page)]


def test_what_the_body_quotes_is_kept_whole_in_the_headline() -> None:
    assert set_headline("水到渠成。") == ["大梁坡引水渠", "今日正式通水"]
    assert set_headline("人们叫它“引水渠今日”。") == ["大梁坡引水渠今日", "正式通水"]
    assert set_headline("人们读《引水渠今日》。") == ["大梁坡引水渠今日", "正式通水"]


def test_short_texts_know_their_story_and_long_ones_do_not() -> None:
    told = {"headline": HEADLINE, "body": ["读《引水渠》。", "水" * 60]}
    story = decode_story(node_of(told, "story.json")).story
    short, long = story.body
    assert story.headline.story is short.story is not None  # type: ignore[union-attr]
    assert story.headline.story.quoted == {"引水渠"}
    assert long.story is None  # type: ignore[union-attr]
