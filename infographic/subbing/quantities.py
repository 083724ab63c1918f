"""The quantities in a story's texts: value, unit, and the place they stand at."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from infographic.foundation.datum import Node, Origin
from infographic.foundation.late_pattern import late
from infographic.foundation.limits import most
from infographic.foundation.record import record
from infographic.text.han_numbers import LONGEST
from infographic.text.markup import MARKS, kept_of, script_of
from infographic.text.numerals import CALENDAR, MAGNITUDES, half_width, in_order
from infographic.text.written import house_figures

if TYPE_CHECKING:
    from infographic.text.amounts import Amount

_UNREAD = frozenset(
    ("$schema", "language", "image", "alt", "aspect", "priority", "as", "unit", "qualifier")
)
FRACTION = "分之"
"""The unit of 三分之一 and 一半; their value is in hundredths."""
DOUBLINGS = "番"
"""The unit of 翻一番; its value is the factor, 2."""
PER_MILLE_POINTS = "个千分点"
IN_WORDS = (FRACTION, DOUBLINGS)
_DOUBLED = late(
    r"翻(?:了|上?一?了)?(?P<few>近|约|将近|超过?)?(?P<n>[一二两三四五六七八九1-9])?番(?P<more>多|以上|有余)?"
)
_KIND_OF = late("[（(][套册处份件台次个][）)]")
"""186件（套）"""
_NAMED = late(r"(?:图|[附见]表|双“?)\s?$")
"""如图5所示: the number of a figure counts nothing."""
_HALVES = late(
    r"(?P<few>大约|将近|接近|差不多|近|约|超过?|过|逾|不到|不足)?(?<![一另前后上下大小多])(?:一半|"
    r"半数)(?![天年路夜个])(?P<more>以上|多|强)?"
)
_YEAR_IN_HAN = late("(?:一[七八九]|二[〇零○])[〇零○一二三四五六七八九]{2}(?=年)")
_DIGITS = str.maketrans("〇零○一二三四五六七八九", "000123456789")
"""一九七八年: read as 1978年, of the same length."""
_MARKS = late(
    rf"{MARKS}"
    # 12 个, as it is typed where Latin is set apart: read as 12个.
    r"|(?<=[0-9０-９%％])[ \u00a0\u2009\u202f](?=[\u4e00-\u9fff])"
    r"|(?<=[\u4e00-\u9fff])[ \u00a0\u2009\u202f](?=[0-9０-９])"
)


@record(eq=False)
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
        written = origin.source.part(origin.line, start, start + offset)
        if written != self.raw[:offset]:
            return origin
        return Origin(origin.source, origin.pointer, origin.line, start + 1 + offset)


@record(eq=False)
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
    text, offsets = _as_read(raw)
    return StoryText(node.origin.pointer, text, node.origin, raw, offsets)


@lru_cache(maxsize=2048)
def _as_read(raw: str) -> tuple[str, tuple[int, ...]]:
    """A text's words, and where each of their characters stands in it."""
    kept: list[str] = []
    offsets: list[int] = []
    at = 0
    for mark in _MARKS.finditer(raw):
        kept.append(raw[at : mark.start()])
        offsets += range(at, mark.start())
        at = mark.end()
        if mark.lastgroup in ("above", "below"):
            kept.append(script_of(mark)[0])
        elif mark.lastgroup:
            kept.append(mark[mark.lastgroup])
        offsets += kept_of(mark)
    kept.append(raw[at:])
    offsets += range(at, len(raw))
    text = half_width(house_figures("".join(kept))[0])
    return _YEAR_IN_HAN.sub(lambda year: year[0].translate(_DIGITS), text), tuple(offsets)


def passages(story: Node) -> Iterator[StoryText]:
    """Every text that a reader reads, in the order of the file; not those that are too long to be
    set."""
    longest = most("text-characters")
    for node in story.walk():
        pointer = node.origin.pointer
        if pointer.startswith("/publication") or "/colors/" in pointer:
            continue
        if isinstance(node.value, str):
            if len(node.value) > longest:
                continue
            # A value that is a text is read with its label, below.
            if pointer.rsplit("/", 1)[-1] not in _UNREAD | {"value"}:
                yield read_passage(node)
        elif isinstance(node.value, dict) and "value" in node.value:
            spelled_out = _stat(node)
            if spelled_out is not None:
                yield spelled_out


def _stat(node: Node) -> StoryText | None:
    """A value with its label, read as the sentence that it stands for."""
    assert isinstance(node.value, dict)
    value = node.value["value"]
    if isinstance(value.value, bool) or not isinstance(value.value, int | float | Decimal | str):
        return None
    label, unit, qualifier, magnitude = (
        str(node.value[key].value) if key in node.value else ""
        for key in ("label", "unit", "qualifier", "as")
    )
    if isinstance(value.value, str):
        digits = value.value
    else:
        digits = f"{Decimal(str(value.value)).scaleb(-MAGNITUDES.get(magnitude, 0)):f}"
        digits = digits.rstrip("0").rstrip(".") if "." in digits else digits
    if len(digits) > LONGEST:
        return None
    number_words = "".join(part for _, part in in_order(digits, magnitude, unit, qualifier))
    words = label.split("\n")[0]
    gap = " " if words[-1:].isascii() else ""
    # Its own clause, for nothing stands behind it.
    said = half_width(f"{words}{gap}{number_words}")
    return StoryText(value.origin.pointer, said, value.origin)


def quantities(passage: StoryText) -> list[Quantity]:
    """The quantities of a passage: its amounts that are counted here.

    Spans of time, shares (三分之一) and what words leave open (上百) are none, nor is a number in
    Han of one character (三个), save before 倍 and 成: those are as often parts of words.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> found = quantities(StoryText("/a", "党员由158.89万名增至一百七十七万名", BUILT_IN))
    >>> [(int(q.value), q.unit) for q in found]
    [(1588900, '名'), (1770000, '名')]
    """
    return [one for one in measures(passage) if one.unit not in IN_WORDS]


def measures(passage: StoryText) -> list[Quantity]:
    """The quantities of a passage, and its ratios in words: 三分之一, 一半, 翻一番.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> found = measures(StoryText("/a", "四分之三的村收入翻了两番", BUILT_IN))
    >>> [(int(q.value), q.unit) for q in found]
    [(75, '分之'), (4, '番')]
    """
    # Late: a layout that leaves out a figure only reads texts for what they say of it.
    from infographic.text.amounts import amounts_in

    text = passage.text
    in_words = [*_in_words(passage), *_durations(passage), *_in_english(passage)]
    taken = {at for one in in_words for at in range(one.start, one.end)}
    found = [
        _quantity(one, passage)
        for one in amounts_in(text)
        if one.start not in taken
        and (one.share is not None or _counts(one))
        and not _NAMED.search(text, max(one.start - 3, 0), one.start)
    ]
    return sorted([*found, *in_words], key=lambda one: one.start)


def _quantity(amount: Amount, passage: StoryText) -> Quantity:
    few, end, value, unit = amount.qualifier, amount.end, amount.value, amount.unit
    if amount.share is not None:
        # Of hundredths, though none be exact: it is compared as loosely as it is said.
        value = Decimal(amount.share.numerator * 100) / Decimal(amount.share.denominator)
        return Quantity(value, "0", "", few, FRACTION, amount.start, end, passage)
    if unit == "个" and passage.text.startswith("千分点", end):
        unit, end = PER_MILLE_POINTS, end + 3
    few_of = _KIND_OF.match(passage.text, end)
    end = few_of.end() if few_of else end
    if unit in ("倍", "成") and passage.text[end : end + 1] in ("多", "强", "余"):
        few, end = f"{few}{passage.text[end]}", end + 1
    assert value is not None
    return Quantity(
        value, amount.digits, amount.magnitude, few, unit, amount.start, end, passage,
        amount.is_in_range,
    )  # fmt: skip


def _in_words(passage: StoryText) -> Iterator[Quantity]:
    """翻一番 and 一半."""
    for match in _DOUBLED.finditer(passage.text):
        times = "一二三四五六七八九".index((match["n"] or "一").translate(_AS_HAN)) + 1
        few = match["few"] or match["more"] or ""
        yield Quantity(Decimal(2**times), "0", "", few, DOUBLINGS, match.start(), match.end(),
                       passage)  # fmt: skip
    for match in _HALVES.finditer(passage.text):
        few = match["few"] or match["more"] or ""
        yield Quantity(Decimal(50), "0", "", few, FRACTION, match.start(), match.end(), passage)


_HOURS = late(r"(?<![\d.])(?P<h>\d{1,3})(?:个小时|小时|个钟头)零?(?P<m>[1-5]?\d)分(?!之)钟?")


def _durations(passage: StoryText) -> Iterator[Quantity]:
    """2小时10分, in minutes."""
    for match in _HOURS.finditer(passage.text):
        minutes = int(match["h"]) * 60 + int(match["m"])
        yield Quantity(Decimal(minutes), str(minutes), "", "", "分钟", *match.span(), passage)


_ENGLISH = late(
    r"\b(?P<n>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Aa])[ -](?P<of>half|thirds?|quarters?|"
    r"fifths?|tenths?)\b"
    r"(?=\s*(?:[,;.)]|$| of\b| are\b| were\b| live\b| have\b))"
)
_ONE_IN = late(
    r"\b(?P<n>[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Nn]ine) (?:in|out of) (?P<of>two|three|four|"
    r"five|ten)\b"
)
_SMALL = {"one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "nine": 9, "ten": 10}
_PARTS = {"half": 2, "third": 3, "quarter": 4, "fifth": 5, "tenth": 10}


def _in_english(passage: StoryText) -> Iterator[Quantity]:
    """one third, three quarters."""
    for match in _ONE_IN.finditer(passage.text):
        number, of = (_SMALL[match[name].lower()] for name in ("n", "of"))
        yield Quantity(Decimal(number * 100) / of, "0", "", "", FRACTION, *match.span(), passage)
    for match in _ENGLISH.finditer(passage.text):
        number = {"a": 1, "one": 1, "two": 2, "three": 3, "four": 4}[match["n"].lower()]
        of = _PARTS[match["of"].rstrip("s")]
        yield Quantity(Decimal(number * 100) / of, "0", "", "", FRACTION, *match.span(), passage)


_AS_HAN = str.maketrans("两123456789", "二一二三四五六七八九")


_MEASURED = ("亩", "公顷", "斤", "公斤", "吨", "公里", "平方公里", "平方米")
"""What 八 is counted in, and no part of a word."""


def _counts(amount: Amount) -> bool:
    is_one_han = len(amount.words) == 1 and not amount.words.isascii()
    is_one_han = is_one_han and amount.unit not in _MEASURED
    return (
        amount.value is not None
        and amount.kind == "amount"
        and amount.unit not in CALENDAR
        and len(amount.words) <= LONGEST
        and not (is_one_han and amount.unit not in ("倍", "成", "个百分点"))
    )
