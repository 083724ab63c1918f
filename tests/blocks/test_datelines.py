"""Datelines in narrow columns, from JSON to the page: none refused, none torn without a word."""

from __future__ import annotations

from typing import Any

import pytest

from infographic import compose
from infographic.composed import ComposedPage
from infographic.display.items import TextLine

ACTIVITY = "活动于2026年11月22日在京举行"
DATELINE = "据新华社北京2026年11月22日电（记者李华）今天上午全国农业工作会议在京召开"


def set_in(text: str, ems: float, block: str = "text", **style: object) -> ComposedPage:
    """A page with one block, so many ems wide (high, where it is vertical), at 20 pt."""
    page = {"width": f"{ems * 20 + 40}pt", "height": "auto", "margins": "20pt"}
    if style.get("writing") == "vertical":
        page |= {"width": "800pt", "height": f"{ems * 20 + 40}pt"}
    words = "/headline" if block == "headline" else "/body/0"
    body: dict[str, Any] = {"type": block, "text": {"$data": words}, "style": "body"}
    if block == "headline":
        body["max_lines"] = 12
    own = {"font": "body", "size": "20pt", "leading": "30pt", **style}
    layout = {
        "page": page,
        "fonts": {"body": "serif-regular"},
        "styles": {"body": own},
        "body": body,
    }
    return compose({"headline": text, "body": [text]}, layout)


def lines_of(page: ComposedPage) -> list[str]:
    return [one.item.text for one in page.page.walk() if isinstance(one.item, TextLine)]


@pytest.mark.parametrize("ems", range(4, 14))
@pytest.mark.parametrize(
    ("block", "style"),
    [
        ("text", {}),
        ("text", {"align": "left"}),
        ("text", {"writing": "vertical"}),
        ("headline", {"align": "left"}),
        ("headline", {"align": "left", "writing": "vertical"}),
    ],
    ids=["justified", "ragged", "vertical", "headline", "vertical-headline"],
)
def test_a_dateline_is_set_in_any_measure(block: str, style: dict[str, Any], ems: int) -> None:
    assert "".join(lines_of(set_in(ACTIVITY, ems, block, **style))) == ACTIVITY


def test_no_line_of_thirteen_ems_is_left_half_empty() -> None:
    page = set_in(DATELINE, 13)
    assert lines_of(page)[0] == "据新华社北京2026年11月"
    assert "text-loose" not in [found.code for found in page.preflight()]


def test_a_line_left_short_in_justified_text_is_warned_of() -> None:
    page = set_in("会议在{~黑龙江省哈尔滨市松北区~}及各地举行", 13)
    (found,) = [found for found in page.preflight() if found.code == "text-loose"]
    assert (found.saying.form, found.saying.values["short"]) == ("short", 200)


def test_a_line_spread_by_more_than_a_fifth_of_an_em_is_warned_of() -> None:
    page = set_in("会议代表在{~黑龙江省哈尔滨~}举行", 8)
    (found,) = [found for found in page.preflight() if found.code == "text-loose"]
    assert found.saying.values["gap"] == pytest.approx(0.75)


@pytest.mark.parametrize("mark", ["{会议|huì yì}", "会{议|yì}", "{.会.}议", "{_会议_}"])
def test_it_is_warned_of_though_readings_or_dots_part_its_words(mark: str) -> None:
    words = f"{mark}在{{~黑龙江省哈尔滨市松北区~}}及各地举行"
    (found,) = [found for found in set_in(words, 13).preflight() if found.code == "text-loose"]
    assert (found.saying.form, found.saying.values["short"]) == ("short", 200)


def test_where_a_price_is_forbidden_a_dateline_too_wide_is_torn_with_a_warning() -> None:
    def forms(page: ComposedPage) -> list[tuple[str, str]]:
        said = [one for one in page.diagnostics if one.code == "overset-width"]
        return [(one.saying.form, str(one.severity)) for one in said]

    assert forms(set_in(ACTIVITY, 7)) == [("parted", "note")]
    assert forms(set_in(ACTIVITY, 7, keep_dates="forbid")) == [("torn", "warning")]


def test_the_warning_stands_at_its_line_or_its_column() -> None:
    words = "会议在{~黑龙江省哈尔滨市松北区~}及各地举行"
    across, down = (
        next(found for found in set_in(words, 13, **own).preflight() if found.code == "text-loose")
        for own in ({}, {"writing": "vertical"})
    )
    (line, _), (column, _) = across.places[0], down.places[0]
    assert (line.width, line.x) == (60, 20)
    assert (column.height, column.y, column.width) == (60, 20, 20)
