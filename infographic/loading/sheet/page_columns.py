"""The page's columns, settled from its type area and the style whose characters they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from infographic.foundation.diagnostics import Diagnostic, nearest
from infographic.foundation.sayings import say
from infographic.layout.column_grid import FEWEST, ColumnGrid, solve_columns
from infographic.layout.setting import TOLERANCE
from infographic.loading.sheet.layout_file import PageSpec
from infographic.text.style import TextStyle


def settle_columns(
    spec: PageSpec, width: float, height: float | None, styles: Mapping[str, TextStyle]
) -> ColumnGrid | Diagnostic | None:
    """The columns of a type area in points, or what is wrong with them; None: it has none."""
    if spec.columns is None:
        return None
    style = styles.get(spec.measure_style)
    at = spec.origin
    if style is None:
        saying = say("style-unknown/measure", name=spec.measure_style)
        return Diagnostic(saying, at / "measure_style", nearest(spec.measure_style, styles))
    leading = style.leading
    grid = solve_columns(width, spec.columns, spec.gutter, style.size, spec.measure == "whole")
    if grid.is_too_narrow:
        saying = say(
            "columns-narrow/page", count=spec.columns, gutter=spec.gutter,
            characters=max(grid.characters, 0), size=style.size, width=width, least=FEWEST,
        )  # fmt: skip
        return Diagnostic(saying, at / "columns")
    lines = None if height is None else int((height + TOLERANCE) / leading)
    return replace(grid, leading=leading, lines=lines)
