"""Parts of a whole: unit grid, share bar and donut, from stats, fractions and charts."""

from __future__ import annotations

import math
from typing import Any

import pytest
from checks import words_are_apart
from drawing import Mark, drawn, marks_on, words_on
from hypothesis import given, settings
from hypothesis import strategies as st
from small_pages import composed, words

from infographic.composed import ComposedPage
from infographic.display.items import TextLine


def of_stats(
    *stats: Any, kind: str = "auto", width: float = 300, height: float | None = None
) -> ComposedPage:
    story = {"headline": "大事", "panels": [{"title": "数", "stats": list(stats)}]}
    body = {"type": "graphic", "stats": {"$data": "/panels/0/stats"}, "kind": kind}
    return composed(body, width, height, story=story)


def of_share(text: str, **more: Any) -> ComposedPage:
    return of_stats({"value": text, "label": "覆盖率"}, **more)


def drawn_as(page: ComposedPage) -> str:
    """The device that an `auto` graphic, or one that gave way, came to."""
    found = [d for d in page.diagnostics if d.code in ("graphic-kind", "graphic-simpler")]
    return str(found[0].message.split("“")[1].split("”")[0])


def accent_of(page: ComposedPage) -> list[Mark]:
    """Filled marks but those of the rest, which are black alone and light."""
    return [m for m in marks_on(page.page) if m.path.fill and m.path.fill.cmyk[3] > 0.5]


def frames_of(page: ComposedPage) -> list[Mark]:
    return [m for m in marks_on(page.page) if m.path.stroke and m.path.stroke.width > 1]


def area(marks: list[Mark]) -> float:
    return sum(m.box.width * m.box.height for m in marks)


def test_a_percentage_fills_so_many_cells_from_the_lower_left() -> None:
    page = of_share("63%")
    assert drawn_as(page) == "unit-grid"
    cells = accent_of(page)
    assert len(cells) == 63
    first, last = cells[0].box, cells[-1].box
    assert first.x < cells[1].box.x and first.y == cells[9].box.y
    assert cells[10].box.y < first.y and last.y == min(cell.box.y for cell in cells)


@pytest.mark.parametrize(("text", "share"), [("80.5%", 80.5), ("125‰", 12.5), ("1.3%", 1.3)])
def test_the_filled_area_is_exact(text: str, share: float) -> None:
    cells = accent_of(of_share(text))
    one = cells[0].box.width * cells[0].box.height
    assert area(cells) / one == pytest.approx(share, abs=1e-6)


def test_a_fraction_is_n_of_m_cells() -> None:
    page = of_share("3/4")
    assert len(accent_of(page)) == 3
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 4


def test_an_amount_of_a_whole_is_its_share_and_says_so() -> None:
    page = of_stats({"value": 1800, "unit": "户", "of": 2400, "label": "完成改造"})
    assert len(accent_of(page)) == 75
    assert "占2400户的75%" in words(page)


def test_more_than_the_whole_has_a_second_grid() -> None:
    page = of_share("137%")
    assert len(accent_of(page)) == 137
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 200
    assert drawn_as(of_share("237%")) == "lead"


def test_less_than_a_cell_is_a_bar_with_a_leader() -> None:
    page = of_share("0.4%")
    assert drawn_as(page) == "share-bar"
    (part,) = accent_of(page)
    assert part.box.width == pytest.approx(300 * 0.004)


@pytest.mark.parametrize(
    ("text", "filled", "outlined"),
    [
        ("**63%**～**68%**的人支持", 63, 5),
        ("**85%以上**的群众满意", 85, 1),
        ("约**40%**的村", 39, 1),
    ],
)
def test_what_is_not_known_exactly_is_outlined_and_said(
    text: str, filled: int, outlined: int
) -> None:
    page = of_stats(text, width=400)
    assert len(accent_of(page)) == filled
    assert len(frames_of(page)) == outlined
    assert "空心处为不确定的部分" in words(page)


@pytest.mark.parametrize(
    "text", ["同比增长**5.2%**", "增速达**8%**", "比上年下降**3.1%**", "年利率**3.5%**"]
)
def test_a_change_or_a_rate_is_no_part_of_a_whole(text: str) -> None:
    assert drawn_as(of_stats(text)) == "lead"
    page = of_stats(text, kind="unit-grid")
    assert [d.code for d in page.diagnostics if d.severity == "warning"] == ["graphic-simpler"]


@pytest.mark.parametrize("text", ["覆盖率提升至**95%**", "合格率达**98%**", "占**12%**"])
def test_a_level_that_a_change_leads_to_is_one(text: str) -> None:
    assert drawn_as(of_stats(text)) == "unit-grid"


def test_a_negative_share_is_refused() -> None:
    for kind in ("unit-grid", "share-bar", "donut"):
        page = of_stats({"value": -5, "unit": "%", "label": "占比"}, kind=kind)
        assert "below 0" in next(d.message for d in page.diagnostics if d.code == "graphic-simpler")


def test_in_little_height_a_cell_is_five_per_cent_and_said() -> None:
    page = of_share("60%", height=80)
    assert len(accent_of(page)) == 12
    assert "每格5%" in words(page)


def test_a_share_bar_is_as_long_as_its_share_and_names_the_rest() -> None:
    page = of_share("62.5%", kind="share-bar")
    (part,) = accent_of(page)
    assert part.box.width == pytest.approx(300 * 0.625)
    assert "其余" in words(page)


def test_a_value_that_its_part_does_not_hold_stands_behind_it() -> None:
    made = of_share("5%", kind="share-bar")
    words_are_apart(made, 300)
    assert "5%" in words(made)


@pytest.mark.parametrize("share", ["5%", "62.5%"])
def test_words_on_a_share_bar_are_read_as_newsprint_shows_them(share: str) -> None:
    page = of_share(share, kind="share-bar")
    assert [str(one) for one in page.preflight() if one.code == "contrast-low"] == []


COLUMNS = ["产业", "占比"]
THREE = [["一产", 6.2], ["二产", 33.4], ["三产", 60.4]]


def whole(rows: list[list[object]], **chart: Any) -> ComposedPage:
    chart = {"measure": {"what": "构成", "unit": "%"}, "highlight": ["三产"], **chart}
    return drawn(COLUMNS, rows, width=400, **chart)


def lines(page: ComposedPage) -> list[str]:
    return [one.item.text for one in words_on(page.page) if isinstance(one.item, TextLine)]


def test_three_parts_with_one_claimed_are_a_donut() -> None:
    page = whole(THREE)
    assert drawn_as(page) == "donut"
    assert {"三产", "60.4%", "二产33.4%", "一产6.2%"} <= {
        one.replace(" ", "") for one in lines(page)
    }
    claimed, *others = [m for m in marks_on(page.page) if m.path.fill]
    assert len(others) == 2
    assert claimed.pointer.endswith("rows/2/1")


def test_a_part_no_wider_than_a_seam_has_its_words_alone() -> None:
    """What its seams leave of it would be a line in paper of 0.4 pt, which no press holds."""
    page = whole([["一产", 0.1], ["二产", 49.6], ["三产", 50.3]])
    assert drawn_as(page) == "donut"
    assert len([m for m in marks_on(page.page) if m.path.fill]) == 2
    assert "一产0.1%" in [one.replace(" ", "") for one in lines(page)]
    assert "line-thin-reversed" not in [one.code for one in page.preflight()]


def test_a_donut_of_parts_that_make_no_whole_is_refused_with_the_sum() -> None:
    rows: list[list[object]] = [["二产", 30.8], ["三产", 66.2]]
    page = whole(rows, chart_kind="donut")
    (said,) = [d.message for d in page.diagnostics if d.code == "graphic-simpler"]
    assert "should make 100 % and make 97.0 %: 30.8 + 66.2" in said


def test_more_parts_or_none_claimed_are_bars() -> None:
    four = [["甲", 10], ["乙", 20], ["丙", 30], ["三产", 40]]
    assert drawn_as(whole(four)) == "bars"
    assert drawn_as(whole(THREE, highlight=[])) == "bars"


def test_a_donuts_sectors_have_their_shares() -> None:
    page = whole([["一产", 25], ["三产", 75]])
    sectors = [m for m in marks_on(page.page) if m.path.fill]
    claimed, rest = sectors
    # A quarter's box is a quadrant; the claimed part begins at twelve o'clock and runs clockwise.
    assert rest.box.width == pytest.approx(rest.box.height, rel=1e-3)
    assert claimed.box.width == pytest.approx(2 * rest.box.width, rel=1e-3)
    assert math.isclose(rest.box.right, claimed.box.x + claimed.box.width / 2, abs_tol=0.05)


@pytest.mark.parametrize(
    ("text", "width", "height"),
    [("约**40%**的村", 319, 54), ("**63%**～**68%**支持", 289, 52), ("**63%**覆盖", 93, 65)],
)
def test_what_must_be_said_has_room_or_a_simpler_device_is_chosen(
    text: str, width: float, height: float
) -> None:
    page = of_stats(text, width=width, height=height)
    assert not [d for d in page.diagnostics if d.severity == "error"]


SHARES = st.decimals(0, 200, places=2)


@settings(max_examples=25, deadline=None)
@given(
    share=SHARES, width=st.integers(110, 420), name=st.text("甲乙丙丁", min_size=1, max_size=30),
    kind=st.sampled_from(["unit-grid", "share-bar", "donut"]),
)  # fmt: skip
def test_whatever_the_share_no_word_stands_on_another_or_outside(
    share: Any, width: int, name: str, kind: str
) -> None:
    page = of_stats({"value": f"{share}%", "label": name}, kind=kind, width=width)
    words_are_apart(page, width)
    assert all(m.box.x >= -0.01 and m.box.right <= width + 0.01 for m in marks_on(page.page))
