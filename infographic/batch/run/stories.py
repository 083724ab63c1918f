"""The stories of a folder, looked over before the first page is made."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from infographic.batch.rows import Rows
from infographic.batch.template.checking import faults_of_story
from infographic.foundation.diagnostics import Diagnostic
from infographic.loading.sheet.layouts import read_layout
from infographic.options import Options
from infographic.pipeline import settled_layout


def faults_of_stories(
    rows: Rows, files: Sequence[Path], layouts: Sequence[str], options: Options
) -> tuple[list[Diagnostic], set[int]]:
    """What is wrong in them, and the numbers of the rows that no page can be made of; `files`: the
    story of each row. Raises `SpecError` where a layout cannot be read."""
    settled = [settled_layout(read_layout(one), options.get("font_path", ())) for one in layouts]
    found: list[Diagnostic] = []
    wrong: set[int] = set()
    for row, file in zip(rows.rows, files, strict=True):
        of_row = list(dict.fromkeys(faults_of_story(file, layouts, settled, options)))
        if of_row:
            wrong.add(row.number)
            found += of_row
    return found, wrong
