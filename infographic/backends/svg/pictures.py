"""A story's picture inside an SVG: a data URI of JPEG or PNG, in sRGB."""

from __future__ import annotations

import base64
import io

from infographic.backends.pictures import jpeg
from infographic.backends.pictures.develop import Developed, developed
from infographic.display.items import Picture
from infographic.foundation.geometry import Rect
from infographic.foundation.memo import Memo
from infographic.foundation.record.tuples import NamedTuple

PPI = 220.0
"""Pixels an inch at most, as in the screen's PDF."""
QUALITY = 90


class Embedded(NamedTuple):
    uri: str
    place: Rect
    """Where it lies, from the picture's corner; what lies outside its size is clipped."""


_kept: Memo[Embedded] = Memo("pictures in SVG", 64_000_000, lambda made: len(made.uri))


def embedded(picture: Picture) -> Embedded:
    """Raises `PictureError` for a file that cannot be read as a picture."""
    return _kept.made(picture, lambda: _embed(picture))


def _embed(picture: Picture) -> Embedded:
    made = developed(picture, inks=None, ppi=PPI)
    kind, data = _file_of(made)
    return Embedded(f"data:image/{kind};base64,{base64.b64encode(data).decode()}", made.place)


def _file_of(made: Developed) -> tuple[str, bytes]:
    if made.image is None:
        return "jpeg", jpeg.bare(made.jpeg)
    image = made.image.copy()
    # Pillow writes what the file said of itself into the new one: profiles, a camera's data.
    image.info = {}
    if image.mode in ("LA", "RGBA") and image.getchannel("A").getextrema() == (255, 255):
        image = image.convert("L" if image.mode == "LA" else "RGB")
    file = io.BytesIO()
    if made.is_photograph and image.mode in ("L", "RGB"):
        image.save(file, "JPEG", quality=QUALITY, subsampling=0)
        return "jpeg", file.getvalue()
    image.save(file, "PNG", optimize=True)
    return "png", file.getvalue()
