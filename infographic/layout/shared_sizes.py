"""Blocks that share one size: what the fullest needs, all of its group are set at."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from infographic.display.frame import Frame
from infographic.display.notes import notes_of
from infographic.foundation.record import replaced
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.notes import SharedSize

ALIKE = 1e-6
"""Factors that differ by less are one."""


def in_groups(pages: Sequence[tuple[Block, Region]]) -> list[Frame]:
    """The pages' blocks laid out, and once more where the members of a group came to differ in
    size: a group may have members on several pages."""
    frames = [lay_out(block, region) for block, region in pages]
    found = shares_of(frames)
    if all(max(factors) - min(factors) < ALIKE for factors in found.values()):
        return frames
    shared = {name: min(factors) for name, factors in found.items()}
    again = []
    for block, region in pages:
        givens = replaced(region.givens, shared={**region.givens.shared, **shared})
        again.append(lay_out(block, replaced(region, givens=givens)))
    return again


def shares_of(frames: Sequence[Frame]) -> Mapping[str, tuple[float, ...]]:
    """The factors that the members of each group are set at, in reading order."""
    found: dict[str, list[float]] = defaultdict(list)
    for frame in frames:
        for note in notes_of(SharedSize, frame.notes):
            found[note.group].append(note.factor)
    return {name: tuple(factors) for name, factors in found.items()}
