"""The PDF for the press: inks only, exact boxes, black that overprints."""

import shutil
import subprocess
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from hand_set import FIGURES, RED, SERIF, at, box, line, opened, operators, page, run

from infographic.backends.pdf.write import Intent, pdf_bytes
from infographic.display.items import Group, Role, Stroke
from infographic.display.items import Path as Outline
from infographic.display.page import Page
from infographic.foundation.color import BLACK, WHITE, Color, grey
from infographic.foundation.geometry import Size

NOT_INKS = {"rg", "RG", "g", "G", "sc", "SC", "scn", "SCN", "cs", "CS", "sh"}
PAPER = Color("newsprint", (0.0, 0.0, 0.05, 0.02), (0.98, 0.97, 0.93))


def sample(**more: Any) -> Page:
    return page(
        at(20, 40, line(run(SERIF, "党建联盟"), run(FIGURES, "2,300", 30, RED))),
        at(20, 60, box(100, 20, RED.tinted(0.2))),
        at(20, 75, line(run(SERIF, "黑字", color=WHITE))),
        at(20, 90, Outline((("M", (0, 0)), ("L", (99, 0))), stroke=Stroke(BLACK, 0.25, (2, 1)))),
        at(20, 100, Group((at(0, 0, box(50, 50)),), Role.FIGURE, "图", Size(10, 10))),
        **more,
    )


def outsiders(data: bytes) -> list[str]:
    """Operators that choose a colour which is not made of inks."""
    return [operator for _, operator in operators(data) if operator in NOT_INKS]


def test_a_print_pdf_names_inks_alone() -> None:
    assert outsiders(pdf_bytes(sample(paper=PAPER), Intent.PRINT)) == []


def test_the_search_for_outsiders_finds_them() -> None:
    assert set(outsiders(pdf_bytes(sample(paper=PAPER), Intent.SCREEN))) == {"rg", "RG"}


def test_a_screen_pdf_names_lights_alone() -> None:
    found = {operator for _, operator in operators(pdf_bytes(sample(), Intent.SCREEN))}
    assert not found & {"k", "K", "g", "G", "gs"}


def overprint_of_texts(data: bytes) -> list[tuple[list[float], bool]]:
    """The inks of every text shown, and whether it overprints."""
    fill: list[float] = []
    overprints, shown = False, []
    saved = []
    with opened(data) as pdf:
        states = pdf.pages[0].Resources.ExtGState
        for operands, operator in operators(data):
            if operator == "q":
                saved.append((fill, overprints))
            elif operator == "Q":
                fill, overprints = saved.pop()
            elif operator == "k":
                fill = [float(ink) for ink in operands]
            elif operator == "gs":
                state = states[str(operands[0])]
                assert state.OPM == 1
                assert state.op == state.OP
                overprints = bool(state.op)
            elif operator == "TJ":
                shown.append((fill, overprints))
    return shown


def test_black_type_overprints_and_all_other_type_knocks_out() -> None:
    half = line(run(SERIF, "灰", color=grey(0.5)), run(SERIF, "黑"), run(SERIF, "红", color=RED))
    data = pdf_bytes(page(at(20, 40, half)), Intent.PRINT)
    assert overprint_of_texts(data) == [
        ([0, 0, 0, 0.5], False),
        ([0, 0, 0, 1], True),
        ([0, 0.95, 0.85, 0], False),
    ]


def test_paths_knock_out_after_black_type() -> None:
    words = at(20, 40, line(run(SERIF, "黑")))
    data = pdf_bytes(page(words, at(0, 0, box(9, 9)), words), Intent.PRINT)
    names = [str(operands[0]) for operands, operator in operators(data) if operator == "gs"]
    assert names == ["/GO", "/GK", "/GO"]


def test_a_clip_forgets_what_was_set_inside_it() -> None:
    inside = Group((at(0, 10, line(run(SERIF, "黑"))),), clip=Size(50, 50))
    after = at(20, 90, line(run(SERIF, "红", color=RED)))
    data = pdf_bytes(page(at(20, 20, inside), at(20, 80, inside), after), Intent.PRINT)
    assert [overprints for _, overprints in overprint_of_texts(data)] == [True, True, False]


def test_boxes_are_the_trim_and_the_bleed_round_it() -> None:
    with opened(pdf_bytes(sample(bleed=8.5), Intent.PRINT)) as pdf:
        leaf = pdf.pages[0]
        assert [float(side) for side in leaf.MediaBox] == [0, 0, 317, 217]
        assert list(leaf.BleedBox) == list(leaf.MediaBox)
        assert [float(side) for side in leaf.TrimBox] == [8.5, 8.5, 308.5, 208.5]


def test_the_ground_reaches_to_the_edge_of_the_bleed() -> None:
    first, second = operators(pdf_bytes(sample(bleed=8.5, paper=PAPER), Intent.PRINT))[:2]
    assert ([float(ink) for ink in first[0]], first[1]) == ([0, 0, 0.05, 0.02], "k")
    assert ([float(side) for side in second[0]], second[1]) == ([0, 0, 317, 217], "re")


def test_a_screen_pdf_is_the_trim_alone() -> None:
    with opened(pdf_bytes(sample(bleed=8.5), Intent.SCREEN)) as pdf:
        assert [float(side) for side in pdf.pages[0].MediaBox] == [0, 0, 300, 200]
        assert "/TrimBox" not in pdf.pages[0]


def test_nothing_of_reportlabs_own_gets_onto_the_page() -> None:
    with opened(pdf_bytes(sample(), Intent.PRINT)) as pdf:
        leaf = pdf.pages[0]
        assert "/Trans" not in leaf
        assert "/Outlines" not in pdf.Root
        assert "Helvetica" not in str(leaf.Resources.Font)
    # Bytes that a reader passes over, but that a reportlab page would have.
    assert b"Helvetica" not in pdf_bytes(sample(), Intent.PRINT)


def test_version_title_language_and_dates_are_said() -> None:
    with opened(pdf_bytes(sample(), Intent.PRINT)) as pdf:
        assert pdf.pdf_version == "1.6"
        assert str(pdf.Root.Lang) == "zh-Hans"
        assert str(pdf.docinfo["/Title"]) == "标题 Title"
        assert pdf.docinfo["/Trapped"] == pikepdf.Name("/False")
        assert str(pdf.docinfo["/CreationDate"]) == "D:20260101000000Z"
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "标题 Title"
            assert xmp["xmp:CreateDate"] == "2026-01-01T00:00:00Z"


def test_a_title_with_markup_stays_text() -> None:
    odd = Page(Size(90, 90), (), "A<B> & (C\\)", "en")
    with opened(pdf_bytes(odd, Intent.SCREEN)) as pdf:
        assert str(pdf.docinfo["/Title"]) == "A<B> & (C\\)"
        with pdf.open_metadata() as xmp:
            assert xmp["dc:title"] == "A<B> & (C\\)"


def test_an_empty_page_is_a_whole_file() -> None:
    for intent in Intent:
        with opened(pdf_bytes(page(), intent)) as pdf:
            assert len(pdf.pages) == 1


@pytest.mark.skipif(shutil.which("qpdf") is None, reason="qpdf is not installed")
@pytest.mark.parametrize("intent", list(Intent))
def test_qpdf_finds_no_fault(intent: Intent, tmp_path: Path) -> None:
    file = tmp_path / "page.pdf"
    file.write_bytes(pdf_bytes(sample(bleed=8.5, paper=PAPER), intent))
    subprocess.run(["qpdf", "--check", file], check=True, capture_output=True)
