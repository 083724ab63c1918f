"""What the numbers in a text come to, exactly: “近158.89万名” states about 1,588,900 名.

The words and signs are those that numbers are set and broken by (`numerals`, numerals.json).
Every value is a `Decimal` with all its digits; where words give none (上百, 数千, 三四百) it is
None. 一半 and 半数 are words, and 一个 and 一种 say no more than “a”: they are no amounts.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from decimal import Context, Decimal, localcontext
from fractions import Fraction
from typing import Literal

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.text.around_numbers import (
    Tail,
    currency_before,
    is_part_of_a_word,
    minus_before,
)
from infographic.text.han_numbers import (
    DIGITS,
    HAN,
    TENS,
    digits_of_han,
    is_bare,
    is_rough,
    value_of_han,
)
from infographic.text.numerals import (
    CALENDAR,
    COMPARES,
    CURRENCIES,
    JOINS,
    MAGNITUDES,
    PLAIN,
    SENSES,
    SIGNS,
    WORDS,
    format_number,
    half_width,
    head_of,
)
from infographic.text.special_numbers import SEPARATORS, decimal_of, power_of, share_of, shifted
from infographic.text.written import FIGURES, is_joint

AmountKind = Literal["amount", "share", "ratio", "ordinal", "date", "code"]
"""A share is a fraction (三分之一, 1/3); a ratio is two numbers set against each other, a score or
a time of day; a code names a thing: a telephone number, an account."""
Sense = Literal["exact", "about", "at least", "at most"]


@record
class Amount:
    """A number in a text: what it states, and the characters that it stands at."""

    value: Decimal | None
    """With its magnitude: 176.98万 is 1769800, 35% is 35. None where the words give no exact
    number; of a share, where no decimal is exact (see `share`)."""
    digits: str
    """As a plain decimal, without its magnitude: “176.98”; "" where there is no value."""
    magnitude: str
    """万, million; "" for none, and where a number in Han holds it."""
    qualifier: str
    """约, 近, 余, 以上: what stands before and behind it, in a row."""
    unit: str
    """What is counted: 名, 公里, %, 个百分点, 美元."""
    start: int
    """At its sign or first digit; a currency or a qualifier before it is left out."""
    end: int
    """With its unit."""
    words: str
    """The number itself as it is written: “2,300”, “两千三百”."""
    kind: AmountKind = "amount"
    sense: Sense = "exact"
    """What the qualifier makes of the value."""
    is_in_range: bool = False
    """One end of 3至5, 63%～68%. What the first end of 3—5万 leaves unsaid is the second's."""
    share: Fraction | None = None


def amounts_in(text: str) -> tuple[Amount, ...]:
    """The amounts and shares that a text states, in its order; dates, ordinals and codes are none.

    >>> [(str(one.value), one.unit) for one in amounts_in("由158.89万名增至一百七十七万名")]
    [('1588900', '名'), ('1770000', '名')]
    >>> [(str(one.value), one.sense) for one in amounts_in("第三次2300余个，3—5万户")]
    [('2300', 'at least'), ('30000', 'exact'), ('50000', 'exact')]
    """
    return tuple(one for one in numbers_in(text) if one.kind in ("amount", "share"))


def amount_of(text: str) -> Amount | None:
    """The amount that a text is, from end to end; None where it says more, or none.

    >>> amount_of("￥1,769,800").value, amount_of("−3.5℃").value, amount_of("三分之一").share
    (Decimal('1769800'), Decimal('-3.5'), Fraction(1, 3))
    >>> amount_of("增长5%"), amount_of("3至5万"), amount_of("党建")
    (None, None, None)
    """
    found = numbers_in(text.strip())
    kinds = {one.kind for one in found}
    if len(found) != 1 or found[0].end != len(text.strip()) or kinds & {"ordinal", "ratio"}:
        return None
    rest = text.strip()[: found[0].start]
    for known in (currency_before, minus_before, head_of):
        rest = rest.removesuffix(known(rest))
    return None if rest else replaced(found[0], kind="share" if found[0].share else "amount")


def numbers_in(text: str) -> tuple[Amount, ...]:
    """Every number of a text, whatever its kind.

    >>> [(one.kind, str(one.value)) for one in numbers_in("第三届于2025年5月举办")]
    [('ordinal', '3'), ('date', '2025'), ('date', '5')]
    """
    text = half_width(text)
    found: list[Amount] = []
    at = 0
    while match := _NUMBER.search(text, at):
        at = match.end()
        number = _read(text, match, found[-1].end if found else 0)
        if number is None:
            continue
        at = max(at, number.end)
        last = found[-1] if found else None
        if last and last.kind == "ordinal" and text[last.end : number.start] in _LISTED:
            number = replaced(number, kind="ordinal")  # 第1、2、3条
        if last is not None and (whole := _joined(last, number)):
            found[-1] = whole
        elif last is not None and _is_range(text, last, number):
            found[-1:] = [_first_end(last, number), replaced(number, is_in_range=True)]
        else:
            found.append(number)
    return tuple(found)


# One number

_HAN_DIGITS = "".join(DIGITS)
_NUMBER = late(
    rf"(?P<of>[{HAN}]+)分之(?:(?P<parts>[{HAN}]+(?:点[{_HAN_DIGITS}]+)?)|(?P<percent>{PLAIN}))"
    rf"|{FIGURES}"
    # 三点五万 and 八十点五, but 三点一十五 and 十点五分 are times.
    rf"|(?P<han>[{HAN}]+(?:点[{_HAN_DIGITS}]+(?=[万亿]|(?![{HAN}分])))?)",
    re.ASCII,
)
_NUMBERED = tuple(WORDS["numbered"])
_SIGNS = "".join(SIGNS.values()) + "".join(COMPARES)
_PER = {Decimal(100): "%", Decimal(1000): "‰", Decimal(10000): "‱"}
_ORDER_ONLY: Mapping[str, str] = WORDS["order_only"]
_ORDINAL_UNITS = frozenset(WORDS["ordinal_units"])
_NO_AMOUNTS: Mapping[str | None, AmountKind] = {
    "date": "date", "arc": "ratio", "ratio": "ratio", "product": "ratio", "roman": "ordinal",
}  # fmt: skip
"""The forms that state no amount."""
_LISTED = ("、", "和", "与", "及", "或")
NEAR = 8
"""So many characters before a number can say something of it."""
_HALVED = ("个", "年", "天", "倍", "周")
_HALF = late("半(?P<of>小时|月|百分点|)(?![数径导边途岛])")
_OF_A_TIME = late(rf"[\d{HAN}半](?:小时|分钟|[时点分])\Z")
"""9时30分, 3分20秒, not 总分406分."""
_TENTH = late(rf"[一二三四五六七八九半](?![{HAN}个家名人种类大点倍成届年月])")
TELEPHONE = 7
"""A bare number of so many digits without a comma is not counted."""


def _read(text: str, match: re.Match[str], floor: int) -> Amount | None:
    """The number at a match; `floor` is where the number before it ends."""
    start, end = match.span()
    sign = (match["sign"] or "").strip()
    if sign and is_joint(text, start, floor):
        start, sign = match.end("sign"), ""
    tail = Tail.at(text, end)
    currency = currency_before(text[max(start - NEAR, 0) : start])
    before = text[max(start - NEAR, 0) : start - len(currency)]
    unit = CURRENCIES.get(currency.strip(), "") or CURRENCIES.get(tail.unit, tail.unit)
    head = head_of(before)
    number = Amount(
        None, "", tail.magnitude, head + tail.qualifier, unit, start, tail.end, text[start:end],
        sense=_sense(before, sign if sign in COMPARES else head, tail.qualifier),
    )  # fmt: skip
    if match["of"]:
        return _share(number, match, end)
    if match.lastgroup in _NO_AMOUNTS:
        return replaced(number, kind=_NO_AMOUNTS[match.lastgroup])
    numbered = next((word for word in _NUMBERED if before.endswith(word)), "")
    if not numbered and is_part_of_a_word(text, start - len(currency), end, tail.end):
        return None
    if match["han"]:
        return _in_han(text, number, tail)
    if match.lastgroup in ("power", "part", "slash"):
        return _special(number, sign, match[match.lastgroup], match.lastgroup)
    digits = SEPARATORS.sub("", text[match.start(match.lastgroup or 0) : end])
    if digits.count(".") > 1 or (text[end : end + 1] in TENS and tail.end == end):
        return None
    is_minus = sign in tuple(SIGNS["minus"]) or minus_before(before) != ""
    return _with_half(
        text, replaced(_valued(number, "-" * is_minus + digits, sign), kind=_kind(number, text))
    )


def _valued(number: Amount, digits: str, sign: str = "") -> Amount:
    """A number with the value of its digits; ±5 has none."""
    if sign in tuple(SIGNS["both"]):
        return number
    digits = f"{Decimal(digits):f}" if digits.strip("-").startswith(".") else digits
    return replaced(number, value=shifted(digits, MAGNITUDES[number.magnitude]), digits=digits)


def _sense(before: str, head: str, behind: str) -> Sense:
    if before.endswith("不" + head) and head:
        return "at most"  # 不超过
    return next((SENSES[word] for word in (head, behind) if word in SENSES), "exact")


def _kind(number: Amount, text: str) -> AmountKind:
    """What digits are there for."""
    digits = number.words.lstrip(_SIGNS + " ")
    is_bare_number = not (number.unit or number.magnitude)
    if text[: number.start].rstrip(" ").endswith(_NUMBERED) or number.unit in _ORDINAL_UNITS:
        return "ordinal"
    if _is_date(number, digits, text):
        return "date"
    if is_bare_number and digits.isdigit() and not number.qualifier:
        is_code = len(digits) >= TELEPHONE or (digits[0] == "0" and len(digits) > 1)
        return "code" if is_code else "amount"
    return "amount"


def _is_date(number: Amount, digits: str, text: str) -> bool:
    if number.unit in ("分", "秒") and _OF_A_TIME.search(
        text, max(number.start - 3, 0), number.start
    ):
        return True
    if number.magnitude or not digits.isdigit() or number.qualifier:
        return False
    is_year = len(digits) == 4 and digits[:2] in ("18", "19", "20")
    if number.unit in ("", "年"):
        return is_year or (number.unit == "年" and text[number.end : number.end + 1] == "代")
    return number.unit in CALENDAR and len(digits) <= 2


def _with_half(text: str, number: Amount) -> Amount:
    """三年半, 2个半小时: half of the unit more; 一成五 is 15%."""
    tenth = _TENTH.match(text, number.end) if number.unit == "成" else None
    if tenth is not None and number.digits.isdigit():
        digit = "5" if tenth[0] == "半" else format(value_of_han(tenth[0]) or 0, "f")
        return replaced(_valued(number, f"{number.digits}.{digit}"), end=tenth.end())
    half = _HALF.match(text, number.end)
    is_half = half is not None and (number.unit == "个") == bool(half["of"])
    whole = number.digits.isdigit() and not number.magnitude
    if half is None or not is_half or not whole or number.unit not in _HALVED:
        return number
    unit = {"": number.unit, "小时": "小时"}.get(half["of"], f"个{half['of']}")
    return replaced(_valued(number, number.digits + ".5"), unit=unit, end=half.end())


# In Han


def _in_han(text: str, number: Amount, tail: Tail) -> Amount | None:
    words, before = number.words, text[number.start - 1 : number.start]
    is_ordinal = before == "第"
    if not (number.unit or number.magnitude or is_ordinal):
        return None  # without a unit 一千 and 十一 are as often parts of words
    if number.unit == "点" or (number.unit == "分" and before == "点"):
        return None  # a time
    rough = replaced(number, sense="about" if number.sense == "exact" else number.sense)
    if is_bare(words) and (set(words) <= set(_ORDER_ONLY.get(before, ""))):
        return replaced(rough, sense="at least") if before == "上" else rough
    if is_bare(words) and len(words) == 1 and words != "十" and not number.qualifier:
        return None  # 百姓, 千家万户
    if words == "一" and not is_ordinal and number.unit not in ("倍", "成", "%"):
        return None
    value = value_of_han(words)
    if value is None:
        year = digits_of_han(words)
        if len(year) == 4 and number.unit == "年":
            return replaced(number, value=Decimal(year), digits=year, kind="date")
        return rough if is_rough(words) else None
    digits = (
        "-" * bool(minus_before(text[max(number.start - NEAR, 0) : number.start])) + f"{value:f}"
    )
    number = replaced(
        _valued(number, digits),
        kind=_kind(replaced(number, words=f"{value:f}"), text) if not is_ordinal else "ordinal",
    )
    if is_bare(words) and tail.qualifier in WORDS["few"]:
        return replaced(number, value=None, digits="")  # 百余, 十几万
    return _with_half(text, number)


def _share(number: Amount, match: re.Match[str], end: int) -> Amount | None:
    """百分之三十五 is 35%, 三分之一 a share."""
    of = value_of_han(match["of"])
    if (match["percent"] or "").count(".") > 1:
        return None  # 百分之1.2.3, a slip of typing
    part = Decimal(match["percent"].replace(",", "")) if match["percent"] else (
        value_of_han(match["parts"])
    )  # fmt: skip
    if not of or part is None:
        return None
    number = replaced(number, magnitude="", unit=_PER.get(of, ""))
    if of in _PER:
        return _valued(number, f"{part:f}")
    share = Fraction(part) / Fraction(of)
    return replaced(number, kind="share", share=share, value=decimal_of(share), end=end)


def _as_share(number: Amount, share: Fraction) -> Amount:
    return replaced(
        number, kind="share", share=share, value=decimal_of(share), magnitude="", unit="",
        end=number.start + len(number.words),
    )  # fmt: skip


def _special(number: Amount, sign: str, words: str, form: str) -> Amount | None:
    """1.2×10⁶, 1/3, 1½."""
    minus = "-" * (sign in tuple(SIGNS["minus"]))
    share = share_of(words) if form != "power" else None
    if share is not None and share < 1:
        return _as_share(number, -share if minus else share)
    value = decimal_of(share) if share is not None else None
    if form == "power":
        value = power_of(words)
    return None if value is None else _valued(number, f"{minus}{value:f}", sign)


# Two numbers


def _joined(one: Amount, other: Amount) -> Amount | None:
    """1亿2000万, 3万5千: two as one, in the smaller magnitude; None where they are two."""
    apart = one.end != other.start or one.unit or other.words[0] in "+-"
    if apart or not one.magnitude or one.value is None or other.value is None:
        return None
    small = MAGNITUDES[other.magnitude]
    if not (other.magnitude or len(other.digits) > 2) or small >= MAGNITUDES[one.magnitude]:
        return None
    if (
        other.value >= Decimal(10) ** MAGNITUDES[one.magnitude]
        or one.qualifier[-1:] in WORDS["few"]
    ):
        return None
    with localcontext(Context(prec=len(one.digits) + len(other.digits) + 20)):
        value = one.value - other.value if one.value < 0 else one.value + other.value
    return replaced(
        other, value=value, digits=format_number(f"{value:f}", other.magnitude), start=one.start,
        words=one.words + one.magnitude + other.words, qualifier=one.qualifier + other.qualifier,
        sense=one.sense if one.sense != "exact" else other.sense,
    )  # fmt: skip


_RANGE = late(rf"\s?(?:[{JOINS['words']}]|[{re.escape(JOINS['marks'] + JOINS['hyphens'])}]+)\s?")


def _is_range(text: str, one: Amount, other: Amount) -> bool:
    currency = currency_before(text[one.end : other.start])
    between = text[one.end : other.start - len(currency)]
    if re.search(r"[由从自][^，。；]{0,8}\Z", text[max(one.start - 9, 0) : one.start]):
        return False  # 由3至5 is a change
    if one.unit and other.unit and one.unit != other.unit:
        return False  # 176.98万名——十年之间
    is_between = between == " and " and text.endswith("between ", 0, one.start)
    return is_between or _RANGE.fullmatch(between) is not None


def _first_end(one: Amount, other: Amount) -> Amount:
    """The first end of a range: 3—5万户 is 3万户 to 5万户."""
    one = replaced(one, is_in_range=True)
    if one.unit or one.kind not in ("amount", "code") or one.value is None:
        return one
    if other.kind == "date":
        return replaced(one, kind="date", unit=other.unit)
    magnitude = one.magnitude or other.magnitude
    return _valued(replaced(one, unit=other.unit, magnitude=magnitude), one.digits)
