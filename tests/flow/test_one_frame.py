"""Running text laid out from values alone: no block is asked for."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from infographic.display.frame import Frame
from infographic.display.items import TextLine, walk
from infographic.display.notes import BlockNote, RunningWords, TextFrame, every_note
from infographic.flow.columns_wanted import ColumnsWanted
from infographic.flow.inset_blocks import InsetWanted
from infographic.flow.leveling import Balance, filled_with_air, leveled
from infographic.flow.line_rooms import LineRoom
from infographic.flow.one_frame.asked import Asked
from infographic.flow.one_frame.lay_out import lay_out_text
from infographic.flow.running_text import RunningText
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Point, Size
from infographic.layout.block import Region
from infographic.story.model import Subhead
from tests.text.square_style import copy, square

HAN = "一二三四五六七八九十"


def asked(*words: str, height: float | None = 36, **columns: object) -> Asked:
    text = RunningText(tuple(map(copy, words)), replace(square(), orphans=1))
    wanted = ColumnsWanted(count=2, gutter=20, **columns)  # type: ignore[arg-type]
    return Asked(text, wanted, Region(120, height))


def starts(frame: Frame) -> list[tuple[float, str]]:
    lines = [p for p in walk(frame.items, Point(0, 0)) if isinstance(p.item, TextLine)]
    return [(line.at.x, line.item.text) for line in lines]  # type: ignore[union-attr]


def test_words_stand_in_level_columns_with_a_note_of_each_paragraph() -> None:
    frame = lay_out_text(asked(HAN, HAN))
    assert [x for x, _ in starts(frame)] == [0, 0, 70, 70]
    assert frame.size == Size(120, 36)
    words = [n.note for n in every_note(frame.notes) if isinstance(n.note, RunningWords)]
    assert [(note.paragraph, note.style) for note in words] == [
        (0, square().name),
        (1, square().name),
    ]
    (counted,) = [n.note for n in frame.notes if isinstance(n.note, TextFrame)]
    assert (counted.words.tally().characters, counted.words.tally().spare_lines) == (20, 2)


@pytest.mark.parametrize("balance", ["none", "level", "fill"])
@pytest.mark.parametrize("height", [None, 60, 72])
def test_of_nine_lines_five_stand_in_the_first_column(
    balance: Balance, height: float | None
) -> None:
    frame = lay_out_text(asked(HAN * 4 + "一二三四五", height=height, balance=balance))
    left = [x for x, _ in starts(frame)].count(0)
    assert left == (6 if balance == "none" and height == 72 else 5)


@pytest.mark.parametrize("balance", ["level", "fill"])
def test_round_a_block_the_longer_column_comes_first(balance: Balance) -> None:
    # Two lines over the whole frame, then nine lines of words.
    def laid_out(region: Region) -> Frame:
        return Frame(Size(region.width, 24)).as_block("toy", BUILT_IN)

    head = InsetWanted(laid_out=laid_out, span=2)
    words = asked(HAN * 4 + "一二三四五", height=None, balance=balance, insets=(head,))
    assert [x for x, _ in starts(lay_out_text(words))] == [0] * 5 + [70] * 4


def test_air_leaves_no_column_shorter_than_one_further_on() -> None:
    # Four lines that nothing begins in, then four of two paragraphs, in a frame of five lines.
    passages = asked(HAN * 2, HAN, HAN, height=60).text.passages
    rooms = ((LineRoom(0.0, 50.0),) * 5,) * 2
    poured = leveled(passages, lambda height: tuple(room[:height] for room in rooms), 12, 5).poured
    filled = filled_with_air(poured, rooms)
    assert filled is not None
    assert [filled.rows_in(0), filled.rows_in(1)] == [4, 4]


def test_a_block_among_the_columns_is_a_callable_and_its_notes_come_along() -> None:
    asked_for: list[Region] = []

    def laid_out(region: Region) -> Frame:
        asked_for.append(region)
        return Frame(Size(region.width, region.height or 12)).as_block("toy", BUILT_IN)

    frame = lay_out_text(asked(HAN, HAN, insets=(InsetWanted(laid_out=laid_out),)))
    assert asked_for[-1].width == 50
    (toy,) = [one for one in frame.notes if isinstance(one.note, BlockNote)]
    assert (toy.at, toy.note.size.width) == (Point(0, 0), 50)  # type: ignore[attr-defined]
    assert min(line.at.y for line in walk(frame.items, Point(0, 0))
               if isinstance(line.item, TextLine) and line.at.x == 0) > 12  # fmt: skip


def test_what_finds_no_room_is_said_to_the_character() -> None:
    (fault,) = lay_out_text(asked(HAN * 4)).faults
    assert (fault.code, fault.hint.split(",")[0]) == ("overset", "cut 10 characters")


def test_a_text_without_a_height_is_as_tall_as_its_words() -> None:
    assert lay_out_text(asked(HAN, HAN, height=None)).size.height == 24


def test_leads_and_subheads_go_with_the_paragraphs_to_another_size() -> None:
    style, head = square(), replace(square(), name="head")
    text = RunningText((copy(HAN), Subhead(copy("题"))), style, subhead_style=head)
    half = replace(style.plain, size=style.size / 2, leading=style.leading / 2)
    smaller = text.in_style(text.copies, replace(style, plain=half))
    assert [passage.style.size for passage in smaller.passages] == [style.size / 2] * 2
    assert "".join(one.text for one in text.cut(3).copies) == HAN[:-2]


def test_what_a_frame_is_asked_for_is_a_value_that_travels() -> None:
    one = asked(HAN)
    assert pickle.loads(pickle.dumps(one)).columns == one.columns
