"""How all shipped pages look: each layout with each story, its measures, the worst first.

    python docs/build_look.py                     # the table; “!” where the grammar does not hold
    python docs/build_look.py square modern/*     # of these layouts
    python docs/build_look.py --story my.json     # with these stories in place of the examples
    python docs/build_look.py --bounds            # tightens tests/look/bounds.json to today's pages

The measures are those of design.md, “The grammar”. A row of the bounds is a layout: for each
measure that does not hold with some story, the worst value that a test lets pass. `--bounds` writes
rows for layouts that have none and never loosens one: that is done by hand, and said why.
"""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterable, Iterator, Mapping
from fnmatch import fnmatch
from pathlib import Path
from typing import NamedTuple, get_args

from infographic.composed import ComposedPage
from infographic.foundation.datum import Node
from infographic.foundation.diagnostics import SpecError
from infographic.loading.sheet.layouts import all_layouts
from infographic.look.measure import Measure, MeasureName
from infographic.looks import looks_of
from infographic.options import read_story
from infographic.pipeline import compose

ROOT = Path(__file__).resolve().parents[1]
STORIES = (ROOT / "data.json", *sorted(ROOT.glob("examples/*/story.json")))
BOUNDS = ROOT / "tests" / "look" / "bounds.json"
NAMES: tuple[MeasureName, ...] = get_args(MeasureName)
ROUNDING = 0.006
"""Bounds are kept to two digits."""

Bounds = dict[str, dict[str, float]]


class Looked(NamedTuple):
    """A layout with a story: the worst of each measure over its pages."""

    layout: str
    story: str
    measures: Mapping[str, Measure]

    @property
    def off(self) -> float:
        return sum(min(one.off, 10) for one in self.measures.values() if not one.passes)


def looked(page: ComposedPage, story: Node, name: str) -> Looked:
    worst: dict[str, Measure] = {}
    for look in looks_of(page, story):
        for one in look.measures:
            if one.name not in worst or one.off > worst[one.name].off:
                worst[one.name] = one
    return Looked(page.layout, name, worst)


def told_bounds() -> Bounds:
    bounds: Bounds = json.loads(BOUNDS.read_text(encoding="utf-8"))
    return bounds


def worse_than_allowed(one: Looked, bounds: Bounds) -> list[str]:
    """What is neither as the grammar asks nor as the layout's row of the bounds allows."""
    allowed = bounds.get(one.layout, {})
    found = []
    for name, measure in one.measures.items():
        if not measure.passes and not _is_allowed(measure, allowed.get(name)):
            least = "at least" if measure.at_least else "at most"
            found.append(
                f"{name}: found {measure.found:.2f}, wanted {least} {measure.bound:.2f}, "
                f"allowed so far {allowed.get(name, 'nothing else')}"
            )
    return found


def _is_allowed(measure: Measure, most: float | None) -> bool:
    if most is None:
        return False
    if measure.at_least:
        return measure.found >= most - ROUNDING
    return measure.found <= most + ROUNDING


def tightened(bounds: Bounds, pages: Iterable[Looked]) -> Bounds:
    """The bounds with what today's pages need; a row is never loosened."""
    worst: dict[str, dict[str, Measure]] = {}
    for page in pages:
        row = worst.setdefault(page.layout, {})
        for name, one in page.measures.items():
            if not one.passes and (name not in row or one.off > row[name].off):
                row[name] = one
    made: Bounds = {}
    for layout, row in worst.items():
        before, now = bounds.get(layout), {name: round(one.found, 2) for name, one in row.items()}
        if before is not None:
            # What is worse than before stays as it was: the test then says so.
            now = {
                name: now[name] if _is_allowed(row[name], before[name]) else before[name]
                for name in now.keys() & before.keys()
            }
        made[layout] = dict(sorted(now.items()))
    return dict(sorted(made.items()))


def every_page(layouts: Iterable[str], stories: Iterable[Path]) -> Iterator[Looked]:
    for path in stories:
        story = read_story(path)
        name = path.parent.name if path.name == "story.json" else path.stem
        for layout in layouts:
            try:
                page = compose(story, layout)
            except SpecError:
                continue
            yield looked(page, story, name)


def table(pages: Iterable[Looked]) -> Iterator[str]:
    ordered = sorted(pages, key=lambda one: -one.off)
    wide = max((len(one.layout) + len(one.story) + 1 for one in ordered), default=0)
    yield f"{'':{wide}}" + "".join(f"{name:>10}" for name in NAMES)
    for one in ordered:
        cells = (_cell(one.measures.get(name)) for name in NAMES)
        yield f"{f'{one.layout} {one.story}':{wide}}" + "".join(f"{cell:>10}" for cell in cells)
    failing = {name: sum(_fails(one, name) for one in ordered) for name in NAMES}
    yield f"{f'of {len(ordered)} do not hold':{wide}}" + "".join(
        f"{failing[name]:>10}" for name in NAMES
    )


def _fails(one: Looked, name: str) -> bool:
    return name in one.measures and not one.measures[name].passes


def _cell(one: Measure | None) -> str:
    return "–" if one is None else f"{one.found:.2f}{'' if one.passes else '!'}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("layouts", nargs="*", help="names or patterns; all that are shipped")
    parser.add_argument("--story", action="append", type=Path, help="a story's file; the examples")
    parser.add_argument("--bounds", action="store_true", help="tighten tests/look/bounds.json")
    asked = parser.parse_args()
    patterns = asked.layouts or ["*"]
    names = [one for one in all_layouts() if any(fnmatch(one, each) for each in patterns)]
    pages = list(every_page(names, asked.story or STORIES))
    print("\n".join(table(pages)))
    if asked.bounds:
        before = told_bounds() if BOUNDS.exists() else {}
        others = {name: row for name, row in before.items() if name not in names}
        made = dict(sorted({**others, **tightened(before, pages)}.items()))
        rows = (f"  {json.dumps(name)}: {json.dumps(row)}" for name, row in made.items())
        BOUNDS.write_text("{\n" + ",\n".join(rows) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main()
