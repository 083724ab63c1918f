"""Of maps and their base files."""

from __future__ import annotations

CODES: dict[str, str] = {
    "map-approval": """\
The number of the map's approval (审图号) is missing, or is not written as one.
In China a map that is published is reviewed (地图管理条例, article 15). The authority's standard
maps may be used as they are, with their number printed. One that is projected anew, cropped or
coloured is another map: it is sent for review, and gets a number of its own.
    "base": {"file": "map.geojson", "approval": "GS(2024)0650号", "own_approval": "GS(2026)…号"}""",
    "map-labels": """\
Some names have no room on the map and are left out.
What the title is about is named first. A larger map, or short names, make room:
    "names": {"雁埠苗族自治县": "雁埠"}""",
    "map-empty": """\
The base map has no areas and no lines, so that there is nothing to draw.
A file of points alone is no base: give it as places, on a base with areas.""",
    "map-form": """\
The base map is no GeoJSON, TopoJSON or SVG as its standard has them.
RFC 7946 and the TopoJSON specification say what they hold. The place in the file is named: a base
that was edited by hand or cut off on its way is best exported again.""",
    "map-layer": """\
A TopoJSON file has several layers, and which one is the map is not said.
    "base": {"file": "province.topojson", "layer": "counties", …}""",
    "map-missing": """\
The base map's file is not there.
A path starts from the folder of the file that names it. Nothing is fetched from a network.""",
    "map-names": """\
The base has no names in the property that was said.
Places are found by their names, in “name”, “NAME”, “名称”, “XZQMC” and others that are usual. Where
yours are in another property, say which:
    "base": {"file": "counties.geojson", "names": "XIAN_MC", …}""",
    "map-place": """\
A place of the data or the story is not on the map, or may be several of its places.
Names are compared whole, and with and without 市, 县, 区, 自治州: 恩施 finds 恩施土家族苗族自治州.
青河区 does not find 青河县: one of the two may be a mistake. A place may be named by its code.""",
    "map-projected": """\
The base map's coordinates are no degrees.
The map is projected here, by an equal-area projection made for its extent, and so needs longitude
and latitude. Export it from the GIS as GeoJSON in WGS 84 (EPSG 4326) or CGCS2000 (EPSG 4490).""",
    "map-ring": """\
The outline of an area is not closed, or has too few positions to be one.
It is not left out, nor mended by a guess: a map with an island less is a false map.""",
    "map-shape": """\
An entry of the base map has no shape.
It cannot be drawn and no value can be shown there.""",
    "map-svg": """\
Something of an SVG base is left out, or cannot be read.
Of an SVG the shapes are drawn that have a name: their title or id, or that of their group. Texts,
pictures and unnamed shapes (a frame, the sea) are left out. It has no coordinates, so that places
are found by name only, and there is no scale bar.
    <path id="青河县" d="…"/>""",
    "map-too-large": """\
The base map is larger than can be drawn in the time of a page.
On a page 0.1 pt is the least that is seen: simplify the base, with its shared borders kept.""",
    "map-unreadable": """\
The system will not let the base map be read: a permission, or a name it does not take.""",
}
