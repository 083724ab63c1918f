"""What a device must make good: data to try it with, and what then stands in the file."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from device_pages import Case
from hypothesis import strategies as st
from written_glyphs import Box
from written_marks import Mark, Sheet

TRUE = 0.05
"""No length and no place may be wrong by more, in points."""
THIN = 0.25
"""The thinnest that a press prints."""
WRITTEN = 0.001
"""Places are written to a thousandth of a point: so much a difference of two may be off."""
AREA = 0.001
"""No area by more, as a share of it."""


class Proof(NamedTuple):
    """Of one device."""

    cases: st.SearchStrategy[Case]
    holds: Callable[[Sheet, Case], None]
    """Asserts, from the file alone, that what is drawn is what the data say."""
    widths: Sequence[float] = (0, 0, 20, 90, 300)
    """What is added to the least width, in points."""
    over: float = 0.0
    """How far its marks may reach over its frame: a dot on the border of a map."""


def assert_proportional(lengths: Sequence[float], values: Sequence[float]) -> float:
    """Lengths that say values, each in its place; what one unit is long. None may be 0.05 pt off.

    What would be thinner than a press prints has no mark, and its figure alone."""
    assert lengths, "nothing is drawn"
    share = max(lengths) / max(values)
    stand = [value for value in values if value * share >= THIN]
    assert len(stand) == len(lengths), (list(lengths), list(values))
    for length, value in zip(lengths, stand, strict=True):
        assert abs(length - value * share) <= TRUE, (length, value * share, value)
    return share


class Straight(NamedTuple):
    """A scale read back from two places: place = zero + share × value."""

    zero: float
    share: float
    low: float = 0.0
    high: float = 1.0
    """The values that it was read from."""

    def at(self, value: float) -> float:
        return self.zero + self.share * value

    def slack_at(self, value: float) -> float:
        """How far a place may be off for what places are rounded by. From 2330 and 2335 it is 467
        times as far to 0 as from one to the other, and the rounding grows as much."""
        far = max(abs(value - self.low), abs(value - self.high))
        return WRITTEN * far / (self.high - self.low)


def assert_straight(
    places: Sequence[float], values: Sequence[float], slack: float = TRUE
) -> Straight:
    """Places on one scale, each at its value."""
    assert len(places) == len(values) > 0, (list(places), list(values))
    low, high = min(values), max(values)
    if low == high:
        assert max(places) - min(places) <= slack, (list(places), list(values))
        return Straight(places[0], 0.0)
    start, end = places[values.index(low)], places[values.index(high)]
    share = (end - start) / (high - low)
    for place, value in zip(places, values, strict=True):
        assert abs(place - (start + (value - low) * share)) <= slack, (place, value, start, share)
    return Straight(start - low * share, share, low, high)


def down(marks: Sequence[Mark]) -> list[Mark]:
    """From the top of the page down, those of one height from the left."""
    return sorted(marks, key=lambda mark: (round(mark.box.middle[1], 1), mark.box.left))


def across(marks: Sequence[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: mark.box.left)


def level(mark: Mark) -> bool:
    return mark.is_straight_line and mark.box.height < 0.01


def upright(mark: Mark) -> bool:
    return mark.is_straight_line and mark.box.width < 0.01


def number_said(text: str) -> float | None:
    """A figure's value as it is printed; None for other words."""
    plain = text.replace("−", "-").replace("+", "").replace(",", "").removesuffix("%")
    try:
        return float(plain)
    except ValueError:
        return None


def assert_said(sheet: Sheet, band: Box, value: float) -> None:
    """A figure that says the value stands in a band of the page."""
    found = [number_said(w.text) for w in sheet.words if w.box.meets(band, 0.5)]
    assert any(one is not None and abs(one - value) <= abs(value) * 1e-9 for one in found), (
        value, [w.text for w in sheet.words if w.box.meets(band, 0.5)],
    )  # fmt: skip
