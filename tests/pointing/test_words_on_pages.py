"""Each character of a page leads back to where it was written, in the shipped stories and in odd
ones."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from infographic.composed import ComposedPage
from infographic.display.page import Page
from infographic.foundation.datum import Source
from infographic.loading.reading.places_in import texts_in
from infographic.pipeline import draft
from infographic.pointing.matching import _Matching, matched
from infographic.pointing.words import Words
from tests.pages import PAIRS, ROOT, STORIES, page_or_faults, swept
from tests.pointing.files import TEXT, lines_of, offsets, page_of, told
from tests.small_pages import composed

HOUSE = {"−": "-–", "∶": ":：", "-": "-", "文": "⽂"}
"""Characters that the house sets for others, beside those that are only wider or smaller."""


def is_set_for(shown: str, typed: str) -> bool:
    return (
        shown == typed
        or typed in HOUSE.get(shown, "")
        or unicodedata.normalize("NFKC", shown) == unicodedata.normalize("NFKC", typed)
        or (shown.isspace() and typed.isspace())
    )


OURS = re.compile(
    r"图[①-⑳]|来源[:：]|[壹贰叁肆伍陆]|^“$|^，$|^·.*|^/$|^[+−].+|^为原来的.+|^[0-9.,−+%年月日—]+$"
    r"|^此前$|^现在$|^其余.*|^产地$|^去向$|^[0-9]+[台天]$"
)
"""What no author wrote: figures' numbers, a pull-quote's mark, what stands between two texts, what
was reckoned from two numbers, a number that is none of the file's texts."""


def must_lead_back(page: Page) -> tuple[int, int]:
    """Look at all characters; answers how many were written, and how many of them are found."""
    count = found = 0
    for words in lines_of(page):
        source = words.standing.placed.origin.source
        texts = texts_in(source)
        if source.sheet or not texts:
            continue
        missing = "".join(
            one.text if spot is None else "\0"
            for one, spot in zip(words.characters, words.spots, strict=True)
            if not one.text.isspace()
        )
        gone = "".join(OURS.sub("", part) for part in missing.split("\0"))
        count += len(words.characters)
        found += len(words.characters) - len(gone)
        must_be_its_own(words, texts)
    return count, found


def must_be_its_own(words: Words, texts: dict[str, tuple[str, int, int]]) -> None:
    last: dict[str, int] = {}
    for one, spot in zip(words.characters, words.spots, strict=True):
        if spot is None:
            continue
        typed = texts[spot.pointer][0][spot.offset]
        assert is_set_for(one.text, typed), (words.line.text, one.text, typed)
        assert spot.offset > last.get(spot.pointer, -1), words.line.text
        last[spot.pointer] = spot.offset


SOME = {"broadsheet", "square", "long-image", "modern/tabloid", "gala/card-3x4", "desk/half-page"}


@pytest.mark.parametrize(("layout", "story"), swept(pair for pair in PAIRS if pair[0] in SOME))
def test_nearly_all_characters_of_a_page_lead_back(layout: str, story: str) -> None:
    made = page_or_faults(layout, story)
    if isinstance(made, ComposedPage):
        count, found = must_lead_back(made.page)
        assert found >= count * 0.995


@pytest.mark.full
@pytest.mark.parametrize(("layout", "story"), [pair for pair in PAIRS if pair[0] not in SOME])
def test_nearly_all_characters_of_every_page_lead_back(layout: str, story: str) -> None:
    test_nearly_all_characters_of_a_page_lead_back(layout, story)


@pytest.mark.parametrize("name", ["vertical", "two-pages"])
def test_so_do_those_of_pages_set_down_and_of_threads(name: str) -> None:
    made = draft(STORIES["data"], ROOT / "examples" / name / "layout.json")
    for one in made.pages:
        count, found = must_lead_back(one.page)
        assert found >= count * 0.995


# Odd texts


HAN = [chr(code) for code in range(0x4E00, 0x4E00 + 60)]
"""Each stands once in a text, so that there is no doubt where it was written."""
PIECES = [
    "{h}", "**{h}{h}**", "{{~{h}{h}~}}", "{{.{h}.}}", "{{_{h}{h}_}}", "{{={h}{h}=}}",
    "{{?{h}{h}?}}", "{{??{h}，??}}", "{{!{h}{h}。!}}", "{{{h}{h}|hàn zì}}", "{{{h}|mù}}", "m{{^2}}",
    "\\*", "\\{{", "\\\\", "\u3000", "\t", "  ", "\n", "\r\n", "\u200b", "\u00ad", "５６．７％",
    "**２，３００**{h}", "约**12**{h}", "⽂", "“{h}”", "-3.5", "①", "😀", "CO{{_2}}", "—— ", "……",
]  # fmt: skip
UNIQUE = st.lists(st.sampled_from(PIECES), min_size=1, max_size=9)


WIDE = {"font": "f", "size": "10pt", "leading": "20pt", "align": "left", "autospace": 0}
ARTICLE = {"type": "article", "body": [{"$data": "/headline"}], "style": "s", "drop_cap": 2}
SET = {
    "ragged": (TEXT, {}),
    "justified": (TEXT, {"align": "justify"}),
    "down": (TEXT, {"writing": "vertical"}),
    "drop cap": (ARTICLE, {"align": "justify"}),
}  # fmt: skip
"""Ways to set a text: the block, and what its style has besides."""


@given(pieces=UNIQUE, width=st.integers(3, 30), way=st.sampled_from([*SET]))
@settings(max_examples=80, deadline=None)
def test_characters_lead_back_through_marks_escapes_and_what_reading_changes(
    tmp_path_factory: pytest.TempPathFactory, pieces: list[str], width: int, way: str
) -> None:
    unused = iter(HAN)
    text = "".join(re.sub(r"\{h\}", lambda _: next(unused), piece) for piece in pieces)
    text = f"头{text}尾".replace("{{", "{").replace("}}", "}")
    folder = tmp_path_factory.getbasetemp()
    try:
        block, more = SET[way]
        styles = {"s": {**WIDE, **more}}
        page = page_of(folder, {"headline": text}, block, width * 10, 400, styles=styles)
    except Exception as error:
        # Marks inside marks may be wrong; that is said elsewhere.
        assert type(error).__name__ == "SpecError"
        from hypothesis import event

        event("bad")
        return
    for line in told(page):
        last = -1
        for shown, _, offset in line:
            if shown in HAN or shown in "头尾😀①":
                assert offset is not None and text[offset] == shown
            if offset is not None:
                assert is_set_for(shown, text[offset])
                assert offset > last
                last = offset
    missing = [shown for line in told(page) for shown, _, offset in line if offset is None]
    assert not missing


def test_words_that_were_dropped_are_not_taken_for_those_that_stand(tmp_path: Path) -> None:
    text = "新建{??的粮??}的粮仓"
    styles = {"s": {**WIDE, "fit": {"mode": "shrink", "remedies": ["words"]}}}
    page = page_of(tmp_path, {"headline": text}, width=50, height=20, styles=styles)
    assert [(shown, offset) for line in told(page) for shown, _, offset in line] == [
        *zip("新建的粮仓", [0, 1, 10, 11, 12], strict=True)
    ]


def test_the_same_word_twice_is_told_apart_by_its_neighbours(tmp_path: Path) -> None:
    page = page_of(tmp_path, {"headline": "三三三三三三三"}, width=20)
    assert offsets(page) == [*range(7)]


def test_a_hyphen_that_the_setting_added_is_of_no_character(tmp_path: Path) -> None:
    styles = {"s": {**WIDE, "align": "justify", "language": "en", "hyphenate": True}}
    text = "Infographics representation internationalisation"
    page = page_of(tmp_path, {"headline": text, "language": "en"}, width=130, styles=styles)
    assert len(told(page)) > 3
    assert offsets(page) == [at for at, sign in enumerate(text) if sign != " "]


STAT = {
    "type": "stats", "stats": {"$data": "/panels/0/stats"}, "style": "s", "value_style": "value",
}  # fmt: skip


def stats_page(folder: Path, stat: Any) -> Page:
    return page_of(folder, {"headline": "大事", "panels": [{"stats": [stat]}]}, STAT, 300)


def test_a_stats_parts_lead_to_their_own_places_in_its_sentence(tmp_path: Path) -> None:
    text = "3个县新建**3**个粮仓"
    page = stats_page(tmp_path, text)
    found = {(shown, offset) for line in told(page) for shown, _, offset in line}
    assert {("3", 7), ("个", 10), ("县", 2)} <= found
    assert all(text[offset] == shown for shown, offset in found if offset is not None)
    assert None not in {offset for _, offset in found}


def test_a_stats_number_has_no_text_but_its_unit_and_label_have_theirs(tmp_path: Path) -> None:
    stat = {"value": 2300, "unit": "个县", "qualifier": "余", "label": "3个市"}
    page = stats_page(tmp_path, stat)
    found = {}
    for line in told(page):
        for shown, pointer, offset in line:
            found.setdefault(pointer.rpartition("/")[2], []).append((shown, offset))
    assert sorted(shown for shown, _ in found[""]) == sorted("2300")
    assert set(found["unit"]) == {("个", 0), ("县", 1)}
    assert found["qualifier"] == [("余", 0)]
    assert found["label"] == [("3", 0), ("个", 1), ("市", 2)]


def test_texts_that_a_layout_puts_in_a_row_lead_to_each_of_them(tmp_path: Path) -> None:
    row = {"$join": [{"$data": "/headline"}, {"$data": "/source"}, {"$data": "/credits/0"}],
           "with": "\u3000"}  # fmt: skip
    story = {"headline": "大事", "source": "事在人为", "credits": ["大人"]}
    page = page_of(tmp_path, story, {"type": "text", "text": row, "style": "s"}, 50)
    assert [(pointer, offset) for line in told(page) for _, pointer, offset in line] == [
        ("/headline", 0), ("/headline", 1),
        *(("/source", at) for at in range(4)),
        ("/credits/0", 0), ("/credits/0", 1),
    ]  # fmt: skip


def test_a_part_stands_beside_its_neighbours_rather_than_elsewhere() -> None:
    assert matched(["甲个", "3", "乙"], "甲个3丙3乙") == [[0, 1], [2], [5]]
    assert matched(["乙", "3", "甲个"], "甲个3丙3乙", frozenset({4, 5})) == [[5], [4], [0, 1]]


def test_a_text_of_one_word_thousands_of_times_is_looked_through_in_bounds(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    looked = 0
    longest = _Matching.longest

    def counted(self: _Matching, piece: str, low: int, high: int) -> tuple[int, int, int]:
        nonlocal looked
        looked += len(piece) * (high - low) if self.steps >= 0 else 0
        return longest(self, piece, low, high)

    monkeypatch.setattr(_Matching, "longest", counted)
    monkeypatch.setattr("infographic.pointing.matching.MOST_STEPS", 20_000)
    found = matched(["三三三①三三"] * 100, "三" * 2_000)
    assert 0 < looked <= 20_000 + 2 * 6 * 2_000
    assert found[0][0] is not None and found[-1] == [None] * 6


def test_a_text_of_a_call_has_no_places_and_no_error() -> None:
    page = composed({"type": "text", "text": {"$data": "/headline"}, "style": "s"}).page
    assert {offset for line in told(page) for _, _, offset in line} == {None}


def test_readings_lead_to_what_was_written_for_them(tmp_path: Path) -> None:
    text = "头{汉字|hàn zì}尾"
    page = page_of(tmp_path, {"headline": text}, styles={"s": WIDE})
    found = sorted((offset or 0, shown) for line in told(page) for shown, _, offset in line)
    assert "".join(shown for _, shown in found) == "头汉字hànzì尾"
    assert all(text[offset] == shown for offset, shown in found)


def test_a_source_without_text_is_read_once(tmp_path: Path) -> None:
    assert texts_in(Source("x", '{"a": "b"}')) == {"/a": ("b", 1, 7)}
