"""What stands beside digits: units on their foot, signs of their face, sizes by theirs."""

from __future__ import annotations

from typing import Any

import pytest
from pages import ROOT
from small_pages import composed, lines, sizes, text_lines

from infographic.display.items import GlyphRun
from infographic.pipeline import ComposedPage

BARLOW = str(ROOT / "fonts/barlow-condensed-bold.ttf")
SANS = str(ROOT / "fonts/noto-sans-sc-bold.ttf")
FIGURE = {"font": "f", "size": "10pt", "leading": "12pt", "align": "left"}


def number(text: str, digits: str = "20pt", **unit: Any) -> dict[str, GlyphRun]:
    """The runs of a sentence's line, by their words."""
    styles = {
        "n": {
            **FIGURE, "digits": {"font": "d", "size": digits},
            "unit": {"size": "auto", **unit}, "qualifier": {"size": "auto"},
        }
    }  # fmt: skip
    fonts = {"f": SANS, "d": {"han": SANS, "latin": BARLOW}}
    body = {"type": "text", "text": text, "style": "n"}
    return runs_of(composed(body, 2000, styles=styles, fonts=fonts))


def runs_of(page: ComposedPage) -> dict[str, GlyphRun]:
    return {"".join(run.texts): run for _, _, line in text_lines(page) for _, run in line.runs}


# Sizes


@pytest.mark.parametrize(
    ("digits", "share"), [(20, 0.46), (48, 0.46), (69, 0.38), (90, 0.3), (140, 0.3)]
)
def test_a_units_share_of_the_digits_falls_as_they_grow(digits: int, share: float) -> None:
    runs = number("**23**万名", f"{digits}pt")
    assert runs["万名"].size == pytest.approx(share * digits)


@pytest.mark.parametrize(
    ("width", "digits", "share"),
    [(1080, 106, 0.46), (1080, 229, 0.3), (1080, 167.5, 0.38), (540, 53, 0.46), (540, 114.5, 0.3)],
)
def test_on_a_canvas_it_falls_with_the_canvass_width(
    width: int, digits: float, share: float
) -> None:
    styles = {"n": {"based_on": "s", "digits": {"size": f"{digits}px"}, "unit": {"size": "auto"}}}
    body = {"type": "text", "text": "**23**个", "style": "n"}
    page = composed(body, styles=styles, page={"width": f"{width}px"})
    found = sizes(page)
    assert found["个"] == pytest.approx(share * digits * 0.75, abs=0.02)


def test_a_units_own_size_overrules_what_goes_by_the_digits() -> None:
    assert number("**23**个", "100pt", size=0.5)["个"].size == 50
    assert number("**23**个", "100pt", size="12pt")["个"].size == 12


def test_digits_made_smaller_have_the_unit_that_is_theirs_and_fit_their_width() -> None:
    styles = {"big": {"based_on": "s", "digits": {"size": "90pt"}, "unit": {"size": "auto"}}}
    body = {
        "type": "stat", "stat": "国**23**个个", "style": "s", "value_style": "big",
        "form": "stacked", "gap": "5pt",
    }  # fmt: skip
    page = composed(body, 170, styles=styles)
    found = sizes(page)
    assert 59 < found["23"] < 66
    share = 0.46 - 0.16 * (found["23"] - 48) / 42
    assert found["个个"] == pytest.approx(share * found["23"], abs=0.01)
    # A step of the digits is 0.56 pt; a larger one would not fit.
    assert 168 < 2 * found["23"] + 2 * found["个个"] <= 170.1


def test_a_word_for_auto_is_no_size_of_digits() -> None:
    from small_pages import codes

    styles = {"n": {"based_on": "s", "digits": {"size": "auto"}}}
    body = {"type": "text", "text": "**23**", "style": "n"}
    assert codes(body, styles=styles) == ["length-form"]


# The digits' foot


def test_the_han_of_a_unit_stand_on_the_digits_foot_and_no_other_character_is_raised() -> None:
    runs = number("月**23**余户企业")
    assert runs["余户"].ys == (0.085, 0.085)
    assert runs["23"].ys == runs["月"].ys == runs["企业"].ys == ()
    assert number("**23**km")["km"].ys == ()


def test_han_as_large_as_the_digits_are_not_raised() -> None:
    assert number("**23**个", size=1)["个"].ys == ()


def test_a_rise_of_ones_own_overrules_the_foot() -> None:
    assert number("**23**个", rise="1pt")["个"].ys == pytest.approx((1 / 9.2,))


def test_a_unit_in_a_column_that_runs_down_is_not_raised() -> None:
    style = {**FIGURE, "writing": "vertical", "digits": {"size": "20pt"}, "unit": {"size": 0.5}}
    body = {"type": "text", "text": "国**23**个", "style": "n"}
    page = composed(body, 100, 200, styles={"n": style}, fonts={"f": SANS})
    upright = composed(body, 100, 200, styles={"n": {**style, "unit": {"size": "10pt"}}},
                       fonts={"f": SANS})  # fmt: skip
    assert runs_of(page)["个"].ys == runs_of(upright)["个"].ys


# Signs


def test_signs_are_of_the_digits_face_and_072_of_their_size() -> None:
    runs = number("**80**%以上")
    assert runs["%"].size == pytest.approx(0.72 * 20)
    assert runs["%"].face is runs["80"].face
    assert runs["%"].ys == ()
    assert runs["以上"].size == pytest.approx(0.46 * 20)
    assert number("**3**‰")["‰"].face is runs["80"].face
    assert number("**3**°C")["°C"].face is runs["80"].face


def test_a_celsius_sign_that_the_face_lacks_is_drawn_of_its_own_and_read_as_itself() -> None:
    runs = number("**-3.5**℃")
    assert runs["℃"].face is runs["-3.5"].face
    face = runs["℃"].face
    assert not face.covers("℃")
    assert runs["℃"].glyphs == (face.glyph_of("°"), face.glyph_of("C"))


def test_a_sign_that_the_digits_face_lacks_is_set_as_the_unit_is() -> None:
    styles = {"n": {**FIGURE, "digits": {"font": "d", "size": "20pt"}, "unit": {"size": 0.5}}}
    kai = str(ROOT / "fonts/infographic-emoji-regular.ttf")
    fonts = {"f": SANS, "d": {"han": SANS, "latin": SANS, "figures": kai}}
    body = {"type": "text", "text": "**80**%", "style": "n"}
    runs = runs_of(composed(body, 2000, styles=styles, fonts=fonts))
    assert runs["%"].size == 10


def test_a_layout_may_set_signs_as_it_likes() -> None:
    styles = {
        "n": {
            **FIGURE, "digits": {"font": "d", "size": "20pt"}, "unit": {"size": 0.5},
            "sign": {"size": 0.4},
        }
    }  # fmt: skip
    body = {"type": "text", "text": "**80**%", "style": "n"}
    fonts = {"f": SANS, "d": {"han": SANS, "latin": BARLOW}}
    run = runs_of(composed(body, 2000, styles=styles, fonts=fonts))["%"]
    assert (run.size, run.face.path.name) == (8, "noto-sans-sc-bold.ttf")


@pytest.mark.parametrize("typed", ["-3.5", "−3.5", "－3.5", "–3.5"])
def test_a_minus_is_the_minus_of_the_digits_face(typed: str) -> None:
    ((words, run),) = number(f"**{typed}**").items()
    assert run.glyphs[0] == run.face.glyph_of("−")
    assert run.face.path.name == "barlow-condensed-bold.ttf"
    assert words[1:] == "3.5"


def test_a_negative_value_has_a_minus_of_the_digits_face() -> None:
    styles = {"n": {**FIGURE, "digits": {"font": "d", "size": "20pt"}, "unit": {"size": "auto"}}}
    fonts = {"f": SANS, "d": {"han": SANS, "latin": BARLOW}}
    body = {
        "type": "stat", "stat": {"value": -1.7, "unit": "%"}, "style": "n", "value_style": "n",
        "form": "stacked",
    }  # fmt: skip
    runs = runs_of(composed(body, 300, styles=styles, fonts=fonts))
    assert runs["−1.7"].glyphs[0] == runs["−1.7"].face.glyph_of("−")
    assert runs["%"].face is runs["−1.7"].face


# Measure words and their nouns


@pytest.mark.parametrize(
    ("text", "width", "expected"),
    [
        ("为山区孵化**4000**余户企业带来订单", 130, ["为山区孵化", "4000余户企业带来订单"]),
        ("选派**5395**名干部到农村", 100, ["选派5395名干部", "到农村"]),
        ("村里引来**12**家企业落户", 50, ["村里引来", "12家企业", "落户"]),
        # A number is not parted for it.
        ("选派**5395**名干部到农村", 65, ["选派", "5395名", "干部到农村"]),
    ],
)
def test_no_line_ends_between_a_measure_word_and_its_noun(
    text: str, width: int, expected: list[str]
) -> None:
    styles = {
        "n": {
            **FIGURE, "balance": True, "digits": {"font": "d", "size": "20pt"},
            "unit": {"size": "auto"}, "qualifier": {"size": "auto"},
        }
    }  # fmt: skip
    fonts = {"f": SANS, "d": {"han": SANS, "latin": BARLOW}}
    body = {"type": "text", "text": text, "style": "n"}
    page = composed(body, width, styles=styles, fonts=fonts)
    assert [line.text for line in lines(page)] == expected
