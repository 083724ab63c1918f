"""The manual of data: each of its examples is one."""

from __future__ import annotations

import json
import re
from dataclasses import fields

import pytest
from pages import ROOT
from small_tables import spec_of

from infographic.loading.tables.spec import DataSpec, ShapeSpec

MANUAL = (ROOT / "docs" / "data.md").read_text(encoding="utf-8")
SHAPING = MANUAL[MANUAL.index("## What can be done") :]
ROWS = re.findall(r"^\| `(\w+)` \| .*? \| (`.*`) \|$", SHAPING, re.M)
EXAMPLES = [
    (name, example) for name, cell in ROWS for example in re.findall(r"`(.*?)`(?:, |$)", cell)
]


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_an_example_of_a_step_can_be_read(name: str, example: str) -> None:
    assert getattr(spec_of(**{name: json.loads(example)}), name)


def test_every_step_is_in_the_manual_in_the_order_that_it_is_done_in() -> None:
    steps = [one.name for one in fields(ShapeSpec) if not one.name.endswith("origin")]
    assert list(dict.fromkeys(name for name, _ in EXAMPLES)) == steps


def test_the_data_of_the_manual_are_data() -> None:
    block = re.findall(r"```json\n(.*?)```", SHAPING, re.S)[0]
    assert isinstance(spec_of(**json.loads(block)), DataSpec)
