"""A report, written to a file of its ending."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from pathlib import Path

from infographic.batch.manifest.reading import Record, Run, reading
from infographic.batch.report.table import as_csv, as_json
from infographic.batch.stores import store_of
from infographic.foundation.calls import no_file
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.foundation.files import write_whole
from infographic.foundation.sayings import say

MOST_TOLD = 500
"""Jobs that failed, told one by one at the head of a sheet; the table has all."""


def written(manifest: Path, output: Path) -> Iterator[Path]:
    """Write a report, each file whole; the files, as they are written: of a sheet of more than
    `sheet.PAGE` jobs report.html, report-2.html …

    Raises `CallError` for an unknown ending, `SpecError` for a file that is no manifest or has no
    run, `MachineError` where a file cannot be read or written.
    """
    ending = output.suffix.lower()
    if ending not in (".html", ".htm", ".csv", ".json"):
        raise no_file(say("batch-report-name", file=output))
    with reading(manifest) as record:
        run = record.run()
        if run is None:
            at = Origin(Source(manifest.as_posix()))
            raise SpecError([Diagnostic(say("manifest-file/empty", file=manifest), at)])
        if ending == ".csv":
            write_whole(output, as_csv(record.jobs()))
            yield output
        elif ending == ".json":
            write_whole(output, as_json(run, record.jobs()))
            yield output
        else:
            yield from _sheet(record, run, output)


def _sheet(record: Record, run: Run, output: Path) -> Iterator[Path]:
    """The files of a contact sheet; no more than one of them is held at a time."""
    # Late: pictures and PDFium, which a table does without.
    from infographic.batch.report.sheet import PAGE, Sheet, page

    count = max(1, -(-run.made // PAGE))
    names = [_numbered(output, number).name for number in range(1, count + 1)]
    wrong = list(islice(record.jobs(failed=True), MOST_TOLD))
    sheet = Sheet(run, record.layouts(), wrong, names, store_of(run.store), output.parent)
    jobs = record.jobs(failed=False)
    for number in range(1, count + 1):
        some = list(islice(jobs, PAGE))
        path = _numbered(output, number)
        write_whole(path, page(sheet, some, number).encode("utf-8"))
        yield path


def _numbered(output: Path, number: int) -> Path:
    return output if number == 1 else output.with_name(f"{output.stem}-{number}{output.suffix}")
