"""Contrast: WCAG's on screens, the paper's in print, and words that can be read on a mark."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import ROOT
from PIL import Image, ImageCms

from infographic.foundation.color import (
    BLACK,
    COATED,
    NEWSPRINT,
    WHITE,
    Color,
    PaperLight,
    Spot,
    contrast,
    grey,
    on_screen,
)
from infographic.graphics.contrast import alike, ink_on

SHARE = st.floats(0, 1)
RED = Color("red", (0, 1, 1, 0), (0.8, 0.1, 0.1))


@given(SHARE, SHARE)
def test_contrast_lies_between_one_and_twenty_one_either_way(one: float, other: float) -> None:
    assert 1 <= contrast(one, other) == contrast(other, one) <= 21


def test_contrast_on_a_screen_is_that_of_the_standard() -> None:
    assert contrast(on_screen(WHITE), on_screen(Color("k", (0, 0, 0, 1), (0, 0, 0)))) == 21
    grey_ = Color("#767676", (0, 0, 0, 0.5), (0x76 / 255,) * 3)
    assert contrast(on_screen(WHITE), on_screen(grey_)) == pytest.approx(4.54, abs=0.005)


@given(st.tuples(SHARE, SHARE, SHARE, SHARE), st.integers(0, 3), SHARE)
def test_more_ink_is_never_lighter(
    cmyk: tuple[float, float, float, float], ink: int, more: float
) -> None:
    c, m, y, k = (
        share + (1 - share) * more if at == ink else share for at, share in enumerate(cmyk)
    )
    light = NEWSPRINT.of(Color("a", cmyk, (0, 0, 0)))
    assert NEWSPRINT.of(Color("b", (c, m, y, k), (0, 0, 0))) <= light + 1e-12
    assert 0.083 <= light <= 0.662 + 1e-12


def test_solids_and_paper_reflect_what_was_measured() -> None:
    assert NEWSPRINT.of(WHITE) == 0.662
    assert NEWSPRINT.of(BLACK) == pytest.approx(0.095)
    assert NEWSPRINT.of(grey(0.5)) == pytest.approx(0.662 * 0.24 + 0.095 * 0.76)


@pytest.mark.parametrize(
    ("profile", "paper", "tolerance"),
    [("IFRA26S_2004_newsprint", NEWSPRINT, 0.2), ("FOGRA39L_coated", COATED, 0.5)],
)
@pytest.mark.parametrize(
    "inks", [(0, 1, 1, 0), (0, 0, 0, 0.25), (0, 0, 0, 0.5), (1, 0, 0, 0), (0, 0, 0, 1)]
)
def test_contrast_in_print_is_near_what_the_profile_says(
    profile: str, paper: PaperLight, tolerance: float, inks: tuple[float, float, float, float]
) -> None:
    measured = contrast(measured_light(profile, (0, 0, 0, 0)), measured_light(profile, inks))
    found = contrast(paper.of(Color("ink", inks, (0, 0, 0))), paper.paper)
    assert found == pytest.approx(measured, abs=tolerance)


def measured_light(profile: str, inks: tuple[float, float, float, float]) -> float:
    """Luminance through the shipped profile, absolute colorimetric."""
    icc = ImageCms.getOpenProfile(str(ROOT / "infographic" / "press" / f"{profile}.icc"))
    lab = ImageCms.createProfile("LAB")
    intent = ImageCms.Intent.ABSOLUTE_COLORIMETRIC
    transform = ImageCms.buildTransform(icc, lab, "CMYK", "LAB", renderingIntent=intent)
    pixel = Image.new("CMYK", (1, 1), tuple(round(ink * 255) for ink in inks))
    converted = ImageCms.applyTransform(pixel, transform)
    assert converted is not None
    lightness = converted.tobytes()[0] / 255 * 100
    return ((lightness + 16) / 116) ** 3 if lightness > 8 else lightness / 903.3


def test_a_spot_ink_counts_as_its_process_inks() -> None:
    spot = Color("s", (0, 0, 0, 0), (1, 1, 1), Spot("S", (0, 1, 1, 0)), strength=1.0)
    assert NEWSPRINT.of(spot) == NEWSPRINT.of(RED)


def test_a_pale_wash_is_not_seen_on_newsprint() -> None:
    assert contrast(NEWSPRINT.of(RED.tinted(0.03)), NEWSPRINT.paper) < 1.2


def test_words_on_a_mark_take_the_first_colour_that_can_be_read() -> None:
    assert ink_on(BLACK, [BLACK, WHITE], on_screen)[0] == WHITE
    assert ink_on(grey(0.25), [BLACK, WHITE], on_screen)[0] == BLACK
    color, found = ink_on(grey(0.5), [grey(0.6), WHITE], NEWSPRINT.of)
    assert color == WHITE and found < 4.5
    with pytest.raises(ValueError, match="no colours"):
        ink_on(BLACK, [], on_screen)


def test_marks_told_apart_by_hue_alone_are_named() -> None:
    green = Color("green", (1, 0, 1, 0), (0.0, 0.42, 0.1))
    assert alike([RED, green, grey(0.25)], on_screen, 1.5) == ((0, 1),)
