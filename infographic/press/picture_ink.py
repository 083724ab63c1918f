"""How much ink a picture lays, as the mean of small squares."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from infographic.display.items import ImageFile, Picture
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.diagnostics import PictureError
from infographic.foundation.limits import most
from infographic.foundation.memo import Memo
from infographic.foundation.pictures.door import open_in, opened
from infographic.foundation.pictures.plain import cut
from infographic.foundation.pictures.source import Source
from infographic.foundation.record import replaced

if TYPE_CHECKING:
    from PIL import Image

T = TypeVar("T")
ROUNDING = 2.0
"""Per cent by which a JPEG in inks differs from what it was converted to."""
FINE = 3
"""Pixels across a square that are enough to tell its mean."""


def heaviest(image: Image.Image, cells: tuple[float, float]) -> tuple[float, float, float]:
    """The highest mean of the four inks' sum in per cent, and its cell's middle in shares.

    `image` is CMYK, 255 for full ink; `cells` how many squares lie across and down.
    """
    from PIL import Image as Images

    across, down = (max(1, math.ceil(count)) for count in cells)
    size = min(across, image.width), min(down, image.height)
    small = image.resize(size, Images.Resampling.BOX)
    data = small.tobytes()
    sums = [sum(data[i : i + 4]) for i in range(0, len(data), 4)]
    most = max(sums)
    at = sums.index(most)
    middle = (at % size[0] + 0.5) / size[0], (at // size[0] + 0.5) / size[1]
    return most / 2.55, *middle


Square = tuple[float, float, float]
MOST_KNOWN = 256
# By the pictures' digests: a key that is the picture would keep the bytes of one given as such.
_SQUARES: Memo[tuple[Square | None]] = Memo("ink of pictures", MOST_KNOWN)
_MODES: Memo[tuple[str]] = Memo("modes of pictures", MOST_KNOWN)


def _known(found: Memo[tuple[T]], key: Hashable, make: Callable[[], T]) -> T:
    (value,) = found.get(key) or found.put(key, (make(),))
    return value


def heaviest_square(picture: Picture, side: float) -> Square | None:
    """As `heaviest`, of a picture in squares of `side` points; None where it is not in inks.

    Raises `PictureError` where the file cannot be read.
    """
    key = (picture.image.digest, picture.window, picture.size, side)
    return _known(_SQUARES, key, lambda: _heaviest_square(picture, side))


def _heaviest_square(picture: Picture, side: float) -> Square | None:
    window, cells = picture.window, (picture.size.width / side, picture.size.height / side)
    need = (
        math.ceil(cells[0] / window.width * FINE),
        math.ceil(cells[1] / window.height * FINE),
    )
    with opened(picture.image) as one:
        if one.image.mode != "CMYK":
            return None
        inks = one.pixels(need)
    left, top = int(window.x * inks.width), int(window.y * inks.height)
    right = max(math.ceil((window.x + window.width) * inks.width), left + 1)
    bottom = max(math.ceil((window.y + window.height) * inks.height), top + 1)
    return heaviest(cut(inks, (left, top, min(right, inks.width), min(bottom, inks.height))), cells)


def mode_of(picture: ImageFile) -> str:
    """A picture file's kind of pixels: “1”, “L”, “RGB”, “CMYK”; "" where it cannot be read."""
    return _known(_MODES, picture.digest, lambda: _mode_of(picture))


def _mode_of(picture: ImageFile) -> str:
    try:
        with opened(picture) as one:
            return one.image.mode
    except PictureError:
        return ""


def inks_of_planes(
    data: bytes, names: Sequence[str], size: tuple[int, int]
) -> tuple[Image.Image, tuple[str, ...]] | None:
    """Samples of a DeviceN picture of up to four inks as four channels, and the inks of these.

    Channels that it has not are empty, and called after process inks that it has not.
    """
    from PIL import Image as Images

    count = len(names)
    others = [ink for ink in PROCESS_INKS if ink not in names]
    if not 0 < count <= 4 or len(data) != count * size[0] * size[1]:
        return None
    planes = [Images.frombytes("L", size, data[number::count]) for number in range(count)]
    planes += [Images.new("L", size)] * (4 - count)
    return Images.merge("CMYK", planes), (*names, *others[: 4 - count])


def is_held(size: tuple[int, int], bits: int, held: int) -> bool:
    """Whether so many bytes hold a picture of a size, of so many bits a pixel.

    What only says that it is so large is not made room for.
    """
    width, height = size
    if min(size) < 1 or width * height > most("image-pixels"):
        return False
    return -(-width * bits // 8) * height <= held


def inks_of_samples(
    data: bytes, packing: str, space: str, bits: int, size: tuple[int, int], *, is_turned: bool
) -> Image.Image | None:
    """A PDF picture's samples as CMYK, 255 for full ink; None where they cannot be read.

    `data` is a JPEG where `packing` is “DCTDecode”, else bare samples; `is_turned`: Decode has 0
    for full ink in DeviceCMYK, and for paper in DeviceGray.
    """
    from PIL import Image as Images
    from PIL import ImageChops

    mode = {"DeviceCMYK": "CMYK", "DeviceGray": "1" if bits == 1 else "L"}.get(space)
    if mode is None or bits not in (1, 8) or (bits == 1 and mode == "CMYK"):
        return None
    if packing == "DCTDecode":
        found = _as_it_lies(data, mode)
        if found is None:
            return None
        image = found
    elif not is_held(size, bits * (4 if mode == "CMYK" else 1), len(data)):
        return None
    else:
        image = Images.frombytes(mode, size, data)
    if mode == "1":
        image = image.convert("L")
    image = ImageChops.invert(image) if is_turned else image
    if mode == "CMYK":
        return image
    none = Images.new("L", image.size)
    return Images.merge("CMYK", (none, none, none, ImageChops.invert(image)))


def _as_it_lies(data: bytes, mode: str) -> Image.Image | None:
    """A PDF's JPEG, neither stood up nor turned for Adobe's mark; None for a broken one."""
    from PIL import ImageChops

    try:
        one = open_in(Source(len(data), data), "")
        if one.image.mode != mode or not one.is_photograph:
            return None
        is_bare = one.is_bare_cmyk
        one.header = replaced(one.header, orientation=1)
        image = one.pixels()
    except PictureError:
        return None
    # A file with the mark has been turned.
    return ImageChops.invert(image) if mode == "CMYK" and not is_bare else image
