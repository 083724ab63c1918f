"""Superior and inferior figures, fractions and the ratio sign."""

from __future__ import annotations

import io
from typing import Any

import pypdfium2
import pytest

from infographic.display.items import TextLine
from infographic.foundation.datum import BUILT_IN, Node
from infographic.foundation.font import Face, open_face
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import LayoutSource
from infographic.pipeline import compose
from infographic.subbing.quantities import quantities, read_passage
from infographic.text.markup import read_markup, unmarked
from infographic.text.paragraph import Paragraph, set_paragraph
from infographic.text.style import ColumnRules
from tests.text.square_style import FONTS, in_face

SERIF = open_face(FONTS / "noto-serif-sc-regular.ttf")
FIGURES = open_face(FONTS / "barlow-condensed-bold.ttf")


def set_in(face: Face, text: str, **fields: Any) -> Paragraph:
    copy, faults = read_markup(text, BUILT_IN)
    assert not faults
    return set_paragraph(copy, in_face(face, **fields), float("inf"))


def stands(paragraph: Paragraph) -> dict[str, tuple[float, float]]:
    """Of each character its size and its rise, in points."""
    return {
        text: (round(run.size, 2), round((run.ys[i] if run.ys else 0) * run.size, 2))
        for _, run in paragraph.lines[0].text.runs
        for i, text in enumerate(run.texts)
        if text
    }


def test_what_a_face_lacks_stands_as_its_own_superiors_do() -> None:
    box, figure = (SERIF.box_of(SERIF.glyph_of(one)) for one in "²2")
    scale = (box.top - box.bottom) / (figure.top - figure.bottom)
    found = stands(set_in(SERIF, "m²，10⁻⁶"))
    assert found["²"] == (10, 0)
    assert found["⁶"] == found["⁻"] == (
        round(10 * scale, 2), round(10 * (box.bottom - scale * figure.bottom), 2),
    )  # fmt: skip


def test_inferiors_hang_below_the_baseline_and_nothing_is_missing() -> None:
    paragraph = set_in(SERIF, "CO₂、H₂O₂、⅓、⅔")
    assert stands(paragraph)["₂"] == (6, -1.3)
    assert paragraph.missing == ()


@pytest.mark.parametrize("face", [SERIF, FIGURES])
def test_a_fraction_reaches_from_the_baseline_to_the_figures_top(face: Face) -> None:
    inks = [
        (run.face.box_of(glyph), run.size, (run.ys[i] if run.ys else 0) * run.size)
        for _, run in set_in(face, "⅓").lines[0].text.runs
        for i, glyph in enumerate(run.glyphs)
    ]
    (_, plain), *_ = set_in(face, "1").lines[0].text.runs
    one = face.box_of(plain.glyphs[0])
    (above, size, rise), _, (below, low_size, low) = inks
    assert above.top * size + rise == pytest.approx(10 * one.top, abs=0.05)
    assert low == 0 and below.bottom * low_size == pytest.approx(0, abs=0.2)


def test_the_ratio_sign_stands_close_to_its_figures_whatever_cell_its_face_gives_it() -> None:
    assert SERIF.advance_of(SERIF.glyph_of("∶")) == 1.0
    line = set_in(SERIF, "1∶16").lines[0].text
    assert line.width < set_in(SERIF, "1116").lines[0].text.width
    # Barlow has no ∶: its colon, in the middle of its figures.
    ((_, run),) = set_in(FIGURES, "1∶6").lines[0].text.runs
    ink, figure = (FIGURES.box_of(FIGURES.glyph_of(one)) for one in ":0")
    middle = (ink.top + ink.bottom) / 2 + run.ys[1]
    assert run.texts == ("1", "∶", "6")
    assert middle == pytest.approx((figure.top + figure.bottom) / 2)


@pytest.mark.parametrize(
    ("text", "words"),
    [("m{^2}", "m²"), ("CO{_2}", "CO₂"), ("10{^-6}", "10⁻⁶"), ("PM{_2.5}", "PM2.5"),
     ("n{^th}", "nth"), ("结论{^①}", "结论①"), ("结论{^[1]}", "结论[1]")],
)  # fmt: skip
def test_a_mark_raises_or_lowers_in_every_style(text: str, words: str) -> None:
    copy, faults = read_markup(text, BUILT_IN)
    assert (copy.text, faults) == (words, ())
    assert unmarked(text) == text.replace("{^", "").replace("{_", "").replace("}", "")
    last = words[-1]
    size, rise = stands(set_in(SERIF, text))[last]
    assert (size < 10 and rise != 0) or last == "²"


def test_a_script_is_never_parted_from_what_it_stands_at_and_takes_no_space() -> None:
    for ems in (3, 4, 5, 6):
        style = in_face(SERIF)
        copy = read_markup("人民人结论{^①}民人民CO{_2}人", BUILT_IN)[0]
        lines = [line.text.text for line in set_paragraph(copy, style, ems * 10.0).lines]
        assert sum("论①" in line for line in lines) == 1
        assert sum("CO₂" in line for line in lines) == 1
    marked, plain = set_in(SERIF, "结论{^1}民"), set_in(SERIF, "结论民")
    assert marked.natural_width - plain.natural_width < 6


def test_a_name_not_closed_is_still_a_fault_and_a_marked_power_a_number() -> None:
    assert [one.code for one in read_markup("{_雪岭}", BUILT_IN)[1]] == [
        "markup-stray", "markup-unclosed",
    ]  # fmt: skip
    copy, _ = read_markup("**1.2×10{^6}**吨", BUILT_IN)
    assert [(span.text, str(span.part)) for span in copy.spans] == [
        ("1.2×10⁶", "digits"), ("吨", "unit"),
    ]  # fmt: skip
    passage = read_passage(Node("年排放CO{_2}共1.2×10{^6}吨", BUILT_IN))
    assert [str(one.value) for one in quantities(passage)] == ["1200000"]


SCIENCE = "监测显示，PM₂.₅下降，H₂O₂减少，CO{_2}为10⁻⁶级，结论{^[1]}，第n{^th}项，⅓的，1∶16。"
READ = "监测显示，PM₂.₅下降，H₂O₂减少，CO₂为10⁻⁶级，结论[1]，第nth项，⅓的，1∶16。"


@pytest.mark.parametrize("more", [{}, {"writing": "vertical", "leading": "34pt"}])
def test_an_extractor_copies_what_was_typed(more: dict[str, str]) -> None:
    layout = {
        "page": {"width": "360pt", "height": "300pt" if more else "auto", "margins": "20pt"},
        "fonts": {"body": "serif-regular"},
        "styles": {"body": {"font": "body", "size": "20pt", "leading": "30pt", **more}},
        "body": {"type": "text", "text": {"$data": "/body/0"}, "style": "body"},
    }
    source = LayoutSource("proof", node_of(layout, "proof.json"), ())
    pdf = compose({"headline": "校", "body": [SCIENCE]}, source).pdf()
    text = pypdfium2.PdfDocument(io.BytesIO(pdf))[0].get_textpage().get_text_range()
    assert text.replace("\r\n", "") == READ


def test_in_a_column_a_script_lies_as_its_base_does() -> None:
    line = set_in(SERIF, "重10{^th}吨，CO₂", column=ColumnRules()).lines[0].text
    lying = {text for _, run in line.runs if run.rotated for text in run.texts}
    assert {"1", "0", "t", "C", "O", "₂"} <= lying


def test_a_presses_smallest_size_goes_by_what_a_script_stands_beside() -> None:
    runs = [run for _, run in set_in(SERIF, "CO₂与x{^th}").lines[0].text.runs]
    assert {run.nominal_size for run in runs} == {10}
    assert min(run.size for run in runs) < 6.1


def test_a_ratio_or_fraction_among_numbers_leaves_their_labels_on_one_line() -> None:
    layout = {
        "extends": ["families/daily", "families/social"],
        "page": {"width": "1200px", "height": "auto", "margins": "64px"},
        "body": {
            "type": "stats", "stats": {"$data": "/panels/0/stats"}, "columns": 3,
            "form": "stacked", "label": "above", "style": "label", "value_style": "value",
        },
    }  # fmt: skip
    values = ("105.6∶100", 421, "⅓")
    stats = [{"label": "甲", "value": value} for value in values]
    page = compose({"headline": "人口", "panels": [{"stats": stats}]}, layout).page
    labels = [
        placed.at.y
        for placed in page.walk()
        if isinstance(placed.item, TextLine) and placed.origin.pointer.endswith("/label")
    ]
    assert len(labels) == 3
    assert len(set(labels)) == 1
