"""What follows from two other numbers of a sentence: averages, and what is left net."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity
from infographic.subbing.reckoning import last_place, span_of, written
from infographic.subbing.statements import Relation, Statement

_PER = re.compile(
    r"(?P<a>[户人场天日亩校班村车店单年月周科组家])均(?![衡等匀可])"
    r"|(?:平均|均摊到|"
    r"分摊到)?每[个一]?(?P<b>[户人名位场天日亩班校所村辆车家件组支座科届期队间张单节课列台])"
    r"(?:[\u4e00-\u9fff]{0,4})?平?均?"
)
_AVERAGE = re.compile("均")
_COUNTS = {
    "人": "人名位口", "名": "人名位", "位": "人名位", "天": "天日", "日": "天日", "校": "所校",
    "班": "班个", "村": "村个", "车": "辆", "店": "家个店", "组": "组个", "队": "支队",
}  # fmt: skip
"""What 人均 is counted in; of 户均 it is 户."""
_NET = re.compile(
    r"净(?:增加?|减少?|流[入出]|买入?|卖出?|迁[入出]|出口|进口|新增|增长|投放|回笼|收入|赚|胜)|"
    r"顺差|逆差|结余|盈余"
)
_REACH = 4


def averages_follow(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """户均4000元 of 1260户 and 378万元."""
    for one in read:
        match = _PER.search(one.before)
        if match is None or one.at < 2 or not one.is_state or one.quantity.is_in_range:
            continue
        if not _AVERAGE.search(one.before):
            continue
        near = [each for each in read[max(one.at - _REACH, 0) : one.at]
                if one.sentence == each.sentence]  # fmt: skip
        units = _COUNTS.get(match["a"] or match["b"], match["a"] or match["b"])
        counts = [each for each in near if _counts(each, units)]
        wholes = [each for each in near if each.unit == one.unit and _is_plain(each)
                  and each not in counts]  # fmt: skip
        if len(counts) == 1 and len(wholes) == 1 and abs(counts[0].at - wholes[0].at) == 1:
            yield from average_follows(one.quantity, wholes[0].quantity, counts[0].quantity)


def _counts(each: Statement, units: str) -> bool:
    unit = each.quantity.unit
    if not _is_plain(each):
        return False
    if unit == "个":
        return "个" in units and each.after[:1] in tuple(units)
    return unit != "" and unit in units


def _is_plain(each: Statement) -> bool:
    return (
        each.relation is Relation.STATE
        and not each.quantity.is_in_range
        and _AVERAGE.search(each.before) is None
    )


def average_follows(said: Quantity, whole: Quantity, count: Quantity) -> Iterator[Diagnostic]:
    wholes, counts = span_of(whole), span_of(count)
    if counts.low <= 0 or wholes.low <= 0:
        return
    slack = last_place(said) if not said.few else max(last_place(said), said.value / 10)
    least, most = wholes.low / counts.high - slack, wholes.high / counts.low + slack
    if not least <= said.value <= most:
        right = written(whole.value / count.value, said)
        yield doubt(
            say("figure-average", whole=at(whole), count=at(count), right=right, said=said.said),
            said,
        )


def nets_follow(read: Sequence[Statement], spoken_of: Collection[Quantity]) -> Iterator[Diagnostic]:
    """出生4123人，死亡3016人，净增1107人: the one less the other.

    `spoken_of` are the quantities that belong to a change whose two states are named.
    """
    for one in read:
        if not _NET.search(one.before) or one.at < 2 or one.quantity in spoken_of:
            continue
        if one.quantity.is_in_range or one.is_rate or one.base:
            continue
        sides = [each for each in read[max(one.at - _REACH, 0) : one.at]
                 if each.sentence == one.sentence and each.unit == one.unit
                 and (each.is_state or each.relation is Relation.BY)]  # fmt: skip
        if len(sides) == 2 and sides[1].at == one.at - 1 and not any(
            each.quantity.is_in_range or "其中" in each.gap or "共" in each.before for each in sides
        ):  # fmt: skip
            yield from _is_net(one.quantity, *(each.quantity for each in sides))


def _is_net(said: Quantity, one: Quantity, other: Quantity) -> Iterator[Diagnostic]:
    more, fewer = sorted((one, other), key=lambda side: -side.value)
    a, b, net = span_of(more), span_of(fewer), span_of(said)
    if a.low - b.high <= net.high and net.low <= a.high - b.low:
        return
    right = written(more.value - fewer.value, said)
    yield doubt(
        say("figure-percentage/net", more=at(more), fewer=at(fewer), right=right, said=said.said),
        said,
    )
