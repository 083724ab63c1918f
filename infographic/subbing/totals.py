"""Totals and their parts."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import accumulate

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import say
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity
from infographic.subbing.reckoning import Bounds, places_of, span_of, unit_of, written
from infographic.subbing.statements import Relation, Statement
from infographic.text.numerals import MAGNITUDES

_TOTALLED = late("共|总|合计|一行|全[校村县市省镇乡队班州区厂院国部年程]|整个|合在一起")
_SUMS_UP = late(
    r"^(?:[\u4e00-\u9fff]{0,3}?[两三四五六七八九十]+[者项类个种地处队村期年月届批次所家轮站线组校区国省科门天]?[\u4e00-\u9fff]{0,4}?|全[队村校县市部天]|"
    r"双方|两者|它们|这些|以上)?(?:加起来|相加|合起来|之和|一?共计?|"
    r"总共|合计|总计|总数|总量|总人数|总额|总[分价重长]|构成了)(?P<noun>[^，。；、]*)$"
)
_WHOLE = late(
    r"^[\u4e00-\u9fff]{0,8}?(?:一?共[计有]?|总共|合计|总计|累计)|"
    r"^(?:建成后|最终|至此)?(?:整个|[一当]天|一[趟天年场夜路][\u4e00-\u9fff]{0,2}下来|整场|前后|里外|上半年|前三季度|"
    r"全[队村校县市省区州线部长程天国镇乡年场团社班院厂组系所馆]级?|"
    r"[两三四五六七八九十]+[\u4e00-\u9fff]|"
    r"[\u4e00-\u9fff]{0,6}(?:总(?!体|结|理|书|工|部)|全长|全程))"
)
_MOST = 24
"""So many parts has a list at the most; what has more is a table."""
_SUMMED = late("(?:共|合|总)计?$")
_TIMES = ("天", "岁", "小时", "个月", "分钟")
_PAIRS = ("上下", "男女", "城乡", "主客", "东西", "南北", "内外", "新老", "公民", "早晚", "大小")
"""What parts two: 男性 and 女性, 上半场 and 下半场."""
_COUNTED = late("[一二两三四五六七八九十]+[\u4e00-\u9fff]")
_HOW_MANY = late("[\u4e00-\u9fff]{0,3}?(?P<n>[两二三四五六七八九])[\u4e00-\u9fff]")
_OF_TIMES = late("[\u4e00-\u9fff]{0,3}?[两三四五六七八九]个?[月季年天周]")
_PARTS_OF_TIME = {
    "上半年": {"一季度", "二季度"},
    "全年": {"上半年", "下半年"},
    "前三季度": {"一季度", "二季度", "三季度"},
}
_NEAR = Decimal("0.3")
"""A sum that is so near a number that may be its total is meant as it."""
_ALMOST = Decimal("0.85")
_CLAUSES = late("[，。；：]")
_OPENS = late(r"其中|包括|包含|涵盖|计有|内含|分别|分为|分成|构成|组成|：|:|（|\(|——|即|有的")
_OPENS_ALL = late(r"分别|分为|分成|构成|组成|：|:|——")
_ASIDE = late("（[^）]*）")
_NAMES_SOME = late("其中|包括|包含|计有|等$")
_SOME = late("其中|等$")
_OF_ONE = late("平均|[人户月日年场]均")
_REST = late(r"其余|其他|剩余|剩下|另外?(?!有)|[还尚]有[^，。]{0,3}?(?:待|未|没|在建)")
_CHANGED = late(
    r"增(?!加值)|减|降(?![雨水温])|升|每|均|同比|比|占(?!地)|达标|率|"
    r"第[一二三四五六七八九十\d]+(?![批产次类轮期组阶段天部节年])"
)
_ACTS = late(
    "开展|举办|解决|组织|服务(?!业)|带动|培训|接待|覆盖|惠及|帮助|吸引|辐射|救助|走访|化解|办理|"
    "发放|"
    "约合|折合|相当|超过"
)
_ACTS_FIRST = late("淘汰|关停|拆除|更新|购置|引进|投放|新增|撤销|清退|建设|建成")
_OVERLAPS = late(
    r"少数民族|党员|团员|学历|本科|博士|硕士|职称|青年|以上|以下|岁|残疾|高级|外籍|"
    r"寄宿|留守|贫困|"
    r"等(?![奖级次功])"
)
_TOTAL_LABELS = ("合计", "总计", "总数", "共计", "总量", "总额", "全部")


def parts_add_up(read: Sequence[Statement]) -> Iterator[Diagnostic]:
    """The parts of a total are no more than it, and are it where nothing is left out."""
    told: set[int] = set()
    for statement in read:
        is_age = statement.unit == "岁"
        if (
            statement.is_rate
            or statement.quantity.is_in_range
            or is_age
            or _OF_ONE.search(statement.before)
            or not _is_amount(statement)
        ):
            continue
        before = _parts_before(read, statement)
        if before:
            yield from adds_up(statement.quantity, [part.quantity for part in before], True)
            continue
        if statement.at in told:
            continue
        parts = _parts_after(read, statement)
        told |= {part.at for part in parts}
        if parts:
            yield from _judged(statement, parts)


def _is_amount(one: Statement) -> bool:
    return one.relation in (Relation.STATE, Relation.TO)


def _words_of(one: Statement) -> str:
    return f"{one.before}{one.after}"


def _parts_before(read: Sequence[Statement], total: Statement) -> list[Statement]:
    """甲队12人、乙队15人，共27人: the list that a total ends."""
    before = total.before.strip()
    if re.search("最[大高多低小]|峰值", before):
        return []
    match = _SUMS_UP.match(before)
    is_whole = match is None and (_WHOLE.match(before) or _OF_TIMES.match(before)) is not None
    is_apart = total.mark == "。" and match is not None
    if not (match or is_whole) or not (total.mark in ("，", "、", "；", "——", "") or is_apart):
        return []
    parts: list[Statement] = []
    for one in reversed(read[max(total.at - _MOST, 0) : total.at]):
        if one.unit in _TIMES and one.unit != total.unit and one.sentence == total.sentence:
            continue  # 前4天接待32万人次
        is_like = _is_amount(one) and (one.unit == total.unit or (not one.unit and bool(parts)))
        if one.sentence != total.sentence - is_apart or not is_like or _CHANGED.search(one.before):
            break
        if one.says("共", "总", "合计") or one.quantity.is_in_range or _SOME.search(one.gap):
            return []
        parts.insert(0, one)
        if _opens(one):
            break
    if len(parts) < 2:
        return []
    number = _number_of(before)
    if (is_apart and number != len(parts)) or (number and total.mark == "、" and not is_whole):
        # 物理、化学两科合计170分 is of those two. 对两国出口合计 is of the two before its sentence.
        return []
    if _opens(parts[0]) and re.match("总|共|合", before):
        return parts
    if match is None:
        last = parts[-1].before.strip()
        is_last = (
            _COUNTED.match(last) and last[1] == before[1] and not re.match("..[总共合]", before)
        )
        if number and (number != len(parts) or is_last):
            return []  # 三期 is the third, behind 二期
        quantities = [part.quantity for part in parts]
        periods = {part.period for part in parts}
        if number and _OF_TIMES.match(before) and len(periods) == number:
            # 6月86毫米，7月142毫米，8月118毫米，三个月降水346毫米
            made = sum((one.value for one in quantities), Decimal(0))
            return parts if abs(made - total.quantity.value) <= made * _NEAR else []
        is_slip = len({part.period for part in parts}) == 1 and _is_digit_off(
            total.quantity, quantities, 2
        )
        return parts if is_slip or _is_near_whole(parts, total) else []
    said = "".join(_words_of(part) for part in parts)
    own = match["noun"].strip("有为是达到约近了")
    if number == len(parts):
        return parts  # 两级财政共投入, 两个档期共
    if len({part.period for part in parts}) > 1 and total.period == parts[-1].period:
        return []
    return parts if all(c in said for c in own) or _is_near_whole(parts, total) else []


def _number_of(words: str) -> int:
    """两级财政, 东西两区, 三科: of how many a total is said; 0 where none is named."""
    found = _HOW_MANY.match(words)
    return "一二三四五六七八九".find(found["n"].replace("两", "二")) + 1 if found else 0


def _is_near_whole(parts: Sequence[Statement], total: Statement) -> bool:
    """城镇人口186万，乡村人口92万，全市人口289万: like names, one time, nearly the sum."""
    words = set(_words_of(total))
    alike = set.intersection(*(set(_words_of(part)) for part in parts)) & words
    is_bare = not _WHOLE.sub("", total.before.strip()).strip("有为是达到约近了共得完成量数额值人次")
    are_set = "分别" in parts[0].before or (
        len(parts) == 2 and any(pair[0] in parts[0].before and pair[-1] in parts[1].before
                                for pair in _PAIRS)
    )  # fmt: skip
    if not (alike or is_bare or are_set or _are_listed(parts)):
        return False
    times = {part.period.span for part in parts}
    is_sum_of_times = times == _PARTS_OF_TIME.get(total.period.span)
    is_year = total.period.span == "全年" and not any(times - {""})
    if not (is_sum_of_times or is_year) and any(part.period != total.period for part in parts):
        return False
    whole = total.quantity.value
    return abs(sum(part.quantity.value for part in parts) - whole) <= whole * _NEAR


def _opens(one: Statement) -> bool:
    return _OPENS.search(_ASIDE.sub("", one.gap)) is not None


def _parts_after(read: Sequence[Statement], total: Statement) -> list[Statement]:
    """共100人，其中男性60人、女性50人: the list that a total opens."""
    rest = read[total.at + 1 : total.at + 1 + _MOST]
    if not rest or rest[0].sentence - total.sentence > (1 if "其中" in rest[0].gap else 0):
        return []
    opener = rest[0].gap
    parts: list[Statement] = []
    for one in rest:
        if one.sentence != rest[0].sentence or (parts and "其中" in one.gap):
            break
        if one.mark in ("）", ")") or (
            one.mark == "；" and (len(parts) == 1 or any(part.mark != "；" for part in parts[1:]))
        ):
            break
        acts = _ACTS.search(one.before) or _ACTS_FIRST.match(one.before.strip())
        if parts and one.mark != "、" and acts:
            break
        is_like = one.unit == total.unit or (not one.unit and one.mark in ("、", "", "和"))
        is_risen = one.relation is Relation.BY and one.before.strip() == one.word and (
            re.search("[中里]，", rest[0].gap) is not None
        )  # fmt: skip
        if (_is_amount(one) or is_risen) and is_like and not _CHANGED.search(one.before):
            if _SUMS_UP.match(one.before.strip()) or (
                parts and re.search("总(?!部)|合计|^共", one.before.strip())
            ):  # fmt: skip
                return []
            parts.append(one)
        elif not one.is_rate and parts and one.mark != "、" and one.unit != "岁":
            break
    ahead = read[total.at + 1 : parts[0].at] if parts else ()
    if not parts or len(ahead) > 1:
        return []
    if any(one.unit != "岁" for one in ahead) and "其中" not in parts[0].gap:
        return []
    opener = parts[0].gap if "其中" in parts[0].gap else opener
    if _OPENS.search(opener) and (_TOTALLED.search(total.gap) or _NAMES_SOME.search(opener)):
        return parts
    said = "".join(_words_of(part) for part in parts)
    has_both = len(parts) > 1 and "男" in parts[0].before and "女" in said
    is_list = len(parts) > 1 and _OPENS_ALL.search(opener) is not None
    if has_both or is_list or (_REST.search(said) and len(parts) > 1):
        return parts
    return parts if _are_parts_of_it(total, parts) else []


def _are_parts_of_it(total: Statement, parts: Sequence[Statement]) -> bool:
    """480亩地，小麦240亩，玉米200亩，大豆60亩: no word says so, but they name no new thing."""
    alike = set.intersection(*(set(part.subject) for part in parts)) & set(total.subject)
    is_negated = len(parts) == 2 and parts[1].subject in (
        f"不{parts[0].subject}",
        f"未{parts[0].subject}",
    )
    is_named_behind = is_negated or bool(total.after.strip()) or not total.subject or (
        bool(alike) and _TOTALLED.search(total.before) is not None
    )  # fmt: skip
    are_bare = all(part.subject and not part.after.strip() for part in parts)
    if _SUMMED.search(total.before) and are_bare and not total.quantity.few:
        # 共计1.2万册，课本0.8万册，读物0.6万册
        whole = total.quantity.value
        return whole < sum(part.quantity.value for part in parts) <= whole * (1 + _NEAR)
    if len(parts) == 2:
        are_set = is_negated or any(
            pair[0] in parts[0].before and pair[-1] in parts[1].before for pair in _PAIRS
        )
    else:
        are_set = bool(alike) or _are_listed(parts) or _TOTALLED.search(total.before) is not None
    if len(parts) < 2 or not are_bare or not (is_named_behind or are_set) or total.quantity.few:
        return False
    whole = total.quantity.value
    return whole < sum(part.quantity.value for part in parts) <= whole * (1 + _NEAR)


def _are_listed(parts: Sequence[Statement]) -> bool:
    """单人间400间、双人间600间、套房300间: one list, and no new thing."""
    return all(part.mark == "、" for part in parts[1:])


def _judged(total: Statement, parts: Sequence[Statement]) -> Iterator[Diagnostic]:
    opener = parts[0].gap
    words = "".join(part.gap + part.after for part in parts)
    text = total.quantity.passage.text[total.quantity.end : parts[-1].quantity.end]
    # 40至60岁: ages that are told apart do not overlap.
    overlap = _OVERLAPS.search(words) and not re.search(r"\d[至到—～~-]\d+岁", text)
    one_sex = ("男" in words) != ("女" in words)
    quantities = [part.quantity for part in parts]
    if any(one.is_in_range for one in quantities):
        return
    if one_sex or (overlap and "群众" not in words):
        # Who is of one part may be of another.
        quantities = [max(quantities, key=lambda part: part.value)]
    is_all = len(quantities) > 1 and (
        # “其中” names some of the parts; without it they are all that there are.
        (_SOME.search(opener) is None and _OPENS_ALL.search(opener) is not None)
        or (_SOME.search(opener) is None and "男" in words and "女" in words)
        or all(medal in words for medal in "金银铜")
        or _REST.search(words) is not None
        or _number_of(_CLAUSES.split(total.gap.strip())[-1]) == len(quantities)
        or _is_nearly(total.quantity, quantities)
    )
    yield from adds_up(total.quantity, quantities, is_all)


def _is_nearly(total: Quantity, parts: Sequence[Quantity]) -> bool:
    """民事1088件、刑事426件、行政57件 of 1671: a sum that is its total but for one digit."""
    made = sum((part.value for part in parts), Decimal(0))
    return total.value * _ALMOST < made < total.value and _is_digit_off(total, parts)


def _is_digit_off(total: Quantity, parts: Sequence[Quantity], figures: int = 3) -> bool:
    """Whether a total is the sum of its parts but for one digit."""
    made = sum((part.value for part in parts), Decimal(0))
    if total.few or any(part.few for part in parts):
        return False
    size = max(places_of(one) for one in (total, *parts))
    said, right = (
        f"{value.scaleb(-MAGNITUDES[total.magnitude]):.{size}f}".replace(".", "")
        for value in (total.value, made)
    )
    wrong = sum(a != b for a, b in zip(said, right, strict=False))
    return len(said) == len(right) and len(said.rstrip("0")) >= figures and wrong == 1


def adds_up(total: Quantity, parts: Sequence[Quantity], is_all: bool) -> Iterator[Diagnostic]:
    spans = [span_of(part) for part in parts]
    whole = span_of(total)
    if not any("." in one.digits or one.few for one in (total, *parts)):
        # 8亿 and 5亿 of 12亿: said without a fraction, they are meant as they stand.
        spans, whole = (
            [Bounds(part.value, part.value) for part in parts],
            Bounds(*[total.value] * 2),
        )
    least, most = sum(span.low for span in spans), sum(span.high for span in spans)
    if any(made == total.value for made in accumulate(part.value for part in parts)):
        return  # 进口32台、国产88台, and 智能76台 beside them
    if least <= whole.high and (not is_all or most >= whole.low):
        return
    if len(parts) == 1:
        yield doubt(say("figure-total/part", part=at(parts[0]), said=total.said), total)
        return
    yield doubt(
        say(
            "figure-total/more" if least > whole.high else "figure-total/less",
            parts=[at(part) for part in parts],
            sum=written(sum((part.value for part in parts), Decimal(0)), total),
            said=total.said,
        ),
        total,
    )


def panels_add_up(story: Node, found: dict[str, list[Quantity]]) -> Iterator[Diagnostic]:
    """A stat labelled 合计 is the sum of the others in its panel, where all count one thing."""
    panels = story.value.get("panels") if isinstance(story.value, dict) else None
    for panel in panels.value if panels is not None and isinstance(panels.value, tuple) else ():
        stats = panel.value.get("stats") if isinstance(panel.value, dict) else None
        if stats is None or not isinstance(stats.value, tuple):
            continue
        total: list[Quantity] = []
        parts: list[Quantity] = []
        for stat in stats.value:
            label = stat.value.get("label") if isinstance(stat.value, dict) else None
            own = found.get(f"{stat.origin.pointer}/value", [])
            if label is None or len(own) != 1:
                break
            (total if str(label.value).startswith(_TOTAL_LABELS) else parts).append(own[0])
        else:
            if len(total) == 1 and len(parts) > 1 and (
                {unit_of(part) for part in parts} == {unit_of(total[0])}
            ):  # fmt: skip
                yield from adds_up(total[0], parts, is_all=True)
