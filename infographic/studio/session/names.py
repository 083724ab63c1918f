"""Names of files that the studio makes: safe on every system, in the writer's own words, free."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from infographic.foundation.late_pattern import late

LONGEST = 150
"""Bytes in UTF-8 without ending and number: systems allow 255, some programs fewer."""
_APART = late(r"[/\\]")
_UNSAFE = late(r"[\x00-\x1f\x7f<>:\"|?*#%\s]+")
_DEVICE = late(r"(?i)(?:con|prn|aux|nul|clock\$|conin\$|conout\$|(?:com|lpt)[0-9¹²³])(?:[ .].*)?")


def safe_stem(name: str, otherwise: str) -> str:
    """A file's name without folders and ending, such as any system takes; `otherwise` where nothing
    of it is left.

    >>> safe_stem("C:\\\\照片\\\\秋收 现场?.JPG", "picture"), safe_stem("../.env", "picture")
    ('秋收-现场', 'env')
    """
    last = _APART.split(name)[-1].strip(". ")
    head, point, _ = last.rpartition(".")
    return safe_name(head if point else last, otherwise)


def safe_name(name: str, otherwise: str) -> str:
    """The same of a name that has no ending."""
    last = _APART.split(name)[-1]
    # What is not seen, and what turns the way of reading, would make two names look like one.
    seen = "".join(one for one in unicodedata.normalize("NFC", last) if _is_seen(one))
    stem = _UNSAFE.sub("-", seen.strip()).strip(" .-")
    while len(stem.encode()) > LONGEST:
        stem = stem[:-1]
    stem = stem.strip(" .-")
    if not stem:
        return otherwise
    return f"{otherwise}-{stem}" if _DEVICE.fullmatch(stem) else stem


def _is_seen(character: str) -> bool:
    return unicodedata.category(character) not in ("Cc", "Cf", "Cs", "Co", "Cn") or character in " "


def free_names(stem: str, ending: str) -> Iterator[str]:
    """“photo.jpg”, “photo-2.jpg” …"""
    yield f"{stem}{ending}"
    for number in range(2, 10_000):
        yield f"{stem}-{number}{ending}"


def free_place(folder: Path, stem: str, ending: str) -> Path:
    """A place in a folder where nothing is yet, not even a link that leads nowhere."""
    return next(
        folder / name for name in free_names(stem, ending) if not os.path.lexists(folder / name)
    )
