"""图③, 图1—3, Fig. 2: what the text refers to, and what is there."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.subbing.quantities import StoryText, passages
from infographic.text.han_numbers import value_of_han
from infographic.text.numerals import JOINS, tail_of

_JOINS = re.escape("".join(JOINS.values()))
CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
_NUMBER = (
    rf"[{CIRCLED}]|[0-9]{{1,2}}(?![0-9.年月日])"
    r"|[一二三四五六七八九十]{1,2}(?=[）)、，。至和及—为所])"
)
_FIRST = re.compile(
    rf"(?<![地蓝版企试力意宏草绘插航贪妄])图\s?(?P<n>{_NUMBER})"
    r"|(?<![A-Za-z])Fig(?:ure|s|ures)?\.?\s?(?P<e>[0-9]{1,2})\b"
)
_AS_SHOWN = re.compile("所[示见列绘反述标展显]|中|里|上|下|内")
_NEXT = re.compile(
    rf"\s?(?P<join>[、，和及与,&]|and|[{_JOINS}]+|(?=[{CIRCLED}]))\s?(?P<at>图?\s?(?P<n>{_NUMBER}))"
)


def references(passage: StoryText) -> Iterator[tuple[int, int]]:
    """Each figure that a passage refers to: its number, and where it is said.

    >>> from infographic.foundation.datum import BUILT_IN
    >>> list(references(StoryText("/a", "见图①—③、图5", BUILT_IN)))
    [(1, 1), (2, 1), (3, 4), (5, 6)]
    """
    text = passage.text
    end = 0
    while (first := _FIRST.search(text, end)) is not None:
        end = first.end()
        said = first["n"] or first["e"]
        if said.isdigit() and said.isascii() and first["n"] and _is_counted(text, first.end()):
            continue
        number = _value(said)
        yield number, first.start()
        while (more := _NEXT.match(text, end)) is not None:
            other = _value(more["n"])
            if more["n"] not in CIRCLED and _is_counted(text, more.end()):
                break
            is_range = more["join"][:1] in tuple("".join(JOINS.values()))
            if is_range:
                yield from ((between, first.start()) for between in range(number + 1, other))
            number, end = other, more.end()
            yield number, more.start("at")


def _is_counted(text: str, at: int) -> bool:
    """蓝图3张, but not 如图3所示."""
    return bool(tail_of(text, at)) and _AS_SHOWN.match(text, at) is None


def _value(said: str) -> int:
    if said in CIRCLED:
        return CIRCLED.index(said) + 1
    if said.isascii():
        return int(said)
    return int(value_of_han(said) or 0)


def name_of(number: int) -> str:
    return f"图{CIRCLED[number - 1]}" if 0 < number <= len(CIRCLED) else f"图{number}"


def figures_exist(story: Node, texts: Sequence[StoryText]) -> Iterator[Diagnostic]:
    """Every 图③ that is referred to exists; where some are mentioned, all are."""
    figures = story.value.get("figures") if isinstance(story.value, dict) else None
    given = figures.value if figures is not None and isinstance(figures.value, tuple) else ()
    there = {_own_number(figure) or place: figure for place, figure in enumerate(given, 1)}
    mentioned: set[int] = set()
    absent: list[tuple[int, Origin]] = []
    for passage in texts:
        if passage.pointer.startswith("/figures"):
            continue
        for number, start in references(passage):
            if number in mentioned or not 0 < number <= 99:
                continue
            mentioned.add(number)
            if number not in there:
                absent.append((number, passage.place(start)))
    unmentioned = {n: figure for n, figure in there.items() if n not in mentioned}
    for number, origin in absent:
        name, last = name_of(number), str(given[-1].origin) if given else ""
        meant = [
            say("phrase/figure-named", name=name_of(n), place=str(figure.origin))
            for n, figure in unmentioned.items()
        ]
        yield Diagnostic(
            say("figure-missing/of", name=name, count=len(there), last=last) if given
            else say("figure-missing/none", name=name),
            origin,
            say("mend/figures-meant", meant=meant) if meant else None,
            Severity.WARNING,
        )  # fmt: skip
    # A wrong reference leaves its figure unmentioned: one mistake is said once.
    if mentioned and not absent:
        for number, figure in unmentioned.items():
            yield Diagnostic(
                say("figure-unmentioned", name=name_of(number)),
                figure.origin,
                severity=Severity.NOTE,
            )


def figures_left_out(story: Node, left_out: Collection[str], layout: str) -> Iterator[Diagnostic]:
    """Every 图④ that a text on the page refers to, and that the page does not show.

    `left_out` are the pointers of the parts of the story that the layout does not have.
    """
    figures = story.value.get("figures") if isinstance(story.value, dict) else None
    given = figures.value if figures is not None and isinstance(figures.value, tuple) else ()
    gone = {
        _own_number(figure) or place
        for place, figure in enumerate(given, 1)
        if not {"/figures", f"/figures/{place - 1}"}.isdisjoint(left_out)
    }
    if not gone:
        return
    for passage in passages(story):
        steps = passage.pointer.split("/")
        around = {"/".join(steps[:n]) for n in range(1, len(steps) + 1)}
        if passage.pointer.startswith("/figures") or not around.isdisjoint(left_out):
            continue
        for number, start in references(passage):
            if number in gone:
                gone.remove(number)
                yield Diagnostic(
                    say("figure-left-out", name=name_of(number), layout=layout),
                    passage.place(start),
                    severity=Severity.WARNING,
                    layout=layout,
                )


def _own_number(figure: Node) -> int:
    number = figure.value.get("number") if isinstance(figure.value, dict) else None
    value = number.value if number is not None else 0
    return value if isinstance(value, int) and not isinstance(value, bool) else 0
