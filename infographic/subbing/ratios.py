"""Two quantities set against each other: 刑事240件，行政160件，两者比例为3∶2; 性别比105.6."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at
from infographic.subbing.quantities import StoryText
from infographic.subbing.reckoning import Bounds, short, span_of
from infographic.subbing.statements import Relation, Statement

_SAID = r"(?P<few>约|大约|近|接近|将近|超过?|逾|不足|不到)?"
_NUMBER = r"\d+(?:\.\d+)?"
_RATIO = late(
    rf"(?P<of>[\u4e00-\u9fff]{{0,8}}(?:比例|比率|之比|比值|比(?![例率值重上较去起])))"
    rf"(?:高达|达到?|保持在|[为是至到])?{_SAID}\s?(?P<a>{_NUMBER})\s?[∶:：比]\s?(?P<b>{_NUMBER})"
)
_OF_SEXES = late(
    rf"性别比(?:（[^（）]{{1,24}}）)?(?:高达|达到?|[为是])?{_SAID}(?P<a>{_NUMBER})(?![\d.%∶:：比])"
)
_PLAN = late("按|应|要求|标准|不低于|不高于|配备|控制")
"""What a ratio should be, not what it is."""


def ratios_follow(passage: StoryText, read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """A ratio is that of the two quantities before it, in either order."""
    if "比" not in passage.text:
        return
    for match in _RATIO.finditer(passage.text):
        sides = _sides(read, match.start())
        if sides is not None and not _PLAN.search(match["of"]) and not match["few"]:
            said = Decimal(match["a"]), Decimal(match["b"])
            yield from _is_ratio(passage, match, sides, said)
    for match in _OF_SEXES.finditer(passage.text):
        sides = _sides(read, match.start())
        if sides is not None and "男" in sides[0].gap and "女" in sides[1].gap:
            yield from _is_ratio(passage, match, sides, (Decimal(match["a"]), Decimal(100)))


def _sides(read: Sequence[Statement], start: int) -> tuple[Statement, Statement] | None:
    """The two quantities of one kind right before a place, in its sentence."""
    end = bisect_right(read, start, key=lambda one: one.quantity.end)
    before = read[max(end - 3, 0) : end]
    if len(before) < 2:
        return None
    one, other = before[-2:]
    text = one.quantity.passage.text
    between = text[other.quantity.end : start]
    if re.search("[。！？；\n]", text[one.quantity.end : other.quantity.start] + between):
        return None
    if one.unit != other.unit or one.is_rate or not re.search("[，、（和与]", other.gap):
        return None
    is_third = len(before) == 3 and before[0].unit == one.unit and (
        before[0].sentence == one.sentence
    )  # fmt: skip
    if is_third or any(
        each.relation is not Relation.STATE or each.quantity.is_in_range for each in (one, other)
    ):
        return None
    return one, other


def _is_ratio(
    passage: StoryText, match: re.Match[str], sides: tuple[Statement, Statement],
    said: tuple[Decimal, Decimal],
) -> Iterator[Diagnostic]:  # fmt: skip
    one, other = (side.quantity for side in sides)
    if not all(said) or not one.value or not other.value:
        return
    a, b = (_rounded(value) for value in said)
    spans = span_of(one), span_of(other)
    if min(b.low, *(span.low for span in spans)) <= 0:
        return
    least, most = a.low / b.high, a.high / b.low
    for first, second in (spans, spans[::-1]):
        if first.low / second.high <= most and least <= first.high / second.low:
            return
    right = one.value / other.value * said[1]
    sign = "" if "b" not in match.groupdict() else f"∶{match['b']}"
    start = match.start("a")
    yield Diagnostic(
        say(
            "figure-percentage/ratio",
            one=at(one), other=at(other), right=f"{short(right, 1)}{sign}",
            said=passage.text[start : match.end()],
        ),
        passage.place(start),
        severity=Severity.WARNING,
    )  # fmt: skip


def _rounded(value: Decimal) -> Bounds:
    """The values that a term may stand for; the 1 and the 100 of a ratio are exact."""
    if value in (1, 100):
        return Bounds(value, value)
    slack = Decimal(1).scaleb(int(value.as_tuple().exponent)) * Decimal("0.55")
    return Bounds(value - slack, value + slack)
