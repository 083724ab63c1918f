"""Names at dots: of what the title is about, of notes, of what lies far off."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from math import dist

from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.lettering import Lettering, lettered
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.placing.crossings import Line
from infographic.graphics.placing.labels import SIDES, Side, Wish, placed_labels
from infographic.graphics.subject import Subject
from infographic.text.copy import Copy, Span
from infographic.text.style import TextStyle

FAR = 60.0
"""Points: what lies farther from a mark than its label and its longest leader is not in the way."""


class Named(NamedTuple):
    """A row that is named."""

    row: int
    is_must: bool = False
    """Whether it is a warning where it finds no place."""
    value: Copy | None = None
    """What stands behind the name."""


class Names(NamedTuple):
    items: tuple[Placed, ...]
    boxes: tuple[Rect, ...]
    faults: tuple[Diagnostic, ...]


class _Label(NamedTuple):
    row: int
    lettering: Lettering
    is_must: bool
    sides: tuple[Side, ...]
    """Those that its note asks for; () for any."""


def names_at(
    subject: Subject, look: Look, wanted: Iterable[Named], marks: Mapping[int, Point],
    radius: float, frame: Rect, *, boxes: Sequence[Rect] = (), lines: Sequence[Line] = (),
    sides: tuple[Side, ...] = SIDES,
) -> Names:  # fmt: skip
    """Names and notes at their marks inside the frame, on no mark and on no other name; `sides`
    are those they may stand at, the best first."""
    labels = [*_notes(subject, look, marks), *_named(subject, look, wanted, marks)]
    labels = list({one.row: one for one in reversed(labels)}.values())[::-1]
    labels = [one for one in labels if one.lettering.line is not None]
    if not labels:
        return Names((), (), tuple(_lost(subject, marks)))
    clear = radius + look.of(1.8, 6)
    wishes = [
        Wish(
            marks[one.row],
            Size(one.lettering.width, one.lettering.height),
            clear,
            one.sides or sides,
        )
        for one in labels
    ]
    own = {one.row for one in labels}
    others = [at for row, at in marks.items() if row not in own]
    near = [*_near(others, wishes, radius * 0.8, look.of(FAR, FAR * 2.6))]
    scale = look.of(1.0, 2.6)
    reaches = tuple(scale * reach for reach in (10.0, 18.0, 28.0, 42.0))
    made = placed_labels(wishes, frame, boxes=[*near, *boxes], lines=lines, gap=look.of(1, 3),
                         reaches=reaches)  # fmt: skip
    items: list[Placed] = []
    found: list[Rect] = []
    faults = list(_lost(subject, marks))
    for label, placement in zip(labels, made.placements, strict=True):
        if placement is None:
            severity = Severity.WARNING if label.is_must else Severity.NOTE
            saying = say("graphic-words-left-out", words=_text(label.lettering))
            faults.append(Diagnostic(saying, subject.name_at(label.row), severity=severity))
            continue
        if placement.leader is not None:
            items += _leader(placement.leader, look, subject.name_at(label.row))
        box = placement.box
        items += label.lettering.at(box.x, box.y + label.lettering.rise)
        found.append(box)
        faults += label.lettering.faults
    return Names(tuple(items), tuple(found), tuple(faults))


def _leader(line: Line, look: Look, origin: Origin) -> Iterable[Placed]:
    """From the mark's edge to a little before the words."""
    start, end = line
    share = 1 - min(look.of(1.5, 5) / max(dist(start, end), 0.01), 0.5)
    short = Point(start.x + (end.x - start.x) * share, start.y + (end.y - start.y) * share)
    return straight(start, short, look.leader, origin)


def _near(
    marks: Sequence[Point], wishes: Sequence[Wish], half: float, far: float
) -> Iterator[Rect]:
    """The marks that may be in the way of a label."""
    zones = [
        (at.x - far - size.width, at.x + far + size.width, at.y - far, at.y + far)
        for at, size in ((wish.at, wish.size) for wish in wishes)
    ]
    for x, y in marks:
        for left, right, top, bottom in zones:
            if left < x < right and top < y < bottom:
                yield Rect(x - half, y - half, 2 * half, 2 * half)
                break


def _text(lettering: Lettering) -> str:
    return "" if lettering.line is None else lettering.line.text.text.strip()


def _label(
    subject: Subject, look: Look, row: int, words: Copy, is_must: bool, side: str = ""
) -> _Label:
    strong = row in subject.highlighted
    style: TextStyle = look.strong if strong else look.label
    sides = tuple(one for one in SIDES if side and side in one)
    return _Label(row, lettered(words, style), is_must, sides)


def _named(
    subject: Subject, look: Look, wanted: Iterable[Named], marks: Mapping[int, Point]
) -> Iterable[_Label]:
    for one in wanted:
        if one.row in marks:
            name = (Span(subject.names[one.row]),) if subject.names[one.row] else ()
            behind = one.value.spans if one.value is not None else ()
            between = (Span(" "),) if name and behind else ()
            words = Copy((*name, *between, *behind), subject.name_at(one.row))
            yield _label(subject, look, one.row, words, one.is_must)


def _notes(subject: Subject, look: Look, marks: Mapping[int, Point]) -> Iterable[_Label]:
    """A name with its note behind it."""
    for note in subject.chart.notes:
        row = row_of(subject, str(note.at))
        if row is not None and row in marks:
            spans = [Span(f"{subject.names[row]} ")] if subject.names[row] else []
            words = Copy((*spans, *note.text.spans), note.origin)
            yield _label(subject, look, row, words, True, note.side)


def _lost(subject: Subject, marks: Mapping[int, Point]) -> Iterable[Diagnostic]:
    for note in subject.chart.notes:
        row = row_of(subject, str(note.at))
        if row is None or row not in marks:
            saying = say("graphic-note/no-value", words=note.text.text, at=str(note.at))
            yield Diagnostic(saying, note.origin, severity=Severity.WARNING)


def row_of(subject: Subject, key: str) -> int | None:
    """The row of a name, as the data have it or as it is set."""
    texts = subject.names
    if subject.names_place >= 0:
        texts = subject.table.columns[subject.names_place].texts
    found = (at for at, text in enumerate(texts) if key in (text, subject.names[at]))
    return next(found, None)
