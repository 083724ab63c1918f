"""infographic: a newspaper's numbers as a print-ready panel and as pictures for social media.

>>> from infographic import compose
>>> page = compose("data.json", "square")    # doctest: +SKIP
>>> page.save("out/square.png", scale=2)     # doctest: +SKIP
"""

from __future__ import annotations

from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from infographic.composed import ComposedPage
    from infographic.foundation.diagnostics import Diagnostic, SpecError
    from infographic.pipeline import compose

__all__ = ["ComposedPage", "Diagnostic", "SpecError", "__version__", "compose"]


def __getattr__(name: str) -> object:
    # Imported on first use: `infographic --version` must not wait for HarfBuzz.
    if name == "compose":
        from infographic.pipeline import compose

        return compose
    if name == "ComposedPage":
        from infographic.composed import ComposedPage

        return ComposedPage
    if name in ("Diagnostic", "SpecError"):
        from infographic.foundation import diagnostics

        return getattr(diagnostics, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
