"""Whether a column of values is of rates, which a map may colour, or of totals, which it may not.

A total in colours shows which place is large, and a large place is seen most of all: a map of
people and not of what is claimed (FT Visual Vocabulary, “Spatial”).
"""

from __future__ import annotations

import re

from infographic.foundation.late_pattern import late
from infographic.graphics.subject import Subject

UNITS = late(r"[%％‰‱℃°]|个?百分点|[/／]|每|成$|分$|岁$|倍$|\bper\b|percent|index", re.IGNORECASE)
"""Units of what does not add up."""
WORDS = late(
    r"率|占比|比重|比例|比上年|人均|户均|亩均|地均|均|每|密度|增速|增幅|增长|同比|环比|指数|得分|评分"
    r"|浓度|气温|温度|\brate\b|share|density|average|median|per |growth|index",
    re.IGNORECASE,
)
"""Words of measures that do not add up: 人均, 密度, 增速."""


def is_rate(subject: Subject) -> bool:
    """As the story says, else by the unit, else by the words of the measure and the column."""
    chart = subject.chart
    if chart.values:
        return chart.values == "rate"
    series = subject.series[0]
    if UNITS.search(series.unit or subject.unit):
        return True
    what = chart.measure.what.text if chart.measure and chart.measure.what else ""
    return bool(WORDS.search(f"{what} {series.column.name}"))
