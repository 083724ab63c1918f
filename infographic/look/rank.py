"""Rank: one figure leads, the headline outweighs the rest, the accent is the leader's alone."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.display.items import Role
from infographic.foundation.datum import Origin
from infographic.foundation.sayings import say
from infographic.look.measure import Measure, at_least, at_most
from infographic.look.seen import HAN, HEADINGS, Words

FIRST = 2.2
"""The news to the next figure, by the height of the digits."""
HEADLINE = 1.15
"""The headline to the largest ordinary figure, by type size."""
SENTENCES = 4
"""With a number among their words, in one region."""
STANDS_OUT = 1.3
"""A number so many times as large as the words of its line stops the eye there."""
FEWEST_HAN = 4
"""Words in the line of a number that make it a sentence: 万名 is a unit."""


def rank(words: Sequence[Words], news: str) -> Iterator[Measure]:
    """`news`: the pointer of the stat that leads; without it the largest figure does."""
    tallest: dict[str, Words] = {}
    for one in words:
        if one.is_figure and one.height > _height(tallest.get(one.datum)):
            tallest[one.datum] = one
    first = tallest.get(news) if news else max(tallest.values(), key=_height, default=None)
    others = [one for one in tallest.values() if one is not first]
    second = max(others, key=_height, default=None)
    if first is not None and second is not None:
        ratio = first.height / second.height
        saying = say(
            "look-rank", ratio=ratio, least=FIRST, first=first.text, second=second.text,
            tall=first.height, next=second.height,
        )  # fmt: skip
        yield at_least("rank", ratio, FIRST, saying, first.origin, first.box, second.box)
    yield from _headline(words, max((one for one in others), key=_size, default=None))
    yield from _accents(words, first.datum if first is not None else news)


def news_stands(first_page: Sequence[Words], news: Origin) -> Iterator[Measure]:
    """Whether the first page of a layout shows the story's news as a figure."""
    stands = any(one.datum == news.pointer and one.is_number for one in first_page)
    yield at_least("news", float(stands), 1.0, say("look-news", pointer=news.pointer), news)


def _height(one: Words | None) -> float:
    return one.height if one is not None else 0.0


def _size(one: Words) -> float:
    return one.run.size


def _headline(words: Sequence[Words], figure: Words | None) -> Iterator[Measure]:
    lines = [one for one in words if Role.HEADING_1 in one.around.roles]
    if not lines or figure is None:
        return
    largest = max(lines, key=_size)
    ratio = largest.run.size / figure.run.size
    saying = say(
        "look-headline", ratio=ratio, least=HEADLINE, figure=figure.text,
        size=largest.run.size, other=figure.run.size,
    )  # fmt: skip
    yield at_least("headline", ratio, HEADLINE, saying, largest.origin, largest.box, figure.box)


def _accents(words: Sequence[Words], news: str) -> Iterator[Measure]:
    """What has the accent beside the news: the marks of graphics may, and the paper's name."""
    used: dict[str, Words] = {}
    for one in words:
        if one.run.color.name.partition(" ")[0] != "accent" or one.datum == news:
            continue
        if "folio" not in one.around.kinds and not one.around.roles & {Role.FIGURE, Role.ARTIFACT}:
            used.setdefault(one.datum, one)
    shown = list(used.values())
    if words:
        where = shown[0].origin if shown else words[0].origin
        saying = say("look-accent", count=len(shown), words=[one.text[:12] for one in shown[:5]])
        yield at_most("accents", len(shown), 0, saying, where, *(one.box for one in shown))


def sentences(words: Sequence[Words]) -> Iterator[Measure]:
    """How many sentences with a number in them one region has, at most: each is a line to scan."""
    regions: dict[object, dict[str, Words]] = {}
    for line in _lines(words):
        figures = [one for one in line if one.is_figure]
        others = [one for one in line if not one.is_number]
        han = sum(len(HAN.findall(one.text)) for one in others if _is_beside(one, figures))
        if not figures or han < FEWEST_HAN:
            continue
        first = figures[0]
        # A panel of the story is a region wherever its stats stand, and so is each list of them.
        regions.setdefault(first.datum.partition("/stats/")[0], {})[first.datum] = first
        lists = [block.origin for block in first.around.blocks if block.kind != "stat"]
        if lists:
            regions.setdefault(lists[-1], {})[first.datum] = first
    if words:
        most = max(regions.values(), key=len, default={})
        count = len(most)
        where = next(iter(most.values())).origin if most else words[0].origin
        saying = say("look-sentences", count=count, most=SENTENCES)
        boxes = (one.box for one in most.values())
        yield at_most("sentences", count, SENTENCES, saying, where, *boxes)


def _is_beside(one: Words, figures: Sequence[Words]) -> bool:
    return any(figure.run.size >= STANDS_OUT * one.run.size for figure in figures)


def _lines(words: Sequence[Words]) -> Iterator[list[Words]]:
    found: dict[int, list[Words]] = {}
    for one in words:
        if not one.around.roles & {*HEADINGS, Role.FIGURE, Role.ARTIFACT}:
            found.setdefault(one.line, []).append(one)
    yield from found.values()
