"""Bases of maps that ask for more than they hold: arcs without end, noise, slivers."""

from __future__ import annotations

import json
import random
from typing import Any

import pytest
from conftest import Limited

from infographic.foundation.diagnostics import SpecError
from infographic.foundation.geometry import Size
from infographic.graphics.maps import outlines, read, rings, simplified
from infographic.graphics.maps.faults import MapError
from infographic.graphics.maps.outlines import fitted
from infographic.graphics.maps.read import read_base

SQUARE = [[100, 30], [101, 30], [101, 31], [100, 31], [100, 30]]


def geojson(*outlines: list[Any]) -> bytes:
    features = [
        {"type": "Feature", "properties": {"name": f"县{number}"},
         "geometry": {"type": "Polygon", "coordinates": [ring]}}
        for number, ring in enumerate(outlines)
    ]  # fmt: skip
    return json.dumps({"type": "FeatureCollection", "features": features}).encode()


def noise(count: int) -> list[tuple[float, float]]:
    chance = random.Random(7)
    return [(100 + chance.random(), 30 + chance.random()) for _ in range(count)]


def limit_of(data: bytes) -> str:
    with pytest.raises(MapError) as caught:
        read_base(data)
    return str(caught.value.saying.values["limit"])


def test_an_arc_counts_as_often_as_it_is_named(limited: Limited) -> None:
    limited({"map-positions": 1000})
    for arcs in ([[0] * 10_000], [[0]] * 10_000):
        rings_of = {"type": "Polygon", "properties": {"name": "甲"}, "arcs": arcs}
        whole = {"type": "Topology", "arcs": [SQUARE], "objects": {"a": rings_of}}
        assert limit_of(json.dumps(whole).encode()) == "map-positions"


def test_more_positions_than_may_be_are_not_unpacked(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    limited({"map-positions": 1000})
    monkeypatch.setattr(read, "_read", None)
    assert limit_of(geojson(noise(3000))) == "map-positions"


def test_noise_is_gone_through_so_many_times(monkeypatch: pytest.MonkeyPatch) -> None:
    looked: list[int] = []
    farthest = simplified._farthest
    monkeypatch.setattr(
        simplified, "_farthest",
        lambda line, start, end: looked.append(end - start) or farthest(line, start, end),
    )  # fmt: skip
    # The worst that there is: each point is the farthest of those that are left.
    spiral = [(float(n), (2000.0 - n) * (-1) ** n) for n in range(2000)]
    made = simplified.simplified(spiral, 0.1)
    assert sum(looked) <= 2000 * (simplified.DEEPEST + 2)
    assert made[0] == spiral[0] and made[-1] == spiral[-1] and len(made) == 2000


def test_what_is_too_fine_to_be_drawn_is_refused_where_the_story_names_it(
    limited: Limited,
) -> None:
    base = read_base(geojson([*(ring := noise(3000)), ring[0]], SQUARE))
    assert fitted(base, Size(300, 300)).shapes
    limited({"map-drawn": 1000})
    with pytest.raises(SpecError) as caught:
        fitted(base, Size(300, 300))
    assert caught.value.diagnostics[0].limit == "map-drawn"
    assert "simplify the base" in str(caught.value)


def test_what_stays_too_fine_is_made_simpler_once(
    limited: Limited, monkeypatch: pytest.MonkeyPatch
) -> None:
    base = read_base(geojson([*(ring := noise(3000)), ring[0]], SQUARE))
    tried: list[float] = []
    once = outlines.simplified
    monkeypatch.setattr(
        outlines, "simplified", lambda line, far: tried.append(far) or once(line, far)
    )
    limited({"map-drawn": 1000})
    with pytest.raises(SpecError):
        fitted(base, Size(299, 299))
    assert set(tried) == {outlines.TOLERANCE}


def test_the_inner_point_of_noise_is_looked_for_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    distance = rings.distance_to_edge
    monkeypatch.setattr(
        rings, "distance_to_edge",
        lambda polygon, point: asked.append(len(polygon[0])) or distance(polygon, point),
    )  # fmt: skip
    monkeypatch.setattr(rings, "MOST_ASKED", 100_000)
    rings.inner_point([[(x * 300, y * 300) for x, y in noise(1000)]], 1e-9)
    assert sum(asked) <= 100_000 + 1000 * (rings.MOST_SQUARES + rings.LEAST_ASKED)
    asked.clear()
    # A sliver is not looked at in a billion squares.
    rings.inner_point([[(0.0, 0.0), (1e6, 0.0), (1e6, 1e-6), (0.0, 1e-6)]], 0.25)
    assert len(asked) <= rings.MOST_SQUARES + 5
