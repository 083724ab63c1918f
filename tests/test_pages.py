"""Layouts of several pages: one story, its thread running through all, with jump lines."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
from pages import without_repeats
from small_pages import COLORS, SQUARE, STYLES

from infographic import compose
from infographic.cli import run
from infographic.composed import ComposedPage
from infographic.display.items import TextLine
from infographic.display.ledger import ledger
from infographic.foundation.diagnostics import SpecError

HAN = "一二三四五六七八九十"


def layout(folder: Path, *, jump: bool = True, **more: Any) -> str:
    """Two pages with a frame of 50 × 48 each: four lines of five characters."""
    head = {"type": "article", "body": {"$data": "/body"}, "style": "body", "thread": "main"}
    tree = {
        "page": {"width": "50pt", "height": "48pt", "ppi": 72},
        "colors": COLORS,
        "fonts": {"f": SQUARE},
        "styles": {**STYLES, "jump": {"based_on": "s", "size": "5pt"}},
        "pages": [
            {"number": "一", "body": {**head, **({"jump_style": "jump"} if jump else {}),
                                      "jump_to": "二{page}", "jump_from": "九{page}"}},
            {"number": "四", "body": {"type": "thread", "thread": "main"},
             "page": {"width": "60pt"}},
        ],
        **more,
    }  # fmt: skip
    path = folder / "two.json"
    path.write_text(json.dumps(tree, ensure_ascii=False), encoding="utf-8")
    return str(path)


def story(count: int) -> dict[str, Any]:
    return {"headline": "大事", "body": [(HAN * 10)[:count]]}


def lines(page: ComposedPage) -> list[tuple[float, float, str]]:
    return [
        (round(p.at.x, 2), round(p.at.y, 2), p.item.text)
        for p in page.page.walk()
        if isinstance(p.item, TextLine)
    ]


def test_words_go_on_on_the_next_page_and_both_pages_say_so(tmp_path: Path) -> None:
    first, second = compose(story(25), layout(tmp_path)).pages
    assert lines(first) == [
        (0, 9.8, "一二三四五"), (0, 21.8, "六七八九十"), (0, 33.8, "一二三四五"),
        (40, 45.8, "二四"),
    ]  # fmt: skip
    assert lines(second) == [(0, 21.8, "六七八九十一"), (0, 33.8, "二三四五"), (0, 9.8, "九一")]
    assert second.page.trim.width == 60


def test_words_that_one_page_holds_make_no_jump(tmp_path: Path) -> None:
    first, second = compose(story(20), layout(tmp_path)).pages
    assert [text for _, _, text in lines(first)] == ["一二三四五", "六七八九十"] * 2
    assert lines(second) == []


def test_without_a_style_for_them_no_jump_lines_are_set(tmp_path: Path) -> None:
    first, second = compose(story(30), layout(tmp_path, jump=False)).pages
    assert "".join(text for page in (first, second) for _, _, text in lines(page)) == HAN * 3


def test_every_word_is_on_the_pages_once(tmp_path: Path) -> None:
    for count in range(1, 34):
        pages = compose(story(count), layout(tmp_path)).pages
        told = [text for page in pages for _, _, text in lines(page)]
        jumps = [text for text in told if text in ("二四", "九一")]
        assert len(jumps) == (2 if count > 20 else 0)
        assert "".join(t for t in told if t not in jumps) == (HAN * 10)[:count]


def test_what_all_pages_cannot_hold_is_an_error_to_the_character(tmp_path: Path) -> None:
    def over(count: int) -> int:
        with pytest.raises(SpecError) as caught:
            compose(story(count), layout(tmp_path))
        (fault,) = caught.value.diagnostics
        return int(fault.hint.split()[1])

    assert [over(60 + more) - over(60) for more in range(6)] == list(range(6))


def test_each_page_is_a_file_of_its_own(tmp_path: Path) -> None:
    told = tmp_path / "story.json"
    told.write_text(json.dumps(story(25)), encoding="utf-8")
    files = ["-o", str(tmp_path / "out.png"), "-o", str(tmp_path / "out.screen.pdf")]
    code = run(["render", str(told), "-l", layout(tmp_path), *files])
    assert code == 0
    made = sorted(path.name for path in tmp_path.glob("out*"))
    assert made == ["out-1.png", "out-1.screen.pdf", "out-2.png", "out-2.screen.pdf"]
    text = pypdfium2.PdfDocument(tmp_path / "out-2.screen.pdf")[0].get_textpage().get_text_range()
    assert "九一" in text
    assert "六七八九十" in text


def test_two_pages_of_one_number_are_an_error(tmp_path: Path) -> None:
    body = {"type": "spacer"}
    pages: list[dict[str, Any]]
    for pages in (
        [{"number": "4", "body": body}, {"number": "4", "body": body}],
        [{"number": "2", "body": body}, {"body": body}],
    ):
        with pytest.raises(SpecError) as caught:
            compose(story(25), layout(tmp_path, pages=pages))
        (fault,) = caught.value.diagnostics
        assert (fault.code, fault.origin.pointer) == ("layout-pages", "/pages/1")


def test_a_jump_line_that_its_column_is_too_narrow_for_is_an_error(tmp_path: Path) -> None:
    file = Path(layout(tmp_path))
    file.write_text(file.read_text(encoding="utf-8").replace("二{page}", HAN + "{page}"), "utf-8")
    with pytest.raises(SpecError) as caught:
        compose(story(25), file)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.pointer) == ("overset", "/pages/0/body/jump_to")
    assert "makes 2 lines of style “jump”" in fault.message


def test_a_misspelt_page_in_a_jump_line_is_an_error(tmp_path: Path) -> None:
    file = Path(layout(tmp_path))
    file.write_text(file.read_text(encoding="utf-8").replace("二{page}", "二{pge}"), "utf-8")
    with pytest.raises(SpecError) as caught:
        compose(story(25), file)
    (fault,) = caught.value.diagnostics
    assert (fault.code, fault.origin.pointer) == ("value-choice", "/pages/0/body/jump_to")
    assert fault.message.startswith("“{pge}”")


def test_a_layout_has_one_body_or_pages(tmp_path: Path) -> None:
    for more in ({"body": {"type": "spacer"}}, {"pages": []}):
        with pytest.raises(SpecError) as caught:
            compose(story(5), layout(tmp_path, **more))
        assert caught.value.diagnostics[0].code == "layout-pages"


ROOT = Path(__file__).parents[1]


def test_the_two_page_example_holds_its_story_on_its_grid_and_its_columns_are_level() -> None:
    story = without_repeats()
    pages = compose(story, str(ROOT / "examples/two-pages/layout.json"), root=ROOT).pages
    told = "".join(part if isinstance(part, str) else part["lead"] for part in story["body"])
    lines_of = [
        p for page in pages for p in page.page.walk()
        if isinstance(p.item, TextLine) and p.origin.pointer.startswith("/body/")
    ]  # fmt: skip
    assert "".join(p.item.text for p in lines_of) == told.replace("**", "")
    for page in pages:
        area = page.page.type_area
        assert area is not None
        own = [p for p in page.page.walk() if p in lines_of]
        off = [(p.at.y - area.y) / 15.8 for p in own]
        assert max(abs(step - round(step)) for step in off) * 15.8 < 0.01
    jumps = [text for page in pages for _, _, text in lines(page) if "版）" in text]
    assert jumps == ["（下转第4版）", "（上接第1版）"]


EMPTY_BACK = {
    "page": {"width": "100mm", "height": "60mm"},
    "fonts": {"b": "serif-regular"},
    "styles": {"b": {"font": "b", "size": "9pt", "leading": "13pt"}},
    "pages": [
        {"number": "1", "body": {"type": "article", "thread": "t", "style": "b",
                                 "body": {"$data": "/body"}}},
        {"number": "4", "body": {"type": "thread", "thread": "t"}},
    ],
}  # fmt: skip
"""A layout whose second page stays empty for a short story."""


def test_what_is_wrong_with_a_page_of_several_names_it(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text(json.dumps(EMPTY_BACK), encoding="utf-8")
    story = {"headline": "短讯", "body": ["一句话。"]}
    first, second = compose(story, tmp_path / "two.json").pages
    assert not first.press_errors()
    (finding,) = second.press_errors()
    assert (finding.code, finding.layout) == ("page-empty", "two page 4")


def test_where_the_press_refuses_one_page_none_is_written(tmp_path: Path) -> None:
    (tmp_path / "two.json").write_text(json.dumps(EMPTY_BACK), encoding="utf-8")
    (tmp_path / "story.json").write_text('{"headline": "短讯", "body": ["一句话。"]}', "utf-8")
    asked = ["render", str(tmp_path / "story.json"), "-l", str(tmp_path / "two.json")]
    assert run([*asked, "-o", str(tmp_path / "page.pdf")]) == 3
    assert not list(tmp_path.glob("page*"))


def test_jump_lines_name_the_pages_that_words_stand_on(tmp_path: Path) -> None:
    """A page without room for words between two others is passed by."""
    head = {"type": "article", "body": {"$data": "/body"}, "style": "body", "thread": "main",
            "jump_style": "jump", "jump_to": "{page}", "jump_from": "{page}"}  # fmt: skip
    more = {"type": "thread", "thread": "main"}
    low = {"x": "0pt", "y": "0pt", "width": "50pt", "height": "14pt", "block": more}
    bodies = [head, {"type": "frames", "children": [low]}, more]
    pages = [
        {"number": number, "body": body} for number, body in zip("一二三", bodies, strict=True)
    ]
    first, second, third = compose(story(30), layout(tmp_path, pages=pages)).pages
    assert [text for _, _, text in lines(first)][-1] == "三"
    assert lines(second) == []
    assert "一" in [text for _, _, text in lines(third)]


def test_the_room_on_all_pages_is_counted_though_the_words_reach_the_first_alone(
    tmp_path: Path,
) -> None:
    pages = compose(story(10), layout(tmp_path, jump=False)).pages
    *_, last = [entry for page in pages for entry in ledger(page.page)]
    # Four lines of five characters on the first page, four of six on the second.
    assert (last.tally.lines, last.tally.spare) == (8, 44 - 10)


def test_a_group_with_members_on_two_pages_is_set_in_one_size(tmp_path: Path) -> None:
    fit = {"mode": "shrink", "floor": "5pt", "remedies": ["size"], "group": "cards"}
    pages = [
        {"number": n, "body": {"type": "text", "text": text, "style": "card"}}
        for n, text in (("一", HAN), ("四", HAN * 3))
    ]
    styles = {**STYLES, "card": {"based_on": "s", "fit": fit}, "jump": {"based_on": "s"}}
    made = compose(story(5), layout(tmp_path, pages=pages, styles=styles)).pages
    sizes = {
        run.size for page in made for placed in page.page.walk()
        if isinstance(placed.item, TextLine) for _, run in placed.item.runs
    }  # fmt: skip
    assert len(sizes) == 1 and sizes.pop() < 10
