"""A workbook's number formats: what a stored number or day looks like in its cell."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import ROUND_HALF_UP, Context, Decimal
from functools import lru_cache

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple

BUILT_IN = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 11: "0.00E+00",
    14: "yyyy/m/d", 15: "d-mmm-yy", 16: "d-mmm", 17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss",
    20: "h:mm", 21: "h:mm:ss", 22: "yyyy/m/d h:mm", 37: "#,##0", 38: "#,##0", 39: "#,##0.00",
    40: "#,##0.00", 41: "#,##0", 42: "#,##0", 43: "#,##0.00", 44: "#,##0.00", 45: "mm:ss",
    46: "[h]:mm:ss", 47: "mm:ss", 48: "##0.0E+0", 49: "@",
    # Those of a Chinese Excel, which writes no code for them.
    27: "yyyy年m月", 28: "m月d日", 29: "m月d日", 30: "m/d/yy", 31: "yyyy年m月d日", 32: "h时mm分",
    33: "h时mm分ss秒", 34: "h时mm分", 35: "h时mm分ss秒", 36: "yyyy年m月", 50: "yyyy年m月",
    51: "m月d日", 52: "yyyy年m月", 53: "m月d日", 54: "m月d日", 55: "h时mm分", 56: "h时mm分ss秒",
    57: "yyyy年m月", 58: "m月d日",
}  # fmt: skip
"""By number: ECMA-376, 18.8.30, as a Chinese Excel shows them."""

_LITERAL = late(r'"[^"]*"|\\.|_.|\*.|\[[^\]]*\]')
_DATE_TOKEN = late(
    r'"[^"]*"|\\.|\[[^\]]*\]|_.|\*.|[Aa][Mm]/[Pp][Mm]|上午/下午|[Yy]+|[Ee]+|[Mm]+|[Dd]+|[Hh]+'
    r"|[Ss]+(?:\.0+)?|[Aa]{3,4}|.",
    re.DOTALL,
)
_MONTHS = "January February March April May June July August September October November December"
_DAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"
_WEEKDAYS = "一二三四五六日"
LARGEST = 308
"""The power of ten of the largest number that a workbook holds."""
MOST_DECIMALS = 127
"""As many as a spreadsheet program takes in a format."""
ALL_DIGITS = Context(prec=LARGEST + MOST_DECIMALS + 1)
EXACT = Context(prec=15)
"""As many digits as a workbook's numbers are true to."""
LONGEST = 1000
"""Characters of a format: a spreadsheet program takes 255."""
GENERAL = 11
"""Characters that a number without a format is shown with."""


class NumberFormat(NamedTuple):
    """What a format does with a number."""

    kind: str
    """“general”, “number”, “date”, “time”, “text”."""
    code: str = ""
    """Its first section."""
    decimals: int | None = None
    """As many as it rounds to; None for all."""
    is_percent: bool = False
    suffix: str = ""
    """Words that it puts behind the number: “万吨”."""


@lru_cache(maxsize=256)
def number_format(code: str) -> NumberFormat:
    """What a format's code means.

    >>> number_format('0.0%').decimals, number_format('yyyy"年"m"月"').kind
    (1, 'date')
    """
    if len(code) > LONGEST:
        return NumberFormat("general")
    section = _sections(code)[0]
    bare = _LITERAL.sub("", section)
    if code == "@":
        return NumberFormat("text", code)
    if not bare or "general" in bare.lower() or "通用格式" in bare:
        return NumberFormat("general", section)
    if re.search(r"\[[hms]+\]", section, re.IGNORECASE):
        return NumberFormat("time", section)
    if not re.search(r"[0#?]", re.sub(r"\.0+", "", bare)) and re.search(r"[ymdhsa]", bare.lower()):
        is_date = re.search(r"[yde]|aaa", bare.lower()) or not re.search(r"[hs]", bare.lower())
        return NumberFormat("date" if is_date else "time", section)
    if re.search(r"[Ee][+-]", bare) or re.search(r"[0#?]\s*,+\s*(?![0#?,.])", bare) or "/" in bare:
        # In powers, thousands or fractions it shows another number than it holds.
        return NumberFormat("general", section)
    point = re.search(r"\.([0#?]*)", bare)
    suffix = re.search(r'[0#?](%?)(?:"([^"]*)")?[^0#?"]*\Z', section)
    return NumberFormat(
        "number",
        section,
        min(len(point[1]), MOST_DECIMALS) if point else 0,
        "%" in bare,
        (suffix[2] or "").strip() if suffix else "",
    )


def _sections(code: str) -> list[str]:
    parts = re.findall(r'(?:"[^"]*"|\\.|[^;"\\])+', code)
    return parts or [""]


def exact(written: str) -> Decimal:
    """A stored number without the noise of its binary form: 79.40000000000001 is 79.4.

    Raises `ArithmeticError` where it is none.
    """
    value = Decimal(written)
    if value.adjusted() > LARGEST or value.adjusted() < -LARGEST:
        raise OverflowError(written)
    if len(written) < 16:
        return value
    return plain(EXACT.plus(value))


def plain(value: Decimal) -> Decimal:
    """The same without zeros at its end, and without a power."""
    value = value.normalize()
    exponent = value.as_tuple().exponent
    # Not by `quantize`, which takes no number of over 28 digits.
    return Decimal(f"{value:f}") if isinstance(exponent, int) and exponent > 0 else value


def shown_number(value: Decimal, form: NumberFormat) -> str:
    """A number as its cell shows it, its thousands not parted.

    >>> shown_number(Decimal("0.805"), number_format("0.0%"))
    '80.5%'
    """
    if form.kind == "number":
        number = value * 100 if form.is_percent else value
        if form.decimals is not None:
            number = _rounded(number, form.decimals)
        return f"{number:f}{'%' * form.is_percent}{form.suffix}"
    number = plain(value)
    most = max(GENERAL - 2 - max(number.adjusted(), 0), 0)
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > most:
        # Very small numbers are shown with a power, with all their digits.
        number = number if number.adjusted() < -4 else plain(_rounded(number, most))
    return f"{number:f}"


def _rounded(value: Decimal, decimals: int) -> Decimal:
    # Not by the context: its 28 digits are too few for the decimals of a large number.
    return value.quantize(Decimal(1).scaleb(-decimals), ROUND_HALF_UP, ALL_DIGITS)


# Days

_FIRST = date(1899, 12, 30)
_FIRST_1904 = date(1904, 1, 1)
LAST_DAY = 2_958_465
"""31 December 9999."""


def day_of(serial: Decimal, is_1904: bool) -> datetime | None:
    """The day and time of a stored number; None for one that no workbook shows as a day.

    >>> day_of(Decimal("45444"), False), day_of(Decimal("43982"), True)
    (datetime.datetime(2024, 6, 1, 0, 0), datetime.datetime(2024, 6, 1, 0, 0))
    """
    if not 0 <= serial <= LAST_DAY - (1462 if is_1904 else 0):
        return None
    # Excel counts a 29 February 1900 that never was.
    days = int(serial) + (1 if not is_1904 and serial < 60 else 0)
    first = _FIRST_1904 if is_1904 else _FIRST
    seconds = round((serial - int(serial)) * 86400)
    return datetime(first.year, first.month, first.day) + timedelta(days=days, seconds=seconds)


def shown_day(moment: datetime, code: str) -> str:
    """A day as a format's code shows it.

    >>> shown_day(datetime(2024, 6, 1), 'yyyy"年"m"月"d"日" aaaa')
    '2024年6月1日 星期六'
    """
    tokens = _DATE_TOKEN.findall(code)
    return "".join(_token(moment, tokens, number) for number in range(len(tokens))).strip()


def _token(moment: datetime, tokens: list[str], number: int) -> str:
    token = tokens[number]
    low = token.lower()
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1]
    if token[0] in "[_*":
        return ""
    if low in ("am/pm", "上午/下午"):
        return ("下午" if moment.hour >= 12 else "上午") if token[0] == "上" else f"{moment:%p}"
    match low[0]:
        case "y" | "e":
            return f"{moment.year % 100:02}" if low == "yy" else f"{moment.year}"
        case "m":
            return _month_or_minute(moment, tokens, number)
        case "d":
            return _day(moment, low)
        case "h":
            return f"{moment.hour:0{len(low)}}"
        case "s":
            return f"{moment.second:0{min(len(low), 2)}}"
        case "a" if len(low) > 2:
            weekday = _WEEKDAYS[moment.weekday()]
            return f"星期{weekday}" if len(low) == 4 else weekday
        case _:
            return token


def _month_or_minute(moment: datetime, tokens: list[str], number: int) -> str:
    low = tokens[number].lower()
    letters = [(place, one.lower()[0]) for place, one in enumerate(tokens) if one[0].isalpha()]
    before = next((c for place, c in reversed(letters) if place < number and c in "ymdhs"), "")
    after = next((c for place, c in letters if place > number and c in "ymdhs"), "")
    if len(low) < 3 and (before == "h" or after == "s"):
        return f"{moment.minute:0{len(low)}}"
    if len(low) < 3:
        return f"{moment.month:0{len(low)}}"
    name = _MONTHS.split()[moment.month - 1]
    return name[:3] if len(low) == 3 else name[:1] if len(low) == 5 else name


def _day(moment: datetime, low: str) -> str:
    if len(low) < 3:
        return f"{moment.day:0{len(low)}}"
    name = _DAYS.split()[moment.weekday()]
    return name[:3] if len(low) == 3 else name


def parts_shown(code: str) -> str:
    """Which of year, month and day a code shows: “ym”, “ymd”, “md”."""
    bare = _LITERAL.sub("", code).lower()
    if not re.search("[yem]", bare):
        return "d"
    has_day = re.search(r"(?<!d)d{1,2}(?!d)", bare) is not None
    return "y" * bool(re.search("[ye]", bare)) + "m" * ("m" in bare) + "d" * has_day
