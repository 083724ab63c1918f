"""A written page's ink as layers, as its graphics states say that they are to be painted."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

import pikepdf

from infographic.display.painted import box_in, common
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.geometry import Rect
from infographic.foundation.matrix import at
from infographic.press.inspect.paint import Clip, Paint
from infographic.press.inspect.programs import OutlineOf, outlines_of
from infographic.press.picture_ink import inks_of_planes, inks_of_samples
from infographic.press.stacks.layers import (
    NEAR,
    InkPixels,
    Layer,
    Segments,
    Shape,
    rectangle,
)

if TYPE_CHECKING:
    from PIL import Image

PROCESS = frozenset(PROCESS_INKS)
A_THIRD = 1 / 3
"""What type covers of its em, for faces whose outlines cannot be read."""


def layers_of(paints: list[Paint]) -> tuple[Layer, ...]:
    """Everything that is painted in inks, first what is painted first."""
    programs: dict[int, OutlineOf | None] = {}
    return tuple(layer for paint in paints for layer in _layers(paint, programs))


def _layers(paint: Paint, programs: dict[int, OutlineOf | None]) -> Iterator[Layer]:
    clips, box = list(_clips(paint.clip)), paint.box
    for clip in tuple(clips):
        cut = box_in(clip.outlines[0])
        if cut is not None:
            inside = common(box, cut)
            if inside is None:
                return
            box = inside
            clips = clips if not cut.holds(paint.box, NEAR) else [c for c in clips if c != clip]
    if not paint.alpha:
        return
    is_picture = paint.kind == "image" and not _is_mask(paint.image)
    amounts = None if is_picture or paint.ink.pattern is not None else paint.ink.amounts
    # What is in no inks that can be told (RGB, a shading) still takes away what lies below it.
    inks = {ink: amount / 100 for ink, amount in (amounts or {}).items() if amount > 0}
    shape, share = _shape_of(paint, programs)
    paints = None if amounts is None else _painted_inks(paint, inks)
    yield Layer(
        *(box, inks, shape, paint, paints),
        pixels=partial(_pixels, paint) if is_picture else None,
        clips=tuple(clips), alpha=paint.alpha * share,
        hides=paints is None and not clips and _fills_its_box(paint),
    )  # fmt: skip


def _painted_inks(paint: Paint, inks: dict[str, float]) -> frozenset[str] | None:
    """The inks that it sets; None for all (ISO 32000-1, 11.7.4.3, table 149)."""
    if not paint.overprints:
        return None
    match paint.ink.space:
        case "DeviceCMYK" if paint.mode == 1:
            return frozenset(inks)
        case "Separation" | "DeviceN":
            return frozenset(paint.ink.names)
    return PROCESS


def _fills_its_box(paint: Paint) -> bool:
    is_box = paint.kind in ("fill", "image") and box_in(paint.segments) is not None
    return is_box and paint.alpha == 1 and not _is_masked(paint)


def _is_masked(paint: Paint) -> bool:
    return paint.image is not None and (
        _is_mask(paint.image) or "/SMask" in paint.image or "/Mask" in paint.image
    )


def _is_mask(image: Any) -> bool:
    return bool(image.get("/ImageMask", image.get("/IM", False)))


def _shape_of(
    paint: Paint, programs: dict[int, OutlineOf | None]
) -> tuple[Callable[[], Shape], float]:  # fmt: skip
    """Its shape when asked for, and how much of it is inked."""
    if paint.kind != "text":
        stroke = paint.size if paint.kind == "stroke" else 0.0
        if paint.kind == "shading":
            return partial(Shape, (rectangle(paint.box),)), 1.0
        shape = partial(Shape, (paint.segments,), paint.even_odd, stroke, paint.style)
        return shape, A_THIRD if paint.image is not None and _is_mask(paint.image) else 1.0
    if id(paint.font) not in programs:
        programs[id(paint.font)] = outlines_of(paint.font) if paint.font is not None else None
    outline_of = programs[id(paint.font)]
    if outline_of is None:
        boxes = partial(Shape, tuple(_cell(glyph.corners()) for glyph in paint.glyphs))
        return boxes, A_THIRD
    return partial(_glyphs, paint, outline_of), 1.0


def _cell(corners: list[tuple[float, float]]) -> Segments:
    low, high, high_end, low_end = corners[0], corners[1], corners[3], corners[2]
    return (("M", low), ("L", high), ("L", high_end), ("L", low_end), ("Z", ()))


def _glyphs(paint: Paint, outline_of: OutlineOf) -> Shape:
    outlines = []
    for glyph in paint.glyphs:
        placed = []
        for kind, values in outline_of(glyph.code):
            points: list[float] = []
            for i in range(0, len(values), 2):
                points += at(glyph.place, values[i], values[i + 1])
            placed.append((kind, tuple(points)))
        if placed:
            outlines.append(tuple(placed))
    return Shape(tuple(outlines))


def _clips(clip: Clip | None) -> Iterator[Shape]:
    while clip is not None:
        yield Shape((clip.segments,), clip.even_odd)
        clip = clip.outer


def _pixels(paint: Paint) -> InkPixels | None:
    names: tuple[str, ...] = PROCESS_INKS
    place = box_in(paint.segments)
    image = inks_in(paint.image, paint.ink.space)
    if paint.ink.space in ("Separation", "DeviceN"):
        image, names = _spots_in(paint) or (None, names)
    if place is None or image is None:
        return None
    corner = paint.segments[0][1], paint.segments[1][1]
    mask = None
    if "/SMask" in paint.image:
        greys = inks_in(paint.image["/SMask"], "DeviceGray")
        if greys is not None:
            from PIL import ImageChops

            mask = ImageChops.invert(greys.getchannel("K")).resize(image.size)
            mask = _turned(mask, *corner, place)
    return InkPixels(_turned(image, *corner, place), place, mask, names)


def _spots_in(paint: Paint) -> tuple[Image.Image, tuple[str, ...]] | None:
    """A picture in named inks, unpacked; None where it is not so simple."""
    stream = paint.image
    if not isinstance(stream, pikepdf.Stream) or int(stream.get("/BitsPerComponent", 8)) != 8:
        return None
    decode = [float(value) for value in stream.get("/Decode", ())]
    if decode and decode != [0.0, 1.0] * len(paint.ink.names):
        return None
    try:
        data = stream.read_bytes()
    # What qpdf says of a stream that it cannot unpack.
    except (pikepdf.PdfError, RuntimeError):
        return None
    return inks_of_planes(data, paint.ink.names, paint.pixels)


def _turned(
    image: Image.Image, first: tuple[float, ...], across: tuple[float, ...], place: Rect
) -> Image.Image:
    """As it lies on the page: on its side, mirrored or on its head where its matrix says so."""
    from PIL import Image as Images
    from PIL import ImageOps

    if abs(first[0] - across[0]) < 1e-6:
        image = image.transpose(Images.Transpose.TRANSPOSE)
    if first[0] > place.x + place.width / 2:
        image = ImageOps.mirror(image)
    if first[1] > place.y + place.height / 2:
        image = ImageOps.flip(image)
    return image


def inks_in(stream: Any, space: str) -> Image.Image | None:
    """A picture's pixels as CMYK, 255 for full ink; None where they cannot be had simply."""
    if not isinstance(stream, pikepdf.Stream):
        return None
    named = stream.get("/Filter", "")
    packing = str(named[-1] if isinstance(named, pikepdf.Array) and len(named) else named)[1:]
    try:
        is_jpeg = packing == "DCTDecode" and not isinstance(named, pikepdf.Array)
        data = stream.read_raw_bytes() if is_jpeg else stream.read_bytes()
    # What qpdf says of a stream that it cannot unpack.
    except (pikepdf.PdfError, RuntimeError):
        return None
    size = int(stream.get("/Width", 1)), int(stream.get("/Height", 1))
    decode = [float(value) for value in stream.get("/Decode", ())]
    return inks_of_samples(
        *(data, packing, space, int(stream.get("/BitsPerComponent", 8)), size),
        is_turned=decode[:2] == [1.0, 0.0],
    )
