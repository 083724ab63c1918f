"""The same input gives the same bytes: in another folder, language, time zone, process."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from pages import ROOT

OUTPUTS = ("{layout}.pdf", "{layout}.screen.pdf", "{layout}.png")

HERE = {"TZ": "UTC", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "0"}
ELSEWHERE = {
    "TZ": "Asia/Shanghai",
    "LANG": "zh_CN.UTF-8",
    "LC_ALL": "C.UTF-8",
    "PYTHONHASHSEED": "4711",
    "RL_pageCompression": "0",
    "RL_invariant": "0",
    "RL_useA85": "1",
    "RL_trustedHosts": "example.com",
}


def render(folder: Path, environment: dict[str, str], story: str) -> None:
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    outputs = [part for name in OUTPUTS for part in ("-o", str(folder / "out" / name))]
    subprocess.run(
        [sys.executable, "-m", "infographic", "render", story, "-l", "square", "-l", "panel",
         *outputs],
        cwd=folder,
        env={**kept, **environment, "PYTHONPATH": str(ROOT)},
        check=True,
        capture_output=True,
    )  # fmt: skip


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    here, elsewhere = tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("elsewhere")
    # reportlab runs a file of this name wherever it finds one.
    (elsewhere / "reportlab_settings.py").write_text("pageCompression = 0\ninvariant = 0\n")
    (elsewhere / "copy.json").write_bytes((ROOT / "data.json").read_bytes())
    render(here, HERE, str(ROOT / "data.json"))
    render(elsewhere, ELSEWHERE, "copy.json")
    return here / "out", elsewhere / "out"


@pytest.mark.parametrize("layout", ["square", "panel"])
@pytest.mark.parametrize("ending", [".pdf", ".screen.pdf", ".png"])
def test_the_same_story_gives_the_same_bytes(
    made: tuple[Path, Path], layout: str, ending: str
) -> None:
    here, elsewhere = (folder / f"{layout}{ending}" for folder in made)
    assert here.stat().st_size > 10_000
    assert here.read_bytes() == elsewhere.read_bytes()
