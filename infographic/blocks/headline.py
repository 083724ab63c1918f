"""A headline: balanced lines, as large as its room allows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Annotated

from infographic.display.frame import Frame
from infographic.display.items import Role
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.fields import Range
from infographic.layout.block import Region
from infographic.layout.copyfit import Copyfitted, copyfitted, press_factor
from infographic.layout.framed import WordFrame
from infographic.layout.scaling import largest, scaled
from infographic.layout.setting import TOLERANCE, height_of, set_copy
from infographic.layout.stacking import Vertical, in_height
from infographic.layout.vertical import along, set_columns
from infographic.text.copy import Copy
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

ROUGH = 18.0
"""A break that costs more tears a phrase (text/data/phrases.json)."""
SMALLER, STEPS = 0.76, 12
"""How much smaller a headline may become to break at a pause, and in how many steps."""
ALIKE = 0.02
"""Sizes that differ by less are one to the eye: fewer lines are better."""


@dataclass(frozen=True, slots=True)
class Headline:
    """A headline, set as large as its style or smaller until it fits."""

    text: Copy
    """The words."""
    style: TextStyle
    """A paragraph style's name."""
    max_lines: Annotated[int, Range(ge=1, le=12)] = 2
    """The most lines it may take."""
    smallest: Annotated[float, Range(gt=0, le=1)] = 1.0
    """The smallest share of the style's size it may shrink to."""
    largest: Annotated[float, Range(ge=1, le=4)] = 1.0
    """The largest share of the style's size it may grow to, to fill its lines."""
    level: Annotated[int, Range(ge=1, le=3)] = 1
    """Heading level, for a reader who cannot see it."""
    vertical: Vertical = "top"
    """Where it stands in a taller frame."""
    group: str = ""
    """Headlines that name one group share one size: the factor of the smallest."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        if not self.style.balance:
            return replace(self, style=_balanced(self.style)).lay_out(region)
        measure, _ = along(self.style, region)
        if len(set_paragraph(self.text, self.style, measure).lines) > 1:
            halves = broken_at_wide_spaces(self.text)
            if halves != self.text:
                return replace(self, text=halves).lay_out(region)
        done = self._made_to_fit(region)
        copy, style = done.copies[0], done.style
        role = (Role.HEADING_1, Role.HEADING_2, Role.HEADING_3)[self.level - 1]
        if style.column:
            frame = set_columns(
                (copy,), style, region, length=measure, role=role, name="headline",
                max_lines=self.max_lines,
            )  # fmt: skip
        else:
            frame = set_copy(
                copy, style, region.width, region.height, role=role, name="headline",
                max_lines=self.max_lines,
            )  # fmt: skip
        frame = self._room(region).finished(frame, done, self.style, self.group)
        return in_height(frame, region.height, self.vertical)

    def _room(self, region: Region) -> WordFrame:
        return WordFrame.of(self.style, region, max_lines=self.max_lines)

    def _made_to_fit(self, region: Region) -> Copyfitted:
        """Words dropped and moved together as the style says, then the size that fits."""
        fit, style, bounds = self.style.fit, self.style, (self.smallest, self.largest)
        done = Copyfitted((self.text,), style)
        if fit is not None:
            # Closer lines are of no use where the headline is as tall as it likes.
            out = ("size",) if region.height is not None else ("size", "leading")
            others = tuple(remedy for remedy in fit.remedies if remedy not in out)
            done = copyfitted(
                done.copies,
                replace(style, fit=replace(fit, remedies=others)),
                self._room(region).fits,
                may_grow=False,
            )
            if "size" in fit.remedies:
                least = fit.floor / style.size if fit.shrinks else 1.0
                most = fit.ceiling / style.size if fit.grows else 1.0
                bounds = (min(self.smallest, least), max(self.largest, most))
        press = press_factor(done.copies, style, region.givens.smallest)
        one = replace(
            self, text=done.copies[0], style=done.style,
            smallest=max(bounds[0], press), largest=bounds[1],
        )  # fmt: skip
        shared = region.givens.shared.get(self.group or (fit.group if fit else ""))
        if shared is None:
            chosen = one._fitted(region)
        else:
            chosen = scaled(one.style, max(shared, one.smallest))
        factor = round(chosen.size / one.style.size, 9)
        return replace(done, style=chosen, rung=replace(done.rung, size=factor))

    def _fitted(self, region: Region) -> TextStyle:
        if along(self.style, region)[1] is not None and region.height is not None:
            return self._largest_of_all(region)
        own = self._lines(self.style, region)
        if own is None:
            factor = largest(
                lambda f: self._lines(scaled(self.style, f), region) is not None, self.smallest
            )
            return self._at_a_pause(scaled(self.style, factor), self.smallest / factor, region)
        # Growing fills the lines it has; it never makes one more.
        full = scaled(self.style, self.largest)
        factor = largest(
            lambda f: (self._lines(scaled(full, f), region) or own + 1) <= own, 1 / self.largest
        )
        least = self.smallest / self.largest / factor
        return self._at_a_pause(scaled(full, factor), least, region)

    def _largest_of_all(self, region: Region) -> TextStyle:
        """In as many lines as let it be largest, in fewer where that is as large to the eye."""
        full, least = scaled(self.style, self.largest), self.smallest / self.largest
        found: list[float] = []
        for most in range(1, self.max_lines + 1):

            def fits(factor: float, most: int = most) -> bool:
                count = self._lines(scaled(full, factor), region)
                return count is not None and count <= most

            factor = largest(fits, least)
            found.append(factor if fits(factor) else 0.0)
        enough = max(found) * (1 - ALIKE)
        factor = next(one for one in found if one >= enough) or least
        return self._at_a_pause(scaled(full, factor), least / factor, region)

    def _at_a_pause(self, style: TextStyle, smallest: float, region: Region) -> TextStyle:
        """The style, or a little smaller where its lines are so full that they break a phrase.

        As large as can be, the lines are all full, and break wherever they are.
        """
        best, least = style, self._roughness(style, region)
        for step in range(1, STEPS + 1):
            factor = 1 - (1 - SMALLER) * step / STEPS
            if not least or factor < smallest:
                break
            smaller = scaled(style, factor)
            roughness = self._roughness(smaller, region)
            if roughness < least and self._lines(smaller, region):
                best, least = smaller, roughness
        return best

    def _lines(self, style: TextStyle, region: Region) -> int | None:
        """How many lines it makes; None where they do not fit."""
        measure, room = along(style, region)
        paragraph = set_paragraph(self.text, style, measure)
        count = len(paragraph.lines)
        too_tall = room is not None and height_of(paragraph.lines) > room + TOLERANCE
        if count > self.max_lines or paragraph.overrun > TOLERANCE or too_tall:
            return None
        return count

    def _roughness(self, style: TextStyle, region: Region) -> float:
        """What its line ends cost that tear phrases."""
        lines = set_paragraph(self.text, style, along(style, region)[0]).lines
        return sum(max(line.break_cost - ROUGH, 0.0) for line in lines)


@lru_cache(maxsize=256)
def _balanced(style: TextStyle) -> TextStyle:
    return replace(style, balance=True)


def broken_at_wide_spaces(copy: Copy) -> Copy:
    """A two-part headline that takes several lines has one part to a line."""
    spans = tuple(replace(s, text=s.text.replace("\u3000", "\n")) for s in copy.spans)
    return Copy(spans, copy.origin)
