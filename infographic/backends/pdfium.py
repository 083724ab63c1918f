"""PDFium, which draws PDFs, lent to one thread at a time.

It is not thread-safe: two threads in it at once, be it in two files, break its assertions or free
the same memory twice. So nothing else of ours imports it, and whatever is opened in it is used and
closed while the lock is held.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from threading import RLock
from types import ModuleType
from typing import TYPE_CHECKING

from infographic.foundation.diagnostics import MachineError
from infographic.foundation.sayings import say

if TYPE_CHECKING:
    import pypdfium2

_lock = RLock()


@contextmanager
def functions() -> Iterator[ModuleType]:
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


@cache
def _functions() -> ModuleType:
    """pypdfium2's own classes would take as long again to import (30 ms)."""
    import pypdfium2_raw

    pdfium: ModuleType = pypdfium2_raw
    # It does nothing where pypdfium2 has done it.
    pdfium.FPDF_InitLibraryWithConfig(pdfium.FPDF_LIBRARY_CONFIG(version=2))
    return pdfium
