"""What is too wide for its measure is broken after a sign, else anywhere, and said."""

from __future__ import annotations

from typing import Any

import pytest

from tests.small_pages import composed, faults, lines, sizes


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
    ],
)
def test_words_that_may_not_be_broken_have_a_last_resort(
    words: str, broken: list[str], how: tuple[str, str]
) -> None:
    assert [line.text for line in lines(composed(text(words), 50))] == broken
    assert said(text(words), 50) == [how]


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
