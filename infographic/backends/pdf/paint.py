"""A page as one content stream.

A PDF places by its bottom-left corner, y up; the page by the trim's top-left, y down. `_x`, `_y`
are the one place that knows.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, assert_never

from infographic.backends.numbers import colored, number, numbers, outline
from infographic.backends.pdf.font import EmbeddedFont
from infographic.backends.pdf.press import SheetPlan
from infographic.backends.pdf.text import shown_line, span
from infographic.display.items import (
    PLAIN_LINE,
    Cap,
    Group,
    Join,
    LineStyle,
    Path,
    Picture,
    Placed,
    Stroke,
    TextLine,
)
from infographic.display.page import Page
from infographic.display.painted import is_black_hairline
from infographic.foundation.color import Color, Spot
from infographic.foundation.font import Face
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record.tuples import NamedTuple

if TYPE_CHECKING:
    from infographic.backends.pdf.tags import Structure, StructureElement

OVERPRINTING, KNOCKING_OUT = "GO", "GK"
DOWN = "V"
"""Ends the name of the font by which a face's glyphs run down."""

LONG = 32
"""A path of more segments is written relative to its own place, and kept for the next page."""

CAPS = {Cap.BUTT: 0, Cap.ROUND: 1, Cap.SQUARE: 2}
JOINS = {Join.MITER: 0, Join.ROUND: 1, Join.BEVEL: 2}
PlacedPicture = tuple[str, Rect]
"""A picture's name in the page's resources, and where its pixels lie, from the picture's place."""


class _State(NamedTuple):
    """What a graphics state holds of what is written only where it changes."""

    fill: str
    stroke: str
    font: tuple[str, float]
    line_style: LineStyle
    overprints: bool
    opacity: float


def opacity_name(opacity: float) -> str:
    """The resource name of the graphics state with an opacity.

    >>> opacity_name(0.25)
    'T0d25'
    """
    return "T" + number(opacity).replace(".", "d")


class Painter:
    """Writes a page's items in their order; `operators` is the content stream as it grows."""

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
    ) -> None:
        self.page, self.inks, self.plan = page, inks, plan
        self.fonts, self.names = fonts, names
        self.place_picture, self.place_spot = place_picture, place_spot
        self.structure, self.copyable = structure, copyable
        self.operators: list[str] = []
        self._fill = ""
        self._stroke = ""
        self._font = ("", 0.0)
        self._line_style = PLAIN_LINE
        self._overprints = False
        self._opacity = 1.0
        self.opacities: set[float] = set()
        """Those that its graphics states are called by."""
        self._saved: list[_State] = []
        self._in_artifact = False
        self._column_x: float | None = None
        """Where the column stands that was drawn last, if no line was drawn since."""
        self._last_y: float | None = None
        """How high the type stands that was drawn last."""

    def paint(self, *, ground: bool, marks: tuple[Placed, ...] = ()) -> bytes:
        """The content stream; `marks` stand outside the bleed, where the page may not."""
        area = Rect(0, 0, *self.page.trim).grown(self.plan.bleed)
        if self.plan.margin:
            self._save()
            self._write(self._rectangle(area), "W n")
        if ground and self.page.paper is not None:
            self._open_artifact()
            self._set_fill(self.page.paper)
            self._write(self._rectangle(area), "f")
        within = self.structure.root if self.structure else None
        self._draw_items(self.page.items, Point(0, 0), within)
        if self.plan.margin:
            self._restore()
            self._draw_items(marks, Point(0, 0), None)
        self._close_artifact()
        return "\n".join(self.operators).encode("ascii")

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
                    self._draw_picture(picture, here)
                    self._close_content(within)
                case Group() as group:
                    self._draw_group(group, here, within)
                case unknown:
                    assert_never(unknown)
            # Lines one after another are one paragraph, until something else comes between.
            follows = isinstance(placed.item, TextLine)

    def _draw_group(self, group: Group, at: Point, within: StructureElement | None) -> None:
        inside = self.structure.element_for(group, at, within) if self.structure else None
        if group.clip is None and group.outline is None:
            self._draw_items(group.items, at, inside)
        else:
            self._save()
            if group.clip is not None:
                self._write(self._rectangle(Rect(at.x, at.y, *group.clip)), "W n")
            if group.outline is not None:
                self._write_outline(group.outline, at)
                self._write("W* n" if group.outline.even_odd else "W n")
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
            self._write(f"/{kind} <</MCID {mark}>> BDC")
            if face is not None:
                self._write("BT 3 Tr")
                self._set_font(self.names[face], 1)
                self._write(f"{numbers(self._x(at.x), self._y(at.y))} Td <{space}> Tj 0 Tr ET")
            self._write("EMC")

    def _draw_line(self, line: TextLine, at: Point) -> None:
        if not line.runs:
            return
        fonts = tuple([self.fonts[run.face] for _, run in line.runs])
        self._column_x, self._last_y = None, at.y
        shown = shown_line(line, fonts, self.copyable)
        if shown.is_replaced:
            self._write(span(line.text))
        # Colours, fonts and gs are all allowed between BT and ET (ISO 32000-1, figure 9).
        self._write("BT")
        here = (0.0, 0.0)
        y = round(self._y(at.y), 3)
        for (start, run), operators in zip(line.runs, shown.runs, strict=True):
            if not run.glyphs:
                continue
            self._set_fill(run.color)
            self._set_overprint(self.inks and run.color.is_black_alone)
            self._set_opacity(1.0)
            self._set_font(self.names[run.face], run.size)
            x = round(self._x(at.x + start), 3)
            self._write(numbers(x - here[0], y - here[1]), "Td", operators)
            here = (x, y)
        self._write("ET")
        if shown.is_replaced:
            self._write("EMC")

    def _draw_column(self, line: TextLine, at: Point) -> None:
        # Late: few pages have columns that run down.
        from infographic.backends.pdf.vertical import shown_column

        fonts = tuple([self.fonts[run.face] for _, run in line.runs])
        size = max((run.size for _, run in line.runs), default=0.0)
        starts_block = self._column_x is None or abs(self._column_x - at.x) < size
        last = None if self._last_y is None else self._last_y - at.y
        shown = shown_column(line, fonts, starts_block=starts_block, last=last)
        if not shown:
            return
        self._column_x, self._last_y = at.x, at.y + shown[-1].y
        is_read = self.copyable and bool(line.text)
        if is_read:
            self._write(span(line.text))
        self._write("BT")
        width = 1.0
        for each in shown:
            run = each.run
            self._set_fill(run.color)
            self._set_overprint(self.inks and run.color.is_black_alone)
            self._set_opacity(1.0)
            self._set_font(self.names[run.face] + (DOWN if each.is_upright else ""), run.size)
            if run.condensed != width:
                width = run.condensed
                self._write(number(width * 100), "Tz")
            place = numbers(self._x(at.x + each.x), self._y(at.y + each.y))
            self._write(each.matrix, place, "Tm", each.operators)
        if width != 1.0:
            self._write("100 Tz")
        self._write("ET")
        if is_read:
            self._write("EMC")

    def _draw_path(self, path: Path, at: Point) -> None:
        if path.fill is None and path.stroke is None:
            return
        if path.fill is not None:
            self._set_fill(path.fill)
        if path.stroke is not None:
            self._set_stroke(path.stroke.color)
            self._write(number(path.stroke.width), "w")
            self._set_line_style(path.stroke)
        painted = "B" if path.fill and path.stroke else "f" if path.fill else "S"
        if path.even_odd and path.fill:
            painted += "*"
        if len(path.segments) > LONG:
            # An outline of type: written once, and moved to where it stands.
            operators, is_hairline = outline(path)
            self._set_overprint(self.inks and is_hairline)
            self._set_opacity(path.opacity)
            self._write("q 1 0 0 1", numbers(self._x(at.x), self._y(at.y)), "cm")
            self._write(operators)
            self._write(painted)
            self._write("Q")
            return
        self._set_overprint(self.inks and is_black_hairline(path))
        self._set_opacity(path.opacity)
        self._write_outline(path, at)
        self._write(painted)

    def _write_outline(self, path: Path, at: Point) -> None:
        for operator, values in path.segments:
            if operator == "Z":
                self._write("h")
                continue
            places = (
                self._x(at.x + value) if i % 2 == 0 else self._y(at.y + value)
                for i, value in enumerate(values)
            )
            self._write(numbers(*places), operator.lower())

    def _draw_picture(self, picture: Picture, at: Point) -> None:
        name, pixels = self.place_picture(picture, at)
        is_clipped = pixels.size != picture.size or pixels.corner != Point(0, 0)
        self._set_overprint(False)
        self._set_opacity(1.0)
        self.operators.append("q")
        if is_clipped:
            self._write(self._rectangle(Rect(at.x, at.y, *picture.size)), "W n")
        corner = numbers(self._x(at.x + pixels.x), self._y(at.y + pixels.bottom))
        self._write(f"{number(pixels.width)} 0 0 {number(pixels.height)} {corner} cm")
        self._write(f"/{name} Do")
        self.operators.append("Q")

    # Marked content

    def _open_content(self, within: StructureElement | None, *, follows: bool) -> None:
        if self.structure is None:
            return
        if within is None:
            self._open_artifact()
            return
        self._close_artifact()
        kind, mark = self.structure.content_of(within, follows=follows)
        self._write(f"/{kind} <</MCID {mark}>> BDC")

    def _close_content(self, within: StructureElement | None) -> None:
        if self.structure is not None and within is not None:
            self._write("EMC")

    def _open_artifact(self) -> None:
        """Decoration; what follows it joins the same sequence."""
        if self.structure is not None and not self._in_artifact:
            self._write("/Artifact BMC")
            self._in_artifact = True

    def _close_artifact(self) -> None:
        if self._in_artifact:
            self._write("EMC")
            self._in_artifact = False

    # Graphics state: written only where it changes

    def _save(self) -> None:
        self._close_artifact()
        self._write("q")
        self._saved.append(
            _State(
                *(self._fill, self._stroke, self._font, self._line_style),
                *(self._overprints, self._opacity),
            )
        )

    def _restore(self) -> None:
        self._close_artifact()
        self._write("Q")
        state = self._saved.pop()
        self._fill, self._stroke, self._font = state.fill, state.stroke, state.font
        self._line_style = state.line_style
        self._overprints, self._opacity = state.overprints, state.opacity

    def _set_fill(self, color: Color) -> None:
        if self.inks and color.spot is not None:
            setting = f"/{self.place_spot(color.spot)} cs {number(color.strength)} scn"
        else:
            setting = colored(color.cmyk, "k") if self.inks else colored(color.srgb, "rg")
        if setting != self._fill:
            self._fill = setting
            self._write(setting)

    def _set_stroke(self, color: Color) -> None:
        if self.inks and color.spot is not None:
            setting = f"/{self.place_spot(color.spot)} CS {number(color.strength)} SCN"
        else:
            setting = colored(color.cmyk, "K") if self.inks else colored(color.srgb, "RG")
        if setting != self._stroke:
            self._stroke = setting
            self._write(setting)

    def _set_line_style(self, stroke: Stroke) -> None:
        before, style = self._line_style, stroke.style
        if style == before:
            return
        self._line_style = style
        if (style.dash, style.dash_phase) != (before.dash, before.dash_phase):
            self._write(f"[{numbers(*style.dash)}] {number(style.dash_phase)} d")
        if style.cap != before.cap:
            self._write(f"{CAPS[style.cap]} J")
        if style.join != before.join:
            self._write(f"{JOINS[style.join]} j")
        if style.miter_limit != before.miter_limit:
            self._write(number(style.miter_limit), "M")

    def _set_overprint(self, overprints: bool) -> None:
        if overprints != self._overprints:
            self._overprints = overprints
            self._write(f"/{OVERPRINTING if overprints else KNOCKING_OUT} gs")

    def _set_opacity(self, opacity: float) -> None:
        if opacity != self._opacity:
            self._opacity = opacity
            self.opacities.add(opacity)
            self._write(f"/{opacity_name(opacity)} gs")

    def _set_font(self, name: str, size: float) -> None:
        if (name, size) != self._font:
            self._font = (name, size)
            self._write(f"/{name} {number(size)} Tf")

    # Places

    def _x(self, x: float) -> float:
        return x + self.plan.offset

    def _y(self, y: float) -> float:
        return self.plan.trim.height + self.plan.offset - y

    def _rectangle(self, rect: Rect) -> str:
        corner = numbers(self._x(rect.x), self._y(rect.bottom))
        return f"{corner} {number(rect.width)} {number(rect.height)} re"

    def _write(self, *words: str) -> None:
        self.operators.append(" ".join(words))
