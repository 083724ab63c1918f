"""由…增至…, and by how much: directions, growths, 到 and 了."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity, StoryText, quantities, read_passage
from infographic.subbing.reckoning import last_place, places_of, span_of, unit_of

_UP = "增加|增长|增多|增|上升|跃升|攀升|升|提高|提升|扩大|扩展|拓展|发展|壮大|上涨|涨|跃"
_DOWN = "下降|降低|降|减少|压减|缩减|减|缩短|压缩|压|回落|收窄|下滑|跌"
_TO = rf"(?:(?P<up>{_UP})|(?P<down>{_DOWN})|变|达)?(?:至|到|为|成|到了)"
_GROWN = "增长|增加|提高|上升|增幅|涨幅|提升|扩大|上涨"
_SHRUNK = "下降|减少|降低|缩短|降幅|压缩|回落|压减"
_BY = rf"(?<![均每])(?:(?P<grown>{_GROWN})|(?P<shrunk>{_SHRUNK}))了?[^，。；@到至为]{{0,4}}"

_FROM_TO = re.compile(
    rf"[由从自][^，。；@]{{0,12}}@(?P<a>\d+)@[^，。；@]{{0,8}}?{_TO}[^，。；@]{{0,8}}?@(?P<b>\d+)@"
    r"(?P<rest>[^。；]{0,40})"
)
_ENGLISH = re.compile(
    r"(?:(?P<up>rose|grew|climbed|increased|jumped)|(?P<down>fell|dropped|declined|shrank|sank))"
    r"[^.;@]{0,12}? from @(?P<a>\d+)@[^.;@]{0,20}? to @(?P<b>\d+)@(?P<rest>[^.;]{0,40})"
)
# Past a comma at most a word or two (十年间, 同比): more is another subject.
_BY_HOW_MUCH = re.compile(rf"^[^，。；@]{{0,10}}?[，、（]?[^，。；@]{{0,6}}?{_BY}@(?P<c>\d+)@")
_BY_ENGLISH = re.compile(r"^[^@.]{0,24}?\b(?:(?P<grown>up|gain of)|(?P<shrunk>down)) @(?P<c>\d+)@")
_DOUBLED = re.compile(r"^[^@]{0,10}?(?P<word>翻了?(?P<n>[一两三])番)")
_TIMES_THEN = re.compile(
    rf"[由从自][^，。；@]{{0,12}}@(?P<a>\d+)@[^，。；@]{{0,4}}?(?:{_GROWN})了?@(?P<n>\d+)@"
    r"[^。；@]{0,8}?(?:达到|达|至|到)[^，。；@]{0,3}@(?P<b>\d+)@"
)
_AND_BY = re.compile(
    rf"@(?P<t>\d+)@，[^，。；@]{{0,3}}[比较同][^，。；@]{{0,8}}?(?:(?P<up>增加|增产|多)|(?P<down>减少|减产|少))了?"
    rf"@(?P<d>\d+)@，[^，。；@]{{0,4}}(?:{_GROWN}|{_SHRUNK})[^，。；@]{{0,3}}@(?P<p>\d+)@"
)
_SAME_TIME = re.compile(
    rf"@(?P<t>\d+)@[^，。；@]{{0,4}}，[^，。；@比较]{{0,4}}(?:去年|上年)(?:同期)?[^，。；@增减多少]{{0,6}}@(?P<y>\d+)@"
    rf"，[^，。；@]{{0,6}}(?:(?P<grown>{_GROWN})|(?P<shrunk>{_SHRUNK}))[^，。；@]{{0,3}}@(?P<p>\d+)@"
)
_GROWN_BY = re.compile(
    rf"[由从自][^，。；@]{{0,8}}@(?P<a>\d+)@[^，。；@]{{0,4}}?"
    rf"(?:(?P<up>{_GROWN})|(?P<down>{_SHRUNK}))(?P<le>了?)@(?P<b>\d+)@"
)
_SHRUNK_BY = re.compile(
    rf"(?P<clause>[^，。；]{{0,16}}?)(?:{_SHRUNK}|\b(?:fell|dropped|declined|down) by )了?"
    r"@(?P<n>\d+)@"
)
_LOSS = re.compile("利润|亏|盈|净利|收益")
PERCENT = "%"
POINTS = "个百分点"


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """A change with its states and, where it is said, by how much."""

    earlier: Quantity
    later: Quantity
    word: str
    rises: bool | None
    """What the word says; None where it says neither."""
    subject: str
    by: Quantity | None = None
    doubled: str = ""
    """翻一番, 翻两番."""


def numbered(text: str, found: Sequence[Quantity]) -> str:
    """The text with each quantity replaced by @its number@."""
    pieces, start = [], 0
    text = text.replace("@", " ")
    for number, quantity in enumerate(found):
        pieces += [text[start : quantity.start], f"@{number}@"]
        start = quantity.end
    return "".join([*pieces, text[start:]])


def changes(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Change]:
    """The changes that a passage states."""
    if len(found) < 2:
        return
    text = numbered(passage.text, found)
    for pattern, by_pattern in ((_FROM_TO, _BY_HOW_MUCH), (_ENGLISH, _BY_ENGLISH)):
        for match in pattern.finditer(text):
            earlier, later = found[int(match["a"])], found[int(match["b"])]
            if not _is_one_unit(earlier, later):
                continue
            by = by_pattern.match(match["rest"])
            doubled = _DOUBLED.match(match["rest"])
            subject = re.split(r"[，。；：、\n]", text[: match.start()])[-1]
            yield Change(
                earlier, later, match["up"] or match["down"] or "",
                bool(match["up"]) if match["up"] or match["down"] else None,
                re.sub(r"@\d+@", "", subject),
                found[int(by["c"])] if by and by["c"] else None,
                doubled["n"] if doubled else "",
            )  # fmt: skip


def stat_changes(story: Node) -> Iterator[Change]:
    """The changes that stats spell out with from and to."""
    for node in story.walk():
        if not isinstance(node.value, dict) or not {"from", "to"} <= set(node.value):
            continue
        ends = [node.value["from"], node.value["to"]]
        if not all(isinstance(end.value, str) for end in ends):
            continue
        before, after = (read_passage(end) for end in ends)
        was, now = quantities(before), quantities(after)
        if not was or not now or not _is_one_unit(was[-1], now[0]):
            continue
        text = numbered(after.text, now)
        word = re.search(rf"{_TO}[^@]{{0,8}}@0@", text)
        label = node.value.get("label")
        said = str(label.value) if label is not None else ""
        by = _BY_HOW_MUCH.match(text.partition("@0@")[2])
        up, down = (word["up"], word["down"]) if word else (None, None)
        yield Change(
            was[-1], now[0], up or down or "", bool(up) if up or down else None, said,
            now[int(by["c"])] if by else None,
        )  # fmt: skip


def _is_one_unit(one: Quantity, other: Quantity) -> bool:
    return unit_of(one) == unit_of(other) or not one.unit or not other.unit


def directions_agree(change: Change) -> Iterator[Diagnostic]:
    """What 增至 is more, and what 降至 is less."""
    earlier, later = change.earlier, change.later
    if change.rises is None or earlier.value == later.value:
        return
    if (later.value > earlier.value) != change.rises:
        yield doubt(
            "figure-direction", later,
            f"“{change.word}” does not go with “{later.said}”, for it was {at(earlier)}",
            "correct the word or one of the numbers",
        )  # fmt: skip


def growths_follow(change: Change) -> Iterator[Diagnostic]:
    """A growth stated beside its two states follows from them, to the places it is given in."""
    earlier, later, by = change.earlier, change.later, change.by
    if change.doubled:
        factor = 2 ** ("一两三".index(change.doubled) + 1)
        yield from _follows(later, earlier, factor, f"翻{change.doubled}番")
    if by is None or by.is_in_range or not earlier.value:
        return
    low, high = span_of(earlier), span_of(later)
    unit = unit_of(by)
    if unit == PERCENT and unit_of(earlier) != PERCENT:
        if low.low <= 0:
            return
        # The farthest values that the printed numbers can stand for.
        ends = [(b / a - 1) * 100 for a in low for b in high]
        right, least, most = (later.value / earlier.value - 1) * 100, min(ends), max(ends)
    elif unit == "倍":
        if low.low <= 0:
            return
        ends = [b / a - 1 for a in low for b in high]
        right, least, most = later.value / earlier.value - 1, min(ends), max(ends)
    elif unit and unit in (unit_of(earlier), POINTS if unit_of(earlier) == PERCENT else ""):
        right = later.value - earlier.value
        least, most = high.low - low.high, high.high - low.low
    else:
        return
    if right < 0:
        least, most = -most, -least
    yield from _within(by, abs(right), least, most, (earlier, later))


def _within(
    by: Quantity, right: Decimal, least: Decimal, most: Decimal, others: Sequence[Quantity]
) -> Iterator[Diagnostic]:
    # 4倍 of what is 3倍 is the slip of 增长到, not of rounding.
    exact = Decimal("0.5") if by.unit == "倍" else Decimal(1)
    slack = last_place(by) * (Decimal(10) if by.few else exact)
    if least - slack <= abs(by.value) <= most + slack:
        return
    scale = abs(by.value) / abs(Decimal(by.digits)) if Decimal(by.digits) else Decimal(1)
    unit = f"{by.magnitude}{by.unit}"
    listed = " and ".join(at(other) for other in others)
    yield doubt(
        "figure-percentage", by,
        f"“{by.said}” does not follow from {listed}: it is "
        f"{short(right / scale, places_of(by))}{unit}",
        "check the three numbers",
    )  # fmt: skip


def _follows(later: Quantity, earlier: Quantity, factor: Decimal | int, words: str
) -> Iterator[Diagnostic]:  # fmt: skip
    low, high = span_of(earlier), span_of(later)
    # 翻一番 is said of what nearly doubles.
    least, most = low.low * factor * Decimal("0.97"), low.high * factor * Decimal("1.03")
    if earlier.value and not (least <= high.high and high.low <= most):
        yield doubt(
            "figure-percentage", later,
            f"“{later.said}” is {short(later.value / earlier.value, 2)} times {at(earlier)}, "
            f"not “{words}”",
            "check the three numbers",
        )  # fmt: skip


def growths_beside(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """比上年增加46亿斤，增长6%; 去年同期114吨，增长12%; 增长了3倍，达到320."""
    if len(found) < 3:
        return
    text = numbered(passage.text, found)
    for match in _AND_BY.finditer(text):
        total, step, by = (found[int(match[name])] for name in "tdp")
        base = total.value - step.value if match["up"] else total.value + step.value
        if unit_of(by) != PERCENT or unit_of(total) != unit_of(step) or base <= 0:
            continue
        spans = span_of(step)
        slack = span_of(total).high - total.value
        ends = [s / (base + d) * 100 for s in spans for d in (-slack, slack) if base + d > 0]
        yield from _within(by, step.value / base * 100, min(ends), max(ends), (total, step))
    for match in _SAME_TIME.finditer(text):
        later, earlier, by = (found[int(match[name])] for name in "typ")
        if unit_of(later) == unit_of(earlier):
            yield from growths_follow(Change(earlier, later, "", None, "", by))
    for match in _TIMES_THEN.finditer(text):
        earlier, times, later = (found[int(match[name])] for name in "anb")
        if times.unit == "倍" and unit_of(earlier) == unit_of(later):
            yield from _follows(later, earlier, times.value + 1, f"增长了{times.said}")


def grown_by_or_to(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """了 says by how much, 到 says to what; nothing shrinks by more than it was."""
    text = numbered(passage.text, found)
    for match in _GROWN_BY.finditer(text):
        first, second = found[int(match["a"])], found[int(match["b"])]
        if unit_of(first) != unit_of(second) or second.value < first.value:
            continue
        if match["up"] and not match["le"]:
            continue
        yield doubt(
            "figure-grown-by", second,
            f"了 before “{second.said}” says by how much it changed from {at(first)}; "
            "到 would say to what",
            f"write “到{second.said}” if that is what it is now",
        )  # fmt: skip
    for match in _SHRUNK_BY.finditer(text):
        by = found[int(match["n"])]
        is_more = (by.unit == "倍" and by.value >= 1) or (unit_of(by) == PERCENT and by.value > 100)
        if is_more and not _LOSS.search(text[max(match.start() - 20, 0) : match.end()]):
            yield doubt(
                "figure-grown-by", by,
                f"nothing becomes less by “{by.said}”: all of it is 100%",
                "say what share is left (降至三分之一), or by what share it fell",
            )  # fmt: skip


def short(value: Decimal, places: int) -> str:
    """A reckoned value to the places of the printed one, and one more."""
    text = f"{value:.{min(places, 6) + 1}f}"
    return text.rstrip("0").rstrip(".")
