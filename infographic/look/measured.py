"""Every measure of a page's look."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.display.page import Page
from infographic.foundation.datum import Origin
from infographic.look.measure import Measure
from infographic.look.pictures import pictures
from infographic.look.rank import news_stands, rank, sentences
from infographic.look.reading import captions, even_columns, smallest_type
from infographic.look.seen import words_of
from infographic.look.space import space


def measured(
    page: Page, news: Origin | None = None, *, is_first: bool = True, printed: float = 0.0
) -> tuple[Measure, ...]:
    """What of a page's look can be measured; what it has nothing for is left out.

    `news`: where the story has the stat that leads; None for the page's largest figure;
    `is_first`: of its layout's pages, which is where the news stands; `printed`: the smallest type
    that its press prints, in points.
    """
    return tuple(_measured(page, news, is_first, printed))


def _measured(page: Page, news: Origin | None, is_first: bool, printed: float) -> Iterator[Measure]:
    words = words_of(page)
    if news is not None and is_first:
        yield from news_stands(words, news)
    yield from rank(words, news.pointer if news is not None else "")
    yield from sentences(words)
    yield from space(page)
    yield from smallest_type(page, words, printed)
    yield from captions(words)
    yield from even_columns(page, words)
    yield from pictures(page)
