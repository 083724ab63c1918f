"""Blocks among paragraphs: figures behind the words that name them, the rest in even stretches."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from small_pages import codes, composed, faults, lines, words

from infographic.flow.illustrated import Wanted, places
from infographic.story.model import Lead, Subhead
from infographic.text.copy import Copy, Span

HAN = "国" * 60


def copy(text: str) -> Copy:
    return Copy((Span(text),))


def body(*parts: str) -> list[Copy | Lead | Subhead]:
    """Paragraphs; “#…” is a subhead, “!…” a section's lead."""
    kinds = {"#": lambda text: Subhead(copy(text)), "!": lambda text: Lead(copy(text))}
    return [kinds.get(part[:1], lambda _, part=part: copy(part))(part[1:]) for part in parts]


def figures(*numbers: int) -> list[Wanted]:
    return [Wanted(number) for number in numbers]


def test_a_figure_stands_after_the_paragraph_that_names_it_first() -> None:
    text = body(HAN, "见图②。", HAN, "如图①、图③所示", "再看图②", HAN)
    assert places(text, figures(1, 2, 3)) == (4, 2, 4)


def test_what_a_subhead_names_stands_behind_its_text() -> None:
    assert places(body(HAN, "#图①上的粮仓", HAN, HAN), figures(1)) == (3,)
    assert places(body(HAN, "#图①", "#小", HAN, HAN), figures(1)) == (4,)
    assert places(body(HAN, "#图①"), figures(1)) == (2,)
    # A section's lead is a paragraph: what it names follows it.
    assert places(body(HAN, "!图①上的粮仓", HAN), figures(1)) == (2,)


def test_what_is_not_named_parts_the_text_evenly_and_never_a_subhead_from_its_text() -> None:
    assert places(body(*[HAN] * 9), figures(1, 2)) == (3, 6)
    assert places(body(*[HAN] * 9), [Wanted(), Wanted()]) == (3, 6)
    assert places(body(HAN, HAN, "#小", HAN, HAN), figures(1)) == (2,)
    assert places(body(HAN, "#小", "!导语", HAN, HAN), figures(1)) == (1,)


def test_figures_that_are_not_named_keep_their_order() -> None:
    text = body(HAN, HAN, HAN, "见图②", *[HAN] * 6)
    assert places(text, figures(1, 2, 3)) == (2, 4, 7)
    # The third is named before the second: those not named stand behind what is before them.
    text = body("见图③", *[HAN] * 9)
    first, second, third = places(text, figures(1, 2, 3))
    assert third == 1
    assert first <= second


def test_other_blocks_stand_in_the_longest_stretch() -> None:
    text = body(HAN, "见图①", HAN, *[HAN] * 8)
    assert places(text, [Wanted(1), Wanted()]) == (2, 6)


def test_without_words_blocks_stand_as_they_are_given() -> None:
    assert places([], figures(1, 2)) == (0, 0)
    assert places(body(HAN), figures(1, 2)) == (1, 1)
    assert places(body("#小"), figures(1)) == (1,)


PARTS = st.lists(
    st.sampled_from([HAN, "短", "#小标题", "!导语", "见图①", "如图②、图③所示"]), max_size=14
)


@given(PARTS, st.lists(st.integers(0, 5), max_size=6))
def test_every_block_stands_once_and_none_parts_a_subhead_from_its_text(
    parts: list[str], numbers: list[int]
) -> None:
    text = body(*parts)
    found = places(text, figures(*numbers))
    assert len(found) == len(numbers)
    for number, at in zip(numbers, found, strict=True):
        assert 0 <= at <= len(text)
        assert at or not text, "words come first"
        if 0 < at < len(text):
            assert not isinstance(text[at - 1], Subhead)
        naming = [n for n, part in enumerate(parts, 1) if number and "①②③④⑤"[number - 1] in part]
        if naming:
            assert at == naming[0]


# The block


def illustrated(*blocks: dict[str, Any], body: list[Any], **fields: Any) -> dict[str, Any]:
    article = {"type": "article", "body": body, "style": "body", "subhead_style": "head"}
    return {"type": "illustrated", "text": article, "blocks": list(blocks), "gap": "10pt", **fields}


def figure(number: int) -> dict[str, Any]:
    data = {"image": None, "caption": f"图片{number}", "number": number}
    return {"type": "figure", "figure": data, "ratio": "1:1", "caption_style": "caption"}


def test_pictures_stand_between_paragraphs_with_the_gap_above_and_below() -> None:
    block = {"type": "text", "text": "块", "style": "s"}
    page = composed(illustrated(block, body=["国国国", "人人人"]), 100)
    assert [(line.y, line.text) for line in lines(page)] == [
        (9.8, "国国国"), (31.8, "块"), (53.8, "人人人"),
    ]  # fmt: skip
    assert page.page.trim.height == 12 + 10 + 12 + 10 + 12


def test_a_figure_follows_its_words_whatever_its_place_in_the_list() -> None:
    page = composed(
        illustrated(figure(1), figure(2), body=["见图②", "大", {"subhead": "小"}, "见图①", "人"]),
        100,
    )
    told = words(page)
    order = [told.index(part) for part in ("见图②", "图片2", "大", "小", "见图①", "图片1", "人")]
    assert order == sorted(order)


def test_a_text_that_is_no_article_is_said() -> None:
    body = {"type": "illustrated", "text": {"type": "spacer"}, "blocks": []}
    (fault,) = faults(body, 100)
    assert (fault.code, "wants an article" in fault.message) == ("block-type", True)


@pytest.mark.parametrize("height", [30, 200])
def test_a_text_too_tall_for_its_room_is_said(height: float) -> None:
    body = illustrated({"type": "spacer", "height": "20pt"}, body=["国", "人"])
    if height > 100:
        assert words(composed(body, 100, height)) == "国人"
    else:
        assert codes(body, 100, height) == ["overfull"]


# What a layout asks of the words


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ({"named": "/figures/0"}, False),
        ({"named": "/figures/1"}, True),
        ({"named": "/figures/2"}, True),
        ({"not": {"named": "/figures/0"}}, True),
        ({"named": "/figures/0", "in": "/lead"}, True),
        ({"named": "/figures/1", "in": "/deck"}, False),
        ({"named": "/figures/9"}, False),
    ],
)
def test_a_layout_may_ask_whether_the_words_name_a_figure(condition: Any, holds: bool) -> None:
    pictures = [{"image": None}, {"image": None}, {"image": None, "number": 7}]
    story = {"headline": "大", "lead": "图①", "body": ["见图②", "如图7所示"], "figures": pictures}
    yes, no = ({"type": "text", "text": text, "style": "s"} for text in ("是", "否"))
    page = composed({"$if": condition, "then": yes, "else": no}, story=story)
    assert words(page) == ("是" if holds else "否")


def test_no_two_blocks_stand_behind_one_paragraph_while_others_have_none() -> None:
    assert places(body(HAN * 10, "国", "国", "国"), figures(1, 2, 3)) == (1, 2, 3)
