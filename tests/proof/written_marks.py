"""What a press PDF has on its page, read from the written file by tools that are not ours.

Paths, colours and line weights are read from the content stream by pikepdf, glyphs with the boxes
of their ink by pdfium. In points from the page's top left corner, y down, as frames have it.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Any, NamedTuple

import pikepdf
from written_glyphs import Box, Glyph, Word, Xy, glyphs_of, words_of

Ink = tuple[float, ...]
"""Of a CMYK colour four shares, of an RGB three, of a grey one."""
Matrix = tuple[float, float, float, float, float, float]
STRAIGHT = 64
"""Pieces that a curve is cut into, for its box and area: a circle's area is true to 1e-6."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A path as it is painted."""

    rings: tuple[tuple[Xy, ...], ...]
    """Its subpaths, curves cut into straight pieces."""
    is_curved: bool
    fill: Ink | None
    stroke: Ink | None
    width: float
    """Of the stroke."""
    dashes: tuple[float, ...]
    clip: Box

    @property
    def box(self) -> Box:
        """Of its outline, without half the stroke, as far as its clip lets it be seen."""
        xs = [x for ring in self.rings for x, _ in ring]
        ys = [y for ring in self.rings for _, y in ring]
        return Box(min(xs), min(ys), max(xs), max(ys)).within(self.clip)

    @property
    def area(self) -> float:
        return abs(sum(_signed(ring) for ring in self.rings))

    @property
    def is_straight_line(self) -> bool:
        return len(self.rings) == 1 and len(self.rings[0]) == 2

    @property
    def is_box(self) -> bool:
        """An upright rectangle."""
        if len(self.rings) != 1 or self.is_curved:
            return False
        ring = self.rings[0]
        corners = {(round(x, 3), round(y, 3)) for x, y in ring}
        return len(corners) == 4 and len({x for x, _ in corners}) == 2 == len(
            {y for _, y in corners}
        )


def _signed(ring: Sequence[Xy]) -> float:
    closed = pairwise([*ring, ring[0]])
    return sum(x * y2 - x2 * y for (x, y), (x2, y2) in closed) / 2


class Shown(NamedTuple):
    """What a text is painted with."""

    fill: Ink
    size: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page of a file."""

    width: float
    height: float
    marks: tuple[Mark, ...]
    """In the order they are painted."""
    glyphs: tuple[Glyph, ...]
    words: tuple[Word, ...]
    shown: tuple[Shown, ...]

    def filled(self, *inks: Ink) -> list[Mark]:
        """Areas of one of these inks (of any where none is named)."""
        return [m for m in self.marks if m.fill is not None and (not inks or _is_one(m.fill, inks))]

    def stroked(self, *inks: Ink) -> list[Mark]:
        return [
            m
            for m in self.marks
            if m.stroke is not None and m.fill is None and (not inks or _is_one(m.stroke, inks))
        ]

    def word(self, text: str) -> Word:
        """The one word with this text."""
        found = [word for word in self.words if word.text == text]
        assert len(found) == 1, (text, [word.text for word in self.words])
        return found[0]

    def has(self, text: str) -> bool:
        return any(text in word.text for word in self.words)

    @property
    def text(self) -> str:
        """All that can be read, spaces left out."""
        return "".join(word.text for word in self.words).replace(" ", "")


def _is_one(ink: Ink, inks: Iterable[Ink]) -> bool:
    return any(
        len(ink) == len(one)
        and all(math.isclose(a, b, abs_tol=0.004) for a, b in zip(ink, one, strict=True))
        for one in inks
    )


def read(data: bytes) -> Sheet:
    """The first page of a PDF file."""
    with pikepdf.open(io.BytesIO(data)) as file:
        page = file.pages[0]
        left, bottom, right, top = (float(n) for n in page.get("/TrimBox", page.MediaBox))
        reader = _Reader((1, 0, 0, -1, -left, top), Box(-1e6, -1e6, 1e6, 1e6))
        reader.run(page)
    glyphs = tuple(glyphs_of(data, left, top))
    return Sheet(
        right - left, top - bottom, tuple(reader.marks), glyphs, tuple(words_of(glyphs)),
        tuple(reader.shown),
    )  # fmt: skip


@dataclass(slots=True)
class _State:
    matrix: Matrix
    clip: Box
    fill: Ink = (0.0,)
    stroke: Ink = (0.0,)
    width: float = 1.0
    dashes: tuple[float, ...] = ()
    size: float = 0.0


@dataclass(slots=True)
class _Reader:
    """Runs a content stream, forms and all."""

    matrix: Matrix
    clip: Box
    marks: list[Mark] = field(default_factory=list)
    shown: list[Shown] = field(default_factory=list)

    def run(self, stream: Any, state: _State | None = None) -> None:
        state = state or _State(self.matrix, self.clip)
        stack: list[_State] = []
        rings: list[list[Xy]] = []
        is_curved = is_clip = False
        for operands, operator in pikepdf.parse_content_stream(stream):
            name = str(operator)
            if name == "q":
                stack.append(replace(state))
            elif name == "Q":
                state = stack.pop()
            elif name in _PATH:
                is_curved |= name in "cvy"
                _PATH[name](rings, [float(one) for one in operands])
            elif name in _PAINT:
                rings = [ring for ring in rings if ring]
                fills, strokes = _PAINT[name]
                if rings and (fills or strokes):
                    self.marks.append(_mark(state, rings, is_curved, fills, strokes))
                if is_clip and rings:
                    state.clip = state.clip.within(_mark(state, rings, is_curved, True, False).box)
                rings, is_curved, is_clip = [], False, False
            elif name in ("W", "W*"):
                is_clip = True
            elif name in ("Tj", "TJ"):
                self.shown.append(Shown(state.fill, state.size * _scale(state.matrix)))
            elif name == "Do":
                self._form(stream, str(operands[0]), state)
            else:
                _set(state, name, operands)

    def _form(self, stream: Any, name: str, state: _State) -> None:
        one = stream.Resources.XObject[name]
        if one.Subtype == "/Form":
            inner = replace(state, matrix=_times(_matrix(one.get("/Matrix")), state.matrix))
            self.run(one, inner)


def _matrix(numbers: Any) -> Matrix:
    if numbers is None:
        return (1, 0, 0, 1, 0, 0)
    a, b, c, d, e, f = (float(one) for one in numbers)
    return a, b, c, d, e, f


def _times(inner: Matrix, outer: Matrix) -> Matrix:
    a, b, c, d, e, f = inner
    origin = _at(outer, (e, f))
    u, v = outer[:2], outer[2:4]
    return (
        a * u[0] + b * v[0], a * u[1] + b * v[1], c * u[0] + d * v[0], c * u[1] + d * v[1], *origin
    )  # fmt: skip


def _at(matrix: Matrix, point: Xy) -> Xy:
    (a, b, c, d, e, f), (x, y) = matrix, point
    return a * x + c * y + e, b * x + d * y + f


def _scale(matrix: Matrix) -> float:
    a, b, c, d, *_ = matrix
    return math.sqrt(abs(a * d - b * c))


def _set(state: _State, name: str, operands: Any) -> None:
    """What an operator changes of how things are painted."""
    if name == "cm":
        state.matrix = _times(_matrix(operands), state.matrix)
    elif name == "w":
        state.width = float(operands[0])
    elif name == "d":
        state.dashes = tuple(float(one) for one in operands[0])
    elif name == "Tf":
        state.size = float(operands[1])
    elif name in ("k", "rg", "g", "sc", "scn"):
        state.fill = _ink(operands)
    elif name in ("K", "RG", "G", "SC", "SCN"):
        state.stroke = _ink(operands)


def _ink(operands: Any) -> Ink:
    return tuple(float(one) for one in operands if not isinstance(one, pikepdf.Name))


def _mark(
    state: _State, rings: Sequence[Sequence[Xy]], is_curved: bool, fills: bool, strokes: bool
) -> Mark:
    scale = _scale(state.matrix)
    return Mark(
        tuple(tuple(_at(state.matrix, point) for point in ring) for ring in rings),
        is_curved,
        state.fill if fills else None,
        state.stroke if strokes else None,
        state.width * scale,
        tuple(one * scale for one in state.dashes),
        state.clip,
    )


# Path operators, in the stream's own coordinates


def _move(rings: list[list[Xy]], n: Sequence[float]) -> None:
    rings.append([(n[0], n[1])])


def _line(rings: list[list[Xy]], n: Sequence[float]) -> None:
    rings[-1].append((n[0], n[1]))


def _curve(rings: list[list[Xy]], n: Sequence[float]) -> None:
    start = rings[-1][-1]
    points = [start, *zip(n[::2], n[1::2], strict=True)]
    for step in range(1, STRAIGHT + 1):
        t = step / STRAIGHT
        weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
        x = sum(w * p[0] for w, p in zip(weights, points, strict=True))
        y = sum(w * p[1] for w, p in zip(weights, points, strict=True))
        rings[-1].append((x, y))


def _rectangle(rings: list[list[Xy]], n: Sequence[float]) -> None:
    x, y, width, height = n
    rings.append([(x, y), (x + width, y), (x + width, y + height), (x, y + height)])


def _close(rings: list[list[Xy]], _: Sequence[float]) -> None:
    """Of a ring its start is not said twice."""


_PATH = {"m": _move, "l": _line, "c": _curve, "re": _rectangle, "h": _close}
_PAINT = {
    "f": (True, False), "F": (True, False), "f*": (True, False), "S": (False, True),
    "s": (False, True), "B": (True, True), "B*": (True, True), "b": (True, True),
    "b*": (True, True), "n": (False, False),
}  # fmt: skip
