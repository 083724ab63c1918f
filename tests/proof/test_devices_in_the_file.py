"""Every device over random data and sizes, from its least up, measured in the printed file."""

from __future__ import annotations

from collections.abc import Mapping

import pytest
from clean_pages import assert_clean
from device_pages import frame_of, least_sizes, sheet_of, stands, tried
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from map_proofs import PROOFS as MAPS
from part_proofs import PROOFS as PART
from proof import Proof
from rank_proofs import PROOFS as RANK
from story_proofs import PROOFS as STORY
from time_proofs import PROOFS as TIME

from infographic.blocks.devices import KINDS

PROOFS: Mapping[str, Proof] = {**RANK, **TIME, **PART, **STORY, **MAPS}
FEW, MANY = 6, 150


def test_every_device_has_a_proof() -> None:
    assert set(KINDS) == set(PROOFS)


def prove(kind: str, count: int) -> None:
    """Tries a device on so many data, each in a width and a height from its least up."""
    proof = PROOFS[kind]
    stood = 0

    @seed(20260714)
    @settings(
        max_examples=count, database=None, suppress_health_check=list(HealthCheck),
        phases=(Phase.generate,), report_multiple_bugs=False,
    )  # fmt: skip
    @given(proof.cases, st.sampled_from(list(proof.widths)), st.sampled_from([None, 0, 0.1, 40]))
    def one(case, more, higher) -> None:  # type: ignore[no-untyped-def]
        nonlocal stood
        sizes = least_sizes(kind, case)
        if sizes is None:
            return
        width, height = sizes
        page = tried(kind, case, width + more, None if higher is None else height + higher)
        if (page is None or not stands(page)) and higher is not None:
            page = tried(kind, case, width + more)
        if page is None or not stands(page):
            return
        stood += 1
        sheet = sheet_of(page)
        assert_clean(sheet, frame_of(sheet), proof.over)
        proof.holds(sheet, case)

    one()
    assert stood * 2 >= count, f"{kind} stood only {stood} times in {count}"


@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_what_is_printed_is_what_the_data_say(kind: str) -> None:
    prove(kind, FEW)


@pytest.mark.full
@pytest.mark.parametrize("kind", sorted(PROOFS))
def test_what_is_printed_is_what_the_data_say_in_a_sweep(kind: str) -> None:
    prove(kind, MANY)
