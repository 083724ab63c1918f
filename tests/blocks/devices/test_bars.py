"""Ranked bars: lengths from 0, the order, what is claimed."""

from __future__ import annotations

import pytest
from drawing import drawn, marks_on
from small_pages import words

COLUMNS = ["县", "产量"]


def bars_of(*rows: tuple[str, float | None], **chart: object) -> list[tuple[str, float]]:
    """Each bar's datum and length, in the order they are painted."""
    page = drawn(COLUMNS, rows, kind="bars", **chart).page  # type: ignore[arg-type]
    return [(m.pointer, m.box.width) for m in marks_on(page) if m.path.fill is not None]


def test_bars_are_as_long_as_their_values_are_large() -> None:
    (_, first), (_, second), (_, third) = bars_of(("甲", 400), ("乙", 300), ("丙", 1))
    assert second / first == pytest.approx(0.75, abs=1e-9)
    assert third / first == pytest.approx(1 / 400, abs=1e-9)


def test_the_longest_bar_stands_first_and_ties_keep_the_order_of_the_file() -> None:
    pointers = [pointer for pointer, _ in bars_of(("甲", 2), ("乙", 3), ("丙", 2))]
    assert [pointer.split("/")[-2] for pointer in pointers] == ["1", "0", "2"]


def test_a_missing_value_has_no_bar_and_is_said() -> None:
    assert len(bars_of(("甲", 2), ("乙", None))) == 1
    assert "—" in words(drawn(COLUMNS, [["甲", 2], ["乙", None]], kind="bars"))


def test_what_the_title_claims_has_the_accent() -> None:
    page = drawn(COLUMNS, [["甲", 2], ["乙", 1]], kind="bars", highlight=["乙"]).page
    fills = {mark.pointer: mark.path.fill for mark in marks_on(page) if mark.path.fill}
    claimed, other = fills["/charts/0/data/rows/1/1"], fills["/charts/0/data/rows/0/1"]
    assert claimed != other


def test_bars_below_nothing_are_refused_and_the_figures_are_set_instead() -> None:
    page = drawn(COLUMNS, [["甲", -2], ["乙", 1]], kind="bars")
    assert [d.code for d in page.diagnostics if d.severity == "warning"] == ["graphic-simpler"]
    assert "−2" in words(page)
