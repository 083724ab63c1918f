"""A report as a table for Excel, and as JSON."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Iterable, Iterator
from typing import Any

from infographic.batch.job import Output
from infographic.batch.manifest.reading import Kept, Run
from infographic.foundation.record import fields

COLUMNS = (
    "id", "layout", "state", "failure", "message", "place", "codes", "files", "bytes", "digests",
    "seconds", "tries", "worker",
)  # fmt: skip
FORMULA = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""What a spreadsheet program takes for the beginning of a formula; the wide ones, of some of its
languages."""


def as_csv(jobs: Iterable[Kept]) -> bytes:
    """UTF-8 with its mark, by which Excel knows it; a row for each job."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    for job in jobs:
        writer.writerow([harmless(one) for one in _row(job)])
    return text.getvalue().encode("utf-8-sig")


def harmless(cell: object) -> object:
    """A cell that no spreadsheet program takes for a formula.

    >>> harmless("=1+1"), harmless(-2)
    ("'=1+1", -2)
    """
    return f"'{cell}" if isinstance(cell, str) and cell.lstrip(" ").startswith(FORMULA) else cell


def _row(job: Kept) -> Iterator[object]:
    wrong = [one for one in job.diagnostics if one.get("severity") == "error"]
    yield from (job.id, job.layout, "failed" if job.failure else "made", job.failure)
    yield "\n".join(str(one.get("message", "")) for one in wrong) or job.message
    yield "\n".join(dict.fromkeys(place_of(one) for one in wrong))
    yield " ".join(dict.fromkeys(str(one.get("code", "")) for one in job.diagnostics))
    yield "\n".join(one.name for one in job.outputs)
    yield sum(one.size for one in job.outputs)
    yield "\n".join(one.digest for one in job.outputs)
    yield from (round(job.seconds, 3), job.tries, job.worker)


def place_of(told: Any) -> str:
    """Where a diagnostic is: “counties.xlsx 县域!C12”, “counties.csv:12:5”."""
    file = str(told.get("file", ""))
    if told.get("cell"):
        return f"{file} {told.get('sheet', '')}!{told['cell']}"
    if told.get("line"):
        return f"{file}:{told['line']}:{told.get('column', 0)}"
    return file


def as_json(run: Run | None, jobs: Iterable[Kept]) -> bytes:
    """One object: “run”, and “jobs” in the order of the table."""
    head = None if run is None else {one.name: getattr(run, one.name) for one in fields(run)}
    told = {"version": 1, "run": head, "jobs": [_object(job) for job in jobs]}
    return json.dumps(told, ensure_ascii=False, indent=1).encode("utf-8")


def _object(job: Kept) -> dict[str, Any]:
    found = {one.name: getattr(job, one.name) for one in fields(job)}
    found["outputs"] = [_output(one) for one in job.outputs]
    found["diagnostics"] = list(job.diagnostics)
    return found


def _output(one: Output) -> dict[str, Any]:
    return {"name": one.name, "size": one.size, "digest": one.digest}
