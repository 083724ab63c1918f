"""A base map from the bytes of its file, of whatever kind it is."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from infographic.foundation import limits
from infographic.foundation.base_map import BaseMap
from infographic.foundation.memo import Memo
from infographic.foundation.sayings import say
from infographic.graphics.maps.faults import MapError
from infographic.graphics.maps.geojson import shapes_of, too_many_positions

FEW = 1_000
"""Lists that are none of positions: of features, of rings without a corner."""
_READ: Memo[BaseMap] = Memo("base maps", 8)


def read_base(data: bytes, name_field: str = "", layer: str = "") -> BaseMap:
    """A base map from GeoJSON, TopoJSON or SVG, told apart by their content.

    `name_field` is the property with the places' names and `layer` the object of a topology, both
    "" for what is found. Kept by content. Raises `MapError`.
    """
    if len(data) > limits.most("map-bytes"):
        raise MapError(
            say(
                "map-too-large/bytes",
                mb=len(data) / 1e6,
                most=limits.most("map-bytes") / 1e6,
                limit="map-bytes",
            )
        )
    # Each position is a list: what has more than these hold, as JSON, is not unpacked at all.
    if data.count(b"[") > 1.5 * limits.most("map-positions") + FEW:
        raise too_many_positions()
    digest = hashlib.sha256(data).hexdigest()
    key = (digest, name_field, layer)
    return _READ.get(key) or _READ.put(key, _read(data, key))


def _read(data: bytes, key: tuple[str, str, str]) -> BaseMap:
    _, name_field, layer = key
    whole = _decoded(data)
    if whole.get("type") == "Topology":
        from infographic.graphics.maps.topojson import shapes_of_topology

        shapes, doubts = shapes_of_topology(whole, name_field, layer)
    else:
        shapes, doubts = shapes_of(whole, name_field)
    base = BaseMap("/".join(key), tuple(shapes), doubts=tuple(doubts))
    if not any(shape.polygons or shape.lines for shape in base.shapes):
        raise MapError(say("map-empty"))
    return base


def _decoded(data: bytes) -> dict[str, Any]:
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise MapError(say("map-form/encoding", byte=error.start)) from None
    try:
        whole = json.loads(text, parse_constant=_refused)
    except json.JSONDecodeError as error:
        raise MapError(
            say("map-form/json", reason=error.msg, line=error.lineno, column=error.colno)
        ) from None
    except RecursionError:
        raise MapError(say("map-form/nesting")) from None
    except ValueError as error:
        # An integer of thousands of digits (sys.get_int_max_str_digits).
        raise MapError(say("map-form/number", reason=str(error))) from None
    if not isinstance(whole, dict):
        raise MapError(say("map-form/object"))
    return whole


def _refused(word: str) -> float:
    raise MapError(say("map-form/constant", word=word))
