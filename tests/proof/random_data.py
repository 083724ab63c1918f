"""Random data as desks have them: 1 to 40 rows, gaps, ties, zeros, 1e-6 to 1e12, long names."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

HAN = "市县区产量人口收入增长农业工商学校医院公路铁水电气山河东西南北中新高大小城乡"
Value = float | int | None
MEASURE = {"measure": {"what": "产量", "unit": "吨"}}
EXPONENTS = (-6, -3, -1, 0, 0, 0, 1, 2, 3, 4, 6, 9)


def names(count: int, most: int = 30) -> st.SearchStrategy[list[str]]:
    """Different names of 1 to so many characters."""
    short = st.text(HAN, min_size=1, max_size=min(most, 5))
    one = st.one_of(short, short, short, st.text(HAN, min_size=1, max_size=most))
    return st.lists(one, min_size=count, max_size=count, unique=True)


@st.composite
def values(
    draw: st.DrawFn, count: int, *, signed: bool = False, missing: bool = True, zeros: bool = True
) -> list[Value]:
    """Numbers of one column: of one size or of very different ones, with ties."""
    power = draw(st.sampled_from(EXPONENTS))
    wild = draw(st.integers(0, 4)) == 0
    found: list[Value] = []
    for _ in range(count):
        if found and draw(st.integers(0, 7)) == 0:
            found.append(draw(st.sampled_from(found)))
            continue
        kind = draw(st.integers(0, 11))
        if kind == 0 and missing:
            found.append(None)
        elif kind == 1 and zeros:
            found.append(0)
        else:
            exponent = draw(st.sampled_from(EXPONENTS)) if wild else power
            found.append(
                number(draw(st.integers(1, 1200)), exponent, draw(st.booleans()) and signed)
            )
    if not any(found):
        found[0] = number(draw(st.integers(1, 1200)), power, False)
    return found


def number(digits: int, exponent: int, negative: bool) -> Value:
    """As JSON has it: a whole number, or a decimal fraction without noise.

    >>> number(120, -2, True), number(12, 3, False)
    (-1.2, 12000)
    """
    exact = Decimal(digits).scaleb(exponent) * (-1 if negative else 1)
    return int(exact) if exact == exact.to_integral_value() else float(exact)


def rows_of(*columns: Sequence[Any]) -> list[list[Any]]:
    """Columns as rows."""
    return [list(row) for row in zip(*columns, strict=True)]


counts = st.one_of(st.integers(1, 6), st.integers(1, 16), st.integers(1, 40))
claims = st.integers(0, 2)
"""None, the first row, the second."""


def claimed(names: Sequence[str], claim: int) -> dict[str, Any]:
    return {"highlight": [names[claim - 1]]} if 0 < claim <= len(names) else {}
