"""A passage parsed: what each quantity is said of, when, and how it stands to the others.

A clause is read by taking away what is known (times, hedges, verbs of change and of being,
comparisons); what is left is its subject. Nothing is looked up: the same words, the same parse.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.subbing.periods import LONG_AGO, NEVER, PERIOD, Period, period_of
from infographic.subbing.quantities import DOUBLINGS, FRACTION, Quantity, StoryText
from infographic.subbing.reckoning import unit_of


def _any(*words: str) -> str:
    """Words as one pattern, the longest first: 增收 before 增."""
    return "|".join(sorted(" ".join(words).split(), key=lambda word: -len(_LOOK.sub("", word))))


_LOOK = late(r"\(\?.*?\)")
_UP = _any(
    "增长 增加 净增 递增 (?<!新)增 上升 跃升 攀升 回升 (?<!公)升 提高 提升 扩大 扩张 上涨 涨 猛增",
    "激增 上浮 上调 飙升 翻 多出 超出 高出 加快 延长 拉长 增产 增收 增多 扩增 增殖 扩建 扩容 膨胀",
    "偏多 偏高 偏大 升高 抬升 调高 上行 上扬 加息 涌入 飙涨 暴涨 大涨",
)
_DOWN = _any(
    "下降 降低 降 减少 压减 缩减 削减 裁减 净减 锐减 减 缩短 压缩 回落 收窄 下滑 滑落 下跌 跌 缩水",
    "走低 调低 萎缩 减产 下浮 下调 节约 节省 缩小 便宜 下行 降息 暴跌 大跌 压降 减收",
    "偏少 偏低 偏小 精简 放缓 收缩",
)
_MORE, _LESS = "多|高|长|大|快|贵|重", "少|低|短|小|慢|轻"
"""Said of a difference only where something is compared: 比去年多3万."""
_UP_TO = (
    rf"{_UP}|(?<!参)加(?=了?[至到])|[增升涨扩攀飙跃拓提添](?:[\u4e00-\u9fff](?=了?[至到]))?|发展|壮大|长|突破|提速|提振|"
    rf"反弹|"
    "回暖|冲高|走高|拉高|推高|抬高"
)
_DOWN_TO = rf"{_DOWN}|[降减跌缩压削](?:[\u4e00-\u9fff](?=了?[至到]))?|探底|走低|下探|拉低|压低|瘦身"
_UP_NOUNS = (
    "增幅|涨幅|升幅|增速|增长率|增量|增[长加](?:幅度|速度|量|额)|"
    "(?:提升|上升|提高|增长|增加)(?:幅度|比例)"
)
_DOWN_NOUNS = (
    "降幅|跌幅|减幅|缩幅|减少[量额]|下降率|"
    "(?:下降|降低|压减|压缩|减少|缩减|削减|节约|节[水电能煤]|减排)(?:幅度|率|比例)"
)
_NAMES = re.sub(r"\?P<(\w+)>", "?:", PERIOD.pattern)
_HEDGES = (
    rf"大约|约|将近|接近|近|超过|超|逾|至少|不足|整整|足足|就|仅|只|还|又|再|分别|各|共|了|已经?|"
    rf"也|都|竟|累计|总共|"
    rf"一共|每[年月天日人户吨亩单件张次节个台]|每公斤|[年月日](?:产量?|均)|的|零[下上]|负|\s|“|”|"
    rf"《|》|:|左右|{_NAMES}"
)
_TAIL = late(rf"(?:{_HEDGES})+$")
_IS_TAIL = late(rf"(?:{_HEDGES}|高?达到?|为|是|有|在)+$")
_TO = late(
    rf"(?:(?P<up>{_UP_TO})|(?P<down>{_DOWN_TO})|(?:变更?|调整|转|))(?:了|量)?"
    r"(?:至|到|为|(?<!完)成|高?达到?|到达|突破)$"
)
_BY = late(rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN}))(?P<le>[去掉]?了?)$")
_BY_MORE = late(
    r"(?:(?P<up>多)|(?P<down>少))(?![达于年种次项位半数是为])[\u4e00-\u9fff]{1,2}(?P<le>了?)$"
)
_BY_COMPARED = late(rf"(?:(?P<up>{_MORE})|(?P<down>{_LESS}))(?P<le>了?)$")
_BY_VERB = late(
    r"^(?:同比|环比|一年|一共|共|又|再|净|先后)*(?:(?P<up>[增扩加][种开发办设印收建派产植])|"
    r"(?P<down>[减缩][亏产免发种编员负排损耗支]))(?P<le>了?)$"
)
_BY_ADJECTIVE = late(
    r"(?:(?P<up>[胖重高长快贵大多])|"
    r"(?P<down>[瘦轻矮低短慢小少]))(?P<le>了)$"
)
_BY_NOUN = late(rf"(?:(?P<up>{_UP_NOUNS})|(?P<down>{_DOWN_NOUNS}))(?P<le>)$")
_AFTER_BY = late(
    r"^(?:左右|以上|上下|多|余|强)?的(?:同比|年均|净|较快|高速|两位数)*"
    r"(?:(?P<up>增长|增幅|涨幅|增速|升幅|提升|增量)|(?P<down>下降|降幅|跌幅|减幅|下滑|降低|"
    r"缩减))(?![至到])"
)
COMPARED = late(
    r"相比(?:于|起)?(?=[^，。；]{2})|"
    r"(?<![占环同相对评百无正之])(?:比起?(?![例重率值分赛拼特如方武])|"
    r"较(?![大多高快好强少低小为长短真量]))"
)
_BESIDE = late(r"(?:与|同|和|跟)(?=[^，。；、]{0,24}$)")
_COMPARES = late(rf"^(?:左右|以上|上下|的)?[^，。；、@]{{0,6}}?(?:{_UP}|{_DOWN}|{_MORE}|{_LESS})")
FROM = late(
    r"(?<!理)由(?!于|此|来|衷)|(?<![服跟听])从(?!前(?:[^年一两三半几\d]|$)|业|事|此|而|容|严|优|众|教|军|医|警|政|重|紧|轻|"
    r"速|中)"
    r"|(?<!来)自(?!行|来|治|然|主|动|觉|愿|身|有|营|产|筹|贸|建|己|费|家|古|驾|我|强|媒|学|助|查|"
    r"住|由|"
    r"拍|留|给|动)"
)
_PART_OF_FORMER = late(
    rf"(?:是|为|相当于|等于|达到?|到|至|有|占|仅)(?:原[来有先]?|{_NAMES}|同期|水平|基数)+(?:数|"
    rf"水平|产量|总量|总数)?的(?:约|近|将近)?$"
)
_MADE_OF = ("组成", "构成")
_MEASURED_BY = late(r"(?:是|为|相当于|等于|达|达到|超过|不足|不到)[^，占]*$")
_BY_PERIOD = late(
    rf"(?:(?P<up>高出|高于|多于|超出|超过)|(?P<down>低于|少于))(?:{_NAMES}|"
    rf"同期|水平)+(?P<le>)$"
)
_END_OF = late(r"(?<=[至到])[^，至到]{1,8}的$")
"""攀升到下半场的: what stands between the verb and its end."""
_COMPARED_FIRST = late("比起|相比于?|相较于?|对比|较之|比之")
_CARRIES_ON = late(
    "(?:占|其中|当中|里面|平均|[户人场日月年亩]均|净|合计|总计|共计|一共|包括|"
    "[两三四五六七八九][\u4e00-\u9fff]{1,5}(?:总计|合计|共)|总(?:人数|数|量|额)|"
    "[\u4e00-\u9fff]{2,4}率(?:[为达是约]|$))"
)
_COMPARED_ASIDE = late(rf"(?:{COMPARED.pattern})[^，。；（(]{{1,12}}[（(]$")
"""比2020年（87.3%）提高: what is compared stands in brackets."""
_JOINED = 4
_TAIL_LONG = 32
_CLAUSE_LONG, _GAP_LONG = 200, 2_000
"""Characters of a clause, and between two numbers, that are looked at."""
_CLAUSE = late(r"[，。；：！？、\n（）()…\u3000|]|——|[.,;:?!—](?=\s|$)")
_SENTENCE = late(r"[。！？\n]|[.?!](?=\s|$)")
_COMPARISON = late(
    rf"(?:{COMPARED.pattern}|高于|低于|多于|少于)(?P<base>.*?)(?=(?:净|大幅|共|累计|分别|再|又|还){{0,6}}"
    rf"(?:{_UP}|{_DOWN}|{_MORE}|{_LESS})|相比|$)|(?:与|同|和|跟)(?P<other>.{{1,24}}?)(?:相比|"
    rf"比较|对比|比)"
)
_KNOWN = late(
    rf"(?:这|该|此)一?[个项]?(?:数字|数据|指标|比例|比率)|{_NAMES}|{_UP_NOUNS}|{_DOWN_NOUNS}|"
    rf"{_UP_TO}|{_DOWN_TO}|同比|环比|年均|月均|日均|年平均|"
    rf"平均每?|逐年|[两\d一二三四五六七八九十]{{1,12}}(?:[年月天周]|个月|季度|学期)(?:来|间|里|内)?|"
    rf"半年|每[亩人户斤吨公家名升单件张次节个台天月辆位]斤?|"
    rf"全[省市县区州镇乡村国校厂院年]|截至|截止|以来|期间|时间|其中|其|我[省市县区州]|该|这|本|"
    r"实现|完成|达到?|共有|拥有|现有|已有|建成|已经?|仅仅?|只有|就有|还有|还是|一举|一路|一跃|"
    r"幅度|大幅|明显|显著|"
    r"进一步|稳步|快速|持续|迅速|历史性|首次|逐步|合计|总计|共计|一共|总共|累计|相当于|等于|足足|"
    r"整整|差不多|几乎|刚好|正好|恰好|大概|恰|占比|"
    r"占|比重|比例|"
    r"有|为|是|由|从|自|到|至|成|的|了|在|则|而|且|并|也|都|还|又|再|约|近|超过?|逾|突破|不足|"
    r"接近|将|高|和|与|及|后|前|"
    r"第[二三四五六七八九十][周月年季期届]|去$|掉$|只?剩下?|余|尚|留|即|分别|各|共|数量?|总数|"
    r"人数|家数|户数|总量|规模|量|数字|这个|"
    r"个数|水平|净|变更?|"
    r"调整|转|"
    r"跃|扩|里|间|中|于|用|每"
)

_YEARLY = late("[年月日周季]均|平均|每[年月天周]|年化|复合|逐[年月]")


class Relation(Enum):
    """How a quantity stands to the others of its sentence."""

    STATE = "is"
    TO = "to"
    """A state that a change ends with: 增至, 降到."""
    FROM = "from"
    """A state that a change starts from: 由, 从."""
    BASE = "base"
    """What another is compared with: 比去年的80万多."""
    BY = "by"
    """By how much: 增长12%, 净增3万."""
    TIMES = "times"
    """So many times another: 是去年的3倍, 仅为原来的三分之一."""
    SHARE = "share"
    """Of a whole: 占70.2%."""


@record(eq=False)
class Statement:
    """One quantity of a passage and what its clause says of it."""

    quantity: Quantity
    at: int
    """Its place among the statements of its passage."""
    sentence: int
    before: str
    """Its clause up to it, from the quantity before it."""
    after: str
    """Its clause behind it, up to the quantity behind it."""
    gap: str
    """All words from the quantity before it."""
    mark: str
    """The last mark between it and the quantity before it; "" where none stands there."""
    period: Period
    relation: Relation = Relation.STATE
    rises: bool | None = None
    """What the verb of change says; None where it says neither."""
    word: str = ""
    has_le: bool = False
    """Whether 了 stands between the verb of change and it."""

    @property
    def unit(self) -> str:
        return unit_of(self.quantity)

    @property
    def is_state(self) -> bool:
        return self.relation in (Relation.STATE, Relation.TO, Relation.FROM, Relation.BASE)

    @property
    def is_rate(self) -> bool:
        return self.unit in ("%", "倍", "成", FRACTION, DOUBLINGS, "‰")

    @property
    def subject(self) -> str:
        """What is left of its clause when all that is known is taken away."""
        own = self.before
        if self.relation is Relation.BY and self.word in own:
            own = own[: own.rfind(self.word)]  # 瘦了: the verb itself is no subject
        return subject_of(own)

    @property
    def base(self) -> str:
        """比上年: what it is compared with."""
        match = _COMPARISON.search(self.before)
        return (match["base"] or match["other"] or "").strip() if match else ""

    @property
    def is_yearly(self) -> bool:
        """An average over years, that two states alone do not give."""
        return _YEARLY.search(self.before) is not None

    @property
    def is_on_year(self) -> bool:
        return "同比" in self.before

    @property
    def is_on_month(self) -> bool:
        return "环比" in self.before

    def says(self, *words: str) -> bool:
        return any(word in self.before for word in words)


def subject_of(words: str) -> str:
    """Words without what is known; Han only.

    >>> subject_of("2024年全县粮食总产量比上年净增"), subject_of("，同比增长")
    ('粮食总产', '')
    """
    rest = _KNOWN.sub("", _COMPARISON.sub("", words))
    return "".join(c for c in rest if "\u4e00" <= c <= "\u9fff" or c.isalpha())


def statements(passage: StoryText, found: Sequence[Quantity]) -> list[Statement]:
    """The quantities of a passage, each with what its words say of it."""
    read: list[Statement] = []
    text = passage.text
    carried, sentence, end = NEVER, 0, 0
    for at, quantity in enumerate(found):
        gap = text[end : quantity.start]
        ends = list(_SENTENCE.finditer(gap))
        if ends:
            sentence += len(ends)
            carried = NEVER
        marks = list(_CLAUSE.finditer(gap))
        before = gap[marks[-1].end() :] if marks else gap
        ahead = found[at + 1].start if at + 1 < len(found) else len(text)
        after = text[quantity.end : ahead]
        stop = _CLAUSE.search(after)
        after = after[: stop.start()] if stop else after
        own = gap[ends[-1].end() :] if ends else gap
        # What is farther from a number than any clause is long says nothing of it.
        before, after, gap = before[-_CLAUSE_LONG:], after[:_CLAUSE_LONG], gap[-_GAP_LONG:]
        own = own[-_GAP_LONG:]
        carried = period_of(_COMPARISON.sub("，", own), carried)
        mark = marks[-1][0] if marks else ""
        given = Statement(quantity, at, sentence, before, after, gap, mark, carried)
        given = _related(given)
        if ends and read and _carries_on(given):
            # …，其中女性1502人。占46%。: a sentence without a subject is said of the one before it.
            sentence -= len(ends)
            given = replaced(given, sentence=sentence)
        last = read[-1] if read else None
        if last is not None and not given.mark and given.relation is Relation.STATE and (
            last.relation in (Relation.FROM, Relation.TO) and last.unit != given.unit
            and not given.is_rate and len(given.before) <= _JOINED
        ):  # fmt: skip
            # 从3个班120名学生到48个班2160名学生: what stands beside an end is one too.
            given = replaced(given, relation=last.relation, rises=last.rises, word=last.word)
        if mark in ("（", "(") and not given.before.strip() and _COMPARED_ASIDE.search(gap):
            given = replaced(given, relation=Relation.BASE)
        more = _BY_COMPARED.search(given.before.strip())
        if last is not None and last.relation is Relation.BASE and not given.mark and more:
            given = replaced(given, relation=Relation.BY, rises=bool(more["up"]), word=more[0])
        if read and _is_measured(read[-1], given):
            given = replaced(given, relation=Relation.TIMES)
        read.append(given)
        end = quantity.end
    return read


def _carries_on(given: Statement) -> bool:
    if given.relation in (Relation.BY, Relation.TIMES, Relation.SHARE):
        return not given.subject or given.before.strip().startswith("占")
    return _CARRIES_ON.match(given.before.strip()) is not None


def _is_measured(last: Statement, given: Statement) -> bool:
    """是去年3600万的一半: so many times the quantity before it."""
    of = given.before.strip()
    return given.is_rate and not given.mark and of[:1] == "的" and not _cut(_TAIL, of) and (
        not last.is_rate and _MEASURED_BY.search(last.before) is not None
    )  # fmt: skip


def _cut(tail: re.Pattern[str], words: str) -> str:
    """Words without such a tail, which is looked for at their end alone: a clause of nothing but
    hedges would be gone through from each of them.

    >>> _cut(_TAIL, "收入增长了约"), _cut(_TAIL, "的" * 150 + "村") == "的" * 150 + "村"
    ('收入增长', True)
    """
    at = max(len(words) - _TAIL_LONG, 0)
    return words[:at] + tail.sub("", words[at:])


def _related(given: Statement) -> Statement:
    """A statement with its relation, by the verb that governs it."""
    relation, match = _relation_of(given)
    rises = None if match is None else True if match["up"] else False if match["down"] else None
    word = (match["up"] or match["down"] or "") if match is not None else ""
    has_le = given.before.rstrip().endswith("了")
    return replaced(given, relation=relation, rises=rises, word=word, has_le=has_le)


def _relation_of(given: Statement) -> tuple[Relation, re.Match[str] | None]:
    before = given.before
    core = _cut(_TAIL, _END_OF.sub("", before))
    to = _TO.search(core)
    if given.is_rate and _PART_OF_FORMER.search(before) and not FROM.search(before) and not (
        to and PERIOD.search(before) and given.unit == "%"
        and period_of(before).step != LONG_AGO
    ):  # fmt: skip
        return Relation.TIMES, None
    noun = _BY_NOUN.search(_cut(_IS_TAIL, before)) or _AFTER_BY.search(given.after)
    if noun:
        return Relation.BY, noun
    if given.unit == DOUBLINGS:
        return Relation.BY, None
    if to and given.unit == "倍":
        return Relation.TIMES, None
    if to:
        return Relation.TO, to
    by = (
        _BY.search(core)
        or _BY_MORE.search(before)
        or _BY_MORE.search(core)
        or _BY_PERIOD.search(before)
        or _BY_VERB.search(before.strip())
        or _BY_ADJECTIVE.search(before)
        or (_BY_COMPARED.search(core) if COMPARED.search(core) or "同比" in core else None)
    )
    if by:
        return Relation.BY, by
    if given.unit == "倍":
        # 扩张了9倍 is by so many, 是…的9倍 so many times.
        return Relation.BY if given.before.endswith("了") else Relation.TIMES, None
    if not given.after.strip() and _COMPARED_FIRST.match(before.strip()):
        return Relation.BASE, None
    if (COMPARED.search(before) and _COMPARES.search(given.after)) or (
        _BESIDE.search(before) and given.after.strip().startswith(("相比", "比较", "对比", "比"))
    ):
        return Relation.BASE, None
    q = given.quantity
    if FROM.search(before) and all(q.passage.text.find(word, q.end) < 0 for word in _MADE_OF):
        return Relation.FROM, None
    if given.is_rate and re.search("占|比重|比例", before):
        return Relation.SHARE, None
    return Relation.STATE, None
