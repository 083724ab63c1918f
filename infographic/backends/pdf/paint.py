"""A page as one content stream.

A PDF places by its bottom-left corner, y up; the page by the trim's top-left, y down. `_x`, `_y`
are the one place that knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, assert_never

from infographic.backends.numbers import (
    LONG,
    colored,
    number,
    numbers,
    outline,
)
from infographic.backends.pdf.font import EmbeddedFont, Pair
from infographic.backends.pdf.objects import GraphicsState, Part
from infographic.backends.pdf.press import SheetPlan
from infographic.backends.pdf.text import shown_line, span
from infographic.display.items import (
    Group,
    Path,
    Picture,
    Placed,
    TextLine,
    signature,
)
from infographic.display.page import Page
from infographic.display.painted import is_black_hairline
from infographic.foundation.color import Color, Spot
from infographic.foundation.datum import Origin
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.memo import Memo

if TYPE_CHECKING:
    from infographic.backends.pdf.tags import Structure, StructureElement

PlacedPicture = tuple[str, Rect]
"""A picture's name in the page's resources, and where its pixels lie, from the picture's place."""


# A part holds the fonts of its page, of which every new text has its own: those of three
# broadsheets, whose parts have 1.6 MB of operators.
_PARTS: Memo[Part] = Memo("parts of PDFs", 36)


_GLYPHS: Memo[Mapping[Face, frozenset[Pair]]] = Memo("glyphs of groups", 36)


def glyphs_in(placed: Placed) -> Mapping[Face, frozenset[Pair]]:
    """Each face of an item of a page, in the order of first use, with the glyphs it shows."""
    group = placed.item
    if not isinstance(group, Group):
        return _glyphs((placed,))
    return _GLYPHS.made(signature(group), lambda: _glyphs(group.items), group)


def _glyphs(items: tuple[Placed, ...]) -> Mapping[Face, frozenset[Pair]]:
    pairs: dict[Face, set[Pair]] = {}
    for line in lines_in(items):
        for _, run in line.runs:
            pairs.setdefault(run.face, set()).update(zip(run.glyphs, run.texts, strict=True))
    return {face: frozenset(used) for face, used in pairs.items()}


def lines_in(items: tuple[Placed, ...]) -> list[TextLine]:
    """All lines of type, wherever they stand."""
    found: list[TextLine] = []
    for _, item, _ in items:
        if isinstance(item, TextLine):
            found.append(item)
        elif isinstance(item, Group):
            found += lines_in(item.items)
    return found


class Painter:
    """Writes a page's items in their order; `state` has the content stream as it grows."""

    def __init__(
        self,
        page: Page,
        *,
        inks: bool,
        plan: SheetPlan,
        fonts: Mapping[Face, EmbeddedFont],
        names: Mapping[Face, str],
        place_picture: Callable[[Picture, Point], PlacedPicture],
        place_spot: Callable[[Spot], str],
        structure: Structure | None,
        copyable: bool,
        has_columns: bool,
    ) -> None:
        self.page, self.inks, self.plan = page, inks, plan
        self.fonts, self.names = fonts, names
        self.place_picture, self.place_spot = place_picture, place_spot
        self.structure, self.copyable = structure, copyable
        self.has_columns = has_columns
        self.state = GraphicsState()
        self._in_artifact = False
        self._is_kept = True
        """What is drawn follows from the items and the state alone."""
        self._look = inks, copyable, plan.offset, plan.trim.height
        self._column_x: float | None = None
        """Where the column stands that was drawn last, if no line was drawn since."""
        self._last_y: float | None = None
        """How high the type stands that was drawn last."""

    def paint(self, *, ground: bool, marks: tuple[Placed, ...] = ()) -> bytes:
        """The content stream; `marks` stand outside the bleed, where the page may not."""
        area = Rect(0, 0, *self.page.trim).grown(self.plan.bleed)
        if self.plan.margin:
            self._save()
            self.state.write(self._rectangle(area), "W n")
        if ground and self.page.paper is not None:
            self._open_artifact()
            self.set_fill(self.page.paper)
            self.state.write(self._rectangle(area), "f")
        within = self.structure.root if self.structure else None
        # Tags are numbered through a page, and columns hang on what was drawn before them.
        if within is None and not self.has_columns:
            for placed in self.page.items:
                self._draw_whole(placed)
        else:
            self._draw_items(self.page.items, Point(0, 0), within)
        if self.plan.margin:
            self._restore()
            self._draw_items(marks, Point(0, 0), None)
        self._close_artifact()
        return self.state.content()

    def _draw_items(
        self, items: tuple[Placed, ...], at: Point, within: StructureElement | None
    ) -> None:
        follows = False
        for placed in items:
            here = Point(at.x + placed.at.x, at.y + placed.at.y)
            match placed.item:
                case TextLine() as line:
                    self._open_content(within, follows=follows)
                    (self._draw_column if line.vertical else self._draw_line)(line, here)
                    self._close_content(within)
                case Path() as path:
                    inside = within if within and within.kind == "Figure" else None
                    self._open_content(inside, follows=False)
                    self._draw_path(path, here)
                    self._close_content(inside)
                case Picture() as picture:
                    self._open_content(within, follows=False)
                    self._draw_picture(picture, here, placed.origin)
                    self._close_content(within)
                case Group() as group:
                    self._draw_group(group, here, within)
                case unknown:
                    assert_never(unknown)
            # Lines one after another are one paragraph, until something else comes between.
            follows = isinstance(placed.item, TextLine)

    def _draw_whole(self, placed: Placed) -> None:
        """An item of the page itself; a group as it was drawn before, if it stands where it did."""
        at, group, _ = placed
        if not isinstance(group, Group):
            self._draw_items((placed,), Point(0, 0), None)
            return
        faces = glyphs_in(placed)
        fonts = [self.fonts[face] for face in faces]
        names = [self.names[face] for face in faces]
        key = signature(group), at, self._look, *names, *map(id, fonts)
        part = _PARTS.get(key)
        if part is None:
            self._is_kept = True
            self.state.begin()
            self._draw_group(group, at, None)
            part = self.state.end()
            if self._is_kept:
                _PARTS.put(key, part, (group, fonts))
        self.state.play(part)

    def _draw_group(self, group: Group, at: Point, within: StructureElement | None) -> None:
        inside = self.structure.element_for(group, at, within) if self.structure else None
        if group.clip is None and group.outline is None:
            self._draw_items(group.items, at, inside)
        else:
            self._save()
            if group.clip is not None:
                self.state.write(self._rectangle(Rect(at.x, at.y, *group.clip)), "W n")
            if group.outline is not None:
                self._write_outline(group.outline, at)
                self.state.write("W* n" if group.outline.even_odd else "W n")
            self._draw_items(group.items, at, inside)
            self._restore()
        if group.data is not None and self.structure and within and inside is not None:
            self._write_data(self.structure.add_table(within, group.data), at)

    def _write_data(self, cells: Iterator[tuple[str, int]], at: Point) -> None:
        """Cells of a table that is read and not seen: each an unseen space where its figure is."""
        self._close_artifact()
        face = next((one for one in self.names if one.glyph_of(" ")), None)
        space = "" if face is None else self.fonts[face].pens[face.glyph_of(" ")][0]
        for kind, mark in cells:
            self.state.write(f"/{kind} <</MCID {mark}>> BDC")
            if face is not None:
                self.state.write("BT 3 Tr")
                self.state.set("font", (self.names[face], 1))
                self.state.write(f"{numbers(self.x(at.x), self.y(at.y))} Td <{space}> Tj 0 Tr ET")
            self.state.write("EMC")

    def _draw_line(self, line: TextLine, at: Point) -> None:
        if not line.runs:
            return
        fonts = tuple([self.fonts[run.face] for _, run in line.runs])
        self._column_x, self._last_y = None, at.y
        shown = shown_line(line, fonts, self.copyable)
        if shown.is_replaced:
            self.state.write(span(line.text))
        # Colours, fonts and gs are all allowed between BT and ET (ISO 32000-1, figure 9).
        self.state.write("BT")
        here = (0.0, 0.0)
        y = round(self.y(at.y), 3)
        for (start, run), operators in zip(line.runs, shown.runs, strict=True):
            if not run.glyphs:
                continue
            self.set_fill(run.color)
            self.state.set("overprint", self.inks and run.color.is_black_alone)
            self.state.set("opacity", 1.0)
            self.state.set("font", (self.names[run.face], run.size))
            x = round(self.x(at.x + start), 3)
            self.state.write(numbers(x - here[0], y - here[1]), "Td", operators)
            here = (x, y)
        self.state.write("ET")
        if shown.is_replaced:
            self.state.write("EMC")

    def _draw_column(self, line: TextLine, at: Point) -> None:
        # Late: few pages have columns that run down.
        from infographic.backends.pdf.vertical import draw_column

        fonts = tuple([self.fonts[run.face] for _, run in line.runs])
        size = max((run.size for _, run in line.runs), default=0.0)
        starts_block = self._column_x is None or abs(self._column_x - at.x) < size
        last = None if self._last_y is None else self._last_y - at.y
        shown = draw_column(self, line, at, fonts, starts_block=starts_block, last=last)
        if shown:
            self._column_x, self._last_y = at.x, at.y + shown[-1].y

    def _draw_path(self, path: Path, at: Point) -> None:
        if path.fill is None and path.stroke is None:
            return
        if path.fill is not None:
            self.set_fill(path.fill)
        if path.stroke is not None:
            self._set_stroke(path.stroke.color)
            self.state.write(number(path.stroke.width), "w")
            self.state.set("line", path.stroke.style)
        painted = "B" if path.fill and path.stroke else "f" if path.fill else "S"
        if path.even_odd and path.fill:
            painted += "*"
        if len(path.segments) > LONG:
            # An outline of type: written once, and moved to where it stands.
            operators, is_hairline = outline(path)
            self.state.set("overprint", self.inks and is_hairline)
            self.state.set("opacity", path.opacity)
            self.state.write("q 1 0 0 1", numbers(self.x(at.x), self.y(at.y)), "cm")
            self.state.write(operators)
            self.state.write(painted)
            self.state.write("Q")
            return
        self.state.set("overprint", self.inks and is_black_hairline(path))
        self.state.set("opacity", path.opacity)
        self._write_outline(path, at)
        self.state.write(painted)

    def _write_outline(self, path: Path, at: Point) -> None:
        for operator, values in path.segments:
            if operator == "Z":
                self.state.write("h")
                continue
            places = (
                self.x(at.x + value) if i % 2 == 0 else self.y(at.y + value)
                for i, value in enumerate(values)
            )
            self.state.write(numbers(*places), operator.lower())

    def _draw_picture(self, picture: Picture, at: Point, origin: Origin) -> None:
        self._is_kept = False
        # Late: many pages have no pictures.
        from infographic.foundation.pictures.source import placed_at

        with placed_at(origin):
            name, pixels = self.place_picture(picture, at)
        is_clipped = pixels.size != picture.size or pixels.corner != Point(0, 0)
        self.state.set("overprint", False)
        self.state.set("opacity", 1.0)
        self.state.write("q")
        if is_clipped:
            self.state.write(self._rectangle(Rect(at.x, at.y, *picture.size)), "W n")
        corner = numbers(self.x(at.x + pixels.x), self.y(at.y + pixels.bottom))
        self.state.write(f"{number(pixels.width)} 0 0 {number(pixels.height)} {corner} cm")
        self.state.write(f"/{name} Do")
        self.state.write("Q")

    # Marked content

    def _open_content(self, within: StructureElement | None, *, follows: bool) -> None:
        if self.structure is None:
            return
        if within is None:
            self._open_artifact()
            return
        self._close_artifact()
        kind, mark = self.structure.content_of(within, follows=follows)
        self.state.write(f"/{kind} <</MCID {mark}>> BDC")

    def _close_content(self, within: StructureElement | None) -> None:
        if self.structure is not None and within is not None:
            self.state.write("EMC")

    def _open_artifact(self) -> None:
        """Decoration; what follows it joins the same sequence."""
        if self.structure is not None and not self._in_artifact:
            self.state.write("/Artifact BMC")
            self._in_artifact = True

    def _close_artifact(self) -> None:
        if self._in_artifact:
            self.state.write("EMC")
            self._in_artifact = False

    # Graphics state: written only where it changes

    def _save(self) -> None:
        self._close_artifact()
        self.state.save()

    def _restore(self) -> None:
        self._close_artifact()
        self.state.restore()

    def set_fill(self, color: Color) -> None:
        if self.inks and color.spot is not None:
            self._is_kept = False
            setting = f"/{self.place_spot(color.spot)} cs {number(color.strength)} scn"
        else:
            setting = colored(color.cmyk, "k") if self.inks else colored(color.srgb, "rg")
        self.state.set("fill", setting)

    def _set_stroke(self, color: Color) -> None:
        if self.inks and color.spot is not None:
            self._is_kept = False
            setting = f"/{self.place_spot(color.spot)} CS {number(color.strength)} SCN"
        else:
            setting = colored(color.cmyk, "K") if self.inks else colored(color.srgb, "RG")
        self.state.set("stroke", setting)

    # Places

    def x(self, x: float) -> float:
        return x + self.plan.offset

    def y(self, y: float) -> float:
        return self.plan.trim.height + self.plan.offset - y

    def _rectangle(self, rect: Rect) -> str:
        corner = numbers(self.x(rect.x), self.y(rect.bottom))
        return f"{corner} {number(rect.width)} {number(rect.height)} re"
