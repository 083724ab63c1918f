"""A picture, or the place kept for one, with its number, caption and credit."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Annotated, Literal

from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import (
    DrawingFile,
    ImageFile,
    Picture,
    PictureFile,
    Placed,
    Role,
    Stroke,
)
from infographic.display.notes import FreePicture
from infographic.foundation.color import Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.fields import Length, Range
from infographic.foundation.geometry import Point, Rect, Size
from infographic.foundation.sayings import say
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
LEAST_SHOWN = 0.5
"""Of a picture that fills its frame; of less there is a doubt."""
_RATIO = re.compile(r"(\d+(?:\.\d+)?):(\d+(?:\.\d+)?)")


def read_ratio(text: str) -> float | None:
    """Width over height; None where it is no ratio.

    >>> read_ratio("3:2")
    1.5
    """
    match = _RATIO.fullmatch(text)
    if match is None or not float(match[1]) or not float(match[2]):
        return None
    return float(match[1]) / float(match[2])


@dataclass(frozen=True, slots=True)
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
    caption_side: Literal["below", "right", "left"] = "below"
    """Beside the picture, as tall as it, the caption wants a vertical style."""
    caption_gap: Length = 4.0
    caption_inset: Length = 0.0
    """Space left and right of the caption, for a picture that bleeds off."""
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
        colors, wrong = self._colors(region)
        parts = [(HERE, self._picture(size, colors, wanted, region.contour))]
        faults += [*self._opaque(region.contour), *self._cropped(size), *wrong]
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
            done = room.fitted((copy,), style, region.givens)
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
        colors, wrong = self._colors(region)
        faults = [*self._not_ratios(), *self._cropped(Size(width, height)), *wrong]
        if style.column is None:
            faults.append(
                Diagnostic(
                    say("style-vertical/caption", style=style.name), self.origin
                )
            )  # fmt: skip
        at_right = self.caption_side == "right"
        picture = self._picture(Size(width, height), colors)
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
        room = WordFrame.of(style, region.part(inner), max_lines=self.lines)
        done = room.fitted((copy,), style, region.givens)
        frame = set_copy(done.copies[0], done.style, inner, role=Role.CAPTION, name="caption")
        frame = room.finished(frame, done, style)
        kept = self.lines * style.leading
        return replace(frame, size=Size(width, max(frame.size.height, kept)))

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
        return [
            Diagnostic(
                say("contour-opaque", picture=image.path.name),
                self.figure.origin,
                severity=Severity.WARNING,
            )
        ]

    def _cropped(self, size: Size) -> list[Diagnostic]:
        """A doubt where the frame's shape cuts most of the picture off."""
        image = self.figure.image
        if image is None or self.crop != "cover" or min(size) <= 0:
            return []
        wanted, own = size.width / size.height, image.width / image.height
        shown = min(wanted / own, own / wanted)
        if shown >= LEAST_SHOWN:
            return []
        return [
            Diagnostic(
                say(
                    "picture-cropped", shown=shown, picture=image.path.name, own=own, wanted=wanted
                ),
                self.figure.origin,
                severity=Severity.WARNING,
            )
        ]

    def _colors(self, region: Region) -> tuple[Mapping[str, Color], list[Diagnostic]]:
        """What the colours of a drawing become, and what is wrong with what the story says."""
        image, named = self.figure.image, self.figure.colors
        origin = self.figure.origin / "colors"
        if isinstance(image, DrawingFile):
            # Late, as is all of drawings: few pages have one.
            from infographic.layout.drawings import named_colors

            return named_colors(image, named, region.givens.colors, self.color, origin)
        if named and image is not None:
            saying = say("svg-color/pixels", name=image.path.name)
            return {}, [Diagnostic(saying, origin, severity=Severity.WARNING)]
        return {}, []

    def _picture(
        self,
        size: Size,
        colors: Mapping[str, Color],
        wanted: float = 0.0,
        contour: tuple[Point, ...] = (),
    ) -> Frame:
        """The picture, or what stands for it; a height that is not its own is noted."""
        image, origin = self.figure.image, self.figure.origin
        alt = self.figure.alt or (self.figure.caption.text if self.figure.caption else "")
        if image is None:
            items = self._placeholder(size, contour)
        elif self.crop == "contain":
            items = self._contained(image, size, colors)
        else:
            # Late: few pages have a picture of their own.
            from infographic.graphics.photographs.crop import window_of

            window = window_of(image, size, self.figure.focus)
            items = [self._placed(image, HERE, window, size, colors)]
        made = replace(bare(items), size=size)
        frame = made.grouped(origin, Role.FIGURE, "picture", alt=alt, clip=size)
        return frame.noted(FreePicture(size.height, wanted), origin) if wanted else frame

    def _placed(
        self, image: PictureFile, at: Point, window: Rect, size: Size, colors: Mapping[str, Color]
    ) -> Placed:
        origin = self.figure.origin
        if isinstance(image, DrawingFile):
            from infographic.layout.drawings import set_drawing

            return set_drawing(image, at, size, colors, origin, window)
        assert isinstance(image, ImageFile), "a picture is of pixels or a drawing"
        return Placed(at, Picture(image, window, size), origin)

    def _contained(
        self, image: PictureFile, size: Size, colors: Mapping[str, Color]
    ) -> list[Placed]:
        scale = min(size.width / image.width, size.height / image.height)
        shown = Size(image.width * scale, image.height * scale)
        at = Point((size.width - shown.width) / 2, (size.height - shown.height) / 2)
        picture = self._placed(image, at, Rect(0, 0, 1, 1), shown, colors)
        if self.tint is None:
            return [picture]
        return [filled_box(Rect(0, 0, *size), self.tint, self.figure.origin), picture]

    def _placeholder(self, size: Size, contour: tuple[Point, ...] = ()) -> list[Placed]:
        """A quiet tint, the figure's number in a ring and the size that is wanted."""
        origin, items = self.figure.origin, []
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
        wanted = Copy((Span(f"{size.width * 25.4 / 72:.0f}×{size.height * 25.4 / 72:.0f} mm"),))
        words = set_paragraph(wanted, style, float("inf")).lines[0]
        if room >= 4 * style.leading:
            at = Point(center.x - words.text.width / 2, center.y + radius + style.leading * 1.1)
            items += drawn(words.text, at, origin)
        return items


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
