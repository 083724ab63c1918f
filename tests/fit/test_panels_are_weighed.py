"""Page fill: a panel that stands empty is a fault of fullness, as a picture too high is."""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from stories_of import ROOT, story_of

from infographic.cli import run
from infographic.commands.shared.exit_codes import MADE
from infographic.composed import ComposedPage
from infographic.display.fill import Fill, fill_of
from infographic.display.items import TextLine
from infographic.foundation.diagnostics import SpecError
from infographic.page_fill import FilledPage, fit
from infographic.pipeline import draft

NUMBERS = {"type": "stats", "stats": {"$data": "/panels/0/stats"}, "style": "label",
           "value_style": "value", "form": "stacked"}  # fmt: skip
PICTURE = {"type": "figure", "figure": {"$data": "/figures/0"}, "smallest": "60pt"}
BODY = {
    "type": "article",
    "body": {"$data": "/body"},
    "style": "body",
    "columns": 4,
    "gutter": "14pt",
}
FIT = {
    "styles": {"body": {"size": ["9pt", "11pt"], "step": "0.25pt", "leading": [1.5, 1.7]}},
    "picture": [0.25, 4],
}


def layout(fit: dict[str, Any] | None = None, content: Any = NUMBERS) -> dict[str, Any]:
    """A picture and a panel of numbers in what height the body leaves."""
    return {
        "extends": "families/daily",
        "page": {"width": "600pt", "height": "800pt", "margins": "20pt"},
        "fit": FIT | (fit or {}),
        "body": {
            "type": "grid", "areas": ["photo panel", "body body"], "columns": ["1fr", "1fr"],
            "gutter": "14pt", "row_gap": "14pt", "rows": ["rest 120pt", "auto"],
            "children": {"photo": PICTURE, "panel": {"type": "panel", "content": content},
                         "body": BODY},
        },
    }  # fmt: skip


def story(stats: int) -> dict[str, Any]:
    told = story_of(900)
    items = [{"label": f"第{n}项", "value": 20 + n, "unit": "个"} for n in range(1, stats + 1)]
    told["panels"] = [{"stats": items}]
    return told


@cache
def fitted(stats: int, text: str) -> FilledPage:
    return fit(story(stats), json.loads(text), root=ROOT)


def made(stats: int, **fit: Any) -> FilledPage:
    return fitted(stats, json.dumps(layout(fit)))


def plain(stats: int, content: Any = NUMBERS) -> Fill:
    return fill_of(draft(story(stats), layout(content=content), root=ROOT).page)


def test_a_set_of_numbers_says_what_of_its_height_it_leaves_empty() -> None:
    (few,), (many,) = plain(2).panels, plain(5).panels
    assert few > 0.6
    assert many < few - 0.2


def test_a_panel_says_what_its_words_leave_empty() -> None:
    content = {"type": "stat", "stat": {"$data": "news"}, "style": "label"}
    (empty,) = plain(2, content).panels
    assert empty > 0.8


def test_a_panel_that_is_as_high_as_it_likes_leaves_nothing_empty() -> None:
    page = layout()
    page["body"]["rows"] = ["auto", "auto"]
    page["body"]["children"]["photo"] = {"type": "spacer"}
    (empty,) = fill_of(draft(story(2), page, root=ROOT).page).panels
    assert empty < 0.05


def test_the_body_grows_until_the_panel_beside_the_picture_is_full() -> None:
    empty = plain(4).panels[0]
    found = made(4, panel=empty - 0.06)
    assert found.fill.panels[0] <= empty - 0.06 + 0.02
    assert [style.name for style in found.tuning.styles] == ["body"]
    # The picture alone asks for nothing.
    assert made(4, panel=1.0).tuning.styles == ()


def test_numbers_grow_before_anything_else_does() -> None:
    found = made(4, panel=0.25, numbers=[1, 2.5])
    assert found.tuning.numbers > 1
    assert found.tuning.styles == ()
    assert found.fill.panels[0] <= 0.25 + 0.02
    assert found.is_full


def test_numbers_grow_no_further_than_is_needed() -> None:
    narrow, wide = (made(4, panel=most, numbers=[1, 2.5]) for most in (0.25, 0.45))
    assert 1 < wide.tuning.numbers < narrow.tuning.numbers


def test_numbers_of_a_full_panel_keep_their_size() -> None:
    assert made(4, panel=0.9, numbers=[1, 2.5]).tuning.numbers == 1


def test_what_does_not_make_the_panel_fuller_is_not_done() -> None:
    """Its row is as high as it is written, whatever the body does."""
    page = layout({"panel": 0.1})
    grid = page["body"]
    grid["areas"], grid["rows"] = (
        ["panel panel", "photo photo", "body body"],
        ["200pt", *grid["rows"]],
    )
    found = fit(story(1), page, root=ROOT)
    assert found.tuning.styles == ()
    assert not found.is_full


def sizes(page: ComposedPage) -> list[float]:
    return sorted(
        run.size
        for placed in page.page.walk()
        if isinstance(placed.item, TextLine) and "/value" in placed.origin.pointer
        for _, run in placed.item.runs
    )


def test_a_saved_layout_has_its_numbers_as_large(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told, page, target = (tmp_path / f"{name}.json" for name in ("story", "page", "fitted"))
    told.write_text(json.dumps(story(4)))
    page.write_text(json.dumps(layout({"panel": 0.25, "numbers": [1, 2.5]})))
    assert run(["fit", str(told), "-l", str(page), "--save", str(target)]) == MADE
    assert "numbers × " in capsys.readouterr().out
    found = made(4, panel=0.25, numbers=[1, 2.5])
    assert json.loads(target.read_text())["tune"] == {"numbers": found.tuning.numbers}
    again = draft(told, str(target))
    assert sizes(again) == sizes(found.page)
    assert fill_of(again.page).panels == found.fill.panels


def test_an_empty_panel_that_nothing_fills_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    told, page = tmp_path / "story.json", tmp_path / "page.json"
    told.write_text(json.dumps(story(1)))
    page.write_text(json.dumps(layout({"panel": 0.05})))
    assert run(["fit", str(told), "-l", str(page)]) == MADE
    said = capsys.readouterr().out
    assert "a panel is " in said
    assert "% empty; not full" in said


def test_bounds_the_wrong_way_round_are_told() -> None:
    with pytest.raises(SpecError) as raised:
        draft(story(2), layout({"numbers": [2, 1]}), root=ROOT)
    assert raised.value.diagnostics[0].origin.pointer == "/fit/numbers"
