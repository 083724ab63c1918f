"""`infographic batch … --pages FILE.pdf`: all editions in one PDF."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from infographic.commands.batch.local import LocalFile
from infographic.commands.shared.exit_codes import BAD_INPUT, MADE, SOME_FAILED
from infographic.commands.shared.say import Say
from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic, near_word
from infographic.foundation.record import record
from infographic.foundation.sayings import label, say

if TYPE_CHECKING:
    from infographic.batch.pages.binding import Bound, Faulty, Record
    from infographic.batch.rows import Row, Rows
    from infographic.batch.run.plan import Making


@record
class Paging:
    """How all editions are bound into one PDF."""

    pages: Path | None
    """The file; None for files of their own."""
    sheet_file: Path | None
    group: str
    new_sheet: bool
    page_labels: str
    pages_title: str


def paging_options(command: Any) -> Any:
    """Those of one PDF of all editions."""
    declare: Callable[..., Any] = click.option
    for option in reversed((
        declare("--pages", type=LocalFile(path_type=Path, dir_okay=False), metavar="FILE.pdf",
                help="All editions in one PDF, in place of files of their own: “.screen.pdf” "
                "tagged, in sRGB; “.pdf” for a press that takes several pages "
                "(docs/batch-pages.md)."),
        declare("--sheet-file", type=click.Path(path_type=Path, dir_okay=False), metavar="FILE",
                help="Of --pages: several records on a sheet, as this JSON file says."),
        declare("--group", default="", metavar="COLUMN",
                help="Of --pages: what bookmarks stand under."),
        declare("--new-sheet", is_flag=True,
                help="Of --pages: where another --group begins, another sheet does."),
        declare("--page-labels", type=click.Choice(["numbers", "ids"]), default="numbers",
                help="Of --pages: what viewers call the pages."),
        declare("--pages-title", default="", metavar="TEXT", help="Of --pages: its title."),
    )):  # fmt: skip
        command = option(command)
    return command


def must_go_together(paging: Paging, others: Sequence[tuple[str, bool]]) -> None:
    """Raises `UsageError` for options that are of no use together; `others` are those of files of
    their own, and whether each was given."""
    if paging.pages is not None:
        for name, is_given in others:
            if is_given:
                raise click.UsageError(f"--pages makes one file, without {name}")
        if paging.new_sheet and not (paging.group and paging.sheet_file):
            raise click.UsageError("--new-sheet wants --group and --sheet-file")
        return
    for name, given in (
        ("--sheet-file", paging.sheet_file), ("--group", paging.group),
        ("--new-sheet", paging.new_sheet), ("--pages-title", paging.pages_title),
    ):  # fmt: skip
        if given:
            raise click.UsageError(f"{name} is of --pages FILE.pdf alone")


def bind(
    looked_at: Rows, story: Callable[[Row], Any], id_of: Callable[[Row], str], making: Making,
    paging: Paging, say: Say, *, skips: bool,
) -> int:  # fmt: skip
    """Make and write the file. Answers what the command ends with."""
    from infographic.batch.pages.binding import Binding, bind_to_file
    from infographic.batch.pages.sheet import read_sheet

    assert paging.pages is not None
    _must_have(looked_at, paging.group)
    sheet = None if paging.sheet_file is None else read_sheet(paging.sheet_file)
    labels: Any = paging.page_labels
    binding = Binding(sheet, paging.new_sheet, paging.pages_title, labels, skips)
    begun = time.perf_counter()
    records = _records(looked_at.rows, story, id_of, making, paging.group)
    bound = bind_to_file(records, paging.pages, binding)
    _tell(bound, paging.pages, say, time.perf_counter() - begun)
    say.finish(
        pages={
            "file": paging.pages.as_posix() if bound.data is not None else None,
            "pages": bound.pages,
            "records": bound.records,
            "left_out": [one.record.job.id for one in bound.faulty],
        }
    )
    if not bound.faulty:
        return MADE
    return SOME_FAILED if bound.data is not None else BAD_INPUT


def _records(
    rows: Sequence[Row], story: Callable[[Row], Any], id_of: Callable[[Row], str], making: Making,
    group: str,
) -> Iterator[Record]:  # fmt: skip
    from infographic.batch.pages.binding import Record
    from infographic.batch.run.plan import jobs_of

    for row in rows:
        # What a cell shows (“12.3%”) before its value.
        cell = row.cells[group].value if group else None
        words = row.shown.get(group) or ("" if cell is None else str(cell))
        for job in jobs_of([row], making, story, lambda *_: (), id_of):
            yield Record(job, row, words)


def _must_have(rows: Rows, column: str) -> None:
    names = [one.name for one in rows.columns]
    if column and column not in names:
        saying = say("pages-group", column=column, columns=names[:8])
        raise CallError([Diagnostic(saying, CALL, near_word(column, names))])


def _tell(bound: Bound, file: Path, said: Say, seconds: float) -> None:
    # What does not fit is told of every row; what is doubtful of the first, and counted.
    for one in bound.faulty:
        said.progress(_named(one))
        said.diagnostics(one.diagnostics)
    doubts = Counter(
        each.code
        for one in bound.doubtful
        for each in {d.code: d for d in one.diagnostics}.values()
    )
    seen: set[str] = set()
    for one in bound.doubtful:
        new = [each for each in one.diagnostics if each.code not in seen]
        seen.update(each.code for each in new)
        if new:
            said.progress(_named(one))
            said.diagnostics(new)
    if doubts:
        counted = [f"{code} {count}" for code, count in doubts.most_common()]
        said.progress(f"{label('warning')}: {label('comma').join(counted)}")
    if bound.data is None:
        said.progress(label("pages-not-made", len(bound.faulty)))
        return
    from infographic.commands.render import size_of

    size = size_of(len(bound.data))
    said.progress(label("pages-made", file, bound.records, bound.pages, size, seconds))
    if bound.faulty:
        said.progress(label("pages-left-out", len(bound.faulty)))


def _named(one: Faulty) -> str:
    from infographic.batch.manifest.writing import layout_of

    return f"{one.record.job.id} · {layout_of(one.record.job)}"
