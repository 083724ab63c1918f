"""Shares and their wholes: 占70.2%, 合格率98%, men and women."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.growths import PERCENT, SCALES, hedged, slack_of
from infographic.subbing.quantities import FRACTION, Quantity
from infographic.subbing.reckoning import spans_beside, unit_of, written
from infographic.subbing.statements import Relation, Statement

_OF_A_WHOLE = late(
    r"(?:占|占比|比重|比例|率)(?:[为达是约高至到]|高达|达到|提高|升|[^，。；@增降涨]){0,6}$"
    r"|(?:make up|makes up|made up|account for|accounts for|share of) $"
)
_MAY_EXCEED = late(
    r"增长率|增速|收益率|回报率|负债|杠杆|拨备|周转|换手|倍率|产销率|完成|汇率|自给率|保障率|"
    r"利用率|使用率|入住|上座|"
    r"客座|载客|满载|负荷|满座|达成|兑现|结案|贡献率|复种|利润率|流动|溢价|市盈率|相当于|计划|"
    r"目标|任务|预算|定额|"
    r"同期|上年|去年|前年|原来|往年|常年|年初|生产总值|GDP|毛入学|履约保证|储备|覆盖倍|装载|出租|"
    r"达产|超额|速率|(?<!有)效率|"
    r"费率|税率|赔率|利率|通胀|膨胀|倾斜|产出|投入产出|转化|提升率|负担|抚养|拥有率|超过|超出"
)
OF_ALL = frozenset(
    "总数量人额的比全部体所有整个当中其例为约近达到高重了是在入次户家口面积之一将也已则只仅就分别各超过逾不足接近突破强"
)
_WITHIN = late("其中|中|里|当中|内|之中|(?<!以)上$")
_OF_THEM = late("其中|当中")
_TOTALLED = late(
    "共|总|合计|全[校村县市省镇乡队班州区厂院国部年]|应|计划|预算|任务|目标|抽[检查样测]|检[查测]"
)
_RATE = late(r"(?P<of>[\u4e00-\u9fff]{2}|^胜)(?:比?率|比例|面(?=[为达约]|$))(?!先)")
_SHARE = late(
    r"占(?P<of>[^占]*)$|完成了?(?P<of__>[^，]*)的$|^(?:所占)?(?:比例|"
    r"比重)(?P<of_>)(?:[为是达约近到]|高达|超过?|接近|仅|"
    r"只有)*$"
)
_BARE = late(
    "(?:[\u4e00-\u9fff]{1,2}(?=了))?(?:完成|达到?|有|约|近|超过?|已经?|仅|只|不到|不足|接近|将近|"
    "过|剩下?|只剩|还剩|刚|大约|大概|刚好|"
    "正好|恰好|差不多|几乎|整整|足足|了)*(?P<of>)"
)
_ACTS = late(
    "[举报参选获通投完建开达实来有没未已能会可表认愿支考答签退去回转升住用买订到出入上下过被接受带使]"
)
"""What begins a predicate, not a noun."""
_REACH, _FAR = 6, 10


def shares_are_shares(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """A share is no more than the whole, and is what its part says."""
    yield from _more_than_all(read)
    for one in read:
        if one.unit in (PERCENT, FRACTION, "成", "‰") and is_level(one):
            found = (
                _of_number(read, one)
                or _of_words(read, one)
                or _of_rate(read, one)
                or _of_next(read, one)
            )
            if found is not None and not _is_of_another(read, one, *found):
                yield from share_follows(one.quantity, *found)


def _is_of_another(
    read: Sequence[Statement], share: Statement, whole: Quantity, part: Quantity
) -> bool:
    """Whether another whole of the passage explains it.

    报名3000人中，…800人进入面试，录用200人，录用率6.7% is of the 3000; of 60岁以上人口占18.7%，
    其中65岁以上占13.5% both are of all people.
    """
    scale = SCALES[PERCENT if share.unit == FRACTION else share.unit]
    said, slack = share.quantity.value, slack_of(share.quantity)
    others = [
        one.quantity.value for one in read[max(share.at - _FAR, 0) : share.at]
        if one.is_state and one.unit == unit_of(part) and one.quantity.value > part.value
        and one.quantity is not whole
    ]  # fmt: skip
    if any(abs(part.value / other * scale - said) <= slack for other in others):
        return True
    own = next((one for one in read if one.quantity is whole), None)
    if own is None or not _has_share(read, own) or not whole.value:
        return False
    return abs(said - read[own.at + 1].quantity.value * part.value / whole.value) <= slack


def is_level(one: Statement) -> bool:
    """Whether it says what a share is, not how it changed: 占比为65%."""
    return one.relation in (Relation.SHARE, Relation.STATE) or (
        one.relation is Relation.TO and one.rises is None
    )


def _more_than_all(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    for one in read:
        quantity = one.quantity
        words = quantity.passage.text[max(quantity.start - 14, 0) : quantity.start]
        if one.unit == PERCENT and quantity.value > 100 and _OF_A_WHOLE.search(words) and (
            not _MAY_EXCEED.search(words) and _is_of_its_whole(words)
            and one.relation is not Relation.BY
        ):  # fmt: skip
            yield doubt(say("figure-share/all", said=quantity.said), quantity)


def _is_of_its_whole(words: str) -> bool:
    """占总人口的, not 占收入的: of what it is a part of."""
    match = re.search(r"占(?!比)(?P<of>[^占，。；]*)$", words)
    of = set(match["of"]) - OF_ALL if match else set()
    return not of or re.search("全[部体省市县区校村]|总", match["of"] if match else "") is not None


Found = tuple[Quantity, Quantity]
"""A whole and its part."""


def _of_number(read: Sequence[Statement], share: Statement) -> Found | None:
    """1069名女生，占全校1523名学生的70.2%."""
    if share.at < 2 or not re.match(r"[^，。；]{0,8}?的", share.gap):
        return None
    whole = read[share.at - 1]
    if not whole.says("占") or whole.is_rate or whole.sentence != share.sentence:
        return None
    part = _last_like(read, whole)
    return (whole.quantity, part.quantity) if part is not None else None


def _last_like(read: Sequence[Statement], of: Statement) -> Statement | None:
    for one in reversed(read[max(of.at - _REACH, 0) : of.at]):
        if one.sentence != of.sentence:
            return None
        if one.relation in (Relation.STATE, Relation.TO) and one.unit == of.unit:
            return one if not one.quantity.is_in_range else None
    return None


def _of_words(read: Sequence[Statement], share: Statement) -> Found | None:
    """263个村中有208个村通了车，占79.1%: the whole stands before its part."""
    match = _SHARE.search(share.before) or _bare(share)
    if match is None or share.at < 2:
        return None
    for part in reversed(read[max(share.at - 2, 0) : share.at]):
        if part.is_rate or part.sentence != share.sentence or part.relation not in (
            Relation.STATE, Relation.TO,
        ):  # fmt: skip
            return None
        whole = _last_whole(read, part)
        if whole is not None and share.after.strip() and "占" not in share.before:
            # 已完工108个，近六成居民住进新家: only where the part names nothing new.
            whole = whole if _is_elided(whole, part) else None
        elif (
            whole is None and not (set(match["of"] or "") - OF_ALL) and part.at == 1 == share.at - 1
        ):
            whole = _only_other(read[0], part, share)
        if whole is not None:
            of = set(match["of"] or "") - OF_ALL
            around = set(whole.gap + whole.after + part.gap)
            is_all = (
                "其中" in part.gap and part.at == share.at - 1 and whole.at == part.at - 1
                and re.search("总[值额量数]", match["of"] or "") is not None
                and not re.search("[国省球界]", match["of"] or "") and whole.at == 0
            )  # fmt: skip
            if not is_all and re.search("(?:全[国省市县球]|世界)[^的]", match["of"] or "") and len(
                set(whole.subject) - set(match["of"]) - OF_ALL
            ) > 1:  # fmt: skip
                return None  # 劳动人口 is not 全国人口
            return (whole.quantity, part.quantity) if of <= around or is_all else None
        named = _named_whole(read, part, match["of"] or "") if part.at == share.at - 1 else None
        if named is not None:
            return named.quantity, part.quantity
        if part.mark:
            return None
    return None


def _named_whole(read: Sequence[Statement], part: Statement, of: str) -> Statement | None:
    """发电240亿千瓦时。同期，清洁能源发电84亿，占全部发电量的35%: the share names it."""
    own = set(of) - OF_ALL
    if len(own) < 2 and not (own and re.search("总|全部", of)):
        return None
    fits = [
        one for one in read[max(part.at - _REACH, 0) : part.at]
        if part.sentence - one.sentence <= 1 and one.unit == part.unit
        and one.relation in (Relation.STATE, Relation.TO) and own <= set(one.before + one.after)
        and one.quantity.value > part.quantity.value and not one.says("其中")
    ]  # fmt: skip
    return fits[0] if len(fits) == 1 else None


def _only_other(whole: Statement, part: Statement, share: Statement) -> Statement | None:
    """网民6000人，赞成者4500人，占四分之三: of what else, if not of what both would make."""
    a, b = whole.quantity, part.quantity
    if whole.unit != part.unit or not whole.is_state or not a.value > b.value > 0:
        return None
    scale = SCALES[PERCENT if share.unit == FRACTION else share.unit]
    of_both = b.value / (a.value + b.value) * scale
    return None if abs(of_both - share.quantity.value) <= slack_of(share.quantity) else whole


def _bare(share: Statement) -> re.Match[str] | None:
    """…，完成了三分之二: a fraction that is a clause of its own."""
    if share.unit not in (FRACTION, "成") or share.mark != "，":
        return None
    return _BARE.fullmatch(share.before.strip())


def _last_whole(read: Sequence[Statement], part: Statement) -> Statement | None:
    """What a part is of: the number before it, where words say that it is of it."""
    for one in reversed(read[max(part.at - _REACH, 0) : part.at]):
        if part.sentence - one.sentence > (1 if _OF_THEM.search(part.gap) else 0):
            return None
        if one.unit != part.unit or one.relation not in (Relation.STATE, Relation.TO):
            continue
        between = one.quantity.passage.text[one.quantity.end : part.quantity.start]
        is_next = all(each.unit == "岁" for each in read[one.at + 1 : part.at])
        says_so = _OF_THEM.search(between) or _WITHIN.search(one.after) or (
            is_next and (_WITHIN.search(between) or _is_elided(one, part))
        )  # fmt: skip
        if _has_share(read, one) and "其中" not in between:
            return None  # 男性占51%；女性 is beside it, not of it
        if says_so or (_TOTALLED.search(one.before) and not _TOTALLED.search(part.before)):
            return one if one.quantity.value > part.quantity.value else None
    return None


def _has_share(read: Sequence[Statement], one: Statement) -> bool:
    after = read[one.at + 1] if one.at + 1 < len(read) else None
    return after is not None and after.unit == PERCENT and after.relation is Relation.SHARE


def _is_elided(whole: Statement, part: Statement) -> bool:
    """1200个停车位，开放的有760个: what is counted a second time is not named again."""
    if len(whole.subject) > 1 and part.subject != whole.subject and whole.subject in part.subject:
        return True  # 海岛86个，有居民海岛12个
    if not whole.after.strip() or part.mark not in ("，", ""):
        return False
    if len(whole.after.strip()) > 1 and whole.after.strip()[:2] in part.before:
        return True  # 360场演出，惠民演出240场
    is_bare = (
        not part.after.strip() and re.search("的|已|有|了|就|仅|只|者|达", part.before) is not None
    )
    # 90位家长，30位举了手: a number that begins its clause counts what was named last.
    if re.fullmatch("(?:只|仅|已|就|约|都|还)?有|已经?|只|仅", part.before.strip()):
        return True  # 600个车位，只有150个装有充电桩
    return is_bare or (not part.before.strip() and _ACTS.match(part.after.strip()) is not None)


def _of_rate(read: Sequence[Statement], share: Statement) -> Found | None:
    """抽检1200批次，合格1176批次，合格率98%."""
    match = _RATE.search(share.before)
    if match is None or share.at < 2:
        return None
    for part in reversed(read[max(share.at - 3, 0) : share.at]):
        before = [one for one in read[max(part.at - 2, 0) : part.at] if one.unit == part.unit]
        whole = before[0] if before else None
        if whole is None or part.is_rate or whole.sentence != share.sentence:
            continue
        is_next = part.at == share.at - 1
        if not is_next and not share.before.strip().startswith(match["of"]):
            continue
        if _is_rate_of(match["of"], whole, part, is_next=is_next):
            return whole.quantity, part.quantity
    return None


def _is_rate_of(of: str, whole: Statement, part: Statement, *, is_next: bool) -> bool:
    if not all(one.relation in (Relation.STATE, Relation.TO) for one in (part, whole)):
        return False
    if whole.quantity.value <= part.quantity.value:
        return False
    said = part.before + part.after
    if of == "胜" and is_next and _WITHIN.search(whole.after):
        return re.search("[赢胜]", said) is not None
    if of == "覆盖" and is_next and _WITHIN.search(whole.after):
        return True
    names_it = all(c in said for c in of) and len(of) > 1
    if not is_next:
        return of in said
    is_within = _is_elided(whole, part) or _WITHIN.search(whole.after) is not None
    is_planned = re.search("应|计划|预算|目标|拟", whole.before) is not None
    if of in whole.before and not (is_planned or _WITHIN.search(whole.after)):
        return False
    is_of_the = not part.after.strip() and part.before.rstrip("有达已约近").endswith("的")
    return names_it or (is_within and (is_of_the or any(c in said for c in of))) or (
        re.search("应|需|计划", whole.before) is not None
        and re.search("实|已", part.before) is not None and (of in said or "实" in part.before
        or of == "完成")
    )  # fmt: skip


def _of_next(read: Sequence[Statement], share: Statement) -> Found | None:
    """2000名应聘者中，大约一半（1020人）拥有硕士学位: the part stands behind its share."""
    if share.at == 0 or share.at + 1 == len(read):
        return None
    whole, part = read[share.at - 1], read[share.at + 1]
    is_beside = part.mark in ("（", "(") and not part.before.strip() and whole.unit == part.unit
    is_within = whole.sentence == share.sentence and _WITHIN.search(whole.after) is not None
    return (whole.quantity, part.quantity) if is_beside and is_within else None


def share_follows(share: Quantity, whole: Quantity, part: Quantity) -> Iterator[Diagnostic]:
    if not whole.value or share.is_in_range:
        return
    scale = SCALES["%" if share.unit == FRACTION else share.unit]
    spans = spans_beside(part, whole)
    if spans[1].low <= 0:
        return
    ends = [a / b * scale for a in spans[0] for b in spans[1]]
    right = part.value / whole.value * scale
    least, most = hedged(share)
    if min(ends) <= most and least <= max(ends):
        return
    yield doubt(
        say(
            "figure-percentage/share",
            part=at(part), whole=at(whole), right=written(right, share), said=share.said,
        ),
        share,
    )  # fmt: skip
