"""The shape of a story's picture, for layouts that go by it: portrait, square, landscape,
panorama."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from infographic.display.items import PictureFile
from infographic.foundation.datum import Node
from infographic.foundation.memo import Memo
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.loading.assets.images import image_in, open_image

SHAPES = ("portrait", "square", "landscape", "panorama", "none")
NEARLY = 10 / 9
"""A picture longer than this in one direction is not square."""
LONG = 2.0
"""One wider than this is a panorama, and landscape, too."""
_KNOWN: Memo[str] = Memo("shapes of pictures", 256)


def shape_of(figure: Node) -> str:
    """One of `SHAPES`, as the picture is seen; “none” where there is no file that can be read.

    What is wrong with the file is said where the story is decoded.
    """
    image = figure.value.get("image") if isinstance(figure.value, dict) else None
    if image is None:
        return "none"
    if isinstance(image.value, bytes):
        return _name_of(image_in(image.value, image.origin, _unsaid))
    if not isinstance(image.value, str):
        return "none"
    path = Path(image.origin.source.folder, image.value)
    try:
        real = real_path(path)
        stat = real.stat()
    except (OutOfReachError, OSError, ValueError):
        return "none"
    key = (real, stat.st_mtime_ns, stat.st_size)
    return _KNOWN.get(key) or _KNOWN.put(key, _name_of(open_image(path, image.origin, _unsaid)))


def is_one_of(names: Collection[object], figure: Node) -> bool:
    """Whether a figure's picture has one of the shapes that are named."""
    shape = shape_of(figure)
    return shape in names or (shape == "panorama" and "landscape" in names)


def _unsaid(_: object) -> None:
    pass


def _name_of(image: PictureFile | None) -> str:
    if image is None:
        return "none"
    # Late: few stories have pictures.

    ratio = image.width / image.height
    if ratio > LONG:
        return "panorama"
    if ratio > NEARLY:
        return "landscape"
    return "portrait" if ratio < 1 / NEARLY else "square"
