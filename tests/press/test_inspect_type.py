"""Type in a PDF is found where it is painted, along a line and down a column."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf
import pytest
from faulty_files import changed
from pages import PAIRS, meets_needs, page_or_faults

from infographic.composed import ComposedPage
from infographic.display.items import TextLine, ink_box
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import errors
from infographic.foundation.geometry import Rect
from infographic.foundation.matrix import IDENTITY
from infographic.pipeline import compose
from infographic.press.inspect.bounds import ContentLengths
from infographic.press.inspect.content import look_at
from infographic.press.inspect.fonts import font_in_use
from infographic.press.inspect.run import inspect
from infographic.press.inspect.text import Pen, TextState, glyphs_shown
from infographic.profiles import press_profile

ROOT = Path(__file__).resolve().parents[2]
PRESSES = ("newsprint", "newsprint-x1a", "insert")


@cache
def vertical(press: str) -> ComposedPage:
    return compose(ROOT / "data.json", ROOT / "examples" / "vertical" / "layout.json", press=press)


def text_boxes(data: bytes) -> list[Rect]:
    with pikepdf.open(io.BytesIO(data)) as pdf:
        x, y, right, top = (float(side) for side in pdf.pages[0].trimbox)
        seen = look_at(pdf.pages[0], Rect(x, y, right - x, top - y), ContentLengths())
    return [paint.box for paint in seen.paints if paint.kind == "text"]


def holds(outer: Rect, inner: Rect, by: float) -> bool:
    grown = outer.grown(by)
    return (
        grown.x <= inner.x and grown.y <= inner.y
        and inner.right <= grown.right and inner.bottom <= grown.bottom
    )  # fmt: skip


@pytest.mark.parametrize("press", PRESSES)
def test_a_page_set_vertically_passes_the_inspection_of_its_file(press: str) -> None:
    assert not errors(inspect(vertical(press).pdf(), "page.pdf", press_profile(press)))


def inks(page: Page) -> Iterator[tuple[Rect, float]]:
    """The ink of every glyph in columns, with its size; from the page, not from the file."""
    for one in page.walk():
        if isinstance(one.item, TextLine) and one.item.vertical:
            for start, run in one.item.runs:
                for i in range(len(run.glyphs)):
                    alone = replace(
                        *(run,), glyphs=run.glyphs[i : i + 1], xs=run.xs[i : i + 1],
                        ys=run.ys[i : i + 1], texts=run.texts[i : i + 1],
                    )  # fmt: skip
                    ink = ink_box(alone, is_vertical=True)
                    if ink is not None:
                        yield Rect(one.at.x + ink.x, one.at.y + start + ink.y, *ink.size), run.size


def test_ink_of_type_lies_where_the_file_is_said_to_paint_it() -> None:
    page = vertical("newsprint")
    boxes = text_boxes(page.pdf())
    glyphs = list(inks(page.page))
    assert len(glyphs) > 1000
    # Ink may reach a little out of its em; a dash of two em is one glyph, as wide as its em.
    glyphs = [(ink, size) for ink, size in glyphs if ink.height < 1.2 * size]
    lost = [ink for ink, size in glyphs if not any(holds(box, ink, size / 10) for box in boxes)]
    assert lost == []


def shifted(down: float) -> bytes:
    """The vertical page with all its content moved down, in points."""

    def move(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(pdf.make_stream(f"1 0 0 1 0 {-down} cm".encode()), prepend=True)

    return changed(vertical("newsprint").pdf(), move)


def test_a_column_that_runs_out_of_the_page_is_found() -> None:
    found = inspect(shifted(60), "page.pdf", press_profile("newsprint"))
    (cut,) = [one for one in found if one.code == "pdf-text-cut"]
    height = vertical("newsprint").page.trim.height
    assert len(cut.places) > 5
    assert all(place.box.y < height < place.box.bottom for place in cut.places)
    assert not errors(inspect(shifted(5), "page.pdf", press_profile("newsprint")))


def vertical_font(**entries: object) -> pikepdf.Dictionary:
    inner = pikepdf.Dictionary(Subtype=pikepdf.Name.CIDFontType2, DW=500, **entries)
    return pikepdf.Dictionary(
        Subtype=pikepdf.Name.Type0, Encoding=pikepdf.Name("/Identity-V"), DescendantFonts=[inner]
    )


def places(font: pikepdf.Dictionary, parts: list[object], **more: float) -> list[float]:
    """Where each glyph's origin and the pen at last stand: x, y, x, y, … for a size of 10."""
    state = replace(TextState(font_in_use(font), 10.0), **more)  # type: ignore[arg-type]
    pen = Pen()
    shown = glyphs_shown(parts, state, pen, IDENTITY)
    origins = [value for glyph in shown for value in glyph.place[4:]]
    return [round(value, 6) for value in (*origins, *pen.text[4:])]


def test_the_pen_goes_down_a_column_and_glyphs_hang_from_it() -> None:
    two = b"\0\1\0\2"
    # DW2's default: the pen stands 0.88 em over the middle of the glyph, and goes down one em.
    assert places(vertical_font(), [two]) == [-2.5, -8.8, -2.5, -18.8, 0, -20]
    assert places(vertical_font(DW2=[500, -600]), [two]) == [-2.5, -5, -2.5, -11, 0, -12]
    own = vertical_font(W2=[2, [-700, 100, 200]])
    assert places(own, [two]) == [-2.5, -8.8, -1, -12, 0, -17]
    run = vertical_font(W2=[1, 2, -700, 100, 200])
    assert places(run, [two]) == [-1, -2, -1, -9, 0, -14]


def test_a_number_in_a_column_moves_down_and_a_narrow_column_is_no_lower() -> None:
    parts: list[object] = [b"\0\1", 200, b"\0\2"]
    assert places(vertical_font(), parts) == [-2.5, -8.8, -2.5, -20.8, 0, -22]
    assert places(vertical_font(), parts, stretch=0.5) == [-1.25, -8.8, -1.25, -20.8, 0, -22]


def test_a_font_runs_down_where_its_encoding_says_so() -> None:
    font = vertical_font()
    for name, is_vertical in (("/Identity-H", False), ("/V", True), ("/UniGB-UCS2-V", True)):
        font.Encoding = pikepdf.Name(name)
        assert font_in_use(font).is_vertical is is_vertical
    with pikepdf.new() as pdf:
        font.Encoding = pdf.make_stream(b"", WMode=1)
        assert font_in_use(font).is_vertical
        font.Encoding = pdf.make_stream(b"", UseCMap=pikepdf.Name("/Identity-V"))
        assert font_in_use(font).is_vertical


def files(layout: str, story: str) -> Iterator[tuple[bytes, str]]:
    composed = page_or_faults(layout, story)
    assert isinstance(composed, ComposedPage)
    for page in composed.pages:
        for press in dict.fromkeys((page.press_name, *PRESSES)):
            one = page if press == page.press_name else replace(
                page, press_name=press, press_at=BUILT_IN
            )  # fmt: skip
            if not one.press_errors():
                yield one.pdf(), press


@pytest.mark.full
@pytest.mark.parametrize(("layout", "story"), [pair for pair in PAIRS if meets_needs(*pair)])
def test_every_file_that_is_written_passes_the_inspection_of_its_press(
    layout: str, story: str
) -> None:
    if not isinstance(page_or_faults(layout, story), ComposedPage):
        pytest.skip("the story is too long for the layout")
    for data, press in files(layout, story):
        assert not errors(inspect(data, "page.pdf", press_profile(press))), press
