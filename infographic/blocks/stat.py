"""One number and what it says: a sentence with its numbers large, or a stack of label and value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.blocks.change import Arrow, SetSize, change_size, lay_out_change
from infographic.display.items import Frame
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.marks import Length, Range
from infographic.layout.block import Region, SmallestType
from infographic.layout.copyfit import NO_LIMIT, press_factor
from infographic.layout.fitting import largest, scaled
from infographic.layout.setting import TOLERANCE, set_copy, set_trimmed
from infographic.layout.stacking import Vertical, in_height, pile
from infographic.story.model import Stat as StatData
from infographic.story.stat import Pieces, as_stat, sentence_of, taken_apart, value_of
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Part, TextStyle


@dataclass(frozen=True, slots=True, kw_only=True)
class StatLook:
    """How numbers are set; shared by `stat` and `stats`."""

    style: TextStyle
    """The sentence, or the label of a stack. Its `digits`, `unit` and `qualifier` set the number
    inside a sentence."""
    value_style: TextStyle | None = None
    """The number of a stack; its `digits`, `unit` and `qualifier` set the parts."""
    sentence_style: TextStyle | None = None
    """A sentence with several numbers among stacks; without one, `style`."""
    note_style: TextStyle | None = None
    """A stat's second, smaller line."""
    form: Literal["sentence", "stacked"] = "sentence"
    """A sentence as it reads, or label and value one above the other. A sentence with several
    numbers stays a sentence."""
    label: Literal["above", "below"] = "below"
    """Where a spelled-out stat's label stands; a sentence keeps the order of its words."""
    gap: Length = 4.0
    """Between label and value."""
    arrow: Arrow = Arrow()
    """The arrow of a change."""
    smallest: Annotated[float, Range(gt=0, le=1)] = 0.6
    """The smallest share of its size a stack's number may shrink to; never less than the press
    prints."""


def lay_out_stat(data: Copy | StatData, look: StatLook, width: float, size: SetSize) -> Frame:
    """One stat as tall as it is, its number at the size of its siblings."""
    stat = as_stat(data)
    if is_change(stat):
        frame = lay_out_change(
            stat, look.style, look.value_style or look.style, look.gap, look.arrow, width,
            size,
        )  # fmt: skip
    elif look.form == "sentence" or look.value_style is None:
        style = replace(look.style, parts=scaled(look.style, size.factor).parts)
        frame = set_copy(sentence_of(stat), style, width, name="stat")
    else:
        frame = _stacked(stat, look, width, size.factor)
    if stat.note is not None:
        note = set_copy(stat.note, look.note_style or look.style, width, name="note")
        frame = pile([frame, note], width, look.gap, None, stat.origin, "the stat")
    return frame


def _stacked(stat: StatData, look: StatLook, width: float, factor: float) -> Frame:
    assert look.value_style is not None
    pieces = pieces_of(stat, look)
    if pieces is None:
        style = look.sentence_style or look.style
        return set_copy(sentence_of(stat), scaled(style, factor), width, name="stat")
    frames = []
    if pieces.before is not None:
        frames.append(set_copy(pieces.before, look.style, width, name="label"))
    frames.append(set_trimmed(pieces.value, scaled(look.value_style, factor), width, "value"))
    if pieces.after is not None:
        frames.append(set_copy(pieces.after, look.style, width, name="label"))
    return pile(frames, width, look.gap, None, stat.origin, "the stat")


SHORT = 4
"""So many characters behind a number still stand on its line (158.89万名 党员)."""


def pieces_of(stat: StatData, look: StatLook) -> Pieces | None:
    """A stat as label, value and label; None for a sentence that is no single number."""
    if stat.text is not None:
        pieces = taken_apart(stat.text)
        if pieces and pieces.before and pieces.after and len(pieces.after.text) <= SHORT:
            return replace(pieces, value=with_tail(pieces.value, pieces.after), after=None)
        return pieces
    value = value_of(stat)
    if look.label == "above":
        return Pieces(stat.label, value, None)
    return Pieces(None, value, stat.label)


def with_tail(value: Copy, tail: Copy) -> Copy:
    """A value with a few words behind it, set as its unit is."""
    group = value.spans[-1].group
    spans = tuple(replace(s, part=Part.UNIT, group=group) for s in tail.spans)
    return Copy(value.spans + spans, value.origin)


def room_needed(data: Copy | StatData, look: StatLook) -> float:
    """The width a stack's number wants at full size; 0 where it is free to break."""
    stat = as_stat(data)
    if look.form != "stacked" or look.value_style is None or is_change(stat):
        return 0.0
    pieces = pieces_of(stat, look)
    if pieces is None:
        return 0.0
    return set_paragraph(pieces.value, look.value_style, float("inf")).natural_width


def is_change(stat: StatData) -> bool:
    return stat.from_ is not None and stat.to is not None


def set_size(
    stats: Sequence[tuple[Copy | StatData, float]], look: StatLook, press: SmallestType = NO_LIMIT
) -> SetSize:
    """The one size at which every number of a set of stats fits its width, as the press allows."""
    changes = [(stat, width) for data, width in stats if is_change(stat := as_stat(data))]
    value_style = look.value_style or look.style
    # Changes first: one below the other they may need to be smaller than the rest.
    changed = SetSize(1.0, across=True)
    if changes:
        changed = change_size(changes, look.style, value_style, look.arrow, press)
    needs = [(room_needed(stat, look), width) for stat, width in stats]
    least = look.smallest
    if press != NO_LIMIT and look.value_style is not None:
        least = max(least, press_factor(_numbers([s for s, _ in stats]), look.value_style, press))
    factor = largest(lambda f: all(need * f <= width + TOLERANCE for need, width in needs), least)
    return SetSize(min(factor, changed.factor), changed.across)


def least_share(
    stats: tuple[Copy | StatData, ...], look: StatLook, press: SmallestType = NO_LIMIT
) -> float:
    """The smallest share of all its sizes at which the press still prints every word of a set."""
    words = [sentence_of(as_stat(stat)) for stat in stats]
    notes = [note for stat in stats if (note := as_stat(stat).note) is not None]
    shares = [press_factor(words, style, press) for style in (look.style, look.sentence_style)
              if style is not None]  # fmt: skip
    if look.value_style is not None:
        shares.append(press_factor(_numbers(stats), look.value_style, press))
    if notes:
        shares.append(press_factor(notes, look.note_style or look.style, press))
    return max(shares)


def _numbers(stats: Sequence[Copy | StatData]) -> list[Copy]:
    """The emphasised parts of all the stats: what their numbers are set in."""
    words = (sentence_of(as_stat(stat)) for stat in stats)
    return [Copy(tuple(s for s in one.spans if s.part is not Part.PLAIN)) for one in words]


@dataclass(frozen=True, slots=True, kw_only=True)
class Stat(StatLook):
    """One number of the story."""

    stat: Copy | StatData
    """A stat of the story: {"$data": "/panels/0/stats/0"}."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        size = set_size([(self.stat, region.width)], self, region.givens.smallest)
        frame = lay_out_stat(self.stat, self, region.width, size)
        checked = pile([frame], region.width, 0, region.height, self.origin, "the stat")
        return in_height(checked, region.height, self.vertical)
