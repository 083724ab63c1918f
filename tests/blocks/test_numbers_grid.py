"""The grid of numbers: it fills its frame, the news leads, all facts have one size."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from number_grids import LARGE, NEWS, fact, grid, page_of, said, stats_on
from pages import inks_of
from small_pages import composed, faults, groups, lines, near, paths, roles, sizes, words

from infographic.blocks.number_grid.arrangements import Wanted, arrangements
from infographic.blocks.number_grid.search import Search
from infographic.composed import ComposedPage
from infographic.display.emptiness import hole_on, share_of
from infographic.display.items import Role, TextLine
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Rect, Size

# Rank


@pytest.mark.parametrize("count", [1, 2, 3, 5, 8, 12])
def test_facts_have_one_size_and_the_news_at_least_two_point_two_of_it(count: int) -> None:
    found = sizes(page_of(grid(*map(fact, range(count)))))
    facts = {found[str(10 + number)] for number in range(count)}
    assert len(facts) == 1
    assert found["99"] >= 2.2 * facts.pop()


def test_a_layout_may_ask_for_another_ratio() -> None:
    found = sizes(page_of(grid(*map(fact, range(12)), ratio=4)))
    assert found["99"] >= 4 * found["10"]


def test_the_news_comes_first_in_reading_order_and_all_are_items_of_one_list() -> None:
    page = page_of(grid(fact(0), fact(1)))
    assert words(page)[:5] in ("国月99个", "99个国月")
    found = roles(page)
    assert found[:2] == [Role.LIST, Role.LIST_ITEM]
    assert found.count(Role.LIST_ITEM) == 3


def test_every_number_is_a_block_that_knows_its_stat() -> None:
    story = {"panels": [{"stats": [NEWS, fact(0), fact(1)]}]}
    body = grid(
        news={"$data": "/panels/0/stats/0"}, facts=[{"$each": "/panels/0/stats", "skip": 1,
        "do": {"$data": "."}}],
    )  # fmt: skip
    found = [block.origin.pointer for block in stats_on(page_of(body, story=story))]
    assert found == ["/panels/0/stats/0", "/panels/0/stats/1", "/panels/0/stats/2"]


def test_the_accent_marks_the_news_alone() -> None:
    page = page_of(grid(fact(0), fact(1), accent="red"))
    red = {
        "".join(run.texts)
        for placed in page.page.walk() if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs if run.color.cmyk[1] > 0.5
    }  # fmt: skip
    assert red == {"99", "个"}


def test_in_print_what_is_smaller_than_24_pt_stays_black() -> None:
    styles = {"news": {"based_on": "value", "digits": {"size": "14pt"}}}
    body = grid(fact(0), accent="red", largest="8pt", smallest="8pt")
    page = page_of(body, 300, None, styles=styles)  # type: ignore[arg-type]
    assert sizes(page)["99"] < 24
    reds = [
        run for placed in page.page.walk() if isinstance(placed.item, TextLine)
        for _, run in placed.item.runs if run.color.cmyk[1] > 0.5
    ]  # fmt: skip
    assert reds == []


# The frame


def _boxes(page: ComposedPage) -> list[Rect]:
    return [block.box for block in stats_on(page)]


@given(
    count=st.integers(0, 12),
    room=st.sampled_from([(600, 380), (600, 500), (400, 420), (900, 300), (260, 560)]),
    cells=st.sampled_from(["rules", "frames", "open"]),
)
@settings(max_examples=30)
def test_cells_fill_the_frame_without_overlap_or_hole(
    count: int, room: tuple[float, float], cells: str
) -> None:
    page = page_of(grid(*map(fact, range(count)), cells=cells), *room)
    boxes = _boxes(page)
    assert len(boxes) == count + 1
    frame = Rect(0, 0, *room)
    assert all(frame.holds(box, 0.05) for box in boxes)
    assert not [pair for pair in combinations(boxes, 2) if pair[0].meets(pair[1], 0.05)]
    assert near(max(box.bottom for box in boxes)) == room[1]
    assert all(0 <= line.x < room[0] and 0 < line.y <= room[1] + 0.05 for line in lines(page))
    assert all(box.x + box.width <= room[0] + 1 for box in paths(page))
    # One or two numbers on nothing are all that there is.
    if count >= (4 if cells == "open" else 2):
        assert share_of(hole_on(page.page), Size(*room)) <= 0.2
    found = sizes(page)
    facts = {found[str(10 + number)] for number in range(count)}
    assert len(facts) <= 1
    # Sizes are rounded to hundredths.
    assert not facts or found["99"] / facts.pop() >= 2.199


@pytest.mark.parametrize(("count", "columns"), [(5, 3), (7, 4), (2, 3), (11, 4)])
def test_the_cells_of_every_row_reach_the_frames_edge(count: int, columns: int) -> None:
    page = page_of(grid(*map(fact, range(count)), news_at="top", columns=columns))
    rows: dict[float, float] = {}
    for box in _boxes(page):
        rows[near(box.y)] = max(rows.get(near(box.y), 0.0), near(box.right))
    assert set(rows.values()) == {600}


def test_the_best_of_many_ways_is_found_in_few_tries(monkeypatch: pytest.MonkeyPatch) -> None:
    tried = []
    best = Search.best

    def counted(self: Search) -> Any:
        found = best(self)
        tried.append(self.tried)
        return found

    monkeypatch.setattr(Search, "best", counted)
    for count in (0, 1, 5, 12, 30):
        page_of(grid(*map(fact, range(count))), 900, 900)
    assert len(tried) == 5
    # An arrangement is weighed at about two sizes: of most it is enough to know a bound.
    assert max(tried) < 400


def test_no_arrangement_loses_a_fact() -> None:
    wanted = Wanted(11, ("top", "left", "cell"), 0, 4, has_feet=True, has_news_foot=True, long=2)
    found = list(arrangements(wanted))
    assert len(found) > 20
    for one in found:
        cells = [cell for row in (*one.beside, *one.below, *one.tail) for cell in row]
        assert len(cells) == 11


@pytest.mark.parametrize(
    ("at", "x", "y"), [("top", 0, 0), ("left", 0, 0), ("right", 1, 0), ("cell", 0, 0)]
)
def test_the_news_stands_where_the_layout_says(at: str, x: int, y: int) -> None:
    page = page_of(grid(*map(fact, range(6)), news_at=at))
    news, *others = _boxes(page)
    assert (news.x > 0, news.y > 0) == (bool(x), bool(y))
    beside = [box for box in others if box.y == news.y]
    below = [box for box in others if box.y >= news.bottom]
    assert (bool(beside), bool(below)) == {
        "top": (False, True), "left": (True, False), "right": (True, False), "cell": (True, True),
    }[at]  # fmt: skip
    assert at != "top" or near(news.width) == 600


def test_without_news_or_at_none_facts_have_all_the_frame() -> None:
    for body in (grid(fact(0), news=None), grid(fact(0), news_at="none")):
        page = page_of(body)
        assert "99" not in sizes(page)
        assert [box.height for box in _boxes(page)] == [500]


def test_a_news_that_has_too_few_facts_to_be_a_cell_among_them_stands_on_top() -> None:
    news, one = _boxes(page_of(grid(fact(0), news_at="cell")))
    assert one.y > news.bottom


def test_of_its_own_height_it_has_the_sizes_that_are_liked() -> None:
    page = page_of(grid(*map(fact, range(4)), news_at="top"), 600, None)  # type: ignore[arg-type]
    found = sizes(page)
    assert (found["99"], found["10"]) == (100, 40)
    assert page.page.trim.height < 400


def test_few_facts_are_larger_and_many_smaller_than_they_like_to_be() -> None:
    assert sizes(page_of(grid(fact(0), news=None)))["10"] == 80
    assert sizes(page_of(grid(*map(fact, range(40)), news=None)))["10"] < 40
    assert sizes(page_of(grid(fact(0), news=None, largest="50pt")))["10"] == 50


def test_nothing_is_no_fault() -> None:
    assert said(grid(news=None)) == []


# What has no room


def test_what_does_not_fit_is_left_out_and_named_the_least_important_first() -> None:
    facts = [{**fact(n), "priority": "may" if n == 3 else "should"} for n in range(9)]
    body = grid(*facts, smallest="30pt")
    (left_out,) = faults(body, 300, 140, styles=LARGE)
    assert left_out.code == "numbers-left-out"
    assert "“国人月日13个”" in left_out.message
    assert "10个" not in left_out.message
    page = page_of(body, 300, 140)
    assert "10" in sizes(page)
    assert "13" not in sizes(page)


def test_what_must_stand_stands_and_is_an_error_where_it_has_no_room() -> None:
    must = [{**fact(n), "priority": "must"} for n in (7, 8)]
    page = page_of(grid(*map(fact, range(6)), *must, smallest="30pt"), 300, 120)
    assert {"17", "18"} <= set(sizes(page))
    with pytest.raises(SpecError, match="overfull"):
        page_of(grid(*must, *({**fact(n), "priority": "must"} for n in range(9))), 120, 100)


def test_second_lines_give_way_before_numbers_do() -> None:
    facts = [{**fact(n), "note": "人口国月日人口国月日" * 2} for n in range(6)]
    body = grid(*facts, smallest="30pt")
    (gone,) = faults(body, 400, 150, styles=LARGE)
    assert gone.saying.key == "numbers-left-out/notes"
    found = sizes(page_of(body, 400, 150))
    assert {"10", "15"} <= set(found)
    assert "人口国月日" not in "".join(found)


# Looks


@pytest.mark.parametrize(
    ("cells", "drawn"), [("rules", "rule"), ("grounds", "ground"), ("frames", "ground")]
)
def test_every_cell_begins_as_the_layout_says(cells: str, drawn: str) -> None:
    page = page_of(grid(*map(fact, range(4)), news=None, cells=cells, ground="grey"))
    assert len(groups(page, drawn)) == 4
    assert groups(page_of(grid(fact(0), news=None, cells="open")), "rule") == []


def test_the_news_may_stand_on_a_band_in_colours_of_its_own() -> None:
    body = grid(fact(0), news_ground="red", news_ink="grey", news_at="top")
    page = page_of(body)
    band = max(paths(page), key=lambda box: box.width * box.height)
    assert (band.x, band.y, band.width) == (0, 0, 600)
    inside = [p for p in page.page.walk() if isinstance(p.item, TextLine) and p.at.y < band.height]
    assert {run.color.cmyk[3] for p in inside for _, run in p.item.runs} == {0.5}  # type: ignore[union-attr]


def test_beside_facts_the_news_begins_with_a_rule_on_their_line() -> None:
    page = page_of(grid(*map(fact, range(4)), news_at="left", accent="red"))
    news, *others = _boxes(page)
    assert min(box.y for box in others) == news.y == 0
    own = [box for box in paths(page) if box.x == 0 and box.y < 3 and box.height == 0]
    assert [box.width for box in own] == [near(news.width)]


def test_grids_of_one_group_have_facts_of_one_size() -> None:
    few = grid(fact(0), news=None, group="a")
    many = grid(*map(fact, range(1, 9)), news=None, group="a")
    body = {"type": "stack", "rows": ["250pt", "250pt"], "children": [few, many]}
    found = sizes(page_of(body))
    assert found["10"] == pytest.approx(found["11"], abs=0.02)


# Numbers in the middle

CENTERED = {
    **{name: {**style, "align": "center"} for name, style in LARGE.items()},
    "s": {"font": "f", "size": "10pt", "leading": "12pt", "align": "center", "autospace": 0},
}


def middles(page: ComposedPage) -> dict[str, float]:
    """Where the middle of each line of type stands, by its words."""
    found = {}
    for placed in page.page.walk():
        if isinstance(placed.item, TextLine):
            said = "".join(text for _, run in placed.item.runs for text in run.texts)
            found[said] = round(placed.at.x + placed.item.width / 2, 1)
    return found


def test_numbers_in_a_centred_style_stand_on_the_axis_of_their_cells() -> None:
    body = grid(fact(0), fact(1), column_gap="20pt", news_at="top", columns=2)
    found = middles(composed(body, 620, 500, styles=CENTERED))
    assert (found["10个"], found["11个"], found["99个"]) == (150, 470, 310)


def test_by_how_much_the_news_of_a_centred_style_changed_stands_below_it_on_its_axis() -> None:
    news = {"label": "国月", "from": "**90**个", "to": "**99**个"}
    body = grid(fact(0), news=news, news_at="top")
    found = middles(composed(body, 620, 500, styles=CENTERED))
    changes = [middle for said, middle in found.items() if said[0] == "+"]
    assert min(changes) < 310 < max(changes)
    assert 250 < sum(changes) / len(changes) < 370


def test_no_words_stand_beside_numbers_of_a_centred_style() -> None:
    body = grid(*map(fact, range(3)), columns=1)
    assert len(set(middles(composed(body, 620, 400, styles=CENTERED)).values())) == 1
    assert len(set(middles(composed(body, 620, 130, styles=LARGE)).values())) > 1


@pytest.mark.parametrize(("width", "is_beside"), [(300, False), (320, True), (400, True)])
def test_words_beside_the_news_are_never_broken_to_stand_there(
    width: float, is_beside: bool
) -> None:
    news = {"value": 99, "unit": "个", "label": "Passengers"}
    page = page_of(grid(news=news, cells="open"), width, 90)
    (label,) = [line for line in lines(page) if line.text == "Passengers"]
    (figure,) = [line for line in lines(page) if "99" in line.text]
    assert (label.x > figure.x) == is_beside


def test_on_a_canvas_the_unit_of_what_says_how_the_news_changed_is_read_on_a_phone() -> None:
    """28 px of 1080 are 21 pt; by its digits it would have half of theirs."""
    news = {"label": "国月", "from": "前年**40**户", "to": "今年**50**户"}
    body = grid({"value": 12, "unit": "名", "label": "国人"}, news=news, news_at="top")
    page = page_of(
        {**body, "smallest": "20pt", "devices": True}, page={"width": "1080px", "height": "210px"}
    )
    found = [(ink.words, ink.run.nominal_size) for ink in inks_of(page.page)]
    (change,) = [number for number, (text, _) in enumerate(found) if text == "+10"]
    assert found[change][1] < 2 * 21
    assert found[change + 1] == ("户", pytest.approx(21))


def test_what_says_how_the_news_changed_is_never_much_higher_than_it() -> None:
    """It would stand on the words above."""
    news = {"label": "国月", "from": "前年**40**户", "to": "今年**50**户"}
    numbers = {**grid(news=news, news_at="top", smallest="20pt"), "devices": True}
    for width, height in ((340, 160), (380, 220), (420, 180), (420, 240)):
        body = {
            "type": "grid", "columns": [f"{width}px", "1fr"], "areas": ["a b"], "rows": ["rest"],
            "children": {"a": numbers, "b": {"type": "spacer"}},
        }  # fmt: skip
        page = page_of(body, page={"width": "1080px", "height": f"{height}px"})
        inks = [*inks_of(page.page)]
        figure, change = (next(ink for ink in inks if ink.words == one) for one in ("50", "+10"))
        assert change.top >= figure.top - 0.121 * (figure.bottom - figure.top)
