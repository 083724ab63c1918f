"""What copy lint finds in a story, each at its characters, with what to write there."""

from __future__ import annotations

from typing import Any

from infographic.copy_lint.rules import findings
from infographic.copy_lint.texts import parts_of
from infographic.studio.worker.desk import Desk, Given, Tell

MOST = 2000


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: story, text. Answers {"findings": [{"pointer", "code", "start", "end", "found",
    "mend"}]}: places in characters of the text value, “mend” None where only the author knows.
    Raises `SpecError` for a story that cannot be read."""
    story = desk.story(given)
    told: list[dict[str, Any]] = []
    for node, code, found in findings(story, parts_of(story)):
        if not isinstance(node.value, str):
            continue
        told += [
            {
                "pointer": node.origin.pointer, "code": code, "start": one.start, "end": one.end,
                "found": node.value[one.start : one.end], "mend": one.mend,
            }
            for one in found
        ]  # fmt: skip
    return {"findings": told[:MOST]}
