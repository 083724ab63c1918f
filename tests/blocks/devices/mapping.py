"""Pages with one map on a base of squares of one degree, or of the example's province."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from drawing import Mark, marks_on
from small_pages import composed

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import Diagnostic, Severity, SpecError

PROVINCE = Path(__file__).parents[3] / "examples" / "province-map"
APPROVAL = "虚S(2026)001号"
RATE = {"what": "增速", "unit": "%"}
TOTAL = {"what": "人口", "unit": "万人"}


def squares(*names: str) -> dict[str, Any]:
    """Squares of one degree side by side, from 10° east on the equator's north."""
    features = []
    for n, name in enumerate(names):
        ring = [[10 + n, 0], [11 + n, 0], [11 + n, 1], [10 + n, 1], [10 + n, 0]]
        geometry = {"type": "Polygon", "coordinates": [ring]}
        features.append({"type": "Feature", "properties": {"name": name}, "geometry": geometry})
    return {"type": "FeatureCollection", "features": features}


def base_in(folder: Path, whole: Mapping[str, Any], **more: str) -> dict[str, Any]:
    (folder / "base.geojson").write_text(json.dumps(whole), encoding="utf-8")
    return {"file": str(folder / "base.geojson"), "approval": APPROVAL, **more}


def mapped(
    base: Mapping[str, Any] | None, rows: Sequence[Sequence[object]], *, kind: str = "value-map",
    measure: Mapping[str, Any] = RATE, root: Path, width: float = 600,
    height: float | None = None, styles: Mapping[str, Any] | None = None,
    press: str = "newsprint", accent: bool = False, **chart: Any,
) -> ComposedPage:  # fmt: skip
    """A page of one map of values."""
    data = {"columns": ["地区", "值"], "rows": [list(row) for row in rows]}
    told = {"data": data, "measure": measure, **({"base": base} if base else {}), **chart}
    body = {"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": kind}
    story = {"headline": "大事", "charts": [told]}
    return composed(
        body,
        width,
        height,
        story=story,
        root=root,
        styles=styles or SMALL,
        press=press,
        **({"colors": ACCENT} if accent else {}),
    )


def located(
    base: Mapping[str, Any], places: Sequence[Mapping[str, Any]], *, root: Path,
    width: float = 600, height: float | None = None, kind: str = "locator",
) -> ComposedPage:  # fmt: skip
    """A page of one map of places."""
    story = {"headline": "大事", "places": list(places), "base": base}
    body = {
        "type": "graphic", "places": {"$data": "/places"}, "base": {"$data": "/base"}, "kind": kind
    }  # fmt: skip
    return composed(body, width, height, story=story, root=root, styles=SMALL)


ACCENT = {"accent": {"cmyk": [0, 100, 90, 0], "srgb": "#c81e28"}}
SMALL = {
    f"graphic-{role}": {"based_on": "s", "size": "4pt", "leading": "5pt"}
    for role in ("label", "strong", "tick", "source", "measure", "figure")
}
"""Words that find room in a square of a map."""


def fills_at(page: ComposedPage, pointer: str) -> list[Mark]:
    """The filled outlines that stand for a datum."""
    return [m for m in marks_on(page.page) if m.path.fill is not None and m.pointer == pointer]


def area_of(mark: Mark) -> float:
    """The area of an outline, its curves as cubics (Green's theorem, Simpson's rule is exact)."""
    total, start, at = 0.0, (0.0, 0.0), (0.0, 0.0)
    for kind, numbers in mark.path.segments:
        if kind == "M":
            start = at = (numbers[0], numbers[1])
        elif kind == "L":
            total += at[0] * numbers[1] - numbers[0] * at[1]
            at = (numbers[0], numbers[1])
        elif kind == "C":
            points = [at, *zip(numbers[::2], numbers[1::2], strict=True)]
            steps = [_cubic(points, i / 64) for i in range(65)]
            total += sum(x * y2 - x2 * y for (x, y), (x2, y2) in pairwise(steps))
            at = (numbers[4], numbers[5])
        else:
            total += at[0] * start[1] - start[0] * at[1]
            at = start
    return abs(total) / 2


def _cubic(points: Sequence[tuple[float, float]], t: float) -> tuple[float, float]:
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t * t * (1 - t), t**3)
    return (
        sum(w * x for w, (x, _) in zip(weights, points, strict=True)),
        sum(w * y for w, (_, y) in zip(weights, points, strict=True)),
    )


def errors_of(make: Callable[[], ComposedPage]) -> list[Diagnostic]:
    """What a page that cannot be made says."""
    with pytest.raises(SpecError) as caught:
        make()
    return [one for one in caught.value.diagnostics if one.severity is Severity.ERROR]
