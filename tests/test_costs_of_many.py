"""What is cheap once may be asked for a thousand times: codes, tables, numbers, blocks of pages,
lines on one another, words that are divided. Each is counted over all of a layout."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from small_pages import layout_of
from steps import steps

from infographic import compose
from infographic.blocks.qr import outline_of
from infographic.display.collisions import collisions
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.limits import TABLE
from infographic.pipeline import draft

Limited = Callable[[Mapping[str, int]], None]
WORD = {"type": "text", "text": "字", "style": "s"}
ALL_CHARTS = {"type": "graphics", "charts": {"$data": "/charts"}}


def stack(*children: object) -> dict[str, Any]:
    return {"type": "stack", "children": list(children)}


def refused(body: Mapping[str, Any], **story: object) -> Diagnostic:
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大", **story}, layout_of(body, 600, None))
    (fault,) = [one for one in caught.value.diagnostics if one.limit]
    return fault


def test_codes_of_a_layout_have_so_many_modules_and_no_more(limited: Limited) -> None:
    limited({"code-modules": 2_000})
    codes = [{"type": "qr", "text": f"https://x.cn/{n}", "size": "90pt"} for n in range(9)]
    assert refused(stack(*codes)).limit == "code-modules"


def test_the_outline_of_a_code_takes_as_long_as_it_has_corners() -> None:
    def chequered(side: int) -> Callable[[], object]:
        rows = tuple(tuple((x + y) % 2 == 0 for x in range(side)) for y in range(side))
        return lambda: outline_of(rows, 1.0)

    assert steps(chequered(40)) < 5 * steps(chequered(20))


def test_modules_that_touch_at_corners_keep_to_themselves() -> None:
    outline = outline_of(((True, False, True), (False, True, False)), 1.0)
    assert [kind for kind, _ in outline].count("Z") == 3


def test_tables_of_a_layout_set_so_many_cells_and_no_more(limited: Limited) -> None:
    limited({"table-cells": 50})
    rows = [[f"县{n}", n, n + 1, n + 2] for n in range(10)]
    data = {"columns": ["县", "甲（吨）", "乙（吨）", "丙（吨）"], "rows": rows}
    charts = [{"title": f"产量{n}", "kind": "table", "data": data} for n in range(2)]
    assert refused(ALL_CHARTS, charts=charts).limit == "table-cells"


def test_grids_of_numbers_hold_so_many_facts_and_no_more() -> None:
    stats = [{"value": n, "unit": "个", "label": "党员"} for n in range(700)]
    grid = {"type": "numbers", "style": "s", "value_style": "value", "facts": {"$data": "/facts"}}
    grid["facts"] = {"$data": "/panels/0/stats"}
    assert refused(grid, panels=[{"stats": stats}]).limit == "grid-facts"


def test_drawings_of_a_layout_have_so_many_lines_and_no_more(
    tmp_path: Path, limited: Limited
) -> None:
    limited({"drawn-segments": 400})
    lines = "".join(f"<path d='M0 {y}H9V{y + 1}H0z'/>" for y in range(40))
    svg = f"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 50'>{lines}</svg>"
    (tmp_path / "a.svg").write_text(svg, encoding="utf-8")
    drawing = {"type": "artwork", "file": str(tmp_path / "a.svg"), "width": "20pt"}
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大"}, layout_of(stack(*[drawing] * 9), 600, None), root=tmp_path)
    assert [one.limit for one in caught.value.diagnostics] == ["drawn-segments"]
    assert compose({"headline": "大"}, layout_of(stack(drawing), 600, None), root=tmp_path).page


def test_blocks_of_all_pages_are_counted_together(limited: Limited) -> None:
    limited({"layout-blocks": 60})
    pages = [{"body": stack(WORD, {"$if": "/headline", "then": WORD})}] * 30
    layout = {
        "page": {"width": "200pt", "height": "auto"}, "fonts": {"f": "serif-regular"},
        "styles": {"s": {"font": "f", "size": "10pt", "leading": "12pt"}}, "pages": pages,
    }  # fmt: skip
    with pytest.raises(SpecError) as caught:
        compose({"headline": "大"}, layout)
    assert caught.value.diagnostics[0].limit == "layout-blocks"


def test_lines_on_one_another_are_said_as_often_as_faults_are_looked_for() -> None:
    at = {"x": "0pt", "y": "0pt", "width": "50pt"}
    frames = {"type": "frames", "children": [{"block": WORD, **at}] * 300}
    page = draft({"headline": "大"}, layout_of(frames, 600, None)).page
    assert len(collisions(page)) == TABLE["faults"].most


def test_a_word_that_is_divided_over_and_over_is_counted_each_time() -> None:
    body = {"type": "article", "body": {"$data": "/body"}, "style": "en"}
    style = {"based_on": "s", "language": "en", "align": "justify", "hyphenate": True}
    layout = layout_of(body, 200, None, {"en": {**style, "font": "f", "size": "1pt"}})
    with pytest.raises(SpecError) as caught:
        compose({"headline": "a", "language": "en", "body": ["internationalization" * 1_500]},
                layout)  # fmt: skip
    assert "set-characters" in [one.limit for one in caught.value.diagnostics]
