"""What preflight and 核数 say of the pages that a view shows."""

from __future__ import annotations

from typing import Any

from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.subbing.rules import doubtful_figures


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision. Answers {"diagnostics": [as dicts]}; [] where that is gone."""
    shown = desk.views.get(given["view"])
    if shown is None or shown.revision != given["revision"]:
        return {"diagnostics": []}
    found: list[Diagnostic] = [*doubtful_figures(shown.story)]
    if not errors(shown.page.diagnostics):
        for one in shown.page.pages:
            found += one.preflight()
    return {"diagnostics": [one.as_dict() for one in dict.fromkeys(found)]}
