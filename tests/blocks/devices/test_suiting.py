"""What the shape of the data asks for, and what a layout or a story may ask for instead."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from drawing import drawn, table_of

from infographic.blocks.devices import KINDS
from infographic.blocks.devices.suiting import suiting
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.graphics import alt
from infographic.graphics.subject import subject_of
from infographic.story.chart import Chart

COLUMNS = ["县", "产量"]
Rows = Sequence[Sequence[object]]
ROWS = [["甲", 4], ["乙", 3], ["丙", 2]]


def said(page: ComposedPage, code: str) -> list[str]:
    return [one.message for one in page.diagnostics if one.code == code]


def test_it_is_said_what_the_data_are_drawn_as_and_why() -> None:
    (message,) = said(drawn(COLUMNS, ROWS), "graphic-kind")
    assert message == "/charts/0 is drawn as “bars”: it has one value for each of its names"


def test_the_storys_own_kind_is_drawn_and_a_warning_says_where_it_cannot_be() -> None:
    page = drawn(COLUMNS, ROWS, chart_kind="lollipop")
    assert "“lollipop”: it is asked for by name" in said(page, "graphic-kind")[0]
    page = drawn(COLUMNS, [["甲", -4], ["乙", 3]], chart_kind="bars")
    assert said(page, "graphic-simpler") and not said(page, "graphic-kind")


@pytest.mark.parametrize(
    ("columns", "rows"),
    [
        (["项目", "数量"], [["党员（人）", 2038], ["支部（个）", 141], ["书屋（座）", 30]]),
        (["指标", "单位", "数量"], [["党员", "人", 2038], ["支部", "个", 141]]),
    ],
)
def test_rows_that_are_counted_in_units_of_their_own_stand_on_no_common_scale(
    columns: list[str], rows: Rows
) -> None:
    for kind in ("bars", "lollipop", "columns", "grouped-bars"):
        page = drawn(columns, rows, chart_kind=kind)
        (message,) = said(page, "graphic-simpler")
        assert f"is drawn as “figures” and not as “{kind}”" in message
        assert "its rows are counted in 人 and 个" in message


def test_a_layouts_preference_goes_before_the_datas_shape_but_not_against_it() -> None:
    page = drawn(COLUMNS, ROWS, block={"prefer": ["lollipop"]})
    assert "“lollipop”: the layout prefers it" in said(page, "graphic-kind")[0]
    page = drawn(COLUMNS, [["甲", -4], ["乙", 3]], block={"prefer": ["bars"]})
    assert "“diverging-bars”: it has values below 0" in said(page, "graphic-kind")[0]
    assert not said(page, "graphic-simpler")


def test_a_device_over_time_that_the_layout_prefers_is_for_times_alone() -> None:
    names = drawn(COLUMNS, [[name, 3] for name in "甲乙丙丁"], block={"prefer": ["area"]})
    assert "“bars”" in said(names, "graphic-kind")[0]
    years = [[str(year), year - 2000] for year in range(2020, 2025)]
    page = drawn(["年份", "产量"], years, block={"prefer": ["area"]})
    assert "“area”: the layout prefers it" in said(page, "graphic-kind")[0]


@pytest.mark.parametrize("block", [{"kind": "barz"}, {"prefer": ["barz"]}])
def test_a_device_that_is_not_there_is_an_error_with_the_nearest_one(
    block: dict[str, object],
) -> None:
    with pytest.raises(SpecError) as error:
        drawn(COLUMNS, ROWS, block=block)
    (fault,) = error.value.diagnostics
    assert fault.code == "graphic-kind-unknown" and "bars" in fault.hint


@pytest.mark.parametrize(
    ("columns", "rows", "first"),
    [
        (["县", "增速"], [["甲", -1], ["乙", 2]], "diverging-bars"),
        (["县", "2020年", "2024年"], [["甲", 1, 2], ["乙", 2, 3]], "dumbbells"),
        (["县", "城镇", "乡村"], [["甲", 1, 2], ["乙", 2, 3]], "grouped-bars"),
    ],
)
def test_the_shape_of_the_data_asks_for_a_device(
    columns: Sequence[str], rows: list[list[object]], first: str
) -> None:
    table = table_of(columns, rows)
    assert suiting(subject_of(Chart(table)))[0].name == first


@pytest.mark.parametrize(("columns", "row", "kind"), [
    (["时间", "事件"], ["2024年6月", "开工"], "timeline"),
    (["步骤", "说明"], ["申报", "填表"], "steps"),
    (["", "居民医保", "职工医保"], ["何时缴费", "年底", "按月"], "comparison"),
    (["指标", "单位", "甲市", "乙市"], ["人口", "万人", 910, 924], "comparison"),
    (["来源地", "就业去向", "人数"], ["省内", "长三角", 20], "flow"),
])  # fmt: skip
def test_tables_of_words_are_told_apart(columns: list[str], row: list[object], kind: str) -> None:
    subject = subject_of(Chart(table_of(columns, [row, row])))
    assert suiting(subject)[0].name == kind


def test_every_device_has_a_name_for_who_cannot_see_it() -> None:
    assert set(KINDS) - set(alt.KINDS) == set()
    assert set(alt.KINDS) - set(KINDS) == set()


@pytest.mark.parametrize(
    ("columns", "first"),
    [
        (["来源", "去向", "人数"], "flow"),
        (["来源", "品种", "吨数"], "bars"),
        (["品种", "去向", "吨数"], "bars"),
    ],
)
def test_ribbons_want_both_where_from_and_where_to(columns: list[str], first: str) -> None:
    rows = [["甲", "乙", 3], ["甲", "丙", 2], ["丁", "乙", 1]]
    assert suiting(subject_of(Chart(table_of(columns, rows))))[0].name == first
