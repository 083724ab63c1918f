"""What preflight and 核数 say of the pages that a view shows."""

from __future__ import annotations

from typing import Any

from infographic.foundation.diagnostics import Diagnostic, errors
from infographic.foundation.record import replaced
from infographic.press.report import Finding
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.saying import as_told
from infographic.subbing.rules import doubtful_figures


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: view, revision. Answers {"diagnostics": [as dicts]}; [] where that is gone."""
    shown = desk.views.get(given["view"])
    if shown is None or shown.revision != given["revision"]:
        return {"diagnostics": []}
    pages = shown.page.pages
    found: list[Diagnostic] = [*doubtful_figures(shown.story)]
    unread = [fault for one in pages for fault in one.picture_faults()]
    found += unread
    if not unread and not errors(shown.page.diagnostics):
        for number, one in enumerate(pages, 1):
            found += (_on(number, each) for each in one.preflight())
    told = as_told(list(dict.fromkeys(found)), pages, shown.story.origin.file)
    return {"diagnostics": told}


def _on(number: int, one: Finding) -> Finding:
    """A finding of a page among several: each page is looked at alone, as the first."""
    return replaced(one, places=tuple(place._replace(page=number) for place in one.places))
