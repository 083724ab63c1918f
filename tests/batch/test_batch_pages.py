"""Editions bound into one PDF: where records stand, what is found by whom, and what is refused.

Pages are in the square font; the file is judged by readers that did not write it.
"""

from __future__ import annotations

import io
import json
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pikepdf
import pypdfium2
import pytest
from pages import ROOT
from pdfminer.high_level import extract_text
from small_pages import COLORS, SQUARE, STYLES

from infographic import CallError, Job, SpecError, using_limits
from infographic.backends.pdf.tags import bounds
from infographic.batch.pages.binding import Binding, Bound, Record, bind_pages, bind_to_file
from infographic.batch.pages.grid import grid_of
from infographic.batch.pages.placing import PagedRecord, on_sheets
from infographic.batch.pages.ranges import in_ranges
from infographic.batch.rows import Row
from infographic.cli import run
from infographic.display.items import Group, Placed
from infographic.display.items import Path as Outline
from infographic.display.page import Page
from infographic.foundation.color import BLACK
from infographic.foundation.datum import BUILT_IN, Node, Origin, Source
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.press.imposition import SheetSpec
from infographic.press.inspect.run import inspect
from infographic.profiles import press_profile

IDS = "甲乙丙丁戊己"
SHEET = SheetSpec(
    size=(300, 200), margins=Insets(20, 20, 20, 20), columns=2, rows=2, gap=(20, 20), marks=True
)


def layout(press: str = "proof", **more: Any) -> dict[str, Any]:
    """A card of 100 × 60 pt whose ground is grey."""
    return {
        "press": press,
        "page": {"width": "100pt", "height": "60pt", "ppi": 72, "bleed": "6pt",
                 "background": "grey", "margins": "10pt"},
        "fonts": {"f": SQUARE},
        "colors": COLORS,
        "styles": STYLES,
        "body": {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
        **more,
    }  # fmt: skip


def records(words: str = IDS, press: str = "proof", **more: Any) -> Iterator[Record]:
    for number, one in enumerate(words):
        job = Job({"headline": one}, layout(press), (), id=one, **more)
        yield Record(job, group="前" if number < 3 else "后")


def bound(file: str = "x.screen.pdf", **binding: Any) -> Bound:
    made = bind_pages(records(), file, Binding(**binding))
    assert made.data is not None, made.faulty
    return made


def opened(made: Bound) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(made.data or b""))


def names(pdf: pikepdf.Pdf) -> list[tuple[str, list[str]]]:
    with pdf.open_outline() as outline:
        return [(top.title, [one.title for one in top.children]) for top in outline.root]


# Where records stand


def test_records_stand_in_a_grid_in_the_middle_of_the_sheet() -> None:
    grid = grid_of(SHEET, Size(100, 60))
    assert [grid.place(n) for n in range(4)] == [
        Rect(40, 30, 100, 60), Rect(160, 30, 100, 60), Rect(40, 110, 100, 60),
        Rect(160, 110, 100, 60),
    ]  # fmt: skip


def test_as_many_stand_on_a_sheet_as_fit() -> None:
    spec = SheetSpec(size=(210, 210), gap=(5, 5))
    grid = grid_of(spec, Size(50, 100))
    assert (grid.columns, grid.rows) == (3, 2)
    exact = grid_of(SheetSpec(size=(300, 120)), Size(100, 60))
    assert (exact.columns, exact.rows) == (3, 2), "what fits exactly fits"


def test_columns_are_filled_first_where_that_is_asked() -> None:
    spec = SheetSpec(size=(300, 200), columns=2, rows=2, order="columns", align="start")
    grid = grid_of(spec, Size(100, 60))
    assert [(one.x, one.y) for one in map(grid.place, range(4))] == [
        (0, 0), (0, 60), (100, 0), (100, 60),
    ]  # fmt: skip


def test_cut_marks_stand_on_the_edges_and_on_no_bleed() -> None:
    grid, bleed = grid_of(SHEET, Size(100, 60)), 3.0
    marks = list(grid.cuts(bleed))
    upright = {start.x for start, end in marks if start.x == end.x}
    level = {start.y for start, end in marks if start.y == end.y}
    assert (upright, level) == ({40, 140, 160, 260}, {30, 90, 110, 170})
    covered = [grid.place(n).grown(bleed) for n in range(4)]
    for start, end in marks:
        for area in covered:
            for at in (start, end, Point((start.x + end.x) / 2, (start.y + end.y) / 2)):
                inside = area.x < at.x < area.right and area.y < at.y < area.bottom
                assert not inside, (start, end, area)
    assert any(start.y > 90 and end.y < 110 for start, end in marks), "and between records"


def test_ink_reaches_at_most_half_way_to_the_next_record() -> None:
    spec = SheetSpec(size=(300, 200), columns=2, rows=2, gap=(4, 0), margins=Insets(9, 9, 9, 9))
    grid = grid_of(spec, Size(100, 60))
    assert grid.reach(0, 6) == (6, 2, 0, 6)
    assert grid.reach(3, 6) == (0, 6, 6, 2)


@pytest.mark.parametrize(
    ("spec", "code"),
    [
        (SheetSpec(size=(150, 200), columns=2), "pages-sheet"),
        (SheetSpec(size=(90, 200)), "pages-sheet"),
        (SheetSpec(size=(300, 200), columns=2, rows=2, start=5), "pages-sheet"),
    ],
)
def test_a_sheet_that_records_do_not_fit_on_is_refused(spec: SheetSpec, code: str) -> None:
    with pytest.raises(SpecError) as error:
        bound(sheet=spec)
    assert [one.code for one in error.value.diagnostics] == [code]


# The file


def test_a_record_has_a_page_and_a_bookmark_below_its_group() -> None:
    made = bound(title="年鉴", labels="ids")
    assert (made.records, made.pages) == (6, 6)
    pdf = opened(made)
    assert names(pdf) == [("前", ["甲", "乙", "丙"]), ("后", ["丁", "戊", "己"])]
    with pdf.open_outline() as outline:
        assert all(one.is_closed for one in outline.root), "a long list is seen whole"
        target = outline.root[1].children[0].destination
        assert pdf.pages.index(pikepdf.Page(target[0])) == 3
    assert [page.label for page in pdf.pages] == list(IDS)
    assert str(pdf.docinfo["/Title"]) == "年鉴"
    words = extract_text(io.BytesIO(made.data or b"")).split("\x0c")
    assert [one.strip() for one in words[:6]] == list(IDS)


def test_records_on_sheets_are_read_in_their_order_and_drawn_in_their_places() -> None:
    made = bound(sheet=SHEET)
    assert made.pages == 2
    document = pypdfium2.PdfDocument(made.data or b"")
    assert document[0].get_size() == (300, 200)
    assert "".join(document[0].get_textpage().get_text_range().split()) == IDS[:4]
    picture = document[0].render(scale=1).to_pil().convert("L")
    # A ground, the gap between two, and the square of the first character.
    grounds = [picture.getpixel(at) for at in ((100, 80), (200, 80), (100, 160), (200, 160))]
    assert len(set(grounds)) == 1 and grounds[0] < 200
    assert picture.getpixel((150, 60)) == picture.getpixel((100, 100)) == 255
    assert picture.getpixel((55, 45)) < 90


def test_ink_at_the_edge_is_drawn_on_and_cut_off_where_the_next_record_s_begins() -> None:
    corners = ((0.0, 0.0), (100.0, 0.0), (100.0, 60.0), (0.0, 60.0))
    outline = (*(("L" if n else "M", one) for n, one in enumerate(corners)), ("Z", ()))
    whole = Placed(Point(0, 0), Outline(outline, fill=BLACK), BUILT_IN)
    page = Page(Size(100, 60), (whole,), "t", "zh")
    sheet = SheetSpec(size=(300, 200), columns=2, rows=2, gap=(4, 20), align="start", bleed=6)
    two = [PagedRecord(str(n), (page,), bleed=0.0) for n in range(2)]
    (leaf,) = on_sheets(two, sheet)
    first, second = leaf.page.items
    assert (first.at, second.at) == (Point(-6, -6), Point(102, -6))
    for placed, width in ((first, 108), (second, 108)):
        group = placed.item
        assert isinstance(group, Group) and group.clip == Size(width, 72)
    inner = first.item.items[0]  # type: ignore[union-attr]
    reach = bounds(inner.item, inner.at)
    assert (reach.x, reach.y, reach.right, reach.bottom) == (0, 0, 112, 72)


def test_the_first_place_may_be_a_later_one() -> None:
    spec = SheetSpec(size=(300, 200), columns=2, rows=2, start=3)
    pages = pypdfium2.PdfDocument(bound(sheet=spec).data or b"")
    texts = [page.get_textpage().get_text_range() for page in pages]
    assert ["".join(one.split()) for one in texts] == [IDS[:2], IDS[2:]]


def test_the_first_sheet_may_be_begun_and_a_group_begin_another() -> None:
    spec = SheetSpec(size=(300, 200), columns=2, rows=2, start=2)
    made = bound(sheet=spec, breaks=True)
    texts = [
        page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made.data or b"")
    ]
    assert ["".join(one.split()) for one in texts] == [IDS[:3], IDS[3:]]


def test_a_face_is_in_the_file_once_with_the_glyphs_of_all_pages() -> None:
    pdf = opened(bound())
    faces = [
        str(one.FontName).partition("+")[2]
        for one in pdf.objects
        if isinstance(one, pikepdf.Dictionary) and one.get("/Type") == "/FontDescriptor"
    ]
    assert len(faces) == len(set(faces)) < 6, faces


def test_the_screen_s_file_is_tagged_page_by_page() -> None:
    pdf = opened(bound(sheet=SHEET))
    root = pdf.Root.StructTreeRoot
    document = root.K
    assert [str(one.S) for one in document.K] == ["/Sect", "/Sect"]
    assert [str(one.S) for one in document.K[0].K] == ["/Art"] * 4
    assert [page.StructParents for page in pdf.pages] == [0, 1]
    # The way back from each marked content leads to an element of its own page.
    numbers = root.ParentTree.Nums
    for at, page in enumerate(pdf.pages):
        assert numbers[2 * at] == at
        assert {one.Pg.objgen for one in numbers[2 * at + 1]} == {page.obj.objgen}


def test_the_press_s_file_says_where_each_page_is_cut() -> None:
    pdf = opened(bound("x.pdf"))
    for page in pdf.pages:
        trim, bleed = ([float(side) for side in page[box]] for box in ("/TrimBox", "/BleedBox"))
        assert (trim[2] - trim[0], trim[3] - trim[1]) == pytest.approx((100, 60))
        assert [trim[0] - bleed[0], bleed[3] - trim[3]] == pytest.approx([6, 6])
    assert "/StructTreeRoot" not in pdf.Root


@pytest.mark.parametrize(("name", "reaches"), [("x.pdf", True), ("x.screen.pdf", False)])
def test_a_ground_reaches_into_the_gap_in_print_alone(name: str, reaches: bool) -> None:
    sheet = SheetSpec(size=(300, 200), columns=2, rows=2, gap=(20, 20), bleed=5)
    data = bind_pages(records(), name, Binding(sheet)).data
    page = pypdfium2.PdfDocument(data or b"")[0]
    picture = page.render(scale=1).to_pil().convert("L")
    # The gap's middle is the sheet's, with the margin of a press's slug round it or without.
    x, y = picture.size[0] // 2, picture.size[1] // 2 - 40
    inner = [picture.getpixel((x + away, y)) for away in (-12, -7, 0, 7, 12)]
    assert [one < 200 for one in inner] == [True, reaches, False, reaches, True]


def test_the_same_records_are_the_same_bytes() -> None:
    assert bound(sheet=SHEET).data == bound(sheet=SHEET).data
    assert bound("x.pdf").data == bound("x.pdf").data


def test_a_sheet_for_the_press_passes_the_house_s_own_inspection() -> None:
    made = bind_pages(records(press="insert"), "x.pdf", Binding(SHEET))
    assert made.data is not None, made.faulty[0].diagnostics
    press = press_profile("insert")
    assert [str(one) for one in inspect(made.data, "x.pdf", press)] == []
    pdf = opened(made)
    assert len(pdf.Root.OutputIntents) == 1
    # The second record of the first sheet stands 160 pt from the trim's left, 30 pt from its top.
    with pdf.open_outline() as outline:
        place = [float(one) for one in list(outline.root[0].children[1].destination)[2:4]]
    trim = [float(one) for one in pdf.pages[0].TrimBox]
    assert place == pytest.approx([trim[0] + 160, trim[3] - 30], abs=0.01)
    # The line beside its marks names the file and the sheet, not one of its records.
    words = pypdfium2.PdfDocument(made.data)[1].get_textpage().get_text_range()
    assert "x 第2张 insert" in " ".join(words.split())


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="no qpdf here")
@pytest.mark.parametrize("name", ["x.pdf", "x.screen.pdf"])
def test_another_program_finds_nothing_broken(name: str, tmp_path: Path) -> None:
    file = tmp_path / name
    bind_to_file(records(), file, Binding(SHEET))
    done = subprocess.run(["qpdf", "--check", file], capture_output=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


# What is refused


def test_what_does_not_fit_is_told_of_each_record_and_nothing_is_made(tmp_path: Path) -> None:
    words = ["甲", "乙" * 60, "丙", "丁" * 50]
    jobs = [Record(Job({"headline": one}, layout(), (), id=one[0])) for one in words]
    file = tmp_path / "x.screen.pdf"
    made = bind_to_file(jobs, file, Binding())
    assert [one.record.job.id for one in made.faulty] == ["乙", "丁"]
    assert {one.code for each in made.faulty for one in each.diagnostics} <= {"overfull", "overset"}
    assert made.data is None and not file.exists()
    left = bind_to_file(jobs, file, Binding(skips_faulty=True))
    assert (left.records, left.pages, len(left.faulty)) == (2, 2, 2)
    assert len(pikepdf.open(file).pages) == 2


def test_a_doubt_is_told_or_under_strict_refused() -> None:
    table = {"columns": ["年份", "座"], "rows": [["2024年", 1], ["2025年", 3]]}
    chart = {"title": "桥", "kind": "columns", "data": table}
    story = {"headline": "甲", "charts": [chart]}
    for strict in (False, True):
        one = Record(Job(story, layout(), (), id="甲", strict=strict))
        made = bind_pages([one], "x.screen.pdf", Binding())
        assert (made.data is None) == strict
        (told,) = made.faulty if strict else made.doubtful
        assert "charts-left-out" in {each.code for each in told.diagnostics}


def test_the_cell_that_is_too_long_is_told_with_its_characters() -> None:
    def row(number: int, words: str) -> Row:
        at = Origin(Source("rows.csv"), line=number + 1)
        cells = {"id": Node(f"r{number}", at), "head": Node(words, at)}
        return Row(number, cells, at)

    words = ["甲乙", "乙" * 60, "丙"]
    given = [
        Record(Job({"headline": one}, layout(), (), id=str(n)), row(n, one))
        for n, one in enumerate(words, 1)
    ]
    (faulty,) = bind_pages(given, "x.screen.pdf", Binding()).faulty
    first = faulty.diagnostics[0]
    assert (first.code, first.origin.line) == ("pages-overset", 3)
    assert str(first.message).startswith("“head” has 60 characters, 58 more")
    assert [one.code for one in faulty.diagnostics].count("pages-overset") == 1


def test_a_press_that_takes_one_page_a_file_takes_no_catalogue() -> None:
    with pytest.raises(SpecError) as error:
        bind_pages(records(press="newsprint"), "x.pdf", Binding())
    assert [one.code for one in error.value.diagnostics] == ["pages-press"]
    assert bind_pages(records(press="newsprint"), "x.screen.pdf", Binding()).pages == 6


def test_what_is_no_pdf_and_what_is_too_much_is_refused() -> None:
    for name, code in (("x.png", "pages-file"), ("x.screen.pdf", "pages-many")):
        with using_limits({"batch-pages": 5}), pytest.raises(CallError) as error:
            bind_pages(records(), name, Binding())
        assert [one.code for one in error.value.diagnostics] == [code]
    with pytest.raises(CallError):
        bind_pages([], "x.pdf", Binding())


def test_records_of_another_size_share_no_sheet() -> None:
    small = {"width": "90pt", "height": "60pt", "ppi": 72, "margins": "10pt"}
    other = Record(Job({"headline": "庚"}, layout(page=small), (), id="庚"))
    with pytest.raises(SpecError) as error:
        bind_pages([*records(), other], "x.screen.pdf", Binding(SHEET))
    assert [one.code for one in error.value.diagnostics] == ["pages-sheet"]


def test_the_command_binds_a_table_into_one_file(tmp_path: Path) -> None:
    (tmp_path / "rows.csv").write_text("id,city,head\n1,东,甲\n2,东,乙\n3,西,丙\n")
    (tmp_path / "story.json").write_text('{"headline": "{{head}}"}')
    (tmp_path / "card.json").write_text(json.dumps(layout()))
    (tmp_path / "sheet.json").write_text('{"size": ["300pt", "200pt"], "columns": 2, "rows": 2}')
    file = tmp_path / "all.screen.pdf"
    given = [str(tmp_path / name) for name in ("rows.csv", "story.json", "card.json")]
    options = ["--pages", str(file), "--group", "city", "--range-of-rows", "1,3"]
    sheet = ["--sheet-file", str(tmp_path / "sheet.json"), "--new-sheet"]
    arguments = ["batch", given[0], "-t", given[1], "-l", given[2], *options]
    assert run(arguments) == 0
    assert names(pikepdf.open(file)) == [("东", ["1"]), ("西", ["3"])]
    assert run([*arguments, *sheet]) == 0
    assert len(pikepdf.open(file).pages) == 2
    for other in (["-o", "x.png"], ["--tiles", "400"], ["--resume"], ["--force"]):
        assert run([*arguments, *other]) == 2, "one file, or files of their own"


def test_ranges_are_those_of_a_print_dialog() -> None:
    assert [n for n in range(1, 9) if in_ranges("2-3, 5,7-")(n)] == [2, 3, 5, 7, 8]
    for wrong in ("0", "3-1", "a", "", "1--2", "-3"):
        with pytest.raises(CallError):
            in_ranges(wrong)


@pytest.mark.full
def test_the_counties_are_a_yearbook_and_eight_sheets_of_cards(tmp_path: Path) -> None:
    home = ROOT / "examples" / "counties"
    given = ["batch", str(home / "counties.xlsx"), "-t", str(home / "county.json")]
    book, cards = tmp_path / "yearbook.screen.pdf", tmp_path / "labels.pdf"
    catalogue = [*given, "-l", str(home / "catalogue.json"), "--pages", str(book)]
    assert run([*catalogue, "--group", "市州", "--limit", "1"]) == 0
    alone = book.stat().st_size
    assert run([*catalogue, "--group", "市州"]) == 0
    assert (book.stat().st_size - alone) / 59 < 7_000, "what a page adds, in bytes"
    with pikepdf.open(book) as pdf:
        assert [len(below) for _, below in names(pdf)] == [7, 6, 6, 7, 6, 6, 5, 6, 6, 5]
        assert len(pdf.pages) == 60
    labels = ["-l", str(home / "label.json"), "--sheet-file", str(home / "sheet.json")]
    assert run([*given, *labels, "--pages", str(cards)]) == 0
    assert len(pikepdf.open(cards).pages) == 8
    assert inspect(cards.read_bytes(), "labels.pdf", press_profile("insert")) == ()
