"""Columns of running words: their measure and gutters, what stands among them, and the words in
their places."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import product

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import Placed, Role
from infographic.display.notes import RunningWords
from infographic.flow.column_ends import Fragment
from infographic.flow.insets import InsetPlace, SetInset, lines_needed, set_insets
from infographic.flow.leveling import Rooms
from infographic.flow.line_rooms import room
from infographic.flow.passages import Passage
from infographic.flow.pour import Poured, Standing
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record
from infographic.layout.setting import height_of, stack_lines
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

MOST_MOVED = 3
"""So many sets of blocks move to level columns: each more makes as many ways again."""
MOST_OF_PICTURE = 1 / 6
"""A picture moves more than a line only where two are no more than this share of its height."""


@record
class ColumnSet:
    """Equal columns on one line grid, with blocks standing among them. In points."""

    count: int
    measure: float
    gutter: float
    leading: float
    places: tuple[InsetPlace, ...] = ()
    narrowest: float = 0.0
    """Beside a block, a narrower line stays empty."""

    @property
    def step(self) -> float:
        return self.measure + self.gutter

    def insets(self, height: int, extra: Sequence[int] = ()) -> tuple[SetInset, ...]:
        return set_insets(self.places, self.count, height, self.leading, extra)

    def rooms(self, height: int, extra: tuple[int, ...] = ()) -> Rooms:
        """The columns' first `height` grid lines.

        Where the blocks need a taller frame they stand as in that one.
        """
        return _rooms(self, height, extra)

    def lines_down(self, height: int, extra: tuple[int, ...] = ()) -> int:
        """The grid lines that the frame needs for what stands in it."""
        needed = lines_needed(self.insets(height, extra), height)
        # What hangs from the foot may have to pass more than one block on its way down.
        for _ in self.places:
            if needed <= height:
                break
            height, needed = needed, max(lines_needed(self.insets(needed, extra), needed), needed)
        return needed

    def surely_overset(self, passages: Sequence[Passage], height: int) -> bool:
        """Whether a frame is too low however its lines are broken and its blocks shrink.

        Known by counting Han, which no line closes up: a text of a book's length is not set for it.
        """
        return surely_too_long(passages, [(self, height)])

    def free_lines(
        self, most: int, fits: Callable[[tuple[int, ...]], bool], *, overset: bool = False
    ) -> tuple[int, ...]:
        """By how many lines each block grows, or shrinks, so that words and blocks fill a frame.

        All grow alike, by as much of what each may as the words leave them. `fits`: whether the
        words find room beside blocks of so many lines more; `overset`: known not to beside blocks
        as high as they like.
        """
        grown = [place.may_grow(self.leading) for place in self.places]
        shrunk = [place.may_shrink(self.leading) for place in self.places]
        low, high = -max(shrunk, default=0), 0 if overset else max(grown, default=0)

        def lines(step: int) -> tuple[int, ...]:
            if step > 0:
                return tuple(n * step // max(grown) for n in grown)
            return tuple(-(n * -step // max(shrunk)) for n in shrunk) if step else (0,) * len(grown)

        while low < high:
            middle = (low + high + 1) // 2
            extra = lines(middle)
            if self.lines_down(most, extra) <= most and fits(extra):
                low = middle
            else:
                high = middle - 1
        return lines(low)

    def moved(self, extra: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        """The blocks' lines with those of no free height a line or two taller, or lower.

        Pictures side by side move together, for their edges are level. The fewest lines first;
        then all pictures alike before one alone, and pictures before other blocks, which take air.
        """
        rows = [
            (one.at, one.row, one.is_picture) if one.is_fixed(self.leading) else None
            for one in self.places
        ]
        sets = list(dict.fromkeys(row for row in rows if row is not None))[:MOST_MOVED]
        choices = [
            _moves([o for o, at in zip(self.places, rows, strict=True) if at == row], self.leading)
            for row in sets
        ]

        def rank(move: Sequence[int]) -> tuple[int, ...]:
            pictures = {lines for lines, (*_, picture) in zip(move, sets, strict=True) if picture}
            others = sum(
                not picture and lines for lines, (*_, picture) in zip(move, sets, strict=True)
            )
            lines = [abs(n) for n in move]
            return max(lines), others, len(pictures), sum(lines)

        for move in sorted(filter(any, product(*choices)), key=rank):
            by_row = dict(zip(sets, move, strict=True))
            yield tuple(
                n + (by_row.get(row, 0) if row is not None else 0)
                for n, row in zip(extra, rows, strict=True)
            )

    def gutter_gaps(
        self, gutter: int, height: int, extra: tuple[int, ...] = ()
    ) -> list[tuple[int, int]]:
        """The grid lines of a gutter (from 1) that nothing stands in: from one to before another,
        from the head down."""
        x = gutter * self.step - self.gutter / 2
        at, free = 0, []
        for one in sorted(self.insets(height, extra), key=lambda s: s.first):
            if one.box.x < x < one.box.right:
                if one.first > at:
                    free.append((at, one.first))
                at = max(at, one.first + one.lines)
        return [*free, (at, height)] if height > at else free


def surely_too_long(passages: Sequence[Passage], frames: Iterable[tuple[ColumnSet, int]]) -> bool:
    """Whether words are too long for columns of so many grid lines, whatever stands in them."""
    # A mark may hang out of each line.
    hung = max((passage.style.size for passage in passages), default=0.0)
    room = sum(height * one.count * (one.measure + hung) for one, height in frames)
    return sum(passage.least_width for passage in passages) > room


@lru_cache(maxsize=1024)
def _rooms(columns: ColumnSet, height: int, extra: tuple[int, ...]) -> Rooms:
    leading = columns.leading
    whole = max(height, columns.lines_down(height, extra))
    obstacles = [one.obstacle(leading) for one in columns.insets(whole, extra)]
    return tuple(
        room(n * columns.step, columns.measure, height, leading, obstacles, columns.narrowest)
        for n in range(columns.count)
    )


@lru_cache(maxsize=256)
def first_above(style: TextStyle) -> float:
    """From a line's top to its baseline, for a line of Han in a style."""
    return set_paragraph(Copy((Span("国"),)), style, float("inf")).lines[0].above


def _moves(side_by_side: Sequence[InsetPlace], leading: float) -> Sequence[int]:
    """By how many lines such blocks may be taller, or lower, for their columns' sake."""
    if not side_by_side[0].is_picture:
        return (0, 1)
    lowest = min(place.height for place in side_by_side)
    return (0, 1, -1, 2, -2) if 2 * leading <= MOST_OF_PICTURE * lowest else (0, 1, -1)


@record
class Setting:
    """How poured words become items."""

    style: TextStyle
    passages: tuple[Passage, ...]
    leading: float
    """Of the frame: the style's, or a little more where it is stretched."""
    thread: str = ""
    order: int = 0
    """The frame's place in the thread."""

    def paragraphs(self, poured: Poured, rooms: range, down: float = 0.0) -> Frame:
        """The paragraphs of some rooms, each a group, so that a reader hears whole sentences."""
        parts: list[tuple[Point, Frame]] = []
        pieces: list[tuple[int, Placed]] = []
        for stand in poured.in_rooms(rooms):
            if stand.entry.frame is None:
                pieces += [(stand.entry.paragraph, placed) for placed in self._placed(stand, down)]
                continue
            parts.append((HERE, gathered(pieces, self.passages, self.thread, self.order)))
            parts.append(self._block(stand, stand.entry.frame, down))
            pieces = []
        last = gathered(pieces, self.passages, self.thread, self.order)
        return together(Size(0, 0), [*parts, (HERE, last)]) if parts else last

    def _block(self, stand: Standing, frame: Frame, down: float) -> tuple[Point, Frame]:
        """A block in the middle of its lines; at a column's head, at their top."""
        spare = stand.rows * self.leading - frame.size.height
        is_head = stand.rows < stand.entry.rows
        above = max(spare - self._passage_of(stand.entry).gap, 0.0) if is_head else spare
        return Point(stand.x, down + stand.row * self.leading + above / 2), frame

    def _placed(self, stand: Standing, down: float) -> tuple[Placed, ...]:
        entry, top = stand.entry, down + stand.row * self.leading
        room = stand.rows * self.leading
        first = entry.lines[0]
        if len(entry.lines) == stand.rows == 1:
            # The baseline hangs on the grid, whatever the line holds; extra leading goes above.
            baseline = top + room - self.style.leading + first_above(self.style)
            top = baseline - first.above
        else:
            style = self._passage_of(entry).style
            spare = room - height_of(entry.lines)
            air = style.space_before + style.space_after
            if stand.rows < entry.rows:  # at a column's head its air above is given up
                top += max(spare - style.space_after, 0.0) * 0.5
            else:
                top += spare * (style.space_before / air if air else 0.5)
        return stack_lines(entry.lines, self._passage_of(entry).origin, Point(stand.x, top)).items

    def _passage_of(self, entry: Fragment) -> Passage:
        return self.passages[entry.paragraph]


def gathered(
    pieces: Sequence[tuple[int, Placed]], passages: Sequence[Passage], thread: str = "",
    order: int = 0,
) -> Frame:  # fmt: skip
    """Lines gathered again into paragraphs by their number, each noted as what it is of."""
    groups, at = [], 0
    while at < len(pieces):
        number, first = pieces[at]
        end = at
        while end < len(pieces) and pieces[end][0] == number:
            end += 1
        lines = bare(placed for _, placed in pieces[at:end])
        words = RunningWords(number, passages[number].style.name, thread, order)
        role = Role.HEADING_2 if passages[number].kind == "subhead" else Role.PARAGRAPH
        group = lines.grouped(first.origin, role, "paragraph")
        groups.append((HERE, group.noted(words, first.origin, first.at)))
        at = end
    return together(Size(0, 0), groups)
