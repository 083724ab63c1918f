"""What holds together in a text, and what it costs to end a line inside.

Digits with their separators, sign and percent are one thing, and so are a ratio, a note's mark and
the word it stands at: no line ends in them. Dates, numbers with their units, ranges and document
numbers are read as one thing too, but a narrow column cannot always hold them: to end a line there
has a price, more than that of a loose line and less than that of a hole (w3c/clreq#262).
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from math import inf

from infographic.foundation.late_pattern import late
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.numerals import (
    BEHIND_THEM_A_JOIN,
    CURRENCY,
    JOINS,
    PERCENT_SIGNS,
    unit_end,
)
from infographic.text.style import Keep
from infographic.text.written import has_figures, rigid_in

NEVER = inf
AT_A_PART = 22.0
"""After 年, 月 and the dash of a range, beside 〔2026〕; in demerits, where a line spread by 0.2 em
a gap has 20."""
BEFORE_A_UNIT = 45.0
"""12.5|亿元, 2026|年."""


class Glue(NamedTuple):
    """A stretch of a text, and what it costs to end a line inside."""

    start: int
    end: int
    price: float = NEVER


_MARKS = JOINS["marks"]
_ENDS_ONE = rf"\d{PERCENT_SIGNS}{BEHIND_THEM_A_JOIN}"
_POINT = late(r"(?<=\d)·(?=\d)")
# The dash of a range starts no line.
_DASH = late(
    # What stands before is looked at last: to find a dash is fast.
    rf"[{_MARKS}](?<=[{_ENDS_ONE}].)(?=(?:{CURRENCY})?\d)"
    rf"|-(?<=\d[{BEHIND_THEM_A_JOIN}]-)(?=\d)|[-－](?<=\d.)(?=\d)"
)
_DASHES = frozenset(f"{_MARKS}-－")
_OPEN_BRACKETS = frozenset("[［〔")
_DATE = late(r"(?:[0-9０-９]{2,4}\s?年\s?)?[0-9０-９]{1,2}\s?月(?:份|\s?[0-9０-９]{1,2}\s?[日号])?")
_COUNTED = late(r"[0-9０-９]\s?[年月日号]")
# A note's number stays with the words before it (clreq#262); one that counts, with those after.
_NOTE = late(
    r"[^\s，、。；：？！（“‘《—…](?=[①-⑳⑴-⑽❶-❿])[①-⑳⑴-⑽❶-❿]"
    r"|(?:^|[，、。；：？！（“‘《])(?P<counts>[①-⑳⑴-⑽❶-❿㈠-㈩⒈-⒛].)"
    r"|[^\s](?![\[［〔](?:19|20)\d\d[\]］〕])[\[［〔]\d{1,4}(?:[,，\-–—]\d{1,3})*[\]］〕]"
)
# The year of a document's number is no note: 国发〔2025〕3号.
_YEAR = late(r"[\[［〔](?:19|20)\d\d[\]］〕](?P<number>第?\d+号?)?")


# A number is set in a dozen sizes before it stands, and holds together in all of them alike.
@lru_cache(maxsize=1024)
def glue(text: str, *, units: Keep = True, dates: Keep = False) -> tuple[Glue, ...]:
    """What holds together in a text.

    Digits hold together by themselves, so a unit is kept to the last of them.

    >>> text = "增长3～5倍，共4000余户"
    >>> [(text[one.start : one.end], one.price) for one in glue(text)]
    [('3～', inf), ('～5', 22.0), ('5倍', 45.0), ('0余户', 45.0)]
    """
    return tuple(_glue(text, units, dates))


def _glue(text: str, units: Keep, dates: Keep) -> Iterator[Glue]:
    for match in _STRAIGHT_QUOTE.finditer(text):
        # Which side of its words it stands on is not to be seen: it stays with both (LB19).
        start, end = match.span()
        yield Glue(start - (not text[start - 1 : start].isspace()), end + 1)
    if _HAS_NOTE.search(text):
        for match in _NOTE.finditer(text):
            yield Glue(*match.span("counts" if match["counts"] else 0))
    if "∶" in text or has_figures(text):
        for start, end in rigid_in(text):
            yield Glue(start, end)
    if _DIGIT.search(text) is None:
        return
    yield from _in_numbers(text)
    if dates and "月" in text:
        yield from _in_dates(text, dates)
    if units:
        price = NEVER if units == "forbid" else BEFORE_A_UNIT
        for match in _LAST_DIGIT.finditer(text):
            end = unit_end(text, match.end())
            if end > match.end():
                yield Glue(match.start(), end, price)


def _in_numbers(text: str) -> Iterator[Glue]:
    for match in _POINT.finditer(text) if "·" in text else ():
        yield Glue(match.start() - 1, match.end() + 1)
    for match in () if _DASHES.isdisjoint(text) else _DASH.finditer(text):
        yield Glue(match.start() - 1, match.end())
        yield Glue(match.start(), match.end() + 1, AT_A_PART)
    for match in () if _OPEN_BRACKETS.isdisjoint(text) else _YEAR.finditer(text):
        start, end = match.span()
        if text[start - 1 : start].isalnum():
            yield Glue(start - 1, start + 1, AT_A_PART)
        closing = match.start("number") if match["number"] else end
        yield Glue(closing - 1, end if match["number"] else end + 1, AT_A_PART)


def _in_dates(text: str, dates: Keep) -> Iterator[Glue]:
    is_forbidden = dates == "forbid"
    for match in _DATE.finditer(text):
        yield Glue(*match.span(), NEVER if is_forbidden else AT_A_PART)
        if not is_forbidden:
            for counted in _COUNTED.finditer(text, *match.span()):
                yield Glue(*counted.span(), BEFORE_A_UNIT)


_DIGIT = late(r"[0-9０-９]")
_STRAIGHT_QUOTE = late("[\"']")
_HAS_NOTE = late(r"[①-⑳⑴-⑽❶-❿㈠-㈩⒈-⒛\[［〔]")
_LAST_DIGIT = late(r"[\d０-９](?![\d０-９])")

_HYPHENED = late(r"(\d{2,4})-([1-9]\d{1,3})[%‰]?")
_BRACKETED = late(r"(?<=\[(?:19|20)\d\d\])(?=\d)")


def cuts_at_a_price(word: str) -> list[int]:
    """Where a row of half-width characters may be parted, at what `glue` asks for it: behind the
    hyphen of a range of numbers that rises, and the year of a document's number.

    >>> cuts_at_a_price("2020-2025"), cuts_at_a_price("[2025]3"), cuts_at_a_price("21-19")
    ([5], [6], [])
    """
    if match := _HYPHENED.fullmatch(word):
        return [match.start(2)] if int(match[1]) < int(match[2]) else []
    return [match.start() for match in _BRACKETED.finditer(word)] if "]" in word else []
