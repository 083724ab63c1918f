"""Blocks that stand on the page's baseline grid, or on halves and thirds of it."""

from __future__ import annotations

import math
from collections.abc import Mapping

from infographic.display.frame import Frame
from infographic.foundation.geometry import Size
from infographic.foundation.record import replaced
from infographic.layout.block import Region
from infographic.layout.setting import TOLERANCE
from infographic.layout.stacking import Vertical, in_height
from infographic.text.style import TextStyle

ROUNDING = 1e-6


def step_of(style: TextStyle, region: Region) -> float:
    """How far the lines that a style's may stand on lie apart; 0 where it keeps to none."""
    return region.grid / style.grid if style.grid else 0.0


def above_grid(y: float, step: float) -> float:
    """How far a place lies below the last line of a grid.

    >>> above_grid(25.0, 12.0), above_grid(24.0, 12.0), above_grid(24.0, 0.0)
    (1.0, 0.0, 0.0)
    """
    if not step:
        return 0.0
    past = y % step
    return 0.0 if past < ROUNDING or step - past < ROUNDING else past


def below_grid(y: float, step: float) -> float:
    """How far a place lies above the next line of a grid.

    >>> below_grid(25.0, 12.0), below_grid(24.0, 12.0)
    (11.0, 0.0)
    """
    past = above_grid(y, step)
    return step - past if past else 0.0


def stood_in(frame: Frame, style: TextStyle, region: Region, vertical: Vertical) -> Frame:
    """Words in their region, moved so that their first baseline stands on the grid.

    They move down where there is room, else up; where there is none either way they stay.
    """
    step = step_of(style, region)
    if not step or not frame.items:
        return in_height(frame, region.height, vertical)
    if region.height is None:
        # Room is kept for wherever it comes to stand.
        down = below_grid(region.y + frame.baseline, step)
        return _moved(frame, down, frame.size.height + step)
    stood = in_height(frame, region.height, vertical)
    top = stood.baseline - frame.baseline
    down = below_grid(region.y + stood.baseline, step)
    if top + down + frame.size.height > region.height + TOLERANCE:
        down -= step if down else 0.0
    return stood if top + down < -TOLERANCE else _moved(stood, down, region.height)


def _moved(frame: Frame, down: float, height: float) -> Frame:
    return replaced(
        frame.moved(0, down),
        size=Size(frame.size.width, height),
        baseline=frame.baseline + down,
    )


def leading_on(leading: float, step: float) -> float:
    """A leading made a whole number of grid steps.

    >>> leading_on(9.5, 4.5), leading_on(13.5, 13.5)
    (13.5, 13.5)
    """
    return math.ceil(leading / step - ROUNDING) * step


def on_grid(styles: Mapping[str, TextStyle], baseline: float) -> Mapping[str, TextStyle]:
    """The styles, those that keep to the page's grid with a leading of whole steps of it."""
    if not baseline or not any(style.grid for style in styles.values()):
        return styles
    return {
        name: replaced(
            style,
            plain=replaced(style.plain, leading=leading_on(style.leading, baseline / style.grid)),
        )
        if style.grid
        else style
        for name, style in styles.items()
    }
