"""How pictures of no free height move, so that the columns they stand in end level."""

from __future__ import annotations

from infographic.flow.frame_columns import ColumnSet
from infographic.flow.insets import InsetPlace

LEADING = 10.0


def picture(column: int, row: int = 0, height: float = 90.0, **more: bool) -> InsetPlace:
    """A picture of 90 points as it likes to be, on a grid of 10, in one column."""
    fields = {"is_picture": True, **more}
    return InsetPlace(
        range(column, column + 1), 110.0 * column, 100, height, 10, "row", row, **fields
    )


def moves_of(*places: InsetPlace) -> list[tuple[int, ...]]:
    columns = ColumnSet(3, 100, 10, LEADING, places)
    return list(columns.moved((0,) * len(places)))


def test_two_pictures_move_alike_before_one_of_them_moves_alone() -> None:
    found = moves_of(picture(0, row=2), picture(1, row=5))
    alike = [move for move in found if move[0] == move[1]]
    assert found[:2] == alike[:2] == [(1, 1), (-1, -1)]
    alone = next(number for number, move in enumerate(found) if 0 in move)
    assert max(number for number, move in enumerate(found) if move in alike[:2]) < alone


def test_pictures_side_by_side_stay_of_one_height() -> None:
    assert all(one == other for one, other in moves_of(picture(0), picture(1)))


def test_a_picture_moves_before_a_block_that_only_takes_air() -> None:
    found = moves_of(picture(0, row=2), picture(1, row=5, is_picture=False))
    assert found[:2] == [(1, 0), (-1, 0)]


def test_only_a_tall_picture_moves_by_two_lines() -> None:
    assert max(n for (n,) in moves_of(picture(0, height=110))) == 1
    assert max(n for (n,) in moves_of(picture(0, height=120))) == 2
