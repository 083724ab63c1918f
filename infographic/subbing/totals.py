"""Totals and their parts, shares and their wholes."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic
from infographic.subbing.changes import numbered, short
from infographic.subbing.doubts import at, doubt
from infographic.subbing.quantities import Quantity, StoryText
from infographic.subbing.reckoning import last_place, span_of, unit_of

_WHOLE = re.compile(
    r"(?:共|总|合计|一行)[^，。；@]{0,14}@(?P<t>\d+)@(?P<named>[^，。；：@]{0,6})"
    r"(?P<mark>，其中|。其中|（其中|，包括|：|，分为[^@。；]{0,4}：?|，分别[为是]|，(?=男))"
    r"(?P<rest>[^。；）]*)"
)
_PART = re.compile(r"(?P<words>[^，、；：@]*)@(?P<n>\d+)@")
_OVERLAPS = re.compile(
    r"少数民族|党员|学历|本科|博士|硕士|职称|青年|以上|以下|岁|残疾|高级|等(?![奖级次功])"
)
_REST = re.compile(r"(?:其余|其他|剩余)[^，。；@]{0,4}@")
_CHANGED = re.compile(r"增|减|降|升|每|均|同比|比|占")
_SHARE_OF = re.compile(
    r"@(?P<t>\d+)@[^。；@]{0,12}其中[^。；@]{0,12}@(?P<p>\d+)@，占(?:比|总数的?|全部的?)?[^，。；@]{0,4}@(?P<s>\d+)@"
)
_MEN_AND_WOMEN = re.compile(r"男[^，。；、@]{0,6}@(?P<a>\d+)@[，、]女[^，。；、@]{0,6}@(?P<b>\d+)@")
_OF_A_WHOLE = re.compile(
    r"(?:占|占比|比重|比例|率)(?:[为达是约高至到]|高达|达到|提高|升|[^，。；@增降涨]){0,6}$"
    r"|(?:make up|makes up|made up|account for|accounts for|share of) $"
)
_MAY_EXCEED = re.compile(
    r"增长率|增速|收益率|回报率|负债|杠杆|拨备|周转率|换手率|倍率|产销率|完成率|汇率|自给率|保障率|利用率|使用率|"
    r"贡献率|复种|利润率|流动|溢价|市盈率|相当于"
)
_TOTAL_LABELS = ("合计", "总计", "总数", "共计")


def parts_add_up(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """The parts of a total are no more than it, and are it where nothing is left out."""
    if len(found) < 2:
        return
    for match in _WHOLE.finditer(numbered(passage.text, found)):
        total, parts, words = found[int(match["t"])], [], ""
        for part in _PART.finditer(match["rest"]):
            quantity = found[int(part["n"])]
            if unit_of(quantity) == unit_of(total) and not _CHANGED.search(part["words"]):
                parts.append(quantity)
                words += part["words"]
        if not parts:
            continue
        rest = match["rest"]
        one_sex = ("男" in words) != ("女" in words)
        if one_sex or _OVERLAPS.search(rest):
            # Who is of one part may be of another.
            parts = [max(parts, key=lambda part: part.value)]
        is_all = len(parts) > 1 and (
            match["mark"][-1] == "：" or "分" in match["mark"]
            # “其中” names some of the parts; without it they are all that there are.
            or (match["mark"] == "，" and "男" in words and "女" in words)
            or all(medal in words for medal in "金银铜") or _REST.search(rest) is not None
        )  # fmt: skip
        yield from _adds_up(total, parts, is_all)


def _adds_up(total: Quantity, parts: Sequence[Quantity], is_all: bool) -> Iterator[Diagnostic]:
    spans = [span_of(part) for part in parts]
    whole = span_of(total)
    least, most = sum(span.low for span in spans), sum(span.high for span in spans)
    if least <= whole.high and (not is_all or most >= whole.low):
        return
    said = "more than" if least > whole.high else "less than"
    scale = last_place(total)
    summed = sum((part.value for part in parts), Decimal(0)) / scale * (
        scale / (total.value / Decimal(total.digits)) if total.value else 1
    )  # fmt: skip
    listed = ", ".join(at(part) for part in parts)
    together = "is" if len(parts) == 1 else f"make {short(summed, 2)}{total.magnitude}, which is"
    yield doubt(
        "figure-total", total,
        f"{listed} {together} {said} the total “{total.said}”",
        "check the total and its parts",
    )  # fmt: skip


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
                yield from _adds_up(total[0], parts, is_all=True)


def shares_are_shares(passage: StoryText, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """A share is no more than the whole, and is what its part says."""
    if not any(unit_of(quantity) == "%" for quantity in found):
        return
    for quantity in found:
        words = passage.text[max(quantity.start - 14, 0) : quantity.start]
        if unit_of(quantity) == "%" and quantity.value > 100 and _OF_A_WHOLE.search(words) and (
            not _MAY_EXCEED.search(words)
        ):  # fmt: skip
            yield doubt(
                "figure-share", quantity,
                f"a share of “{quantity.said}” is more than the whole",
                "check the number, or say that it is a growth or a part of a plan",
            )  # fmt: skip
    text = numbered(passage.text, found)
    for match in _MEN_AND_WOMEN.finditer(text):
        men, women = found[int(match["a"])], found[int(match["b"])]
        if unit_of(men) == unit_of(women) == "%":
            both = men.value + women.value
            if abs(both - 100) > (last_place(men) + last_place(women)) / 2:
                yield doubt(
                    "figure-share", women,
                    f"“{women.said}” and {at(men)} make {short(both, 2)}%, not the whole",
                    "check both shares",
                )  # fmt: skip
    for match in _SHARE_OF.finditer(text):
        total, part, share = (found[int(match[name])] for name in "tps")
        if unit_of(share) != "%" or unit_of(total) != unit_of(part) or not total.value:
            continue
        right = part.value / total.value * 100
        wide = last_place(share) + (right * Decimal("0.02") if total.few or part.few else 0)
        if abs(share.value - right) > wide:
            yield doubt(
                "figure-percentage", share,
                f"{at(part)} of {at(total)} is {short(right, 1)}%, not “{share.said}”",
                "check the three numbers",
            )  # fmt: skip
