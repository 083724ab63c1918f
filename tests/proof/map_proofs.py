"""Rates as colours, totals as areas, places where they lie: on a base of squares of one degree."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Mapping
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from device_pages import ACCENT, BLACK, LAND, Case
from hypothesis import strategies as st
from proof import AREA, TRUE, Proof, across
from random_data import names, number
from written_marks import Mark, Sheet

NAMES = ("甲县", "乙县", "丙县", "丁县", "戊县", "己县")


@cache
def folder() -> Path:
    """Where the base lies, for the whole run."""
    made = tempfile.TemporaryDirectory()
    _KEPT.append(made)
    features = [
        {
            "type": "Feature",
            "properties": {"name": name},
            "geometry": {
                "type": "Polygon",
                "coordinates": [[[10 + n, 0], [11 + n, 0], [11 + n, 1], [10 + n, 1], [10 + n, 0]]],
            },
        }
        for n, name in enumerate(NAMES)
    ]
    whole = {"type": "FeatureCollection", "features": features}
    (Path(made.name) / "base.geojson").write_text(json.dumps(whole), encoding="utf-8")
    return Path(made.name)


_KEPT: list[Any] = []


def base() -> dict[str, str]:
    return {"file": str(folder() / "base.geojson"), "approval": "虚S(2026)001号"}


@st.composite
def measured(draw: st.DrawFn, unit: str, *, signed: bool) -> Case:
    power = draw(st.sampled_from([-2, -1, 0, 1, 3]))
    digits = [draw(st.one_of(st.none(), st.integers(0, 900))) for _ in NAMES]
    column = [
        None if one is None else number(one, power, signed and draw(st.booleans()))
        for one in digits
    ]
    if not any(column):
        column[0] = 3
    rows = [[name, value] for name, value in zip(NAMES, column, strict=True)]
    chart = {"measure": {"what": "数", "unit": unit}, "base": base()}
    return Case(("地区", "数"), rows, chart, root=folder())


def shapes_of(sheet: Sheet) -> dict[int, Mark]:
    """The square of each name that has a colour, by the borders' extent."""
    borders = max((m for m in sheet.stroked(BLACK) if m.width < 0.3), key=lambda m: m.box.width)
    pitch = borders.box.width / len(NAMES)
    found = {}
    for mark in sheet.marks:
        is_square = abs(mark.box.width - pitch) < 1 and abs(mark.box.height - pitch) < 2
        if mark.fill is not None and is_square:
            at = int((mark.box.middle[0] - borders.box.left) / pitch)
            assert abs(mark.box.left - borders.box.left - at * pitch) < 1, "not in its place"
            found[at] = mark
    return found


def rates_hold(sheet: Sheet, case: Case) -> None:
    """Of two places above 0 the one with the greater rate is no paler; below 0 likewise."""
    shapes = shapes_of(sheet)
    known = [(row[1], shapes[at]) for at, row in enumerate(case.rows) if row[1] is not None]
    for side in (1, -1):
        found = sorted(((value * side, sum(m.fill or ())) for value, m in known
                        if value * side >= 0 and (value or side > 0)))  # fmt: skip
        for (one, pale), (other, dark) in pairwise(found):
            assert dark >= pale - 0.001 or one == other, (found, side)
    for (one, a), (other, b) in pairwise(sorted(known, key=lambda pair: pair[0])):
        assert one != other or a.fill == b.fill, "equal rates differ"


def circles_hold(sheet: Sheet, case: Case) -> None:
    """Areas as the totals, each in its own square."""
    discs = across([m for m in sheet.filled(ACCENT) if m.is_curved])
    known = [(at, float(row[1])) for at, row in enumerate(case.rows) if row[1]]
    (land,) = sheet.filled(LAND)
    most = max(value for _, value in known)
    share = max(m.area for m in discs) / most
    seen = [(at, value) for at, value in known if value * share > 0.05]
    assert len(discs) >= len(seen), (len(discs), known)
    if len(discs) == len(known):
        for (at, value), disc in zip(known, discs, strict=True):
            assert abs(disc.area - value * share) <= max(AREA * value * share, 0.02)
            west = land.box.left + land.box.width * at / len(NAMES)
            east = west + land.box.width / len(NAMES)
            assert abs(disc.box.middle[0] - (west + east) / 2) < 1, "not in its square"


@st.composite
def lying(draw: st.DrawFn) -> Case:
    count = draw(st.integers(1, 8))
    labels = draw(names(count, 6))
    places = [
        {"name": name, "at": [draw(st.integers(1005, 1595)) / 100, draw(st.integers(5, 95)) / 100]}
        for name in labels
    ]
    block = {"places": {"$data": "/places"}, "base": {"$data": "/base"}}
    return Case(story={"places": places, "base": base()}, block=block, root=folder())


def places_hold(sheet: Sheet, case: Case) -> None:
    """A dot a place, at its share of the map's width and height."""
    (land,) = sheet.filled(LAND)
    box = land.box
    discs = [m for m in sheet.filled(ACCENT) if m.is_curved]
    places = case.story["places"]
    assert len(discs) >= len(places)
    assert max(m.box.width for m in discs) - min(m.box.width for m in discs) < TRUE
    for place in places:
        east, north = place["at"]
        x = box.left + box.width * (east - 10) / len(NAMES)
        y = box.bottom - box.height * north
        near = min(max(abs(m.box.middle[0] - x), abs(m.box.middle[1] - y)) for m in discs)
        # The projection bends a map of six degrees by less than this.
        assert near < 0.02 * box.height + 0.3, (place, near)


def list_holds(sheet: Sheet, case: Case) -> None:
    """Every place with its number, in the story's order."""
    for place in case.story["places"]:
        assert place["name"] in sheet.text
    for at in range(1, len(case.story["places"]) + 1):
        assert any(word.text.startswith(str(at)) for word in sheet.words)


PROOFS: Mapping[str, Proof] = {
    "value-map": Proof(measured("%", signed=True), rates_hold),
    "circle-map": Proof(measured("万人", signed=False), circles_hold),
    "locator": Proof(lying(), places_hold, over=3.5),
    "place-list": Proof(lying(), list_holds),
}
