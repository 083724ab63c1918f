"""Of maps and their base files."""

from __future__ import annotations

EXPORT = "export it again as GeoJSON in longitude and latitude (WGS 84 or CGCS2000)"
AGAIN = "copy it again from its source, or export it anew"

SAYINGS: dict[str, str | tuple[str, str]] = {
    "graphic-refuses/approval": (
        "its base has no 审图号, and a map may not be printed without one"
    ),
    "graphic-refuses/base": "there is no base map",
    "graphic-refuses/no-places": "there are no places",
    "graphic-refuses/rate": "“{name}” is a rate, which circles would add up",
    "graphic-refuses/total": (
        "“{name}” is a total, and in colours the largest places would always lead"
    ),
    "map-approval/form": (
        "“{number}” is not written as a 审图号 is",
        "as on the standard map: GS(2024)0650号, GS京(2022)1061号, 浙S(2023)11号",
    ),
    "map-approval/own": (
        "the map is projected, scaled and coloured here: by the rules for map review that wants a "
        "审图号 of its own, and the base's {number} does not cover it",
        "send the map for review, and give its number as “own_approval”",
    ),
    "map-labels/none": (
        "{count:# name has|# names have} no room on the map: {names}",
        "give the map more room, shorter “names”, or show these in a list",
    ),
    "map-place/outside": (
        "“{name}” at {x:g}, {y:g} lies outside the map, which reaches from {west:.4g} to "
        "{east:.4g} and from {south:.4g} to {north:.4g}",
        "“at” is longitude, then latitude, in degrees",
    ),
    "map-place/parts": (
        "{count} shapes of the map are called “{name}”, without codes: all of them take its value",
        "where they are different places, give the base codes and name the one that is meant",
    ),
    "map-place/plane": (
        "“{name}” has coordinates, and the base is an SVG, which has none",
        "leave “at” away, so that the place is found by its name",
    ),
    "map-place/twice": (
        "“{name}” is the place on the map that “{other}” is, too",
        "a place has one row: take one out, or name the other place",
    ),
    "mend/swap-coordinates": "the other way round, {x:g}, {y:g}, it lies on the map",
    "map-empty": ("no shape of this base has an area or a line: there is nothing to draw", AGAIN),
    "map-form/arc": ("the arc {found} is none of the topology's {count}", AGAIN),
    "map-form/arcs": ("a topology has its “arcs” as a list; this one has none", AGAIN),
    "map-form/constant": ("“{word}” is no number that a position can have", AGAIN),
    "map-form/encoding": (
        "the base is no UTF-8: byte {byte} belongs to no character",
        "save it as UTF-8, which GeoJSON and TopoJSON are",
    ),
    "map-form/feature": ("an object of “type” “Feature” was wanted here", AGAIN),
    "map-form/features": ("a feature collection has its “features” as a list", AGAIN),
    "map-form/geometry": (
        "“{found}” is no geometry that can be drawn",
        "Polygon, MultiPolygon, LineString, MultiLineString, Point, MultiPoint and collections of "
        "them can",
    ),
    "map-form/json": (
        "the base is no whole JSON: {reason} at line {line}, column {column}",
        AGAIN,
    ),
    "map-form/kind": (
        "“type” is “{found}”, which is neither GeoJSON's nor TopoJSON's",
        "a base is a FeatureCollection, a Topology, or an SVG",
    ),
    "map-form/list": ("a list was wanted here", AGAIN),
    "map-form/nesting": ("the base is nested too deeply to be a map", AGAIN),
    "map-form/number": ("a number of the base is too long to be one: {reason}", AGAIN),
    "map-form/object": ("the base is JSON, and no object with a “type”", AGAIN),
    "map-form/objects": ("a topology has its layers in “objects”; this one has none", AGAIN),
    "map-form/position": ("a position was wanted here: [longitude, latitude]", AGAIN),
    "map-form/transform": (
        "“transform” wants a “scale” and a “translate” of two numbers each",
        AGAIN,
    ),
    "map-layer/several": (
        "the topology has several layers: {known}",
        "say which is meant with “layer”",
    ),
    "map-layer/unknown": "there is no layer “{name}” in the topology; it has {known}",
    "map-missing/file": "there is no base map “{name}”",
    "map-missing/folder": "“{name}” is a folder or device, not a base map",
    "map-missing/address": (
        "“{name}” is an address, not a file",
        "nothing is fetched from a network: save the base map beside the story",
    ),
    "map-names/field": (
        "no shape of the base has a name in “{field}”; its properties are {known}",
        "name the property that holds the places' names with “names”",
    ),
    "map-place/several": (
        "“{name}” may be several places of this map: {known}",
        "write the whole name of the one that is meant, or its code",
    ),
    "map-place/several-codes": (
        "{count} shapes are called “{name}”, and their codes differ: {codes}",
        "write the code in place of the name",
    ),
    "map-place/unknown": "there is no place “{name}” on this map",
    "map-projected/crs": ("the base's coordinates are those of “{name}”, not degrees", EXPORT),
    "map-projected/range": (
        "{x:g}, {y:g} is no longitude and latitude, which lie within ±180 and ±90: these are "
        "projected coordinates, in metres for instance",
        EXPORT,
    ),
    "map-projected/swapped": (
        "{x:g}, {y:g} is no longitude and latitude; the other way round it would be one",
        "GeoJSON has the longitude first: export it again, or swap each pair",
    ),
    "map-ring/few": (
        "this ring has {count} positions that differ; an area needs three",
        "take the ring out, or export the base less simplified",
    ),
    "map-ring/line": (
        "this line has {count} positions; it needs two",
        "take the line out, or export the base less simplified",
    ),
    "map-ring/open": (
        "this ring begins at {first} and ends at {last}: its last position must be its first",
        "close the ring in the program that made the base",
    ),
    "map-shape/none": (
        "“{name}” has no shape in the base: it cannot be drawn",
        "take the entry out of the base, or give it its shape",
    ),
    "map-svg/attribute": (
        "“{attribute}” of this {element} cannot be read: {why}",
        "export the base anew, with plain paths",
    ),
    "map-svg/left-out": (
        "of the base only named shapes are drawn: “{kind}” is left out, {count:# time|# times}",
        "give a shape a title or an id where it is a place or a border",
    ),
    "map-svg/no-names": (
        "no shape of this SVG has a title or an id, by which places are found",
        "name the shapes in the program that made it, in their titles or ids",
    ),
    "map-too-large/bytes": (
        "the base has {mb:.0f} MB, more than {most:.0f}",
        "simplify it: what a page shows has a few hundred kB",
    ),
    "map-too-large/drawn": (
        "the borders have {drawn:,} corners at this size, more than {most:,}",
        "simplify the base, draw the map smaller, or show a part of it",
    ),
    "map-too-large/positions": (
        "the base has over {most} positions",
        "simplify it: what a page shows has a few thousand",
    ),
    "map-unreadable": "the base map “{file}” cannot be read ({reason})",
}
