"""A change: where a number was, an arrow, where it is now."""

from __future__ import annotations

from collections.abc import Sequence
from math import inf
from typing import Annotated, Literal

from infographic.blocks.cell import StatCell, Widths, abreast, one_below_the_other
from infographic.display.frame import Frame, together
from infographic.display.items import Group, Placed, Role
from infographic.foundation.color import Color
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.layout.block import SmallestType
from infographic.layout.copyfit import press_factor
from infographic.layout.scaling import largest, scaled
from infographic.layout.setting import TOLERANCE, flush, set_copy, set_trimmed
from infographic.layout.shapes import arrow
from infographic.story.model import Stat
from infographic.story.stat import Pieces, taken_apart, with_short_tail
from infographic.text.copy import Copy
from infographic.text.paragraph import natural_width
from infographic.text.style import Part, TextStyle


@record
class Arrow:
    """The arrow between the two states of a change."""

    color: Color | None = None
    """Its colour; without one, that of the digits."""
    length: Length = 30.0
    weight: Length = 2.0
    gap: Length = 8.0
    """Space on either side of it."""
    direction: Literal["across", "down"] = "across"
    """The states side by side where they fit, or one below the other."""
    earlier: Annotated[float, Range(gt=0, le=1)] = 1.0
    """The size of the earlier number as a share of the later one's. At less than 1 a fall looks
    like a rise: size is read as value."""

    @property
    def between(self) -> float:
        """From one state to the other beside it."""
        return self.length + 2 * self.gap


SMALLEST_ACROSS, SMALLEST_BESIDE, SMALLEST_ABOVE = 0.6, 0.9, 0.5
"""The smallest share of its size a change's number shrinks to, for each way of setting it."""

Way = Literal["across", "beside", "above"]
"""How changes stand: side by side; or one state below the other, its words before its number; or
so with its words above it."""


class SetSize(NamedTuple):
    """What the stats of one set share."""

    factor: float
    """Scales their numbers."""
    way: Way = "across"
    """How every change among them stands."""
    column: float = 0.0
    """Where all later states begin that stand side by side, 0 where each must have its own place;
    with words before numbers, where all numbers do."""
    clauses_across: bool = True
    """The clauses of a sentence with several numbers stand side by side."""
    is_compact: bool = False
    """Height is short: such a sentence runs on as it is where its clauses do not stand so, and
    what is one below the other stands closer."""
    icons: Literal["", "left", "above"] = ""
    """Where each stat's icon stands; "" where none is drawn."""


def change_size(
    changes: Sequence[tuple[Stat, float]], style: TextStyle, value_style: TextStyle, look: Arrow,
    press: SmallestType, *, compact: bool = False,
) -> SetSize:  # fmt: skip
    """How all changes of a set stand, and the size at which every one fits its width.

    Where height is short, numbers are made smaller before words go above them.
    """
    copies = [states_of(stat) for stat, _ in changes]
    earlier = scaled(value_style, look.earlier)
    least = max(
        press_factor(_numbers([one for one, _ in copies]), earlier, press),
        press_factor(_numbers([one for _, one in copies]), value_style, press),
    )
    rooms = [width for _, width in changes]
    if look.direction == "across":
        pairs = _side_by_side(changes, style, value_style, look)

        # Words keep their size: only the numbers are multiplied.
        def across(factor: float) -> bool:
            return all(
                sum(state.stacked(factor) for state in pair) + look.between <= room
                for pair, room in zip(pairs, rooms, strict=True)
            )

        factor = largest(across, max(SMALLEST_ACROSS, least))
        if across(factor):
            return SetSize(factor)
    down = [[Widths.of(_state(one), style, value_style) for one in pair] for pair in copies]
    column = _column(down, style, value_style, look)

    def beside(factor: float) -> bool:
        return all(
            column + one.number_at(factor) + _tail_room(one, style) <= room + TOLERANCE
            for pair, room in zip(down, rooms, strict=True)
            for one in pair
        )

    has_words = any(one.words for pair in down for one in pair)
    smallest = SMALLEST_ACROSS if compact else SMALLEST_BESIDE
    factor = largest(beside, max(smallest if has_words else SMALLEST_ABOVE, least))
    if beside(factor) or not has_words:
        return SetSize(factor, "beside", column)

    def above(factor: float) -> bool:
        return all(
            one.number_at(factor) <= room + TOLERANCE
            for pair, room in zip(down, rooms, strict=True)
            for one in pair
        )

    return SetSize(largest(above, max(SMALLEST_ABOVE, least)), "above")


def later_column(
    changes: Sequence[tuple[Stat, float]], style: TextStyle, value_style: TextStyle, look: Arrow,
    factor: float,
) -> float:  # fmt: skip
    """Where all later states of changes side by side can begin; 0 where they cannot at one x."""
    pairs = _side_by_side(changes, style, value_style, look)
    lefts = [before.stacked(factor) for before, _ in pairs]
    start = max(lefts) + look.between
    # What is left over widens the arrows a little, never beyond twice their length.
    spare = min(
        room - start - after.stacked(factor)
        for (_, after), (_, room) in zip(pairs, changes, strict=True)
    )
    if spare < -TOLERANCE or max(lefts) - min(lefts) > look.length:
        return 0.0
    return start + min(max(spare, 0.0), look.length)


def _side_by_side(
    changes: Sequence[tuple[Stat, float]], style: TextStyle, value_style: TextStyle, look: Arrow
) -> list[tuple[Widths, Widths]]:
    earlier = scaled(value_style, look.earlier)
    states = [states_of(stat) for stat, _ in changes]
    return [
        (Widths.of(_state(one), style, earlier), Widths.of(_state(other), style, value_style))
        for one, other in states
    ]


def _column(
    changes: Sequence[Sequence[Widths]], style: TextStyle, value_style: TextStyle, look: Arrow
) -> float:
    """The arrow hangs left of the later state's words; numbers begin right of the longest."""
    shaft, gap = _shaft(value_style, look) + look.gap, WORD_GAP * style.size
    firsts = [first.words + gap for first, _ in changes if first.words]
    seconds = [shaft + second.words + gap for _, second in changes if second.words]
    return max([shaft, *firsts, *seconds])


WORD_GAP = 0.3
"""Between a state's words and its number on one line, in em of the words."""


def _tail_room(widths: Widths, style: TextStyle) -> float:
    return widths.tail + WORD_GAP * style.size if widths.tail else 0.0


def _shaft(value_style: TextStyle, look: Arrow) -> float:
    """The length of the arrow before a state below the other."""
    return min(look.length, value_style.of(Part.DIGITS).size * 0.6)


def lay_out_change(
    stat: Stat, style: TextStyle, value_style: TextStyle, gap: float, look: Arrow, width: float,
    size: SetSize,
) -> StatCell:  # fmt: skip
    """From and to, side by side on one baseline, or one above the other."""
    setting = _Setting(stat, style, value_style, gap, look, width, size)
    match size.way:
        case "across":
            cell = setting.across()
        case "beside":
            cell = setting.beside()
        case "above":
            cell = setting.above()
    if stat.label is None:
        return cell
    label = set_copy(stat.label, style, width, name="label")
    return cell.with_above(label, gap)


@record
class _Setting:
    """One change and how it is set."""

    stat: Stat
    style: TextStyle
    value_style: TextStyle
    gap: float
    look: Arrow
    width: float
    size: SetSize

    @property
    def later(self) -> TextStyle:
        return scaled(self.value_style, self.size.factor)

    @property
    def between(self) -> float:
        """From a number to the words or number below it that are not about it."""
        return self.gap if self.size.is_compact else 2 * self.gap

    @property
    def states(self) -> tuple[Pieces, Pieces]:
        before, after = states_of(self.stat)
        return _state(before), _state(after)

    def arrow(self, x: float, y: float, length: float) -> Placed:
        color = self.look.color or self.value_style.of(Part.DIGITS).color
        head = arrow(Point(x, y), length, self.look.weight, color, self.stat.origin)
        group = Group((head,), role=Role.ARTIFACT, name="arrow")
        return Placed(Point(0, 0), group, self.stat.origin)

    def across(self) -> StatCell:
        before, after = self.states
        later = self.later
        earlier = scaled(later, self.look.earlier)
        left, right = (
            Widths.of(state, self.style, how).stacked(1.0)
            for state, how in ((before, earlier), (after, later))
        )
        smaller, larger = (
            set_trimmed(state.value, how, inf).baseline
            for state, how in ((before, earlier), (after, later))
        )
        # The smaller number is lower, but the words of both stand on one line.
        drop = max(larger - smaller, 0.0)
        first = stack_of(before, self.style, earlier, self.gap, left, drop)
        second = stack_of(after, self.style, later, self.gap, right)
        place = self.size.column
        if not place:
            spare = max(self.width - left - right - self.look.between, 0.0)
            place = left + self.look.between + min(spare, self.look.length)
        middle = max(first.number, second.number) - _cap_height(later) * 0.45
        shaft = self.arrow(left + self.look.gap, middle, place - left - 2 * self.look.gap)
        # In the order of the page, between the two states.
        return abreast((first, second), (0.0, place), self.width, (shaft,))

    def beside(self) -> StatCell:
        first, second = (self._line(state, self.size.column) for state in self.states)
        middle = second.number - _cap_height(self.later) / 2
        shaft = self.arrow(0.0, middle, _shaft(self.value_style, self.look))
        second = replaced(second, head=second.head.adorned(under=(shaft,)))
        return one_below_the_other((first, second), max(self.between, _apart(self.later)))

    def _line(self, state: Pieces, column: float) -> StatCell:
        """A state on one line: its words up to its number, which begins where all others do."""
        gap = WORD_GAP * self.style.size
        number = set_trimmed(state.value, self.later, self.width - column, "value")
        number = flush(number, self.later, self.style.size)
        parts = [(Point(column, 0), number)]
        if state.before is not None:
            words = set_copy(state.before, self.style, inf, name="label")
            left = column - gap - natural_width(state.before, self.style)
            parts.insert(0, (Point(left, number.baseline - words.baseline), words))
        if state.after is not None:
            tail = set_copy(state.after, self.style, inf, name="label")
            wide = natural_width(state.value, self.later)
            at = Point(column + wide + gap, number.baseline - tail.baseline)
            parts.append((at, tail))
        size = Size(self.width, number.size.height)
        return StatCell.of_number(together(size, parts, baseline=number.baseline))

    def above(self) -> StatCell:
        before, after = self.states
        first, second = self._number(before), self._number(after)
        if before.before is not None:
            words = set_copy(before.before, self.style, self.width, name="label")
            first = first.with_above(words, self.gap)
        shaft = _shaft(self.value_style, self.look)
        behind = sum(self._line_widths(before)) + self.look.gap
        if after.before is None and behind + shaft <= self.width:
            # Nothing stands above the later number that the arrow could stand before.
            drawn = self.arrow(behind, first.number - _cap_height(self.later) / 2, shaft)
            first = replaced(first, head=first.head.adorned(over=(drawn,)))
            return one_below_the_other((first, second), max(self.between, _apart(self.later)))
        line = Frame(Size(self.width, self.style.leading), baseline=self.style.leading * 0.7)
        if after.before is not None:
            left = shaft + self.look.gap
            line = set_copy(after.before, self.style, self.width - left, name="label")
            line = line.moved(left, 0)
        drawn = self.arrow(0.0, line.baseline - self.style.size * 0.36, shaft)
        second = second.with_above(line.adorned(under=(drawn,)), self.gap)
        return one_below_the_other((first, second), self.between)

    def _number(self, state: Pieces) -> StatCell:
        """A state without its words, what follows its number beside it where there is room."""
        state = replaced(state, before=None)
        if sum(self._line_widths(state)) <= self.width:
            return self._line(state, 0.0)
        return stack_of(state, self.style, self.later, self.gap, self.width)

    def _line_widths(self, state: Pieces) -> tuple[float, float]:
        widths = Widths.of(state, self.style, self.later)
        return widths.number, _tail_room(widths, self.style)


def stack_of(
    pieces: Pieces, style: TextStyle, value_style: TextStyle, gap: float, width: float,
    drop: float = 0.0,
) -> StatCell:  # fmt: skip
    """Words, the number below them (by `drop` further), and below that what follows it."""
    number = flush(set_trimmed(pieces.value, value_style, width, "value"), value_style, style.size)
    cell = StatCell.of_number(number)
    if pieces.before is not None:
        cell = cell.with_above(set_copy(pieces.before, style, width, name="label"), gap + drop)
    if pieces.after is not None:
        cell = cell.with_below(set_copy(pieces.after, style, width, name="label"), gap)
    return cell


def _apart(value_style: TextStyle) -> float:
    """Between two numbers with no words between them."""
    return value_style.of(Part.DIGITS).size / 3


def _cap_height(value_style: TextStyle) -> float:
    digits = value_style.of(Part.DIGITS)
    return digits.fonts.figures[0].metrics.cap_height * digits.size


def _state(copy: Copy) -> Pieces:
    """A state taken apart; what has no number, or several, is all number."""
    pieces = taken_apart(copy)
    return Pieces(None, copy, None) if pieces is None else with_short_tail(pieces)


def states_of(stat: Stat) -> tuple[Copy, Copy]:
    assert stat.from_ is not None
    assert stat.to is not None
    return stat.from_, stat.to


def _numbers(copies: Sequence[Copy]) -> list[Copy]:
    """What of them is set as a number."""
    return [Copy(tuple(s for s in one.spans if s.part is not Part.PLAIN)) for one in copies]
