"""The quantities in a story's texts: value, unit, and the place they stand at."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal

from infographic.foundation.datum import Node, Origin
from infographic.subbing.han import value_of_han
from infographic.text.numerals import MAGNITUDES, head_of, tail_of
from infographic.text.style import Part

LONGEST = 30
"""A number of more digits counts nothing that a newspaper counts."""
_HAN_DIGITS = "零〇一二两三四五六七八九十百千万亿"
_NUMBER = re.compile(
    r"(?P<digits>(?:(?<![0-9A-Za-z%℃])[+\-−])?[0-9][0-9,]*(?:\.[0-9]+)?)"
    rf"|百分之(?P<share>[{_HAN_DIGITS}]+(?:点[{_HAN_DIGITS}]+)?)"
    rf"|(?<![第几数{_HAN_DIGITS}])(?P<han>[{_HAN_DIGITS}]{{2,}}|[一二两三四五六七八九十](?=倍))"
)
_MAGNITUDE = re.compile("|".join(sorted(filter(None, MAGNITUDES), key=len, reverse=True)))
_CURRENCY = re.compile(r"(?:US|HK)?[$¥£€￥]$")
_CURRENCIES = {"$": "美元", "US$": "美元", "¥": "元", "￥": "元", "€": "欧元", "HK$": "港元"}
_ORDINALS = ("届", "版")
_RANGE = re.compile(r"\s?(?:至|到|[—–~～〜\-－]+)\s?")
CALENDAR = ("年", "月", "日", "号", "月份")
_UNREAD = frozenset(
    ("$schema", "language", "image", "alt", "aspect", "priority", "as", "unit", "qualifier")
)
# One character for one, so that places stay what they are.
_HALF_WIDTH = str.maketrans("０１２３４５６７８９％．", "0123456789%.")
_MARKS = re.compile(r"\*\*|\{(?:[~._=]|\?{1,2})|(?:[~._=]|\?{1,2})\}|\{(?=[^{}|]*\|)|\|[^{}]*\}")


@dataclass(frozen=True, slots=True, eq=False)
class StoryText:
    """One text of the story as it is read, and where it stands."""

    pointer: str
    text: str
    origin: Origin
    raw: str = ""
    """As the author wrote it; "" where the words were put together from several fields."""
    offsets: tuple[int, ...] = ()
    """Where each character stands in `raw`."""

    def place(self, at: int) -> Origin:
        """The place of a character of the text; the text's own where it cannot be counted."""
        origin = self.origin
        if not origin.line or at >= len(self.offsets):
            return origin
        offset, start = self.offsets[at], origin.column
        # The file's line starts with a quote; an escape before the place moves it.
        written = origin.source.line(origin.line)[start : start + offset]
        if written != self.raw[:offset]:
            return origin
        return Origin(origin.source, origin.pointer, origin.line, start + 1 + offset)


@dataclass(frozen=True, slots=True, eq=False)
class Quantity:
    """A number with its unit, as it stands in a passage."""

    value: Decimal
    """With its magnitude: 176.98万 is 1769800."""
    digits: str
    magnitude: str
    few: str
    """约, 近; 余, 多, 以上: what qualifies it."""
    unit: str
    start: int
    end: int
    passage: StoryText
    is_in_range: bool = False
    """One end of 3至5, 63%～68%."""

    @property
    def said(self) -> str:
        return self.passage.text[self.start : self.end]

    @property
    def origin(self) -> Origin:
        return self.passage.place(self.start)


def where(quantity: Quantity) -> str:
    """A quantity's place for a message: file:line:column; its pointer where there is no text."""
    origin = quantity.origin
    return str(origin) if origin.line else f"{origin} {origin.pointer}"


def read_passage(node: Node) -> StoryText:
    """A text as it is read, without its inline marks and with half-width digits."""
    raw = str(node.value)
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for mark in _MARKS.finditer(raw):
        kept.append(raw[at : mark.start()])
        offsets += range(at, mark.start())
        at = mark.end()
    kept.append(raw[at:])
    offsets += range(at, len(raw))
    text = "".join(kept).translate(_HALF_WIDTH)
    return StoryText(node.origin.pointer, text, node.origin, raw, tuple(offsets))


def passages(story: Node) -> Iterator[StoryText]:
    """Every text that a reader reads, in the order of the file."""
    for node in story.walk():
        pointer = node.origin.pointer
        if pointer.startswith("/publication"):
            continue
        if isinstance(node.value, str):
            if pointer.rsplit("/", 1)[-1] not in _UNREAD:
                yield read_passage(node)
        elif isinstance(node.value, dict) and "value" in node.value:
            spelled_out = _stat(node)
            if spelled_out is not None:
                yield spelled_out


def _stat(node: Node) -> StoryText | None:
    """A value with its label, read as the sentence that it stands for."""
    assert isinstance(node.value, dict)
    value = node.value["value"]
    if isinstance(value.value, bool) or not isinstance(value.value, int | float | Decimal):
        return None
    label, unit, qualifier, magnitude = (
        str(node.value[key].value) if key in node.value else ""
        for key in ("label", "unit", "qualifier", "as")
    )
    number = Decimal(str(value.value))
    digits = f"{number.scaleb(-MAGNITUDES.get(magnitude, 0)):f}"
    if len(digits) > LONGEST:
        return None
    digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    before = head_of(qualifier)
    after = "" if before else qualifier
    inner, outer = (after, "") if after in ("余", "多", "来", "几") else ("", after)
    words = label.split("\n")[0]
    gap = " " if words[-1:].isascii() else ""
    # Its own clause, for nothing stands behind it.
    text = f"{words}{gap}{before}{digits}{magnitude}{inner}{unit}{outer}".translate(_HALF_WIDTH)
    return StoryText(value.origin.pointer, text, value.origin)


def quantities(passage: StoryText) -> list[Quantity]:
    """The quantities of a passage; dates, times, ordinals and letters with digits are none.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> found = quantities(StoryText("/a", "党员由158.89万名增至一百七十七万名", BUILT_IN))
    >>> [(int(q.value), q.unit) for q in found]
    [(1588900, '名'), (1770000, '名')]
    """
    text = passage.text
    found: list[Quantity] = []
    for match in _NUMBER.finditer(text):
        quantity = _quantity(passage, match)
        if quantity is None:
            continue
        previous = found[-1] if found else None
        if previous is not None and _is_range(text, previous, quantity):
            found[-1] = _in_range(previous)
            quantity = _in_range(quantity)
        found.append(quantity)
    return found


def _quantity(passage: StoryText, match: re.Match[str]) -> Quantity | None:
    text, start = passage.text, match.start()
    tail = tail_of(text, match.end())
    end = match.end() + sum(len(words) for _, words in tail)
    before = text[max(start - 3, 0) : start]
    currency = _CURRENCY.search(before)
    if len(match[0]) > LONGEST or _is_part_of_a_word(text, start - (currency is not None), end):
        return None
    unit = "".join(words for part, words in tail if part is Part.UNIT).strip()
    few = head_of(text[max(start - 2, 0) : start]) + "".join(
        words for part, words in tail if part is Part.QUALIFIER
    )
    leading = None if re.match("千[克米瓦]", unit) else _MAGNITUDE.match(unit)
    magnitude = leading[0] if leading else ""
    unit = unit.removeprefix(magnitude).strip()
    if currency:
        unit = _CURRENCIES.get(currency[0], currency[0])
    if unit in CALENDAR or unit in _ORDINALS or text[start - 1 : start] == "第":
        return None
    if match["digits"] is None:
        spelled = match["share"] or match["han"]
        value = value_of_han(spelled)
        # Without a unit 一千 and 十一 are as often parts of words.
        if value is None or not (unit or match["share"]):
            return None
        unit, digits = ("%" if match["share"] else unit), f"{value:f}"
    else:
        digits = match["digits"].replace(",", "").replace("−", "-")
        value = Decimal(digits)
        is_bare = not unit and not magnitude and "," not in match["digits"]
        if is_bare and (len(digits) >= 7 or _is_a_year(digits)):
            # A telephone number, an account; a grouped number is counted.
            return None
    return Quantity(
        value.scaleb(MAGNITUDES[magnitude]), digits, magnitude, few, unit, start, end, passage
    )


def _is_a_year(digits: str) -> bool:
    return len(digits) == 4 and digits[:2] in ("19", "20")


def _is_part_of_a_word(text: str, start: int, end: int) -> bool:
    before, after = text[max(start - 1, 0) : start], text[end : end + 2]
    if before.isascii() and (before.isalnum() or (before != "" and before in "./:_")):
        return start >= 1 and not re.search(r"(?:US|HK)$", text[:start])
    if re.match(r"[分秒][0-9]", text[end - 1 : end + 1]):
        # 11秒35, 2分04秒: a time of a race.
        return True
    if re.search(r"[0-9][-比∶分秒]$", text[max(start - 2, 0) : start]) and text[end - 1].isdigit():
        return True
    return bool(re.match(r"[A-Za-z_/]|[:∶比\-][0-9]", after)) and text[end - 1].isdigit()


def _is_range(text: str, one: Quantity, other: Quantity) -> bool:
    between = text[one.end : other.start]
    if re.search(r"[由从自][^，。；]{0,8}$", text[: one.start]):
        return False
    is_between = between == " and " and text[: one.start].endswith("between ")
    return is_between or _RANGE.fullmatch(between) is not None


def _in_range(quantity: Quantity) -> Quantity:
    q = quantity
    return Quantity(
        q.value, q.digits, q.magnitude, q.few, q.unit, q.start, q.end, q.passage, True
    )  # fmt: skip
