"""What a batch is made of: the rows and the template, looked over before the first page."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from infographic.batch.rows import Row, Rows
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.files import is_folder
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from infographic.batch.job import StoryMaker
    from infographic.batch.rows.options import RowOptions
    from infographic.batch.template.reading import Template
    from infographic.options import Options


class Editions(NamedTuple):
    """Rows, and how each becomes a story."""

    rows: Rows
    story: Callable[[Row], str | Path | StoryMaker]
    template: Template | None
    """None for a folder of stories."""


def editions_of(source: str, template: str, options: RowOptions, copy: Collection[str]) -> Editions:
    """The rows of a table with their template, or the stories of a folder.

    Raises `SpecError`, `CallError` and `MachineError`.
    """
    if is_folder(source):
        if template:
            raise CallError([Diagnostic(say("batch-template-of-stories"), CALL)])
        return _of_stories(Path(source), options.limit)
    if not template:
        raise CallError([Diagnostic(say("batch-no-template"), CALL)])
    from infographic.batch.rows.read import read_rows
    from infographic.batch.template.reading import read_template

    rows = read_rows(source, options)
    made = read_template(template, copy=copy)
    return Editions(rows, made.maker, made)


def _of_stories(folder: Path, limit: int | None) -> Editions:
    from infographic.batch.rows.stories import stories_in
    from infographic.batch.run.plan import rows_of_stories
    from infographic.foundation.record import replaced

    stories = stories_in(folder)
    rows = rows_of_stories(folder, replaced(stories, files=stories.files[:limit]))
    files = {row.number: file for row, file in zip(rows.rows, stories.files, strict=False)}
    return Editions(rows, lambda row: files[row.number], None)


def faults_in(
    editions: Editions, rows: Rows, layouts: Sequence[str], options: Options
) -> tuple[list[Diagnostic], set[int]]:
    """What is wrong in what these rows become, and the numbers of the rows that are known to be
    wrong; nothing is drawn. Raises `SpecError` where a layout cannot be read."""
    if editions.template is not None:
        from infographic.batch.template.checking import checked

        found = checked(editions.template, rows, layouts, options)
        return found.faults, found.wrong
    from infographic.batch.run.stories import faults_of_stories

    files = [Path(str(editions.story(row))) for row in rows.rows]
    return faults_of_stories(rows, files, layouts, options)


def no_rows() -> CallError:
    """What is said where nothing is left to be made."""
    return CallError([Diagnostic(say("batch-none"), CALL)])


def without(rows: Rows, wrong: Collection[int], faults: Sequence[Diagnostic]) -> Sequence[Row]:
    """The rows that nothing is wrong with; none where what is wrong is of no one row.

    `wrong`: numbers of rows that are known to be. Other faults lie in a row where they stand in its
    line, or in its row of a sheet.
    """
    of_rows = {(row.origin.file, row.origin.line): row.number for row in rows.rows}
    bad = set(wrong)
    for one in faults:
        number = of_rows.get((one.origin.file, one.origin.line)) if one.origin.line else None
        if number is not None:
            bad.add(number)
        elif not wrong:
            return ()
    return [row for row in rows.rows if row.number not in bad]
