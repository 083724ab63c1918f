"""Range bars: from a low to a high value a row, on an axis that may be cut and then says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.ranking import pairs
from infographic.blocks.devices.ranking.anatomy import tones
from infographic.blocks.devices.ranking.anatomy.series_names import Sign
from infographic.blocks.devices.ranking.pairs import Pair
from infographic.display.items import Placed, Stroke
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.marks import straight
from infographic.graphics.scale import Scale
from infographic.graphics.subject import Subject


def refuses(subject: Subject) -> Saying | None:
    refused = pairs.refuses(subject)
    if refused is not None:
        return refused
    lows, highs = (one.values for one in subject.series)
    for row, (low, high) in enumerate(zip(lows, highs, strict=True)):
        if low is not None and high is not None and low > high:
            return say(
                "graphic-refuses/range", row=subject.names[row] or str(row + 1),
                low=f"{low:f}", high=f"{high:f}",
            )  # fmt: skip
    return None


def _marks(
    subject: Subject, look: Look, pair: Pair, scale: Scale, middle: float, thick: float
) -> Iterator[Placed]:
    low, high = pair.values
    across = (middle - thick / 2, middle + thick / 2)
    if low is not None and high is not None and low != high:
        along = (scale.at(low), scale.at(high))
        bar = tones.marked(look, along, across, pair.tone, subject.at(pair.row, 1))
        yield from bar
        if not bar:
            # Ends that are too close for a bar have a line, as equal ones have.
            yield from _across(look, pair, sum(along) / 2, across, subject.at(pair.row, 1))
        return
    # One value, or an end without the other: a line across says where, and no length.
    for at, value in enumerate(pair.values):
        if value is not None and (at or value != high):
            yield from _across(look, pair, scale.at(value), across, subject.at(pair.row, at))


def _across(
    look: Look, pair: Pair, x: float, across: tuple[float, float], origin: Origin
) -> Iterator[Placed]:
    stroke = Stroke(pair.tone.fill or look.ink, look.of(2, 6))
    yield from straight(Point(x, across[0]), Point(x, across[1]), stroke, origin)


def _sign(subject: Subject, look: Look) -> Sign:
    """The left end of a bar, and the right one."""

    def sign(at: int, box: Rect) -> Iterable[Placed]:
        origin = subject.series[at].column.origin
        x, middle = (box.right, box.x)[at], box.y + box.height / 2
        stroke = Stroke(look.ink, look.of(2, 6))
        end = Point(box.x if at == 0 else box.right, middle)
        yield from straight(Point(x, middle), end, stroke, origin)
        yield from straight(Point(end.x, box.y), Point(end.x, box.bottom), stroke, origin)

    return sign


def _clear(look: Look) -> float:
    return look.of(1, 3)


RANGES = pairs.Form("range-bars", _marks, _clear, _sign)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    return pairs.draw_pairs(RANGES, subject, look, room)


DEVICE = Device("range-bars", refuses, pairs.least, draw, ("dumbbells", "figures"))
