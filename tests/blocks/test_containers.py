"""panel, stack, grid, frames, rule, spacer: where blocks stand."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import Box, Line, codes, composed, faults, lines, near, paths, roles, words

from infographic.display.items import Path, Role


def text(words: str) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": "s"}


def space(height: float) -> dict[str, Any]:
    return {"type": "spacer", "height": f"{height}pt"}


def ground(height: float = 0) -> dict[str, Any]:
    """A grey block, so many points high."""
    return {"type": "panel", "background": "grey", "content": space(height)}


def ys(body: dict[str, Any], height: float | None = None) -> list[float]:
    return [line.y for line in lines(composed(body, 100, height))]


# panel


def panel(content: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "panel", "content": content, **fields}


def test_padding_and_rules_keep_the_content_off_the_edges() -> None:
    rule = {"color": "red", "weight": "2pt"}
    body = panel(
        text("国人"), padding=["10pt", "20pt", "30pt", "40pt"], rule_above=rule, rule_left=rule
    )
    page = composed(body, 200)
    assert lines(page) == [Line(42, 21.8, "国人")]
    assert page.page.trim.height == 2 + 10 + 12 + 30
    assert paths(page) == [Box(0, 1, 200, 0), Box(1, 0, 0, 54)]


def test_a_title_stands_above_its_content_with_its_rule_in_the_gap() -> None:
    rule = {"color": "red", "weight": "1pt"}
    body = panel(text("人"), title="国", title_style="s", title_gap="8pt", title_rule=rule)
    page = composed(body)
    assert lines(page) == [Line(0, 9.8, "国"), Line(0, 29.8, "人")]
    assert [box.y for box in paths(page)] == [16]
    assert roles(page) == [Role.SECTION, Role.HEADING_2, Role.PARAGRAPH]


def test_an_empty_title_takes_no_room() -> None:
    assert ys(panel(text("人"), title="", title_style="s", title_gap="8pt")) == [9.8]


def test_a_title_without_a_style_is_not_passed_over() -> None:
    assert codes(panel(text("人"), title="国")) == ["style-incomplete"]


def test_a_ground_reaches_past_the_panel_by_its_outset() -> None:
    body = panel(text("人"), background="red", outset=["1pt", "2pt", "3pt", "4pt"])
    assert paths(composed(body)) == [Box(-4, -1, 106, 16)]


def test_a_border_is_drawn_inside_the_panel() -> None:
    page = composed(panel(space(50), border={"color": "red", "weight": "2pt"}))
    assert paths(page) == [Box(1, 1, 98, 48)]


def outlines(body: dict[str, Any]) -> list[list[tuple[float, float]]]:
    """The corners of each outline."""
    placed = composed(body, 100).page.walk()
    return [
        [(one.at.x + x, one.at.y + y) for _, at in one.item.segments if at for x, y in [at]]
        for one in placed
        if isinstance(one.item, Path)
    ]


@pytest.mark.parametrize(
    ("corners", "points", "first"),
    [
        ("square", 4, [(0, 0), (100, 0), (100, 50)]),
        ("cut", 8, [(10, 0), (90, 0), (100, 10)]),
        ("stepped", 12, [(10, 0), (90, 0), (90, 10), (100, 10)]),
    ],
)
def test_a_grounds_corners_are_square_cut_off_or_stepped_in(
    corners: str, points: int, first: list[tuple[float, float]]
) -> None:
    body = panel(space(50), background="red", corners=corners, corner="10pt")
    (ground,) = outlines(body)
    assert len(ground) == points
    assert ground[: len(first)] == first


def test_a_corner_is_cut_no_further_than_the_middle_of_a_side() -> None:
    body = panel(space(50), background="red", corners="cut", corner="80pt")
    assert outlines(body)[0][:3] == [(25, 0), (75, 0), (100, 25)]


def test_a_pair_of_lines_all_round_has_the_thick_one_outside_and_both_edges_parallel() -> None:
    rule = {"color": "red", "weight": "2pt", "kind": "thick-thin"}
    outer, inner = outlines(panel(space(50), border=rule, corners="cut", corner="10pt"))
    # 2 pt, 1.2 between, 0.4: the middles stand at 1 and 3.4.
    assert (outer[0][1], inner[0][1]) == (1, pytest.approx(3.4))
    # Each edge aslant is x + y = c; the way between them is the one between the others.
    apart = sum(inner[0]) - sum(outer[0])
    assert apart / 2**0.5 == pytest.approx(2.4)


def test_a_rule_with_a_length_is_a_tag_at_the_left_of_what_it_opens() -> None:
    tag = {"color": "red", "weight": "6pt", "length": "18pt"}
    assert paths(composed(panel(text("人"), rule_above=tag)))[0] == Box(0, 3, 18, 0)


def test_what_lies_behind_comes_before_what_stands_on_it() -> None:
    dump = composed(panel(text("人"), background="red")).dump()
    assert dump.index("fill red") < dump.index("'人'")


def test_content_of_a_taller_panel_stands_where_it_is_told() -> None:
    assert ys(panel(text("人"), vertical="bottom"), 50) == [47.8]


def test_a_panel_too_low_for_its_content_is_a_fault() -> None:
    assert "overset" in codes(panel(text("人"), padding="10pt"), 100, 20)


# stack


def stack(*children: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "stack", "children": list(children), **fields}


def test_a_stack_keeps_its_gaps_and_its_order() -> None:
    assert ys(stack(text("一"), text("二"), text("三"), gap="8pt")) == [9.8, 29.8, 49.8]


@pytest.mark.parametrize(
    ("spare", "expected"),
    [
        ("bottom", [9.8, 21.8]),
        ("top", [85.8, 97.8]),
        ("between", [9.8, 97.8]),
        ("around", [35.13, 72.47]),
    ],
)
def test_what_is_left_over_goes_where_it_is_told(spare: str, expected: list[float]) -> None:
    assert ys(stack(text("一"), text("二"), spare=spare), 100) == expected


def test_a_growing_spacer_takes_what_is_left() -> None:
    body = stack(text("一"), {"type": "spacer", "grow": 1}, text("二"))
    assert ys(body, 100) == [9.8, 97.8]


def test_rows_give_the_blocks_their_heights() -> None:
    body = stack(ground(), ground(), ground(), rows=["20pt", "1fr", "2fr"], gap="5pt")
    page = composed(body, 100, 120)
    assert paths(page) == [Box(0, 0, 100, 20), Box(0, 25, 100, 30), Box(0, 60, 100, 60)]


def test_a_stacks_rules_stand_in_the_middle_of_its_gaps() -> None:
    page = composed(stack(text("一"), text("二"), gap="8pt", rule={"color": "red"}))
    assert [box.y for box in paths(page)] == [16]


def test_a_stack_too_tall_says_by_how_much() -> None:
    (fault,) = faults(stack(text("一"), text("二")), 100, 20)
    assert fault.code == "overfull"
    assert "the blocks need 24.0 pt of height and have 20.0 pt: 4.0 pt (1.4 mm)" in fault.message


# grid


def grid(areas: list[str], children: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "grid", "areas": areas, "children": children, **fields}


def test_blocks_stand_where_their_areas_are_drawn() -> None:
    body = grid(
        ["a a b", "c . b"],
        {"a": ground(), "b": ground(), "c": ground()},
        rows=["20pt", "30pt"], gutter="10pt", row_gap="5pt",
    )  # fmt: skip
    page = composed(body, 110)
    assert sorted(paths(page)) == [
        Box(0, 0, 70, 20), Box(0, 25, 30, 30), Box(80, 0, 30, 55),
    ]  # fmt: skip


def test_a_row_is_as_high_as_its_highest_area() -> None:
    body = grid(["a b", "c c"], {"a": space(20), "b": space(40), "c": text("国")})
    assert ys(body) == [49.8]


def test_an_area_over_two_rows_stretches_the_last_of_them() -> None:
    body = grid(
        ["a b", "a c", "d d"], {"a": space(50), "b": space(10), "c": space(10), "d": text("国")}
    )
    assert ys(body) == [59.8]


def test_a_share_of_the_height_takes_what_the_others_leave() -> None:
    body = grid(["a", "b"], {"a": ground(), "b": ground(30)}, rows=["1fr", "auto"])
    assert paths(composed(body, 100, 100)) == [Box(0, 0, 100, 70), Box(0, 70, 100, 30)]


def test_labels_and_numbers_of_a_row_stand_on_one_baseline() -> None:
    big = {"type": "text", "text": "23", "style": "big"}
    label, last = text("国人"), text("大")
    body = grid(["a b", "c d"], {"a": label, "b": big, "c": last, "d": big}, row_gap="6pt")
    # First baselines: 9.8 of 10 pt type on 12, 19.6 of 20 on 24.
    tops = [
        Line(0, 9.8, "国人"),
        Line(50, 19.6, "23"),
        Line(0, 39.8, "大"),
        Line(50, 49.6, "23"),
    ]
    assert sorted(lines(composed(body))) == sorted(tops)
    level = [
        Line(0, 19.6, "国人"),
        Line(50, 19.6, "23"),
        Line(0, 49.6, "大"),
        Line(50, 49.6, "23"),
    ]
    assert sorted(lines(composed({**body, "align": "baseline"}))) == sorted(level)
    one = [*level[:2], *tops[2:]]
    assert sorted(lines(composed({**body, "align": ["baseline", "top"]}))) == sorted(one)
    assert composed({**body, "align": "baseline"}).page.trim.height == 24 + 6 + 24


def test_a_row_is_as_tall_as_what_hangs_from_its_baseline() -> None:
    tall = text("国人大事国人大事国人")
    big = {"type": "text", "text": "2", "style": "big"}
    body = grid(["a b"], {"a": tall, "b": big}, align="baseline")
    # Two lines from 9.8 below the row's top: 9.8 + 24; what has no type stands at the top.
    assert composed(body).page.trim.height == 34  # rounded up
    page = composed(grid(["a b c"], {"a": tall, "b": big, "c": ground(5)}, align="baseline"), 150)
    assert [box.y for box in paths(page)] == [0]


def test_rows_of_a_given_height_share_a_baseline_too() -> None:
    big = {"type": "text", "text": "2", "style": "big"}
    body = grid(["a b"], {"a": text("国"), "b": big}, rows=["40pt"], align="baseline")
    assert lines(composed(body)) == [Line(0, 19.6, "国"), Line(50, 19.6, "2")]


def test_grid_rules_stand_in_the_middle_of_gutters_between_areas() -> None:
    rule = {"color": "red", "weight": "1pt"}
    body = grid(
        ["a b", "c c"], {"a": space(20), "b": space(20), "c": space(20)},
        gutter="10pt", row_gap="6pt", column_rule=rule, row_rule=rule,
    )  # fmt: skip
    upright = [box for box in paths(composed(body, 110)) if box.width == 0]
    level = [box for box in paths(composed(body, 110)) if box.height == 0]
    assert upright == [Box(55, 0, 0, 20)]
    assert level == [Box(0, 23, 50, 0), Box(60, 23, 50, 0)]


@pytest.mark.parametrize(
    ("areas", "what"),
    [(["a b", "b a"], "no rectangle"), (["a b", "a"], "row 2"), (["a"], "“b” is in “children”")],
)
def test_areas_that_cannot_be_are_a_fault_at_the_grid(areas: list[str], what: str) -> None:
    found = faults(grid(areas, {"a": text("国"), "b": text("人")}))
    assert [fault.code for fault in found] == ["grid-areas"]
    assert what in found[0].message
    assert found[0].origin.pointer == "/body"


def test_a_column_is_never_as_wide_as_its_content() -> None:
    (fault,) = faults(grid(["a b"], {"a": text("国"), "b": text("人")}, columns=["auto", "1fr"]))
    assert (fault.code, fault.saying.form) == ("grid-areas", "auto-column")


def test_a_grid_too_tall_names_its_rows() -> None:
    (fault,) = faults(grid(["a", "b"], {"a": space(30), "b": space(40)}, row_gap="5pt"), 100, 60)
    assert fault.code == "overfull"
    assert "rows of 30 for “a”, 40 for “b”, gaps of 5 pt" in fault.message


# frames


def frame(x: float, y: float, width: float, block: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"block": block, "x": f"{x}pt", "y": f"{y}pt", "width": f"{width}pt", **fields}


def frames(*children: dict[str, Any], **fields: Any) -> dict[str, Any]:
    return {"type": "frames", "children": list(children), **fields}


def test_frames_stand_exactly_where_they_are_put() -> None:
    page = composed(frames(frame(30, 40, 50, text("国")), frame(5, 0, 50, text("人"))))
    assert lines(page) == [Line(30, 49.8, "国"), Line(5, 9.8, "人")]
    assert page.page.trim.height == 52


def test_a_frame_without_height_at_its_areas_top_is_not_outside_it() -> None:
    assert faults(frames({**frame(0, 0, 50, text("")), "height": "0pt"}), 100, 40) == []
    (fault,) = faults(frames({**frame(0, -1, 50, text("")), "height": "0pt"}), 100, 40)
    assert fault.code == "frame-outside"


def test_a_frame_past_the_right_edge_says_by_how_much() -> None:
    (fault,) = faults(frames(frame(60, 0, 50, text("国"))))
    assert (fault.code, "10.0 pt past the right edge" in fault.message) == ("frame-outside", True)
    assert fault.origin.pointer == "/body/children/0"


def test_a_frame_below_its_area_says_by_how_much() -> None:
    (fault,) = faults(frames(frame(0, 30, 50, text("国"))), 100, 40)
    assert (fault.code, "2.0 pt below" in fault.message) == ("frame-outside", True)


# rule and spacer


def test_a_rule_is_centred_in_its_frame_and_as_long_as_it_says() -> None:
    body = {"type": "rule", "color": "red", "weight": "2pt", "length": "30pt"}
    assert paths(composed(body, 100, 10)) == [Box(0, 5, 30, 0)]
    assert composed(body).page.trim.height == 2


@pytest.mark.parametrize(("kind", "count"), [("single", 1), ("thick-thin", 2), ("double", 2)])
def test_a_pair_of_lines_stays_inside_its_thickness(kind: str, count: int) -> None:
    body = {"type": "rule", "color": "red", "weight": "5pt", "kind": kind}
    page = composed(body)
    boxes = paths(page)
    assert len(boxes) == count
    assert all(0 < box.y < page.page.trim.height for box in boxes)


def test_decoration_says_nothing() -> None:
    page = composed(stack({"type": "rule", "color": "red"}, ground(10)))
    assert words(page) == ""


def test_a_spacer_is_nothing_of_its_height() -> None:
    page = composed(space(30))
    assert (page.page.trim.height, page.page.items) == (30, ())


# The page


def test_margins_hold_the_body_and_an_auto_page_ends_with_it() -> None:
    page = composed(text("国"), 100, page={"margins": ["10pt", "20pt", "30pt", "40pt"]})
    assert lines(page) == [Line(40, 19.8, "国")]
    assert near(page.page.trim.height) == 10 + 12 + 30


def test_an_auto_page_taller_than_it_may_be_is_a_fault() -> None:
    assert codes(space(200), page={"max_height": "100pt"}) == ["overfull"]


def test_an_auto_page_ends_with_a_whole_pixel() -> None:
    page = composed(space(10.2), page={"ppi": 96})
    assert page.page.trim.height == 10.5
