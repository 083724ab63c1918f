"""Numbers written in Han: 两千三百, 一百七十七万, 八十点五."""

from __future__ import annotations

from decimal import Decimal

_DIGITS = {digit: at for at, digit in enumerate("零一二三四五六七八九")} | {"〇": 0, "两": 2}
_TENS = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10**4, "亿": 10**8}


def value_of_han(words: str) -> Decimal | None:
    """The value of a number in Han; None where it is none (“十五五”).

    >>> value_of_han("两千三百"), value_of_han("一百零五"), value_of_han("八十点五")
    (Decimal('2300'), Decimal('105'), Decimal('80.5'))
    >>> value_of_han("三亿二千万"), value_of_han("十五五") is None
    (Decimal('320000000'), True)
    """
    whole, _, fraction = words.partition("点")
    value = _whole(whole)
    if value is None or any(digit not in _DIGITS for digit in fraction):
        return None
    places = "".join(str(_DIGITS[digit]) for digit in fraction)
    return Decimal(f"{value}.{places}" if places else str(value))


def _whole(words: str) -> int | None:
    total, section, digit = 0, 0, None
    lowest = 10**4
    for character in words:
        if character in _DIGITS:
            if digit:
                return None
            digit = _DIGITS[character]
        elif character in _TENS:
            ten = _TENS[character]
            if ten >= lowest:
                return None
            section += (1 if digit is None else digit) * ten
            digit, lowest = None, ten
        else:
            section += digit or 0
            total = (total + section) * _MYRIADS[character] if character == "亿" else (
                total + section * _MYRIADS[character]
            )  # fmt: skip
            if not total:
                return None
            section, digit, lowest = 0, None, 10**4
    # 一千五 is 1500 as it is spoken; a newspaper does not write it.
    if digit and lowest < 10**4 and lowest > 10 and words[-2:-1] != "零":
        return None
    return total + section + (digit or 0)
