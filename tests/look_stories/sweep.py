"""How layouts stand with stories they were not made with: what fits, its hole and its rank.

`PYTHONPATH=tests python -m look_stories.sweep [LAYOUT …] [--story NAME …] [--out FOLDER]` prints a
line a page, the worst hole last, and with --out keeps the stories and a picture of each page.
"""

from __future__ import annotations

import argparse
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from infographic.composed import ComposedPage
from infographic.display.emptiness import hole_on, share_of
from infographic.display.items import TextLine
from infographic.display.page import Page
from infographic.foundation.diagnostics import SpecError, errors
from infographic.foundation.geometry import Rect, Size
from infographic.loading.sheet.layouts import all_layouts
from infographic.options import LayoutLike
from infographic.pipeline import draft
from look_stories.make import STORIES, written

LARGEST_HOLE = 0.2
"""Of a page."""
LEAST_RATIO = 2.2
"""Of the news' figure to the next one."""


class Looked(NamedTuple):
    """A story in a layout."""

    layout: str
    story: str
    refused: tuple[str, ...]
    """Why it has no page, or what does not fit on it; () where all does."""
    hole: float = 0.0
    """The largest empty rectangle as a share of its page; of several pages the worst."""
    ratio: float | None = None
    """The largest figure's size over the next stat's; None where fewer than two are shown."""
    headline: float | None = None
    """The headline's size over that of the largest figure but the first."""
    made: ComposedPage | None = None

    def __str__(self) -> str:
        if self.refused:
            return f"{self.layout:28} {self.story:28} refused: {self.refused[0]}"
        ratio, headline = (
            f"{each:.2f}" if each is not None else "–" for each in (self.ratio, self.headline)
        )
        return (
            f"{self.layout:28} {self.story:28} hole {self.hole:4.0%}"
            f"  ratio {ratio:>5}  headline {headline:>5}"
        )


def sweep(layouts: Iterable[LayoutLike], stories: Mapping[str, Path]) -> Iterator[Looked]:
    """Every story in every layout. A layout that a story does not fit is told, never raised."""
    for layout in layouts:
        name = layout if isinstance(layout, str) else getattr(layout, "stem", "layout")
        for story, path in stories.items():
            yield _looked(layout, name, story, path)


def _looked(layout: LayoutLike, name: str, story: str, path: Path) -> Looked:
    try:
        made = draft(path, layout)
    except SpecError as error:
        return Looked(name, story, tuple(f"{one.code}: {one.message}" for one in error.diagnostics))
    refused = tuple(f"{one.code}: {one.message}" for one in errors(made.diagnostics))
    pages = [one.page for one in made.pages]
    return Looked(
        name,
        story,
        refused,
        max(share_of(hole_on(page), _seen(page)) for page in pages),
        *_rank(pages),
        made,
    )


def _seen(page: Page) -> Size:
    return Rect(0, 0, *page.trim).inset(page.safe_area).size


def _rank(pages: Iterable[Page]) -> tuple[float | None, float | None]:
    """How the first figure stands to the next, and the headline to that one, on the first page."""
    page = next(iter(pages))
    figures: dict[str, float] = {}
    headline = 0.0
    for placed in page.walk():
        if not isinstance(placed.item, TextLine):
            continue
        pointer = placed.origin.pointer
        for _, run in placed.item.runs:
            if pointer.startswith("/headline"):
                headline = max(headline, run.size)
            elif "/stats/" in pointer and "".join(run.texts).strip().lstrip("+−")[:1].isdigit():
                stat = "/".join(pointer.split("/")[:5])
                figures[stat] = max(figures.get(stat, 0.0), run.size)
    sizes = sorted(figures.values(), reverse=True)
    second = sizes[1] if len(sizes) > 1 else None
    if not second:
        return None, None
    return sizes[0] / second, headline / second if headline else None


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("layouts", nargs="*", help="names or files; all that are shipped")
    parser.add_argument("--story", action="append", choices=sorted(STORIES), help="all of them")
    parser.add_argument("--out", type=Path, help="a folder for the stories and pages as PNG")
    asked = parser.parse_args()
    with TemporaryDirectory() as elsewhere:
        stories = written(asked.out or Path(elsewhere))
        if asked.story:
            stories = {name: stories[name] for name in asked.story}
        layouts = asked.layouts or all_layouts()
        found = []
        for one in sweep(layouts, stories):
            print(one, flush=True)
            found.append(one)
            if asked.out and one.made and not one.refused:
                name = f"{one.layout.replace('/', '-')}-{one.story}.png"
                (asked.out / name).write_bytes(one.made.png())
    _said(found)


def _said(found: list[Looked]) -> None:
    made = [one for one in found if not one.refused]
    holes = sorted((one for one in made if one.hole > LARGEST_HOLE), key=lambda one: one.hole)
    flat = [one for one in made if one.ratio is not None and one.ratio < LEAST_RATIO]
    print(f"\n{len(made)} of {len(found)} fit; {len(holes)} with a hole over {LARGEST_HOLE:.0%};"
          f" {len(flat)} whose news is under {LEAST_RATIO} : 1")  # fmt: skip
    for one in holes[-20:]:
        print(one)


if __name__ == "__main__":
    main()
