"""What a page with charts costs, in counts: tables read, paragraphs set, graphics drawn, steps."""

from __future__ import annotations

import json
from collections import Counter
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from small_pages import layout_of
from steps import steps

from infographic import compose
from infographic.blocks.devices.time import course
from infographic.blocks.graphic import Graphic
from infographic.graphics import subject
from infographic.loading.reading import source
from infographic.loading.tables import beside, inline
from infographic.pipeline import draft
from infographic.text import periods
from infographic.text.paragraph import _set_paragraph

GRAPHIC = {"type": "graphic", "chart": {"$data": "/charts/0"}}
PAGE = layout_of({"type": "stack", "children": [GRAPHIC]}, 400, None)
BARS = {"columns": ["县", "产量"], "rows": [[f"县{n}", 100 + 7 * n] for n in range(12)]}


def days(count: int, shift: int = 0) -> list[list[Any]]:
    first = date(2018, 1, 1)
    return [[str(first + timedelta(n)), 100 + (n * 37 + shift) % 50] for n in range(count)]


def story_of(data: object, headline: str = "大事") -> dict[str, Any]:
    return {"headline": headline, "charts": [{"title": "榆树居首", "data": data}]}


def counted(monkeypatch: pytest.MonkeyPatch, owner: Any, name: str) -> Counter[str]:
    """How often a function is called from now on."""
    calls: Counter[str] = Counter()
    own = getattr(owner, name)

    def call(*given: Any, **more: Any) -> Any:
        calls[name] += 1
        return own(*given, **more)

    monkeypatch.setattr(owner, name, call)
    return calls


def test_a_page_made_again_reads_no_table_and_sets_no_words(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    csv = "\n".join(["日期,指数,注", *(f"{day},{value},a" for day, value in days(40))])
    (tmp_path / "days.csv").write_text(csv)
    file = tmp_path / "story.json"
    data = {"file": "days.csv", "columns": ["日期", "指数"]}
    file.write_text(json.dumps(story_of(data), indent=1))
    compose(file, PAGE)
    read = counted(monkeypatch, source, "read_json")
    tables = counted(monkeypatch, beside, "table_of")
    drawn = counted(monkeypatch, subject, "_drawn")
    gaps = counted(monkeypatch, course, "gaps_before")
    before = _set_paragraph.cache_info().misses
    compose(file, PAGE)
    assert _set_paragraph.cache_info().misses == before
    assert not read + tables + drawn + gaps
    # Another headline: the story is read, the table is not.
    file.write_text(json.dumps(story_of(data, "大大事"), indent=1))
    compose(file, PAGE)
    assert read + tables + drawn + gaps == {"read_json": 1}


def test_rows_that_stand_in_the_story_are_one_table_while_they_stand_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    compose(story_of(BARS), PAGE)
    made = counted(monkeypatch, inline, "table_of")
    compose(story_of(BARS, "大大事"), PAGE)
    assert not made
    other = {**BARS, "rows": [["县0", 1], *BARS["rows"][1:]]}
    compose(story_of(other), PAGE)
    assert made == {"table_of": 1}


def test_new_values_are_drawn_and_not_the_old_ones(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    found = []
    for value in (101, 909):
        rows = [["县0", value], *BARS["rows"][1:]]
        file.write_text(json.dumps(story_of({**BARS, "rows": rows})))
        found.append(compose(file, PAGE).dump())
    assert "909" in found[1] and "909" not in found[0]
    assert "101" not in found[1]


def test_lines_that_moved_are_said_as_they_are_now(tmp_path: Path) -> None:
    file = tmp_path / "story.json"
    said = []
    for spare in ("", "\n\n"):
        rows = json.dumps([["县0", "一二"], ["县1", 3], ["县2", 4], ["县3", 5]])
        file.write_text(
            f'{{"headline": "大事",{spare}\n"charts": [{{"title": "题",\n'
            f'"data": {{"columns": ["县", "产量"], "rows": {rows}}}}}]}}'
        )
        with pytest.raises(Exception, match="一二") as error:
            compose(file, PAGE)
        said.append(error.value.diagnostics[0].origin.line)  # type: ignore[attr-defined]
    assert said[1] == said[0] + 2


def test_a_graphic_is_drawn_once_for_each_room_of_its_page(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rooms: list[tuple[float, float | None]] = []
    own = Graphic._drawn

    def drawn(self: Graphic, region: Any, tokens: Any) -> Any:
        rooms.append((region.width, region.height))
        return own(self, region, tokens)

    monkeypatch.setattr(Graphic, "_drawn", drawn)
    asked = counted(monkeypatch, Graphic, "lay_out")
    # A headline that pushes the rest out is tried in many sizes, the page laid out with each.
    headline = {"type": "headline", "text": {"$data": "/headline"}, "style": "big", "smallest": 0.5}
    body = {"type": "stack", "children": [headline, GRAPHIC]}
    story = story_of(BARS, "长" * 16)
    tall = draft(story, layout_of(body, 200, None)).page.trim.height
    rooms.clear()
    asked.clear()
    draft(story, layout_of(body, 200, tall - 10))
    assert asked["lay_out"] > 4 * len(rooms)
    assert len(rooms) == len(set(rooms)) > 0


def test_days_are_read_without_the_grammar_of_periods(monkeypatch: pytest.MonkeyPatch) -> None:
    asked = counted(monkeypatch, periods, "_plain")
    for text in ("2024-06-30", "2024/6/3", "2024年6月3日", "1999-2-29"):
        periods.period_of(text)
    assert not asked
    assert periods.period_of("1999-2-29") is None
    periods.period_of("2024年6月")
    assert asked == {"_plain": 1}


def test_a_line_of_twice_the_points_takes_no_more_than_twice_the_steps(tmp_path: Path) -> None:
    file = tmp_path / "story.json"

    def page(count: int, shift: int) -> int:
        rows = {"columns": ["日", "数"], "rows": days(count, shift)}
        file.write_text(json.dumps(story_of(rows)))
        return steps(lambda: compose(file, PAGE))

    page(10, 0)
    few, many, again = page(500, 1), page(1000, 2), page(1000, 2)
    assert many < 2.2 * few
    assert many < 1000 * 480
    assert again < 1000 * 130
