"""A picture, or the place kept for one, with its number, caption and credit."""

from __future__ import annotations

from typing import Annotated, Literal

from infographic.display.frame import HERE, Frame, together
from infographic.display.items import (
    Placed,
    Role,
    Stroke,
)
from infographic.display.notes import FreePicture
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, warned
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.foundation.late_pattern import late
from infographic.foundation.record import record, replaced
from infographic.foundation.sayings import say
from infographic.foundation.units import POINTS_PER
from infographic.layout.block import Region
from infographic.layout.copyfit import Copyfitted
from infographic.layout.framed import WordFrame
from infographic.layout.setting import TOLERANCE, height_of, set_copy
from infographic.layout.shapes import circle, drawn, filled_box, polygon
from infographic.layout.snap import above_grid, below_grid, step_of
from infographic.layout.stacking import too_tall
from infographic.story.model import Figure as FigureData
from infographic.text.copy import Copy, Span
from infographic.text.paragraph import set_paragraph
from infographic.text.style import Part, TextStyle

AUTO = "auto"
"""A frame's shape that goes by its picture's."""
_RATIO = late(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")


def read_ratio(text: str) -> float | None:
    """Width over height; None where it is no ratio.

    >>> read_ratio("3:2")
    1.5
    """
    match = _RATIO.fullmatch(text)
    if match is None or not float(match[1]) or not float(match[2]):
        return None
    return float(match[1]) / float(match[2])


@record
class Figure:
    """A picture with its words."""

    figure: FigureData
    """A figure of the story: {"$data": "/figures/0"}."""
    caption_style: TextStyle | None = None
    """Its words below the picture; without it no caption is set. STRONG sets “图①”, QUALIFIER the
    credit."""
    placeholder_style: TextStyle | None = None
    """The number and the wanted size in a picture still to come."""
    numbered: bool = True
    """Set “图①” before the caption."""
    number_prefix: str = "图"
    ratio: str = ""
    """Width to height of the picture, “3:2”; “auto” and without it the figure's own."""
    ratios: tuple[str, str] = ("3:4", "16:9")
    """With “auto” it is no higher and no wider than these."""
    smallest: Length | None = None
    """The picture may be as low as this; with it, it takes whatever height is left."""
    crop: Literal["cover", "contain"] = "cover"
    """Fill the frame and lose the edges, or show all of the picture."""
    tint: Color | None = None
    """The ground of a placeholder, and round a contained picture."""
    mark: Color | None = None
    """The placeholder's ring and diagonals."""
    color: Color | None = None
    """What a drawing (an SVG) calls “currentColor”; without it, black."""
    treatment: Literal["straight", "black", "duotone"] = "straight"
    """In its colours, in black ink alone, or in the two inks of “duotone”."""
    duotone: tuple[Color, Color] | None = None
    """Of the shadows and of the tones: ["ink", "accent"], as without it."""
    outset: Insets = Insets()
    """How far a cut-out (a picture with transparency) stands out of its frame, whole: its panel's
    edge runs behind it."""
    caption_side: Literal["below", "right", "left"] = "below"
    """Beside the picture, as tall as it, the caption wants a vertical style."""
    caption_gap: Length = 4.0
    caption_inset: Length = 0.0
    """Space left and right of the caption, for a picture that bleeds off."""
    caption_measure: Annotated[int, Range(ge=0, le=80)] = 0
    """The most characters of its lines, best 25 to 35, in a wider frame; of four lines or more it
    stands in two columns there, if these have room. 0: as wide as the frame."""
    lines: Annotated[int, Range(ge=0, le=20)] = 0
    """Keep room for so many caption lines, or columns beside, so that pictures in a row are level.
    A caption whose style has a “fit” is made to take no more."""
    origin: Origin = BUILT_IN

    @property
    def is_picture(self) -> bool:
        return True

    def lay_out(self, region: Region) -> Frame:
        if self.caption_side != "below" and self.caption_style:
            copy = self._caption_copy()
            if copy is not None:
                return self._lay_out_beside(region, copy, self.caption_style)
        caption = self._caption(region)
        below = caption.size.height + self.caption_gap if caption else 0.0
        if region.height is None:
            height = self.smallest or self._natural(region.width, region)
        else:
            height = region.height - below
        faults = self._not_ratios()
        least = self.smallest or 12.0
        if region.height is not None and height < least - TOLERANCE:
            faults.append(too_tall(say("phrase/figure"), least + below,
                                   region.height, self.figure.origin))  # fmt: skip
            height = least
        moved = 0.0
        if caption and self.caption_style:
            step = step_of(self.caption_style, region)
            y = region.y + height + self.caption_gap + caption.baseline
            if region.height is None:
                moved = below_grid(y, step)
                below += step
            else:
                # The picture gives way, so that the caption stands on the grid above.
                height -= above_grid(y, step)
        size = Size(region.width, height)
        # Only a picture that takes what is left can be far from the height it likes.
        wanted = 0.0 if self.smallest is None else region.width / self._ratio()
        picture, wrong = self._picture(size, region, wanted)
        parts = [(HERE, picture)]
        faults += [*self._opaque(region.contour), *wrong]
        if caption:
            parts.append((Point(self.caption_inset, height + self.caption_gap + moved), caption))
        whole = height + below if region.height is None else region.height
        return self._of(Size(region.width, whole), parts, faults)

    def _of(self, size: Size, parts: list[tuple[Point, Frame]], faults: list[Diagnostic]) -> Frame:
        made = together(size, parts, faults)
        return made.grouped(self.figure.origin, Role.SECTION, "figure")

    def _lay_out_beside(self, region: Region, copy: Copy, style: TextStyle) -> Frame:
        """The picture, and right or left of it its caption in columns as long as it is tall."""
        # Late: few captions run down.
        from infographic.layout.vertical import set_columns

        height = region.height or self.smallest or self._natural(region.width, region)
        room, done = WordFrame(height, None), Copyfitted((copy,), style)
        made = beside = 0.0
        for _ in range(4):  # a lower picture may need one more column, seldom two
            room = WordFrame(height, None, max_lines=self.lines)
            done = self._accompanied(room.fitted((copy,), style, region.givens), height)
            made = height_of(set_paragraph(done.copies[0], done.style, height).lines)
            beside = max(made, self.lines * style.leading) + self.caption_gap
            if region.height is None and self.smallest is None:
                height = max(self._natural(region.width - beside, region), 12.0)
        width = max(region.width - beside, 12.0)
        # Room that is kept and not taken is not between the picture and its caption.
        made = min(made, region.width - width - self.caption_gap)
        caption = set_columns(
            done.copies, done.style, region.part(made, height), role=Role.CAPTION, name="caption"
        )
        caption = room.finished(caption, done, style)
        picture, wrong = self._picture(Size(width, height), region.part(width, height))
        faults = [*self._not_ratios(), *wrong]
        if style.column is None:
            faults.append(
                Diagnostic(
                    say("style-vertical/caption", style=style.name), self.origin
                )
            )  # fmt: skip
        at_right = self.caption_side == "right"
        left = width if at_right else beside - made - 2 * self.caption_gap
        parts = [
            (Point(0 if at_right else beside, 0), picture),
            (Point(left + self.caption_gap, 0), caption),
        ]
        return self._of(Size(region.width, height), parts, faults)

    def _not_ratios(self) -> list[Diagnostic]:
        written = (
            ("" if self.ratio == AUTO else self.ratio, self.origin / "ratio"),
            *((text, self.origin / "ratios") for text in self.ratios),
            (self.figure.aspect, self.figure.origin / "aspect"),
        )
        return [
            Diagnostic(say("value-kind/ratio", found=text), origin)
            for text, origin in written
            if text and read_ratio(text) is None
        ]

    def _ratio(self) -> float:
        image = self.figure.image
        own = image.width / image.height if image else read_ratio(self.figure.aspect)
        if self.ratio != AUTO:
            return read_ratio(self.ratio) or own or 1.5
        low, high = sorted(read_ratio(text) or 1.0 for text in self.ratios)
        return min(max(own or 1.5, low), high)

    def _natural(self, width: float, region: Region) -> float:
        return width / self._ratio() * region.givens.figures

    def _caption(self, region: Region) -> Frame | None:
        style, copy = self.caption_style, self._caption_copy()
        if style is None or not copy:
            return None
        width, inner = region.width, region.width - 2 * self.caption_inset
        if self.caption_measure and inner > self.caption_measure * style.size:
            frame = self._measured_caption(copy, style, region.part(inner))
        else:
            room = WordFrame.of(style, region.part(inner), max_lines=self.lines)
            done = self._accompanied(room.fitted((copy,), style, region.givens), inner)
            frame = set_copy(done.copies[0], done.style, inner, role=Role.CAPTION, name="caption")
            frame = room.finished(frame, done, style)
        kept = self.lines * style.leading
        return replaced(frame, size=Size(width, max(frame.size.height, kept)))

    def _measured_caption(self, copy: Copy, style: TextStyle, region: Region) -> Frame:
        """A caption in a frame that is wider than lines are read in."""
        # Late: few frames are.
        from infographic.blocks.captions import in_columns, measured

        where = measured(copy, style, region.width, self.caption_measure)
        room = WordFrame.of(style, region.part(where.width), max_lines=self.lines * where.columns)
        done = self._accompanied(room.fitted((copy,), style, region.givens), where.width)
        frame = in_columns(done.copies[0], done.style, where, 0)
        return room.finished(frame, done, style)

    def _accompanied(self, done: Copyfitted, width: float) -> Copyfitted:
        """The caption so that its credit does not stand alone in a line."""
        credit, caption = self.figure.credit, self.figure.caption
        if credit is None or caption is None or not caption.text:
            return done
        copy, style = done.copies[0], done.style
        lines = set_paragraph(copy, style, width).lines
        if len(lines) < 2 or lines[-1].text.text.strip() not in credit.text:
            return done
        # Late: few credits do.
        from infographic.blocks.captions import accompanied

        return accompanied(done, width)

    def _caption_copy(self) -> Copy | None:
        """图①, the caption and its credit."""
        figure = self.figure
        if figure.caption is None and figure.credit is None:
            return None
        spans: list[Span] = []
        if self.numbered and figure.number:
            spans.append(Span(f"{self.number_prefix}{numeral(figure.number)}", Part.STRONG, 9_001))
            spans.append(Span("\u3000"))
        if figure.caption is not None:
            spans += figure.caption.spans
        if figure.credit is not None:
            spans += [Span("\u3000"), Span(figure.credit.text, Part.QUALIFIER, 9_002)]
        return Copy(tuple(spans), (figure.caption or figure.credit or Copy(())).origin)

    def _opaque(self, contour: tuple[Point, ...]) -> list[Diagnostic]:
        """What is wrong where words run along a picture that nothing of is transparent."""
        image = self.figure.image
        if not contour or image is None or image.is_cut_out:
            return []
        return [warned(say("contour-opaque", picture=image.path.name), self.figure.origin)]

    def _picture(
        self, size: Size, region: Region, wanted: float = 0.0
    ) -> tuple[Frame, list[Diagnostic]]:
        """The picture, or what stands for it, and what is wrong with it; a height that is not its
        own is noted."""
        figure, origin = self.figure, self.figure.origin
        alt = figure.alt or (figure.caption.text if figure.caption else "")
        box, wrong = Rect(0, 0, *size), list[Diagnostic]()
        if figure.image is None:
            items = self._placeholder(size, region)
        else:
            # Late: many pages have no picture of their own.
            from infographic.graphics.photographs.shown import Showing, show

            how = Showing(
                *(self.crop, self.tint, self.color, self.treatment, self.duotone, self.outset),
                *(region.givens.colors, self.origin),
            )
            placed, box, found = show(figure, size, how)
            items, wrong = list(placed), [*found]
        made = Frame(box.size, tuple(items)).moved(-box.x, -box.y)
        frame = made.grouped(origin, Role.FIGURE, "picture", alt=alt, clip=box.size)
        frame = replaced(frame.moved(box.x, box.y), size=size)
        return (frame.noted(FreePicture(size.height, wanted), origin) if wanted else frame), wrong

    def _placeholder(self, size: Size, region: Region) -> list[Placed]:
        """A quiet tint, the figure's number in a ring and the size that is wanted."""
        origin, items, contour = self.figure.origin, list[Placed](), region.contour
        if self.tint is not None and contour:
            items.append(polygon(contour, self.tint, origin))
        elif self.tint is not None:
            items.append(filled_box(Rect(0, 0, *size), self.tint, origin))
        style = self.placeholder_style
        if style is None:
            return items
        digits = style.of(Part.DIGITS)
        room = min(size.width, size.height)
        radius = min(digits.size * 0.62, room * 0.3)
        middle = _middle(contour) if contour else Point(size.width / 2, size.height / 2)
        center = Point(middle.x, middle.y - (style.leading * 0.6))
        if room < 4 * style.leading:
            center = middle
        if self.mark is not None:
            ring = Stroke(self.mark, max(radius / 22, 0.6))
            items.append(circle(center, radius, origin, stroke=ring))
        number = Copy((Span(str(self.figure.number or 1), Part.DIGITS),), origin)
        line = set_paragraph(number, style, float("inf")).lines[0]
        cap = digits.fonts.figures[0].metrics.cap_height * digits.size
        shrink = radius / (digits.size * 0.62)
        if shrink > 0.99:
            at = Point(center.x - line.text.width / 2, center.y + cap / 2)
            # For the eye only: the caption's 图① says it in words.
            items += drawn(line.text, at, origin)
        wanted = Copy((Span(self._wanted(size, region)),))
        words = set_paragraph(wanted, style, float("inf")).lines[0]
        if room >= 4 * style.leading:
            at = Point(center.x - words.text.width / 2, center.y + radius + style.leading * 1.1)
            items += drawn(words.text, at, origin)
        return items

    def _wanted(self, size: Size, region: Region) -> str:
        """The picture that is to come, in its page's unit: “图① 88×64 mm”, “图① 936×527 px”."""
        tokens = region.givens.tokens
        unit = "px" if tokens is not None and tokens.unit == "px" else "mm"
        width, height = (side / POINTS_PER[unit] for side in size)
        number = self.number_prefix + numeral(self.figure.number) if self.figure.number else ""
        return f"{number} {width:.0f}×{height:.0f} {unit}".strip()


def _middle(corners: tuple[Point, ...]) -> Point:
    """A polygon's centre of gravity."""
    turned = (*corners[1:], corners[0])
    areas = [a.x * b.y - b.x * a.y for a, b in zip(corners, turned, strict=True)]
    whole = sum(areas) or 1.0
    pairs = list(zip(corners, turned, areas, strict=True))
    return Point(
        sum((a.x + b.x) * area for a, b, area in pairs) / 3 / whole,
        sum((a.y + b.y) * area for a, b, area in pairs) / 3 / whole,
    )


def numeral(number: int) -> str:
    """The circled numeral of a figure, ① to ㊿.

    >>> numeral(1), numeral(21), numeral(36)
    ('①', '㉑', '㊱')
    """
    if number <= 20:
        return chr(0x2460 + number - 1)
    return chr(0x3251 + number - 21) if number <= 35 else chr(0x32B1 + number - 36)
