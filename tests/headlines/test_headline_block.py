"""A headline that may shrink does so rather than tear a phrase."""

from __future__ import annotations

from small_pages import codes, composed, sizes, text_lines

WORDS = "大车站把一个人办成大事"


def lines(smallest: float) -> list[str]:
    body = {"type": "headline", "text": WORDS, "style": "big", "smallest": smallest}
    page = composed(body, 131)
    return [line.text for _, _, line in text_lines(page)]


def test_as_large_as_can_be_it_breaks_where_it_must() -> None:
    assert lines(1.0) == ["大车站把一个", "人办成大事"]


def test_a_little_smaller_it_breaks_at_a_pause() -> None:
    assert lines(0.7) == ["大车站把一个人", "办成大事"]


def test_a_deck_is_balanced_too() -> None:
    body = {"type": "headline", "text": "中国人民日报在有个年", "style": "s"}
    page = composed(body, 90)
    assert [len(line.text) for _, _, line in text_lines(page)] != [9, 1]
    assert not codes(body, 90)
    assert set(sizes(page).values()) == {10}
