"""Headlines give way to the rest of the page; a longer one is never set larger than a shorter."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from infographic.display.frame import Frame
from infographic.display.items import Group, Placed
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.sayings import say
from infographic.layout.block import Givens
from infographic.layout.notes import Yielding
from infographic.layout.settling import settled
from infographic.text.copy import Copy, Span
from tests.small_pages import codes, composed, faults, lines, sizes

TENTH = 1.1


def page_of(words: str, *, smallest: float = 0.5, below: int = 3, **more: Any) -> dict[str, Any]:
    """A headline of 20 pt on 24 above some lines of 10 pt on 12."""
    return {"type": "stack", "children": [
        {"type": "headline", "text": words, "style": "big", "smallest": smallest, **more},
        {"type": "text", "text": ["人" * 10] * below, "style": "s"},
    ]}  # fmt: skip


def test_a_headline_stays_as_large_as_its_style_where_there_is_room() -> None:
    assert [line.y for line in lines(composed(page_of("人" * 8), 100, 84))][2] == 48 + 9.8


def test_two_large_lines_that_push_the_rest_out_are_set_smaller() -> None:
    page = composed(page_of("人" * 8), 100, 70)
    size = max(sizes(page).values())
    assert 34 / 2.4 / 1.015 < size <= 34 / 2.4  # two lines of 1.2 times their size, in 34 pt
    assert len(lines(page)) == 2 + 3


def test_one_line_is_preferred_to_two_that_are_as_large_to_a_tenth() -> None:
    # 34 pt hold two lines of 14.2 pt; one line of seven may be 14.28 pt.
    page = composed(page_of("人" * 7), 100, 70)
    assert len(lines(page)) == 1 + 3
    assert max(sizes(page).values()) == pytest.approx(14.2, abs=0.1)


def test_a_half_has_no_line_of_its_own_where_that_would_push_the_rest_out() -> None:
    body = page_of("人人　民民民民民民民", max_lines=3)
    assert [line.text for line in lines(composed(body, 100, 120))][:2] == ["人人", "民民民民"]
    page = composed(body, 100, 84)
    assert [line.text for line in lines(page)][:2] == ["人人　民民", "民民民民民"]
    assert max(sizes(page).values()) > 19


def test_the_halves_of_a_headline_may_take_a_line_more_where_they_are_no_larger_for_it() -> None:
    # Three lines of five; as many lines with a half to each would be of seven.
    body = page_of("人人人人人人人　民民民民民民民", max_lines=3)
    page = composed(body, 100, 200)
    assert [line.text for line in lines(page)][:4] == ["人人人人", "人人人", "民民民民", "民民民"]
    assert max(sizes(page).values()) == 20
    assert codes({**body["children"][0], "max_lines": 1}, 50, 200) == ["overset"]


def test_halves_stand_on_lines_of_their_own_where_they_are_as_large_to_a_tenth() -> None:
    def found(words: str) -> list[str]:
        return [line.text for line in lines(composed(page_of(words, smallest=0.3), 100, 200))][:2]

    assert found("人人人人人　民民民") == ["人人人人人", "民民民"]
    # Two lines of six, with a wide space in the second; a half to a line would be of nine.
    assert found("人人人人人人人人人　民民")[0] != "人人人人人人人人人"


def test_no_headline_of_two_halves_is_more_than_a_tenth_larger_than_a_shorter_one() -> None:
    """However uneven they are: a longer second half does not make the line break a better one."""
    found = [
        max(sizes(composed(page_of("人人人　" + "民" * n, smallest=0.3), 100, 200)).values())
        for n in range(1, 16)
    ]
    shortest = [min(found[: at + 1]) for at in range(len(found))]
    assert all(one <= TENTH * least for one, least in zip(found, shortest, strict=True))


@pytest.mark.parametrize("height", [84, 70, 62])
def test_no_headline_is_more_than_a_tenth_larger_than_a_shorter_one(height: float) -> None:
    found = [max(sizes(composed(page_of("人" * n), 100, height)).values()) for n in range(2, 19)]
    shortest = [min(found[: at + 1]) for at in range(len(found))]
    assert all(one <= TENTH * least for one, least in zip(found, shortest, strict=True))


def test_what_can_grow_is_no_larger_in_several_lines_than_a_shorter_one_to_a_tenth() -> None:
    def size(count: int) -> float:
        body = {"type": "headline", "text": "人" * count, "style": "big", "largest": 1.5}
        return float(max(sizes(composed(body, 100)).values()))

    assert [size(n) for n in (2, 3, 4, 5)] == [30, 30, pytest.approx(25, abs=0.2), 20]
    assert [size(n) for n in (6, 9)] == [pytest.approx(22, abs=0.2), pytest.approx(20, abs=0.1)]


def test_where_even_the_smallest_leaves_no_room_the_error_names_the_headline() -> None:
    named, crowded = faults(page_of("人" * 8, smallest=0.9), 100, 70)
    assert (named.code, crowded.code) == ("headline-long", "overfull")
    assert named.saying.values["words"] == "人" * 8
    assert named.message.startswith("the headline “人人人人") and "18.0 pt" in named.message


def test_what_no_headline_could_make_room_for_is_no_fault_of_the_headline() -> None:
    assert codes(page_of("人" * 8, below=9), 100, 70) == ["overfull"]


def test_a_headline_that_may_not_shrink_is_left_alone() -> None:
    assert codes(page_of("人" * 8, smallest=1.0), 100, 70) == ["overfull"]


def test_the_deck_comes_down_with_the_headline() -> None:
    headline, text = page_of("人" * 8)["children"]
    deck = {"type": "headline", "text": "民" * 10, "style": "s", "smallest": 0.5}
    body = {"type": "stack", "children": [headline, deck, text]}
    assert sizes(composed(body, 100, 96))["民" * 10] == 10
    assert 5 < sizes(composed(body, 100, 80))["民" * 10] < 10


def pages_that_fit_from(
    share: float, smallest: float = 10
) -> tuple[list[Givens], Callable[..., Any]]:
    """What lays out a page that fits once its headlines yield so far; and what it was asked."""
    asked: list[Givens] = []

    def laid_out(change: Callable[[Givens], Givens]) -> tuple[list[Frame], list[Diagnostic]]:
        givens = change(Givens())
        asked.append(givens)
        crowded = givens.yielding < share
        fault = Diagnostic(say("overset/columns-begun", count=1, over=1, rows=1), BUILT_IN)
        wrong = [replace(fault, unit=f"{givens.yielding}")] if crowded else []
        items = (Placed(Point(0, 0), Group(()), BUILT_IN),)
        note = Yielding(Copy((Span("人"),)), 20, smallest=smallest)
        return [Frame(Size(1, 1), items).noted(note, BUILT_IN)], wrong

    return asked, laid_out


def test_a_page_on_which_everything_fits_is_not_laid_out_again() -> None:
    asked, laid_out = pages_that_fit_from(0.0)
    settled(laid_out(lambda givens: givens), laid_out)
    assert [givens.yielding for givens in asked] == [0.0]


@pytest.mark.parametrize("share", [0.01, 0.3, 0.999, 1.0])
def test_a_crowded_page_is_laid_out_eight_times_at_most(share: float) -> None:
    asked, laid_out = pages_that_fit_from(share)
    _, wrong = settled(laid_out(lambda givens: givens), laid_out)
    assert len(asked) == 8 and not wrong
    assert sum(givens.counted for givens in asked) == 2


def test_a_page_that_nothing_mends_is_laid_out_three_times() -> None:
    asked, laid_out = pages_that_fit_from(3.0)
    _, wrong = settled(laid_out(lambda givens: givens), laid_out)
    assert [givens.yielding for givens in asked] == [0.0, 1.0, 2.0]
    assert len(wrong) == 1


def test_a_headline_that_gave_way_is_noted() -> None:
    page = composed(page_of("人" * 8), 100, 70)
    (note,) = (d for d in page.diagnostics if d.code == "headline-yields")
    assert note.severity == "note"
    assert note.message.startswith("“人人人人人人人人” is set in 14.1 pt in place of 20.0 pt")
    roomy = composed(page_of("人" * 8), 100, 84)
    assert "headline-yields" not in {d.code for d in roomy.diagnostics}


@pytest.mark.parametrize(("lines_", "has_tiles"), [(20, False), (1300, True)])
def test_a_page_taller_than_a_pdf_can_be_wants_tiles(lines_: int, has_tiles: bool) -> None:
    body = {"type": "text", "text": ["人"] * lines_, "style": "s"}
    (fault,) = faults(body, 100, page={"max_height": "120pt"})
    assert (fault.code, "--tiles" in fault.hint) == ("overfull", has_tiles)


def page_with_deck(headline: int, deck: int, height: float) -> list[Diagnostic]:
    """What is wrong with a headline of 20 pt, a deck and some lines of 10 pt, 100 wide."""
    body = page_of("人" * headline, smallest=0.9)
    words = {"type": "headline", "text": "民" * deck, "style": "s", "level": 2, "max_lines": 6}
    body["children"].insert(1, {**words, "smallest": 0.9})
    return faults(body, 100, height)


def test_the_error_names_the_deck_where_a_shorter_headline_would_not_do() -> None:
    # 24 for the headline's one line, 36 for the lines: a deck of six lines of 10.8 is too much.
    named, crowded = page_with_deck(4, 60, 72)
    assert (named.code, crowded.code) == ("headline-long", "overfull")
    assert named.message.startswith("the deck “民民") and "9.0 pt" in named.message


def test_of_a_headline_and_a_deck_the_one_is_named_that_takes_more_room() -> None:
    named, _ = page_with_deck(8, 20, 95)
    assert named.message.startswith("the headline “人人")


@pytest.mark.parametrize("order", [1, -1])
def test_a_headline_that_may_be_no_smaller_stays_beside_one_that_gives_way(order: int) -> None:
    stays = {"type": "headline", "text": "民" * 4, "style": "big"}
    yields, text = page_of("人" * 8)["children"]
    page = composed({"type": "stack", "children": [*[stays, yields][::order], text]}, 100, 90)
    found = sizes(page)
    assert (
        found["民" * 4] == 20 and max(size for words, size in found.items() if "人" in words) < 20
    )
    assert [one.code for one in page.diagnostics].count("headline-yields") == 1


def test_a_crowded_page_whose_headline_may_be_no_smaller_is_not_laid_out_again() -> None:
    asked, laid_out = pages_that_fit_from(2.0, smallest=20)
    settled(laid_out(lambda givens: givens), laid_out)
    assert [givens.yielding for givens in asked] == [0.0]
