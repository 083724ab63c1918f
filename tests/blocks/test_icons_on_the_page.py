"""The block `icon`, and the icons of a set of numbers."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import Box, Line, composed, faults, groups, lines, near, paths, roles, sizes

from infographic.display.items import Path, Role
from infographic.graphics.icons import icon
from infographic.pipeline import ComposedPage


def sign(**fields: Any) -> dict[str, Any]:
    return {"type": "icon", "name": "时间", "color": "red", "size": "50pt", **fields}


def ink_of(name: str, x: float, y: float, height: float) -> Box:
    """Where an icon's ink stands whose box has its corner at x, y."""
    ink = icon(name).ink
    return Box(near(x + ink.x * height), near(y + ink.y * height),
               near(ink.width * height), near(ink.height * height))  # fmt: skip


def same(found: Box, wanted: Box) -> bool:
    return all(abs(a - b) < 0.3 for a, b in zip(found, wanted, strict=True))


# The block


@pytest.mark.parametrize(("align", "x"), [("left", 0), ("center", 25), ("right", 50)])
def test_an_icon_stands_in_its_frame_where_it_is_asked_to(align: str, x: float) -> None:
    page = composed(sign(align=align, vertical="bottom"), 100, 80)
    ((at_x, at_y, group),) = groups(page, "icon")
    assert (at_x, at_y) == (x, 30)
    (placed,) = group.items
    assert isinstance(placed.item, Path)
    assert placed.item.fill is not None
    assert placed.item.fill.cmyk == (0, 1, 1, 0)
    assert same(paths(page)[0], ink_of("clock", x, 30, 50))


def test_an_icon_makes_its_frame_as_high_as_its_box() -> None:
    assert composed(sign(), 100).page.trim.height == 50


def test_an_icon_is_decoration_without_an_alt_text_and_a_figure_with_one() -> None:
    assert roles(composed(sign())) == []
    page = composed(sign(alt="开放时间"))
    assert roles(page) == [Role.FIGURE]
    assert groups(page, "icon")[0][2].alt == "开放时间"


def test_an_icon_that_is_larger_than_its_frame_is_said_with_both_sizes() -> None:
    (wide,) = faults(sign(), 40)
    assert (wide.code, wide.saying.form) == ("overfull", "icon-wide")
    assert "50.0 pt of width and has 40.0 pt" in wide.message
    (tall,) = faults(sign(), 100, 45)
    assert "50.0 pt of height and has 45.0 pt" in tall.message


def test_an_icons_name_may_be_the_storys() -> None:
    story = {"panels": [{"stats": [{"text": "**1**", "icon": "农机"}]}]}
    body = sign(name={"$data": "/panels/0/stats/0/icon"})
    assert same(paths(composed(body, story=story))[0], ink_of("tractor", 0, 0, 50))


def test_an_unknown_icon_is_an_error_where_its_name_stands() -> None:
    story = {"panels": [{"stats": [{"text": "**1**", "icon": "粮食产量"}]}]}
    (fault,) = faults({"type": "stats", "stats": {"$data": "/panels/0/stats"}, "style": "s"},
                      story=story)  # fmt: skip
    assert (fault.code, fault.origin.pointer) == ("icon-unknown", "/panels/0/stats/0/icon")
    assert fault.hint == "did you mean “粮食”?"
    (fault,) = faults(sign(name="clok"))
    assert (fault.origin.pointer, fault.hint) == ("/body/name", "did you mean “clock”?")
    (fault,) = faults(sign(name=3))
    assert "expected an icon's name, found a number" in fault.message


# Numbers


def stats(*data: Any, **fields: Any) -> dict[str, Any]:
    return {
        "type": "stats", "stats": list(data), "style": "s", "value_style": "value",
        "form": "stacked", "gap": "5pt", "column_gap": "20pt", "columns": len(data),
        "icon_size": "20pt", **fields,
    }  # fmt: skip


def with_icon(text: str, name: str = "时间") -> dict[str, Any]:
    return {"text": text, "icon": name}


def test_an_icon_stands_before_its_label_and_the_words_keep_their_measure_less_its_room() -> None:
    page = composed(stats(with_icon("国人**1**个"), with_icon("国**2**个")), 220)
    # Of 100 the icon takes 20 and 6 behind it.
    assert [(line.x, line.text) for line in lines(page)] == [
        (26, "国人"), (26, "1个"), (146, "国"), (146, "2个"),
    ]  # fmt: skip
    places = [(x, y) for x, y, _ in groups(page, "icon")]
    assert [x for x, _ in places] == [0, 120]
    label = lines(page)[0]
    # It hangs from the capitals by the disc in its box, 0.08 of it below the box's head.
    hung = label.y - capitals(page, label) - 1.6
    assert [y for _, y in places] == pytest.approx([max(hung, 0)] * 2, abs=0.01)
    assert same(paths(page)[0], ink_of("clock", *places[0], 20))


def test_an_icon_stands_beside_the_middle_of_a_number_that_is_higher_than_itself() -> None:
    page = composed(stats(with_icon("**1**国人国人国"), icon_size="10pt"), 200)
    (number, *_) = lines(page)
    ((_, y, group),) = groups(page, "icon")
    cap = capitals(page, number)
    assert y + 5 == pytest.approx(number.y - cap / 2, abs=0.01)
    assert group.role is Role.ARTIFACT


def capitals(page: ComposedPage, line: Line) -> float:
    for placed in page.page.walk():
        runs = getattr(placed.item, "runs", ())
        if runs and near(placed.at.y) == line.y:
            return max(run.face.metrics.cap_height * run.size for _, run in runs)
    raise AssertionError(line)


def test_an_icon_stands_over_the_words_where_that_is_asked_or_the_cells_are_narrow() -> None:
    asked = composed(stats(with_icon("国**1**"), icon="above"), 200)
    assert groups(asked, "icon")[0][:2] == (0, 0)
    assert lines(asked)[0] == Line(0, 20 + 5 + 9.8, "国")
    narrow = composed(stats(with_icon("国**1**"), with_icon("国**2**")), 190)
    assert [line.x for line in lines(narrow)] == [0, 0, 105, 105]  # 85 less 26 is under six em


def test_the_numbers_of_a_set_come_down_to_the_measure_beside_the_icons() -> None:
    wide = "国**1234567890**"  # ten squares of 20: 200
    assert sizes(composed(stats(wide), 210))["1234567890"] == 20
    page = composed(stats(with_icon(wide)), 210)
    assert sizes(page)["1234567890"] == pytest.approx(18.4, abs=0.05)
    right = max(
        placed.at.x + placed.item.width
        for placed in page.page.walk()
        if hasattr(placed.item, "runs")
    )
    assert right <= 210.01


def test_of_a_set_all_have_an_icon_or_none_is_drawn_and_it_is_said() -> None:
    body = stats(with_icon("国**1**"), "国**2**", with_icon("国**3**"))
    assert groups(composed(body, 400), "icon") == []
    (fault,) = faults(body, 400)
    assert (fault.code, fault.severity) == ("icon-some", "warning")
    assert fault.message == "2 of 3 numbers of a set have an icon: the set is shown without"
    assert fault.origin.pointer == "/body/stats/1"
    assert faults({**body, "icon": "none"}, 400) == []


def test_a_set_without_icons_is_set_as_if_there_were_none() -> None:
    data = ("国**1**", "国**2**")
    bare = composed(stats(*({"text": text} for text in data)), 220).dump()
    assert composed(stats(*map(with_icon, data), icon="none"), 220).dump() == bare


def test_one_number_has_its_icon_too_and_a_change_keeps_its_arrow() -> None:
    one = {"type": "stat", "style": "s", "value_style": "value", "icon_size": "20pt"}
    page = composed({**one, "stat": with_icon("国**1**")}, 200)
    assert [x for x, _, _ in groups(page, "icon")] == [0]
    change = {"from": "从**23**", "to": "到**45**个", "icon": "time"}
    page = composed({**one, "stat": change, "form": "stacked"}, 300)
    assert lines(page)[0].x == 26
    assert len(groups(page, "arrow")) == 1


def test_icons_shrink_with_a_set_that_is_made_to_fit() -> None:
    rows = [with_icon("国人**1**") for _ in range(3)]
    body = stats(*rows, columns=1, shrink=0.5, row_gap="10pt")
    tall = composed(body, 200)
    low = composed(body, 200, tall.page.trim.height * 0.7)
    (first, *_), (full, *_) = low_boxes(low), low_boxes(tall)
    assert 0.5 < first.height / full.height < 0.75


def low_boxes(page: ComposedPage) -> list[Box]:
    return [box for box in paths(page) if box.height > 5]


@pytest.mark.parametrize("field", ["charts", "tables", "events"])
def test_the_icon_of_a_chart_or_an_event_is_looked_up_where_it_stands(field: str) -> None:
    data = {"columns": ["年", "值"], "rows": [[2024, 1], [2025, 2]]}
    own = (
        {"when": "2024", "what": "开工"}
        if field == "events"
        else {"data": data, "source": "统计局"}
    )
    body = {"type": "text", "text": "国", "style": "s"}
    (fault,) = faults(body, story={field: [{**own, "icon": "火箭炮"}]})
    assert (fault.code, fault.origin.pointer) == ("icon-unknown", f"/{field}/0/icon")
    assert faults(body, story={field: [{**own, "icon": "火箭"}]}) == []
