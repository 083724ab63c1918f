"""How marks of several series are told apart in black alone, without hue: tints, then hatching."""

from __future__ import annotations

from collections.abc import Collection

from infographic.display.items import Placed, Stroke
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Rect
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.hatch import hatched_box
from infographic.graphics.look import Look
from infographic.graphics.marks import Span, bar, framed
from infographic.graphics.values import Value

MOST_SERIES = 5


class Tone(NamedTuple):
    """What a mark is filled with, and what words on it are set in."""

    fill: Color | None
    words: Color
    line: Color
    """Of its hatching and its frame."""
    is_hatched: bool = False
    is_framed: bool = False
    takes_words: bool = True
    """Whether words can be read on it."""


def accent(look: Look) -> Tone:
    return Tone(look.accent, look.on_accent, look.ink)


def rest(look: Look) -> Tone:
    return Tone(look.rest, look.ink, look.ink)


def dark(look: Look) -> Tone:
    return Tone(look.dark, look.paper, look.ink)


def hatched(look: Look) -> Tone:
    return Tone(None, look.ink, look.ink, is_hatched=True, is_framed=True, takes_words=False)


def pale(look: Look) -> Tone:
    return Tone(look.paper, look.ink, look.ink, is_framed=True)


def against(look: Look) -> Tone:
    """What goes against: a second hue with an outline in print, where it has one."""
    return Tone(look.against, look.paper, look.ink, is_framed=look.is_print)


def of_row(look: Look, is_claimed: bool, any_claimed: bool) -> Tone:
    """Of a row's mark: the accent for what is claimed; for all where nothing is."""
    return accent(look) if is_claimed or not any_claimed else rest(look)


def of_series(look: Look, count: int, claimed: Collection[int]) -> tuple[Tone, ...]:
    """Of series that lie beside each other: the accent for those claimed, else for the first; then
    K28, K72, hatching and bare paper in a frame, so that no two neighbours are alike in black."""
    wanted = set(claimed) or {0}
    others = iter([rest(look), dark(look), hatched(look), pale(look)] * 2)
    return tuple(accent(look) if at in wanted else next(others) for at in range(count))


def marked(
    look: Look, along: Span, across: Span, tone: Tone, origin: Origin, *, upright: bool = False
) -> tuple[Placed, ...]:
    """A bar in its tone: filled, hatched, framed within itself; `upright` for a column. Nothing
    where it has no length to be seen, which the post covers: its figure stands."""
    (start, end), (near, far) = sorted(along), sorted(across)
    if end - start < look.thinnest:
        return ()
    found: list[Placed] = []
    if tone.fill is not None:
        found += bar((start, end), (near, far), tone.fill, origin, upright=upright)
    if tone.is_hatched:
        # The hatching has the length of the bar only by its frame: a bare ground carries it.
        found += bar((start, end), (near, far), look.paper, origin, upright=upright)
        rect = Rect(start, near, end - start, far - near)
        if upright:
            rect = Rect(near, start, far - near, end - start)
        found += hatched_box(rect, tone.line, origin, width=look.of(0.5, 2), pitch=look.of(2.2, 7))
    if tone.is_framed:
        stroke = Stroke(tone.line, look.of(0.5, 2))
        found += framed((start, end), (near, far), stroke, origin, upright=upright)
    return tuple(found)


def is_there(value: Value | None) -> bool:
    """Whether a value is known and not nothing."""
    return value is not None and value != 0
