"""Shares and powers, exactly: 1/3, ⅓, 1½; 1.2×10⁶, 10^-6, 1e6."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from fractions import Fraction

from infographic.foundation.late_pattern import late
from infographic.text.han_numbers import LONGEST
from infographic.text.numerals import WORDS

_TYPED_SHARE = late(r"([0-9])[/⁄]([0-9]{1,2})")
_PARTS = "".join(WORDS["parts"])
_RAISED = str.maketrans({**WORDS["raised"], "−": "-", "⁻": "-"})
SEPARATORS = late(rf"[,，{re.escape(WORDS['between_thousands'])}]")
"""Between the thousands of a number."""


_POWER = late(
    r"(?P<base>[^e×x*]+)e(?P<e>[+\-−]?\d+)|(?:(?P<times>[^×x*]+?)\s?[×x*]\s?)?10\^?(?P<power>.+)"
)


_WHOLE = late(r"[+-]?\d+")


def shifted(digits: str, places: int) -> Decimal:
    """A number times a power of ten. By exponent: Decimal's own arithmetic would round to 28
    digits."""
    return Decimal(f"{Decimal(f'{digits}E{places}'):f}")


def decimal_of(share: Fraction) -> Decimal | None:
    """A fraction as a decimal, where one is exact: 3/4, not 1/3."""
    rest, places = share.denominator, 0
    while rest % 10 == 0 or rest % 5 == 0 or rest % 2 == 0:
        rest //= 10 if rest % 10 == 0 else 5 if rest % 5 == 0 else 2
        places += 1
    whole = str(share.numerator * 10**places // share.denominator)
    return shifted(whole, -places) if rest == 1 else None


def share_of(words: str) -> Fraction | None:
    """What a typed fraction comes to; None for 24/7 and 11/22, which are as often something else.

    >>> share_of("3/10"), share_of("1½"), share_of("24/7")
    (Fraction(3, 10), Fraction(3, 2), None)
    """
    if words[-1] in _PARTS:
        return Fraction(WORDS["parts"][words[-1]]) + int(words[:-1] or 0)
    typed = _TYPED_SHARE.fullmatch(words)
    if typed is None or not 0 < int(typed[1]) < int(typed[2]) <= 10:
        return None
    return Fraction(int(typed[1]), int(typed[2]))


def power_of(words: str) -> Decimal | None:
    """What a number in powers of ten comes to; None where it counts nothing a newspaper counts.

    >>> [str(power_of(words)) for words in ("1.2×10⁶", "10⁻³", "2.5e3", "10^10")]
    ['1200000', '0.001', '2500', '10000000000']
    >>> [power_of(words) for words in ("10⁻", "1.2.3e4", "½e5", "..e5", "1_0e5", "nan e5")]
    [None, None, None, None, None, None]
    """
    match = _POWER.fullmatch(words.lower())
    if match is None:
        return None
    said = (match["e"] or match["power"]).translate(_RAISED)
    # Signs without figures are none: 10⁻.
    if not _WHOLE.fullmatch(said) or abs(power := int(said)) > LONGEST:
        return None
    base = SEPARATORS.sub("", match["base"] or match["times"] or "1")
    try:
        is_number = "_" not in base and Decimal(base).is_finite()
    except InvalidOperation:
        is_number = False
    return shifted(base, power) if is_number else None
