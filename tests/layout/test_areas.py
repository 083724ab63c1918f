from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis.strategies import integers

from infographic.layout.areas import Area, AreaError, read_areas


def test_an_area_is_the_rectangle_its_name_is_drawn_in() -> None:
    areas, columns = read_areas(["photo photo side", "photo photo side", "foot foot foot"])
    assert columns == 3
    assert areas == {
        "photo": Area(0, 0, 2, 2),
        "side": Area(0, 2, 2, 1),
        "foot": Area(2, 0, 1, 3),
    }


def test_a_full_stop_is_an_empty_cell() -> None:
    assert read_areas([". a", ". ."]) == ({"a": Area(0, 1, 1, 1)}, 2)


def test_areas_come_in_reading_order() -> None:
    assert list(read_areas(["b a", "c c"])[0]) == ["b", "a", "c"]


@pytest.mark.parametrize("drawing", [["a b", "b a"], ["a a", "a b"], ["a b a"], ["a a", ". a"]])
def test_an_area_that_is_no_rectangle_is_refused(drawing: list[str]) -> None:
    with pytest.raises(AreaError, match="no rectangle"):
        read_areas(drawing)


def test_rows_of_different_length_are_refused_with_both_counts() -> None:
    with pytest.raises(AreaError, match="row 2 of “areas” has 1 cells, the first has 2"):
        read_areas(["a b", "c"])


def test_an_empty_row_is_refused() -> None:
    with pytest.raises(AreaError):
        read_areas([""])


@given(integers(1, 5), integers(1, 5), integers(0, 3), integers(0, 3))
def test_any_rectangle_is_found_where_it_was_drawn(
    rows: int, columns: int, top: int, left: int
) -> None:
    drawing = [["."] * (left + columns) for _ in range(top + rows)]
    for row in range(top, top + rows):
        drawing[row][left:] = ["x"] * columns
    areas, _ = read_areas([" ".join(row) for row in drawing])
    assert areas["x"] == Area(top, left, rows, columns)
