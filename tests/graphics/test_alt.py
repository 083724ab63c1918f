"""A chart in words: what it is, its extent, first, last, highest, lowest, in both languages."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.table import Column, NodePlaces, Period, Table, texts_of
from infographic.graphics.alt import KINDS, MOST, data_of, told
from infographic.graphics.subject import Given, Subject, subject_of
from infographic.loading.decoded_story import decode_story
from infographic.loading.tables.periods import period_of
from infographic.options import read_story
from infographic.story.chart import Chart


def subject(
    names: list[str], *series: tuple[str, str, list[str | None]], language: str = "zh-Hans"
) -> Subject:
    rows = [[Decimal(one) if one else None for one in values] for _, _, values in series]
    periods = [period_of(name) for name in names]
    over_time = all(isinstance(one, Period) for one in periods)
    columns = [
        Column("", tuple(periods if over_time else names), "period" if over_time else "text",
               texts=tuple(names)),
        *(Column(name, tuple(values), "number", unit, 1, texts_of(values))
          for (name, unit, _), values in zip(series, rows, strict=True)),
    ]  # fmt: skip
    places = NodePlaces(tuple((BUILT_IN,) * len(columns) for _ in names))
    return subject_of(Chart(Table(tuple(columns), repr(columns), places)), language=language)


COUNTIES = ["榆树", "农安", "公主岭", "扶余", "德惠"]
GRAIN = ("产量", "万吨", ["367.2", "301.4", "288", None, "198.2"])
YEARS = [f"{year}年" for year in range(2020, 2026)]


def test_ranked_values_are_said_by_their_highest_and_lowest_and_what_is_missing() -> None:
    assert told(subject(COUNTIES, GRAIN), "bars") == (
        "条形图，共5项。最高榆树367.2万吨，最低德惠198.2万吨。1个值缺失。"
    )
    assert told(subject(COUNTIES, GRAIN, language="en"), "bars") == (
        "Bar chart of 5 items. Highest 榆树 367.2万吨, lowest 德惠 198.2万吨. Missing values: 1."
    )


def test_a_time_is_said_from_its_first_to_its_last_value() -> None:
    grown = subject(YEARS, ("", "亿元", ["100", "90", "120", "130", "140", "150"]))
    assert told(grown, "line") == (
        "折线图，2020年至2025年。从2020年100.0亿元到2025年150.0亿元，升50%。"
        "最高2025年150.0亿元，最低2021年90.0亿元。"
    )


def test_two_percentages_are_not_said_as_a_percentage_of_each_other() -> None:
    rates = subject(YEARS, ("", "%", ["10", "11", "12", "13", "14", "20"]))
    assert "升" not in told(rates, "line")


def test_degrees_are_no_percentage_of_each_other() -> None:
    days = subject(YEARS, ("", "℃", ["24.7", "25", "26", "23", "24", "24.0"]))
    assert "降" not in told(days, "line")


def test_a_name_that_ends_in_digits_is_parted_from_its_value() -> None:
    years = [str(year) for year in range(2020, 2025)]
    parcels = subject(years, ("", "亿件", ["833.6", "1083", "1105.8", "1320.7", "1750.8"]))
    assert "从2020：833.6亿件到2024：1750.8亿件" in told(parcels, "line")


def test_what_others_add_up_to_is_not_the_highest() -> None:
    whole = subject(["全省", *COUNTIES], ("产量", "万吨", ["1200", *GRAIN[2]]))
    table = replace(whole.table, totals=frozenset({0}))
    text = told(subject_of(replace(whole.chart, data=table)), "bars")
    assert text.startswith("条形图，共5项。最高榆树367.2万吨")


def test_a_change_of_one_thing_is_said_by_its_name() -> None:
    stat = {"label": "完赛人数", "from": "**6200**人", "to": "**10000**人",
            "when": ["2023年", "2026年"]}  # fmt: skip
    story = {"headline": "马拉松", "panels": [{"title": "数", "stats": [stat]}]}
    stats = decode_story(read_story(story)).story.panels[0].stats
    text = told(subject_of(None, Given(stats)), "lead")
    assert text == "主数字，共1项。2023年：完赛人数6200人。2026年：完赛人数10000人。"


def test_few_values_are_all_said() -> None:
    three = subject(["甲", "乙", "丙"], ("", "个", ["1", "2", "3"]))
    assert told(three, "donut") == "环形图，共3项。甲1.0个、乙2.0个、丙3.0个。"


def test_it_ends_with_a_whole_sentence_before_it_is_too_long() -> None:
    many = subject(
        [f"一个很长很长的名字{n}" for n in range(30)],
        *((f"第{n}列" * 9, "万吨", [str(v) for v in range(30)]) for n in range(4)),
    )
    said = told(many, "grouped")
    assert len(said) <= MOST and said.endswith("。")


def test_the_data_behind_it_have_units_in_their_heads_and_end_with_what_is_left_out() -> None:
    data = data_of(subject(COUNTIES, GRAIN))
    assert data is not None
    assert data.header == ("", "产量（万吨）")
    assert data.rows[3] == ("扶余", "—")
    long = data_of(subject([f"县{n}" for n in range(250)], ("", "", ["1"] * 250)))
    assert long is not None and len(long.rows) == 200 and long.more == "其余50行从略"


def test_every_name_of_a_kind_is_there_in_both_languages() -> None:
    assert all(chinese and english for chinese, english in KINDS.values())
