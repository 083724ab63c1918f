"""A page's blocks that fit themselves, settled together: headlines give way to the rest.

Each block fits itself in the room it is given, and asks for what it likes where none is given. So
a headline of two large lines may leave too little for what stands below it. Where a page is
crowded, its headlines come down together, from the sizes they like towards their smallest, and as
little as lets all the rest stand. Pictures and numbers that take what is left have given way
before: to the end of what their layout allows.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from infographic.display.frame import Frame
from infographic.display.notes import notes_of
from infographic.foundation.diagnostics import Diagnostic, Severity, errors
from infographic.foundation.record import replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Givens
from infographic.layout.notes import Yielding
from infographic.layout.setting import TOLERANCE, shortened

STEPS = 6
"""Halvings of the way from a headline's size to its smallest: a sixty-fourth of it is found."""
CROWDED = ("overfull", "overset")
ALL, FIRST_CHARACTERS = 1.0, 2.0

LaidOut = Callable[[Callable[[Givens], Givens]], tuple[Sequence[Frame], Sequence[Diagnostic]]]
"""Lays out all pages with their givens changed: their frames, and what is wrong beside these."""
Pages = tuple[Sequence[Frame], Sequence[Diagnostic]]


def settled(first: Pages, laid_out: LaidOut) -> Pages:
    """The pages with their headlines as large as the rest allows; `first` is how they like to be.

    Where everything fits they are not laid out again, else seven times at most.
    """
    wrong = crowding(first)
    if not wrong or not any(note.smallest < note.size - TOLERANCE for note in _yielding(first)):
        return first
    last = laid_out(_with(ALL, counted=True))
    still = crowding(last)
    if still:
        return _named(laid_out, last) if still != wrong else first
    low, high, best = 0, 2**STEPS, last
    while high - low > 1:
        middle = (low + high) // 2
        made = laid_out(_with(middle / 2**STEPS))
        if crowding(made):
            low = middle
        else:
            high, best = middle, made
    return _with_faults(best, _said(first, best))


def crowding(pages: Pages) -> tuple[Diagnostic, ...]:
    """What finds no room on pages."""
    frames, wrong = pages
    every = [*(fault for frame in frames for fault in frame.faults), *wrong]
    return tuple(fault for fault in errors(every) if fault.code in CROWDED)


def _yielding(pages: Pages) -> list[Yielding]:
    return [note for frame in pages[0] for note in notes_of(Yielding, frame.notes)]


def _with(yielding: float, *, counted: bool = False) -> Callable[[Givens], Givens]:
    return lambda givens: replaced(givens, yielding=yielding, counted=counted)


def _with_faults(pages: Pages, faults: Sequence[Diagnostic]) -> Pages:
    (first, *others), wrong = pages
    return (replaced(first, faults=(*faults, *first.faults)), *others), wrong


def _said(first: Pages, best: Pages) -> list[Diagnostic]:
    """Which headlines gave way, and how far."""
    # By their words: where a page chooses between trees, another may have others.
    liked = {note.copy.origin: note.size for note in _yielding(first)}
    return [
        Diagnostic(
            say("headline-yields", words=shortened(now.copy.text), size=now.size, liked=before),
            now.copy.origin,
            severity=Severity.NOTE,
        )
        for now in _yielding(best)
        if now.size < (before := liked.get(now.copy.origin, now.size)) - TOLERANCE
    ]


def _named(laid_out: LaidOut, last: Pages) -> Pages:
    """The pages with the headline named as what to change, where a shorter one would do.

    Of several, the one that alone makes room; where each or none does, the one that takes most.
    """
    if crowding(laid_out(_with(FIRST_CHARACTERS))):
        return last
    by_room = sorted(_yielding(last), key=lambda note: -_room_of(note))
    named = by_room[0] if len(by_room) == 1 else next(
        (note for note in by_room if not crowding(laid_out(_with_cut(note)))), by_room[0]
    )  # fmt: skip
    what = say("phrase/headline") if named.level == 1 else say("phrase/deck")
    words = shortened(named.copy.text)
    saying = say("headline-long", what=what, words=words, size=named.size)
    return _with_faults(last, [Diagnostic(saying, named.copy.origin)])


def _room_of(note: Yielding) -> float:
    return len(note.copy.text) * note.size**2


def _with_cut(note: Yielding) -> Callable[[Givens], Givens]:
    """Every headline at its smallest, this one as its first character."""
    return lambda givens: replaced(givens, yielding=ALL, counted=False, cut=note.copy)
