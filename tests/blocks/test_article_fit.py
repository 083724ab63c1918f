"""article: its body made to fit, or to fill, its frame as its style says."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import codes, composed, faults, words

import infographic.blocks.article
from infographic.display.items import TextLine
from infographic.pipeline import ComposedPage

HAN = "一二三四五六七八九十"
FIT = {"mode": "both", "floor": "6pt", "ceiling": "14pt", "step": "0.5pt", "remedies": ["size"]}


def made(count: int, fit: Any = FIT, height: float = 48, **fields: Any):
    style = {"fitted": {"based_on": "body", "leading": 1.2, "fit": fit},
             "lead": {"based_on": "fitted", "fit": "none"}}  # fmt: skip
    body = {"type": "article", "body": [(HAN * 40)[:count]], "style": "fitted", "columns": 2,
            "gutter": "10pt", **fields}  # fmt: skip
    return {"body": body, "width": 110, "height": height, "styles": style}


def size_of(count: int, **more: Any) -> float:
    asked = made(count, **more)
    page = composed(asked["body"], asked["width"], asked["height"], styles=asked["styles"])
    assert words(page) == (HAN * 40)[:count]
    (size,) = sizes_on(page)
    return size


def sizes_on(page: ComposedPage) -> set[float]:
    found = (p.item for p in page.page.walk() if isinstance(p.item, TextLine))
    return {run.size for line in found for _, run in line.runs}


def test_a_body_too_long_is_set_smaller_by_whole_steps() -> None:
    assert size_of(40) == 10
    assert size_of(60) < 10
    assert size_of(60) % 0.5 == pytest.approx(0)


def test_a_short_body_grows_to_fill_its_frame_up_to_the_ceiling() -> None:
    assert 10 < size_of(24) <= 14
    assert size_of(5) == 14


def test_more_words_are_never_set_larger() -> None:
    sizes = [size_of(count) for count in range(10, 90, 7)]
    assert sizes == sorted(sizes, reverse=True)


def test_below_the_floor_it_is_overset_to_the_character() -> None:
    def over(count: int) -> int:
        asked = made(count)
        (fault,) = [
            f
            for f in faults(asked["body"], 110, 48, styles=asked["styles"])
            if f.severity == "error"
        ]
        return int(fault.hint.split()[1])

    assert [over(160 + more) - over(160) for more in range(5)] == list(range(5))


def test_what_was_done_is_said() -> None:
    asked = made(60)
    page = composed(asked["body"], 110, 48, styles=asked["styles"])
    (note,) = [d for d in page.diagnostics if d.code == "copyfit"]
    assert "size 10 → " in note.message


def test_leads_go_with_the_paragraphs() -> None:
    asked = made(0)
    body = {**asked["body"], "body": [{"lead": HAN}, HAN * 5], "lead_style": "lead"}
    page = composed(body, 110, 48, styles=asked["styles"])
    (size,) = sizes_on(page)
    assert size < 10


def test_a_thread_says_that_its_style_is_not_fitted() -> None:
    asked = made(10, thread="main")
    assert codes(asked["body"], 110, 48, styles=asked["styles"]) == ["copyfit"]


def test_a_text_far_too_long_is_not_set_to_find_that_it_does_not_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_so_often: list[int] = []
    setting = infographic.blocks.article.leveled

    def counted(passages: Any, *rest: Any) -> Any:
        set_so_often.append(sum(len(passage.copy.text) for passage in passages))
        return setting(passages, *rest)

    monkeypatch.setattr(infographic.blocks.article, "leveled", counted)
    asked = made(400)
    wrong = faults(asked["body"], 110, 48, styles=asked["styles"])
    assert any(fault.code == "overset" for fault in wrong)
    # Frames of 10 × 5 characters: in all of it is set once, to be shown and counted.
    assert sum(length > 200 for length in set_so_often) <= 2
    assert len(set_so_often) > 5
