"""A map's scale bar: a round number of kilometres, or of metres."""

from __future__ import annotations

import math

from infographic.foundation.record.tuples import NamedTuple


class ScaleBar(NamedTuple):
    """Its length in points, and how long that is."""

    length: float
    metres: float

    def label(self, language: str) -> str:
        """
        >>> ScaleBar(40, 50_000).label("zh-Hans"), ScaleBar(40, 200).label("en")
        ('50公里', '200 m')
        """
        is_chinese = language.lower().startswith("zh")
        if self.metres < 1000:
            return f"{self.metres:g}米" if is_chinese else f"{self.metres:g} m"
        km = self.metres / 1000
        return f"{km:g}公里" if is_chinese else f"{km:g} km"


def scale_bar(points_per_km: float, longest: float) -> ScaleBar | None:
    """The longest bar of 1, 2 or 5 × 10ⁿ that is no longer than `longest` points.

    >>> scale_bar(0.8, 60)
    ScaleBar(length=40.0, metres=50000)
    """
    if points_per_km <= 0 or longest <= 0:
        return None
    most = longest / points_per_km * 1000
    power = 10.0 ** math.floor(math.log10(most))
    metres = next(step * power for step in (5, 2, 1) if step * power <= most * (1 + 1e-9))
    if metres >= 1:
        metres = round(metres)
    return ScaleBar(metres / 1000 * points_per_km, metres)
