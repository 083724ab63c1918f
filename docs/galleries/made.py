"""Pictures and pages that a gallery makes, and how they stand to those in the repository."""

from __future__ import annotations

import io
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from PIL import Image, ImageChops

DOCS = Path(__file__).resolve().parents[1]
ROOT = DOCS.parent
DIFFERENCE = 24
"""Of 255, that a channel of a few pixels may differ by: another version of a rasterizer."""
MOST_PIXELS = 1 / 2000
"""Of a picture, that may differ by more: the edges of a few letters."""
PAPER = "#ffffff"
BETWEEN = 24
"""Pixels between pictures in a row, and round a page that has the colour of the screen."""


class Made(NamedTuple):
    """What a gallery makes, by file."""

    pictures: Mapping[Path, bytes]
    pages: Mapping[Path, str] = {}
    folder: Path | None = None
    """Of which every picture is its own: others in it are left from before."""

    def stale(self) -> Iterator[Path]:
        """The files that are not as they are made now; those that nothing makes any more too."""
        for path, data in self.pictures.items():
            if not path.exists() or differ(path.read_bytes(), data):
                yield path
        for path, text in self.pages.items():
            if not path.exists() or path.read_text(encoding="utf-8") != text:
                yield path
        if self.folder is not None and self.folder.is_dir():
            yield from (path for path in self.folder.iterdir() if path not in self.pictures)

    def write(self) -> None:
        """Bring the files in step; a picture that looks the same stays the same file."""
        for path in list(self.stale()):
            if path in self.pictures:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_bytes(self.pictures[path])
            elif path in self.pages:
                path.write_text(self.pages[path], encoding="utf-8")
            else:
                path.unlink()


def differ(one: bytes, other: bytes) -> bool:
    """Whether two pictures look different: in size, or in more than the edges of a few letters."""
    a, b = (Image.open(io.BytesIO(data)).convert("RGB") for data in (one, other))
    if a.size != b.size:
        return True
    far = ImageChops.difference(a, b).convert("L").point(lambda value: value > DIFFERENCE and 255)
    return far.histogram()[255] > a.width * a.height * MOST_PIXELS


def flat(picture: Image.Image) -> bytes:
    """A picture of flat colours in few bytes: they want no more than a palette."""
    into = io.BytesIO()
    few = picture.convert("RGB").quantize(64, dither=Image.Dither.NONE)
    few.save(into, "PNG", optimize=True)
    return into.getvalue()


def photographic(picture: Image.Image) -> bytes:
    """A page with photographs in few bytes; its letters keep their edges."""
    into = io.BytesIO()
    picture.convert("RGB").save(into, "JPEG", quality=84, subsampling=0, optimize=True)
    return into.getvalue()


def side_by_side(pictures: list[Image.Image], ground: str = PAPER) -> Image.Image:
    """Pictures in a row, their tops level."""
    width = sum(one.width for one in pictures) + BETWEEN * (len(pictures) - 1)
    row = Image.new("RGB", (width, max(one.height for one in pictures)), ground)
    x = 0
    for one in pictures:
        row.paste(one, (x, 0))
        x += one.width + BETWEEN
    return row
