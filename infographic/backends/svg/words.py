"""Lines of type as text: copied, searched and read aloud, each character at its glyph's place."""

from __future__ import annotations

from itertools import groupby

from infographic.backends.numbers import number
from infographic.backends.svg.fonts import Shelf, Variant
from infographic.backends.svg.markup import escaped, fine, hex_of
from infographic.backends.svg.paint import Canvas
from infographic.display.items import GlyphRun, TextLine
from infographic.display.page import Page
from infographic.foundation.geometry import Point
from infographic.foundation.record import record

# Each character has its place; what a browser would add of its own is turned off. Inherited from
# the group round all, not a rule: that would reach the other texts of a page of HTML.
MANNER = (
    ' style="white-space:pre;text-rendering:geometricPrecision;font-kerning:none;'
    "font-variant-ligatures:none;font-synthesis:none;text-spacing-trim:space-all;"
    'text-autospace:no-autospace"'
)


@record(frozen=False)
class Stretch:
    """Glyphs of one run that one variant of its face shows, and the spaces typed after them."""

    start: float
    """Where the run starts in its line, in points."""
    run: GlyphRun
    variant: Variant
    members: list[int]
    texts: list[str]
    """What is to be copied for each, spaces included that only a gap stands for."""

    def goes_on(self, run: GlyphRun, variant: Variant, i: int) -> bool:
        """Whether glyph `i` of the run follows in this stretch."""
        follows = bool(self.members) and self.members[-1] in (i - 1, i)
        return self.run is run and self.variant is variant and follows


Outlined = tuple[float, GlyphRun, list[int]]
"""A run's start in its line, the run, and which of its glyphs."""


class KeptLines:
    """Text wherever characters can lead to the glyphs that were set; else outlines."""

    def __init__(self, page: Page) -> None:
        self.shelf = Shelf()
        # All glyphs first: a family is named by all that is in it.
        for placed in page.walk():
            if isinstance(placed.item, TextLine):
                self._stretches(placed.item)
        self._families = {id(one): (name, uri) for one, name, uri in self.shelf.families()}

    manner = MANNER

    def faces(self) -> str:
        faces = "".join(
            f'@font-face{{font-family:"{name}";src:url({uri}) format("woff")}}'
            for name, uri in self._families.values()
        )
        return f"<style>{faces}</style>" if faces else ""

    def draw(self, line: TextLine, at: Point, canvas: Canvas) -> None:
        stretches, outlined = self._stretches(line)
        for start, run, members in outlined:
            here = at.moved(0, start) if line.vertical else at.moved(start, 0)
            canvas.draw_glyphs(run, members, here, vertical=line.vertical)
        # A narrowed number across a column has a matrix of its own, so an element of its own.
        for width, group in groupby(stretches, key=lambda one: _width(line, one.run)):
            spans = [self._span(one, line, at, canvas, width) for one in group]
            said = f' transform="matrix({fine(width)} 0 0 1 0 0)"' if width != 1.0 else ""
            canvas.write(f"<text{said}>", *spans, "</text>")

    def _span(self, one: Stretch, line: TextLine, at: Point, canvas: Canvas, width: float) -> str:
        run, name = one.run, self._families[id(one.variant)][0]
        xs: list[str] = []
        ys: list[str] = []
        for i, text in zip(one.members, one.texts, strict=True):
            x, y = _place(line, one, i, at)
            # One place for each UTF-16 unit; those behind the first stand at it, and show nothing.
            units = len(text.encode("utf-16-le", "replace")) // 2
            xs += [number(x * canvas.unit / width)] * units
            ys += [number(y * canvas.unit)] * units
        if len(set(ys)) == 1:
            # A pen goes on across, never down.
            ys = ys[:1]
        turned = ' rotate="90"' if line.vertical and run.rotated else ""
        return (
            f'<tspan font-family="{name}" font-size="{number(run.size * canvas.unit)}"'
            f' fill="{hex_of(run.color)}" x="{" ".join(xs)}" y="{" ".join(ys)}"{turned}>'
            f"{escaped(''.join(one.texts))}</tspan>"
        )

    def _stretches(self, line: TextLine) -> tuple[list[Stretch], list[Outlined]]:
        """The line's glyphs that are text, and those that can only be outlines."""
        stretches: list[Stretch] = []
        outlined: list[Outlined] = []
        rest = Remaining(line.text)
        for start, run in line.runs:
            shapes = []
            for i, pair in enumerate(zip(run.glyphs, run.texts, strict=True)):
                # Ink that says no words is no text.
                parts = self.shelf.parts_of(run.face, pair) if line.text else []
                before = rest.spaces_before(pair[1])
                if before and stretches:
                    stretches[-1].texts[-1] += before
                if not parts:
                    shapes.append(i)
                for text, variant in parts:
                    last = stretches[-1] if stretches else None
                    if last is None or not last.goes_on(run, variant, i):
                        last = Stretch(start, run, variant, [], [])
                        stretches.append(last)
                    last.members.append(i)
                    last.texts.append(text)
            if shapes:
                outlined.append((start, run, shapes))
        if stretches:
            stretches[-1].texts[-1] += rest.spaces_at_end()
        return stretches, outlined


class Remaining:
    """What of a line's words no glyph has stood for yet."""

    def __init__(self, words: str) -> None:
        self.words, self.at = words, 0

    def spaces_before(self, text: str) -> str:
        """The spaces typed before a glyph's text that have no glyph; goes on behind the text."""
        place = self.words.find(text, self.at) if text else -1
        between = self.words[self.at : place] if place >= 0 else "?"
        if between.strip():
            return ""
        self.at = place + len(text)
        return between

    def spaces_at_end(self) -> str:
        rest = self.words[self.at :]
        return "" if rest.strip() else rest


def _width(line: TextLine, run: GlyphRun) -> float:
    return run.condensed if line.vertical else 1.0


def _place(line: TextLine, one: Stretch, i: int, at: Point) -> tuple[float, float]:
    """A glyph's origin on the page, in points."""
    run = one.run
    along = one.start + run.xs[i] * run.size
    rise = run.ys[i] * run.size if run.ys else 0.0
    return (at.x + rise, at.y + along) if line.vertical else (at.x + along, at.y - rise)
