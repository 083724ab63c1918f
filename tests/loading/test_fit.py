"""A style's “fit”, as a layout says it and as it is settled."""

from __future__ import annotations

from typing import Any

import pytest

from infographic.loading.assets.fontbook import FontBook
from infographic.loading.settled import settle
from infographic.text.style import Fit, Part
from tests.small_pages import faults, layout_of

TEXT = {"type": "text", "text": "人民", "style": "t"}


def fit_of(fit: Any, **more: Any) -> Fit | None:
    styles = {"t": {"based_on": "s", "fit": fit, **more}}
    source = layout_of(TEXT, 100, None, styles)
    return settle(source.name, source.node, FontBook(())).sheet.styles["t"].fit


def test_a_word_is_enough_and_the_rest_has_defaults() -> None:
    assert fit_of("shrink") == Fit(True, False, 8.5, 11.5)
    assert fit_of("grow") == Fit(False, True, 8.5, 11.5)
    assert fit_of("both") == Fit(True, True, 8.5, 11.5)
    assert fit_of("none") is None


def test_bounds_are_lengths_or_shares_of_the_size() -> None:
    fit = fit_of({"mode": "both", "floor": "6pt", "ceiling": 2, "step": "0.25pt",
                  "remedies": ["size"], "tracking": -0.01, "leading": [0.9, 1.2],
                  "group": "captions"})  # fmt: skip
    assert fit == Fit(True, True, 6, 20, 0.25, ("size",), -0.01, (0.9, 1.2), "captions")


def test_a_style_takes_over_the_fit_it_is_based_on_and_changes_one_bound() -> None:
    styles = {
        "a": {"based_on": "s", "fit": {"mode": "shrink", "floor": "7pt"}},
        "t": {"based_on": "a", "fit": {"ceiling": "12pt"}},
    }
    source = layout_of(TEXT, 100, None, styles)
    fit = settle(source.name, source.node, FontBook(())).sheet.styles["t"].fit
    assert fit == Fit(True, False, 7, 12)


@pytest.mark.parametrize(
    ("fit", "code", "pointer", "said"),
    [
        ({"floor": "11pt"}, "value-range", "/styles/t/fit/floor", "larger"),
        ({"floor": 1.2}, "value-range", "/styles/t/fit/floor", "12 pt"),
        ({"floor": 0}, "value-range", "/styles/t/fit/floor", "no size"),
        ({"floor": "small"}, "length-form", "/styles/t/fit/floor", "no length"),
        ({"ceiling": 0.9}, "value-range", "/styles/t/fit/ceiling", "smaller"),
        ({"step": "0pt"}, "value-range", "/styles/t/fit/step", "0.05"),
        # Steps without end: thousands of sizes would be tried.
        ({"step": "0.0001pt"}, "value-range", "/styles/t/fit/step", "0.05"),
        ({"remedies": ["magic"]}, "value-choice", "/styles/t/fit/remedies/0", "magic"),
        ({"tracking": 0.1}, "value-range", "/styles/t/fit/tracking", "0.1"),
        ("squeeze", "value-choice", "/styles/t/fit", "squeeze"),
    ],
)
def test_what_cannot_be_is_said_at_its_place(fit: Any, code: str, pointer: str, said: str) -> None:
    (fault,) = faults(TEXT, styles={"t": {"based_on": "s", "fit": fit}})
    assert (fault.code, fault.origin.pointer) == (code, pointer)
    assert said in fault.message


def test_a_style_that_sets_only_strong_words_apart_sets_marked_numbers_as_them() -> None:
    styles = {"t": {"based_on": "s", "strong": {"size": 1.5}}}
    source = layout_of(TEXT, 100, None, styles)
    style = settle(source.name, source.node, FontBook(())).sheet.styles["t"]
    assert style.of(Part.DIGITS) == style.of(Part.STRONG) != style.plain
