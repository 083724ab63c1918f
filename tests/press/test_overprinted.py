"""Pages whose boxes and colours show that nothing piles up are not measured, and no others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis.strategies import builds, floats, lists, sampled_from
from plate_pages import GOLD, PLACE
from press_pages import BLUE, LOGO
from test_ink_stacks import DARK, NEARLY, PINK, SIDE, TRIM, rule, words

from infographic import draft
from infographic.backends.pdf.write import pictures_for
from infographic.display.items import Group, Placed
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE
from infographic.foundation.geometry import Point, Size
from infographic.layout.shapes import circle
from infographic.press.preflight.layers import layers_of
from infographic.press.preflight.overprinted import (
    LARGEST,
    TOUCHED,
    heaps_in,
    may_stay_wet,
)
from infographic.press.preflight.painted import pieces_of
from infographic.press.preflight.run import preflight
from infographic.press.stacks.layers import stacks_of
from infographic.press.stacks.measure import CELLS, MOST_CELLS, wet_squares
from infographic.profiles import press_profile

from hand_set import at, box, page  # isort: skip

NEWSPRINT = press_profile("newsprint")
COLORS = sampled_from([BLACK, BLACK, WHITE, DARK, NEARLY, PINK, BLUE, LOGO, GOLD])
ACROSS, DOWN, SIZES = floats(-20, 300), floats(-20, 200), floats(0.2, 200)
TINTS = builds(lambda x, y, w, h, c: at(x, y, box(w, h, c)), ACROSS, DOWN, SIZES, SIZES, COLORS)
WORDS = builds(words, sampled_from(["黑字大", "2,300"]), floats(6, 60), ACROSS, DOWN, COLORS)
RULES = builds(rule, ACROSS, DOWN, SIZES, floats(0.2, 3), COLORS)
ROUND = builds(
    lambda x, y, r, c: circle(Point(x, y), r, PLACE, fill=c), ACROSS, DOWN, SIZES, COLORS
)
PLAIN = TINTS | WORDS | RULES | ROUND
CUT = builds(
    lambda x, y, w, h, items: at(x, y, Group(tuple(items), clip=Size(w, h))),
    ACROSS, DOWN, SIZES, SIZES, lists(PLAIN, max_size=3),
)  # fmt: skip


def is_measured(one: Page, limit: float) -> bool:
    return bool(heaps_in(pieces_of(one), limit))


@settings(deadline=None, max_examples=150)
@given(lists(PLAIN | CUT, min_size=2, max_size=12), sampled_from([1.3, 1.9, 2.4, 3.0]))
def test_no_page_that_has_a_stack_goes_unmeasured(items: Sequence[Placed], limit: float) -> None:
    made = page(*items)
    layers = layers_of(made, pictures_for(made, NEWSPRINT))
    stacked = any(True for _ in stacks_of(layers, TRIM, limit))
    assert is_measured(made, limit) or not stacked


@settings(deadline=None, max_examples=150)
@given(
    lists(PLAIN | CUT, min_size=2, max_size=8), lists(RULES, max_size=4),
    sampled_from([1.3, 1.9, 2.4]), sampled_from([SIDE, 2 * SIDE]),
)  # fmt: skip
def test_no_page_that_has_a_wet_square_goes_unmeasured(
    items: Sequence[Placed], rules: Sequence[Placed], limit: float, side: float
) -> None:
    made = page(*items, *rules)
    layers = layers_of(made, pictures_for(made, NEWSPRINT))
    is_wet = any(True for _ in wet_squares(layers, TRIM, limit, side))
    assert may_stay_wet(pieces_of(made), made.trim, limit, side) or not is_wet


def test_a_black_rule_beside_a_dark_bar_is_not_measured_and_several_are() -> None:
    def stays_wet(*rules: Placed) -> bool:
        pieces = pieces_of(page(at(20, 20, box(200, 60, PINK)), *rules))
        return may_stay_wet(pieces, made.trim, limit, SIDE)

    made, limit = page(), PINK.coverage + 0.4
    assert not stays_wet(rule(20, 50, 200, 1))
    assert stays_wet(*(rule(20, 40 + 2 * i, 200, 1.5) for i in range(5)))
    # Where their squares do not reach, other rules add nothing.
    assert not stays_wet(rule(20, 25, 9, 1), rule(120, 25, 9, 1), rule(60, 60, 9, 1))


def test_what_a_square_may_add_is_counted_in_the_cells_that_it_is_measured_in() -> None:
    assert TOUCHED >= 2 / CELLS
    assert LARGEST <= MOST_CELLS / CELLS**2


def test_what_is_hidden_by_paper_white_or_lies_beside_is_not_measured() -> None:
    black = words("黑", 40, 20, 60)
    dark, white = at(0, 0, box(200, 100, DARK)), at(10, 10, box(100, 80, WHITE))
    assert is_measured(page(dark, black), 2.4)
    assert not is_measured(page(dark, white, black), 2.4)
    assert not is_measured(page(at(100, 0, box(50, 100, DARK)), black), 2.4)
    assert not is_measured(page(black, dark), 2.4)


@pytest.mark.parametrize("layout", ["broadsheet", "tabloid", "panel"])
def test_no_layer_is_made_of_a_shipped_page_of_words(
    layout: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("infographic.press.preflight.layers.layers_of", None)
    # Of a change and of a share bars are drawn, with words on them.
    plain = [
        ("/panels/0/stats/3", '{"value": 9052, "unit": "名", "label": "驻村干部"}'),
        ("/panels/1/stats/0", '{"value": 176.98, "unit": "万名", "label": "党员"}'),
    ]
    draft("data.json", layout, values=plain).preflight()


def test_the_ground_of_a_page_counts() -> None:
    made = page(at(20, 20, box(60, 1.5, BLACK)), words("黑", 90, 90, 120), paper=DARK)
    found = preflight(made, NEWSPRINT, pictures_for(made, NEWSPRINT))
    assert ("ink-stack", "error") in [(one.code, one.severity) for one in found]
