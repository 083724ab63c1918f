"""Page fill: stories of other lengths fill the page, by the least of what the layout allows."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from stories_of import ROOT, fitted, story_of

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL
from infographic.display.fill import fill_of
from infographic.display.items import Group, TextLine
from infographic.display.page import Page
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Rect
from infographic.loading.settled import with_styles
from infographic.loading.sheet.layouts import read_layout
from infographic.loading.sheet.tuning import UNTUNED, StyleTuning, Tuning
from infographic.page_fill import WIDEST, FilledPage, fit
from infographic.pipeline import compose, draft, settled_layout

LENGTHS = {
    "broadsheet": (2000, 2600, 3700),
    "tabloid": (1600, 2000, 2900),
    "modern/broadsheet": (2000, 3200),
    "modern/tabloid": (1600, 2300),
}
PAGES = [(layout, length) for layout, lengths in LENGTHS.items() for length in lengths]


def body_of(found: FilledPage) -> StyleTuning:
    style = found.layout.sheet.styles["body"]
    own = [tuning for tuning in found.tuning.styles if tuning.name == "body"]
    return own[0] if own else StyleTuning("body", style.size, style.leading)


def boxes(page: Page, name: str) -> list[Rect]:
    return [
        Rect(placed.at.x, placed.at.y, placed.item.clip.width, placed.item.clip.height)
        for placed in page.walk()
        if isinstance(placed.item, Group) and placed.item.name == name and placed.item.clip
    ]


@pytest.mark.parametrize(("layout", "length"), PAGES)
def test_a_fitted_page_is_full_and_its_columns_end_within_a_line(layout: str, length: int) -> None:
    found = fitted(layout, length)
    spec = found.layout.fit
    assert found.fits
    assert found.is_full
    assert found.fill.ragged <= 1
    assert found.fill.short == 0
    assert spec is not None
    assert spec.picture is not None
    [share] = found.fill.pictures
    assert spec.picture[0] - 0.02 <= share <= spec.picture[1] + 0.02


@pytest.mark.parametrize(("layout", "length"), PAGES)
def test_nothing_is_changed_further_than_the_layout_allows(layout: str, length: int) -> None:
    found = fitted(layout, length)
    spec = found.layout.fit
    assert spec is not None
    assert spec.styles is not None
    assert spec.figures is not None
    assert spec.spacing is not None
    size, leading = spec.styles["body"].size, spec.styles["body"].leading
    assert leading is not None
    body = body_of(found)
    assert size[0] <= body.size <= size[1]
    assert leading[0] - 0.002 <= body.leading / body.size <= leading[1] + 0.002
    assert spec.figures[0] <= found.tuning.figures <= spec.figures[1]
    assert spec.spacing[0] <= found.tuning.spacing <= spec.spacing[1]
    assert found.drafts <= 40
    own, columns = found.layout.sheet.columns, with_styles(found.layout, found.tuning.styles)
    assert own is not None
    assert columns.sheet.columns is not None
    # Columns of whole characters: one fewer of them would go into every gutter.
    assert columns.sheet.columns.gutter <= WIDEST * own.gutter


@pytest.mark.parametrize("layout", LENGTHS)
def test_more_characters_never_get_a_larger_body(layout: str) -> None:
    bodies = [body_of(fitted(layout, length)) for length in LENGTHS[layout]]
    assert all(
        later.size <= sooner.size and later.leading <= sooner.leading
        for sooner, later in pairwise(bodies)
    )
    assert bodies[0].size > bodies[-1].size or layout == "modern/tabloid"


def test_an_overset_story_fits_once_it_is_fitted() -> None:
    with pytest.raises(SpecError, match="too long"):
        compose(story_of(2900), "tabloid", root=ROOT)
    assert fitted("tabloid", 2900).fits


def test_a_page_that_is_full_is_left_as_it_is() -> None:
    found = fitted("broadsheet", 2200)
    assert found.tuning == UNTUNED
    assert not found.is_changed
    assert found.page.dump() == compose(story_of(2200), "broadsheet", root=ROOT).dump()


def saved(tmp_path: Path, length: int = 1800, layout: str = "broadsheet") -> tuple[Path, Path]:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(story_of(length)))
    target = tmp_path / "fitted.json"
    assert run(["fit", str(story), "-l", layout, "--save", str(target)]) == MADE
    return story, target


def test_the_saved_layout_renders_the_fitted_page_to_the_byte(tmp_path: Path) -> None:
    story, target = saved(tmp_path)
    found = fitted("broadsheet", 1800)
    assert found.is_changed
    again = compose(story, str(target))
    assert again.pdf(force=True) == found.page.pdf(force=True)
    assert again.png() == found.page.png()
    assert again.png() != draft(story, "broadsheet").png()


def test_fitting_what_was_fitted_changes_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, target = saved(tmp_path)
    capsys.readouterr()
    twice = tmp_path / "twice.json"
    assert run(["fit", str(story), "-l", str(target), "--save", str(twice)]) == MADE
    assert "already full" in capsys.readouterr().out
    first, second = json.loads(target.read_text()), json.loads(twice.read_text())
    assert first["extends"] == "broadsheet"
    assert second == {"extends": "fitted.json", "tune": first["tune"]}


def test_a_saved_tune_replaces_the_one_it_extends(tmp_path: Path) -> None:
    _, target = saved(tmp_path)
    plain = tmp_path / "plain.json"
    plain.write_text('{"extends": "fitted.json", "tune": {}}')
    assert settled_layout(read_layout(str(target))).tuning != UNTUNED
    assert settled_layout(read_layout(str(plain))).tuning == UNTUNED


def test_the_body_takes_the_styles_of_its_line_grid_with_it() -> None:
    settled = settled_layout(read_layout("broadsheet"))
    page = draft(
        story_of(1800), "broadsheet", root=ROOT,
        tuning=Tuning((StyleTuning("body", 9.5, 14.5),)),
    )  # fmt: skip
    assert settled.sheet.styles["lead"].leading == settled.sheet.styles["body"].leading
    [tuned] = (settled.retuned[(StyleTuning("body", 9.5, 14.5),)].sheet.styles["lead"],)
    assert (tuned.size, tuned.leading) == (9.5, 14.5)
    # Columns of whole characters are counted in the new size.
    assert page.page.columns[0][1] / 9.5 == pytest.approx(round(page.page.columns[0][1] / 9.5))
    # What a layout came to with other styles is not met by the next story.
    assert draft(story_of(1800), "broadsheet", root=ROOT).page.columns[0][1] == 180


def test_pictures_of_no_given_height_grow_and_gaps_do() -> None:
    plain, tall, wide = (
        draft(story_of(2000), "tabloid", root=ROOT, tuning=tuning).page
        for tuning in (UNTUNED, Tuning(figures=1.5), Tuning(spacing=1.3))
    )
    # The first is the main picture, which takes what the others leave.
    assert boxes(tall, "picture")[1].height > boxes(plain, "picture")[1].height + 10
    assert boxes(tall, "picture")[0].height < boxes(plain, "picture")[0].height
    assert boxes(wide, "picture")[0].height < boxes(plain, "picture")[0].height


def test_a_spread_article_of_no_given_height_reaches_its_foot() -> None:
    plain, spread = (
        fill_of(draft(story_of(2300), "broadsheet", root=ROOT, tuning=tuning).page)
        for tuning in (UNTUNED, Tuning(spread=True))
    )
    assert plain.ragged == 1
    assert spread.empty == 0


def test_no_line_is_spread_between_a_lead_and_its_words_where_others_may_be() -> None:
    found = fitted("tabloid", 2000)
    assert found.tuning.spread
    leading = body_of(found).leading
    leads = [n for n, part in enumerate(story_of(2000)["body"]) if isinstance(part, dict)]
    lines: dict[str, list[tuple[float, float]]] = {}
    for placed in found.page.page.walk():
        if isinstance(placed.item, TextLine):
            lines.setdefault(placed.origin.pointer, []).append(placed.at)
    close = 0
    for n in leads:
        head = next(at for pointer, at in lines.items() if pointer.startswith(f"/body/{n}/"))
        words = lines[f"/body/{n + 1}"]
        close += words[0][1] - head[-1][1] == pytest.approx(leading, abs=0.01)
    assert close == len(leads)


def test_the_smallest_type_of_the_press_is_the_least_that_is_tried(tmp_path: Path) -> None:
    press = tmp_path / "coarse.json"
    press.write_text('{"extends": "newsprint", "type": {"positive": "8.9pt"}}')
    found = fit(story_of(3200), "modern/broadsheet", root=ROOT, press=press)
    assert body_of(fitted("modern/broadsheet", 3200)).size < 8.9
    assert body_of(found).size >= 8.9


def test_a_story_that_nothing_makes_fit_is_told_with_its_characters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story, layout = tmp_path / "story.json", tmp_path / "tight.json"
    story.write_text(json.dumps(story_of(3000)))
    styles = {"body": {"size": ["9pt", "9.2pt"], "leading": [1.44, 1.6]}}
    allowed = {"figures": [1, 1], "spacing": [1, 1], "styles": styles}
    layout.write_text(json.dumps({"extends": "tabloid", "fit": allowed}))
    output = tmp_path / "page.png"
    call = ["fit", str(story), "-l", str(layout), "-o", str(output)]
    assert run(call) == BAD_INPUT
    said = capsys.readouterr()
    over = fit(story, str(layout)).over
    assert over > 0
    assert f"{over} characters too long" in said.out
    assert f"{over} characters" in said.err
    assert not output.exists()


def test_fit_says_what_it_changed_and_writes_the_page(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(story_of(2000)))
    output = tmp_path / "page.png"
    assert run(["fit", str(story), "-l", "broadsheet", "-o", str(output)]) == MADE
    body = body_of(fitted("broadsheet", 2000))
    said = capsys.readouterr().out
    assert f"body 9 → {body.size:g} pt on {body.leading:g} pt" in said
    assert "5 columns level" in said
    assert output.read_bytes() == fitted("broadsheet", 2000).page.png()


def test_fit_says_it_as_json(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    story = tmp_path / "story.json"
    story.write_text(json.dumps(story_of(2000)))
    assert run(["fit", str(story), "-l", "broadsheet", "--diagnostics", "json"]) == MADE
    said: dict[str, Any] = json.loads(capsys.readouterr().out)
    assert (said["fits"], said["full"], said["changed"]) == (True, True, True)
    assert said["tune"]["styles"]["body"]["size"] == f"{body_of(fitted('broadsheet', 2000)).size}pt"
    assert said["over"] == 0
    assert said["ragged"] <= 1


def test_a_layout_without_fit_says_so(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["fit", str(ROOT / "data.json"), "-l", "square"]) == MADE
    assert "no “fit”" in capsys.readouterr().out


@pytest.mark.parametrize("options", [["--save", "page.txt"], ["-o", "page.doc"]])
def test_a_wrong_name_is_a_wrong_call(options: list[str]) -> None:
    assert run(["fit", str(ROOT / "data.json"), "-l", "square", *options]) == WRONG_CALL


def test_one_layout_is_fitted_at_a_time() -> None:
    assert run(["fit", str(ROOT / "data.json"), "-l", "square", "-l", "tabloid"]) == WRONG_CALL


def test_where_the_page_cannot_be_written_no_layout_is_saved(tmp_path: Path) -> None:
    target, output = tmp_path / "fitted.json", tmp_path / "nowhere.png"
    output.mkdir()
    call = ["fit", str(ROOT / "data.json"), "-l", "square", "-o", str(output)]
    assert run([*call, "--save", str(target)]) != MADE
    assert not target.exists()


def test_a_layout_is_never_saved_over_itself(tmp_path: Path) -> None:
    story, target = saved(tmp_path)
    before = target.read_bytes()
    assert run(["fit", str(story), "-l", str(target), "--save", str(target)]) == BAD_INPUT
    assert target.read_bytes() == before


def test_a_layout_is_never_saved_over_its_story_nor_over_what_it_extends(tmp_path: Path) -> None:
    story, base = saved(tmp_path)
    further = tmp_path / "further.json"
    further.write_text(json.dumps({"extends": f"./{base.name}"}))
    for file in (story, base):
        before = file.read_bytes()
        assert run(["fit", str(story), "-l", str(further), "--save", str(file)]) == BAD_INPUT
        assert file.read_bytes() == before


@pytest.mark.parametrize(
    ("fields", "code", "pointer"),
    [
        ('"fit": {"figures": [1.2, 0.9]}', "value-range", "/fit/figures"),
        ('"fit": {"styles": {"bodi": {"size": ["8pt", "9pt"]}}}', "style-unknown",
         "/fit/styles/bodi"),
        ('"fit": {"styles": {"body": {"size": ["8pt", "9pt"], "scales": ["subhed"]}}}',
         "style-unknown", "/fit/styles/body/scales"),
        ('"tune": {"styles": {"bodi": {"size": "9pt"}}}', "style-unknown", "/tune/styles/bodi"),
        ('"tune": {"styles": {"body": {"leading": "2pt"}}}', "value-range",
         "/tune/styles/body/leading"),
    ],
)  # fmt: skip
def test_a_wrong_fit_or_tune_is_told_at_its_place(
    tmp_path: Path, fields: str, code: str, pointer: str
) -> None:
    layout = tmp_path / "wrong.json"
    layout.write_text(f'{{"extends": "broadsheet", {fields}}}')
    with pytest.raises(SpecError) as raised:
        compose(ROOT / "data.json", str(layout))
    [found] = raised.value.diagnostics
    assert (found.code, found.origin.pointer) == (code, pointer)


def test_a_layout_of_two_pages_is_filled_on_both() -> None:
    layout = str(ROOT / "examples" / "two-pages" / "layout.json")
    plain = draft(story_of(1650), layout, root=ROOT)
    assert fill_of(*(each.page for each in plain.pages)).short >= 1
    found = fitted(layout, 1650)
    assert found.fits
    assert found.is_full
    assert len(found.page.pages) == 2
    assert found.fill == fill_of(*(each.page for each in found.page.pages))
    assert found.fill.ragged <= 1
