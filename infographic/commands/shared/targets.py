"""Which files `render` writes: from layouts, names, patterns and folders to paths."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from infographic.commands.shared.names import expanded, has_layout
from infographic.composed import file_name_of
from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import is_folder as is_folder_there
from infographic.loading.sheet.layouts import read_layout
from infographic.outputs import default_endings, format_of
from infographic.pipeline import settled_layout


def targets(
    names: Sequence[str], outputs: Sequence[str], font_path: Sequence[Path]
) -> list[tuple[str, list[Path]]]:
    """The files to write for each layout; none for a layout that cannot be read.

    In `outputs` “{layout}” stands for a layout's name. Raises `ValueError` for a name with no known
    ending, for a folder's that has the ending of a file, and where one file would hold two pages.
    """
    plan: list[tuple[str, list[Path]]] = []
    files = [out for out in outputs if not is_folder(out)]
    folders = [out for out in outputs if is_folder(out)] or ([] if files else ["out"])
    for file in files:
        format_of(expanded(file, "x"))
    patterned = any(map(has_layout, files))
    if files and not patterned and len(names) > 1 and len(files) != len(names):
        raise ValueError(
            f"{len(names)} layouts and {len(files)} files; give one file a layout, a folder, "
            "or a name with {layout} in it"
        )
    for number, name in enumerate(names):
        mine: list[Path] = []
        if patterned or len(names) == 1:
            mine += [Path(expanded(file, name)) for file in files]
        elif files:
            mine.append(Path(expanded(files[number], name)))
        for folder in folders:
            try:
                sheet = settled_layout(read_layout(name), font_path).sheet
            except SpecError:
                break  # Composing it says what is wrong, and the other layouts are made.
            endings = default_endings("screen" if sheet.ppi == 96 else "print")
            mine += [
                Path(expanded(folder, name), file_name_of(name) + ending) for ending in endings
            ]
        plan.append((name, mine))
    paths = [file for _, mine in plan for file in mine]
    twice = next((path for path in paths if paths.count(path) > 1), None)
    if twice is not None:
        raise ValueError(f"two pages would go into {twice}; give each a name of its own with -o")
    return plan


def is_folder(out: str) -> bool:
    """Whether a name is a folder's. Raises `ValueError` where it has the ending of a file."""
    plain = expanded(out, "x")
    if plain.endswith(("/", os.sep)) or not Path(plain).suffix:
        return True
    if not is_folder_there(plain):
        return False
    try:
        format_of(plain)
    except CallError:
        return True
    raise ValueError(f"{out} is a folder, and its name ends as a file's; write “{out}/” to write "
                     "into it, or give the file another name")  # fmt: skip
