"""What becomes of the work where a standard stream is closed, full or not there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from pages import ROOT
from story_folder import files, make

from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, WRONG_CALL

FONTS = Path(__file__).parent / "fonts"
FULL = Path("/dev/full")
"""A device without room; only ever opened, never named as an output."""
needs_full = pytest.mark.skipif(not FULL.is_char_device(), reason="there is no /dev/full here")


def infographic(folder: Path, *arguments: str, **streams: Any) -> int:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-m", "infographic", *arguments]
    return subprocess.run(command, cwd=folder, env=environment, check=False, **streams).returncode


def render_two(folder: Path, **streams: Any) -> int:
    # In a process of its own the fonts of the tests are not in reach.
    outputs = ("-l", "small.json", "-o", "a.png", "-o", "b.txt", "--allow", str(FONTS))
    return infographic(make(folder), "render", "story.json", *outputs, **streams)


def test_every_file_is_written_though_nobody_reads_what_is_said(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    try:
        assert render_two(tmp_path, stderr=writer) == MADE
    finally:
        os.close(writer)
    assert files(tmp_path) == ["a.png", "b.txt"]


@needs_full
def test_every_file_is_written_though_what_is_said_finds_no_room(tmp_path: Path) -> None:
    with FULL.open("wb", buffering=0) as full:
        assert render_two(tmp_path, stderr=full) == MADE
    assert files(tmp_path) == ["a.png", "b.txt"]


@needs_full
@pytest.mark.parametrize(
    ("arguments", "code"), [(["check", "nope.json"], BAD_INPUT), (["render"], WRONG_CALL)]
)
def test_an_error_ends_with_its_number_though_it_cannot_be_said(
    tmp_path: Path, arguments: list[str], code: int
) -> None:
    with FULL.open("wb", buffering=0) as full:
        asked = (*arguments, "--diagnostics", "json")
        assert infographic(tmp_path, *asked, stdout=full, stderr=full) == code


def test_a_story_from_no_standard_input_is_bad_input(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    from infographic.cli import run

    monkeypatch.chdir(make(tmp_path))
    monkeypatch.setattr(sys, "stdin", None)
    assert run(["render", "-", "-l", "small.json", "-o", "a.png"]) == BAD_INPUT
    assert "there is no standard input to read" in capsys.readouterr().err
