"""Lengths as authors write them, in points.

A print page is measured in mm and 字号, a social card in px; inside, everything is points
(1/72 inch). One px is 1/96 inch, as in CSS, so a 1080 px card is 810 pt wide.
"""

from __future__ import annotations

from infographic.foundation.late_pattern import late

POINTS_PER = {
    "pt": 1.0,
    "px": 0.75,
    "mm": 72 / 25.4,
    "cm": 720 / 25.4,
    "in": 72.0,
}

ZIHAO = {
    "初号": 42.0,
    "小初": 36.0,
    "一号": 26.0,
    "小一": 24.0,
    "二号": 22.0,
    "小二": 18.0,
    "三号": 16.0,
    "小三": 15.0,
    "四号": 14.0,
    "小四": 12.0,
    "五号": 10.5,
    "小五": 9.0,
    "六号": 7.5,
    "小六": 6.5,
    "七号": 5.5,
    "八号": 5.0,
}
"""字号, the trade's type sizes, in points."""

PAPER_MM = {
    "对开": (390.0, 540.0),
    "四开": (270.0, 390.0),
    "A2": (420.0, 594.0),
    "A3": (297.0, 420.0),
    "A4": (210.0, 297.0),
    "A5": (148.0, 210.0),
}
"""Page sizes by name, width and height in mm (对开, 四开: the newspaper's, upright)."""

FARTHEST = 1e6
"""Points; seventy times as long as a page can be. What is longer is a slip of the keys, and sums of
such lengths would leave what numbers can hold."""

_LENGTH = late(r"(?P<amount>[+-]?(?:\d++\.?\d*+|\.\d++))\s*+(?P<unit>[a-z]+)")


def to_points(text: str) -> float | None:
    """Read an absolute length; None where it is not one.

    >>> to_points("25.4mm"), to_points("小五"), to_points("100px"), to_points("wide")
    (72.0, 9.0, 75.0, None)
    """
    if text in ZIHAO:
        return ZIHAO[text]
    if text == "0":
        return 0.0
    match = _LENGTH.fullmatch(text.strip())
    if match is None or match["unit"] not in POINTS_PER:
        return None
    return round(float(match["amount"]) * POINTS_PER[match["unit"]], 6)
