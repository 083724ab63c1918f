"""Any story in any layout of their grammars is a page, or is said to be wrong."""

from __future__ import annotations

import json
from collections.abc import Callable
from random import Random
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from hostile.fuzz import grown, seeds
from hostile.fuzz.targets import SQUARE, page_with_all
from infographic import check
from infographic.foundation.diagnostics import MachineError, SpecError

DICE = st.randoms(use_true_random=False)
FEW = settings(max_examples=12, derandomize=True, database=None)
MANY = settings(
    max_examples=1_500, database=None, suppress_health_check=list(HealthCheck),
    phases=[Phase.generate, Phase.shrink],
)  # fmt: skip


def is_a_page(story: Any, layout: Any) -> bool:
    """Raises what is a bug of ours, and nothing else."""
    try:
        made = check(story, layout, allow=[SQUARE])
        if made.page is not None:
            made.page.dump()
            made.page.pdf("screen")
    except (SpecError, MachineError):
        return False
    assert made.page is not None or made.errors
    return made.page is not None


def grown_story(dice: Random) -> bool:
    return is_a_page(grown.story(dice), page_with_all())


def grown_layout(dice: Random) -> bool:
    return is_a_page(seeds.STORY, {**grown.sheet(dice), "fonts": {"f": SQUARE}})


def mutated_story(dice: Random) -> bool:
    return is_a_page(grown.mutated(seeds.STORY, dice), page_with_all())


def mutated_layout(dice: Random) -> bool:
    return is_a_page(seeds.STORY, {**grown.mutated(page_with_all(), dice), "fonts": {"f": SQUARE}})


def try_out(way: Callable[[Random], bool], how: settings) -> None:
    @how
    @given(DICE)
    def tried(dice: Random) -> None:
        way(dice)

    tried()


WAYS = [grown_story, grown_layout, mutated_story, mutated_layout]


@pytest.mark.parametrize("way", WAYS)
def test_a_file_by_its_grammar_is_made_or_refused(way: Any) -> None:
    try_out(way, FEW)


@pytest.mark.full
@pytest.mark.parametrize("way", WAYS)
def test_very_many_files_by_their_grammar_are_made_or_refused(way: Any) -> None:
    try_out(way, MANY)


def test_what_grows_is_right_often_enough_to_be_set() -> None:
    pages = [way(Random(number)) for way in WAYS for number in range(12)]
    assert sum(pages) >= len(pages) / 4


def test_what_is_mutated_is_another_tree_and_the_first_is_as_it_was() -> None:
    before = json.dumps(seeds.STORY)
    others = [json.dumps(grown.mutated(seeds.STORY, Random(number))) for number in range(20)]
    assert json.dumps(seeds.STORY) == before
    assert sum(one != before for one in others) >= 18
