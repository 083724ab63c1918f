"""Pictures as the PDF for a press will hold them, for those who measure their ink beforehand."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from infographic.backends.pictures import pack
from infographic.backends.pictures.develop import Inks
from infographic.backends.pictures.grounds import inks_of
from infographic.display.items import Picture
from infographic.display.page import Page
from infographic.foundation.diagnostics import PictureError
from infographic.foundation.geometry import Point, Rect
from infographic.foundation.record import field, record

if TYPE_CHECKING:
    from infographic.backends.pictures.color_management import PrintingCondition
    from infographic.press.stacks.layers import InkPixels


@record(frozen=False)
class PrintedPictures:
    """A page's pictures in inks, made when they are asked for.

    What the writer keeps is the same, so that each is made once.
    """

    page: Page
    condition: Callable[[], PrintingCondition | None]
    """What they are made for; None for our newsprint."""
    ppi: float
    _inks: dict[bool, Callable[[Picture, Point], Inks]] = field(default_factory=dict)

    def __call__(self, picture: Picture, at: Point, *, limited: bool = True) -> InkPixels | None:
        """A picture at its place as it will be written, or before it is brought within the limit.

        None where it is not in inks, and where its file cannot be read: the writer says so.
        """
        # Late: pages without pictures have one of these too, and ask for nothing.
        from infographic.press.picture_ink import inks_of_planes, inks_of_samples
        from infographic.press.stacks.layers import InkPixels

        if limited not in self._inks:
            self._inks[limited] = inks_of(self.page, self._condition(limited))
        try:
            made = pack.prepared(picture, inks=self._inks[limited](picture, at), ppi=self.ppi)
        except PictureError:
            return None
        pixels, place = made.pixels, made.place
        data = pixels.data
        if pixels.filter == "FlateDecode":
            data = zlib.decompress(data)
        here = Rect(at.x + place.x, at.y + place.y, place.width, place.height)
        size = pixels.width, pixels.height
        if pixels.colorants:
            found = inks_of_planes(data, [one.name for one in pixels.colorants], size)
            return None if found is None else InkPixels(found[0], here, names=found[1])
        image = inks_of_samples(
            *(data, pixels.filter, pixels.space, pixels.bits, size),
            is_turned=pixels.inverted,
        )
        if image is None:
            return None
        return InkPixels(image, here)

    def _condition(self, limited: bool) -> PrintingCondition:
        # Late: littlecms takes 15 ms to import.
        from infographic.backends.pictures import color_management

        condition = self.condition() or color_management.newsprint()
        return condition if limited else color_management.condition(condition.icc, 4.0)
