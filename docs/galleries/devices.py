"""The gallery of devices: each in print and on a screen, with the JSON that it is made from.

Each shows a chart of the stories in examples/. A new device wants its line in `SHOWN`.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from PIL import Image

from galleries.made import DOCS, Made, flat
from infographic import compose
from infographic.blocks.devices import KINDS
from infographic.composed import ComposedPage
from infographic.display.items import Group, Role, walk
from infographic.foundation.geometry import Point

EXAMPLES = DOCS.parent / "examples"
PICTURES = DOCS / "images" / "gallery"
ON = ("print", "social")
PPI = 144
"""Of the pictures of print: what a page shows of 100 mm beside its JSON."""

Json = Mapping[str, Any]


NOTHING: Json = {}


class Shown(NamedTuple):
    """What a device is shown with."""

    story: str
    """A story's file, from examples/."""
    pointer: str = ""
    """A chart or table of it; "" where the block says what it takes."""
    block: Json = NOTHING
    """What its block says beside kind and chart."""


HARVEST, RACE = "province-map/story.json", "marathon/story.json"
YEAR, SUMMER, MAPS = "communique/story.json", "summer/story.json", "province-map/maps.json"
SHOWN: Mapping[str, Shown] = {
    "lead": Shown(RACE, block={"stats": [{"$data": "/panels/0/stats/1"}]}),
    "figures": Shown(HARVEST, block={"stats": {"$data": "/panels/1/stats"}}),
    "change": Shown(YEAR, block={"stats": [{"$data": "/panels/0/stats/2"}]}),
    "slope": Shown(RACE, "/charts/5"),
    "line": Shown(RACE, "/charts/0"),
    "area": Shown(YEAR, "/charts/5"),
    "columns": Shown(YEAR, "/charts/4"),
    "calendar": Shown(SUMMER, "/charts/3"),
    "small-multiples": Shown(SUMMER, "/charts/4"),
    "small-multiples-columns": Shown(SUMMER, "/charts/4"),
    "small-multiples-bars": Shown(HARVEST, "/charts/3"),
    "small-multiples-line": Shown(SUMMER, "/charts/2"),
    "small-multiples-area": Shown(SUMMER, "/charts/2"),
    "bars": Shown(HARVEST, "/charts/0"),
    "lollipop": Shown(HARVEST, "/charts/0"),
    "dot-plot": Shown(HARVEST, "/charts/2"),
    "grouped-bars": Shown(HARVEST, "/charts/1"),
    "dumbbells": Shown(HARVEST, "/charts/1"),
    "diverging-bars": Shown(HARVEST, "/charts/5"),
    "range-bars": Shown(SUMMER, "/charts/5"),
    "pyramid": Shown(RACE, "/charts/2"),
    "waterfall": Shown(HARVEST, "/charts/6"),
    "stacked-bars": Shown(HARVEST, "/charts/3"),
    "stacked-100": Shown(HARVEST, "/charts/3"),
    "unit-grid": Shown(YEAR, "/charts/6"),
    "share-bar": Shown(SUMMER, "/charts/6"),
    "donut": Shown(YEAR, "/charts/3"),
    "pictogram": Shown(HARVEST, "/charts/8"),
    "histogram": Shown(RACE, "/charts/1"),
    "strip": Shown(RACE, "/charts/1"),
    "scatter": Shown(RACE, "/charts/3"),
    "table": Shown(YEAR, "/tables/0"),
    "timeline": Shown(RACE, block={"events": {"$data": "/events"}}),
    "steps": Shown(HARVEST, "/charts/7"),
    "comparison": Shown(RACE, "/charts/4"),
    "flow": Shown(HARVEST, "/charts/4"),
    "value-map": Shown(MAPS, "/charts/0"),
    "circle-map": Shown(MAPS, "/charts/2"),
    "locator": Shown(MAPS, block={"places": {"$data": "/places"}, "base": {"$data": "/base"}}),
    "place-list": Shown(MAPS, block={"places": {"$data": "/places"}, "base": {"$data": "/base"}}),
}

PRINT: Json = {
    "extends": "families/daily", "press": "newsprint",
    "page": {"width": "100mm", "height": "auto", "margins": "4mm", "ppi": PPI},
}  # fmt: skip
SOCIAL: Json = {
    "extends": ["families/daily", "families/social"], "press": "screen",
    "page": {
        "width": "1080px", "height": "auto", "max_height": "2400px", "margins": "64px",
        "background": "ground",
    },
}  # fmt: skip


PAGE = Shown("communique/story.json", "data-page/layout.json")
"""A page with the blocks that stand beside devices."""


INTRODUCTION = """\
Every device, in print (100 mm, newsprint) and on a canvas 1080 px wide, with the layout's block
and the data of the story it shows. Written by `python docs/build_pictures.py devices`
from the stories in [examples/](../examples/README.md); do not edit. What each shows and gives way
to: [charts.md](charts.md); its anatomy: [design.md](design.md)."""
BESIDE = """\
Sections with numerals and tabs, a quotation, a box of facts, icons, a QR code and the desk's own
SVG:"""


class Entry(NamedTuple):
    """A device in the gallery."""

    kind: str
    alt: str
    block: str
    """The layout's JSON."""
    data: str
    """The story's JSON."""
    pictures: Mapping[str, bytes]
    """Its pictures by their file's name."""


def entries() -> Iterator[Entry]:
    missing = [kind for kind in KINDS if kind not in SHOWN]
    if missing:
        sys.exit(f"no example shows {', '.join(missing)}: give each a line in SHOWN")
    for kind, shown in SHOWN.items():
        yield _entry(kind, shown)


def whole_page() -> bytes:
    made = compose(EXAMPLES / PAGE.story, EXAMPLES / PAGE.pointer)
    return _small(made.png(ppi=96))


def _entry(kind: str, shown: Shown) -> Entry:
    block: dict[str, Any] = {"type": "graphic", "kind": kind}
    if shown.pointer:
        block["chart"] = {"$data": shown.pointer}
    block |= shown.block
    paper = _drawn(kind, shown, PRINT, block)
    screen = _drawn(kind, shown, SOCIAL, block)
    pictures = {
        f"{kind}-{on}.png": _small(data)
        for on, data in zip(ON, (paper.png(), screen.png(scale=0.5)), strict=True)
    }
    return Entry(kind, _alt(paper), _told(block), _data(shown), pictures)


def _drawn(kind: str, shown: Shown, page: Json, block: Json) -> ComposedPage:
    made = compose(EXAMPLES / shown.story, {**page, "body": block})
    drawn = {placed.item.name for placed in _figures(made)}
    if kind not in drawn:
        said = "\n".join(map(str, made.diagnostics))
        sys.exit(f"{kind}: {shown.story}{shown.pointer} is drawn as {drawn}\n{said}")
    return made


def _figures(made: ComposedPage) -> list[Any]:
    every = walk(made.page.items, Point(0, 0))
    return [one for one in every if isinstance(one.item, Group) and one.item.role is Role.FIGURE]


def _alt(made: ComposedPage) -> str:
    return str(_figures(made)[0].item.alt)


def _small(png: bytes) -> bytes:
    return flat(Image.open(io.BytesIO(png)))


def _data(shown: Shown) -> str:
    story = json.loads((EXAMPLES / shown.story).read_text(encoding="utf-8"))
    pointers = [shown.pointer] if shown.pointer else [*_pointers(shown.block)]
    parts = []
    for pointer in pointers:
        part = story
        for step in pointer.split("/")[1:]:
            part = part[int(step)] if isinstance(part, list) else part[step]
        parts.append(_told(part, without=("priority", "kind")))
    return "\n".join(parts)


def _pointers(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if "$data" in value:
            yield value["$data"]
        for part in value.values():
            yield from _pointers(part)
    elif isinstance(value, list):
        for part in value:
            yield from _pointers(part)


def _told(value: Any, without: tuple[str, ...] = ()) -> str:
    """JSON as one writes it: a line for each field of an object, or item of a list."""
    if isinstance(value, dict) and value:
        fields = [f"{_line(key)}: {_line(value[key])}" for key in value if key not in without]
        if len(fields) <= 3:
            return "{" + ", ".join(fields) + "}"
        return "{\n  " + ",\n  ".join(fields) + "\n}"
    if isinstance(value, list):
        return "[\n" + ",\n".join(f"  {_line(part)}" for part in value) + "\n]"
    return _line(value)


def _line(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def page_of(made: list[Entry]) -> str:
    """The page in Markdown."""
    parts = [
        "# Gallery",
        INTRODUCTION,
        " · ".join(f"[{one.kind}](#{one.kind})" for one in made),
    ]
    for one in made:
        shown = SHOWN[one.kind]
        parts += [
            f"## {one.kind}",
            '<table><tr><td width="46%">',
            f"![{one.alt}](images/gallery/{one.kind}-print.png)",
            f"![The same on a screen](images/gallery/{one.kind}-social.png)",
            "</td><td>",
            "The layout:",
            f"```json\n{one.block}\n```",
            f"The story, [{shown.story}](../examples/{shown.story}):",
            f"```json\n{one.data}\n```",
            "</td></tr></table>",
        ]
    parts += [
        "## Beside devices",
        f"{BESIDE} [{PAGE.pointer}](../examples/{PAGE.pointer}) with"
        f" [{PAGE.story}](../examples/{PAGE.story}).",
        "![A page of sections: the lead figure, a quotation, four charts, a timeline, a box]"
        "(images/gallery/data-page.png)",
    ]
    return "\n\n".join(parts) + "\n"


def made() -> Made:
    every = list(entries())
    pictures = {PICTURES / name: data for one in every for name, data in one.pictures.items()}
    pictures[PICTURES / "data-page.png"] = whole_page()
    return Made(pictures, {DOCS / "gallery.md": page_of(every)}, PICTURES)
