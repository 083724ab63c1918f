"""docs/templates.md: its example makes what it says, and all that there is stands in it."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from template_desk import told

from infographic import compose
from infographic.batch.naming.patterns import OWN
from infographic.batch.rows import Rows
from infographic.batch.rows.options import AS_FOUND
from infographic.batch.rows.read import read_rows
from infographic.batch.template.binding import DIRECTIVES
from infographic.batch.template.checking import faults_of
from infographic.batch.template.conditions import COMPARES, KINDS
from infographic.batch.template.reading import FIELDS, Template, read_template

TEXT = (ROOT / "docs" / "templates.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```(\w+)\n(.*?)```", TEXT, re.DOTALL)


@pytest.fixture
def example(tmp_path: Path) -> tuple[Template, Rows]:
    (_, table), (_, template), _ = BLOCKS
    for name, text in (("counties.csv", table), ("county.json", template)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    rows = read_rows(str(tmp_path / "counties.csv"), AS_FOUND)
    return read_template(str(tmp_path / "county.json")), rows


def test_the_example_makes_the_story_that_is_shown(example: tuple[Template, Rows]) -> None:
    template, rows = example
    assert faults_of(template, rows) == []
    made = json.dumps(told(template.maker(rows.rows[1])), default=float)
    assert json.loads(made) == json.loads(BLOCKS[2][1])


def test_an_empty_cell_leaves_out_what_the_document_says(example: tuple[Template, Rows]) -> None:
    template, rows = example
    story: Any = told(template.maker(rows.rows[0]))
    assert "deck" not in story
    assert story["headline"] == "砚南县增长5.4%"
    assert story["lead"] == "总产值597.4亿元，居全省第32位"
    assert len(story["panels"][0]["stats"]) == 1


def test_the_example_is_drawn(example: tuple[Template, Rows]) -> None:
    template, rows = example
    assert compose(template.maker(rows.rows[1]).story(), "square").page.items


@pytest.mark.parametrize("name", [
    *DIRECTIVES, *COMPARES, *KINDS, *FIELDS,
    *(name for names in DIRECTIVES.values() for name in sorted(names)),
    *(f"{{{name}}}" for name in OWN), "abs", "shown", "$batch", "./name",
])  # fmt: skip
def test_all_that_may_be_written_stands_in_the_document(name: str) -> None:
    assert re.search(rf"[`\"|{{ ]{re.escape(name)}[`\"|}} ,:.]|^`?{re.escape(name)}", TEXT)
