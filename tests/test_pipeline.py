"""The stages of the path from two files to a page, each by itself."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from small_pages import layout_of

from infographic import bound_pages, pipeline
from infographic.blocks.text import Text
from infographic.foundation.datum import BUILT_IN
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.sayings import say
from infographic.loading.decoded_story import decode_story
from infographic.loading.sheet.tuning import StyleTuning, Tuning
from infographic.make_up import make_up

STORY: dict[str, Any] = {
    "headline": "大\n事",
    "language": "zh-Hant",
    "publication": {"name": "日报", "date": "2026年"},
    "deck": "副题",
    "body": ["一段。"],
}
TEXT = {"type": "text", "text": {"$data": "/headline"}, "style": "s"}


def files_of(body: dict[str, Any] = TEXT, story: dict[str, Any] = STORY, **more: Any) -> Any:
    return pipeline.read_files(story, layout_of(body, 90, None, **more), {})


def codes(caught: pytest.ExceptionInfo[SpecError]) -> list[str]:
    return [one.code for one in caught.value.diagnostics]


def decoded(files: bound_pages.Files, **options: Any) -> pipeline.DecodedPages:
    story = decode_story(files.story)
    return pipeline.decode_pages(files, story, bound_pages.bind_pages(files), **options)


def test_reading_finds_the_press_profile_that_the_page_asks_for() -> None:
    files = pipeline.read_files(STORY, layout_of(TEXT, 90, None), {"press": "proof"})
    assert (files.press, files.press_at.file) == ("proof", "--press")
    with pytest.raises(SpecError) as caught:
        pipeline.read_files(STORY, layout_of(TEXT, 90, None), {"press": "prof"})
    assert codes(caught) == ["press-unknown"]


def test_a_story_that_lacks_what_the_layout_needs_is_refused() -> None:
    with pytest.raises(SpecError) as caught:
        bound_pages.read_and_bind(files_of(needs={"/figures": {"min": 1}}))
    assert codes(caught) == ["layout-needs"]
    assert caught.value.diagnostics[0].layout == "small"


def test_binding_tells_what_of_the_story_is_shown_and_leaves_nodes_as_they_are() -> None:
    files = files_of()
    bound = bound_pages.bind_pages(files)
    assert bound.used == {"/headline"}
    (body,) = bound.bodies
    assert body.value["text"] is files.story.value["headline"]  # type: ignore[index,call-overload]


def test_binding_refuses_to_leave_out_a_must() -> None:
    panels = [{"stats": [{"value": 1, "label": "数", "priority": "must"}]}]
    with pytest.raises(SpecError) as caught:
        bound_pages.bind_pages(files_of(story={**STORY, "panels": panels}))
    assert codes(caught) == ["must-left-out"]


def test_what_is_wrong_in_a_story_is_said_before_what_a_layout_misses() -> None:
    with pytest.raises(SpecError) as caught:
        pipeline.draft({"headline": 3}, layout_of({**TEXT, "text": {"$data": "/none"}}, 90, None))
    assert codes(caught) == ["value-kind"]


def test_decoding_plans_a_page_with_its_blocks() -> None:
    (plan,) = decoded(files_of()).plans
    assert isinstance(plan.body, Text)
    assert (plan.title, plan.language, plan.slug) == ("大 事", "zh-Hant", "日报  2026年")
    assert (plan.width, plan.height, plan.ppi) == (90, None, 72)


def test_decoding_goes_by_the_tuning_it_is_given() -> None:
    tuning = Tuning(styles=(StyleTuning("s", 8.0, 12.0),), figures=0.5, spread=True)
    (plan,) = decoded(files_of(), tuning=tuning, trial=True).plans
    assert isinstance(plan.body, Text)
    assert plan.body.style.size == 8.0
    assert (plan.givens.figures, plan.givens.spread, plan.givens.trial) == (0.5, True, True)


def test_all_that_is_doubtful_is_said_in_the_order_of_the_stages() -> None:
    files = files_of()
    bound = bound_pages.bind_pages(files)
    pages = decoded(files)
    doubt = Diagnostic(say("markup-stray", mark="*", last="*"), BUILT_IN, severity=Severity.WARNING)
    fault = Diagnostic(say("overset/columns-begun", over=3, rows=1, count=2), BUILT_IN)
    (made,) = make_up(pages.plans)
    made = replace(made, faults=(fault,))
    doubtful = pages._replace(doubts=(doubt,))
    said = [
        one.code for one in pipeline.composed_page(files, bound, doubtful, [made], ()).diagnostics
    ]
    assert said == ["markup-stray", "overset", "story-unused", "story-unused"]
    trial = pipeline.composed_page(files, bound, doubtful, [made], (), trial=True).diagnostics
    assert [one.code for one in trial] == ["markup-stray", "overset"]


def test_what_is_wrong_on_two_pages_alike_is_said_once() -> None:
    files = files_of()
    bound, pages = bound_pages.bind_pages(files), decoded(files)
    saying = say("glyph-missing", style="s", characters="甲", codes="U+7532", faces=("a", "b"))
    fault = Diagnostic(saying, BUILT_IN)
    (made,) = make_up(pages.plans)
    two = [replace(made, faults=(fault,))] * 2
    twice = pages._replace(plans=pages.plans * 2)
    said = pipeline.composed_page(files, bound, twice, two, (), trial=True)
    assert [one.code for one in said.diagnostics] == ["glyph-missing"]
    assert len(said.pages) == 2


def test_a_storys_pictures_are_read_from_its_own_folder_unless_told(tmp_path: Path) -> None:
    layout = layout_of(TEXT, 90, None)
    path = tmp_path / "story.json"
    path.write_text('{"headline": "大事"}', encoding="utf-8")
    for options, folder in (({}, tmp_path), ({"root": "/"}, Path("/"))):
        reach = pipeline.draft(path, layout, **options).reach  # type: ignore[arg-type]
        assert reach is not None and reach.folders[0] == folder.resolve()


@pytest.mark.parametrize(("lines", "empty"), [(5, 7), (8, 4), (9, 0)])
def test_a_page_with_a_third_of_its_lines_empty_is_warned_of(lines: int, empty: int) -> None:
    article = {"type": "article", "body": ["国" * 9 * lines], "style": "s"}
    page = pipeline.draft(STORY, layout_of(article, 90, 144))
    found = [one for one in page.diagnostics if one.code == "underset"]
    assert [(one.saying.values["empty"], one.saying.values["lines"]) for one in found] == (
        [(empty, 12)] if empty else []
    )
    assert all(one.severity is Severity.WARNING for one in found)
    # Of a few lines, and where the layout says how many may stand empty, nothing is said.
    low = pipeline.draft(STORY, layout_of({**article, "body": ["国" * 9]}, 90, 48))
    told = pipeline.draft(STORY, layout_of(article, 90, 144, underset=12))
    free = pipeline.draft(STORY, layout_of(article, 90, None))
    said = [one.code for page in (low, told, free) for one in page.diagnostics]
    assert set(said) == {"story-unused"}
