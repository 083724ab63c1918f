"""stat, stats and changes: numbers large, words small, siblings alike."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from small_pages import (
    Line,
    codes,
    composed,
    faults,
    layout_of,
    lines,
    near,
    paths,
    roles,
    sizes,
    words,
)

from infographic.display.items import Role
from infographic.pipeline import compose

STACKED = {"style": "s", "value_style": "value", "form": "stacked", "gap": "5pt"}


def stat(data: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "stat", "stat": data, **STACKED, **fields}


def stats(*data: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "stats", "stats": list(data), **STACKED, **fields}


# One number


def test_a_sentence_sets_its_number_large_on_the_words_baseline() -> None:
    page = composed(stat("国人**23**个", style="value", form="sentence"))
    assert sizes(page) == {"国人": 10, "23": 20, "个": 10}
    assert lines(page) == [Line(0, 17.6, "国人23个")]


def test_a_stack_keeps_the_order_of_its_sentence() -> None:
    page = composed(stat("国人**23**个月日月日月"))
    # 12 for the words, 5 apart; digits 17.6 high, their Han unit on their foot.
    assert lines(page) == [
        Line(0, 9.8, "国人"),
        Line(0, 34.6, "23个"),
        Line(0, 49.4, "月日月日月"),
    ]
    assert near(page.page.trim.height) == 52  # 51.6, in whole pixels


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("国人**23**个月日", ["国人", "23个", "月日"]),
        ("国人**23**户国", ["国人", "23户国"]),
        ("国人**23**年以来", ["国人", "23年以来"]),
    ],
)
def test_a_noun_behind_a_number_goes_below_it_and_what_is_none_stays(
    text: str, order: list[str]
) -> None:
    # The font of squares has all Han.
    assert [line.text for line in lines(composed(stat(text)))] == order


@pytest.mark.parametrize(
    ("data", "label", "order"),
    [
        ({"unit": "名国人"}, "below", ["23名", "国人"]),
        ({"unit": "名国人", "label": "月日"}, "below", ["23名", "国人月日"]),
        ({"unit": "名国人", "label": "月日"}, "above", ["月日", "23名", "国人"]),
        ({"unit": "名国人", "label": "国人口"}, "above", ["国人口", "23名"]),
        ({"unit": "个百分点", "label": "月日"}, "below", ["23个百分点", "月日"]),
    ],
)
def test_a_noun_in_a_unit_goes_to_the_label_and_its_measure_word_stays(
    data: dict[str, str], label: str, order: list[str]
) -> None:
    page = composed(stat({"value": 23, **data}, label=label))
    assert [line.text for line in lines(page)] == order


def test_a_sentence_with_two_numbers_stays_a_sentence() -> None:
    page = composed(stat("国**2**个人**3**个", style="value", value_style="value"))
    assert [line.text for line in lines(page)] == ["国2个人3个"]


@pytest.mark.parametrize(
    ("label", "order"), [("below", ["23个", "人口"]), ("above", ["人口", "23个"])]
)
def test_a_label_stands_above_or_below_its_value(label: str, order: list[str]) -> None:
    page = composed(stat({"value": 23, "unit": "个", "label": "人口"}, label=label))
    assert [line.text for line in lines(page)] == order


def test_a_value_spelled_out_loses_no_part() -> None:
    data = {"value": 12.5, "as": "万", "unit": "个", "qualifier": "以上", "sign": True,
            "label": "人口", "note": "同期"}  # fmt: skip
    assert words(composed(stat(data, note_style="s"), 200)) == "+0.00125万个以上人口同期"


def test_a_value_is_put_in_its_magnitude_without_losing_a_digit() -> None:
    page = composed(stat({"value": 1769800, "as": "万", "unit": "名"}), 200)
    assert words(page) == "176.98万名"


def test_a_minus_is_set_as_a_minus() -> None:
    assert words(composed(stat({"value": -3}))) == "−3"


def test_a_stack_shrinks_to_its_width_and_no_further_than_it_may() -> None:
    assert sizes(composed(stat("国**123456**", smallest=0.5), 60))["123456"] == 10
    found = faults(stat("国**123456**", smallest=0.9), 60)
    assert [fault.code for fault in found] == ["overset-width"]


def test_a_number_too_wide_is_quoted_by_itself_and_at_its_own_place(tmp_path: Path) -> None:
    panels = [{"title": "数", "stats": ["大", {"label": "人口很多", "value": 1234567},
                                        "国**7654321**"]}]  # fmt: skip
    path = tmp_path / "story.json"
    path.write_text(
        json.dumps({"headline": "大", "panels": panels}, ensure_ascii=False, indent=1),
        encoding="utf-8",
    )
    body = {"type": "stats", "style": "s", "stats": {"$data": "/panels/0/stats"}}
    page = compose(path, layout_of(body, 50, None))
    value, text = (d for d in page.diagnostics if d.code == "overset-width")
    assert value.severity == text.severity == "warning"
    assert (value.origin.pointer, value.origin.line) == ("/panels/0/stats/1/value", 10)
    assert path.read_text().splitlines()[9][value.origin.column - 1 :] == "1234567"
    assert value.message.startswith("“1234567” is 20.0 pt wider than its measure of 50.0 pt")
    assert (text.origin.pointer, "“7654321” is" in text.message) == ("/panels/0/stats/2", True)
    line = path.read_text().splitlines()[text.origin.line - 1]
    assert line[text.origin.column - 1 :].startswith("7654321**")


def test_the_number_shrinks_by_whole_steps_until_it_fits() -> None:
    size = sizes(composed(stat("国**123456**", smallest=0.5), 90))["123456"]
    assert 14.5 <= size <= 15  # six digits in 90 points


def test_a_stat_too_tall_for_its_frame_is_a_fault() -> None:
    assert codes(stat("国人**23**个月日月日月"), 100, 40) == ["overfull"]


@pytest.mark.parametrize(
    "data",
    [
        {"label": "人口"},
        {"from": "从**2**个"},
        {"to": "到**3**个"},
        {"note": "同期"},
        {"text": "国**2**", "value": 3},
        {"text": "国**2**", "label": "人口"},
        {"text": "国**2**", "from": "从**2**个", "to": "到**3**个"},
        {"value": 3, "from": "从**2**个", "to": "到**3**个"},
        {"text": "国**2**", "unit": "个"},
    ],
)
def test_a_stat_that_would_lose_a_part_or_print_a_number_nobody_wrote_is_refused(
    data: dict[str, Any],
) -> None:
    body = stat({"$data": "/panels/0/stats/0"})
    found = faults(body, story={"panels": [{"stats": [data]}]})
    assert [fault.code for fault in found] == ["stat-form"]
    assert found[0].origin.pointer == "/panels/0/stats/0"


# A set of numbers


def test_all_numbers_of_a_set_have_one_size() -> None:
    page = composed(stats("国**23**", "国**4567**个", "人**8**", columns=3), 240)
    found = sizes(page)
    assert found["23"] == found["4567"] == found["8"] < 20


def test_cells_and_rules_stand_in_rows_and_columns() -> None:
    rule = {"color": "grey", "weight": "1pt"}
    body = stats(
        "国**1**", "国**2**", "国**3**",
        columns=2, row_gap="10pt", column_gap="20pt", rule=rule, column_rule=rule,
    )  # fmt: skip
    page = composed(body, 120)
    # A cell is 12 + 5 + 17.6 high and 50 wide.
    assert lines(page) == [
        Line(0, 9.8, "国"), Line(0, 34.6, "1"),
        Line(70, 9.8, "国"), Line(70, 34.6, "2"),
        Line(0, 54.4, "国"), Line(0, 79.2, "3"),
    ]  # fmt: skip
    upright, level = sorted(paths(page), key=lambda box: box.width)
    assert (upright.x, upright.y, near(upright.height)) == (60, 0, 34.6)
    assert (level.y, level.width) == (39.6, 120)


@pytest.mark.parametrize(("wide", "xs"), [("first", [0, 0, 60]), ("none", [0, 60, 0])])
def test_the_stat_that_fills_no_row_may_have_one_to_itself(wide: str, xs: list[float]) -> None:
    body = stats("国**1**", "国**2**", "国**3**", columns=2, column_gap="20pt", wide=wide)
    page = composed(body, 100)
    assert [line.x for line in lines(page) if line.text.isdigit()] == xs


def test_a_taller_frame_spreads_its_rows_evenly() -> None:
    body = stats("国**1**", "国**2**", "国**3**", row_gap="0pt")
    ys = [line.y for line in lines(composed(body, 100, 200)) if line.text.isdigit()]
    assert near(ys[1] - ys[0]) == near(ys[2] - ys[1]) == near((200 - 34.6) / 2)
    assert ys[2] == 200


def test_a_taller_frame_without_spread_stays_white() -> None:
    body = stats("国**1**", "国**2**", row_gap="10pt", spread=False)
    assert [line.y for line in lines(composed(body, 100, 200)) if line.text.isdigit()] == [
        34.6,
        79.2,
    ]


def test_a_lower_frame_shrinks_all_sizes_alike() -> None:
    page = composed(stats("国**1**", "国**2**", row_gap="10pt", shrink=0.5), 100, 60)
    found = sizes(page)
    assert found["1"] == found["2"] == near(2 * found["国"])
    assert max(line.y for line in lines(page)) <= 60


def test_a_set_too_tall_for_its_frame_is_a_fault() -> None:
    (fault,) = faults(stats("国**1**", "国**2**"), 100, 60)
    assert fault.code == "overfull"
    assert fault.origin.pointer.endswith("/stats/0")  # where they are written: in the story


def test_a_set_is_a_list_to_a_reader() -> None:
    found = roles(composed(stats("国**1**", "国**2**")))
    assert (found[0], found.count(Role.LIST_ITEM)) == (Role.LIST, 2)


def test_no_stats_are_no_words_and_no_fault() -> None:
    assert lines(composed(stats())) == []


# A change

CHANGE = {"from": "从**23**", "to": "到**45**个"}
ARROW = {"length": "20pt", "gap": "5pt", "weight": "2pt"}


def test_a_change_stands_side_by_side_where_both_states_fit() -> None:
    page = composed(stat(CHANGE, arrow=ARROW), 200)
    (start,) = [line for line in lines(page) if line.text == "23"]
    (end,) = [line for line in lines(page) if line.text == "45个"]
    assert start.x == 0
    # 40 of digits, 30 of arrow and gaps, and the arrow's own length again.
    assert near(end.x) == 90.01


def test_both_numbers_of_a_change_stand_on_one_baseline() -> None:
    page = composed(stat(CHANGE, arrow=ARROW), 200)
    assert len({line.y for line in lines(page) if line.text in ("23", "45个")}) == 1


def test_a_change_too_wide_goes_into_two_rows_and_loses_nothing() -> None:
    page = composed(stat(CHANGE, arrow=ARROW), 75)
    found = lines(page)
    assert words(page) == "从23到45个"
    (start,) = [line for line in found if "23" in line.text]
    (end,) = [line for line in found if "45" in line.text]
    assert end.y > start.y


def test_a_change_told_to_go_down_does() -> None:
    page = composed(stat(CHANGE, arrow={**ARROW, "direction": "down"}), 300)
    ys = [line.y for line in lines(page) if any(c.isdigit() for c in line.text)]
    assert ys[0] < ys[1]


def test_the_earlier_number_may_be_smaller() -> None:
    found = sizes(composed(stat(CHANGE, arrow={**ARROW, "earlier": 0.5}), 200))
    assert (found["23"], found["45"]) == (10, 20)


def test_a_change_is_read_state_by_state_its_nouns_too() -> None:
    page = composed(stat({"from": "国**23**个月日", "to": "人**45**个月日"}, arrow=ARROW), 200)
    assert words(page) == "国23个月日人45个月日"
    nouns = [line for line in lines(page) if line.text == "月日"]
    assert nouns[0].y == nouns[1].y


def test_an_arrow_stands_between_the_two_states() -> None:
    page = composed(stat(CHANGE, arrow=ARROW), 200)
    (arrow,) = paths(page)
    assert arrow.x == 45.01
    assert arrow.x + arrow.width <= 85.01


def test_a_changes_label_stands_above_it() -> None:
    page = composed(stat({**CHANGE, "label": "人口"}, arrow=ARROW), 200)
    assert lines(page)[0] == Line(0, 9.8, "人口")
