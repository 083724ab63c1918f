"""What no editor meant, found in a story's texts: leftovers of other programs, and slips of typing.

`rules.doubtful_copy` says it, `mends.mended` writes the story without it.
"""

from __future__ import annotations

from typing import Literal, get_args

LintCode = Literal[
    "chart-colour",
    "chart-contrast",
    "chart-cut",
    "chart-direction",
    "chart-labels",
    "chart-names",
    "chart-rates",
    "chart-series",
    "chart-shares",
    "chart-source",
    "chart-units",
    "chart-zero",
    "copy-doubled",
    "copy-emoji",
    "copy-face",
    "copy-float",
    "copy-full-width",
    "copy-half-width",
    "copy-html",
    "copy-invisible",
    "copy-line-end",
    "copy-no-label",
    "copy-quote",
    "copy-radical",
    "copy-traditional",
]
"""What a layout's "lint" or --allow may switch off: of texts, and of charts (`chart_lint`)."""
ALL_CODES: tuple[str, ...] = get_args(LintCode)
CODES = tuple(code for code in ALL_CODES if code.startswith("copy-"))
"""Those of texts."""
