"""A page's items as SVG elements, in their order.

One unit of the file is a pixel of a page measured in px, and a point of any other. Places are the
page's own, from its top-left corner: only glyphs, drawn in their face's units, are scaled.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from typing import Protocol, assert_never

from infographic.backends.numbers import number, numbers
from infographic.backends.svg.markup import escaped, fine, hex_of, rectangle
from infographic.backends.svg.outlines import name_of, outline
from infographic.backends.svg.pictures import embedded
from infographic.backends.svg.roles import Reading, attributes, data_said
from infographic.display.items import (
    Cap,
    GlyphRun,
    Group,
    Join,
    Path,
    Picture,
    Placed,
    Stroke,
    TextLine,
)
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect

MITER_LIMIT = 10
"""A PDF's own limit, which the page's group is given: SVG's is 4."""


class Lines(Protocol):
    """How lines of type are drawn."""

    manner: str
    """Attributes of the group round the whole page."""

    def draw(self, line: TextLine, at: Point, canvas: Canvas) -> None: ...

    def faces(self) -> str:
        """The faces that they need, as a style element; "" for none."""
        ...


class Canvas:
    """The elements as they come, and what they refer to."""

    def __init__(self, unit: float, lines: Lines) -> None:
        self.unit = unit
        """Units of the file in a point."""
        self.lines = lines
        self.elements: list[str] = []
        self.definitions: dict[str, str] = {}
        """By their ids, in the order of first use."""

    def write(self, *parts: str) -> None:
        self.elements.append("".join(parts))

    def draw(self, items: tuple[Placed, ...], at: Point, reading: Reading) -> None:
        for placed in items:
            here = at.moved(*placed.at)
            match placed.item:
                case TextLine() as line:
                    self.lines.draw(line, here, self)
                case Path() as path:
                    self._draw_path(path, here)
                case Picture() as picture:
                    self._draw_picture(picture, here, placed.origin)
                case Group() as group:
                    self._draw_group(group, here, reading)
                case unknown:
                    assert_never(unknown)

    def _draw_group(self, group: Group, at: Point, reading: Reading) -> None:
        said, within = attributes(group, reading)
        if group.clip is not None:
            said += self._clipped(rectangle(self._in_units(Rect(*at, *group.clip))))
        if group.outline is None:
            self._draw_grouped(group, at, within, said)
            return
        cut = self._clipped(self._data(group.outline, at), even_odd=group.outline.even_odd)
        if group.clip is None:
            self._draw_grouped(group, at, within, said + cut)
            return
        # An element has one clip: the rectangle's group goes round the outline's.
        self.write("<g", said, ">")
        self._draw_grouped(group, at, within, cut)
        self.write("</g>")

    def _draw_grouped(self, group: Group, at: Point, within: Reading, said: str) -> None:
        if not said:
            self.draw(group.items, at, within)
            return
        self.write("<g", said, ">")
        if group.data is not None and within.is_said:
            self.write(titled("title", group.alt), titled("desc", data_said(group.data)))
        self.draw(group.items, at, within)
        self.write("</g>")

    def _draw_path(self, path: Path, at: Point) -> None:
        if path.fill is None and path.stroke is None:
            return
        said = f' fill="{hex_of(path.fill) if path.fill else "none"}"'
        if path.even_odd and path.fill:
            said += ' fill-rule="evenodd"'
        if path.opacity < 1:
            said += f' opacity="{number(path.opacity)}"'
        if path.stroke is not None:
            stroke = path.stroke
            said += f' stroke="{hex_of(stroke.color)}" stroke-width="{self.length(stroke.width)}"'
            said += self._line_style(stroke)
        self.write(f'<path d="{self._data(path, at)}"{said}/>')

    def _data(self, path: Path, at: Point) -> str:
        data = []
        for kind, values in path.segments:
            places = ((at.y if i % 2 else at.x) + value for i, value in enumerate(values))
            data.append(kind + numbers(*(place * self.unit for place in places)))
        return "".join(data)

    def _line_style(self, stroke: Stroke) -> str:
        said = ""
        if stroke.dash:
            dash = " ".join(map(self.length, stroke.dash))
            said += f' stroke-dasharray="{dash}"'
            if stroke.dash_phase:
                said += f' stroke-dashoffset="{self.length(stroke.dash_phase)}"'
        if stroke.cap is not Cap.BUTT:
            said += f' stroke-linecap="{stroke.cap}"'
        if stroke.join is not Join.MITER:
            said += f' stroke-linejoin="{stroke.join}"'
        elif stroke.miter_limit != MITER_LIMIT:
            said += f' stroke-miterlimit="{number(stroke.miter_limit)}"'
        return said

    def _draw_picture(self, picture: Picture, at: Point, origin: Origin) -> None:
        # Late: many pages have no pictures.
        from infographic.foundation.pictures.source import placed_at

        with placed_at(origin):
            made = embedded(picture)
        place = Rect(at.x + made.place.x, at.y + made.place.y, *made.place.size)
        said = ""
        if made.place != Rect(0, 0, *picture.size):
            said = self._clipped(rectangle(self._in_units(Rect(*at, *picture.size))))
        image = (
            f'<image x="{self.length(place.x)}" y="{self.length(place.y)}"'
            f' width="{self.length(place.width)}" height="{self.length(place.height)}"'
            f' preserveAspectRatio="none" xlink:href="{made.uri}"/>'
        )
        # A clip of the image itself would be taken in its own space by some readers.
        self.write(f"<g{said}>{image}</g>" if said else image)

    def _in_units(self, rect: Rect) -> Rect:
        return Rect(*(side * self.unit for side in rect))

    def _clipped(self, data: str, *, even_odd: bool = False) -> str:
        rule = ' clip-rule="evenodd"' if even_odd else ""
        name = "c" + hashlib.blake2b((data + rule).encode(), digest_size=6).hexdigest()
        self.definitions[name] = f'<clipPath id="{name}"><path d="{data}"{rule}/></clipPath>'
        return f' clip-path="url(#{name})"'

    def draw_glyphs(
        self, run: GlyphRun, members: Iterable[int], at: Point, *, vertical: bool
    ) -> None:
        """A run's glyphs as outlines; `at` is where the run starts."""
        # Places in a run are in em, outlines in the face's units.
        upem, size = run.face.upem, run.size * self.unit / run.face.upem
        a, b, c, d = size, 0.0, 0.0, size
        if vertical and run.rotated:
            a, b, c, d = 0.0, size * run.condensed, -size, 0.0
        elif vertical:
            a = size * run.condensed
        uses = []
        for i in members:
            data = outline(run.face, run.glyphs[i])
            if not data:
                continue
            name = name_of(data)
            if name not in self.definitions:
                self.definitions[name] = f'<path id="{name}" d="{data}"/>'
            x, y = self._in_run(run, i, vertical)
            uses.append(
                f'<use xlink:href="#{name}"{_place("x", x * upem)}{_place("y", y * upem)}/>'
            )
        if uses:
            matrix = " ".join(map(fine, (a, b, c, d)))
            corner = numbers(at.x * self.unit, at.y * self.unit)
            self.write(
                f'<g fill="{hex_of(run.color)}" transform="matrix({matrix} {corner})">',
                *uses,
                "</g>",
            )

    @staticmethod
    def _in_run(run: GlyphRun, i: int, vertical: bool) -> tuple[float, float]:
        """Where a glyph stands in its run's own matrix, in em."""
        along, rise = run.xs[i], run.ys[i] if run.ys else 0.0
        if not vertical:
            return along, -rise
        if run.rotated:
            return along / run.condensed, -rise
        return rise / run.condensed, along

    def length(self, points: float) -> str:
        return number(points * self.unit)


# Our rasteriser stands type on whole pixels. Where a baseline lies about midway between two,
# another reader may shade its edges for the other row; so much settles it, unseen.
LEAN = 0.06
"""Of a pixel."""


class OutlinedLines:
    """Every glyph as its outline: looks alike everywhere, and is no text."""

    manner = ""

    def __init__(self, pixel: float) -> None:
        self.pixel = pixel
        """A pixel's height in points; 0 for a page that is not measured in them."""

    def draw(self, line: TextLine, at: Point, canvas: Canvas) -> None:
        if self.pixel and not line.vertical:
            at = Point(at.x, _leaning(at.y / self.pixel) * self.pixel)
        for start, run in line.runs:
            here = at.moved(0, start) if line.vertical else at.moved(start, 0)
            canvas.draw_glyphs(run, range(len(run.glyphs)), here, vertical=line.vertical)

    def faces(self) -> str:
        return ""


def _leaning(y: float) -> float:
    """
    >>> round(_leaning(10.49), 2), round(_leaning(10.52), 2), _leaning(10.02), _leaning(10.0)
    (10.43, 10.58, 10.0, 10.0)
    """
    return y + min(max(round(y) - y, -LEAN), LEAN)


def _place(name: str, value: float) -> str:
    text = number(round(value, 1))
    return "" if text == "0" else f' {name}="{text}"'


def titled(tag: str, words: str) -> str:
    return f"<{tag}>{escaped(words)}</{tag}>" if words else ""
