"""Every shipped layout with every shipped story: it is a sound page, or it says why not."""

from __future__ import annotations

import re
import sys

import pytest
from pages import (
    DRAWN,
    LAYOUTS,
    PAIRS,
    ROOT,
    STORIES,
    copies,
    in_grids,
    inks,
    meets_needs,
    numbers,
    on_covers,
    page_or_faults,
    read_once,
    squeezed,
    swept,
    told,
    used,
)

from infographic import compose
from infographic.blocks.figure import numeral
from infographic.composed import ComposedPage
from infographic.display.items import Group, Role, TextLine, walk
from infographic.foundation.datum import BUILT_IN, Node
from infographic.foundation.diagnostics import errors
from infographic.foundation.geometry import Point
from infographic.loading.binding.news import ranking_of
from infographic.loading.reading.pointer import follow
from infographic.loading.sheet.layouts import shipped_layouts
from infographic.story.stat import PAUSES
from infographic.text.markup import read_markup
from infographic.text.style import Part, UnitShare

sys.path.insert(0, str(ROOT / "docs"))
from build_look import looked, told_bounds, worse_than_allowed

FITTING = [pair for pair in PAIRS if meets_needs(*pair)]
EACH_PAIR = pytest.mark.parametrize(("layout", "story"), swept(FITTING))
WITH_CHARTS = [pair for pair in FITTING if isinstance(follow(told(pair[1]), "/charts"), Node)]
EACH_MISFIT = pytest.mark.parametrize(
    ("layout", "story"), swept(pair for pair in PAIRS if pair not in FITTING)
)


def page_of(layout: str, story: str) -> ComposedPage:
    page = page_or_faults(layout, story)
    assert isinstance(page, ComposedPage), "\n".join(map(str, page))
    return page


@EACH_PAIR
def test_a_story_that_has_what_a_layout_needs_is_made(layout: str, story: str) -> None:
    assert page_of(layout, story).page.items


def test_only_the_full_pages_refuse_a_shipped_story() -> None:
    refused = {pair for pair in PAIRS if pair not in FITTING}
    canvases = {layout.rpartition("/")[2] for layout, _ in refused}
    assert canvases == {"broadsheet", "tabloid", "half-page"}
    assert {story for _, story in refused} == {"single-panel", "data"}


@EACH_MISFIT
def test_a_story_that_does_not_fit_is_told_why_not(layout: str, story: str) -> None:
    faults = page_or_faults(layout, story)
    assert not isinstance(faults, ComposedPage)
    for fault in faults:
        assert fault.layout == layout
        assert fault.code == "layout-needs", str(fault)
        # The message does the sum, what is needed and what there is, or names what is missing.
        says_how_much = any(c.isdigit() for c in fault.message)
        assert says_how_much or "has no “" in fault.message, str(fault)


@pytest.mark.parametrize("layout", shipped_layouts())
def test_the_story_the_product_started_from_fits_every_layout(layout: str) -> None:
    page = page_or_faults(layout, "data")
    assert isinstance(page, ComposedPage), "\n".join(map(str, page))


ONE_CHART = {
    "headline": "一座城的粮仓",
    "charts": [
        {
            "title": "榆树产量居首",
            "measure": {"what": "粮食产量", "unit": "万吨"},
            "data": {"columns": ["县", "产量"], "rows": [["榆树", 367.2], ["农安", 301.4]]},
            "source": "示例统计局",
        }
    ],
}


@pytest.mark.parametrize(
    "layout", ["square", "card-3x4", "story", "link-preview", "panel", "long-image"]
)
def test_a_headline_and_one_chart_are_a_story_for_the_cards_the_panel_and_the_long_image(
    layout: str,
) -> None:
    shown = compose(ONE_CHART, layout).dump()
    assert "榆树产量居首" in shown
    assert "367.2" in shown


@pytest.mark.full
@pytest.mark.parametrize("story", STORIES)
def test_every_story_fits_more_than_half_of_the_layouts(story: str) -> None:
    fitting = [name for name in LAYOUTS if isinstance(page_or_faults(name, story), ComposedPage)]
    assert len(fitting) * 2 > len(LAYOUTS), fitting


@EACH_PAIR
def test_no_line_of_type_touches_another(layout: str, story: str) -> None:
    page_of(layout, story)
    # Swept from the top down, so that only near neighbours are compared.
    ordered = sorted(inks(layout, story), key=lambda ink: ink.top)
    touching = []
    for number, ink in enumerate(ordered):
        for other in ordered[number + 1 :]:
            if other.top >= ink.bottom:
                break
            if other.line != ink.line and ink.overlaps(other[:4]):
                touching.append(f"“{ink.words}” {ink.pointer} and “{other.words}” {other.pointer}")
    assert touching == []


@EACH_PAIR
def test_no_type_stands_outside_the_trim(layout: str, story: str) -> None:
    width, height = page_of(layout, story).page.trim
    for ink in inks(layout, story):
        assert ink.left >= 0 and ink.top >= 0, ink.words
        assert ink.right <= width and ink.bottom <= height, ink.words


@EACH_PAIR
def test_no_type_stands_on_a_picture_that_is_no_cover(layout: str, story: str) -> None:
    page = page_of(layout, story)
    # What stands on a cover was measured there.
    blocks = [one for top in page.page.blocks for one in top.walk()]
    figures = [one for one in blocks if one.kind == "figure"]
    frames = [
        (p.at.x, p.at.y, p.at.x + p.item.clip.width, p.at.y + p.item.clip.height)
        for figure in figures
        for p in figure.own()
        if isinstance(p.item, Group) and p.item.name == "picture" and p.item.clip
    ]
    on_pictures = [ink.words for ink in inks(layout, story) for f in frames if ink.overlaps(f)]
    assert on_pictures == []


@EACH_PAIR
def test_a_page_looks_no_worse_than_its_layouts_bounds_allow(layout: str, story: str) -> None:
    page = looked(page_of(layout, story), told(story), story)
    assert worse_than_allowed(page, told_bounds()) == [], "python docs/build_look.py shows all"


# Words


def bound_words(layout: str, story: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for pointer in sorted(used(layout, story)):
        part = follow(told(story), pointer)
        assert isinstance(part, Node)
        if pointer.startswith(DRAWN):
            continue
        found |= copies(part, pointer)
    return found


def without_pauses(text: str) -> str:
    return text.translate({ord(pause): None for pause in PAUSES})


def read_lines(page: ComposedPage) -> list[tuple[str, str]]:
    """Each line's datum and words, in reading order; not those that a pull-quote repeats."""
    return [
        (placed.origin.pointer, squeezed(placed.item.text))
        for placed in read_once(page.page)
        if isinstance(placed.item, TextLine) and placed.item.text
    ]


@EACH_PAIR
def test_every_word_the_layout_takes_is_on_the_page_once(layout: str, story: str) -> None:
    read = read_lines(page_of(layout, story))
    whole = "".join(words for _, words in read)
    by_pointer: dict[str, str] = {}
    for pointer, words in read:
        by_pointer[pointer] = by_pointer.get(pointer, "") + words
    lost = []
    grids = in_grids(layout, story)
    seen = on_covers(page_of(layout, story))
    for pointer, expected in bound_words(layout, story).items():
        if pointer.removesuffix("/caption") in seen:
            # A cover's caption is what it is called; if it is set, with its numeral.
            assert pointer not in by_pointer or by_pointer[pointer].count(expected) == 1
            continue
        if "/".join(pointer.split("/")[:5]) in grids:
            continue
        found = by_pointer.get(pointer)
        if pointer.endswith("/caption"):
            number = numeral(int(pointer.split("/")[2]) + 1)
            good = found is not None and found.startswith(f"图{number}{expected}")
        elif found is None:
            good = expected in whole  # joined with others, or a credit behind a caption
        else:
            good = found == expected or pointer.startswith(("/publication", "/credits", "/source"))
            # A stack has none of its sentence's pauses where a line's end says them.
            if "/stats/" in pointer:
                good = good or without_pauses(found) == without_pauses(expected)
        if not good:
            lost.append((pointer, expected, found))
    assert lost == []


def charts_drawn(page: ComposedPage) -> list[str]:
    """The pointers of what devices show, in the order they stand in."""
    return [
        placed.origin.pointer
        for placed in walk(page.page.items, Point(0, 0))
        if isinstance(placed.item, Group) and placed.item.role is Role.FIGURE
        and placed.origin.pointer.startswith(DRAWN)
    ]  # fmt: skip


@EACH_PAIR
def test_every_chart_the_layout_takes_is_drawn_once_or_said_to_be_left_out(
    layout: str, story: str
) -> None:
    page = page_of(layout, story)
    drawn = charts_drawn(page)
    gone = {one.origin.pointer for one in page.diagnostics if one.code == "graphic-left-out"}
    taken = {pointer for pointer in used(layout, story) if pointer.startswith(("/charts", "/tab"))}
    # A chart's own words may stand in its place where it has none.
    told_by = {"/".join(at.split("/")[:3]) for at, _ in read_lines(page) if at in taken}
    assert len(drawn) == len(set(drawn))
    assert {"/".join(pointer.split("/")[:3]) for pointer in taken} <= {*drawn, *gone, *told_by}


@pytest.mark.parametrize(("layout", "story"), swept(WITH_CHARTS))
def test_a_story_with_charts_has_one_drawn_in_every_layout_and_the_press_takes_it(
    layout: str, story: str
) -> None:
    page = page_of(layout, story)
    assert charts_drawn(page)
    assert errors(page.preflight()) == ()


@EACH_PAIR
def test_every_number_of_a_stat_in_a_grid_is_read_there(layout: str, story: str) -> None:
    read = "".join(words for _, words in read_lines(page_of(layout, story)))
    gone = {one.code for one in page_of(layout, story).diagnostics} & {"numbers-left-out"}
    lost = []
    for pointer in in_grids(layout, story):
        stat = follow(told(story), pointer)
        assert isinstance(stat, Node)
        texts = (node.value for node in stat.walk() if isinstance(node.value, str))
        spans = (span for text in texts for span in read_markup(text, BUILT_IN)[0].spans)
        digits = (squeezed(span.text) for span in spans if span.part is Part.DIGITS)
        lost += [one for one in digits if one not in read]
    assert lost == [] or gone


@EACH_PAIR
def test_every_spelled_out_number_keeps_its_unit_and_qualifier(layout: str, story: str) -> None:
    read = read_lines(page_of(layout, story))
    for pointer in used(layout, story) - in_grids(layout, story):
        part = follow(told(story), pointer)
        assert isinstance(part, Node)
        for node in () if pointer.startswith(DRAWN) else part.walk():
            if isinstance(node.value, dict) and "value" in node.value:
                # The number itself stands at its value's own place.
                own = (node.origin.pointer, f"{node.origin.pointer}/value")
                words = "".join(w for p, w in read if p in own)
                for key in ("as", "unit", "qualifier"):
                    if key in node.value:
                        assert squeezed(str(node.value[key].value)) in words


@EACH_PAIR
def test_lists_of_the_story_are_read_in_their_order(layout: str, story: str) -> None:
    page = page_of(layout, story)
    for top in ("body", "panels", "figures"):
        numbers_ = [
            tuple(int(step) for step in pointer.split("/") if step.isdigit())
            for pointer, _ in read_lines(page)
            # A section's number is the layout's own: /body/children/1/….
            if re.match(rf"/{top}/\d", pointer)
            and "/".join(pointer.split("/")[:5]) not in in_grids(layout, story)
        ]
        # The panel of the news may lead the others.
        first = numbers_[0][:1] if top == "panels" and numbers_ else ()
        numbers_ = [place for place in numbers_ if place[:1] != first]
        firsts = [place[0] for place in numbers_]
        assert firsts == sorted(firsts) or top == "figures"
        if top == "panels":
            stats = [place for place in numbers_ if len(place) == 2]
            assert stats == sorted(stats)


# Numbers


def units_of(story: str, pointer: str) -> set[str]:
    """What is counted, in the words of a datum: 个, %, 万名."""
    node = follow(told(story), pointer)
    assert isinstance(node, Node)
    if isinstance(node.value, str):
        spans = read_markup(node.value, BUILT_IN)[0].spans
        return {span.text.strip() for span in spans if span.part is Part.UNIT}
    if isinstance(node.value, dict):
        return {str(node.value[key].value) for key in ("as", "unit") if key in node.value}
    return set()


@EACH_PAIR
def test_units_are_as_large_as_their_digits_ask_and_stand_on_their_foot(
    layout: str, story: str
) -> None:
    page = page_of(layout, story).page
    in_px = page.unit == "px"
    scale = page.trim.width / 810
    share = UnitShare(79.5 * scale, 171.75 * scale) if in_px else UnitShare()
    every = inks(layout, story)
    told_first = ranking_of(told(story)).news
    news = told_first.pointer if told_first else "/no"
    for digits in numbers(layout, story):
        for unit in every:
            beside = unit.line == digits.line and 0 <= unit.left - digits.right < digits.run.size
            words = unit.words.strip()
            if not beside or words not in units_of(story, unit.pointer) | {*"%‰℃"}:
                continue
            wanted = 0.72 if words in "%‰℃" else share.beside(digits.run.size)
            if not in_px and words not in "%‰℃":
                # On a narrow slope the unit of a small figure stops at a label's least size.
                wanted = max(wanted, 8 / digits.run.size) if digits.run.size <= 16 else wanted
            if in_px and digits.pointer.startswith(news) and digits.words[:1] in ("+", "−"):
                # What says how the news changed is read on a phone: 28 px of 1080 at the least.
                wanted = max(wanted, 21 * scale / digits.run.size)
            assert unit.run.size / digits.run.size == pytest.approx(wanted, abs=0.001), words
            if words[0] >= "\u3400":
                assert unit.bottom - digits.bottom < 0.02 * digits.run.size, words


@EACH_PAIR
def test_both_numbers_of_a_change_have_one_size(layout: str, story: str) -> None:
    page_of(layout, story)
    sizes: dict[str, set[float]] = {}
    for ink in numbers(layout, story):
        stat, _, state = ink.pointer.rpartition("/")
        # A grid has the later one large and its bars below it.
        if state in ("from", "to") and stat not in in_grids(layout, story):
            sizes.setdefault(stat, set()).add(round(ink.run.size, 3))
    assert [found for found in sizes.values() if len(found) > 1] == []


@pytest.mark.parametrize(
    ("layout", "story"), swept(pair for pair in FITTING if pair[0].endswith("broadsheet"))
)
def test_the_news_of_a_broadsheet_is_large_and_the_facts_are_read_at_arms_length(
    layout: str, story: str
) -> None:
    page_of(layout, story)
    *facts, news = sorted(ink.run.size for ink in numbers(layout, story))
    assert news >= 84
    assert facts[0] >= 20
    assert news >= 2 * facts[-1]


@EACH_PAIR
def test_siblings_share_one_size(layout: str, story: str) -> None:
    page_of(layout, story)
    sizes: dict[str, set[float]] = {}
    for ink in numbers(layout, story):
        parts = ink.pointer.split("/")
        is_change = parts[-1] in ("from", "to")
        if len(parts) > 4 and not is_change and parts[3] == "stats":
            sizes.setdefault("/".join(parts[:4]), set()).add(round(ink.run.size, 2))
    assert all(len(found) <= 2 for found in sizes.values()), sizes
