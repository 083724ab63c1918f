"""A layout's tuning as browsers have it: numbers, in points and as factors."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from infographic.loading.sheet.tuning import StyleTuning, Tuning

LARGEST = 2000.0
"""Points."""
LEAST, MOST = 0.25, 4.0
"""Of a factor."""


def told_tuning(tuning: Tuning) -> dict[str, Any]:
    return {
        "styles": [[one.name, one.size, one.leading] for one in tuning.styles],
        "figures": tuning.figures, "spacing": tuning.spacing, "numbers": tuning.numbers,
        "spread": tuning.spread,
    }  # fmt: skip


def tuning_of(told: Mapping[str, Any], styles: Mapping[str, object]) -> Tuning:
    """What `told_tuning` told; styles that the layout has no more are left out, and numbers that
    nobody can mean are brought into their bounds."""
    named = (one for one in told.get("styles", ()) if one[0] in styles)
    sized = ((name, _within(size, 1, LARGEST), leading) for name, size, leading in named)
    return Tuning(
        tuple(
            StyleTuning(name, size, _within(leading, size / 2, 2 * LARGEST))
            for name, size, leading in sized
        ),
        figures=_within(told.get("figures", 1), LEAST, MOST),
        spacing=_within(told.get("spacing", 1), LEAST, MOST),
        numbers=_within(told.get("numbers", 1), LEAST, MOST),
        spread=bool(told.get("spread")),
    )


def _within(value: Any, least: float, most: float) -> float:
    number = float(value)
    return min(max(number, least), most) if math.isfinite(number) else least
