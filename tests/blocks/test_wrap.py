"""article: words round boxes and polygons, free picture heights, keeps, breaks, filled columns."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import integers, lists, sampled_from, tuples
from small_pages import Line, composed, faults, lines, near, paths, words

HAN = "一二三四五六七八九十"


def article(*body: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": list(body), "style": "body", "gutter": "10pt",
            "narrowest": 2, **fields}  # fmt: skip


def inset(width: float | None, height: float, **fields: Any) -> dict[str, Any]:
    """A grey block; without a width as wide as its columns."""
    block = {"type": "panel", "background": "grey",
             "content": {"type": "spacer", "height": f"{height}pt"}}  # fmt: skip
    size = {} if width is None else {"width": f"{width}pt"}
    return {"block": block, "gap": "0pt", **size, **fields}


def test_lines_beside_a_block_are_as_short_as_it_leaves_them() -> None:
    # A block of 20 × 24 at the right of a column of 50: two lines of three, then whole ones.
    page = composed(article(HAN * 2, insets=[inset(20, 24, side="right")]), 50)
    assert lines(page) == [
        Line(0, 9.8, "一二三"), Line(0, 21.8, "四五六"),
        Line(0, 33.8, "七八九十一"), Line(0, 45.8, "二三四五六"), Line(0, 57.8, "七八九十"),
    ]  # fmt: skip


def test_words_left_of_a_block_begin_where_it_ends() -> None:
    page = composed(article(HAN, insets=[inset(20, 24, side="left")]), 50)
    assert [(line.x, line.text) for line in lines(page)] == [
        (20, "一二三"), (20, "四五六"), (0, "七八九十"),
    ]  # fmt: skip


def test_space_is_kept_beside_a_block() -> None:
    body = article(HAN, insets=[inset(15, 24, side="right", stand_off="5pt")])
    assert lines(composed(body, 50))[0].text == "一二三"


def test_a_line_too_narrow_beside_a_block_stays_empty() -> None:
    body = article(HAN, insets=[inset(40, 24, side="right")])
    assert lines(composed(body, 50))[0] == Line(0, 33.8, "一二三四五")
    assert lines(composed({**body, "narrowest": 2}, 70))[0].text == "一二三"


def test_a_block_over_a_gutter_shortens_the_lines_of_both_columns() -> None:
    body = article(HAN * 4, columns=2, insets=[inset(50, 24, span=2, side="center")])
    page = composed(body, 110)
    heads = [line for line in lines(page) if line.y < 24]
    assert {(line.x, len(line.text)) for line in heads} == {(0, 3), (80, 3)}


def test_a_block_on_a_grid_line_stands_there_and_words_stand_above_and_below() -> None:
    page = composed(article(HAN * 3, insets=[inset(None, 24, at="row", row=3)]), 50)
    (box,) = paths(page)
    assert (box.x, box.y, box.width, box.height) == (0, 24, 50, 24)
    assert [line.y for line in lines(page)] == [9.8, 21.8, 57.8, 69.8, 81.8, 93.8]


def test_a_block_in_the_middle_has_as_many_lines_above_as_below() -> None:
    page = composed(article(HAN * 2, insets=[inset(None, 24, at="middle")]), 50)
    (box,) = paths(page)
    above = [line for line in lines(page) if line.y < box.y]
    assert len(above) == 2
    assert len(lines(page)) == 4


def test_words_run_along_the_sides_of_a_polygon() -> None:
    # A triangle that widens downwards from the top right: lines get shorter.
    triangle = [[1, 0], [1, 1], [0, 1]]
    body = article(HAN * 2, insets=[inset(36, 36, side="right", contour=triangle)])
    lengths = [len(line.text) for line in lines(composed(body, 60))]
    assert lengths[:3] == [4, 3, 2]
    assert lengths[3] == 6


def test_a_picture_takes_whole_lines_so_that_no_sliver_is_left() -> None:
    page = composed(article(HAN, insets=[inset(None, 20)]), 50)
    (box,) = paths(page)
    assert (box.height, lines(page)[0].y) == (24, 33.8)


def test_a_block_at_the_foot_stands_on_it_and_its_air_is_above() -> None:
    page = composed(article(HAN, insets=[inset(None, 20, at="bottom")]), 50, 60)
    (box,) = paths(page)
    assert (box.y, box.height) == (28, 20)
    assert len([line for line in lines(page) if line.y < 28]) == 2


def test_a_free_picture_grows_until_the_words_reach_the_foot() -> None:
    # Two lines of words in ten: the picture of 24 may double and takes what it may.
    body = article(HAN, insets=[inset(None, 24, grow=2)])
    (box,) = paths(composed(body, 50, 120))
    assert box.height == 48
    (box,) = paths(composed(article(HAN, insets=[inset(None, 24, grow=4)]), 50, 120))
    assert box.height == 96
    assert lines(composed(article(HAN, insets=[inset(None, 24, grow=4)]), 50, 120))[-1].y == 117.8


def test_a_free_picture_gives_way_to_words() -> None:
    body = article(HAN * 2, insets=[inset(None, 72, shrink=0.5)])
    page = composed(body, 50, 96)
    assert paths(page)[0].height == 48
    assert [fault.code for fault in faults(article(HAN * 2, insets=[inset(None, 72)]), 50, 96)] == [
        "overset"
    ]


def test_filled_columns_reach_the_foot_with_lines_above_paragraphs() -> None:
    body = article(HAN[:5], HAN[:5], HAN[:5], balance="fill")
    assert [line.y for line in lines(composed(body, 50, 60))] == [9.8, 33.8, 57.8]
    # Four lines for two places: no column is half filled.
    assert [line.y for line in lines(composed(body, 50, 84))] == [9.8, 21.8, 33.8]


def test_unbalanced_columns_are_filled_in_turn() -> None:
    page = composed(article(HAN * 2 + HAN[:5], columns=2, balance="none"), 110, 36)
    assert [line.x for line in lines(page)] == [0, 0, 0, 60, 60]


def test_a_column_break_past_the_body_is_noted_where_it_is_written() -> None:
    page = composed(article(HAN[:5], HAN[:5], columns=2, breaks=[2, 7]), 110)
    (found,) = [one for one in page.diagnostics if one.code == "breaks-unused"]
    assert found.origin.pointer == "/body/breaks/1"
    assert "paragraph 7: the body has 2" in found.message


def test_a_paragraph_named_as_a_break_begins_a_column() -> None:
    page = composed(article(HAN[:5], HAN[:5], HAN[:5], columns=2, breaks=[2]), 110)
    assert [(line.x, line.y) for line in lines(page)] == [(0, 9.8), (60, 9.8), (60, 21.8)]


def test_a_style_may_begin_a_column() -> None:
    style = {"lead": {"based_on": "body", "breaks_column": True}}
    body = article(HAN[:5], {"lead": "国人"}, HAN[:5], columns=2, lead_style="lead")
    page = composed(body, 110, styles=style)
    assert [line.x for line in lines(page)] == [0, 60, 60]


def test_a_kept_paragraph_is_not_parted() -> None:
    style = {"kept": {"based_on": "body", "keep_together": True}}
    body = [HAN[:5], {"lead": HAN * 2}]
    page = composed(article(*body, columns=2, lead_style="kept"), 110, styles=style)
    assert [line.x for line in lines(page)] == [0, 60, 60, 60, 60]


@pytest.mark.parametrize(("style", "kept"), [({"widows": 3}, 3), ({"orphans": 3}, 3)])
def test_more_lines_may_be_kept_at_an_end_or_a_head(style: dict[str, int], kept: int) -> None:
    styles = {"kept": {"based_on": "body", **style}}
    body = article(HAN[:5], {"lead": HAN * 2}, HAN[:5], columns=2, lead_style="kept")
    page = composed(body, 110, styles=styles)
    texts = [(line.x, line.text) for line in lines(page)][1:5]
    first = sum(x == 0 for x, _ in texts)
    assert first in (0, 4) or (4 - first if "widows" in style else first) >= kept


def test_a_heading_of_one_line_on_three_stands_in_their_middle() -> None:
    styles = {"three": {"based_on": "s", "grid_lines": 3}}
    body = article(HAN[:5], {"subhead": "国人"}, HAN, subhead_style="three")
    page = composed(body, 50, styles=styles)
    assert [line.y for line in lines(page)] == [9.8, 33.8, 57.8, 69.8]


def overlaps(page: Any) -> list[tuple[Line, Any]]:
    """Lines whose squares stand on a block. A square is 10 wide, from 8.8 above its baseline."""
    found = []
    for line in lines(page):
        for box in paths(page):
            beside = (
                line.x + 10 * len(line.text) <= box.x + 0.01 or line.x >= box.x + box.width - 0.01
            )
            clear = line.y + 1.2 <= box.y + 0.01 or line.y - 8.8 >= box.y + box.height - 0.01
            if not (beside or clear):
                found.append((line, box))
    return found


@settings(max_examples=60)
@given(
    lists(integers(1, 60), min_size=1, max_size=6), integers(1, 3),
    lists(
        lists(integers(0, 9), min_size=4, max_size=4), min_size=0, max_size=2
    ),
    sampled_from(["level", "none", "fill"]), sampled_from([None, 240.0]),
)  # fmt: skip
def test_no_word_is_lost_or_stands_on_a_block(
    lengths: list[int], columns: int, blocks: list[list[int]], balance: str, height: float | None
) -> None:
    insets = [
        inset(
            10.0 + 10 * w, 12.0 + 6 * h, at=["top", "bottom", "row"][a % 3], row=1 + r,
            first=1 + a % columns, side=["left", "center", "right"][w % 3],
        )
        for w, h, a, r in blocks
    ]  # fmt: skip
    body = [(HAN * 6)[:length] for length in lengths]
    story = article(*body, columns=columns, insets=insets, balance=balance)
    wrong = faults(story, 60 * columns - 10, height)
    if wrong:
        assert {fault.code for fault in wrong} <= {"overset", "overfull", "frame-outside"}
        if any(fault.code == "frame-outside" for fault in wrong):
            # A block wider than the columns beside it, or two that have no room for each other.
            assert len(blocks) == 2 or 10 + 10 * blocks[0][0] > 50
        return
    page = composed(story, 60 * columns - 10, height)
    assert words(page) == "".join(body)
    if len(insets) < 2:
        assert not overlaps(page)
    assert all(near((line.y - 9.8) % 12) in (0, 12) for line in lines(page))


def test_a_column_that_would_end_too_high_has_an_empty_line_above_what_begins_in_it() -> None:
    # Three paragraphs of three lines, which cannot be parted, and one of one: six lines and four.
    body = (HAN + HAN[:5],) * 3 + (HAN[:5],)
    page = composed(article(*body, columns=2), 110)
    assert [line.y for line in lines(page) if line.x == 60] == [9.8, 21.8, 33.8, 57.8]
    assert [line.y for line in lines(page) if line.x == 0][-1] == 69.8
    # Filled one after the other they stay as they are.
    filled = composed(article(*body, columns=2, balance="none"), 110, 72)
    assert [line.y for line in lines(filled) if line.x == 60] == [9.8, 21.8, 33.8, 45.8]


def test_the_empty_line_goes_above_a_heading_first() -> None:
    three = HAN + HAN[:5]
    body = (three, three, HAN[:5], {"subhead": "国人"}, HAN)
    page = composed(article(*body, columns=2, subhead_style="s"), 110)
    right = [(line.y, line.text) for line in lines(page) if line.x == 60]
    assert right == [(9.8, HAN[:5]), (33.8, "国人"), (45.8, HAN[:5]), (57.8, HAN[5:])]


def test_no_empty_line_parts_a_heading_from_what_it_heads() -> None:
    body = article(HAN[:5], {"subhead": "国人"}, HAN[:5], balance="fill", subhead_style="s")
    assert [line.y for line in lines(composed(body, 50, 60))] == [9.8, 33.8, 45.8]


def test_a_first_line_ends_a_column_where_the_columns_would_not_end_level_otherwise() -> None:
    body = article(HAN[:5], HAN[:5], HAN + HAN[:5], HAN[:5], columns=2)
    assert [line.x for line in lines(composed(body, 110))] == [0, 0, 0, 60, 60, 60]
    kept = {"body": {"based_on": "s", "align": "justify", "orphans": 2}}
    assert [line.x for line in lines(composed(body, 110, styles=kept))] == [0, 0, 60, 60, 60, 60]


def test_a_word_that_would_be_torn_beside_an_inset_is_a_fault() -> None:
    (fault,) = faults(article("unbroken", insets=[inset(50, 24)]), 100, 60)
    assert fault.code == "overset-width"
    assert "30.0 pt wider than its measure of 50.0 pt" in fault.message


@given(
    lists(integers(3, 40), min_size=1, max_size=4),
    lists(
        tuples(integers(12, 240), sampled_from(["top", "middle", "bottom"]), integers(1, 2)),
        min_size=2, max_size=3,
    ),
    sampled_from([None, 400]),
)  # fmt: skip
@settings(max_examples=60)
def test_blocks_taller_than_the_words_push_each_other_and_stand_on_no_word(
    lengths: list[int], blocks: list[tuple[int, str, int]], height: int | None
) -> None:
    insets = [inset(None, tall, at=where, first=first) for tall, where, first in blocks]
    body = article(*((HAN * 4)[:length] for length in lengths), columns=2, insets=insets)
    if not faults(body, 110, height, page={"max_height": "4000pt"}):
        page = composed(body, 110, height, page={"max_height": "4000pt"})
        assert overlaps(page) == []
        assert len(words(page)) == sum(lengths)


def test_words_end_above_a_block_that_a_taller_one_moves_down() -> None:
    insets = [inset(None, 240), inset(None, 48, at="middle", first=2)]
    page = composed(article(HAN * 3, HAN, columns=2, insets=insets), 110, 400)
    # Eight lines beside the first block; the second stands in the middle of its twenty lines.
    assert [line.y for line in lines(page)] == [9.8 + 12 * n for n in range(8)]
    assert [box.y for box in paths(page)] == [0, 96]


def test_a_block_far_down_a_frame_of_no_height_is_gone_past() -> None:
    block = inset(None, 24, at="row", row=250)
    page = composed(article(*[HAN * 3] * 100, insets=[block]), 50, page={"max_height": "20000pt"})
    assert words(page) == HAN * 300
    assert overlaps(page) == []


def test_a_picture_is_a_line_taller_or_lower_where_columns_would_not_end_level_otherwise() -> None:
    picture = {"type": "figure", "figure": {"$data": "/figures/0"}, "ratio": "50:20",
               "placeholder_style": "caption", "tint": "grey"}  # fmt: skip
    heads = {"subhead": "大事"}

    def ends_and_height(block: dict[str, Any], after: int) -> tuple[list[float], float]:
        body = article(
            (HAN * 8)[:11], heads, (HAN * 8)[:after], heads, HAN * 3, columns=3,
            insets=[{"block": block, "gap": "0pt"}], subhead_style="s",
        )  # fmt: skip
        page = composed(body, 170, story={"figures": [{"caption": "一"}]})
        last: dict[float, float] = {}
        for line in lines(page):
            last[line.x] = line.y
        return [last[x] for x in (0, 60, 120)], paths(page)[0].height

    assert ends_and_height(picture, 21) == ([69.8, 69.8, 81.8], 36)
    assert ends_and_height(picture, 36) == ([81.8, 69.8, 81.8], 12)
    # What is not a picture keeps its height: the line is air below it.
    assert ends_and_height(inset(None, 20)["block"], 21) == ([69.8, 69.8, 81.8], 24)
