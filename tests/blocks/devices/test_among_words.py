"""Devices among running text: as insets, between paragraphs, beside a thread and vertical type."""

from __future__ import annotations

from typing import Any

import pytest
from checks import word_boxes
from drawing import marks_on
from small_pages import composed, text_lines

from infographic.composed import ComposedPage

HAN = "一二三四五六七八九十"
STORY: dict[str, Any] = {
    "headline": "大事",
    "body": [HAN * 6, HAN * 6, HAN * 6],
    "charts": [{"data": {"columns": ["县", "产量"], "rows": [["甲", 40], ["乙", 30]]}}],
    "events": [{"when": "2000", "what": "甲"}, {"when": "2010", "what": "乙"}],
}
BARS = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "bars"}
EVENTS = {"type": "graphic", "events": {"$data": "/events"}}


def article(**fields: Any) -> dict[str, Any]:
    return {"type": "article", "body": {"$data": "/body"}, "style": "body", "gutter": "10pt",
            **fields}  # fmt: skip


def page(body: dict[str, Any], width: float, height: float | None = None) -> ComposedPage:
    down = {"down": {"based_on": "body", "writing": "vertical", "align": "left"}}
    made = composed(body, width, height, story=STORY, styles=down)
    assert not [one for one in made.diagnostics if one.severity == "error"]
    return made


def frames(*children: tuple[float, float, dict[str, Any]]) -> dict[str, Any]:
    """Blocks of a width and height one below the other."""
    found, y = [], 0.0
    for width, height, block in children:
        found.append({"x": "0pt", "y": f"{y}pt", "width": f"{width}pt", "height": f"{height}pt",
                      "block": block})  # fmt: skip
        y += height
    return {"type": "frames", "children": found}


def lengths(made: ComposedPage) -> list[float]:
    return [mark.box.width for mark in marks_on(made.page)
            if "/rows/" in mark.pointer and mark.path.fill is not None]  # fmt: skip


def nothing_meets(made: ComposedPage) -> None:
    boxes = [box for _, box in word_boxes(made)]
    for number, box in enumerate(boxes):
        assert not any(box.meets(other, 0.05) for other in boxes[number + 1 :])


@pytest.mark.parametrize("device", [BARS, EVENTS])
@pytest.mark.parametrize("at", ["top", "bottom", "middle"])
def test_as_an_inset_the_words_run_round_it(device: dict[str, Any], at: str) -> None:
    made = page(article(columns=3, insets=[{"block": device, "first": 2, "at": at}]), 500)
    nothing_meets(made)
    marks = [mark for mark in marks_on(made.page) if "/rows/" in mark.pointer
             or "/events/" in mark.pointer]  # fmt: skip
    assert marks and all(m.box.x >= 169.9 and m.box.right <= 330.1 for m in marks)


def test_its_bars_keep_their_proportion_in_an_inset() -> None:
    first, second = lengths(page(article(columns=2, insets=[{"block": BARS}]), 400))
    assert second / first == pytest.approx(0.75, abs=1e-9)


def test_between_the_paragraphs_of_an_illustrated_text() -> None:
    made = page({"type": "illustrated", "text": article(), "blocks": [BARS, EVENTS]}, 200)
    nothing_meets(made)
    assert len(lengths(made)) == 2


def test_an_illustrated_text_has_one_drop_cap() -> None:
    made = page({"type": "illustrated", "text": article(drop_cap=2), "blocks": [BARS]}, 200)
    large = [run for _, _, line in text_lines(made) for _, run in line.runs
             if run.ys and run.ys[0] < 0]  # fmt: skip
    assert len(large) == 1


def test_as_an_inset_of_a_frame_that_a_thread_runs_into() -> None:
    frame = {"type": "thread", "thread": "main", "columns": 2, "gutter": "10pt",
             "insets": [{"block": EVENTS}]}  # fmt: skip
    body = frames((320, 60, article(thread="main")), (320, 200, frame))
    made = page(body, 320, 260)
    nothing_meets(made)
    assert [mark for mark in marks_on(made.page) if "/events/" in mark.pointer]


def test_beside_type_that_runs_down_it_runs_across() -> None:
    text = {"type": "text", "text": HAN * 3, "style": "down", "length": "100pt"}
    made = page(frames((200, 150, BARS), (200, 150, text)), 300, 320)
    lines = [line for _, _, line in text_lines(made)]
    assert any(line.vertical for line in lines) and any(not line.vertical for line in lines)
    assert len(lengths(made)) == 2
