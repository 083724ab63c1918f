"""The grid of numbers: it fills its frame, the news leads, all facts have one size."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import composed, sizes, words

from infographic.composed import ComposedPage
from infographic.display.items import TextLine

STYLES = {
    "value": {
        "based_on": "s",
        "digits": {"size": "40pt"},
        "unit": {"size": 0.5},
        "qualifier": {"size": 0.5},
    },
    "news": {"based_on": "value", "digits": {"size": "100pt"}},
}


def grid(*facts: Any, news: Any = None, **fields: Any) -> dict[str, Any]:
    own = {} if news is None else {"news": news}
    return {
        "type": "numbers", "facts": list(facts), **own, "style": "s", "value_style": "value",
        "news_style": "news", **fields,
    }  # fmt: skip


def fact(number: int) -> dict[str, Any]:
    return {"value": 10 + number, "unit": "个", "label": "国人月日"}


NEWS = {"value": 99, "unit": "个", "label": "国月"}


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12])
def test_facts_have_one_size_and_the_news_at_least_two_point_two_of_it(count: int) -> None:
    page = composed(grid(*map(fact, range(count)), news=NEWS), 600, 500, styles=STYLES)
    found = sizes(page)
    facts = {found[str(10 + number)] for number in range(count)}
    assert len(facts) == 1
    assert found["99"] >= 2.2 * facts.pop()


def test_the_news_comes_first_in_reading_order() -> None:
    page = composed(grid(fact(0), fact(1), news=NEWS), 600, 500, styles=STYLES)
    assert words(page).index("99") < words(page).index("10")


CENTERED = {
    **{name: {**style, "align": "center"} for name, style in STYLES.items()},
    "s": {"font": "f", "size": "10pt", "leading": "12pt", "align": "center", "autospace": 0},
}


def middles(page: ComposedPage) -> dict[str, float]:
    """Where the middle of each line of type stands, by its words."""
    found = {}
    for placed in page.page.walk():
        if isinstance(placed.item, TextLine):
            said = "".join(text for _, run in placed.item.runs for text in run.texts)
            found[said] = round(placed.at.x + placed.item.width / 2, 1)
    return found


def test_numbers_in_a_centred_style_stand_on_the_axis_of_their_cells() -> None:
    body = grid(fact(0), fact(1), news=NEWS, column_gap="20pt", news_at="top", columns=2)
    found = middles(composed(body, 620, 500, styles=CENTERED))
    assert (found["10个"], found["11个"], found["99个"]) == (150, 470, 310)


def test_by_how_much_the_news_of_a_centred_style_changed_stands_below_it_on_its_axis() -> None:
    news = {"label": "国月", "from": "**90**个", "to": "**99**个"}
    body = grid(fact(0), news=news, news_at="top")
    found = middles(composed(body, 620, 500, styles=CENTERED))
    changes = [middle for said, middle in found.items() if said[0] == "+"]
    assert min(changes) < 310 < max(changes)
    assert 250 < sum(changes) / len(changes) < 370


def test_no_words_stand_beside_numbers_of_a_centred_style() -> None:
    body = grid(*map(fact, range(3)), columns=1)
    assert len(set(middles(composed(body, 620, 400, styles=CENTERED)).values())) == 1
    assert len(set(middles(composed(body, 620, 130, styles=STYLES)).values())) > 1
