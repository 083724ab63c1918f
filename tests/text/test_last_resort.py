"""What is too wide for its measure is broken after a sign, else anywhere, and said."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
from square_style import set_words, words

from tests.small_pages import STYLES, composed, faults, lines, sizes


def text(words: str, **more: Any) -> dict[str, Any]:
    return {"type": "text", "text": words, "style": "s", **more}


def said(body: dict[str, Any], *size: float) -> list[tuple[str, str]]:
    page = composed(body, *size)
    return [(d.saying.form, str(d.severity)) for d in page.diagnostics if d.code == "overset-width"]


@pytest.mark.parametrize(
    ("words", "broken", "how"),
    [
        ("aaaa/bbbb/cc", ["aaaa/", "bbbb/", "cc"], ("at-sign", "note")),
        ("{~国人民·大山水~}", ["国人民·", "大山水"], ("at-sign", "note")),
        ("aaaaaaaa", ["aaaaa", "aaa"], ("torn", "warning")),
        ("{~国人民大山水火~}", ["国人民大山", "水火"], ("torn", "warning")),
        ("105∶200", ["105∶", "200"], ("at-sign", "note")),
        ("1,234,567", ["1,", "234,", "567"], ("at-sign", "note")),
        ("12345km", ["12345", "km"], ("at-sign", "note")),
        ("国456-110。", ["国456-", "110。"], ("at-sign", "note")),
        ("国6.5%〔3〕，", ["国6.5%", "〔3〕，"], ("torn", "warning")),
        ("国人12345678，", ["国人", "12345", "678，"], ("torn", "warning")),
    ],
)
def test_words_that_may_not_be_broken_have_a_last_resort(
    words: str, broken: list[str], how: tuple[str, str]
) -> None:
    assert [line.text for line in lines(composed(text(words), 50))] == broken
    assert said(text(words), 50) == [how]


@pytest.mark.parametrize("ems", range(4, 12))
@pytest.mark.parametrize("align", ["left", "justify"])
def test_no_mark_is_torn_from_its_line_and_no_number_more_than_it_must(
    ems: int, align: str
) -> None:
    told = "电话：010-46147553。男女1055∶1000，占6.0‰〔3〕，共7,348,276户，+12.5%，￥80,055万元"
    page = composed(text(told), 10 * ems, styles={"s": {**STYLES["s"], "align": align}})
    found = [line.text for line in lines(page)]
    assert "".join(found) == told
    assert not any(line[0] in "，。∶〕%‰-," or line[-1] in "〔￥+" for line in found)
    torn = sum(a[-1].isdigit() and b[0].isdigit() for a, b in pairwise(found))
    assert torn == {4: 4, 8: 1, 7: 1, 6: 1, 5: 1}.get(ems, 0)


def test_a_unit_is_kept_whole_before_it_is_parted_at_a_sign_of_its_own() -> None:
    assert broken_into("3.5mg/dL", 60) == ["3.5", "mg/dL"]
    assert broken_into("mg/dL", 30) == ["mg/", "dL"]


def broken_into(told: str, measure: float) -> list[str]:
    return words(set_words(told, measure, balance=True))


def test_a_single_character_too_wide_for_its_measure_is_refused() -> None:
    (fault,) = faults(text("人民"), 9)
    assert (fault.code, fault.saying.form, fault.severity) == ("overset-width", "stuck", "error")


def test_what_fits_is_not_said() -> None:
    assert said(text("aaaaa 人民"), 50) == []


def test_a_headline_is_first_made_smaller() -> None:
    body = {"type": "headline", "text": "aaaaaaaa", "style": "s", "smallest": 0.6}
    assert set(sizes(composed(body, 50)).values()) == {6.25}
    assert said(body, 50) == []
    page = composed(body, 40)
    assert set(sizes(page).values()) == {6.0} and len(lines(page)) == 2
    assert said(body, 40) == [("torn", "warning")]


def test_a_percent_sign_heads_no_column() -> None:
    style = {**STYLES["s"], "writing": "vertical"}
    page = composed(text("降幅达92%〔7〕，好于", length="40pt"), 200, styles={"s": style})
    found = [line.text for line in lines(page)]
    assert "〔7〕" in "".join(found) and not any(line[0] in "%〕，" for line in found)
