"""An absurd number or length in any field is a page or bad input, never a bug of ours."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

import pytest
from hostile_numbers.fields import (
    BLOCKS,
    STORY,
    Way,
    host_of,
    hostile_layouts,
    hostile_sheets,
    hostile_stories,
    schema,
)

from infographic.cli import run
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE
from infographic.loading.decoding.values import MOST

CALL = ["render", "story.json", "-l", "l.json", "-o", "a.png", "-o", "a.pdf", "-o", "a.svg",
        "--force", "-q"]  # fmt: skip
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>'
SAMPLE = 15
"""The suite tries every so many; `-m full` tries all."""


@pytest.fixture(autouse=True)
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    Path("drawing.svg").write_text(SVG, "utf-8")
    Path("story.json").write_text(json.dumps(STORY), "utf-8")
    Path("l.json").write_text(json.dumps(host_of("text")), "utf-8")
    return tmp_path


def wrong_ends(
    capsys: pytest.CaptureFixture[str], file: str, cases: Iterable[tuple[Way, str, str]], every: int
) -> list[str]:
    found = []
    for n, (way, written, text) in enumerate(cases):
        if n % every:
            continue
        Path(file).write_text(text, "utf-8")
        code = run(CALL)
        said = capsys.readouterr().err
        if code not in (MADE, BAD_INPUT) or (code == BAD_INPUT) != ("error[" in said):
            found.append(f"{'/'.join(map(str, way))} = {written[:40]}: {code} {said[-200:]}")
    return found


every = pytest.mark.parametrize("every", [SAMPLE, pytest.param(1, marks=pytest.mark.full)])


@pytest.mark.parametrize("kind", BLOCKS)
def test_a_block_alone_is_a_page_while_its_numbers_are_sane(kind: str) -> None:
    Path("l.json").write_text(json.dumps(host_of(kind)), "utf-8")
    assert run(CALL) == MADE


def test_every_kind_of_block_is_among_them() -> None:
    known = {name.removeprefix("block-") for name in schema("layout")["$defs"] if "block-" in name}
    assert set(BLOCKS) == known


@every
def test_a_hostile_number_in_a_field_of_a_block_is_no_bug(
    capsys: pytest.CaptureFixture[str], every: int
) -> None:
    cases = (case for kind in BLOCKS for case in hostile_layouts(kind))
    assert wrong_ends(capsys, "l.json", cases, every) == []


@every
def test_a_hostile_number_of_a_page_or_a_style_is_no_bug(
    capsys: pytest.CaptureFixture[str], every: int
) -> None:
    assert wrong_ends(capsys, "l.json", hostile_sheets(), every) == []


@every
def test_a_hostile_number_in_a_story_is_no_bug(
    capsys: pytest.CaptureFixture[str], every: int
) -> None:
    assert wrong_ends(capsys, "story.json", hostile_stories(), every) == []


@pytest.mark.parametrize(
    ("way", "written"),
    [
        (("styles", "s", "leading"), "1e308"),
        (("styles", "s", "leading"), '"1' + "0" * 400 + 'pt"'),
        (("body", "children", 0, "weight"), '"1' + "0" * 400 + 'pt"'),
        (("page", "gutter"), '"1000001pt"'),
        (("styles", "s", "tracking"), f"{MOST * 2}"),
    ],
    ids=lambda one: one[:12] if isinstance(one, str) else one[-1],
)
def test_what_is_far_too_large_is_said_to_be_so_at_its_place(
    capsys: pytest.CaptureFixture[str], way: Way, written: str
) -> None:
    from hostile_numbers.fields import changed

    Path("l.json").write_text(changed(host_of("fact_box"), way, written), "utf-8")
    assert run(CALL) == BAD_INPUT
    said = capsys.readouterr().err
    assert "l.json:1:" in said and "is too large" in said and "error[value-range]" in said
