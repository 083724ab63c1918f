"""Base maps: rings that break off, arcs in a circle, positions nowhere."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import Any

from hostile.case import Case, Content, layout

MAP = layout({"type": "graphic", "chart": {"$data": "/charts/0"}, "kind": "value-map"})
SQUARE = [[[10, 10], [11, 10], [11, 11], [10, 11], [10, 10]]]


def story(file: Any = "base.geojson") -> dict[str, Any]:
    base = {"file": file, "approval": "GS(2024)0650号"}
    rows = {"columns": ["县", "%"], "rows": [["甲", 1], ["乙", 2]]}
    return {
        "headline": "大",
        "charts": [{"title": "a", "data": rows, "base": base, "values": "rate"}],
    }


def geo(geometry: Any, **properties: Any) -> dict[str, Any]:
    features = [
        {"type": "Feature", "properties": {"name": name, **properties}, "geometry": geometry}
        for name in ("甲", "乙")
    ]
    return {"type": "FeatureCollection", "features": features}


def polygon(coordinates: Any) -> dict[str, Any]:
    return geo({"type": "Polygon", "coordinates": coordinates})


def topology(arcs: Any, used: Any, **more: Any) -> dict[str, Any]:
    geometries = [
        {"type": "Polygon", "arcs": used, "properties": {"name": name}} for name in ("甲", "乙")
    ]
    objects = {"a": {"type": "GeometryCollection", "geometries": geometries}}
    return {"type": "Topology", "objects": objects, "arcs": arcs, **more}


def deep(levels: int) -> dict[str, Any]:
    """Collections in collections, as deep as JSON may be."""
    made: dict[str, Any] = {"type": "Polygon", "coordinates": SQUARE}
    for _ in range(levels):
        made = {"type": "GeometryCollection", "geometries": [made]}
    return geo(made)


def noise(corners: int) -> list[list[list[float]]]:
    """A ring that crosses itself everywhere, the same each time."""
    return [[[10 + (n * 7919 % 9973) / 1e4, 10 + (n * 6101 % 9967) / 1e4] for n in range(corners)]]


BASES: Mapping[str, Content | Callable[[], Content]] = {
    "empty": "",
    "null": "null",
    "type-missing": {},
    "features-none": {"type": "FeatureCollection", "features": []},
    "features-a-number": {"type": "FeatureCollection", "features": 1},
    "features-null": {"type": "FeatureCollection", "features": [None, 1, "a", []]},
    "geometry-null": geo(None),
    "geometry-unknown": geo({"type": "Blob", "coordinates": SQUARE}),
    "ring-short": polygon([[[10, 10], [11, 11]]]),
    "ring-a-point": polygon([[[10, 10]] * 5]),
    "ring-open": polygon([SQUARE[0][:-1]]),
    "ring-of-texts": polygon([[["10", "10"]] * 4]),
    "ring-not-a-list": polygon(1),
    "positions-nowhere": polygon([[[1e308, 1e308], [-1e308, 0], [0, -1e308], [1e308, 1e308]]]),
    "positions-at-the-poles": polygon([[[0, 90], [180, 90], [-180, -90], [0, 90]]]),
    "positions-round-the-date-line": polygon(
        [[[179, 0], [-179, 0], [-179, 1], [179, 1], [179, 0]]]
    ),
    "positions-nan": json.dumps(polygon([[[float("nan"), 0]] * 4])),
    "names-a-million": lambda: geo(
        {"type": "Polygon", "coordinates": SQUARE}, name="甲" * 1_000_000
    ),
    "name-controlled": geo({"type": "Polygon", "coordinates": SQUARE}, name="\x1b[31m甲\u202e"),
    "collections-deep": deep(45),
    "arcs-missing": topology([], [[0]]),
    "arcs-below": topology([[[0, 0], [1, 1], [2, 0]]], [[-99]]),
    "arcs-of-texts": topology([["a"]], [["b"]]),
    "arcs-scaled-1e308": topology(
        [[[1, 1], [9, 9], [1, 9]]], [[0]], transform={"scale": [1e308, 1e308], "translate": [0, 0]}
    ),
    "arcs-scaled-by-nothing": topology(
        [[[1, 1], [9, 9], [1, 9]]], [[0]], transform={"scale": [0, 0], "translate": ["a", None]}
    ),
    "arcs-used-100000-times": lambda: topology(
        [[[0, 0]] + [[1, n % 3] for n in range(1_000)]], [[0] * 100_000]
    ),
    "ring-noisy-20000": lambda: polygon(noise(20_000)),
    "ring-noisy-400000": lambda: polygon(noise(400_000)),
    "features-20000": lambda: {
        "type": "FeatureCollection",
        "features": [
            {
                "type": "Feature",
                "properties": {"name": f"n{n}"},
                "geometry": {"type": "Polygon", "coordinates": SQUARE},
            }
            for n in range(20_000)
        ],
    },
    "holes-20000": lambda: polygon(
        [*SQUARE, *([[[10.1, 10.1], [10.2, 10.1], [10.2, 10.2], [10.1, 10.1]]] * 20_000)]
    ),
    "svg-broken": "<svg><path d='M0 0'/>",
    "svg-of-a-file": "<!DOCTYPE s [<!ENTITY a SYSTEM '../outside/secret.txt'>]><svg xmlns='http://www.w3.org/2000/svg'><title>&a;</title></svg>",
}


def _cases() -> Iterator[Case]:
    for name, base in BASES.items():
        file = "base.svg" if name.startswith("svg") else "base.geojson"
        files = {file: base, "story.json": story(file), "small.json": MAP}
        call = ("check", "story.json", "-l", "small.json")
        yield Case(f"map-{name}", files, call, (0, 3), heavy=callable(base))
    for name, asked in (
        ("a-list", ["a"]),
        ("itself", "story.json"),
        ("layered", {"path": "base.geojson", "layer": "\0", "names": 1}),
    ):
        files = {"base.geojson": polygon(SQUARE), "story.json": story(asked), "small.json": MAP}
        yield Case(f"map-file-{name}", files, ends=3)


CASES = tuple(_cases())
