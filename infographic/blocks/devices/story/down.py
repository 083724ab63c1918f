"""A timeline that runs down: a spine with dates left of it or over the words right of it."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise

from infographic.blocks.devices.story.happenings import Happenings
from infographic.blocks.devices.story.labels import Label
from infographic.blocks.devices.story.spine import (
    Places,
    lanes_of,
    measures_of,
    spine,
    spread,
    times_of,
    today_of,
)
from infographic.display.frame import Frame, bare, together
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.look import Look

BESIDE = 24
"""From so many em on, dates stand left of the spine."""
TRUE_MOST = 1.8
"""In true time a timeline may be so many times as tall as its words; else it is even."""
STRETCHED = 2.2
"""In a taller frame it grows to so many times their height."""


class Column(NamedTuple):
    """Where the parts of a timeline stand across, and its words. In points."""

    dates: float
    """Where dates end; 0 where they stand over the words."""
    spine: float
    words: float
    frames: tuple[Frame, ...]
    heights: tuple[float, ...]
    """Of each event's words, with its date."""
    gap: float


class Standing(NamedTuple):
    """Where events stand down the page."""

    places: Places
    height: float
    is_true: bool


def column_of(
    given: Happenings, labels: Sequence[Label], lanes: Sequence[int], width: float, look: Look
) -> Column:
    """The words set in what the spine leaves of a width."""
    sizes = measures_of(look)
    half = max(sizes.radius, sizes.stretch / 2)
    gap = look.em * 0.7
    widest = max(label.date.width for label in labels)
    beside = width >= BESIDE * look.em and widest <= width * 0.35
    dates = widest if beside else 0.0
    middle = dates + (gap if beside else 0.0) + half
    words = middle + half + max(lanes) * sizes.lane + gap
    frames = tuple(label.words(max(width - words, look.em)) for label in labels)
    heights = tuple(
        frame.size.height + (0.0 if beside else _over(label, look))
        for frame, label in zip(frames, labels, strict=True)
    )
    return Column(dates, middle, words, frames, heights, look.em * 1.1)


def _over(label: Label, look: Look) -> float:
    """A date over its words: its height and the gap below it."""
    return label.date.rise + label.date.foot + look.of(3, 8)


def least_width(labels: Sequence[Label], lanes: Sequence[int], look: Look) -> float:
    """So that dates stand over words of six characters a line."""
    sizes = measures_of(look)
    left = 2 * max(sizes.radius, sizes.stretch / 2) + max(lanes) * sizes.lane + look.em * 0.7
    widest = max(label.date.width for label in labels)
    return left + max(widest, labels[0].sizes.what.size * 6) + 0.01


def least_height(column: Column) -> float:
    return sum(column.heights) + column.gap * (len(column.heights) - 1)


def stood(given: Happenings, column: Column, labels: Sequence[Label], height: float | None,
          look: Look) -> Standing:  # fmt: skip
    """In true time where that is not much taller than the words; else even."""
    times = times_of(given)
    offsets = _offsets(given, column, labels)
    top = offsets[0]
    steps = [
        tall + column.gap + (offsets[n + 1] - offsets[n] if n + 1 < len(offsets) else 0.0)
        for n, tall in enumerate(column.heights)
    ]
    least = least_height(column)
    room = least * STRETCHED if height is None else min(height, least * STRETCHED)
    # The last one's words stand below its place.
    true = max(
        (step / (b.begin - a.begin) if b.begin > a.begin else float("inf")
         for step, (a, b) in zip(steps, pairwise(times.shares), strict=False)), default=0.0,
    )  # fmt: skip
    last = times.shares[-1].begin
    foot = column.heights[-1] - offsets[-1] + top
    tall = max(true * last + foot, true + top)
    if tall <= (least * TRUE_MOST if height is None else room) + 0.01:
        if height is not None and last > 0:
            true = max(true, min((room - foot) / last, room - top))
        begins, ends = spread(times.shares, top, top + true)
        total = max(begins[-1] - top + foot, max(ends))
        known = None if times.today is None else top + times.today * true
        today = today_of(given, begins, known, total)
        return Standing(Places(begins, ends, 0.0, total, min(max(today, 0.0), total)), total, True)
    gaps = len(steps) - 1
    more = max(room - least, 0.0) / gaps if height is not None and gaps else 0.0
    more = min(more, column.gap * 3)
    begins = tuple(accumulate((step + more for step in steps[:-1]), initial=top))
    half = measures_of(look).stretch
    ends = tuple(
        begin + max(tall, half) if one.is_stretch else begin
        for begin, tall, one in zip(begins, column.heights, given.all, strict=True)
    )
    total = begins[-1] - offsets[-1] + column.heights[-1]
    return Standing(
        Places(begins, ends, 0.0, total, today_of(given, begins, None, total)), total, False
    )


def _offsets(given: Happenings, column: Column, labels: Sequence[Label]) -> list[float]:
    """From the top of each one's words to its place: a bar begins with its words."""
    first = _first(column, labels)
    return [0.0 if one.is_stretch else first for one in given.all]


def _first(column: Column, labels: Sequence[Label]) -> float:
    """From the top of an event's words to the middle of its mark: half of its first line's ink."""
    if not column.dates:
        return max(label.date.rise for label in labels) / 2
    first = labels[0]
    if first.sign is not None:
        # The dot stands at the icon's middle, and its date beside it.
        return max(first.date.rise / 2, first.sign.height / 2)
    return max(first.date.rise / 2, first.sizes.what.leading / 2)


def drawn_down(
    given: Happenings, column: Column, standing: Standing, labels: Sequence[Label], width: float,
    look: Look, origin: Origin,
) -> Frame:  # fmt: skip
    """The timeline, from its own top left corner."""
    lanes = lanes_of(given)
    marks = spine(given, standing.places, lanes, column.spine, look, origin, upright=True)
    parts = [(Point(0, 0), bare(marks))]
    first, offsets = _first(column, labels), _offsets(given, column, labels)
    for label, frame, place, offset in zip(
        labels, column.frames, standing.places.begins, offsets, strict=True
    ):
        top = place - offset
        if column.dates:
            baseline = top + max(frame.baseline, label.date.rise)
            date = baseline if label.sign is None else top + first + label.date.rise / 2
            parts.append((Point(0, 0), bare(label.date.at(column.dates, date, 1.0))))
            parts.append((Point(column.words, baseline - frame.baseline), frame))
        else:
            items = label.date.at(column.words, top + max(one.date.rise for one in labels))
            parts.append((Point(0, 0), bare(items)))
            parts.append((Point(column.words, top + _over(label, look)), frame))
    faults = [fault for label in labels for fault in label.date.faults]
    return together(Size(width, standing.height), parts, faults)
