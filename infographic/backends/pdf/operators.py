"""What is painted as operators that are kept: colours, and long outlines from their own place."""

from __future__ import annotations

from functools import lru_cache

from infographic.backends.numbers import number, numbers
from infographic.display.items import Path
from infographic.display.painted import is_black_hairline


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
