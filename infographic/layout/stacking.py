"""Frames one under the other, and where a frame stands in one that is taller."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

from infographic.display.frame import Frame, together
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, worded
from infographic.foundation.geometry import Point, Size
from infographic.layout.setting import TOLERANCE

Vertical = Literal["top", "middle", "bottom"]


def pile(
    frames: Sequence[Frame],
    width: float,
    gap: float,
    height: float | None,
    origin: Origin,
    what: str,
) -> Frame:
    """Frames one under the other; too tall for `height` is a fault that says by how much."""
    y, parts = 0.0, []
    for number, frame in enumerate(frames):
        y += gap if number else 0.0
        parts.append((Point(0, y), frame))
        y += frame.size.height
    made = together(Size(width, y), parts, baseline=frames[0].baseline if frames else 0.0)
    if height is not None and y > height + TOLERANCE:
        return replace(made, faults=(*made.faults, too_tall(what, y, height, origin)))
    return made


def too_tall(what: str, needed: float, given: float, origin: Origin) -> Diagnostic:
    return worded(
        "overfull",
        f"{what} need {needed:.1f} pt of height and have {given:.1f} pt: "
        f"{needed - given:.1f} pt ({(needed - given) * 25.4 / 72:.1f} mm) too much",
        origin,
        "give it more height, take something out, or make a style or gap smaller",
    )


def in_height(frame: Frame, height: float | None, vertical: Vertical = "top") -> Frame:
    """The frame as tall as its region asks, its items at the top, in the middle or at the foot."""
    if height is None:
        return frame
    spare = max(height - frame.size.height, 0.0)
    down = {"top": 0.0, "middle": spare / 2, "bottom": spare}[vertical]
    return replace(
        frame.moved(0, down),
        size=Size(frame.size.width, height),
        baseline=frame.baseline + down,
    )
