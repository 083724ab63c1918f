"""The file round a PDF's objects, by reportlab: its header, where each object stands, its trailer.

Import this module late: reportlab takes 35 ms, and brings Pillow. It is imported here and nowhere
else. What is drawn at once and not kept (`objects.Document.drawn`) goes without it.

reportlab runs `reportlab_settings.py` and `reportlab_mods.py` from the path, the like from the
home folder, and obeys RL_* variables. All would let a stranger's file change our bytes, or run, so
it is imported behind empty stand-ins and without those variables. Nothing that is used here asks
for a setting: a program that had imported it before us may have settled it its own way.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from types import ModuleType

from infographic.foundation.files import blake2b
from infographic.foundation.record.tuples import NamedTuple

STAND_INS = (
    "reportlab_settings",
    "reportlab_mods",
    "reportlab.local_rl_settings",
    "reportlab.local_rl_mods",
)


@contextmanager
def sheltered() -> Iterator[None]:
    """No settings of reportlab's from the environment, the path or the home folder."""
    variables = {key: os.environ.pop(key) for key in list(os.environ) if key.startswith("RL_")}
    modules = {name: ModuleType(name) for name in STAND_INS if name not in sys.modules}
    sys.modules.update(modules)
    try:
        yield
    finally:
        for name in modules:
            sys.modules.pop(name, None)
        os.environ.update(variables)


with sheltered():
    from reportlab.pdfbase import pdfdoc


class _Places(NamedTuple):
    """What reportlab's table of places asks its document for, by reportlab's names."""

    idToObjectNumberAndVersion: dict[int, tuple[int, int]]  # noqa: N815
    idToOffset: dict[int, int]  # noqa: N815


def whole_file(
    version: tuple[int, int], objects: Sequence[bytes], *, root: bytes, info: bytes
) -> bytes:
    """The file of objects that are numbered from 1, with an /ID that is a digest of all its bytes.

    `root`, `info`: as the catalog and the document's information are referred to (7.5.5).
    """
    file = pdfdoc.PDFFile(version)
    numbers = range(1, len(objects) + 1)
    places = _Places(
        {number: (number, 0) for number in numbers},
        {
            number: file.add(b"%d 0 obj\n%b\nendobj\n" % (number, one))
            for number, one in zip(numbers, objects, strict=True)
        },
    )
    table = pdfdoc.PDFCrossReferenceTable()
    table.addsection(0, numbers)
    at = file.add(table.format(places))

    def trailer(digest: str) -> bytes:
        ids = f"[<{digest}> <{digest}>]".encode()
        made: bytes = pdfdoc.PDFTrailer(
            at, Size=len(objects) + 1, Root=root, Info=info, ID=ids
        ).format(places)
        return made

    digest = blake2b(digest_size=16)
    for part in file.strings:
        digest.update(part)
    digest.update(trailer("0" * 32))
    file.add(trailer(digest.hexdigest()))
    data: bytes = file.format(places)
    return data
