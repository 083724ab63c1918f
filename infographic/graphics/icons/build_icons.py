"""The shipped icons, built from pinned npm packages: `python build_icons.py` in their folder.

Each package is checked against `sources.json`, which also names every icon and the drawing it is
made from; the result against `icons.json`, which `--update` writes anew. The drawings are one
weight and filled: one that has strokes, clips or transforms, that the two fill rules draw
differently, or that is too light or too slight for the set is refused.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tarfile
import tempfile
from collections.abc import Iterable, Sequence
from io import BytesIO
from itertools import pairwise
from math import dist, sqrt
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

FOLDER = Path(__file__).resolve().parent
MANUAL = FOLDER.parents[2] / "docs" / "icons.md"
BOX = 256
"""Icons stand on a box of so many units."""
HULL = 0.56
"""What an icon's convex hull covers of its box, as far as it fits there: a square, a disc and a
bar of this area look equally large, which those of equal height do not."""
LEAST_INK = 0.19
"""Of the box: what has less is an outline among silhouettes."""
LEAST_THICKNESS = 17.0
"""Units: what the strokes of a drawing come to, its ink twice over its outline's length."""

Place = tuple[float, float]
Operation = tuple[str, list[Place]]


def build(sources: Path, folder: Path) -> list[dict[str, Any]]:
    """Every icon, in the order of `sources.json`; the licences are written into the folder."""
    pins = json.loads((FOLDER / "sources.json").read_text("utf-8"))
    contents = {}
    for package in pins["packages"]:
        drawings = {one["file"] for one in pins["icons"] if one["package"] == package["name"]}
        files = unpacked(fetched(package, sources), {package["licence_file"], *drawings})
        contents[package["name"]] = files
        text = files[package["licence_file"]].decode("utf-8")
        licence = folder / "licences" / package["kept_as"]
        licence.parent.mkdir(parents=True, exist_ok=True)
        licence.write_text(text.replace("\r\n", "\n").strip() + "\n", "utf-8")
    versions = {package["name"]: package["version"] for package in pins["packages"]}
    icons = []
    for wanted in pins["icons"]:
        drawing = contents[wanted["package"]][wanted["file"]]
        try:
            path, ink = normal(outlines_of(drawing, wanted.get("outlines")))
        except ValueError as error:
            sys.exit(f"{wanted['name']} ({wanted['file']}): {error}")
        source = f"{wanted['package']}@{versions[wanted['package']]} {wanted['file']}"
        icons.append(
            {key: wanted[key] for key in ("name", "zh", "en")}
            | {"source": source, "ink": ink, "path": path}
        )
    return icons


def fetched(package: dict[str, str], sources: Path) -> bytes:
    """A package's tarball, brought into the folder if it is not there; its bytes are checked."""
    sources.mkdir(parents=True, exist_ok=True)
    stem = package["name"].removeprefix("@").replace("/", "-")
    tarball = sources / f"{stem}-{package['version']}.tgz"
    if not tarball.exists():
        command = ["npm", "pack", "--silent", f"{package['name']}@{package['version']}"]
        subprocess.run(command, cwd=sources, check=True, stdout=subprocess.DEVNULL)
    content = tarball.read_bytes()
    found = hashlib.sha256(content).hexdigest()
    if found != package["sha256"]:
        sys.exit(f"{tarball}: sha256 is {found}, pinned is {package['sha256']}")
    return content


def unpacked(tarball: bytes, wanted: set[str]) -> dict[str, bytes]:
    """Files of a tarball by their paths in its package. Raises `FileNotFoundError`."""
    with tarfile.open(fileobj=BytesIO(tarball)) as files:
        found = {
            path: content.read()
            for member in files
            if (path := member.name.removeprefix("package/")) in wanted
            and (content := files.extractfile(member)) is not None
        }
    if missing := wanted - set(found):
        raise FileNotFoundError(", ".join(sorted(missing)))
    return found


# A drawing


def outlines_of(drawing: bytes, kept: Sequence[int] | None = None) -> list[list[Operation]]:
    """A drawing's outlines in its box of 256 units; `kept`: those of them by their numbers.

    Raises `ValueError` where there is anything but filled paths.
    """
    from fontTools.pens.recordingPen import RecordingPen
    from fontTools.svgLib.path import parse_path

    root = ElementTree.fromstring(drawing)
    left, top, width, height = (float(part) for part in root.attrib["viewBox"].split())
    if (left, top) != (0, 0) or width != height or root.get("fill") not in (None, "currentColor"):
        raise ValueError("its box is no square at 0, or it has a fill of its own")
    pen = RecordingPen()
    for element in root:
        if element.tag.rpartition("}")[2] != "path" or set(element.attrib) - {"d", "id"}:
            raise ValueError(f"{element.tag} {dict(element.attrib)} is no plain path")
        parse_path(element.attrib["d"], pen)
    outlines: list[list[Operation]] = []
    for name, places in pen.value:
        if name == "moveTo":
            outlines.append([])
        scaled = [(x * BOX / width, y * BOX / width) for x, y in places]
        if name == "qCurveTo" and len(scaled) == 2:
            name, scaled = "curveTo", cubic(outlines[-1][-1][1][-1], *scaled)
        outlines[-1].append((name, scaled))
    return [outlines[number] for number in kept] if kept is not None else outlines


def normal(outlines: list[list[Operation]]) -> tuple[str, list[float]]:
    """A drawing as large as the others and in the middle of the box: its path and its ink's box.

    Raises `ValueError` where it does not go with the others.
    """
    polygons = [flattened(outline) for outline in outlines]
    left, top, right, bottom = bounds(polygons)
    hull = abs(area(convex_hull([place for polygon in polygons for place in polygon])))
    scale = min(sqrt(HULL * BOX * BOX / hull), BOX / max(right - left, bottom - top))
    must_go_with_others(polygons, scale)
    dx = BOX / 2 - scale * (left + right) / 2
    dy = BOX / 2 - scale * (top + bottom) / 2
    # A fill closes an outline that is left open.
    letters = {"moveTo": "M", "lineTo": "L", "curveTo": "C", "closePath": "Z", "endPath": "Z"}
    parts = []
    for name, places in (operation for outline in outlines for operation in outline):
        numbers = (n for x, y in places for n in (x * scale + dx, y * scale + dy))
        parts.append(" ".join([letters[name], *map(short, numbers)]))
    ink = [left * scale + dx, top * scale + dy, (right - left) * scale, (bottom - top) * scale]
    return " ".join(parts), [float(short(number)) for number in ink]


def must_go_with_others(polygons: list[list[Place]], scale: float) -> None:
    nonzero, even_odd = inks(polygons)
    if abs(nonzero - even_odd) > 0.002 * nonzero:
        raise ValueError(f"non-zero winding fills {nonzero:.0f} units, even-odd {even_odd:.0f}")
    share = nonzero * scale * scale / (BOX * BOX)
    if share < LEAST_INK:
        raise ValueError(f"too light: ink on {share:.3f} of its box, wanted {LEAST_INK}")
    length = sum(dist(a, b) for polygon in polygons for a, b in sides(polygon))
    thickness = 2 * nonzero / length * scale
    if thickness < LEAST_THICKNESS:
        raise ValueError(f"too slight: {thickness:.1f} units thick, wanted {LEAST_THICKNESS}")


def short(number: float) -> str:
    """
    >>> short(12.0), short(0.504), short(-0.001)
    ('12', '0.5', '0')
    """
    text = f"{number:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


# Geometry


def flattened(outline: list[Operation], steps: int = 16) -> list[Place]:
    """An outline as a polygon. Raises `ValueError` for what is no move, line, curve or close."""
    polygon: list[Place] = []
    for name, places in outline:
        match name, places:
            case "moveTo" | "lineTo", [place]:
                polygon.append(place)
            case "curveTo", [b, c, d]:
                curve = (polygon[-1], b, c, d)
                polygon += [on_curve(curve, step / steps) for step in range(1, steps + 1)]
            case "closePath" | "endPath", _:
                pass
            case _:
                raise ValueError(f"{name} is no line and no cubic curve")
    return polygon


def on_curve(curve: Sequence[Place], t: float) -> Place:
    """
    >>> on_curve([(0, 0), (0, 8), (8, 8), (8, 0)], 0.5)
    (4.0, 6.0)
    """
    shares = ((1 - t) ** 3, 3 * (1 - t) ** 2 * t, 3 * (1 - t) * t**2, t**3)
    pairs = list(zip(shares, curve, strict=True))
    return sum(share * x for share, (x, _) in pairs), sum(share * y for share, (_, y) in pairs)


def cubic(start: Place, control: Place, end: Place) -> list[Place]:
    """A quadratic curve as a cubic one: its two control points and its end."""

    def towards(place: Place) -> Place:
        (x, y), (to_x, to_y) = place, control
        return x + (to_x - x) * 2 / 3, y + (to_y - y) * 2 / 3

    return [towards(start), towards(end), end]


def sides(polygon: list[Place]) -> list[tuple[Place, Place]]:
    return list(zip(polygon, polygon[1:] + polygon[:1], strict=True))


def bounds(polygons: list[list[Place]]) -> tuple[float, float, float, float]:
    xs = [x for polygon in polygons for x, _ in polygon]
    ys = [y for polygon in polygons for _, y in polygon]
    return min(xs), min(ys), max(xs), max(ys)


def area(polygon: list[Place]) -> float:
    """
    >>> area([(0, 0), (4, 0), (4, 3), (0, 3)])
    12.0
    """
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in sides(polygon)) / 2


def convex_hull(places: list[Place]) -> list[Place]:
    """By Andrew's monotone chain (1979).

    >>> convex_hull([(0, 0), (2, 0), (1, 1), (2, 2), (0, 2)])
    [(0, 0), (2, 0), (2, 2), (0, 2)]
    """

    def half(row: list[Place]) -> list[Place]:
        kept: list[Place] = []
        for place in row:
            while len(kept) > 1 and area([kept[-2], kept[-1], place]) <= 0:
                kept.pop()
            kept.append(place)
        return kept[:-1]

    row = sorted(set(places))
    return half(row) + half(row[::-1])


def inks(polygons: list[list[Place]], rows: int = 96) -> tuple[float, float]:
    """The area that polygons fill by non-zero winding, and by the even-odd rule."""
    _, top, _, bottom = bounds(polygons)
    step = (bottom - top) / rows
    nonzero = even_odd = 0.0
    for row in range(rows):
        y = top + (row + 0.5) * step
        crossings = sorted(
            (a[0] + (y - a[1]) * (b[0] - a[0]) / (b[1] - a[1]), 1 if b[1] > a[1] else -1)
            for polygon in polygons
            for a, b in sides(polygon)
            if (a[1] <= y) != (b[1] <= y)
        )
        winding = 0
        for number, ((x, turn), (until, _)) in enumerate(pairwise(crossings)):
            winding += turn
            nonzero += (until - x) * step if winding else 0
            even_odd += (until - x) * step if number % 2 == 0 else 0
    return nonzero, even_odd


def as_text(icons: list[dict[str, Any]]) -> str:
    """`icons.json`: a list, an icon a line."""
    return "[\n" + ",\n".join(json.dumps(icon, ensure_ascii=False) for icon in icons) + "\n]\n"


def table(icons: Iterable[dict[str, Any]]) -> str:
    """The list in docs/icons.md."""
    rows = [
        f"| `{one['name']}` | {'、'.join(one['zh'])} | {', '.join(one['en'])} |" for one in icons
    ]
    return "\n".join(["| name | 中文 | further names |", "|---|---|---|", *rows]) + "\n"


def main() -> None:
    parser = argparse.ArgumentParser(description="Build the shipped icons.")
    parser.add_argument("--sources", type=Path, help="folder of .tgz files, kept")
    parser.add_argument("--update", action="store_true", help="write icons.json and the list anew")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as downloads:
        icons = build(arguments.sources or Path(downloads), FOLDER)
    text, target = as_text(icons), FOLDER / "icons.json"
    if arguments.update:
        target.write_text(text, "utf-8")
        prose, heading, _ = MANUAL.read_text("utf-8").partition("## The list\n\n")
        MANUAL.write_text(prose + heading + table(icons), "utf-8")
        print(f"{len(icons)} icons, {len(text.encode()):,} bytes")
    elif target.read_text("utf-8") != text:
        sys.exit("icons.json is not what sources.json gives; --update writes it")


if __name__ == "__main__":
    main()
