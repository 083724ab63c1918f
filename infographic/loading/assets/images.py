"""Picture files, looked into but not decoded: size, orientation, digest, and whether they may be
read at all."""

from __future__ import annotations

import mmap
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from infographic.display.items import DrawingFile, ImageFile, PictureFile
from infographic.foundation import limits
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, SayingError, nearest
from infographic.foundation.reach import OutOfReachError, real_path
from infographic.foundation.record import replaced
from infographic.foundation.sayings import Saying, say
from infographic.loading.reading.source import names_in

Report = Callable[[Diagnostic], None]

DRAWINGS = (".svg", ".svgz")
ENDINGS = (*DRAWINGS, ".jpg", ".jpeg", ".png", ".tif", ".tiff", ".webp", ".gif", ".bmp")
FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
"""What Pillow may open. Without such a list, an EPS would start Ghostscript."""

_UNSUPPORTED = {
    ".eps": (say("phrase/eps"), say("mend/export-vectors")),
    ".ai": (say("phrase/illustrator"), say("mend/export-vectors")),
    ".svg": (say("phrase/svg"), say("mend/named-svg")),
    ".pdf": (say("phrase/pdf"), say("mend/export-vectors")),
    ".psd": (say("phrase/photoshop"), say("mend/save-a-copy")),
    ".psb": (say("phrase/photoshop"), say("mend/save-a-copy")),
    ".heic": (say("phrase/heic"), say("mend/most-compatible")),
    ".heif": (say("phrase/heif"), say("mend/most-compatible")),
    ".avif": (say("phrase/avif"), say("mend/jpeg-or-png")),
}
"""What cannot be set by its ending, and what can be done about it."""
_MAGIC = (
    (b"%!PS", ".eps"),
    (b"\xc5\xd0\xd3\xc6", ".eps"),
    (b"%PDF", ".pdf"),
    (b"8BPS", ".psd"),
    (b"<svg", ".svg"),
)


class _RefusedError(SayingError):
    """Why a picture cannot be used."""


def open_image(
    path: Path,
    origin: Origin,
    report: Report,
) -> PictureFile | None:
    """Look into a picture: its size as it is seen, and its digest; an SVG is read whole.

    Nothing out of reach is opened, not even through a link. What is wrong is reported at `origin`,
    or in the SVG, and the answer is None.
    """
    try:
        real = _allowed(path)
        if real.suffix.lower() in DRAWINGS:
            with real.open("rb") as file:
                return _drawing(
                    real, path.as_posix(), file.read(limits.most("svg-bytes") + 1), origin, report
                )
        with real.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _look_into(real, path.as_posix(), data, real)
    except (_RefusedError, OutOfReachError) as error:
        report(error.at(origin))
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        report(Diagnostic(say("image-unreadable", file=path, reason=reason), origin))
    return None


GIVEN = Path("(bytes)")
"""In place of a path, the name of a picture that a program hands over."""


def image_in(data: bytes, origin: Origin, report: Report) -> PictureFile | None:
    """Look into a picture given as bytes, as `open_image` does into a file."""
    try:
        _must_have_a_size(GIVEN.name, len(data))
        if _is_drawing(data):
            drawing = _drawing(GIVEN, GIVEN.name, data, origin, report)
            return drawing and replaced(drawing, data=data)
        found = _look_into(GIVEN, GIVEN.name, data, BytesIO(data))
    except _RefusedError as error:
        report(error.at(origin))
        return None
    return replaced(found, data=data)


def _is_drawing(data: bytes) -> bool:
    """Whether the first of a file is XML with an SVG in it."""
    head = data[:2048].lstrip(b"\xef\xbb\xbf \t\r\n")
    return head.startswith(b"<") and b"<svg" in head


def _drawing(
    path: Path, name: str, data: bytes, origin: Origin, report: Report
) -> DrawingFile | None:
    # Late: few pages have a drawing.
    from infographic.loading.assets.svg.read import read_drawing

    found, wrong = read_drawing(data, name, path)
    for fault in wrong:
        # Its place in the drawing, and that of the drawing in the story or layout.
        report(replaced(fault, origin=replaced(fault.origin, pointer=origin.pointer)))
    return found


def _must_have_a_size(name: str, size: int) -> None:
    if size > limits.most("image-bytes"):
        most = limits.most("image-bytes") / 1e6
        raise _RefusedError(
            say("image-too-large/bytes", name=name, mb=size / 1e6, most=most, limit="image-bytes")
        )
    if not size:
        raise _RefusedError(say("image-cut-off/empty", name=name))


def _allowed(path: Path) -> Path:
    """The real place of a picture that is there, may be opened, and is no larger than allowed."""
    name = path.as_posix()
    if {"http:", "https:", "ftp:"}.intersection(path.parts) or name.startswith("data:"):
        raise _RefusedError(say("image-missing/address", name=name))
    real = real_path(path)
    if not real.exists():
        raise _RefusedError(say("image-missing/file", name=name), _near(path))
    if not real.is_file():
        raise _RefusedError(say("image-missing/folder", name=name))
    _must_have_a_size(name, real.stat().st_size)
    return real


def _look_into(path: Path, name: str, data: mmap.mmap | bytes, file: Path | BinaryIO) -> ImageFile:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, suffix in _MAGIC:
        if head.startswith(magic) or (magic == b"<svg" and magic in head):
            what, mend = _UNSUPPORTED[suffix]
            raise _RefusedError(say("image-format/not-set", name=name, kind=what), mend)
    # Pillow takes 50 ms to import, and many pages have no picture.
    from PIL import Image, UnidentifiedImageError

    # Pillow's own limit is lower than ours, and a warning; ours is checked below.
    kept, Image.MAX_IMAGE_PIXELS = Image.MAX_IMAGE_PIXELS, None
    try:
        with Image.open(file, formats=FORMATS) as image:
            kind, (width, height) = image.format or "", image.size
            # A TIFF's size is already turned; a PNG without EXIF would be decoded to look for it.
            has_exif = kind != "TIFF" and (kind != "PNG" or "exif" in image.info)
            turned = has_exif and image.getexif().get(0x0112, 1) in (5, 6, 7, 8)
            is_cut_out = image.has_transparency_data
    except UnidentifiedImageError as error:
        what, mend = _UNSUPPORTED.get(
            path.suffix.lower(), (say("phrase/unknown-kind"), say("mend/formats", known=FORMATS))
        )
        raise _RefusedError(say("image-format/kind", name=name, kind=what), mend) from error
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        saying = say("image-cut-off/damaged", name=name, reason=str(error))
        raise _RefusedError(saying) from error
    finally:
        Image.MAX_IMAGE_PIXELS = kept
    if width * height > limits.most("image-pixels"):
        most = limits.most("image-pixels") / 1e6
        raise _RefusedError(
            say(
                "image-too-large/pixels",
                name=name,
                width=width,
                height=height,
                most=most,
                limit="image-pixels",
            )
        )
    if not _is_whole(data, kind):
        raise _RefusedError(say("image-cut-off/early", name=name))
    if turned:
        width, height = height, width
    # Late: it loads OpenSSL, and few stories have pictures.
    from hashlib import sha256

    return ImageFile(path, sha256(data).hexdigest(), width, height, is_cut_out)


def _is_whole(data: mmap.mmap | bytes, kind: str) -> bool:
    """Whether the file reaches its own end mark, for the formats that have one.

    Whether all between is sound only decoding can tell, which is the backend's.
    """
    if kind == "PNG":
        return data.rfind(b"IEND") > 0
    if kind in ("JPEG", "MPO"):
        return data.find(b"\xff\xd9", _scan_start(data)) > 0
    if kind == "GIF":
        return data.rfind(b";") > 0
    if kind == "WEBP":
        return len(data) >= 8 + int(struct.unpack_from("<I", data, 4)[0])
    return True


def _scan_start(data: mmap.mmap | bytes) -> int:
    """Where a JPEG's first scan begins: past an EXIF thumbnail, which has an end mark too."""
    at = 2
    while at + 4 <= len(data) and data[at] == 0xFF and data[at + 1] != 0xDA:
        at += 2 + int(struct.unpack_from(">H", data, at + 2)[0])
    return at


def _near(file: Path) -> Saying:
    if "\\" in file.name:
        return say("mend/slashes")
    if not file.parent.is_dir():
        return say("mend/no-folder", folder=file.parent)
    beside = [name for name in names_in(file.parent) if name.lower().endswith(ENDINGS)]
    return nearest(file.name, beside) or say("mend/path-from-file")
