"""What a sub-editor doubts, each a small generator that says both places."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from itertools import combinations

from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.subbing.quantities import Passage, Quantity, passages, quantities
from infographic.text.markup import unmarked

RISES = "增至|增加到|增长到|升至|升到|上升到|提高到|提升到|扩大到|发展到|壮大到|达到|涨到"
FALLS = "降至|降到|下降到|减至|减少到|缩短到|缩短至|压缩到|压缩至|回落到|降低到|压到"
GROWN = "增长|增加|提高|上升|增幅|涨幅|提升|扩大"
SHRUNK = "下降|减少|降低|缩短|降幅|压缩|回落"


def doubtful_figures(story: Node) -> list[Diagnostic]:
    """Everything doubtful about a story's numbers, as warnings."""
    texts = list(passages(story))
    found = {passage: quantities(passage) for passage in texts}
    every = [quantity for one in found.values() for quantity in one]
    doubts = [
        *stated_twice_alike(every),
        *(d for passage, own in found.items() for d in directions_agree(passage, own)),
        *(d for passage, own in found.items() for d in percentages_follow(passage, own)),
        *(d for passage, own in found.items() for d in parts_within_totals(passage, own)),
        *changes_agree(story),
        *figures_exist(story, texts),
    ]
    return list(dict.fromkeys(doubts))


def _doubt(code: str, message: str, passage: Passage, hint: str) -> Diagnostic:
    return Diagnostic(code, message, passage.origin, hint, Severity.WARNING)


def stated_twice_alike(every: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """The same quantity has the same value wherever it is stated."""
    for one, other in combinations(every, 2):
        if one.passage is other.passage or _is_change(one) or _is_change(other):
            continue
        if one.value == other.value or one.unit != other.unit:
            continue
        if not _same_subject(one, other):
            continue
        jump = one.digits == other.digits and one.magnitude != other.magnitude
        code = "figure-unit-jump" if jump else "figure-differs"
        yield _doubt(
            code,
            f"“{other.said}” here and “{one.said}” at {one.passage.origin} seem to state the same "
            f"quantity (“{_common(one.clause, other.clause)}”)",
            other.passage,
            "make them agree, or word them so that a reader sees that they are two quantities",
        )


SHARED = 4
"""So many characters in a row make two clauses speak of the same thing…"""
SHARE = 0.5
"""… if they are at least this share of the shorter clause."""
PERIODS = re.compile(r"去年|今年|上年|前年|同期|此前|十年前|当年|首|第|其中|新增|每|平均|人均")


def _same_subject(one: Quantity, other: Quantity) -> bool:
    if set(PERIODS.findall(one.clause)) != set(PERIODS.findall(other.clause)):
        return False
    common = _common(one.clause, other.clause)
    shorter = min(len(_han(one.clause)), len(_han(other.clause)))
    return len(common) >= SHARED and len(common) >= SHARE * shorter


def _han(text: str) -> str:
    return "".join(c for c in text if "\u4e00" <= c <= "\u9fff")


def _common(one: str, other: str) -> str:
    """The longest run of Han that both have.

    >>> _common("建立城市党建联盟 ", "相继建成 党建联盟")
    '党建联盟'
    """
    best = ""
    for piece in re.findall(r"[\u4e00-\u9fff]+", one):
        for start in range(len(piece)):
            for end in range(start + len(best) + 1, len(piece) + 1):
                if piece[start:end] not in other:
                    break
                best = piece[start:end]
    return best


def _is_change(quantity: Quantity) -> bool:
    """Whether it is an earlier or later state, or a difference, rather than a plain amount."""
    words = quantity.clause
    return bool(re.search(rf"{RISES}|{FALLS}|{GROWN}|{SHRUNK}|[由从]", words)) or (
        "/from" in quantity.passage.pointer or "/to" in quantity.passage.pointer
    )


_FROM_TO = re.compile(
    rf"[由从自][^，。；]{{0,12}}?@(\d+)@[^，。；]{{0,8}}?(?:(?P<up>{RISES})|(?P<down>{FALLS}))"
    r"[^，。；@]{0,6}?@(\d+)@"
)


def _numbered(passage: Passage, found: Sequence[Quantity]) -> str:
    """The text with each quantity replaced by @its number@."""
    pieces, at = [], 0
    for number, quantity in enumerate(found):
        pieces += [passage.text[at : quantity.start], f"@{number}@"]
        at = quantity.end
    return "".join([*pieces, passage.text[at:]])


def directions_agree(passage: Passage, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """What 增至 is more, and what 降至 is less."""
    for match in _FROM_TO.finditer(_numbered(passage, found)):
        earlier, later = found[int(match[1])], found[int(match[4])]
        if earlier.unit != later.unit and earlier.unit and later.unit:
            continue
        word = match["up"] or match["down"]
        rises = later.value > earlier.value
        if word == "达到" or rises == bool(match["up"]) or later.value == earlier.value:
            continue
        yield _doubt(
            "figure-direction",
            f"“{word}” does not go with {earlier.said} → {later.said}",
            passage,
            "correct the word or one of the numbers",
        )


_BY = re.compile(
    rf"[由从自][^，。；]{{0,12}}?@(\d+)@[^，。；]{{0,8}}?(?:{RISES}|{FALLS})[^，。；@]{{0,6}}?@(\d+)@"
    rf"[^，。；@]{{0,6}}[，、（]?[^，。；@]{{0,8}}?(?:(?P<up>{GROWN})|(?P<down>{SHRUNK}))了?@(\d+)@"
)


def percentages_follow(passage: Passage, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """A growth stated beside its two states follows from them, to the places it is given in."""
    for match in _BY.finditer(_numbered(passage, found)):
        earlier, later, by = (found[int(match[i])] for i in (1, 2, 5))
        difference = abs(later.value - earlier.value)
        if by.unit in ("%", "％") and earlier.unit not in ("%", "％"):
            if not earlier.value:
                continue
            right = difference / earlier.value * 100
            said = "%"
        elif by.unit in ("个百分点", "百分点") or by.unit == earlier.unit:
            right, said = difference, by.unit
        else:
            continue
        places = len(by.digits.partition(".")[2])
        scale = Decimal(1)
        if by.unit not in ("%", "％", "个百分点", "百分点"):
            scale = by.value / Decimal(by.digits.replace(",", "")) if by.value else Decimal(1)
        slack = scale * Decimal(10) ** -places
        if abs(abs(by.value) - right) > slack:
            yield _doubt(
                "figure-percentage",
                f"{earlier.said} → {later.said} is {_short(right / scale)}{said}, not {by.said}",
                passage,
                "check the three numbers",
            )
    for match in re.finditer(rf"[由从自]@(\d+)@(?:{GROWN})了@(\d+)@", _numbered(passage, found)):
        first, second = found[int(match[1])], found[int(match[2])]
        if first.unit == second.unit and second.value >= first.value:
            yield _doubt(
                "figure-grown-by",
                f"“由{first.said}…了{second.said}”: 了 says by how much, 到 says to what",
                passage,
                f"write “到{second.said}” if that is what it is now",
            )


def _short(value: Decimal) -> str:
    return f"{value.quantize(Decimal('0.01')).normalize():f}"


_WHOLE = re.compile(
    r"(?:共计?|总计|合计|总数达?|一共)[^，。；@]{0,8}@(\d+)@[^。；]*?其中(?P<rest>[^。；]*)"
)


def parts_within_totals(passage: Passage, found: Sequence[Quantity]) -> Iterator[Diagnostic]:
    """The parts of a total are no more than the total; a share is no more than the whole."""
    for match in _WHOLE.finditer(_numbered(passage, found)):
        total = found[int(match[1])]
        parts = [found[int(n)] for n in re.findall(r"@(\d+)@", match["rest"])]
        same = [part for part in parts if part.unit == total.unit]
        if same and sum(part.value for part in same) > total.value:
            listed = "、".join(part.said for part in same)
            yield _doubt(
                "figure-total",
                f"the parts {listed} are more than their total {total.said}",
                passage,
                "check the total and its parts",
            )
    for quantity in found:
        if quantity.unit in ("%", "％") and quantity.value > 100:
            words = passage.text[max(quantity.start - 8, 0) : quantity.start]
            if re.search(r"占比?[^，。]{0,6}$|覆盖率[^，。]{0,4}$|比重[^，。]{0,4}$", words):
                yield _doubt(
                    "figure-share", f"a share of {quantity.said} is more than the whole", passage,
                    "check the number",
                )  # fmt: skip


def changes_agree(story: Node) -> Iterator[Diagnostic]:
    """A stat's from and to go the way its words say."""
    for node in story.walk():
        if not isinstance(node.value, dict) or not {"from", "to"} <= set(node.value):
            continue
        before, after = (_plain(node.value[key]) for key in ("from", "to"))
        if before is None or after is None:
            continue
        pair = [next(reversed(quantities(passage)), None) for passage in (before, after)]
        earlier, later = pair
        if earlier is None or later is None or earlier.value == later.value:
            continue
        label = node.value.get("label")
        words = after.text + (str(label.value) if label is not None else "")
        rises = later.value > earlier.value
        wrong = re.search(FALLS if rises else RISES.replace("|达到", ""), words)
        if wrong:
            yield _doubt(
                "figure-direction",
                f"“{wrong[0]}” does not go with {earlier.said} → {later.said}",
                after,
                "correct the word or one of the numbers",
            )


def _plain(node: Node) -> Passage | None:
    if not isinstance(node.value, str):
        return None
    return Passage(node.origin.pointer, unmarked(node.value), node.origin)


CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"


def figures_exist(story: Node, texts: Sequence[Passage]) -> Iterator[Diagnostic]:
    """Every 图③ that is referred to exists; where some are mentioned, all are."""
    assert isinstance(story.value, dict)
    figures = story.value.get("figures")
    count = len(figures.value) if figures is not None and isinstance(figures.value, tuple) else 0
    mentioned: set[int] = set()
    for passage in texts:
        if passage.pointer.startswith("/figures"):
            continue
        for mark in re.findall(rf"图([{CIRCLED}])", passage.text):
            number = CIRCLED.index(mark) + 1
            mentioned.add(number)
            if number > count:
                yield _doubt(
                    "figure-missing",
                    f"图{mark} is referred to, but the story has {count} figures",
                    passage,
                    "add the figure, or take the reference out",
                )
    if mentioned and figures is not None and isinstance(figures.value, tuple):
        for number, figure in enumerate(figures.value, 1):
            if number not in mentioned:
                yield Diagnostic(
                    "figure-unmentioned",
                    f"图{CIRCLED[number - 1]} is never mentioned, though others are",
                    figure.origin,
                    "mention it in the text, or leave it",
                    Severity.NOTE,
                )
