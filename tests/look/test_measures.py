"""Each measure of a page's look, by a page that breaks it and one that just holds."""

from __future__ import annotations

import sys
from dataclasses import replace
from pathlib import Path as FilePath
from typing import Any

import pytest

sys.path.insert(0, str(FilePath(__file__).resolve().parents[1] / "backends"))
from hand_set import FIGURES, RED, SANS, SERIF, at, box, line, page, run

from infographic.display.blocks import PlacedBlock
from infographic.display.items import Group, ImageFile, Picture, Placed, Role
from infographic.display.page import Page
from infographic.foundation.color import BLACK, Color, grey
from infographic.foundation.datum import BUILT_IN, Origin, Source
from infographic.foundation.diagnostics import Severity
from infographic.foundation.font import Face
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.look.measure import Measure
from infographic.look.measured import measured
from infographic.look.seen import datum_of, words_of

ACCENT = replace(RED, name="accent")
STAT = "/panels/0/stats/{}"


def told(pointer: str) -> Origin:
    return Origin(Source("story.json"), pointer, 1, 1)


NEWS = told("/panels/1/stats/0")


def of(pointer: str, placed: Placed) -> Placed:
    return placed._replace(origin=told(pointer))


def number(pointer: str, size: float, x: float = 0, y: float = 100, color: Color = BLACK) -> Placed:
    return of(pointer, at(x, y, line(run(FIGURES, "2300", size, color))))


def headed(text: str, size: float, y: float = 100) -> Placed:
    words = of("/headline", at(0, y, line(run(SANS, text, size))))
    return at(0, 0, Group((words,), role=Role.HEADING_1))


def card(*items: Placed, width: float = 810, height: float = 810, **more: Any) -> Page:
    return page(*items, width=width, height=height, unit="px", **more)


def measure(one: Page, name: str, news: Origin | None = None, **more: Any) -> Measure:
    (found,) = [each for each in measured(one, news, **more) if each.name == name]
    return found


def names(one: Page, **more: Any) -> set[str]:
    return {each.name for each in measured(one, **more)}


def test_a_page_of_nothing_has_a_hole_and_no_rank() -> None:
    assert names(card()) == {"hole", "band", "masses"}
    assert measure(card(), "hole").found == 1.0
    assert measure(card(), "band").found == 1.0


# Rank


@pytest.mark.parametrize(("size", "holds"), [(219, False), (221, True)])
def test_the_news_leads_the_next_figure_by_its_digits_height(size: float, holds: bool) -> None:
    found = measure(card(number(NEWS.pointer, size, y=300), number(STAT.format(0), 100, y=500)),
                    "rank", NEWS)  # fmt: skip
    assert found.found == pytest.approx(size / 100)
    assert found.passes == holds
    assert found.note.severity is Severity.NOTE


def test_a_figure_that_outweighs_the_news_is_told_though_the_ratio_is_large() -> None:
    found = measure(card(number(NEWS.pointer, 40, y=300), number(STAT.format(0), 100, y=500)),
                    "rank", NEWS)  # fmt: skip
    assert found.found == pytest.approx(0.4)
    assert len(found.note.places) == 2


def test_both_figures_of_a_change_are_one_and_those_of_a_chart_too() -> None:
    one = card(
        number(f"{NEWS.pointer}/from", 200, y=200), number(f"{NEWS.pointer}/to", 220, y=400),
        number("/charts/0/data/file", 80, y=500), number("/charts/0", 60, y=600),
    )  # fmt: skip
    assert measure(one, "rank", NEWS).found == pytest.approx(220 / 80)
    assert datum_of("/panels/0/title") == "/panels/0/title"


def test_a_figure_with_its_sign_is_one_too() -> None:
    one = card(of("/charts/0", at(0, 100, line(run(FIGURES, "−15.3%", 40)))), number(STAT, 80))
    assert [each.text for each in words_of(one) if each.is_figure] == ["−15.3%", "2300"]


def test_numbers_of_headline_text_and_imprint_are_no_figures() -> None:
    one = card(number("/publication/date", 300, y=300), number("/body/3", 200, y=500),
               headed("2300", 100))  # fmt: skip
    assert [each.text for each in words_of(one) if each.is_figure] == []


def test_the_news_that_is_not_on_the_first_page_is_told_at_its_place() -> None:
    one = card(number(STAT.format(0), 100))
    assert measure(one, "news", NEWS).passes is False
    assert measure(one, "news", NEWS).note.origin == NEWS
    assert measure(card(number(f"{NEWS.pointer}/to", 20)), "news", NEWS).passes
    assert "news" not in names(one, news=NEWS, is_first=False)
    assert "rank" not in names(one, news=NEWS)


@pytest.mark.parametrize(("size", "holds"), [(114, False), (115, True)])
def test_the_headline_outweighs_the_ordinary_figures_and_not_the_news(
    size: float, holds: bool
) -> None:
    one = card(headed("联盟", size), number(NEWS.pointer, 300, y=400),
               number(STAT.format(0), 100, y=600))  # fmt: skip
    found = measure(one, "headline", NEWS)
    assert found.found == pytest.approx(size / 100)
    assert found.passes == holds


def test_the_accent_is_for_the_news_the_marks_and_the_papers_name() -> None:
    chart = Group((number("/charts/0", 60, color=ACCENT),), role=Role.FIGURE)
    news = number(NEWS.pointer, 200, y=300, color=ACCENT)
    logo = of("/publication/name", at(0, 40, line(run(SANS, "日报", 20, ACCENT))))
    folio = PlacedBlock("folio", Rect(0, 0, 90, 50), BUILT_IN, (logo,), path=(2,))
    one = card(news, at(0, 500, chart), logo, blocks=(folio,))
    assert measure(one, "accents", NEWS).passes
    tinted = replace(ACCENT, name="accent 60%")
    more = card(news, number(STAT.format(1), 40, y=700, color=tinted),
                of("/panels/0/title", at(0, 790, line(run(SANS, "变化", 20, ACCENT)))))  # fmt: skip
    found = measure(more, "accents", NEWS)
    assert (found.found, found.passes) == (2, False)
    assert found.note.saying.values["words"] == ["2300", "变化"]


def sentence(pointer: str, y: float, size: float = 50) -> Placed:
    words = run(SANS, "建立党建联盟", 20), run(FIGURES, "2300", size), run(SANS, "个", 20)
    return of(pointer, at(0, y, line(*words)))


def test_four_sentences_with_numbers_may_stand_in_a_panel_and_not_five() -> None:
    four = [sentence(STAT.format(n), 100 + 60 * n) for n in range(4)]
    elsewhere = sentence(NEWS.pointer, 500)
    assert measure(card(*four, elsewhere), "sentences").passes
    found = measure(card(*four, sentence(STAT.format(4), 500)), "sentences")
    assert (found.found, found.passes, len(found.note.places)) == (5, False, 5)


def test_a_list_of_facts_from_several_panels_is_one_region() -> None:
    lines = tuple(sentence(f"/panels/{n}/stats/0", 100 + 60 * n) for n in range(5))
    one = card(*lines, blocks=(PlacedBlock("stats", Rect(0, 0, 9, 9), told("/body"), lines),))
    assert measure(one, "sentences").found == 5


def test_a_figure_over_its_label_and_a_number_of_the_words_size_are_no_sentences() -> None:
    label = of(STAT.format(0), at(0, 60, line(run(SANS, "建立党建联盟", 20))))
    small = sentence(STAT.format(1), 200, size=20)
    unit = of(STAT.format(2), at(0, 300, line(run(FIGURES, "23", 80), run(SANS, "万余名", 20))))
    one = card(label, number(STAT.format(0), 80), small, unit)
    assert measure(one, "sentences").found == 0


# Space


def test_a_hole_is_told_with_its_share_and_place() -> None:
    full = [at(0, 0, box(810, 320)), at(0, 320, box(400, 490))]
    found = measure(card(*full), "hole")
    assert not found.passes
    assert found.found == pytest.approx(0.305, abs=0.01)
    (place,) = found.note.places
    assert (place.box.right, place.box.bottom) == (810, 810)
    # The same room with a chart in it holds.
    assert measure(card(*full, at(420, 400, box(370, 380))), "hole").passes


def test_a_band_is_empty_though_rules_lie_in_it() -> None:
    rule, grounds = at(0, 500, box(810, 2)), Group((at(0, 0, box(810, 400)),), name="ground")
    full = at(0, 0, box(810, 390)), at(0, 650, box(810, 160))
    found = measure(card(*full, rule, at(0, 400, grounds)), "band")
    assert found.note.places[0].box == Rect(0, 390, 810, 260)
    assert found.found == pytest.approx(260 / 810)
    assert measure(card(full[0], at(0, 550, box(810, 260))), "band").passes


def test_what_a_platform_covers_is_not_looked_at() -> None:
    full = [at(270 * n, 200, box(270, 610)) for n in range(3)]
    covered = card(*full, height=1010, safe_area=Insets(top=200, bottom=200))
    assert measure(covered, "hole").found == 0
    assert measure(covered, "band").found == 0


def test_of_a_long_image_so_much_is_looked_at_as_a_phone_shows() -> None:
    lines = [at(0, 400 * n, box(810, 60)) for n in range(20)]
    found = measure(card(*lines, height=8000), "band")
    assert found.found == pytest.approx(340 / 1440)
    strip = [at(0, 0, box(700, 4000)), at(0, 4000, box(700, 4000))]
    assert measure(card(*strip, height=8000), "hole").found < 0.15


def test_masses_are_pictures_grounds_that_are_seen_and_marks() -> None:
    def share(*items: Placed) -> float:
        return measure(card(*items), "masses").found

    def under(color: Color, height: float) -> Placed:
        return at(0, 0, Group((at(0, 0, box(810, height, color)),), name="ground"))

    assert share(under(BLACK, 405)) == 0.5
    assert share(under(grey(0.25), 405)) == 0.5
    assert share(under(grey(0.03), 405)) == 0  # a wash
    assert share(at(0, 0, box(810, 3))) == 0  # a rule
    assert share(under(BLACK, 405), at(0, 202.5, photo(810, 405))) == 0.75
    assert measure(card(under(BLACK, 200)), "masses").passes
    assert not measure(card(under(BLACK, 150)), "masses").passes
    assert measure(page(under(BLACK, 40), width=810, height=300), "masses").passes


# Reading


@pytest.mark.parametrize(("size", "holds"), [(20.9, False), (21, True)])
def test_data_are_28_px_of_1080_on_a_phone(size: float, holds: bool) -> None:
    found = measure(card(number(STAT.format(0), size)), "type")
    assert found.bound == pytest.approx(9.72, abs=0.01)
    assert found.passes == holds


@pytest.mark.parametrize(("size", "holds"), [(17.9, False), (18, True)])
def test_sources_and_imprint_may_be_24_px(size: float, holds: bool) -> None:
    source = Group((of("/source", at(0, 30, line(run(SANS, "统计局", size)))),), role=Role.CAPTION)
    one = card(at(0, 0, source), number(STAT.format(0), 30))
    assert measure(one, "imprint").passes == holds
    assert measure(one, "type").passes


def test_in_print_the_press_says_how_small_type_may_be() -> None:
    one = page(number(STAT.format(0), 7))
    assert measure(one, "type").passes
    assert not measure(one, "type", printed=8).passes


@pytest.mark.parametrize(("count", "holds"), [(35, True), (36, False)])
def test_a_captions_lines_hold_at_most_35_characters(count: int, holds: bool) -> None:
    caption = at(0, 0, Group((at(0, 700, line(run(SANS, "图" * count, 10))),), role=Role.CAPTION))
    one = page(caption, blocks=(PlacedBlock("figure", Rect(0, 0, 9, 9), BUILT_IN, (caption,)),))
    assert measure(one, "captions").found == pytest.approx(count)
    assert measure(one, "captions").passes == holds


@pytest.mark.parametrize(("count", "holds"), [(20, True), (21, False)])
def test_a_column_is_plain_for_ten_centimetres_at_most(count: int, holds: bool) -> None:
    # Lines of 10 pt, 14 apart: 20 of them are 276 pt deep, 21 are 290.
    one = article(*(words_at(14.0 * n) for n in range(count)))
    assert measure(one, "relief").found == pytest.approx(10 + 14 * (count - 1))
    assert measure(one, "relief").passes == holds


def test_what_is_set_otherwise_a_gap_and_the_next_column_break_a_column_up() -> None:
    rows = [14.0 * n for n in range(30)]
    lead = article(*(words_at(y, face=SERIF if y == rows[15] else SANS) for y in rows))
    assert measure(lead, "relief").found == pytest.approx(10 + 14 * 14)
    gap = article(*(words_at(y + (60 if y > rows[15] else 0)) for y in rows))
    assert measure(gap, "relief").found == pytest.approx(10 + 14 * 15)
    columns = article(*(words_at(y % (14 * 15), 200.0 * (y >= 14 * 15)) for y in rows))
    assert measure(columns, "relief").found == pytest.approx(10 + 14 * 14)
    assert "relief" not in names(article(*map(words_at, rows), unit="px"))


def words_at(y: float, x: float = 0.0, face: Face = SANS) -> Placed:
    return at(x, 20 + y, line(run(face, "人民日报", 10)))


def article(*items: Placed, **more: Any) -> Page:
    text = at(0, 0, Group(items, role=Role.ARTICLE))
    return page(
        text, blocks=(PlacedBlock("article", Rect(0, 0, 9, 9), BUILT_IN, (text,)),), **more
    )  # fmt: skip


# Pictures


def photo(width: float, height: float, kept: float = 1.0) -> Picture:
    file = ImageFile(FilePath("bridge.jpg"), "0", 300, 200)
    return Picture(file, Rect(0, 0, 1, kept), Size(width, height))


def figure(number: int, x: float, y: float, width: float, height: float) -> Placed:
    size = Size(width, height)
    group = Group((at(0, 0, box(*size)),), role=Role.FIGURE, name="picture", clip=size)
    return Placed(Point(x, y), group, told(f"/figures/{number}"))


@pytest.mark.parametrize(("kept", "holds"), [(0.54, False), (0.55, True)])
def test_more_than_half_of_a_picture_is_kept(kept: float, holds: bool) -> None:
    found = measure(card(at(0, 0, photo(300, 200, kept))), "crop")
    assert (found.found, found.passes) == (kept, holds)


def test_what_a_frame_hides_of_a_picture_is_cut_off_too() -> None:
    cut = Group((at(0, 0, photo(300, 200, 0.8)),), clip=Size(150, 200))
    assert measure(card(at(0, 0, cut)), "crop").found == pytest.approx(0.4)


def test_pictures_stand_in_the_order_of_their_numbers() -> None:
    def pairs(*figures: Placed) -> float:
        return measure(card(*figures), "order").found

    assert pairs(figure(0, 0, 0, 300, 200), figure(1, 310, 50, 300, 200)) == 0
    assert pairs(figure(0, 310, 0, 300, 200), figure(1, 0, 50, 300, 200)) == 1
    assert pairs(figure(0, 0, 300, 300, 200), figure(1, 310, 0, 300, 200)) == 1
    assert pairs(figure(2, 0, 0, 9, 9), figure(1, 0, 20, 9, 9), figure(0, 0, 40, 9, 9)) == 3


@pytest.mark.parametrize(("height", "holds"), [(30, False), (34, True)])
def test_no_picture_is_a_postage_stamp_beside_another(height: float, holds: bool) -> None:
    one = card(figure(0, 0, 0, 300, 200), figure(1, 0, 300, 300, height))
    assert measure(one, "stamps").found == pytest.approx(height / 200)
    assert measure(one, "stamps").passes == holds
    assert "stamps" not in names(card(figure(0, 0, 0, 300, 200)))
