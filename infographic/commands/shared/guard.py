"""What is asked of all the files of a run before the first of them is written."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.files import must_be_writable, spare

if TYPE_CHECKING:
    from infographic.foundation.datum import Node

_READ = "infographic.read"


def reads(ctx: click.Context, file: str) -> None:
    """Remember a file that an option of this call has been read from."""
    ctx.meta.setdefault(_READ, []).append(Path(file))


def guard(outputs: Iterable[Path], inputs: Iterable[Path]) -> None:
    """Every output is a file of its own that can be written, and none is one that the run reads.

    Raises `click.UsageError` for one name given twice, `SpecError` for an input, and `MachineError`
    where it is known already that one cannot be written.
    """
    outputs = list(outputs)
    places: dict[str, Path] = {}
    for path in outputs:
        other = places.setdefault(_place_of(path), path)
        if other is not path:
            raise click.UsageError(
                f"two things would be written into {path}; give each a name of its own"
            )
    ctx = click.get_current_context(silent=True)
    spare([*inputs, *(ctx.meta.get(_READ, []) if ctx is not None else [])], outputs)
    must_be_writable(outputs)


def _place_of(path: Path) -> str:
    try:
        return os.path.normcase(os.path.realpath(path))
    except (OSError, ValueError):
        # No file can have the name, which is said of it alone.
        return str(path)


def named_by(
    story: Node,
    layouts: Sequence[str],
    font_path: Iterable[Path] = (),
    press: str | None = None,
) -> Iterator[Path]:
    """The files that a run may read, as far as its files name them.

    Of a page that could not be made nobody knows what it is made from; what it names is spared,
    whatever is wrong with it, and before long work is begun.
    """
    from infographic.loading.sheet.layouts import read_layout

    yield from _named_in(story)
    if press is not None:
        yield from _of_profile(press, Path())
    for layout in layouts:
        yield Path(layout)
        with suppress(SpecError, OSError, ValueError):
            read = read_layout(layout)
            yield from (file for file, _, _ in read.stamps)
            yield from _named_in(read.node)
            fields = read.node.value
            named = fields.get("press") if isinstance(fields, dict) else None
            if named is not None and isinstance(named.value, str):
                yield from _of_profile(named.value, Path(named.origin.source.folder))
    for folder in font_path:
        with suppress(OSError, ValueError):
            yield from folder.iterdir()


def _of_profile(press: str, folder: Path) -> Iterator[Path]:
    from infographic.profiles import profile_files

    with suppress(SpecError, OSError, ValueError):
        yield from profile_files(press, folder)


LONGEST = 4096
"""Of a path, in characters; longer texts are words."""


def _named_in(node: Node) -> Iterator[Path]:
    for one in node.walk():
        source = one.origin.source
        if source.path is not None:
            yield source.path
        # Where a story's data have been read, a table stands in place of their file's name.
        yield from getattr(one.value, "files", ())
        broken = getattr(one.value, "at", None)
        if broken is not None:
            yield from _named_in(broken)
        if isinstance(one.value, str) and "." in one.value and len(one.value) < LONGEST:
            yield Path(source.folder, one.value)
