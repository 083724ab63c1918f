"""Whatever a first page needs, made ready before somebody waits for it."""

from __future__ import annotations

import contextlib
import os
from typing import Any

from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SayingError, SpecError
from infographic.foundation.files import shipped
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.jobs import check, draw

VIEW = "warm"


def run(desk: Desk, given: Given, tell: Tell) -> None:
    """given: stories, paths of which the first that can be drawn is taken for each layout; layouts;
    nice, by how much the process gives way to others."""
    if given.get("nice") and hasattr(os, "nice"):
        os.nice(given["nice"])
    sample = shipped("data.json")
    stories = [*given.get("stories", ()), *([str(sample)] if sample.is_file() else [])]
    for layout in given.get("layouts", ("square",)):
        for story in stories:
            given = {"view": VIEW, "revision": 0, "layout": layout, "scale": 1.0}
            if _drawn(desk, {**given, "story": story}):
                break
    desk.views.pop(VIEW, None)
    desk.sent.forget(VIEW)


def _drawn(desk: Desk, given: dict[str, Any]) -> bool:
    with contextlib.suppress(SpecError, CallError, MachineError, SayingError, OSError):
        draw.run(desk, given, _nobody)
        check.run(desk, given, _nobody)
        return True
    return False


def _nobody(part: object) -> None:
    pass
