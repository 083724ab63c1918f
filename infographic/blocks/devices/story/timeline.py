"""A timeline: what happened when, across the page or down it, in true time where words allow."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.story.across import (
    Row,
    drawn_across,
    heights_of,
    row_of,
    set_words,
)
from infographic.blocks.devices.story.down import (
    column_of,
    drawn_down,
    least_height,
    least_width,
    stood,
)
from infographic.blocks.devices.story.happenings import (
    FEWEST,
    RANKS,
    Happenings,
    events_of,
    happenings,
    refuses,
)
from infographic.blocks.devices.story.labels import Label, labels_of, some_icons
from infographic.blocks.devices.story.spine import lanes_of, measures_of
from infographic.display.frame import Frame
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Size
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.graphics.look import Look
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.layout.setting import TOLERANCE

ACROSS = (340, 850)
"""From this width on it may run across."""
MOST_ACROSS = 9
TALL = 0.9
"""Of its width: a frame as tall as that has a timeline that runs down."""


def least(subject: Subject, look: Look) -> Size:
    """The width of one that runs down, and the height of one that runs across, with no more of an
    event than what happened: what has no room beyond that is left out and said."""
    given = happenings(subject)
    labels = [label.bare() for label in labels_of(given.all, given.one_year, look)]
    sizes = measures_of(look)
    date = max(label.date.rise + label.date.foot for label in labels)
    height = date + look.of(8, 24) + 2 * max(sizes.radius, sizes.stretch / 2)
    return Size(least_width(labels, lanes_of(given), look),
                height + labels[0].sizes.what.leading * 2)  # fmt: skip


def fits(subject: Subject, look: Look, room: Room) -> Saying | None:
    """Two events at the least: one alone has no time between."""
    given = happenings(subject)
    if room.height is None:
        return None
    labels = [label.bare() for label in labels_of(given.all, given.one_year, look)]
    if _may_run_across(given, room, look):
        row = row_of(given, labels, room.width, look)
        if row is not None and _fits(row, given, labels, room, look):
            return None
    ranked = sorted(range(len(given.all)), key=lambda n: (RANKS[given.all[n].event.priority], n))
    kept = given._replace(all=tuple(given.all[n] for n in sorted(ranked[:FEWEST])))
    labels = [label.bare() for label in labels_of(kept.all, kept.one_year, look)]
    least = least_height(column_of(kept, labels, lanes_of(kept), room.width, look))
    if least <= room.height + TOLERANCE:
        return None
    return say("graphic-refuses/height", least=least, given=room.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    given = happenings(subject)
    labels = labels_of(given.all, given.one_year, look)
    row = None
    if _may_run_across(given, room, look):
        row = row_of(given, labels, room.width, look)
        if row is not None and not _fits(row, given, labels, room, look):
            labels = [label.bare() for label in labels]
            shorter = row_of(given, labels, room.width, look)
            row = shorter if shorter and _fits(shorter, given, labels, room, look) else None
    if row is None:
        return _down(subject, given, look, room)
    frame = drawn_across(given, row, labels, room.width, look, subject.origin)
    lost = [one for one in labels if one.detail is None]
    return _said(subject, frame, row.is_true, _details_out(subject, given, labels) if lost else ())


def _may_run_across(given: Happenings, room: Room, look: Look) -> bool:
    if room.width < look.of(*ACROSS) or len(given.all) > MOST_ACROSS:
        return False
    if room.height is None:
        # A canvas that grows with what it holds is one for the thumb.
        return look.is_print
    return room.height < TALL * room.width


def _fits(row: Row, given: Happenings, labels: list[Label], room: Room, look: Look) -> bool:
    if room.height is None:
        return True
    heights = heights_of(row, labels, set_words(row, labels), lanes_of(given), look)
    return heights.all <= room.height + TOLERANCE


def _down(subject: Subject, given: Happenings, look: Look, room: Room) -> Drawn:
    """Down the page: where the height is too little, first what is said below events goes, then
    events, those of the least priority and the latest first."""
    kept, faults = given, list[Diagnostic]()
    labels = labels_of(kept.all, kept.one_year, look)
    column = column_of(kept, labels, lanes_of(kept), room.width, look)
    if room.height is not None and least_height(column) > room.height + TOLERANCE:
        labels = [label.bare() for label in labels]
        column = column_of(kept, labels, lanes_of(kept), room.width, look)
        faults += _details_out(subject, kept, labels)
    while (
        room.height is not None and least_height(column) > room.height + TOLERANCE
        and len(kept.all) > 1
    ):  # fmt: skip
        gone = max(range(len(kept.all)), key=lambda n: (RANKS[kept.all[n].event.priority], n))
        kept = kept._replace(all=kept.all[:gone] + kept.all[gone + 1 :])
        labels = [one.bare() for one in labels_of(kept.all, kept.one_year, look)]
        column = column_of(kept, labels, lanes_of(kept), room.width, look)
    out = [one.event.what.text for one in given.all if one not in kept.all]
    if out:
        saying = say("graphic-left-out/events", count=len(out), events=tuple(out))
        faults.append(Diagnostic(saying, subject.origin, severity=Severity.WARNING))
    standing = stood(kept, column, labels, room.height, look)
    frame = drawn_down(kept, column, standing, labels, room.width, look, subject.origin)
    return _said(subject, frame, standing.is_true, faults)


def _details_out(
    subject: Subject, given: Happenings, labels: list[Label]
) -> tuple[Diagnostic, ...]:
    count = sum(
        one.event.detail is not None and label.detail is None
        for one, label in zip(given.all, labels, strict=True)
    )
    if not count:
        return ()
    saying = say("graphic-left-out/details", count=count)
    return (Diagnostic(saying, subject.origin, severity=Severity.WARNING),)


def _said(
    subject: Subject, frame: Frame, is_true: bool, faults: tuple[Diagnostic, ...] | list[Diagnostic]
) -> Drawn:
    faults = (*faults, *some_icons(events_of(subject)))
    said = () if is_true else (word("time-even", subject.language),)
    return Drawn(replaced(frame, faults=(*frame.faults, *faults)), said)


DEVICE = Device("timeline", refuses, least, draw, ("steps", "figures"), fits=fits)
