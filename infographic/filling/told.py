"""What `fit` changed, in words and as a layout's `tune`."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from infographic.loading.sheet.tuning import Tuning
    from infographic.page_fill import FilledPage


def layout_text(tuning: Tuning, layout: str, target: Path) -> str:
    """A layout file at `target` that has the change in it."""
    name = layout
    if layout.endswith(".json"):
        name = Path(os.path.relpath(layout, target.parent)).as_posix()
    return json.dumps({"extends": name, "tune": tune(tuning)}, ensure_ascii=False, indent=2) + "\n"


def tune(tuning: Tuning) -> dict[str, Any]:
    """A layout's `tune`."""
    found: dict[str, Any] = {}
    if tuning.styles:
        found["styles"] = {
            style.name: {"size": f"{style.size:.10g}pt", "leading": f"{style.leading:.10g}pt"}
            for style in tuning.styles
        }
    if tuning.figures != 1:
        found["figures"] = tuning.figures
    if tuning.spacing != 1:
        found["spacing"] = tuning.spacing
    if tuning.numbers != 1:
        found["numbers"] = tuning.numbers
    if tuning.spread:
        found["spread"] = True
    return found


def sentence(fitted: FilledPage) -> str:
    """`broadsheet: body 9 → 9.3 pt on 14.26 pt; figures × 1.05; 5 columns level, 0 lines empty`"""
    name = fitted.page.layout
    parts = said_changes(fitted)
    if not fitted.fits:
        over = f"{fitted.over} characters too long" if fitted.over else "too tall"
        tried = f" ({'; '.join(parts)})" if parts else ""
        allowed = "" if fitted.layout.fit else ": it has no “fit”"
        return f"{name}: nothing that it allows makes the story fit{allowed}; at the best it is" \
               f" {over}{tried}"  # fmt: skip
    if fitted.layout.fit is None:
        parts = ["it has no “fit”, so that nothing may be changed", *parts]
    elif not fitted.is_changed and fitted.is_full:
        parts = ["already full", *parts]
    elif not parts:
        parts = ["nothing is changed"]
    return f"{name}: " + "; ".join([*parts, *said_fill(fitted)])


def said_changes(fitted: FilledPage) -> list[str]:
    tuning, styles, spec = fitted.tuning, fitted.layout.sheet.styles, fitted.layout.fit
    named = spec.styles if spec is not None and spec.styles else {}
    parts = [
        f"{style.name} {styles[style.name].size:g} → {style.size:g} pt on {style.leading:g} pt"
        for style in tuning.styles
        if style.name in named
    ]
    if tuning.figures != 1:
        parts.append(f"figures × {tuning.figures:.2f}")
    if tuning.spacing != 1:
        parts.append(f"spacing × {tuning.spacing:.2f}")
    if tuning.numbers != 1:
        parts.append(f"numbers × {tuning.numbers:.2f}")
    if tuning.spread:
        parts.append("empty lines spread")
    return parts


def said_fill(fitted: FilledPage) -> list[str]:
    fill, parts = fitted.fill, []
    columns = sum(len(lines) for lines in fill.columns)
    if columns:
        ends = "level" if fill.ragged <= 1 else f"{fill.ragged} lines apart"
        lines = "line" if fill.empty == 1 else "lines"
        each = "; ".join(" ".join(map(str, lines)) for lines in fill.columns)
        where = f" ({each})" if fill.empty and columns > 1 else ""
        parts.append(f"{columns} columns {ends}, {fill.empty} {lines} empty{where}")
    parts += [f"main picture {share:.2f} × the height it likes" for share in fill.pictures]
    emptiest = max(fill.panels, default=0.0)
    if fitted.layout.fit is not None and emptiest > fitted.layout.fit.panel:
        parts.append(f"a panel is {emptiest:.0%} empty")
    if not fitted.is_full:
        parts.append("not full")
    return parts
