"""What the tests of jobs share."""

from __future__ import annotations

from pathlib import Path

import pytest
from viewed import LAYOUT, STORY, write

from infographic.studio.worker.desk import Desk


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.chdir(tmp_path)
    write("small.json", LAYOUT)
    write("story.json", STORY)
    return Desk(tmp_path.resolve())
