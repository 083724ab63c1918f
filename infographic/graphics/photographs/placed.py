"""A picture's file on the page: the part of it that is shown, filling a rectangle."""

from __future__ import annotations

from collections.abc import Mapping

from infographic.display.items import DrawingFile, ImageFile, Picture, PictureFile, Placed
from infographic.foundation.color import Color
from infographic.foundation.datum import Origin
from infographic.foundation.geometry import Point, Rect, Size


def placed_picture(
    image: PictureFile,
    at: Point,
    window: Rect,
    size: Size,
    colors: Mapping[str, Color],
    origin: Origin,
    inks: tuple[Color, ...] = (),
) -> Placed:
    """The part `window`, in shares of the picture, filling `size` at a place.

    `colors` are what a drawing's become, which is not cut; `inks` what pixels are printed in.
    """
    if isinstance(image, DrawingFile):
        # Late, as is all of drawings: few pages have one.
        from infographic.layout.drawings import set_drawing

        return set_drawing(image, at, size, colors, origin, window)
    assert isinstance(image, ImageFile), "a picture is of pixels or a drawing"
    return Placed(at, Picture(image, window, size, inks), origin)
