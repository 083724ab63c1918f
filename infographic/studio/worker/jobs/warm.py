"""Whatever a first page needs, made ready before somebody waits for it."""

from __future__ import annotations

import contextlib
import os
from typing import Any

from infographic.foundation.calls import CallError
from infographic.foundation.diagnostics import MachineError, SpecError
from infographic.foundation.files import shipped
from infographic.studio.worker.desk import Desk, Given, Shown, Tell
from infographic.studio.worker.drawing import draw_page

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
            if _drawn(desk, {"view": VIEW, "story": story, "layout": layout, "scale": 1.0}):
                break
    desk.views.pop(VIEW, None)
    desk.sent.forget(VIEW)


def _drawn(desk: Desk, given: dict[str, Any]) -> bool:
    with contextlib.suppress(SpecError, CallError, MachineError, OSError):
        story, made = desk.drafted(given)
        desk.views[VIEW] = Shown(0, made, story)
        draw_page(desk, given, 0)
        made.preflight()
        return True
    return False
