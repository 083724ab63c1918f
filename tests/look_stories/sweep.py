"""How layouts stand with stories they were not made with: what fits, and how it looks.

`PYTHONPATH=tests python -m look_stories.sweep [LAYOUT …] [--story NAME …] [--out FOLDER]` prints a
line a page and then the worst holes; with --out it keeps the stories and a picture of each page.
`docs/build_look.py` prints all measures of the shipped layouts with the example stories.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import NamedTuple

from infographic.composed import ComposedPage
from infographic.foundation.diagnostics import SpecError, errors
from infographic.loading.sheet.layouts import all_layouts
from infographic.look.measure import Measure, MeasureName
from infographic.looks import looks_of
from infographic.options import LayoutLike, read_story
from infographic.pipeline import draft
from look_stories.make import STORIES, written

TOLD: tuple[MeasureName, ...] = ("hole", "rank", "headline")
"""The measures that a line shows; of the others those that do not hold are named."""


class Looked(NamedTuple):
    """A story in a layout."""

    layout: str
    story: str
    refused: tuple[str, ...]
    """Why it has no page, or what does not fit on it; () where all does."""
    measures: Mapping[str, Measure] = {}
    """Of its look, by name: of several pages the worst."""
    made: ComposedPage | None = None

    @property
    def failing(self) -> list[str]:
        return [name for name, one in self.measures.items() if not one.passes]

    def __str__(self) -> str:
        if self.refused:
            return f"{self.layout:28} {self.story:28} refused: {self.refused[0]}"
        told = "  ".join(f"{name} {self._found(name):>4}" for name in TOLD)
        failing = " ".join(f"!{name}" for name in self.failing)
        return f"{self.layout:28} {self.story:28} {told}  {failing}"

    def _found(self, name: str) -> str:
        return f"{self.measures[name].found:.2f}" if name in self.measures else "–"


def sweep(layouts: Iterable[LayoutLike], stories: Mapping[str, Path]) -> Iterator[Looked]:
    """Every story in every layout. A layout that a story does not fit is told, never raised."""
    for layout in layouts:
        name = layout if isinstance(layout, str) else getattr(layout, "stem", "layout")
        for story, path in stories.items():
            yield _looked(layout, name, story, path)


def _looked(layout: LayoutLike, name: str, story: str, path: Path) -> Looked:
    told = read_story(path)
    try:
        made = draft(told, layout)
    except SpecError as error:
        return Looked(name, story, tuple(f"{one.code}: {one.message}" for one in error.diagnostics))
    refused = tuple(f"{one.code}: {one.message}" for one in errors(made.diagnostics))
    worst: dict[str, Measure] = {}
    for look in looks_of(made, told):
        for one in look.measures:
            if one.name not in worst or one.off > worst[one.name].off:
                worst[one.name] = one
    return Looked(name, story, refused, worst, made)


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
    failing = Counter(name for one in made for name in one.failing)
    print(f"\n{len(made)} of {len(found)} fit. Pages on which a measure does not hold:")
    print("  ".join(f"{name} {count}" for name, count in failing.most_common()) or "none")
    holes = [one for one in made if "hole" in one.failing]
    for one in sorted(holes, key=lambda one: -one.measures["hole"].found)[:20]:
        print(one)


if __name__ == "__main__":
    main()
