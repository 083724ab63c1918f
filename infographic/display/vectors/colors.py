"""Colours as SVG and CSS write them, and what a press makes of them: greys are black ink, all
others have none until the layout names one."""

from __future__ import annotations

import re
from functools import lru_cache

from infographic.foundation.color import Color, Srgb
from infographic.foundation.late_pattern import late

CURRENT = "currentColor"
REST = "*"
"""In a mapping of colours: all that it does not name."""
SCREEN_BLACK = 0.898
"""How much light K 100 takes on a screen, as `foundation.color.grey` has it."""

_HEX = late(r"#([0-9a-fA-F]{3,4}|[0-9a-fA-F]{6}|[0-9a-fA-F]{8})")
_RGB = late(r"rgba?\(([^()]*)\)", re.IGNORECASE)
_SHARE = late(r"[-+]?(?:\d++\.?\d*+|\.\d++)%?")

Lights = tuple[int, int, int, float]


def color_in(text: str) -> tuple[Color | None, float] | None:
    """A colour and its opacity, the colour None for “none”; None where the text is no colour.

    >>> color_in("#B5121B")[0].name, color_in("none"), color_in("rgb(0 0 0 / 50%)")[1]
    ('#b5121b', (None, 1.0), 0.5)
    """
    text = text.strip()
    low = text.lower()
    if low in ("none", "transparent"):
        return None, 1.0
    if low == CURRENT.lower():
        return CURRENT_COLOR, 1.0
    lights = _hex(text) or _rgb(text) or _named(low)
    if lights is None:
        return None
    r, g, b, opacity = lights
    return of_lights((r, g, b)), opacity


def key_of(text: str) -> str | None:
    """A colour as a mapping of colours names it, however it is written; None where it is none.

    >>> key_of("#F00"), key_of("red"), key_of("currentcolor"), key_of("*"), key_of("accent")
    ('#ff0000', '#ff0000', 'currentColor', '*', None)
    """
    if text == REST:
        return text
    found = color_in(text)
    return found[0].name if found is not None and found[0] is not None else None


@lru_cache(maxsize=512)
def of_lights(lights: tuple[int, int, int]) -> Color:
    """A colour of a drawing by its red, green and blue, each to 255."""
    r, g, b = lights
    name = f"#{r:02x}{g:02x}{b:02x}"
    srgb: Srgb = (round(r / 255, 6), round(g / 255, 6), round(b / 255, 6))
    light = 0.2126 * srgb[0] + 0.7152 * srgb[1] + 0.0722 * srgb[2]
    black = min(max(round((1 - light) / SCREEN_BLACK, 4), 0.0), 1.0)
    return Color(name, (0.0, 0.0, 0.0, black), srgb, for_screens=not r == g == b)


CURRENT_COLOR = Color(CURRENT, (0.0, 0.0, 0.0, 1.0), (0.102, 0.102, 0.102))
"""Stands for the colour that the layout gives a drawing."""


def _hex(text: str) -> Lights | None:
    match = _HEX.fullmatch(text)
    if match is None:
        return None
    digits = match[1] if len(match[1]) > 4 else "".join(2 * digit for digit in match[1])
    r, g, b, a = (int(digits[i : i + 2] or "ff", 16) for i in (0, 2, 4, 6))
    return r, g, b, a / 255


def _rgb(text: str) -> Lights | None:
    match = _RGB.fullmatch(text)
    parts = match[1].replace("/", " ").replace(",", " ").split() if match is not None else []
    if len(parts) not in (3, 4) or not all(_SHARE.fullmatch(part) for part in parts):
        return None
    r, g, b = (round(_share(part, 255) * 255) for part in parts[:3])
    return r, g, b, _share(parts[3], 1) if len(parts) == 4 else 1.0


def _share(text: str, whole: float) -> float:
    """Of `whole` or in per cent, brought between 0 and 1."""
    value = float(text.removesuffix("%")) / (100 if text.endswith("%") else whole)
    return min(max(value, 0.0), 1.0)


def _named(low: str) -> Lights | None:
    if not low.isalpha():
        return None
    # Late: most drawings write their colours as numbers.
    from PIL.ImageColor import getrgb

    try:
        r, g, b = getrgb(low)[:3]
    except ValueError:
        return None
    return r, g, b, 1.0
