"""Numbers as a PDF writes them."""

from __future__ import annotations


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
