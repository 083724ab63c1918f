"""Rates on a map: places in at most five steps of one hue, of two round 0 (graphics.md 4.12)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from infographic.blocks.devices.device import Device, Drawn, Room
from infographic.blocks.devices.maps.class_key import Painted, class_entries, hatch_color
from infographic.blocks.devices.maps.found import main_shape, rows_on
from infographic.blocks.devices.maps.ground import (
    Ground,
    approval_doubts,
    area,
    borders,
    credit,
    outlined_shape,
    refuses_base,
)
from infographic.blocks.devices.maps.keys import least_map
from infographic.blocks.devices.maps.ranked_list import RankedList, ranked_list
from infographic.blocks.devices.maps.settled import settled
from infographic.blocks.devices.maps.tags import (
    MOST_BESIDE,
    Standing,
    Tag,
    Wanting,
    beside_their_shapes,
    drawn_tags,
    haloes,
    numeral,
    tag_of,
)
from infographic.display.frame import Frame
from infographic.display.items import Join, Placed, Stroke
from infographic.foundation.color import Color, on_screen
from infographic.foundation.datum import Origin
from infographic.foundation.diagnostics import Diagnostic, Severity
from infographic.foundation.geometry import Point, Size
from infographic.foundation.record.tuples import NamedTuple
from infographic.foundation.sayings import Saying, say
from infographic.graphics.contrast import ink_on
from infographic.graphics.hatch import hatched
from infographic.graphics.lettering import lettered
from infographic.graphics.look import Look, tinted
from infographic.graphics.maps.classes import classes_of
from infographic.graphics.maps.inside import box_inside
from infographic.graphics.maps.outlines import inner_point_of
from infographic.graphics.maps.rates import is_rate
from infographic.graphics.subject import Subject
from infographic.graphics.words import word

PALE, PALE_IN_PRINT = 0.5, 0.1
"""Of a hue's strength: on less, black words stand without a halo. On newsprint a tenth leaves them
4 : 1."""


def refuses(subject: Subject) -> Saying | None:
    wrong = refuses_values(subject)
    if wrong is not None:
        return wrong
    if not is_rate(subject):
        return say("graphic-refuses/total", name=subject.series[0].name)
    return None


def refuses_values(subject: Subject) -> Saying | None:
    """What no map of values shows: no base, no values, several columns of them."""
    wrong = refuses_base(subject)
    if wrong is not None:
        return wrong
    if len(subject.series) != 1:
        return say("graphic-refuses/one-series", count=len(subject.series))
    if not subject.series[0].present:
        return say("graphic-refuses/no-values")
    return None


def least(subject: Subject, look: Look) -> Size:
    classes = classes_of(subject.series[0].present, subject.chart.ticks)
    entries = class_entries(Painted(subject, look, classes, {}), 1)
    return least_map(look, entries)


def draw(subject: Subject, look: Look, room: Room) -> Drawn:
    base = subject.base
    assert base is not None
    series = subject.series[0]
    found = rows_on(base.file, subject)
    classes = classes_of(series.present, subject.chart.ticks)
    painted = Painted(subject, look, classes, found.shapes)
    with_value = {n for row, some in found.shapes.items() if series.values[row] is not None
                  for n in some}  # fmt: skip
    empty = [n for n, shape in enumerate(base.file.shapes)
             if shape.polygons and n not in with_value]  # fmt: skip
    entries = class_entries(painted, len(empty))
    ground, foot = settled(base.file, room, entries, look, subject.language)
    ground, named, beside = _named(painted, ground, room)
    items = [
        *_areas(painted, ground, empty),
        *_outlines(painted, ground, empty, base.origin),
        *drawn_tags(named.standing, look),
        *foot.drawn(room.width, ground.room.height, look, subject.origin),
    ]
    height = ground.room.height + foot.height
    faults = [*found.faults, *approval_doubts(base)]
    if beside is not None:
        at = Point(ground.room.width + look.em * 2, 0)
        if room.height is None:
            at = Point(0, height + look.em * 0.6)
            height = at.y + beside.size.height
        items += [Placed(one.moved(*at), item, origin) for one, item, origin in beside.items]
        faults += beside.faults
    elif named.left_out:
        items += _minuses(painted, ground, named.left_out)
        names = [subject.names[row] for row in named.left_out]
        saying = say("map-labels/none", count=len(names), names=names)
        faults.append(Diagnostic(saying, subject.origin, severity=Severity.NOTE))
    return Drawn(Frame(Size(room.width, height), tuple(items), tuple(faults)), _said(painted))


def _said(painted: Painted) -> tuple[str, ...]:
    """How the steps were found, and the map's number."""
    classes, subject = painted.classes, painted.subject
    assert subject.base is not None
    number = credit(subject.base, subject.language)
    if len(classes.counts) == 1:
        return (number,)
    key = {"equal": "map-equal", "quantile": "map-quantile", "own": "map-own"}[classes.method]
    return word(key, subject.language), number


class _Named(NamedTuple):
    """Words with their places, and the rows that found none."""

    standing: list[Standing]
    left_out: list[int]


def _named(
    painted: Painted, ground: Ground, room: Room
) -> tuple[Ground, _Named, RankedList | None]:
    """The names on the map; where some have no room, with a list beside the map, or below it where
    there is height, whose numbers stand in the shapes."""
    named = _labels(painted, ground)
    if not named.left_out:
        return ground, named, None
    em = painted.look.em
    if room.height is None:
        beside = ranked_list(painted, room.width, None)
    else:
        free = room.width - ground.map.size.width - em * 4
        beside = ranked_list(painted, free, ground.room.height)
    if beside is None:
        return ground, named, None
    if room.height is not None:
        most = ground.map.size.width + em * 10
        ground = ground.narrowed(min(room.width - beside.size.width - em * 2, most))
        named = _labels(painted, ground)
    numbers = _numbers(painted, ground, named, beside.ranks)
    return ground, _Named([*named.standing, *numbers], named.left_out), beside


def _outlines(
    painted: Painted, ground: Ground, empty: Sequence[int], origin: Origin
) -> list[Placed]:
    """Borders, heavy ones round what the title is about."""
    look, subject = painted.look, painted.subject
    items = borders(ground, look, origin)
    # On a screen borders are paper: round an area without a tint they would be no line.
    rim = Stroke(hatch_color(look), look.of(0.25, 2), join=Join.BEVEL)
    for number in empty:
        items += outlined_shape(ground, number, rim, origin)
    heavy = Stroke(look.ink, look.of(1.2, 4), join=Join.BEVEL)
    for row in sorted(subject.highlighted & painted.shapes.keys()):
        for number in painted.shapes[row]:
            items += outlined_shape(ground, number, heavy, subject.at(row))
    return items


def _areas(painted: Painted, ground: Ground, empty: Sequence[int]) -> list[Placed]:
    subject, look = painted.subject, painted.look
    items: list[Placed] = []
    lined: list[int] = []
    for row, numbers in painted.shapes.items():
        if painted.values[row] is None:
            continue
        step = painted.step_of(row)
        items += area(ground, numbers, painted.color(step), subject.at(row))
        if painted.is_hatched(step):
            lined += numbers
    width, color = look.of(0.5, 2), hatch_color(look)
    items += hatched(_rings(ground, lined), color, subject.origin, width=width, lean="falling")
    items += hatched(_rings(ground, empty), color, subject.origin, width=width)
    return items


def _rings(ground: Ground, numbers: Sequence[int]) -> list[list[Point]]:
    return [
        [ground.on_page(x, y) for x, y in ring]
        for number in numbers
        for polygon in ground.map.shapes[number].polygons
        for ring in polygon
    ]


# Words on the map


def _labels(painted: Painted, ground: Ground) -> _Named:
    """Names and values inside their own shapes, else on a leader, what the title is about first;
    and the rows that find no room."""
    subject, look = painted.subject, painted.look
    inside: list[Standing] = []
    wanting: list[Wanting] = []
    rows = sorted(painted.shapes, key=lambda row: (row not in subject.highlighted, row))
    for row in rows:
        number = main_shape(ground, painted.shapes[row])
        tag = _tag(painted, row)
        box = box_inside(ground.map, number, tag.size)
        if box is not None:
            value = painted.values[row]
            pale = value is not None and _is_pale(painted, painted.step_of(row))
            ink = _ink_on(painted, row)
            if ink != look.ink:
                # Paper on a dark area is its own halo.
                tag, pale = _tag(painted, row, ink), True
            inside.append(Standing(tag, ground.moved(box), is_on_pale=pale))
        else:
            (x, y), far = inner_point_of(ground.map, number)
            claimed = row in subject.highlighted
            at = ground.on_page(x, y)
            wanting.append(Wanting(tag, at, max(far, look.of(2, 6)), row, claimed))
    beside, left_out = beside_their_shapes(wanting[:MOST_BESIDE], inside, ground, look)
    left_out += [want.row for want in wanting[MOST_BESIDE:]]
    return _Named([*inside, *beside], left_out)


def _numbers(
    painted: Painted, ground: Ground, named: _Named, ranks: Mapping[int, int]
) -> list[Standing]:
    """In shapes without room for their names the numbers that they have in the list."""
    look = painted.look
    inside: list[Standing] = []
    wanting: list[Wanting] = []
    for row in named.left_out:
        number = main_shape(ground, painted.shapes[row])
        at = painted.subject.at(row)
        tag = tag_of(look, numeral(ranks[row], look.strong, at))
        box = box_inside(ground.map, number, tag.size)
        if box is not None:
            ink = _ink_on(painted, row)
            is_dark = ink != look.ink
            if is_dark:
                strong = look.recolored(ink, look.accent).strong
                tag = tag_of(look, numeral(ranks[row], strong, at))
            inside.append(Standing(tag, ground.moved(box), is_on_pale=is_dark))
        else:
            (x, y), far = inner_point_of(ground.map, number)
            wanting.append(Wanting(tag, ground.on_page(x, y), far, row, is_claimed=True))
    beside, _ = beside_their_shapes(wanting, [*named.standing, *inside], ground, look)
    return [*inside, *beside]


def _is_pale(painted: Painted, step: int) -> bool:
    least = PALE_IN_PRINT if painted.look.is_print else PALE
    return painted.classes.share(step) < least and not painted.is_hatched(step)


def _ink_on(painted: Painted, row: int) -> Color:
    """Of words inside an area: on a screen paper where the area is too dark for ink."""
    look = painted.look
    if look.is_print or painted.values[row] is None:
        return look.ink
    ground = painted.color(painted.step_of(row))
    return ink_on(ground, (look.ink, look.paper), on_screen)[0]


def _tag(painted: Painted, row: int, ink: Color | None = None) -> Tag:
    subject, look = painted.subject, painted.look
    if ink is not None:
        look = look.recolored(ink, look.accent)
    style = look.strong if row in subject.highlighted else look.label
    name = lettered(subject.names[row], style, subject.name_at(row))
    return tag_of(look, name, lettered(subject.said(row, unit=False), look.strong))


def _minuses(painted: Painted, ground: Ground, rows: Sequence[int]) -> list[Placed]:
    """A fall is told by its sign too, never by its hue alone."""
    found: list[Placed] = []
    for row in rows:
        value = painted.values[row]
        if value is not None and value < 0:
            number = main_shape(ground, painted.shapes[row])
            x, y = ground.on_page(*inner_point_of(ground.map, number)[0])
            ink = _ink_on(painted, row)
            style = tinted(painted.look.strong, ink)
            sign = list(lettered("−", style, painted.subject.at(row)).middle(x, y, 0.5))
            if ink == painted.look.ink and not _is_pale(painted, painted.step_of(row)):
                found += haloes(sign, painted.look)
            found += sign
    return found


DEVICE = Device("value-map", refuses, least, draw, ("circle-map", "bars"))
