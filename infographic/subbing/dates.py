"""Days and years: 2024年10月16日（星期三）, 1958年至2018年已走过60年, 3月5日至19日为期15天."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.late_pattern import late
from infographic.foundation.sayings import Saying, say
from infographic.subbing.quantities import StoryText
from infographic.text.han_numbers import value_of_han

_WEEKDAY = late(
    r"(?P<date>(?P<y>(?:19|"
    r"20)\d\d)年(?P<m>\d{1,2})月(?P<d>\d{1,2})日)[，、（(\s]{0,2}(?P<said>(?:星期|周|"
    r"礼拜)(?P<w>[一二三四五六日天]))"
)
_DAYS = "一二三四五六日"
_SENTENCE = late(r"[^。！？\n]+")
_YEAR = late(r"(?<![\d.])((?:1[5-9]|20)\d\d)年(?![度代])(?:\d{1,2}月)?(?:初|底|末|春|夏|秋|冬)?")
_SPAN = late(
    r"(?P<few>近|约|将近|超过?|逾|不到)?(?<![\d.第年])(?P<n>\d{1,3}|"
    r"[一二三四五六七八九十百两]{1,5})(?P<over>多|余|几)?个?"
    r"(?P<unit>周年|春秋|年头|寒暑|载)|(?:享年|终年|时年|行年)(?P<n3>\d{1,3}|"
    r"[一二三四五六七八九十百]{1,5})岁"
    r"|(?:历时|历经|走过了?|已有|整整|时隔|相隔|过去了|跨越|耗时|等了|[\u4e00-\u9fff]了|坚守|"
    r"整)(?P<few2>近|约|"
    r"将近|超过?|逾)?(?P<n2>\d{1,3}|[一二三四五六七八九十两]{1,3})"
    r"(?P<over2>多|余)?年(?!级|代|度|轻)"
)
_DAY = late(r"(?<!\d)(?P<m>\d{1,2})月(?P<d>\d{1,2})日")
_DAYS_LONG = late(
    r"(?:为期|历时|持续|会期|展期|工期|赛程|共计?|连续|前后)(?P<said>(?P<k>\d{1,3}|"
    r"[一二三四五六七八九十两]{1,3})天)"
)
_FROM_DAY = late(
    r"(?P<from>(?P<m>\d{1,2})月(?P<d>\d{1,2})日)(?:[^，。；\d]{0,4}(?:至|到)|"
    r"[—\-－~～–]+)(?P<to>(?:(?P<n>\d{1,2})月)?(?P<e>\d{1,2})日)"
    r"[^。！？\n]{0,20}?(?:为期|历时|持续|会期|共计?|连续)(?P<said>(?P<k>\d{1,3}|"
    r"[一二三四五六七八九十两]{1,3})天)"
)


def dates_agree(passage: StoryText) -> Iterator[Diagnostic]:
    """A weekday is that of its date, a span is that between its ends."""
    if "日" in passage.text:
        yield from _weekdays(passage)
        yield from _days_that_are_none(passage)
        yield from _days(passage)
    if "年" in passage.text:
        yield from _years(passage)
        yield from _spans_of_years(passage)


_LENGTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_PERIOD = late(
    r"(?P<a>(?:19|20)\d\d)年?(?:至|到|[—–\-～~]+)(?P<b>(?:19|"
    r"20)\d\d)年?[^。！？；\d\n]{0,6}?(?:的|，|这|连续|历时)?"
    r"(?P<n>\d{1,2}|[两三四五六七八九十]{1,3})年(?:间|来|里|时间)"
)


def _spans_of_years(passage: StoryText) -> Iterator[Diagnostic]:
    """2015年至2023年的六年间 are eight years, or nine."""
    for match in _PERIOD.finditer(passage.text):
        said, between = _number(match["n"]), int(match["b"]) - int(match["a"])
        if said is not None and between > 0 and said not in (between, between + 1):
            yield _at(
                passage,
                match.start("n"),
                say(
                    "figure-date/years",
                    first=_named(passage, f"{match['a']}年", match.start("a")),
                    last=f"{match['b']}年", right=between, said=f"{match['n']}年",
                ),
            )  # fmt: skip


def _days_that_are_none(passage: StoryText) -> Iterator[Diagnostic]:
    for match in _DAY.finditer(passage.text):
        month, day = int(match["m"]), int(match["d"])
        if not 1 <= month <= 12 or not 1 <= day <= _LENGTHS[month - 1]:
            yield _at(passage, match.start(), say("figure-date/no-day", said=match[0]))


def _weekdays(passage: StoryText) -> Iterator[Diagnostic]:
    for match in _WEEKDAY.finditer(passage.text):
        day = _day(int(match["y"]), int(match["m"]), int(match["d"]))
        if day is None:
            continue
        right = _DAYS[day.weekday()]
        if match["w"].replace("天", "日") != right:
            yield _at(
                passage,
                match.start("date"),
                say(
                    "figure-date/weekday",
                    date=match["date"], weekday=f"星期{right}", said=match["said"],
                ),
            )  # fmt: skip


def _day(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


def _days(passage: StoryText) -> Iterator[Diagnostic]:
    for match in _FROM_DAY.finditer(passage.text):
        first = (int(match["m"]), int(match["d"]))
        last = (int(match["n"] or match["m"]), int(match["e"]))
        named = (match["from"], match.start("from")), match["to"]
        yield from _span_of_days(passage, first, last, named, match)
    for sentence in _SENTENCE.finditer(passage.text):
        days = list(_DAY.finditer(sentence[0]))
        long = _DAYS_LONG.search(sentence[0])
        if len(days) != 2 or long is None or days[1].end() > long.start():
            continue
        if _FROM_DAY.search(sentence[0]):
            continue
        first, last = ((int(day["m"]), int(day["d"])) for day in days)
        at = sentence.start()
        span = _DAYS_LONG.search(passage.text, at, sentence.end())
        named = (days[0][0], at + days[0].start()), days[1][0]
        if span is not None:
            yield from _span_of_days(passage, first, last, named, span)


def _span_of_days(
    passage: StoryText, first: tuple[int, int], last: tuple[int, int],
    named: tuple[tuple[str, int], str], said: re.Match[str],
) -> Iterator[Diagnostic]:  # fmt: skip
    # Of any year: where a February lies between, one day more is right too.
    start, end, number = _day(2023, *first), _day(2023, *last), _number(said["k"])
    if start is None or end is None or end <= start or number is None:
        return
    days = (end - start).days + 1
    leap = int(start.month <= 2 < end.month)
    if number not in (days - 1, days, days + leap):
        yield _at(
            passage,
            said.start("said"),
            say(
                "figure-date/days",
                first=_named(passage, *named[0]), last=named[1], right=days, said=said["said"],
            ),
        )  # fmt: skip


def _years(passage: StoryText) -> Iterator[Diagnostic]:
    before: list[tuple[int, re.Match[str]]] = []
    for sentence in _SENTENCE.finditer(passage.text):
        at = sentence.start()
        years = [(at, year) for year in _YEAR.finditer(sentence[0])]
        spans = list(_SPAN.finditer(sentence[0]))
        # 始建于1958年。到2018年已走过60个春秋: the first year may stand in the sentence before.
        named = [*before, *years] if len(years) == len(before) == 1 else years
        before = years
        if len(named) != 2 or len(spans) != 1 or years[-1][1].start() > spans[0].start() + 40:
            continue
        (first_at, first), (_, last) = sorted(named, key=lambda year: int(year[1][1]))
        span = spans[0]
        said = _number(span["n"] or span["n2"] or span["n3"])
        between = int(last[1]) - int(first[1])
        loose = span["few"] or span["few2"] or span["over"] or span["over2"]
        if said is None or between < 2 or (
            span["n2"] and not between < 2 * said < 4 * between
        ):  # fmt: skip
            continue  # 2001年毕业，2003年结婚，…教了22年书
        if _is_span(said, between, bool(loose), span["unit"] or ""):
            continue
        start = next(span.start(name) for name in ("n", "n2", "n3") if span[name])
        yield _at(
            passage,
            at + start,
            say(
                "figure-date/years",
                first=_named(passage, first[0], first_at + first.start()),
                last=last[0], right=between, said=sentence[0][start : span.end()],
            ),
        )  # fmt: skip


def _is_span(said: int, between: int, is_loose: bool, unit: str) -> bool:
    if is_loose:
        return abs(said - between) <= max(10, between // 5)
    # Both ends may be counted; an anniversary counts from the day.
    return said == between or (unit != "周年" and abs(said - between) == 1)


def _number(said: str) -> int | None:
    if said.isascii():
        return int(said)
    value = value_of_han(said)
    return int(value) if value is not None else None


def _named(passage: StoryText, said: str, at: int) -> Saying:
    place = passage.place(at)
    where = str(place) if place.line else f"{place} {place.pointer}"
    return say("phrase/figure-at", said=said, place=where)


def _at(passage: StoryText, start: int, saying: Saying) -> Diagnostic:
    return Diagnostic(saying, passage.place(start), severity=Severity.WARNING)
