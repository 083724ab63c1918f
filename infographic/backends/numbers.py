"""Numbers, colours and long outlines as a PDF writes them."""

from __future__ import annotations

from functools import lru_cache

from infographic.display.items import Path
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
