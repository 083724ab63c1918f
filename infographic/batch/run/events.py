"""What a run tells other programs: an object a line, stable keys (docs/batch.md).

Versions of the keys only grow: a reader passes over those that it does not know.
"""

from __future__ import annotations

import json
from typing import Any

from infographic.batch.job import Result
from infographic.batch.manifest.secrets import redacted_all
from infographic.batch.manifest.writing import layout_of
from infographic.batch.run.running import Outcome, Plan, Summary

VERSION = 1
_UNSEEN = {code: f"\\u{code:04x}" for code in (
    *range(0x7F, 0xA0), 0x061C, 0x200E, 0x200F, *range(0x2028, 0x202F), *range(0x2066, 0x206A),
)}  # fmt: skip
"""What no eye sees is written by its number, as JSON may."""


def begin(plan: Plan) -> dict[str, Any]:
    return {
        "event": "begin", "version": VERSION, "jobs": plan.count, "rows": plan.rows,
        "fingerprint": plan.mark, "resume": plan.resumes,
    }  # fmt: skip


def job(result: Result, outcome: Outcome) -> dict[str, Any]:
    """Of a job: “outcome” is made, current (up to date, nothing was done) or failed."""
    return {
        "event": "job",
        "id": result.job.id,
        "layout": layout_of(result.job),
        "outcome": outcome,
        "failure": result.failure,
        "outputs": [
            {"name": one.name, "size": one.size, "digest": one.digest} for one in result.outputs
        ],
        "diagnostics": [one.as_dict() for one in result.diagnostics],
        "message": result.message,
        "seconds": round(result.seconds, 4),
        "worker": result.worker,
        "tries": result.tries,
    }


def end(summary: Summary, interrupted: bool = False) -> dict[str, Any]:
    return {
        "event": "end",
        "jobs": summary.jobs,
        "made": summary.made,
        "current": summary.current,
        "failed": dict(sorted(summary.failed.items())),
        "files": summary.files,
        "bytes": summary.size,
        "left": list(summary.left),
        "left_count": summary.left_count,
        "seconds": round(summary.seconds, 3),
        "complete": not interrupted and summary.done == summary.jobs and not summary.failures,
        "interrupted": interrupted,
    }


def line(event: dict[str, Any]) -> str:
    """An event as a line of JSON, without a password."""
    return json.dumps(redacted_all(event), ensure_ascii=False).translate(_UNSEEN)
