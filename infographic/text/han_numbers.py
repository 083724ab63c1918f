"""Numbers written in Han: 两千三百, 一百七十七万, 八十点五."""

from __future__ import annotations

from decimal import Decimal
from itertools import pairwise

from infographic.text.numerals import WORDS

DIGITS: dict[str, int] = WORDS["han"]["digits"]
TENS: dict[str, int] = WORDS["han"]["tens"]
MYRIADS: dict[str, int] = WORDS["han"]["myriads"]
HAN = "".join([*DIGITS, *TENS, *MYRIADS])
"""The characters that a whole number in Han is written with."""
LONGEST = 30
"""A number of more characters counts nothing that a newspaper counts."""


def value_of_han(words: str) -> Decimal | None:
    """The value of a number in Han; None where it is none (“十五五”), or a spoken one (“一万五”).

    >>> value_of_han("两千三百"), value_of_han("一百零五"), value_of_han("八十点五")
    (Decimal('2300'), Decimal('105'), Decimal('80.5'))
    >>> value_of_han("三亿二千万"), value_of_han("十五五") is None
    (Decimal('320000000'), True)
    """
    if len(words) > LONGEST:
        return None
    whole, _, fraction = words.partition("点")
    value = _whole(whole)
    if value is None or any(digit not in DIGITS for digit in fraction):
        return None
    places = "".join(str(DIGITS[digit]) for digit in fraction)
    return Decimal(f"{value}.{places}" if places else str(value))


def _whole(words: str) -> int | None:
    total, section, digit = 0, 0, None
    lowest = 10**4
    for character in words:
        if character in DIGITS:
            if digit:
                return None
            digit = DIGITS[character]
        elif character in TENS:
            ten = TENS[character]
            if ten >= lowest:
                return None
            section += (1 if digit is None else digit) * ten
            digit, lowest = None, ten
        else:
            section += digit or 0
            myriad = MYRIADS[character]
            total = (total + section) * myriad if character == "亿" else total + section * myriad
            if not total:
                return None
            section, digit, lowest = 0, None, 10**4
    # 一千五 is 1500 as it is spoken, 一万五 15,000; a newspaper writes neither.
    if digit and words[-2:-1] not in ("", "零", "〇", "十"):
        return None
    return total + section + (digit or 0)


def digits_of_han(words: str) -> str:
    """Han read one by one, as years and telephone numbers are; "" where one of them is no digit.

    >>> digits_of_han("二〇二五"), digits_of_han("二十")
    ('2025', '')
    """
    return "".join(str(DIGITS[c]) for c in words) if set(words) <= DIGITS.keys() else ""


def is_rough(words: str) -> bool:
    """Whether two digits in a row say about how many: 三四百, 七八十, 三五个.

    >>> is_rough("三四百"), is_rough("两三千"), is_rough("十五六"), is_rough("十五五")
    (True, True, True, False)
    """
    digits = [DIGITS.get(character) for character in words]
    return any(
        one and other and (other == one + 1 or (one, other) == (3, 5))
        for one, other in pairwise(digits)
    )


def is_bare(words: str) -> bool:
    """Whether a number names a power of ten alone: 百, 十万."""
    return not set(words) & DIGITS.keys()
