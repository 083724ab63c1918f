"""The page's columns, settled from its type area and the style whose characters they count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from infographic.foundation.diagnostics import Diagnostic, did_you_mean, worded
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
        return worded(
            "style-unknown",
            f"there is no style “{spec.measure_style}” whose characters the columns could count",
            at / "measure_style",
            did_you_mean(spec.measure_style, styles),
        )
    leading = style.leading
    grid = solve_columns(width, spec.columns, spec.gutter, style.size, spec.measure == "whole")
    if grid.is_too_narrow:
        return worded(
            "columns-narrow",
            f"{spec.columns} columns {spec.gutter:g} pt apart leave "
            f"{max(grid.characters, 0):.3g} characters of {style.size:g} pt to a column; the type "
            f"area is {width:.1f} pt wide",
            at / "columns",
            f"fewer columns, a lesser “gutter” or smaller margins: {FEWEST} characters at least",
        )
    lines = None if height is None else int((height + TOLERANCE) / leading)
    return replace(grid, leading=leading, lines=lines)
