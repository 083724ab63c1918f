"""The file round a PDF's objects, those without a stream packed together (ISO 32000-1, 7.5.7-8).

A tagged file of many pages is mostly tags: fifty small dictionaries a page, which pack to a tenth.
For screens alone: old plants' programs do not read it, and PDF/X-1a has none.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Sequence

from infographic.foundation.files import blake2b

TOGETHER = 200
"""Objects in a stream of them: a reader unpacks all of one to read one."""
LEVEL = 6
IN_USE, PACKED = 1, 2


def packed_file(
    version: tuple[int, int], objects: Sequence[bytes], *, root: bytes, info: bytes
) -> bytes:
    """The file of objects that are numbered from 1, with an /ID that is a digest of all its bytes.

    `root`, `info`: as the catalog and the document's information are referred to.
    """
    parts = [b"%%PDF-%d.%d\n%%\xe2\xe3\xcf\xd3\n" % version]
    at = len(parts[0])
    places: dict[int, tuple[int, int, int]] = {}

    def add(number: int, written: bytes) -> None:
        nonlocal at
        places[number] = IN_USE, at, 0
        parts.append(b"%d 0 obj\n%b\nendobj\n" % (number, written))
        at += len(parts[-1])

    plain: list[int] = []
    for number, one in enumerate(objects, 1):
        if one.endswith(b"endstream"):
            add(number, one)
        else:
            plain.append(number)
    number = len(objects)
    for start in range(0, len(plain), TOGETHER):
        number += 1
        together = plain[start : start + TOGETHER]
        places |= {one: (PACKED, number, index) for index, one in enumerate(together)}
        add(number, _object_stream([(one, objects[one - 1]) for one in together]))
    number += 1
    places[number] = IN_USE, at, 0
    table = struct.pack(">BIH", 0, 0, 65_535)
    table += b"".join(struct.pack(">BIH", *places[one]) for one in range(1, number + 1))
    digest = blake2b(digest_size=16)
    for part in (*parts, table):
        digest.update(part)
    ids = b"[<%b> <%b>]" % ((digest.hexdigest().encode(),) * 2)
    entries = b"/Type /XRef /W [1 4 2] /Size %d /Root %b /Info %b /ID %b" % (
        number + 1, root, info, ids,
    )  # fmt: skip
    end = at
    add(number, _stream(entries, table))
    parts.append(b"startxref\n%d\n%%%%EOF\n" % end)
    return b"".join(parts)


def _object_stream(objects: list[tuple[int, bytes]]) -> bytes:
    heads, at = [], 0
    for number, one in objects:
        heads.append(b"%d %d" % (number, at))
        at += len(one) + 1
    head = b" ".join(heads) + b"\n"
    entries = b"/Type /ObjStm /N %d /First %d" % (len(objects), len(head))
    return _stream(entries, head + b"\n".join(one for _, one in objects))


def _stream(entries: bytes, content: bytes) -> bytes:
    packed = zlib.compress(content, LEVEL)
    head = b"<<%b /Filter /FlateDecode /Length %d>>" % (entries, len(packed))
    return b"%b\nstream\n%b\nendstream" % (head, packed)
