"""Which device draws what: as asked, as the data and the room allow, down the ladder at need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from infographic.blocks.devices import KINDS, device
from infographic.blocks.devices.device import Device, Room
from infographic.blocks.devices.suiting import suiting
from infographic.foundation import limits
from infographic.foundation.diagnostics import Severity
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.row_units import unlike_rows
from infographic.graphics.subject import Subject

LAST = "figures"
OVER_TIME = ("line", "area", "calendar")
"""Devices that no layout's preference makes of what are no times: names have no way from one to the
next."""


class Chosen(NamedTuple):
    """A device, why it was chosen, and why not the one that was asked for."""

    device: Device
    why: Saying
    instead_of: str = ""
    """The device that was asked for by name and gave way."""


def chosen(
    subject: Subject, asked: str, prefer: Sequence[str], look: Look, room: Room,
    without_unit: Room | None = None,
) -> Chosen:  # fmt: skip
    """The device that can show the data in the room; `without_unit` is that of those devices
    over which no unit stands.

    First the one `asked` for by name, or those simpler than it; else what the layout prefers, then
    what the shape of the data asks for, then what is simpler than that; plain figures at last.
    """
    first: Saying | None = None
    for name, why in _candidates(subject, asked, prefer):
        one = device(name)
        own = without_unit if without_unit is not None and one.says_unit else room
        refused = _too_long(one, subject) or _unlike(one, subject) or one.refuses(subject)
        refused = refused or _too_small(one, subject, look, own)
        if refused is None:
            if asked in ("", name):
                return Chosen(one, why)
            return Chosen(one, first or why, asked)
        first = first or refused
    return Chosen(device(LAST), first or say("graphic-suits/last"), asked)


def _candidates(
    subject: Subject, asked: str, prefer: Sequence[str]
) -> Iterator[tuple[str, Saying]]:
    """Devices in the order they are tried, each once, with why."""
    waiting: list[tuple[str, Saying]] = []
    if asked:
        waiting.append((asked, say("graphic-suits/asked")))
    else:
        liked = [name for name in prefer if subject.is_over_time or name not in OVER_TIME]
        waiting += [(name, say("graphic-suits/preferred")) for name in liked]
        waiting += [one for one in suiting(subject) if one.name in KINDS]
    seen: set[str] = set()
    while waiting:
        name, why = waiting.pop(0)
        if name not in seen:
            seen.add(name)
            yield name, why
            waiting += [(one, say("graphic-suits/simpler")) for one in device(name).simpler]


WHOLE = frozenset({"pyramid", "table", "steps", "timeline"})
"""Devices that draw a line for each row of the data, however many."""
IN_FILE_ORDER = frozenset({"stacked-bars", "stacked-100"})
RANKING = frozenset(
    {"bars", "lollipop", "dot-plot", "diverging-bars", "dumbbells", "range-bars", "grouped-bars"}
)
"""Devices that leave out the rest of a long ranking, and nothing of what has its own order."""


def _too_long(one: Device, subject: Subject) -> Saying | None:
    """Why what has more rows than the tallest page has lines is not drawn row by row."""
    most = limits.most("chart-rows")
    if subject.count <= most or one.name not in WHOLE | IN_FILE_ORDER | RANKING:
        return None
    is_ranked = one.name in RANKING and not subject.is_over_time
    order = subject.chart.order or ("falling" if is_ranked else "file")
    if one.name not in WHOLE and order != "file":
        return None
    return say("graphic-refuses/rows", most=most, count=subject.count, limit="chart-rows")


WITHOUT_SCALE = (LAST, "lead", "table", "comparison", "steps", "timeline", "place-list", "locator")
"""Devices that measure no number by another, or not where units are unlike."""


def _unlike(one: Device, subject: Subject) -> Saying | None:
    """Why what is counted in different units is on no common scale: people and households."""
    if one.name in WITHOUT_SCALE:
        return None
    units = subject.units
    if subject.given.stats and len(units) > 1:
        return say("graphic-refuses/unlike", units=tuple(unit or "—" for unit in units))
    rows = unlike_rows(subject) if subject.series else None
    return say("graphic-refuses/unlike-rows", units=rows[:2]) if rows is not None else None


def _too_small(one: Device, subject: Subject, look: Look, room: Room) -> Saying | None:
    if one.name == LAST:
        return None
    least = one.least(subject, look)
    if least.width > room.width + 0.01:
        return say("graphic-refuses/width", least=least.width, given=room.width)
    if room.height is not None and least.height > room.height + 0.01:
        if room.width > least.width and _fits(one, subject, look, room, room.height):
            return None
        return say("graphic-refuses/height", least=least.height, given=room.height)
    return one.fits(subject, look, room) if one.fits is not None else None


def _fits(one: Device, subject: Subject, look: Look, room: Room, height: float) -> bool:
    """Whether it fits all the same: its least is that of its least width, and in more width names
    stand beside their marks and not above them."""
    if one.draw(subject, look, room._replace(height=None)).frame.size.height <= height + 0.01:
        return True
    frame = one.draw(subject, look, room).frame
    is_whole = all(fault.severity is Severity.NOTE for fault in frame.faults)
    return is_whole and frame.size.height <= height + 0.01
