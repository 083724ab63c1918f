"""Pages whose boxes and colours show that nothing piles up are not measured, and no others."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis.strategies import builds, floats, lists, sampled_from
from plate_pages import GOLD, PLACE
from press_pages import BLUE, LOGO
from test_ink_stacks import DARK, NEARLY, PINK, TRIM, rule, words

from infographic import draft
from infographic.backends.pdf.write import pictures_for
from infographic.display.items import Group, Placed
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE
from infographic.foundation.geometry import Point, Size
from infographic.layout.shapes import circle
from infographic.press.preflight.layers import layers_of
from infographic.press.preflight.overprinted import may_pile_up
from infographic.press.preflight.painted import pieces_of
from infographic.press.preflight.run import preflight
from infographic.press.stacks.layers import stacks_of
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
    return may_pile_up(pieces_of(one), limit)


@settings(deadline=None, max_examples=150)
@given(lists(PLAIN | CUT, min_size=2, max_size=12), sampled_from([1.3, 1.9, 2.4, 3.0]))
def test_no_page_that_has_a_stack_goes_unmeasured(items: Sequence[Placed], limit: float) -> None:
    made = page(*items)
    layers = layers_of(made, pictures_for(made, NEWSPRINT))
    stacked = any(True for _ in stacks_of(layers, TRIM, limit))
    assert is_measured(made, limit) or not stacked


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
