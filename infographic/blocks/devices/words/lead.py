"""The lead figure: the one number that is the news, its change at the right, its bars below."""

from __future__ import annotations

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.time.change import bars_alone
from infographic.blocks.devices.words.leading import Lead, lead_of
from infographic.display.frame import Frame, bare, together
from infographic.display.items import Placed
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.lettering import Lettering, lettered, lines_of
from infographic.graphics.look import Look, in_accent
from infographic.graphics.subject import Subject
from infographic.layout.scaling import with_digits_of
from infographic.layout.setting import flush
from infographic.text.copy import Copy, Span
from infographic.text.figures import figure_of
from infographic.text.style import Part, TextStyle

WIDEST = 0.62
"""Of the measure: beside a wider figure its change would be crowded."""
CAP_SHARE = 1 / 5
"""Of the height that it is given, the height of its digits."""


def refuses(subject: Subject) -> Saying | None:
    found = lead_of(subject)
    return found if isinstance(found, Saying) else None


class _Plan(NamedTuple):
    """The lead figure at a size, measured."""

    head: Frame
    """Its name, above."""
    figure: Lettering
    beside: tuple[Lettering, ...]
    """What stands at its right; () where that stands below it."""
    under: Frame
    foot: Frame | None
    gap: float

    @property
    def height(self) -> float:
        foot = 0.0 if self.foot is None else self.gap * 1.6 + self.foot.size.height
        return self.head.size.height + self.figure.height + self.under.size.height + foot


def _bounds(look: Look) -> tuple[float, float, float]:
    """The size of its digits: where nothing else goes, the least and the greatest it should be."""
    return look.main.of(Part.DIGITS).size, look.of(84, 220), look.of(140, 300)


def _style(look: Look, size: float) -> TextStyle:
    return in_accent(with_digits_of(look.lead, size), look)


def _beside(lead: Lead, look: Look) -> tuple[Lettering, ...]:
    """Its change as figures, its note and period as words, each in one line."""
    return tuple(lettered(words, style) for words, style in _styled(lead, look))


def _styled(lead: Lead, look: Look) -> list[tuple[Copy, TextStyle]]:
    found = []
    for one in lead.beside:
        is_change = lead.pair is not None and one.text[:1] in "+−约"
        words = figure_of(one.text, one.origin) if is_change else one
        found.append((words, look.figure if is_change else look.label))
    if lead.period:
        found.append((Copy((Span(lead.period),), lead.origin), look.label))
    return found


def _under(lead: Lead, look: Look, width: float, gap: float) -> Frame:
    """The same below it, in lines as they need."""
    parts, y = [], gap * 0.8
    for words, style in _styled(lead, look):
        frame = lines_of(words, style, width)
        parts.append((Point(0, y), frame))
        y += frame.size.height
    return together(Size(width, y if parts else 0.0), parts)


def _plan(
    lead: Lead, subject: Subject, look: Look, width: float, size: float, *, with_foot: bool
) -> _Plan:
    least = _bounds(look)[0]
    figure = lettered(lead.words, _style(look, size))
    # Again, since a unit beside smaller digits is a larger share of them.
    while figure.width > width and size > least:
        size = max(size * width / figure.width * 0.995, least)
        figure = lettered(lead.words, _style(look, size))
    beside, gap = _beside(lead, look), look.em * 0.9
    widest = max((one.width for one in beside), default=0.0)
    is_beside = figure.width <= WIDEST * width and figure.width + 2 * gap + widest <= width
    under = Frame(Size(width, 0.0)) if is_beside else _under(lead, look, width, gap)
    is_titled = subject.chart.title is None
    head = Frame(Size(width, 0.0))
    if lead.name is not None:
        set_name = lines_of(lead.name, look.title if is_titled else look.label, width)
        lifted = Size(width, set_name.size.height + look.em * 0.7)
        head = Frame(lifted, set_name.items, set_name.faults, set_name.baseline, set_name.notes)
    foot = None
    if with_foot and lead.pair is not None:
        foot = bars_alone(lead.pair, lead.subject or subject, look, width)
    return _Plan(head, figure, beside if is_beside else (), under, foot, gap)


def _chosen(lead: Lead, subject: Subject, look: Look, width: float, height: float | None) -> _Plan:
    """As large as the height asks for; the foot gives way first, then its size."""
    floor, least, most = _bounds(look)
    if height is None:
        return _plan(lead, subject, look, width, look.lead.of(Part.DIGITS).size, with_foot=True)
    cap = lettered(lead.words, _style(look, 100.0)).rise / 100.0 or 0.7
    wished = min(max(height * CAP_SHARE / cap, least), most)
    for size, with_foot in (
        (wished, True), (least, True), (least, False), ((least + floor) / 2, False), (floor, False),
    ):  # fmt: skip
        plan = _plan(lead, subject, look, width, size, with_foot=with_foot)
        if plan.height <= height + 0.01:
            return plan
    return plan


def least(subject: Subject, look: Look) -> Size:
    lead = lead_of(subject)
    assert isinstance(lead, Lead)
    smallest = lettered(lead.words, _style(look, _bounds(look)[0])).width
    changes = [words for words, style in _styled(lead, look) if style is look.figure]
    beside = max((lettered(words, look.figure).width for words in changes), default=0.0)
    width = max(smallest, beside, look.em * 6)
    plan = _plan(lead, subject, look, width, _bounds(look)[0], with_foot=False)
    return Size(width, plan.height)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    lead = lead_of(subject)
    assert isinstance(lead, Lead)
    plan = _chosen(lead, subject, look, room.width, room.height)
    top = plan.head.size.height
    baseline = top + plan.figure.rise
    alone = Frame(Size(0, 0), plan.figure.at(0, baseline))
    items: list[Placed] = [*flush(alone, look.lead, look.em).items]
    y = baseline
    # At the right edge, the last line on the figure's baseline.
    for one in reversed(plan.beside):
        items += one.at(room.width, y, 1.0)
        y -= one.rise + plan.gap * 0.6
    bottom = top + plan.figure.height
    parts = [
        (Point(0, 0), plan.head), (Point(0, 0), bare(items)), (Point(0, bottom), plan.under),
    ]  # fmt: skip
    bottom += plan.under.size.height
    if plan.foot is not None:
        bottom += plan.gap * 1.6
        parts.append((Point(0, bottom), plan.foot))
        bottom += plan.foot.size.height
    faults = [fault for one in (plan.figure, *plan.beside) for fault in one.faults]
    faults += _left_out(subject)
    return Drawn(together(Size(room.width, bottom), parts, faults, baseline))


def _left_out(subject: Subject) -> list[Diagnostic]:
    """That the other stats are not here: who asks for a lead figure shows them elsewhere."""
    others = len(subject.given.stats) - 1
    if others < 1:
        return []
    saying = say("graphic-left-out/stats", count=others)
    return [Diagnostic(saying, subject.origin, severity=Severity.NOTE)]


DEVICE = Device("lead", refuses, least, draw, ("change", "figures"), says_unit=True)
