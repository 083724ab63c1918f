"""核数: planted errors are found, true numbers are left in peace."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from infographic import compose
from infographic.loading.reading.source import read_file
from infographic.loading.reading.values import node_of
from infographic.subbing.rules import doubtful_figures

ROOT = Path(__file__).parents[2]
STORIES = [ROOT / "data.json", *sorted((ROOT / "examples").glob("*/story.json"))]


def codes(*body: str, **more: object) -> list[str]:
    story = {"headline": "核数", "body": list(body), **more}
    return [d.code for d in doubtful_figures(node_of(story, "story"))]


PLANTED = [
    ("figure-differs", ["全市建立城市党建联盟2300余个。", "如今，城市党建联盟已有2030余个。"]),
    ("figure-differs", ["选派驻村干部5395人。", "目前在岗的选派驻村干部5359人。"]),
    ("figure-differs", ["城市公园绿地面积128公顷。", "全市公园绿地面积共182公顷。"]),
    ("figure-differs", ["孵化企业总数4000户。", "全链条孵化企业总数4400户。"]),
    ("figure-differs", ["“两新”组织覆盖率80%。", "组织覆盖率稳固在88%。"]),
    ("figure-differs", ["举办各类培训班次3100期。", "十年来举办培训班次3010期。"]),
    ("figure-unit-jump", ["累计收购秋粮128.6万吨。", "全市收购秋粮128.6亿吨。"]),
    ("figure-unit-jump", ["全省党员总数176.98万名。", "目前全省党员总数176.98名。"]),
    ("figure-direction", ["森林覆盖率由58.6%增至41.3%。"]),
    ("figure-direction", ["亩均用水由263立方米降至420立方米。"]),
    ("figure-direction", ["办理时间从19分钟缩短到48分钟。"]),
    ("figure-direction", ["港口吞吐量从412万标箱增长到98万标箱。"]),
    ("figure-percentage", ["产量由100吨增至150吨，增长40%。"]),
    ("figure-percentage", ["投资从200亿元增加到300亿元，增长5%。"]),
    ("figure-percentage", ["时间由48分钟缩短至19分钟，缩短39分钟。"]),
    ("figure-percentage", ["覆盖率由41.3%提高到58.6%，提高16.3个百分点。"]),
    ("figure-grown-by", ["覆盖面由120个增加了180个。"]),
    ("figure-total", ["共有干部100人，其中男性60人、女性50人。"]),
    ("figure-total", ["总计投入12亿元，其中财政8亿元，社会资本6亿元。"]),
    ("figure-share", ["城镇人口占比达120%。"]),
    ("figure-share", ["党组织覆盖率180%。"]),
    ("figure-missing", ["居民的难题有人办（见图③）。"]),
]

CLEAN = [
    ["全市建立城市党建联盟2300余个。", "如今，城市党建联盟已有2300余个。"],
    ["62人到央企和地方双向挂职，189人在省市县乡之间互派挂职。"],
    ["今年收购秋粮128.6万吨。", "去年同期收购秋粮114.4万吨。"],
    ["9052名驻村干部。", "10万名包保帮扶干部。"],
    ["森林覆盖率由41.3%增至58.6%。", "亩均用水由420立方米降至263立方米。"],
    ["产量由100吨增至150吨，增长50%。"],
    ["投资从200亿元增加到300亿元，增长50%。"],
    ["时间由48分钟缩短至19分钟，缩短29分钟。"],
    ["覆盖率由41.3%提高到58.6%，提高17.3个百分点。"],
    ["共有干部110人，其中男性60人、女性50人。"],
    ["共有干部300人，其中男性60人、女性50人。"],
    ["价格上涨120%。", "完成全年目标的120%。"],
    ["政策由1.0版升级到2.0版。", "2021年9月举办，2022年3月再办。"],
    ["新增公园绿地面积12公顷。", "公园绿地面积达到182公顷。"],
    ["每户增收3000元。", "户均增收总额3亿元。"],
    ["第1489个村出列。", "1489个贫困村全部出列。"],
    ["时速400公里的列车。", "线路全长380公里。"],
    ["从158.89万名到176.98万名，十年增加18.09万名。"],
    ["由63%～68%的区间看，占比不变。"],
    ["C919、5G、24/7、CR450。"],
]


@pytest.mark.parametrize(("code", "body"), PLANTED)
def test_a_planted_error_is_found(code: str, body: list[str]) -> None:
    assert code in codes(*body)


@pytest.mark.parametrize("body", CLEAN)
def test_true_numbers_are_left_in_peace(body: list[str]) -> None:
    assert codes(*body) == []


@pytest.mark.parametrize("path", STORIES, ids=lambda path: path.parent.name)
def test_the_shipped_stories_raise_no_doubt(path: Path) -> None:
    assert doubtful_figures(read_file(path, relaxed=False)) == []


SEEDS = [
    ("data.json", "2300余个党建联盟", "2030余个党建联盟", "figure-differs"),
    ("data.json", "从十年前的**158.89**", "从十年前的**185.89**", "figure-direction"),
    ("data.json", "（见图③）", "（见图④）", "figure-missing"),
    ("examples/twelve-stats/story.json", "升至**58.6%**", "升至**38.6%**", "figure-direction"),
    ("examples/twelve-stats/story.json", "降至**263**", "降至**463**", "figure-direction"),
]


@pytest.mark.parametrize(("file", "old", "new", "code"), SEEDS)
def test_an_error_planted_in_a_shipped_story_is_found(
    file: str, old: str, new: str, code: str
) -> None:
    text = (ROOT / file).read_text(encoding="utf-8")
    assert old in text
    story = node_of(json.loads(text.replace(old, new, 1)), "story")
    assert code in [d.code for d in doubtful_figures(story)]


def test_both_places_are_named() -> None:
    story = {"headline": "甲", "body": ["城市党建联盟2300余个。"], "deck": "城市党建联盟2030余个"}
    (doubt,) = doubtful_figures(node_of(story, "story"))
    assert "2300余个" in doubt.message
    assert "2030余个" in doubt.message
    assert {doubt.origin.pointer} < {"/deck", "/body/0"}


def test_a_figure_that_is_never_mentioned_is_noted_where_others_are() -> None:
    figures = [{"caption": "甲"}, {"caption": "乙"}]
    assert codes("见图①。", figures=figures) == ["figure-unmentioned"]
    assert codes("没有图。", figures=figures) == []


def test_a_reference_to_a_figure_that_the_layout_leaves_out_is_said_at_its_place() -> None:
    story = ROOT / "examples" / "twelve-stats" / "story.json"
    said = [d for d in compose(story, "tabloid").diagnostics if d.code == "figure-left-out"]
    assert [(d.message[:2], d.origin.pointer) for d in said] == [
        ("图④", "/body/10"), ("图⑤", "/body/15"), ("图⑥", "/body/18"),
    ]  # fmt: skip
    # A card that shows neither the text nor the pictures refers to none.
    square = compose(story, "square").diagnostics
    assert "figure-left-out" not in {d.code for d in square}


def test_the_first_of_the_numbers_that_differ_is_named_in_every_process() -> None:
    """What subjects share is a set of words, whose order changes with the process."""
    nouns = (
        "联盟党员 科技小组 志愿山林 救援车队 巡护河道 普法讲堂 文艺剧团 农机站点 环保电台 消防水鹤 "
        "禁毒热线 医疗药房 助学书屋 治水闸口 护林瞭望 关爱老幼 电商物流 牧场奶源 渔港码头 茶园采摘"
    )
    for noun in nouns.split():
        one, other = noun[:2], noun[2:]
        body = [f"{one}{other}2300名。", f"{other}{one}2030名。", f"{other}{one}{other}2330名。"]
        second, third = doubtful_figures(node_of({"headline": "核数", "body": body}, "story"))
        assert "“2300名” (story /body/0)" in second.message
        assert "“2300名” (story /body/0)" in third.message
