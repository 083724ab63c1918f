"""Frames one under the other, and where a frame stands in one that is taller."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from infographic.display.frame import Frame, together
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.layout.setting import TOLERANCE

Vertical = Literal["top", "middle", "bottom"]


def pile(
    frames: Sequence[Frame],
    width: float,
    gap: float,
    height: float | None,
    origin: Origin,
    what: Saying,
) -> Frame:
    """Frames one under the other; too tall for `height` is a fault that says by how much."""
    y, parts = 0.0, []
    for number, frame in enumerate(frames):
        y += gap if number else 0.0
        parts.append((Point(0, y), frame))
        y += frame.size.height
    made = together(Size(width, y), parts, baseline=frames[0].baseline if frames else 0.0)
    if height is not None and y > height + TOLERANCE:
        return replaced(made, faults=(*made.faults, too_tall(what, y, height, origin)))
    return made


def height_said(needed: float, given: float) -> dict[str, float]:
    """What is said of a height that is too little, in points."""
    return {"needed": needed, "given": given, "over": needed - given}


def too_tall(what: Saying, needed: float, given: float, origin: Origin) -> Diagnostic:
    return Diagnostic(say("overfull/blocks", what=what, **height_said(needed, given)), origin)


def in_height(frame: Frame, height: float | None, vertical: Vertical = "top") -> Frame:
    """The frame as tall as its region asks, its items at the top, in the middle or at the foot."""
    if height is None:
        return frame
    spare = max(height - frame.size.height, 0.0)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[vertical]
    return replaced(
        frame.moved(0, down),
        size=Size(frame.size.width, height),
        baseline=frame.baseline + down,
    )
