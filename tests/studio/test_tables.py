"""A workbook's cells as a new CSV, which can be changed."""

from __future__ import annotations

import asyncio
import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from infographic.studio.session.browser import Browser
from infographic.studio.session.handlers.tables import as_csv, table_copy
from infographic.studio.session.studio import Studio
from infographic.studio.worker.desk import Desk
from infographic.studio.worker.main import outcome

BOOK = Path("examples/province-map/harvest.xlsx").resolve()


class AtOnce:
    """A worker that does its jobs in this process."""

    def __init__(self, root: Path) -> None:
        self.desk = Desk(root)
        self.naming = asyncio.Lock()

    async def ask(self, name: str, given: dict[str, Any]) -> Any:
        kind, payload = outcome(self.desk, name, given, print)
        assert kind == "done", payload
        return payload


def test_a_workbooks_cells_become_a_new_file_that_replaces_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    for folder in ("data", "stories"):
        (tmp_path / folder).mkdir()
    shutil.copy(BOOK, tmp_path / "data")
    (tmp_path / "data" / "harvest-流向.csv").write_text("mine", encoding="utf-8")
    data = {"file": "../data/harvest.xlsx", "sheet": "流向", "range": "A1:C3"}
    story = {"headline": "x", "charts": [{"title": "y", "data": data}]}
    (tmp_path / "stories" / "a.json").write_text(json.dumps(story), encoding="utf-8")
    studio = Studio(tmp_path.resolve())
    studio.intake = AtOnce(studio.root)
    message = {"story": "stories/a.json", "pointer": "/charts/0"}
    made = asyncio.run(table_copy(studio, Browser(), message))
    assert made == {"file": "data/harvest-流向-2.csv", "named": "../data/harvest-流向-2.csv"}
    written = (tmp_path / made["file"]).read_text(encoding="utf-8-sig")
    assert written == "产地,去向,数量（万吨）\n北三县,饲料加工,52.4\n北三县,中央储备,31\n"
    assert (tmp_path / "data" / "harvest-流向.csv").read_text(encoding="utf-8") == "mine"
    assert (tmp_path / "data" / "harvest.xlsx").read_bytes() == BOOK.read_bytes()


def test_rows_are_of_one_length_and_cells_quoted_where_they_must_be() -> None:
    assert as_csv([["a"], ["b,c", 'd"']]).decode("utf-8-sig") == 'a,\n"b,c","d"""\n'
