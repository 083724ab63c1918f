"""Marks in an author's text."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from infographic.copy_lint.texts import unmarked_with_places
from infographic.foundation.codes import CODES
from infographic.foundation.datum import BUILT_IN, Origin, Source
from infographic.foundation.diagnostics import Diagnostic
from infographic.loading.reading.values import node_of
from infographic.subbing.quantities import read_passage
from infographic.text.markup import read_markup, unmarked
from infographic.text.paragraph import set_paragraph
from tests.text.square_style import square

Plain = list[tuple[str, str]]


def parts(text: str) -> Plain:
    copy, faults = read_markup(text, BUILT_IN)
    assert not faults
    return [(span.text, str(span.part)) for span in copy.spans]


def faults(text: str) -> list[tuple[str, int]]:
    """Code and offset of each fault, in a JSON string without escapes."""
    raw = json.dumps({"a": text}, ensure_ascii=False)
    origin = Origin(Source("story.json", raw), "/a", 1, raw.index(":") + 3)
    found = read_markup(text, origin)[1]
    return [(fault.code, fault.origin.column - origin.column - 1) for fault in found]


def test_unmarked_words_are_plain() -> None:
    assert parts("中国2300个") == [("中国2300个", "plain")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "联盟**2300**余个",
            [("联盟", "plain"), ("2300", "digits"), ("余", "qualifier"), ("个", "unit")],
        ),
        ("**80%**以上", [("80", "digits"), ("%", "unit"), ("以上", "qualifier")]),
        ("**48.2**万人次", [("48.2", "digits"), ("万人次", "unit")]),
        (
            "**4000余户企业**",  # words, though they start with a number
            [("4000余户企业", "strong")],
        ),
        (
            "**4000余户**企业",
            [("4000", "digits"), ("余", "qualifier"), ("户", "unit"), ("企业", "plain")],
        ),
        ("约**7**个百分点", [("约", "qualifier"), ("7", "digits"), ("个百分点", "unit")]),
        ("节约**7**元", [("节约", "plain"), ("7", "digits"), ("元", "unit")]),
        ("**5**年级", [("5", "digits"), ("年级", "plain")]),
        ("**3-5**天", [("3-5", "digits"), ("天", "unit")]),
        ("**63%～68%**", [("63", "digits"), ("%～", "unit"), ("68", "digits"), ("%", "unit")]),
        ("**+1,300.5**", [("+1,300.5", "digits")]),
        ("**1/3**的", [("1/3", "digits"), ("的", "plain")]),
        ("**1.2** million people", [("1.2", "digits"), (" million people", "unit")]),
        ("**党建引领**", [("党建引领", "strong")]),
        ("**$5.2**", [("$", "unit"), ("5.2", "digits")]),
    ],
)
def test_an_emphasised_number_is_told_into_its_parts(text: str, expected: Plain) -> None:
    assert parts(text) == expected


def test_a_number_and_what_belongs_to_it_share_a_group() -> None:
    copy, _ = read_markup("近**2300**余个，**5**人", BUILT_IN)
    assert [(span.text, span.group) for span in copy.spans] == [
        ("近", 1),
        ("2300", 1),
        ("余", 1),
        ("个", 1),
        ("，", 0),
        ("5", 2),
        ("人", 2),
    ]


def test_a_no_break_span_is_a_group() -> None:
    copy, _ = read_markup("记者{~李抑堃~}", BUILT_IN)
    assert [(span.text, span.group) for span in copy.spans] == [("记者", 0), ("李抑堃", 1)]


def test_a_number_inside_a_no_break_span_joins_its_group() -> None:
    copy, _ = read_markup("{~约**5**人~}的", BUILT_IN)
    assert [span.group for span in copy.spans] == [1, 1, 1, 0]


def test_a_backslash_makes_a_mark_a_character() -> None:
    assert parts(r"3\*5 \{a\} \\ \n") == [("3*5 {a} \\ \\n", "plain")]


def test_a_single_star_is_a_character() -> None:
    assert parts("3*5") == [("3*5", "plain")]


def test_a_tab_becomes_a_space_and_a_line_break_stays() -> None:
    assert parts("中\t国\r\n人\n民") == [("中 国\n人\n民", "plain")]


def test_dots_and_ruby_are_read() -> None:
    copy, found = read_markup("{.重点.}和{汉字|hànzì}", BUILT_IN)
    assert [(s.text, s.dots, s.ruby) for s in copy.spans] == [
        ("重点", True, ""),
        ("和", False, ""),
        ("汉字", False, "hànzì"),
    ]
    assert not found


def test_names_and_titles_are_numbered_so_that_neighbours_stay_apart() -> None:
    copy, found = read_markup("{_雪岭_}{_澜湾_}见{=江{_河_}志=}", BUILT_IN)
    assert [(s.text, s.name, s.title) for s in copy.spans] == [
        ("雪岭", 1, 0),
        ("澜湾", 2, 0),
        ("见", 0, 0),
        ("江", 0, 3),
        ("河", 4, 3),
        ("志", 0, 3),
    ]
    assert not found


def test_a_name_is_a_group_and_a_title_is_none() -> None:
    copy, _ = read_markup("{_雪岭_}和{=江河志=}", BUILT_IN)
    assert [span.group for span in copy.spans] == [1, 0, 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("联盟**2300个", [("markup-unclosed", 2)]),
        ("联盟****个", [("markup-empty", 2)]),
        ("记者{~李", [("markup-unclosed", 2)]),
        ("记者{~~}", [("markup-empty", 2)]),
        ("记者~}", [("markup-stray", 2)]),
        ("记者{李", [("markup-stray", 2)]),
        ("记者李.}", [("markup-stray", 4)]),
        ("记者李_}", [("markup-stray", 4)]),
        ("{=记者", [("markup-unclosed", 0)]),
        ("{~记**者~}李**", [("markup-unclosed", 3), ("markup-unclosed", 9)]),
        ("{汉字|}", [("markup-empty", 0)]),
    ],
)
def test_a_wrong_mark_is_pointed_at(text: str, expected: list[tuple[str, int]]) -> None:
    assert faults(text) == expected


def test_a_control_character_is_an_error() -> None:
    _, found = read_markup("中\x07国", BUILT_IN)
    assert [fault.code for fault in found] == ["markup-control"]


def test_escapes_before_a_mark_are_counted_as_they_are_written() -> None:
    raw = r'{"a": "\n\u4e2d\"**国"}'
    origin = Origin(Source("story.json", raw), "/a", 1, raw.index(":") + 3)
    (fault,) = read_markup(json.loads(raw)["a"], origin)[1]
    assert raw[fault.origin.column - 1 :].startswith("**")


def test_every_code_is_explained() -> None:
    found: list[Diagnostic] = []
    for text in ("**a", "****", "}", "\x07"):
        found += read_markup(text, BUILT_IN)[1]
    assert {fault.code for fault in found} <= CODES.keys()


@given(st.text("中2余个*{}~._=|\\\n万%约a", max_size=40))
def test_no_text_makes_the_reader_fail_and_no_character_is_lost(text: str) -> None:
    copy, found = read_markup(text, BUILT_IN)
    if not found and not any(span.ruby for span in copy.spans):
        kept = [c for c in copy.text if c not in "*{}~._=?|\\"]
        assert kept == [c for c in text.strip("\n") if c not in "*{}~._=?|\\"]
    assert all(span.text for span in copy.spans)


def test_optional_words_are_told_apart_and_read_as_words() -> None:
    copy, wrong = read_markup("{?据悉，?}联盟{??共?}有**23**个{?单位?}", BUILT_IN)
    assert [fault.code for fault in wrong] == ["markup-stray", "markup-unclosed"]
    copy, wrong = read_markup("{?据悉，?}联盟{??共??}有**23**个{?单位?}", BUILT_IN)
    assert wrong == ()
    assert copy.text == "据悉，联盟共有23个单位"
    assert {s.text: s.optional for s in copy.spans if s.optional} == {
        "据悉，": 1, "共": -2, "单位": 3,
    }  # fmt: skip


def test_optional_words_go_the_marked_first_then_the_last_before_the_first() -> None:
    copy, _ = read_markup("{?甲?}乙{??丙??}丁{?戊?}{??己??}", BUILT_IN)
    assert copy.optional == (-4, -2, 3, 1)
    assert copy.without(copy.optional[:3]).text == "甲乙丁"


def test_optional_words_hold_other_marks_and_a_question() -> None:
    copy, wrong = read_markup("{?{_雪岭_}的**5**人?}去吗{?真的??}", BUILT_IN)
    assert wrong == ()
    assert [(s.text, s.optional) for s in copy.spans if s.optional] == [
        ("雪岭", 1), ("的", 1), ("5", 1), ("人", 1), ("真的?", 3),
    ]  # fmt: skip


def test_optional_words_are_set_as_any_words_where_no_style_drops_them() -> None:
    marked, _ = read_markup("人民{?日报?}社", BUILT_IN)
    plain, _ = read_markup("人民日报社", BUILT_IN)
    assert set_paragraph(marked, square(), 100).lines[0].text.text == plain.text


def test_marks_are_taken_off_words_that_are_counted() -> None:
    assert (
        unmarked("{?据悉，?}联盟{??共??}有**23**{_雪岭_}{~人~}{汉|hàn}")
        == "据悉，联盟共有23雪岭人汉"
    )


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("约**2300**余个{.重点.}{~李抑堃~}{_雪岭_}{=江河志=}", "约2300余个重点李抑堃雪岭江河志"),
        ("{汉字|hàn zì}{?据悉，?}{??其中??}x{^th}", "汉字据悉，其中xth"),
        (r"5\*3，\{甲\}，\***2300**，\\", r"5*3，{甲}，*2300，" + "\\"),
    ],
)
def test_whoever_reads_words_without_their_marks_reads_what_is_set(text, words) -> None:
    copy, wrong = read_markup(text, BUILT_IN)
    assert (copy.text, wrong) == (words, ())
    assert unmarked(text) == words
    read, places = unmarked_with_places(text)
    assert (read, "".join(text[place] for place in places)) == (words, words)
    passage = read_passage(node_of(text, "story"))
    assert (passage.text, "".join(text[at] for at in passage.offsets)) == (words, words)
