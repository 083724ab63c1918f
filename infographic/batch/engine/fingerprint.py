"""What the bytes that a process makes depend on, besides the story and the layout.

Two processes of one fingerprint make the same bytes of the same job: so a cluster's worker is asked
for its own before it gets a job. Files that a job names (pictures, a user's faces) are not in it:
they are each job's inputs, and their digests stand in its result.
"""

from __future__ import annotations

import os
import zlib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from infographic.foundation.files import PACKAGE, blake2b, shipped
from infographic.foundation.record import field, record

WRITERS = ("fonttools", "pikepdf", "pillow", "reportlab", "segno", "uharfbuzz")
"""Packages that have a hand in what is written."""
SHIPPED = {"fonts": ("*.ttf", "*.otf", "*.json"), "layouts": ("*.json",)}


@record
class Fingerprint:
    """By a part's name what it is: a version, or the first half of a digest."""

    parts: Mapping[str, str] = field(default_factory=dict)

    @property
    def digest(self) -> str:
        """16 hexadecimal digits of all parts."""
        told = "\n".join(f"{name}={value}" for name, value in sorted(self.parts.items()))
        return blake2b(told.encode(), digest_size=8).hexdigest()

    def differences(self, other: Mapping[str, str]) -> tuple[tuple[str, str, str], ...]:
        """Parts that another process has otherwise: name, there, here; "" where it has none.

        >>> Fingerprint({"code": "a", "zlib": "1.3"}).differences({"code": "b", "zlib": "1.3"})
        (('code', 'b', 'a'),)
        """
        names = sorted({*self.parts, *other})
        both = ((name, other.get(name, ""), self.parts.get(name, "")) for name in names)
        return tuple(one for one in both if one[1] != one[2])


def fingerprint() -> Fingerprint:
    """This process's. Files are read once a process, some 0.1 s; asked again it takes a ms."""
    # The one part that may change while a process lives: PDFs bear this date.
    date = os.environ.get("SOURCE_DATE_EPOCH", "").strip()
    return Fingerprint({**_settled(), "SOURCE_DATE_EPOCH": date})


@lru_cache(1)
def _settled() -> Mapping[str, str]:
    from importlib.metadata import PackageNotFoundError, version

    parts = {"code": tree(PACKAGE, "*.py", "*.json", "*.bin")}
    parts |= {folder: tree(shipped(folder), *patterns) for folder, patterns in SHIPPED.items()}
    for package in ("infographic", *WRITERS):
        try:
            parts[package] = version(package)
        except PackageNotFoundError:
            parts[package] = ""
    return parts | _encoders()


def _encoders() -> dict[str, str]:
    """Libraries that a package brings along or takes from the system, whatever its version is."""
    import unicodedata

    import uharfbuzz
    from PIL import features

    from infographic.backends import pdfium

    return {
        "zlib": zlib.ZLIB_RUNTIME_VERSION,
        "Unicode": unicodedata.unidata_version,
        "HarfBuzz": uharfbuzz.version_string(),
        "PDFium": " ".join(pdfium.build()),
        "libjpeg": str(features.version("jpg")),
        "libwebp": str(features.version("webp")),
        "zlib of Pillow": str(features.version("zlib")),
    }


def tree(folder: Path, *patterns: str) -> str:
    """A digest of the names and bytes of the files under a folder, 16 hexadecimal digits.

    The same in a wheel and in a checkout: a wheel has no tools (“build_…”), and has faces and
    layouts inside the package, where they are no part of the code.
    """
    whole = blake2b(digest_size=8)
    found = {path for pattern in patterns for path in folder.rglob(pattern)}
    for path in sorted(found):
        name = path.relative_to(folder)
        if name.parts[0] == "shipped" or path.name.startswith(("build_", "make_pictures")):
            continue
        whole.update(name.as_posix().encode() + b"\0")
        whole.update(blake2b(path.read_bytes(), digest_size=16).digest())
    return whole.hexdigest()
