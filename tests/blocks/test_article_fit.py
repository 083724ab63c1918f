"""article: its body made to fit, or to fill, its frame as its style says."""

from __future__ import annotations

from typing import Any

import pytest
from small_pages import codes, composed, faults, layout_of, words

import infographic.flow.one_frame.columns
from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.display.ledger import ledger
from infographic.pipeline import draft

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


def test_what_is_too_long_is_counted_in_the_size_that_holds_most() -> None:
    # Beside the block 10 on 14 has two lines of room, 20 characters; 9 on 12.6 has one, 11.
    def over(count: int, **fields: Any) -> int:
        fit = {"mode": "shrink", "floor": "9pt", "step": "1pt", "remedies": ["size"]}
        style = {"fitted": {"based_on": "body", "leading": "14pt", "fit": fit}}
        inset = {"at": "top", "stand_off": 0, "block": {"type": "spacer", "height": "18pt"}}
        body = {"type": "article", "body": [(HAN * 4)[:count]], "style": "fitted",
                "insets": [inset], **fields}  # fmt: skip
        root = body if "thread" not in fields else {
            "type": "frames", "children": [
                {"x": "0pt", "y": "0pt", "width": "100pt", "height": "56pt", "block": body},
            ],
        }  # fmt: skip
        wrong = [f for f in faults(root, 100, 56, styles=style) if f.code == "overset"]
        return int(wrong[0].hint.split()[1]) if wrong else 0

    for fields in ({}, {"thread": "t"}):
        assert [over(count, **fields) for count in (19, 20, 21, 25)] == [0, 0, 1, 5]


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


def test_articles_of_one_group_are_set_in_the_size_of_the_fullest() -> None:
    asked = made(0, {**FIT, "mode": "shrink", "group": "cards"})
    short, long = ({**asked["body"], "body": [HAN * n]} for n in (2, 6))
    row = {"type": "grid", "areas": ["a b"], "gutter": "0pt", "children": {"a": short, "b": long}}
    alone = composed(row, 220, 48, styles=made(0, {**FIT, "mode": "shrink"})["styles"])
    assert len(sizes_on(alone)) == 2
    (size,) = sizes_on(composed(row, 220, 48, styles=asked["styles"]))
    assert size == min(sizes_on(alone))


def test_room_in_a_body_that_grew_is_counted_in_its_own_size() -> None:
    asked = made(24)
    page = composed(asked["body"], 110, 48, styles=asked["styles"])
    (entry,) = ledger(page.page)
    # In its own size two columns of 4 lines hold 5 characters a line.
    assert min(sizes_on(page)) > 10 and entry.tally.to_fill == 2 * 4 * 5 - 24
    # As small as its style lets it be it holds more.
    assert entry.tally.spare == 72
    assert composed(made(24 + 72)["body"], 110, 48, styles=asked["styles"])
    assert "overset" in codes(made(24 + 73)["body"], 110, 48, styles=asked["styles"])


# In a thread


def threaded(count: int, fit: Any = FIT, height: float = 24) -> dict[str, Any]:
    """Two frames of 5 and 3 characters, in all 16 at two lines each."""
    asked = made(count, fit, thread="main", columns=1)
    boxes = ((0, 50, asked["body"]), (60, 30, {"type": "thread", "thread": "main"}))
    children = [
        {"x": f"{x}pt", "y": "0pt", "width": f"{width}pt", "height": f"{height}pt", "block": block}
        for x, width, block in boxes
    ]
    return {**asked, "body": {"type": "frames", "children": children}}


def size_in_thread(count: int, **more: Any) -> float:
    asked = threaded(count, **more)
    page = composed(asked["body"], 100, 48, styles=asked["styles"])
    assert words(page) == (HAN * 40)[:count]
    (size,) = sizes_on(page)
    return size


def test_a_thread_is_made_to_fit_all_its_frames_together() -> None:
    assert size_in_thread(10, fit={**FIT, "mode": "shrink"}) == 10
    assert 6 <= size_in_thread(24) < 10
    assert 10 < size_in_thread(4) <= 14


def test_more_words_in_a_thread_are_never_set_larger() -> None:
    sizes = [size_in_thread(count) for count in range(4, 28, 3)]
    assert sizes == sorted(sizes, reverse=True) and len(set(sizes)) > 2


def test_what_a_thread_was_made_to_is_said() -> None:
    asked = threaded(24)
    page = composed(asked["body"], 100, 48, styles=asked["styles"])
    (note,) = [d for d in page.diagnostics if d.code == "copyfit"]
    assert "size 10 → " in note.message


def test_a_thread_says_that_it_shares_no_size_with_a_group() -> None:
    asked = threaded(10, {**FIT, "group": "cards"})
    assert codes(asked["body"], 100, 48, styles=asked["styles"]) == ["copyfit"]


# In columns that run down


def upright(count: int, fit: Any = "none") -> dict[str, Any]:
    asked = made(count, fit, gutter="10pt")
    asked["styles"]["fitted"] |= {"writing": "vertical", "align": "left"}
    return asked


def test_tiers_have_an_entry_in_the_ledger_exact_to_the_character() -> None:
    def over(count: int) -> tuple[int, int]:
        asked = upright(count)
        # Two tiers of 5 characters to a column, 4 columns each.
        page = draft({"headline": "大事"}, layout_of(asked["body"], 48, 110, asked["styles"]))
        (entry,) = ledger(page.page)
        return entry.tally.over, entry.tally.spare_lines

    assert [over(count)[0] for count in range(38, 45)] == [0, 0, 0, 1, 2, 3, 4]
    assert over(22)[1] == 3


def test_tiers_are_made_to_fit() -> None:
    sizes = []
    for count in (40, 50, 60):
        asked = upright(count, {**FIT, "mode": "shrink"})
        page = composed(asked["body"], 48, 110, styles=asked["styles"])
        assert words(page) == (HAN * 40)[:count]
        (size,) = sizes_on(page)
        sizes.append(size)
    assert sizes[0] == 10 > sizes[1] >= sizes[2] >= 6


# Speed


def test_a_text_far_too_long_is_not_set_to_find_that_it_does_not_fit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    set_so_often: list[int] = []
    setting = infographic.flow.one_frame.columns.leveled

    def counted(passages: Any, *rest: Any) -> Any:
        set_so_often.append(sum(len(passage.copy.text) for passage in passages))
        return setting(passages, *rest)

    monkeypatch.setattr(infographic.flow.one_frame.columns, "leveled", counted)
    asked = made(400)
    wrong = faults(asked["body"], 110, 48, styles=asked["styles"])
    assert any(fault.code == "overset" for fault in wrong)
    # Frames of 10 × 5 characters: in all of it is set once, to be shown and counted.
    assert sum(length > 200 for length in set_so_often) <= 2
    assert len(set_so_often) > 5
