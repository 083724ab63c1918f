"""The page as text: what stands where, in what type, and why. For golden tests and for eyes."""

from __future__ import annotations

from infographic.display.items import (
    GlyphRun,
    Group,
    LineStyle,
    Path,
    Picture,
    Placed,
    Stroke,
    TextLine,
)
from infographic.display.page import Page
from infographic.foundation.geometry import Point


def dump(page: Page) -> str:
    """One item a line: x, y in points, the item, and where its datum stands.

    A line of type shows each run's face and size; a group indents what it holds.
    """
    width, height = page.trim
    lines = [f"page {width:.2f} × {height:.2f} pt, bleed {page.bleed:g}, “{page.title}”"]
    for placed in page.items:
        lines += _item(placed, Point(0, 0), 1)
    return "\n".join(lines) + "\n"


def _item(placed: Placed, at: Point, depth: int) -> list[str]:
    x, y = at.x + placed.at.x, at.y + placed.at.y
    head = f"{'  ' * depth}{x:8.2f} {y:8.2f}  "
    where = f"  <- {placed.origin}{placed.origin.pointer and ' ' + placed.origin.pointer}"
    match placed.item:
        case TextLine() as line:
            runs = " ".join(
                f"[{run.face.name} {run.size:.4g} {run.color.name}{_turn(run)}] "
                f"{''.join(run.texts)!r}"
                for _, run in line.runs
            )
            kind = "column" if line.vertical else "text"
            return [f"{head}{kind} {line.width:.2f} {runs}{where}"]
        case Path() as path:
            fill = f" fill {path.fill.name}" if path.fill else ""
            fill += " even-odd" if path.fill and path.even_odd else ""
            stroke = _stroke(path.stroke) if path.stroke else ""
            stroke += f" opacity {path.opacity:g}" if path.opacity != 1 else ""
            xs = [v for _, numbers in path.segments for v in numbers[0::2]] or [0.0]
            ys = [v for _, numbers in path.segments for v in numbers[1::2]] or [0.0]
            size = f"{max(xs) - min(xs):.2f} × {max(ys) - min(ys):.2f}"
            return [f"{head}path {size}{fill}{stroke}{where}"]
        case Picture() as picture:
            size = f"{picture.size.width:.2f} × {picture.size.height:.2f}"
            return [f"{head}picture {picture.image.path.name} {size}{where}"]
        case Group() as group:
            role = f" {group.role}" if group.role else ""
            alt = f" alt “{group.alt}”" if group.alt else ""
            cut = " in an outline" if group.outline is not None else ""
            lines = [f"{head}{group.name or 'group'}{role}{alt}{cut}{where}"]
            for inner in group.items:
                lines += _item(inner, Point(x, y), depth + 1)
            return lines


def _stroke(stroke: Stroke) -> str:
    said = f" stroke {stroke.color.name} {stroke.width:g}"
    plain = LineStyle(dash=stroke.dash)
    if stroke.style != plain:
        said += f" {stroke.cap} {stroke.join}"
        said += f" miter {stroke.miter_limit:g}" if stroke.miter_limit != plain.miter_limit else ""
        said += f" dash from {stroke.dash_phase:g}" if stroke.dash_phase else ""
    return said


def _turn(run: GlyphRun) -> str:
    lying = " lying" if run.rotated else ""
    return lying + (f" at {run.condensed:.0%}" if run.condensed != 1 else "")
