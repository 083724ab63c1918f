"""Columns are filled by counting: an entry is a line of type or a heading, of whole grid lines."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis.strategies import booleans, integers, lists, tuples

from infographic.flow.column_ends import Column, Fragment, filled_columns
from infographic.flow.column_ends import leveled_columns as level_in


def paragraph(lines: int, number: int = 0) -> list[Fragment]:
    return [
        Fragment(
            (),
            # Not its second line, nor its last.
            follows=i > 0 and (i == 1 or i == lines - 1),
            paragraph=number,
        )
        for i in range(lines)
    ]


def heading(rows: int = 2, rows_at_top: int = 1, number: int = 0) -> Fragment:
    return Fragment((), rows, rows_at_top, keep=2, paragraph=number, kind="subhead")


def plain(count: int) -> list[Fragment]:
    """Lines that may be parted anywhere."""
    return [Fragment((), paragraph=number) for number in range(count)]


def level(entries: list[Fragment], count: int, taken: list[int]) -> list[Column]:
    """Columns of a frame that is as tall as need be; each has lost some lines to insets."""
    assert len(taken) == count
    return level_in(entries, lambda height: [max(height - lost, 0) for lost in taken])[1]


def rows_of(columns: list[Column]) -> list[int]:
    return [column.rows for column in columns]


def ends(columns: list[Column], taken: list[int]) -> list[int]:
    return [column.rows + lost for column, lost in zip(columns, taken, strict=True)]


def test_columns_are_filled_in_turn() -> None:
    columns, left = filled_columns(plain(7), [3, 3, 3])
    assert (rows_of(columns), left) == ([3, 3, 1], 0)


def test_what_does_not_fit_is_counted() -> None:
    columns, left = filled_columns(plain(7), [2, 3])
    assert (rows_of(columns), left) == ([2, 3], 2)


def test_a_heading_goes_with_two_lines_after_it() -> None:
    # Four lines, a heading of two rows, four lines: seven rows would end with the heading.
    columns, _ = filled_columns([*plain(4), heading(), *plain(4)], [7, 9])
    assert rows_of(columns) == [4, 5]


def test_a_heading_loses_its_air_at_the_head_of_a_column() -> None:
    columns, _ = filled_columns([*plain(3), heading(rows=3, rows_at_top=1), *plain(3)], [4, 4])
    assert rows_of(columns) == [3, 4]


def test_a_paragraphs_last_line_never_heads_a_column() -> None:
    # The line before it goes over with it.
    columns, _ = filled_columns(paragraph(5), [4, 4])
    assert rows_of(columns) == [3, 2]


def test_a_paragraphs_first_line_never_ends_a_column() -> None:
    columns, _ = filled_columns([*plain(3), *paragraph(4, 9)], [4, 4])
    assert rows_of(columns) == [3, 4]


def test_a_column_without_a_good_break_is_full_rather_than_empty() -> None:
    columns, left = filled_columns([heading(1), heading(1), heading(1)], [2, 2])
    assert (rows_of(columns), left) == ([2, 1], 0)


def test_columns_end_level_where_the_lines_divide() -> None:
    assert rows_of(level(plain(12), 3, [0, 0, 0])) == [4, 4, 4]


def test_lines_over_go_into_the_first_columns() -> None:
    assert rows_of(level(plain(9), 2, [0, 0])) == [5, 4]
    assert rows_of(level(plain(13), 3, [0, 0, 0])) == [5, 4, 4]
    assert rows_of(level(plain(14), 3, [0, 0, 0])) == [5, 5, 4]


def test_the_longer_column_comes_first_though_a_first_line_ends_it() -> None:
    entries = [*paragraph(4, 0), *paragraph(5, 1)]
    entries[5] = replace(entries[5], at_need=True)
    assert rows_of(level(entries, 2, [0, 0])) == [5, 4]


def test_no_last_line_heads_a_column_so_that_a_longer_one_comes_first() -> None:
    assert rows_of(level([*paragraph(5, 0), *paragraph(5, 1)], 3, [0, 0, 0])) == [3, 4, 3]


def test_neighbours_end_level_where_the_longest_cannot_come_first() -> None:
    # What begins the second and the fourth column leaves three lines to the first.
    entries = plain(14)
    entries[3], entries[10] = (replace(entries[at], breaks=True) for at in (3, 10))
    assert rows_of(level(entries, 4, [0, 0, 0, 0])) == [3, 3, 4, 4]


def test_an_inset_takes_the_lines_of_the_columns_it_covers() -> None:
    # 14 lines and an inset of 2 × 5: columns 8 high, ends level.
    columns = level(plain(14), 3, [5, 5, 0])
    assert rows_of(columns) == [3, 3, 8]


def test_nothing_to_set_makes_empty_columns() -> None:
    assert rows_of(level([], 3, [0, 0, 0])) == [0, 0, 0]


def test_an_inset_taller_than_all_the_text_leaves_the_others_the_text() -> None:
    columns = level(plain(4), 2, [9, 0])
    assert sum(rows_of(columns)) == 4


PARAGRAPHS = lists(tuples(integers(1, 9), booleans()), min_size=1, max_size=14)


def entries_of(paragraphs: list[tuple[int, bool]]) -> list[Fragment]:
    entries: list[Fragment] = []
    for number, (lines, is_headed) in enumerate(paragraphs):
        if is_headed:
            entries.append(heading(number=100 + number))
        entries += paragraph(lines, number)
    return entries


@given(PARAGRAPHS, integers(1, 6), integers(0, 12))
def test_nothing_is_lost_and_nothing_changes_its_order(
    paragraphs: list[tuple[int, bool]], count: int, lost: int
) -> None:
    entries = entries_of(paragraphs)
    columns = level(entries, count, [lost, *[0] * (count - 1)])
    assert len(columns) == count
    assert [entry for column in columns for entry in column.entries] == entries


@given(integers(1, 200), integers(1, 7))
def test_plain_lines_are_level_to_within_one(lines: int, count: int) -> None:
    rows = rows_of(level(plain(lines), count, [0] * count))
    assert max(rows) - min(rows) <= 1
    assert rows == sorted(rows, reverse=True)


@given(lists(integers(0, 15), min_size=2, max_size=6), integers(0, 60))
def test_lines_round_insets_are_level_to_within_one(taken: list[int], extra: int) -> None:
    # Enough lines to reach below every inset.
    lines = sum(max(taken) + 1 - lost for lost in taken) + extra
    found = ends(level(plain(lines), len(taken), taken), taken)
    assert max(found) - min(found) <= 1


@given(PARAGRAPHS, integers(2, 5))
def test_no_column_of_a_long_text_begins_with_a_last_line_or_ends_with_a_heading(
    paragraphs: list[tuple[int, bool]], count: int
) -> None:
    entries = entries_of(paragraphs)
    if len(entries) < 12 * count:
        entries += plain(12 * count)
    columns = [column.entries for column in level(entries, count, [0] * count) if column.entries]
    for before, after in pairwise(columns):
        assert not after[0].follows
        assert before[-1].kind != "subhead"


@given(PARAGRAPHS, integers(1, 5), integers(1, 30))
def test_filling_keeps_within_its_rooms(
    paragraphs: list[tuple[int, bool]], count: int, room: int
) -> None:
    entries = entries_of(paragraphs)
    columns, left = filled_columns(entries, [room] * count)
    assert all(column.rows <= room for column in columns)
    assert sum(len(column.entries) for column in columns) + left == len(entries)
