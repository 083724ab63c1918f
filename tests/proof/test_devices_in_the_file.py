"""Every device over random data and sizes, from its least up, measured in the printed file."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, timedelta

import pytest
from clean_pages import assert_clean
from device_pages import Case, frame_of, least_sizes, sheet_of, stands, tried
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from map_proofs import PROOFS as MAPS
from part_proofs import PROOFS as PART
from proof import Proof
from random_data import MEASURE
from rank_proofs import PROOFS as RANK
from story_proofs import PROOFS as STORY
from time_proofs import PROOFS as TIME

from infographic.blocks.devices import KINDS
from infographic.composed import ComposedPage

PROOFS: Mapping[str, Proof] = {**RANK, **TIME, **PART, **STORY, **MAPS}
FEW, MANY = 3, 150


def test_every_device_has_a_proof() -> None:
    assert set(KINDS) == set(PROOFS)


def each_page(
    kind: str, count: int, see: Callable[[ComposedPage, Case], None], unit: str = "pt"
) -> None:
    """Shows so many pages of a device, each of other data, of widths and heights from its least."""
    proof = PROOFS[kind]
    stood = 0

    @seed(20260714)
    @settings(
        max_examples=2 * count + 4, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,), report_multiple_bugs=False,
    )  # fmt: skip
    @given(proof.cases, st.sampled_from(list(proof.widths)), st.sampled_from([None, 0, 0.1, 40]))
    def one(case, more, higher) -> None:  # type: ignore[no-untyped-def]
        nonlocal stood
        if stood >= count:
            return
        sizes = least_sizes(kind, case, unit)
        if sizes is None:
            return
        width, height = sizes
        width += more if unit == "pt" else more * PIXELS
        page = tried(kind, case, width, None if higher is None else height + higher, unit)
        if (page is None or not stands(page)) and higher is not None:
            page = tried(kind, case, width, None, unit)
        if page is not None and stands(page):
            stood += 1
            see(page, case)

    one()
    assert stood >= count, f"{kind} stood only {stood} times"


PIXELS = 2.5
"""Of a canvas, a point of print."""


def prove(kind: str, count: int) -> None:
    """What stands in the file is what the data say."""
    proof = PROOFS[kind]

    def see(page: ComposedPage, case: Case) -> None:
        sheet = sheet_of(page)
        assert_clean(sheet, frame_of(sheet), proof.over)
        proof.holds(sheet, case)

    each_page(kind, count, see)


def prove_on_a_screen(kind: str, count: int) -> None:
    """Words in their frame and none on another, at the sizes of a canvas."""

    def see(page: ComposedPage, case: Case) -> None:
        sheet = sheet_of(page)
        assert_clean(sheet, frame_of(sheet, "px"), PROOFS[kind].over * PIXELS)

    each_page(kind, count, see, "px")


@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_what_is_printed_is_what_the_data_say(kind: str) -> None:
    prove(kind, FEW)


def of_days(count: int) -> Case:
    """Days of two values only, one of them rare."""
    first = date(2024, 3, 5)
    rows = [[(first + timedelta(n)).isoformat(), -0.093 if n % 12 == 3 else 0]
            for n in range(count)]  # fmt: skip
    return Case(("日期", "气温"), rows, MEASURE)


YEARS = [(1985 + n + (n > 2), 2330 + 5 * n / 8) for n in range(9)]
SHARES = {"measure": {"what": "占比", "unit": "%"}, "highlight": ["甲"]}
ONCE_WRONG: Mapping[str, tuple[str, Case, float]] = {
    "0 far from values that are nearly equal":
        ("area", Case(("年份", "产量"), [[f"{y}年", v] for y, v in YEARS], MEASURE), 0),
    "months no wider than a week is long": ("calendar", of_days(64), 40),
    "a part that its seams cover":
        ("donut", Case(("类", "占比"), [["甲", 50.3], ["乙", 0.1], ["丙", 49.7]], SHARES), 0),
    "a figure where the line at 0 would be":
        ("range-bars", Case(("县", "低", "高"), [["市", 40000, 4530000]], MEASURE), 40),
}  # fmt: skip
"""What the sweep found once: the device, its data, more height than its least."""


@pytest.mark.parametrize("found", ONCE_WRONG)
def test_what_a_sweep_found_once_holds(found: str) -> None:
    kind, case, higher = ONCE_WRONG[found]
    sizes = least_sizes(kind, case)
    assert sizes is not None
    for more in (0, 300):
        page = tried(kind, case, sizes[0] + more, sizes[1] + higher)
        assert page is not None and stands(page)
        PROOFS[kind].holds(sheet_of(page), case)


@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_words_are_apart_on_a_screen(kind: str) -> None:
    prove_on_a_screen(kind, 1)


@pytest.mark.full
@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_what_is_printed_is_what_the_data_say_in_a_sweep(kind: str) -> None:
    prove(kind, MANY)


@pytest.mark.full
@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_words_are_apart_on_a_screen_in_a_sweep(kind: str) -> None:
    prove_on_a_screen(kind, MANY // 3)
