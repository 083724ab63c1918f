"""The gate itself: what `render` refuses, what --force writes, what `check` says and draws."""

from __future__ import annotations

import io
import json
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from faulty_files import clean
from pages import STORIES, meets_needs, page_or_faults
from PIL import Image

from infographic.cli import run
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.loading.sheet.layouts import shipped_layouts
from infographic.pipeline import compose
from infographic.press.inspect.run import inspect
from infographic.press.report import as_text
from infographic.profiles import press_profile

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = [(layout, story) for layout in shipped_layouts() for story in STORIES]
TRUE_WARNINGS = {
    # Pictures still to come.
    **{(name, story): {"picture-to-come"} for name in ("broadsheet", "half-page", "tabloid")
       for story in ("data", "bilingual")},
    ("tabloid", "bilingual"): {"picture-to-come", "text-loose"},
    # A photograph of 1,600 pixels, as wide as a poster.
    ("poster", "mountain-trail"): {"picture-coarse"},
}  # fmt: skip
"""What is true of a layout with a story, and of no other pair."""


@pytest.fixture(scope="session")
def work(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small layout whose only words are 5 pt: too small for newsprint."""
    folder = tmp_path_factory.mktemp("gate")
    layout: dict[str, Any] = {
        "extends": "families/daily",
        "press": "newsprint",
        "page": {"width": "80mm", "height": "40mm", "margins": "6mm"},
        "body": {"type": "text", "text": {"$data": "/headline"}, "style": "tiny"},
        "styles": {"tiny": {"based_on": "body", "size": "5pt"}},
    }
    (folder / "small.json").write_text(json.dumps(layout))
    (folder / "story.json").write_text(json.dumps({"headline": "党建联盟"}))
    return folder


@pytest.mark.parametrize(("layout", "story"), SHIPPED, ids=map(":".join, SHIPPED))
def test_shipped_layouts_pass_their_own_press(layout: str, story: str) -> None:
    page = page_or_faults(layout, story)
    if not isinstance(page, ComposedPage):
        assert not meets_needs(layout, story)
        return
    found = page.preflight()
    true = TRUE_WARNINGS.get((layout, story), set())
    assert {str(one) for one in found if one.code not in true} == set()
    assert {one.code for one in found} == true
    assert {str(one.severity) for one in found} <= {"warning"}


@pytest.mark.parametrize("press", ["newsprint", "newsprint-x1a", "insert"])
def test_what_we_write_passes_the_inspection_of_files(press: str) -> None:
    page = compose(ROOT / "examples/single-panel/story.json", "panel", press=press)
    assert inspect(page.pdf(), "panel.pdf", press_profile(press)) == ()


def test_render_refuses_what_the_press_would_not_take(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "small.pdf"
    layout = str(work / "small.json")
    assert run(["render", str(work / "story.json"), "-l", layout, "-o", str(target)]) == 3
    assert not target.exists()
    said = capsys.readouterr().err
    assert "error[text-small]" in said
    assert "found 5 pt, wanted at least 6 pt" in said


def test_a_forced_file_says_so_of_itself(work: Path, tmp_path: Path) -> None:
    target = tmp_path / "small.pdf"
    layout = str(work / "small.json")
    asked = ["render", str(work / "story.json"), "-l", layout, "-o", str(target), "--force"]
    assert run(asked) == 0
    data = target.read_bytes()
    with pikepdf.open(target) as pdf:
        keywords = str(pdf.docinfo["/Keywords"])
        assert "NOT FOR PRESS" in keywords
        assert "text-small" in keywords
        assert keywords in pdf.Root.Metadata.read_bytes().decode()  # type: ignore[operator]
        page = pdf.pages[0]
        assert float(page.mediabox[1]) < float(page.trimbox[1])
    told = {one.code for one in inspect(data, "small.pdf", press_profile("newsprint"))}
    assert told == {"pdf-text-small"}
    assert run(asked) == 0
    assert target.read_bytes() == data


def test_python_asks_the_same_gate(work: Path) -> None:
    page = compose(work / "story.json", work / "small.json")
    with pytest.raises(SpecError) as refused:
        page.pdf()
    assert [one.code for one in refused.value.diagnostics] == ["text-small"]
    assert compose(work / "story.json", work / "small.json", press="proof").pdf()


def test_check_says_and_rings_the_faults(
    work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    proof, layout = tmp_path / "{layout}.png", str(work / "small.json")
    told = ["check", str(work / "story.json"), "-l", layout, "--proof-png", str(proof)]
    assert run([*told, "--diagnostics", "json"]) == 3
    (fault,) = json.loads(capsys.readouterr().out)["diagnostics"]
    assert (fault["code"], fault["pointer"]) == ("text-small", "/headline")
    assert fault["places"][0]["width_mm"] > 0
    (written,) = tmp_path.glob("*.png")
    with Image.open(written) as image:
        trim_height = round(40 / 25.4 * 120)
        assert image.height > trim_height
        x, y = fault["places"][0]["x_mm"], fault["places"][0]["y_mm"]
        corner = (int((x - 1) / 25.4 * 120), int((y - 1) / 25.4 * 120))
        around = image.convert("RGB").crop((corner[0], corner[1], corner[0] + 16, corner[1] + 16))
        reds = sum(
            count for count, (r, g, b) in around.getcolors(999) or [] if r > 180 and g < 60 > b
        )
        assert reds > 20


def test_check_judges_a_pdf_of_any_program(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    good, bad = tmp_path / "good.pdf", tmp_path / "bad.pdf"
    good.write_bytes(clean("x4"))
    bad.write_bytes(clean("insert"))
    assert run(["check", str(good)]) == 0
    assert "may be printed" in capsys.readouterr().out
    proof = tmp_path / "proof.png"
    assert run(["check", str(bad), "--press", "newsprint", "--proof-png", str(proof)]) == 0
    assert "pdf-intent-other" in capsys.readouterr().err
    assert run(["check", str(bad), "--press", "newsprint", "--strict"]) == 3
    assert run(["check", str(bad), "--press", "newsprint-x1a"]) == 3
    assert run(["check", str(tmp_path / "none.pdf")]) == 3
    with Image.open(proof) as image:
        assert image.width == round(300 / 72 * 120)


def test_words_stand_beside_a_picture(tmp_path: Path) -> None:
    story = ROOT / "examples/twelve-stats/story.json"
    target = tmp_path / "card.png"
    assert run(["render", str(story), "-l", "square", "-o", str(target), "--alt-text", "-q"]) == 0
    words = (tmp_path / "card.alt.txt").read_text()
    assert words.startswith("从雪岭源头到澜湾港口")
    assert "96.4%" in words
    assert len(words) < 1010


def test_a_long_image_says_what_its_pictures_show() -> None:
    words = compose(ROOT / "examples/twelve-stats/story.json", "long-image").alt_text()
    assert "金黄的麦田一直铺到天边" in words or words.rstrip().endswith("…")


def test_a_report_for_a_colleague_numbers_the_faults(work: Path) -> None:
    found = compose(work / "story.json", work / "small.json").preflight()
    report = as_text(found, "small.pdf")
    assert report.startswith("small.pdf: 1 error\n\n1. ")
    assert as_text((), "small.pdf") == "small.pdf: nothing to say against it\n"


def test_a_layout_states_its_own_safe_area(tmp_path: Path) -> None:
    layout = {
        "extends": ["families/daily", "families/social"],
        "press": "screen",
        "page": {"width": "400px", "height": "300px", "safe_area": ["80px", "0px", "0px", "0px"]},
        "body": {"type": "text", "text": {"$data": "/headline"}, "style": "body"},
    }
    path = tmp_path / "crop.json"
    path.write_text(json.dumps(layout))
    found = compose({"headline": "党建联盟"}, path).preflight()
    assert [one.code for one in found] == ["safe-area"]
    assert "80 0 0 0 px (the layout)" in found[0].wanted


def test_a_stamp_is_outlines_that_no_reader_takes_for_words(work: Path) -> None:
    import pypdfium2

    data = compose(work / "story.json", work / "small.json").pdf(force=True)
    document = pypdfium2.PdfDocument(io.BytesIO(data))
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "PRESS" not in text
