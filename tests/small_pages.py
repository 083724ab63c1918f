"""Small pages in the square font, so that every place is a number you can work out in your head.

Its glyphs are solid squares one em wide. Style “s” is 10 pt on 12 pt: n characters are 10 n pt
wide, the first baseline stands at 9.8 and the next ones 12 further down. Style “big” is 20 on 24.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NamedTuple

from infographic.composed import ComposedPage
from infographic.display.items import Group, Picture, Role, TextLine
from infographic.display.items import Path as Outline
from infographic.foundation.diagnostics import Diagnostic, SpecError
from infographic.loading.reading.values import node_of
from infographic.loading.sheet.layouts import LayoutSource
from infographic.pipeline import compose

TESTS = Path(__file__).resolve().parent
SQUARE = str(TESTS / "fonts" / "square.ttf")

STYLES: dict[str, Any] = {
    "s": {"font": "f", "size": "10pt", "leading": "12pt", "align": "left", "autospace": 0},
    "big": {"based_on": "s", "size": "20pt", "leading": "24pt"},
    "value": {
        "based_on": "s",
        "digits": {"size": "20pt"},
        "unit": {"size": 0.5},
        "qualifier": {"size": 0.5},
    },
    "body": {"based_on": "s", "align": "justify"},
    "head": {"based_on": "s", "space_before": "12pt"},
    "caption": {"based_on": "s"},
    "mark": {"based_on": "s", "digits": {"size": "20pt"}},
}
COLORS: dict[str, Any] = {
    "red": {"cmyk": [0, 100, 100, 0], "srgb": "#ff0000"},
    "grey": {"k": 50},
}
STORY: dict[str, Any] = {"headline": "大事"}


def layout_of(
    body: Mapping[str, Any],
    width: float,
    height: float | None,
    styles: Mapping[str, Any] | None = None,
    **more: Any,
) -> LayoutSource:
    tree = {
        "page": {
            "width": f"{width}pt",
            "height": "auto" if height is None else f"{height}pt",
            # 72 pixels an inch: the height of an “auto” page is rounded up to whole points.
            "ppi": 72,
            **more.pop("page", {}),
        },
        "colors": COLORS,
        "fonts": {"f": SQUARE},
        "styles": {**STYLES, **(styles or {})},
        "body": body,
        **more,
    }
    stamp = (Path(json.dumps(tree)), 0, 0)
    return LayoutSource("small", node_of(tree, "small.json"), (stamp,))


def composed(
    body: Mapping[str, Any],
    width: float = 100,
    height: float | None = None,
    *,
    story: Mapping[str, Any] | None = None,
    root: Path | None = None,
    styles: Mapping[str, Any] | None = None,
    **more: Any,
) -> ComposedPage:
    """A page without margins whose body is this block."""
    told = {**STORY, **(story or {})}
    return compose(told, layout_of(body, width, height, styles, **more), root=root)


def faults(
    body: Mapping[str, Any], width: float = 100, *rest: Any, **more: Any
) -> list[Diagnostic]:
    """What is wrong with such a page; [] where nothing is. That it is empty is no wonder."""
    try:
        page = composed(body, width, *rest, **more)
    except SpecError as error:
        return list(error.diagnostics)
    found = (fault for fault in page.diagnostics if fault.severity != "note")
    return [fault for fault in found if fault.saying.key != "underset/page"]


def codes(*args: Any, **more: Any) -> list[str]:
    return [fault.code for fault in faults(*args, **more)]


# What stands where on a page


class Line(NamedTuple):
    """A line of type: its first glyph's left edge, its baseline, its words."""

    x: float
    y: float
    text: str


class Box(NamedTuple):
    x: float
    y: float
    width: float
    height: float


def near(number: float) -> float:
    """Rounded to what a test writes down; -0.0 is 0.0."""
    return round(number, 2) + 0.0


def lines(page: ComposedPage) -> list[Line]:
    """Every line of type, in reading order."""
    found = []
    for placed in page.page.walk():
        if isinstance(placed.item, TextLine) and placed.item.runs:
            x = placed.at.x + placed.item.runs[0][0] + placed.item.runs[0][1].xs[0]
            found.append(Line(near(x), near(placed.at.y), placed.item.text))
    return found


def text_lines(page: ComposedPage) -> list[tuple[float, float, TextLine]]:
    return [
        (placed.at.x, placed.at.y, placed.item)
        for placed in page.page.walk()
        if isinstance(placed.item, TextLine)
    ]


def words(page: ComposedPage) -> str:
    """All words of a page as a reader copies them."""
    return "".join(line.text for line in lines(page))


def sizes(page: ComposedPage) -> dict[str, float]:
    """The size each run of characters is set in."""
    return {
        "".join(run.texts): near(run.size)
        for _, _, line in text_lines(page)
        for _, run in line.runs
    }


def box_of(at: tuple[float, float], path: Outline) -> Box:
    xs = [x for _, numbers in path.segments for x in numbers[0::2]]
    ys = [y for _, numbers in path.segments for y in numbers[1::2]]
    return Box(
        near(at[0] + min(xs)),
        near(at[1] + min(ys)),
        near(max(xs) - min(xs)),
        near(max(ys) - min(ys)),
    )


def paths(page: ComposedPage) -> list[Box]:
    """Every path's box on the page: rules, tints, rings, arrows."""
    return [
        box_of(placed.at, placed.item)
        for placed in page.page.walk()
        if isinstance(placed.item, Outline)
    ]


def pictures(page: ComposedPage) -> list[tuple[Box, tuple[float, ...]]]:
    """Every picture's box, and the window of the image in it."""
    return [
        (Box(near(p.at.x), near(p.at.y), *map(near, p.item.size)), tuple(p.item.window))
        for p in page.page.walk()
        if isinstance(p.item, Picture)
    ]


def groups(page: ComposedPage, name: str) -> list[tuple[float, float, Group]]:
    return [
        (near(p.at.x), near(p.at.y), p.item)
        for p in page.page.walk()
        if isinstance(p.item, Group) and p.item.name == name
    ]


def roles(page: ComposedPage) -> list[Role]:
    """The roles of all groups that have one, in reading order, decoration left out."""
    found = (p.item.role for p in page.page.walk() if isinstance(p.item, Group))
    return [role for role in found if role is not None and role is not Role.ARTIFACT]
