"""The grid of numbers: it fills its frame, the news leads, all facts have one size."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import composed, sizes, words

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
