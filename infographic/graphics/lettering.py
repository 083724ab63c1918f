"""Single lines of words and figures at marks: measured before they are placed."""

from __future__ import annotations

from math import inf

from infographic.display.frame import Frame, bare
from infographic.display.items import GlyphRun, Placed
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic
from infographic.foundation.geometry import Point
from infographic.foundation.record import record
from infographic.layout.setting import faults_of, placed_line, set_copy
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.set_lines import SetLine
from infographic.text.style import TextStyle


@record
class Lettering:
    """One line of type that is still to be placed. Lengths in points."""

    line: SetLine | None
    width: float
    size: float
    """Its type size."""
    rise: float
    """How far above the baseline its tallest digits or Han end."""
    foot: float
    """How far below the baseline its Han end; 0 for digits alone."""
    faults: tuple[Diagnostic, ...]
    origin: Origin

    @property
    def height(self) -> float:
        """Of its ink, from the top of its tallest sign to its foot."""
        return self.rise + self.foot

    def at(self, x: float, baseline: float, align: float = 0.0) -> tuple[Placed, ...]:
        """On its baseline, its left edge at `x`; `align` 0.5: its middle, 1: its right edge."""
        if self.line is None:
            return ()
        return placed_line(self.line, Point(x - align * self.width, baseline), self.origin)

    def middle(self, x: float, y: float, align: float = 0.0) -> tuple[Placed, ...]:
        """With the middle of its ink at height `y`."""
        return self.at(x, self.baseline_at(y), align)

    def baseline_at(self, y: float) -> float:
        """The baseline that brings the middle of its ink to height `y`."""
        return y + (self.rise - self.foot) / 2


NOTHING = Lettering(None, 0.0, 0.0, 0.0, 0.0, (), BUILT_IN)


def lettered(words: Copy | str, style: TextStyle, origin: Origin = BUILT_IN) -> Lettering:
    """Words as one line in a style, however long it is."""
    copy = words if isinstance(words, Copy) else Copy((Span(words),), origin)
    if not copy.text:
        return NOTHING
    paragraph = set_paragraph(copy, style, inf)
    if not paragraph.lines:
        return NOTHING
    line = paragraph.lines[0]
    runs = [run for _, run in line.text.runs]
    return Lettering(
        line,
        line.text.width,
        style.size,
        max((_rise_of(run) for run in runs), default=0.0),
        max((_foot_of(run) for run in runs), default=0.0),
        faults_of(paragraph, copy, style),
        copy.origin,
    )


HAN_TOP, HAN_FOOT = 0.86, 0.08
"""Where the ink of a bold Han ends above and below the baseline, in em."""


def _rise_of(run: GlyphRun) -> float:
    return run.size * (HAN_TOP if _is_han(run) else run.face.metrics.cap_height)


def _foot_of(run: GlyphRun) -> float:
    return run.size * HAN_FOOT if _is_han(run) else 0.0


def _is_han(run: GlyphRun) -> bool:
    return any(text[:1] >= "\u2e80" for text in run.texts)


def lines_of(
    words: Copy | str, style: TextStyle, measure: float, most: int = 0, origin: Origin = BUILT_IN
) -> Frame:
    """Words in as many lines as a measure wants, from their own top left corner; `most` of them."""
    copy = words if isinstance(words, Copy) else Copy((Span(words),), origin)
    if not copy.text:
        return bare(())
    return set_copy(copy, style, measure, role=None, name="label", max_lines=most)
