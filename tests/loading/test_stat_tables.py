"""Stats as tables: sentences are data too."""

from __future__ import annotations

from typing import Any

from infographic.foundation.sayings import Saying
from infographic.foundation.table import Table
from infographic.loading.decoded_story import decode_story
from infographic.options import read_story
from infographic.story.stat_table import table_of_stats


def table_or_why(*stats: Any) -> Table | Saying:
    story = read_story({"headline": "数说", "panels": [{"stats": list(stats)}]})
    return table_of_stats(decode_story(story).story.panels[0].stats)


def table(*stats: Any) -> Table:
    made = table_or_why(*stats)
    assert isinstance(made, Table), made
    return made


def told(made: Table) -> list[tuple[str, str, tuple[str, ...]]]:
    return [(column.name, column.unit, column.texts) for column in made.columns]


def why(*stats: Any) -> str:
    made = table_or_why(*stats)
    assert isinstance(made, Saying)
    return made.key


def test_a_sentence_is_a_row_named_by_its_words_with_its_number_as_written() -> None:
    made = table(
        "建立城市党建联盟**2300**余个",
        "打造“红色孵化器”**141**个",
        {"value": 98, "unit": "个", "label": "站点"},
    )
    assert told(made) == [
        ("", "", ("建立城市党建联盟", "打造“红色孵化器”", "站点")),
        ("", "个", ("2300余", "141", "98")),
    ]  # fmt: skip
    assert [str(value) for value in made.columns[1].values] == ["2300", "141", "98"]
    assert made.places.of(1, 1).pointer == "/panels/0/stats/1"
    assert made.places.of(2, 1).pointer == "/panels/0/stats/2/value"


def test_numbers_keep_the_magnitude_that_all_are_written_in() -> None:
    made = table("城镇新增就业**1256**万人", "农民工约**2.9**亿人")
    assert told(made)[1] == ("", "万人", ("1256", "约29000"))
    mixed = table("村民**9800**人", "居民**1.2**万人")
    assert told(mixed)[1] == ("", "人", ("9800", "12000"))


def test_changes_have_two_columns_named_by_their_times() -> None:
    when = ["2012年", "2022年"]
    first = {"from": "从十年前的**158.89**万名党员", "to": "到**176.98**万名党员", "label": "党员"}
    second = {"from": "**9.3**万名", "to": "**10.1**万名", "label": "预备党员"}
    made = table({**first, "when": when}, {**second, "when": when})
    assert told(made) == [
        ("", "", ("党员", "预备党员")),
        ("2012年", "万名", ("158.89", "9.3")),
        ("2022年", "万名", ("176.98", "10.1")),
    ]


def test_different_things_have_columns_of_their_own() -> None:
    made = table("培训干部**48.2**万人", "举办班次**3100**余期")
    assert told(made)[1:] == [("", "万人", ("48.2", "—")), ("", "期", ("—", "3100余"))]


def test_one_thing_at_several_times_is_a_row_of_times() -> None:
    made = table(*({"value": v, "unit": "万吨", "label": "粮食产量", "when": w}
                   for v, w in ((4040, "2022年"), (4186, "2023年"))))  # fmt: skip
    assert [column.kind for column in made.columns] == ["period", "number"]
    assert made.columns[0].texts == ("2022年", "2023年")


def test_clauses_with_a_number_each_are_rows_and_other_sentences_say_why_not() -> None:
    made = table("衬砌干支渠**2780**公里，改造渠道**38.7**公里")
    assert told(made)[0][2] == ("衬砌干支渠", "改造渠道")
    assert why("面向**2038**个村选派干部**5395**人") == "data-stats/several"
    assert why("群众满意") == "data-stats" and why("下派**上百**名") == "data-stats"
    assert why() == "data-stats/none"
