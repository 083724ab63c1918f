"""A share bar: the part and the rest of a whole as one bar of full width."""

from __future__ import annotations

from collections.abc import Iterator

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.part.share import Share, share_of
from infographic.blocks.devices.part.told import of_whole
from infographic.display.frame import Frame
from infographic.display.items import Placed, Stroke
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record import replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import LEAST_ON_BARS, Look, tinted
from infographic.graphics.marks import bar, framed, straight
from infographic.graphics.subject import Subject
from infographic.graphics.words import word
from infographic.layout.scaling import scaled
from infographic.text.copy import Copy, Span
from infographic.text.style import TextStyle


def refuses(subject: Subject) -> Saying | None:
    share = share_of(subject)
    if isinstance(share, Saying):
        return share
    if share.high > 1:
        return say("graphic-refuses/over-whole", share=f"{float(share.high) * 100:.0f} %")
    return None


class _Bar(NamedTuple):
    """A share bar measured: its figure, and where that stands."""

    figure: Lettering
    style: TextStyle
    thick: float
    head: Frame
    """Its name, over it."""
    is_inside: bool
    foot: float
    """Of a figure under the bar on a leader."""

    @property
    def height(self) -> float:
        return self.head.size.height + self.thick + self.foot


def _figure_style(look: Look) -> TextStyle:
    """Bold words, as large as those on a bar must be."""
    size = max(look.strong.size, LEAST_ON_BARS) if look.is_print else look.strong.size
    return replaced(scaled(look.strong, size / look.strong.size), autospace=0.0)


def _measured(share: Share, look: Look, width: float, language: str) -> _Bar:
    style = _figure_style(look)
    figure = lettered(share.words, style)
    size = style.size
    thick = max(look.of(12, 36), size * 1.35)
    gap = size * 0.45
    part = float(share.low) * width
    is_inside = figure.width + 2 * gap <= part
    whole = of_whole(share, language)
    spans = share.name.spans if share.name is not None else ()
    if whole:
        spans = (*spans, Span(" · " if spans else ""), Span(whole))
    name = Copy(tuple(span for span in spans if span.text), share.origin)
    head = lines_of(name, look.label, width)
    if name.text:
        lifted = head.size.height + look.em * 0.15
        head = Frame(Size(width, lifted), head.items, head.faults, head.baseline, head.notes)
    behind = float(share.high) * width + gap + figure.width + gap
    foot = 0.0
    if not is_inside and (behind > width or share.high * 100 < 1):
        foot = look.of(4, 12) + figure.height
    return _Bar(figure, style, thick, head, is_inside, foot)


def least(subject: Subject, look: Look) -> Size:
    share = share_of(subject)
    assert isinstance(share, Share)
    width = max(look.of(60, 180), lettered(share.words, _figure_style(look)).width * 1.3)
    return Size(width, _measured(share, look, width, subject.language).height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    share = share_of(subject)
    assert isinstance(share, Share)
    one = _measured(share, look, room.width, subject.language)
    thick = one.thick
    if room.height is not None:
        spare = room.height - one.height
        thick += min(max(spare, 0.0), thick * 0.6)
    top = one.head.size.height
    across = (top, top + thick)
    ends = float(share.low) * room.width, float(share.high) * room.width
    items: list[Placed] = [*one.head.items]
    # Small black words stand on the rest: on newsprint they have 4 : 1 on K10, 3.5 on K20.
    rest = look.shade if look.is_print else look.land
    items += bar((0, room.width), across, rest, share.origin)
    if ends[0] >= look.thinnest:
        items += bar((0, ends[0]), across, look.accent, share.origin)
    if look.is_print and room.width - ends[0] >= look.thinnest:
        items += framed((ends[0], room.width), across, look.frame, share.origin)
    if share.is_range and ends[1] - ends[0] >= look.thinnest:
        stroke = Stroke(look.accent, look.of(1.5, 4))
        items += bar(ends, across, look.paper, share.origin)
        items += framed(ends, across, stroke, share.origin)
    faults: list[Diagnostic] = [*one.head.faults, *one.figure.faults]
    edge = _figure(share, look, one, ends, across, room.width, items)
    faults += _rest(share, look, one, edge, room.width, across, subject.language, items)
    bottom = top + thick + one.foot
    said = (word("outlined-inexact", subject.language),) if share.is_range else ()
    return Drawn(Frame(Size(room.width, bottom), tuple(items), tuple(faults)), said)


def _figure(
    share: Share, look: Look, one: _Bar, ends: tuple[float, float], across: tuple[float, float],
    width: float, items: list[Placed],
) -> float:  # fmt: skip
    """The figure in its part, behind it, or under the bar on a leader; where free room begins."""
    gap = one.style.size * 0.45
    middle = sum(across) / 2
    if one.is_inside:
        reversed_ = lettered(share.words, tinted(one.style, look.on_accent))
        items += reversed_.middle(ends[0] - gap, middle, 1.0)
        return ends[1]
    if not one.foot:
        items += one.figure.middle(ends[1] + gap, middle)
        return ends[1] + gap + one.figure.width
    reach = look.of(4, 12)
    x = min(max(ends[0] / 2, look.leader.width / 2), width - look.leader.width / 2)
    left = min(max(x - look.leader.width / 2, 0.0), width - one.figure.width)
    items += straight(Point(x, across[1]), Point(x, across[1] + reach * 0.75), look.leader,
                      share.origin)  # fmt: skip
    items += one.figure.at(left, across[1] + reach + one.figure.rise)
    return ends[1]


def _rest(
    share: Share, look: Look, one: _Bar, edge: float, width: float, across: tuple[float, float],
    language: str, items: list[Placed],
) -> Iterator[Diagnostic]:  # fmt: skip
    """The rest's name at the bar's far end, black on its tint."""
    if share.high >= 1:
        return
    words = word("others", language)
    rest = lettered(Copy((Span(words),), share.origin), look.label)
    gap = look.em * 0.5
    if edge + rest.width + 2 * gap <= width:
        items += rest.middle(width - gap, sum(across) / 2, 1.0)
        return
    saying = say("graphic-words-left-out", words=words)
    yield Diagnostic(saying, share.origin, severity=Severity.NOTE)


DEVICE = Device("share-bar", refuses, least, draw, ("figures",), says_unit=True)
