from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis.strategies import floats, integers
from small_pages import SQUARE

from infographic.foundation.font import open_face
from infographic.layout.scaling import largest, scaled
from infographic.text.style import CharStyle, FontStack, Part, TextStyle

FACE = open_face(Path(SQUARE))
STACK = FontStack((FACE,), (FACE,), (FACE,))
DIGITS = CharStyle(STACK, 40, leading=40, rise=2)
STYLE = TextStyle("s", CharStyle(STACK, 10, leading=12), ((Part.DIGITS, DIGITS),), indent=2)


def test_scaling_scales_every_size_leading_and_rise_but_nothing_in_em() -> None:
    half = scaled(STYLE, 0.5)
    digits = half.of(Part.DIGITS)
    assert (half.size, half.leading, half.indent) == (5, 6, 2)
    assert (digits.size, digits.leading, digits.rise) == (20, 20, 1)


def test_a_factor_of_one_is_the_style_itself() -> None:
    assert scaled(STYLE, 1.0) is STYLE


@given(floats(0.05, 0.99), floats(0.05, 1.0))
def test_the_largest_factor_fits_and_one_step_more_does_not(smallest: float, bound: float) -> None:
    found = largest(lambda factor: factor <= bound, smallest)
    step = (1 - smallest) / 64
    if bound < smallest:
        assert found == round(smallest, 6)
    else:
        assert found <= bound or found == round(smallest, 6)
        assert found == 1 or found + step > bound - 1e-6


@given(integers(1, 64))
def test_few_questions_are_asked(step: int) -> None:
    asked: list[float] = []

    def fits(factor: float) -> bool:
        asked.append(factor)
        return factor <= 1 - step / 128

    largest(fits, 0.5)
    assert len(asked) <= 8


def test_where_nothing_fits_the_smallest_is_the_answer() -> None:
    assert largest(lambda factor: False, 0.4) == 0.4


def test_what_may_not_shrink_is_not_asked() -> None:
    assert largest(lambda factor: False, 1.0) == 1.0
