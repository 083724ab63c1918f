"""Words run through rooms in turn: what comes of a bad end of a room, and what it costs."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, integers, lists, sampled_from, tuples

from infographic.flow import pour as module
from infographic.flow.line_rooms import ColumnRoom, LineRoom
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured, _better_ends, _Run, pour
from infographic.loading.sheet.layouts import read_layout
from infographic.pipeline import settled_layout
from infographic.text.copy import Copy, Span
from infographic.text.style import TextStyle

LEADING = 13.8


@pytest.fixture(scope="module")
def styles() -> dict[str, TextStyle]:
    return dict(settled_layout(read_layout("broadsheet")).sheet.styles)


def passages_of(
    told: list[tuple[int, bool, bool]], styles: dict[str, TextStyle]
) -> tuple[Passage, ...]:
    """Paragraphs of so many characters, headings, and what begins a column."""
    return tuple(
        Passage(
            Copy((Span("国" * (min(characters, 12) if is_heading else characters)),)),
            styles["subhead" if is_heading else "body"],
            "subhead" if is_heading else "body",
            number,
            breaks,
        )
        for number, (characters, is_heading, breaks) in enumerate(told)
    )


def rooms_of(told: list[list[float]]) -> tuple[ColumnRoom, ...]:
    """Columns by the widths of their grid lines; 0 for none."""
    return tuple(
        tuple(LineRoom(0.0, width) if width else None for width in widths) for widths in told
    )


def poured_whole(
    passages: tuple[Passage, ...], rooms: tuple[ColumnRoom, ...], at_need: bool
) -> Poured:
    """All words set before any end is looked at, and all again after each that is bad."""
    limits, settled = [len(room) for room in rooms], set[int]()
    while True:
        run = _Run(passages, rooms, LEADING)
        for room, rows in enumerate(limits):
            run.limit(room, rows)
        while run.sets_next():
            pass
        by_number = {passage.number: passage for passage in passages}
        end = _better_ends(run.stands, 1, by_number, settled, at_need)
        if end is None:
            return Poured(tuple(run.stands), tuple(run.left))
        room, limit = end
        if limit <= min(stand.row for stand in run.stands if stand.room == room):
            settled.add(room)
            limit = len(rooms[room])
        limits[room] = limit


RARELY = sampled_from((False,) * 9 + (True,))
PARAGRAPH = tuples(integers(1, 90), sampled_from((False, False, True)), RARELY)
TOLD = lists(PARAGRAPH, min_size=1, max_size=14)
WIDTH = sampled_from((180.0, 180.0, 180.0, 90.0, 0.0))
ROOMS = lists(lists(WIDTH, max_size=9), min_size=1, max_size=9)


@given(told=TOLD, widths=ROOMS, at_need=booleans())
@settings(max_examples=200)
def test_looking_at_each_end_at_once_gives_what_setting_all_words_again_gives(
    told: list[tuple[int, bool, bool]],
    widths: list[list[float]],
    at_need: bool,
    styles: dict[str, TextStyle],
) -> None:
    passages, rooms = passages_of(told, styles), rooms_of(widths)
    assert pour(passages, rooms, LEADING, at_need) == poured_whole(passages, rooms, at_need)


def test_a_bad_end_costs_the_paragraph_before_it_and_not_all_that_follow(
    styles: dict[str, TextStyle], monkeypatch: pytest.MonkeyPatch
) -> None:
    passages = passages_of([(50 + number % 23, False, False) for number in range(400)], styles)
    rooms = rooms_of([[180.0] * 34] * 60)
    set_ = 0
    one = module._Run.sets_next

    def counted(run: _Run) -> bool:
        nonlocal set_
        set_ += 1
        return one(run)

    monkeypatch.setattr(module._Run, "sets_next", counted)
    poured = pour(passages, rooms, LEADING)
    ended = {stand.room for stand in poured.stands}
    assert len(ended) > 30
    assert 400 < set_ <= 400 + 1 + 2 * len(ended)
