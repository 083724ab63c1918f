"""Blocks of one group share one size, whatever each might shrink to by itself."""

from __future__ import annotations

from typing import Any

from tests.small_pages import composed, sizes


def stats(stat: str, smallest: float, **more: Any) -> dict[str, Any]:
    return {"type": "stats", "stats": [stat], "style": "s", "value_style": "value",
            "form": "stacked", "smallest": smallest, "group": "sides", **more}  # fmt: skip


def side_by_side(one: dict[str, Any], two: dict[str, Any]) -> dict[str, Any]:
    return {"type": "grid", "areas": ["one two"], "children": {"one": one, "two": two}}


def test_a_number_too_wide_for_its_cell_makes_those_of_its_group_smaller() -> None:
    wide, narrow = stats("人**123456**", 0.2), stats("民**78**", 0.9)
    page = composed(side_by_side(wide, narrow), 160)
    assert sizes(page)["123456"] == sizes(page)["78"] < 20
    apart = composed(side_by_side({**wide, "group": ""}, {**narrow, "group": ""}), 160)
    assert sizes(apart)["123456"] == sizes(page)["123456"]
    assert sizes(apart)["78"] == 20


def test_headlines_share_a_size_that_one_alone_would_not_shrink_to() -> None:
    def headline(words: str, smallest: float) -> dict[str, Any]:
        return {"type": "headline", "text": words, "style": "big", "max_lines": 1,
                "smallest": smallest, "group": "heads"}  # fmt: skip

    page = composed(side_by_side(headline("人" * 8, 0.4), headline("民" * 2, 0.9)), 160)
    assert sizes(page)["人" * 8] == sizes(page)["民" * 2] < 10.01
