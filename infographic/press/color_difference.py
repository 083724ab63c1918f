"""How far two colours look apart: CIEDE2000 (CIE 142-2001; Sharma, Wu and Dalal 2005)."""

from __future__ import annotations

import math

from infographic.foundation.color import Srgb

Lab = tuple[float, float, float]
D65 = (0.95047, 1.0, 1.08883)
TO_XYZ = (
    (0.4124564, 0.3575761, 0.1804375),
    (0.2126729, 0.7151522, 0.0721750),
    (0.0193339, 0.1191920, 0.9503041),
)
"""From linear sRGB (IEC 61966-2-1)."""


def lab_of(color: Srgb) -> Lab:
    """sRGB as CIE L*a*b*, under its own white.

    >>> [round(value, 1) + 0 for value in lab_of((1.0, 0.0, 0.0))]
    [53.2, 80.1, 67.2]
    """
    light = [v / 12.92 if v <= 0.04045 else ((v + 0.055) / 1.055) ** 2.4 for v in color]
    xyz = (sum(a * b for a, b in zip(row, light, strict=True)) for row in TO_XYZ)
    x, y, z = (_root(value / white) for value, white in zip(xyz, D65, strict=True))
    return 116 * y - 16, 500 * (x - y), 200 * (y - z)


def _root(share: float) -> float:
    return math.cbrt(share) if share > 216 / 24389 else (24389 / 27 * share + 16) / 116


def difference(one: Lab, other: Lab) -> float:
    """ΔE₀₀: 1 is just seen side by side, 5 is seen at a glance, 10 is another colour.

    >>> round(difference((50.0, 2.6772, -79.7751), (50.0, 0.0, -82.7485)), 4)
    2.0425
    """
    (l1, a1, b1), (l2, a2, b2) = one, other
    mean7 = ((math.hypot(a1, b1) + math.hypot(a2, b2)) / 2) ** 7
    grey = 1 + 0.5 * (1 - math.sqrt(mean7 / (mean7 + 25**7)))
    c1, c2 = math.hypot(grey * a1, b1), math.hypot(grey * a2, b2)
    h1, h2 = _hue(grey * a1, b1), _hue(grey * a2, b2)
    turn = h2 - h1 if c1 * c2 else 0.0
    turn += 360 if turn < -180 else -360 if turn > 180 else 0
    d_light, d_chroma = l2 - l1, c2 - c1
    d_hue = 2 * math.sqrt(c1 * c2) * math.sin(math.radians(turn / 2))
    light, chroma = (l1 + l2) / 2, (c1 + c2) / 2
    hue = (h1 + h2) / (2 if c1 * c2 else 1)
    if c1 * c2 and abs(h1 - h2) > 180:
        hue += 180 if h1 + h2 < 360 else -180
    t = (
        1
        - 0.17 * _cos(hue - 30)
        + 0.24 * _cos(2 * hue)
        + 0.32 * _cos(3 * hue + 6)
        - 0.20 * _cos(4 * hue - 63)
    )
    s_light = 1 + 0.015 * (light - 50) ** 2 / math.sqrt(20 + (light - 50) ** 2)
    s_chroma, s_hue = 1 + 0.045 * chroma, 1 + 0.015 * chroma * t
    turning = 60 * math.exp(-(((hue - 275) / 25) ** 2))
    blue = -2 * math.sqrt(chroma**7 / (chroma**7 + 25**7)) * math.sin(math.radians(turning))
    v_light, v_chroma, v_hue = d_light / s_light, d_chroma / s_chroma, d_hue / s_hue
    return math.sqrt(v_light**2 + v_chroma**2 + v_hue**2 + blue * v_chroma * v_hue)


def _hue(a: float, b: float) -> float:
    return math.degrees(math.atan2(b, a)) % 360 if a or b else 0.0


def _cos(degrees: float) -> float:
    return math.cos(math.radians(degrees))
