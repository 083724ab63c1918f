"""Jobs of rows: each row in each layout, with its files' names."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from infographic.batch.job import Job, StoryMaker
from infographic.batch.rows import Column, Row, Rows
from infographic.batch.rows.stories import Stories
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.datum import Node, Origin, Source
from infographic.foundation.diagnostics import Diagnostic, near_word
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say

MANIFEST = ".infographic-batch.sqlite"
SHOWN_IDS = 5
"""So many of the table's ids are named where one is asked for that it has not."""


@record
class Making:
    """How all jobs of a batch are made; the fields are a job's."""

    layouts: tuple[str, ...]
    options: Mapping[str, Any] = field(default_factory=dict)
    formats: Mapping[str, Any] = field(default_factory=dict)
    fits: bool = False
    strict: bool = False


def jobs_of(
    rows: Sequence[Row],
    making: Making,
    story: Callable[[Row], str | Path | StoryMaker],
    names: Callable[[Row, str], tuple[str, ...]],
    id_of: Callable[[Row], str],
) -> Iterator[Job]:
    """Each row in each layout, one after the other, made as they are asked for."""
    for row in rows:
        made = story(row)
        for layout in making.layouts:
            yield Job(
                made, layout, names(row, layout), id_of(row), making.options, making.formats,
                making.fits, making.strict,
            )  # fmt: skip


def rows_of_stories(folder: Path, stories: Stories) -> Rows:
    """The stories of a folder as rows: “id” is the file's name from the folder, without its ending,
    “-” for the folders in it."""
    return Rows(
        folder.as_posix(),
        (Column("id", Origin(Source(folder.as_posix()))),),
        tuple(_row(number, folder, file) for number, file in enumerate(stories.files, 1)),
        stories.said,
        stories.files,
    )


def _row(number: int, folder: Path, file: Path) -> Row:
    origin = Origin(Source(file.as_posix()))
    name = "-".join(file.relative_to(folder).with_suffix("").parts)
    return Row(number, {"id": Node(name, origin)}, origin)


def chosen(
    rows: Sequence[Row], only: Collection[str], id_of: Callable[[Row], str]
) -> Sequence[Row]:
    """The rows that were named by their ids, in the table's order; all where none was.

    Raises `CallError` for an id that no row has.
    """
    if not only:
        return rows
    known = dict.fromkeys(map(id_of, rows))
    missing = [one for one in only if one not in known]
    if missing:
        raise CallError([_unknown(one, known) for one in missing])
    wanted = set(only)
    return tuple(row for row in rows if id_of(row) in wanted)


def in_ranges(rows: Sequence[Row], ranges: str) -> Sequence[Row]:
    """The rows of ranges of their numbers, “1-20,35”; all where "" is asked. Raises `CallError`."""
    if not ranges:
        return rows
    from infographic.batch.pages.ranges import in_ranges

    is_wanted = in_ranges(ranges)
    return tuple(row for row in rows if is_wanted(row.number))


def _unknown(one: str, known: Collection[str]) -> Diagnostic:
    more = [f"… ({len(known)})"] if len(known) > SHOWN_IDS else []
    saying = say("batch-only", id=one, ids=[*list(known)[:SHOWN_IDS], *more])
    return Diagnostic(saying, CALL, near_word(one, known))


def place_of_manifest(patterns: Sequence[str]) -> Path:
    """Where a batch's manifest stands by itself: in the folder that all its files lie under, as far
    as the first pattern of a disk has it fixed; of a store elsewhere, in the folder we stand in.

    >>> place_of_manifest(["out/{id}/{layout}.png"]).as_posix()
    'out/.infographic-batch.sqlite'
    """
    for pattern in patterns:
        if "://" not in pattern:
            fixed = pattern.partition("{")[0].replace("\\", "/")
            folder = fixed.rpartition("/")[0] if "/" in fixed else ""
            return Path(folder or ("/" if fixed.startswith("/") else ""), MANIFEST)
    return Path(MANIFEST)
