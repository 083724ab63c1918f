"""A JPEG file as a PDF should carry it: the picture and nothing else, without decoding it."""

from __future__ import annotations

import struct
from functools import lru_cache

from infographic.foundation.late_pattern import late

JFIF, ADOBE = 0xE0, 0xEE
"""Application segments that say how the samples are meant; the others hold what was said of them:
Exif with its GPS and thumbnails (APP1), XMP, Photoshop and IPTC (APP13), colour profiles (APP2:
the PDF says the colour space itself), further pictures (MPF)."""
COMMENT = 0xFE
START, SCAN, END = b"\xff\xd8", 0xDA, 0xD9
# In a scan's data FF is followed by 00 or a restart marker; anything else ends it (T.81, B.1.1).
AFTER_SCAN = late(rb"\xff[^\x00\xff\xd0-\xd7]")


@lru_cache(maxsize=8)
def bare(data: bytes) -> bytes:
    """The file without its metadata, and without what follows its end; as it was if not whole."""
    if not data.startswith(START):
        return data
    parts, at = [START], 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return data
        marker = data[at + 1]
        if marker == 0xFF:
            at += 1  # A fill byte.
            continue
        if marker == END:
            parts.append(data[at : at + 2])
            return b"".join(parts)
        (length,) = struct.unpack_from(">H", data, at + 2)
        end = at + 2 + length
        if marker == SCAN:
            after = AFTER_SCAN.search(data, end)
            if after is None:
                return data
            end = after.start()
        if _is_needed(marker):
            parts.append(data[at:end])
        at = end
    if data[at : at + 2] == b"\xff\xd9":
        parts.append(b"\xff\xd9")
        return b"".join(parts)
    return data


def _is_needed(marker: int) -> bool:
    if marker == COMMENT:
        return False
    return not 0xE0 <= marker <= 0xEF or marker in (JFIF, ADOBE)
