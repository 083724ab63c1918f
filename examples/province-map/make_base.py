"""Make this story's base map: 岚川省, a province that never was, in an ocean where no land lies.

Run it from anywhere; it writes `lanchuan.geojson` and `lanchuan.topojson` beside itself, the same
bytes each time. Twelve places: ten share borders, 岚阳市 lies wholly inside 霁山县 (an enclave),
and 青屿县 is an archipelago with an islet that a careless simplification would lose.
"""

from __future__ import annotations

import itertools
import json
import math
import random
from pathlib import Path

HERE = Path(__file__).resolve().parent
SEED = 20_261
WEST, SOUTH, EAST, NORTH = 150.2, 29.6, 154.6, 33.4
PLACES = (
    ("云浦市", 150.9, 32.75), ("松棱县", 151.95, 32.7), ("白砻县", 152.95, 32.8),
    ("鹿汀县", 150.8, 31.75), ("霁山县", 151.95, 31.55), ("棠埠市", 153.2, 31.85),
    ("禾浦县", 151.05, 30.55), ("枫塘县", 152.15, 30.35), ("雁埠苗族自治县", 153.2, 30.8),
    ("银渚市", 154.05, 32.7),
)  # fmt: skip
ENCLAVE = ("岚阳市", 152.05, 31.62, 0.17)
ISLANDS = ("青屿县", ((154.25, 30.35, 0.14), (154.42, 30.66, 0.05), (154.5, 30.05, 0.006)))

Xy = tuple[float, float]


COAST = (
    (150.3, 32.9), (150.7, 33.22), (151.3, 33.1), (151.8, 33.33), (152.4, 33.2), (152.85, 33.38),
    (153.3, 33.12), (153.75, 33.18), (154.25, 32.95), (154.5, 32.55), (154.3, 32.2), (153.95, 32),
    (153.98, 31.7), (154.3, 31.5), (154.22, 31.15), (153.8, 30.98), (153.6, 30.65), (153.68, 30.3),
    (153.3, 29.97), (152.8, 30.02), (152.4, 29.76), (151.9, 29.84), (151.4, 29.62), (150.98, 29.9),
    (150.78, 30.4), (150.4, 30.7), (150.42, 31.2), (150.22, 31.6), (150.36, 32.1), (150.2, 32.5),
)  # fmt: skip
"""The mainland before its borders are roughened."""


def nearer(polygon: list[Xy], own: Xy, other: Xy) -> list[Xy]:
    """The part of a polygon that lies nearer to one seed than to the other (Sutherland-Hodgman)."""
    nx, ny = other[0] - own[0], other[1] - own[1]
    middle = (own[0] + other[0]) / 2 * nx + (own[1] + other[1]) / 2 * ny

    def side(point: Xy) -> float:
        return point[0] * nx + point[1] * ny - middle

    kept: list[Xy] = []
    for here, after in zip(polygon, polygon[1:] + polygon[:1], strict=True):
        a, b = side(here), side(after)
        if a <= 0:
            kept.append(here)
        if a * b < 0:
            share = a / (a - b)
            kept.append(
                (here[0] + (after[0] - here[0]) * share, here[1] + (after[1] - here[1]) * share)
            )
    return kept


def rough(start: Xy, end: Xy, depth: int, amount: float) -> list[Xy]:
    """A side as rivers and ridges would draw it: its middle moved, and so on in each half.

    The same in either direction, whichever of two neighbours asks. Without its end.
    """
    forward = start <= end
    first, last = (start, end) if forward else (end, start)
    dice = random.Random(f"{SEED} {first[0]:.5f} {first[1]:.5f} {last[0]:.5f} {last[1]:.5f}")
    line = [first, last]
    for _ in range(depth):
        made = []
        for (x, y), (x2, y2) in itertools.pairwise(line):
            push = dice.uniform(-amount, amount)
            made += [(x, y), ((x + x2) / 2 - (y2 - y) * push, (y + y2) / 2 + (x2 - x) * push)]
        line = [*made, line[-1]]
    return (line if forward else line[::-1])[:-1]


def roughened(corners: list[Xy], depth_of: float = 0.0085) -> list[Xy]:
    points: list[Xy] = []
    for here, after in zip(corners, corners[1:] + corners[:1], strict=True):
        long = math.dist(here, after)
        depth = max(1, round(math.log2(long / depth_of))) if long > depth_of else 0
        points += rough(here, after, depth, 0.17)
    return points


def rounded(ring: list[Xy]) -> list[Xy]:
    points = [(round(x, 6), round(y, 6)) for x, y in ring]
    return [here for here, after in zip(points, points[1:] + points[:1], strict=True)
            if here != after]  # fmt: skip


def circle(x: float, y: float, radius: float) -> list[Xy]:
    sides = 9
    return rounded(
        roughened(
            [
                (x + radius * math.cos(i * math.tau / sides) * 1.1,
                 y + radius * math.sin(i * math.tau / sides))
                for i in range(sides)
            ],
            radius / 14,
        )
    )  # fmt: skip


def with_all_corners(cells: list[list[Xy]]) -> list[list[Xy]]:
    """Each cell with its neighbours' corners on its own sides, so that borders are the same."""
    known: list[Xy] = []

    def snapped(point: Xy) -> Xy:
        """The same corner as another cell has it, which may have been cut in another order."""
        for other in known:
            if math.dist(point, other) < 1e-6:
                return other
        known.append(point)
        return point

    cells = [[snapped(point) for point in cell] for cell in cells]
    whole = []
    for cell in cells:
        made: list[Xy] = []
        for here, after in zip(cell, cell[1:] + cell[:1], strict=True):
            long = math.dist(here, after)
            if not long:
                continue
            on = [
                (math.dist(here, point), point)
                for point in known
                if point not in (here, after)
                and abs(math.dist(here, point) + math.dist(point, after) - long) < 1e-9
            ]
            made += [here, *(point for _, point in sorted(on))]
        whole.append(made)
    return whole


def places() -> list[tuple[str, list[list[list[Xy]]]]]:
    """Each place's name and polygons."""
    cells = []
    for number, (_, x, y) in enumerate(PLACES):
        cell = list(COAST)
        for other, (_, x2, y2) in enumerate(PLACES):
            if other != number:
                cell = nearer(cell, (x, y), (x2, y2))
        cells.append(cell)
    made = [
        (name, [[rounded(roughened(cell))]])
        for (name, _, _), cell in zip(PLACES, with_all_corners(cells), strict=True)
    ]
    hole = circle(*ENCLAVE[1:])
    dict(made)["霁山县"][0].append(hole[::-1])
    made.append((ENCLAVE[0], [[hole]]))
    made.append((ISLANDS[0], [[circle(*island)] for island in ISLANDS[1]]))
    return made


def geojson() -> dict[str, object]:
    features = []
    for number, (name, polygons) in enumerate(places()):
        closed = [[[*ring, ring[0]] for ring in rings] for rings in polygons]
        many = len(closed) > 1
        features.append(
            {
                "type": "Feature",
                "properties": {"name": name, "adcode": str(990_101 + number)},
                "geometry": {
                    "type": "MultiPolygon" if many else "Polygon",
                    "coordinates": closed if many else closed[0],
                },
            }
        )
    return {"type": "FeatureCollection", "name": "lanchuan", "features": features}


def topojson() -> dict[str, object]:
    """The same as a topology of 1e5 steps each way."""
    from infographic.graphics.maps.arcs import arcs_of

    steps = 100_000
    scale = ((EAST - WEST + 0.2) / steps, (NORTH - SOUTH + 0.4) / steps)
    corner = (WEST - 0.1, SOUTH - 0.2)

    def step(point: Xy) -> tuple[int, int]:
        return (
            round((point[0] - corner[0]) / scale[0]), round((point[1] - corner[1]) / scale[1])
        )  # fmt: skip

    found = places()
    rings = [(n, tuple(map(step, ring))) for n, (_, polygons) in enumerate(found)
             for rings in polygons for ring in rings]  # fmt: skip
    arcs, numbers = arcs_of(rings)
    each = iter(numbers)
    geometries = []
    for number, (name, polygons) in enumerate(found):
        listed = [[list(next(each)) for _ in rings] for rings in polygons]
        many = len(listed) > 1
        geometries.append(
            {
                "type": "MultiPolygon" if many else "Polygon",
                "arcs": listed if many else listed[0],
                "id": str(990_101 + number),
                "properties": {"name": name},
            }
        )
    packed = []
    for line in arcs.lines:
        x = y = 0
        moves = []
        for px, py in line:
            moves.append([px - x, py - y])
            x, y = px, py
        packed.append(moves)
    return {
        "type": "Topology",
        "transform": {"scale": scale, "translate": corner},
        "objects": {"counties": {"type": "GeometryCollection", "geometries": geometries}},
        "arcs": packed,
    }


def main() -> None:
    for name, whole in (("lanchuan.geojson", geojson()), ("lanchuan.topojson", topojson())):
        text = json.dumps(whole, ensure_ascii=False, separators=(",", ":"))
        (HERE / name).write_text(text + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
