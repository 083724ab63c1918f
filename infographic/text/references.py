"""图③, 图1—3, Fig. 2: the figures that a text refers to."""

from __future__ import annotations

import re
from collections.abc import Iterator

from infographic.foundation.late_pattern import late
from infographic.text.han_numbers import value_of_han
from infographic.text.numerals import JOINS, tail_of

_JOINS = re.escape("".join(JOINS.values()))
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = (
    rf"[{CIRCLED}]|[0-9]{{1,2}}(?![0-9.年月日])"
    r"|[一二三四五六七八九十]{1,2}(?=[）)、，。至和及—为所])"
)
_FIRST = late(
    rf"(?<![地蓝版企试力意宏草绘插航贪妄》])图\s?(?P<n>{_NUMBER})"
    r"|(?<![A-Za-z])Fig(?:ure|s|ures)?\.?\s?(?P<e>[0-9]{1,2})\b"
)
_AS_SHOWN = late("所[示见列绘反述标展显]|中|里|上|下|内")
_NEXT = late(
    rf"\s?(?P<join>[、，和及与,&]|and|[{_JOINS}]+|(?=[{CIRCLED}]))\s?(?P<at>图?\s?(?P<n>{_NUMBER}))"
)


def references_in(text: str) -> Iterator[tuple[int, int]]:
    """Each figure that a text refers to: its number, and where it is said.

    >>> list(references_in("见图①—③、图5"))
    [(1, 1), (2, 1), (3, 4), (5, 6)]
    """
    end = 0
    while (first := _FIRST.search(text, end)) is not None:
        end = first.end()
        said = first["n"] or first["e"]
        if said.isdigit() and said.isascii() and first["n"] and _is_counted(text, first.end()):
            continue
        number = _value(said)
        yield number, first.start()
        while (more := _NEXT.match(text, end)) is not None:
            other = _value(more["n"])
            if more["n"] not in CIRCLED and _is_counted(text, more.end()):
                break
            is_range = more["join"][:1] in tuple("".join(JOINS.values()))
            if is_range:
                yield from ((between, first.start()) for between in range(number + 1, other))
            number, end = other, more.end()
            yield number, more.start("at")


def _is_counted(text: str, at: int) -> bool:
    """蓝图3张, but not 如图3所示."""
    return bool(tail_of(text, at)) and _AS_SHOWN.match(text, at) is None


def _value(said: str) -> int:
    if said in CIRCLED:
        return CIRCLED.index(said) + 1
    if said.isascii():
        return int(said)
    return int(value_of_han(said) or 0)


def name_of(number: int) -> str:
    return f"图{CIRCLED[number - 1]}" if 0 < number <= len(CIRCLED) else f"图{number}"
