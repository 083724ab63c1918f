"""Type as a content stream shows it: where the pen goes, and what the glyphs cover.

ISO 32000-1, 9.4.4. Along a line the pen moves by a glyph's width; down a column by its vertical
displacement, which is negative, and the glyph hangs from the pen by its position vector (9.7.4.3).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import pikepdf

from infographic.foundation.matrix import IDENTITY, Matrix, at, matrix_of, shift, times
from infographic.foundation.record import record, replaced
from infographic.foundation.record.tuples import NamedTuple
from infographic.press.inspect.fonts import FontInUse

ABOVE, BELOW = 0.88, -0.12
"""What a line's glyphs reach over and under the baseline, in em."""


@record
class TextState:
    """What the next glyphs are set in (9.3). Lengths are in unscaled text units."""

    font: FontInUse | None = None
    size: float = 0.0
    spacing: tuple[float, float] = (0.0, 0.0)
    """Between characters, between words."""
    stretch: float = 1.0
    leading: float = 0.0
    rise: float = 0.0
    rendering: int = 0

    def after(self, operator: str, values: Sequence[Any]) -> TextState | None:
        """The state after an operator that sets one of its numbers; None where it is another."""
        match operator:
            case "Tc":
                return replaced(self, spacing=(float(values[0]), self.spacing[1]))
            case "Tw":
                return replaced(self, spacing=(self.spacing[0], float(values[0])))
            case "Tz":
                return replaced(self, stretch=float(values[0]) / 100)
            case "TL":
                return replaced(self, leading=float(values[0]))
            case "TD":
                return replaced(self, leading=-float(values[1]))
            case "Ts":
                return replaced(self, rise=float(values[0]))
            case "Tr":
                return replaced(self, rendering=int(values[0]))
            case '"':
                return replaced(self, spacing=(float(values[1]), float(values[0])))
        return None


@record(frozen=False)
class Pen:
    """Where the next glyph and the next line begin, in the text's own space."""

    text: Matrix = IDENTITY
    line: Matrix = IDENTITY

    def move(self, operator: str, values: Sequence[Any], leading: float) -> bool:
        """Follow an operator that places a line; whether it was one."""
        match operator:
            case "BT":
                self.text = self.line = IDENTITY
            case "Tm":
                self.text = self.line = matrix_of(values)
            case "Td" | "TD":
                self.text = self.line = times(shift(*map(float, values)), self.line)
            case "T*" | "'" | '"':
                self.text = self.line = times(shift(0, -leading), self.line)
            case _:
                return False
        return True


class ShownGlyph(NamedTuple):
    code: int
    place: Matrix
    """From the font's em, the glyph's own origin at 0, to the page's default space."""
    width: float
    """In em."""

    def corners(self) -> list[tuple[float, float]]:
        return [at(self.place, x, y) for x in (0.0, self.width) for y in (BELOW, ABOVE)]


def glyphs_shown(
    parts: Sequence[Any], state: TextState, pen: Pen, matrix: Matrix
) -> list[ShownGlyph]:
    """The glyphs of a Tj or a TJ; the pen is left behind the last one."""
    font = state.font
    assert font is not None
    shown = []
    em = (state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise)
    for part in parts:
        if not isinstance(part, pikepdf.String | bytes | str):
            _advance(pen, state, -float(part) / 1000 * state.size)
            continue
        for code in font.codes_of(_bytes(part)):
            width = font.width_of(code) / 1000
            hangs_by, down = font.hanging_of(code) if font.is_vertical else ((0.0, 0.0), 0.0)
            origin = times(shift(-hangs_by[0] / 1000, -hangs_by[1] / 1000), em)
            place = times(times(origin, pen.text), matrix)
            shown.append(ShownGlyph(code, place, width))
            gap = (down / 1000 if font.is_vertical else width) * state.size + state.spacing[0]
            if code == 32 and font.code_bytes == 1:
                gap += state.spacing[1]
            _advance(pen, state, gap)
    return shown


def _advance(pen: Pen, state: TextState, gap: float) -> None:
    """Tz makes a line narrower, and never a column lower."""
    assert state.font is not None
    move = (0.0, gap) if state.font.is_vertical else (gap * state.stretch, 0.0)
    pen.text = times(shift(*move), pen.text)


def _bytes(shown: Any) -> bytes:
    return bytes(shown)
