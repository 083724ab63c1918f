"""Picture files, looked into but not decoded: size, orientation, digest, and whether they may be
read at all."""

from __future__ import annotations

import hashlib
import mmap
import struct
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from infographic.display.items import ImageFile
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, did_you_mean, worded
from infographic.foundation.limits import MAX_IMAGE_BYTES, MAX_IMAGE_PIXELS
from infographic.loading.reading.source import names_in

Report = Callable[[Diagnostic], None]

FORMATS = ("JPEG", "PNG", "TIFF", "WEBP", "GIF", "BMP")
"""What Pillow may open. Without such a list, an EPS would start Ghostscript."""

SMALLER = "save it smaller; 300 dpi at the size it is printed is enough"
AGAIN = "copy it again from its source; it was cut off or damaged on its way"
_VECTOR_HINT = "export it as PNG or TIFF at 300 dpi or more"
_UNSUPPORTED = {
    ".eps": ("an EPS", _VECTOR_HINT),
    ".ai": ("an Illustrator file", _VECTOR_HINT),
    ".svg": ("an SVG", _VECTOR_HINT),
    ".pdf": ("a PDF", _VECTOR_HINT),
    ".psd": ("a Photoshop file", "save a copy as TIFF or JPEG"),
    ".psb": ("a Photoshop file", "save a copy as TIFF or JPEG"),
    ".heic": ("an HEIC photo", "save it as JPEG; phones can be set to “most compatible”"),
    ".heif": ("an HEIF photo", "save it as JPEG; phones can be set to “most compatible”"),
    ".avif": ("an AVIF", "save it as JPEG or PNG"),
}
_MAGIC = (
    (b"%!PS", ".eps"),
    (b"\xc5\xd0\xd3\xc6", ".eps"),
    (b"%PDF", ".pdf"),
    (b"8BPS", ".psd"),
    (b"<svg", ".svg"),
)


class _RefusedError(Exception):
    """Why a picture cannot be used."""

    def __init__(self, code: str, message: str, hint: str) -> None:
        super().__init__(code, message, hint)


def open_image(
    path: Path, origin: Origin, report: Report, *, root: Path | None = None
) -> ImageFile | None:
    """Look into a picture: its size as it is seen, and its digest.

    Nothing outside `root` is opened, not even through a link; None allows every place. What is
    wrong is reported at `origin`, and the answer is None.
    """
    try:
        real = _allowed(path, root)
        with real.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as data:
            return _look_into(real, path.as_posix(), data, real)
    except _RefusedError as error:
        code, message, hint = error.args
        report(worded(code, message, origin, hint))
    except (OSError, ValueError, RuntimeError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        message = f"“{path.as_posix()}” cannot be read ({reason})"
        report(worded("image-unreadable", message, origin))
    return None


GIVEN = Path("(bytes)")
"""In place of a path, the name of a picture that a program hands over."""


def image_in(data: bytes, origin: Origin, report: Report) -> ImageFile | None:
    """Look into a picture given as bytes, as `open_image` does into a file."""
    try:
        _must_have_a_size(GIVEN.name, len(data))
        found = _look_into(GIVEN, GIVEN.name, data, BytesIO(data))
    except _RefusedError as error:
        code, message, hint = error.args
        report(worded(code, message, origin, hint))
        return None
    return replace(found, data=data)


def _must_have_a_size(name: str, size: int) -> None:
    if size > MAX_IMAGE_BYTES:
        message = f"“{name}” has {size / 1e6:.0f} MB, more than {MAX_IMAGE_BYTES / 1e6:.0f}"
        raise _RefusedError("image-too-large", message, SMALLER)
    if not size:
        raise _RefusedError("image-cut-off", f"“{name}” is empty", AGAIN)


def _allowed(path: Path, root: Path | None) -> Path:
    """The real place of a picture that is there, may be opened, and is no larger than allowed."""
    name = path.as_posix()
    if {"http:", "https:", "ftp:"}.intersection(path.parts) or name.startswith("data:"):
        hint = "nothing is fetched from a network: save the picture beside the story"
        raise _RefusedError("image-missing", f"“{name}” is an address, not a file", hint)
    real = path.resolve()
    if root is not None and not real.is_relative_to(root.resolve()):
        hint = f"copy it into {root.resolve().as_posix()}, or name a wider folder with --root"
        raise _RefusedError("image-outside", f"“{name}” lies outside the project folder", hint)
    if not real.exists():
        raise _RefusedError("image-missing", f"there is no picture “{name}”", _near(path))
    if not real.is_file():
        raise _RefusedError("image-missing", f"“{name}” is a folder or device, not a picture", "")
    _must_have_a_size(name, real.stat().st_size)
    return real


def _look_into(path: Path, name: str, data: mmap.mmap | bytes, file: Path | BinaryIO) -> ImageFile:
    head = data[:512].lstrip(b"\xef\xbb\xbf \t\r\n")
    for magic, suffix in _MAGIC:
        if head.startswith(magic) or (magic == b"<svg" and magic in head):
            what, hint = _UNSUPPORTED[suffix]
            message = f"“{name}” is {what}, which cannot be set"
            raise _RefusedError("image-format", message, hint)
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
        what, hint = _UNSUPPORTED.get(
            path.suffix.lower(),
            ("no picture of a known kind", f"pictures are {', '.join(FORMATS)} files"),
        )
        raise _RefusedError("image-format", f"“{name}” is {what}", hint) from error
    except (OSError, SyntaxError, ValueError, struct.error) as error:
        raise _RefusedError("image-cut-off", f"“{name}” is damaged ({error})", AGAIN) from error
    finally:
        Image.MAX_IMAGE_PIXELS = kept
    if width * height > MAX_IMAGE_PIXELS:
        most = f"{MAX_IMAGE_PIXELS / 1e6:g} million"
        message = f"“{name}” has {width} × {height} pixels, more than {most}"
        raise _RefusedError("image-too-large", message, SMALLER)
    if not _is_whole(data, kind):
        raise _RefusedError("image-cut-off", f"“{name}” ends too early", AGAIN)
    if turned:
        width, height = height, width
    return ImageFile(path, hashlib.sha256(data).hexdigest(), width, height, is_cut_out)


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


def _near(file: Path) -> str:
    if "\\" in file.name:
        return "write folders with / on every system"
    if not file.parent.is_dir():
        return f"there is no folder {file.parent.as_posix()}"
    hint = did_you_mean(file.name, names_in(file.parent))
    return hint or "the path starts from the folder of the file that names it"
