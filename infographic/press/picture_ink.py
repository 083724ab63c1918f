"""How much ink a picture lays, as the mean of small squares."""

from __future__ import annotations

import io
import math
from collections.abc import Callable, Hashable, Sequence
from typing import TYPE_CHECKING, TypeVar

from infographic.display.items import ImageFile, Picture
from infographic.foundation.color import PROCESS_INKS
from infographic.foundation.diagnostics import MachineError
from infographic.foundation.memo import Memo
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from PIL import Image

T = TypeVar("T")
FORMATS = ("JPEG", "PNG", "GIF", "BMP", "WEBP", "TIFF")
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

    Raises `MachineError` where the file cannot be read.
    """
    key = (picture.image.digest, picture.window, picture.size, side)
    return _known(_SQUARES, key, lambda: _heaviest_square(picture, side))


def _heaviest_square(picture: Picture, side: float) -> Square | None:
    if mode_of(picture.image) != "CMYK":
        return None
    from PIL import Image as Images
    from PIL import ImageChops

    window, cells = picture.window, (picture.size.width / side, picture.size.height / side)
    need = (
        math.ceil(cells[0] / window.width * FINE),
        math.ceil(cells[1] / window.height * FINE),
    )
    try:
        with picture.image.opened() as file, Images.open(file, formats=FORMATS) as image:
            # The decoder itself makes a large photograph small, in a fraction of the time.
            image.draft(None, need)
            is_bare = image.format in ("JPEG", "MPO") and "adobe" not in image.info
            image.load()
            # Pillow takes every CMYK JPEG for Adobe's, which are turned; this one is not.
            inks = ImageChops.invert(image) if is_bare else image.copy()
    except (OSError, SyntaxError, ValueError) as error:
        saying = say("machine/picture-unread", file=picture.image.path, reason=str(error))
        raise MachineError(saying) from error
    left, top = int(window.x * inks.width), int(window.y * inks.height)
    right = max(math.ceil((window.x + window.width) * inks.width), left + 1)
    bottom = max(math.ceil((window.y + window.height) * inks.height), top + 1)
    cut = inks.crop((left, top, min(right, inks.width), min(bottom, inks.height)))
    return heaviest(cut, cells)


def mode_of(picture: ImageFile) -> str:
    """A picture file's kind of pixels: “1”, “L”, “RGB”, “CMYK”; "" where it cannot be read."""
    return _known(_MODES, picture.digest, lambda: _mode_of(picture))


def _mode_of(picture: ImageFile) -> str:
    from PIL import Image as Images

    try:
        with picture.opened() as file, Images.open(file, formats=FORMATS) as image:
            return image.mode
    except (OSError, SyntaxError, ValueError):
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
    try:
        if packing == "DCTDecode":
            opened = Images.open(io.BytesIO(data), formats=("JPEG",))
            if opened.mode != mode:
                return None
            # Pillow takes every CMYK JPEG for Adobe's and turns it; a PDF takes it as it lies.
            image = ImageChops.invert(opened) if mode == "CMYK" else opened
        else:
            image = Images.frombytes(mode, size, data)
    # What a broken picture leads Pillow to.
    except (OSError, SyntaxError, ValueError):
        return None
    if mode == "1":
        image = image.convert("L")
    image = ImageChops.invert(image) if is_turned else image
    if mode == "CMYK":
        return image
    none = Images.new("L", image.size)
    return Images.merge("CMYK", (none, none, none, ImageChops.invert(image)))
