"""What devices are given: charts and stats as rows of one kind, values as they are written."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.table import Column
from infographic.graphics.subject import Given, Subject, figure, ordered, subject_of
from infographic.loading.decoded_story import decode_story
from infographic.loading.reading.values import node_of
from infographic.loading.tables.data import table_at
from infographic.options import read_story
from infographic.story.chart import Chart


def subject_of_stats(*stats: Any) -> Subject:
    story = {"headline": "大事", "panels": [{"title": "数", "stats": list(stats)}]}
    decoded = decode_story(node_of(story, "test")).story
    return subject_of(None, Given(decoded.panels[0].stats))


def test_sentences_are_rows_named_by_the_words_round_their_numbers() -> None:
    subject = subject_of_stats("建成水库**12**座", "整治河道**38**座")
    assert subject.names == ("建成水库", "整治河道")
    assert [subject.said(row).text for row in range(2)] == ["12座", "38座"]


def test_what_is_written_round_a_number_stays() -> None:
    subject = subject_of_stats("服务约**2300**人次", "帮扶**800**余人次")
    assert [subject.said(row).text for row in range(2)] == ["约2300人次", "800余人次"]


def test_the_lead_of_several_stats_is_what_they_claim() -> None:
    subject = subject_of_stats("甲县**12**座", {"text": "乙县**38**座", "lead": True})
    assert subject.highlighted == {1}


def test_different_units_are_columns_of_their_own() -> None:
    assert len(subject_of_stats("建成**12**座", "惠及**38**万户").series) == 2


def test_a_sentence_with_several_numbers_is_set_as_it_is() -> None:
    subject = subject_of_stats("由**12**座增至又一个**38**座")
    assert subject.series == ()
    assert subject.count == 1


def test_one_stat_hands_on_its_whole_its_icon_and_what_is_better() -> None:
    stat = {"value": 1800, "unit": "户", "of": 2400, "icon": "房屋", "better": "up"}
    chart = subject_of_stats(stat).chart
    assert (chart.of, chart.icon, chart.better) == (2400, "home", "up")


@pytest.mark.parametrize(
    ("text", "unit", "said"),
    [
        ("2300余", "个", "2300余个"),
        ("约2300", "万名", "约2300万名"),
        ("2300以上", "人", "2300人以上"),
        ("2300余", "万名", "2300万余名"),
        ("2300", "千克", "2300千克"),
    ],
)
def test_a_value_is_set_in_the_order_that_chinese_writes_its_parts(
    text: str, unit: str, said: str
) -> None:
    column = Column("产量", (Decimal(2300),), "number", unit, 0, (text,))
    assert figure(Decimal(2300), column, 0, unit, BUILT_IN).text == said


def test_what_is_about_a_number_has_no_more_places_than_it_is_written_with() -> None:
    values = (Decimal("288.1"), Decimal(120))
    column = Column("产量", values, "number", "万吨", 1, ("288.1", "约120"))
    assert figure(values[1], column, 1, "万吨", BUILT_IN).text == "约120万吨"


@pytest.mark.parametrize("rest", ["其余4项", "其他", "Others"])
def test_what_is_left_stands_last_in_a_ranking_however_large_it_is(rest: str) -> None:
    rows = [["榆树", 2], [rest, 90], ["农安", None], ["德惠", 7]]
    chart = {"title": "产量", "data": {"columns": ["县", "产量"], "rows": rows}}
    story = decode_story(read_story({"headline": "秋粮", "charts": [chart]})).story
    subject = subject_of(story.charts[0])
    names = [subject.names[row] for row in ordered(subject, "falling")]
    assert names == ["德惠", "榆树", rest, "农安"]
    assert ordered(subject, "file") == (0, 1, 2, 3)


def test_codes_and_ranks_name_rows_only_where_nothing_else_does() -> None:
    def names(*columns: str, rows: list[list[Any]]) -> tuple[str, ...]:
        data = {"columns": list(columns), "rows": rows}
        return subject_of(Chart(table_at(node_of(data, "test")))).names

    ranked = [[1, "甲市", 9.5], [2, "乙市", 8.5]]
    assert names("名次", "城市", "得分", rows=ranked) == ("甲市", "乙市")
    assert names("名次", "得分", rows=[[1, 9.5], [2, 8.5]]) == ("1", "2")
