"""What a preflight costs, in counts: walks of the page, lines looked at, and rules asked."""

from __future__ import annotations

import pickle
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis.strategies import booleans, builds, floats, lists, sampled_from
from press_pages import BLUE
from test_ink_stacks import DARK
from test_overprinted import ACROSS, CUT, DOWN, PLAIN

from infographic import compose
from infographic.backends.pdf.write import pictures_for
from infographic.composed import ComposedPage
from infographic.display import items, painted
from infographic.display.collisions import Collision, collisions
from infographic.display.items import Group, Placed, TextLine, ink_box
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE, on_screen
from infographic.foundation.font import open_face
from infographic.foundation.geometry import Point
from infographic.foundation.memo import forget
from infographic.press.preflight import painted as preflight_painted
from infographic.press.preflight import text as preflight_text
from infographic.press.preflight.painted import Heap, seen_on
from infographic.press.preflight.rules import Press
from infographic.press.preflight.run import rules_for
from infographic.profiles import press_profile

from hand_set import SERIF, at, line, page, run  # isort: skip

LAYOUTS = ("broadsheet", "tabloid", "square", "flash/broadsheet")
NEWSPRINT, SCREEN = press_profile("newsprint"), press_profile("screen")


def shipped(layout: str, value: int = 9052) -> ComposedPage:
    stat = f'{{"value": {value}, "unit": "名", "label": "驻村干部"}}'
    return compose("data.json", layout, values=[("/panels/0/stats/3", stat)])


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_preflight_walks_a_shipped_page_once_and_measures_no_ink(
    layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, walked = shipped(layout), list[Placed]()

    def counted(some: Sequence[Placed], first: int = 0) -> painted.Shown:
        walked.extend(some)
        return painted.shown_in(some, first)

    forget()
    monkeypatch.setattr(preflight_painted, "shown_in", counted)
    monkeypatch.setattr(Page, "walk", None)
    monkeypatch.setattr("infographic.display.collisions.shown_on", None)
    monkeypatch.setattr("infographic.press.preflight.layers.layers_of", None)
    made.preflight()
    assert [id(one) for one in walked] == [id(one) for one in made.page.items]
    # What stood on it before is not walked at all.
    preflight_painted.seen_on(replace(made.page))
    assert len(walked) == len(made.page.items)


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_line_that_stood_on_the_page_before_is_not_looked_at_again(
    layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for value in (9051, 9052):
        before = shipped(layout, value)
        before.preflight()
    looked: list[Any] = []
    monkeypatch.setattr(
        items, "ink_box", lambda run, **how: looked.append(run) or ink_box(run, **how)
    )
    after = shipped(layout, 9053)
    after.preflight()
    old, new = ({id(line): line for line in lines_of(one.page)} for one in (before, after))
    changed = [line for key, line in new.items() if key not in old]
    assert len(looked) <= sum(len(line.runs) for line in changed)
    after.preflight()
    seen_on(after.page)
    assert len(looked) <= sum(len(line.runs) for line in changed)


def lines_of(made: Page) -> list[TextLine]:
    return [placed.item for placed in made.walk() if isinstance(placed.item, TextLine)]


@pytest.mark.parametrize("layout", LAYOUTS)
def test_a_rule_is_asked_once_about_the_pieces_that_look_alike(
    layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, asked = shipped(layout), list[Any]()
    contrast = preflight_text.worst_contrast
    monkeypatch.setattr(
        preflight_text, "worst_contrast", lambda *one: asked.append(one) or contrast(*one)
    )
    seen = seen_on(made.page)
    looks = sum(map(len, seen.looks.values()))
    faulty = sum(len(one.places) for one in made.preflight())
    # By value: of what was kept from other pages a colour may be equal, and not the same.
    apart = {
        (one.kind, one.size, one.color, one.run and one.run.face, one.with_digits, one.covered)
        for one in (seen.pieces[look[0]] for kind in seen.looks.values() for look in kind)
    }
    assert len(apart) <= 43
    assert looks <= 1.3 * len(apart)
    # By two rules, and about each piece of a look that breaks one.
    assert len(asked) <= 2 * (looks + faulty)


WORDS = builds(
    lambda text, size, x, y, color: at(x, y, line(run(SERIF, text, size, color))),
    *(sampled_from(["党建", "2,300"]), sampled_from([4.0, 9.0, 30.0]), ACROSS, DOWN),
    sampled_from([BLACK, WHITE, DARK, BLUE]),
)  # fmt: skip


@settings(deadline=None, max_examples=100)
@given(lists(PLAIN | CUT | WORDS, max_size=12), sampled_from([NEWSPRINT, SCREEN]))
def test_pieces_that_look_alike_break_the_same_rules(items: Sequence[Placed], profile: Any) -> None:
    made = page(*items, paper=BLUE if len(items) % 3 == 0 else None)
    seen = seen_on(made)
    each = {
        kind: [[number] for look in looks for number in look] for kind, looks in seen.looks.items()
    }
    printed = pictures_for(made, profile)
    by_look = Press(made, profile, seen, printed, on_screen)
    one_by_one = Press(made, profile, seen._replace(looks=each), printed, on_screen)
    for rule in rules_for(profile):
        assert list(rule(by_look)) == list(rule(one_by_one))


@settings(deadline=None, max_examples=200)
@given(lists(PLAIN | CUT | WORDS, max_size=8), lists(booleans(), min_size=8, max_size=8))
def test_pieces_that_are_kept_item_by_item_are_those_of_the_whole_page(
    items: Sequence[Placed], is_new: Sequence[bool]
) -> None:
    groups = [Placed(Point(0, 0), Group((one,)), one.origin) for one in items]
    seen_on(page(*groups))
    # Some items stand on the page before, at other places among the others.
    changed = [
        placed._replace(at=Point(9, 0)) if new else placed
        for placed, new in zip(groups, is_new, strict=False)
    ]
    made = page(*changed, *groups[:2])
    whole = Heap()
    for one in painted.painted(made):
        whole.lay(one)
    assert seen_on(made).pieces == tuple(whole.pieces)
    assert [*map(text_of_line, collisions(made, seen_on(made).inks))] == [
        *map(text_of_line, collisions(made))
    ]


def text_of_line(one: Collision) -> tuple[Any, ...]:
    return one.first.item, one.second.item, one.box, one.kinds


@given(sampled_from(["党 建", "2,300 万", "  ", "Ag"]), floats(1, 90))
def test_the_quick_way_to_a_runs_ink_is_the_long_one(text: str, size: float) -> None:
    plain = run(SERIF, text, size)
    long_way = replace(plain, ys=(0.0,) * len(plain.glyphs))
    assert ink_box(plain, is_vertical=False) == ink_box(long_way, is_vertical=False)


def test_a_line_is_the_same_with_its_ink_and_without() -> None:
    # Opened now: of the faces opened long ago, by other tests, none is kept.
    face = open_face(SERIF.path)
    one, other = line(run(face, "党建", 9)), line(run(face, "党建", 9))
    assert one.ink and one == other and hash(one) == hash(other) and repr(one) == repr(other)
    again = pickle.loads(pickle.dumps(one))
    assert again == other and again.ink == one.ink
