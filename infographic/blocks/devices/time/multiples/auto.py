"""Small multiples of whichever kind the rows ask for: lines, columns or bars, all of one."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from infographic.blocks.devices.device import Drawn
from infographic.blocks.devices.time.line import FEWEST_POINTS
from infographic.blocks.devices.time.multiples import bars, columns, line
from infographic.blocks.devices.time.multiples.fields import Fields, device_of
from infographic.foundation.geometry import Size
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject

KINDS = {"line": line.FIELDS, "columns": columns.FIELDS, "bars": bars.FIELDS}


def kind_of(part: Subject) -> str:
    """What one column asks for by itself."""
    if not part.is_over_time:
        return "bars"
    return "line" if len(part.series[0].present) >= FEWEST_POINTS else "columns"


def refuses(part: Subject) -> Saying | None:
    """That all columns ask for one kind is seen from the first: see `refuses_mixed`."""
    return KINDS[kind_of(part)].refuses(part)


def least(parts: Sequence[Subject], look: Look, held: Sequence[Decimal]) -> Size:
    return KINDS[kind_of(parts[0])].least(parts, look, held)


def draw(
    parts: Sequence[Subject], looks: Sequence[Look], width: float, height: float | None,
    one_scale: bool,
) -> Sequence[Drawn]:  # fmt: skip
    return KINDS[kind_of(parts[0])].draw(parts, looks, width, height, one_scale)


FIELDS = Fields("small-multiples", refuses, least, draw)
_ONE = device_of(FIELDS)


def refuses_mixed(subject: Subject) -> Saying | None:
    """Fields of several kinds do not compare."""
    from infographic.blocks.devices.time.multiples.fields import parts_of

    refused = _ONE.refuses(subject)
    if refused is not None:
        return refused
    kinds = [(part.series[0].name, kind_of(part)) for part in parts_of(subject)]
    other = next((pair for pair in kinds if pair[1] != kinds[0][1]), None)
    if other is None:
        return None
    return say("graphic-refuses/mixed", one=kinds[0][0], kind=kinds[0][1], other=other[0],
               otherwise=other[1])  # fmt: skip


DEVICE = _ONE._replace(refuses=refuses_mixed)
