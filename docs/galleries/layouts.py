"""The gallery of layouts: every one that is shipped, by family, with one story."""

from __future__ import annotations

from itertools import groupby
from typing import NamedTuple

from galleries.documents import drawn
from galleries.made import DOCS, ROOT, Made, photographic, side_by_side
from infographic import compose, layouts
from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError
from infographic.layout_list import ShippedLayout

PICTURES = DOCS / "images" / "layouts"
STORIES = tuple(
    ROOT / name
    for name in ("examples/mountain-trail/story.json", "examples/twelve-stats/story.json")
)
"""The first that a layout takes is shown in it."""
WIDEST, HIGHEST = 260, 380
MOST_PAGES = 3
"""Side by side, of a layout of several."""
FIRST = "daily"
"""The family of the layouts whose names have no folder."""
A_ROW = 4
INTRODUCTION = """\
Every layout, by family, with the story [mountain-trail](../examples/mountain-trail/story.json).
Written by `python docs/build_pictures.py layouts`; do not edit. What each takes:
[layouts.md](layouts.md); your own story in all of them:
`infographic layouts --sheet all.png --story story.json`."""


class Entry(NamedTuple):
    """A layout in the gallery."""

    layout: ShippedLayout
    picture: bytes
    story: str
    """The folder of the story that is shown."""
    is_whole: bool
    """Whether all of its pages, and all of a long one, are shown."""

    @property
    def family(self) -> str:
        return family_of(self.layout.name)

    @property
    def file(self) -> str:
        return file_of(self.layout.name)


def family_of(name: str) -> str:
    return name.rpartition("/")[0] or FIRST


def file_of(name: str) -> str:
    return f"{family_of(name)}-{name.rpartition('/')[2]}.jpg"


def made() -> Made:
    entries = [_entry(layout) for layout in layouts()]
    pictures = {PICTURES / one.file: one.picture for one in entries}
    return Made(pictures, {DOCS / "pages.md": page_of(entries)}, PICTURES)


def _entry(layout: ShippedLayout) -> Entry:
    refusals = []
    for story in STORIES:
        try:
            page = compose(story, layout.name)
        except SpecError as error:
            refusals.append(str(error))
            continue
        shown = page.pages[:MOST_PAGES]
        row = [drawn(one, *_room(one)) for one in shown]
        picture = photographic(row[0] if len(row) == 1 else side_by_side(row))
        is_whole = len(shown) == len(page.pages) and all(map(_is_whole, shown))
        return Entry(layout, picture, story.parent.name, is_whole)
    raise SystemExit(f"{layout.name} takes none of the stories shown:\n" + "\n".join(refusals))


def _room(page: ComposedPage) -> tuple[int, int]:
    """How wide a page is drawn, and what is shown of its height: of a long one its head."""
    width, height = page.page.trim
    if height > width * 2.2:
        return WIDEST, HIGHEST
    return round(min(WIDEST, HIGHEST * width / height)), HIGHEST


def _is_whole(page: ComposedPage) -> bool:
    return page.page.trim.height <= page.page.trim.width * 2.2


def page_of(entries: list[Entry]) -> str:
    """The page in Markdown."""
    ordered = sorted(entries, key=lambda one: (one.family != FIRST, one.family))
    families = [(name, list(each)) for name, each in groupby(ordered, lambda one: one.family)]
    parts = ["# Layouts", INTRODUCTION, " · ".join(f"[{name}](#{name})" for name, _ in families)]
    for name, each in families:
        parts += [f"## {name}", *(_row(each[at : at + A_ROW]) for at in range(0, len(each), A_ROW))]
    return "\n\n".join(parts) + "\n"


def _row(entries: list[Entry]) -> str:
    names = " | ".join(f"`{one.layout.name}`" for one in entries)
    pictures = " | ".join(f"![{one.layout.title}](images/layouts/{one.file})" for one in entries)
    told = " | ".join(_told(one) for one in entries)
    return f"| {names} |\n|{'---|' * len(entries)}\n| {pictures} |\n| {told} |"


def _told(entry: Entry) -> str:
    layout = entry.layout
    pages = f", {layout.pages} pages" if layout.pages > 1 else ""
    head = "" if entry.is_whole else ", its head" if layout.pages == 1 else ", the first"
    other = "" if entry.story == STORIES[0].parent.name else f" ({entry.story})"
    return f"{layout.title}: {layout.size}{pages}{head}{other}"
