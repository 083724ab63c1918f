"""A map and its foot, sized to each other."""

from __future__ import annotations

from collections.abc import Sequence

from infographic.blocks.devices.device import Room
from infographic.blocks.devices.maps.ground import Ground, edge_of, ground_of, scale_of
from infographic.blocks.devices.maps.keys import Entry, Foot, foot_of
from infographic.foundation.base_map import BaseMap
from infographic.graphics.look import Look


def settled(
    base: BaseMap, room: Room, entries: Sequence[Entry], look: Look, language: str,
    below: float = 0.0,
) -> tuple[Ground, Foot]:  # fmt: skip
    """The map as large as the room takes it above its foot and what stands `below` that."""
    foot = foot_of(entries, None, room.width, look)
    ground = None
    # The scale bar may want a row of its own, which makes the map and so the bar smaller.
    for _ in range(3):
        height = None if room.height is None else room.height - foot.height - below
        ground = ground_of(base, room.width, height, edge_of(look))
        bar = scale_of(ground, look, language)
        made = foot_of(entries, bar, room.width, look)
        if made.height <= foot.height:
            foot = made
            break
        foot = made
    assert ground is not None
    return ground, foot
