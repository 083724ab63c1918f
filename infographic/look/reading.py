"""Reading: type that is large enough where it is seen, and captions of a measure that is read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import groupby

from infographic.display.items import Role
from infographic.display.page import Page
from infographic.foundation.datum import Origin
from infographic.foundation.font import Face
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.look.measure import PHONE, Measure, MeasureName, at_least, at_most, is_canvas
from infographic.look.seen import Words

CANVAS = 1080.0
DATA, ASIDES = 28 * PHONE / CANVAS, 24 * PHONE / CANVAS
"""Points on a phone: of what is data, and of imprint and source (28 and 24 px of 1080)."""
LEAST_PRINTED = 6.0
"""Points, where the press names none."""
CAPTION = 35.0
"""Han in a line of a caption; 25 to 35 read well, and a narrow picture has fewer."""


RELIEF = 100 * 72 / 25.4
"""Points of plain text down a column, in print: every 8 to 10 cm something breaks it up."""
APART = 3.5
"""Ems between two lines of a column that something stands between."""


def smallest_type(page: Page, words: Sequence[Words], printed: float) -> Iterator[Measure]:
    """`printed`: the smallest type that the press prints, in points; 0 where it names none.

    Of a canvas data and imprint each, as a phone shows them.
    """
    shown = [one for one in words if Role.ARTIFACT not in one.around.roles]
    if not is_canvas(page):
        if shown:
            worst = min(shown, key=_size)
            size, least = _size(worst), printed or LEAST_PRINTED
            saying = say("look-type/print", words=worst.text[:12], size=size, least=least)
            yield at_least("type", size, least, saying, worst.origin, worst.box)
        return
    scale = PHONE / page.trim.width
    asides = [one for one in shown if _is_aside(one)]
    data = [one for one in shown if not _is_aside(one)]
    several: tuple[tuple[MeasureName, list[Words], float], ...] = (
        ("type", data, DATA), ("imprint", asides, ASIDES)
    )  # fmt: skip
    for name, those, least in several:
        if those:
            worst = min(those, key=_size)
            own = _size(worst)
            saying = say(
                "look-type/phone", words=worst.text[:12], size=own * scale, least=least,
                own=own, wanted=least / scale,
            )  # fmt: skip
            yield at_least(name, own * scale, least, saying, worst.origin, worst.box)


def _size(one: Words) -> float:
    return one.run.nominal_size


def _is_aside(one: Words) -> bool:
    return "folio" in one.around.kinds or Role.CAPTION in one.around.roles


def captions(words: Sequence[Words]) -> Iterator[Measure]:
    """The longest line of a caption, in its own ems."""
    lines = [
        one for one in words
        if Role.CAPTION in one.around.roles and "figure" in one.around.kinds
    ]  # fmt: skip
    if lines:
        longest = max(lines, key=lambda one: one.width / one.run.size)
        count = longest.width / longest.run.size
        saying = say("look-caption", count=count, most=CAPTION)
        yield at_most("captions", count, CAPTION, saying, longest.origin, longest.box)


class _Line(NamedTuple):
    """A line of an article. In points."""

    face: Face
    size: float
    """Of its largest type."""
    box: Rect
    origin: Origin


def even_columns(page: Page, words: Sequence[Words]) -> Iterator[Measure]:
    """The longest stretch of plain text down a column of a printed page: without a subhead, a lead,
    a quotation, an initial, a block."""
    lines = [] if is_canvas(page) else list(_article_lines(words))
    if not lines:
        return
    plain, _ = Counter((line.face, line.size) for line in lines).most_common(1)[0]
    longest: list[_Line] = []
    run: list[_Line] = []
    for line in lines:
        is_plain = (line.face, line.size) == plain
        if not run or not is_plain or not _goes_on(run[-1], line):
            run = []
        run = [*run, line] if is_plain else []
        if _depth(run) > _depth(longest):
            longest = run
    if longest:
        first, last, depth = longest[0], longest[-1], _depth(longest)
        box = Rect(first.box.x, first.box.y, last.box.width, depth)
        saying = say("look-relief", depth=depth, most=RELIEF)
        yield at_most("relief", depth, RELIEF, saying, first.origin, box)


def _article_lines(words: Sequence[Words]) -> Iterator[_Line]:
    inside = [one for one in words if one.around.kinds & {"article", "thread"}]
    for _, of_line in groupby(inside, key=lambda one: one.line):
        runs = list(of_line)
        widest = max(runs, key=lambda one: one.box.width)
        box = Rect(
            min(one.box.x for one in runs), min(one.box.y for one in runs),
            widest.width, max(one.box.height for one in runs),
        )  # fmt: skip
        yield _Line(widest.run.face, max(map(_size, runs)), box, widest.origin)


def _goes_on(before: _Line, line: _Line) -> bool:
    """Whether a line stands below another in its column, with nothing between them."""
    down = line.box.y - before.box.y
    across = min(before.box.right, line.box.right) - max(before.box.x, line.box.x)
    return 0 < down < APART * line.size and across > 0


def _depth(lines: Sequence[_Line]) -> float:
    return lines[-1].box.bottom - lines[0].box.y if lines else 0.0
