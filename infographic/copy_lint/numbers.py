"""Numbers that a program wrote: 5941.380000000001, as binary fractions come out."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from infographic.copy_lint.findings import Finding, Words, found
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say

_LONG = late(r"(?<![\d.])\d+\.\d{9,}(?![\d.])")
MOST_DECIMALS = 8


def meant_by(written: str) -> str | None:
    """The number that was meant, where a long one is as near to it as a program's error.

    >>> meant_by("5941.380000000001"), meant_by("0.30000000000000004"), meant_by("3.14159265359")
    ('5941.38', '0.3', None)
    """
    number = Decimal(written)
    for places in range(MOST_DECIMALS + 1):
        short = round(number, places)
        if abs(short - number) <= abs(number) * Decimal("1e-14") + Decimal("1e-16"):
            return f"{short:f}"
    return None


def float_noise(words: Words) -> Iterator[Finding]:
    """Long decimals that are a short number's, off by a program's rounding."""
    for match in _LONG.finditer(words.text):
        meant = meant_by(match[0])
        if meant is not None:
            shown = say("phrase/in-place-of", found=match[0], meant=meant)
            yield found("number", words, match.start(), match.end(), shown, meant)


def doubtful_float(value: float) -> Finding | None:
    """The same of a number that stands in the file as one, or that it was never rounded."""
    written = repr(value)
    if not _LONG.fullmatch(written.lstrip("-")):
        return None
    meant = meant_by(written)
    if meant is None:
        return Finding("long", 0, len(written), written)
    shown = say("phrase/in-place-of", found=written, meant=meant)
    return Finding("number", 0, len(written), shown, meant)
