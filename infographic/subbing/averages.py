"""What follows from two other numbers of a sentence: averages, and what is left net."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from decimal import Decimal

from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.growths import PERCENT, POINTS
from infographic.subbing.quantities import Quantity
from infographic.subbing.reckoning import last_place, span_of, spans_beside, written
from infographic.subbing.statements import Relation, Statement
from infographic.text.han_numbers import value_of_han

_PER = late(
    r"(?P<a>[户人场天日亩校班村车店单年月周科组家县镇乡院队套艘台件辆栋座所项生])均(?![衡等匀可])"
    r"|(?P<all>平均|均摊到|分摊到)?(?:每[个一]?|(?<=平均)一)(?P<b>小时|分钟|单位|平方公里|公里|公顷|公斤|平方米|"
    r"立方米|"
    r"[\u4e00-\u9fff])(?P<noun>[\u4e00-\u9fff]{0,6})"
    r"|(?P<e>[日月])[行产销耗](?![量值])|平均(?P<c>[户人场亩单])(?P<of>产|个|株)?|平均(?P<d>)(?!每)|(?P<f>客单价)"
)
_AVERAGE = late("均|每")
_COUNTS: dict[str, Sequence[str]] = {
    "人": ("人", "名", "位", "口", "人次"), "名": "人名位", "位": "人名位", "天": "天日",
    "日": "天日", "生": "人名个", "校": "所校",
    "班": "班个", "院": "家所", "村": "村个", "车": "辆", "店": "家个店", "组": "组个",
    "队": "支队", "场": "场次轮", "月": "个月", "单": "个单",
}  # fmt: skip
"""What 人均 is counted in; of 户均 it is 户."""
_NOUNS = ("车间", "班组", "家庭", "村庄", "社区", "小组", "站点")
_SMALL = late(
    r"(?<![第\d一二三四五六七八九十几])(?:(?P<h>[两二三四五六七八九十]|十[一二三四五])个?"
    r"(?P<of>[天月场轮届期周户村校班店组队季局回趟节人批辆台位名])|"
    r"(?P<n>\d{1,2}|[两三四五六七八九十])(?P<year>年)(?!级|代|度|均))"
)
"""三天, 5年: too few for a quantity elsewhere, but an average is of them."""
_WHOLE_YEAR = late("全年|一年(?!级|一)|去年|年(?=[发产接销用收][送出待量售])")
_ONE_MONTH = late(
    r"(?<![\d至到—–~～-])(?P<m>1[0-2]|[1-9])月份?(?![\d至到—–~～-]|[上中下]旬|[初底末])"
)
_PART_OF_YEAR = late("[上下]半年|前三季度|[一二三四]季度")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_IN_A_YEAR = {"月": 12, "天": 365, "日": 365}
_LEFT = late("缺席|缺考|缺勤|弃考|还差|尚差|未到")
_NET = late(
    "自然(?:减少|增加|增长)(?!率)|净(?![利值资含重化高水土空身月菜])|相抵|毛利(?!率)|差额|相差|落差|差距|顺差|逆差|结余|盈余"
)
_REACH = 4


def averages_follow(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """户均4000元 of 1260户 and 378万元."""
    for one in read:
        match = _PER.search(one.before)
        is_said = one.is_state or one.relation is Relation.BY
        if match is None or one.at == 0 or not is_said or one.quantity.is_in_range:
            continue
        near = [each for each in read[max(one.at - _REACH, 0) : one.at]
                if one.sentence == each.sentence]  # fmt: skip
        per = match["a"] or match["b"] or match["c"] or match["e"] or ("人" if match["f"] else "")
        units = _COUNTS.get(per, per)
        if match["noun"] and per + match["noun"][:1] in _NOUNS:
            units = (per + match["noun"][:1], "个")
        counts = [each for each in near if (
            _counts(each, units) if per else _is_plain(each) and each.unit != one.unit
        )]  # fmt: skip
        if len(counts) > 1 and match["noun"]:
            # 26名护士照料208名老人，平均每名护士: of the one that is named.
            counts = [each for each in counts if each.after.strip()[:2] == match["noun"][:2]]
        wholes = [each for each in near if _is_like(each, one) and each not in counts]
        if len(wholes) != 1:
            continue
        whole = wholes[0]
        if any(
            each.unit == one.unit and _AVERAGE.search(each.before)
            for each in read[whole.at + 1 : one.at]
        ):
            continue  # 平均每户3人，城区平均每户2.7人: the first is of the sum
        if len(counts) == 1 and abs(counts[0].at - whole.at) <= (2 if per else 1):
            is_summed = re.search("总|共", whole.before) is not None
            if not match["b"] or match["all"] or is_summed or _is_said_of(counts[0], match["noun"]):
                yield from average_follows(one.quantity, whole.quantity, counts[0].quantity)
        elif not counts and per:
            count = _small_count(whole, per)
            if count is not None:
                yield from average_follows(one.quantity, whole.quantity, count)


def _is_like(each: Statement, one: Statement) -> bool:
    if not each.unit and one.unit == "个" and each.at == one.at - 1 and (
        each.after[:1] and each.after[:1] in one.before
    ):  # fmt: skip
        return _is_plain(each)  # 54球，场均进球1.8个
    if each.unit != one.unit or not _is_plain(each):
        return False
    return bool(one.unit) or each.after[:1] == one.after[:1] != ""


def _is_said_of(count: Statement, noun: str) -> bool:
    """每名学生 is not of 120名教师; 每天清理 is of 5天."""
    behind = count.after.strip()
    is_time = count.quantity.unit in ("天", "小时", "个月")
    return not behind or not noun or "均" in noun or is_time or behind[:1] in noun


def _small_count(whole: Statement, per: str) -> Quantity | None:
    """三天 of 三天共迎客9.6万人次, and the 12 months of 全年."""
    text, end = whole.quantity.passage.text, whole.quantity.start
    start = max((text.rfind(mark, 0, end) for mark in "。！？\n"), default=-1) + 1
    found = [match for match in _SMALL.finditer(text, start, end)
             if (match["of"] or match["year"]) in _COUNTS.get(per, per)]  # fmt: skip
    if len(found) == 1:
        said = found[0]["h"] or found[0]["n"]
        value = int(said) if said.isascii() else int(value_of_han(said) or 0)
        return Quantity(Decimal(value), str(value), "", "", per, *found[0].span(),
                        whole.quantity.passage) if value else None  # fmt: skip
    month = list(_ONE_MONTH.finditer(text, start, end)) if per in ("天", "日") else []
    if len(month) == 1 and not found:
        days = _LENGTHS[int(month[0]["m"]) - 1]
        return Quantity(Decimal(days), str(days), "", "", per, *month[0].span(),
                        whole.quantity.passage)  # fmt: skip
    part = _PART_OF_YEAR.search(text, start, end) if per == "月" and not found else None
    if part is not None:
        number = {"半年": 6, "三季": 9}.get(part[0][1:3], 3)
        return Quantity(Decimal(number), str(number), "", "", per, *part.span(),
                        whole.quantity.passage)  # fmt: skip
    year = _WHOLE_YEAR.search(text, start, end)
    months = _IN_A_YEAR.get(per)
    if year is None or months is None or found:
        return None
    return Quantity(
        Decimal(months),
        str(months),
        "",
        "" if per == "月" else "约",
        per,
        *year.span(),
        whole.quantity.passage,
    )


def _counts(each: Statement, units: Sequence[str]) -> bool:
    unit = each.quantity.unit
    if not unit and "人" in units and each.after.startswith("个人"):
        return True
    if not _is_plain(each) and each.relation is not Relation.FROM:
        return False
    if unit == "个" and "天" in units and each.after.startswith(("工作日", "交易日")):
        return True
    if unit == "个" and "人" in units and each.after[:1] in tuple("孩人学老青队职"):
        return True
    if unit == "个":
        # 28个自然村, 8个车间
        is_named = any(one in each.after.strip()[:4] for one in units if one != "个")
        return is_named or "单" in units
    return unit in units if unit else each.after[:1] in tuple(units)


def _is_plain(each: Statement) -> bool:
    return (
        (each.relation is Relation.STATE or (each.relation is Relation.TO and not each.word))
        and not each.quantity.is_in_range
        and _AVERAGE.search(each.before) is None
    )


def average_follows(said: Quantity, whole: Quantity, count: Quantity) -> Iterator[Diagnostic]:
    wholes, counts = spans_beside(whole, count)
    if counts.low <= 0 or wholes.low <= 0:
        return
    slack = last_place(said) * Decimal("0.55")
    if said.few or count.few:
        slack = max(last_place(said) * (1 if said.few else Decimal("0.6")), said.value / 10)
    least, most = wholes.low / counts.high - slack, wholes.high / counts.low + slack
    if not least < said.value < most:
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
        is_left = _LEFT.search(one.before) and "应" in read[max(one.at - 2, 0)].before
        behind = read[one.at + 1 : one.at + 3]
        if _NET.search(one.before) and len(behind) == 2 and behind[0].mark in ("：", ":") and (
            {each.unit for each in behind} == {one.unit}
            and all(each.is_state or each.relation is Relation.BY for each in behind)
        ):  # fmt: skip
            # 净增1160户：新登记3480户，注销2320户
            yield from is_net(one.quantity, *(each.quantity for each in behind))
            continue
        if not (_NET.search(one.before) or is_left) or one.at < 2 or one.quantity in spoken_of:
            continue
        if one.quantity.is_in_range or one.is_rate or one.base:
            continue
        sides = _sides(read, one)
        if len(sides) == 2 and sides[1].at == one.at - 1 and not any(
            each.quantity.is_in_range or "其中" in each.gap or "共" in each.before for each in sides
        ):  # fmt: skip
            yield from is_net(one.quantity, *(each.quantity for each in sides))


def _sides(read: Sequence[Statement], net: Statement) -> list[Statement]:
    """What a net number may be of: behind the last ；, or in its sentence."""
    unit = PERCENT if net.unit == POINTS else net.unit
    near = [
        each for each in read[max(net.at - _REACH, 0) : net.at]
        if net.sentence - each.sentence <= 1 and each.unit == unit
        and (each.is_state or each.relation is Relation.BY)
    ]  # fmt: skip
    cut = max((at for at, each in enumerate(near) if "；" in each.gap), default=0)
    return near[cut:] if len(near) - cut >= 2 else near


def is_net(said: Quantity, one: Quantity, other: Quantity) -> Iterator[Diagnostic]:
    more, fewer = sorted((one, other), key=lambda side: -side.value)
    a, b, net = span_of(more), span_of(fewer), span_of(said)
    if a.low - b.high <= net.high and net.low <= a.high - b.low:
        return
    right = written(more.value - fewer.value, said)
    yield doubt(
        say("figure-percentage/net", more=at(more), fewer=at(fewer), right=right, said=said.said),
        said,
    )
