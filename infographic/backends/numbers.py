"""Numbers, colours and long outlines as a PDF writes them."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from infographic.display.items import Cap, Join, LineStyle, Path
from infographic.display.painted import is_black_hairline


def number(value: float) -> str:
    """The shortest decimal within half a thousandth, never with an exponent.

    >>> number(12.0), number(0.33333), number(-0.0001), number(14400.125)
    ('12', '0.333', '0', '14400.125')
    """
    rounded = round(value, 3)
    whole = int(rounded)
    return str(whole) if whole == rounded else repr(rounded)


def numbers(*values: float) -> str:
    return " ".join(map(number, values))


@lru_cache(maxsize=1024)
def colored(shade: tuple[float, ...], operator: str) -> str:
    return f"{numbers(*shade)} {operator}"


LONG = 32
"""A path of more segments is written relative to its own place, and kept for the next page."""


@lru_cache(maxsize=512)
def outline(path: Path) -> tuple[str, bool]:
    """A path's operators from its own place, and whether it is a black hairline."""
    operators = [
        " ".join((*[number(-v if i % 2 else v) for i, v in enumerate(values)], kind.lower()))
        if values
        else "h"
        for kind, values in path.segments
    ]
    return "\n".join(operators), is_black_hairline(path)


CAPS = {Cap.BUTT: 0, Cap.ROUND: 1, Cap.SQUARE: 2}
JOINS = {Join.MITER: 0, Join.ROUND: 1, Join.BEVEL: 2}


def line_style(before: LineStyle, style: LineStyle) -> Iterator[str]:
    """The operators from one style of lines to another (ISO 32000-1, 8.4.3)."""
    if style == before:
        return
    if (style.dash, style.dash_phase) != (before.dash, before.dash_phase):
        yield f"[{numbers(*style.dash)}] {number(style.dash_phase)} d"
    if style.cap != before.cap:
        yield f"{CAPS[style.cap]} J"
    if style.join != before.join:
        yield f"{JOINS[style.join]} j"
    if style.miter_limit != before.miter_limit:
        yield f"{number(style.miter_limit)} M"


def opacity_name(opacity: float) -> str:
    """The resource name of the graphics state with an opacity.

    >>> opacity_name(0.25)
    'T0d25'
    """
    return "T" + number(opacity).replace(".", "d")
