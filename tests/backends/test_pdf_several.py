"""Several pages as one PDF: each is drawn, and read, as it is by itself; what they share is there
once."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Sequence
from pathlib import Path

import pikepdf
import pypdfium2
import pytest
from hand_set import (
    FIGURES,
    RED,
    SANS,
    SERIF,
    at,
    box,
    held,
    line,
    lines_page,
    opened,
    page,
    run,
    square,
)
from PIL import Image, ImageChops

from infographic import draft
from infographic.backends.pdf.several import PdfPages
from infographic.backends.pdf.shared_font import UNKNOWN, SharedFont
from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import ImageFile, Picture
from infographic.display.page import Page
from infographic.foundation.color import Color, Spot
from infographic.foundation.geometry import Rect, Size

ROOT = Path(__file__).resolve().parents[2]
GOLD = Color("gold", (0.0, 0.2, 0.6, 0.2), (0.8, 0.7, 0.3), Spot("Gold", (0, 0.2, 0.6, 0.2)))


def together(pages: Sequence[Page], intent: Intent = Intent.SCREEN) -> bytes:
    file = PdfPages(intent, title="多页", language="zh-Hans")
    for one in pages:
        file.add(one)
    return file.to_bytes()


def must_be_alike(pages: Sequence[Page], intent: Intent) -> None:
    joined = pypdfium2.PdfDocument(together(pages, intent))
    assert len(joined) == len(pages)
    for number, one in enumerate(pages):
        alone = pypdfium2.PdfDocument(pdf_bytes(one, intent))[0]
        drawn = [leaf.render(scale=1).to_pil().convert("RGB") for leaf in (alone, joined[number])]
        assert ImageChops.difference(*drawn).getbbox() is None, number
        read = [leaf.get_textpage().get_text_range() for leaf in (alone, joined[number])]
        assert read[0] == read[1], number
        assert alone.get_mediabox() == joined[number].get_mediabox()
        assert alone.get_trimbox() == joined[number].get_trimbox()


def hand_set() -> list[Page]:
    return [
        lines_page(line(run(SERIF, "桥通了，车过了。")), line(run(FIGURES, "2300", 30))),
        lines_page(line(run(SANS, "另一页"), run(SERIF, "桥上")), line(run(FIGURES, "0.5%", 30))),
        page(at(20, 20, box(60, 40, RED)), at(50, 100, line(run(SERIF, "通车")))),
        # PostScript outlines, and a variable face in two weights.
        lines_page(line(run(square("square.otf"), "通A")), line(run(square("square.otf"), "1,2"))),
        lines_page(*(line(run(square("variable.ttf", wght=w), "A1通")) for w in (400.0, 900.0))),
    ]


@pytest.mark.parametrize("intent", list(Intent))
def test_each_page_is_drawn_and_read_as_it_is_by_itself(intent: Intent) -> None:
    must_be_alike(hand_set(), intent)


@pytest.mark.full
@pytest.mark.parametrize("intent", list(Intent))
def test_so_is_each_page_of_the_examples(intent: Intent) -> None:
    pages = [
        draft(ROOT / "examples" / story / "story.json", layout).page
        for story in ("summer", "bilingual", "twelve-stats", "marathon")
        for layout in ("broadsheet", "square")
    ]
    must_be_alike(pages, intent)


def test_a_part_of_a_character_reads_as_its_own_when_it_comes_by_itself() -> None:
    font = SharedFont(FIGURES)
    capital = FIGURES.glyph_of("C")
    font.add([(capital, "")])
    assert font.shown.texts[capital] == "C"
    font.add([(capital, "C")])
    nameless = max(font.shown.pens) + 1
    font.add([(nameless, "")])
    assert font.shown.texts[nameless] == UNKNOWN
    before = dict(font.shown.pens)
    font.add([(SERIF.glyph_of("!"), "!"), (nameless, "x")])
    assert font.shown.texts[nameless] == UNKNOWN, "pages are written by what it was"
    assert before.items() <= font.shown.pens.items()


def test_a_width_in_the_file_is_the_programs() -> None:
    (face,) = (one for one in held(together(hand_set()[:1])).pages[0].Resources.Font.values()
               if "Barlow" in str(one.BaseFont))  # fmt: skip
    glyph = FIGURES.glyph_of("2")
    widths = face.DescendantFonts[0].W
    start = next(n for n in range(0, len(widths), 2)
                 if int(widths[n]) <= glyph < int(widths[n]) + len(widths[n + 1]))  # fmt: skip
    said = float(widths[start + 1][glyph - int(widths[start])])
    assert said == pytest.approx(FIGURES.advance_of(glyph) * 1000, abs=0.01)


def picture(folder: Path) -> Picture:
    path = folder / "red.png"
    Image.new("RGB", (40, 30), "red").save(path)
    digest = hashlib.sha256(path.read_bytes()).hexdigest()
    return Picture(ImageFile(path, digest, 40, 30), Rect(0, 0, 1, 1), Size(40, 30))


@pytest.mark.parametrize("intent", list(Intent))
def test_a_picture_is_there_once_and_only_in_pages_that_show_it(
    intent: Intent, tmp_path: Path
) -> None:
    photo = picture(tmp_path)
    with opened(together([page(at(9, 9, photo)), page(), page(at(50, 9, photo))], intent)) as pdf:
        images = [one for one in pdf.objects if isinstance(one, pikepdf.Stream)
                  and one.get("/Subtype") == "/Image"]  # fmt: skip
        assert len(images) == 1
        shown = ["/XObject" in leaf.Resources for leaf in pdf.pages]
        assert shown == [True, False, True]


def test_a_spot_is_one_ink_for_all_pages() -> None:
    gold = page(at(10, 10, box(50, 20, GOLD)))
    with opened(together([gold, page(), gold], Intent.PRINT)) as pdf:
        spaces = [leaf.Resources.get("/ColorSpace", {}) for leaf in pdf.pages]
        assert [len(one) for one in spaces] == [1, 0, 1]
        assert spaces[0]["/S1"].objgen == spaces[2]["/S1"].objgen


def test_the_file_says_its_title_once_and_its_id_hangs_on_what_is_drawn() -> None:
    first, other = (together(pages) for pages in (hand_set(), hand_set()[:2]))
    assert together(hand_set()) == first
    ids = {bytes(pikepdf.open(io.BytesIO(data)).trailer.ID[0]) for data in (first, other)}
    assert len(ids) == 2
    # Of the same glyphs elsewhere on the page too.
    moved = together([page(at(50, 101, line(run(SERIF, "通车"))))])
    still = together([page(at(50, 100, line(run(SERIF, "通车"))))])
    named = []
    for data in (moved, still):
        with opened(data) as pdf, pdf.open_metadata() as said:
            named.append(said["xmpMM:DocumentID"])
    assert named[0] != named[1]
    with opened(first) as pdf, pdf.open_metadata() as said:
        assert said["dc:title"] == "多页" == str(pdf.docinfo["/Title"])
        assert str(pdf.Root.Lang) == "zh-Hans"
