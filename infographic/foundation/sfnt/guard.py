"""Of a user's face: that each glyph a page uses can be drawn, and that shaping keeps measure.

HarfBuzz draws nothing where a glyph's program cannot be followed, and gives up a text where rules
make too much of it; neither says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from infographic.foundation.diagnostics import FontError
from infographic.foundation.limits import most
from infographic.foundation.record import field, record
from infographic.foundation.sayings import say
from infographic.foundation.sfnt.glyphs import Outlines
from infographic.foundation.sfnt.tables import FontTables

MOST_MOVED, MOST_BACK = 24, 1
"""Em that a glyph may be wide, or be moved by (﷽, the widest character there is, takes some ten);
and by which the next may stand before it."""


@record(eq=False)
class Guard:
    """Of one face, at one setting of its axes."""

    file: str
    table: str
    """“glyf”, “CFF ” or “CFF2”."""
    count: int
    """Of glyphs."""
    upem: int
    size: int
    """Bytes that are held of it."""
    hb_font: Any
    outlines: Outlines | None
    """Of a face whose table is glyf."""
    seen: set[int] = field(default_factory=set)

    def must_draw(self, glyphs: Iterable[int]) -> None:
        """Raises `FontError` for the first of some glyphs that cannot be drawn whole."""
        for glyph in glyphs:
            if glyph not in self.seen:
                self._look_at(glyph)
                self.seen.add(glyph)

    def _look_at(self, glyph: int) -> None:
        broken = say("font-broken/glyph", file=self.file, table=self.table.strip(), glyph=glyph)
        if glyph >= self.count:
            raise FontError(broken)
        if self.outlines is not None:
            self.outlines.must_be_whole(glyph)
        # Of a program in CFF, and of points moved along axes, HarfBuzz follows all to give this.
        if self.hb_font.get_glyph_extents(glyph) is None:
            raise FontError(broken)
        if self.outlines is None:
            self._must_have_few_points(glyph)

    def _must_have_few_points(self, glyph: int) -> None:
        """Of a program, whose points are known when it has been followed."""
        pen, bound = _Counting(), most("glyph-points")
        self.hb_font.draw_glyph_with_pen(glyph, pen)
        if pen.points > bound:
            saying = say(
                "font-large/points", file=self.file, table=self.table.strip(), glyph=glyph,
                most=bound, limit="glyph-points",
            )  # fmt: skip
            raise FontError(saying)

    def must_set(self, text: str, infos: Sequence[Any], positions: Sequence[Any]) -> None:
        """Raises `FontError` where a text became too many glyphs, or glyphs that cannot be drawn
        or stand anywhere."""
        if len(infos) > most("glyphs-per-character") * len(text):
            raise self.too_many(text)
        self.must_draw(info.codepoint for info in infos)
        far, back = MOST_MOVED * self.upem, MOST_BACK * self.upem
        for one in positions:
            moved = max(map(abs, (one.x_advance, one.y_advance, one.x_offset, one.y_offset)))
            # Down a column y falls.
            if moved > far or one.x_advance < -back or one.y_advance > back:
                raise FontError(say("font-broken/far", file=self.file, text=text[:20]))

    def too_many(self, text: str) -> FontError:
        """That a text became more glyphs than the limit, or than HarfBuzz bears."""
        bound = most("glyphs-per-character")
        saying = say(
            "font-large/glyphs", file=self.file, text=text[:20], most=bound,
            limit="glyphs-per-character",
        )  # fmt: skip
        return FontError(saying)


class _Counting:
    """Counts the points that are drawn (fontTools' pen protocol)."""

    def __init__(self) -> None:
        self.points = 0

    def moveTo(self, *points: object) -> None:  # noqa: N802
        self.points += len(points)

    lineTo = curveTo = qCurveTo = moveTo  # noqa: N815

    def closePath(self) -> None:  # noqa: N802
        pass


def guard_of(font: FontTables, outlines: Outlines | None, hb_font: Any) -> Guard:
    """The guard of a face that was looked at, at the axes of `hb_font`.

    Raises `FontError` where its table of programs cannot be read at all: every glyph is drawn from
    it, the first of all too, which every page has.
    """
    table = next(tag for tag in ("glyf", "CFF2", "CFF ") if tag in font.tables)
    face = hb_font.face
    count, size = face.glyph_count, len(font.data)
    guard = Guard(font.file, table, count, face.upem, size, hb_font, outlines)
    guard.must_draw((0,))
    return guard
