"""Every device passes PDF/X-4 and X-1a: whole files, black words, lines that print, little ink."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from clean_pages import is_paper
from device_pages import Case, page_of
from test_devices_in_the_file import PROOFS, each_page
from written_marks import Sheet, read

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "press"))
import pdfx_page_rules  # noqa: F401 - it adds its rules
import pdfx_paint_rules  # noqa: F401
from pdfx_rules import broken

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import Severity
from infographic.press.inspect.run import inspect

PRESSES = ("newsprint", "newsprint-x1a", "insert")
LIMIT = 2.2
"""Of newsprint's ink, as a share of one solid."""
SMALL = 24.0
"""Smaller words are black, or paper on a solid."""


def assert_prints(sheet: Sheet) -> None:
    """Words of black alone, lines that the press holds, no more ink than it dries."""
    for shown in sheet.shown:
        if shown.size < SMALL:
            assert shown.fill in ((0, 0, 0, 1), (0, 0, 0, 0)), shown
        if is_paper(shown.fill):
            assert shown.size >= 10, shown
    for mark in sheet.marks:
        for ink in (mark.fill, mark.stroke):
            assert ink is None or sum(ink) <= LIMIT + 0.001, mark
            # Fewer than three in a hundred do not print.
            assert ink is None or all(share == 0 or share >= 0.03 for share in ink), mark
        if mark.stroke is not None:
            is_colored = any(mark.stroke[:3])
            is_reversed = is_paper(mark.stroke)
            least = 1.5 if is_colored else 0.75 if is_reversed else 0.25
            assert mark.width >= least - 0.001, mark


@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_a_device_passes_the_newspaper_press(kind: str) -> None:
    passes(kind, ("newsprint-x1a",), 1)


@pytest.mark.full
@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_a_device_passes_every_press(kind: str) -> None:
    passes(kind, PRESSES, 20)


def passes(kind: str, presses: Sequence[str], count: int) -> None:
    """So many pages of a device, each as a file for each press, through every rule that we have."""

    def see(page: ComposedPage, case: Case) -> None:
        width = page.page.trim.width - 12
        for press in presses:
            made = page_of(kind, case, width, press=press) if press != "newsprint" else page
            data = made.pdf()
            standard = "x1a" if press.endswith("x1a") else "x4"
            assert not broken(data, standard), press
            found = inspect(data, "page.pdf", made.press)
            assert not [one for one in found if one.severity is Severity.ERROR], found
            if not made.press.marks:
                assert_prints(read(data))

    each_page(kind, count, see)
