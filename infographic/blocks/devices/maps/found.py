"""Rows and places of a story, found on the base by their names or coordinates."""

from __future__ import annotations

from infographic.blocks.devices.maps.ground import Ground, book_of
from infographic.foundation.base_map import BaseMap
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import say
from infographic.graphics.maps.outlines import inner_point_of
from infographic.graphics.maps.rings import area_of_polygon
from infographic.graphics.subject import Subject, are_codes
from infographic.story.chart import Place


class Found(NamedTuple):
    """Which shapes each row means."""

    shapes: dict[int, list[int]]
    """By row; a place of several shapes has several."""
    faults: tuple[Diagnostic, ...]


def rows_on(base: BaseMap, subject: Subject) -> Found:
    """Each row's shapes; what names none, or names one again, is an error at its cell."""
    book = book_of(base)
    column = subject.table.columns[subject.names_place] if subject.names_place >= 0 else None
    names = subject.names if column is None else column.texts
    # A column of codes beside the names leaves no doubt about them.
    codes = next((one.texts for one in subject.table.columns if are_codes(one)), ())
    shapes: dict[int, list[int]] = {}
    taken: dict[int, str] = {}
    faults = []
    for row, name in enumerate(names):
        code = codes[row] if codes else ""
        numbers, wrong, mend = book.find(code if code in book.codes else name)
        if wrong is None and numbers[0] in taken:
            wrong, mend = say("map-place/twice", name=name, other=taken[numbers[0]]), None
        if wrong is not None:
            faults.append(Diagnostic(wrong, subject.name_at(row), mend))
            continue
        if len(numbers) > 1 and not base.shapes[numbers[0]].code:
            saying = say("map-place/parts", name=name, count=len(numbers))
            faults.append(Diagnostic(saying, subject.name_at(row), severity=Severity.NOTE))
        shapes[row] = numbers
        taken.update(dict.fromkeys(numbers, name))
    return Found(shapes, tuple(faults))


def main_shape(ground: Ground, numbers: list[int]) -> int:
    """Of a place's shapes the largest: there its label stands."""
    if len(numbers) == 1:
        return numbers[0]
    shapes = ground.map.shapes
    return max(numbers, key=lambda n: max(map(area_of_polygon, shapes[n].polygons), default=0.0))


def point_of(ground: Ground, base: BaseMap, place: Place) -> Point | Diagnostic:
    """Where a place lies: at its coordinates, else inside the shape of its name."""
    name = place.name.text
    if place.at is not None:
        if not base.is_geographic:
            return Diagnostic(say("map-place/plane", name=name), place.origin / "at")
        found = ground.map.at(*place.at)
        if found is not None:
            return ground.on_page(*found)
        longitude, latitude = place.at
        swapped = ground.map.at(latitude, longitude) is not None
        extent = ground.map.extent
        saying = say(
            "map-place/outside", name=name, x=longitude, y=latitude,
            west=extent.west, east=extent.east, south=extent.south, north=extent.north,
        )  # fmt: skip
        mend = say("mend/swap-coordinates", x=latitude, y=longitude) if swapped else None
        return Diagnostic(saying, place.origin / "at", mend)
    numbers, wrong, mend = book_of(base).find(name)
    if wrong is not None:
        return Diagnostic(wrong, place.name.origin, mend)
    point, _ = inner_point_of(ground.map, main_shape(ground, numbers))
    return ground.on_page(*point)
