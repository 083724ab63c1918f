"""PDFium, which draws PDFs, lent to one thread at a time.

It is not thread-safe: two threads in it at once, be it in two files, break its assertions or free
the same memory twice. So nothing else of ours imports it, and whatever is opened in it is used and
closed while the lock is held.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from ctypes import CDLL, Structure, byref, c_char_p, c_int, c_size_t, c_uint, c_void_p
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from threading import RLock
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING, Any

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    import pypdfium2

_lock = RLock()


@contextmanager
def functions() -> Iterator[Any]:
    """PDFium's functions, until the end of the block."""
    with _lock:
        yield _functions()


@contextmanager
def opened(pdf: bytes) -> Iterator[pypdfium2.PdfDocument]:
    """A PDF opened, until the end of the block; pages and bitmaps of it are closed before.

    Raises `MachineError` where it cannot be read.
    """
    with _lock:
        # Late: it takes 60 ms to import.
        import pypdfium2

        try:
            document = pypdfium2.PdfDocument(pdf)
        except pypdfium2.PdfiumError as error:
            raise MachineError(say("machine/pdf-not-drawn", reason=str(error))) from error
        try:
            yield document
        finally:
            document.close()


DRAWING = {
    "FPDF_InitLibraryWithConfig": (None, (c_void_p,)),
    "FPDF_LoadMemDocument64": (c_void_p, (c_void_p, c_size_t, c_char_p)),
    "FPDF_LoadPage": (c_void_p, (c_void_p, c_int)),
    "FPDFBitmap_CreateEx": (c_void_p, (c_int, c_int, c_int, c_void_p, c_int)),
    "FPDF_RenderPageBitmap": (None, (c_void_p, c_void_p, *[c_int] * 6)),
    "FPDFBitmap_Destroy": (None, (c_void_p,)),
    "FPDF_ClosePage": (None, (c_void_p,)),
    "FPDF_CloseDocument": (None, (c_void_p,)),
}
"""What each gives and takes, after PDFium's fpdfview.h."""
NUMBERS = {"FPDFBitmap_BGR": 2, "FPDFBitmap_BGRA": 4, "FPDF_REVERSE_BYTE_ORDER": 16}
ENDINGS = {"win32": "pdfium.dll", "darwin": "libpdfium.dylib"}


class _Config(Structure):
    """FPDF_LIBRARY_CONFIG, as far as its version 2 reaches."""

    _fields_ = (("version", c_int), ("fonts", c_void_p), ("isolate", c_void_p), ("slot", c_uint))


class _Functions(SimpleNamespace):
    """Those that a page is drawn by; any other is the package's."""

    def __getattr__(self, name: str) -> Any:
        return getattr(_all_functions(), name)


@cache
def _functions() -> Any:
    """From the library itself: that the package declares all 500 functions takes 12 ms."""
    package = find_spec("pypdfium2_raw")
    folders = package.submodule_search_locations if package is not None else None
    library = Path((folders or [""])[0], ENDINGS.get(sys.platform, "libpdfium.so"))
    if not library.is_file():
        # PDFium of the system: the package knows where it is.
        return _all_functions()
    own = CDLL(str(library))
    for name, (gives, takes) in DRAWING.items():
        function = getattr(own, name)
        function.restype, function.argtypes = gives, takes
    # It does nothing where pypdfium2 has done it.
    own.FPDF_InitLibraryWithConfig(byref(_Config(version=2)))
    return _Functions(**{name: getattr(own, name) for name in DRAWING}, **NUMBERS)


@cache
def _all_functions() -> ModuleType:
    """pypdfium2's own classes would take as long again to import (30 ms)."""
    import pypdfium2_raw

    pdfium: ModuleType = pypdfium2_raw
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    return pdfium


def build() -> tuple[str, str]:
    """The package's version, and which PDFium it came with, as its builder noted: one version may
    come with another. Nothing of it is loaded."""
    from importlib.metadata import version

    raw = find_spec("pypdfium2_raw")
    noted = Path(raw.origin).with_name("version.json") if raw and raw.origin else Path()
    return version("pypdfium2"), " ".join(noted.read_text().split()) if noted.is_file() else ""
