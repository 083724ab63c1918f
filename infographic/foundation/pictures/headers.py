"""The header of a picture's file by its first bytes: the name's ending does not decide."""

from __future__ import annotations

from collections.abc import Callable

from infographic.foundation.memo import Memo
from infographic.foundation.pictures.header import Header
from infographic.foundation.pictures.jpeg_header import jpeg_header
from infographic.foundation.pictures.png_header import png_header
from infographic.foundation.pictures.small_headers import bmp_header, gif_header, webp_header
from infographic.foundation.pictures.source import Source
from infographic.foundation.pictures.tiff_header import tiff_header

ENDINGS = {
    "JPEG": ("jpg", "jpeg", "jpe", "jfif"), "PNG": ("png", "apng"), "TIFF": ("tif", "tiff"),
    "WEBP": ("webp",), "GIF": ("gif",), "BMP": ("bmp", "dib"),
}  # fmt: skip
FORMATS = tuple(ENDINGS)
"""What Pillow may open. Without such a list, an EPS would start Ghostscript."""
_READERS: tuple[tuple[Callable[[bytes], bool], Callable[[Source, str], Header]], ...] = (
    (lambda head: head.startswith(b"\xff\xd8\xff"), jpeg_header),
    (lambda head: head.startswith(b"\x89PNG\r\n\x1a\n"), png_header),
    (lambda head: head[:6] in (b"GIF87a", b"GIF89a"), gif_header),
    (lambda head: head[:4] == b"RIFF" and head[8:12] == b"WEBP", webp_header),
    (lambda head: head[:4] in (b"II*\0", b"MM\0*", b"II+\0", b"MM\0+"), tiff_header),
    (lambda head: head[:2] == b"BM", bmp_header),
)
_KNOWN: Memo[Header] = Memo("headers of pictures", 256)


def header_of(source: Source, name: str, digest: str = "") -> Header | None:
    """What the file says of its picture; None where it is none of the `FORMATS`.

    `digest`: its SHA-256, by which it is known; a note then has the name it was read by first.
    Raises `PictureError`.
    """
    known = _KNOWN.get(digest) if digest else None
    if known is not None:
        return known
    head = source.at(0, 16)
    for is_such, read in _READERS:
        if is_such(head):
            header = read(source, name)
            return _KNOWN.put(digest, header) if digest else header
    return None
