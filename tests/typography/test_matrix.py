"""docs/typography.md is in step with the tests, the options and the shipped table."""

from __future__ import annotations

import json
import re

import pytest

from infographic.foundation.diagnostics import SpecError
from infographic.text.house import load_house, own_house
from infographic.text.house_table import _DEFAULTS, FOLDER, HouseError

from . import matrix
from .reader import set_text


def test_the_matrix_is_in_step(request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-goldens"):
        matrix.main()
    assert matrix.written() == matrix.matrix(), "run python -m tests.typography.matrix"


def test_every_option_is_documented_with_its_default() -> None:
    above = matrix.DOCS.read_text(encoding="utf-8").partition(matrix.MARKER)[0]
    rows = dict(re.findall(r"^\| `(\w+)` \| [^|]+ \| ([^|]+) \|", above, re.M))
    for name in _DEFAULTS:
        default = json.dumps(load_house("newspaper").defaults[name])
        assert rows[name].strip("` ") == default.strip('"'), name


def test_the_example_in_the_docs_can_be_set() -> None:
    above = matrix.DOCS.read_text(encoding="utf-8").partition(matrix.MARKER)[0]
    layout = re.search(r"```json\n(\{\n  \"page\".*?)```", above, re.S)
    assert layout is not None
    style = json.loads(layout[1])["styles"]["body"]
    options = {k: v for k, v in style.items() if k not in ("font", "size", "leading")}
    assert len(set_text("中国，人民" * 20, 20, **options)) > 3


def test_every_member_of_the_house_table_is_documented() -> None:
    above = matrix.DOCS.read_text(encoding="utf-8").partition(matrix.MARKER)[0]
    table = json.loads((FOLDER / "newspaper.json").read_text(encoding="utf-8"))
    for name in (*table, *table["classes"]):
        assert f"`{name}`" in above, name


def test_a_faulty_house_table_is_said_with_its_place(tmp_path) -> None:
    path = tmp_path / "paper.json"
    path.write_text('{"extends": "newspaper",\n "cell": {"OPP": 1}}', encoding="utf-8")
    with pytest.raises(SpecError) as raised:
        set_text("中国", 10, house=str(path))
    (fault,) = raised.value.diagnostics
    assert fault.code == "house-table"
    assert "“OPP”" in fault.message
    assert fault.origin.line == 2


@pytest.mark.parametrize("name", ["newspapr", "absent.json"])
def test_a_house_that_is_not_there_is_said(name: str) -> None:
    with pytest.raises(SpecError, match="house"):
        set_text("中国", 10, house=name)


@pytest.mark.parametrize(
    "table",
    [
        [], {"extends": "x"}, {"classes": {"OP": "（", "CL": "（"}}, {"shrink": [{"site": "x"}]},
        {"shrink": [{"site": "OP", "to": 1}]}, {"kinsoku": {"gb": {}}}, {"blank": {"OP": "up"}},
        {"defaults": {"kinsoku": "hard"}}, {"defaults": {"autospace": "1"}}, {"half_cell": 1},
        {"punctuation": {"kaiming": ["HAN"]}}, {"cell": {"OP": 0}}, {"stretch": 3},
        {"headline": 3}, {"headline": {"avoid_at_end": 3}}, {"headline": {"avoid": "的"}},
        {"headline": {"pause": "7"}}, {"headline": {"pause": 700}}, {"headline": {"joints": 3}},
        {"headline": {"joints": {"noun": 3}}}, {"headline": {"joints": {"nv": "3"}}},
        {"headline": {"words": {"y": "账本"}}}, {"headline": {"words": {"n": ["账本"]}}},
        {"unbroken": "习近平"}, {"unbroken": ["习"]}, {"unbroken": [3]},
    ],
)  # fmt: skip
def test_no_faulty_table_is_taken(table: object) -> None:
    with pytest.raises(HouseError):
        own_house("faulty", table)  # type: ignore[arg-type]
