"""Copyfitting, in squares: n characters of 10 pt are 10 n pt wide, a line is 12 pt."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.foundation.color import BLACK, grey
from infographic.layout.block import SmallestType
from infographic.layout.copyfit import NATURAL, Copyfitted, Rung, copyfitted, in_frame, press_factor
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Alignment, Fit, Part, TextStyle
from tests.text.square_style import PLAIN, copy, square

SHRINK = Fit(shrinks=True, grows=False, floor=8, ceiling=12)
BOTH = replace(SHRINK, grows=True)


def style(fit: Fit | None = SHRINK, **more: object) -> TextStyle:
    return square(alignment=Alignment.LEFT, fit=fit, **more)


def fit_words(
    words: str | Copy, width: float, height: float | None = None, fit: Fit = SHRINK,
    max_lines: int = 0, **more: object,
) -> Copyfitted:  # fmt: skip
    own = copy(words) if isinstance(words, str) else words
    frame = in_frame(width, height, max_lines=max_lines)
    return copyfitted((own,), style(fit), frame, **more)  # type: ignore[arg-type]


def test_what_fits_is_left_alone() -> None:
    found = fit_words("人" * 10, 100, 12)
    assert (found.rung, found.style.size) == (NATURAL, 10)
    assert found.notes(style()) == ()


def test_characters_are_moved_together_before_type_is_made_smaller() -> None:
    # Nine gaps of 0.1 pt are too little for 1 pt.
    assert fit_words("人" * 10, 99, max_lines=1).rung == Rung(tracking=-0.015)
    found = fit_words("人" * 10, 95, max_lines=1)
    assert found.rung == Rung(tracking=-0.02, size=0.96)
    assert (found.style.size, found.style.leading) == (9.6, 12 * 0.96)


def test_lines_are_not_moved_together_for_a_line_that_is_too_wide() -> None:
    assert fit_words("人" * 10, 95, max_lines=1).rung.leading == 1
    found = fit_words("人" * 20, 95, 24, max_lines=2)
    assert (found.rung.leading, found.rung.tracking) == (1, -0.02)


def test_remedies_are_tried_in_the_order_the_style_states() -> None:
    only_size = replace(SHRINK, remedies=("size",))
    assert fit_words("人" * 10, 95, max_lines=1, fit=only_size).rung == Rung(size=0.95)
    leading = replace(SHRINK, remedies=("leading", "tracking"))
    assert fit_words("人" * 20, 100, 23, fit=leading).rung == Rung(leading=0.95)


def test_sizes_are_multiples_of_the_step() -> None:
    coarse = replace(SHRINK, remedies=("size",), step=0.4)
    assert round(fit_words("人" * 10, 95, max_lines=1, fit=coarse).style.size, 9) == 9.2


def test_the_floor_is_kept_where_even_that_does_not_fit() -> None:
    assert fit_words("人" * 40, 100, 12).style.size == 8


def test_the_press_minimum_is_kept_above_a_lower_floor() -> None:
    press = SmallestType(positive=9)
    assert fit_words("人" * 40, 100, 12, smallest=press).style.size == 9


def test_the_press_minimum_is_of_the_parts_that_are_set_and_of_their_colours() -> None:
    small = replace(PLAIN, size=7, color=grey(0.5))
    own = TextStyle("s", PLAIN, ((Part.UNIT, small),))
    press = SmallestType(positive=5, tinted=7.5)
    assert BLACK.cmyk[3] == 1
    assert press_factor((copy("人"),), own, press) == 0.5
    assert press_factor((Copy((Span("人"), Span("个", Part.UNIT))),), own, press) == 1


def test_growing_stops_at_the_last_step_that_still_fits() -> None:
    grow = replace(BOTH, remedies=("size",))
    found = fit_words("人" * 9, 100, 14, fit=grow)
    assert round(found.style.size, 9) == 11.1
    assert round(fit_words("人", 100, 14, fit=grow).style.size, 9) == 11.6


def test_growing_takes_leading_before_size_and_never_passes_the_ceiling() -> None:
    assert fit_words("人", 100, 12.5, fit=BOTH).rung == Rung(leading=1.04)
    assert fit_words("人", 100, 99, fit=BOTH).style.size == 12


def test_a_style_that_only_grows_is_not_made_smaller() -> None:
    grow = replace(BOTH, shrinks=False)
    assert fit_words("人" * 11, 100, 12, fit=grow).rung == NATURAL


def optional() -> Copy:
    return Copy(
        (Span("人民"), Span("甲乙", optional=1), Span("日报"), Span("丙丁", optional=-2),
         Span("社"), Span("戊己", optional=3))
    )  # fmt: skip


def test_optional_words_go_those_marked_first_before_all_others_then_the_last() -> None:
    dropped = [fit_words(optional(), width, max_lines=1).copies[0].text for width in (90, 70, 50)]
    assert dropped == ["人民甲乙日报社戊己", "人民甲乙日报社", "人民日报社"]
    assert [fit_words(optional(), width, max_lines=1).dropped for width in (70, 50)] == [
        ("丙丁", "戊己"), ("丙丁", "戊己", "甲乙"),
    ]  # fmt: skip


def test_words_stay_where_the_style_does_not_drop_any() -> None:
    kept = replace(SHRINK, remedies=("size",))
    assert fit_words(optional(), 90, max_lines=1, fit=kept).copies == (optional(),)


def test_what_was_done_is_said() -> None:
    (note,) = fit_words(optional(), 48, max_lines=1).notes(style())
    assert note.code == "copyfit"
    assert note.severity == "note"
    assert note.message == (
        "style “square” made to fit: tracking −0.020 em, size 10 → 9.7 pt; "
        "dropped “丙丁”, “戊己”, “甲乙”"
    )


def test_a_shared_size_is_taken_exactly_and_the_other_remedies_serve_it() -> None:
    found = fit_words("人" * 10, 89, max_lines=1, shared=0.9)
    assert found.rung == Rung(tracking=-0.015, size=0.9)
    assert fit_words("人", 89, max_lines=1, shared=0.9).style.size == 9


WIDTHS = st.integers(40, 200).map(float)
HEIGHTS = st.integers(12, 60).map(float)
FITS = st.sampled_from(
    [SHRINK, BOTH, replace(SHRINK, remedies=("size", "tracking")), replace(BOTH, floor=6, step=0.5)]
)


@settings(max_examples=60)
@given(st.integers(1, 60), WIDTHS, HEIGHTS, FITS)
def test_words_that_were_fitted_are_not_fitted_again(
    count: int, width: float, height: float, fit: Fit
) -> None:
    frame = in_frame(width, height)
    first = copyfitted((copy("人" * count),), style(fit), frame)
    assert copyfitted(first.copies, first.style, frame).style == first.style
    if first.rung != NATURAL and frame(first.copies, first.style):
        # Nor would a style that says how need to do any more.
        again = replace(first.style, fit=SHRINK)
        assert copyfitted(first.copies, again, frame).rung == NATURAL
    assert copyfitted((copy("人" * count),), style(fit), frame) == first


@settings(max_examples=60)
@given(st.integers(1, 60), st.integers(0, 20), WIDTHS, HEIGHTS, FITS)
def test_more_words_are_never_set_larger_nor_in_more_room_smaller(
    count: int, more: int, width: float, height: float, fit: Fit
) -> None:
    def size(words: int, high: float) -> float:
        found = copyfitted((copy("人" * words),), style(fit), in_frame(width, high))
        return found.style.size

    assert size(count + more, height) <= size(count, height)
    assert size(count, height + more) >= size(count, height)


@settings(max_examples=60)
@given(st.integers(1, 60), WIDTHS, HEIGHTS, st.floats(1, 11))
def test_no_type_is_below_floor_or_press(
    count: int, width: float, height: float, press: float
) -> None:
    found = fit_words("人" * count, width, height, smallest=SmallestType(press))
    assert found.style.size >= min(max(8, press), 10) - 1e-9
    if found.rung.size < 1:
        lines = set_paragraph(found.copies[0], found.style, width).lines
        assert lines
