"""What a quantity is said of, as far as words without a grammar tell it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.subbing.quantities import Quantity

_CLAUSE = late(r"[，。；：！？、——\n（）()…\u3000]|[.,;:?!—](?=\s|$)")
_SENTENCE = late(r"[。；！？\n]|[.;?!](?=\s|$)")
_PERIOD = late(
    r"(?:19|20)\d\d(?:年)?(?!\d)|[上前往历]届|前天|昨天|昨日|今天|今日|上周|本周|上学期|去年|"
    r"上年|前年|同期|此前|从前|过去|原来|年前|当年|当时|曾经?|"
    r"年初|年底|"
    r"一季度|二季度|三季度|四季度|上半年|下半年|前三季度|前?[\d一二三四五六七八九十]{1,12}个月|\d{1,12}月|"
    r"\d{1,12}日|春节|国庆|五一|黄金周|假期|暑期|"
    r"(?:“?十[一二三四五]五”?|[一二]十[一二三四五六七八九]?大|改革开放|建[国党市县])以来|上月|"
    r"本月|当月|今年|全年|明年|"
    r"last year|this year|last month|a year earlier"
)
_YEAR = late("(?:19|20)[0-9]{2}|[去今上前全明]年|this year|last year")
_AS_OF = late(r"截[至止](?!(?:19|20)\d\d)[^，。；]{1,8}")
"""截至昨日 is of now; 截至2022年底 is of that year."""
_TODAY = ("昨天", "昨日", "今天", "今日")
_NOW = ("今年", "全年", "this year")
_PAST = late(
    r"[上前往历]届|前天|上周|上学期|去年|上年|前年|同期|此前|从前|过去|原来|年前|"
    r"当年|当时|曾|last|earlier|明年"
)
_KINDS = late(
    r"新增|新建|首批|首次|其中|每|人均|户均|平均|日均|年均|亩均|同比|环比|计划|目标|力争|预计|将|"
    r"实际|占|"
    r"最高|最低|最大|女|男|城镇|农村|进口|(?<!进)出口|在建|规划|拟|常住|户籍|审结|不足|国家级|省级|市级|"
    r"县级|"
    r"主城区|县城|另有|另外|其余|"
    r"\b(?:each(?! (?:day|week|month|year))|per|average|another|more|target|planned|new)\b"
)
"""What tells one quantity from another of the same name."""
_NAMED = late(r"(?<![A-Z])[A-Z]++(?=[\u4e00-\u9fff])|(?<!\d)\d++(?=号)")
"""A组, 3号楼."""
_SCOPE = late(
    r"(?P<all>[全我本])(?P<level>[国省市县区州镇乡村校院厂馆])|"
    # 城区, 园区, 超市 name no place.
    r"(?P<name>[\u4e00-\u9fff]{1,3}?)(?<![地城小社园景林灾库山超门])(?P<of>[省市县区州])(?![级委政域民场])"
)
_NOISE = late(
    r"(?:增加|增长|上升|跃升|升|提高|提升|扩大|发展|壮大|下降|降低|降|减少|减|缩短|回落)[至到为]|"
    r"现有|现共有|累计|截至目前|目前|如今|现在|眼下|以来|十年来|十年间|三年来|近年来|已经|已|"
    r"相继|先后|陆续|"
    r"共有|总共|一共|共计|合计|总计|共|稳固在|稳定在|保持在|约为|达到|高达|达|突破|超过|"
    r"建立|建成|成立|打造|完成|实现|开展|举办|设立|开设|设|选派|派出|拥有|本届|本次|这里|各级|仅|"
    r"就|都|也|了|"
    r"为|有|是|的|近|约|超|逾|吸引|到场|前来|该馆|馆[内里]|收藏|造成|导致|得到|拿到|带来|"
    r"[这该](?:一?[座颗次位家条台辆艘架款批项个只部所校县市省区镇村馆院公])?|"
    r"此次|一年|截至发稿时?|据[^，]{1,8}介绍"
)
_TRAILING = late(r"(?:总数|总量|数量|人数|数|量|总额)$")
_CHANGED = late(
    r"(?:增长|增加|提高|上升|增幅|涨幅|提升|扩大|下降|减少|降低|缩短|降幅|压缩|回落|便宜|上涨|"
    r"多出|增收|节约|"
    r"\b(?:up|down|by|more|fewer))(?!到|至|为)[^，。；]{0,4}$"
)
_LOOK_BACK = 200
"""So many characters before a number can say when it is of."""
_SHORT = ("/headline", "/deck", "/kicker", "/lead")
_STOPS = frozenset(
    re.findall(
        r"\w+",
        "the a an its their all has have had is are was were in of to and by for on at "
        "with from that which it this these about some nearly over more than built "
        "handled handling each be been as cost costs million billion but into or who",
    )
)


@record(eq=False)
class Mention:
    """A quantity and what can be known of its subject."""

    quantity: Quantity
    before: str
    """The words before the number in its clause, without place, time and empty verbs."""
    after: str
    scope: tuple[str, str]
    """Name and level of the place: ("长春", "市"); ("", "省") of 全省."""
    period: str
    kinds: frozenset[str]
    words: frozenset[str]
    """Latin words of its sentence that carry meaning."""
    around: str = ""
    """All words of its clause, on both sides of the number."""
    role: str = "amount"
    """amount, earlier (of a change), difference."""


def mentions(found: Sequence[Quantity]) -> Iterator[Mention]:
    """The quantities of one passage with their subjects."""
    sentence_at = clause_at = 0
    for at, quantity in enumerate(found):
        text = quantity.passage.text
        floor = found[at - 1].end if at else 0
        ceiling = found[at + 1].start if at + 1 < len(found) else len(text)
        # From the number before on: what stands before that has been looked at.
        seen = found[at - 1].start if at else 0
        sentence_at = _last_end(_SENTENCE, text, seen, quantity.start, sentence_at)
        clause_at = _last_end(_CLAUSE, text, seen, quantity.start, clause_at)
        low = max(clause_at, floor)
        stop = _CLAUSE.search(text, quantity.end)
        high = min(stop.start() if stop else len(text), ceiling)
        sentence = text[max(sentence_at, high - _LOOK_BACK) : high]
        clause = text[max(clause_at, high - _LOOK_BACK) : quantity.start]
        if not _NOISE.sub("", _han(_PERIOD.sub("", text[low : quantity.start]))) and low > floor:
            # 粮食总产量再创新高，达到836亿斤: a clause without words is said of the one before it.
            bound = max(floor, sentence_at, low - _LOOK_BACK)
            low = _last_end(_CLAUSE, text, bound, max(low - 1, bound), bound)
        behind = text[quantity.end : high]
        yield about(quantity, text[low : quantity.start], behind, f"{clause} {behind}", sentence)


def about(quantity: Quantity, before: str, after: str, clause: str, sentence: str) -> Mention:
    """A mention from the words around a quantity."""
    scope, rest = _scope(_PERIOD.sub("", _han(before)))
    periods = _PERIOD.findall(_AS_OF.sub("", sentence))
    years = [one for one in periods if _YEAR.match(one)]
    spans = [one for one in periods if not _YEAR.match(one)]
    year = years[-1] if years else ""
    year = year.removesuffix("年") if year[:1].isdigit() else year
    # 今年上半年 and 去年上半年: the year and the part of it.
    period = ("" if year in _NOW else year) + (spans[-1] if spans else "")
    is_difference = _CHANGED.search(before) is not None
    return Mention(
        quantity,
        before=_TRAILING.sub("", _NOISE.sub("", rest)),
        after=_NOISE.sub("", _han(after)) if _han(after)[:1] != "的" else "",
        scope=scope,
        period="" if period in _NOW else period,
        kinds=frozenset(_KINDS.findall(clause) + _NAMED.findall(before)),
        words=frozenset(latin_words(sentence)),
        around=_NOISE.sub("", rest + _han(after).removeprefix("的")).replace("的", ""),
        role="difference" if is_difference else "amount",
    )


def as_end_of_change(mention: Mention, subject: str, is_earlier: bool) -> Mention:
    """A state of a change: it is said of the words before 由."""
    scope, rest = _scope(_PERIOD.sub("", _han(subject)))
    return replaced(
        mention, before=_TRAILING.sub("", _NOISE.sub("", rest)), after="", scope=scope,
        around=_NOISE.sub("", rest),
        kinds=frozenset(_KINDS.findall(subject)), role="earlier" if is_earlier else "amount",
        period="",
    )  # fmt: skip


def is_label(mention: Mention) -> bool:
    """Whether it is a stat's or a headline's, which says in short what the text spells out."""
    pointer = mention.quantity.passage.pointer
    return "/stats/" in pointer or pointer.startswith(_SHORT)


def latin_words(text: str) -> list[str]:
    """The Latin words that carry meaning, in lower case."""
    words = (word.lower() for word in re.findall(r"[A-Za-z]{2,}", text))
    return [word for word in words if word not in _STOPS]


def _last_end(pattern: re.Pattern[str], text: str, start: int, end: int, floor: int) -> int:
    """Where the last mark between two places ends; `floor` where there is none."""
    for match in pattern.finditer(text, start, end):
        floor = match.end()
    return floor


def _han(text: str) -> str:
    return "".join(c for c in text if "\u4e00" <= c <= "\u9fff")


def _scope(words: str) -> tuple[tuple[str, str], str]:
    words = re.sub(r"^(?:今年|目前|如今|截至目前|截至|以来|累计)+", "", words)
    match = _SCOPE.match(words)
    if match is None:
        return ("", ""), words
    level = match["level"] or match["of"]
    return (match["name"] or "", level), words[match.end() :]


def shared_subject(one: Mention, other: Mention) -> tuple[str, bool] | None:
    """The words that two mentions share, and whether they are all the words; None if they differ.

    A word that only one has may narrow it (“城市”党建联盟); where each has one of its own in the
    same place (大豆 and 玉米播种面积), they are two subjects.
    """
    if one.role != other.role or one.kinds != other.kinds or not fits(one.scope, other.scope):
        return None
    ways = [
        _ends_alike(one.before, other.before),
        _starts_alike(one, other),
        _head(one.before, other),
        _head(other.before, one),
    ]
    best = max((way for way in ways if way), key=lambda way: len(way[0]), default=None)
    before, after = ways[0], ways[1]
    if before and after and one.after and other.after:
        return before[0] + after[0], before[1] and after[1]
    return best


def fits(one: tuple[str, str], other: tuple[str, str]) -> bool:
    if "" in (one[1], other[1]):
        return True
    return one[1] == other[1] and (one[0] == other[0] or "" in (one[0], other[0]))


def _ends_alike(one: str, other: str) -> tuple[str, bool] | None:
    length = 0
    while length < min(len(one), len(other)) and one[-1 - length] == other[-1 - length]:
        length += 1
    if length < 2 or length < min(len(one), len(other)):
        return None
    return one[len(one) - length :], one == other


def _starts_alike(one: Mention, other: Mention) -> tuple[str, bool] | None:
    length = 0
    a, b = one.after, other.after
    while length < min(len(a), len(b)) and a[length] == b[length]:
        length += 1
    if length < 2 or (one.before and other.before and not _ends_alike(one.before, other.before)):
        return None
    return a[:length], a == b and one.before == other.before


def _head(before: str, other: Mention) -> tuple[str, bool] | None:
    """党建联盟2300个 and 2030个党建联盟: the one's last words are the other's first."""
    for length in range(min(len(before), len(other.after)), 2, -1):
        if before.endswith(other.after[:length]):
            if length < len(before) and other.before:
                return None
            return other.after[:length], length == len(before) == len(other.after)
    return None


def is_one_time(one: Mention, other: Mention, is_slip: bool) -> bool:
    """Whether two mentions can be of one time: what gives none is of now."""
    if one.period == other.period:
        return True
    if one.period and other.period:
        return False
    said = one.period or other.period
    if is_slip and said in _TODAY:
        return True
    if is_slip and is_label(one) != is_label(other) and not _PAST.search(said):
        return True
    return is_slip and not _PAST.search(said) and said[:1].isdigit()
