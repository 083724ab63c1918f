"""Maps of places: dots where they lie, names beside them, numbers and a list for many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from drawing import marks_on, words_on
from mapping import base_in, errors_of, fills_at, located, squares
from small_pages import words

from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.foundation.geometry import Point, Rect

NAMES = ("甲县", "乙县", "丙县", "丁县", "戊县", "己县")


def dots_on(page: ComposedPage) -> list[tuple[str, Point]]:
    """Each dot's datum and middle: of a dot and its rim of paper, the dot."""
    found = [m for m in marks_on(page.page) if m.path.fill and m.pointer.startswith("/places")]
    return [
        (m.pointer, Point(m.box.x + m.box.width / 2, m.box.y + m.box.height / 2))
        for m in found
        if m.box.width == pytest.approx(5)
    ]


def boxes_on(page: ComposedPage) -> dict[str, Rect]:
    """The box of each line's ink in the square font, by its words."""
    found = {}
    for at, item, _ in words_on(page.page):
        assert isinstance(item, TextLine)
        size = item.runs[0][1].size
        found[item.text] = Rect(at.x, at.y - size, item.width, size)
    return found


def test_a_dot_stands_at_its_coordinates(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    places = [{"name": "西", "at": [10, 0.5]}, {"name": "中", "at": [13, 0.5]}]
    (_, west), (_, middle) = dots_on(located(base, places, root=tmp_path))
    # Six squares of a degree on a page of 600 pt, but for half a border on either side.
    assert west.x == pytest.approx(0.125, abs=0.1)
    assert middle.x == pytest.approx(300, abs=0.1)


def test_a_place_without_coordinates_stands_in_the_shape_of_its_name(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    ((_, dot),) = dots_on(located(base, [{"name": "丙"} | {"name": "丙县"}], root=tmp_path))
    assert 200 < dot.x < 300


def test_names_stand_beside_their_dots_and_none_on_another(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    places = [{"name": f"港口{n}", "at": [12 + n * 0.12, 0.5 + n % 2 * 0.1]} for n in range(8)]
    page = located(base, places, root=tmp_path)
    boxes = boxes_on(page)
    named = [boxes[place["name"]] for place in places]
    for number, box in enumerate(named):
        assert Rect(0, 0, 600, 200).holds(box, 1)
        assert not any(box.meets(other) for other in named[number + 1 :])
        for _, dot in dots_on(page):
            assert not box.meets(Rect(dot.x, dot.y, 0, 0).grown(1.7))


def test_a_side_that_is_asked_for_is_taken(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    for side in ("left", "right", "above", "below"):
        place = {"name": "港口", "at": [12.5, 0.5], "side": side}
        page = located(base, [place], root=tmp_path)
        box, (_, dot) = boxes_on(page)["港口"], dots_on(page)[0]
        stands = {
            "left": box.right < dot.x, "right": box.x > dot.x,
            "above": box.bottom < dot.y, "below": box.y > dot.y,
        }  # fmt: skip
        assert [name for name, is_so in stands.items() if is_so] == [side]


def test_more_than_eight_places_are_numbers_and_a_list(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    places = [{"name": f"港{n}", "at": [10.3 + n * 0.6, 0.5]} for n in range(9)]
    page = located(base, places, root=tmp_path)
    texts = [placed.item.text for placed in words_on(page.page)]  # type: ignore[union-attr]
    for number, place in enumerate(places, 1):
        assert texts.count(str(number)) == 2, "at its dot and in the list"
        assert place["name"] in texts
    named = boxes_on(page)
    lowest = max(dot.y for _, dot in dots_on(page))
    assert all(named[place["name"]].y > lowest for place in places)


def test_names_without_room_become_numbers_and_a_list(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    crowd = [{"name": "很长很长很长的名字" * 9 + str(n), "at": [12 + n / 5, 0.5]} for n in range(5)]
    page = located(base, crowd, root=tmp_path, width=300)
    texts = [placed.item.text for placed in words_on(page.page)]  # type: ignore[union-attr]
    assert texts.count("5") == 2


def test_a_number_without_room_is_said(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    crowd = [{"name": f"港{n}", "at": [12.5, 0.5]} for n in range(40)]
    page = located(base, crowd, root=tmp_path, width=120)
    (said,) = [d for d in page.diagnostics if d.code == "map-labels"]
    texts = [placed.item.text for placed in words_on(page.page)]  # type: ignore[union-attr]
    missing = [place["name"] for n, place in enumerate(crowd, 1) if texts.count(str(n)) < 2]
    assert said.saying.values["names"] == missing


def fault(tmp_path: Path, place: dict[str, Any]) -> tuple[str, str, str]:
    base = base_in(tmp_path, squares("青河县", "乙县"))
    (said,) = errors_of(lambda: located(base, [place], root=tmp_path))
    return said.saying.key, said.origin.pointer, said.hint


def test_a_place_outside_the_map_is_an_error_and_swapped_ones_are_seen(tmp_path: Path) -> None:
    key, pointer, hint = fault(tmp_path, {"name": "港", "at": [0.5, 11.5]})
    assert (key, pointer) == ("map-place/outside", "/places/0/at")
    assert "11.5, 0.5" in hint
    key, _, hint = fault(tmp_path, {"name": "港", "at": [50, 50]})
    assert key == "map-place/outside"
    assert "longitude" in hint


def test_a_place_that_is_on_no_map_is_asked_about(tmp_path: Path) -> None:
    key, pointer, hint = fault(tmp_path, {"name": "清河县"})
    assert (key, pointer) == ("map-place/unknown", "/places/0/name")
    assert "青河县" in hint


def test_the_scale_bar_is_as_long_as_it_says(tmp_path: Path) -> None:
    base = base_in(tmp_path, squares(*NAMES))
    page = located(base, [{"name": "甲县"}], root=tmp_path)
    assert "50公里" in words(page)
    flat = [m.box.width for m in marks_on(page.page) if m.path.stroke and m.box.height < 0.01]
    # 600 pt are six degrees of the equator: 111.19 km each.
    assert max(flat) == pytest.approx(50 * 599.75 / (6 * 111.194), rel=2e-3)


def test_without_a_number_the_places_are_a_list(tmp_path: Path) -> None:
    base = {**base_in(tmp_path, squares(*NAMES)), "approval": ""}
    page = located(base, [{"name": "甲县"}, {"name": "丙县"}], root=tmp_path)
    assert [
        d.saying.values["instead"] for d in page.diagnostics if d.code == "graphic-simpler"
    ] == ["place-list"]
    assert words(page) == "1甲县2丙县"
    assert fills_at(page, "/base") == []
