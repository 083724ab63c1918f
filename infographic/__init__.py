"""infographic: a newspaper's numbers as a print-ready panel and as pictures for social media.

>>> from infographic import compose
>>> page = compose("data.json", "square")    # doctest: +SKIP
>>> page.save("out/square.png", scale=2)     # doctest: +SKIP

What stands in `__all__` is public and stays; docs/api.md shows each.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

__version__ = "0.1.0"

if TYPE_CHECKING:
    from infographic.batch.job import Job, Output, Result
    from infographic.batch.rendering import Results, render_many
    from infographic.checked import Checked, check
    from infographic.composed import ComposedPage, PathLike
    from infographic.foundation.calls import CallError
    from infographic.foundation.diagnostics import Diagnostic, MachineError, Severity, SpecError
    from infographic.foundation.limits import using_limits
    from infographic.foundation.sayings import using_language
    from infographic.layout_list import ShippedLayout, layouts
    from infographic.loading.reading.edit import edited, span
    from infographic.options import LayoutLike, StoryLike
    from infographic.outputs import FormatName
    from infographic.outputs.format import IntentName
    from infographic.page_fill import FilledPage, fit
    from infographic.pipeline import compose, draft

__all__ = [
    "CallError",
    "Checked",
    "ComposedPage",
    "Diagnostic",
    "FilledPage",
    "FormatName",
    "IntentName",
    "Job",
    "LayoutLike",
    "MachineError",
    "Output",
    "PathLike",
    "Result",
    "Results",
    "Severity",
    "ShippedLayout",
    "SpecError",
    "StoryLike",
    "__version__",
    "check",
    "compose",
    "draft",
    "edited",
    "fit",
    "layouts",
    "render_many",
    "span",
    "using_language",
    "using_limits",
]

_PLACES = {
    "CallError": "foundation.calls",
    "Checked": "checked",
    "ComposedPage": "composed",
    "Diagnostic": "foundation.diagnostics",
    "FilledPage": "page_fill",
    "FormatName": "outputs",
    "IntentName": "outputs.format",
    "Job": "batch.job",
    "LayoutLike": "options",
    "MachineError": "foundation.diagnostics",
    "Output": "batch.job",
    "PathLike": "composed",
    "Result": "batch.job",
    "Results": "batch.rendering",
    "Severity": "foundation.diagnostics",
    "ShippedLayout": "layout_list",
    "SpecError": "foundation.diagnostics",
    "StoryLike": "options",
    "check": "checked",
    "compose": "pipeline",
    "draft": "pipeline",
    "edited": "loading.reading.edit",
    "fit": "page_fill",
    "layouts": "layout_list",
    "render_many": "batch.rendering",
    "span": "loading.reading.edit",
    "using_language": "foundation.sayings",
    "using_limits": "foundation.limits",
}
"""The module of each name, imported on first use: `infographic --version` must not wait for
HarfBuzz."""


# Type checkers know the names above, and must not take any other for one of them.
if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        if name not in _PLACES:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        return getattr(import_module(f"{__name__}.{_PLACES[name]}"), name)


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
