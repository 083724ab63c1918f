"""SVG's own notation: numbers, colours, escaped words."""

from __future__ import annotations

from functools import lru_cache

from infographic.backends.numbers import number
from infographic.foundation.color import Color
from infographic.foundation.geometry import Rect
from infographic.foundation.late_pattern import late

# What XML 1.0 cannot hold, not even escaped (production 2).
_UNWRITABLE = late("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_ESCAPES = str.maketrans(
    {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "\n": "&#10;", "\t": "&#9;",
     "\r": "&#13;"}
)  # fmt: skip


def escaped(words: str) -> str:
    """For an attribute or between tags.

    >>> escaped('A & "B"\\n<c>\\x00')
    'A &amp; &quot;B&quot;&#10;&lt;c&gt;'
    """
    return _UNWRITABLE.sub("", words).translate(_ESCAPES)


@lru_cache(maxsize=256)
def hex_of(color: Color) -> str:
    """A colour's sRGB: “#d7332c”."""
    return "#" + "".join(f"{round(light * 255):02x}" for light in color.srgb)


def fine(value: float) -> str:
    """A factor, to eight decimals: of 50,000 font units none stands off by a thousandth.

    >>> fine(0.02133333333), fine(1.0), fine(-0.0)
    ('0.02133333', '1', '0')
    """
    text = f"{value:.8f}".rstrip("0").rstrip(".")
    return "0" if text in ("-0", "") else text


def rectangle(rect: Rect) -> str:
    """A rectangle as path data."""
    right, down = number(rect.width), number(rect.height)
    return f"M{number(rect.x)} {number(rect.y)}h{right}v{down}h{number(-rect.width)}z"
