"""Copyfitting: words made to fit their frame, or to fill it, by remedies a style states.

The remedies make a ladder: each rung is what was done so far and a little more. Shrinking stops at
the first rung that fits; growing at the last that still does. No type on it is smaller than the
style's floor, nor than the press prints.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache
from math import ceil, floor

from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import Saying, say
from infographic.layout.block import SmallestType
from infographic.layout.scaling import scaled
from infographic.layout.setting import TOLERANCE, set_within
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import CharStyle, Fit, Part, TextStyle

TRACKING_STEP = 0.005
"""In em."""
LEADING_STEP = 0.01
"""Of the style's leading."""
NO_LIMIT = SmallestType()

Fits = Callable[[Sequence[Copy], TextStyle], bool]


@record
class Rung:
    """What is done to words, all together."""

    dropped: int = 0
    """So many optional words are dropped."""
    tracking: float = 0.0
    """Added to the style's, in em."""
    leading: float = 1.0
    """Of the style's."""
    size: float = 1.0
    """Of the style's."""


NATURAL = Rung()


@record
class Copyfitted:
    """Words as they are set: nothing about them is left to be fitted."""

    copies: tuple[Copy, ...]
    style: TextStyle
    rung: Rung = NATURAL
    dropped: tuple[str, ...] = ()
    """The words that were dropped."""

    def notes(self, style: TextStyle) -> tuple[Diagnostic, ...]:
        """What was done to words of a style, where something was."""
        done = self._done(style)
        dropped = [say("phrase/quoted", words=words) for words in self.dropped]
        if done and dropped:
            saying = say("copyfit/made-and-dropped", style=style.name, done=done, dropped=dropped)
        elif done:
            saying = say("copyfit/made", style=style.name, done=done)
        elif dropped:
            saying = say("copyfit/dropped", style=style.name, dropped=dropped)
        else:
            return ()
        return (Diagnostic(saying, self.copies[0].origin, severity=Severity.NOTE),)

    def _done(self, style: TextStyle) -> list[Saying]:
        """Change by change: “tracking −0.010 em”, “size 8.5 → 8.2 pt”."""
        rung, done = self.rung, []
        if rung.tracking:
            done.append(say("phrase/tracking", tracking=rung.tracking))
        if rung.leading != 1:
            fitted = style.leading * rung.leading
            done.append(say("phrase/leading-to", own=style.leading, fitted=fitted))
        if rung.size != 1:
            done.append(say("phrase/size-to", own=style.size, fitted=self.style.size))
        return done


def copyfitted(
    copies: Sequence[Copy],
    style: TextStyle,
    fits: Fits,
    smallest: SmallestType = NO_LIMIT,
    *,
    may_grow: bool = True,
    shared: float | None = None,
) -> Copyfitted:
    """Words made to fit as their style says.

    `fits` says whether words in a style do. `shared` is the factor of the size where a group of
    styles has settled on one.
    """
    whole, fit = tuple(copies), style.fit
    if fit is None:
        return Copyfitted(whole, style)
    own, order = finished(style), _drop_order(whole)

    def at(rung: Rung) -> Copyfitted:
        return _at(whole, own, rung, order)

    def holds(rung: Rung) -> bool:
        tried = at(rung)
        return fits(tried.copies, tried.style)

    least = least_factor(whole, style, smallest)
    if shared is not None:
        start = Rung(size=max(shared, least))
        others = replaced(fit, remedies=tuple(r for r in fit.remedies if r != "size"))
        rungs = [start, *shrinking(others, style, len(order), least, start)]
        return at(_first(rungs, holds))
    if not holds(NATURAL):
        if not fit.shrinks:
            return Copyfitted(whole, own)
        return at(_first([NATURAL, *shrinking(fit, style, len(order), least)], holds))
    best = NATURAL
    if fit.grows and may_grow:
        for rung in growing(fit, style):
            if not holds(rung):
                break
            best = rung
    return at(best)


def ladder(copies: Sequence[Copy], style: TextStyle, smallest: SmallestType) -> list[Copyfitted]:
    """Words as they are, then smaller rung by rung as their style says."""
    whole, fit = tuple(copies), style.fit
    if fit is None or not fit.shrinks:
        return [Copyfitted(whole, finished(style))]
    order, least = _drop_order(whole), least_factor(whole, style, smallest)
    rungs = [NATURAL, *shrinking(fit, style, len(order), least)]
    return [_at(whole, finished(style), rung, order) for rung in rungs]


def _first(rungs: Sequence[Rung], holds: Callable[[Rung], bool]) -> Rung:
    """The first rung that holds, without what it does in vain; else the last.

    Closer lines do nothing for a line that is too wide, nor do words dropped elsewhere, and both
    came before what did.
    """
    found = next((rung for rung in rungs if holds(rung)), None)
    if found is None:
        return rungs[-1]
    fewer = (replaced(found, dropped=dropped) for dropped in range(found.dropped))
    found = next((rung for rung in fewer if holds(rung)), found)
    for vain in ({"leading": 1.0}, {"tracking": 0.0}):
        undone = replaced(found, **vain)  # type: ignore[arg-type]
        if undone != found and holds(undone):
            found = undone
    return found


def in_frame(
    width: float,
    height: float | None,
    gap: float = 0.0,
    max_lines: int = 0,
    *,
    whole: bool = False,
) -> Fits:
    """Whether paragraphs fit one under the other: in width, in lines, and in height if given;
    `whole`: without a date or a number parted because it is wider than its measure, or to save a
    line."""

    def fits(copies: Sequence[Copy], style: TextStyle) -> bool:
        most, taken = max_lines or style.max_lines, gap * (len(copies) - 1)
        for copy in copies:
            if whole or len(copies) > 1:
                paragraph = set_paragraph(copy, style, width)
            else:
                paragraph = set_within(copy, style, width, max_lines, height)
            over = paragraph.overrun if whole else paragraph.overset
            if over > TOLERANCE or (most and len(paragraph.lines) > most):
                return False
            taken += paragraph.height if copy.text else 0.0
        return height is None or taken <= height + TOLERANCE

    return fits


def shrinking(
    fit: Fit, style: TextStyle, optional: int, least: float, start: Rung = NATURAL
) -> Iterator[Rung]:
    """The rungs below `start`: each remedy in its order, on top of those before it."""
    last = start
    for remedy in fit.remedies:
        for rung in _steps(remedy, last, fit, style, optional, least):
            yield rung
            last = rung


def _steps(
    remedy: str, rung: Rung, fit: Fit, style: TextStyle, optional: int, least: float
) -> Iterator[Rung]:
    if remedy == "words":
        for dropped in range(1, optional + 1):
            yield replaced(rung, dropped=dropped)
    elif remedy == "tracking":
        for tracking in _toward(0.0, fit.tracking, TRACKING_STEP):
            yield replaced(rung, tracking=tracking)
    elif remedy == "leading":
        for leading in _toward(1.0, fit.leading[0], LEADING_STEP):
            yield replaced(rung, leading=leading)
    elif remedy == "size":
        top = ceil(style.size / fit.step - 1e-9) - 1
        for steps in range(top, 0, -1):
            factor = round(steps * fit.step, 6) / style.size
            if factor < least - 1e-9:
                return
            yield replaced(rung, size=factor)


def growing(fit: Fit, style: TextStyle) -> Iterator[Rung]:
    """The rungs above the natural one: lines further apart, then larger type."""
    rung = NATURAL
    if "leading" in fit.remedies:
        for leading in _toward(1.0, fit.leading[1], LEADING_STEP):
            rung = replaced(rung, leading=leading)
            yield rung
    if "size" in fit.remedies:
        steps = floor(style.size / fit.step + 1e-9) + 1
        while steps * fit.step <= fit.ceiling + 1e-9:
            yield replaced(rung, size=round(steps * fit.step, 6) / style.size)
            steps += 1


def _toward(first: float, last: float, step: float) -> Iterator[float]:
    """Even steps from `first`, which is none of them, to `last`, which is.

    >>> list(_toward(0, -0.012, 0.005))
    [-0.005, -0.01, -0.012]
    """
    count = ceil(abs(last - first) / step - 1e-9)
    for number in range(1, count):
        yield round(first + (step if last > first else -step) * number, 6)
    if count:
        yield last


def least_factor(copies: Sequence[Copy], style: TextStyle, smallest: SmallestType) -> float:
    """The smallest share of its size that words of a style may be set at."""
    floor = style.fit.floor if style.fit is not None else 0.0
    return max(floor / style.size, press_factor(copies, style, smallest))


def press_factor(copies: Sequence[Copy], style: TextStyle, smallest: SmallestType) -> float:
    """The smallest share of its sizes at which a press still prints all the words of a style.

    1 where some are as small already.
    """
    used = {span.part: None for copy in copies for span in copy.spans if span.text.strip()}
    return max((_least(style.of(part), smallest) for part in used), default=0.0)


def _least(part: CharStyle, smallest: SmallestType) -> float:
    return min(smallest.of(part.color) / part.size, 1.0)


def _drop_order(copies: tuple[Copy, ...]) -> tuple[tuple[int, int], ...]:
    """(copy, optional words) in the order they are dropped, over all copies."""
    every = [(at, number) for at, copy in enumerate(copies) for number in copy.optional]
    return tuple(sorted(every, key=lambda one: (one[1] > 0, -one[0], -abs(one[1]))))


def _at(
    copies: tuple[Copy, ...], style: TextStyle, rung: Rung, order: tuple[tuple[int, int], ...]
) -> Copyfitted:
    gone = order[: rung.dropped]
    kept = tuple(
        copy.without([n for where, n in gone if where == at]) if gone else copy
        for at, copy in enumerate(copies)
    )
    words = tuple(copies[where].words_of(number) for where, number in gone)
    return Copyfitted(kept, changed(style, rung.tracking, rung.leading, rung.size), rung, words)


@lru_cache(maxsize=512)
def finished(style: TextStyle) -> TextStyle:
    """The style with nothing left to fit."""
    return style if style.fit is None else replaced(style, fit=None)


@lru_cache(maxsize=1024)
def changed(style: TextStyle, tracking: float, leading: float, size: float) -> TextStyle:
    """The style with its characters moved together, its lines likewise, and all of it scaled."""

    def part(one: CharStyle) -> CharStyle:
        return replaced(one, tracking=one.tracking + tracking, leading=one.leading * leading)

    style = scaled(style, size)
    if not tracking and leading == 1:
        return style
    parts: tuple[tuple[Part, CharStyle], ...] = tuple((n, part(p)) for n, p in style.parts)
    return replaced(style, plain=part(style.plain), parts=parts)
