"""What stands between the lines: emphasis dots, name lines, wavy title lines, and readings (ruby).

None of it changes the line pitch. Dots stand one to a Han, lines run under the words (beside them
in a column), a reading stands over its base: centred, a little past its neighbours if need be,
never nearer to another reading than a quarter of its size, and flush with the line's edges, its
base with it (CLREQ, #interlinear_annotations). Where readings want more room than their bases, the
bases move apart.

All is worked out along the line and across it, so that columns are set by the same rules.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator, Sequence

from infographic.display.items import Path, Segment, Stroke, TextLine
from infographic.foundation.geometry import Point
from infographic.foundation.memo import Memo
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.text.copy import Copy, Span
from infographic.text.curves import circle, turned, wave
from infographic.text.galley import Annotation, AnnotationKind, Galley
from infographic.text.stretches import Stretches
from infographic.text.style import Alignment, Part, TextStyle

READING_SIZE = 0.5
"""Of its base's size."""
READING_GAP = 0.25
"""Between two readings, in em of their size."""
OVERHANG = 0.25
"""How far a reading may stand past its base over a neighbour that has none, in em of the base."""
READING_RISE = 0.1
"""From the em box up to a reading's baseline, in em of the base: the depth of a g."""
DOT_RADIUS, DOT_DISTANCE = 0.085, 0.17
"""In em; from the em box to the dot's middle."""
LINE_DISTANCE, LINE_WIDTH, LINE_INSET = 0.1, 0.05, 0.08
"""In em. The inset at either end keeps the lines of two names in a row apart."""
BELOW_A_LINE = 0.16
"""How much farther out a dot or a second line stands where a line runs already."""
EM_TOP, EM_FOOT = 0.88, 0.12
"""The em box above and below the baseline; in a column it reaches half an em to either side."""
THINNEST = 0.3
"""Points; a press loses thinner lines."""


@record
class Ruby:
    """A stretch of a line with its reading."""

    base: TextLine
    at: Point
    """Where the reading stands, from the base."""
    reading: TextLine


Drawn = tuple[tuple[Point, "TextLine | Path | Ruby"], ...]
"""What a line is drawn as, in reading order, from the line's start on its baseline."""

# Notes: the marks of a copy, for one hard line


@record
class Marked:
    """A stretch of a copy with a mark, before any setting."""

    start: int
    end: int
    kind: AnnotationKind
    part: Part = Part.PLAIN
    """What the words are, and so how large."""
    reading: str = ""


def marked(copy: Copy) -> list[Marked]:
    """The marked stretches of a copy, their places counted in its text.

    >>> from infographic.text.copy import Span
    >>> [(m.start, m.end, m.reading) for m in marked(Copy((Span("汉字", ruby="hàn zì"),)))]
    [(0, 1, 'hàn'), (1, 2, 'zì')]
    """
    found: list[Marked] = []
    names: dict[tuple[AnnotationKind, int], int] = {}
    at = 0
    for span in copy.spans:
        end = at + len(span.text)
        if span.dots:
            found.append(Marked(at, end, AnnotationKind.DOTS, span.part))
        for kind, number in ((AnnotationKind.NAME, span.name), (AnnotationKind.TITLE, span.title)):
            if number and (kind, number) in names:
                known = names[kind, number]
                found[known] = replaced(found[known], end=end)
            elif number:
                names[kind, number] = len(found)
                found.append(Marked(at, end, kind, span.part))
        if span.ruby:
            found += _readings(span, at)
        at = end
    return found


def _readings(span: Span, at: int) -> Iterator[Marked]:
    syllables, base = span.ruby.split(), span.text
    if len(syllables) == len(base) and all(character >= "\u2e80" for character in base):
        for place, syllable in enumerate(syllables, at):
            yield Marked(place, place + 1, AnnotationKind.READING, span.part, syllable)
    else:
        yield Marked(at, at + len(base), AnnotationKind.READING, span.part, span.ruby)


def reading_style(style: TextStyle, part: Part) -> TextStyle:
    """How a reading over words of a part is set."""
    base = style.of(part)
    own = replaced(base, size=base.size * READING_SIZE, leading=0.0, tracking=0.0, rise=0.0)
    return replaced(style, plain=own, parts=(), indent=0.0, alignment=Alignment.LEFT, balance=False)


# In the galley: room for readings


def make_room(galley: Galley) -> None:
    """Move bases apart whose readings would meet, and keep each base whole.

    Inside a line a reading stands over the middle of its base, past it by a quarter of an em at
    most. At a line's edge it would stand out: there both are flush with the edge, and the room
    that the reading wants is on the other side of the base alone.
    """
    readings = [note for note in galley.notes if note.reading]
    begins = {note.start for note in readings}
    last: _Seat | None = None
    shift = 0.0
    for note in readings:
        seat = _seat(galley, note, shift)
        if seat is None:
            continue
        for box in range(seat.first + 1, seat.end):
            galley.may_break[box] = 0
        wanted = seat.past
        if last is not None:
            gap = READING_GAP * READING_SIZE * note.size
            wanted = max(last.right + last.over + gap - (seat.left - seat.over), wanted)
            if last.end == seat.first:
                wanted = max(wanted, last.past)
        if seat.first and wanted > 0:
            galley.gaps[seat.first] += wanted
            shift += wanted
            seat = seat.moved(wanted)
        if seat.over > 0:
            galley.first_room[seat.first] = galley.last_room[seat.end - 1] = seat.over
        follows = note.end in begins
        if seat.past > 0 and seat.end < len(galley.gaps) and not follows:
            galley.gaps[seat.end] += seat.past
            shift += seat.past
        last = seat
    if last is not None:
        # What a joint beside a base was given must not be taken away again.
        edges = begins | {note.end for note in readings}
        galley.shrink = [site for site in galley.shrink if galley.starts[site.joint] not in edges]
        galley.sum_up()


class _Seat(NamedTuple):
    """A base on one endless line, and how far its reading stands past it on either side."""

    first: int
    end: int
    left: float
    right: float
    over: float
    past: float
    """How much of that no neighbour may stand under; below 0, so much more they might."""

    def moved(self, by: float) -> _Seat:
        return self._replace(left=self.left + by, right=self.right + by)


def _seat(galley: Galley, note: Annotation, shift: float) -> _Seat | None:
    first, end = boxes_of(galley, note.start, note.end)
    if first >= end or note.reading is None:
        return None
    left = galley.starts_at[first] + shift
    right = galley.starts_at[end - 1] + galley.advances[end - 1] - galley.tails[end - 1] + shift
    over = (note.reading.width - (right - left)) / 2
    return _Seat(first, end, left, right, over, over - OVERHANG * note.size)


_BY_PLACE: Memo[Stretches[Annotation]] = Memo("notes by place", 16)


def _by_place(galley: Galley) -> Stretches[Annotation]:
    """A galley's notes, found by place."""
    notes = galley.notes
    return _BY_PLACE.made(id(notes), lambda: Stretches(notes), notes)


def boxes_of(galley: Galley, start: int, end: int) -> tuple[int, int]:
    """The boxes of a stretch of a galley's text, as first and after the last."""
    return bisect_left(galley.starts, start), min(
        bisect_left(galley.starts, end), len(galley.advances)
    )


def to_the_edges(
    galley: Galley, start: int, end: int, places: list[float], *, at_start: bool, at_end: bool
) -> list[float]:
    """Where boxes stand with a base at the edge of its measure flush with it, as its reading is.

    A base that is the whole line stays in the middle of its reading.
    """
    if end - 1 in galley.hangs and end - start > 1 and end - 2 in galley.last_room:
        end -= 1
    before, after = galley.first_room.get(start, 0.0), galley.last_room.get(end - 1, 0.0)
    if not before and not after:
        return places
    moved = [*places]
    low, high = galley.starts[start], galley.starts[end]
    bases = _by_place(galley).of_kind(AnnotationKind.READING, low, high)
    for first, stop in [boxes_of(galley, note.start, note.end) for note in bases]:
        if first == start and stop == end:
            break
        if first == start and at_start:
            moved[: stop - start] = [place - before for place in moved[: stop - start]]
        if stop == end and at_end:
            own = slice(first - start, stop - start)
            moved[own] = [place + after for place in moved[own]]
    return moved


# On the line


@record
class _Stand:
    """A line as set: where its boxes stand along it."""

    galley: Galley
    start: int
    end: int
    places: Sequence[float]
    width: float
    vertical: bool

    def bounds(self, note: Annotation) -> tuple[int, int]:
        first, end = boxes_of(self.galley, note.start, note.end)
        return max(first, self.start), min(end, self.end)

    def left(self, box: int) -> float:
        return self.places[box - self.start]

    def right(self, box: int) -> float:
        return self.left(box) + self.galley.advances[box] - self.galley.tails[box]

    def point(self, along: float, across: float) -> Point:
        """`across` runs down from the baseline, or right from a column's centre line."""
        return Point(across, along) if self.vertical else Point(along, across)


Cut = Callable[[int, int], TextLine]
"""A line of the boxes from one to another, from the first one's start on."""


def drawn(
    galley: Galley,
    start: int,
    end: int,
    places: Sequence[float],
    line: TextLine,
    cut: Cut,
) -> Drawn:
    """What the line of boxes `start` to `end` is drawn as; () for just itself."""
    stand = _Stand(galley, start, end, places, line.width, line.vertical)
    near = _by_place(galley).between(galley.starts[start], galley.starts[end])
    notes = [note for note in near if stand.bounds(note)[0] < stand.bounds(note)[1]]
    if not notes:
        return ()
    words = list(_with_readings(stand, notes, line, cut))
    return (*words, *_lines(stand, notes), *_dots(stand, notes))


def _with_readings(
    stand: _Stand, notes: Sequence[Annotation], line: TextLine, cut: Cut
) -> Iterator[tuple[Point, TextLine | Ruby]]:
    readings = [note for note in notes if note.reading]
    if not readings:
        yield Point(0, 0), line
        return
    box = stand.start
    for note, x in zip(readings, _reading_places(stand, readings), strict=True):
        assert note.reading is not None
        first, end = stand.bounds(note)
        if box < first:
            yield stand.point(stand.left(box), 0), cut(box, first)
        across = 0.5 + READING_SIZE / 2 if stand.vertical else -EM_TOP - READING_RISE
        left = stand.left(first)
        ruby = Ruby(cut(first, end), stand.point(x - left, across * note.size), note.reading)
        yield stand.point(left, 0), ruby
        box = end
    if box < stand.end:
        yield stand.point(stand.left(box), 0), cut(box, stand.end)


def _reading_places(stand: _Stand, readings: Sequence[Annotation]) -> list[float]:
    """Where each reading starts: over its base's middle, inside the line, clear of the others."""
    widths = [note.reading.width if note.reading else 0.0 for note in readings]
    gaps = [READING_GAP * READING_SIZE * note.size for note in readings]
    places: list[float] = []
    for number, note in enumerate(readings):
        first, end = stand.bounds(note)
        middle = (stand.left(first) + stand.right(end - 1)) / 2
        least = places[-1] + widths[number - 1] + gaps[number] if places else 0.0
        places.append(max(middle - widths[number] / 2, least))
    most = max(stand.width, stand.right(stand.end - 1))
    for number in range(len(places) - 1, -1, -1):
        places[number] = min(places[number], most - widths[number])
        most = places[number] - gaps[number]
    return places


def _lines(stand: _Stand, notes: Sequence[Annotation]) -> Iterator[tuple[Point, Path]]:
    by_place = _by_place(stand.galley)
    low, high = stand.galley.starts[stand.start], stand.galley.starts[stand.end]
    for note in notes:
        if note.kind not in (AnnotationKind.NAME, AnnotationKind.TITLE):
            continue
        first, end = stand.bounds(note)
        size = note.size
        inset = LINE_INSET * size
        length = stand.right(end - 1) - stand.left(first) - 2 * inset
        if length <= 0:
            continue
        own = max(note.start, low), min(note.end, high)
        is_second = note.kind is AnnotationKind.TITLE and any(
            by_place.of_kind(AnnotationKind.NAME, *own)
        )
        across = LINE_DISTANCE + (BELOW_A_LINE if is_second else 0.0)
        across = -0.5 - across if stand.vertical else EM_FOOT + across
        stroke = Stroke(note.color, max(LINE_WIDTH * size, THINNEST))
        along: list[Segment] = [("M", (0.0, 0.0)), ("L", (length, 0.0))]
        if note.kind is AnnotationKind.TITLE:
            along = wave(length, size)
        segments = tuple((op, turned(values, stand.vertical)) for op, values in along)
        at = stand.point(stand.left(first) + inset, across * size)
        yield at, Path(segments, stroke=stroke)


def _dots(stand: _Stand, notes: Sequence[Annotation]) -> Iterator[tuple[Point, Path]]:
    """One dot to a Han, none to marks, spaces and Latin (clreq#238)."""
    lines = (AnnotationKind.NAME, AnnotationKind.TITLE)
    kinds = (AnnotationKind.READING,) if stand.vertical else lines
    by_place = _by_place(stand.galley)
    for note in notes:
        if note.kind is not AnnotationKind.DOTS:
            continue
        segments: list[Segment] = []
        for box in range(*stand.bounds(note)):
            if not _takes_dot(stand.galley, box):
                continue
            at = stand.galley.starts[box]
            # In a column dots stand where readings do; across the page where lines do.
            tiers = sum(any(by_place.of_kind(kind, at, at + 1)) for kind in kinds)
            out = DOT_DISTANCE + (READING_SIZE if stand.vertical else BELOW_A_LINE) * tiers
            across = (0.5 if stand.vertical else EM_FOOT) + out
            middle = stand.point(stand.left(box) + note.size / 2, across * note.size)
            segments += circle(middle, DOT_RADIUS * note.size)
        if segments:
            yield Point(0, 0), Path(tuple(segments), fill=note.color)


def _takes_dot(galley: Galley, box: int) -> bool:
    return galley.letters[box] == "h" or galley.text[galley.starts[box]] in "々〻"
