"""The devices of a grid's numbers: the two bars of a change, a share's bar. Imported late."""

from __future__ import annotations

from collections.abc import Callable

from infographic.blocks.devices.part.share import Share, share_of
from infographic.blocks.devices.part.unit_grid import cells_alone
from infographic.blocks.devices.time.change import bars_alone, bars_least, height_alone
from infographic.blocks.devices.time.pair import Pair, difference, pair_of
from infographic.blocks.number_grid.measured import Foot
from infographic.blocks.number_grid.told import Fact
from infographic.display.frame import Frame
from infographic.display.items import Role, Stroke
from infographic.foundation.color import Color
from infographic.foundation.geometry import Size
from infographic.foundation.record import record, replaced
from infographic.graphics.alt import told as alt_of
from infographic.graphics.look import Look, look_of
from infographic.graphics.marks import bar, framed
from infographic.graphics.subject import Given, Subject, subject_of
from infographic.layout.block import PageTokens
from infographic.layout.scaling import scaled
from infographic.text.copy import Copy, Span
from infographic.text.figures import figure_of

MOST_WORDS = 1.6
"""Words on bars are at the most so many times as large as they like to be."""
MOST_SHARE = 1.5
"""A share's bar is at the most so many times as thick."""
LEAST_BAR = (52.0, 170.0)
"""The least width of a share's bar, in print and on a canvas."""


@record
class Device:
    """What stands below a number."""

    foot: Foot
    draw: Callable[[float, float], Frame | None]
    """In a width, so many times as thick as it likes to be; None where it has too little room."""
    fill: Callable[[float, float], Frame | None] | None = None
    """What takes its place in much room, as wide and about as high as that."""


@record
class Marks:
    """The devices of one page's numbers, in their colours."""

    look: Look
    language: str

    @classmethod
    def of_page(cls, tokens: PageTokens, language: str) -> Marks:
        return cls(look_of(tokens), language)

    def recolored(
        self, ink: Color | None, accent: Color | None, ground: Color | None = None
    ) -> Marks:
        """In other colours, on a ground of their own."""
        return replaced(self, look=self.look.recolored(ink, accent, ground))

    def quiet(self, ink: Color | None) -> Marks:
        """For facts: in the ink of words, since the accent is the news's."""
        look = self.look if ink is None else self.look.recolored(ink, None)
        return replaced(self, look=look.recolored(None, look.dark))

    def device(self, fact: Fact) -> Device | None:
        """The device that a fact asks for, if any."""
        subject = self._subject(fact)
        if fact.is_change:
            pair = pair_of(subject)
            return None if pair is None else self._bars(pair, subject)
        if not fact.is_share or _has_several(fact):
            return None
        share = share_of(subject)
        if not isinstance(share, Share) or share.high > 1 or share.low <= 0:
            return None
        return self._share(share)

    def of_news(self, fact: Fact) -> tuple[tuple[Copy, ...], Device | None]:
        """By how much it changed, as figures, () where that is not known; and its device."""
        if not fact.is_change:
            return (), self.device(fact)
        subject = self._subject(fact)
        pair = pair_of(subject)
        if pair is None:
            return (), None
        origin = pair.later.origin
        changes = tuple(
            figure_of(one, origin) if one[:1] in "+−约" else Copy((Span(one),), origin)
            for one in difference(pair, self.language).split(" · ")
        )
        return changes, self._bars(pair, subject)

    def _subject(self, fact: Fact) -> Subject:
        return subject_of(None, Given((fact.stat,)), self.language)

    def _bars(self, pair: Pair, subject: Subject) -> Device | None:
        look = self.look
        least = _least_width(pair, look)
        if least is None:
            return None

        def draw(width: float, share: float) -> Frame | None:
            # Thicker bars have larger words, but not as much larger.
            larger = replaced(look, strong=scaled(look.strong, min(share**0.5, MOST_WORDS)))
            thick = share * look.of(13, 42)
            made = bars_alone(pair, subject, larger, width, thick)
            made = made or bars_alone(pair, subject, look, width, thick)
            if made is None:
                return None
            alt = alt_of(subject, "change")
            return made.grouped(subject.origin, Role.FIGURE, "change", alt=alt)

        return Device(Foot(least, height_alone(look)), draw)

    def _share(self, share: Share) -> Device:
        look = self.look
        thick = look.of(7, 20)

        def draw(width: float, times: float) -> Frame | None:
            return _share_bar(share, look, width, thick * min(times, MOST_SHARE))

        def fill(width: float, height: float) -> Frame | None:
            made = cells_alone(share, look, width, height)
            return made and made.grouped(share.origin, Role.ARTIFACT, "unit-grid")

        return Device(Foot(look.of(*LEAST_BAR), thick), draw, fill)


def _has_several(fact: Fact) -> bool:
    """Whether the stat is told as several facts: its share is not this one's alone."""
    text = fact.stat.text
    if text is None or fact.figure is None:
        return False
    return len({span.group for span in text.spans if span.group}) > 1


def _least_width(pair: Pair, look: Look) -> float | None:
    """The least width of its bars, to a tenth."""
    width, least = look.of(60, 180), bars_least(pair, look)
    for _ in range(24):
        if least <= width:
            return width
        width *= 1.1
    return None


def _share_bar(share: Share, look: Look, width: float, thick: float) -> Frame:
    """The part and the rest as one bar; what of it is not known for certain is outlined."""
    # Late: few pages have shares.
    from fractions import Fraction

    low, high = (float(Fraction(one)) * width for one in (share.low, share.high))
    across = (0.0, thick)
    items = [*bar((0, width), across, look.land, share.origin)]
    items += bar((0, low), across, look.accent, share.origin)
    if look.is_print and width - low >= look.thinnest:
        items += framed((low, width), across, look.frame, share.origin)
    if share.is_range:
        items += bar((low, high), across, look.paper, share.origin)
        items += framed((low, high), across, Stroke(look.accent, look.of(1.5, 4)), share.origin)
    made = Frame(Size(width, thick), tuple(items))
    return made.grouped(share.origin, Role.ARTIFACT, "share-bar")
