"""Pictures as the PDF for a press will hold them, for those who measure their ink beforehand."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from infographic.backends.pictures import pack
from infographic.backends.pictures.develop import Inks
from infographic.backends.pictures.grounds import inks_of
from infographic.display.items import Page, Picture
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.geometry import Point, Rect
from infographic.press.picture_ink import inks_of_samples
from infographic.press.stacks.layers import Pixels

if TYPE_CHECKING:
    from infographic.backends.pictures.color_management import PrintingCondition


def printed_pictures(
    page: Page, condition: Callable[[], PrintingCondition | None], ppi: float
) -> Callable[[Picture, Point], Pixels | None]:
    """For a picture and its place: its pixels in inks, converted and limited as they are written.

    The pixels are those that the writer keeps, so that they are made once. None where the file
    cannot be read.
    """
    made_for: list[Callable[[Picture, Point], Inks]] = []

    def printed(picture: Picture, at: Point) -> Pixels | None:
        if not made_for:
            made_for.append(inks_of(page, condition()))
        try:
            made = pack.prepared(picture, inks=made_for[0](picture, at), ppi=ppi)
        except MachineError:
            return None
        pixels, place = made.pixels, made.place
        data = pixels.data
        if pixels.filter == "FlateDecode":
            import zlib

            data = zlib.decompress(data)
        image = inks_of_samples(
            *(data, pixels.filter, pixels.space, pixels.bits, (pixels.width, pixels.height)),
            is_turned=pixels.inverted,
        )
        if image is None:
            return None
        return Pixels(image, Rect(at.x + place.x, at.y + place.y, place.width, place.height))

    return printed
