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


def test_a_little_smaller_it_breaks_at_a_comma() -> None:
    """A clause of eight characters where seven and a half fit; as large, it is no tear."""

    def broken(smallest: float) -> list[str]:
        words = "路口出事，一年少了十起案件"
        body = {"type": "headline", "text": words, "style": "big", "smallest": smallest}
        return [line.text for _, _, line in text_lines(composed(body, 152))]

    assert broken(1.0) == ["路口出事，一年", "少了十起案件"]
    assert broken(0.7) == ["路口出事，", "一年少了十起案件"]


def test_a_deck_is_balanced_too() -> None:
    body = {"type": "headline", "text": "中国人民日报在有个年", "style": "s"}
    page = composed(body, 90)
    assert [len(line.text) for _, _, line in text_lines(page)] != [9, 1]
    assert not codes(body, 90)
    assert set(sizes(page).values()) == {10}


def test_on_a_baseline_grid_it_is_as_large_as_off_it() -> None:
    """Blocks on a grid are laid out twice; the second time takes no second tenth off."""
    words = "冬季供暖铁人三项赛收官金融监管总局发布新规电影市场回暖"
    headline = {"type": "headline", "text": words, "style": "big", "smallest": 0.5}
    body = {"type": "grid", "areas": ["a", "b"], "rows": ["auto", "1fr"], "children": {
        "a": headline, "b": {"type": "text", "text": "人", "style": "s"}}}  # fmt: skip
    off, on = (
        composed(body, 209, 200, page={"baseline": baseline} if baseline else {})
        for baseline in ("", "12pt")
    )
    assert sizes(on) == sizes(off)
