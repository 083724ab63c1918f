"""What may lie under a piece of ink is looked up by where it lies."""

from __future__ import annotations

import random

from infographic.foundation.datum import BUILT_IN
from infographic.foundation.geometry import Rect
from infographic.foundation.limits import Budget
from infographic.press.preflight.grounds import NEAR, Ground, Grounds, Word, Words
from infographic.press.preflight.rules import InkKind, InkPiece


def ground(box: Rect) -> Ground:
    piece = InkPiece(InkKind.AREA, box, BUILT_IN)
    return Ground(box.x, box.y, box.right, box.bottom, piece, is_plain=True)


def plain_search(grounds: Grounds, box: Rect) -> list[Ground]:
    return [
        one for one in reversed(grounds.all)
        if one.left < box.right - NEAR and box.x < one.right - NEAR
        and one.top < box.bottom - NEAR and box.y < one.bottom - NEAR
    ]  # fmt: skip


def test_grounds_are_those_that_a_search_of_all_finds_topmost_first() -> None:
    chance, grounds, work = random.Random(3), Grounds(), Budget("page-overlaps")
    for number in range(400):
        side = 500.0 if number % 50 == 0 else 40.0
        box = Rect(chance.uniform(-50, 400), chance.uniform(-50, 400),
                   chance.uniform(0, side), chance.uniform(0, side))  # fmt: skip
        grounds.all.append(ground(box))
        asked = Rect(chance.uniform(-50, 400), chance.uniform(-50, 400), 30, chance.uniform(1, 900))
        assert list(grounds.under(asked, work)) == plain_search(grounds, asked)


def test_of_thousands_that_lie_apart_few_are_looked_at() -> None:
    grounds, work = Grounds(), Budget("page-overlaps")
    before = work.left
    for number in range(4000):
        box = Rect(number % 60 * 30.0, number // 60 * 30.0, 20, 20)
        list(grounds.under(box, work))
        grounds.all.append(ground(box))
    assert before - work.left < 4000 * 8


def words_under(words: Words, box: Rect) -> list[tuple[int, Word]]:
    return [
        (place, one) for place, one in enumerate(words.all)
        if one[0] < box.right - NEAR and box.x < one[2] - NEAR
        and one[1] < box.bottom - NEAR and box.y < one[3] - NEAR and place not in words.hidden
    ]  # fmt: skip


def test_words_under_a_cover_are_those_that_a_search_of_all_finds() -> None:
    chance, words, work = random.Random(4), Words(), Budget("page-overlaps")
    for number in range(400):
        x, y = chance.uniform(-50, 400), chance.uniform(-50, 400)
        words.all.append((x, y, x + chance.uniform(0, 90), y + chance.uniform(0, 20), number))
        cover = Rect(chance.uniform(-50, 400), chance.uniform(-50, 400), 30, chance.uniform(1, 900))
        found = list(words.over(cover, work))
        assert found == words_under(words, cover)
        words.hidden |= {place for place, _ in found[:1]}
    assert words.hidden
    assert len([*words.seen()]) == 400 - len(words.hidden)


def test_a_map_of_thousands_of_counties_looks_at_few_words_and_grounds_of_each() -> None:
    grounds, words, work = Grounds(), Words(), Budget("page-overlaps")
    before = work.left
    for number in range(3000):
        box = Rect(number % 60 * 30.0, number // 60 * 30.0, 28, 28)
        assert not grounds.reach(box, work)
        assert list(words.over(box, work)) == []
        grounds.all.append(ground(box))
        words.all.append((box.x, box.y, box.x + 20, box.y + 9, number))
    assert before - work.left < 3000 * 30
