"""Which rows: “1-20,35,40-”, as a print dialog takes pages."""

from __future__ import annotations

from collections.abc import Callable

from infographic.foundation.calls import CALL, CallError
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say


def in_ranges(text: str) -> Callable[[int], bool]:
    """Whether a number, counted from 1, is in ranges. Raises `CallError` for what is none.

    >>> [n for n in range(1, 9) if in_ranges("1-3,6-")(n)]
    [1, 2, 3, 6, 7, 8]
    """
    spans = [_span(part.strip(), text) for part in text.replace("，", ",").split(",")]
    return lambda number: any(first <= number <= last for first, last in spans)


ENDLESS = 10**9


def _span(part: str, whole: str) -> tuple[int, int]:
    first, dash, last = part.replace("–", "-").partition("-")
    ends = first.strip(), last.strip()
    numbers = [int(one) if one.isascii() and one.isdecimal() and len(one) < 10 else 0
               for one in ends]  # fmt: skip
    low, high = numbers[0], (numbers[1] if ends[1] else ENDLESS) if dash else numbers[0]
    if not 1 <= low <= high:
        raise CallError([Diagnostic(say("pages-range", said=part, whole=whole), CALL)])
    return low, high
