"""Counting what fits and what more there is room for."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from infographic.layout.tally import NEAR, prefix_that_fits, room_after
from infographic.text.copy import Copy, Span
from infographic.text.style import Part


@given(st.integers(0, 500), st.integers(0, 500))
def test_the_prefix_is_as_long_as_the_room(limit: int, total: int) -> None:
    assert prefix_that_fits(total, lambda n: n <= limit) == min(limit, total)


@given(st.integers(30, 300), st.sets(st.integers(1, NEAR - 2), max_size=6), st.integers(0, 400))
def test_characters_added_past_an_uneven_limit_do_not_move_it(
    limit: int, holes: set[int], more: int
) -> None:
    def fits(n: int) -> bool:
        return n < limit or (n < limit + NEAR - 1 and n - limit in holes)

    total = limit + NEAR
    assert prefix_that_fits(total, fits) == prefix_that_fits(total + more, fits)
    assert prefix_that_fits(total, fits) == limit - 1


def test_nothing_fits_where_not_even_one_character_does() -> None:
    assert prefix_that_fits(40, lambda n: n == 0) == 0
    assert prefix_that_fits(0, lambda n: True) == 0


@given(st.integers(0, 3000), st.integers(0, 3000))
def test_room_is_found_from_any_estimate(estimate: int, room: int) -> None:
    assert room_after(estimate, lambda n: n <= room) == room


def test_the_first_characters_keep_their_parts_and_their_syllables() -> None:
    copy = Copy((Span("约"), Span("2300", Part.DIGITS, 1), Span("山东", ruby="shān dōng")))
    assert [s.text for s in copy.first(3).spans] == ["约", "23"]
    assert copy.first(3).spans[1] == Span("23", Part.DIGITS, 1)
    assert copy.first(6).spans[-1] == Span("山", ruby="shān")
    assert copy.first(99) == copy
    assert copy.first(0).spans == ()


def test_added_words_join_plain_ones_and_stand_apart_from_others() -> None:
    assert Copy((Span("人"),)).followed_by("国").spans == (Span("人国"),)
    digits = Span("23", Part.DIGITS, 1)
    assert Copy((digits,)).followed_by("国").spans == (digits, Span("国"))
    assert Copy(()).followed_by("国").spans == (Span("国"),)
