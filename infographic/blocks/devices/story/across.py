"""A timeline that runs across: dates over the band, words under it, or both in turn."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.blocks.devices.story.happenings import Happenings
from infographic.blocks.devices.story.labels import Label
from infographic.blocks.devices.story.spine import (
    Measures,
    Places,
    Share,
    are_apart,
    lanes_of,
    measures_of,
    spine,
    spread,
    times_of,
    today_of,
)
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.graphics.look import Look

WIDEST = 15
"""A label's measure at most, in times the size of what happened."""


class Row(NamedTuple):
    """Where the events of a timeline stand, and their words."""

    places: Places
    lefts: tuple[float, ...]
    widths: tuple[float, ...]
    alternates: bool
    is_true: bool
    """Whether distances are as the times between; else they are even, which is said."""


def row_of(given: Happenings, labels: Sequence[Label], width: float, look: Look) -> Row | None:
    """The first arrangement that has room for all words: in true time, then in turn above and
    below, then even; None where none has."""
    times = times_of(given)
    count = len(labels)
    even = tuple(Share(n / max(count - 1, 1), n / max(count - 1, 1)) for n in range(count))
    roomy = [min(label.natural, max(label.least, width / count)) for label in labels]
    least = [label.least for label in labels]
    for shares, is_true in ((times.shares, True), (even, False)):
        for alternates in (False, True):
            for lasts in (roomy, least):
                tried = _tried(given, labels, shares, lasts, width, look, alternates, is_true)
                if tried is not None:
                    return tried
    return None


def _tried(
    given: Happenings, labels: Sequence[Label], shares: Sequence[Share], lasts: Sequence[float],
    width: float, look: Look, alternates: bool, is_true: bool,
) -> Row | None:  # fmt: skip
    sizes = measures_of(look)
    count, step = len(labels), 2 if alternates else 1
    offsets = [0.0 if one.is_stretch else sizes.radius for one in given.all]
    start = _start(shares, offsets, width)
    end = width - sizes.radius if shares[-1].end > 0 else start
    for number in range(max(count - step, 0), count):
        share = shares[number].begin
        if share > 0:
            end = min(end, start + (width - lasts[number] + offsets[number] - start) / share)
        elif start - offsets[number] + lasts[number] > width:
            return None
    if end < start:
        return None
    begins, ends = spread(shares, start, end)
    lefts = tuple(begin - offset for begin, offset in zip(begins, offsets, strict=True))
    rooms = [
        (lefts[n + step] - labels[n].sizes.gap if n + step < count else width) - lefts[n]
        for n in range(count)
    ]
    if any(room < label.least - 0.01 for room, label in zip(rooms, labels, strict=True)):
        return None
    marks = [begin for begin, one in zip(begins, given.all, strict=True) if not one.is_stretch]
    if not are_apart(marks, 2 * sizes.radius + look.of(1, 3)):
        return None
    if not is_true:
        ends = tuple(_short(n, begins, ends, width, sizes) if given.all[n].is_stretch else begins[n]
                     for n in range(count))  # fmt: skip
    widths = tuple(
        min(room, label.natural, max(label.least, WIDEST * label.sizes.what.size))
        for room, label in zip(rooms, labels, strict=True)
    )
    true = times_of(given).today if is_true else None
    known = None if true is None else min(max(start + true * (end - start), 0.0), width)
    today = today_of(given, begins, known, width)
    return Row(Places(begins, ends, 0.0, width, today), lefts, widths, alternates, is_true)


def _start(shares: Sequence[Share], offsets: Sequence[float], width: float) -> float:
    """Where the first one begins, so that no dot reaches past the left edge."""
    near = [offset for share, offset in zip(shares, offsets, strict=True)
            if share.begin * width / 2 < offset]  # fmt: skip
    return max((*near, offsets[0]))


def _short(
    n: int, begins: Sequence[float], ends: Sequence[float], width: float, sizes: Measures
) -> float:
    """Where times are not true, a bar has one length, short of the next event."""
    after = begins[n + 1] - sizes.radius if n + 1 < len(begins) else width
    return min(begins[n] + sizes.radius * 5, after - sizes.radius)


class Heights(NamedTuple):
    """Of the words above the band and below it, and of the band with its lanes."""

    above: float
    band: float
    below: float

    @property
    def all(self) -> float:
        return self.above + self.band + self.below


def heights_of(
    row: Row, labels: Sequence[Label], frames: Sequence[Frame], lanes: Sequence[int], look: Look
) -> Heights:
    sizes = measures_of(look)
    gap = look.of(4, 12)
    half = max(sizes.radius, sizes.stretch / 2)
    band = 2 * half + max(lanes) * sizes.lane
    dates = max(label.date.rise + label.date.foot for label in labels)
    if not row.alternates:
        return Heights(dates + gap, band, gap + max(frame.size.height for frame in frames))
    whole = [dates + gap + frame.size.height for frame in frames]
    return Heights(max(whole[1::2]) + gap, band, max(whole[::2]) + gap)


def set_words(row: Row, labels: Sequence[Label]) -> list[Frame]:
    return [label.words(width) for label, width in zip(labels, row.widths, strict=True)]


def drawn_across(
    given: Happenings, row: Row, labels: Sequence[Label], width: float, look: Look, origin: Origin
) -> Frame:
    """The timeline, from its own top left corner."""
    lanes, frames = lanes_of(given), set_words(row, labels)
    heights = heights_of(row, labels, frames, lanes, look)
    sizes = measures_of(look)
    middle = heights.above + max(sizes.radius, sizes.stretch / 2)
    marks = spine(given, row.places, lanes, middle, look, origin, upright=False)
    parts = [(Point(0, 0), bare(marks))]
    parts += _words(row, labels, frames, heights, look)
    faults = [fault for label in labels for fault in label.date.faults]
    return together(Size(width, heights.all), parts, faults)


def _words(
    row: Row, labels: Sequence[Label], frames: Sequence[Frame], heights: Heights, look: Look
) -> Iterator[tuple[Point, Frame]]:
    gap = look.of(4, 12)
    rise = max(label.date.rise for label in labels)
    foot = max(label.date.foot for label in labels)
    for number, (label, frame) in enumerate(zip(labels, frames, strict=True)):
        left = row.lefts[number]
        date, words = _heights(row, number, rise, foot, gap, frame, heights)
        items: list[Placed] = label.date.at(left, date)
        yield Point(0, 0), bare(items)
        yield Point(left, words), frame


def _heights(
    row: Row, number: int, rise: float, foot: float, gap: float, frame: Frame, heights: Heights
) -> tuple[float, float]:
    """The date's baseline, and the top of the words."""
    under = heights.above + heights.band + gap
    if not row.alternates:
        return rise, under
    if number % 2 == 0:
        return under + rise, under + rise + foot + gap
    words = heights.above - gap - frame.size.height
    return words - gap - foot, words
