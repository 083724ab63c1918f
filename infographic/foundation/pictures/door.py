"""The one door by which pictures' files are opened, for all who look at them or draw them.

Pillow's own plug-ins are asked, without `Image.open`: its bound on pixels is one for the whole
process, and ours are errors with a name. Whatever they raise for a file that is not what it says
becomes a `PictureError`.
"""

from __future__ import annotations

import threading
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Protocol, cast

from infographic.foundation.diagnostics import PictureError
from infographic.foundation.limits import most
from infographic.foundation.memo import Memo
from infographic.foundation.pictures.header import Header, damaged, early
from infographic.foundation.pictures.headers import FORMATS, header_of
from infographic.foundation.pictures.plain import COST, WITH_CLEAR
from infographic.foundation.pictures.source import Pieces, Source, read_again
from infographic.foundation.record import record
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    from PIL import ImageFile
    from PIL.Image import Image

LONGEST_REASON = 120
HALVED = (1, 2, 4, 8)
"""By what a JPEG's decoder divides its size."""
WEBP_COST = 16
"""Bytes a pixel: its decoder holds two frames beside the one that it hands over, and that."""
LOW_ROWS = 64
"""Of a JPEG: more than its decoder may hold back until it sees the end, which is two rows of blocks
of 16 or 32 each."""
LEAST_WIDTH = 64
"""Of a JPEG that is looked after so: of one narrower a few bits held back are many rows."""
ROW_COST = 16
"""Bytes a row of pixels takes beside them."""
_STATES: Memo[tuple[PictureError | None]] = Memo("decoded pictures", 512)
"""By digest: that all of a picture's pixels were decoded once, or why they cannot be."""

_opening = threading.Lock()


class Known(Protocol):
    """A picture that was looked into, as `display.items.ImageFile`."""

    @property
    def path(self) -> Path: ...
    @property
    def digest(self) -> str: ...
    @property
    def data(self) -> bytes | None: ...


@record(frozen=False)
class Opened:
    """A picture's file, open, and not yet decoded."""

    source: Source
    header: Header
    image: ImageFile.ImageFile
    name: str
    digest: str
    pieces: Pieces | None = None
    """What Pillow reads, where it is to be seen whether that has all rows."""

    @property
    def size(self) -> tuple[int, int]:
        """Pixels across and down as it is seen; a TIFF's are turned from the start."""
        width, height = self.image.size
        return (height, width) if self.header.orientation >= 5 else (width, height)

    @property
    def is_cut_out(self) -> bool:
        """Whether something of it may be transparent."""
        return self.image.has_transparency_data

    @property
    def is_photograph(self) -> bool:
        return self.header.kind in ("JPEG", "MPO")

    @property
    def is_bare_cmyk(self) -> bool:
        """CMYK of a JPEG without Adobe's mark: Pillow takes every one for Adobe's, and inverts."""
        return self.is_photograph and self.image.mode == "CMYK" and "adobe" not in self.image.info

    @property
    def fault_of_profile(self) -> str:
        """Why its ICC profile cannot be used, of `profiles`; "" where it can, or has none."""
        profile = self.header.profile
        if profile is None:
            return ""
        from infographic.foundation.pictures.profiles import DAMAGED, SOUND, state_of

        state = state_of(profile, self.image.mode) if profile else DAMAGED
        return "" if state == SOUND else state

    @property
    def profile(self) -> bytes | None:
        """Its ICC profile, where that can be used."""
        return None if self.fault_of_profile else self.header.profile

    def pixels(self, need: tuple[int, int] | None = None) -> Image:
        """The picture decoded, upright, its inks the right way round.

        `need`: so many pixels across and down, as it is seen, are enough; a JPEG's decoder halves
        it as often as still leaves them, and oftener where it would be over the limit. Raises
        `PictureError`.
        """
        with _told(self.name, self.digest):
            self._mark_low_row(self._reduce(need))
            if self.header.kind == "TIFF":
                # Pillow reads its fields once more, to turn it.
                with _quiet():
                    self.image.load()
            else:
                self.image.load()
            upright = _upright(self.image, self.header.orientation)
            if self.is_bare_cmyk:
                from PIL import ImageChops  # Late: few pictures are such.

                info = upright.info
                upright = ImageChops.invert(upright)
                upright.info = info
            return upright

    def _mark_low_row(self, step: int) -> None:
        """Raise `PictureError` later where a JPEG comes to its end before it comes to this row.

        Its decoder would make grey of all that is missing, and say nothing.
        """
        width, height = self.image.size
        row = height - LOW_ROWS // step - 2
        if self.pieces is None or row < 0 or width < max(LEAST_WIDTH // step, 2):
            return
        from PIL import Image as Images

        self.image.load_prepare()
        core, box = self.image.im, (0, row, width, row + 1)
        mark = Images.new(self.image.mode, (width, 1))
        mark.paste((255,) * len(mark.getbands()), (width // 2, 0, width, 1))
        core.paste(mark.im, box)

        def must_have_come() -> None:
            if mark._new(core.crop(box)).tobytes() == mark.tobytes():
                raise early(self.name)

        self.pieces.last = must_have_come

    def forget(self) -> None:
        """Give back the room of what was decoded, and leave the file open."""
        from PIL.Image import Image as Base

        Base.close(self.image)

    def _reduce(self, need: tuple[int, int] | None) -> int:
        """Have the decoder halve a JPEG, as often as its use allows and the limit wants.

        By how much its sides are divided then.
        """
        if not self.is_photograph:
            return 1
        width, height = self.image.size
        if need is not None and self.header.orientation >= 5:
            need = need[::-1]
        enough = 1 if need is None else max(1, min(width // need[0], height // need[1]))
        steps = [step for step in HALVED if step <= enough]
        steps = [steps[-1], *(step for step in HALVED if step > steps[-1])]
        for step in steps:
            if _bytes_of(self, step) <= most("image-decoded-bytes"):
                break
        else:
            raise _over(self)
        if step > 1:
            self.image.draft(None, (max(width // step, 1), max(height // step, 1)))
        return step


@contextmanager
def opened(file: Known) -> Iterator[Opened]:
    """A picture's file as it was first read.

    Raises `PictureError` also for a file that changed since.
    """
    try:
        with read_again(file.path, file.digest, file.data) as source:
            yield open_in(source, file.path.name, file.digest)
    except OSError as error:
        reason = error.strerror or str(error)
        raise PictureError(say("image-unreadable", file=file.path, reason=reason)) from error


def open_in(source: Source, name: str, digest: str = "") -> Opened:
    """Raises `PictureError` for what is no picture, is cut off, or over a limit."""
    header = header_of(source, name, digest)
    if header is None:
        raise PictureError(
            say("image-format/kind", name=name, kind=say("phrase/unknown-kind")),
            say("mend/formats", known=FORMATS),
        )
    pieces = Pieces(source, header.pieces) if header.is_checked else None
    with _told(name, ""), _quiet():
        image = _plug_in(header.kind)(cast("BinaryIO", pieces) or source.stream(header.pieces), "")
    made = Opened(source, header, image, name, digest, pieces)
    _must_be_within(made)
    return made


def must_be_sound(file: Known) -> None:
    """Raises `PictureError` unless all pixels can be decoded; each picture is tried once."""
    state = _STATES.get(file.digest) if file.digest else None
    if state is None:
        with opened(file) as one:
            one.pixels((1, 1))
    elif state[0] is not None:
        raise state[0]


PLUG_INS = {
    "JPEG": ("Jpeg", "JpegImageFile"), "MPO": ("Jpeg", "JpegImageFile"),
    "PNG": ("Png", "PngImageFile"), "TIFF": ("Tiff", "TiffImageFile"),
    "WEBP": ("WebP", "WebPImageFile"), "GIF": ("Gif", "GifImageFile"),
    "BMP": ("Bmp", "BmpImageFile"),
}  # fmt: skip


def _plug_in(kind: str) -> Callable[[BinaryIO, str], ImageFile.ImageFile]:
    # Late, each of them: Pillow loads all its plug-ins to look for the last.
    module, name = PLUG_INS[kind]
    found: Callable[[BinaryIO, str], ImageFile.ImageFile] = getattr(
        import_module(f"PIL.{module}ImagePlugin"), name
    )
    return found


@contextmanager
def _quiet() -> Iterator[None]:
    """What Pillow doubts about a file's fields is not said: we look for ourselves."""
    with _opening, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


@contextmanager
def _told(name: str, digest: str) -> Iterator[None]:
    """Whatever plug-ins raise as a `PictureError`; `digest`: of which it is known afterwards."""
    try:
        yield
    except PictureError as error:
        if digest:
            _STATES.put(digest, (error,))
        raise
    except Exception as error:
        # Plug-ins raise what the first thing that fails in them raises: any of the language's.
        reason = str(error)[:LONGEST_REASON] or type(error).__name__
        saying = say("image-cut-off/damaged", name=name, reason=reason)
        fault = PictureError(saying)
        if digest:
            _STATES.put(digest, (fault,))
        raise fault from error
    if digest:
        _STATES.put(digest, (None,))


def _bytes_of(one: Opened, step: int = 1) -> int:
    """What decoding takes, in bytes, where every so manieth pixel is wanted."""
    width, height = (-(-side // step) for side in one.image.size)
    cost = WEBP_COST if one.header.kind == "WEBP" else COST.get(one.image.mode, 8)
    if "transparency" in one.image.info:
        cost += WITH_CLEAR
    return (width * cost + ROW_COST) * height + one.header.held


def _must_be_within(one: Opened) -> None:
    """Raises `PictureError` for more pixels, work or bytes than may be."""
    width, height = one.image.size
    if width * height > most("image-pixels"):
        saying = say(
            "image-too-large/pixels",
            name=one.name, width=width, height=height, most=most("image-pixels") / 1e6,
            limit="image-pixels",
        )  # fmt: skip
        raise PictureError(saying)
    if one.header.passes * width * height > most("image-passes"):
        saying = say(
            "image-too-large/passes",
            name=one.name, count=one.header.passes, most=most("image-passes") / 1e6,
            limit="image-passes",
        )  # fmt: skip
        raise PictureError(saying)
    if one.image.mode in ("P", "PA") and one.image.palette is None:
        raise damaged(one.name, "it has no palette")
    if one.image.mode in ("I", "F"):
        raise PictureError(say("image-format/depth", name=one.name))
    # A JPEG is reduced as far as it must be; what is held beside it is not.
    if one.header.held > most("image-decoded-bytes") or (
        not one.is_photograph and _bytes_of(one) > most("image-decoded-bytes")
    ):
        raise _over(one)


def _over(one: Opened) -> PictureError:
    name, (width, height) = one.name, one.image.size
    bound = most("image-decoded-bytes") / 1e6
    if one.is_photograph and one.header.held:
        saying = say(
            "image-too-large/held",
            name=name, width=width, height=height, mb=_bytes_of(one, HALVED[-1]) / 1e6,
            most=bound, limit="image-decoded-bytes",
        )  # fmt: skip
        return PictureError(saying)
    return PictureError(
        say(
            "image-too-large/decoded",
            name=name, width=width, height=height, mb=_bytes_of(one) / 1e6, most=bound,
            limit="image-decoded-bytes",
        )
    )  # fmt: skip


def _upright(image: Image, orientation: int) -> Image:
    if orientation == 1:
        return image
    from PIL.Image import Transpose

    way = {
        2: Transpose.FLIP_LEFT_RIGHT, 3: Transpose.ROTATE_180, 4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE, 6: Transpose.ROTATE_270, 7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }[orientation]  # fmt: skip
    return image.transpose(way)
