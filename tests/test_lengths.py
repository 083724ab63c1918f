"""Words of every length on every shipped layout: none is refused, none set larger for it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from pages import LAYOUTS, PAIRS, STORIES, inks, inks_of, meets_needs, told

from infographic.display.notes import Taken
from infographic.display.page import Page, whole
from infographic.foundation.diagnostics import SpecError, errors
from infographic.options import read_story
from infographic.pipeline import draft

WORDS = "我省全面加强党的建设十年来干部群众同心协力振兴发展谱写新时代壮丽篇章再启程奋进路上勇争先"
FIELDS = ("/deck", "/kicker", "/panels/0/title", "/figures/0/caption", "/publication/date", "/lead")
FORMERLY_REFUSED = [
    ("link-preview", "data", range(8, 26)),
    ("broadsheet", "data", range(13, 27, 2)),
    ("broadsheet", "twelve-stats", range(24, 33, 2)),
    ("tabloid", "data", range(13, 27, 4)),
    ("modern/broadsheet", "data", range(22, 33, 3)),
    ("story", "bilingual", range(28, 36, 2)),
    ("card-3x4", "single-panel", range(19, 25, 2)),
]
TENTH = 1.1


def refused(layout: str, story: str, field: str, lengths: Iterable[int]) -> list[str]:
    """What is wrong with a page on which a field has so many characters, for each length; and
    where it is set more than a tenth larger than a shorter one on a page of the same tree: of
    another alternative, where a chart gives way to a third line, it has another room."""
    found, leasts = list[str](), dict[tuple[int, ...], float]()
    for length in lengths:
        node = read_story(told(story), [(field, WORDS[:length])])
        try:
            page = draft(node, layout)
        except SpecError as error:
            found.append(f"{length}: {error.diagnostics[0].message}")
            continue
        found += [f"{length}: {fault.message}" for fault in errors(page.diagnostics)[:1]]
        sizes = [ink.run.size for ink in inks_of(page.page) if ink.pointer == field]
        size = max(sizes, default=0.0)
        taken = trees(page.page)
        least = leasts.get(taken, float("inf"))
        if size > TENTH * least:
            found.append(f"{length}: {size:.1f} pt, a shorter one {least:.1f}")
        leasts[taken] = min(least, size) if size else least
    return found


def trees(page: Page) -> tuple[int, ...]:
    """Which of its alternatives stand on a page."""
    notes = (one.note for block in whole(page).walk() for one in block.notes)
    return tuple(note.number for note in notes if isinstance(note, Taken))


@pytest.mark.parametrize(("layout", "story", "lengths"), FORMERLY_REFUSED)
def test_lengths_that_were_refused_are_set(layout: str, story: str, lengths: range) -> None:
    assert not refused(layout, story, "/headline", lengths)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_short_and_long_headlines_are_set_in_every_layout(layout: str) -> None:
    story = next(story for story in ("data", *STORIES) if meets_needs(layout, story))
    assert not refused(layout, story, "/headline", (2, 9, 17, 28, 40))


def test_a_phrase_is_kept_whole_by_a_size_that_no_longer_headline_exceeds_by_a_tenth() -> None:
    # The largest size ends a line in 一座港, a smaller one none.
    told_in = [ink.words for ink in inks("long-image", "bilingual") if ink.pointer == "/headline"]
    assert told_in == ["云帆湾：把一座港", "搬上CR450"]
    assert not refused("long-image", "bilingual", "/headline", range(6, 24))


@pytest.mark.parametrize(
    ("words", "lines"),
    [
        # On a page with room a line more; on one without, the size in which as many lines do.
        ("云帆湾港口吞吐量突破百万标箱", ["云帆湾港口", "吞吐量", "突破百万标箱"]),
        ("数字经济核心产业增加值占比首次超过百分之十",
         ["数字经济核心", "产业增加值占比", "首次超过百分之十"]),
    ],
)  # fmt: skip
def test_no_word_is_torn_so_that_a_headline_is_a_little_larger(
    words: str, lines: list[str]
) -> None:
    page = draft(read_story(told("data"), [("/headline", words)]), "poster").page
    assert [ink.words for ink in inks_of(page) if ink.pointer == "/headline"] == lines


@pytest.mark.full
@pytest.mark.parametrize(("layout", "story"), PAIRS)
def test_headlines_of_every_length_are_set_in_every_layout(layout: str, story: str) -> None:
    if meets_needs(layout, story):
        assert not refused(layout, story, "/headline", range(2, 41))


@pytest.mark.full
@pytest.mark.parametrize("field", FIELDS)
@pytest.mark.parametrize("layout", LAYOUTS)
def test_other_words_of_every_length_are_set(layout: str, field: str) -> None:
    assert not refused(layout, "data", field, range(2, 41))
