"""Small multiples of areas."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn
from infographic.blocks.devices.time import area
from infographic.blocks.devices.time.multiples.fields import Fields, device_of
from infographic.blocks.devices.time.multiples.line import draw_parts, least_of
from infographic.foundation.geometry import Size
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject


def least(parts: Sequence[Subject], look: Look, held: Sequence[Decimal]) -> Size:
    return least_of(parts, look, is_filled=True)


def draw(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool,
) -> list[Drawn]:  # fmt: skip
    return draw_parts(parts, looks, width, height, one_scale, is_filled=True)


FIELDS = Fields("small-multiples-area", area.refuses, least, draw)
DEVICE = device_of(FIELDS)
