"""Blocks whose styles fit: what they set, what they say, what they count."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis.strategies import booleans, integers, lists, sampled_from

from infographic.composed import ComposedPage
from infographic.display.frame import HERE, Frame, together
from infographic.display.items import TextLine, walk
from infographic.display.ledger import ledger
from infographic.display.notes import Tally, TextFrame
from infographic.foundation.geometry import Point, Size
from infographic.pipeline import draft
from infographic.story.model import Stat
from tests.small_pages import codes, composed, faults, layout_of, lines, sizes, words

SIZE = {"mode": "shrink", "floor": "8pt", "remedies": ["size"]}
STYLES = {
    "fit": {"based_on": "s", "fit": SIZE},
    "all": {"based_on": "s", "fit": "shrink"},
    "grow": {"based_on": "s", "fit": {"mode": "grow", "ceiling": 2, "remedies": ["size"]}},
}


def page(body: dict[str, Any], *size: float, **more: Any) -> ComposedPage:
    return composed(body, *size, styles=STYLES, **more)


def notes(found: ComposedPage) -> list[str]:
    return [d.message for d in found.diagnostics if d.code == "copyfit"]


def text(words: str | list[str], style: str = "fit", **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": style, **more}


def test_a_text_that_is_too_long_is_made_smaller_and_says_so() -> None:
    found = page(text("人" * 12), 100, 12)
    assert set(sizes(found).values()) == {8.3}
    assert notes(found) == ["style “fit” made to fit: size 10 → 8.3 pt"]


def test_a_text_without_a_fit_is_not() -> None:
    assert codes(text("人" * 12, "s"), 100, 12, styles=STYLES) == ["overset"]


def test_a_text_that_fits_says_nothing() -> None:
    found = page(text("人" * 10), 100, 12)
    assert set(sizes(found).values()) == {10}
    assert notes(found) == []


def test_what_does_not_fit_at_the_floor_is_still_a_fault() -> None:
    assert codes(text("人" * 30), 100, 12, styles=STYLES) == ["overset", "copyfit"]


def test_several_paragraphs_are_fitted_together() -> None:
    found = page(text(["人" * 10, "民" * 10]), 100, 21)
    assert {line.text for line in lines(found)} == {"人" * 10, "民" * 10}
    assert set(sizes(found).values()) == {8.7}


def test_a_text_grows_to_fill_its_height_and_not_where_it_has_none() -> None:
    assert set(sizes(page(text("人" * 4, "grow"), 100, 18)).values()) == {15}
    assert set(sizes(page(text("人" * 4, "grow"), 100)).values()) == {10}


def test_a_vertical_text_is_fitted_to_its_columns() -> None:
    styles = {"v": {"based_on": "fit", "writing": "vertical"}, **STYLES}
    found = composed(text("人" * 12, "v"), 12, 100, styles=styles)
    assert set(sizes(found).values()) == {8.3}


def test_a_list_is_fitted_as_a_whole_and_its_marks_with_it() -> None:
    body = {"type": "list", "items": ["人" * 8, "民"], "style": "fit", "gap": "2pt", "hang": "12pt"}
    found = page(body, 100, 23)
    assert set(sizes(found).values()) == {8.7}
    assert len(notes(found)) == 1


FIGURES = {"figures": [{"caption": "人" * 23, "alt": "山"}]}


def figure(style: str, lines: int) -> dict[str, Any]:
    return {"type": "figure", "figure": {"$data": "/figures/0"}, "caption_style": style,
            "lines": lines, "numbered": False}  # fmt: skip


def test_a_caption_keeps_to_its_lines() -> None:
    found = page(figure("fit", 2), 100, story=FIGURES)
    assert [line.text for line in lines(found)] == ["人" * 12, "人" * 11]
    assert notes(found) == ["style “fit” made to fit: size 10 → 8.3 pt"]
    assert len(lines(page(figure("s", 2), 100, story=FIGURES))) == 3


def test_a_caption_of_as_many_lines_as_it_likes_is_left_alone() -> None:
    assert notes(page(figure("fit", 0), 100, story=FIGURES)) == []


def tally(body: dict[str, Any], height: float) -> Tally:
    return ledger(page(body, 100, height).page)[0].tally


def test_the_ledger_counts_what_could_be_added() -> None:
    found = tally(text("人" * 13, "s"), 36)
    assert (found.characters, found.lines, found.spare_lines, found.spare) == (13, 3, 1, 17)
    assert found.said == "欠1行"


def test_a_text_of_no_height_is_in_no_ledger() -> None:
    assert ledger(page(text("人" * 13, "s"), 100).page) == ()


@pytest.mark.parametrize("more", [0, 1, 2, 37])
def test_characters_added_to_what_is_too_long_count_each(more: int) -> None:
    from infographic.blocks.text import Text
    from infographic.layout.block import Region
    from tests.text.square_style import copy, square

    frame = Text(copy("人" * (34 + more)), square()).lay_out(Region(100, 36))
    found = next(n.note.words.tally() for n in frame.notes if isinstance(n.note, TextFrame))
    assert (found.over, found.said) == (4 + more, f"超{4 + more}字")
    assert words(page(text("人" * 30, "s"), 100, 36)) == "人" * 30


GROUPED = {
    "g": {"based_on": "s", "fit": {**SIZE, "group": "captions"}},
    "h": {"based_on": "s", "size": "20pt", "fit": {**SIZE, "floor": 0.5, "group": "captions"}},
}


def test_a_group_is_set_at_the_size_its_fullest_member_needs() -> None:
    figures = {
        "figures": [{"caption": "人" * 20, "alt": "山"}, {"caption": "民" * 23, "alt": "山"}]
    }
    body = {
        "type": "stack",
        "children": [{**figure("g", 2), "figure": {"$data": f"/figures/{at}"}} for at in range(2)],
    }
    found = composed(body, 100, styles={**STYLES, **GROUPED}, story=figures)
    assert set(sizes(found).values()) == {8.3}
    assert len(notes(found)) == 2


def test_members_of_other_sizes_share_the_factor() -> None:
    figures = {
        "figures": [{"caption": "人" * 10, "alt": "山"}, {"caption": "民" * 23, "alt": "山"}]
    }
    body = {
        "type": "stack",
        "children": [
            {**figure(style, 2), "figure": {"$data": f"/figures/{at}"}}
            for at, style in enumerate("hg")
        ],
    }
    found = composed(body, 100, styles={**STYLES, **GROUPED}, story=figures)
    assert sorted(set(sizes(found).values())) == [8.3, 16.6]


def test_a_group_whose_members_all_fit_is_left_alone() -> None:
    figures = {"figures": [{"caption": "人" * 20, "alt": "山"}]}
    found = composed(figure("g", 2), 100, styles={**STYLES, **GROUPED}, story=figures)
    assert set(sizes(found).values()) == {10}


def test_type_is_never_smaller_than_the_press_of_the_layout_prints(tmp_path: Any) -> None:
    profile = tmp_path / "coarse.json"
    profile.write_text(
        '{"extends": "newsprint", "type": {"positive": "9.2pt", "safety": "0mm"}}', "utf-8"
    )
    styles = {"t": {"based_on": "s", "fit": {**SIZE, "floor": "5pt"}}}
    assert set(sizes(composed(text("人" * 12, "t"), 100, 12, styles=styles)).values()) == {8.3}
    kept = faults(text("人" * 12, "t"), 100, 12, styles=styles, press=str(profile), root=tmp_path)
    assert [fault.code for fault in kept] == ["overset", "copyfit"]
    assert "9.2 pt" in kept[1].message


def headline(words: str, style: str = "big", **more: Any) -> dict[str, Any]:
    return {"type": "headline", "text": words, "style": style, "largest": 2, **more}


def test_a_headline_takes_the_number_of_lines_that_lets_it_be_largest() -> None:
    # In one line 8 characters of 25 pt; in two, of 40 pt, which are 96 pt tall.
    found = page(headline("山川异域风月同天"), 200, 96)
    assert [line.text for line in lines(found)] == ["山川异域", "风月同天"]
    assert set(sizes(found).values()) == {40}
    low = page(headline("山川异域风月同天"), 200, 40)
    assert [line.text for line in lines(low)] == ["山川异域风月同天"]
    assert set(sizes(low).values()) == {25}


def test_of_line_counts_that_let_it_be_as_large_a_headline_takes_the_fewer() -> None:
    # Two lines of 24.9 pt would fit the height, and one of 25 pt the width.
    found = page(headline("山川异域风月同天"), 200, 60)
    assert len(lines(found)) == 1


def test_a_headline_of_no_height_makes_no_line_more_to_be_larger() -> None:
    found = page(headline("山川异域风月同天"), 200)
    assert len(lines(found)) == 1


def test_a_headline_of_a_style_that_fits_moves_its_characters_before_it_shrinks() -> None:
    styles = {"h": {"based_on": "big", "fit": {"mode": "shrink", "floor": 0.5}}}
    found = composed(headline("人" * 11, "h", largest=1, max_lines=1), 200, styles=styles)
    assert notes(found) == ["style “h” made to fit: tracking −0.020 em, size 20 → 18.44 pt"]


def test_headlines_of_one_group_share_the_size_of_the_fullest() -> None:
    two = [headline("人" * count, largest=1, smallest=0.5, max_lines=1, group="heads")
           for count in (10, 12, 16)]  # fmt: skip
    body = {"type": "stack", "children": two}
    apart = composed({**body, "children": [{**h, "group": ""} for h in two]}, 200)
    assert len(set(sizes(apart).values())) == 3
    found = composed(body, 200)
    assert set(sizes(found).values()) == {min(sizes(apart).values())}


def test_a_headline_is_counted_in_its_lines() -> None:
    entry = ledger(page(headline("人" * 12, largest=1), 200, 48).page)[0]
    assert (entry.name, entry.tally.lines, entry.tally.spare) == ("headline", 2, 8)


def test_marked_words_are_dropped_before_anything_is_made_smaller_and_only_then() -> None:
    words_ = "人民{?日报?}社{??讯??}说"
    found = page(text(words_, "all"), 60, 12)
    assert (words(found), set(sizes(found).values())) == ("人民日报社说", {10})
    assert notes(found) == ["style “all” made to fit: dropped “讯”"]
    assert words(page(text(words_, "all"), 40, 12)) == "人民社说"
    assert words(page(text(words_, "all"), 70, 12)) == "人民日报社讯说"
    assert words(page(text(words_, "s"), 70, 12)) == "人民日报社讯说"


def test_a_folio_is_made_smaller_before_it_takes_two_lines() -> None:
    body = {"type": "folio", "style": "fit", "left": "人" * 6, "right": "民" * 5}
    found = page(body, 100)
    assert len({line.y for line in lines(found)}) == 1
    assert set(sizes(found).values()) == {8.3}
    assert len({line.y for line in lines(page({**body, "style": "s"}, 100))}) == 2
    assert notes(found)[0] == "style “fit” made to fit: size 10 → 8.3 pt"


def stats(*counts: int, **more: Any) -> dict[str, Any]:
    return {"type": "stats", "style": "s", "shrink": 0.5, "row_gap": "0pt",
            "stats": ["人" * count for count in counts], **more}  # fmt: skip


def test_sets_of_numbers_of_one_group_are_scaled_alike() -> None:
    from infographic.blocks.stats import Stats
    from infographic.layout.block import Block, Region
    from infographic.layout.shared_sizes import in_groups, shares_of
    from tests.text.square_style import copy, square

    class Pair:
        """Two sets, one of them in a lower frame."""

        def lay_out(self, region: Region) -> Frame:
            block = Stats(
                stats=(Stat(text=copy("人")),), style=square(), shrink=0.5, group="numbers"
            )
            frames = [block.lay_out(region.part(100, height)) for height in (12, 9)]
            return together(Size(100, 12), [(HERE, frame) for frame in frames])

    pair: Block = Pair()
    apart = shares_of([pair.lay_out(Region(100))])["numbers"]
    assert apart[0] == 1 > apart[1]
    assert shares_of(in_groups([(pair, Region(100))]))["numbers"] == (apart[1], apart[1])


def test_numbers_do_not_shrink_below_what_the_press_prints() -> None:
    from infographic.blocks.stats import Stats
    from infographic.layout.block import Givens, Region, SmallestType
    from tests.text.square_style import copy, square

    def size(press: float) -> float:
        block = Stats(
            stats=(Stat(text=copy("人")), Stat(text=copy("民"))),
            style=square(),
            shrink=0.5,
            row_gap=0,
        )
        frame = block.lay_out(Region(100, 15, givens=Givens(smallest=SmallestType(press))))
        return next(
            run.size
            for placed in walk(frame.items, Point(0, 0))
            if isinstance(placed.item, TextLine)
            for _, run in placed.item.runs
        )

    assert size(0) < 7
    assert size(8) == 8


def test_optional_words_are_kept_where_dropping_them_does_not_help() -> None:
    # The first line would hold them; the second is the one that is too long.
    remedies = {"mode": "shrink", "floor": "6pt", "step": "0.5pt", "remedies": ["words", "size"]}
    styles = {"w": {"based_on": "s", "max_lines": 2, "fit": remedies}}
    body = text("国人民{?大事?}\n" + "国" * 12, "w")
    found = composed(body, 100, 24, styles=styles)
    assert words(found) == "国人民大事" + "国" * 12
    assert notes(found) == ["style “w” made to fit: size 10 → 8 pt"]


WORDS = "国人民大事，天地2300年，“改革”开放AI与GDP增长6.5%。"


@given(
    lists(sampled_from(WORDS.split("，")), min_size=2, max_size=12), integers(60, 120),
    sampled_from(["horizontal", "vertical"]), booleans(),
)  # fmt: skip
@example(["国人民大事", "天地2300年", "国人民大事"], 60, "horizontal", False)
@example(["国人民大事", "天地2300年", "国人民大事"], 60, "vertical", False)
@example(["国人民大事", "天地2300年", "“改革”开放AI与GDP增长6.5%。"], 120, "horizontal", False)
@settings(max_examples=80)
def test_the_fault_and_the_ledger_say_one_number_and_it_is_true(
    parts: list[str], across: int, writing: str, broken: bool
) -> None:
    told = ("\n" if broken else "，").join(parts)
    style = {"t": {"based_on": "s", "align": "left", "writing": writing}}
    size = (across, 36) if writing == "horizontal" else (36, across)

    def drafted(words_: str) -> ComposedPage:
        return draft({"headline": "大事"}, layout_of(text(words_, "t"), *size, style))

    def said(page_: ComposedPage) -> list[str]:
        return [d.hint for d in page_.diagnostics if d.code == "overset"]

    found = drafted(told)
    (entry,) = ledger(found.page)
    if not entry.tally.over:
        assert said(found) == []
        return
    assert said(found)[0].startswith(f"cut {entry.tally.over} characters")
    assert ledger(drafted(told + "国国国").page)[0].tally.over == entry.tally.over + 3
    kept, left = told, entry.tally.over
    while left:
        left -= kept[-1] != "\n"
        kept = kept[:-1]
    assert said(drafted(kept.strip("\n"))) == []
