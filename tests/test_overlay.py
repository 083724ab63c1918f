"""The proof overlay: grid, frames, block names and overset marks, where they belong."""

from __future__ import annotations

import io
import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PIL import Image
from small_pages import SQUARE, STYLES, composed, layout_of, lines

from infographic.backends.overlay.draw import FULL, INKS, OVER, SPARE, outlines_of, overlaid
from infographic.backends.overlay.guides import AREA, GRID, grid_lines
from infographic.backends.overlay.labels import Labels
from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL
from infographic.composed import ComposedPage
from infographic.display.blocks import PlacedBlock
from infographic.display.extents import extent
from infographic.display.items import Group, Placed
from infographic.display.notes import PlacedNote, Reckoned, Tally, TextFrame
from infographic.display.page import Page
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.pipeline import compose, draft

WORDS = {"type": "text", "text": "一二三四", "style": "s"}
PAGE = {"margins": "20pt", "baseline": "12pt"}
PPI = 144.0


def page_of(page: Mapping[str, Any] | None = None, height: float | None = 400) -> ComposedPage:
    """A page of a line of words, whose block says nothing of how full it is."""
    made = composed(WORDS, 300, height, page={**PAGE, **(page or {})})
    blocks = tuple(replace(block, notes=()) for block in made.page.blocks)
    return replace(made, page=replace(made.page, blocks=blocks))


def with_frame(tally: Tally, page: Page | None = None) -> Page:
    """A page with a frame of words 100 × 50 pt at (40, 200)."""
    page = page or page_of().page
    at, size = Point(40, 200), Size(100, 50)
    frame = PlacedNote(at, TextFrame(size, Reckoned(tally)), BUILT_IN)
    items = (Placed(at, Group((), name="article"), BUILT_IN),)
    block = PlacedBlock(
        "article", Rect(*at, *size), BUILT_IN, items, (), (frame,), (len(page.items),)
    )
    return replace(page, items=(*page.items, *items), blocks=(*page.blocks, block))


def drawn(page: Page, ppi: float = PPI) -> Image.Image:
    """The overlay over bare paper."""
    paper = io.BytesIO()
    size = tuple(round(side * ppi / 72) for side in page.trim)
    Image.new("RGB", size, "white").save(paper, "PNG")
    return Image.open(io.BytesIO(overlaid(paper.getvalue(), page, ppi))).convert("RGB")


def color(ink: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(ink.removeprefix("#")))


def pixel(picture: Image.Image, x: float, y: float) -> tuple[int, ...]:
    """The colour at a place in points."""
    found = picture.getpixel((round(x * PPI / 72), round(y * PPI / 72)))
    assert isinstance(found, tuple)
    return found


# Guides


def test_the_page_keeps_its_type_area_grid_and_columns() -> None:
    page = page_of({"columns": 2, "gutter": "20pt", "measure_style": "s"}).page
    assert page.type_area == Rect(20, 20, 260, 360)
    assert page.grid == 12
    assert page.columns == ((20, 120), (160, 120))


def test_an_automatic_pages_type_area_ends_at_its_margin() -> None:
    page = page_of(height=None).page
    assert page.type_area is not None
    assert page.trim.height - page.type_area.bottom == 20


def test_every_tenth_grid_line_is_strong_and_the_others_are_paler() -> None:
    picture = drawn(page_of().page)
    assert pixel(picture, 250, 20 + 10 * 12) == GRID
    # At 120 of 255 over white.
    assert pixel(picture, 250, 20 + 9 * 12) == (135, 217, 247)
    assert pixel(picture, 250, 20 + 9 * 12 + 6) == (255, 255, 255)


def test_a_grid_lines_number_stands_in_the_margin() -> None:
    picture = drawn(page_of().page)
    margin = picture.crop((0, 2 * (140 - 6), 2 * 20 - 2, 2 * (140 + 6)))
    assert GRID in {margin.getpixel((x, y)) for x in range(margin.width) for y in range(24)}


def test_an_articles_lines_stand_on_the_grid_that_is_drawn() -> None:
    article = {
        "type": "article", "body": ["一二三四五六七八九十" * 6], "style": "body", "columns": 2,
        "gutter": "20pt",
    }  # fmt: skip
    above = {"type": "spacer", "height": "31pt"}
    page = composed({"type": "stack", "children": [above, article]}, 300, 400, page=PAGE)
    drawn_at = {round(y, 2) for _, y in grid_lines(page.page)}
    set_at = {line.y for line in lines(page)}
    assert len(set_at) > 2
    assert set_at <= drawn_at


def test_the_grid_is_counted_from_the_type_areas_top_to_its_foot() -> None:
    numbered = list(grid_lines(page_of().page))
    assert numbered[0] == (1, 32)
    assert numbered[-1] == (30, 380)
    assert list(grid_lines(replace(page_of().page, grid=0.0))) == []


def test_the_type_area_is_outlined_in_magenta() -> None:
    picture = drawn(page_of().page)
    assert pixel(picture, 20, 200) == pixel(picture, 280, 200) == AREA
    assert pixel(picture, 150, 380) == AREA


def test_a_column_has_a_tint_that_its_gutter_has_not() -> None:
    page = page_of({"columns": 2, "gutter": "20pt", "measure_style": "s"}).page
    picture = drawn(page)
    assert pixel(picture, 80, 206) != (255, 255, 255)
    assert pixel(picture, 150, 206) == (255, 255, 255)


def test_what_a_platform_covers_is_shaded() -> None:
    page = replace(page_of().page, safe_area=Insets(top=60))
    assert pixel(drawn(page), 5, 5) != (255, 255, 255)
    assert pixel(drawn(page), 5, 90) == (255, 255, 255)


# Frames


def test_a_block_is_outlined_at_its_corner_in_its_kinds_colour() -> None:
    page = with_frame(Tally(8))
    picture = drawn(page)
    for x, y in ((140, 200), (140, 250), (40, 225), (140, 225)):
        assert pixel(picture, x, y) == color(INKS["article"])
    assert pixel(picture, 90, 223) == (255, 255, 255)


def test_a_block_without_a_frame_is_as_large_as_its_words_em_boxes() -> None:
    (frame,) = outlines_of(page_of().page)
    # The first baseline stands at 9.8 below the margin; four characters of 10 pt.
    assert frame.name == "text"
    assert tuple(frame.box) == pytest.approx((20, 21, 40, 10))


def test_a_clip_bounds_what_a_group_holds() -> None:
    (placed,) = page_of().page.items
    group = Group((placed,), clip=Size(50, 50))
    assert extent(Placed(Point(0, 0), group, BUILT_IN)) == pytest.approx((20, 21, 30, 10))


def test_a_label_leads_to_the_words_in_the_story() -> None:
    body = {
        "type": "stack",
        "children": [
            {"type": "stats", "stats": {"$data": "/panels/0/stats"}, "style": "value"},
            {"type": "text", "text": {"$data": "/headline"}, "style": "s"},
        ],
    }
    story = {"panels": [{"stats": [{"text": "一**1**个"}, {"text": "二**2**个"}]}]}
    page = composed(body, 300, story=story).page
    labels = [frame.label for frame in outlines_of(page)]
    # A stat in its list item is one frame, not two.
    assert labels == [
        "stats /panels/0/stats", "stat /panels/0/stats/0/text",
        "stat /panels/0/stats/1/text",
        "text /headline",
    ]  # fmt: skip


def test_a_figures_label_leads_to_the_figure_and_not_to_its_caption() -> None:
    figure = {"type": "figure", "figure": {"$data": "/figures/0"}, "ratio": "2:1",
              "caption_style": "caption", "placeholder_style": "caption"}  # fmt: skip
    page = composed(figure, 300, story={"figures": [{"caption": "一二三"}]}).page
    assert "figure /figures/0" in [frame.label for frame in outlines_of(page)]


def test_labels_of_one_frame_do_not_lie_on_one_another_or_on_words() -> None:
    from PIL import ImageDraw

    picture = Image.new("RGB", (400, 400))
    words = [Rect(100, 80, 60, 20)]
    labels = Labels(ImageDraw.Draw(picture), Size(400, 400), words)
    frame = Rect(100, 100, 200, 60)
    places = [labels.put("article", frame, "#123456", 11) for _ in range(6)]
    boxes = [*places, *words]
    for number, one in enumerate(boxes):
        for other in boxes[number + 1 :]:
            assert (
                one.right <= other.x or other.right <= one.x
                or one.bottom <= other.y or other.bottom <= one.y
            )  # fmt: skip


# How full they are


def test_a_frame_with_too_many_words_has_a_red_bar_along_its_foot() -> None:
    picture = drawn(with_frame(Tally(100, over=37)))
    assert pixel(picture, 50, 249.5) == pixel(picture, 130, 249.5) == color(OVER)
    assert pixel(picture, 50, 240) != color(OVER)


def test_a_frame_with_empty_lines_has_an_amber_bar_and_a_full_one_none() -> None:
    assert pixel(drawn(with_frame(Tally(9, spare_lines=2))), 50, 249.5) == color(SPARE)
    assert pixel(drawn(with_frame(Tally(9))), 50, 249) == (255, 255, 255)


@pytest.mark.parametrize(
    ("tally", "ink"), [(Tally(9, over=3), OVER), (Tally(9, spare_lines=3), SPARE), (Tally(9), FULL)]
)
def test_a_frame_has_a_flag_in_the_colour_of_its_state(tally: Tally, ink: str) -> None:
    picture = drawn(with_frame(tally))
    below = picture.crop((2 * 60, 2 * 251, 2 * 141, 2 * 256))
    found = {below.getpixel((x, y)) for x in range(below.width) for y in range(below.height)}
    assert color(ink) in found
    assert {color(other) for other in (OVER, SPARE, FULL)} & found == {color(ink)}


def test_a_line_spread_until_it_has_holes_has_an_amber_wave_under_it() -> None:
    # A number and its unit are not parted: the line before them has four characters for seven.
    body = {"type": "text", "text": "国国国国国12345公里国国国国国国", "style": "body"}
    loose, close = (composed(body, width).page for width in (83, 120))
    assert color(SPARE) in {one for _, one in drawn(loose).getcolors(1 << 20) or ()}
    assert color(SPARE) not in {one for _, one in drawn(close).getcolors(1 << 20) or ()}


# As a file


def test_the_overlay_has_the_pngs_pixels_and_is_the_same_bytes_twice() -> None:
    page = page_of()
    png, overlay = Image.open(io.BytesIO(page.png())), Image.open(io.BytesIO(page.overlay()))
    assert overlay.size == png.size
    assert page.overlay() == page.overlay()
    assert Image.open(io.BytesIO(page.overlay(ppi=36))).size == (150, 200)


def test_a_tiles_grid_is_that_of_the_whole_page() -> None:
    page = composed({"type": "stack", "children": [WORDS] * 10}, 100, page=PAGE)
    first, second = page.tiles(100)[:2]
    below = {round(y + first.page.trim.height, 3) for _, y in grid_lines(second.page)}
    assert below
    assert below <= {round(y, 3) for _, y in grid_lines(page.page)}


# Pages that are overset


OVERSET = {**WORDS, "text": "一二三四五六七八九十" * 20}


def test_a_draft_keeps_the_faults_that_compose_raises() -> None:
    layout = layout_of(OVERSET, 100, 50)
    with pytest.raises(SpecError) as raised:
        compose({"headline": "大事"}, layout)
    page = draft({"headline": "大事"}, layout)
    assert [fault.code for fault in raised.value.diagnostics] == ["overset"]
    assert {fault.layout for fault in raised.value.diagnostics} == {"small"}
    assert "overset" in [fault.code for fault in page.diagnostics]
    assert page.overlay().startswith(b"\x89PNG")


# The command


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    for name, body in (("fits", WORDS), ("over", OVERSET)):
        layout = {
            "page": {"width": "100px", "height": "50px"},
            "fonts": {"f": SQUARE},
            "styles": STYLES,
            "body": body,
            "underset": 2,
        }
        (tmp_path / f"{name}.json").write_text(json.dumps(layout), encoding="utf-8")
    (tmp_path / "story.json").write_text('{"headline": "大事"}', encoding="utf-8")
    return tmp_path


@pytest.fixture
def framed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every page has a frame with five empty lines and one with 37 characters too many."""
    from infographic import pipeline

    def with_frames(*args: Any, **more: Any) -> list[Page]:
        (page,) = make_up(*args, **more)
        return [with_frame(Tally(80, over=37, remedy="take 37 out"), with_frame(SHORT, page))]

    make_up = pipeline.make_up
    monkeypatch.setattr(pipeline, "make_up", with_frames)


SHORT = Tally(20, lines=9, spare_lines=5, spare=44)


def check(*arguments: str) -> int:
    return run(["check", "story.json", *arguments])


def test_check_writes_the_overlay_also_of_a_page_that_is_overset(folder: Path) -> None:
    asked = ("-l", "fits.json", "-l", "over.json", "--overlay", "made/{layout}.png")
    assert check(*asked) == BAD_INPUT
    assert [Image.open(folder / f"made/{name}.png").size for name in ("fits", "over")] == [
        (100, 50)
    ] * 2


def test_check_lists_the_frames_that_are_not_full(
    folder: Path, framed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    check("-l", "over.json")
    said = capsys.readouterr().out
    assert "over: article  欠5行\n" in said
    assert "over: article  超37字  take 37 out\n" in said


def test_json_has_the_ledger_of_an_overset_page(
    folder: Path, framed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    check("-l", "over.json", "--diagnostics", "json")
    # The words' own block comes first.
    _, spare, over = json.loads(capsys.readouterr().out)["ledger"]["over"]
    assert (spare["said"], spare["spare"], spare["x"], spare["height"]) == ("欠5行", 44, 40, 50)
    assert (over["said"], over["remedy"]) == ("超37字", "take 37 out")


def test_more_empty_lines_than_the_layout_allows_stop_a_strict_run(
    folder: Path, framed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("-l", "fits.json", "--press", "proof") == MADE
    assert "warning[underset]: 5 of 9 lines of the article stand empty" in capsys.readouterr().err
    assert check("-l", "fits.json", "--press", "proof", "--strict") == BAD_INPUT
    render = ["render", "story.json", "-l", "fits.json", "--press", "proof", "-o", "a.png"]
    assert run([*render, "--strict"]) == BAD_INPUT
    assert not (folder / "a.png").exists()


def test_as_many_empty_lines_as_the_layout_allows_pass(
    folder: Path, framed: None, capsys: pytest.CaptureFixture[str]
) -> None:
    path = folder / "fits.json"
    path.write_text(path.read_text().replace('"underset": 2', '"underset": 5'))
    assert check("-l", "fits.json", "--press", "proof", "--strict") == MADE
    assert "underset" not in capsys.readouterr().err


def test_a_pdf_has_no_overlay(folder: Path) -> None:
    assert run(["check", "page.pdf", "--overlay", "a.png"]) == WRONG_CALL


@pytest.mark.parametrize("option", ["--overlay", "--proof-png"])
def test_what_would_be_a_png_under_a_wrong_name_is_refused(folder: Path, option: str) -> None:
    for name in ("made/page.pdf", "made", "made/"):
        assert check("-l", "fits.json", option, name) == WRONG_CALL
    assert not (folder / "made").exists()


@pytest.mark.parametrize("option", ["--overlay", "--proof-png"])
def test_the_pages_of_several_layouts_are_not_written_over_one_another(
    folder: Path, option: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check("-l", "fits.json", "-l", "over.json", option, "made/a.png") == WRONG_CALL
    assert "made/{layout}.png" in capsys.readouterr().err
    assert not (folder / "made").exists()
