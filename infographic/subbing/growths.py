"""Whether what is said of a change follows from its states: directions, growths, 到 and 了."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import pairwise

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.changes import By, Change
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import (
    DOUBLINGS,
    FRACTION,
    PER_MILLE_POINTS,
    Quantity,
    StoryText,
)
from infographic.subbing.reckoning import (
    Bounds,
    last_figure,
    last_place,
    short,
    span_of,
    spans_beside,
    unit_of,
    written,
)
from infographic.subbing.statements import Relation, Statement

PERCENT = "%"
POINTS = "个百分点"
_POINTS_OF = {PERCENT: POINTS, "‰": PER_MILLE_POINTS}
SCALES = {PERCENT: 100, FRACTION: 100, "成": 10, "‰": 1000, "倍": 1}
"""Units of a ratio, and how many of them make one."""
_LOSS = late("利润|亏|盈|净利|收益")
_OVER, _UNDER = re.compile("超|逾|过|多|强|以上|余"), re.compile("不到|不足|近|以下")
_ABOUT = late("约|近|左右|上下|来")


def directions_agree(change: Change) -> Iterator[Diagnostic]:
    """What 增至 is more, and what 降至 is less."""
    earlier, later = change.earlier, change.later
    if change.rises is None or earlier.value == later.value:
        return
    if (later.value > earlier.value) != change.rises:
        yield doubt(
            say("figure-direction/word", word=change.word, said=later.said, earlier=at(earlier)),
            later,
        )


def growths_follow(change: Change) -> Iterator[Diagnostic]:
    """A growth stated beside its two states follows from them, to the places it is given in."""
    earlier, later = change.earlier, change.later
    is_turned = change.rises is not None and (later.value > earlier.value) != change.rises
    if earlier.value == 0 or (is_turned and earlier.value != later.value):
        return
    for by in change.by:
        if by.quantity.is_in_range:
            continue
        rises = later.value > earlier.value
        if by.rises not in (None, rises) and by.relation is Relation.BY and (
            later.value != earlier.value
        ):  # fmt: skip
            yield doubt(
                say(
                    "figure-direction/up" if by.rises else "figure-direction/down",
                    said=by.quantity.said, earlier=at(earlier), later=at(later),
                ),
                by.quantity,
            )  # fmt: skip
            continue
        yield from _follows(by, earlier, later)


def _follows(by: By, earlier: Quantity, later: Quantity) -> Iterator[Diagnostic]:
    low, high = spans_beside(earlier, later)
    unit, of = unit_of(by.quantity), unit_of(earlier)
    growth = [b / a - 1 for a in low for b in high] if low.low > 0 else []
    step = [b - a for a in low for b in high]
    is_rate = unit in SCALES
    if unit == DOUBLINGS:
        if growth:
            yield from _doubles(by.quantity, earlier, later)
        return
    if unit == of == PERCENT and by.relation is Relation.BY:
        # 5% to 6%, 提高1%: meant as points as often as not.
        if _is_within(by.quantity, growth, 100):
            return
        ends, right, scale = step, later.value - earlier.value, 1
    elif is_rate and growth:
        lessened = 0 if by.relation is Relation.TIMES else 1
        ends = [end + 1 - lessened for end in growth]
        right, scale = later.value / earlier.value - lessened, SCALES[unit]
    elif (unit or by.quantity.magnitude == earlier.magnitude != "") and unit in (
        of,
        _POINTS_OF.get(of, ""),
    ):
        ends, right, scale = step, later.value - earlier.value, 1
    else:
        return
    numbers = (by.quantity, earlier, later)
    # 82户 to 120户 is 38户 more: what is counted leaves nothing to rounding.
    is_counted = unit not in SCALES and not any(
        "." in one.digits or one.few or one.magnitude for one in numbers
    )
    spread = [abs(end) * scale for end in ends]
    if min(ends) < 0 < max(ends):
        spread.append(Decimal(0))
    yield from within(by.quantity, abs(right) * scale, Bounds(min(spread), max(spread)),
                      (earlier, later), is_exact=is_counted)  # fmt: skip


def _is_within(by: Quantity, ends: Sequence[Decimal], scale: int) -> bool:
    spread = [abs(end) * scale for end in ends]
    slack = slack_of(by)
    return bool(spread) and min(spread) - slack <= abs(by.value) <= max(spread) + slack


def within(
    by: Quantity,
    right: Decimal,
    span: Bounds,
    others: Sequence[Quantity],
    *,
    is_exact: bool = False,
) -> Iterator[Diagnostic]:
    """A doubt where no rounding of the printed numbers gives what is said of them."""
    slack = Decimal(0) if is_exact else slack_of(by)
    least, most = span.low - slack, span.high + slack
    if by.unit == "倍" and "." not in by.digits and not by.few and right == int(right):
        # 1.2亿 to 6亿 is five times, not “four”, though rounding could explain it.
        least = most = right
    if by.few and not _ABOUT.search(by.few):
        # 近3倍 may be 2.8, 3倍多 is 3.2, not 2.8.
        least = span.low - last_place(by) if by.unit != FRACTION else least
    if least <= abs(by.value) <= most:
        return
    yield doubt(
        say(
            "figure-percentage/change",
            said=by.said, others=[at(other) for other in others], right=written(right, by),
        ),
        by,
    )  # fmt: skip


def slack_of(by: Quantity) -> Decimal:
    """By how much a stated rate may miss the reckoned one."""
    if by.unit == FRACTION:
        return Decimal(6 if by.few else 3)
    # 4倍 of what is 3倍 is the slip of 增长到, not of rounding.
    exact = Decimal("0.55")
    if by.few:
        # 近300户 may be 280, 近38户 hardly 34.
        return max(last_figure(by), abs(by.value) * Decimal("0.06"))
    return last_place(by) * exact


def hedged(by: Quantity) -> Bounds:
    """What a share may be by its words: 超过七成 is 70% to 80%, 近七成 hardly more than 70%."""
    slack = slack_of(by)
    if by.few and by.unit == PERCENT:
        slack = last_place(by) * (1 if "." in by.digits else 5)  # 约80%
    step = Decimal(12) if by.unit == FRACTION else last_place(by) * (
        1 if by.unit in ("倍", "成") or "." in by.digits else 10
    )  # fmt: skip
    if _OVER.search(by.few):
        return Bounds(by.value - last_place(by) / 20, by.value + step)
    if _UNDER.search(by.few):
        return Bounds(by.value - step, by.value + last_place(by) / 10)
    return Bounds(by.value - slack, by.value + slack)


def _doubles(by: Quantity, earlier: Quantity, later: Quantity) -> Iterator[Diagnostic]:
    low, high = span_of(earlier), span_of(later)
    # 翻一番 is said of what nearly doubles; 翻一番多 of what more than doubles.
    tight = Decimal("0.03")
    slack_up = (
        Decimal("0.9")
        if by.few in ("多", "以上", "有余", "余", "超", "超过", "突破", "逾")
        else tight
    )
    slack_down = Decimal("0.15") if by.few in ("近", "将近", "接近", "约") else tight
    least, most = low.low * by.value * (1 - slack_down), low.high * by.value * (1 + slack_up)
    if not (least <= high.high and high.low <= most):
        times = short(later.value / earlier.value, 2)
        yield doubt(
            say(
                "figure-percentage/doubled",
                said=later.said, times=times, earlier=at(earlier), doubled=by.said,
            ),
            later,
        )  # fmt: skip


def growths_beside(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """比上年增加46亿斤，增长6%: of a step and a rate each says what it was before."""
    for first, second in pairwise(read):
        if {first.relation, second.relation} != {Relation.BY}:
            continue
        step, rate = (second, first) if first.is_rate else (first, second)
        if step.is_rate or not rate.is_rate or step.unit == POINTS or first.at == 0:
            continue
        total = read[first.at - 1]
        if not (total.is_state and total.unit == step.unit and total.sentence == rate.sentence):
            continue
        if total.relation in (Relation.BASE, Relation.FROM) or step.rises != rate.rises:
            continue
        if not _are_of_one_change(step, rate) or total.quantity.is_in_range:
            continue
        yield from _grows_so(total.quantity, step, rate.quantity)


def _are_of_one_change(step: Statement, rate: Statement) -> bool:
    if step.subject or rate.subject or step.is_yearly or rate.is_yearly:
        return False
    if step.says("其中") or rate.says("其中"):
        return False
    kinds = [(one.base, one.is_on_year, one.is_on_month) for one in (step, rate)]
    later = max(step, rate, key=lambda one: one.at)
    return kinds[0] == kinds[1] or kinds[later is rate] == ("", False, False)


def _grows_so(total: Quantity, step: Statement, rate: Quantity) -> Iterator[Diagnostic]:
    by = step.quantity
    base = total.value - by.value if step.rises else total.value + by.value
    if base <= 0 or rate.is_in_range or by.is_in_range:
        return
    slack = span_of(total).high - total.value
    scale = SCALES.get(unit_of(rate), 1)
    ends = [s / (base + d) * scale for s in span_of(by) for d in (-slack, slack) if base + d > 0]
    if unit_of(rate) != DOUBLINGS and ends:
        yield from within(rate, by.value / base * scale, Bounds(min(ends), max(ends)), (total, by))


def grown_by_or_to(read: Sequence[Statement], stated: Sequence[Change]) -> Iterator[Diagnostic]:
    """了 says by how much, 到 says to what; nothing shrinks by more than it was."""
    states = {q for change in stated for q in (change.earlier, change.later)}
    for first, second in pairwise(read):
        if first.relation is not Relation.FROM or second.relation is not Relation.BY:
            continue
        if first.unit != second.unit or second.quantity.value < first.quantity.value:
            continue
        if first.quantity in states or (second.rises and not second.has_le):
            continue
        by = second.quantity
        yield doubt(say("figure-grown-by/to", said=by.said, earlier=at(first.quantity)), by)
    for one in read:
        if one.relation is not Relation.BY or one.rises is not False:
            continue
        value, unit = one.quantity.value, one.unit
        is_more = (unit == "倍" and value >= 1) or (unit == PERCENT and value > 100)
        if is_more and not _LOSS.search(one.gap[-30:]):
            yield shrinks_by_all(one.quantity)


def shrinks_by_all(by: Quantity) -> Diagnostic:
    """The doubt about what falls by more than it was."""
    return doubt(say("figure-grown-by/all", said=by.said), by)


_RANKS = late(
    r"(?:排名|位次|名次|位居|排位)[^，。；\d]{0,8}?[从由][^，。；\d]{0,6}第?(?P<a>\d{1,3})[位名]?"
    r"(?:(?P<up>上升|跃升|提升|前移|升)|(?P<down>下降|下滑|后移|降|跌))[至到][^，。；\d]{0,6}"
    r"(?P<last>第?(?P<b>\d{1,3}))"
)


def ranks_agree(passage: StoryText) -> Iterator[Diagnostic]:
    """A rank that rises is a smaller number: 从第11升至第8."""
    for match in _RANKS.finditer(passage.text):
        one, other = int(match["a"]), int(match["b"])
        if one == other or (other < one) == bool(match["up"]):
            continue
        start = match.start("a") - (passage.text[match.start("a") - 1] == "第")
        place = passage.place(start)
        first = say(
            "phrase/figure-at", said=passage.text[start : match.end("a")],
            place=str(place) if place.line else f"{place} {place.pointer}",
        )  # fmt: skip
        yield Diagnostic(
            say(
                "figure-direction/word",
                word=match["up"] or match["down"], said=match["last"], earlier=first,
            ),
            passage.place(match.start("last")),
            severity=Severity.WARNING,
        )  # fmt: skip
