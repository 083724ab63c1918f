"""What a picture's file says of itself, before it is decoded."""

from __future__ import annotations

from infographic.foundation.diagnostics import PictureError
from infographic.foundation.limits import Budget, most
from infographic.foundation.pictures.source import Piece
from infographic.foundation.record import field, record
from infographic.foundation.sayings import Saying, say

MOST_FRAMES = 1_000
"""Frames or pages that are counted; of more, “more than” is said."""


@record
class Header:
    """As its own fields have it; nothing of it is decoded."""

    kind: str
    """As Pillow names formats; a JPEG with further pictures behind it is “MPO”."""
    pieces: tuple[Piece, ...] = field(default=(), repr=False)
    """What of the file Pillow is given, in which nothing swells: () for all of it."""
    orientation: int = 1
    """1 to 8, as EXIF counts; 1 for a TIFF too, which Pillow turns itself."""
    profile: bytes | None = field(default=None, repr=False)
    """The ICC profile; b"" for one that is damaged."""
    held: int = 0
    """Bytes that its decoder holds beside the picture."""
    passes: int = 1
    """How often its decoder goes over the picture."""
    is_checked: bool = False
    """All rows but the lowest are decoded before the last piece, an end mark, is read."""
    notes: tuple[Saying, ...] = ()
    """What is taken of the file, where that is not all."""


def early(name: str) -> PictureError:
    """That a file ends before its picture."""
    return PictureError(say("image-cut-off/early", name=name))


def damaged(name: str, reason: str) -> PictureError:
    return PictureError(say("image-cut-off/damaged", name=name, reason=reason))


class Parts(Budget):
    """A count of the parts that a file is made of."""

    __slots__ = ("_file",)

    def __init__(self, name: str) -> None:
        super().__init__("image-parts")
        self._file = name

    def spend(self, work: int = 1) -> None:
        """Raises `PictureError` where there are more than may be."""
        self.left -= work
        if self.left < 0:
            saying = say(
                "image-too-large/parts",
                name=self._file, most=most("image-parts"), limit="image-parts",
            )  # fmt: skip
            raise PictureError(saying)


def must_be_short(name: str, size: int) -> None:
    """What a file says of its picture has to be within a limit."""
    if size > most("image-metadata"):
        saying = say(
            "image-too-large/metadata",
            name=name, mb=size / 1e6, most=most("image-metadata") / 1e6, limit="image-metadata",
        )  # fmt: skip
        raise PictureError(saying)


def frames_noted(name: str, count: int, form: str = "frames") -> tuple[Saying, ...]:
    """That the first of several frames or pages is taken."""
    if count < 2:
        return ()
    if form == "pages":
        if count > MOST_FRAMES:
            return (say("image-note/many-pages", name=name, count=MOST_FRAMES),)
        return (say("image-note/pages", name=name, count=count),)
    if count > MOST_FRAMES:
        return (say("image-note/many-frames", name=name, count=MOST_FRAMES),)
    return (say("image-note/frames", name=name, count=count),)
