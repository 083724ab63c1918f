"""Figures of charts and tables: their parts, their digits' widths, their sizes."""

from __future__ import annotations

import pytest
from pages import ROOT
from small_pages import composed, text_lines

from infographic.foundation.font import open_face
from infographic.layout.scaling import with_digits_of
from infographic.text.figures import figure_of, has_even_digits, tabular, uneven
from infographic.text.style import CharStyle, FontStack, Part, TextStyle, UnitShare

EVEN_BY_NATURE = {
    "bebas-neue-regular", "infographic-kai-regular", "noto-sans-sc-black", "noto-sans-sc-bold",
    "noto-sans-sc-medium", "noto-sans-sc-regular", "noto-sans-sc-full-regular",
    # By `locl`: for Chinese text they have others, which differ.
    "newsreader-bold", "newsreader-medium",
    "noto-serif-sc-black", "noto-serif-sc-bold", "noto-serif-sc-regular",
}  # fmt: skip
EVEN_BY_TNUM = {
    "barlow-condensed-bold", "barlow-condensed-medium", "barlow-condensed-semibold",
    "barlow-semi-condensed-bold", "barlow-semi-condensed-medium", "barlow-semi-condensed-semibold",
    "bodoni-moda-bold", "sofia-sans-extra-condensed-extrabold",
}  # fmt: skip
SHIPPED = [path for path in sorted((ROOT / "fonts").glob("*.ttf")) if "emoji" not in path.name]


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_it_is_known_which_shipped_faces_have_digits_of_even_width(path: object) -> None:
    face = open_face(path)  # type: ignore[arg-type]
    name = face.path.stem
    assert has_even_digits(face) == (name in EVEN_BY_NATURE)
    by_feature = has_even_digits(face, (("tnum", True),))
    assert by_feature == (name in EVEN_BY_NATURE | EVEN_BY_TNUM)


def style(file: str, size: float = 20) -> TextStyle:
    face = open_face(ROOT / "fonts" / file)
    plain = CharStyle(FontStack((face,), (face,), (face,)), size)
    unit = CharStyle(plain.fonts, 0.46 * size, share=UnitShare())
    return TextStyle("figure", plain, ((Part.DIGITS, plain), (Part.UNIT, unit)))


def test_a_style_says_which_of_its_faces_would_not_stand_in_columns() -> None:
    barlow = style("barlow-condensed-bold.ttf")
    assert uneven(barlow) is barlow.plain.fonts.figures[0]
    assert uneven(tabular(barlow)) is None
    assert uneven(style("bebas-neue-regular.ttf")) is None


def test_a_style_made_tabular_twice_asks_once() -> None:
    once = tabular(style("barlow-condensed-bold.ttf"))
    assert tabular(once) == once
    assert once.of(Part.UNIT).features == ("tnum",)


@pytest.mark.parametrize(("asked", "widths"), [({"figures": "tabular"}, 1), ({}, 2)])
@pytest.mark.parametrize("part", ["style", "digits"])
def test_a_layout_asks_for_even_digits_by_name(
    asked: dict[str, str], widths: int, part: str
) -> None:
    barlow = str(ROOT / "fonts/barlow-condensed-bold.ttf")
    sans = str(ROOT / "fonts/noto-sans-sc-bold.ttf")
    own = {"font": "f", "size": "10pt", "leading": "20pt"}
    styles = {"n": {**own, "digits": {"size": "20pt"}}}
    (styles["n"] if part == "style" else styles["n"]["digits"]).update(asked)  # type: ignore[attr-defined]
    body = {"type": "text", "text": "**1111**\n**4444**", "style": "n"}
    fonts = {"f": {"han": sans, "latin": barlow}}
    page = composed(body, 300, styles=styles, fonts=fonts)
    assert len({round(line.width, 2) for _, _, line in text_lines(page)}) == widths


def test_even_digits_come_beside_other_features_and_take_back_those_against() -> None:
    from infographic.loading.sheet.layout_file import PartSpec
    from infographic.loading.sheet.styles import _features

    spec = PartSpec(figures="tabular")
    assert _features(spec, ("-kern", "pnum")) == ("-kern", "tnum")
    assert _features(PartSpec(figures="proportional"), ("tnum",)) == ("pnum",)
    assert _features(PartSpec(), ("tnum",)) == ("tnum",)


@pytest.mark.parametrize(
    ("words", "parts"),
    [
        ("176.98万名", [("digits", "176.98"), ("unit", "万名")]),
        ("-3.5%", [("digits", "−3.5"), ("unit", "%")]),
        ("2300余个", [("digits", "2300"), ("qualifier", "余"), ("unit", "个")]),
        ("…", [("plain", "…")]),
        ("A1座", [("plain", "A1座")]),
    ],
)
def test_a_figure_is_told_into_the_parts_that_are_set_by_themselves(
    words: str, parts: list[tuple[str, str]]
) -> None:
    spans = figure_of(words).spans
    assert [(str(span.part), span.text) for span in spans] == parts
    assert len({span.group for span in spans}) == 1


def test_a_figure_at_a_mark_has_the_unit_that_its_size_asks_for() -> None:
    base = style("barlow-condensed-bold.ttf")
    assert with_digits_of(base, 14).of(Part.UNIT).size == pytest.approx(0.46 * 14)
    lead = with_digits_of(base, 112)
    assert (lead.of(Part.DIGITS).size, lead.of(Part.UNIT).size) == (112, pytest.approx(33.6))
