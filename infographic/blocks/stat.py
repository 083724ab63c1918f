"""One number and what it says: a sentence with its numbers large, or a stack of label and value."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate
from typing import Annotated, Literal

from infographic.blocks.cell import StatCell, Widths, abreast, one_below_the_other
from infographic.blocks.change import (
    Arrow,
    SetSize,
    change_size,
    later_column,
    lay_out_change,
    stack_of,
)
from infographic.display.frame import Frame
from infographic.display.items import TextLine, walk
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Point
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.layout.block import Region, SmallestType
from infographic.layout.copyfit import NO_LIMIT, press_factor
from infographic.layout.scaling import largest, scaled
from infographic.layout.setting import TOLERANCE, flush, set_copy
from infographic.layout.stacking import Vertical, in_height, pile
from infographic.story.model import AnyStat
from infographic.story.model import Stat as StatData
from infographic.story.stat import (
    Pieces,
    clauses_of,
    sentence_of,
    spelled_out,
    taken_apart,
    with_short_tail,
)
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Part, TextStyle


@record(kw_only=True)
class StatLook:
    """How numbers are set; shared by `stat` and `stats`."""

    style: TextStyle
    """The sentence, or the label of a stack. Its `digits`, `unit` and `qualifier` set the number
    inside a sentence."""
    value_style: TextStyle | None = None
    """The number of a stack; its `digits`, `unit` and `qualifier` set the parts."""
    sentence_style: TextStyle | None = None
    """A sentence among stacks that does not part into clauses with one number each; without one,
    `style` with the numbers of `value_style`. It wraps before its numbers are smaller than 0.75 of
    its siblings'."""
    note_style: TextStyle | None = None
    """A stat's second, smaller line."""
    form: Literal["sentence", "stacked"] = "sentence"
    """A sentence as it reads, or label and value one above the other; a sentence with several
    numbers is then a stack for each clause that has one."""
    label: Literal["above", "below"] = "below"
    """Where a spelled-out stat's label stands; a sentence keeps the order of its words."""
    gap: Length = 4.0
    """Between label and value."""
    arrow: Arrow = Arrow()
    """The arrow of a change."""
    smallest: Annotated[float, Range(gt=0, le=1)] = 0.6
    """The smallest share of its size a stack's number may shrink to; never less than the press
    prints."""
    icon: Literal["left", "above", "none"] = "left"
    """Where a stat's icon stands: before its first line, hung from the capitals, or over it; over
    it too where a set is too narrow. If not every stat of a set has one, none is drawn."""
    icon_size: Length | None = None
    """How high it is; without one, 2.2 times the words' size."""
    icon_color: Color | None = None
    """Its colour; without one, that of the numbers."""

    @property
    def icon_height(self) -> float:
        return 2.2 * self.style.size if self.icon_size is None else self.icon_size

    @property
    def icon_room(self) -> float:
        """What an icon takes of the measure, with the gap behind it."""
        return 1.3 * self.icon_height

    def icon_place(self, stats: Sequence[StatData], width: float) -> Literal["", "left", "above"]:
        """Where a set's icons stand in so narrow a cell; "" where none is drawn."""
        if self.icon == "none" or not stats or not all(stat.icon for stat in stats):
            return ""
        is_narrow = width - self.icon_room < LEAST_BESIDE_ICON * self.style.size
        return "above" if is_narrow else self.icon


LEAST_BESIDE_ICON = 6.0
"""Words beside an icon have a measure of so many em, or it stands above them."""


def lay_out_stat(stat: StatData, look: StatLook, width: float, size: SetSize) -> StatCell:
    """One stat as tall as it is, its number at the size of its siblings."""
    if not size.icons:
        return _without_icon(stat, look, width, size)
    # Late: few stories have icons.
    from infographic.blocks.stat_icons import with_icon_above, with_icon_left

    color = look.icon_color or (look.value_style or look.style).of(Part.DIGITS).color
    if size.icons == "above":
        cell = _without_icon(stat, look, width, size)
        return with_icon_above(cell, stat.icon, look.icon_height, look.gap, color, stat.origin)
    room = look.icon_room
    cell = _without_icon(stat, look, width - room, size)
    return with_icon_left(cell, stat.icon, look.icon_height, room, color, stat.origin)


def _without_icon(stat: StatData, look: StatLook, width: float, size: SetSize) -> StatCell:
    if is_change(stat):
        cell = lay_out_change(
            stat, look.style, look.value_style or look.style, look.gap, look.arrow, width,
            size,
        )  # fmt: skip
    elif look.form == "sentence" or look.value_style is None:
        style = replaced(look.style, parts=scaled(look.style, size.factor).parts)
        frame = flush(set_copy(sentence_of(stat), style, width, name="stat"), style, style.size)
        cell = StatCell(frame, frame.baseline)
    else:
        cell = _stacked(stat, look, width, size)
    if stat.note is not None:
        note = set_copy(stat.note, look.note_style or look.style, width, name="note")
        cell = cell.with_below(note, look.gap)
    return cell


def _stacked(stat: StatData, look: StatLook, width: float, size: SetSize) -> StatCell:
    assert look.value_style is not None
    parts = parts_of(stat, look)
    runs_on = len(parts) > 1 and size.is_compact and not size.clauses_across
    if not parts or runs_on:
        return _running(stat, look, width, size.factor)
    value_style = scaled(look.value_style, size.factor)
    cells = [stack_of(pieces, look.style, value_style, look.gap, width) for pieces in parts]
    if len(cells) == 1:
        return cells[0]
    if not size.clauses_across:
        return one_below_the_other(cells, 2 * look.gap)
    widths = [Widths.of(pieces, look.style, value_style).stacked(1.0) for pieces in parts]
    return abreast(cells, _places(widths, _between(value_style), size.column, width), width)


def _places(widths: Sequence[float], between: float, column: float, room: float) -> list[float]:
    """Where clauses side by side begin; two of them as a change's two states where that fits."""
    first, *others = widths
    if len(others) == 1 and first + between <= column and column + others[0] <= room:
        return [0.0, column]
    return [0.0, *accumulate(width + between for width in widths[:-1])]


def _between(value_style: TextStyle) -> float:
    """Between two clauses side by side."""
    return value_style.of(Part.DIGITS).size / 2


def _running(stat: StatData, look: StatLook, width: float, factor: float) -> StatCell:
    """A sentence that does not part into clauses runs on, its numbers near its siblings' size."""
    assert look.value_style is not None
    style = look.sentence_style or replaced(look.style, parts=look.value_style.parts)
    share = factor * look.value_style.of(Part.DIGITS).size / style.of(Part.DIGITS).size
    best = max(min(share, 1.0), LEAST_OF_SIBLINGS * share)
    copy = sentence_of(stat)

    def at(part: float) -> TextStyle:
        # Its words are never larger than they are asked to be.
        return replaced(
            scaled(style, min(best * part, 1.0)), parts=scaled(style, best * part).parts
        )

    def fits(part: float) -> bool:
        return set_paragraph(copy, at(part), width).overrun <= TOLERANCE

    style = at(largest(fits, look.smallest))
    frame = flush(set_copy(copy, style, width, name="stat"), style, style.size)
    return StatCell(frame, _number_line(frame, style))


LEAST_OF_SIBLINGS = 0.75
"""A sentence wraps before its numbers are set smaller than this share of its siblings'."""


def _number_line(frame: Frame, style: TextStyle) -> float:
    """The baseline of a sentence's first or second line where its first number stands there."""
    large = style.of(Part.DIGITS).size
    lines = [p for p in walk(frame.items, Point(0, 0)) if isinstance(p.item, TextLine)]
    for line in lines[:2]:
        assert isinstance(line.item, TextLine)
        if any(abs(run.size - large) < TOLERANCE for _, run in line.item.runs):
            return line.at.y
    return frame.baseline


def parts_of(stat: StatData, look: StatLook) -> tuple[Pieces, ...]:
    """A stat as label, value and label; several for a sentence that parts into clauses with a
    number each; () for one that does not."""
    if stat.text is not None:
        pieces = taken_apart(stat.text)
        if pieces is not None:
            return (with_short_tail(pieces),)
        clauses = [taken_apart(clause) for clause in clauses_of(stat.text)]
        return tuple(with_short_tail(pieces) for pieces in clauses if pieces is not None)
    return (spelled_out(stat, is_label_above=look.label == "above"),)


def widths_of(stat: StatData, look: StatLook) -> list[Widths]:
    """What a stack's numbers and words want at full size; [] where it is free to break."""
    if look.form != "stacked" or look.value_style is None or is_change(stat):
        return []
    return [Widths.of(pieces, look.style, look.value_style) for pieces in parts_of(stat, look)]


def is_change(stat: StatData) -> bool:
    return stat.from_ is not None and stat.to is not None


def set_size(
    stats: Sequence[tuple[StatData, float]], look: StatLook,
    press: SmallestType = NO_LIMIT, *, compact: bool = False, most: float = 1.0,
) -> SetSize:  # fmt: skip
    """The one size at which every number of a set of stats fits its width, as the press allows.

    A `compact` set takes less height: sentences run on instead of parting into stacks. No number
    is larger than `most`, the share that other sets of its group come down to.
    """
    narrowest = min((width for _, width in stats), default=0.0)
    icons = look.icon_place([stat for stat, _ in stats], narrowest)
    if icons == "left":
        stats = [(stat, width - look.icon_room) for stat, width in stats]
    changes = [(stat, width) for stat, width in stats if is_change(stat)]
    value_style = look.value_style or look.style
    # Changes first: one below the other they may need to be smaller than the rest.
    changed = SetSize(1.0)
    if changes:
        changed = change_size(changes, look.style, value_style, look.arrow, press, compact=compact)
    needs = [(widths_of(stat, look), width) for stat, width in stats]
    least = look.smallest
    if press != NO_LIMIT and look.value_style is not None:
        least = max(least, press_factor(_numbers([s for s, _ in stats]), look.value_style, press))
    factor = largest(
        lambda f: all(
            one.number_at(f) <= width + TOLERANCE for widths, width in needs for one in widths
        ),
        least,
    )
    factor = min(factor, changed.factor, most)
    column = changed.column
    if changes and changed.way == "across":
        column = later_column(changes, look.style, value_style, look.arrow, factor)
    across = changed.way == "across" and all(
        _abreast_width(widths, value_style, factor) <= width
        for widths, width in needs
        if len(widths) > 1
    )
    return SetSize(factor, changed.way, column, across, compact, icons)


def _abreast_width(widths: Sequence[Widths], value_style: TextStyle, factor: float) -> float:
    between = _between(value_style) * factor * (len(widths) - 1)
    return sum(one.stacked(factor) for one in widths) + between


def least_share(
    stats: tuple[StatData, ...], look: StatLook, press: SmallestType = NO_LIMIT
) -> float:
    """The smallest share of all its sizes at which the press still prints every word of a set."""
    words = [sentence_of(stat) for stat in stats]
    notes = [stat.note for stat in stats if stat.note is not None]
    shares = [press_factor(words, style, press) for style in (look.style, look.sentence_style)
              if style is not None]  # fmt: skip
    if look.value_style is not None:
        shares.append(press_factor(_numbers(stats), look.value_style, press))
    if notes:
        shares.append(press_factor(notes, look.note_style or look.style, press))
    return max(shares)


def _numbers(stats: Sequence[StatData]) -> list[Copy]:
    """The emphasised parts of all the stats: what their numbers are set in."""
    words = (sentence_of(stat) for stat in stats)
    return [Copy(tuple(s for s in one.spans if s.part is not Part.PLAIN)) for one in words]


@record(kw_only=True)
class Stat(StatLook):
    """One number of the story."""

    stat: AnyStat
    """A stat of the story: {"$data": "/panels/0/stats/0"}."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        size = set_size([(self.stat, region.width)], self, region.givens.smallest)
        frame = lay_out_stat(self.stat, self, region.width, size).alone
        checked = pile([frame], region.width, 0, region.height, self.origin, say("phrase/stat"))
        return in_height(checked, region.height, self.vertical)
