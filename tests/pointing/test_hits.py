"""What stands at a point of a page, and where a datum stands on it."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path as FilePath

import pytest

from infographic.composed import ComposedPage
from infographic.display.items import Group, Path, Placed, Role, TextLine
from infographic.display.page import Page
from infographic.display.painted import bounds_of
from infographic.foundation.color import BLACK
from infographic.foundation.datum import BUILT_IN, Origin, Source
from infographic.foundation.geometry import Point, Rect, Size
from infographic.pipeline import draft
from infographic.pointing import hit, regions, shown
from infographic.pointing.boxes import joined
from infographic.pointing.standing import standing_on
from tests.pages import ROOT, STORIES, page_or_faults
from tests.pointing.files import TEXT, page_of


def middle(box: Rect) -> Point:
    return Point(box.x + box.width / 2, box.y + box.height / 2)


def page(layout: str, story: str) -> Page:
    made = page_or_faults(layout, story)
    assert isinstance(made, ComposedPage)
    return made.page


def test_a_point_in_words_is_the_character_that_a_cursor_there_stands_before(
    tmp_path: FilePath,
) -> None:
    # Two lines of five characters, 10 pt wide; marks stand in the middle.
    small = page_of(tmp_path, {"headline": "一二**34**五六七八九十"}, width=50)
    for x, y, offset in [(0, 6, 0), (4, 6, 0), (6, 6, 1), (24, 6, 4), (26, 6, 5), (46, 6, 9)]:
        found = hit(small, Point(x, y))
        assert found is not None and found.origin.pointer == "/headline"
        assert (found.kind, found.owner, found.offset) == ("words", "story", offset)
    under = hit(small, Point(2, 18))
    assert under is not None and under.offset == 9
    assert under.caret is not None and under.caret.x == pytest.approx(-0.375)
    assert under.caret.y < 18 < under.caret.bottom


def test_a_click_beside_a_line_is_of_the_line_and_one_far_off_is_not(tmp_path: FilePath) -> None:
    body = {"type": "panel", "content": TEXT, "padding": "30pt", "background": "grey"}
    small = page_of(tmp_path, {"headline": "一二三"}, body, width=100)
    near, far = hit(small, Point(62, 36)), hit(small, Point(80, 36))
    assert near is not None and (near.kind, near.offset) == ("words", 3)
    assert far is not None and (far.kind, far.offset) == ("block", None)
    assert far.origin.pointer == "/headline"
    assert [block.kind for block in far.blocks] == ["panel"]
    assert [block.kind for block in near.blocks] == ["panel", "text"]


def test_words_of_a_call_are_nobodys(tmp_path: FilePath) -> None:
    folio = {"type": "stack", "children": [TEXT, {"type": "text", "text": "日报", "style": "s"}]}
    small = page_of(tmp_path, {"headline": "一二三"}, folio)
    owners = [found.owner for y in (6, 18) if (found := hit(small, Point(5, y))) is not None]
    # The small layout comes from a call and has no file.
    assert owners == ["story", "none"]


def test_outside_of_everything_there_is_nothing(tmp_path: FilePath) -> None:
    small = page_of(tmp_path, {"headline": "一二三"}, width=100, height=100)
    assert hit(small, Point(-40, -40)) is None


@pytest.mark.parametrize(
    ("layout", "story"),
    [("broadsheet", "data"), ("square", "bilingual"), ("long-image", "communique")],
)
def test_every_character_that_is_hit_leads_back_to_its_place_on_the_page(
    layout: str, story: str
) -> None:
    whole, looked = page(layout, story), 0
    for placed in list(whole.walk())[::2]:
        if not isinstance(placed.item, TextLine) or not placed.item.runs:
            continue
        at = placed.at
        point = Point(at.x + placed.item.width / 3, at.y - placed.item.runs[0][1].size / 3)
        found = hit(whole, point)
        assert found is not None and found.kind == "words"
        if found.offset is None or found.owner != "story":
            continue
        # The point is in the character behind the cursor, or in the one before it; an em off where
        # it is in one that the house put between two.
        em = placed.item.runs[0][1].size
        beside = (found.offset, found.offset - 1)
        boxes = [box for at in beside for box in shown(whole, found.origin.pointer, at)]
        assert any(box.grown(em).holds(Rect(*point, 0, 0)) for box in boxes), placed.item.text
        looked += 1
    assert looked > 3


def test_type_that_runs_down_is_hit_by_how_far_down_the_point_is() -> None:
    made = draft(STORIES["data"], ROOT / "examples" / "vertical" / "layout.json").page
    (head,) = shown(made, "/headline")
    story = json.loads(STORIES["data"].read_text("utf-8"))
    boxes = [shown(made, "/headline", at)[0] for at in range(len(story["headline"]))]
    inked = [box for box, sign in zip(boxes, story["headline"], strict=True) if not sign.isspace()]
    assert all(a.y < b.y for a, b in pairwise(inked)) and head.height > 100
    found = hit(made, Point(middle(inked[2]).x, inked[2].y + 1))
    assert found is not None and found.caret is not None
    assert found.caret.width > 5 * found.caret.height


def test_a_bar_is_the_cell_of_its_workbook_and_the_chart_is_named() -> None:
    whole = page("tabloid", "communique")
    cells = [one for one in regions(whole) if one.owner == "data"]
    assert cells
    found = hit(whole, middle(Rect(*cells[0][6:10])))
    assert found is not None and found.owner == "data"
    assert found.cell and found.origin.file.endswith("economy.xlsx")
    assert found.origin.pointer.startswith("/charts/")
    assert found.blocks[-1].kind == "graphic"
    datum = found.blocks[-1].datum
    assert datum is not None and datum.pointer in found.origin.pointer
    assert datum.file.endswith("story.json")


@pytest.mark.parametrize(
    ("layout", "story", "sheet"),
    [("tabloid", "communique", ""), ("broadsheet", "marathon", "年龄组")],
)
def test_a_mark_of_data_is_hit_before_the_axes_and_grounds_that_it_touches(
    layout: str, story: str, sheet: str
) -> None:
    whole, count, right = page(layout, story), 0, 0
    for one in standing_on(whole):
        item, origin = one.placed.item, one.placed.origin
        is_asked = origin.source.sheet == sheet if sheet else origin.source.sheet
        if isinstance(item, Path) and item.fill and one.is_figure and is_asked:
            found = hit(whole, middle(bounds_of(one.placed)))
            count += 1
            right += found is not None and found.cell == origin.cell
    assert count > 5 and right == count


STORY = Source("story.json", '{"charts": [{"data": {"rows": [["甲", 1]]}}]}')
CHART, ROW = Origin(STORY, "/charts/0", 1, 13), Origin(STORY, "/charts/0/data/rows/0/1", 1, 37)


def rectangle(x: float, y: float, width: float, height: float, origin: Origin) -> Placed:
    corners = ((0.0, 0.0), (width, 0.0), (width, height), (0.0, height))
    sides = [("M" if not at else "L", corner) for at, corner in enumerate(corners)]
    return Placed(Point(x, y), Path((*sides, ("Z", ())), fill=BLACK), origin)


@pytest.mark.parametrize(
    ("x", "y", "origin"),
    # In the bar beside the axis; in the axis, where there is no bar; below the axis; off both.
    [
        (13, 20, ROW),
        (10.5, 60, CHART),
        (13, 60, CHART),
        (50, 20, ROW),
        (53, 20, ROW),
        (80, 80, None),
    ],
)
def test_a_bar_is_hit_before_the_thin_axis_beside_it(
    x: float, y: float, origin: Origin | None
) -> None:
    items = (rectangle(10, 10, 1, 80, CHART), rectangle(11, 15, 40, 10, ROW))
    group = Placed(Point(0, 0), Group(items, role=Role.FIGURE), CHART)
    found = hit(Page(Size(100, 100), (group,), "", "zh"), Point(x, y))
    assert (found and found.origin) == origin


def test_a_mark_from_a_csv_names_its_cell() -> None:
    whole = page("long-image", "communique")
    found = [
        one
        for region in regions(whole)
        if region.file.endswith("prices.csv")
        and (one := hit(whole, middle(Rect(*region[6:10])))) is not None
        and one.origin.file.endswith("prices.csv")
    ]
    assert found and all(one.cell[0] in "AB" and one.cell[1:].isdigit() for one in found)
    assert all(one.cell[1:] == str(one.origin.line) for one in found)


def test_a_cell_is_shown_by_its_marks_its_row_where_it_has_none_and_a_file_by_its_charts() -> None:
    whole = page("long-image", "communique")
    csv = next(one.file for one in regions(whole) if one.file.endswith("prices.csv"))
    cells = shown(whole, "/5/2", file=csv)
    assert cells and all(
        (found := hit(whole, middle(box))) and (found.cell, found.origin.line) == ("B5", 5)
        for box in cells[:1]
    )
    assert shown(whole, "/5/99", file=csv) and shown(whole, "/5", file=csv)
    (chart,) = shown(whole, "", file=csv)
    assert shown(whole, "/charts/4/data", file=csv) == (chart,)
    assert shown(whole, "/charts/5/data", file=csv) == ()
    assert all(chart.grown(8).holds(box) for box in cells)
    sheet = next(one.file for one in regions(whole) if one.file.endswith("economy.xlsx"))
    assert len(shown(whole, "", file=sheet)) > 1
    # The text that names the file is no text of the page.
    assert shown(whole, "/charts/4/data", 2) == shown(whole, "/charts/4/data")


def test_the_digits_of_a_number_are_the_number_and_what_we_add_to_a_stat_is_the_stats() -> None:
    whole = page("broadsheet", "mountain-trail")
    (box,) = shown(whole, "/panels/0/stats/1/value")
    digits = hit(whole, Point(box.x + 3, middle(box).y))
    assert digits is not None and digits.origin.pointer == "/panels/0/stats/1/value"
    assert (digits.kind, digits.owner, digits.offset) == ("words", "story", None)
    unit = hit(whole, Point(box.right - 3, middle(box).y))
    assert unit is not None and unit.origin.pointer == "/panels/0/stats/1/unit"
    changed = page("square", "data")
    ours = [one for one in standing_on(changed) if one.placed.origin is BUILT_IN]
    words = [one for one in ours if isinstance(one.placed.item, TextLine)]
    assert words
    found = hit(changed, middle(bounds_of(words[0].placed)))
    assert found is not None and found.owner == "story"
    assert found.origin.pointer.startswith("/panels/1/stats/0")


def test_pictures_are_their_figure() -> None:
    whole = page("broadsheet", "mountain-trail")
    (box,) = shown(whole, "/figures/0")
    found = hit(whole, Point(box.x + box.width / 2, box.y + box.height / 3))
    assert found is not None and (found.kind, found.owner) == ("picture", "story")
    assert found.origin.pointer.startswith("/figures/0")


@pytest.mark.parametrize(("layout", "story"), [("broadsheet", "data"), ("square", "data")])
def test_the_regions_of_a_page_are_few_and_json(layout: str, story: str) -> None:
    whole = page(layout, story)
    found = regions(whole)
    assert json.loads(json.dumps(found)) == [list(one) for one in found]
    assert 8 < len(found) < 300
    assert len({one.pointer for one in found}) > 8
    depths = [one.depth for one in found]
    assert depths == sorted(depths)


def test_of_the_regions_round_a_character_the_last_is_its_datum() -> None:
    whole = page("broadsheet", "data")
    found, looked = regions(whole), 0
    for one in found:
        if one.kind != "article" or one.depth < 3:
            continue
        point = Point(one.x + 1, one.y + 1)
        at = hit(whole, point)
        inner = [r for r in found if Rect(*r[6:10]).grown(0.1).holds(Rect(*point, 0, 0))][-1]
        assert at is not None and at.origin.pointer == inner.pointer
        looked += 1
    assert looked > 10


def test_what_holds_others_is_shown_by_its_blocks() -> None:
    whole = page("broadsheet", "data")
    (panel,) = shown(whole, "/panels/0")
    stats = [box for at in range(5) for box in shown(whole, f"/panels/0/stats/{at}")]
    assert len(stats) >= 5
    assert all(panel.holds(Rect(*middle(box), 0, 0)) for box in stats)


def test_a_paragraph_in_two_columns_is_shown_in_both() -> None:
    whole = page("broadsheet", "data")
    first, second = shown(whole, "/body/5")
    assert second.x > first.right


def test_a_text_that_is_repeated_is_shown_at_both_places() -> None:
    whole = page("broadsheet", "data")
    assert len(shown(whole, "/body/12")) == 2
    text = json.loads(STORIES["data"].read_text("utf-8"))["body"][12]
    inside = text.index("{!") + 2
    assert len(shown(whole, "/body/12", inside)) == 2


def test_what_is_not_shown_itself_is_shown_by_what_it_is_of_and_an_item_by_nothing() -> None:
    whole = page("broadsheet", "data")
    assert shown(whole, "/panels/0/stats/1/priority") == shown(whole, "/panels/0/stats/1")
    assert shown(whole, "/panels/0/stats/99") == ()
    assert shown(whole, "/nothing") == ()


def test_a_marks_character_is_shown_at_the_words_behind_it(tmp_path: FilePath) -> None:
    small = page_of(tmp_path, {"headline": "一**二三**"}, width=100)
    (box,) = shown(small, "/headline", 1)
    assert (box.x, box.width) == (10, 10)
    (end,) = shown(small, "/headline", 7)
    assert (end.x, end.width) == (30, 0)


@pytest.mark.parametrize("is_extended", [False, True])
def test_places_of_a_layouts_file_are_not_taken_for_the_storys(
    tmp_path: FilePath, is_extended: bool
) -> None:
    story = {"headline": "一"}
    layout = tmp_path / "layout.json"
    style = {"font": "f", "size": "10pt", "leading": "12pt"}
    square = str(ROOT / "tests" / "fonts" / "square.ttf")
    body = {"type": "stack", "children": [
        {"type": "text", "text": "本报专稿", "style": "s"},
        {"type": "text", "text": {"$data": "/headline"}, "style": "s"}]}  # fmt: skip
    tree = {"page": {"width": "100pt", "height": "100pt"}, "fonts": {"f": square},
            "styles": {"s": style}, "body": body}  # fmt: skip
    layout.write_text(json.dumps(tree), "utf-8")
    file = tmp_path / "story.json"
    file.write_text(json.dumps(story), "utf-8")
    if is_extended:
        # The words are then in another file than the page's first block.
        children = [{"$part": "words"}, body["children"][1]]
        base = {**tree, "body": {**body, "children": children}}
        (tmp_path / "base.json").write_text(json.dumps(base), "utf-8")
        own = {"extends": "base.json", "parts": {"words": body["children"][0]}}
        layout.write_text(json.dumps(own), "utf-8")
    made = draft(file, layout, root=ROOT.anchor).page
    found = [hit(made, Point(5, y)) for y in (6, 18)]
    assert [one and one.owner for one in found] == ["layout", "story"]
    pointer = "/parts/words/text" if is_extended else "/body/children/0/text"
    assert shown(made, pointer) == ()
    assert len(shown(made, pointer, file=str(layout))) == 1


def test_boxes_of_two_columns_stay_two() -> None:
    lines = [Rect(0, 12 * at, 50, 10) for at in range(4)]
    columns = [*lines, *(Rect(60, 12 * at, 50, 10) for at in range(3))]
    assert joined(columns) == [Rect(0, 0, 50, 46), Rect(60, 0, 50, 34)]
