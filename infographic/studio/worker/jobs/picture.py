"""A picture of the folder as the browser may see it: no larger than is wanted, upright, in sRGB.

An SVG is drawn by us: no browser is given a file that may act.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from infographic.backends.encoders.png import png
from infographic.backends.pictures.develop import developed
from infographic.backends.raster import raster
from infographic.display.items import DrawingFile, ImageFile, Picture
from infographic.display.page import Page
from infographic.foundation.datum import Origin, Source
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError
from infographic.foundation.geometry import Rect, Size
from infographic.foundation.pictures.source import placed_at
from infographic.foundation.reach import Reach, within
from infographic.loading.assets.images import open_image
from infographic.studio.worker.desk import Desk, Given, Tell
from infographic.studio.worker.reencoded import decoded, jpeg_bytes, png_bytes

QUALITY = 85


def run(desk: Desk, given: Given, tell: Tell) -> dict[str, Any]:
    """given: file, width (the most pixels across). Answers {"data", "kind": “image/png”, "width",
    "height": of the picture itself}. Raises `SpecError`."""
    path, said = Path(given["file"]), list[Diagnostic]()
    origin = Origin(Source(path.as_posix()))
    with within(Reach((desk.root,))):
        found = open_image(path, origin, said.append)
    if found is None:
        raise SpecError([one for one in said if one.severity is Severity.ERROR])
    size = {"width": found.width, "height": found.height}
    scale = min(given["width"] / found.width, given["width"] / found.height, 1.0)
    if isinstance(found, DrawingFile):
        # Of a drawing's own units none are pixels.
        scale = min(given["width"] / found.width, given["width"] / found.height)
        return {"data": drawn(found, scale), "kind": "image/png", **size}
    assert isinstance(found, ImageFile)
    with placed_at(origin):
        return {**shown(found, scale), **size}


def drawn(drawing: DrawingFile, scale: float) -> bytes:
    """A drawing as a PNG with a clear ground, so many pixels for each of its units."""
    page = Page(Size(drawing.width, drawing.height), drawing.items, "", "", ppi=72.0)
    return png(raster(page, scale=scale, transparent=True))


def shown(image: ImageFile, scale: float) -> dict[str, Any]:
    """Raises `PictureError`."""
    size = Size(image.width * scale, image.height * scale)
    # One ink is not looked at more closely here than any other picture.
    made = developed(Picture(image, Rect(0, 0, 1, 1), size), inks=None, ppi=72.0)
    pixels = decoded(made.jpeg) if made.image is None else made.image
    pixels.info = {}
    if made.is_photograph and pixels.mode in ("L", "RGB"):
        return {"data": jpeg_bytes(pixels, QUALITY), "kind": "image/jpeg"}
    return {"data": png_bytes(pixels), "kind": "image/png"}
