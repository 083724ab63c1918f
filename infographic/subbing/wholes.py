"""The shares of one whole: they make 100%, or no more."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.growths import PERCENT
from infographic.subbing.reckoning import last_place, short
from infographic.subbing.shares import OF_ALL, is_level
from infographic.subbing.statements import Relation, Statement

_OVERLAPS = late(
    "少数民族|党员|学历|本科|博士|硕士|职称|以上|以下|岁|残疾|选择|关注|认为|表示|看重|希望|愿意|"
    "使用|参与|通过|(?<!妇)女(?!.*男)"
)
_OPINIONS = late("多选|选择|关注|认为|看重|希望|愿意|使用|通过")
_REST = late("其余|其他|剩余|剩下|剩(?=的|余)")
_MANY = late("多选|几样都|不止一|可重复")
_NEAR = Decimal(120)
"""Shares that make no more than this are meant to make 100%; those that make more overlap."""
_NAMES = late("[\u4e00-\u9fffA-Za-z]{1,8}(?:为|是|约|达)?")


def shares_add_up(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """The shares of one whole are no more than it, and are it where none is left out."""
    run: list[Statement] = []
    for one in [*read, None]:
        is_label = one is not None and bool(run) and _is_within_a_label(read, one)
        if one is not None and is_label and "其中" not in one.gap:
            continue
        if one is not None and run and not is_label and _goes_on(run[-1], one):
            run.append(one)
            continue
        if len(run) > 1:
            yield from _makes_all(run)
        run = [one] if one is not None and (_is_of_all(one) or _is_of_some(one)) else []


def _is_within_a_label(read: Sequence[Statement], one: Statement) -> bool:
    """0—14岁占17%, 5000元以下的占28%: what tells the shares apart."""
    if one.quantity.is_in_range or one.unit == "岁":
        return True
    after = read[one.at + 1] if one.at + 1 < len(read) else None
    return one.unit != PERCENT and after is not None and after.unit == PERCENT and (
        not after.mark and re.match("及?以[上下内]|的|至", after.before.strip()) is not None
    )  # fmt: skip


def _hundredths(one: Statement) -> Decimal:
    return one.quantity.value * (10 if one.unit == "成" else 1)


def _is_share(one: Statement) -> bool:
    return (
        one.unit in (PERCENT, "成")
        and not one.quantity.is_in_range
        and not one.quantity.few
        and _hundredths(one) <= 100
        and is_level(one)
    )


def _is_of_all(one: Statement) -> bool:
    """占45%, 占比为45%, 男性45%."""
    if not _is_share(one):
        return False
    match = re.search("占(?P<of>[^占]*)$", one.before)
    if match is not None:
        return set(match["of"]) <= OF_ALL
    if re.search(
        "^(?:其中)?[男女]|(?:分得|分走|拿走|贡献|归|持股)了?$|[^包]含(?!水率|量)[\u4e00-\u9fff]{1,4}$",
        one.before.strip(),
    ):
        return True
    is_headed = re.search("(?:比例|占比|比重|结构|构成)[^，。：]{0,4}[，：]", one.gap) is not None
    return (is_headed and bool(one.subject)) or (
        re.search("(?:比重|占比|比例|份额)(?:分别)?[为是达约]?到?$", one.before) is not None
    )


def _is_of_some(one: Statement) -> bool:
    """48%计划扩招: a share that begins its clause."""
    if not _is_share(one):
        return False
    if re.match("[为是靠]|用于|来自|投向|投入", one.after.strip()):
        return True  # 60%为女性, 三成用于修路
    return not one.before.strip() and one.mark == "，" and bool(one.after.strip()) and (
        re.search("[中里]，$", one.gap) is not None
    )  # fmt: skip


def _goes_on(last: Statement, one: Statement) -> bool:
    is_far = one.sentence - last.sentence > (1 if _is_of_all(one) else 0)
    if not _is_share(one) or is_far or "其中" in one.gap:
        return False
    own = one.before.strip()
    if one.mark in ("、", "") and own in ("", "和", "及", "以及", "与"):
        return True
    if not last.before.strip() or re.match("[为是靠]|用于|来自|投向|投入", last.after.strip()):
        return (
            own in ("", "其余", "剩下", "剩余", "另外", "剩下的", "其余的", "剩余的")
            and one.mark == "，"
            and bool(one.after.strip())
        )
    return _is_of_all(one) or (
        one.mark in ("，", "、", "；") and one.relation is Relation.STATE
        and _NAMES.fullmatch(own) is not None and "率" not in own
    )  # fmt: skip


def _makes_all(run: Sequence[Statement]) -> Iterator[Diagnostic]:
    words = "".join(one.gap for one in run)
    text = run[0].quantity.passage.text
    if _MANY.search(text):
        return
    shares = [one.quantity for one in run]
    both = sum(map(_hundredths, run), Decimal(0))
    slack = sum((last_place(one) for one in shares), Decimal(0)) / 2
    behind = words + "".join(one.after for one in run)
    is_all = _REST.search(words) is not None or ("男" in behind and "女" in behind)
    is_less = is_all and both < 100 - slack
    is_more = both > 100 + slack and (is_all or _are_of_one_whole(run, words, both))
    if is_less or is_more:
        last, others = shares[-1], [at(one) for one in shares[:-1]]
        made = short(both, 2)
        yield doubt(say("figure-share/sum", said=last.said, others=others, sum=made), last)


def _are_of_one_whole(run: Sequence[Statement], words: str, both: Decimal) -> bool:
    """Whether shares are of one whole and apart: a list behind 分别, things that end alike, a sum
    that is hardly more than it."""
    if "分别" in run[0].before:
        return True
    is_near = both <= _NEAR
    things = [one.subject for one in run]
    are_alike = all(things) and len({thing[-1] for thing in things}) == 1
    if _OVERLAPS.search(words):
        return is_near and (are_alike or len(run) > 2) and not _OPINIONS.search(words)
    if len(run) == 2:
        return are_alike
    # 吸烟的占28%，饮酒的占41%，熬夜的占52%: who does the one may do the other.
    are_acts = all(one.before.rstrip("占").endswith("的") for one in run)
    return (all(map(_is_of_all, run)) and not are_acts) or is_near
