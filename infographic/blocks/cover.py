"""A picture as a ground, with words in its calm zone or on a flat band beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import inf
from typing import Annotated, Literal

from infographic.blocks.figure import read_ratio
from infographic.display.frame import HERE, Frame, bare, together
from infographic.display.items import DrawingFile, Group, ImageFile, PictureFile, Placed, Role
from infographic.display.notes import MeasuredGround
from infographic.foundation.color import WHITE, Color
from infographic.foundation.datum import BUILT_IN, Origin
from infographic.foundation.diagnostics import Diagnostic, Severity, warned
from infographic.foundation.fields import Range
from infographic.foundation.geometry import Insets, Point, Rect, Size
from infographic.foundation.record import record
from infographic.foundation.sayings import Saying, Value, say
from infographic.graphics.photographs.calm import (
    NO_GROUND,
    SPREAD,
    Calm,
    calm_of,
    roughness_of,
)
from infographic.graphics.photographs.crop import WHOLE, window_of
from infographic.graphics.photographs.placed import placed_picture
from infographic.graphics.photographs.salience import salience_of
from infographic.graphics.photographs.thumbnail import FINE, Thumbnail, thumbnail_of, toned
from infographic.graphics.photographs.treated import Treatment, inks_of
from infographic.graphics.photographs.zones import (
    End,
    Try,
    beside,
    boxes_of,
    colors_of,
    holds,
    leaves_a_picture,
    part_of,
    shares_of,
)
from infographic.layout.block import Block, Region, lay_out
from infographic.layout.setting import TOLERANCE, set_copy
from infographic.layout.shapes import filled_box
from infographic.layout.stacking import Vertical, in_height, too_tall
from infographic.story.model import Figure as FigureData
from infographic.text.paragraph import set_paragraph
from infographic.text.style import TextStyle

SIDE_ZONE = 0.42
"""Of the width, where the words stand at a side and nothing is said."""
BLEED = 15.0
"""Points: what a tab in the corner reaches past the cover to bleed off; a page's margin is more."""
SIDES: tuple[End, ...] = ("left", "right")
MOST_COVERED = 0.2
"""Of what catches the eye in the window, so much may lie under the words."""
CREDIT_PADDING = 0.35
"""Round a credit on its tab, in em."""
CREDIT_PIECES = 4
"""Of a credit's place on the picture: each must carry its letters."""
Share = Annotated[float, Range(gt=0, lt=1)]


@record
class Cover:
    """A picture that fills its room, and what stands on it."""

    content: Block
    """The words: a headline, a number, a stack of them."""
    figure: FigureData | None = None
    """A figure of the story: {"$data": "/figures/0", "default": null}."""
    on_band: Block | None = None
    """In place of the content where that stands on a band: the same words in other colours."""
    otherwise: Block | None = None
    """In place of it all where there is no picture yet, or none whose shape suits."""
    at: Literal["auto", "bottom", "top", "left", "right"] = "auto"
    """Where the words stand; “auto”: at the calmest end, on a band where the most of the picture
    is kept."""
    zone: Share | None = None
    """The least share of the height (at a side: of the width) that the words have; without it as
    much as they need, at a side 0.42."""
    vertical: Vertical = "middle"
    """Where words at a side stand that are lower than the cover; “top”: they fill its height."""
    padding: Insets = Insets()
    """Round the words, inside their zone."""
    outset: Insets = Insets()
    """How far picture and band reach past the frame, to bleed off the page."""
    band: Color | None = None
    """The flat ground of words that cannot stand on the picture; without it, the page's paper."""
    keep: Annotated[float, Range(ge=0, le=1)] = 0.55
    """The least share of the picture that is shown; of less, `otherwise` stands instead."""
    ratio: str = ""
    """Width to height where its room has no height; without it the picture's own."""
    treatment: Treatment = "straight"
    """The picture in its colours, in black ink alone, or in the two inks of “duotone”."""
    duotone: tuple[Color, Color] | None = None
    """Of the shadows and of the tones: ["ink", "accent"], as without it."""
    credit_style: TextStyle | None = None
    """Sets the picture's credit in its corner."""
    color: Color | None = None
    """What a drawing (an SVG) calls “currentColor”."""
    origin: Origin = BUILT_IN

    def lay_out(self, region: Region) -> Frame:
        figure = self.figure
        faults = self._not_ratio()
        if figure is None or figure.image is None:
            none = say("cover-form/none") if self.otherwise else say("cover-form/flat")
            return self._without(region, none, faults)
        size = Size(region.width, region.height or self._natural(region.width))
        end = self._ends(size)[0]
        if not self._zone(self.content, end, size, region)[1].items:
            shown = self._try(figure, end, size, region, on_picture=True)
            return self._wordless(figure, shown, size, region, faults)
        on_picture = [] if not region.givens.on_screen else [
            self._try(figure, end, size, region, on_picture=True) for end in self._ends(size)
        ]  # fmt: skip
        fit = [one for one in on_picture if one.calm.can_be_read and one.is_clear]
        fit = [one for one in fit if one.kept >= self.keep and not one.is_faulty]
        if fit:
            calmest = min(fit, key=lambda one: one.calm.spread)
            return self._set(figure, calmest, size, region, faults)
        best, suits = self._band_for(figure, size, region)
        if not suits:
            saying = say("cover-form/shape", **self._kept(best), least=self.keep)
            if self.otherwise is not None:
                return self._without(region, saying, faults)
            faults.append(warned(saying, figure.origin))
        return self._set(figure, best, size, region, faults, on_picture)

    def _wordless(
        self, figure: FigureData, shown: Try, size: Size, region: Region, faults: list[Diagnostic]
    ) -> Frame:
        """A picture on which nothing stands, so that nothing of it is measured."""
        if shown.kept < self.keep:
            saying = say("cover-form/shape", **self._kept(shown), least=self.keep)
            if self.otherwise is not None:
                return self._without(region, saying, faults)
            faults.append(warned(saying, figure.origin))
        return self._set(figure, shown, size, region, faults)

    # What may be

    def _ends(self, size: Size) -> tuple[End, ...]:
        if self.at != "auto":
            return (self.at,)
        is_wide = size.width > size.height
        return (*SIDES, "bottom", "top") if is_wide else ("bottom", "top")

    def _band_for(self, figure: FigureData, size: Size, region: Region) -> tuple[Try, bool]:
        """The band that leaves most of the picture, and whether that is enough; in a tall room a
        band at a side only where one at head or foot leaves too little."""

        def tried(ends: tuple[End, ...]) -> list[Try]:
            return [self._try(figure, end, size, region, on_picture=False) for end in ends]

        def suits(one: Try) -> bool:
            return leaves_a_picture(one.zone, size) and one.kept >= self.keep and not one.is_faulty

        bands = tried(self._ends(size))
        if self.at == "auto" and not any(map(suits, bands)) and size.width <= size.height:
            bands += filter(suits, tried(SIDES))
        best = max(bands, key=lambda one: (suits(one), not one.is_faulty, round(one.kept, 3)))
        return best, suits(best)

    def _try(
        self, figure: FigureData, end: End, size: Size, region: Region, *, on_picture: bool
    ) -> Try:
        block = self.content if on_picture or self.on_band is None else self.on_band
        zone, words = self._zone(block, end, size, region)
        rest = beside(zone, end, size)
        picture = self._out(Rect(0, 0, *size) if on_picture else rest, size)
        image = figure.image
        assert image is not None, "a cover without a picture is not tried"
        picture = Rect(picture.x, picture.y, max(picture.width, 1), max(picture.height, 1))
        seen = shares_of(rest, picture) if on_picture else WHOLE
        window = window_of(image, picture.size, figure.focus, seen)
        small = self._small(image, region) if on_picture else None
        if small is None:
            return Try(end, on_picture, zone, words, picture, window, NO_GROUND, False)
        under = shares_of(zone, picture)
        inks = colors_of(words)
        corner = Point(zone.x + self.padding.left, zone.y + self.padding.top)
        parts = [part_of(shares_of(box, picture), window) for box in boxes_of(words, corner)]
        calms = [calm_of(small, part, inks) for part in (part_of(under, window), *parts)]
        calm = Calm(max(one.spread for one in calms), min(one.contrast for one in calms))
        fine = thumbnail_of(image, FINE) if isinstance(image, ImageFile) else None
        if fine is not None and calm.can_be_read:
            # Each line too: a mast that one of them runs across is nothing in the whole zone.
            toning = self._inks(image, region)[0]
            rough = max((roughness_of(fine, part, toning) for part in parts), default=0.0)
            calm = calm._replace(spread=max(calm.spread, rough))
        clear = salience_of(small).share_in(window, under) <= MOST_COVERED
        if figure.focus is not None:
            clear = clear and not holds(part_of(under, window), figure.focus)
        return Try(end, on_picture, zone, words, picture, window, calm, clear)

    def _small(self, image: PictureFile | None, region: Region) -> Thumbnail | None:
        """The picture as it will be seen, small; None where it has no pixels that can be read."""
        small = thumbnail_of(image) if isinstance(image, ImageFile) else None
        return None if small is None else toned(small, self._inks(image, region)[0])

    def _inks(
        self, image: PictureFile | None, region: Region
    ) -> tuple[tuple[Color, ...], list[Diagnostic]]:
        assert image is not None, "a cover without a picture has no inks"
        colors = region.givens.colors
        return inks_of(image, self.treatment, self.duotone, colors, self.origin)

    def _zone(self, block: Block, end: End, size: Size, region: Region) -> tuple[Rect, Frame]:
        """The words' zone with its padding, and they as they are set in it."""
        pad = self.padding
        if end in ("left", "right"):
            width = (self.zone or SIDE_ZONE) * size.width
            room = region.part(width - pad.across, size.height - pad.down, pad.top)
            left = 0.0 if end == "left" else size.width - width
            words = lay_out(block, room)
            if self.vertical != "top" and room.height is not None:
                # Given the room it fills it; only as high as it likes can it stand in the middle.
                free = lay_out(block, room.free)
                words = free if free.size.height <= room.height + TOLERANCE else words
            return Rect(left, 0, width, size.height), in_height(words, room.height, self.vertical)
        inner = size.width - pad.across
        words = lay_out(block, region.part(inner))
        height = max(words.size.height + pad.down, (self.zone or 0.0) * size.height)
        top = 0.0 if end == "top" else size.height - height
        if height > words.size.height + pad.down + TOLERANCE or region.grid:
            words = lay_out(block, region.part(inner, height - pad.down, top + pad.top))
        return Rect(0, top, size.width, height), words

    def _natural(self, width: float) -> float:
        image = self.figure.image if self.figure else None
        own = image.width / image.height if image else 1.0
        return width / (read_ratio(self.ratio) or own)

    def _out(self, rect: Rect, size: Size, most: float = inf) -> Rect:
        """A part of the cover, past the cover's edges where it touches them, if by no more than
        `most`."""
        out = Insets(*(side if side <= most else 0.0 for side in self.outset))
        left = out.left if rect.x <= TOLERANCE else 0.0
        top = out.top if rect.y <= TOLERANCE else 0.0
        right = out.right if rect.right >= size.width - TOLERANCE else 0.0
        bottom = out.bottom if rect.bottom >= size.height - TOLERANCE else 0.0
        return rect.inset(Insets(-top, -right, -bottom, -left))

    # What is set

    def _set(
        self,
        figure: FigureData,
        chosen: Try,
        size: Size,
        region: Region,
        faults: list[Diagnostic],
        refused: Sequence[Try] = (),
    ) -> Frame:
        picture, wrong = self._picture(figure, chosen, region)
        parts = [(chosen.picture.corner, picture)]
        if not chosen.on_picture:
            parts.append((HERE, bare([self._band(chosen.zone, size, region)])))
        pad = self.padding
        corner = Point(chosen.zone.x + pad.left, chosen.zone.y + pad.top)
        words = chosen.words
        if chosen.on_picture and words.items:
            ground = MeasuredGround(chosen.zone.size, *chosen.calm)
            words = words.noted(ground, figure.origin, Point(-pad.left, -pad.top))
        parts.append((corner, words))
        if figure.credit is not None:
            credit, unset = self._credit(figure, chosen, size, region)
            parts.append((HERE, credit))
            faults += unset
        needed = chosen.words.size.height + pad.down
        if needed > size.height + TOLERANCE:
            faults.append(too_tall(say("phrase/cover"), needed, size.height, self.origin))
        if chosen.words.items:
            saying = self._measured(chosen, refused, region)
            faults.append(Diagnostic(saying, figure.origin, severity=Severity.NOTE))
        made = together(size, parts, [*faults, *wrong])
        return made.grouped(self.origin, Role.SECTION, "cover")

    def _picture(
        self, figure: FigureData, chosen: Try, region: Region
    ) -> tuple[Frame, list[Diagnostic]]:
        image, origin, size = figure.image, figure.origin, chosen.picture.size
        assert image is not None, "a cover without a picture is not set"
        colors: Mapping[str, Color] = {}
        wrong: list[Diagnostic] = []
        if isinstance(image, DrawingFile):
            # Late, as is all of drawings: few pages have one.
            from infographic.layout.drawings import named_colors

            colors, wrong = named_colors(
                image, figure.colors, region.givens.colors, self.color, origin / "colors"
            )
        inks, odd = self._inks(image, region)
        placed = placed_picture(image, HERE, chosen.window, size, colors, origin, inks)
        alt = figure.alt or (figure.caption.text if figure.caption else "")
        made = Frame(size, (placed,)).grouped(origin, Role.FIGURE, "picture", alt=alt, clip=size)
        return made, [*wrong, *odd]

    def _band(self, zone: Rect, size: Size, region: Region, most: float = inf) -> Placed:
        box = filled_box(self._out(zone, size, most), self._flat(region), self.origin)
        return Placed(HERE, Group((box,), role=Role.ARTIFACT, name="band"), self.origin)

    def _flat(self, region: Region) -> Color:
        tokens = region.givens.tokens
        return self.band or (tokens.paper if tokens else None) or WHITE

    def _credit(
        self, figure: FigureData, chosen: Try, size: Size, region: Region
    ) -> tuple[Frame, list[Diagnostic]]:
        """The credit in the picture's corner: on it where it can be read, else on a tab."""
        style, copy = self.credit_style, figure.credit
        assert copy is not None, "a figure without a credit has none to set"
        if style is None:
            saying = say("cover-form/credit", credit=copy.text)
            return Frame(Size(0, 0)), [warned(saying, self.origin)]
        pad = CREDIT_PADDING * style.size
        width = set_paragraph(copy, style, inf).lines[0].text.width + 0.01
        words = set_copy(copy, style, width, role=Role.CAPTION, name="credit")
        shown = beside(chosen.zone, chosen.end, size)
        # Away from the words on the picture; on a band's edge it joins the band.
        at_top = chosen.end == "bottom" and chosen.on_picture and bool(chosen.words.items)
        x = shown.x if chosen.end == "right" else shown.right - width - 2 * pad
        tall = words.size.height + 2 * pad
        tab = Rect(x, shown.y if at_top else shown.bottom - tall, width + 2 * pad, tall)
        calm = self._carries(figure, chosen, tab, words, region)
        if calm is not None:
            words = words.noted(MeasuredGround(tab.size, *calm), copy.origin, Point(-pad, -pad))
        under = [] if calm else [(HERE, bare([self._band(tab, size, region, BLEED)]))]
        return together(size, [*under, (Point(tab.x + pad, tab.y + pad), words)]), []

    def _carries(
        self, figure: FigureData, chosen: Try, place: Rect, words: Frame, region: Region
    ) -> Calm | None:
        """What the picture is under its credit; None where that cannot be read on it."""
        small = self._small(figure.image, region)
        if not chosen.on_picture or not region.givens.on_screen or small is None:
            return None

        def measured(of: Rect) -> Calm:
            part = part_of(shares_of(of, chosen.picture), chosen.window)
            return calm_of(small, part, colors_of(words))

        # Piece by piece: a white stone under two letters is nothing in the whole.
        width = place.width / CREDIT_PIECES
        pieces = (Rect(place.x + number * width, place.y, width, place.height)
                  for number in range(CREDIT_PIECES))  # fmt: skip
        if not all(measured(piece).can_be_read for piece in pieces):
            return None
        whole = measured(place)
        return whole if whole.can_be_read else None

    def _without(self, region: Region, why: Saying, faults: list[Diagnostic]) -> Frame:
        """What stands where no picture does: the other form, else the words on a flat ground."""
        origin = self.figure.origin if self.figure else self.origin
        note = Diagnostic(why, origin, severity=Severity.NOTE)
        if self.otherwise is not None:
            made = lay_out(self.otherwise, region)
            return together(made.size, [(HERE, made)], [*faults, note], made.baseline)
        block = self.on_band or self.content
        if region.height is None and not self.ratio:
            words = lay_out(block, region.part(region.width - self.padding.across))
            size = Size(region.width, words.size.height + self.padding.down)
        else:
            size = Size(region.width, region.height or self._natural(region.width))
        zone, words = self._zone(block, "top" if self.at == "top" else "bottom", size, region)
        ground = self._band(Rect(0, 0, *size), size, region)
        corner = Point(self.padding.left, zone.y + self.padding.top)
        if zone.height > size.height + TOLERANCE:
            faults.append(too_tall(say("phrase/cover"), zone.height, size.height, self.origin))
        made = together(size, [(HERE, bare([ground])), (corner, words)], [*faults, note])
        return made.grouped(self.origin, Role.SECTION, "cover")

    # What is said

    def _measured(self, chosen: Try, refused: Sequence[Try], region: Region) -> Saying:
        kept = self._kept(chosen)
        if chosen.on_picture:
            return say("cover-measured/on-picture", **kept, end=chosen.end,
                       spread=chosen.calm.spread, contrast=chosen.calm.contrast)  # fmt: skip
        if not region.givens.on_screen:
            return say("cover-measured/print", **kept, end=chosen.end)
        best = min(refused, key=lambda one: (not one.is_clear, one.calm.spread))
        return say(
            "cover-measured/on-band" if best.is_clear else "cover-measured/covered",
            **kept, end=chosen.end, tried=best.end, most=SPREAD,
            spread=best.calm.spread, contrast=best.calm.contrast,
        )  # fmt: skip

    def _kept(self, one: Try) -> dict[str, Value]:
        assert self.figure is not None and self.figure.image is not None
        return {"picture": self.figure.image.path.name, "kept": one.kept}

    def _not_ratio(self) -> list[Diagnostic]:
        if not self.ratio or read_ratio(self.ratio) is not None:
            return []
        return [Diagnostic(say("value-kind/ratio", found=self.ratio), self.origin / "ratio")]
