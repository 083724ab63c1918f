"""Base maps for tests: squares in degrees, and the example's invented province."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from infographic.foundation.base_map import BaseMap
from infographic.graphics.maps.read import read_base

PROVINCE = Path(__file__).parents[3] / "examples" / "province-map"


def province(kind: str = "geojson") -> BaseMap:
    return read_base((PROVINCE / f"lanchuan.{kind}").read_bytes())


def box(west: float, south: float, east: float, north: float) -> list[list[float]]:
    """A closed ring."""
    return [[west, south], [east, south], [east, north], [west, north], [west, south]]


def feature(name: str, coordinates: Any, kind: str = "Polygon", **properties: Any) -> Any:
    return {
        "type": "Feature",
        "properties": {"name": name, **properties},
        "geometry": {"type": kind, "coordinates": coordinates},
    }


def collection(*features: Any, **more: Any) -> bytes:
    return json.dumps({"type": "FeatureCollection", "features": features, **more}).encode()


def squares(*names: str) -> bytes:
    """Squares of one degree side by side, from 10° east on the equator's north."""
    return collection(*(feature(name, [box(10 + n, 0, 11 + n, 1)]) for n, name in enumerate(names)))
