"""When a quantity is said to be: 2024年, 去年同期, 如今; and which of two is the earlier."""

from __future__ import annotations

import re

from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced

_HAN_DIGIT = "一二三四五六七八九十"
_NOW = (
    "今年以来|今年|本年度?|(?:改造|实施|开通|脱贫|搬迁|整治|技改|升级|启用|投产|改革|治理|改版|"
    "调整)后|期末|本[期届轮季次代]|这一[届期轮季代次]|目前|如今|现如今|现在|眼下|"
    "本(?:赛季|学期|学年|财年)|当前|至今|今天|今日|而今|"
    "现有?(?![货场代金价汇役实状])"
)
_LAST = (
    "去年|上(?:赛季|学期|学年|财年)|上年度?|上一年度?|前一[年周月轮场季期]|上学年|"
    "上一?[届期轮季代次回场](?:考试|比赛|普查|调查|测评|检测)?"
)
_OLD = (
    "那[辈代]|当年(?=的[约近]?(?:\\d|$))|第一[代期届次批周]|首[代期批周]|首届|首年|上届|首月|建校时|原来|原有|原先|此前|之前|从前|以前|"
    "过去|当初|当时|最初|起初|最早|"
    "起步时|成立之初|建[国党市县]初期?|"
    rf"改革开放初期?|(?:[\d{_HAN_DIGIT}两几]+|多)(?:年|个?月|周|天|个?星期|个?季度)前|"
    rf"[\u4e00-\u9fff]{2}之初|(?:改造|实施|开通|搬迁|脱贫|疫情|扩建|培训|上市|合并|手术|治疗|"
    rf"整治|投产|技改|升级)前|往年|"
    rf"传统(?=[^文村])|以往|常规|常年|曾经?|"
    "(?:普查|建校|成立|开业|创办|建成|入学|刚来|起步|接手|投产|通车|改制|调查|开馆|建站|"
    "入职)时(?!间|期)|年初|期初|前年"
)
PERIOD = late(
    rf"(?P<year>(?:19|20)\d\d)(?:年度?(?!前|代)|(?!\d))|(?P<now>{_NOW})|(?P<last>{_LAST})|"
    rf"(?P<old>{_OLD})"
    r"|(?P<next>明年|后年)|“?(?P<plan>十[一二三四五]五)”?(?:规划)?(?:期?末|时期|期间|收官之年|收官)?"
    rf"|第(?P<nth>[{_HAN_DIGIT}]{{1,2}}|\d{{1,2}})[次届](?:全[国省市县])?[\u4e00-\u9fff]{{0,2}}"
    r"(?:普查|调查|测评|考试|模考|检测|评估)时?"
    rf"|(?P<span>上半年|下半年|前三季度|(?:第?[一二三四1-4]|首)季度|前?(?:1[0-2]|[1-9]|"
    rf"[{_HAN_DIGIT}]{{1,2}})个?月份?"
    rf"|(?:[12]?\d|3[01])日|年底|年末|月末|月底|末(?![日场班段轮名位节代尾])|底|全年(?!级)|上月|上个月|上季度|"
    rf"[上本这]周[一二三四五六日天]|上周|本月|这个?月|当月|"
    rf"本季度|本周|当日|昨天|昨日|前一天|前一日"
    r"|春节|五一|国庆|中秋|暑期|寒假|旺季|淡季)"
    r"|(?P<same>同期|同月|同日)"
)
"""Each word that says when; what none of its groups names is not of it."""
LONG_AGO = -9
SAME = "同期"
"""The same part of another year."""
_MONTHS = {
    "前一天": -2,
    "前一日": -2,
    "上月": -1,
    "上个月": -1,
    "上季度": -1,
    "上周": -1,
    "昨天": -1,
    "昨日": -1,
}
_PLAIN_SPANS = ("", "全年", "年底", "年末", "末", "底")


@record
class Period:
    """A time as the words give it; what they leave open is None or ""."""

    year: int | None = None
    step: int | None = None
    """Years from the one spoken of: 去年 −1, 今年 0; `LONG_AGO` for 原来 and 十年前."""
    span: str = ""
    """上半年, 6月: a part of a year."""
    is_absolute: bool = False
    """去年 is the year before this one, 上年 the one before that which is spoken of."""

    def __bool__(self) -> bool:
        return self != NEVER

    @property
    def is_part(self) -> bool:
        """Whether it is a part of a year."""
        return self.span not in _PLAIN_SPANS and not self.span.endswith("次")

    def is_as_long_as(self, other: Period) -> bool:
        """Whether both are years, or both parts of one: 去年 and 今年前三季度 are not."""
        if (not self or not other) and (self.span or other.span) in _MONTHS:
            return True  # what is of now, and 前一日
        return SAME in (self.span, other.span) or self.is_part == other.is_part


NEVER, NOW = Period(), Period(step=0)


def period_of(words: str, carried: Period = NEVER) -> Period:
    """The time that words name; what they leave open is taken from the time carried before them.

    >>> period_of("2024年上半年").year, period_of("2024年上半年").span, period_of("去年同期").step
    (2024, '上半年', -1)
    """
    found = NEVER
    for match in PERIOD.finditer(words):
        if match["year"]:
            found = Period(int(match["year"]))
        elif match["plan"]:
            # 十三五 are the years to 2020; of each its last is meant.
            found = Period(2005 + 5 * _HAN_DIGIT.index(match["plan"][1]) + 5)
        elif match["nth"]:
            # 2020年第七次普查 is of its year.
            found = found if found.year else Period(step=LONG_AGO, span=f"第{match['nth']}次")
        elif match["now"]:
            found = Period(step=0, is_absolute=True)
        elif match["last"]:
            found = Period(step=-1, is_absolute=match["last"] == "去年")
        elif match["old"]:
            found = Period(step=LONG_AGO)
        elif match["next"]:
            found = Period(step=1)
        elif match["same"]:
            found = replaced(found if found else Period(step=-1), span=SAME)
        else:
            is_end = found.span and match["span"] in _PLAIN_SPANS  # 上月末
            found = found if is_end else replaced(found, span=match["span"])
    if not found:
        return carried
    if found.year is None and found.step is None and found.span:
        # 2024年…，下半年: of the same year.
        return replaced(carried, span=found.span)
    return found


def order_of(one: Period, other: Period) -> int:
    """−1 where one is earlier, 1 where the other is, 0 where the words do not say.

    >>> this, last = period_of("今年"), period_of("去年")
    >>> order_of(period_of("2012年"), this), order_of(this, last)
    (-1, 1)
    """
    if not one or not other:
        known, sign = (one, -1) if one else (other, 1)
        if known.span in _MONTHS:
            return sign
        # Of two the one without a time is of now.
        return sign if known.step is not None and known.step < 0 else 0
    if one.year is not None and other.year is not None:
        if one.year != other.year:
            return -1 if one.year < other.year else 1
        return _order_of_spans(one.span, other.span)
    if one.step is not None and other.step is not None:
        if one.step != other.step:
            return -1 if one.step < other.step else 1
        return _order_of_spans(one.span, other.span)
    # 2012年 against 如今 and against 去年 is the earlier, 上年 against 2024年.
    for this, that, sign in ((one, other, -1), (other, one, 1)):
        if this.year is not None and that.is_absolute:
            return sign
    step, sign = (one.step, -1) if one.step is not None else (other.step, 1)
    if step is None:
        return _order_of_spans(one.span, other.span)
    return sign if step < 0 else -sign


def _order_of_spans(one: str, other: str) -> int:
    if one == other:
        return 0
    a, b = _rank(one), _rank(other)
    if a is None or b is None or a[0] != b[0] or a[1] == b[1]:
        return 0
    return -1 if a[1] < b[1] else 1


def _rank(span: str) -> tuple[str, int] | None:
    """The kind of a part of a year and its place among its like."""
    if span[1:2] == "周" and len(span) == 3:
        span = f"{'上' if span[0] == '上' else '本'}周"
    if span in _MONTHS:
        return span[-1].replace("年", "月").replace("天", "日"), _MONTHS[span]
    if span in ("本月", "当月", "这个月", "这月", "本季度", "本周", "当日"):
        return span[-1], 0
    if span in ("上半年", "下半年"):
        return "half", "上下".index(span[0])
    if span[:1] == "第" and span[-1:] == "次":
        said = span[1:-1]
        return "nth", int(said) if said.isdigit() else _small(said)
    quarter = re.match(r"第?([一二三四1-4首])季度", span)
    if quarter:
        return "quarter", "1一首2二三3四4".index(quarter[1])
    month = re.match(r"(\d+|[一二三四五六七八九十]+)月", span)
    if month and not span.startswith("前"):
        said = month[1]
        number = int(said) if said.isdigit() else _small(said)
        return "month", number
    return None


def _small(said: str) -> int:
    tens, _, ones = said.rpartition("十")
    value = _HAN_DIGIT.index(ones) + 1 if ones else 0
    if "十" not in said:
        return value
    return value + 10 * (_HAN_DIGIT.index(tens) + 1 if tens else 1)


def can_be_base(base: Period, earlier: Period, later: Period) -> bool:
    """Whether 比2020年 can mean the earlier of two states.

    >>> can_be_base(period_of("上年"), period_of("2023年"), period_of("2024年"))
    True
    >>> can_be_base(period_of("2012年"), period_of("2023年"), period_of("2024年"))
    False
    """
    if not base or not earlier:
        return True
    if base.year is not None:
        return earlier.year in (None, base.year) and not (earlier.step == -1 and later.year not in (
            None, base.year + 1))  # fmt: skip
    if base.step == -1:
        if earlier.year is not None and later.year is not None:
            return earlier.year == later.year - 1
        return earlier.step != LONG_AGO
    if base.span in _MONTHS:
        return earlier.is_part or not earlier.span
    return True
