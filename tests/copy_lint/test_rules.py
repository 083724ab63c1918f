"""What each rule of copy lint finds, where, and what only looks as if it were one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest

from infographic.copy_lint import CODES
from infographic.copy_lint.rules import RULES, doubtful_copy, findings_in
from infographic.foundation.codes.copy_lint import CODES as EXPLAINED
from infographic.foundation.datum import Source
from infographic.loading.reading.source import read_json
from infographic.loading.reading.values import node_of


def found_in(text: str) -> list[tuple[str, str, str | None]]:
    """Code, the characters found and what is to stand there, of each finding in a text."""
    return [
        (code, text[one.start : one.end], one.mend)
        for code, own in findings_in(text)
        for one in own
    ]


def said_of(story: Mapping[str, Any] | str, **more: Any) -> list[str]:
    node = (
        read_json(Source("story.json", story), relaxed=False)
        if isinstance(story, str)
        else node_of(dict(story), "<story>")
    )
    return [
        f"{one.code} {one.origin.line}:{one.origin.column}" for one in doubtful_copy(node, **more)
    ]


HTML = [
    ("<p>达到</p>", [("copy-html", "<p>", ""), ("copy-html", "</p>", "")]),
    ("甲<br/>乙", [("copy-html", "<br/>", "\n")]),
    (
        "增<strong>8.2</strong>万",
        [("copy-html", "<strong>", "**"), ("copy-html", "</strong>", "**")],
    ),
    (
        '<a href="x.html">见此</a>',
        [("copy-html", '<a href="x.html">', ""), ("copy-html", "</a>", "")],
    ),
    ("A&amp;B公司", [("copy-html", "&amp;", "&")]),
    ("签约&#8220;银行&#x201d;", [("copy-html", "&#8220;", "“"), ("copy-html", "&#x201d;", "”")]),
    ("新增&hellip;达", [("copy-html", "&hellip;", "…")]),
    ("甲&amp;nbsp;乙", [("copy-html", "&amp;nbsp;", " ")]),
    ("<!-- 编者按 -->正文", [("copy-html", "<!-- 编者按 -->", "")]),
    ("<b>全县开工", [("copy-html", "<b>", "")]),
    ("<P CLASS=x>甲", [("copy-html", "<P CLASS=x>", "")]),
]


@pytest.mark.parametrize(("text", "wanted"), HTML)
def test_what_a_web_page_leaves_is_found_with_what_it_stands_for(text, wanted) -> None:
    assert found_in(text) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "R&D投入；AT&T, S&P 500",
        "a < b且b > c",
        "1<b>0",
        "气温<5℃",
        "<人民日报>刊文",
        "x<y",
        "http://a.cn/?a=1&b=2&copy=3",
    ],
)
def test_what_only_looks_like_html_is_left_alone(text: str) -> None:
    assert found_in(text) == []


def test_a_character_without_ink_is_found_but_where_it_is_meant() -> None:
    assert found_in("数据\u00ad中心\ufeff，\u200b开\u200e工") == [
        ("copy-invisible", character, "") for character in "\u00ad\ufeff\u200b\u200e"
    ]
    assert found_in("info\u00adgraphic") == [("copy-invisible", "\u00ad", None)]
    assert found_in("葛\U000e0100城，李\u2060抑") == []


def test_radicals_are_named_with_their_han() -> None:
    assert found_in("⽂化惠⺠，\uf9dc") == [
        ("copy-radical", "⽂", "文"),
        ("copy-radical", "⺠", "民"),
        ("copy-radical", "\uf9dc", "隆"),
    ]


MARKS = [
    ('他说,要把"绿水青山"守好.今年植树2300万株;明年再种!(完)', "，“”。；！（）"),
    ('"两山"变"金山"', "“”“”"),
    ("他说\"要办'实事'\"", "“‘’”"),
    ("“他说'实事'”", "‘’"),
    ('这款"iPhone"卖完', "“”"),
    ("增长3.5%,其中", "，"),
    ("共2300,其中**36**个;另", "，；"),
    ('他问:"好不好?"', "：“？”"),
    ("一.加强领导", "、"),
    ("据新华社(记者李华)报道", "（）"),
]


@pytest.mark.parametrize(("text", "wanted"), MARKS)
def test_marks_typed_in_english_mode_are_found_among_han(text: str, wanted: str) -> None:
    found = sorted((text.index(was), 0) for _, was, _ in found_in(text))
    assert found
    mended = [
        one.mend
        for one in sorted(
            (one for _, own in findings_in(text) for one in own), key=lambda f: f.start
        )
    ]
    assert "".join(map(str, mended)) == wanted


@pytest.mark.parametrize(
    "text",
    [
        "共2,300户，14:30开始，长3.5米",
        'It\'s a “test”; he said "hello" (twice).',
        "国产大飞机C919、歼-20、5G（第五代）",
        "身高6'2\"，成绩5'30\"",
        "详见www.people.com.cn/a,b;c或zhang@a.cn",
        "Washington, D.C.",
        "比分3:2，B.1.1.7变异株",
        "函数f(x)，安理会（UN）",
        "“Steady wins”: a dispatcher",
        "Xi'an西安",
    ],
)
def test_numbers_english_and_addresses_raise_nothing(text: str) -> None:
    assert found_in(text) == []


DOUBLED = [
    ("贯通，，共有", "，，", "，"),
    ("结束。。下午", "。。", "。"),
    ("他说。。。走了", "。。。", "……"),
    ("甲、，乙", "、，", "，"),
    ("走了，。", "，。", "。"),
    ("甲  乙", "  ", " "),
    ("他说“好。”。", "。”。", "。”"),
    ("好！！！！", "！！！！", "！！！"),
    ("a,,b", ",,", ","),
]


@pytest.mark.parametrize(("text", "was", "meant"), DOUBLED)
def test_a_mark_typed_twice_is_found(text: str, was: str, meant: str) -> None:
    assert found_in(text) == [("copy-doubled", was, meant)]


def test_marks_that_follow_each_other_by_rule_are_left_alone() -> None:
    assert found_in("什么？！太好了！！……“‘好’”（《书》）、“甲”、——乙 ../a ...") == []


def test_line_ends_are_found_at_the_end_and_from_elsewhere() -> None:
    assert found_in("第二段。\r\n\n") == [("copy-line-end", "\r\n\n", "")]
    assert found_in("甲\u2028乙\r丙\r\n丁\n戊") == [
        ("copy-line-end", "\u2028", "\n"),
        ("copy-line-end", "\r", "\n"),
    ]


def test_full_width_letters_are_found_and_digits_are_not() -> None:
    assert found_in("ＡＰＥＣ与Ｇ２０，２３００个") == [
        ("copy-full-width", "ＡＰＥＣ", "APEC"),
        ("copy-full-width", "Ｇ２０", "G20"),
    ]


def test_the_digits_of_a_programs_rounding_are_found() -> None:
    assert found_in("共5941.380000000001亿，0.30000000000000004") == [
        ("copy-float", "5941.380000000001", "5941.38"),
        ("copy-float", "0.30000000000000004", "0.3"),
    ]
    assert found_in("圆周率3.14159265358979，共1.23456789") == []
    story = '{"panels": [{"stats": [{"value": 5941.380000000001, "label": "产值"}]}]}'
    assert said_of(story) == ["copy-float 1:34"]
    for value, number in ((33.333333333333336, 1), (0.123456, 0), (-0.30000000000000004, 1)):
        stat: dict[str, Any] = {"value": value, "label": "占比"}
        assert len(said_of({"panels": [{"stats": [stat]}]})) == number
        assert said_of({"panels": [{"stats": [{**stat, "decimals": 1}]}]}) == []


def test_a_number_wants_words() -> None:
    def of(*stats: Any) -> list[str]:
        return said_of({"panels": [{"stats": list(stats)}]})

    assert of({"value": 2300, "unit": "个"}, "**2300**余个") == ["copy-no-label 0:0"] * 2
    assert (
        of({"value": 2300, "label": "党建联盟"}, "建立联盟**2300**个", {"value": 1, "note": "同比"})
        == []
    )
    assert of({"from": "由**58.6%**", "to": "**41.3%**"}) == []
    # One alone is what its panel's title says.
    assert said_of({"panels": [{"title": "党员总数", "stats": ["**2300**名"]}]}) == []


def test_traditional_characters_are_found_in_a_simplified_story_only() -> None:
    simplified = {"headline": "推進会议发展经济", "body": ["乾隆年间，後藤来华，题“觀海聽濤”"]}
    assert said_of(simplified) == ["copy-traditional 0:0"]
    assert said_of({"headline": "臺灣經濟發展會議"}) == []
    assert said_of({"language": "zh-Hant", "headline": "臺灣經濟發展會议"}) == [
        "copy-traditional 0:0"
    ]
    assert said_of({"language": "ja", "headline": "東京の発展と経済会議发"}) == []


def test_a_finding_stands_at_its_character_in_the_file() -> None:
    story = '{\n "headline": "\\u6570\\n据⽂化",\n "body": ["好", "他说,\\"好\\""]\n}'
    assert said_of(story) == ["copy-radical 2:24", "copy-half-width 3:19", "copy-quote 3:20"]


def test_several_of_a_kind_in_one_text_are_said_once_with_all_their_places() -> None:
    node = read_json(Source("s.json", '{"headline": "甲,乙,丙"}'), relaxed=False)
    (said,) = doubtful_copy(node)
    assert said.as_dict()["values"] == {
        "found": [", for ，"],
        "count": 2,
        "places": ["1:16", "1:18"],
    }


def test_a_code_can_be_switched_off() -> None:
    story = {"headline": "甲,乙⽂"}
    assert said_of(story, off={"copy-half-width"}) == ["copy-radical 0:0"]
    assert said_of(story, off={"copy-half-width", "copy-radical"}) == []


def test_every_rules_code_can_be_switched_off_and_explained() -> None:
    assert {rule.code for rule in RULES} <= set(CODES)
    assert set(EXPLAINED) <= set(CODES)


def test_a_mark_inside_an_address_is_the_addresss() -> None:
    assert found_in("网址http://a.cn/x,1,好") == []
    assert [found for _, found, _ in found_in("网址x1,好")] == [","]
