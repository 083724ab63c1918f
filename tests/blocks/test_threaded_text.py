"""thread: one text through frames anywhere on a page."""

from __future__ import annotations

from collections import Counter
from typing import Any

from hypothesis import given, settings
from hypothesis.strategies import integers, lists
from small_pages import Line, composed, faults, lines, paths, words

from infographic.display.ledger import ledger

HAN = "一二三四五六七八九十"


def head(*body: Any, **fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": list(body), "style": "body", "gutter": "10pt",
            "thread": "main", **fields}  # fmt: skip


def more(**fields: Any) -> dict[str, Any]:
    return {"type": "thread", "thread": "main", "gutter": "10pt", **fields}


def at(x: float, y: float, width: float, height: float, block: Any) -> dict[str, Any]:
    size = {"x": x, "y": y, "width": width, "height": height}
    return {**{side: f"{length}pt" for side, length in size.items()}, "block": block}


def frames(*children: Any) -> dict[str, Any]:
    return {"type": "frames", "children": list(children)}


def test_words_run_on_from_a_frame_into_the_next_at_its_own_measure() -> None:
    page = composed(frames(at(0, 0, 50, 24, head(HAN * 2)), at(60, 12, 30, 60, more())), 100, 100)
    assert lines(page) == [
        Line(0, 9.8, "一二三四五"), Line(0, 21.8, "六七八九十"),
        Line(60, 21.8, "一二三"), Line(60, 33.8, "四五六"), Line(60, 45.8, "七八九"),
        Line(60, 57.8, "十"),
    ]  # fmt: skip
    assert words(page) == HAN * 2


def test_a_paragraphs_last_line_heads_no_frame() -> None:
    # Three lines fit the first frame, the fourth would stand alone.
    page = composed(frames(at(0, 0, 50, 36, head(HAN * 2)), at(60, 0, 50, 60, more())), 120, 100)
    assert [line.x for line in lines(page)] == [0, 0, 60, 60]


def test_frames_are_filled_by_their_order() -> None:
    page = composed(
        frames(
            at(60, 0, 50, 24, more(order=2)), at(120, 0, 50, 24, more(order=1)),
            at(0, 0, 50, 24, head(HAN * 3)),
        ), 180, 100,
    )  # fmt: skip
    by_x = {line.x: line.text for line in lines(page)}
    assert sorted(by_x) == [0, 60, 120]
    assert by_x[120] == "六七八九十"
    placed = sorted(lines(page), key=lambda line: ([0, 120, 60].index(int(line.x)), line.y))
    assert "".join(line.text for line in placed) == HAN * 3


def test_a_thread_runs_into_a_panel_and_past_its_insets() -> None:
    block = {"type": "panel", "background": "grey", "content": {"type": "spacer", "height": "12pt"}}
    inside = {"type": "panel", "padding": "10pt",
              "content": more(insets=[{"block": block, "gap": "0pt"}])}  # fmt: skip
    page = composed(frames(at(0, 0, 50, 24, head(HAN * 2)), at(60, 0, 70, 80, inside)), 140, 100)
    assert [(line.x, line.y) for line in lines(page)][2:] == [(70, 31.8), (70, 43.8)]


def test_the_frame_that_the_words_end_in_is_level() -> None:
    page = composed(
        frames(at(0, 0, 50, 24, head(HAN * 4)), at(60, 0, 110, 90, more(columns=2))), 180, 100
    )
    assert [line.x for line in lines(page)] == [0, 0, 60, 60, 60, 120, 120, 120]


def test_what_finds_no_frame_is_said_to_the_character() -> None:
    (fault,) = faults(frames(at(0, 0, 50, 24, head(HAN * 3)), at(60, 0, 50, 12, more())), 120, 100)
    assert fault.code == "overset"
    assert fault.hint.startswith("cut 15 characters")


def test_a_thread_without_a_head_or_with_two_is_a_fault() -> None:
    (fault,) = faults(frames(at(0, 0, 50, 24, more())), 100, 100)
    assert (fault.code, fault.origin.pointer) == ("thread-head", "/body/children/0/block")
    two = frames(at(0, 0, 50, 24, head(HAN)), at(60, 0, 50, 24, head(HAN)))
    assert [fault.code for fault in faults(two, 120, 100)] == ["thread-head"]


def test_a_frame_that_is_given_no_height_loses_no_word_in_silence() -> None:
    assert "overset" in [fault.code for fault in faults(head(HAN), 50)]


def test_each_frame_of_a_thread_is_in_the_ledger() -> None:
    page = composed(
        frames(at(0, 0, 50, 24, head(HAN * 2)), at(60, 0, 50, 48, more())), 120, 100
    ).page
    first, second = ledger(page)
    assert (first.tally.said, second.tally.said) == ("满", "欠2行")
    assert second.tally.spare == 10
    assert (second.box.x, second.box.height) == (60, 48)


@settings(max_examples=40)
@given(
    lists(integers(1, 40), min_size=1, max_size=6), lists(integers(2, 9), min_size=1, max_size=4)
)
def test_every_word_stands_once_and_in_order(lengths: list[int], widths: list[int]) -> None:
    body = [(HAN * 4)[:length] for length in lengths]
    children, x = [], 0.0
    for number, width in enumerate(widths):
        block = more() if number else head(*body)
        children.append(at(x, 0, width * 10, 96, block))
        x += width * 10 + 10
    story = frames(*children)
    wrong = faults(story, x, 100)
    if wrong:
        assert [fault.code for fault in wrong] == ["overset"]
        return
    page = composed(story, x, 100)
    assert words(page) == "".join(body)
    assert len({(line.x, line.y) for line in lines(page)}) == len(lines(page))


def test_columns_that_the_words_run_on_from_are_even_where_a_lead_leaves_the_last_short() -> None:
    # Six lines a column. The lead's five cannot be parted: they leave the second column four short,
    # so that the first gives it two of its six.
    body = (HAN * 3, HAN, {"lead": HAN * 2 + HAN[:5]}, HAN)
    page = composed(
        frames(
            at(0, 0, 110, 72, head(*body, columns=2, lead_style="whole")),
            at(120, 0, 50, 90, more()),
        ), 180, 100, styles={"whole": {"based_on": "body", "keep_together": True}},
    )  # fmt: skip
    assert Counter(line.x for line in lines(page)) == {0: 4, 60: 4, 120: 7}
    assert words(page) == HAN * 3 + HAN + HAN * 2 + HAN[:5] + HAN


def test_a_thread_that_is_to_fill_reaches_the_foot_with_lines_left_empty() -> None:
    body = (HAN, HAN, HAN, HAN)
    level, full = (
        composed(
            frames(
                at(0, 0, 50, 12, head(HAN[:5], *body)),
                at(60, 0, 110, 60, more(columns=2, balance=balance)),
            ), 180, 100,
        )
        for balance in ("level", "fill")
    )  # fmt: skip
    assert [line.y for line in lines(level) if line.x == 60] == [9.8, 21.8, 33.8, 45.8]
    assert [line.y for line in lines(full) if line.x == 60] == [9.8, 21.8, 45.8, 57.8]


def test_a_frame_that_the_words_do_not_reach_has_no_column_rules() -> None:
    rule = {"column_rule": {"weight": "0.5pt", "color": "grey"}}
    short, long = (
        composed(
            frames(at(0, 0, 50, 24, head(HAN * n)), at(60, 0, 110, 48, more(columns=2, **rule))),
            180, 100,
        )
        for n in (1, 4)
    )  # fmt: skip
    assert (len(paths(short)), len(paths(long))) == (0, 1)


def test_a_frame_that_is_narrower_than_a_character_takes_no_words_and_is_a_fault() -> None:
    for narrow in (more(), more(columns=3), more(columns=2, gutter="300pt"), more(measure="whole")):
        body = frames(
            at(0, 0, 50, 24, head(HAN * 4)), at(60, 0, 5, 60, narrow), at(80, 0, 50, 90, more())
        )
        (fault,) = faults(body, 140, 100)
        place = "/body/children/1/block"
        assert (fault.code, fault.origin.pointer) == ("columns-narrow", place)


def test_an_inset_that_a_frame_of_a_thread_has_no_room_for_is_a_fault() -> None:
    block = {"type": "spacer", "height": "12pt"}
    for inset, code in (
        ({"at": "row", "row": 50}, "overfull"),
        ({"span": 2}, "frame-outside"),
    ):
        second = more(insets=[{"block": block, **inset}])
        body = frames(
            at(0, 0, 50, 24, head(HAN * 2)), at(60, 0, 50, 60, second), at(120, 0, 50, 90, more())
        )
        assert [fault.code for fault in faults(body, 180, 100)] == [code]


def test_a_word_wider_than_the_frame_it_runs_into_is_a_fault() -> None:
    body = frames(at(0, 0, 100, 12, head(HAN + "unbroken")), at(110, 0, 50, 60, more()))
    (fault,) = faults(body, 180, 100)
    assert fault.code == "overset-width"
    assert "30.0 pt wider than its measure of 50.0 pt" in fault.message


def test_an_article_whose_columns_run_down_begins_no_thread_and_says_so() -> None:
    body = frames(at(0, 0, 50, 60, head(HAN)), at(60, 0, 50, 60, more()))
    vertical = {"body": {"font": "f", "size": "10pt", "leading": "12pt", "writing": "vertical"}}
    found = [fault.code for fault in faults(body, 120, 100, styles=vertical)]
    assert found == ["style-vertical", "thread-head"]


def test_a_frame_of_a_thread_that_is_lower_than_a_line_is_warned_of() -> None:
    body = {"type": "stack", "rows": ["auto", "60pt"], "children": [head(HAN), more()]}
    (fault,) = faults(body, 100, 60)
    assert (fault.code, fault.severity) == ("thread-room", "warning")
    assert fault.origin.pointer == "/body/children/0"


def test_a_thread_that_begins_among_the_words_of_another_is_filled_too() -> None:
    inner = {"type": "article", "body": ["国" * 8], "style": "body", "thread": "other"}
    box = {"type": "stack", "children": [frames(at(0, 0, 50, 24, inner)),
                                         {"type": "spacer", "height": "24pt"}]}  # fmt: skip
    outer = head(HAN * 2, insets=[{"block": box, "gap": "0pt"}])
    page = composed(frames(at(0, 0, 50, 96, outer)), 120, 120)
    assert sorted(words(page)) == sorted("国" * 8 + HAN * 2)


def test_a_column_that_a_block_covers_whole_leaves_the_others_level() -> None:
    """Headings leave the last column short; the first, covered, must not count as full."""
    block = {"type": "panel", "background": "grey",
             "content": {"type": "spacer", "height": "96pt"}}  # fmt: skip
    covered = {"block": block, "gap": "0pt", "first": 1}
    styles = {"subhead": {"based_on": "s", "space_before": "12pt"}}
    for first, count in ((25, 3), (25, 5), (40, 21), (40, 24), (20, 30)):
        body = [
            (HAN * 4)[:first],
            {"subhead": "大事"},
            (HAN * 4)[:count],
            {"subhead": "小事"},
            HAN * 9,
        ]
        two = frames(
            at(60, 0, 110, 96, head(*body, columns=2, subhead_style="subhead")),
            at(240, 0, 50, 480, more()),
        )
        three = frames(
            at(0, 0, 170, 96,
               head(*body, columns=3, insets=[covered], subhead_style="subhead")),
            at(240, 0, 50, 480, more()),
        )  # fmt: skip
        assert lines(composed(three, 300, 500, styles=styles)) == lines(
            composed(two, 300, 500, styles=styles)
        ), (first, count)
