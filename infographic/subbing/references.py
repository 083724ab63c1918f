"""图③, 图1—3, Fig. 2: what the text refers to, and what is there."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from infographic.foundation.datum import Node, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.sayings import say
from infographic.subbing.quantities import StoryText, passages
from infographic.text.references import name_of, references_in


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
        for number, start in references_in(passage.text):
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
        for number, start in references_in(passage.text):
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
